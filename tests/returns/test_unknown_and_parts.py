"""Counts of what is not known, totals in other words, and numbers of weeks, days and hours."""

import pytest

from offences.returns.labels.no_counts import names_part_of_date
from offences.returns.labels.years import names_month, parse_day, parse_year
from offences.returns.sheet import Observation
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed, read, values
from tests.returns.test_causes import observations, read_as

IN_EVERY = pytest.mark.parametrize("name", FORMATS)


def bands(heading: str) -> list[Rows]:
    """Three sheets with the counts 24, 17 and 3 under the last heading of a row of ages."""
    years: Rows = [["Year", "Under 5", "5-11", heading], ["2018/19", 41, 26, 24],
                   ["2019/20", 61, 19, 17], ["2020/21", 66, 11, 3]]  # fmt: skip
    titled: Rows = [["Offences 2018/19", "", "", ""], ["", "", "", ""],
                    ["Offence", "Aged 0-9", "Aged 10-17", heading], ["Stalking", 41, 26, 24],
                    ["Threats", 61, 19, 17], ["Blackmail", 66, 11, 3]]  # fmt: skip
    above: Rows = [["", "Age of victim", "", ""], ["Year", "Under 5", "5-11", heading],
                   *years[1:]]  # fmt: skip
    return [years, titled, above]


@pytest.mark.parametrize("heading", ["Age n/k", "Age unspecified", "Age (not given)", "Age"])
@pytest.mark.parametrize("layout", range(3))
@IN_EVERY
def test_a_last_column_beside_bands_counts_those_of_no_band(heading, layout, name):
    found = observations(read_as(bands(heading)[layout], [], name))
    ages = {each.labels.get("age") for each in found if each.value in (24, 17, 3)}
    assert ages == {heading}
    assert {each.labels.get("age") for each in found if each.value == 41} <= {"Under 5", "Aged 0-9"}


@IN_EVERY
def test_a_sex_that_is_not_known_is_a_sex(name):
    rows: Rows = [["Year", "Girls", "Boys", "Sex n/k"], ["2018/19", 41, 26, 4]]
    found = observations(read_as(rows, [], name))
    assert {each.labels.get("sex") for each in found} == {"Girls", "Boys", "Sex n/k"}


def test_an_age_whose_heading_names_an_unknown_offender_is_the_victims():
    rows: Rows = [["Year", "Offence", "Age of victim (offender unknown)"],
                  ["2018/19", "Threats", 12], ["2018/19", "Threats", 13]]  # fmt: skip
    assert [each.labels["age"] for each in listed(rows)] == ["12", "13"]


def totals(found: list[Observation]) -> set[int | None]:
    return {each.value for each in found if each.total}


@pytest.mark.parametrize("word", ["∑", "Grand sum", "All of the above", "Sub"])
@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_total_has_many_words(word, name):
    rows: Rows = [["District", "2018/19"], ["North", 12], ["South", 14], [word, 26]]
    assert totals(observations(read_as(rows, [], name))) == {26}
    across: Rows = [["Year", "North", "South", word], ["2018/19", 12, 14, 26]]
    assert totals(observations(read_as(across, [], name))) == {26}


@pytest.mark.parametrize("word", ["Year", "Annual", "Financial year", "12 months"])
@IN_EVERY
def test_the_year_below_its_quarters_or_months_is_their_total(word, name):
    for parts in (["Q1", "Q2", "Q3"], ["April", "May", "June"]):
        rows: Rows = [["Period", "2018/19"], [parts[0], 5], [parts[1], 7], [parts[2], 8],
                      [word, 29]]  # fmt: skip
        assert totals(observations(read_as(rows, [], name))) == {29}


def test_the_name_of_an_axis_is_no_total():
    rows: Rows = [["Year", "Girls", "Boys"], ["2018/19", 12, 14], ["2019/20", 15, 17]]
    assert totals([*read(rows).values()]) == set()


OF_TIME = [
    "Week no.",
    "Month of last offence",
    "Day of last crime",
    "Day of year",
    "Hour",
    "Peak hour",
    "Time of day",
]


