"""Rows of a list of crimes that are no crime, or may be none that was asked for."""

from collections import Counter

import pytest

from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

YEARS: Rows = [["Year", "Offence", "Victim age"], ["2018/19", "Threats", "12"],
               ["2018/19", "Threats", "12"], ["2019/20", "Stalking", "13"]]  # fmt: skip
DAYS: Rows = [["Recorded", "Offence", "Victim age"], ["03/05/2018", "Threats", "12"],
              ["09/06/2018", "Threats", "12"], ["09/06/2019", "Stalking", "13"]]  # fmt: skip
SEXES: Rows = [["Victim sex", "Offence", "Year"], ["F", "Threats", "2018/19"],
               ["F", "Threats", "2018/19"], ["M", "Stalking", "2019/20"]]  # fmt: skip
LISTS = {"years": YEARS, "days": DAYS, "sexes": SEXES}
IN_EVERY = pytest.mark.parametrize("name", FORMATS)
OF_EACH = pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)


def counted(rows: Rows, name: str = "a.xlsx") -> dict[tuple[str | None, str | None], int | None]:
    found = observations(read_as(rows, [], name))
    return {(each.year, each.labels.get("offence")): each.value for each in found}


def stops(rows: Rows, name: str = "a.xlsx") -> list[str]:
    read = read_as(rows, [], name)
    return [each.message for each in read.problems if each.stops]


def with_column(rows: Rows, heading: str, *texts: str) -> Rows:
    return [[*row, text] for row, text in zip(rows, [heading, *texts], strict=True)]


CRIMES = {("2018/19", "Threats"): 2, ("2019/20", "Stalking"): 1}


@OF_EACH
@IN_EVERY
@pytest.mark.parametrize("total", [["Total", "3", ""], ["", "Total", "3"], ["Total", "", "3"]])
def test_a_total_below_a_list_is_no_crime(rows, name, total):
    assert counted([*rows, total], name) == CRIMES
    assert stops([*rows, total], name) == []


@OF_EACH
@IN_EVERY
def test_a_total_that_is_not_the_number_of_rows_stops_the_file(rows, name):
    (asked,) = stops([*rows, ["Total", "", "4"]], name)
    assert asked == "This total of the list is 4, and 3 rows are above it. Is every crime there?"


def test_a_total_may_be_of_the_rows_since_the_last_one():
    rows = [*YEARS, ["Total", "", 3], ["2019/20", "Stalking", "14"], ["Total", "", 1]]
    assert stops(rows) == []


@OF_EACH
@IN_EVERY
@pytest.mark.parametrize(
    ("heading", "texts"),
    [("Online flag", ["Y", "Y", "N"]), ("Status", ["Live", "Cancelled", "Live"]),
     ("Cyber", ["Yes", "Yes", ""])],
)  # fmt: skip
def test_a_column_that_may_decide_which_crimes_were_asked_for_stops_the_file(
    rows, name, heading, texts
):
    (asked,) = stops(with_column(rows, heading, *texts), name)
    assert asked.startswith(f"“{heading}” differs between the rows (2 “{texts[0]}” and 1 ")


@OF_EACH
@pytest.mark.parametrize(
    ("heading", "texts"),
    [("Online flag", ["Y", "Y", "Y"]), ("Outcome", ["Charged", "Charged", "No suspect"])],
)
def test_a_column_that_is_the_same_in_all_rows_or_says_an_outcome_asks_nothing(
    rows, heading, texts
):
    assert stops(with_column(rows, heading, *texts)) == []


def test_a_blank_in_a_list_whose_labels_come_again_is_not_that_of_the_row_above():
    rows: Rows = [*YEARS, ["", "Stalking", "13"]]
    assert counted(rows) == CRIMES | {(None, "Stalking"): 1}
    (asked,) = stops(rows)
    assert asked == "1 row of this list has no year and cannot be counted. Of which year are they?"


def test_a_list_of_two_columns_is_counted_in_the_year_that_names_its_sheet():
    rows: Rows = [["Offences 2018/19"], [], ["Offence", "Victim age"], ["Threats", "12"],
                  ["Threats", "14"], ["Stalking", "13"]]  # fmt: skip
    assert sum(each.value or 0 for each in observations(read_as(rows, [], "a.xlsx"))) == 3


OF_BOTH: Rows = [["Year", "Offence", "Victim sex"], ["2018/19", "Threats", "F"],
                 ["2018/19", "Threats", "M"], ["2019/20", "Stalking", "F"]]  # fmt: skip
ON_ALL: Rows = [["Date recorded", "Platform", "Victim age"], ["03/05/2018", "Kik", "12"],
                ["09/06/2018", "Kik", "13"], ["09/06/2019", "Snapchat", "12"]]  # fmt: skip


@IN_EVERY
@pytest.mark.parametrize(
    ("rows", "crime"),
    [(OF_BOTH, ["2019/20", "", "Both"]), (ON_ALL, ["10/06/2019", "All", ""])],
)  # fmt: skip
def test_a_crime_of_both_sexes_or_on_all_platforms_is_counted_where_it_has_a_year(
    rows, crime, name
):
    found = observations(read_as([*rows, crime], [], name))
    counts = Counter({"2018/19": 0, "2019/20": 0})
    for each in found:
        counts[each.year] += each.value
    assert counts == {"2018/19": 2, "2019/20": 2}


@OF_EACH
@IN_EVERY
def test_a_total_without_a_number_is_asked_about(rows, name):
    (asked,) = stops([*rows, ["Total", "", "three"]], name)
    assert asked.startswith("This total of the list is “three”, and 3 rows are above it.")


