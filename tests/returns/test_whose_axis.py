"""Whose sexes and ages a heading names: those of victims are read, of anybody else asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems
from tests.returns.test_causes import observations, read_as

OTHERS = [
    "Gender of subject",
    "Sex of nominal",
    "Gender of person reporting",
    "Sex of the witness",
    "Age of informant",
    "Age of parent",
    "Age of household",
    "Age difference",
    "Caller age",
    "AgeOfCarer",
    "Sex of victim's carer",
    "Age on arrest",
    "Platform (devices examined)",
    "Apps seized",
]
VICTIMS = [
    "Gender",
    "Sex of victim",
    "VictimSex",
    "Complainant's gender",
    "Victims’ sex",
    "Sex of injured party",
    "Age of child",
    "Age at time of offence",
    "Age of young person when reported",
    "Age band (years)",
    "Gender (self-defined)",
    "Age where known",
    "Social media platform",
    "App or website used",
    "WhatsApp",
    "Name of app",
]


def table(heading: str) -> Rows:
    labels = ["13-15", "16-17"] if "age" in heading.casefold().split("of")[0] else ["Girls", "Boys"]
    labels = ["Snapchat", "Kik"] if "app" in heading.casefold() or "latf" in heading else labels
    return [[heading, "2018/19", "2019/20"], [labels[0], 40, 50], [labels[1], 14, 15]]


def turned(heading: str) -> Rows:
    down = [[*row] for row in zip(*table(heading), strict=True)]
    return [["Year", heading, ""], ["", *down[0][1:]], *down[1:]]


def asked(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if "is a heading here" in each.message]


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize("heading", OTHERS)
def test_a_heading_of_anybody_else_is_asked_about_once(heading, layout):
    assert asked(layout(heading)) == [
        f"“{heading}” is a heading here. Are these the counts that were asked for?"
    ]


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize("heading", VICTIMS)
def test_a_heading_of_victims_is_not(heading, layout):
    assert not asked(layout(heading))


def test_a_heading_of_the_accused_is_asked_about_in_its_own_words():
    rows = table("Sex of suspect")
    assert not asked(rows)
    assert any("“Sex of suspect” is not of victims" in each.message for each in problems(rows))


@pytest.mark.parametrize("name", FORMATS)
def test_it_stops_in_every_format(name):
    found = read_sheets(name, open_file(FORMATS[name](table("Sex of witness"), []), name)).problems
    assert [each.stops for each in found if "“Sex of witness”" in each.message] == [True]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("gap", [[], [["", "", ""]]])
def test_rows_of_ages_below_those_of_sexes_are_ages_without_a_heading_of_their_own(gap, name):
    sexes = [["Sex", "2018/19", "2019/20"], ["Female", 31, 47], ["Male", 9, 8]]
    ages = [["0-12", 11, 15], ["13-17", 28, 39], ["Not known", 1, 2]]
    read = read_as([*sexes, *gap, *ages], [], name)
    found = {each.value: each.labels for each in observations(read)}
    assert found[47] == {"sex": "Female"}
    assert found[28] == {"age": "13-17"}
    turned = read_as([["Age of victim", *sexes[0][1:]], *ages[:2], *gap, *sexes[1:]], [], name)
    found = {each.value: each.labels for each in observations(turned)}
    assert (found[15], found[9]) == ({"age": "0-12"}, {"sex": "Male"})


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("code", ["9", "3"])
def test_a_lone_digit_below_sexes_is_a_code_and_no_age(name, code):
    rows = [["Sex", "2018/19", "2019/20"], ["Female", 31, 47], ["Male", 12, 8], [code, 6, 7]]
    found = {each.value: each.labels for each in observations(read_as(rows, [], name))}
    assert "age" not in found[7]
    ages = [["8", 14, 15], ["9", 16, 17], ["10", 18, 19]]
    found = {
        each.value: each.labels for each in observations(read_as([*rows[:3], *ages], [], name))
    }
    assert (found[17], found[19]) == ({"age": "9"}, {"age": "10"})
