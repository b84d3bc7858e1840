"""Broken and hostile files, made here: each ends in observations or in a problem.

Files that could take memory or time go through the process with limits, as all files do outside
the tests; the many truncated ones are read here, which is faster.
"""

import io
import json
import zipfile

import docx
import pytest

from offences.returns import read_file
from offences.returns.__main__ import read_to_json
from offences.returns.result import ReadFile, from_document, to_json
from offences.statistics.years import starting_in
from tests.imports.files import csv_of, ods_of, raw_xlsx, xls_of, xlsx_of, zip_of
from tests.returns.grids import Rows
from tests.returns.test_pages import lines
from tests.samples import sampled, some

ROWS: Rows = [["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Grooming", 3, 4]]
VALUES = {1, 2, 3, 4}


def letter() -> bytes:
    document = docx.Document()
    document.add_paragraph("Offences")
    table = document.add_table(rows=3, cols=3)
    for row, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = str(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def page() -> bytes:
    return lines(
        (100, "Offence", "2017/18", "2018/19"), (120, "Rape", "1", "2"), (140, "Grooming", "3", "4")
    )


WHOLE = {
    "a.xlsx": xlsx_of({"Data": ROWS}),
    "a.xls": xls_of({"Data": ROWS}),
    "a.ods": ods_of({"Data": ROWS}),
    "a.docx": letter(),
    "a.pdf": page(),
    "a.csv": csv_of(ROWS),
}


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_here(data: bytes, name: str) -> ReadFile:
    """What is read, without the process of its own that a server has."""
    return from_document(json.loads(read_to_json(data, name, "")))


def check(read: ReadFile) -> None:
    """Observations or a problem, each problem a sentence; no figure that was not there."""
    assert read.tables or read.problems
    assert all(problem.message.endswith(".") for problem in read.problems)
    assert values_of(read) <= {*VALUES, None}


def values_of(read: ReadFile) -> set[int | None]:
    return {o.value for table in read.tables for o in table.observations}


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_that_ends_too_soon(name):
    data = WHOLE[name]
    for part in range(40):
        cut = data[: len(data) * part // 40]
        read = read_here(cut, name)
        assert read.tables or read.problems
        if name != "a.csv":  # of which each piece is a whole file
            check(read)


@pytest.mark.parametrize("name", [name for name in WHOLE if name != "a.csv"])
def test_a_file_with_a_hole_in_it(name):
    data = WHOLE[name]
    for part in range(1, 30):
        at = len(data) * part // 30
        read = read_here(data[:at] + bytes(24) + data[at + 24 :], name)
        assert read.tables or read.problems


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".ods", ".csv", ".pdf", ".docx", ".jpg", ""])
def test_a_file_under_another_name(name, suffix):
    read = read_here(WHOLE[name], f"b{suffix}")
    check(read)
    if suffix in (".xlsx", ".xls", ".ods", ".csv", ".pdf", ".docx") and not name.endswith(suffix):
        assert not read.tables


def with_parts(name: str, **parts: bytes) -> bytes:
    """A workbook or letter with other parts; / is written __ and . is written _ in their names."""
    return zip_of(parts_of(WHOLE[name]) | {k.replace("__", "/"): v for k, v in parts.items()})


MAIN = "xl/worksheets/sheet1.xml"
SPACE = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def workbook_with(sheet: bytes) -> bytes:
    return zip_of(parts_of(WHOLE["a.xlsx"]) | {MAIN: sheet})


def laughing(count: int = 9) -> bytes:
    entities = b"".join(
        b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"lol") for n in range(count)
    )
    return (
        b"<?xml version='1.0'?><!DOCTYPE x [%s]><worksheet %s><sheetData><row r='1'><c r='A1' "
        b"t='inlineStr'><is><t>&l%d;</t></is></c></row></sheetData></worksheet>"
        % (entities, SPACE, count - 1)
    )


def external() -> bytes:
    return (
        b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        b"<worksheet %s><sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&f;</t></is></c></row>"
        b"</sheetData></worksheet>" % SPACE
    )


def formulas() -> bytes:
    rows = b"".join(
        b'<row r="%d"><c r="A%d"><f>1+1</f></c><c r="B%d"><f>A%d*2</f><v></v></c></row>'
        % (n, n, n, n)
        for n in range(1, 9)
    )
    return raw_xlsx(rows)


def deep(tag: bytes, count: int) -> bytes:
    return b"<worksheet %s>%s%s</worksheet>" % (
        SPACE,
        b"<%s>" % tag * count,
        b"</%s>" % tag * count,
    )


def zipped(size: int) -> bytes:
    """A part of zeros, a thousandth of its size when packed."""
    return zip_of(parts_of(WHOLE["a.xlsx"]) | {MAIN: bytes(size)})


def lying() -> bytes:
    """A part that says it is smaller than it is."""
    data = bytearray(zipped(60_000_000))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(MAIN.encode()) + 1)
    data[at + 24 : at + 28] = (100).to_bytes(4, "little")
    return bytes(data)


