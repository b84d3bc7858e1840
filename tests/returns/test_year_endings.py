"""Months under “Year ending”: each is the end of a year, and not a month of its own."""

import pytest

from offences.returns.checks.conflicts import find_conflicts
from offences.returns.sheet_reader import read_sheet
from tests.returns.every_format import messages_of
from tests.returns.grids import Rows, read, sheet_of, years
from tests.returns.test_causes import observations, read_as

DOWN = [["Year ending", "Offences"], ["March 2019", 210], ["March 2020", 230]]
ACROSS = [
    ["Offence", "12 months to", ""],
    ["", "Mar 2019", "Mar 2020"],
    ["Stalking", 210, 230],
    ["Threats", 31, 34],
]
LINE = [["Years ending"], ["Offence", "March 2019", "March 2020"], ["Stalking", 210, 230]]
DAYS = [["Financial year ended", "Offences"], ["2019-03-01", 210], ["2020-03-01", 230]]


@pytest.mark.parametrize("rows", [DOWN, ACROSS, LINE, DAYS])
def test_a_month_under_year_ending_is_the_end_of_a_whole_year(rows):
    found = read(rows)
    assert {each.value: each.year for each in found.values()}.items() >= {
        210: "2018/19",
        230: "2019/20",
    }.items()
    assert not any(each.part_words for each in found.values())


@pytest.mark.parametrize("rows", [DOWN, ACROSS, LINE, DAYS])
def test_such_a_year_is_asked_nothing(rows):
    sheet = read_sheet(sheet_of(rows))
    assert not [*sheet.problems, *find_conflicts(sheet.tables)]


def test_a_month_under_quarter_ending_is_the_end_of_three():
    found = read([["Quarter ending", "Offences"], ["June 2018", 21], ["March 2019", 23]])
    assert years(found) == {"B2": "2018/19", "B3": "2018/19"}
    assert [each.months for each in found.values()] == [(4, 6), (1, 3)]


def test_a_month_without_such_a_heading_stays_a_month():
    found = read([["Month", "Offences"], ["March 2019", 21], ["April 2019", 23]])
    assert [each.months for each in found.values()] == [(3, 3), (4, 4)]


def down(heading: str) -> Rows:
    return [[heading, "Girls"], ["2019", 210], ["2020", 230]]


def across(heading: str) -> Rows:
    return [["", heading, ""], ["Sex", "2019", "2020"], ["Girls", 210, 230], ["Boys", 31, 34]]


def in_line(heading: str) -> Rows:
    return [[heading], ["Sex", "2019", "2020"], ["Girls", 210, 230], ["Boys", 31, 34]]


LAYOUTS = [down, across, in_line]
NAMES = ["a.xlsx", "a.csv", "a.docx"]
ENDING = [
    "Financial year ending",
    "FY ended",
    "FYE",
    "Financial years, ending in",
    "Fiscal year to",
]


def years_and_stops(rows: Rows, name: str) -> tuple[dict[int | None, str | None], list[str]]:
    found = read_as(rows, [], name)
    stops = [each.message for each in found.problems if each.stops]
    return {each.value: each.year for each in observations(found)}, stops


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heading", ENDING)
def test_plain_years_called_financial_years_ending_end_in_them(heading, layout, name):
    found, stops = years_and_stops(layout(heading), name)
    assert found.items() >= {210: "2018/19", 230: "2019/20"}.items()
    assert not stops


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heading", ["Financial year beginning", "Financial year starting in"])
def test_plain_years_called_financial_years_beginning_are_asked_nothing(heading, layout, name):
    found, stops = years_and_stops(layout(heading), name)
    assert found.items() >= {210: "2019/20", 230: "2020/21"}.items()
    assert not stops


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize(
    "heading", ["Financial year", "FY", "Financial year ending June", "Financial year to date"]
)
def test_plain_years_called_financial_alone_are_asked_about(heading, layout, name):
    _, stops = years_and_stops(layout(heading), name)
    assert [each for each in stops if "is called a financial year and was read as" in each]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", ["To Mar 20{}", "to 31 March 20{}", "To the end of March 20{}"])
def test_a_month_behind_to_that_ends_a_year_is_no_month_alone(text, name):
    texts = [text.format(year) for year in (19, 20)]
    for rows in ([["Sex", *texts], ["Girls", 210, 230]], [["To", "Girls"], [texts[0], 210],
                 [texts[1], 230]]):  # fmt: skip
        found = [each for each in observations(read_as(rows, [], name)) if each.value]
        assert [(each.year, each.months) for each in found] == [
            ("2018/19", None),
            ("2019/20", None),
        ]


ENDS = ["Period ending 31/03/20{}", "To 31/03/20{}", "Period to 31 March 20{}", "To March 20{}",
        "Period ended March 20{}", "Ending 31 March 20{}"]  # fmt: skip
YEARS = ["Year ending 31/03/20{}", "12 months to March 20{}", "Annual period ending 31/03/20{}",
         "Year (period ending 31/03/20{})", "31/03/20{}"]  # fmt: skip


def dated(text: str) -> list[Rows]:
    """An end of a period as a heading, as two, and as a label."""
    one, two = text.format(19), text.format(20)
    return [
        [["Sex", one], ["Girls", 210], ["Boys", 230]],
        [["Sex", one, two], ["Girls", 210, 230], ["Boys", 22, 24]],
        [["Recorded", "Girls", "Boys"], [one, 210, 22], [two, 230, 24]],
    ]


@pytest.mark.parametrize("name", [*NAMES, "a.pdf"])
@pytest.mark.parametrize("text", ENDS)
def test_the_end_of_a_period_is_of_no_whole_year_unasked(text, name):
    over: Rows = [[text.format(19)], [], ["Sex", "Count"], ["Girls", 210], ["Boys", 230]]
    for rows in [over, *(dated(text) if name != "a.pdf" else ())]:  # too long for a cell there
        assert "only a part of 2018/19" in " ".join(messages_of(name, rows))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", YEARS)
def test_the_end_of_a_year_is(text, name):
    for rows in dated(text):
        assert messages_of(name, rows) == []
        found = [*observations(read_as(rows, [], name))]
        assert {each.year for each in found} <= {"2018/19", "2019/20"}
        assert {each.part_words for each in found} == {""}


def test_so_it_is_on_a_page():
    found, stops = years_and_stops(down("FY ending"), "a.pdf")
    assert found == {210: "2018/19", 230: "2019/20"}
    assert not stops
    assert years_and_stops(down("FY"), "a.pdf")[1]


def test_another_month_behind_to_is_the_last_of_a_part_that_is_asked_about():
    found = read([["Sex", "To Jun 2018", "To Jun 2019"], ["Girls", 21, 23]])
    assert [each.months for each in found.values()] == [(4, 6), (4, 6)]
    assert years(read([["Sex", "Tooting Mar 2019"], ["Girls", 21]])) == {"B2": "2018/19"}
