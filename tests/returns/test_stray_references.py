"""A reference alone in a line over a table cuts no group of columns below it."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import labels_of, observations, read_as

STRAY = ["FOI 123/23", "OFFICIAL", "Page 1", "Version 2"]
GROUPS = [  # the groups, what is below each of them, and the role of both
    (("Stalking", "Threats"), ("Girls", "Boys"), ("offence: ", "sex: ")),
    (("Girls", "Boys"), ("Under 13", "13-17"), ("sex: ", "age: ")),
    (("Kik", "Viber"), ("Girls", "Boys"), ("platform: ", "sex: ")),
]


def table(over: list[str], groups, parts) -> Rows:
    return [over, ["", groups[0], "", groups[1], ""], ["Year", *parts, *parts],
            ["2018/19", 31, 27, 12, 14], ["2019/20", 44, 9, 8, 6]]  # fmt: skip


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize(("groups", "parts", "roles"), GROUPS)
def test_the_second_column_of_a_group_has_its_heading(groups, parts, roles, stray, name):
    for over in (["Northshire Police", "", stray, "", ""], ["", "", stray, "", ""]):
        found = read_as(table(over, groups, parts), [], name)
        read = {each.value: labels_of(each) for each in observations(found)}
        assert {"2018/19", roles[0] + groups[0], roles[1] + parts[1]} <= read[27]
        assert {"2019/20", roles[0] + groups[1], roles[1] + parts[0]} <= read[8]


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_years_over_groups_are_headings(name):
    rows: Rows = [["", "2018/19", "", "2019/20", ""], ["Offence", *["Girls", "Boys"] * 2],
                  ["Stalking", 31, 27, 12, 14], ["Threats", 44, 9, 8, 6]]  # fmt: skip
    found = read_as(rows, [(1, 2, 1, 3), (1, 4, 1, 5)], name)
    read = {each.value: labels_of(each) for each in observations(found)}
    assert {"2018/19", "sex: Boys"} <= read[27]
    assert {"2019/20", "sex: Girls"} <= read[12]
