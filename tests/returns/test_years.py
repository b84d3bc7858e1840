"""Every spelling of a year."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.years import parse_year
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows, problems, read
from tests.returns.test_causes import observations, read_as


@pytest.mark.parametrize(
    "text",
    [
        "2018/19", "2018-19", "2018/2019", "2018 – 19", "18/19", "FY 2018/19", "FY18/19",
        "Financial year 2018/19", "Apr 18 - Mar 19", "April 2018 to March 2019",
        "01/04/2018 - 31/03/2019", "01.04.18-31.03.19", "1st April 2018 – 31st March 2019",
        "year ending March 2019", "Year to 31 March 2019", "YE Mar 2019",
        "12 months to March 2019", "2018/19*", "2018/19 (1)", "2018|19", "2018\\19", "2018 | 2019",
    ],
)  # fmt: skip
def test_a_financial_year_in_every_spelling(text):
    found = parse_year(text)
    assert (found.label, found.kind, found.part, found.rest) == ("2018/19", "financial", "", "")


@pytest.mark.parametrize("text", ["2018", "Calendar year 2018", "Jan - Dec 2018"])
def test_a_calendar_year_in_every_spelling(text):
    assert (parse_year(text).label, parse_year(text).kind) == ("2018", "calendar")


@pytest.mark.parametrize(
    "text",
    ["Apr-Sep 2018", "2018/19 (to 30 Sep)", "2018/19 Q1", "Q1 2018/19", "April 2018", "Jan-19",
     "2018/19 YTD", "2018/19 (6 months)", "H1 2018/19", "April to September 2018"],
)  # fmt: skip
def test_a_part_of_a_year_keeps_its_words(text):
    found = parse_year(text)
    assert found.label == "2018/19"
    assert found.part == text


@pytest.mark.parametrize(
    "text",
    ["2014/15 to 2018/19", "2014-2018", "2011 to 2016", "3 years to 31 March 2019",
     "two years ending March 2019", "Five years to 2018/19", "2 years up to 2018-19",
     "2017/18 and prior"],
)  # fmt: skip
def test_several_years_are_no_year(text):
    found = parse_year(text)
    assert found.several
    assert not found.label


@pytest.mark.parametrize(
    "text",
    [
        "16-17",
        "0-17",
        "17|18",
        "2018-20",
        "2018~20",
        "2018|21",
        "2018¦20",
        "2018\\20",
        "2018⁄20",
        "17|2018",
        "FOI request 1234/19",
        "Sexual Offences Act 2003",
        "Mayfield",
        "Total",
        "",
    ],
)
def test_what_names_no_year(text):
    assert parse_year(text) is None


def test_words_beside_a_year_are_kept():
    assert parse_year("Male victims 2018/19").rest == "Male victims"


def test_twelve_months_that_end_within_a_financial_year_are_no_single_year():
    found = parse_year("Year ending June 2018")
    assert found.several
    assert not found.label


@pytest.mark.parametrize("text", ["Quarter ending March 2019", "3 months to March 2019"])
def test_a_quarter_that_ends_with_the_year_is_a_part_of_it(text):
    found = parse_year(text)
    assert (found.label, found.part) == ("2018/19", text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2019/20 (full year)", ""),
        ("Whole year 2019/20", ""),
        ("2019/20 complete year", ""),
        ("2019/20 (not a full year)", "(not a )"),
        ("2019/20 full count", "full count"),
    ],
)
def test_words_for_all_of_a_year_say_no_more_than_the_year(text, rest):
    found = parse_year(text)
    assert found is not None
    assert (found.label, found.part, found.rest) == ("2019/20", "", rest)


@pytest.mark.parametrize(
    "line", ["12 months to end of March", "Year to the end of March", "12 months to March"]
)
def test_plain_years_below_months_that_end_in_march_are_those_that_end_in_them(line):
    table: Rows = [["Offence", "2020", "2021"], ["Rape", 41, 46], ["Grooming", 12, 15]]
    for rows in ([[line], *table], [["", line], *table], [[line, *table[0][1:]], *table[1:]]):
        found = read(rows)
        assert {each.year for each in found.values()} == {"2019/20", "2020/21"}
        assert not [each for each in problems(rows) if "whole year" in each.message]


@pytest.mark.parametrize("text", ["2018 & 2019", "2018 and 2019", "2018&2019", "2018 and 19"])
def test_two_years_joined_by_and_are_not_the_year_that_begins_in_the_first(text):
    found = parse_year(f"Offences {text}")
    assert found.several and not found.label


@pytest.mark.parametrize("text", ["2018 to 2019", "2018-19", "April 2018 and March 2019"])
def test_a_year_from_one_to_the_next_is_one(text):
    assert parse_year(text).label == "2018/19"


@pytest.mark.parametrize("suffix", FORMATS)
def test_the_counts_of_two_years_are_not_stored_as_those_of_one(suffix):
    rows: Rows = [["Offence", "2018 & 2019", "2019/20"], ["Rape", 13, 16], ["Grooming", 24, 29]]
    found = read_sheets(suffix, open_file(FORMATS[suffix](rows, []), suffix))
    years_of = {each.value: each.year for t in found.tables for each in t.observations}
    assert years_of.get(13) is None and years_of[16] == "2019/20"
    assert 13 in years_of or any(each.text == "13" for each in found.not_taken)


@pytest.mark.parametrize("text", ["Year to 31 March 2019", "12 months to 31 March 2019"])
def test_one_year_to_a_day_is_one(text):
    assert parse_year(text).label == "2018/19"


@pytest.mark.parametrize("between", [" ", "-", "/", "."])
def test_a_month_behind_its_year_is_of_the_financial_year_it_is_in(between):
    for month, label in (("Apr", "2018/19"), ("December", "2018/19"), ("Mar", "2017/18")):
        year = parse_year(f"2018{between}{month}")
        assert (year.label, year.kind, year.calendar) == (label, "financial", "2018")


@pytest.mark.parametrize(
    "text", ["FY 2019 April", "2018/19 Apr", "2017/2018 April", "2018 may change", "2018 Mar 31",
             "2018, March 2019", "2017 March 2018"],
)  # fmt: skip
def test_a_month_behind_another_year_than_its_own_is_not(text):
    found = parse_year(text)
    assert not (found and found.calendar == "2018")


def test_from_a_month_behind_its_year_to_another_is_a_year():
    assert parse_year("2018 Apr - 2019 Mar").label == "2018/19"


NAMES = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("between", [" ", "-"])
@pytest.mark.parametrize("size", [9, 12])
def test_a_table_of_such_months_is_of_the_year_or_of_its_part(size, between, name):
    months = [f"{2018 + (at > 8)}{between}{month}" for at, month in enumerate(NAMES)][:size]
    down: Rows = [["Month", "Offences"], *([month, 7] for month in months)]
    by_sex: Rows = [["Month", "Girls", "Boys"], *([month, 7, 5] for month in months)]
    across: Rows = [["Offence", *months[:6]], ["Stalking", *[7] * 6], ["Threats", *[5] * 6]]
    for rows in (down, by_sex, across):
        found = read_as(rows, [], name)
        assert {each.year for each in observations(found)} == {"2018/19"}
        asked = [each for each in found.conflicts if "only a part of 2018/19" in each.message]
        assert len(asked) == (size == 9 or rows is across)
