"""The dates of a list of crimes: which are those of record, and which cannot be right."""

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed, problems
from tests.returns.test_causes import read_as

IN_EVERY = pytest.mark.parametrize("name", FORMATS)
DAYS = ["2021-05-03", "2021-06-14", "2022-05-03", "2022-06-14", "2023-05-03"]


def crimes(heading: str, *days: str) -> Rows:
    return [
        ["Crime no", heading, "Offence"],
        *([f"A/{n}", day, "Stalking"] for n, day in enumerate(days, 11)),
    ]


def stops(rows: Rows, name: str = "a.xlsx") -> list[str]:
    return [each.message for each in read_as(rows, [], name).problems if each.stops]


@pytest.mark.parametrize(
    "heading",
    ["Date amended", "Filing date", "Date concluded", "Allocation date", "Next review date",
     "School told date", "Crime closing date", "Date of crime", "Last date",
     "Interview date", "Date and time", "date_exported", "DateFinalised"],
)  # fmt: skip
@IN_EVERY
def test_a_date_that_is_not_plainly_of_the_record_is_asked_about(heading, name):
    (asked,) = stops(crimes(heading, *DAYS), name)
    question = f"“{heading}” is the only date in this list: was each crime recorded then?"
    assert asked == f"{question} It was counted in the year of that date."


MONTH_FIRST = "has its month first"


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("days", "is_asked"),
    [
        (["03/05/2021", "05/14/2021", "06/07/2022"], True),
        (["05/14/2021", "06/17/2022", "07/21/2022"], False),  # no other is read
        (["03/05/2021", "14/06/2021", "07/06/2022"], False),
    ],
)
def test_a_date_with_its_month_first_makes_the_others_doubtful(days, is_asked, name):
    asked = stops(crimes("Date recorded", *days), name)
    assert any(MONTH_FIRST in each for each in asked) is is_asked


@pytest.mark.parametrize(
    "heading",
    ["Date recorded", "Recorded", "Date", "Crime recorded date/time", "DateRecorded", "created_on",
     "Recorded date (dd/mm/yyyy)", "Date first reported to police", "Date crimed", "Log date",
     "Offence recorded on (date)", "Date of report", "Month recorded", "Rec Date", "Date rec'd",
     "Date notified", "Received date"],
)  # fmt: skip
def test_a_date_of_record_asks_nothing(heading):
    assert stops(crimes(heading, *DAYS)) == []


def test_of_several_dates_one_in_known_words_comes_before_another():
    rows = crimes("Record updated date", "2021-05-03", "2021-06-14")
    both = [[*row, text] for row, text in zip(rows, ["Date recorded", *DAYS[2:4]], strict=True)]
    assert [each.year for each in listed(both)] == ["2022/23"]
    assert stops(both) == []


@pytest.mark.parametrize("other", ["Report amended", "Date entered care", "Date registered carer"])
def test_a_plain_date_comes_before_one_of_which_its_words_do_not_all_say_record(other):
    rows = crimes(other, "2021-05-03", "2021-06-14")
    both = [[*row, text] for row, text in zip(rows, ["Date", *DAYS[2:4]], strict=True)]
    assert [each.year for each in listed(both)] == ["2022/23"]


def test_a_heading_over_a_date_says_whose_it_is():
    rows = crimes("Date", *DAYS)
    above: Rows = [["Crime", "Last update", ""], ["Number", "Date", "Offence"], *rows[1:]]
    (asked,) = stops(above)
    assert asked.startswith("“Date” is the only date in this list: was each crime recorded then?")
    above[0][1] = "Recorded"
    assert stops(above) == []


@IN_EVERY
@pytest.mark.parametrize(
    ("day", "asked"),
    [("2046-05-03", "of 2046/47, which has not begun"),
     ("2012-05-03", "of 2012/13, years apart from all others"),
     ("1900-05-03", "of 1900/01, before 1990")],
)  # fmt: skip
def test_a_mistyped_year_is_asked_about_with_its_cell(name, day, asked):
    place = "R7C2" if name.endswith(".pdf") else "B7"
    found = f"1 row of this list ({place}) is {asked}. Is that right?"
    assert stops(crimes("Date recorded", *DAYS, day), name) == [found]


def test_years_are_asked_about_as_dates_are():
    years = ["2019/20", "2020/21", "2020/21", "2047/48"]
    (asked,) = stops(crimes("Financial year", *years))
    assert asked.startswith("1 row of this list (B5) is of 2047/48, which has not begun.")


@pytest.mark.parametrize("more", [["2019-05-03"], ["2018-05-03"], []])
def test_years_near_one_another_ask_nothing(more):
    assert stops(crimes("Date recorded", *DAYS, *more)) == []


def test_two_long_runs_of_years_are_those_that_were_asked_for():
    assert stops(crimes("Date recorded", *DAYS, *("2011-05-03", "2012-05-03") * 2)) == []


@pytest.mark.parametrize(
    "title", ["Crimes recorded 2021/22 to 2023/24", "Crimes recorded 1 April 2021 to 31 March 2024"]
)
@IN_EVERY
def test_a_row_outside_the_years_of_the_title_is_asked_about(name, title):
    rows = [[title], [], *crimes("Date recorded", *DAYS)]
    assert stops(rows, name) == []
    (asked,) = stops([*rows, ["A/99", "2024-05-03", "Stalking"]], name)
    assert "is of 2024/25, and “Crimes recorded" in asked


@pytest.mark.parametrize("title", ["Crimes recorded since April 2021", "Request 2020/0456"])
def test_a_title_without_an_end_or_of_a_request_says_no_years(title):
    rows = [[title], [], *crimes("Date recorded", *DAYS)]
    assert stops(rows) == []


def test_a_sheet_s_year_is_that_of_its_rows():
    rows = crimes("Date recorded", "2021-05-03", "2021-06-14", "2020-05-03")
    (asked,) = [each.message for each in problems(rows, "2021-22") if each.stops]
    assert "(B4) is of 2020/21, and “2021-22” names other years" in asked
    assert not [each for each in problems(rows, "2025-26") if each.stops]  # that of the request
