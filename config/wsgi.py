"""The WSGI entry point a server loads."""

import gc
import os
from importlib import import_module

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

django = get_wsgi_application()
# Only now: it reads the models. What is ready is given before Django is asked.
application = import_module("offences.middleware").ReadyFirst(django)
# Every page's code now, and the tracer's patterns: the first reader of a new worker does not wait.
import_module("config.urls")
import_module("offences.tracing.finding.vocabulary").make_all()
# All that was loaded stays: garbage is looked for among what requests make, a quarter less work.
gc.collect()
gc.freeze()
