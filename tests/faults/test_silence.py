"""A PostgreSQL that says nothing: nobody waits for it long, and one request asks it again."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError, close_old_connections, connection
from django.test import Client

from config import databases
from offences.faults import Fault, fault_of
from offences.postgresql import patience
from offences.postgresql.patience import Silence
from offences.releases import public_state
from offences.releases.public_state import LatestState

AN_HOUR = "SELECT pg_sleep(3600)"


@pytest.fixture
def silence(monkeypatch):
    made = Silence()
    monkeypatch.setitem(patience._silences, "default", made)
    return made


def asked(question, *values):
    close_old_connections()  # as before each request
    with connection.cursor() as cursor:
        cursor.execute(question, values)
        return cursor.fetchone()[0]


def why_not(question):
    with pytest.raises(OperationalError) as refused:
        asked(question)
    return fault_of(refused.value)


def comes_to_an_end(question):
    """Whether the database leaves off asking it; on a busy machine that takes it a moment."""
    running = "SELECT count(*) FROM pg_stat_activity WHERE query = %s AND state = 'active'"
    for _ in range(100):
        if asked(running, question) == 0:
            return True
        asked("SELECT pg_sleep(0.1)")
    return False


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_does_not_come_is_waited_for_no_longer_than_said(silence, monkeypatch):
    if connection.vendor == "sqlite":
        return  # a file answers, or the disk does not
    connection.close()  # one that is open has the silence of the test before
    assert patience.limit() is None  # a worker waits
    assert asked("SELECT 1") == 1
    with patience.of(0.2):
        assert why_not(AN_HOUR) is Fault.DATABASE_GONE
        assert silence.is_on
        assert why_not("SELECT 1") is Fault.DATABASE_GONE  # nobody asks for a while
    assert comes_to_an_end(AN_HOUR)  # it was told to stop
    monkeypatch.setattr(patience, "REST", 0)
    silence.begin()
    with patience.of(patience.READERS):
        assert asked("SELECT 1") == 1
    assert not silence.is_on


def test_of_many_requests_one_asks_again_after_a_rest(silence, monkeypatch):
    clock = SimpleNamespace(seconds=0.0)
    monkeypatch.setattr(patience, "monotonic", lambda: clock.seconds)

    def may_ask_at(seconds):
        clock.seconds = seconds
        return silence.may_ask()

    assert may_ask_at(0)
    silence.begin()
    moments = (1, 6, 7, 20, 22)  # it waits as long as a reader does
    assert [each for each in moments if may_ask_at(each)] == [6, 22]
    silence.end()
    assert may_ask_at(22)


@pytest.mark.django_db
def test_readers_wait_for_nobody_who_waits_for_the_database(silence, monkeypatch):
    latest = LatestState()
    read = latest.now()
    monkeypatch.setattr(LatestState, "last", lambda _: None)
    monkeypatch.setattr(public_state, "OTHERS_WAIT", 0)
    with latest._reading:  # as a thread does that reads
        with pytest.raises(OperationalError):
            latest.now()
        assert latest.last_read is read
        first = LatestState()
        assert first._patience() == -1  # nothing was read before: to the end
        silence.begin()
        assert first._patience() == 0


def test_each_request_has_its_patience_and_a_person_of_the_staff_has_more(monkeypatch, db):
    seen = {}

    def note(name):
        monkeypatch.setattr(
            "offences.middleware.PublicAnswers.process_view",
            lambda *_: seen.setdefault(name, patience.limit()) and None,
        )

    for name, address in (("reader", "/help/"), ("staff", "/admin/log-in/")):
        note(name)
        Client().get(address)
    assert seen == {"reader": patience.READERS, "staff": patience.STAFF}
    assert patience.limit() is None


def test_a_machine_that_is_gone_is_found_out_by_a_worker_too(monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", "postgresql://a:b@host/name?connect_timeout=3")
    options = databases.database(tmp_path)["OPTIONS"]
    assert options["connect_timeout"] == 3  # its address may say otherwise
    assert options.keys() >= {"tcp_user_timeout", "keepalives_idle"}
