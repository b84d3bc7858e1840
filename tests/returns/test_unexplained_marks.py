"""A number in brackets behind a count is the mark of a note only where there is such a note."""

import pytest

from offences.returns import read_file
from tests.returns.grids import Rows
from tests.returns.three_formats import FORMATS

pytestmark = pytest.mark.usefixtures("read_here")

HEADS = ["Offence", "2018/19", "2019/20"]


def asked(name: str, rows: Rows) -> list[str | None]:
    found = read_file(FORMATS[name](rows, []), name)
    counts = [o for table in found.tables for o in table.observations if o.value is not None]
    assert len(counts) == 4
    return [each.cell for each in found.problems if "no note explains" in each.message]


def _table(first: str) -> Rows:
    return [HEADS, ["Rape", 61, 66], ["Grooming", first, 31]]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["28 (31)", "5 [12]", "1,204 (7)", "28(3)"])
def test_a_number_in_brackets_without_a_note_is_asked_about(name, text):
    assert asked(name, _table(text)) == ["R3C2" if name.endswith("pdf") else "B3"]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "note",
    ["(1) Recorded by the transport police", "1. Recorded by the transport police",
     "Note 1: as recorded by the transport police", "[1] Recorded later"],
)  # fmt: skip
def test_a_number_in_brackets_with_its_note_is_none(name, note):
    assert asked(name, [*_table("28 (1)"), [""], [note]]) == []


@pytest.mark.parametrize("text", ["28 (note 1)", "28*", "28 (a)", "28 (12%)", "28 offences"])
def test_another_mark_asks_nothing(text):
    assert asked("a.xlsx", _table(text)) == []


def test_the_note_of_another_number_explains_nothing():
    rows = [*_table("28 (2)"), [""], ["(1) Recorded by the transport police"]]
    assert asked("a.xlsx", rows) == ["B3"]


def test_an_age_in_a_label_is_no_note():
    rows: Rows = [["Age", *HEADS[1:]], ["10 to 13 years old then", 61, 66], ["14", "28 (10)", 31]]
    assert asked("a.xlsx", rows) == ["B3"]
