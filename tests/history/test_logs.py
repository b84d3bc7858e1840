"""What is written of each request and error, and what is counted for those who watch the site."""

import datetime as dt
import json
import logging
import os
import re
import subprocess
import sys

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from offences import tasks
from offences.history import writer
from offences.logs import ErrorRecords, JsonLines
from offences.models import BackupRun
from tests import worlds


def numbers_in(answer):
    lines = answer.content.decode().splitlines()
    return dict(each.rsplit(" ", 1) for each in lines if not each.startswith("#"))


def line(record: logging.LogRecord) -> dict:
    return json.loads(JsonLines().format(record))


def test_a_line_has_the_request_and_the_account_and_of_an_error_its_place_alone():
    try:
        raise ValueError("Cas Doe of Northshire, cas@example.org")
    except ValueError:
        record = logging.getLogger("django.request").makeRecord(
            "django.request",
            logging.ERROR,
            __file__,
            1,
            "Not found: %s",
            ("/preview/a-secret/",),
            sys.exc_info(),
        )
    with writer.writing(writer.ChangeWriter("7f", "task send_letters", 12)):
        found = line(record)
    assert (found["request"], found["person"], found["task"]) == ("7f", 12, "send_letters")
    assert (found["error"], found["level"]) == ("ValueError", "error")
    assert found["steps"][0].endswith("alone") and found["message"] == "Not found: …"
    assert "Cas" not in str(found) and "a-secret" not in str(found)


@pytest.mark.django_db
def test_the_line_of_a_task_names_the_task(caplog):
    with caplog.at_level(logging.INFO, "django.tasks"):
        tasks.send_digests.enqueue()
        number = DBTaskResult.objects.get().task_result.id
        worlds.work()
    begun, ended = (line(each) for each in caplog.records if each.name == "django.tasks")
    of_task = f"Task id={number} path=offences.tasks.send_digests state="
    assert begun["message"] == f"{of_task}RUNNING"
    assert ended["message"] == f"{of_task}SUCCESSFUL"


@pytest.mark.django_db
def test_each_request_has_a_line_with_the_pattern_of_its_address(client, caplog):
    with caplog.at_level(logging.INFO, "offences.pages"):
        client.get("/forces/northshire/?q=cas%40example.org")
    found = next(line(record) for record in caplog.records if record.name == "offences.pages")
    assert found["route"] == "/forces/<slug:slug>/" and found["status"] == 404
    assert "cas" not in str(found) and "northshire" not in str(found)


@pytest.mark.django_db
def test_the_queue_and_the_age_of_the_last_backup_are_counted(client):
    now = timezone.now()
    BackupRun.objects.create(began_at=now - dt.timedelta(hours=3), ended_at=now, name="a")
    tasks.send_digests.enqueue()
    answer = client.get("/metrics")
    found = numbers_in(answer)
    assert found["offences_tasks_waiting"] == "1" and found["offences_ready"] == "1.0"
    assert 10_800 <= float(found["offences_backup_age_seconds"]) < 10_900


@pytest.mark.django_db
def test_requests_are_counted_by_view_and_class_of_status_without_a_word_of_their_address(client):
    def counted():
        found = numbers_in(client.get("/metrics")).items()
        return {name: float(n) for name, n in found if name.startswith("offences_requests_")}

    before = counted()
    client.get("/forces/northshire/?q=cas%40example.org")
    client.get("/forces/southshire/")
    after = counted()
    new = {name: n - before.get(name, 0) for name, n in after.items() if "_created" not in name}
    labels = '{status="4xx",view="force"}'
    assert new[f"offences_requests_seconds_count{labels}"] == 2
    assert new[f"offences_requests_seconds_sum{labels}"] > 0
    assert sum(n for name, n in new.items() if "_count" in name) == 2  # itself is not counted
    assert "northshire" not in str(after) and "cas" not in str(after)
    client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"})  # refused: no view answers
    refused = counted()
    now = {name for name, n in refused.items() if n > after.get(name, 0) and "_count" in name}
    assert now == {'offences_requests_seconds_count{status="4xx",view="none"}'}


@pytest.mark.django_db
def test_nobody_reads_them_through_a_proxy_or_from_elsewhere(client, settings):
    assert client.get("/metrics", headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 404
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.1").status_code == 404
    settings.METRICS_FROM = ["192.0.2.1"]
    assert client.get("/metrics", REMOTE_ADDR="192.0.2.1").status_code == 200


def test_an_error_of_a_page_is_a_record_with_its_traceback_and_nothing_of_anybody():
    """As a server runs it, DEBUG off and JSON_LOGS unset."""
    environment = {k: v for k, v in os.environ.items() if k != "JSON_LOGS"}
    made = subprocess.run(
        [sys.executable, "-c", A_PAGE_THAT_FAILS],
        env=environment | {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        capture_output=True,
        text=True,
    )
    first, *steps = made.stderr.splitlines()
    assert (made.stdout, steps[-1]) == ("500\n", "builtins.ValueError"), made.stderr
    assert re.match(r"2\S+ error django\.request \S+: Internal Server Error \(", first)
    assert "method GET, route /forces/<slug:slug>/, status 500" in first
    assert steps[0] == "Traceback:"
    assert "builtins.KeyError" in steps and "which led to" in steps
    assert any(", in look_up" in each for each in steps)
    for word in ("cas@", "example.org", "northshire"):
        assert word not in made.stderr


def test_a_refused_request_and_a_circle_of_causes_leave_a_record_of_nobody():
    one, other = KeyError("jane"), ValueError("jane")
    one.__cause__, other.__cause__ = other, one
    record = logging.makeLogRecord(
        {
            "name": "django.security.SuspiciousFileOperation",
            "levelname": "ERROR",
            "msg": "Refused: /srv/jane.xlsx",
            "exc_info": (type(one), one, None),
        }
    )
    written = ErrorRecords().format(record)
    assert "jane" not in written and "builtins.KeyError" in written


A_PAGE_THAT_FAILS = """
import django
from django.test import Client, override_settings
from django.urls import path

def look_up(request, slug):
    try:
        {}[request.GET["q"]]
    except KeyError as error:
        raise ValueError(f"a row of {slug}") from error

urlpatterns = [path("forces/<slug:slug>/", look_up)]
OURS = ["offences.history.requests.RequestsWrite", "offences.logs.RequestLines"]

django.setup()
with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=OURS):
    page = "/forces/northshire/?q=cas%40example.org"
    print(Client(raise_request_exception=False).get(page).status_code)
"""


@pytest.mark.drill  # the lines themselves are read in each run
def test_the_site_starts_with_these_logs():
    """They are set up before any model is there."""
    environment = os.environ | {"JSON_LOGS": "1", "DJANGO_SETTINGS_MODULE": "tests.settings"}
    code = "import django, logging; django.setup(); logging.getLogger('x').info('ready')"
    made = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True)
    assert json.loads(made.stdout)["message"] == "ready", made.stderr
