"""What readers see beside figures: what forces said of them, and what was revised since."""

import datetime as dt
import io

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from offences.models import Dispute, ReleasedRemark
from tests import worlds
from tests.clients import text_of
from tests.figures.worlds import OPENS, figure, release

pytestmark = pytest.mark.django_db
AGAIN = OPENS + dt.timedelta(days=30)
PAGE, PINNED = "/forces/northshire/", "/releases/online/1/forces/northshire/"


@pytest.fixture
def site():
    class Site:
        measure = worlds.measure()
        round = worlds.round_of(measure, years=(2016, 2018))
        north = worlds.force()
        first = release(measure, round)

        def newer(self, *figures, **more):
            made = release(self.measure, self.round, 2, public_at=AGAIN, **more)
            for year, low in figures:
                old = {2017: 48, 2018: 68}[year]
                revised = {"previously": old, "previously_in": 1, "revised_why": "a slip"}
                revised["history"] = [[1, old], [2, low]]
                figure(made, self.north, year, low, **(revised if low != old else {}))
            return made

    made = Site()
    figure(made.first, made.north, 2017, 48)
    figure(made.first, made.north, 2018, 68)
    return made


def remark(of, kind, shown_from=OPENS, said_on=dt.date(2019, 6, 3), **more):
    return ReleasedRemark.objects.create(
        release=of, force="northshire", kind=kind, shown_from=shown_from, said_on=said_on, **more
    )


def disputed(w):
    dispute = Dispute.objects.create(
        release=w.first,
        force=w.north,
        disputed={"2018/19": "68"},
        says="Two crimes were counted twice",
        said_on=dt.date(2019, 7, 7),
        opened_by=w.first.prepared_by,
        opened_at=OPENS,
        owner=w.first.prepared_by,
    )
    words = {"years": "2018/19", "words": dispute.says, "dispute": dispute}
    remark(w.first, "disputed", said_on=dispute.said_on, **words)
    return words


def read(client, address, at):
    with time_machine.travel(at, tick=False):
        response = client.get(address)
    assert response.status_code == 200, address
    return text_of(response)


def test_that_a_force_confirmed_its_figures_stands_beside_them(client, site):
    remark(site.first, "confirmed")
    for address in (PAGE, PINNED, "/releases/online/1/"):
        said = "Northshire Police confirmed these figures on 3 June 2019."
        assert said in read(client, address, OPENS)


def test_a_dispute_is_there_from_its_moment_and_its_decision_from_its_own(client, site):
    words = disputed(site)
    open_ = "Northshire Police disputes the figure for 2018/19 (7 July 2019): Two crimes were"
    assert f"{open_} counted twice. We are looking into it." in read(client, PAGE, OPENS)
    later = OPENS + dt.timedelta(days=16)
    remark(
        site.first,
        "decided",
        shown_from=later,
        said_on=dt.date(2019, 7, 10),
        decision="stands",
        **words | {"words": "the log agrees"},
    )
    assert "We are looking into it" in read(client, PAGE, later - dt.timedelta(seconds=1))
    page = read(client, PAGE, later)
    assert "Decided on 10 July 2019: the figure stands. The log agrees." in page
    assert open_ in page and "looking into it" not in page


def test_a_remark_is_as_closed_as_its_release(client, site):
    newer = site.newer((2017, 48), (2018, 71))
    remark(newer, "corrected", words="These are the corrected figures.")
    before = AGAIN - dt.timedelta(seconds=1)
    assert "corrected its figures" not in read(client, PAGE, before)
    said = "Northshire Police corrected its figures on 3 June 2019. These are the corrected"
    assert said in read(client, PAGE, AGAIN)
    assert said not in read(client, PINNED, AGAIN)


def test_a_page_that_was_remembered_is_made_anew_for_a_remark(client, site):
    for _ in range(3):
        read(client, PAGE, OPENS)
    remark(site.first, "confirmed")
    assert "confirmed these figures" in read(client, PAGE, OPENS)


def test_remarks_cost_no_question_more(client, site):
    def asked():
        found = []
        for address in (PAGE, PINNED, "/releases/online/1/"):
            with time_machine.travel(OPENS, tick=False), CaptureQueriesContext(connection) as made:
                client.get(address, {"anew": len(found)})
            found.append(len(made))
        return found

    asked()
    without = asked()
    remark(site.first, "confirmed")
    disputed(site)
    assert asked() == without


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ([(2017, 48), (2018, 71)], "One of these figures has been revised since: see release 2."),
        ([(2017, 50), (2018, 71)], "Two of these figures have been revised since: see release 2."),
        ([(2018, 68)], "One of these figures has been revised since: see release 2."),  # gone
        ([(2017, 48), (2018, 68)], "All of these figures still stand in release 2."),
    ],
)
def test_a_pinned_page_says_what_became_of_its_figures(client, site, figures, said):
    site.newer(*figures)
    for address in (PINNED, "/releases/online/1/"):
        before = read(client, address, AGAIN - dt.timedelta(seconds=1))
        assert "revised since" not in before and "still stand" not in before
        assert said in read(client, address, AGAIN)
    assert said not in read(client, PAGE, AGAIN)


def test_the_marker_r_has_the_old_figure_its_release_and_why_wherever_the_figure_is(client, site):
    site.newer((2017, 48), (2018, 71))
    said = "Revised: 68 in release 1, 71 since release 2. A slip."
    page = read(client, PAGE, AGAIN)
    assert "71 [r]" in page and said in page
    for file in ("/forces/northshire/online.csv", "/releases/online/2/figures.csv"):
        with time_machine.travel(AGAIN, tick=False):
            rows = client.get(file).content.decode()
        (row,) = [line for line in rows.splitlines() if "2018/19" in line]
        assert said in row and ",r," in row
    with time_machine.travel(AGAIN, tick=False):
        book = client.get("/releases/online/2/figures.xlsx").content
    rows = [
        [str(cell) for cell in row]
        for row in load_workbook(io.BytesIO(book))["Forces"].iter_rows(values_only=True)
    ]
    (row,) = [row for row in rows if "2018/19" in row]
    assert "71" in row and "r" in row and said in row


def test_what_changed_names_the_reason_and_both_vintages(client, site):
    site.newer((2017, 48), (2018, 71))
    page = read(client, "/releases/online/2/changes/", AGAIN)
    assert "Why: a slip" in page
    assert "Before: Northshire Gazette, 25 June 2019" in page


def test_the_feed_says_how_many_figures_a_release_revises_and_which_were_withdrawn(client, site):
    site.newer((2017, 50), (2018, 71))
    gone = release(site.measure, site.round, 3, public_at=AGAIN, withdrawn="A year was misread")
    with time_machine.travel(AGAIN, tick=False):
        feed = client.get("/releases/feed.atom").content.decode()
    assert "/releases/online/2/changes/" in feed
    assert "Two figures are revised in it: see what changed" in feed
    assert f"Withdrawn: Online sexual offences, release {gone.number}" in feed
    assert "This release was withdrawn. A year was misread." in feed