HOSTILE = {
    "billion laughs": (workbook_with(laughing()), "a.xlsx"),
    "billion laughs in the shared texts": (
        with_parts("a.xlsx", **{"xl__sharedStrings.xml": laughing()}), "a.xlsx"
    ),
    "billion laughs in a letter": (
        zip_of(parts_of(WHOLE["a.docx"]) | {"word/document.xml": laughing()}), "a.docx"
    ),
    "billion laughs in an ods": (
        zip_of(parts_of(WHOLE["a.ods"]) | {"content.xml": laughing()}), "a.ods"
    ),
    "an external entity": (workbook_with(external()), "a.xlsx"),
    "an external entity in a letter": (
        zip_of(parts_of(WHOLE["a.docx"]) | {"word/document.xml": external()}), "a.docx"
    ),
    "formulas that were never calculated": (formulas(), "a.xlsx"),
    "macros": (with_parts("a.xlsx", **{"xl__vbaProject.bin": b"\xd0\xcf\x11\xe0" * 99}), "a.xlsm"),
    "deep nesting": (workbook_with(deep(b"a", 100_000)), "a.xlsx"),
    "deep brackets in a page": (
        page().replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * 5_000 + b"]" * 5_000),
        "a.pdf",
    ),
    "a page that is its own parent": (page().replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]"), "a.pdf"),
    "no such row": (
        raw_xlsx(b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>'), "a.xlsx"
    ),
    "no such column": (raw_xlsx(b'<row r="1"><c r="ZZZZZZ1"><v>1</v></c></row>'), "a.xlsx"),
    "a row before the first": (raw_xlsx(b'<row r="-5"><c r="A-5"><v>1</v></c></row>'), "a.xlsx"),
    "a million merged cells": (
        workbook_with(
            b"<worksheet %s><sheetData/><mergeCells>%s</mergeCells></worksheet>"
            % (SPACE, b'<mergeCell ref="A1:XFD1048576"/>' * 50_000)
        ),
        "a.xlsx",
    ),
    "columns beyond the last": (
        workbook_with(
            b'<worksheet %s><cols><col min="1" max="999999999" hidden="1"/></cols><sheetData/>'
            b"</worksheet>" % SPACE
        ),
        "a.xlsx",
    ),
    "a csv with zeros": (b"Offence,2018/19\0\nRape,1\n", "a.csv"),
    "a csv of zeros": (bytes(100_000), "a.csv"),
    "a csv in no known letters": (b"\xff\xfe\xff,\x81\x8d\x8f\x90\n" * 9, "a.csv"),
    "a csv with an open quotation": (b'Offence,2018/19\n"Rape,1\n' + b"x,2\n" * 50_000, "a.csv"),
    "a csv of one line": (b"1," * 60_000, "a.csv"),
    "a csv of many empty lines": (b",\n" * 500_000, "a.csv"),
    "only a signature": (b"PK\x03\x04", "a.xlsx"),
    "a compound file of nothing": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "a.xls"),
    "a compound file that bites its tail": (
        WHOLE["a.xls"][:76] + b"\0\0\0\0" * 109 + WHOLE["a.xls"][512:], "a.xls"
    ),
    "a zip of zips": (zip_of({"xl/workbook.xml": WHOLE["a.xlsx"]}), "a.xlsx"),
    "a path that climbs": (zip_of(parts_of(WHOLE["a.xlsx"]) | {"../../x": b"x"}), "a.xlsx"),
}  # fmt: skip


@pytest.mark.parametrize("what", sampled(HOSTILE, some(HOSTILE, 3)))
def test_a_hostile_file_is_answered_and_gives_nothing_away(what):
    read = read_file(*HOSTILE[what])
    assert read.tables or read.problems
    said = to_json(read)
    assert "lollol" not in said
    assert "root:" not in said


def test_formulas_without_a_result_are_no_figures():
    assert values_of(read_here(formulas(), "a.xlsx")) <= {None}


BIG = {
    "a bomb of zeros": lambda: (zipped(140_000_000), "a.xlsx"),
    "a bomb larger than is unpacked": lambda: (zipped(160_000_000), "a.xlsx"),
    "a bomb that lies about its size": lambda: (lying(), "a.xlsx"),
    "a million empty styled rows": lambda: (
        raw_xlsx(b"".join(b'<row r="%d" s="1" ht="15"/>' % n for n in range(1, 1_000_001))),
        "a.xlsx",
    ),
    "a million empty styled cells": lambda: (
        raw_xlsx(
            b"".join(b'<row r="%d"><c r="A%d" s="1"/></row>' % (n, n) for n in range(1, 1_000_001))
        ),
        "a.xlsx",
    ),
    "an ods of a billion repeated cells": lambda: (
        zip_of(
            parts_of(WHOLE["a.ods"])
            | {
                "content.xml": parts_of(WHOLE["a.ods"])["content.xml"].replace(
                    b"<table:table-row", b'<table:table-row table:number-rows-repeated="1000000"', 1
                )
            }
        ),
        "a.ods",
    ),
    "a csv of five thousand columns": lambda: (csv_of([[1] * 5_000] * 12), "a.csv"),
}


@pytest.mark.parametrize("what", sampled(BIG, ["a bomb larger than is unpacked"]))
def test_a_file_made_to_fill_memory_or_time(what):
    read = read_file(*BIG[what]())
    assert read.tables or read.problems


@pytest.mark.parametrize(
    "cell",
    ["*" * 3_000, f"{'*' * 3_000} x", f"{'*' * 32} OFFICIAL {'*' * 32}", "#" * 3_000,
     "No. " * 1_000, "A" * 30_000, "Aaa " * 8_000],
)  # fmt: skip
def test_a_line_drawn_in_a_cell_or_of_one_word_many_times_is_read_to_its_end(cell):
    rows = [[cell], *ROWS[:2], [cell, *ROWS[2][1:]], [cell]]
    read = read_here(csv_of(rows), "a.csv")
    assert values_of(read) == VALUES


def test_the_process_that_reads_a_file_knows_in_which_month_years_start():
    file = b"Offence,2017,2018\r\nRape,3,5\r\nStalking,7,9\r\n"
    with starting_in(1):
        read = read_file(file, "counts.csv")
    found = {(each.year, each.year_kind) for table in read.tables for each in table.observations}
    assert found == {("2017", "calendar"), ("2018", "calendar")}
    assert not [p for p in read.problems if p.needs == "calendar"]
