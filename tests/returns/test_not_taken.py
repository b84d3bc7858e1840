"""Every number of a sheet is an observation, a label, a year, or listed as not taken."""

import re

import pytest
from hypothesis import given, settings

from offences.returns import read_file
from offences.returns.formats.files import FileContents, open_file
from offences.returns.labels.cell_counts import BLANK, parse_count
from offences.returns.reader import read_sheets
from offences.returns.result import from_document, to_document, to_report
from offences.returns.sheet import NotTaken
from offences.returns.sheet_reader import read_sheet
from offences.returns.tables.cell_kinds import names_year, names_years
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows, sheet_of
from tests.returns.test_any_sheet import ROWS
from tests.samples import examples


def not_taken(rows: Rows) -> dict[str, NotTaken]:
    return {each.cell: each for each in read_sheet(sheet_of(rows)).not_taken}


def test_percentages_changes_and_codes_are_listed_and_stop_nothing():
    found = not_taken(
        [["Code", "Offence", "2017/18", "2018/19", "Change", "Share"],
         ["19", "Rape", 4, 2, -2, 0.5], ["88", "Grooming", 4, 6, 2, 0.5]]
    )  # fmt: skip
    assert set(found) == {"A2", "A3", "E2", "E3", "F2", "F3"}
    assert not any(each.stops for each in found.values())
    assert "code" in found["A2"].why
    assert "change" in found["E3"].why


def test_a_number_beside_no_table_stops():
    found = not_taken(
        [["Offence", "2017/18", "2018/19"], ["Rape", 1, 2], ["Grooming", 3, 4], [], [],
         ["", "", "", "", 17]]
    )  # fmt: skip
    assert found["E6"].stops
    assert found["E6"].text == "17"


PAIRS: Rows = [["Grooming", "11/101", "14 of 123"], ["Rape", "5/87", "9 of 91"]]


def test_two_numbers_in_a_cell_are_asked_about_cell_by_cell():
    read = read_sheet(sheet_of([["Offence", "2017/18 (online/all)", "2018/19"], *PAIRS]))
    stops = [each.cell for each in read.problems if "neither a count" in each.message]
    assert stops == ["B2", "C2", "B3", "C3"]


def test_two_numbers_in_a_cell_behind_the_counts_are_no_codes():
    rows: Rows = [["Offence", "2018/19", "Online/all"], ["Grooming", 42, "11/101"]]
    found = not_taken([*rows, ["Rape", 61, "5/87"]])
    assert {cell: each.stops for cell, each in found.items()} == {"C2": True, "C3": True}


def test_two_numbers_in_a_cell_before_the_counts_are_codes():
    rows: Rows = [["No", "Class", "Offence", "2018/19"], [1, "88/8", "Grooming", 42]]
    found = not_taken([*rows, [2, "19/16", "Rape", 61], [3, "17/13", "Assault", 12]])
    assert not any(each.stops for each in found.values())


def test_a_year_and_its_number_in_one_cell_are_listed():
    found = not_taken([["Offence", "2018/19"], ["Rape", 61], [], [], ["2016/17: 12"]])
    assert found["A5"].stops


def test_a_table_without_year_and_label_waits_for_a_meaning():
    rows: Rows = [["Item", "Length"], ["Records", 2140], ["Each", 5]]
    read = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert [each.value for each in read.tables[0].observations] == [2140, 5]
    stops = [each for each in read.problems if each.stops]
    assert [(each.cell, each.needs) for each in stops] == [("A1", "meaning")]
    assert to_report(read)["tables"] == []


def test_a_table_without_a_year_waits_for_it():
    read = read_sheet(sheet_of([["Offence", "Male", "Female"], ["Rape", 1, 2], ["Threats", 3, 4]]))
    stops = [each for each in read.problems if each.stops]
    assert [each.needs for each in stops] == ["year"]


