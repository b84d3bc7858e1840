"""What is written once over several cells: a number of none of them, words of each."""

import io

import docx
import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS, Merged
from tests.returns.grids import Rows
from tests.returns.test_word_letters import counts, stops

YEARS = ["Offence", "2017/18", "2018/19", "2019/20"]
ROWS = [YEARS, ["Rape", 61, 66, 70], ["Grooming", 28, 31, 33], ["Incest", 4, 5, 6]]


def docx_with(rows: Rows, merged: Merged) -> bytes:
    letter = docx.Document()
    table = letter.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            table.cell(at, column).text = str(value)
    for r1, c1, r2, c2 in merged:
        table.cell(r1 - 1, c1 - 1).merge(table.cell(r2 - 1, c2 - 1))
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def _read(data: bytes, name: str) -> ReadFile:
    return read_sheets(name, open_file(data, name))


def with_row(number: int, *row: object) -> Rows:
    return [*ROWS[:number], [*row], *ROWS[number + 1 :]]


EVERY_FORMAT = FORMATS | {"a.docx": docx_with}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("rows", "merged"),
    [
        (with_row(2, "Grooming", 28, 31, ""), (3, 3, 3, 4)),
        (with_row(2, "Grooming", 90, "", ""), (3, 2, 3, 4)),
        (with_row(2, "Grooming", 28, "<5", ""), (3, 3, 3, 4)),
        (with_row(2, "Grooming", "*", "", 33), (3, 2, 3, 3)),
        (with_row(3, "Incest", 4, 5, ""), (3, 4, 4, 4)),
        ([*ROWS, ["Total", 93, 102, ""]], (5, 3, 5, 4)),
    ],
)
def test_a_number_over_several_cells_is_asked_about_in_every_format(name, rows, merged):
    asked = stops(_read(EVERY_FORMAT[name](rows, [merged]), name)).values()
    assert any("is written over several cells" in each for each in asked)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("text", "marker"),
    [("Not held", "not_held"), ("Section 40", "refused"), ("Not available", "not_available")],
)
def test_words_over_several_cells_are_of_each_in_every_format(name, text, marker):
    rows = with_row(2, "Grooming", text, "", "")
    found = _read(EVERY_FORMAT[name](rows, [(3, 2, 3, 4)]), name)
    assert [each for each in counts(found).values()][3:6] == [marker] * 3
    assert stops(found) == {}


ORDINARY = {
    "a title over all columns": ([["Offences", "", "", ""], *ROWS], [(1, 1, 1, 4)]),
    "years over columns": (
        [["Offence", "2018/19", "", "2019/20", ""], ["", "Girls", "Boys", "Girls", "Boys"],
         ["Rape", 61, 6, 70, 7], ["Incest", 28, 3, 33, 4]],
        [(1, 2, 1, 3), (1, 4, 1, 5), (1, 1, 2, 1)],
    ),
    "a label over rows": (
        [["Offence", "Sex", "2018/19"], ["Rape", "Girls", 61], ["", "Boys", 6],
         ["Incest", "Girls", 28], ["", "Boys", 3]],
        [(2, 1, 3, 1), (4, 1, 5, 1)],
    ),
    "a total over two columns of labels": (
        [["Offence", "Sex", "2018/19"], ["Rape", "Girls", 61], ["Rape", "Boys", 6],
         ["Total", "", 67]],
        [(4, 1, 4, 2)],
    ),
    "a note over the last row": (
        [*ROWS, ["Some crimes were recorded later.", "", "", ""]], [(5, 1, 5, 4)]
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", ORDINARY)
def test_an_ordinary_merged_cell_is_none_to_ask_about(what):
    rows, merged = ORDINARY[what]
    numbers = sum(isinstance(value, int) for row in rows for value in row)
    found = _read(docx_with(rows, merged), "a.docx")
    assert (len(counts(found)), stops(found)) == (numbers, {})
