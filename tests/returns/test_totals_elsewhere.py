"""A total in a table of its own that a breakdown elsewhere in its file does not add up to."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

WHY = "Are both of the same offences?"
YEARS = ["2024/25", "2025/26"]
SEXES: Rows = [["Sex", *YEARS], ["Girls", 80, 90], ["Boys", 44, 50]]
AGES: Rows = [["Age", *YEARS], ["0-12", 24, 30], ["13-15", 60, 70], ["16-17", 40, 40]]
FORMATS = ["a.xlsx", "a.csv", "a.pdf"]


def totals(one: int, other: int) -> Rows:
    return [["Year", "Total"], [YEARS[0], one], [YEARS[1], other]]


def asked(rows: Rows, name: str) -> list[int]:
    conflicts = [each for each in read_as(rows, [], name).conflicts if WHY in each.message]
    return [1 + len(each.also) for each in conflicts]


def files(whole: Rows, parts: Rows) -> list[Rows]:
    """The totals above, below and across."""
    across = turned(whole)
    return [[*whole, [""], *parts], [*parts, [""], *whole], [*across, [""], *parts]]


@pytest.mark.parametrize("name", [each for each in EVERY_FORMAT if each != "a.docx"])
@pytest.mark.parametrize("parts", [SEXES, AGES, [*SEXES, ["Total", 124, 140]]])
@pytest.mark.parametrize("one", [180, 524, 62])
def test_a_breakdown_that_is_far_from_it_is_a_remark(one, parts, name):
    for rows in files(totals(one, 600), parts):
        assert asked(rows, name) == [2]


@pytest.mark.parametrize("name", FORMATS)
def test_a_breakdown_that_adds_up_to_it_is_none(name):
    for parts in (SEXES, AGES, [*SEXES, ["Total", 124, 140]]):
        for rows in files(totals(124, 140), parts):
            assert not asked(rows, name)


@pytest.mark.parametrize("name", FORMATS)
def test_nor_is_one_of_which_not_all_is_there_or_by_offence(name):
    hidden: Rows = [SEXES[0], ["Girls", 80, 90], ["Boys", "<50", "*"]]
    offences: Rows = [["Offence", *YEARS], ["Sexual assault", 80, 90], ["Stalking", 44, 50]]
    for parts in ([SEXES[0], SEXES[1]], [*SEXES, ["Unknown", "n/a", "n/a"]], offences, hidden):
        for rows in files(totals(125, 160), parts):
            assert not asked(rows, name)
    for rows in files(totals(124, 140), [*SEXES, ["Everybody", 124, 140]]):
        assert not asked(rows, name)
    titled: Rows = [["Sexual assault by sex"], *SEXES]
    assert not asked([*totals(524, 600), [""], *titled], name)


@pytest.mark.parametrize("name", FORMATS)
def test_one_of_several_tables_of_totals_is_enough(name):
    online: Rows = [["Year", "Online total"], [YEARS[0], 124], [YEARS[1], 140]]
    assert not asked([*totals(524, 600), [""], *SEXES, [""], *online], name)
