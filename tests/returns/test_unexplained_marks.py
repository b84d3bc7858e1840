"""A mark behind a count or a year is that of a note only where there is such a note."""

import csv
import io
import unicodedata

import pytest

from offences.returns import read_file
from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from offences.returns.sheet import Sheet
from tests.returns.every_format import EVERY_FORMAT, FORMATS, messages_of
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_causes import observations, read_as
from tests.returns.test_pages import page_of, pdf_of

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


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("label", ["#Threats", "*Threats", "** Threats"])
def test_a_mark_before_a_label_is_asked_about_too(label, name):
    rows: Rows = [HEADS, ["Rape", 61, 66], [label, 28, 31]]
    assert asked(name, rows) == ["R3C1" if name.endswith("pdf") else "A3"]
    note = f"{label.split('T')[0].strip()} Recorded by the transport police"
    assert asked(name, [*rows, [""], [note]]) == []


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("head", ["Offence", "#Offence", "# Offence"])
def test_a_mark_before_two_labels_of_two_cells_each_explains_neither(head, name):
    rows: Rows = [[head, "2018/19"], ["Rape", 61], ["#Threats", 28], ["#Stalking", 9]]
    assert sum("no note explains" in each for each in messages_of(name, rows)) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
def test_notes_in_cells_of_one_row_are_those_of_their_marks(name):
    # Stars and daggers are the marks of other notes, each of one.
    stars: Rows = [["Offence", "2018/19*", "2019/20**"], ["Rape", 61, 66]]
    assert "A note says “** Part year”. Is this count of the whole of 2019/20?" in [
        each.message for each in read_as([*stars, ["* Revised", "** Part year"]], [], name).problems
    ]
    rows: Rows = [["Offence", "2018/19²", "2019/20³"], ["Rape", 61, 66], ["Threats", 28, 31]]
    found = read_as([*rows, [], ["² Revised", "³ Part year"]], [], name)
    assert len([o for table in found.tables for o in table.observations]) == 4
    part = [each for each in found.problems if "“³ Part year”" in each.message and each.stops]
    assert {each.cell for each in part} == (
        {"R2C3", "R3C3"} if name.endswith("docx") else {"C2", "C3"}
    )
    signs = read_as([*rows, ["* Stalking", 7, 9], ["†", 5, 4]], [], name)
    assert len([o for table in signs.tables for o in table.observations]) == 8


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "last",
    [["Arson", 27, "*", "*"], ["Total", 139, "*", "*"], ["*Arson", "*none", "*none", "*none"],
     ["*Arson", "**withheld", "†withheld", "‡withheld"], ["Arson", "*", "*", "†"]],
)  # fmt: skip
def test_a_row_with_stars_for_counts_is_no_row_of_notes(last, name):
    rows: Rows = [["Offence", "2014/15", "2015/16", "2016/17"], ["Robbery", 53, 38, 59]]
    found = read_as([*rows, ["Stalking", 86, "*", 71], last], [], name)
    assert len([o for table in found.tables for o in table.observations]) == 9
    assert not found.not_taken


def test_a_sign_for_a_number_of_offences_is_no_mark():
    assert (
        asked("a.xlsx", [["Offence", "# offences 2018/19", "# 2019/20"], *_table("28")[1:]]) == []
    )


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


LIMITED = [["Offence", "2018/19", "2019/20"], ["Rape", 61, 66]]


def limits(name: str, text: str, *notes: str) -> tuple[set[tuple[int | None, int | None]], int]:
    """The limits of two suppressed cells with a text, and how many marks are asked about."""
    rows: Rows = [*LIMITED, ["Grooming", text, text], [""], *([note] for note in notes)]
    if name == "a.csv":
        csv.writer(out := io.StringIO()).writerows(rows)
        found = read_file(out.getvalue().encode(), name)
    else:
        found = read_file(FORMATS[name](rows, []), name)
    cells = [o for table in found.tables for o in table.observations if o.marker]
    assert {o.marker for o in cells} == {"suppressed"}
    asked = [each for each in found.problems if "no note explains" in each.message]
    return {(o.low, o.high) for o in cells}, len(asked)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize(
    ("text", "high"),
    [("<7¹", 6), ("‹7¹", 6), ("＜7ᵃ", 6), ("[<7]²", 6), ("≤7₁", 7), ("1-6¹", 6), ("⩽7 ª", 7)],
)
def test_a_raised_mark_behind_a_limit_is_explained_or_asked_about(name, text, high):
    assert limits(name, text) == ({(1, high)}, 1)
    mark = unicodedata.normalize("NFKC", text.strip("]"))[-1]
    assert limits(name, text, f"({mark}) Withheld to protect victims") == ({(1, high)}, 0)
    assert limits(name, text, "Ages are 1-17", "10 were withheld") == ({(1, high)}, 1)


@pytest.mark.parametrize("text", ["‹7", "＜7", "&lt;7", '"<7"', "“<7”", "⟨7"])
def test_signs_that_look_like_less_than_are_read_as_it(text):
    assert limits("a.csv", text) == ({(1, 6)}, 0)


