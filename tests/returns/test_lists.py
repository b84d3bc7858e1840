"""A list of one row per crime: counted, and doubted where a part of a year may be all there is."""

import pytest

from tests.returns.grids import Rows, listed, problems

HEADING = ["Crime ref", "Date recorded", "Offence"]


def crimes(*months: str, each: int = 5) -> list[list[object]]:
    """So many rows of each month, such as 2018-04."""
    dates = [f"{month}-{day:02d}" for month in months for day in range(3, 3 + each)]
    return [HEADING, *([f"A{i}", date, "Rape"] for i, date in enumerate(dates))]


def doubts(rows: list[list[object]]) -> list[str]:
    return [each.message for each in problems(rows) if "whole year" in each.message]


def test_a_year_whose_rows_end_in_autumn_is_doubted():
    (said,) = doubts(crimes("2018-04", "2018-06", "2018-09"))
    assert said == (
        "The rows of 2018/19 are only of 3 April 2018 to 7 September 2018. "
        "Check that the whole year is there."
    )


def test_a_year_whose_rows_begin_in_summer_is_doubted():
    assert len(doubts(crimes("2018-08", "2018-12", "2019-03"))) == 1


def test_a_year_with_rows_in_spring_and_in_winter_is_not():
    assert doubts(crimes("2018-05", "2018-10", "2019-02")) == []


def test_a_few_rows_say_nothing_of_the_months_without_one():
    assert doubts(crimes("2018-04", each=5)) == []


def test_rows_that_name_quarters_are_counted_with_their_year_and_told():
    rows = [["Crime ref", "Year", "Offence"], *([f"A{n}", "2018/19 Q1", "Rape"] for n in range(3))]
    assert [each.value for each in listed(rows)] == [3]
    assert len(doubts(rows)) == 1


ROWS = [["1/18", "2018-05-03", "Stalking", 14], ["2/18", "2019-06-01", "Threats", 11]]


def headed(when: str) -> Rows:
    return [["Crime number", when, "HO description", "Victim age"], *ROWS]


@pytest.mark.parametrize("heading", ["Recorded", "Reported", "Logged", "Created on"])
def test_days_under_a_word_for_recording_say_when_each_crime_was_recorded(heading):
    found = listed(headed(heading))
    assert [(each.year, each.labels["offence"]) for each in found] == [
        ("2018/19", "Stalking"),
        ("2019/20", "Threats"),
    ]


def test_years_under_recorded_are_the_years_of_the_crimes():
    rows = [["Ref", "Recorded", "Offence"], ["1", "2018/19", "Stalking"], ["2", "2019/20", "Rape"]]
    assert [each.year for each in listed(rows)] == ["2018/19", "2019/20"]


@pytest.mark.parametrize("heading", ["Happened", "Born", ""])
def test_crimes_of_which_nothing_says_when_they_were_recorded_are_asked_about(heading):
    assert listed(headed(heading)) == []
    (problem,) = problems(headed(heading))
    assert problem.stops
    assert problem.message == (
        "These rows look like a list of crimes, but no column says when each was recorded. "
        "The 2 rows were not counted."
    )


@pytest.mark.parametrize(
    ("other", "recorded"),
    [
        ("Offence date", "Logged"),
        ("Date reported", "Created"),
        ("Date reported", "Date recorded"),
        ("Offence date", "Date"),
        ("Outcome recorded on", "Created"),
    ],
)
def test_of_several_dates_the_one_of_the_record_is_read_and_nothing_asked(other, recorded):
    rows = [["2018-03-30", "2018-04-02", "Rape", 14], ["2018-03-31", "2018-05-02", "Rape", 14]]
    found = listed([[other, recorded, "Offence", "Victim age"], *rows])
    assert [(each.year, each.value) for each in found] == [("2018/19", 2)]
    turned = [[b, a, *more] for a, b, *more in [[other, recorded, "Offence", "Victim age"], *rows]]
    assert [each.year for each in listed(turned)] == ["2018/19"]
    assert not [each for each in problems(turned) if each.stops]


def test_a_list_with_two_dates_of_the_offence_is_asked_which_year_is_meant():
    rows = [["Offence start date", "Date committed", "Offence", "Victim age"]]
    rows += [["2018-05-03", "2018-05-04", "Rape", 14], ["2018-06-03", "2018-06-04", "Rape", 14]]
    (asked,) = (each.message for each in problems(rows) if each.stops)
    assert asked.startswith("“Offence start date” was read, of several dates in this list")


CODES: Rows = [["19C", "Rape", "Facebook", "M"], ["20A", "Sexual assault", "Snapchat", "F"],
               ["22B", "Stalking", "TikTok", ""], ["22C", "Threats", "", ""]]  # fmt: skip


def test_a_sheet_that_explains_codes_stops_nothing_and_is_not_counted():
    rows = [["Code", "Offence", "Platform", "Sex"], *CODES]
    for each in (rows, [["Offences recorded 2018/19"], *rows]):
        assert listed(each) == []
        assert not [each for each in problems(each) if each.stops]


