"""config.settings as a server has it (DEBUG off), with the few things a test needs otherwise."""

import os
from datetime import timedelta

os.environ["DEBUG"] = "0"
os.environ["SECRET_KEY"] = "for tests alone: it signs nothing that anybody has ever read"
os.environ["ALLOWED_HOSTS"] = "testserver,localhost,127.0.0.1"
os.environ["HTTPS_ONLY"] = "0"
# A name that is no “:memory:”: the live server would share the test's own connection then.
os.environ.setdefault("DATABASE_URL", "sqlite:///var/tests.sqlite3")

from config.settings import *  # noqa: F403
from config.settings import CACHES, DATABASES, STORAGES, VAR

# Static files straight from their sources; tests/tooling collects them once as a server does.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True  # whatever another test collects in var/static meanwhile
# The name of the test database is this process's own: two that run at once do not meet.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    VAR.mkdir(exist_ok=True)
    # A file, as people have it: two threads that write at once wait for each other as they would.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR / f"test-{os.getpid()}.sqlite3")}
else:
    DATABASES["default"]["TEST"] = {
        "NAME": f"test_{DATABASES['default']['NAME']}_{os.getpid()}",
        # A copy of one that is migrated, where make test has made one.
        "TEMPLATE": os.environ.get("TEST_TEMPLATE"),
    }
# Each request sees what a test changed; tests/pages/test_state.py has how long a state is kept.
PUBLIC_STATE_KEPT = timedelta(0)
# Tests ask more often than people; tests/public/test_check.py has what the limit does.
CACHES["limits"] = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
# Quick, and for tests alone.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Tests of these expect them; on every other page of Today they would be a warning.
BACKUPS_EXPECTED = WORKER_EXPECTED = False
# Worlds are copied row by row; tests/history has what is recorded of changes.
CHANGES_RECORDED = False
