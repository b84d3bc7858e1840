"""The panel against a second, slow, obvious implementation, and its properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Coverage, Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from tests.statistics.worlds import LAST, YEARS, cells, counts, panels, part_years

Y = Year.parse
years = st.sampled_from(YEARS)


def slowly_the_total(panel, year):
    """Walk the forces one by one, keeping a low and a high sum on paper."""
    low, high, unlimited, any_figure = 0, 0, False, False
    for force in panel.series:
        cell = panel.series[force].cells.get(year)
        if cell is None or cell.state == "missing":
            continue
        any_figure = True
        low = low + cell.low
        if cell.state == "suppressed" and cell.high is None:
            unlimited = True
        elif cell.state == "suppressed":
            high = high + cell.high
        else:
            high = high + cell.low
    if not any_figure:
        return None
    return (low, None if unlimited else high)


def slowly_like_for_like(panel, old_year, new_year):
    """Strike out every force that cannot be used in one of the years; add up the rest."""
    kept, sums = [], {old_year: [0, 0], new_year: [0, 0]}
    for force in sorted(panel.series):
        given = panel.series[force].cells
        usable = True
        for year in (old_year, new_year):
            cell = given.get(year)
            if cell is None or cell.state in ("missing", "part_year") or cell.doubt != "":
                usable = False
        if not usable:
            continue
        kept.append(force)
        for year in {old_year, new_year}:
            sums[year][0] += given[year].low
            if given[year].high is None or sums[year][1] is None:
                sums[year][1] = None
            else:
                sums[year][1] += given[year].high
    return (kept, tuple(sums[old_year]), tuple(sums[new_year])) if kept else None


def pair(item):
    return (item.low, item.high)


@given(panels(), years)
def test_the_total_is_what_adding_by_hand_gives(panel, year):
    total = panel.total(year)
    assert (None if total is None else pair(total)) == slowly_the_total(panel, year)


@given(panels(), years, years)
def test_like_for_like_is_what_striking_out_by_hand_gives(panel, old, new):
    found = panel.like_for_like(old, new)
    by_hand = slowly_like_for_like(panel, old, new)
    if by_hand is None:
        assert found is None
    else:
        assert (list(found.forces), pair(found.old), pair(found.new)) == by_hand


@given(panels(), years)
def test_coverage_is_the_number_of_forces_with_any_figure(panel, year):
    given_one = [
        force
        for force, series in panel.series.items()
        if year in series.cells and series.cells[year].state != "missing"
    ]
    assert panel.coverage(year) == Coverage(len(given_one), panel.asked)


@given(panels(), years, years, st.sampled_from(YEARS), cells)
def test_a_force_missing_a_year_never_changes_the_like_for_like_total(
    panel, old, new, other, anything
):
    only_one_year = {new: anything} if other != old else {old: anything}
    if old == new:
        only_one_year = {}
    more = Panel({**panel.series, "new": Series(only_one_year)}, panel.asked + 1)
    assert more.like_for_like(old, new) == panel.like_for_like(old, new)


@given(panels(), years, years, part_years, counts)
def test_a_part_year_never_enters_a_comparison(panel, old, new, part, whole):
    mixed = Series({old: part, new: whole}) if old != new else Series({old: part})
    more = Panel({**panel.series, "new": mixed}, panel.asked + 1)
    assert more.like_for_like(old, new) == panel.like_for_like(old, new)


@given(panels(), years)
def test_a_force_that_gave_nothing_changes_coverage_and_not_the_total(panel, year):
    more = Panel({**panel.series, "new": Series({})}, panel.asked + 1)
    assert more.total(year) == panel.total(year)
    assert more.coverage(year).with_figures == panel.coverage(year).with_figures
    assert more.coverage(year).asked == panel.coverage(year).asked + 1


@given(panels(), years, years)
def test_the_common_set_has_figures_in_both_years(panel, old, new):
    found = panel.like_for_like(old, new)
    for force in found.forces if found else ():
        assert panel.series[force].cell(old).is_comparable
        assert panel.series[force].cell(new).is_comparable


@given(panels(), st.integers(1, 3))
def test_comparable_years_share_enough_forces_with_the_latest(panel, least):
    found = panel.comparable_years(LAST, least)
    for year in panel.years:
        same = panel.like_for_like(year, LAST)
        enough = same is not None and len(same.forces) >= least
        assert (year in found) == (enough and year < LAST)


def test_the_south_east_like_for_like_excludes_hampshire():
    old, new = Y("2021/22"), Y("2022/23")
    south_east = Panel(
        {
            "Kent": Series({old: Cell.count(179), new: Cell.count(230)}),
            "Surrey": Series({old: Cell.count(63), new: Cell.count(74)}),
            "Sussex": Series({old: Cell.count(187), new: Cell.count(189)}),
            "Hampshire": Series({old: Cell.missing("blank"), new: Cell.count(279)}),
        },
        asked=4,
    )
    same = south_east.like_for_like(old, new)
    assert same.forces == ("Kent", "Surrey", "Sussex")
    assert (same.old, same.new) == (Range(429, 429), Range(493, 493))
    assert south_east.total(new) == Range(772, 772)
    assert south_east.coverage(old) == Coverage(3, 4)
    assert not south_east.coverage(old).is_complete


def test_a_total_is_none_and_never_nought_where_no_force_has_a_figure():
    nobody = Panel({"A": Series({LAST: Cell.missing("refused")})}, 1)
    assert nobody.total(LAST) is None
    assert nobody.total(LAST.next) is None
    assert nobody.like_for_like(LAST.previous, LAST) is None


def test_more_forces_cannot_answer_than_were_asked():
    with pytest.raises(ValueError, match="1 forces were asked"):
        Panel({"A": Series({}), "B": Series({})}, 1)


def counted(numbers):
    return Series({year: Cell.count(n) for year, n in numbers.items()})


def test_no_year_from_before_a_break_is_compared_for_any_force():
    years = (LAST.previous.previous, LAST.previous, LAST)
    forces = {name: counted(dict.fromkeys(years, 5)) for name in "AB"}
    widened = Panel(forces, 2, (Break(LAST.previous, "the class was widened"),))
    assert widened.since(LAST) == LAST.previous
    assert widened.run(LAST) == years[1:]
    assert widened.comparable_years(LAST) == (LAST.previous,)
    assert widened.comparable_years(LAST.previous) == ()
    before = years[0]
    assert widened.since(before) == before  # the break is later
    assert widened.until(LAST.previous).breaks == widened.breaks
    unbroken = Panel(forces, 2)
    assert unbroken.since(LAST) == years[0]
    assert unbroken.comparable_years(LAST) == years[:2]


def test_a_break_before_the_first_year_starts_no_run():
    panel = Panel({"A": counted({LAST: 5})}, 1, (Break(LAST.previous, "earlier"),))
    assert panel.since(LAST) == LAST


def test_two_forces_are_the_fewest_that_compare_unless_said_otherwise():
    alone = Panel({"A": counted({LAST.previous: 4, LAST: 5}), "B": counted({LAST: 9})}, 2)
    assert alone.comparable_years(LAST) == ()
    assert alone.comparable_years(LAST, 1) == (LAST.previous,)


def test_a_panel_is_not_changed_by_what_it_was_made_from():
    forces, breaks = {"A": counted({LAST: 5})}, [Break(LAST, "widened")]
    panel = Panel(forces, 1, breaks)
    forces["B"] = counted({LAST: 9})
    breaks.clear()
    assert list(panel.series) == ["A"]
    assert panel.breaks == (Break(LAST, "widened"),)


def test_panels_are_told_apart_by_all_they_hold():
    forces = {"A": counted({LAST: 5})}
    panels = [
        Panel(forces, 1),
        Panel(forces, 2),
        Panel({"A": counted({LAST: 6})}, 1),
        Panel(forces, 1, (Break(LAST, "widened"),)),
    ]
    assert len(set(map(hash, panels))) == len(panels)
    assert hash(Panel(dict(forces), 1)) == hash(panels[0])
