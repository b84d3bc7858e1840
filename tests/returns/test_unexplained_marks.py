"""A mark behind a count or a year is that of a note only where there is such a note."""

import pytest

from offences.returns import read_file
from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from offences.returns.sheet import Sheet
from tests.returns.grids import Rows, sheet_of
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


@pytest.mark.parametrize("text", ["28 (note 1)", "28 (12%)", "28 offences"])
def test_another_mark_asks_nothing(text):
    assert asked("a.xlsx", _table(text)) == []


def test_the_note_of_another_number_explains_nothing():
    rows = [*_table("28 (2)"), [""], ["(1) Recorded by the transport police"]]
    assert asked("a.xlsx", rows) == ["B3"]


def test_an_age_in_a_label_is_no_note():
    rows: Rows = [["Age", *HEADS[1:]], ["10 to 13 years old then", 61, 66], ["14", "28 (10)", 31]]
    assert asked("a.xlsx", rows) == ["B3"]


MARKED = ["2019/20 (p)", "2019/20 [r]", "2019/20(e)", "2019/20 (x)", "2019/20 (1)", "2019/20 (17)"]
MARKED += ["2019/20**", "2019/20 #", "2019/20¹"]


def asked_in(*sheets: Sheet) -> list[str | None]:
    found = read_sheets("a.xlsx", FileContents([*sheets]))
    assert {o.year for table in found.tables for o in table.observations} == {"2018/19", "2019/20"}
    return [each.cell for each in found.problems if "no note explains" in each.message]


@pytest.mark.parametrize("year", MARKED)
def test_a_mark_behind_a_year_without_a_note_is_asked_about(year):
    rows: Rows = [["Offence", "2018/19", year], ["Rape", 61, 66], ["Grooming", 28, 31]]
    assert asked_in(sheet_of(rows)) == ["C1"]
    across: Rows = [["Year", "Rape", "Grooming"], ["2018/19", 61, 66], [year, 28, 31]]
    assert asked_in(sheet_of([*across, [], ["(2) Recorded later"]])) == ["A3"]


@pytest.mark.parametrize(
    ("year", "note"),
    [
        ("2019/20 (p)", "(p) Provisional"),
        ("2019/20 (p)", "p = provisional"),
        ("2019/20 (p)", "Figures marked (p) are provisional"),
        ("2019/20 [r]", "Key: [r] revised since the last answer"),
        ("2019/20 (e)", "r: revised, e: estimated"),
        ("2019/20 (1)", "1. Recorded by the transport police"),
        ("2019/20¹", "¹ 3 crimes were recorded later"),
        ("2019/20 **", "** recorded later"),
    ],
)
def test_a_mark_behind_a_year_is_explained_by_its_note(year, note):
    rows: Rows = [["Offence", "2018/19", year], ["Rape", 61, 66], ["Grooming", 28, 31]]
    assert asked_in(sheet_of([*rows, [], [note]])) == []
    assert asked_in(sheet_of(rows), sheet_of([["Notes"], [note]], "Notes")) == []


@pytest.mark.parametrize(
    "year", ["2019/20", "2019/20 (Apr-Mar)", "FY 2019/20", "Apr 2019-Mar 2020"]
)
def test_a_year_without_a_mark_asks_nothing(year):
    assert asked_in(sheet_of([["Offence", "2018/19", year], ["Rape", 61, 66]])) == []


def test_a_letter_in_brackets_behind_a_count_is_explained_or_asked_about():
    assert asked("a.xlsx", _table("28 (a)")) == ["B3"]
    assert asked("a.xlsx", [*_table("28 (a)"), [""], ["(a) Recorded later"]]) == []
    assert asked("a.xlsx", [*_table("28 (a)"), [""], ["(b) Recorded later"]]) == ["B3"]


@pytest.mark.parametrize("mark", ["†", "#", "²", "*"])
def test_a_sign_behind_a_count_is_explained_or_asked_about(mark):
    assert asked("a.xlsx", _table(f"28{mark}")) == ["B3"]
    assert asked("a.xlsx", [*_table(f"28{mark}"), [""], [f"{mark} Recorded later"]]) == []


def test_a_mark_behind_the_heading_of_the_counts_makes_it_no_number_of_the_rows():
    rows: Rows = [["2018/19"], ["Offence", "Number*"], ["Rape", 61], ["Grooming", 28], ["Kik", 4]]
    found = read_file(FORMATS["a.xlsx"](rows, []), "a.xlsx")
    assert [o.value for table in found.tables for o in table.observations] == [61, 28, 4]


def test_a_mark_on_many_years_is_asked_about_once():
    rows: Rows = [["Offence", "2018/19 (r)", "2019/20 (r)"], ["Rape", 61, 66]]
    assert asked_in(sheet_of(rows)) == ["B1"]


@pytest.mark.parametrize("label", ["Grooming (a)", "Grooming [b]", "Grooming (2)", "Grooming †"])
def test_a_mark_behind_a_label_is_explained_or_asked_about(label):
    rows: Rows = [HEADS, ["Rape", 61, 66], [label, 28, 31]]
    assert asked("a.xlsx", rows) == ["A3"]
    mark = label.split()[1]
    assert asked("a.xlsx", [*rows, [""], [f"{mark} Recorded by the transport police"]]) == []


@pytest.mark.parametrize("label", ["Grooming", "Grooming of victim(s)", "Section 15", "Rape (19C)"])
def test_a_label_without_a_mark_asks_nothing(label):
    assert asked("a.xlsx", [HEADS, ["Rape", 61, 66], [label, 28, 31]]) == []


@pytest.mark.parametrize("mark", ["(p)", "r", "(a)", "†", "[e]", "²"])
@pytest.mark.parametrize("rows", [1, 2])
def test_a_mark_alone_beside_counts_is_explained_or_asked_about(mark, rows):
    beside: Rows = [["Rape", 61, 66, mark], ["Grooming", 28, 31, mark if rows == 2 else ""]]
    assert asked("a.xlsx", [HEADS, *beside]) == ["D2"]
    assert asked("a.xlsx", [HEADS, *beside, [""], [mark, "Recorded later"]]) == []


def test_letters_below_a_heading_of_their_own_and_sexes_are_no_marks():
    heads = [HEADS[0], "Class", *HEADS[1:]]
    assert asked("a.xlsx", [heads, ["Rape", "B", 61, 66], ["Grooming", "A", 28, 31]]) == []
    heads[1] = ""
    assert asked("a.xlsx", [heads, ["Rape", "F", 61, 66], ["Rape", "M", 28, 31]]) == []
    heads[1] = "Notes"
    assert asked("a.xlsx", [heads, ["Rape", "b", 61, 66], ["Grooming", "", 28, 31]]) == ["B2"]
