"""Alarms, numbers and commands that docs/operate.md names are those that there are."""

import datetime as dt
import re
import shlex

import pytest
from django.core.management import get_commands, load_command_class
from django.db import DatabaseError

from offences import backups, health, request_metrics, workers
from offences.models import BackupRun
from tests.tooling.test_operate import COMMANDS, PAGE, ROOT
from tests.worlds import NOW

WORDS = " ".join(re.sub(r"```.*?```", "", PAGE, flags=re.DOTALL).split())
WRITTEN = [*COMMANDS, *re.findall(r"`([^`]*manage\.py [^`]*)`", WORDS)]
OURS = {line.partition("manage.py ")[2] for line in WRITTEN if "manage.py " in line}


def fails(*_):
    raise DatabaseError


@pytest.mark.parametrize("command", sorted(line for line in OURS if "…" not in line))
def test_each_command_is_taken_as_it_is_written(command):
    """Its options and how many words it takes: what runs it are the tests of test_operate."""
    name, *words = shlex.split(command)
    app = get_commands()[name]
    made = load_command_class(app, name) if isinstance(app, str) else app
    made.create_parser("manage.py", name).parse_args(words)  # or it says what is wrong


def test_each_number_to_watch_is_given(db, monkeypatch):
    monkeypatch.setattr(health, "last_sign", lambda: NOW)
    monkeypatch.setattr(health, "bytes_behind", lambda: 0)
    BackupRun.objects.create(began_at=NOW, ended_at=NOW, name="one.backup")
    given = {name for name, _ in health.metrics(NOW)}
    given |= {each.name for each in request_metrics.REQUESTS.collect()}
    named = {*re.findall(r"`(offences_\w+)", PAGE)}
    assert len(named) > 5
    assert named <= given


def test_each_alarm_of_today_is_on_the_page_in_its_words(db, monkeypatch, settings, tmp_path):
    settings.WORKER_EXPECTED = settings.BACKUPS_EXPECTED = True
    long_ago = NOW - dt.timedelta(days=1)
    said = []
    monkeypatch.setattr(workers, "waiting_since", lambda _: (1, long_ago))
    for sign in (long_ago, NOW):
        monkeypatch.setattr(workers, "last_sign", lambda sign=sign: sign)
        said.append(workers.worker_trouble(NOW).partition(":")[0].partition(".")[0])
    settings.BACKUP_DIRECTORY = None
    said.append(backups.why_worried(NOW).partition(":")[0])
    settings.BACKUP_DIRECTORY = tmp_path
    said.append(backups.why_worried(NOW).removesuffix(" yet."))
    BackupRun.objects.create(began_at=NOW, ended_at=NOW, name="one.backup", lost=3)
    said.append(backups.why_worried(NOW).partition(" and ")[0])
    assert len({*said}) == 5 and all(said)
    assert [each for each in said if each not in WORDS] == []


def test_what_the_page_has_readyz_say_is_what_it_says(monkeypatch):
    named = re.findall(r"`/readyz` says `([a-z ]+): ([^`]+)`", PAGE)
    assert {name for name, _ in named} == {"database", "documents"}
    monkeypatch.setattr(health, "MigrationExecutor", fails)
    said = {"database": health.database_trouble()}
    bucket = type("Bucket", (), {"path": staticmethod(_no_path), "exists": staticmethod(_gone)})
    monkeypatch.setattr(health, "default_storage", bucket)
    said["documents"] = health.documents_trouble()
    assert dict(named) == said


def _no_path(_):
    raise NotImplementedError


def _gone(_):
    raise OSError


def test_each_version_of_the_changes_names_its_commit_but_the_one_to_come():
    changes = (ROOT / "CHANGELOG.md").read_text()
    to_come, *versions = re.split(r"^## ", changes, flags=re.MULTILINE)[1:]
    assert to_come.startswith("Unreleased\n") and len(versions) > 2
    for each in versions:
        assert re.match(r"[\d.]+, \d+ \w+ \d{4}\n\nCommit `[0-9a-f]{8}`\.", each), each[:60]
