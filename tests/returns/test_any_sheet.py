"""Whatever stands on a sheet: nothing is made up, nothing is read twice, nothing is lost."""

import string
from itertools import chain

from hypothesis import example, given, settings
from hypothesis import strategies as st

from offences.returns.formats.files import FileContents
from offences.returns.labels.cell_counts import BLANK, parse_count
from offences.returns.labels.legends import legends_in, mark_of
from offences.returns.reader import read_sheets
from offences.returns.sheet import parse_address
from tests.returns.grids import sheet_of
from tests.samples import examples

WORDS = [
    "Offence", "Rape", "Sexual grooming", "Total", "Grand total", "Male", "Female", "Unknown",
    "Financial year", "2017/18", "2018/19", "2018", "Apr-Sep 2018", "Q1", "Age", "0-4", "13-15",
    "Under 13", "Northshire Police", "North East", "Force", "% change", "HO code", "19D",
    "Crime ref", "Date recorded", "2018-05-01", "Facebook", "All recorded", "Cyber flagged",
    "Notes:", "1. As recorded.", "Source: Northshire", "Number of offences", "see note below",
]  # fmt: skip
MARKERS = ["", "-", "*", "<5", "1-4", "N/A", "x", "s.40(2)", "nil", "#REF!", "12*", "1,234", "-3"]
CELLS = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(MARKERS),
    st.integers(0, 5000).map(str),
    st.floats(0, 100, allow_nan=False).map(str),
    st.text(string.printable + "–’£½٣", max_size=12),
)
ROWS = st.lists(st.lists(CELLS, max_size=8), max_size=14)


def legends_of(texts: list[list[str]]) -> set[tuple[str, int, int]]:
    """Each mark that a cell, or a row of two cells, explains, and the limits it is given."""
    rows = [[text for text in row if text] for row in texts]
    said = [*chain(*rows), *(" = ".join(row) for row in rows if len(row) == 2)]
    return {(each.mark, each.low, each.high) for text in said for each in legends_in(text)}


# “-” beside “<5” explains the mark of the cell above.
@example([["Offence", "-", "0"], ["-", "<5"]], False, "Data")
@given(ROWS, st.booleans(), st.sampled_from(["Data", "2018-19", "Northshire Police", ""]))
@settings(max_examples=examples(30), deadline=None)
def test_every_figure_stands_in_its_cell_and_no_cell_is_read_twice(rows, in_page, name):
    texts = [[text.strip() for text in row] for row in rows]
    sheet = sheet_of(texts, name, in_page=in_page)
    read = read_sheets("a.xlsx", FileContents([sheet]))
    observations = [each for table in read.tables for each in table.observations]
    legends = legends_of(texts)
    cells = [each.cell for each in observations if each.cell]
    assert len(cells) == len(set(cells))
    for each in observations:
        assert (each.value is None) != (each.marker is None)
        if each.cell is None:
            continue
        row, column = parse_address(each.cell)
        assert 1 <= row <= len(rows)
        assert 1 <= column <= max(map(len, rows))
        text = sheet.cells.get((row, column), "")
        count = parse_count(text) if text else BLANK
        if count is None:
            assert each.marker == "unreadable"
        elif count.marker and (mark_of(text), each.low, each.high) in legends:
            assert (each.value, each.marker) == (None, "suppressed")
        else:
            assert (each.value, each.marker) == (count.value, count.marker)
    assert read.tables or read.problems


@given(ROWS)
@settings(max_examples=examples(12), deadline=None)
def test_every_filled_cell_has_one_role_and_every_figure_that_of_its_cell(rows):
    sheet = sheet_of([[text.strip() for text in row] for row in rows])
    read = read_sheets("a.xlsx", FileContents([sheet]))
    roles = read.sheets[0].roles
    assert {sheet.address(*place) for place in sheet.cells} <= set(roles)
    cells = {e.cell for t in read.tables for e in t.observations if e.cell}
    assert {cell for cell, role in roles.items() if role in ("value", "marker")} <= cells
    assert cells <= {c for c, role in roles.items() if role in ("value", "marker", "total")}