def test_what_was_not_taken_is_stored_with_the_reading_and_reported():
    rows: Rows = [["Offence", "2017/18", "% change"], ["Rape", 1, 2], [], [], ["", "", "", "", 17]]
    read = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert len(read.not_taken) == 2
    assert from_document(to_document(read)) == read
    reported = to_report(read)["problems"]
    assert [each["cell"] for each in reported] == ["E5"]  # type: ignore[attr-defined]


@given(ROWS)
@settings(max_examples=examples(30), deadline=None)
def test_no_number_is_lost(rows):
    sheet = sheet_of([[text.strip() for text in row] for row in rows])
    read = read_sheet(sheet)
    listed = {each.cell for each in read.not_taken}
    counted = {each.cell for table in read.tables for each in table.observations}
    assert not listed & counted
    years = {each.year for table in read.tables for each in table.observations}
    for place, text in sheet.cells.items():
        count, cell = parse_count(text), sheet.address(*place)
        if count is None or count == BLANK or cell in listed | counted:
            continue
        alone = sum(row == place[0] for row, _ in sheet.cells) == 1
        in_a_line = alone and (not re.search(r"[\d*<]", text) or text in years)
        is_year = names_years(text) or names_year(text)
        assert in_a_line or is_year or read.roles[place] in ("label", "year", "total")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("2018-19", "No information held: our system went live in April 2019."),
        ("Rape", "This part of the request is refused under section 12."),
        ("2018-19", "We do not hold these figures"),
        ("Sheet2", "Nil return"),
    ],
)
def test_an_answer_in_words_on_a_sheet_without_a_table_is_listed_and_stops(name, text):
    table = sheet_of([["Offence", "2019/20"], ["Stalking", 31], ["Threats", 12]], "2019-20")
    read = read_sheets("a.xlsx", FileContents(sheets=[sheet_of([[text]], name), table]))
    (left,) = read.not_taken
    assert (left.sheet, left.cell, left.stops) == (name, "A1", True)
    assert len(read.tables) == 1


@pytest.mark.parametrize("name", ["Notes", "2018-19"])
def test_remarks_on_a_sheet_without_a_table_are_no_answer(name):
    rows = [["Not all crimes are flagged."], ["Figures are not comparable with other forces."]]
    assert not read_sheet(sheet_of(rows, name)).not_taken


def test_every_age_that_is_a_date_is_asked_about_by_itself():
    rows: Rows = [["Age", "2018/19"], ["0-5", 3], ["2023-10-06", 21], ["2015-11-01", 60],
                  ["16-17", 18]]  # fmt: skip
    asked = [each.cell for each in read_sheet(sheet_of(rows)).problems if each.needs == "label"]
    assert asked == ["A3", "A4"]


@pytest.mark.parametrize(
    ("marker", "meaning"),
    [("*", "fewer than 5 offences"), ("TBC", "to be confirmed"), ("..", "not available")],
)
def test_a_key_that_says_what_a_marker_means_is_no_lost_count(marker, meaning):
    table: Rows = [["Offence", "2018/19"], ["Rape", 61], ["Stalking", marker]]
    assert not not_taken([[marker, meaning], [], *table])
    assert not not_taken([*table, [], [marker, meaning]])


def test_a_marker_beside_a_short_number_is_a_question():
    rows: Rows = [["*", 12], [], ["Offence", "2018/19"], ["Rape", 61], ["Stalking", 7]]
    assert not_taken(rows)


@pytest.mark.parametrize(
    ("marker", "meaning"),
    [
        ("*", "means fewer than five"),
        ("*", "= figure withheld under section 40(2)"),
        ("*", "Suppressed (4 or fewer)"),
        ("*", "low numbers"),
        ("<5", "fewer than 5"),
        ("n/a", "Not applicable"),
    ],
)
def test_a_key_may_say_the_meaning_of_a_marker_in_other_words(marker, meaning):
    table: Rows = [["Offence", "2018/19"], ["Rape", 61], ["Stalking", 7]]
    assert not not_taken([*table, [], [marker, meaning]])


