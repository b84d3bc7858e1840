"""A word over one column of a table may be of that column alone, and is asked about."""

import pytest

from offences.returns import read_file
from offences.returns.result import ReadFile
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_pages import page_of

HEAD = ["Offence", "2017/18", "2018/19"]
TABLE: Rows = [HEAD, ["Stalking", 31, 37], ["Grooming", 46, 48]]


def is_asked(rows: Rows, name: str = "a.xlsx") -> bool:
    return any("is over one column of this table" in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("word", ["Online", "Committed", "Not complete", "Girls", "Kik", "13-15"])
def test_a_label_over_one_column_is_asked_about(word, name):
    assert is_asked([["", "", word], *TABLE], name)
    assert is_asked([["", "", word], ["", "", ""], *TABLE], name)


@pytest.mark.parametrize(
    "rows",
    [
        [["", "Girls", ""], *TABLE],  # from the first column on
        [["Girls", "", ""], *TABLE],
        [["", "", "FOI 4471"], *TABLE],
        [["", "", "Number of offences"], *TABLE],
        [["", "", "Sex of victim"], *TABLE],
        [["", "", "Kik"], ["", "", ""], ["Online offences", "", ""], *TABLE],
        [["", "Girls", "Boys"], *TABLE],
        [["", "Kik"], *([row[0], row[2]] for row in TABLE)],  # its only column
    ],
)
def test_other_words_and_words_over_all_columns_are_not(rows):
    assert not is_asked(rows)


def test_a_word_merged_over_several_columns_is_of_them():
    rows: Rows = [["", "", "Girls", ""], [*HEAD, "2019/20"], ["Stalking", 31, 37, 12]]
    found = read_as(rows, [(1, 3, 1, 4)], "a.xlsx")
    assert not [each for each in found.problems if "over one column" in each.message]


def _page_with(*over: str) -> ReadFile:
    """A page with a table with rules, and words over its last columns."""
    words = [(64 + 120 * c, 142 + 24 * r, str(text)) for r, row in enumerate(TABLE)
             for c, text in enumerate(row)]  # fmt: skip
    words += [(424 - 120 * at, 122, text) for at, text in enumerate(reversed(over), 1)]
    rules = [f"60 {716 - 24 * r} m 420 {716 - 24 * r} l S" for r in range(4)]
    rules += [f"{60 + 120 * c} 716 m {60 + 120 * c} 644 l S" for c in range(4)]
    return read_file(page_of(words, rules), "a.pdf")


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(
    "over",
    [
        ["86"],
        ["15", "15"],
        ["7", "9"],
        ["<5"],
        ["<5", "*"],
        ["1 to 4"],
        ["1,204"],
        ["(88)", "(94)"],
        ["+15", "+6"],
        ["c. 86"],
        ["12 rapes", "17 rapes"],
        ["16 more", "6 more"],
        ["83 girls"],
    ],
)
def test_a_number_over_a_column_of_a_page_is_none_of_its_headings(over):
    found = _page_with(*over)
    assert sorted(o.value for t in found.tables for o in t.observations) == [31, 37, 46, 48]
    assert found.problems


@pytest.mark.usefixtures("read_here")
def test_total_over_columns_of_years_of_a_page_makes_their_counts_no_totals():
    found = _page_with("Total", "Total")
    assert [o.total for table in found.tables for o in table.observations] == [False] * 4
