"""A question about several cells is asked at the first that is taken, where the first is not."""

import pytest

from offences.intake import returns as readings
from tests import worlds
from tests.readings.made import see
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows

pytestmark = pytest.mark.django_db

MARK, TWO = "has a mark that no note explains", "this column has two numbers in a cell"
PART, YEARS = "this table has only a part of", "Two years are named for this count"
SEX_FIRST = ["Year", "Girls", "Boys", "Total"]
OTHER_FORCE: Rows = [["Force", "2016/17", "2017/18"], ["Westshire", "20*", 22]]
LATER = ["Offence", "2021/22", "2017/18", "2018/19"]
CASES: dict[str, tuple[Rows, str]] = {
    "a mark, sexes first": (
        [SEX_FIRST, ["2017/18", "20*", 11, "31*"], ["2018/19", 30, 12, 42]], MARK),
    "a mark, another force first": ([*OTHER_FORCE, ["Northshire", "31*", 33]], MARK),
    "a mark, another year first": (
        [LATER, ["Sexual assault", "20*", "31*", 30], ["Stalking", 30, 42, 29]], MARK),
    "two numbers, another force first": (
        [["Force", "2016/17", "2017/18"], ["Westshire", "20 (4)", 22],
         ["Northshire", "31 (6)", 33]], TWO),
    "months, sexes first": (
        [["Sex", "2016/17", "Apr-Sep 2017"], ["Girls", 20, 21], ["Boys", 11, 12],
         ["Total", 31, 33]], PART),
    "months in rows, sexes first": (
        [SEX_FIRST, ["2016/17", 20, 11, 31], ["Apr-Dec 2017", 30, 12, 42]], PART),
    "two years, another force first": (
        [["Force", "Year", "2014/15"], ["Westshire", "2016/17", 20], ["Northshire", "2017/18", 31],
         ["Northshire", "2018/19", 44]], YEARS),
}  # fmt: skip


def problems(world, rows: Rows, name: str) -> list[tuple[str | None, str]]:
    """The open questions about a file of these rows, each with its cell."""
    data = EVERY_FORMAT[name](rows, [])
    reading = readings.upload(
        world.submission, data, f"northshire{name[1:]}", by=world.officer, now=worlds.NOW, see=see
    )
    plan = readings.plan_of(reading)
    assert plan.why_not
    return [(each.cell, each.message) for each in plan.problems if not each.is_answered]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx", "a.pdf"])
@pytest.mark.parametrize(("rows", "question"), CASES.values(), ids=CASES)
def test_the_question_is_at_a_cell_that_is_taken(world, rows, question, name):
    if name == "a.csv":
        rows = [[str(cell) for cell in row] for row in rows]
    assert [cell for cell, message in problems(world, rows, name) if question in message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
def test_a_question_about_cells_of_which_none_is_taken_is_not_asked(world, name):
    rows: Rows = [SEX_FIRST, ["2017/18", "20*", "11*", 31], ["2018/19", 30, 12, 42]]
    data = EVERY_FORMAT[name](rows, [])
    reading = readings.upload(
        world.submission, data, f"northshire{name[1:]}", by=world.officer, now=worlds.NOW, see=see
    )
    plan = readings.plan_of(reading)
    assert not [each for each in plan.problems if MARK in each.message]
