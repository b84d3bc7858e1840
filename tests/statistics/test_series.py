from hypothesis import given

from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Break, Series, last_break
from offences.statistics.years import Year
from tests.statistics.worlds import LAST, YEARS, series

Y = Year.parse
CAMBRIDGESHIRE = Series(
    {
        Y("2018/19"): Cell.count(68),
        Y("2015/16"): Cell.missing("not_in_records"),
        Y("2017/18"): Cell.count(48),
        Y("2016/17"): Cell.count(53),
    }
)


def test_the_years_come_in_order_however_they_were_given():
    assert [year.label for year in CAMBRIDGESHIRE.cells] == [
        "2015/16",
        "2016/17",
        "2017/18",
        "2018/19",
    ]
    assert CAMBRIDGESHIRE.first == Y("2015/16")
    assert CAMBRIDGESHIRE.last == Y("2018/19")


def test_a_year_nobody_mentions_between_first_and_last_was_not_asked_for():
    gap = Series({Y("2015/16"): Cell.count(4), Y("2017/18"): Cell.count(6)})
    assert gap.cell(Y("2016/17")) == Cell.missing(Missing.NOT_ASKED)
    assert gap.years == (Y("2015/16"), Y("2016/17"), Y("2017/18"))
    assert gap.gaps(Y("2017/18")) == (Y("2016/17"),)


def test_a_series_whose_first_year_is_missing_has_a_gap_not_a_later_start():
    assert CAMBRIDGESHIRE.since(Y("2018/19")) == Y("2015/16")
    assert CAMBRIDGESHIRE.gaps(Y("2018/19")) == (Y("2015/16"),)


def test_a_six_month_figure_is_never_compared():
    dyfed_powys = Series({Y("2017/18"): Cell.part_year(19, 6), Y("2023/24"): Cell.count(67)})
    assert dyfed_powys.comparable_years(Y("2023/24")) == ()


def test_nothing_from_before_a_break_is_compared():
    widened = Series(
        {Y("2016/17"): Cell.count(5), Y("2017/18"): Cell.count(9), Y("2018/19"): Cell.count(8)},
        (Break(Y("2017/18"), "the class was widened"),),
    )
    assert widened.comparable_years(Y("2018/19")) == (Y("2017/18"),)
    assert widened.comparable_years(Y("2016/17")) == ()
    assert widened.run(Y("2018/19")) == (Y("2017/18"), Y("2018/19"))


def test_only_the_last_break_up_to_the_year_matters():
    breaks = (Break(Y("2019/20"), "c"), Break(Y("2015/16"), "a"), Break(Y("2017/18"), "b"))
    assert last_break(breaks, Y("2018/19")).why == "b"
    assert last_break(breaks, Y("2014/15")) is None


def test_an_empty_series_has_no_first_and_no_last_year():
    assert Series({}).first is Series({}).last is None
    assert Series({}).years == ()
    assert Series({}).run(Y("2018/19")) == (Y("2018/19"),)


@given(series)
def test_every_year_of_the_run_is_comparable_or_a_gap_and_never_both(given_series):
    comparable = set(given_series.comparable_years(LAST))
    gaps = set(given_series.gaps(LAST))
    assert not comparable & gaps
    assert comparable | gaps | {LAST} == set(given_series.run(LAST)) | {LAST}


@given(series)
def test_years_after_the_latest_change_nothing(given_series):
    latest = YEARS[3]
    cut = given_series.until(latest)
    assert cut.comparable_years(latest) == given_series.comparable_years(latest)
    assert cut.run(latest) == given_series.run(latest)
    assert all(year <= latest for year in cut.cells)


@given(series)
def test_series_with_the_same_cells_are_the_same(given_series):
    again = Series(dict(reversed(given_series.cells.items())), given_series.breaks)
    assert again == given_series
    assert hash(again) == hash(given_series)


def test_series_with_other_figures_or_breaks_are_not_the_same():
    one = Series({LAST: Cell.count(5)})
    others = (Series({LAST: Cell.count(6)}), Series(one.cells, (Break(LAST, "widened"),)))
    assert len({hash(one), *map(hash, others)}) == 3


def test_a_series_is_not_changed_by_what_it_was_made_from():
    cells, breaks = {LAST: Cell.count(5)}, [Break(LAST, "widened")]
    made = Series(cells, breaks)
    cells[LAST.next] = Cell.count(9)
    breaks.clear()
    assert list(made.cells) == [LAST]
    assert made.breaks == (Break(LAST, "widened"),)
