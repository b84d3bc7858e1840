"""Captions below their tables are not taken for the titles of the next ones in silence."""

import io

import pytest
from docx import Document

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows

SEXES: Rows = [["Sex", "Offences"], ["Female", 71], ["Male", 28]]
BY_YEAR: Rows = [["Sex", "2024/25", "2025/26"], ["Female", 71, 74], ["Male", 28, 29]]
ASKED = "is between two tables"


def letter(parts: list[str | Rows]) -> ReadFile:
    made = Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(0, len(part[0]))
        for row in part:
            for cell, text in zip(table.add_row().cells, row, strict=True):
                cell.text = str(text)
    made.save(out := io.BytesIO())
    return read_sheets("a.docx", open_file(out.getvalue(), "a.docx"))


def sheet(name: str, parts: list[str | Rows]) -> ReadFile:
    rows: Rows = []
    for part in parts:
        rows += [[part]] if isinstance(part, str) else [[""], *part]
    return read_sheets(name, open_file(EVERY_FORMAT[name](rows[1:], []), name))


def asked(found: ReadFile) -> list[str]:
    return [each.message for each in found.problems if each.stops and ASKED in each.message]


CAPTIONS = {
    "numbered years": ("Table 1: FY 2024/25", "Table 2: FY 2025/26", SEXES),
    "years": ("Offences recorded in 2024/25", "Offences recorded in 2025/26", SEXES),
    "offences": ("Sexual communication with a child", "Rape of a female", BY_YEAR),
    "platforms": ("Figure 1 Snapchat", "Figure 2 WhatsApp", BY_YEAR),
    "sexes": ("Table 1: female victims", "Table 2: male victims",
              [["Offence", "2024/25"], ["Rape", 41], ["Incest", 4]]),
}  # fmt: skip


@pytest.mark.parametrize("how", CAPTIONS)
@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.ods", "a.csv"])
def test_captions_below_each_table_are_asked_about(how, name):
    one, two, table = CAPTIONS[how]
    parts = [table, one, table, two]
    (message,) = asked(letter(parts) if name == "a.docx" else sheet(name, parts))
    assert one in message and two in message


@pytest.mark.parametrize("how", CAPTIONS)
@pytest.mark.parametrize("end", ["", "The figures are of offences recorded by us.", "Kind regards"])
def test_captions_above_each_table_are_not(how, end):
    one, two, table = CAPTIONS[how]
    assert not asked(letter([one, table, two, table, *([end] if end else [])]))
