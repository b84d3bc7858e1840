"""One end of a period says nothing of how long it is, unless the file does: it is asked about."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as
from tests.returns.test_whole_years import turned

WHY = "does not say how long its period is"
FORMATS = ["a.xlsx", "a.csv", "a.pdf"]
DAYS, MONTHS = ["31/03/2019", "31/03/2020"], ["Mar-19", "Mar-20"]


def layouts(heading: str, ends: list[str]) -> list[Rows]:
    down: Rows = [[heading, "Girls", "Boys"], [ends[0], 31, 27], [ends[1], 12, 14]]
    return [
        down,
        turned(down),
        [["Sex", heading, heading], ["", *ends], ["Girls", 31, 27], ["Boys", 12, 14]],
    ]


def asked(rows: Rows, name: str) -> list[set[str | None]]:
    problems = [each for each in read_as(rows, [], name).problems if WHY in each.message]
    assert all(each.stops for each in problems)
    return [{each.cell, *each.also} for each in problems]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("ends", [DAYS, MONTHS])
@pytest.mark.parametrize("heading", ["Period ending", "Until", "To"])
def test_a_day_or_month_that_ends_a_period_is_asked_about_once(heading, ends, name):
    for rows in layouts(heading, ends):
        (cells,) = asked(rows, name)
        assert len(cells) == 4
        counts = observations(read_as(rows, [], name))
        assert {each.months for each in counts} == {None}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["Data up to", "End date", "Quarter", "Week ending", "From"])
def test_so_is_one_under_other_words_for_an_end_or_for_less_than_a_year(heading, name):
    days = ["01/04/2018", "01/04/2019"] if heading == "From" else DAYS
    down, across, _ = layouts(heading, days)
    for rows in (down, across, [[heading], ["Sex", *days], *across[1:]]):
        assert len(asked(rows, name)) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["Month", "Period"])
def test_a_day_under_month_is_no_whole_year_and_a_month_is_a_month(heading, name):
    for rows in layouts(heading, DAYS)[:2]:
        assert asked(rows, name)
    for rows in layouts(heading, MONTHS)[:2]:
        assert not asked(rows, name)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "heading", ["Year ending", "Year", "12 months to", "Financial year end", "Quarter ending"]
)
def test_a_heading_that_says_how_long_the_period_is_needs_no_question(heading, name):
    for rows in layouts(heading, DAYS)[:2]:
        assert not asked(rows, name)


@pytest.mark.parametrize("name", FORMATS)
def test_nor_does_one_where_the_file_says_it_elsewhere(name):
    down, across, split = layouts("Period ending", DAYS)
    title: Rows = [["Online offences by financial year"], [""]]
    for rows in (down, across, split):
        assert not asked([*title, *rows], name)
    beside: Rows = [
        ["Year", "Period ending", "Count"],
        ["2018/19", DAYS[0], 31],
        ["2019/20", DAYS[1], 27],
    ]
    both: Rows = [["From", "To", "Count"], ["01/04/2018", DAYS[0], 31], ["01/04/2019", DAYS[1], 27]]
    for rows in (beside, turned(beside), both):
        assert not asked(rows, name)


@pytest.mark.parametrize("name", FORMATS)
def test_periods_that_end_in_each_month_are_months_and_counts_to_each_are_not(name):
    ends = [f"{month}-18" for month in ("Apr", "May", "Jun", "Jul")]
    for heading, is_asked in (("Period ending", False), ("To", True)):
        rows: Rows = [[heading, "Count"], *([end, 31 + at] for at, end in enumerate(ends))]
        for turn in (rows, turned(rows)):
            assert bool(asked(turn, name)) is is_asked
            months = [each.months for each in observations(read_as(turn, [], name))]
            assert months == ([None] * 4 if is_asked else [(n, n) for n in (4, 5, 6, 7)])
