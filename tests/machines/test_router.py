"""Which requests are answered from the replica: public pages read by nobody logged in."""

import pytest
import time_machine
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client

from offences import replica
from offences.models import Force
from offences.releases import prerelease_access
from tests.embargo.worlds import HOUR, MINUTE, world
from tests.worlds import NOW

ROUTER = replica.PublicReads()


def test_rows_of_ours_alone_are_read_there_and_nothing_is_written():
    assert ROUTER.db_for_read(Force) == "default"
    replica.read_it()
    try:
        assert (ROUTER.db_for_read(Force), ROUTER.db_for_read(Session)) == ("replica", "default")
        assert ROUTER.db_for_write(Force) == "default"
        with replica.primary_alone():
            assert ROUTER.db_for_read(Force) == "default"
        assert ROUTER.db_for_read(Force) == "replica"
    finally:
        assert replica.read_primary()
    assert ROUTER.allow_migrate("replica", "offences") is False


@pytest.fixture
def read(monkeypatch):
    """How often the replica, which has everything, was read."""
    times = []
    monkeypatch.setattr(replica.Following, "has", lambda *_: True)
    monkeypatch.setattr(replica, "read_it", lambda: times.append(1))
    return times


@pytest.mark.django_db
def test_it_is_read_for_the_public_alone(read):
    made = world()
    token = prerelease_access.link_for(made.reader(now=NOW), by=made.lead, now=NOW)
    staff = Client()
    staff.force_login(made.lead)
    for client, step, address in (
        *((staff, "get", each) for each in ("/", "/forces/northshire/", "/admin/")),
        (Client(), "post", "/check/"),
        (Client(), "get", "/admin/log-in/"),
        (Client(), "get", f"/as-at/{token}/"),
    ):
        with time_machine.travel(MINUTE - HOUR, tick=False):
            getattr(client, step)(address)
        assert not read, address
    Client().get("/forces/northshire/")
    assert read


@pytest.mark.django_db
def test_a_page_whose_replica_goes_while_it_is_made_is_made_of_the_primary(monkeypatch):
    world()
    going = [OperationalError("terminating connection due to administrator command")]
    monkeypatch.setattr(replica.Following, "has", lambda *_: True)
    monkeypatch.setattr(replica, "read_primary", lambda: bool(going) and bool(going.pop()))
    monkeypatch.setattr(replica, "read_it", lambda: None)

    def fail_once(execute, sql, params, many, context):
        if going and "releasedfigure" in sql:
            raise going[0]
        return execute(sql, params, many, context)

    with connection.execute_wrapper(fail_once):
        answer = Client(raise_request_exception=False).get("/forces/northshire/")
    assert (answer.status_code, going) == (200, [])
