"""A total of more, or of other things, than was asked for is never stored in silence."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems

TITLE = "Online child sexual offences recorded"
YEARS = ["2020/21", "2021/22", "2022/23"]
HEAD: Rows = [["Offence", *YEARS]]
PARTS: Rows = [["Rape", 41, 46, 52], ["Sexual grooming", 12, 15, 17]]


def asked(rows: Rows, title: str = TITLE) -> list[str | None]:
    found = problems([[title], [], *rows])
    return [each.cell for each in found if each.stops and "this total" in each.message]


OTHERS = [
    "All victims",
    "Total number of victims",
    "All persons",
    "Total children",
    "Total incidents",
    "All crime",
    "All recorded crime",
    "Total of all crime",
    "All sexual offences",
    "All forces",
]
SAME = [
    "Total",
    "Grand total",
    "All offences",
    "Total offences",
    "Total recorded offences",
    "All online crimes",
    "All sexual offences against under 18s",
    "Total of the above",
    "Total crimes",
    "All ages",
]


@pytest.mark.parametrize("name", OTHERS)
def test_a_total_of_more_is_asked_about_as_the_only_row_or_column(name):
    assert asked([*HEAD, [name, 80, 95, 110]]) == ["A4"]
    assert asked([["Year", name], *([year, 80] for year in YEARS)]) == ["B3"]


@pytest.mark.parametrize("name", SAME)
def test_a_total_of_offences_or_over_an_axis_is_no_question(name):
    assert not asked([*HEAD, [name, 80, 95, 110]])
    assert not asked([["Year", name], *([year, 80] for year in YEARS)])


@pytest.mark.parametrize("name", [*OTHERS, *SAME])
def test_the_sum_of_the_parts_is_no_question(name):
    assert not asked([*HEAD, *PARTS, [name, 53, 61, 69]])
    assert not asked([*HEAD, [name, 53, 61, 69], *PARTS])
    assert not asked([["Year", "Girls", "Boys", name], *([year, 4, 5, 9] for year in YEARS)])


def test_the_sums_of_columns_in_groups_of_years_are_no_question():
    groups = ["Girls", "", "Boys", "", "All victims", ""]
    years = YEARS[:2] * 3
    rows: Rows = [["", *groups], ["Offence", *years], ["Rape", 4, 5, 1, 2, 5, 7]]
    more: Rows = [["Grooming", 6, 7, 3, 4, 9, 11]]
    assert not asked([*rows, *more])
    assert asked([*rows, ["Grooming", 6, 7, 3, 4, 9, 12]])


def test_victims_beside_a_part_that_is_not_known_are_asked_about():
    parts: Rows = [["Rape", 41, 46, 52], ["Sexual grooming", 12, "<5", 17]]
    assert asked([*HEAD, *parts, ["Total victims", 53, 48, 69]]) == ["A6"]
    assert not asked([*HEAD, *parts, ["All recorded crime", 53, 48, 69]])


def test_a_total_that_is_not_the_sum_is_asked_about():
    assert asked([*HEAD, *PARTS, ["All crime", 153, 161, 169]]) == ["A6"]
    assert asked([*HEAD, *PARTS, ["Total victims", 50, 60, 65]]) == ["A6"]


def test_a_title_of_online_offences_under_18_says_what_all_crime_is():
    rows: Rows = [*HEAD, ["All crime", 80, 95, 110]]
    assert not asked(rows, "Online crimes with victims under 18")
    assert asked(rows, "Online crimes")
    assert asked(rows, "Crimes with victims under 18")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("total", ["Total crime", "All crime", "Sum of crime"])
def test_a_total_of_crime_is_asked_about_under_a_title_of_offences(total, name):
    title = "Recorded online sexual offences against under 18s"
    for rows, doubtful in (
        ([*HEAD, [total, 80, 95, 110]], True),
        ([*HEAD, [total, 80, 95, 110], *PARTS], True),
        ([*HEAD, [total, 53, 61, 69], *PARTS], False),
        ([*HEAD, ["Total", 80, 95, 110]], False),
    ):
        table: Rows = [[title], [""], *rows]
        found = read_sheets(name, open_file(FORMATS[name](table, []), name)).problems
        assert any("this total" in each.message for each in found) is doubtful
    assert not asked([*HEAD, [total, 80, 95, 110]], title.replace("sexual offences", "crime"))
    assert not asked([*HEAD, ["All sexual offences", 80, 95, 110]], title)


def test_all_forces_below_forces_are_no_question():
    forces: Rows = [["Kent Police", 4, 5, 6], ["Essex Police", 5, "<5", 7]]
    assert not asked([["Force", *YEARS], *forces, ["All forces", 20, 21, 22]])


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_asked_in_every_format(name):
    rows: Rows = [[TITLE], [], *HEAD, ["All crime", 80, 95, 110], ["Rape", 4, 5, 6]]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    assert [each.message for each in found if "this total" in each.message]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("label", "number", "asked"),
    [
        ("Offence", 18, True),
        ("Crime type", 16, True),
        ("Offences", 15, False),
        ("Offences", 250, False),
        ("All offences", 18, False),
    ],
)
def test_a_number_beside_the_name_of_an_axis_may_be_an_age(label, number, asked, name):
    rows: Rows = [["2020/21", ""], [label, number], ["Rape", 4], ["Sexual grooming", 11]]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    assert any("no heading such as an age" in each.message for each in found) is asked
