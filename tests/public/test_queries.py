"""No public page asks the database more because there is more to show."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from offences.models import CampaignEvent, Force, Release
from offences.press import draft_event
from tests import worlds
from tests.figures.worlds import answer, figure, release
from tests.public.awkward import PARTS, WORLDS, Site, publish, site
from tests.public.sweep import Parts, addresses, first_of
from tests.samples import is_drill

pytestmark = pytest.mark.django_db
MOST = 5


@override_settings(PUBLIC_STATE_KEPT=dt.timedelta(hours=1))
def asked(parts: Parts) -> dict[str, int]:
    """Of these public addresses, how many questions each asks once it is known what is public."""
    client, found = Client(), {}
    client.get("/about/")
    for address in addresses(parts):
        with CaptureQueriesContext(connection) as queries:
            response = client.get(address)
            b"".join(response)  # all of it, were it a stream
        assert response.status_code == 200, address
        found[address] = len(queries)
    return found


def grow(made: Site) -> None:
    """More of all that a page lists: forces, years, rounds, releases, measures, events, texts."""
    forces = [worlds.force(f"Shire {letter}") for letter in ("ABCDEFGH" if is_drill() else "AB")]
    Force.objects.filter(slug__startswith="shire").update(
        region="West", website="https://x.example"
    )
    rounds = [worlds.round_of(made.online, slug=str(year)) for year in range(2014, 2018)]
    for each in (*made.releases, made.other):
        for force in forces:
            for year in range(2012, 2019):
                figure(each, force, year, 40 + year % 7)
            answer(each, force, "refused", reason="s.12")
            answer(each, force, "answered", number=2)
            for of in rounds:
                answer(
                    each,
                    force,
                    round=of.slug,
                    round_name=of.name,
                    round_number=of.number,
                    source="Gazette",
                )
        for year in range(2009, 2018):
            printed(each, forces[0], year, "total", "England and Wales")
            printed(each, forces[0], year, "region", "West")
    for number in (4, 5):
        each = release(made.online, made.round, number)
        publish(each, WORLDS["a rise"], tuple(Force.objects.all()))
        speak(event_of(made, each))
    speak(made.event)
    measure = worlds.measure("images", name="Images")
    publish(release(measure, made.round), WORLDS["a fall"], tuple(forces))


def printed(of: Release, force: Force, year: int, kind: str, place: str) -> None:
    more = {"body_kind": kind, "body": place, "with_figures": 40, "asked": 44}
    figure(of, force, year, 8000 + year, figure_kind="total", **more)


def event_of(made: Site, of: Release) -> CampaignEvent:
    return CampaignEvent.objects.create(
        slug=f"event-{of.number}",
        name=f"Event {of.number}",
        description="a day",
        campaign=made.event.campaign,
        release=of,
        embargo_at=made.event.embargo_at,
        contact="press@example.org",
    )


def speak(event: CampaignEvent) -> None:
    """Issue a text for every force of its release that has none."""
    of = event.release
    CampaignEvent.objects.filter(pk=event.pk).update(older_because="It was announced so.")
    texts = draft_event(event, by=of.prepared_by, now=worlds.NOW)
    worlds.issue_all([t for t in texts if not t.issued_at], of.prepared_by, of.approved_by)


def test_no_page_asks_more_because_there_is_more_to_show():
    made = site(WORLDS["a rise"])
    parts = PARTS if is_drill() else first_of(PARTS)
    client = Client()
    client.get("/about/")  # what is asked once in the life of a process is not counted
    client.get("/forces/northshire/")
    few = asked(parts)
    grow(made)
    assert asked(parts) == few
    assert max(few.values()) <= MOST, few