def test_a_raised_mark_behind_a_star_is_asked_about():
    assert limits("a.xlsx", "*¹") == ({(None, None)}, 1)
    assert limits("a.xlsx", "*¹", "¹ Withheld to protect victims") == ({(None, None)}, 0)


@pytest.mark.parametrize("text", ["<7'", "7'", "5¹2", "7°", "<¹7", "'7"])
def test_other_signs_in_a_number_s_place_are_asked_about(text):
    rows: Rows = [*LIMITED, ["Grooming", text, 31]]
    found = read_file(FORMATS["a.xlsx"](rows, []), "a.xlsx")
    assert any("neither a count" in each.message for each in found.problems)


@pytest.mark.parametrize("ruled", [True, False])
def test_a_raised_mark_behind_a_limit_on_a_page_is_asked_about(ruled):
    rows = [("Offence", "2017/18", "2018/19"), ("Rape", "58", "21"), ("Grooming", "33", "<7")]
    mark = f"BT /F 6 Tf 316 {842 - 142 - 48 + 4} Td (2) Tj ET"
    found = read_file(pdf_of(rows, ruled=ruled, more=[mark]), "a.pdf")
    cells = {o.cell: o.high for table in found.tables for o in table.observations if o.marker}
    assert cells == {"R3C3": 6}
    assert any("“<7²” has a mark that no note explains" in p.message for p in found.problems)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.docx"])
@pytest.mark.parametrize("count", ["61¹", "61 (1)", "61[1]"])
@pytest.mark.parametrize(
    ("note", "is_explained"),
    [
        ("1 Includes attempts", True),
        ("¹ Excluding attempts", True),
        ("1 Provisional figure", True),
        ("2 Includes attempts", False),
        ("1 attempt", False),
        ("1 not known", False),
    ],
)
def test_a_short_note_without_a_dot_explains_its_number(count, note, is_explained, name):
    rows = [["Offence", "2018/19"], ["Stalking", count], ["Threats", "14"], ["", ""], [note, ""]]
    asked = [each for each in messages_of(name, rows) if "that no note explains" in each]
    assert (not asked) == is_explained


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["", "Girls", "", ""], ["Age", "2018/19", "%", "Total"],
         ["0-12", 31, "72%", 43], ["13-17", 12, "28%", 17]],
        [["Offence", "2018/19", "%", "Total"], ["Stalking", 31, 72, 43], ["Threats", 12, 28, 17]],
        [["Offence", "Total", "%"], ["Stalking", 31, 72], ["Threats", 12, 28]],
    ],
)  # fmt: skip
def test_a_heading_beside_that_of_a_total_is_no_mark(rows, name):
    assert not any("no note explains" in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
def test_a_mark_beside_a_count_below_such_headings_is(name):
    rows: Rows = [["Offence", "Total", ""], ["Stalking", 31, "†"], ["Threats", 12, ""]]
    assert any("“†” is a mark that no note explains" in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("labels", "are_classes"),
    [
        (["Grooming (88)", "Rape (19)"], True),
        (["Sexual assault (20)", "Abuse of trust (73)"], False),
        (["Sexual assault [17]", "Incest (23)"], True),
        (["Grooming (31)", "Rape (12)"], False),
        (["Grooming (1)", "Rape (2)"], False),
        (["Kik (88)", "Viber (19)"], False),
    ],
)
def test_the_number_of_its_class_behind_an_offence_is_no_mark(labels, are_classes, name):
    down: Rows = [HEADS, [labels[0], 31, 27], [labels[1], 12, 14]]
    across: Rows = [["Year", *labels], ["2018/19", 31, 27], ["2019/20", 12, 14]]
    below: Rows = [["", "2018/19", ""], ["Age", *labels], ["0-12", 31, 27], ["13-17", 12, 14]]
    for rows in (down, across, below):
        asked = [each for each in messages_of(name, rows) if any(text in each for text in labels)]
        assert bool(asked) is not are_classes


@pytest.mark.parametrize(
    ("labels", "are_classes"),
    [
        (["Grooming (88)", "Rape (19)", "Incest (23)"], True),
        (["Grooming (61)", "Rape (12)", "Incest (44)"], False),
    ],
)
def test_so_it_is_on_a_page_with_rules_or_without(labels, are_classes):
    rows: Rows = [HEADS, *([each, 31 + at, 27 - at] for at, each in enumerate(labels))]
    plain = pdf_of([tuple(map(str, row)) for row in rows], ruled=False)
    for data in (EVERY_FORMAT["a.pdf"](rows, []), plain):
        read = read_sheets("a.pdf", open_file(data, "a.pdf"))
        assert len(observations(read)) == 6
        asked = [each.message for each in read.problems if each.stops]
        assert bool(asked) is not are_classes


@pytest.mark.parametrize("above", ["Grooming (88)", "Rape (19)"])
def test_a_number_in_brackets_on_a_line_of_its_own_may_be_a_count(above):
    table = [(64, 200, "Offence"), (184, 200, "2018/19"), (64, 224, "Stalking"), (184, 224, "31")]
    read = read_sheets("a.pdf", open_file(page_of([(64, 80, above), *table]), "a.pdf"))
    assert any(above in each.message and each.stops for each in read.problems)
