"""A word that is no answer, in a column of yes and no, is asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, FORMATS, messages_of
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


def of_no(name: str, rows: Rows) -> int:
    return len([each for each in messages_of(name, rows) if "Were they asked for?" in each])


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Cyber flag", "2017/18", "2018/19"], ["Yes", 31, 32], ["No", 112, 113]],
        [["Year", "Cyber flag", ""], ["", "Y", "N"], ["2017/18", 31, 112], ["2018/19", 32, 113]],
        [["Year", "True", "False"], ["2017/18", 31, 112], ["2018/19", 32, 113]],
        [["Offence", "Online", "2018/19"], ["Rape", "N", 12], ["Incest", "N", 5]],
        [["Offence", "2018/19"], ["Rape, online: Y", 12], ["Rape, online: N", 5]],
        [["Offence", "Online Y 2018/19", "Online N 2018/19"], ["Rape", 3, 12], ["Incest", 4, 5]],
        [["Crime ref", "Date recorded", "Offence"],
         *[[f"B{n}/18", f"{n + 3}/06/2018", f"Rape - cyber = {'YN'[n % 2]}"] for n in range(6)]],
    ],
)  # fmt: skip
def test_counts_of_those_that_are_not_online_are_asked_about(rows, name):
    assert of_no(name, rows) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Cyber flag", "2017/18", "2018/19"], ["Yes", 31, 32]],
        [["Offence", "2018/19"], ["Online, no contact", 3], ["Online - no. of offences", 4]],
        [["Sex", "No", "2018/19"], ["Girls", 1, 32], ["Boys", 2, 3]],
        [["Offence", "N"], ["Rape 2018/19", 12], ["Incest 2018/19", 5]],
    ],
)
def test_numbers_and_answers_of_yes_are_not(rows, name):
    assert of_no(name, rows) == 0
