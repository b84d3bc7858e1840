"""A line of a csv file with another separator than the lines beside it is asked about."""

import pytest

from offences.returns import read_file

ASKED = "between its cells"


def stops(text: str) -> list[str]:
    read = read_file(text.encode(), "a.csv")
    return [f"{each.cell}: {each.message}" for each in read.problems if each.stops]


@pytest.mark.parametrize(
    ("lines", "cell"),
    [
        ("Offence;2018/19;2019/20\nGrooming;28;31\nThreats,52,60", "A3"),
        ("Offence;2018/19;2019/20\nGrooming,28,<5\nThreats;52;60\nRape;7;9", "A2"),
        ("Offence,2018/19,2019/20\nGrooming,28,31\nThreats;52;60\nRape,7,9", "A3"),
        ("Offence,2018/19,2019/20\nGrooming;28;31\nThreats,52,60\nRape,7,9", "A2"),
        ("Offence\t2018/19\t2019/20\nGrooming\t28\t31\nThreats|52|60\nRape\t7\t9", "A3"),
        ("Offence,2018/19,2019/20\nGrooming;28;31\nThreats;52;60\nRape;7;9", "A1"),
        ("Sex;Count;Year\nGirls;28;2018/19\nBoys,31,2018/19", "A3"),
    ],
)
def test_a_line_with_another_separator_is_asked_about(lines, cell):
    asked = [each for each in stops(lines) if ASKED in each]
    assert len(asked) == 1
    assert asked[0].startswith(f"{cell}: ")


@pytest.mark.parametrize(
    "lines",
    [
        "Offences, girls, boys\nOffence;2018/19;2019/20\nGrooming;28;31\nThreats;52;60",
        "Offence;2018/19;2019/20\nGrooming;28;31\nHarassment, stalking, threats;52;60",
        "Offence;2018/19;2019/20\nGrooming;28;31\nSource: Wessex, 2020",
    ],
)
def test_a_title_a_label_or_a_note_with_commas_is_no_such_line(lines):
    assert not [each for each in stops(lines) if ASKED in each]


def test_a_number_that_is_marked_as_text_is_read_as_it_is_shown():
    read = read_file(b'Offence,2018/19,2019/20\nThreats,="28",31\nRape,="<5",=1+2\n', "a.csv")
    counts = {o.cell: o.value or o.marker for table in read.tables for o in table.observations}
    assert counts == {"B2": 28, "C2": 31, "B3": "suppressed", "C3": "unreadable"}


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('Year,Girls,Boys\n2016/17,"41,8\n2017/18,43,9\n', 2),
        ('Year,Girls,Boys\n2016/17,41,8\n2017/18,"43,9\n2018/19,45,7\n2019/20,40,6\n', 3),
        ('Year;Girls;Boys\n"2016/17;41;8\n2017/18;43;9\n', 2),
        ('Year,Girls,Boys\n2016/17,41,8\n2017/18,"43,9\n', 3),
        ('Ref,Date,Offence,Notes\nZ1,3/04/2018,Rape,"a chat\nZ2,4/04/2018,Rape,"an app"\n'
         'Z3,5/04/2018,Rape,"a game"\n', 2),
    ],
)  # fmt: skip
def test_rows_within_a_cell_are_asked_about(text, row):
    found = [p for p in read_file(text.encode(), "a.csv").problems if "never closed" in p.message]
    assert [(each.cell, each.stops) for each in found] == [(f"A{row}", True)]


@pytest.mark.parametrize(
    "text",
    [
        'Year,Girls,Boys\n2016/17,"1,041",8\n2017/18,"43",9\n',
        'Year,Girls,Boys\n"2016/17\n(financial)",41,8\n2017/18,43,9\n',
        'Year,Girls,Boys\n"2016/17\nas recorded, that is, then",41,8\n2017/18,43,9\n',
        'Year,Girls,"Boys\n(all)"\n2016/17,41,8\n',
    ],
)
def test_a_cell_of_two_lines_is_no_such_cell(text):
    assert not [p for p in read_file(text.encode(), "a.csv").problems if "closed" in p.message]
