"""A force that is named beside or below a table may be another, whose counts nobody asked for."""

from itertools import product

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.labels.force_names import forces_in, names_another
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_causes import observations, read_as

TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 40, 50], ["Grooming", 14, 15]]
BESIDE: Rows = [TABLE[0], [*TABLE[1], "", "Essex Police"], TABLE[2]]
OWN = {"west yorkshire police", "west yorkshire"}


def asked(rows: Rows, name: str = "a.xlsx", title: str = "") -> list[str]:
    read = read_sheets(name, FileContents([sheet_of(rows, "Data")], properties=(title,)))
    return [each.message for each in read.named_forces]


@pytest.mark.parametrize(
    "rows",
    [
        [*TABLE, [], ["Essex Police"]],
        [*TABLE, [], ["Source: Essex Police, Force Headquarters"]],
        [*TABLE, [], ["Note", "Essex Police supplied these."]],
        BESIDE,
    ],
)
def test_a_line_that_names_a_force_is_asked_about_once(rows):
    (message,) = asked([*rows, [], ["Essex Police"]])
    assert "Essex Police" in message


def test_the_name_of_the_file_and_its_title_are_asked_about_by_an_area_too():
    assert len(asked(TABLE, "Essex FOI 123.xlsx")) == 1
    assert len(asked(TABLE, title="Reply of Surrey Police")) == 1
    assert asked(TABLE, "FOI 123.xlsx", "Reply of the police") == []


@pytest.mark.parametrize(
    "rows",
    [
        [*TABLE, [], ["The Police record crime."]],
        [*TABLE, [], ["National Police Chiefs’ Council"]],
        [["Essex Police"], [], *TABLE],
        [["Force", *TABLE[0]], ["Essex Police", *TABLE[1]], ["Kent Police", *TABLE[2]]],
    ],
)
def test_no_name_and_one_that_labels_the_counts_are_not_asked_about(rows):
    assert asked(rows) == []


@pytest.mark.parametrize(
    ("text", "another"),
    [
        ("West Yorkshire Police", False),
        ("FOI team, West Yorkshire Police, Wakefield", False),
        ("North Yorkshire Police", True),
        ("West Yorkshire Police and Essex Police", True),
        ("Devon & Cornwall Constabulary", True),
        ("Police Scotland", True),
        ("Crimes Recorded by the Police", False),
    ],
)
def test_another_force_is_one_of_none_of_the_own_names(text, another):
    assert names_another(text, OWN) == another


def test_an_area_alone_names_a_force_and_a_house_or_a_road_none():
    assert forces_in("Water Lane, Wilmslow, Cheshire SK9 5AF") == []
    assert forces_in("Aykley Heads, Durham, DH1 5TT.") == []
    assert forces_in("Cheshire, 5 of them") == ["cheshire"]
    assert forces_in("Surrey House, London Road") == []
    assert forces_in("Surrey FOI") == ["surrey"]
    assert forces_in("Online offences – West Mercia") == ["west mercia"]


AGES = [["Age", "2023/24", "2024/25"], ["0-12", 14, 18], ["13-17", 47, 49]]
SEXES = [["Sex", "2023/24", "2024/25"], ["Girls", 15, 19], ["Boys", 48, 50]]
OVER = {
    "one table": lambda title: [[title], *AGES],
    "the second of two tables": lambda title: [[title], *AGES, [], [title], *SEXES],
    "rows": lambda title: [["", "2023/24", "2024/25"], [title], *AGES[1:], ["Total", 61, 67]],
}


@pytest.mark.parametrize(
    ("name", "layout"),
    [*product(["a.xlsx", "a.csv", "a.docx"], OVER), *product(["a.pdf"], [*OVER][:2])],
)
@pytest.mark.parametrize(
    ("title", "force"),
    [
        ("Online sexual offences, Kent Police", ""),
        ("Online sexual offences Kent Police", ""),
        ("Girls, Kent Constabulary", ""),
        ("Victims of crime, Avon and Somerset Police", ""),
        ("Kent Police", "Kent Police"),
        ("Devon & Cornwall Constabulary", "Devon & Cornwall Constabulary"),
    ],
)
def test_a_title_that_ends_with_a_force_is_no_name_of_one(title, force, layout, name):
    found = [each for each in observations(read_as(OVER[layout](title), [], name)) if each.value]
    assert found
    assert {each.labels.get("force", "") for each in found} == {force}
