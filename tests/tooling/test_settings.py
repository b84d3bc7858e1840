"""A wrong setting stops the start with one sentence that says how to correct it."""

import os
import runpy
import subprocess
import sys
from unittest.mock import patch

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured

from config import environment
from offences import deploy_checks
from offences.backups import new_keys
from tests.samples import is_drill, sampled

GOOD = {
    "DEBUG": "0",
    "SECRET_KEY": "long enough and secret, and used in no other place",
    "ALLOWED_HOSTS": "figures.example.org",
    "DATABASE_URL": "sqlite:///:memory:",
}

# What a browser's tests set for their whole process (tests/browser.py) is no setting of a server.
OF_TESTS = {"HTTPS_ONLY", "DJANGO_ALLOW_ASYNC_UNSAFE"}


def other_environment() -> dict[str, str]:
    """This process's environment without the settings that the tests here give themselves."""
    return {k: v for k, v in os.environ.items() if k not in GOOD and k not in OF_TESTS}


def started(**changed: str) -> dict[str, object]:
    """The settings as they are with these in the environment."""
    environment = other_environment()
    environment |= {k: v for k, v in (GOOD | changed).items() if v != "unset"}
    with patch.dict(os.environ, environment, clear=True):
        return runpy.run_path(str(settings.BASE_DIR / "config" / "settings.py"))


def start(**changed: str) -> str:
    """Why the settings refuse to start with these in the environment; nothing where they do not."""
    try:
        started(**changed)
    except ImproperlyConfigured as refusal:
        return str(refusal)
    return ""


REFUSED = ["migrate", "demo", "runserver", "diffsettings", "draft_press"]


def manage(*command: str, **changed: str) -> subprocess.CompletedProcess:
    """manage.py in a shell that has these settings alone."""
    environment = other_environment()
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    return subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=settings.BASE_DIR,
        env=environment | {"DATABASE_URL": "sqlite:///:memory:"} | changed,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("command", sampled(REFUSED, ["migrate", "runserver"]))
def test_a_command_without_a_key_is_refused_in_a_sentence_and_not_run_with_debug(command):
    done = manage(command)
    assert done.returncode != 0
    (sentence,) = done.stderr.strip().splitlines()
    assert "SECRET_KEY is not set. Set it to" in sentence
    assert "DEBUG=1 on your own machine" in sentence


@pytest.mark.drill  # those of a drill, and every run of the checks, begin with a key
def test_with_debug_asked_for_or_with_a_key_a_command_runs():
    assert "DEBUG = True" in manage("diffsettings", "--all", DEBUG="1").stdout
    given = {"SECRET_KEY": GOOD["SECRET_KEY"], "ALLOWED_HOSTS": "localhost"}
    assert "DEBUG = False" in manage("diffsettings", "--all", **given).stdout


def test_the_check_before_a_deployment_finds_nothing_with_and_without_preloading(tmp_path):
    given = {"SECRET_KEY": GOOD["SECRET_KEY"], "ALLOWED_HOSTS": "figures.example.org"}
    given |= {"BACKUP_DIRECTORY": str(tmp_path), "BACKUP_KEY": "age1", "TRUSTED_PROXIES": "1"}
    for preload in ("0", "1") if is_drill() else ("1",):
        done = manage("check", "--deploy", "--fail-level=INFO", HSTS_PRELOAD=preload, **given)
        assert "no issues (" in done.stdout + done.stderr, done.stderr


SERVERS_OF_MAIL = {
    "smtp://mail.example.org": ["offences.W002"],
    "smtp://127.0.0.1": [],
    "smtps://mail.example.org": [],
    "smtp+starttls://mail.example.org": [],
    "": [],
}


@pytest.mark.parametrize("address", SERVERS_OF_MAIL)
def test_mail_to_another_machine_without_tls_is_found(address, monkeypatch, settings):
    monkeypatch.setenv("EMAIL_URL", address)
    settings.MAILERS = {"default": environment.mailer(settings.BASE_DIR)}
    assert [each.id for each in deploy_checks.check_mail(None)] == SERVERS_OF_MAIL[address]