@pytest.mark.parametrize(
    ("marker", "label"),
    [
        ("<5", "boys aged 12 (Kik)"),
        ("<5", "Under 13"),
        ("<5", "13 to 15"),
        ("<5", "Not known"),
        ("*", "Not recorded"),
        ("*", "Under review"),
        ("*", "Under 13 rape"),
        ("*", "fewer than 5 boys"),
    ],
)
def test_a_withheld_count_beside_its_label_is_no_key(marker, label):
    table: Rows = [["Offence", "2018/19"], ["Rape", 61], ["Stalking", 7]]
    found = not_taken([*table, [], ["Notes"], [*[""] * 4, marker, label]])
    assert found["E6"].stops


@pytest.mark.parametrize("words", ["Snapchat: 57", "withheld (Kik 57)", "Redacted: 57"])
def test_a_count_beside_a_marker_is_no_key(words):
    table: Rows = [["Offence", "2018/19"], ["Rape", 61], ["Stalking", 7]]
    assert not_taken([*table, [], ["Notes"], ["*", words]])["A6"].stops


def test_counts_below_a_table_of_a_text_file_stop_it():
    text = 'Offence,2018/19\nRape,61\nStalking,7\n\nNotes\n"*","Snapchat: 57"\n"<5","aged 12"\n'
    found = read_file(text.encode(), "a.csv").not_taken
    assert [(each.text, each.stops) for each in found] == [
        ("*", True),
        ("Snapchat: 57", True),
        ("<5", True),
    ]


@pytest.mark.parametrize(
    "row", ["2020/21     41      12      53", "2020/21|41|12", "41, 12, 53", "Age 10; 41; 12; 53"]
)
def test_a_table_that_was_pasted_into_one_column_is_listed_and_stops(row):
    found = read_sheet(sheet_of([["Year      Female   Male"], [row], ["Yours sincerely"]]))
    (listed,) = found.not_taken
    assert (listed.cell, listed.stops) == ("A2", True)
    assert "several numbers in one cell" in listed.why


@pytest.mark.parametrize(
    "text",
    [
        "1,204 offences",
        "2018/19 and 2020/21",
        "Ages 10, 11 and 12",
        "(1) New system in 2022; 31 records were moved.",
    ],
)
def test_a_thousand_two_years_and_a_sentence_are_no_table_in_one_cell(text):
    assert not [each for each in read_sheet(sheet_of([[text]])).not_taken if "several" in each.why]


@pytest.mark.parametrize(
    ("rows", "is_asked"),
    [
        ([["Year", "Girls", "Boys"], ["2018/19", "031", "005"], ["2019/20", "040", "009"]], True),
        ([["Offences of this force"], ["Its reply is in the letter"]], False),
    ],
)
def test_a_file_of_nothing_but_numbers_that_were_set_aside_stops(rows, is_asked):
    found = read_sheets("a.csv", open_file(EVERY_FORMAT["a.csv"](rows, []), "a.csv"))
    assert not found.tables
    assert any(each.stops for each in (*found.problems, *found.not_taken)) == is_asked


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize(
    ("rows", "is_asked"),
    [
        ([[f"X{n}/18", f"{n + 3}/06/2018", "Stalking", "NY"[n % 2]] for n in range(6)], True),
        ([["Offence", "2018/19"], ["Stalking", "64%"], ["Threats", "12%"]], True),
        ([["Offence", "2018/19"], ["Stalking", "64%"], ["Threats", 12]], False),
        ([["Offence", "2018/19"], ["Stalking", "not held"], ["Threats", "not held"]], False),
    ],
)
def test_a_table_of_which_no_cell_is_a_count_is_asked_about(rows, is_asked, name):
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    asked = [p for p in found.problems if "could be read as a count" in p.message and p.stops]
    assert bool(asked) == is_asked