@pytest.mark.parametrize("heading", OF_TIME)
@IN_EVERY
def test_weeks_days_and_hours_beside_counts_are_listed_and_never_counted(heading, name):
    rows: Rows = [["Offence", heading, "2018/19"], ["Stalking", 3, 41], ["Threats", 11, 52],
                  ["Blackmail", 9, 27]]  # fmt: skip
    behind = [[row[0], row[2], row[1]] for row in rows]
    for each in (rows, behind):
        file = read_as(each, [], name)
        assert {o.value for o in observations(file)} == {41, 52, 27}
        assert {left.text for left in file.not_taken} == {"3", "11", "9"}


@pytest.mark.parametrize("heading", OF_TIME)
@IN_EVERY
def test_weeks_days_and_hours_make_a_list_of_crimes_no_table_of_counts(heading, name):
    rows: Rows = [["Year", "Offence", heading], ["2018/19", "Stalking", 8],
                  ["2018/19", "Threats", 22], ["2019/20", "Stalking", 3]]  # fmt: skip
    assert [each.value for each in observations(read_as(rows, [], name))] == [1, 1, 1]


OF_A_TIME = ["Month in previous year", "Quarter of last year", "Day in peak week"]


@pytest.mark.parametrize("heading", OF_A_TIME)
@IN_EVERY
def test_counts_of_a_time_in_another_year_are_never_left_aside_as_words_for_a_time(heading, name):
    rows: Rows = [["Offence", heading, "2018/19"], ["Stalking", 3, 41], ["Threats", 11, 52],
                  ["Blackmail", 9, 27]]  # fmt: skip
    file = read_as(rows, [], name)
    assert {o.value for o in observations(file)} == {3, 11, 9, 41, 52, 27}
    assert file.not_taken == ()


def test_numbers_too_large_for_a_calendar_are_asked_about_as_counts():
    rows: Rows = [["Offence", "Peak hour"], ["Stalking", 400], ["Threats", 500]]
    assert values(read(rows)) == {"B2": 400, "B3": 500}


TWELVE_MONTHS = ["12m to Mar 19", "12mths to Mar-19", "Apr 18/Mar 19", "Apr-18/Mar-19"]
LONGER = ["12 mths to March 2019", "12mths ending 31/03/2019", "April 2018/March 2019"]


@pytest.mark.parametrize("text", TWELVE_MONTHS)
@IN_EVERY
def test_twelve_months_to_march_are_a_whole_year(text, name):
    rows: Rows = [["Offence", text, "2019/20"], ["Stalking", 41, 43], ["Threats", 52, 55]]
    down: Rows = [["Period", "Offences"], [text, 41], ["2019/20", 43]]
    for each in (rows, down):
        found = observations(read_as(each, [], name))
        (first,) = [o for o in found if o.value == 41]
        assert (first.year, first.part_words) == ("2018/19", "")


@pytest.mark.parametrize("text", LONGER)
def test_so_are_they_in_longer_words(text):
    found = read([["Offence", text, "2019/20"], ["Stalking", 41, 43]])
    assert (found["B2"].year, found["B2"].part_words) == ("2018/19", "")


@pytest.mark.parametrize("text", ["April to March 2018/19", "Apr-Mar 18/19", "Apr - Mar 2018-19"])
def test_two_years_behind_a_month_are_the_year_of_both(text):
    found = read([["Offence", text], ["Stalking", 41]])
    assert (found["B2"].year, found["B2"].months) == ("2018/19", (4, 3))


FROM_A_MONTH = {
    "Apr 2018 - 19 Mar 2019": "Apr 2018 - 19 Mar 2019",
    "Apr 2018-19th Mar 2019": "Apr 2018-19th Mar 2019",
    "Dec 2018-19 Jan 2019": "Dec 2018-19 Jan 2019",
    "Dec 2018 - 19/01/2019": "Dec 2018 - 19/01/2019",
}


@pytest.mark.parametrize(("text", "part"), FROM_A_MONTH.items())
def test_a_day_behind_a_month_and_its_year_is_no_second_year(text, part):
    for rows in ([["Offence", text], ["Stalking", 41]], [["Period", "Offences"], [text, 41]]):
        (found,) = read(rows).values()
        assert (found.year, found.part_words) == ("2018/19", part)


def test_a_verb_behind_two_years_makes_no_day_of_the_second():
    found = parse_year("Mar 2018/19 may change")
    assert found and (found.label, found.part) == ("2018/19", "Mar 2018/19 may change")


def test_six_months_are_six_however_they_are_written():
    (found,) = read([["Offence", "6m to Sep 18"], ["Stalking", 41]]).values()
    assert (found.year, found.months) == ("2018/19", (4, 9))


