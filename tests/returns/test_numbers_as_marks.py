"""A number that stands for something else, by a note, is asked about where it is a count."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

TABLE: Rows = [["Offence", "2017/18", "2018/19"], ["Grooming", 12, 14], ["Rape", 5, 999]]
ASKED = "here a count?"


def read(rows: Rows) -> ReadFile:
    return read_sheets("a.xlsx", FileContents([sheet_of(rows, "Data")]))


def asked(rows: Rows) -> list[str | None]:
    return [p.cell for p in read(rows).problems if p.message.endswith(ASKED) and p.stops]


@pytest.mark.parametrize(
    ("note", "cell"),
    [
        ("999 = data not available", "C3"),
        ("999 means that the force gave no number", "C3"),
        ("A value of 999 denotes missing", "C3"),
        ("Where 999 is shown, no number was held", "C3"),
        ("Counts below 5 are shown as 5", "B3"),
        ("Small numbers have been replaced with 5.", "B3"),
    ],
)
def test_a_number_that_a_note_explains_is_asked_about(note, cell):
    assert asked([*TABLE, [note]]) == [cell]
    assert asked([*TABLE, [], [note]]) == [cell]
    assert asked([[note], [], *TABLE]) == [f"{cell[0]}5"]


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_asked_about_in_every_format(name):
    rows = [*TABLE, [], ["999 = data not available"]]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))
    assert any(p.message.endswith(ASKED) and p.stops for p in found.problems)


@pytest.mark.parametrize(
    "note",
    [
        "998 = data not available",
        "5: these are provisional",
        "The 14 rapes were recorded as 12 crimes",
        "Recorded as at 5 April 2019",
        "These were recorded by 12 officers",
        "Table 5: offences by year",
    ],
)
def test_a_number_that_is_no_count_here_or_of_something_else_is_not(note):
    assert asked([*TABLE, [], [note]]) == []


@pytest.mark.parametrize(
    "note",
    [
        "Plus 3 offences not yet classified",
        "Please note 4 offences in 2018/19 have since been cancelled",
        "999 = data not available",
    ],
)
def test_a_note_right_below_a_table_is_no_row_left_blank(note):
    found = read([*TABLE, [note, "", ""]])
    assert sum(len(table.observations) for table in found.tables) == 4
    assert any(note in each.message for each in found.problems)


def test_a_label_right_below_a_table_is_still_a_row_left_blank():
    found = read([*TABLE, ["Sexual assault", "", ""]])
    assert sum(len(table.observations) for table in found.tables) == 6
