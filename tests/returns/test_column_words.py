"""A word over one column of a table may be of that column alone, and is asked about."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.three_formats import EVERY_FORMAT, messages_of

HEAD = ["Offence", "2017/18", "2018/19"]
TABLE: Rows = [HEAD, ["Stalking", 31, 37], ["Grooming", 46, 48]]


def is_asked(rows: Rows, name: str = "a.xlsx") -> bool:
    return any("is over one column of this table" in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("word", ["Online", "Committed", "Incomplete", "Girls", "Kik", "13-15"])
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
