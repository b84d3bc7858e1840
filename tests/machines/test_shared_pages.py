"""Pages that one process made are given by the others, and nobody else can write one."""

import gzip
import re

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from tests.embargo.worlds import MINUTE, SECOND, told, world

pytestmark = pytest.mark.django_db

FIGURES = re.compile("releasedfigure")


@pytest.fixture(autouse=True)
def shared(settings):
    memory = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "shared"}
    with override_settings(CACHES=settings.CACHES | {"pages": memory}):
        yield caches["pages"]
        caches["pages"].clear()


def made(client, page="/forces/northshire/"):
    """A page, and how often the figures were read for it."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(page, headers={"accept-encoding": "gzip"})
    return answer, len(FIGURES.findall(" ".join(each["sql"] for each in asked)))


def known(client):
    """A page that is kept since it came out the same twice; and the readings for the first."""
    (_, readings), _, (answer, _) = [made(client) for _ in range(3)]
    return answer, readings


def test_a_page_that_one_process_made_is_given_by_another_that_reads_no_figures(shared):
    world()
    (first, readings), other = known(Client()), Client()
    answer, again = made(other)
    assert (readings > 0, again) == (True, 0)
    assert answer.content == first.content
    assert dict(answer.headers) == dict(first.headers)
    tag = {"if-none-match": first["ETag"]}
    assert Client().get("/forces/northshire/", headers=tag).status_code == 304


def test_what_is_shared_is_of_one_state_and_never_early(shared):
    world()
    with time_machine.travel(MINUTE, tick=False):
        after, _ = known(Client())
        _, readings_after = made(Client())
    with time_machine.travel(MINUTE - SECOND, tick=False):  # a process whose clock is behind
        before, readings = made(Client())
    assert (readings_after, readings > 0) == (0, True)
    assert told(gzip.decompress(before.content).decode()) == []
    assert told(gzip.decompress(after.content).decode())


def test_a_page_that_somebody_wrote_into_the_memory_is_not_given(shared):
    world()
    known(Client())
    (name,) = shared._cache
    key = name.rpartition(":")[2]
    signature, _, text = shared.get(key).partition("\n")
    assert made(Client())[1] == 0
    shared.set(key, f"{signature}\n{text.replace('200', '201', 1)}")
    answer, readings = made(Client())
    assert (answer.status_code, readings > 0) == (200, True)


def test_staff_and_searches_are_not_shared(shared):
    client = Client()
    client.force_login(world().lead)
    for address in ("/admin/", "/forces/?q=north"):
        for _ in range(3):
            client.get(address)
    assert not shared._cache
