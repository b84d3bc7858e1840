"""What is below a table and none of it: notes with numbers of their own, a telephone number."""

import pytest

from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, read, sheet_of

YEARS = ["2018/19", "2019/20"]
TABLE: Rows = [["Sex", *YEARS], ["Female", 31, 27], ["Male", 12, 14]]
WIDE: Rows = [["Year", "Girls", "", "Boys"], ["2018/19", 31, 3, 12], ["2019/20", 27, 4, 14]]
NOTES = ["Age is the age when it was recorded.", "2019-20 was affected by a new crime system"]


@pytest.mark.parametrize("table", [TABLE, WIDE])
@pytest.mark.parametrize("number", ["{}", "({})", "{}."])
@pytest.mark.parametrize("gap", [[], [[]]])
def test_notes_beside_their_numbers_are_no_rows_of_the_table(table, number, gap):
    notes = [[number.format(n), text] for n, text in enumerate(NOTES, 1)]
    sheet = read_sheet(sheet_of([*table, *gap, *notes]))
    seen = {o.cell for found in sheet.tables for o in found.observations}
    assert seen == {o.cell for o in read(table).values()}
    assert not any(each.stops for each in sheet.not_taken)


@pytest.mark.parametrize("rows", [[[3, "Threats of any kind"]], [[1, "45 online offences"]]])
def test_a_number_that_begins_no_notes_is_not_left_aside(rows):
    sheet = read_sheet(sheet_of([*TABLE, *rows]))
    assert any(each.stops for each in (*sheet.problems, *sheet.not_taken))


@pytest.mark.parametrize(
    "line", ["Contact: foi@northshire.example, 01632 960123", "Tel (01632) 960 123"]
)
def test_a_line_with_a_telephone_number_is_asked_nothing(line):
    sheet = read_sheet(sheet_of([*TABLE, [], [line]]))
    assert not any(each.stops for each in (*sheet.problems, *sheet.not_taken))


def test_a_flag_beside_two_sexes_and_an_offence_is_no_sex():
    found = read([["", *YEARS], ["All sexual offences", 48, 51], ["Online flag set", 19, 20],
                  ["Female victims", 15, 16], ["Male victims", 4, 3]])  # fmt: skip
    assert "sex" not in found["B3"].labels
    assert found["B3"].other == ("Online flag set",)
    assert found["B4"].labels["sex"] == "Female victims"
