"""A figure that is set smaller, higher or lower than its number is a note's mark in a PDF, too."""

import pytest

from offences.returns import read_file
from offences.returns.result import ReadFile
from tests.returns.test_pages import pdf_of

pytestmark = pytest.mark.usefixtures("read_here")

ROWS = [("Offence", "2017/18", "2018/19"), ("Rape", "58", "2"), ("Grooming", "3", "14")]
FOOT = 842 - 142 - 48  # of the letters of “14”, which end at 315 points from the left


def read(size: float, left: float, raised: float, text: str = "2", *, ruled: bool) -> ReadFile:
    stroke = f"BT /F {size} Tf {left} {FOOT + raised} Td ({text}) Tj ET"
    return read_file(pdf_of(ROWS, ruled=ruled, more=[stroke]), "a.pdf")


def counts(read: ReadFile) -> dict[str | None, int | None]:
    return {o.cell: o.value for table in read.tables for o in table.observations}


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize(
    ("size", "raised"),
    [(6.5, 3.3), (6, 4), (7, 3), (5, 5), (8, 1), (9, 2), (7, 5), (6, 7), (5, 6.5), (6, -3)],
)
def test_a_smaller_or_higher_figure_behind_a_count_is_the_mark_of_a_note(size, raised, ruled):
    found = read(size, 315.2, raised, ruled=ruled)
    assert counts(found) == {"R2C2": 58, "R2C3": 2, "R3C2": 3, "R3C3": 14}
    (why,) = [each.message for each in found.problems if each.stops]
    assert why == "“14²” has a mark that no note explains. What does it say?"


def noted(size: float, raised: float, *, apart: float = 4) -> ReadFile:
    """A label with a raised 2, and a line below the table with a 2 before it."""
    behind = f"BT /F 6 Tf 107 {FOOT + 3.3} Td (2) Tj ET"
    mark = f"BT /F {size} Tf 60 {600 + raised} Td (2) Tj ET"
    words = f"BT /F 10 Tf {60 + size / 2 + apart} 600 Td (Recorded since April 2017.) Tj ET"
    return read_file(pdf_of(ROWS, ruled=True, more=[behind, mark, words]), "a.pdf")


@pytest.mark.parametrize(("size", "raised"), [(6, 4), (7, 3), (8, 3)])
def test_a_raised_figure_before_a_line_is_the_mark_of_that_note(size, raised):
    found = noted(size, raised)
    assert not [each.message for each in found.problems if each.stops]
    (said,) = found.problems
    assert "“² Recorded since April 2017.”" in said.message


@pytest.mark.parametrize("ruled", [True, False])
def test_a_raised_letter_is_the_mark_of_a_note_too(ruled):
    found = read(6, 315.2, 4, "b", ruled=ruled)
    (why,) = [each.message for each in found.problems if each.stops]
    assert why == "“14ᵇ” has a mark that no note explains. What does it say?"
    assert counts(found)["R3C3"] == 14


def test_a_raised_figure_far_before_a_line_is_no_mark_of_it():
    found = noted(6, 4, apart=30)
    assert any("no note explains" in each.message for each in found.problems)


def test_a_figure_before_a_count_is_none_of_its_own():
    assert counts(read(6, 300.6, 4, ruled=True))["R3C3"] is None


@pytest.mark.parametrize(("size", "raised"), [(10, 0), (9, 0), (10, 1)])
def test_figures_of_nearly_one_size_and_line_are_one_number(size, raised):
    assert counts(read(size, 315.2, raised, ruled=True))["R3C3"] == 142


def test_letters_and_numbers_in_brackets_that_are_raised_are_read_as_before():
    assert counts(read(6, 315.2, 4, "(2)", ruled=True))["R3C3"] == 14
    rows = [("Offence", "2017/18", "2018/19"), ("Rape of a child under 13", "58", "2")]
    assert not read_file(pdf_of(rows, ruled=True), "a.pdf").problems


@pytest.mark.parametrize(
    ("size", "left", "raised"), [(6, 317.5, 7), (10, 315.2, 7), (6, 315.2, 11)]
)
def test_a_number_apart_from_the_one_before_it_or_as_large_is_no_mark(size, left, raised):
    found = read(size, left, raised, ruled=True)
    assert counts(found)["R3C3"] != 14
    assert found.problems
