"""What is left of a cell beside what was read of it is asked about, whatever the cell holds."""

import pytest

from offences.returns import read_file
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

pytestmark = pytest.mark.usefixtures("read_here")


def _table(text: str) -> Rows:
    return [
        ["Offence", "2018/19", "2019/20"],
        ["Rape", 61, 66],
        ["Grooming", text, 31],
        ["Sexual assault", 22, 48],
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["<5 (12)", "<5 [12]", "less than 5 (0)", "n/a (3)"])
def test_a_number_beside_a_marker_is_asked_about(name, text):
    found = read_file(FORMATS[name](_table(text), []), name)
    asked = [each.cell for each in found.problems if each.stops]
    assert asked == ["R3C2" if name.endswith("pdf") else "B3"]


@pytest.mark.parametrize(
    "text",
    ["1-4 (3)", "up to 5 (3)", "5 or fewer [12]", "c (12)", "nil (3)", "<5 (2)(3)", "28 (31)(2)",
     "s40 (12)", "Withheld under section 40(2) (31)", "Withheld due to 12 cases",
     "We do not hold 12", "Not held for 12 of them", "<5³", "<5 (a)", "n/a*"],
)  # fmt: skip
def test_what_is_left_of_any_cell_is_asked_about(text):
    rows = [*_table(text), [], ["(2) Recorded by the transport police"]]
    found = read_file(FORMATS["a.xlsx"](rows, []), "a.xlsx")
    assert [each.cell for each in found.problems if each.stops] == ["B3"]


@pytest.mark.parametrize(
    "text",
    ["<5", "<5*", "<5 [c]", "*", "**", "[c]", "suppressed (<5)", "Withheld (<5)", "1 to 4",
     "5 or fewer", "s40(2)", "Section 40 (2) (b)", "Withheld under section 40(2)",
     "Exempt - s.31(1)(a)", "Section 40(2) and 31(1)", "Refused under section 12 (over 18 hours)",
     "Not held before April 2016", "Not held for 2018/19", "28 (12%)", "28 offences",
     "Withheld under section 12 of the Freedom of Information Act 2000"],
)  # fmt: skip
def test_a_cell_that_was_read_whole_asks_nothing(text):
    found = read_file(FORMATS["a.xlsx"](_table(text), []), "a.xlsx")
    assert not [each for each in found.problems if each.stops]


@pytest.mark.parametrize("text", ["<5 (1)", "n/a [1]", "<5¹", "s40(2) (1)"])
def test_a_mark_behind_a_marker_is_explained_by_its_note(text):
    rows = [*_table(text), [""], ["(1) Recorded by the transport police"]]
    found = read_file(FORMATS["a.xlsx"](rows, []), "a.xlsx")
    assert not [each.cell for each in found.problems if each.cell == "B3" and each.stops]


def test_what_is_no_count_at_all_is_asked_about_once():
    found = read_file(FORMATS["a.xlsx"](_table("1 2 *"), []), "a.xlsx")
    assert [each.cell for each in found.problems] == ["B3"]
