"""Numbers that count the rows of a table, or name one person or crime: neither ages nor counts."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed, problems, read
from tests.returns.test_rows_of_groups import cells, read_in

YEARS = ["2019/20", "2020/21"]
NAMES = [*FORMATS, "a.csv"]
OFFENCES = ["Rape", "Incest", "Threats"]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "rows",
    [
        [[n, text, 40 + n, 60 + n] for n, text in enumerate(OFFENCES, 1)],
        [[n, text, 40 + n, 60 + n] for n, text in enumerate(OFFENCES, 7)],
        [*([n, text, 40 + n, 60 + n] for n, text in enumerate(OFFENCES, 1)),
         ["", "Total", 126, 186]],
        [[1, "Rape", "Girls", 41, 61], [2, "Rape", "Boys", 42, 62], [3, "Incest", "Girls", 43, 63]],
    ],
)  # fmt: skip
def test_serial_numbers_without_a_heading_are_no_ages(rows, name):
    head = ["", "Offence", *(["Sex"] if len(rows[0]) == 5 else []), *YEARS]
    found = read_in(name, [head, *rows], [])
    seen = [each for table in found.tables for each in table.observations]
    assert [each.value for each in seen] == [n for row in rows for n in row[-2:]]
    assert not any("age" in each.labels for each in seen)
    assert all(not each.stops for each in (*found.problems, *found.not_taken))


def test_they_may_begin_again_below_a_line():
    rows: Rows = [
        ["", "Offence", *YEARS],
        ["Contact"],
        [1, "Rape", 41, 52],
        [2, "Incest", 32, 33],
        ["Others"],
        [1, "Threats", 17, 16],
        [2, "Blackmail", 18, 19],
    ]
    found = read(rows)
    assert sorted(found) == ["C3", "C4", "C6", "C7", "D3", "D4", "D6", "D7"]
    assert not problems(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [[age, 40 + age, 60 + age] for age in (1, 2, 3)],
        [[age, text, 40 + age, 60 + age] for text in ("Girls", "Boys") for age in (10, 11, 12)],
        [[age, "Girls", 40 + age, 60 + age] for age in (1, 2, 3)],
    ],
)
def test_numbers_that_come_again_for_each_group_or_stand_beside_no_words_are_no_serial_ones(rows):
    head = ["", *(["Sex"] if len(rows[0]) == 4 else []), *YEARS]
    read_as_ages = {each.labels.get("age") for each in listed([head, *rows])} >= {"1", "2", "3"}
    assert read_as_ages or any(each.stops and each.cell == "A2" for each in problems([head, *rows]))


DAYS = ["03/05/2020", "09/07/2020", "11/08/2020", "15/12/2020", "20/01/2021", "30/03/2021"]


def crimes(heading: str, texts: list[object], *, age: object = 12) -> Rows:
    """Six crimes, with one more column."""
    rows: Rows = [["Crime no", "Date recorded", "Offence", "Victim age", heading]]
    ages = [11, 12, 13, age, 14, 16]
    for n, day in enumerate(DAYS):
        rows.append([f"NX/{n}", day, OFFENCES[n % 3], ages[n], texts[n % len(texts)]])
    return rows


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("age", [999, 125, 130, 9999])
def test_an_age_that_nobody_has_is_asked_about_and_makes_no_age_a_count(name, age):
    found = read_in(name, crimes("Victim sex", ["F", "M"], age=age), [])
    assert sum(each[-1] for each in cells(found)) == 6
    assert any(f"1 “{age}”" in each.message and each.stops for each in found.problems)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "heading",
    ["Victim No", "Victim no.", "Offence No", "Victim number", "Suspect ID", "Victim seq"],
)
def test_the_number_of_one_person_or_crime_is_no_count(name, heading):
    found = read_in(name, crimes(heading, [1, 2, 1, 3]), [])
    assert sum(each[-1] for each in cells(found)) == 6


def test_numbers_of_victims_by_day_are_asked_about():
    rows = [[row[1], *row[2:]] for row in crimes("Victim number", [2, 1, 4])]
    assert any("Is it one?" in each.message and each.stops for each in problems(rows))


@pytest.mark.parametrize("heading", ["Offences", "Number of victims", "Victim numbers", "Count"])
def test_a_number_of_crimes_beside_ages_stays_a_count(heading):
    rows = [["Year", "Offence", "Victim age", heading],
            *([YEARS[n % 2], OFFENCES[n % 3], 10 + n, 12 + n] for n in range(6))]  # fmt: skip
    assert [each.value for each in listed(rows)] == [12 + n for n in range(6)]


def test_the_words_of_all_ages_over_large_counts_stay_a_count():
    rows = [["Offence", "All ages 2019/20"], ["Rape", 12], ["Incest", 30], ["Threats", 130]]
    data = FORMATS["a.xlsx"](rows, [])
    found = read_sheets("a.xlsx", open_file(data, "a.xlsx"))
    assert [each[-1] for each in cells(found)] == [12, 30, 130]
