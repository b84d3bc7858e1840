"""“Women” and “Men” are words for adults: whether they are children is asked, once for a table."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

WHY = "may be adults. Are these counts of victims under 18?"


def layouts(one: str, other: str, *more: str) -> list[Rows]:
    sexes = [one, other, *more]
    down: Rows = [
        ["Sex", "2017/18", "2018/19"],
        *([s, 80 + n, 44 + n] for n, s in enumerate(sexes)),
    ]
    long: Rows = [["Year", "Sex", "Count"], *(["2018/19", s, 31 + n] for n, s in enumerate(sexes))]
    return [down, turned(down), long]


def asked(rows: Rows, name: str) -> int:
    problems = [each for each in read_as(rows, [], name).problems if WHY in each.message]
    assert all(each.stops for each in problems)
    return len(problems)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("sexes", [("Women", "Men"), ("Girls", "Men"), ("Women", "Girls", "Boys")])
def test_they_are_asked_about_in_any_layout(sexes, name):
    for rows in layouts(*sexes):
        assert asked(rows, name) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_girls_and_females_are_not_nor_women_of_whom_a_line_says_that_they_are_young(name):
    for sexes in (("Girls", "Boys"), ("Female", "Male"), ("F", "M", "Unknown")):
        for rows in layouts(*sexes):
            assert not asked(rows, name)
    line: Rows = [["Online sexual offences against victims under 18"], [""]]
    if name == "a.docx":
        return  # where a line is within the table
    for rows in layouts("Women", "Men"):
        assert not asked([*line, *rows], name)
    for rows in layouts("Women", "Girls", "Boys"):
        assert asked([*line, *rows], name)
