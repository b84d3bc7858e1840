"""A number behind a label, as in “Girls 1” or “2018/19 2”: an age, a mark of a note or a count."""

import csv
import io

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows
from tests.returns.test_causes import observations

ALL_FORMATS = pytest.mark.parametrize("name", ["a.csv", *FORMATS])
YEARS = ["2018/19", "2019/20"]
APPS: Rows = [["App", *YEARS], ["Kik", 31, 27], ["Twitch", 12, 14]]
OF_ROW = "was read with an age. If its number is the mark of a note or a count, name what"
NOT_READ = "has a number that was not read. Is it an age, the mark of a note or a count?"


def seen(name: str, rows: Rows) -> ReadFile:
    if name.endswith(".csv"):
        csv.writer(out := io.StringIO()).writerows(rows)
        data = out.getvalue().encode()
    else:
        data = FORMATS[name](rows, [])
    return read_sheets(name, open_file(data, name))


def asks(read: ReadFile) -> list[str]:
    """What is asked about numbers behind labels."""
    messages = [each.message for each in read.problems if each.stops]
    return [text for text in messages if OF_ROW in text or NOT_READ in text]


def sexes(first: str, second: str = "Boys", *below: str, corner: str = "Sex") -> Rows:
    notes = [[], *([each, "", ""] for each in below)] if below else []
    return [[corner, *YEARS], [first, 31, 27], [second, 12, 14], *notes]


@ALL_FORMATS
@pytest.mark.parametrize("label", ["Girls 1", "Girls, 2", "Female victims 3", "Girls 13"])
def test_a_number_behind_a_sex_with_no_ages_beside_it_is_asked_about(name, label):
    assert [text.startswith(f"“{label}”") for text in asks(seen(name, sexes(label)))] == [True]


@ALL_FORMATS
@pytest.mark.parametrize("label", ["Kik 1", "Total 2"])
def test_a_number_behind_an_app_or_a_total_is_asked_about(name, label):
    assert len(asks(seen(name, [*APPS, [label, 43, 41]]))) == 1


@ALL_FORMATS
@pytest.mark.parametrize("heading", ["2020/21 1", "2020/21, 2", "2020/21 - 88", "FY 2020-21 3"])
def test_a_number_behind_a_year_is_no_age_and_is_asked_about(name, heading):
    read = seen(name, [["App", "2019/20", heading], ["Kik", 31, 27], ["Twitch", 12, 14]])
    assert any(text.startswith(f"“{heading}” {NOT_READ}") for text in asks(read))
    assert not any("age" in each.labels for each in observations(read))


@ALL_FORMATS
@pytest.mark.parametrize("line", ["Kik 61", "Girls 5"])
def test_a_number_behind_what_a_title_is_of_is_asked_about(name, line):
    read = seen(name, [[line, "", ""], ["Offence", *YEARS], ["Stalking", 31, 27]])
    messages = [each.message for each in read.problems if each.stops]
    assert any(line in text for text in messages) or read.not_taken


@ALL_FORMATS
@pytest.mark.parametrize("mark", ["{}. {}", "({}) {}", "Note {}: {}", "{} = {}", "[{}] {}"])
def test_the_number_of_a_note_that_is_there_is_no_age(name, mark):
    texts = ("Counts where she was named", "Counts where he was named")
    notes = (mark.format(number, text) for number, text in enumerate(texts, 1))
    read = seen(name, sexes("Girls 1", "Boys 2", *notes))
    found = {each.value: each.labels for each in observations(read)}
    assert found[31] == {"sex": "Girls"}
    assert found[14] == {"sex": "Boys"}
    assert not asks(read)


LINES = [  # each begins with a number, and is no note of a mark
    ("Total 24", "24 working days passed before the answer"),
    ("Total 12", "12 months to the end of June in each year"),
    ("Total 57", "57 records gave no age at all"),
    ("Twitch 16", "16 April 2021 was the day of the extract"),
    ("Kik 28", "28. February 2020 was the last day of the figures"),
    ("Girls 2", "2. How many crimes were against boys"),
    ("Kik 2", "2 forces share this system of records"),
]


@ALL_FORMATS
@pytest.mark.parametrize(("count", "line"), LINES)
@pytest.mark.parametrize("below", [False, True])
def test_a_count_on_a_line_is_not_lost_where_another_line_begins_with_it(name, count, line, below):
    own = [[count, "", ""]]
    rows = [*APPS, [], *own, [line, "", ""]] if below else [*own, [line, "", ""], [], *APPS]
    read = seen(name, rows)
    named = [*(each.text for each in read.not_taken if each.stops)]
    named += [each.message for each in read.problems if each.stops]
    assert any(count in text for text in named)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_answers_of_a_letter_are_not_lost_where_questions_have_their_numbers(name):
    lines = ["1. How many victims were there", "Total 1", "2. How many of them were boys", "Boys 2"]
    lines += ["3. How many were met on each app", "Twitch 3"]
    read = seen(name, [[each] for each in lines])
    values = {each.value for each in observations(read)}
    for number, text in ((1, "Total 1"), (2, "Boys 2"), (3, "Twitch 3")):
        named = [*(each.text for each in read.not_taken), *(p.message for p in read.problems)]
        assert number in values or any(text in each for each in named)