def test_no_backups_and_a_key_that_reads_them_are_found(settings, tmp_path):
    public, secret = new_keys()
    settings.BACKUP_DIRECTORY, settings.BACKUP_KEY = str(tmp_path), public
    assert deploy_checks.check_backups(None) == []
    settings.BACKUP_DIRECTORY, settings.BACKUP_KEY = None, secret
    found = deploy_checks.check_backups(None)
    assert [each.id for each in found] == ["offences.W001", "offences.E001"]
    assert "is written in quotes" in found[0].hint and "begins with age1" in found[1].hint
    assert secret not in str(found)


def test_a_folder_of_backups_that_is_missing_or_another_users_is_found(
    settings, tmp_path, monkeypatch
):
    settings.BACKUP_DIRECTORY, settings.BACKUP_KEY = str(tmp_path / "backups"), ""
    (found,) = deploy_checks.check_backups(None)
    assert (found.id, "is not there" in found.msg) == ("offences.W003", True)
    assert "backups" in found.msg and "install -d" in found.hint
    (tmp_path / "backups").mkdir()
    assert deploy_checks.check_backups(None) == []
    monkeypatch.setattr(deploy_checks.os, "access", lambda *asked: False)  # root may write all
    (found,) = deploy_checks.check_backups(None)
    assert (found.id, "cannot be written" in found.msg) == ("offences.W003", True)


@pytest.mark.parametrize(
    ("proxies", "https", "found"),
    [(0, True, ["offences.W004"]), (1, True, []), (2, True, []), (0, False, [])],
)
def test_visitors_who_cannot_be_told_apart_are_found(proxies, https, found, settings):
    settings.TRUSTED_PROXIES, settings.HTTPS_ONLY = proxies, https
    assert [each.id for each in deploy_checks.check_proxies(None)] == found


def test_while_developing_any_key_will_do():
    assert start(SECRET_KEY="short", ALLOWED_HOSTS="*", DEBUG="1") == ""


def test_what_was_worked_out_of_a_thousand_texts_is_remembered_of_each():
    results, texts = caches["results"], {f"text-{number}": number for number in range(1_000)}
    results.set_many(texts)
    assert results.get_many(texts) == texts
    results.delete_many(texts)


@pytest.mark.drill  # test_operate.py has a command without a key in each run
def test_what_only_reads_files_needs_no_key(tmp_path):
    facts = tmp_path / "facts.json"
    facts.write_text("[]")
    done = manage("claims", str(facts))
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


@pytest.mark.drill  # the checks look for them in each run, with a key
def test_missing_migrations_are_looked_for_without_a_key():
    done = manage("makemigrations", "--check", "--dry-run")
    assert (done.returncode, done.stdout.strip()) == (0, "No changes detected"), done.stderr