@pytest.mark.parametrize(
    "rows",
    [
        [["Crime number", "Code", "Offence", "Sex"], *([n, *each] for n, *each in CODES)],
        [["Code", "Offence", "Victim age"], ["19C", "Rape", 14], ["8L", "Stalking", 12]],
        [["Code", "Offence", "Sex"], ["19C", "Rape", "F"], ["19C", "Rape", "M"]],
    ],
)
def test_crimes_with_codes_and_no_date_are_asked_about(rows):
    assert [each.stops for each in problems(rows)] == [True]


@pytest.mark.parametrize("first", [["Crime no", "Offence", "Sex"], ["Age", "Offence", "Sex"]])
def test_a_list_whose_only_year_is_in_its_title_is_counted_in_that_year(first):
    rows = [first, [14, "Rape", "F"], [15, "Rape", "F"], [16, "Rape", "F"]]
    found = listed([["Offences recorded 2018/19"], [], *rows])
    assert sum(each.value or 0 for each in found) == 3
    assert {each.year for each in found} == {"2018/19"}
    (said,) = problems([["Offences recorded 2018/19"], [], *rows])
    assert not said.stops
    assert "All were counted in 2018/19" in said.message


def test_a_list_under_a_title_of_several_years_is_asked_about():
    rows = [["Crime no", "Offence", "Sex"], [14, "Rape", "F"], [15, "Rape", "F"]]
    titled = [["Offences recorded 2018/19 to 2020/21"], [], *rows]
    assert listed(titled) == []
    assert [each.stops for each in problems(titled)] == [True]


def test_days_that_may_be_of_other_years_than_the_title_are_asked_about():
    rows = [
        ["Crime no", "Happened", "Offence", "Sex"],
        *([n, "2017-04-05", "Rape", "F"] for n in (7, 8)),
    ]
    titled = [["Offences recorded 2018/19"], [], *rows]
    assert listed(titled) == []
    assert [each.stops for each in problems(titled)] == [True]


@pytest.mark.parametrize("heading", ["Number", "Count", "Offences", "Recorded"])
@pytest.mark.parametrize("year", [["Year"], []])
def test_a_table_whose_counts_are_all_suppressed_is_no_list_of_crimes(year, heading):
    first = ["2018/19"] * len(year)
    rows = [[*first, "Rape", sex, 12, "<5"] for sex in ("Male", "Female")]
    titled = [["Offences recorded 2018/19"], [], [*year, "Offence", "Sex", "Age", heading], *rows]
    assert [(each.value, each.marker) for each in listed(titled)] == [(None, "suppressed")] * 2


OUTCOMES = ["16", "18", "14", "16"]


@pytest.mark.parametrize("heading", ["Outcome", "Beat", "Age of offender"])
def test_a_column_of_numbers_of_each_crime_is_no_column_of_counts(heading):
    rows = crimes("2021-04", each=4)
    found = listed([[*row, n] for row, n in zip(rows, [heading, *OUTCOMES], strict=True)])
    assert [(each.value, each.labels["offence"]) for each in found] == [(4, "Rape")]


@pytest.mark.parametrize("heading", ["Number of offences", "Count", "Total"])
def test_counts_beside_a_day_and_an_offence_are_counts(heading):
    rows = crimes("2021-04", each=4)
    found = listed([[*row, n] for row, n in zip(rows, [heading, *OUTCOMES], strict=True)])
    assert sum(each.value for each in found) == 16 + 18 + 14 + 16


def numbered(heading: str, *numbers: int) -> list[list[object]]:
    """Crimes of which some have the same labels, with numbers that rise by one."""
    labels = [["2018/19", "Threats", 12, "North"], ["2018/19", "Threats", 12, "South"],
              ["2018/19", "Stalking", 13, "East"], ["2018/19", "Stalking", 13, "West"]]  # fmt: skip
    rows = zip(labels, numbers, strict=False)
    return [["Year", "Offence", "Victim age", "District", heading], *([*r, n] for r, n in rows)]


@pytest.mark.parametrize("heading", ["Number of offences", "Count", "Total", "Crimes", ""])
@pytest.mark.parametrize("numbers", [(1, 2, 3), (1, 2, 3, 4)])
def test_counts_that_happen_to_rise_by_one_are_counted_with_a_question(heading, numbers):
    rows = numbered(heading, *numbers)
    assert sum(each.value or 0 for each in listed(rows)) == sum(numbers)
    assert any(each.stops and "number the rows" in each.message for each in problems(rows))


@pytest.mark.parametrize("heading", ["Number", "No.", "Record"])
def test_a_running_number_under_its_name_is_no_count(heading):
    rows = numbered(heading, 1, 2, 3, 4)
    assert sum(each.value or 0 for each in listed(rows)) == 4
    assert not [each for each in problems(rows) if each.stops]
