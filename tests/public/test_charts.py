"""Charts of awkward worlds: every state has its own mark, and nothing joins two years."""

from itertools import pairwise

import pytest

from offences.charts import Chart, chart_of
from offences.charts.drawing import TextMark
from offences.charts.layout import HEIGHT, TOP, axis_ticks
from offences.statistics.cells import Cell
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.trends import Trend
from tests.public.worlds import AWKWARD, RANGES, SMALL, TEN, count, gap, old, point, trend_of


def drawn(trend: Trend, change: str = "") -> Chart:
    chart = chart_of(trend, "chart", change)
    assert chart is not None
    return chart


def columns(trend: Trend) -> dict[str, dict]:
    return {column["year"]: column for column in drawn(trend).config["marks"]["columns"]}


def css(chart: Chart, name: str) -> list:
    return [mark for mark in chart.marks if name in mark.css.split()]


def words(chart: Chart) -> list[str]:
    return [mark.text for mark in chart.marks if isinstance(mark, TextMark)]


def kinds(chart: Chart) -> list[str]:
    return [key.kind for key in chart.keys]


def pixels(mark) -> tuple[float, float]:
    return float(mark.y), float(mark.y) + float(mark.height)


def test_without_two_figures_there_is_no_chart():
    assert chart_of(trend_of(), "chart") is None
    assert chart_of(trend_of(gap(2017), count(2018, 116)), "chart") is None


def test_the_description_states_the_finding_and_that_a_gap_is_not_zero():
    assert drawn(SMALL, "up from 48 in 2017/18").description == (
        "In 2018/19: 68, revised (54 was published before), up from 48 in 2017/18."
        " In 2016/17: 53, published June 2017 and not restated."
        " In 2015/16: no figure, we do not have it; it is not zero."
    )


def test_the_description_says_the_change_in_the_words_it_is_given():
    trend = trend_of(count(2017, 71), count(2018, 77))
    description = drawn(trend, "similar to the 71 of 2017/18").description
    assert description == "In 2018/19: 77, similar to the 71 of 2017/18."


@pytest.mark.parametrize(
    "before",
    [
        count(2017, 48),
        old(2017, 48),
        point(2017, Cell.suppressed(1, 4)),
        point(2017, Cell.part_year(48, 6)),
        point(2017, Cell.count(48).with_flags(doubt="the year is uncertain")),
    ],
)
def test_the_description_compares_nothing_by_itself(before):
    description = drawn(trend_of(before, count(2018, 68))).description
    assert description.startswith("In 2018/19: 68. In 2017/18:")


def test_what_a_change_does_not_say_of_its_year_is_said():
    description = drawn(trend_of(old(2017, 48), count(2018, 68)), "up from 48 in 2017/18")
    assert description.description.endswith("In 2017/18: 48, published June 2017 and not restated.")


def test_the_description_names_a_break():
    broken = trend_of(count(2017, 48), count(2018, 68), breaks=(Break(Year(2018), "New code"),))
    assert "From 2018/19 on, offences were counted another way." in drawn(broken).description


@pytest.mark.parametrize("trend", [SMALL, AWKWARD, TEN, RANGES])
def test_bars_stand_on_zero_and_no_mark_joins_two_years(trend):
    chart = drawn(trend)
    for mark in chart.marks:
        if mark.tag == "rect" and mark.css != "b-gap":
            assert pixels(mark)[1] == pytest.approx(260)
    across = [m for m in chart.marks if m.tag == "line" and m.x1 != m.x2 and m.y1 != m.y2]
    assert across == []
    assert chart.config["type"] == "bar"
    assert "spanGaps" not in str(chart.config)


def test_every_bar_carries_its_number_and_the_newest_is_larger():
    chart = drawn(SMALL)
    assert [m.text for m in css(chart, "t-number")] == ["53", "48", "68"]
    assert [m.text for m in css(chart, "t-newest")] == ["68"]
    assert "1,234" in words(drawn(TEN))


def test_a_figure_not_restated_is_an_outline_and_the_key_says_when_it_was_printed():
    chart = drawn(SMALL)
    assert len(css(chart, "b-hollow")) == 1
    assert len(css(chart, "b-solid")) == 2
    assert [key.text for key in chart.keys] == [
        "Published June 2019",
        "Published June 2017, not restated since",
        "We do not have it. Not zero.",
    ]


def test_a_gap_is_a_hatched_column_with_its_reason_and_is_null_for_chart_js():
    chart = drawn(SMALL)
    (hatched,) = css(chart, "b-gap")
    assert hatched.hatched
    assert pixels(hatched) == (TOP, 260)
    assert "we do not" in words(chart)
    assert "have it" in words(chart)
    assert chart.config["data"]["datasets"][0]["data"] == [None, 53, 48, 68]


def test_a_zero_is_a_flat_line_with_0_and_a_zero_for_chart_js():
    chart = drawn(trend_of(count(2017, 0), count(2018, 12)))
    flat = css(chart, "b-solid")[0]
    assert flat.height == "3"
    assert "0" in words(chart)
    assert "zero" in kinds(chart)
    assert chart.config["data"]["datasets"][0]["data"] == [0, 12]