@ALL_FORMATS
@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (16, ["16 year olds are children in law."]),
        (12, ["12 months to March 2020 in each case"]),
        (14, ["14 is the youngest age in our records"]),
        (12, ["12. Numbers of crimes against each of them"]),
        (3, ["3. Counts where a parent told us"]),
        (2, ["1. Counts of crimes, by victim", "2. How many crimes were online?"]),
        (2, ["1. Counts of crimes, by victim", "2. Records without any age were left out"][1:]),
        (5, [f"{n}. Counts of the part {n} of them" for n in range(1, 7)]),
    ],
)
@pytest.mark.parametrize("across", [False, True])
def test_an_age_is_not_lost_where_a_line_begins_with_it(name, number, lines, across):
    girls, boys = f"Girls {number}", f"Boys {number}"
    rows = sexes(girls, boys, *lines)
    if across:
        rows = [["Year", girls, boys], [YEARS[0], 31, 12], [YEARS[1], 27, 14], *rows[3:]]
    read = seen(name, rows)
    assert asks(read)


@ALL_FORMATS
@pytest.mark.parametrize(
    "rows",
    [
        sexes("Girls 13", "Girls 14"),
        sexes("Girls 15", "Girls 16+"),
        [*sexes("Girls 13", "Girls 14"), ["Boys 13", 9, 8]],
        sexes("Girls 13", "Boys 13", corner="Sex and age"),
        [["Victims by sex and age", "", ""], *sexes("Girls 13", "Boys 13")],
        sexes("Girls aged 13"),
        [["Offence", "2018/19 13", "2018/19 14"], ["Stalking", 31, 27], ["Threats", 12, 14]],
    ],
)
def test_a_number_that_other_words_or_ages_explain_is_an_age(name, rows):
    read = seen(name, rows)
    assert any("age" in each.labels for each in observations(read) if each.value == 31)
    assert not asks(read)


IN_BRACKETS = ["Offences (61)", "Total (99)", "Crimes (1,204)", "Recorded offences (n=59)"]


@ALL_FORMATS
@pytest.mark.parametrize("line", IN_BRACKETS)
@pytest.mark.parametrize("below", [False, True])
def test_a_count_in_brackets_over_or_below_a_table_is_not_lost(name, line, below):
    rows = [*APPS, [], [line, "", ""]] if below else [[line, "", ""], *APPS]
    read = seen(name, rows)
    stopping = [each.message for each in read.problems if each.stops]
    named = [*(each.text for each in read.not_taken if each.stops), *stopping]
    assert any(line in text for text in named)


@ALL_FORMATS
@pytest.mark.parametrize("line", ["Crimes (6)", "Total (4)"])
def test_a_lone_digit_in_brackets_that_no_note_explains_is_asked_about(name, line):
    asked = f"“{line}” has a mark that no note explains. What does it say?"
    read = seen(name, [[line, "", ""], *APPS])
    assert asked in [each.message for each in read.problems]
    noted = f"({line[-2]}) One crime may have several victims"
    read = seen(name, [[line, "", ""], *APPS, [], [noted, "", ""]])
    assert asked not in [each.message for each in read.problems]


@ALL_FORMATS
def test_a_total_in_brackets_that_was_read_is_no_question(name):
    rows = [["App", *YEARS], ["Kik", 31, 27], ["Total", 31, 27], [], ["Total (31)", "", ""]]
    read = seen(name, rows)
    assert not any(each.stops for each in read.not_taken) or name == "a.pdf"


@ALL_FORMATS
@pytest.mark.parametrize(
    "line", ["Offences (2019)", "Offences (2018/19)", "Table (12)", "Our reference (4417)"]
)
def test_a_year_or_a_reference_in_brackets_is_no_count(name, line):
    read = seen(name, [[line, "", ""], *APPS])
    assert not read.not_taken
    assert not any("row of a table" in each.message for each in read.problems)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize(("label", "is_age"), [("PlayStation 5", False), ("Snapchat 5", True)])
def test_the_number_of_a_console_is_a_part_of_its_name(label, is_age, name):
    rows: Rows = [["Platform", "2018/19"], ["Kik", 31], [label, 12]]
    assert any("with an age" in each for each in messages_of(name, rows)) is is_age
