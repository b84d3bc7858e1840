"""Numbers that a force gives in one answer and withholds in another: they may be the same."""

import datetime as dt
from dataclasses import replace

import pytest

from offences import releases
from offences.disclosure import TableCount
from offences.models import FoiSubmission
from offences.releases import deciding
from offences.releases.all_releases import AllReleases
from offences.releases.earlier import published_tables
from offences.releases.unchanged_figures import UnchangedFigures
from offences.statistics.cells import HIDDEN, Range
from tests import worlds
from tests.releases.conftest import OPENS
from tests.releases.subtracting import Reader, age
from tests.releases.test_several_releases import (
    THRESHOLD,
    as_published,
    is_safe,
    true_table,
    what_may_be_hidden,
)
from tests.releases.test_subtracting import LARGE, NORTH, hidden_in, large  # noqa: F401
from tests.worlds import LATER, NOW

AGES = ["11", "12", "13", "14"]
COUNTS = {"force-0": dict(zip(AGES, (1, 9, 8, 6), strict=True))}
WITHHELD = {age("force-0", "12"): Range(0, 9), age("force-0", "13"): HIDDEN}


def answer(number, withheld):
    """A release of one force, which withholds these numbers."""
    table = true_table(number, COUNTS, AGES)
    own = {place: range_ for place, range_ in table.ranges.items() if place.kind == "force"}
    return replace(table, ranges=own | withheld, truth=own | withheld, columns=())


def may_be_hidden(table):
    return {
        place: item
        if (range_ := table.ranges[place]).is_exact
        else TableCount(0, range_.high, must_hide=True)
        for place, item in what_may_be_hidden(table).items()
    }


@pytest.mark.parametrize("in_turn", [({}, WITHHELD), (WITHHELD, {}), ({}, WITHHELD, {})])
def test_what_an_answer_withholds_and_another_gives_is_taken_to_be_one_number(in_turn):
    """Who sees 12 and 13 in one release, and 14 in another, knows that one was 11."""
    public = []
    for number, withheld in enumerate(in_turn, 1):
        table = answer(number, withheld)
        known = AllReleases(public, table, may_be_hidden(table))
        known, chosen = deciding.decided(known, THRESHOLD, number, lambda done, of: None)
        assert known.new_among(chosen.open, THRESHOLD) == ()
        public.append(as_published(table, chosen.hidden | withheld.keys()))
    shown = {
        table.number: {k: r.low if r.is_exact else None for k, r in table.ranges.items()}
        for table in public
    }
    stranger = Reader(shown, {table.number: {} for table in public})
    assert is_safe(stranger.number(1, age("force-0", "11")))


@pytest.mark.parametrize(
    ("before", "now", "first"),
    [(6, Range(0, 9), 1), (6, HIDDEN, 1), (Range(0, 4), 3, 1), (Range(0, 4), 6, 2), (6, 7, 2)],
)
def test_a_number_may_be_the_one_of_an_earlier_answer_if_it_is_in_its_range(before, now, first):
    place = age("force-0", "14")
    tables = [
        answer(number, {place: n if isinstance(n, Range) else Range.exactly(n)})
        for number, n in ((1, before), (2, now))
    ]
    was = as_published(tables[0], () if isinstance(before, int) else {place})
    found = UnchangedFigures([was], tables[1], frozenset())
    assert found.first(place).release == first


@pytest.mark.parametrize("withheld", WITHHELD.items())
def test_a_number_that_was_withheld_once_is_the_one_that_was_given_before_and_after(withheld):
    place, range_ = withheld
    was = as_published(answer(1, {}), ()), as_published(answer(2, {place: range_}), {place})
    assert UnchangedFigures(was, answer(3, {}), frozenset()).first(place).release == 1


def test_what_is_known_of_a_number_is_what_its_ranges_have_in_common():
    place = age("force-0", "14")
    was = [
        as_published(answer(n, {place: r}), {place})
        for n, r in ((1, Range(0, 9)), (2, Range(4, 20)))
    ]
    found = UnchangedFigures(was, answer(3, {place: HIDDEN}), frozenset())
    assert found.known(place) == Range(4, 9)


@pytest.mark.parametrize(("text", "known"), [("9-14", Range(0, 14)), ("*", HIDDEN)])
def test_a_withheld_number_looks_like_any_hidden_one_though_an_earlier_release_shows_it(
    large,  # noqa: F811
    text,
    known,
):
    """Northshire withholds how many were 12, which it has given before."""
    first, twelve = large.approved(), age(NORTH, "12")
    assert "12" not in hidden_in(first, NORTH)
    made = FoiSubmission.objects.get(force__slug=NORTH)
    cells = {worlds.cell(large.measure, 2018, "12"): text}
    worlds.enter(made, cells, by=large.officer, now=NOW + dt.timedelta(minutes=30))
    worlds.check(made, by=large.checker, now=LATER, confirm_zeros=True)
    second = large.prepare()
    hidden = releases.snapshot(second).hidden
    assert twelve in hidden.small
    assert hidden.ranges()[twelve] == Range.exactly(LARGE[3])
    worlds.approve(second, by=large.approver, now=LATER, public_at=OPENS + dt.timedelta(days=1))
    figure = second.figures.get(body=NORTH, category="12")
    assert (figure.low, figure.high, figure.is_hidden) == (0, None, True)
    assert published_tables(large.prepare(), {})[1].truth[twelve] == known