def test_the_smallest_bars_are_seen_and_the_hollow_stay_hollow():
    chart = drawn(trend_of(count(2016, 1), old(2017, 1), old(2018, 14), count(2019, 1000)))
    solid, *_ = css(chart, "b-solid")
    tiny, small = css(chart, "b-flat-hollow")
    assert float(solid.height) >= 1
    assert all(3 <= float(each.height) < 4 for each in (tiny, small))  # room between two outlines
    assert [pixels(each)[1] for each in (solid, tiny, small)] == [260, 260, 260]


def test_a_chart_of_zeros_alone_has_no_scale():
    chart = drawn(trend_of(count(2017, 0), count(2018, 0)))
    assert css(chart, "l-grid") == []
    assert words(chart).count("0") == 2


def test_a_range_is_solid_to_its_low_end_and_striped_to_its_high_end():
    trend = trend_of(point(2017, Cell.suppressed(24, 44)), count(2018, 80))
    chart = drawn(trend)
    stripes = css(chart, "l-stripe")
    foot, _ = pixels(css(chart, "b-solid")[0])
    top = 260 - 44 * (260 - TOP) / 80
    assert min(float(s.y1) for s in stripes) == pytest.approx(top + 1.5, abs=0.01)
    assert max(float(s.y1) for s in stripes) < foot
    assert words(chart).count("24 to 44") == 1


def test_a_range_without_an_upper_limit_has_stripes_that_thin_out():
    trend = trend_of(point(2017, Cell.suppressed(1, None)), count(2018, 80))
    chart = drawn(trend)
    ys = [float(s.y1) for s in css(chart, "l-stripe")]
    gaps = [a - b for a, b in pairwise(ys)]
    assert gaps == sorted(gaps) and gaps[0] < gaps[-1]
    assert "1 or more" in words(chart)
    assert "open" in kinds(chart)


def test_a_part_year_is_as_wide_as_its_months_and_says_them():
    trend = trend_of(point(2017, Cell.part_year(19, 6)), count(2018, 80))
    chart = drawn(trend)
    part, whole = css(chart, "b-part")[0], css(chart, "b-solid")[0]
    assert float(part.width[:-1]) == pytest.approx(float(whole.width[:-1]) / 2, abs=0.01)
    assert "6 months" in words(chart)
    half = chart.config["data"]["datasets"][1]
    assert half["data"] == [19, None]
    assert half["barPercentage"] == pytest.approx(0.3)


def test_a_figure_in_doubt_is_an_outline_with_a_question_mark():
    doubtful = point(2017, Cell.count(119).with_flags(doubt="the true base was 199"))
    trend = trend_of(doubtful, count(2018, 226))
    chart = drawn(trend)
    assert len(css(chart, "b-hollow")) == 1
    assert "119?" in words(chart)
    assert [key.text for key in chart.keys][1:] == ["In doubt: shown, not compared"]
    assert "In doubt: the true base was 199" in columns(trend)["2017/18"]["words"]


def test_a_break_is_an_upright_rule_before_its_year():
    trend = trend_of(
        count(2016, 40),
        count(2017, 48),
        count(2018, 68),
        breaks=(Break(Year(2018), "A new code"), Break(Year(2016), "Before the chart begins")),
    )
    chart = drawn(trend)
    (rule,) = css(chart, "l-break")
    assert rule.x1 == rule.x2
    assert float(rule.x1[:-1]) == pytest.approx(
        9 + 91 * 2 / 3, abs=0.01
    )  # after the second of three
    assert chart.keys[-1].text == "Counted in another way from 2018/19 on: A new code"


def test_many_years_leave_out_labels_of_years_and_never_a_bar():
    chart = drawn(TEN)
    assert chart.crowding == "crowded"
    assert len([m for m in chart.marks if m.css.startswith(("t-year", "t-newest-year"))]) == 10
    assert not any("t-second" in m.css for m in css(chart, "t-newest-year"))
    upright = [m for m in css(chart, "t-narrow") if m.upwards]
    assert "1,034" in [m.text for m in upright]


@pytest.mark.parametrize("trend", [SMALL, AWKWARD, TEN, RANGES])
def test_every_mark_stays_inside_the_drawing(trend):
    for mark in drawn(trend).marks:
        for name in ("y", "y1", "y2"):
            assert 0 < float(getattr(mark, name, 1)) < HEIGHT
        for name in ("x", "x1", "x2"):
            assert 0 <= float(getattr(mark, name, "0").rstrip("%")) <= 100


@pytest.mark.parametrize(
    ("highest", "expected"),
    [
        (0, ()),
        (1, (1,)),
        (4, (1, 2, 3, 4)),
        (68, (20, 40, 60, 80)),
        (100, (20, 40, 60, 80, 100)),
        (1234, (500, 1000, 1500)),
    ],
)
def test_the_axis_has_round_numbers_that_reach_the_highest_bar(highest, expected):
    assert axis_ticks(highest) == expected


@pytest.mark.parametrize("trend", [SMALL, AWKWARD, TEN, RANGES])
def test_keys_name_each_mark_used_once(trend):
    used = kinds(drawn(trend))
    assert len(used) == len(set(used))
    assert ("part" in used) == any(p.cell.months for p in trend.points)
    assert ("gap" in used) == any(p.cell.is_missing for p in trend.points)
