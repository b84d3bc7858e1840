"""What a file says a mark stands for is what is stored, or it is asked about."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.labels.legends import Legend, is_legend, legends_in
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from offences.returns.sheet import Sheet
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

LEGENDS = {
    "<5 is used for 0 to 4": ("<5", 0, 4),
    "- = 1 to 9": ("-", 1, 9),
    "“..” = one to four": ("..", 1, 4),
    "Counts from 1 to 9 are shown as *": ("*", 1, 9),
    "Where <5 is shown the number is between 0 and 4": ("<5", 0, 4),
    "Numbers of 1 to 4 appear as a dash": ("-", 1, 4),
    "[c] = fewer than 5": ("c", 1, 4),
    "Key: * denotes 5 or fewer offences": ("*", 1, 5),
    "* is used for fewer than 6, to prevent anybody being identified": ("*", 1, 5),
    "An asterisk stands for any figure below 3": ("*", 1, 2),
    "x: 1-4": ("x", 1, 4),
    "* Counts below 6 are not shown, to protect children": ("*", 1, 5),
    "* Numbers under 4 have been withheld": ("*", 1, 3),
}
OTHERS = [
    "* Figures for ages 10 to 12 are incomplete",
    "- Offences under 18",
    "* Victims under 5",
    "- = not recorded",
    "* = 1 to 4 or not recorded",
    "- 2018 to 2019",
    "Age - 10 to 12",
    "* 1 to 4 March",
    "* = 5 to 9% of all crime",
    "* Numbers are rounded to the nearest 5",
    "A total of 5 to 9",
]


@pytest.mark.parametrize("text", LEGENDS)
def test_a_legend_gives_its_mark_and_limits(text):
    assert legends_in(text) == (Legend(*LEGENDS[text]),)
    assert is_legend(text)


@pytest.mark.parametrize("text", OTHERS)
def test_words_with_a_mark_and_numbers_may_be_no_legend(text):
    assert legends_in(text) == ()


def test_several_legends_may_be_in_one_text():
    for text in ("* = 1 to 4; ** = 5 to 9", "* = 1 to 4, ** = 5 to 9", "* = 1 to 4\n** = 5 to 9"):
        assert legends_in(text) == (Legend("*", 1, 4), Legend("**", 5, 9))


@pytest.mark.parametrize(
    "text", ["- 10 to 12", "* under 16", "Key: * 5 to 9", "* Under 6 have been withheld"]
)
def test_limits_right_behind_a_mark_may_be_ages_behind_a_bullet(text):
    assert not legends_in(text)[0].is_sure
    assert not is_legend(text)


def table(mark: str) -> Rows:
    return [["Offence", "2018/19", "2019/20"], ["Rape", 31, mark], ["Sexual grooming", 12, 14]]


def of(*sheets: Sheet) -> ReadFile:
    return read_sheets("a.xlsx", FileContents([*sheets]))


def limits(read: ReadFile) -> list[tuple[str | None, int | None, int | None]]:
    seen = [each for table in read.tables for each in table.observations if each.value is None]
    return [(each.marker, each.low, each.high) for each in seen]


def asked(read: ReadFile) -> list[str]:
    left = [each.text for each in read.not_taken if each.stops]
    return left + [each.message for each in read.problems]


@pytest.mark.parametrize("text", LEGENDS)
def test_the_limits_of_a_legend_are_read_wherever_it_is(text):
    mark, low, high = LEGENDS[text]
    mark = f"[{mark}]" if mark == "c" else mark
    expected = [("suppressed", low, high)]
    rows = table(mark)
    beside: Rows = [*rows[:2], [*rows[2], "", "", "", text]]
    for read in (
        of(sheet_of([*rows, [], [text]])),
        of(sheet_of([[text], [], *rows])),
        of(sheet_of(beside)),
        of(sheet_of(rows), sheet_of([["Notes"], [text]], "Notes")),
        of(sheet_of(rows, in_page=True, lines_below=(text,))),
    ):
        assert limits(read) == expected
        assert asked(read) == []


def test_a_mark_and_its_meaning_may_be_in_two_cells():
    read = of(sheet_of(table("*")), sheet_of([["Key"], ["*", "1 to 9"]], "Key"))
    assert limits(read) == [("suppressed", 1, 9)]


@pytest.mark.parametrize("mark", ["*", "-", "[c]"])
def test_a_row_below_a_table_with_a_mark_for_its_label_is_its_legend(mark):
    read = of(sheet_of([*table(mark), [], [mark, "1 to 9"]]))
    assert limits(read)[0] == ("suppressed", 1, 9)


def test_a_row_of_an_age_is_no_legend():
    rows: Rows = [["Age", "2018/19"], ["<10", "1 to 4"], ["10-12", "<10"], ["13+", 7]]
    assert limits(of(sheet_of(rows))) == [("suppressed", 1, 4), ("suppressed", 1, 9)]


@pytest.mark.parametrize("name", FORMATS)
def test_legends_are_read_in_every_format(name):
    rows = [*table("**"), ["Incest", 8, "*"], [], ["* = 1 to 4, ** = 5 to 9"]]
    read = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    assert limits(read) == [("suppressed", 5, 9), ("suppressed", 1, 4)]


@pytest.mark.parametrize(
    "text",
    [
        "* Counts below 6 are withheld and so is 0",
        "* Numbers under 4 are withheld. This includes nil returns.",
        "* Figures below 4 are not shown, nor are zeros",
        "* Counts below 6 are suppressed; 0 also",
        "* less than 6 and nil",
        "* = less than 4, including zero",
        "* = 1 to 5; 0 is also shown as *",
    ],
)
def test_a_mark_that_may_be_zero_is_asked_about(text):
    for rows in ([*table("*"), [], [text]], [[text], [], *table("*")]):
        read = of(sheet_of(rows))
        assert limits(read) == [("suppressed", None, None)]
        assert any(each.stops and "stand for" in each.message for each in read.problems)


@pytest.mark.parametrize(
    "text",
    [
        "* = 1 to 5; 0 is shown as 0",
        "* = 1 to 5. Zeros are shown.",
        "* = 1 to 5, not 0",
        "0 is zero and * means 1 to 5",
        "* = 1 to 5; - = nil",
        "* = 1 to 5, “-” means zero",
    ],
)
def test_one_beside_a_zero_that_is_shown_is_not(text):
    read = of(sheet_of([*table("*"), [], [text]]))
    assert limits(read) == [("suppressed", 1, 5)]
    assert not any("stand for" in each.message for each in read.problems)


@pytest.mark.parametrize(
    ("mark", "texts"),
    [
        ("*", ["* = 1 to 4", "* = 1 to 9"]),
        ("-", ["- is used for 1 to 4", "A dash stands for a number under 3"]),
        ("<5", ["<5 = 1 to 9"]),
        ("<5", ["<5 means 5 to 9"]),
        ("*", ["* 5 to 9"]),
        ("-", ["- 10 to 12"]),
    ],
)
def test_legends_that_differ_or_do_not_fit_are_asked_about(mark, texts):
    read = of(sheet_of([*table(mark), [], *([text] for text in texts)]))
    ((place, message),) = [(p.cell, p.message) for p in read.problems if "stand for" in p.message]
    assert place == "C2"
    assert all(f"“{text}”" in message for text in texts)
    assert limits(read) == limits(of(sheet_of(table(mark))))


def test_a_legend_of_a_mark_that_is_not_there_says_nothing():
    read = of(sheet_of([*table("<5"), [], ["* = 1 to 9"]]))
    assert limits(read) == [("suppressed", 1, 4)]
    assert asked(read) == []


@pytest.mark.parametrize("text", ["* 1-4 ** 5-9", "*: >0 and <5", "* = 1/2/3/4"])
def test_numbers_beside_a_mark_that_are_not_understood_are_asked_about(text):
    assert any(text in message for message in asked(of(sheet_of([*table("*"), [], [text]]))))
    assert asked(of(sheet_of([*table("<5"), [], ["* ≤4"]]))) == []


def test_words_about_a_mark_that_are_no_legend_are_shown():
    for text in ("* = fewer than 5 or not recorded", "- = not recorded", "* = still counted"):
        assert any(text in each for each in asked(of(sheet_of([*table("*"), [], [text]]))))


def test_a_legend_may_have_the_mark_of_a_note_before_it():
    text = "* Figures below 5 are shown as <5 to protect individuals"
    assert is_legend(text)
    assert [(each.mark, each.high, each.is_sure) for each in legends_in(text)] == [
        ("<5", 4, True),
        ("*", 0, False),
    ]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("count", "note", "is_asked"),
    [
        ("19*", "* = fewer than 20", True),
        ("3*", "* = 1 to 4", True),
        ("19*", "* Recorded by the transport police", False),
        ("19", "* = fewer than 20", False),
        ("19†", "* = fewer than 20", False),
    ],
)
def test_the_mark_of_a_legend_behind_a_number_is_asked_about(count, note, is_asked, name):
    rows: Rows = [["Offence", "2018/19"], ["Rape", count], ["Grooming", 31], [""], [note]]
    if "†" in count:
        rows.append(["† Recorded by the transport police"])
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    assert any(f"What does “{count}” stand for?" in p.message for p in found.problems) is is_asked
