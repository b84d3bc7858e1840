"""A table of a text file set out by spaces is read where its numbers are in line, else asked."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.formats.spaced_tables import spaced_rows
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.test_causes import labels_of, observations

RIGHT = """Reply to FOI 22

Offence                   2018/19    2019/20    2020/21
Stalking                       31         27          8
Threats                        12                    <5
Rape of a child             1,204          6         14

Yours, A. Officer
"""
LEFT = """Online sexual offences, financial years
Sex      Year      Kik   Viber
======================
Girls    2018/19   31    27
         2019/20   12    9
Boys     2018/19   8     *
         2019/20   14    6
"""
MIDDLE = """Girls and boys by age, 2018/19
Age       Girls   Boys
0-9         3      7
10-15      120    88
16-17       31    12
Total      154    107
"""
CASES = [
    (RIGHT, {31: {"2018/19", "offence: Stalking"}, 8: {"2020/21"}, 14: {"2020/21"},
             1204: {"2018/19", "offence: Rape of a child"}, 6: {"2019/20"}}),
    (LEFT, {31: {"2018/19", "sex: Girls", "platform: Kik"}, 6: {"2019/20", "platform: Viber"},
            14: {"2019/20", "sex: Boys", "platform: Kik"}}),
    (MIDDLE, {7: {"2018/19", "sex: Boys", "age: 0-9"}, 120: {"sex: Girls", "age: 10-15"}}),
]  # fmt: skip


def read_text(text: str, ends: str = "\n") -> ReadFile:
    data = text.replace("\n", ends).encode("utf-8" if ends == "\n" else "utf-16")
    return read_sheets("a.txt", open_file(data, "a.txt"))


def stops(found: ReadFile) -> list[str]:
    asked = [each.message for each in found.problems if each.stops]
    return asked + [each.text for each in found.not_taken if each.stops]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "labels"), CASES)
def test_numbers_in_line_are_under_their_headings(text, labels, ends):
    found = read_text(text, ends)
    read = {each.value: labels_of(each) for each in observations(found)}
    assert all(own <= read[number] for number, own in labels.items())
    assert stops(found) == []


def test_a_number_left_out_is_blank_and_moves_no_other():
    blank = [each for each in observations(read_text(RIGHT)) if each.marker == "blank"]
    assert [(each.year, each.labels["offence"]) for each in blank] == [("2019/20", "Threats")]


@pytest.mark.parametrize(
    "text",
    [
        "Offence  2018/19  2019/20\nStalking  31  27\nThreats  12  14\nRape  8  6\n",
        RIGHT.replace("12                    <5", "12             <5       "),  # between two
        RIGHT.replace("Rape of a child             1,204", "Rape of a child, aged under 16 1,204"),
        MIDDLE.replace("120    88", "120 88"),
        "             2018/19           2019/20\nApp        Girls   Boys     Girls   Boys\n"
        "Kik           31     12        27      9\nViber          8      6         7      5\n",
    ],
)
def test_numbers_that_are_not_in_line_are_asked_about(text):
    text = text.removeprefix("Reply to FOI 22")
    found = read_text(text)
    assert stops(found)
    shown = [each.text for each in found.not_taken] + [each.message for each in found.problems]
    counts = {str(each.value) for each in observations(found)}
    for number in (word for line in text.splitlines() for word in line.split() if word.isdigit()):
        assert number in counts or any(number in each for each in shown)


@pytest.mark.parametrize(
    "text",
    [
        "Offence,2018/19,2019/20\nStalking,31,27\n",
        "Offence\t2018/19\t2019/20\nStalking  on Kik\t31\t27\nThreats  on Kik\t8\t6\n",
        "Dear Sir,\n\nWe hold this.  It is attached.\nYours,  A. Officer\n",
        "Offence   2018/19\nStalking       31\n",
    ],
)
def test_other_texts_are_no_such_table(text):
    assert spaced_rows(text) is None


def test_each_of_two_tables_has_its_own_columns():
    one = "Table 1: 2018/19\nOffence        Count\nStalking          31\nThreats            8\n"
    other = "Table 2: 2019/20\nApp    Girls   Boys\nKik       27     12\nViber      6      9\n"
    found = read_text(f"{one}\n{other}")
    read = {each.value: labels_of(each) for each in observations(found)}
    assert {"2018/19", "offence: Threats"} <= read[8]
    assert {"2019/20", "platform: Kik", "sex: Boys"} <= read[12]
    assert stops(found) == []
