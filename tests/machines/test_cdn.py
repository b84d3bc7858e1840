"""What a cache in front may keep: seconds, never beyond the next known minute, nothing of staff."""

import datetime as dt
import re

import pytest
import time_machine
from django.test import Client, override_settings

from offences.releases import prerelease_access
from tests.embargo.worlds import MINUTE, told, world
from tests.path.test_public_tables import addresses
from tests.worlds import NOW

pytestmark = pytest.mark.django_db

KEPT = 20
S_MAXAGE = re.compile(r"s-maxage=(\d+)")


def seconds_of(answer):
    found = S_MAXAGE.search(answer.get("Cache-Control", ""))
    return int(found[1]) if found else 0


@pytest.fixture
def made():
    with override_settings(CDN_SECONDS=KEPT):
        yield world()


@pytest.mark.parametrize(
    ("before", "kept"), [(3600, KEPT), (20.5, KEPT), (7.9, 7), (0.5, 0), (0, KEPT), (-60, KEPT)]
)
def test_a_page_is_kept_to_the_next_minute_at_most(made, before, kept):
    client = Client()
    with time_machine.travel(MINUTE - dt.timedelta(seconds=before), tick=False):
        # Made, made again, ready, and not changed.
        answers = [client.get("/forces/northshire/") for _ in range(3)]
        tag = {"if-none-match": answers[0]["ETag"]}
        answers += [client.get("/forces/northshire/", headers=tag)]
    assert [each.status_code for each in answers] == [200, 200, 200, 304]
    assert [seconds_of(each) for each in answers] == [kept] * 4
    assert answers[0]["Cache-Control"].startswith("public, max-age=0, must-revalidate")


def test_no_public_address_is_kept_beyond_the_minute(made):
    client = Client(raise_request_exception=False)
    with time_machine.travel(MINUTE - dt.timedelta(seconds=3), tick=False):
        asked = {address: client.get(address) for address in addresses()}
    said = {address: answer.get("Cache-Control", "") for address, answer in asked.items()}
    assert max(seconds_of(each) for each in asked.values()) == 3
    for address, header in said.items():
        named = re.findall(r"(max-age|stale-[a-z-]+)=(\d+)", header)
        assert all(int(number) <= 3 for _, number in named), (address, header)
        assert "immutable" not in header, address


def test_what_is_one_persons_is_kept_nowhere(made):
    client = Client()
    client.force_login(made.lead)
    token = prerelease_access.link_for(made.reader(now=NOW), by=made.lead, now=NOW)
    with time_machine.travel(MINUTE - dt.timedelta(minutes=30), tick=False):
        answers = [client.get("/admin/"), client.get("/admin/log-in/"), client.post("/check/")]
        answers += [Client().get(f"/as-at/{token}/")]
    assert answers[-1].status_code == 200 and told(answers[-1].content.decode())
    assert [seconds_of(each) for each in answers] == [0] * 4
    refused = [client.get(f"/admin/{each}/") for each in ("nowhere", "offences/document/9/file")]
    assert {each["Cache-Control"] for each in refused} == {"private, no-store"}


def test_without_a_cdn_each_answer_is_asked_for_again(made):
    with override_settings(CDN_SECONDS=0):
        assert Client().get("/")["Cache-Control"] == "public, max-age=0, must-revalidate"
