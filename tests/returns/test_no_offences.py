"""Populations, refusals over several cells and dates of offences are no counts of one year."""

import pytest

from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, listed, problems, read, sheet_of

YEARS = ["2020/21", "2021/22"]


def stops(rows: Rows) -> list[tuple[str | None, str]]:
    return [(each.cell, each.message) for each in problems(rows) if each.stops]


@pytest.mark.parametrize("name", ["Under 18 population", "Mid-year population", "Census 0-17"])
def test_a_population_beside_offences_is_not_counted(name):
    across = [["Year", "Offences", name], *([y, 40 + n, 2143] for n, y in enumerate(YEARS))]
    assert sorted(read(across)) == ["B2", "B3"]
    down = [["", *YEARS], ["Offences", 40, 41], [name, 2143, 2150]]
    assert sorted(read(down)) == ["B2", "C2"]


@pytest.mark.parametrize(
    "name", ["Children aged 0-17 in the force area", "Under 18s living in our county"]
)
def test_people_of_an_area_are_asked_about(name):
    why = f"“{name}” may be a population. Are these counts what was asked for?"
    across = [["Year", "Offences", name], *([y, 40 + n, 2143] for n, y in enumerate(YEARS))]
    assert ("C1", why) in stops(across)
    victims = [["Year", "Offences", f"Victims: {name}"], *across[1:]]
    assert not any("population" in each for _, each in stops(victims))


def test_a_refusal_over_several_cells_is_of_each():
    rows = [["Offence", *YEARS, "2022/23"], ["Rape", 3, 25, 15], ["Theft", 2, "s.40", ""],
            ["Other", 2, 3, 4]]  # fmt: skip
    found = read(rows, merged=((3, 3, 3, 4),))
    assert [found[cell].marker for cell in ("C3", "D3")] == ["refused", "refused"]
    down = [["Offence", *YEARS], ["Rape", 3, "Not available"], ["Theft", 2, ""], ["Other", 4, ""],
            ["Fraud", 5, 6]]  # fmt: skip
    found = read(down, merged=((2, 3, 4, 3),))
    assert {found[cell].marker for cell in ("C2", "C3", "C4")} == {"not_available"}


@pytest.mark.parametrize("number", [12, "<5", "*"])
def test_a_number_over_several_cells_is_asked_about(number):
    rows = [["Offence", *YEARS], ["Rape", 3, 25], ["Theft", number, ""], ["Other", 2, 3]]
    asked = read_sheet(sheet_of(rows, merged=((3, 2, 3, 3),))).problems
    why = f"“{number}” is written over several cells. Which of them is it the figure of?"
    assert [(each.cell, each.message) for each in asked if each.stops] == [("B3", why)]


def crimes(heading: str) -> Rows:
    days = [f"{year}-06-{day:02d}" for year in (2020, 2021) for day in (3, 4)]
    return [["Ref", heading, "Offence", "Victim age"], *([f"A{d}", d, "Rape", 12] for d in days)]


@pytest.mark.parametrize("heading", ["Date committed", "Offence date", "Date of incident"])
def test_a_list_whose_only_date_is_that_of_the_offence_is_asked_about(heading):
    assert sum(each.value or 0 for each in listed(crimes(heading))) == 4
    ((cell, why),) = stops(crimes(heading))
    assert cell == "B1"
    assert why.startswith(f"“{heading}” is the only date in this list")


@pytest.mark.parametrize("heading", ["Date recorded", "Recorded date of offence", "Date"])
def test_a_date_of_record_is_no_question(heading):
    assert stops(crimes(heading)) == []


def test_a_list_is_not_counted_by_dates_of_birth():
    rows = crimes("Date of birth")
    assert listed(rows) == []
    assert any("no column says when each was recorded" in each for _, each in stops(rows))
