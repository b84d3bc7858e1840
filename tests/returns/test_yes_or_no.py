"""A word that is no answer, in a column of yes and no, is asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows


def asked(*flags: str, name: str = "a.xlsx") -> list[str | None]:
    offences = ("Rape", "Incest", "Stalking")
    counts = ((31, 32), (12, 13), (43, 45))
    rows: Rows = [["Offence", "Online?", "2018/19", "2019/20"]]
    rows += [[*each] for each in zip(offences, flags, *zip(*counts, strict=True), strict=False)]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    return [each.cell for each in found.problems if "column of yes and no" in each.message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("word", ["Number", "Count", "Total", "Recorded offences"])
def test_a_plain_word_below_yes_is_asked_about(word, name):
    assert asked("Yes", word, name=name) == ["B3"]


@pytest.mark.parametrize(
    "flags", [("Yes", "No"), ("Y", "N", "Total"), ("Yes", "Unknown"), ("Yes",)]
)
def test_answers_and_their_total_are_not(flags):
    assert asked(*flags) == []


def test_plain_words_without_an_answer_beside_them_are_not():
    assert asked("All recorded", "Total") == []
