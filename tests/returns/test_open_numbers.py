"""Numbers that are in no table: which may be counts, and are asked about."""

import io

import docx
import pytest

from offences.returns import read_file
from offences.returns.sheet_reader import read_sheet
from offences.returns.tables.open_numbers import open_numbers
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_pages import Words, page_of
from tests.returns.test_pages import lines as page_of_lines

pytestmark = pytest.mark.usefixtures("read_here")

TABLE = [(100.0, "Offence", "2017/18", "2018/19"), (120.0, "Rape", "11", "12")]


def letter_with(rows: list[list[str]], *lines: str) -> bytes:
    letter, out = docx.Document(), io.BytesIO()
    for line in lines:
        letter.add_paragraph(line)
    table = letter.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    letter.save(out)
    return out.getvalue()


def stops_of(page: bytes) -> list[str]:
    read = read_file(page, "a.pdf")
    listed = [each.text for each in read.not_taken if each.stops]
    return [each.message for each in read.problems if each.stops] + listed


@pytest.mark.parametrize(
    ("pieces", "found"),
    [
        (["Threats", "34"], ["34"]),
        (["34", "Threats"], ["34"]),
        (["Total recorded: 34"], ["34"]),
        (["Recorded crimes 34"], ["34"]),
        (["Recorded crimes34"], ["34"]),
        (["17 18"], ["17", "18"]),
        (["We recorded 34 offences between April and June."], []),
        (["Our reference", "34"], []),
        (["Cases: 34"], ["34"]),
        (["Case number", "34"], []),
        (["Telephone: 101"], []),
        (["Tel: 01632 960733"], []),
        (["Fax: (01632) 960 734"], []),
        (["Tel: +44 1632 960733 ext 212"], []),
        (["1. 31 2. 27 3. 12"], ["31", "27", "12"]),
        (["(a) 31; (b) 27"], ["31", "27"]),
        (["Q1 31, Q2 27"], ["31", "27"]),
        (["1. Offences, 2. Victims"], []),
        (["Sexual offences 2018"], []),
        (["Rape of a female under 16"], []),
        (["Year", "2018"], []),
        (["Year", "318"], ["318"]),
        (["Age", "13"], []),
        (["34/17", "Threats"], []),
        (["0345 6000"], []),
        (["Rape - 34"], ["34"]),
        (["Question 1 - 134"], ["134"]),
        (["Question 1 - 2019"], []),
        (["Q1 - 134"], ["134"]),
        (["Q4: 17 offences"], ["17"]),
        (["2016/17 - 134"], ["134"]),
        (["Year ending March 2017: 34"], ["34"]),
        (["2016/17 - 2017/18"], []),
        (["31/03/2019: 12"], []),
        (["Questions 1 - 3"], []),
        (["Apr 14 - Mar 15"], []),
        (["Detected", "12.5%"], []),
        (["(1)", "(2)"], []),
    ],
)
def test_a_number_apart_may_be_a_count_unless_words_beside_it_say_otherwise(pieces, found):
    assert [*open_numbers([pieces])] == [found]


def test_numbers_of_paragraphs_count_up_from_one():
    lines = [["1", "What we hold"], ["2", "Your right of review"], ["34", "Threats"]]
    assert [*open_numbers(lines)] == [[], [], ["34"]]


@pytest.mark.parametrize(
    "beyond",
    [
        [(60, 480, "34"), (200, 480, "Threats")],
        [(240, 84, "34")],
        [(60, 480, "Threats"), (240, 480, "34"), (320, 480, "to be checked")],
        [(60, 480, "Threats recorded: 34")],
        [(240, 780, "34")],
    ],
)
def test_a_number_of_a_page_that_is_in_no_cell_is_asked_about(beyond: Words):
    plain = [(x, y, text) for y, *row in TABLE for x, text in zip((60, 240, 320), row, strict=True)]
    (message,) = stops_of(page_of([*plain, *beyond]))
    assert "34" in message


def test_the_mark_of_a_footnote_below_a_label_is_no_count():
    rows = [(132.0, "(1)", "", ""), (156.0, "Threats", "1", "2")]
    (message,) = stops_of(page_of_lines(*TABLE, *rows))
    assert "“Rape (1)” has a mark" in message


def test_all_numbers_among_the_labels_of_a_column_are_asked_about_at_once():
    more = [(140.0, "31", "13", "14"), (160.0, "Threats", "15", "16"), (180.0, "35", "17", "18")]
    (message,) = stops_of(page_of_lines(*TABLE, *more))
    assert message == "No heading says what “31” and “35” are: labels or counts."


@pytest.mark.parametrize("line", ["Threats: 34", "Threats\t34", "Threats\n34", "2018/19 34"])
def test_a_count_in_a_letter_beside_its_table_is_asked_about(line):
    letter = letter_with([["Offence", "2018/19"], ["Rape", "11"]], line)
    (problem,) = read_file(letter, "a.docx").problems
    assert problem.stops
    assert "34" in problem.message


def test_a_count_of_a_year_above_a_table_is_no_label_of_it():
    letter = letter_with([["Offence", "2018/19"], ["Rape", "11"]], "2017/18 14")
    ((one, *_),) = [table.observations for table in read_file(letter, "a.docx").tables]
    assert (one.labels, one.other) == ({"offence": "Rape"}, ())


def test_a_total_in_words_below_a_table_is_listed_as_not_taken():
    rows: Rows = [["Offence", "2018/19"], ["Rape", 11], [], ["Total: 34"], ["Reference: 35"]]
    assert [(each.cell, each.stops) for each in read_sheet(sheet_of(rows)).not_taken] == [
        ("A4", True)
    ]
