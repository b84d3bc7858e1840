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
from tests.embargo.crawl import Ask, again, asking, crawl
from tests.embargo.worlds import MINUTE, SECOND, told, world

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


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
        process.wait(timeout=20)
        process.stdout.close()


def test_a_process_whose_clock_is_a_second_behind_tells_nothing_while_ours_is_open(
    test_database,
):
    world()
    ours = asking(Client(raise_request_exception=False))
    with another(test_database, MINUTE - SECOND) as theirs:
        before = crawl(theirs)
        assert before.which(told) == {}
        assert len(before.answers) > 80
        with time_machine.travel(MINUTE, tick=False):
            after = crawl(ours)
        assert len(after.which(told)) > 30
        for _ in range(2):  # its memory is warm by now, and it has been asked with our tags
            asked = again(theirs, before, tags=after.tags)
            assert asked.which(told) == {}
            assert {answer.status for answer in asked.answers.values()} == {200, 404}


def test_a_process_that_began_before_the_minute_is_new_at_it_by_itself(test_database):
    """No job, no restart, nothing told to it: its clock goes on, and its memory was warm."""
    world()
    pages = ("/", "/forces/northshire/", "/releases/", "/press/", "/releases/feed.atom")
    with another(test_database, MINUTE - SECOND) as theirs:
        for _ in range(3):
            assert not any(told(theirs(address).everything) for address in pages)
        theirs("/", "CLOCK", data=MINUTE.isoformat())
        for address in pages:
            assert told(theirs(address).everything), address
        theirs("/", "CLOCK", data=(MINUTE - SECOND).isoformat())
        assert not any(told(theirs(address).everything) for address in pages)
