"""A PostgreSQL that is frozen, as when its disk hangs: it takes questions and answers none."""

import datetime as dt
import os
import signal
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.embargo.worlds import told
from tests.machines.servers import environment_of, fill, get, postgresql, until, web

pytestmark = pytest.mark.drill


@contextmanager
def frozen(server):
    """All processes of a server stand still within the block."""
    first = (Path(server.pgdata) / "postmaster.pid").read_text().split()[0]
    children = subprocess.run(["pgrep", "-P", first], capture_output=True, text=True, check=True)
    processes = [int(each) for each in (first, *children.stdout.split())]
    for each in processes:
        os.kill(each, signal.SIGSTOP)
    try:
        yield
    finally:
        for each in processes:
            os.kill(each, signal.SIGCONT)


def test_readers_read_on_and_staff_are_told_while_the_database_is_frozen(tmp_path):
    with postgresql() as primary:
        far = dt.datetime.now(dt.UTC) + dt.timedelta(days=30)
        fill(primary, tmp_path, far.isoformat())
        log = tmp_path / "web.log"
        with web(environment_of(primary.address, tmp_path), log) as (_, site):
            ready = ["/", "/help/", "/forces/northshire/"]
            read = [get(f"{site}{page}") for page in ready * 3][-3:]
            with frozen(primary.server):
                # More than there are threads: were each to wait for it, none would be left.
                for _ in range(12):
                    status, text = get(f"{site}/forces/southshire/")
                    assert (status, told(text)) == (503, [])
                assert [get(f"{site}{page}") for page in ready] == read
                status, text = get(f"{site}/admin/log-in/")
                assert status == 503 and "cannot reach its database" in text
                status, text = get(f"{site}/readyz")
                assert status == 503 and '"database": "cannot be reached"' in text
            until(lambda: get(f"{site}/forces/southshire/")[0] == 200, "the page that was not read")
            until(lambda: get(f"{site}/readyz")[0] == 200, "all is ready")