def test_good_settings_start():
    assert start() == ""
    assert start(SITE_ADDRESS="https://figures.example.org/") == ""
    larger = {
        "DATABASE_URL": "postgresql://one/name",
        "DATABASE_REPLICA_URL": "postgresql://two/name",
        "STORAGE_URL": "s3://key:a%2Fb@s3.example.org/bucket/folder?region=eu-west-2",
        "CACHE_URL": "valkey://:password@cache.example.org",
        "CDN_SECONDS": "10",
    }
    assert start(**larger) == ""


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"DEBUG": "maybe"}, "DEBUG is “maybe”. Set it to 1"),
        ({"SECRET_KEY": "unset"}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "  "}, "SECRET_KEY is not set"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY has 5 characters; it needs 50. Make a new one"),
        ({"SECRET_KEY": "abcdefghi" * 9}, "SECRET_KEY has 9 different characters"),
        (
            {"SECRET_KEY": "django-insecure-3x!9fj2k#l0m4n5b6v7c8x9z1q2w3e4r5t6y7"},
            "SECRET_KEY is one that Django made to develop with",
        ),
        ({"SECRET_KEY_FALLBACKS": "old"}, "A key of SECRET_KEY_FALLBACKS has 3 characters"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS is *, so that"),
        ({"ALLOWED_HOSTS": "figures.example.org, *"}, "Name the site's own addresses"),
        ({"HSTS_PRELOAD": "perhaps"}, "HSTS_PRELOAD is “perhaps”"),
        ({"ALLOWED_HOSTS": "unset"}, "ALLOWED_HOSTS is not set"),
        ({"ALLOWED_HOSTS": "https://figures.example.org"}, "Write names only"),
        ({"ALLOWED_HOSTS": "one.example two.example"}, "with commas between them"),
        ({"HTTPS_ONLY": "maybe"}, "HTTPS_ONLY is “maybe”"),
        ({"HTTPS_ONLY": "maybe", "DEBUG": "1"}, "HTTPS_ONLY is “maybe”"),
        ({"TRUSTED_PROXIES": "many"}, "TRUSTED_PROXIES is “many”. Set it to the number"),
        ({"TRUSTED_PROXIES": "-1"}, "TRUSTED_PROXIES is “-1”"),
        ({"DATABASE_URL": "mysql://host/name"}, "must begin with sqlite"),
        ({"DATABASE_URL": "sqlite:"}, "names no database"),
        ({"DATABASE_URL": "sqlite://"}, "names no database"),
        ({"DATABASE_URL": "postgresql://"}, "names no database"),
        ({"DATABASE_URL": "postgresql://host:port/name"}, "wrong port"),
        ({"DATABASE_URL": "sqlite:////proc/nope/db"}, "cannot be made"),
        ({"DATABASE_URL": "sqlite:////tmp"}, "is a directory"),
        ({"DATABASE_REPLICA_URL": "postgresql://host/name"}, "DATABASE_URL is no PostgreSQL"),
        ({"DATABASE_REPLICA_URL": "sqlite:///a"}, "DATABASE_REPLICA_URL begins with “sqlite”"),
        (
            {"DATABASE_REPLICA_URL": "postgres://a/b", "DATABASE_URL": "postgres://a/b"},
            "DATABASE_REPLICA_URL is the same as DATABASE_URL",
        ),
        ({"STORAGE_URL": "s3://key:secret@host"}, "STORAGE_URL must be like s3://key:secret@"),
        ({"STORAGE_URL": "https://host/bucket"}, "STORAGE_URL must be like s3://key:secret@"),
        ({"STORAGE_URL": "s3://key@host/bucket"}, "STORAGE_URL has no key and secret"),
        ({"STORAGE_URL": "s3://a:b@host:port/bucket"}, "STORAGE_URL has a wrong port"),
        ({"CACHE_URL": "memcached://host"}, "CACHE_URL must be like redis://"),
        ({"CACHE_URL": "redis://"}, "CACHE_URL must be like redis://"),
        ({"CACHE_URL": "redis://host:port"}, "CACHE_URL has a wrong port"),
        ({"CDN_SECONDS": "3600"}, "CDN_SECONDS is “3600”. Set it to 0"),
        ({"CDN_SECONDS": "many"}, "CDN_SECONDS is “many”"),
        ({"MEDIA_ROOT": "/etc/hostname"}, "is not a directory"),
        ({"EMAIL_URL": "mail.example.org"}, "EMAIL_URL must be like smtp+starttls://"),
        ({"EMAIL_URL": "smtps://"}, "EMAIL_URL must be like smtp+starttls://"),
        ({"EMAIL_URL": "smtps://host:port"}, "EMAIL_URL has a wrong port"),
        ({"EMAIL_URL": "smtps://host"}, "set EMAIL_FROM too"),
        ({"SITE_ADDRESS": "figures.example.org"}, "SITE_ADDRESS is “figures.example.org”. Write"),
        ({"SITE_ADDRESS": "https://figures.example.org/start"}, "with nothing after the name"),
        ({"SITE_ADDRESS": "https://other.example.org"}, "which ALLOWED_HOSTS does not"),
        ({"EMAIL_FROM": "nobody"}, "EMAIL_FROM is “nobody”. Write the address"),
        ({"OIDC_CLIENT_ID": "x"}, "Set OIDC_SERVER, OIDC_CLIENT_SECRET too"),
        (
            {"OIDC_SERVER": "http://a.b", "OIDC_CLIENT_ID": "x", "OIDC_CLIENT_SECRET": "y"},
            "OIDC_SERVER is “http://a.b”. Write",
        ),
    ],
)
def test_a_wrong_setting_is_named_with_what_to_write(changed, sentence):
    assert sentence in start(**changed)


@pytest.mark.parametrize("changed", [{"HTTPS_ONLY": "0"}, {"DEBUG": "1"}])
def test_where_the_site_may_be_asked_without_https_cookies_have_their_plain_names(changed):
    """A browser would drop others, and nobody could log in."""
    assert not {"SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME"} & started(**changed).keys()