@IN_EVERY
@pytest.mark.parametrize("year", ["2018", "2018/19"])
@pytest.mark.parametrize("more", ["", "9"])
def test_the_year_of_a_total_is_not_its_number(name, year, more):
    asked = stops([*YEARS, [year, "Total", more]], name)
    question = f"This row is of “{year}” and says that it is a total: it was not counted."
    assert f"{question} Is it a crime?" in asked
    assert not any("2,018" in each for each in asked)
    assert counted([*YEARS, [year, "Total", more]], name) == CRIMES


@pytest.mark.parametrize("year", ["2018", "2018/19"])
def test_a_right_total_of_a_year_asks_nothing(year):
    rows = [*YEARS[:3], [year, "Total", "2"], *YEARS[3:]]
    assert counted(rows) == CRIMES
    assert stops(rows) == []


@OF_EACH
@IN_EVERY
def test_a_column_in_which_each_word_is_a_platform_is_of_platforms(rows, name):
    methods = with_column(rows, "Method", "Snapchat", "Roblox", "Not known")
    found = observations(read_as(methods, [], name))
    assert {each.labels.get("platform") for each in found} == {"Snapchat", "Roblox", "Not known"}
    others = with_column(rows, "Method", "Snapchat", "In person", "Not known")
    assert not any("platform" in each.labels for each in observations(read_as(others, [], name)))


LONG: Rows = [["Ref", *DAYS[0]], *([f"C/{n}", *DAYS[n % 3 + 1]] for n in (0, 1, 3, 4, 6, 7, 2))]


def with_line(text: str) -> Rows:
    """A list of crimes with a line before its last one."""
    return [*LONG[:-1], [text, "", "", ""], LONG[-1]]


def asked_of(rows: Rows, name: str = "a.xlsx") -> list[str]:
    return [each.message for each in read_as(rows, [], name).problems]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    "text", ["These were later cancelled as no crimes", "The rows below are duplicates"]
)
def test_a_sentence_over_some_rows_of_a_list_is_asked_about(name, text):
    found = asked_of(with_line(text), name)
    assert any(f"may change what the numbers are: “{text}”" in each for each in found)


@IN_EVERY
def test_a_year_over_rows_of_another_is_asked_about(name):
    (asked,) = stops(with_line("2015/16"), name)
    assert asked == "“2015/16” is over a row that was counted in 2019/20. Which is right?"
    assert stops(with_line("2019/20"), name) == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Victims over 18", "is over 1 row, which was counted all the same. Is that right?"),
        ("Rape", "is over a row that says “Stalking”. Which is right?"),
        ("03/06/2019", "is alone in its row, which was not counted. Is it a crime?"),
    ],
)
def test_a_line_that_says_more_than_the_rows_below_is_asked_about(text, asked):
    assert f"“{text}” {asked}" in stops(with_line(text))


@pytest.mark.parametrize(
    "text", ["Stalking", "2019/20", "Girls", "Figures were correct on 3 May 2020."]
)
def test_a_line_that_says_what_its_rows_say_asks_nothing(text):
    assert asked_of(with_line(text)) == asked_of(LONG)
    assert counted(with_line(text)) == counted(LONG)


@pytest.mark.parametrize("line", ["Stalking now cancelled", "Victims over 18"])
def test_a_line_over_a_second_list_is_asked_about(line):
    rows = [*LONG, [], [line], *LONG]
    assert any(f"“{line}” is over the rows of this list" in each for each in stops(rows))


OF_FOUR: Rows = [["No.", "Year", "Crime", "Victim sex", "App"],
                 ["1", "2018/19", "Threats", "Girl", "Kik"],
                 ["2", "2018/19", "Threats", "Boy", "Yubo"],
                 ["3", "2019/20", "Stalking", "Girl", "Kik"]]  # fmt: skip


@IN_EVERY
@pytest.mark.parametrize(
    ("row", "asked"),
    [(["4", "2019/20", "", "Girl", "Kik"], ["Crime"]),
     (["4", "2019/20", "Stalking", "", "Yubo"], ["Victim sex"]),
     (["4", "2019/20", "Stalking", "Boy", ""], ["App"]),
     (["4", "2019/20", "", "", "Kik"], ["Crime", "Victim sex"]),
     (["4", "2019/20", "Stalking", "Not known", "Kik"], []),
     (["4", "2019/20", "Stalking", "Boy", "Kik"], [])],
)  # fmt: skip
def test_a_crime_with_a_blank_offence_sex_or_app_is_asked_about(row, asked, name):
    why = "is blank in 1 row, and each was counted without it. Is that right?"
    assert stops([*OF_FOUR, row], name) == [f"“{heading}” {why}" for heading in asked]


def test_a_blank_beside_another_column_of_offences_or_below_a_merged_label_asks_nothing():
    rows: Rows = [["Ref", "Year", "Offence", "Offence code", "Victim sex"],
                  ["C/11", "2018/19", "Threats", "88/1", "Girl"],
                  ["C/12", "2018/19", "Threats", "", "Boy"],
                  ["C/13", "2018/19", "Stalking", "88/2", "Girl"]]  # fmt: skip
    assert not [each for each in stops(rows) if "blank" in each]
    merged = read_as([*OF_FOUR[:2], ["2", "2018/19", "", "Boy", "Yubo"]], [(2, 3, 3, 3)], "a.xlsx")
    assert not [each.message for each in merged.problems if "blank" in each.message]
