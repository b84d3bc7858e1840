"""A round that asked Northshire for three years by offence, and files as a force makes them."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from tests import rows, worlds


def northshire() -> worlds.World:
    w = worlds.World(**worlds.team("officer", "colleague", "checker", "lead"))
    w.measure = worlds.measure()
    w.split = worlds.breakdown(w.measure)
    w.round = worlds.round_of(w.measure)
    w.force = worlds.force("Northshire", spellings=["N. Shire"])
    w.submission = worlds.submission(w.force, w.round)
    return w


@pytest.fixture(autouse=True)
def reads(read_here: None) -> None:
    """Read without a process of its own."""


@pytest.fixture
def world(db) -> worlds.World:
    return rows.kept("readings", northshire)


def workbook(*lines, title: str = "Data", hide=()) -> bytes:
    """A sheet of these lines; `hide` names columns (“H”) and rows (14) that are hidden."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for line in lines:
        sheet.append(line)
    for name in hide:
        dimensions = sheet.column_dimensions if isinstance(name, str) else sheet.row_dimensions
        dimensions[name].hidden = True
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


PLAIN = (
    ("Offence", "2016/17", "2017/18", "2018/19"),
    ("Causing or inciting sexual activity", 17, 22, 31),
    ("Sexual communication with a child", 9, 16, 29),
    ("Sexual assault", 5, "<5", 12),
    ("Total", 31, 41, 72),
)
"""Northshire’s plain answer: 12 cells, one of them withheld."""
