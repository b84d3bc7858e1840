"""Public pages from a replica that streams: what it has of a release it says, and nothing early."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.embargo.worlds import told, written
from tests.machines.made import opened
from tests.machines.servers import ask, environment_of, fill, get, postgresql, until, web

pytestmark = pytest.mark.drill

PAGES = ["/", "/forces/northshire/", "/forces/southshire/", "/releases/", "/data/", "/press/"]
FIGURES = "/releases/online/1/figures"
OF_THE_SECOND = "release_id = (SELECT id FROM offences_release WHERE number = 2)"
WITHOUT_FIGURES = f"""
    SET session_replication_role = replica;
    CREATE TABLE taken_out AS SELECT * FROM offences_releasedfigure WHERE {OF_THE_SECOND};
    DELETE FROM offences_releasedfigure WHERE {OF_THE_SECOND};
"""
WITH_FIGURES = """
    SET session_replication_role = replica;
    INSERT INTO offences_releasedfigure SELECT * FROM taken_out;
"""
STATE = 0.6  # seconds: a little more than a state is kept


@pytest.fixture
def servers():
    with postgresql() as primary:
        yield primary


WAITING = "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)"


def is_answered_without(primary, address):
    """Whether a page is given while nobody can read a figure of the primary."""
    with ThreadPoolExecutor() as pool, psycopg.connect(primary) as connection:
        connection.execute("LOCK TABLE offences_releasedfigure IN ACCESS EXCLUSIVE MODE")
        asking = pool.submit(get, address)
        until(lambda: asking.done() or ask(primary, WAITING), "an answer, or one who waits")
        is_answered = asking.done() and asking.result()[0] == 200
        connection.rollback()
    return is_answered


def change(primary, statement):
    with psycopg.connect(primary) as connection:
        connection.execute(statement)
    time.sleep(STATE)


def test_a_replica_that_lags_or_goes_shows_nothing_early_old_or_broken(servers, tmp_path):
    far = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
    fill(servers, tmp_path, far.isoformat())
    copy, address = servers.replica()
    more = {"DATABASE_REPLICA_URL": address}

    def caught_up() -> bool:
        position = ask(servers.address, "SELECT pg_current_wal_lsn()")
        return ask(address, f"SELECT pg_last_wal_replay_lsn() >= '{position}'")

    def is_read(file: str) -> bool:
        """Whether a file that nobody has asked for is read of the replica."""
        until(caught_up, "the replica")
        ask(address, "SELECT pg_wal_replay_pause()")  # the lock would come with the log
        time.sleep(STATE)
        is_answered = is_answered_without(servers.address, f"{site}{FIGURES}.{file}")
        ask(address, "SELECT pg_wal_replay_resume()")
        return is_answered

    def words() -> str:
        found = [get(f"{site}{page}") for page in PAGES]
        assert {status for status, _ in found} == {200}
        return " ".join(text for _, text in found)

    with web(environment_of(servers.address, tmp_path, **more), tmp_path / "web.log") as (_, site):
        assert told(words()) == []
        assert is_read("csv")

        # It lags while a release is written and opened: from the primary, at its minute and whole.
        change(servers.address, WITHOUT_FIGURES)
        until(caught_up, "the replica")
        ask(address, "SELECT pg_wal_replay_pause()")
        minute = dt.datetime.now(dt.UTC) + dt.timedelta(seconds=6)
        change(servers.address, WITH_FIGURES + opened(minute))
        while dt.datetime.now(dt.UTC) < minute:
            found = words()
            if dt.datetime.now(dt.UTC) < minute:
                assert told(found) == []
        assert written("73951").search(words())
        # It has that, and lags while the release is put off: it still thinks that it is open.
        ask(address, "SELECT pg_wal_replay_resume()")
        until(caught_up, "the replica")
        ask(address, "SELECT pg_wal_replay_pause()")
        change(servers.address, opened(far))
        assert told(words()) == []
        ask(address, "SELECT pg_wal_replay_resume()")

        until(caught_up, "the replica")
        assert "offences_replica_behind_bytes " in get(f"{site}/metrics")[1]

        # It is gone: the primary is asked. It is back: it is read again.
        until(caught_up, "the replica")
        words()
        servers.stop(copy)
        assert "offences_replica_behind" not in get(f"{site}/metrics")[1]
        assert get(f"{site}/measures/online/")[0] == 200
        assert told(words()) == []
        servers.start(copy)
        time.sleep(6)  # it rests for five seconds
        words()
        assert is_read("xlsx")

        # The primary is gone: a page that was never asked for is read from the replica.
        until(caught_up, "the replica")
        words()
        servers.stop(servers.server)
        assert told(words()) == []
        assert get(f"{site}{FIGURES}.ods")[0] == 200
        servers.start(servers.server)
