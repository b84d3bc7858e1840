"""A force that counts in another way since some year, among others that do not."""

from hypothesis import given
from hypothesis import strategies as st

from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from tests.statistics.worlds import YEARS, panels

Y2015, Y2016, Y2017, Y2018 = (Year(start) for start in range(2015, 2019))
years = st.sampled_from(YEARS)


def counted(*numbers, broke=None):
    cells = {Year(2015 + i): Cell.count(n) for i, n in enumerate(numbers)}
    own = (Break(broke, "the force changed its system", own=True),) if broke else ()
    return Series(cells, own)


def panel(broke=Y2017):
    return Panel(
        {
            "North": counted(10, 11, 12, 13),
            "South": counted(20, 21, 22, 23),
            "West": counted(5, 6, 90, 91, broke=broke),
        },
        3,
    )


def test_a_force_is_left_out_of_a_comparison_across_its_own_break():
    same = panel().like_for_like(Y2016, Y2017)
    assert same.forces == ("North", "South")
    assert (same.old, same.new) == (Range(32, 32), Range(34, 34))
    assert panel().left_out(Y2016, Y2017) == {"West"}


def test_on_either_side_of_its_break_it_is_compared_like_any_other():
    assert panel().like_for_like(Y2015, Y2016).forces == ("North", "South", "West")
    assert panel().like_for_like(Y2017, Y2018).forces == ("North", "South", "West")
    assert panel().left_out(Y2017, Y2018) == frozenset()


def test_its_figures_stay_in_totals_and_coverage():
    assert panel().total(Y2017) == Range(124, 124)
    assert panel().coverage(Y2017).with_figures == 3


def test_a_year_that_too_few_forces_compare_with_is_no_year_to_compare():
    few = Panel({"North": counted(1, 2, 3, 4), "West": counted(5, 6, 7, 8, broke=Y2017)}, 2)
    assert few.comparable_years(Y2018) == (Y2017,)
    assert few.comparable_years(Y2016) == (Y2015,)


@given(panels(), years, years, st.sampled_from(YEARS))
def test_a_break_only_ever_takes_its_own_force_out(panel, old, new, year):
    broken = {
        name: Series(series.cells, (Break(year, "", own=True),)) if name == "A" else series
        for name, series in panel.series.items()
    }
    before = panel.like_for_like(old, new)
    after = Panel(broken, panel.asked).like_for_like(old, new)
    kept = () if before is None else before.forces
    if old < year <= new:
        kept = tuple(name for name in kept if name != "A")
    assert (() if after is None else after.forces) == kept
