"""A first day and a last day in two cells are one period, and not the year of its last day."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

HEADS = [("From", "To"), ("Start date", "End date"), ("Period start", "Period end"),
         ("Between", "And"), ("Date from", "Date to"), ("Reporting period", "")]  # fmt: skip
HALF, YEAR = ("01/10/2018", "31/03/2019"), ("01/04/2019", "31/03/2020")
WRITTEN = [(HALF, YEAR), (("1 October 2018", "31 March 2019"), ("1 April 2019", "31 March 2020")),
           (("Oct 2018", "Mar 2019"), ("Apr 2019", "Mar 2020")),
           (("2018-10-01", "2019-03-31"), ("2019-04-01", "2020-03-31"))]  # fmt: skip


def layouts(heads, half, year) -> list[Rows]:
    return [
        [[*heads, "Offences"], [*half, 31], [*year, 44]],
        [["Offence", *heads, "Count"], ["Stalking", *half, 31], ["Threats", *half, 12],
         ["Stalking", *year, 44], ["Threats", *year, 8]],
        [[*heads, "Girls", "Boys"], [*half, 31, 12], [*year, 44, 8]],
        [[heads[0], half[0], year[0]], [heads[1], half[1], year[1]], ["Stalking", 31, 44],
         ["Threats", 12, 8]],
    ]  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heads", HEADS)
def test_the_months_are_those_from_the_first_day_to_the_last(heads, name):
    for rows in layouts(heads, HALF, YEAR):
        _check(rows, name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(("half", "year"), WRITTEN)
def test_so_they_are_however_days_are_written(half, year, name):
    if name != "a.pdf" or len(half[0]) < 12:  # the cells of a page are narrow
        for rows in layouts(HEADS[0], half, year):
            _check(rows, name)


def _check(rows: Rows, name: str) -> None:
    found = read_as(rows, [], name)
    read = {each.value: (each.year, each.months) for each in observations(found)}
    own = {31: ("2018/19", (10, 3)), 12: ("2018/19", (10, 3)), 44: ("2019/20", None)}
    own[8] = own[44]
    assert read.items() <= own.items()
    assert {31, 44} <= read.keys()
    assert not [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_total_below_periods_and_months_beside_their_year_ask_nothing(name):
    below: Rows = [["From", "To", "Girls", "Boys"], [*YEAR, 44, 8],
                   ["01/04/2020", "31/03/2021", 31, 12], ["Total", "", 75, 20]]  # fmt: skip
    ages: Rows = [["Age from", "Age to", "2018/19", "2019/20"], [0, 10, 31, 5], [11, 13, 44, 6],
                  ["Not known", "", 3, 1], ["Total", "", 78, 12]]  # fmt: skip
    months: Rows = [["Year", "From", "To", "Offences"], ["2018/19", "April", "September", 31],
                    ["2018/19", "October", "March", 12]]  # fmt: skip
    for rows in (below, ages, months):
        found = read_as(rows, [], name)
        assert not [each.message for each in found.problems if each.stops]
        assert not [each.text for each in found.not_taken]
    assert [each.months for each in observations(read_as(months, [], name))] == [(4, 9), (10, 3)]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("lone", [("", "31/03/2019"), ("01/10/2018", ""), ("31/03/2019", HALF[0])])
def test_an_end_without_the_other_is_asked_about(lone, name):
    for rows in layouts(HEADS[0], lone, YEAR)[:3]:
        found = read_as(rows, [], name)
        assert any("one end of a period" in each.message for each in found.problems if each.stops)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
def test_two_days_of_other_things_and_those_of_a_list_of_crimes_are_no_period(name):
    crimes: Rows = [["Offence", "Recorded", "From", "To"],
                    ["Stalking", "03/05/2018", "01/02/2018", "09/03/2018"],
                    ["Threats", "03/06/2018", "01/03/2017", "09/03/2018"],
                    ["Threats", "03/06/2019", "01/03/2019", "09/03/2019"]]  # fmt: skip
    counted = observations(read_as(crimes, [], name))
    assert sorted((each.year, each.value) for each in counted) == [
        ("2018/19", 1), ("2018/19", 1), ("2019/20", 1)
    ]  # fmt: skip
    made: Rows = [["Extracted", "Year to", "Offences"], ["01/06/2019", "31/03/2019", 31],
                  ["01/06/2020", "31/03/2020", 44]]  # fmt: skip
    assert {each.year for each in observations(read_as(made, [], name))} == {"2018/19", "2019/20"}


AGES = [("Age from", "Age to"), ("Lower age", "Upper age"), ("From age", "To age"), ("Age", "to"),
        ("Victim age", "-"), ("Age", "Max")]  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heads", AGES)
def test_ages_in_two_columns_are_one_band(heads, name):
    bands = [(0, 10), (11, 13), (14, 14), (15, 17)]
    counts = [[31, 12], [44, 8], [9, 6], [21, 19]]
    pairs = [*zip(bands, counts, strict=True)]
    layouts: list[Rows] = [
        [[*heads, "2018/19", "2019/20"], *([*ages, *own] for ages, own in pairs)],
        [["Year", *heads, "Girls", "Boys"], *(["2018/19", *ages, *own] for ages, own in pairs)],
        [["Offence", *heads, "2018/19", "2019/20"],
         *(["Stalking", *ages, *own] for ages, own in pairs)],
    ]  # fmt: skip
    for rows in layouts:
        found = observations(read_as(rows, [], name))
        ages = {each.value: each.labels["age"] for each in found}
        assert (ages[31], ages[8], ages[9], ages[19]) == ("0-10", "11-13", "14", "15-17")
        assert not any("0" in each.other or "11" in each.other for each in found)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_the_age_of_a_victim_and_that_of_a_suspect_are_no_band(name):
    rows: Rows = [["Victim age", "Suspect age", "2018/19", "2019/20"], [12, 31, 41, 27],
                  [13, 44, 52, 16], [14, 29, 33, 18]]  # fmt: skip
    found = observations(read_as(rows, [], name))
    assert not any("-" in each.labels.get("age", "") for each in found)