@pytest.mark.parametrize("days", [["01-Apr-18", "05-May-19"], ["1/Apr/2018", "5/May/2019"]])
@IN_EVERY
def test_days_with_the_name_of_their_month_between_strokes_are_days(days, name):
    rows: Rows = [["Recorded", "Offence", "Sex"], [days[0], "Stalking", "F"],
                  [days[1], "Threats", "M"]]  # fmt: skip
    found = observations(read_as(rows, [], name))
    assert [each.year for each in found] == ["2018/19", "2019/20"]
    assert parse_day("Apr-18") is None


def test_two_months_of_one_year_are_a_part_of_it():
    assert (found := parse_year("Apr/May 2018"))
    assert (found.label, found.part) == ("2018/19", "Apr/May 2018")


@pytest.mark.parametrize("name", FORMATS)
def test_a_total_merged_over_several_rows_is_the_total_of_each(name):
    rows: Rows = [["District", "Offence", "2018/19"], ["North", "Stalking", 31],
                  ["", "Threats", 27], ["South", "Stalking", 12], ["", "Threats", 14],
                  ["All", "Stalking", 43], ["", "Threats", 41]]  # fmt: skip
    merged = [(2, 1, 3, 1), (4, 1, 5, 1), (6, 1, 7, 1)]
    read = read_as(rows, merged, name)
    assert totals(observations(read)) == {43, 41}
    assert not any(each.stops for each in read.problems)


@pytest.mark.parametrize("first", ["Line", "No.", "Row"])
@IN_EVERY
def test_the_number_of_a_line_beside_a_reference_is_no_table_of_its_own(first, name):
    rows: Rows = [[first, "Crime Ref", "Recorded", "Offence"],
                  [1, "47/0551/22", "03/05/2018", "Stalking"],
                  [2, "47/0867/23", "09/06/2018", "Threats"],
                  [3, "47/0765/21", "11/08/2018", "Threats"]]  # fmt: skip
    read = read_as(rows, [], name)
    assert sorted(each.value or 0 for each in observations(read)) == [1, 2]
    assert not any(each.stops for each in [*read.problems, *read.not_taken])


@IN_EVERY
def test_a_local_code_beside_an_offence_is_no_count_and_asked_nothing(name):
    rows: Rows = [["Offence", "Local code", "2018/19"], ["Stalking", 3, 41], ["Threats", 11, 52]]
    read = read_as(rows, [], name)
    assert {each.value for each in observations(read)} == {41, 52}
    assert not any(each.stops for each in [*read.problems, *read.not_taken])


def test_months_written_year_first_are_months_of_their_years():
    found = read([["Month", "Male", "Female"], ["2018-03", 1, 2], ["2018-04", 3, 4]])
    years = {cell: found[cell].year for cell in ("B2", "C2", "B3", "C3")}
    assert years == {"B2": "2017/18", "C2": "2017/18", "B3": "2018/19", "C3": "2018/19"}


def test_a_financial_year_that_looks_like_a_month_stays_one():
    assert not names_month("2009-10") and not names_month("2011-12")
    assert names_month("2009-11") and names_month("2018-04")


@pytest.mark.parametrize("heading", ["Month of first arrest", "Week of first complaint"])
def test_the_month_of_a_first_or_last_anything_is_no_count(heading):
    assert names_part_of_date(heading)
    assert not names_part_of_date("Quarter of last financial year")


def test_a_reference_that_looks_like_a_month_is_none():
    assert not names_month("FOI 2019-07")


@pytest.mark.parametrize("word", ["Force", "Whole force", "Force-wide"])
@IN_EVERY
def test_a_column_of_the_force_is_the_total_of_its_districts(word, name):
    rows: Rows = [["Year", "North", "South", word], ["2018/19", 12, 14, 26], ["2019/20", 9, 6, 15]]
    assert totals(observations(read_as(rows, [], name))) == {26, 15}


@IN_EVERY
def test_a_sex_that_is_not_known_beside_a_year_is_a_sex(name):
    heads = ["Age of victim", "Girls 2021/22", "Boys 2021/22", "Unknown 2021/22"]
    found = observations(read_as([heads, ["10-13", 30, 8, 3]], [], name))
    assert {each.value: each.labels.get("sex") for each in found}[3] == "Unknown"
