"""A force that is named beside or below a table may be another, whose counts nobody asked for."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.labels.force_names import forces_in, names_another
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, sheet_of

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
