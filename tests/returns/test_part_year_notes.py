"""A note that its year is not a whole one is asked about, with or without the year's name."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.years_cut_short import years_cut_short
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows, problems, read
from tests.returns.test_causes import read_as

YEARS = ["2021/22", "2022/23"]


def table(last: str) -> Rows:
    return [["Offence", *YEARS, last], ["Rape", 34, 41, 20], ["Grooming", 12, 13, 6]]


def turned(last: str) -> Rows:
    return [["Year", "Girls", "Boys"], [YEARS[0], 34, 41], [YEARS[1], 12, 13], [last, 6, 7]]


def stops(rows: Rows) -> list[str]:
    """The questions about a sheet, each once, however many of its cells have it."""
    return [*dict.fromkeys(each.message for each in problems(rows) if each.stops)]


def asked_of(rows: Rows) -> list[str | None]:
    return [each.cell for each in problems(rows) if each.stops]


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize(
    ("heading", "note"),
    [
        ("2023/24*", "* to 30 September 2023"),
        ("2023/24*", "* April to September only"),
        ("2023/24*", "* part year"),
        ("2023/24*", "*Year to date"),
        ("2023/24 †", "† Q1 and Q2 only"),
        ("2023/24 (1)", "(1) incomplete"),
        ("2023/24 [1]", "[1] first two quarters"),
        ("2023/24 (1)", "1. Up to 31 December 2023"),
        ("2023/24²", "² To 31 December only."),
        ("2023/24²", "2. Up to 31 December 2023"),
        ("2023/24ᵇ", "ᵇ April to September only"),
    ],
)
def test_a_note_with_the_mark_of_a_year_is_of_that_year_alone(layout, heading, note):
    rows = [*layout(heading), [], [note]]
    assert stops(rows) == [f"A note says “{note}”. Is this count of the whole of 2023/24?"]
    assert {each.months for each in read(rows).values()} == {None}


@pytest.mark.parametrize("turn", [False, True])
@pytest.mark.parametrize(
    ("marks", "note"),
    [
        ("**", "* To 31 October only"),
        ("††", "† Incomplete"),
        ("²²", "² To 31 October only"),
        ("**", "* Jan-Oct"),
        (["[3]", "[3]"], "[3] first two quarters"),
        (["*", "**"], "*/** To 31 October only"),
        (["*", "†"], "*, † 10 months"),
        (["*", "†"], "* and † part year"),
    ],
)
def test_a_note_with_the_mark_of_several_years_is_of_each_of_them(turn, marks, note):
    rows: Rows = [["Offence", "2020", f"2021{marks[0]}", f"2022{marks[1]}"], ["Rape", 31, 34, 20]]
    if turn:
        rows = [["Year", "Rape"], *([*each] for each in zip(*rows, strict=True))]
        del rows[1]
    asked = [f"A note says “{note}”. Is this count of the whole of {y}?" for y in ("2021", "2022")]
    assert stops([*rows, [], [note]]) == asked


UNTIL = [
    "From April 2021 to December 2023",
    "Figures up to the end of November 2023",
    "Online offences recorded between 01/04/2021 and 31/12/2023",
]
TAKEN = [  # of which all counts are as old
    "Data extracted on 3 May 2023",
    "As at 30 September 2023",
    "Correct at 4 January 2024",
    "Date of response: 4 January 2024",
    "Reply sent on 4 January 2024",
    "FOI 412/23, received 4 January 2024",
    "Source: Athena, 4 January 2024",
]


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize("note", [*UNTIL, *TAKEN])
def test_a_year_that_was_not_over_on_the_last_day_of_the_figures_is_asked_about(layout, note):
    of_one, of_all = "Is this count of the whole of {}?", "Are all counts of {} of the whole year?"
    why = (of_all if note in TAKEN else of_one).format("2023/24")
    for rows in ([*layout("2023/24"), [], [note]], [[note], [], *layout("2023/24")]):
        assert stops(rows) == [f"A note says “{note}”. {why}"]
        assert len(asked_of(rows)) == (1 if note in TAKEN else 2)


@pytest.mark.parametrize(
    "note",
    [
        "Data extracted on 3 May 2024",
        "As at 31 March 2024",
        "1 April 2021 to 31 March 2024",
        "Online offences recorded between 01/04/2021 and 31/03/2024",
        "Date of response: 4 June 2024",
        "* provisional",
        "* Excludes crimes recorded to 2019",
        "The force changed its system in June 2022",
    ],
)
def test_other_notes_with_dates_are_not_asked_about(note):
    assert stops([*table("2023/24*"), [], [note]]) == []


def test_the_year_in_which_recording_began_is_none_of_the_counts():
    for line in ("Cyber flag introduced in 2015/16", "Data refreshed 2023/24"):
        found = read([[line], [], ["Offence", "Number"], ["Rape", 34], ["Grooming", 12]])
        assert {each.year for each in found.values()} == {None}


def test_numbers_in_brackets_are_asked_about_once():
    rows: Rows = [["Offence", "2021/22"], ["Rape", "(54)"], ["Grooming", "(66)"]]
    assert stops(rows) == ["“(54)” is in brackets. Is it a count?"]


def test_crimes_that_a_line_adds_in_words_are_shown():
    rows: Rows = [["Offence", "2021/22"], ["Rape", 54], ["Grooming", 66]]
    (shown,) = problems([*rows, ["Plus 9 awaiting classification"]])
    assert "“Plus 9 awaiting classification”" in shown.message


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize(
    "note",
    [
        "Our crime system went live in October, so 2023/24 is incomplete.",
        "2023/24 data is not yet complete",
        "Figures for 2023/24 are partial",
    ],
)
def test_a_sentence_that_calls_a_year_incomplete_is_asked_about(layout, note):
    (asked,) = stops([*layout("2023/24"), [], [note]])
    assert asked == f"A note says “{note}”. Is this count of the whole of 2023/24?"


def test_a_sentence_that_calls_no_year_of_the_table_incomplete_is_not():
    assert stops([*table("2023/24"), [], ["Data for 2019/20 is incomplete"]]) == []


REMARKS = ["to Dec", "Apr to Sep", "9 months only", "incomplete", "year to date", "(Apr-Dec)"]


@pytest.mark.parametrize("remark", REMARKS)
@pytest.mark.parametrize("name", FORMATS)
def test_a_remark_in_the_row_of_a_year_that_says_a_part_is_asked_about(remark, name):
    down: Rows = [["Year", "Girls", "Remarks"], ["2021/22", 34, ""], ["2022/23", 41, remark]]
    found = read_as(down, [], name).problems
    assert [each.message for each in found if each.stops] == [
        f"“{remark}” is beside this count. Is it of the whole of 2022/23?"
    ]


@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_in_a_row_of_several_years_is_asked_about_for_each_of_them(remark):
    rows: Rows = [["Offence", *YEARS, "Notes"], ["Rape", 34, 41, remark], ["Stalking", 2, 3, ""]]
    asked = (f"“{remark}” is beside this count. Is it of the whole of {year}?" for year in YEARS)
    assert stops(rows) == [*asked]
    assert asked_of(rows) == ["B2", "C2"]


@pytest.mark.parametrize("remark", ["To March", "12 months to March", "Niche only", "Apr-Mar"])
def test_a_remark_that_says_no_part_is_not_asked_about(remark):
    rows: Rows = [["Year", "Girls", "Remarks"], ["2021/22", 34, ""], ["2022/23", 41, remark]]
    assert not stops(rows)


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize(
    "note",
    [
        "Note: the last year runs to the end of January",
        "Please note this year is not yet complete.",
        "(9 months)",
        "Data to the end of Q3",
    ],
)
def test_a_note_without_a_year_that_says_a_part_is_asked_about_for_the_latest(layout, note):
    asked = [f"A note says “{note}”. Is this count of the whole of 2023/24?"]
    assert stops([*layout("2023/24"), [], [note]]) == asked


@pytest.mark.parametrize("layout", [table, turned])
@pytest.mark.parametrize(
    "note",
    [
        "Records start in July 2022",
        "The flag was introduced on 1 October 2022.",
        "Data held from October 2022",
        "We moved to a new system in September 2022 and hold no data before then",
        "Online offences between 01/07/22 and 31/03/24",
        "Online offences between July 2022 and March 2024",
    ],
)
def test_a_year_that_had_begun_before_the_first_day_of_the_figures_is_asked_about(layout, note):
    asked = [f"A note says “{note}”. Is this count of the whole of 2022/23?"]
    assert stops([*layout("2023/24"), [], [note]]) == asked


@pytest.mark.parametrize(
    "note",
    [
        "The flag was introduced on 1 April 2022.",
        "Data held from April 2022",
        "The request was received on 5 June 2024",
        "Sent on 3 May 2024",
        "Q3 Please note that 2022/23 has no online flag",
        "Q1 How many in 2022/23?",
        "1. 23 of the offences in 2022/23 were recorded after an audit in June",
    ],
)
def test_a_note_that_cuts_no_year_short_is_not_asked_about(note):
    assert not stops([*table("2023/24"), [], [note]])


@pytest.mark.parametrize(
    ("note", "year"),
    [
        ("The flag was introduced on 31 June 2022", "2022/23"),
        ("Recording began on 29 February 2023.", "2022/23"),
        ("Recording began on 31/02/2023.", "2022/23"),
    ],
)
def test_a_day_that_no_month_has_is_taken_for_its_last(note, year):
    asked = [f"A note says “{note}”. Is this count of the whole of {year}?"]
    assert stops([*table("2023/24"), [], [note]]) == asked


def test_no_data_before_a_day_of_another_sentence_is_not_of_this_one():
    note = "We hold no such flag. It was discussed before 5 June 2023"
    assert not stops([*table("2023/24"), [], [note]])


def test_a_long_text_with_many_dates_is_read_a_short_way_back_from_each():
    assert not [*years_cut_short("from " + "such crimes " * 20 + "3 May 2018")]
    text = "no " * 1000 + "3 May 2018 " * 400 + "no data held before 3 May 2018"
    assert {*years_cut_short(text)} == {"2018/19", "2018"}


NOTED = [
    ("2023/24*", "* April to September only"),
    ("2023/24", "2023/24 data is not yet complete"),
    ("2023/24", "The last column is year to date."),
]


@pytest.mark.parametrize(("heading", "note"), NOTED)
def test_what_a_note_says_of_a_year_is_asked_of_each_of_its_counts(heading, note):
    assert asked_of([*table(heading), [], [note]]) == ["D2", "D3"]
    assert asked_of([*turned(heading), [], [note]]) == ["B4", "C4"]


@pytest.mark.parametrize(
    ("mark", "name"), [("¹", "a.xlsx"), ("¹", "a.ods"), *((sign, "a.pdf") for sign in ("*", "(1)"))]
)
def test_a_note_with_the_mark_of_a_calendar_year_is_of_that_year_alone(mark, name):
    note = f"{mark} To 31 October only."
    rows: Rows = [["Offence", "2021", "2022", f"2023{mark}"], ["Rape", 34, 41, 20], [""], [note]]
    found = read_as(rows, [], name)
    (why,) = [each.message for each in found.problems if each.stops]
    assert why.endswith("Is this count of the whole of 2023?")
    every = [each for table in found.tables for each in table.observations]
    assert {each.months for each in every} == {None}


def test_a_count_below_a_limit_is_of_a_part_of_a_year_too():
    rows: Rows = [["Offence", *YEARS], ["Rape", 34, "<5"], ["Grooming", 12, 6]]
    assert asked_of([*rows, [], ["2022/23 is incomplete"]]) == ["C2", "C3"]


def test_what_a_note_says_of_many_counts_is_asked_once_for_all_of_them():
    rows: Rows = [["Age", *YEARS], *([age, age + 20, age + 30] for age in range(1, 14))]
    (asked,) = [each for each in problems([*rows, [], ["2022/23 is incomplete"]]) if each.stops]
    assert (asked.cell, asked.message) == (
        None,
        "A note says “2022/23 is incomplete”. Are all counts of 2022/23 of the whole year?",
    )


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "note",
    [
        "Data extracted on 3 May 2022",
        "Figures correct as at 3 May 2022",
        "Produced on 3 May 2022",
        "Date of response: 4 July 2022",
    ],
)
@pytest.mark.parametrize("many", [2, 4])
def test_when_all_figures_were_taken_is_asked_once(many, note, name):
    ages: Rows = [
        ["Age", *YEARS],
        *([f"{age} to {age + 1}", age, age + 30] for age in (1, 3, 5, 7)[:many]),
    ]
    crossed: Rows = [["", YEARS[0], "", YEARS[1], ""], ["Age", *("Girls", "Boys") * 2],
                     ["0 to 9", 31, 27, 45, 9], ["10 to 17", 12, 14, 8, 7]]  # fmt: skip
    turned_: Rows = [[*line] for line in zip(*ages, strict=True)]
    for rows in (ages, crossed, turned_):
        wide = len(rows[0]) - 1
        found = read_as([*rows, [""] * (wide + 1), [note, *[""] * wide]], [], name)
        assert len([each for each in found.problems if each.stops and note in each.message]) == 1


@pytest.mark.parametrize(
    ("count", "note"),
    [
        ("13*", "* six months only"),
        ("13 [1]", "[1] part year"),
        ("13 (a)", "(a) Apr-Sep"),
        ("13†", "† April to July"),
        ("13 (1)", "(1) Apr-Sep 2021"),
    ],
)
def test_a_note_with_the_mark_of_a_count_is_of_that_count_alone(count, note):
    rows: Rows = [["Offence", *YEARS], ["Rape", 34, 41], ["Grooming", count, 15], [], [note]]
    assert asked_of(rows) == ["B3"]
    assert {each.months for each in read(rows).values()} == {None}


def test_a_note_with_the_mark_of_a_label_is_of_the_counts_of_its_row():
    rows: Rows = [["Offence", *YEARS], ["Rape", 34, 41], ["Grooming*", 13, 15], [], ["* to May"]]
    assert asked_of(rows) == ["B3", "C3"]


@pytest.mark.parametrize(
    "note", ["* April to March", "* fewer than before", "* Niche only", "* As of 2 May 2024"]
)
def test_a_mark_whose_note_names_no_part_is_not_asked_about(note):
    rows: Rows = [["Offence", *YEARS], ["Rape", 34, 41], ["Grooming", "13*", 15], [], [note]]
    assert not stops(rows)


PERIODS = [
    "2023/24: data to period 9.",
    "2023/24 is up to P9",
    "Weeks 1 to 39 of 2023/24",
    "2023/24 - 9 of 13 periods",
    "Month 7 was the last of 2023/24",
]


@pytest.mark.parametrize("note", PERIODS)
def test_the_number_of_a_period_is_a_part_of_its_year(note):
    assert asked_of([*table("2023/24"), [], [note]]) == ["D2", "D3"]


@pytest.mark.parametrize(
    "note", ["2023/24: all 13 periods", "2023/24 to period 12", "Period 2023", "Week 52 of 2023/24"]
)
def test_the_last_period_is_no_part_of_a_year(note):
    assert not stops([*table("2023/24"), [], [note]])


def on_sheet_of_notes(note: str) -> list[tuple[str, str | None]]:
    """What is asked of a sheet of figures because of a note on another."""
    data = xlsx_of({"Data": table("2023/24"), "Notes": [["Notes"], [note]]})
    found = read_sheets("a.xlsx", open_file(data, "a.xlsx")).problems
    return [(each.sheet, each.cell) for each in found if each.stops]


@pytest.mark.parametrize(
    "note",
    [
        "All 2023/24 data is to the end of December.",
        "2023/24: data to period 9.",
        "2023/24 is incomplete",
    ],
)
def test_a_sheet_of_notes_is_asked_about_where_its_years_have_counts(note):
    assert on_sheet_of_notes(note) == [("Data", "D2"), ("Data", "D3")]


def test_a_sheet_of_notes_with_the_day_on_which_figures_were_taken_is_asked_about_once():
    assert on_sheet_of_notes("Data extracted on 3 January 2024") == [("Data", None)]


def test_a_part_of_every_year_on_a_sheet_of_notes_is_asked_of_all_counts():
    assert on_sheet_of_notes("All years are April to September") == [
        ("Data", f"{column}{row}") for row in (2, 3) for column in "BCD"
    ]


@pytest.mark.parametrize(
    "note",
    ["Data extracted on 3 May 2024", "2019/20 is incomplete", "All years are April to March"],
)
def test_a_sheet_of_notes_that_cuts_none_of_its_years_short_is_not(note):
    assert not on_sheet_of_notes(note)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("note", "times"),
    [
        ("Thank you for your request of 4 January 2024.", 1),
        ("Date of response: 4 January 2024", 1),
        ("Figures up to the end of November 2023", 5),
    ],
)
def test_when_a_letter_was_written_is_asked_once_for_all_counts_of_a_year(name, note, times):
    apps = [[app, 34, 20] for app in ("Kik", "Tumblr", "Twitch", "Reddit", "Discord")]
    found = read_as([["App", "2022/23", "2023/24"], *apps, [], [note, "", ""]], [], name)
    asked = [each.message for each in found.problems if each.stops and note in each.message]
    assert len(asked) == times
