"""Numbers that a sheet gives in words, or behind others, are asked about and never lost."""

import pytest

from offences.returns.sheet import Problem
from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, problems, read, sheet_of, values

YEARS = ["2018/19", "2019/20"]
TABLE: Rows = [["Sex", *YEARS], ["Female", 31, 27], ["Male", 12, 14]]
ANSWER = "2018/19: 45; 2019/20: 52"
SENTENCE = "There were 45 offences in 2018/19."


def stopping(rows: Rows) -> list[Problem]:
    return [each for each in problems(rows) if each.stops]


@pytest.mark.parametrize(
    "rows",
    [
        [["Q1", ANSWER], [], ["Q2"], *TABLE],
        [["How many?", "", ANSWER], [], *TABLE],
        [["Question 1", SENTENCE], [], ["Question 2"], *TABLE],
    ],
)
def test_an_answer_in_words_is_no_heading_of_the_table_below(rows):
    found = read(rows)
    assert {each.value: (each.labels["sex"], each.total) for each in found.values()} == {
        31: ("Female", False), 27: ("Female", False), 12: ("Male", False), 14: ("Male", False),
    }  # fmt: skip
    assert not any(set(each.labels) - {"sex"} or each.other for each in found.values())


@pytest.mark.parametrize("rows", [[["Q1", ANSWER]], [["Q1", ANSWER], [], ["Q2"], *TABLE]])
def test_years_with_their_numbers_in_one_cell_stop_the_file(rows):
    (found,) = read_sheet(sheet_of(rows)).not_taken
    assert (found.cell, found.text, found.stops) == ("B1", ANSWER, True)


def test_a_sentence_above_a_table_is_shown_with_its_number():
    rows = [["Q1", SENTENCE], [], ["Q2"], *TABLE]
    assert any(SENTENCE in each.message for each in problems(rows))


@pytest.mark.parametrize("line", ["Total 2018/19: 43", "All, 2019/20 = 41 offences"])
def test_a_total_in_words_below_a_table_stops_the_file(line):
    (found,) = read_sheet(sheet_of([*TABLE, [line]])).not_taken
    assert (found.text, found.stops) == (line, True)


@pytest.mark.parametrize(
    "line", ["Data of 31 March 2019, 10:45", "Period: 2018/19", "2019: Q1", "FOI 2019: 1234"]
)
def test_a_line_with_a_year_and_no_number_of_it_stops_nothing(line):
    assert not any(each.stops for each in read_sheet(sheet_of([*TABLE, [line]])).not_taken)


@pytest.mark.parametrize(
    "note",
    [
        "The figure for girls in 2018/19 should read 33.",
        "NB the 2019/20 figure of 27 is wrong and should be 29",
        "Please read 33 for 31 in the first row",
        "Boys of 2018/19 were amended from 12 to 13",
        "The total of the second column is incorrect.",
        "The total including boys is wrong.",
    ],
)
@pytest.mark.parametrize("above", [True, False])
def test_a_note_that_corrects_a_figure_asks_which_is_right(note, above):
    rows = [[note], [], *TABLE] if above else [*TABLE, [], [note]]
    (problem,) = stopping(rows)
    assert problem.cell == ("A1" if above else "A5")
    assert problem.message == f"A note says “{note}”. Which figure is right?"
    assert sorted(filter(None, values(read(rows)).values())) == [12, 14, 27, 31]


@pytest.mark.parametrize(
    "note",
    [
        "All figures are rounded to the nearest 5",
        "Counts have been rounded up to a multiple of ten.",
        "Counts by age are rounded to the nearest 5",
    ],
)
def test_a_note_that_figures_are_rounded_asks_for_the_exact_ones(note):
    (problem,) = stopping([*TABLE, [], [note]])
    assert problem.message == f"A note says “{note}”. Which exact figures were recorded?"


@pytest.mark.parametrize(
    "note",
    [
        "Percentages are rounded to the nearest 1.",
        "Rates are rounded to 2 decimal places.",
        "Figures may not sum due to rounding.",
        "Figures should be read with the note on page 2.",
        "These figures should be treated with caution.",
        "The recording system was changed in 2018.",
        "Crimes recorded in error are not included.",
        "Victims should be 16 or under at the time of the offence.",
        "The age should be 0-17.",
        "Data corrected to 31 March 2020",
        "The counting rules changed to 1 crime per victim in 2018.",
        "These figures exclude crimes where the report was an error.",
        "Ages are rounded down to the nearest whole year, so 12.9 is 12.",
    ],
)
def test_an_ordinary_caveat_is_asked_nothing(note):
    assert not stopping([*TABLE, [], [note]])


def two_numbers(rows: Rows) -> list[str | None]:
    return [each.cell for each in stopping(rows) if "two numbers in a cell" in each.message]


def test_a_row_with_a_second_number_in_each_cell_is_asked_about():
    assert two_numbers([["Offence", *YEARS], ["Threats", "120 (45)", "130 (51)"]]) == ["B2"]
    rows = [
        ["Offence", *YEARS],
        ["Stalking", 31, 27],
        ["Rape", 8, 9],
        ["Threats", "12 (4)", "13 (5)"],
    ]
    assert two_numbers(rows) == ["B4"]


def test_cells_with_two_numbers_down_a_column_and_along_a_row_are_asked_about_once():
    rows = [["Offence", *YEARS], ["Threats", "120 (45)", "130 (51)"], ["Rape", "20 (4)", "13 (5)"]]
    assert two_numbers(rows) == ["B2", "C2"]


def test_numbers_of_notes_along_a_row_are_no_counts():
    rows = [["Offence", *YEARS], ["Threats", "120 (1)", "130 (2)"], ["Rape", 20, 13], [],
            ["(1) From May."], ["(2) Provisional."]]  # fmt: skip
    assert two_numbers(rows) == []
    bare = [*rows[:4], ["1 Up to May."], ["2 Provisional figures."]]
    assert two_numbers(bare) == []


LIST: Rows = [
    ["2018-05-03", "Stalking", "", 12],
    ["2019-06-07", "Stalking", "Rape", 13],
    ["2019-06-09", "Threats", "Sexual assault", 11],
]


@pytest.mark.parametrize("heading", ["Second offence", "Other crime", "Linked offence (if any)"])
def test_a_list_with_a_further_offence_in_a_row_is_asked_about(heading):
    rows = [["Date recorded", "Offence", heading, "Victim age"], *LIST]
    (problem,) = stopping(rows)
    assert problem.cell == "C3"
    assert heading in problem.message


def test_a_list_with_other_columns_about_the_crime_is_not():
    heading = ["Date recorded", "Offence", "Crime outcome", "Age"]
    rows = [["2018-05-03", "Stalking", "Charged", 12], ["2019-06-07", "Rape", "Caution", 13]]
    assert not stopping([heading, *rows])


def test_headings_that_name_one_victim_are_labels_of_their_columns():
    rows = [["Sex", "Offences with 1 victim", "", "Other offences", ""], ["", *YEARS, *YEARS],
            ["Female", 31, 27, 3, 4], ["Male", 12, 14, 5, 6]]  # fmt: skip
    assert not stopping(rows)
    labels = [" ".join([*each.labels.values(), *each.other]) for each in read(rows).values()]
    assert sum("Offences with 1 victim" in each for each in labels) == 4
    assert sum("Other offences" in each for each in labels) == 4
