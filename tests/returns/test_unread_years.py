"""A year in a spelling that is not read takes no year from a title without a question."""

import pytest

from offences.returns.labels.label_words import heading_role
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems, read
from tests.returns.test_causes import observations, read_as

ASKED = "Which year are they of?"
TITLE: Rows = [["Online crimes, 2018/19"]]


def asked(rows: Rows, name: str) -> list[str]:
    read = read_as(rows, [], name)
    assert observations(read)
    return [each.message for each in read.problems if each.stops and ASKED in each.message]


@pytest.mark.parametrize(
    "rows",
    [
        [*TITLE, ["Year", "Girls", "Boys"], ["FY19", 31, 27], ["FY20", 8, 9]],
        [*TITLE, ["Year recorded", "Girls", "Boys"], ["FY 2019", 31, 27], ["FY 2020", 8, 9]],
        [*TITLE, ["Year", "Girls", "Boys"], ["2018-9", 31, 27], ["2019-0", 8, 9]],
        [*TITLE, ["Period", "Girls", "Boys"], ["04/2017 to 03/2018", 31, 27],
         ["04/2018 to 03/2019", 8, 9]],
        [*TITLE, ["Offence", "This year", "Last year"], ["Stalking", 31, 27], ["Threats", 8, 9]],
        [*TITLE, ["Offence", "Current", "Previous"], ["Stalking", 31, 27], ["Threats", 8, 9]],
        [*TITLE, ["Offence", "Latest year", "Prior year"], ["Stalking", 31, 27], ["Rape", 8, 9]],
        [*TITLE, ["Offence", "Recorded", "Last year recorded"], ["Stalking", 31, 27],
         ["Threats", 8, 9]],
        [*TITLE, ["Offence", "Count", "Offences last year"], ["Stalking", 31, 27], ["Rape", 8, 9]],
        [*TITLE, ["Offence", "Total", "Last year's figures"], ["Stalking", 31, 27], ["Rape", 8, 9]],
        [*TITLE, ["Period", "Girls", "Boys"], ["Before the change", 31, 27], ["After it", 8, 9]],
        [["2018/19"], ["Offence", "Count"], ["Stalking", 31], ["Threats", 27], [],
         ["Year", "Sex", "Count"], ["FY19", "Girls", 8], ["FY20", "Boys", 9]],
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", FORMATS)
def test_a_year_that_is_not_read_is_asked_about_once(rows, name):
    assert len(asked(rows, name)) == 1


@pytest.mark.parametrize(
    "rows",
    [
        [*TITLE, ["Age in years", "Girls", "Boys"], ["12-13", 31, 27], ["14-15", 8, 9]],
        [*TITLE, ["Period", "Girls", "Boys"], ["Apr-Sep", 31, 27], ["Oct-Mar", 8, 9]],
        [*TITLE, ["Quarter of the year", "Girls"], ["Q1", 31], ["Q2", 8], ["All year", 39]],
        [*TITLE, ["Offence", "Count", "Change on last year"], ["Stalking", 31, "12%"]],
        [*TITLE, ["Offence", "Previous address known", "Current"], ["Stalking", 31, 27]],
        [["Online crimes"], ["Year", "Girls", "Boys"], ["2018/19", 31, 27], ["2019/20", 8, 9]],
    ],
)
@pytest.mark.parametrize("name", FORMATS)
def test_ages_and_parts_of_the_year_over_the_table_are_no_such_year(rows, name):
    assert not asked(rows, name)


def test_without_another_year_the_table_is_asked_about_for_having_none():
    rows: Rows = [["Offence", "This year", "Last year"], ["Stalking", 31, 27]]
    stops = [each.message for each in problems(rows) if each.stops]
    assert stops == ["No year is named in this table, above it or in the sheet's name."]


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Age in years", "age"),
        ("Age of victim (years)", "age"),
        ("Victim age group years", "age"),
        ("Years of age", "age"),
        ("Year of ageing", "year"),
        ("Age by year", "year"),
        ("Financial year", "year"),
    ],
)
def test_years_of_age_are_ages(heading, role):
    assert heading_role(heading) == role


def test_bands_below_age_in_years_are_no_years():
    rows: Rows = [["Age in years", "2018/19"], ["12-13", 31], ["14-15", 8]]
    assert {each.year for each in read(rows).values()} == {"2018/19"}
