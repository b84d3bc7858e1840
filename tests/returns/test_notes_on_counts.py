"""Notes that plainly change what figures are stop a file; ordinary notes do not."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as

YEARS = ["2018/19", "2019/20"]
OFFENCES: Rows = [["Offence", *YEARS], ["Rape", 31, 0], ["Grooming", 12, 14], ["Arson", "", 8]]
AGES: Rows = [["Year", "Under 13", "13-17"], [YEARS[0], 31, 0], [YEARS[1], "", 14]]
LAYOUTS = {
    "below": lambda note, rows: [*rows, [], [note]],
    "above": lambda note, rows: [[note], [], *rows],
    "between tables": lambda note, rows: [*rows, [], [note], [], *rows],
}


def notes_that_stop(note: str, name: str, layout: str, rows: Rows = OFFENCES) -> list[str]:
    made = LAYOUTS[layout](note, rows)
    wide = max(map(len, made))
    found = read_as([[*row, *[""] * (wide - len(row))] for row in made], [], name)
    return [p.message for p in found.problems if p.stops and "A note says" in p.message]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(
    "note",
    [
        "0 represents fewer than 5",
        "Blank cells denote zero",
        "Figures are a count of victims",
        "Figures for females only",
    ],
)
def test_such_a_note_is_asked_about_once_wherever_it_is(note, name, layout):
    assert len(notes_that_stop(note, name, layout)) == 1
    assert len(notes_that_stop(note, name, layout, AGES)) == 1


@pytest.mark.parametrize(
    "note",
    [
        "0 = fewer than 5",
        "Zero denotes a figure of less than 5",
        "Figures of 0 are between 0 and 4",
        "Counts fewer than 5 are shown as 0",
        "Values below 5 have been replaced with 0",
        "Where a 0 is shown, there may be up to 4 offences",
        "A blank means no offences",
        "The figures are counts of victims, not crimes",
        "Figures are a count of victims rather than offences",
        "Each figure is a victim",
        "Please note: these are detected offences",
        "The figures shown here relate to charges",
        "Counts of suspects",
        "The data relates to girls only",
        "Only offences with a charge",
        "Only crimes that were charged are included",
        "Charged offences only",
        "Finalised investigations only",
        "Includes offences which were not online",
        "This is a sample only",
        "The figures are shown in tens",
    ],
)
def test_what_a_note_says_of_other_counts_or_of_zeros_stops_the_file(note):
    assert len(notes_that_stop(note, "a.xlsx", "below")) == 1


@pytest.mark.parametrize(
    "note",
    [
        "0 means that no offences were recorded",
        "A zero shows that there were none",
        "Figures fewer than 5 are shown as <5",
        "Blank cells mean the information is not held",
        "Figures are a count of offences, not victims",
        "Figures are counts of recorded crimes, not of detected offences",
        "Figures include detected and undetected offences",
        "Only offences with a victim under 18 are included",
        "Only offences flagged as online are counted",
        "The figures are for all victims, male and female",
        "Data for females is in table 2",
        "Offences are included whether or not anyone was charged",
        "Includes offences committed online",
        "One offence may have more than one victim",
        "Data extracted from Niche RMS",
    ],
)
@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_note_that_leaves_the_counts_as_they_are_does_not(note, name):
    assert notes_that_stop(note, name, "below") == []


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_zeros_and_blanks_are_not_asked_about_where_there_are_none(name):
    rows: Rows = [["Offence", *YEARS], ["Rape", 31, 9], ["Grooming", 12, 14]]
    assert notes_that_stop("0 represents fewer than 5", name, "below", rows) == []
    assert notes_that_stop("Blank cells denote zero", name, "below", rows) == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(
    ("note", "stops"),
    [
        ("Correction: the figure for rape in 2018/19 is 35.", True),
        ("The figure for rape in 2018/19 is 35", True),
        ("The correct number of rapes in 2018/19 is thirty-five", True),
        ("Erratum: 35 rapes in 2018/19", True),
        ("The figure for rape in 2018/19 is 31", False),
        ("The total for 2018/19 is 43", False),
        ("The number of offences in each year is 31 and 0", False),
        ("The figure for a victim is of those aged 13 to 17", False),
    ],
)
def test_a_note_that_gives_another_number_for_a_figure_is_asked_about(note, stops, name, layout):
    found = notes_that_stop(note, name, layout)
    assert any("Which figure is right?" in each for each in found) is stops


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("note", ["Table 1: Boys only", "Female victims only", "Note: girls only."])
def test_a_caption_of_one_sex_below_a_table_stops_it_and_above_it_is_its_label(note, name):
    assert notes_that_stop(note, name, "below")
    by_sex: Rows = [["Sex", *YEARS], ["Girls", 31, 27], ["Boys", 12, 14]]
    assert notes_that_stop(note, name, "below", by_sex)
    assert not notes_that_stop(note, name, "above") or note.startswith("Note")
    assert not notes_that_stop("Tables: boys and girls only", name, "below", by_sex)
