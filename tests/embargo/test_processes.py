"""Two processes of one site on one database, each with its own clock: each keeps the minute."""

import datetime as dt
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tests.embargo.another import asking_of
from tests.embargo.crawl import Ask, again, asking, few
from tests.embargo.worlds import MINUTE, SECOND, told, world
from tests.samples import is_drill

# In each run the minute is kept in one process (test_embargo), and a page made across it is of one
# side (test_snapshot).
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.drill]


@contextmanager
def another(address: str, moment: dt.datetime) -> Iterator[Ask]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.embargo.another", moment.isoformat()],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": address},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield asking_of(process)
    finally:
        process.stdin.close()
        process.wait()
        process.stdout.close()


def test_each_process_keeps_the_minute_by_its_own_clock(test_database):
    world()
    ours = asking(Client(raise_request_exception=False))
    with another(test_database, MINUTE - SECOND) as theirs:
        before = few(theirs)
        assert before.which(told) == {}
        assert len(before.answers) > (80 if is_drill() else 40)
        with time_machine.travel(MINUTE, tick=False):
            after = few(ours)
        assert len(after.which(told)) > (30 if is_drill() else 10)
        pages = before.pages().some(2)
        for _ in range(2):  # its memory is warm by now, and it is asked with our tags too
            asked = again(theirs, pages, tags=after.tags)
            assert asked.which(told) == {}
            assert {answer.status for answer in asked.answers.values()} == {200}
        # No job, no restart, nothing told to it: its clock goes on.
        theirs("/", "CLOCK", data=MINUTE.isoformat())
        new = after.of(pages.answers).which(told)
        assert again(theirs, pages).which(told).keys() == new.keys()
        theirs("/", "CLOCK", data=(MINUTE - SECOND).isoformat())
        assert again(theirs, pages).which(told) == {}
