"""A plain workbook is, part by part, the one that openpyxl writes."""

import datetime as dt
import io
import zipfile

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from tests.imports.files import written_xlsx, xlsx_of
from tests.imports.plain_books import plain_book

WORDS = st.text(max_size=8)
CELLS = st.none() | st.integers(-(10**12), 10**12) | WORDS.filter(str.isprintable)
TABLES = st.lists(st.lists(CELLS, max_size=4), max_size=4)


def parts_of(book: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@time_machine.travel(dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC), tick=False)
def both(sheets) -> tuple[list, list]:
    return parts_of(xlsx_of(sheets)), parts_of(written_xlsx(sheets))


@pytest.mark.parametrize(
    "sheets",
    [
        {"Data": []},
        {"Data": [[]], "Empty": [], "Three": [[], [None], [], ["x"]]},
        {"Data": [["Age", "2018/19 & <b>", None], [], [None, 3, 4], [None], ["“Age” ’–", -5]]},
        {"Forces & areas": [["Sir Fôn", 0, 10**15]], "Ⓐ 𝒜 😀": [["😀", "a  b", "'x\\"]]},
        {"Wide": [[n for n in range(60)], ["z"] * 705]},
        {"Words": [["true", "12", "1.5", "01/04/2019", "-", "*", "12%", "]]>", "_x0041_"]]},
    ],
)
def test_every_part_is_the_same(sheets):
    assert plain_book(sheets)
    here, there = both(sheets)
    assert here == there


@given(TABLES)
def test_so_is_that_of_any_table(rows):
    here, there = both({"Data": rows})
    assert here == there


@pytest.mark.parametrize(
    "cell",
    [
        1.5,
        True,
        dt.date(2019, 4, 1),
        "=A1",
        "#N/A",
        " a",
        "a ",
        "a\nb",
        "a\u00a0b",
        "",
        "a\tb",
        "a" * 40_000,
    ],
)
def test_what_is_more_than_a_word_or_a_number_is_left_to_openpyxl(cell):
    assert plain_book({"Data": [["a", cell]]}) == b""
    here, there = both({"Data": [["a", cell]]})
    assert here == there
