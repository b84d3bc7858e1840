"""The charts of a measure's page: a staircase of totals, and pairs of years like for like."""

import pytest
from django.template.loader import render_to_string

from offences.charts.drawing import TextMark
from offences.charts.pairs import BASE, TOP, PairChart, pair_charts
from offences.claims.totals import OwnSum, Total
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.views.tables import groups_of, stairs_of
from offences.words.panels import like_for_like

LATE = Cell.missing("late")


def total(
    year: int, value: int, vintage: str, with_figures: int | None, asked: int | None
) -> Total:
    return Total(
        claim="total",
        year=Year(year),
        value=value,
        area="England and Wales",
        with_figures=with_figures,
        asked=asked,
        in_records=None,
        vintage=vintage,
        source="Annual report",
        source_url="",
    )


TOTALS = (
    total(2018, 8000, "June 2019", 40, 44),
    total(2015, 4000, "June 2019", 40, 44),
    total(2017, 6000, "June 2018", 39, None),
    total(2016, 5000, "June 2018", None, None),
    total(2015, 3000, "June 2018", None, None),
)


def test_a_sum_of_the_year_in_which_the_counting_changed_is_marked_and_no_other():
    sums = [
        OwnSum(Year(year), Range(100, 100), "England", with_figures=40, asked=44)
        for year in (2018, 2017)
    ]
    table = render_to_string("_sums.html", {"sums": sums, "breaks": [Break(Year(2018), "So.")]})
    assert table.count("[b]") == 1 and '2018/19 <span class="code">[b]</span>' in table


def test_each_total_stands_under_its_year_and_an_empty_place_holds_nothing():
    stairs = stairs_of(groups_of(TOTALS))
    assert [year.label for year in stairs.years] == ["2015/16", "2016/17", "2017/18", "2018/19"]
    assert [
        [[each["value"] for each in cell] for cell in cells] for _, _, cells in stairs.steps
    ] == [[[4000], [], [], [8000]], [[3000], [5000], [6000], []]]


def test_all_steps_have_one_scale_from_zero():
    cells = [cell for _, _, step in stairs_of(groups_of(TOTALS)).steps for cell in step]
    heights = {each["value"]: each["pixels"] for cell in cells for each in cell}
    assert heights[8000] == 2 * heights[4000] == 100


def test_on_how_many_forces_a_step_rests_is_said_once_or_by_year():
    first, second = (reach for _, reach, _ in stairs_of(groups_of(TOTALS)).steps)
    assert first == "40 of 44 forces"
    assert second == (
        "2015/16 and 2016/17: the report did not say how many forces; 2017/18: 39 forces"
    )


def drawn(**forces: tuple) -> list[PairChart]:
    """The pairs of forces by their figures, the newest of 2018/19."""
    made = {}
    for force, figures in forces.items():
        cells = [each if isinstance(each, Cell) else Cell.count(each) for each in figures]
        years = map(Year, range(2019 - len(cells), 2019))
        made[force] = Series(dict(zip(years, cells, strict=True)))
    compared = like_for_like(Panel(made, len(made) + 3))
    return pair_charts([each.pair for each in compared], len(made) + 3)


def texts(chart: PairChart, css: str) -> list[str]:
    return [mark.text for mark in chart.marks if isinstance(mark, TextMark) and mark.css == css]


def bars(chart: PairChart, css: str) -> list[float]:
    return [float(mark.height) for mark in chart.marks if mark.css == css]


def test_a_pair_is_the_sum_of_the_same_forces_and_all_pairs_have_one_scale():
    newest, before = drawn(n=(100, 150, 200), s=(100, 120, 150), e=(LATE, 50, 50))
    assert (texts(newest, "t-number"), texts(newest, "t-year")) == (
        ["320", "400"],
        ["2017/18", "2018/19"],
    )
    assert (newest.forces, before.forces, newest.asked) == (3, 2, 6)
    assert bars(newest, "b-solid")[1] == pytest.approx(BASE - TOP)
    assert bars(before, "b-solid") == [pytest.approx((BASE - TOP) * n / 400) for n in (200, 270)]
    assert newest.description == (
        "3 forces with figures for both years: 320 in 2017/18, 400 in 2018/19"
    )


def test_a_year_between_is_a_gap_without_a_number():
    (chart,) = drawn(n=(100, LATE, 200), s=(100, LATE, 150))
    assert texts(chart, "t-year") == ["2016/17", "2017/18", "2018/19"]
    assert texts(chart, "t-number") == ["200", "350"]
    assert len(bars(chart, "b-gap")) == 1 and len(bars(chart, "b-solid")) == 2
    assert chart.is_wide


def test_a_sum_with_a_withheld_number_is_a_range_from_its_low_end_to_its_high_end():
    (chart,) = drawn(n=(Cell.suppressed(1, 4), 200), s=(100, 150))
    assert sorted(texts(chart, "t-number")) == sorted([*["101", "to", "104"], "350"])
    assert [mark for mark in chart.marks if mark.css == "l-stripe"]


def test_there_are_as_many_squares_as_forces_asked_and_compared():
    (chart,) = drawn(**{f"f{n}": (100, 150) for n in range(25)})
    for css, count in (("off", 28), ("on", 25)):
        areas = [each.width * each.height for each in chart.squares if each.css == css]
        assert sum(areas) == count * 16 * 16
    strip = render_to_string("_pair.html", {"chart": chart, "each": {"says": []}})
    # A narrow column shrinks the squares; without the box it cut off the last of each row.
    assert f'viewBox="0 0 192 {chart.rows}" width="192"' in strip
