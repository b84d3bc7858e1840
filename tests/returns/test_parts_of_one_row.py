"""Girls right below one of several offences may be of it alone: nobody is left to guess."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

HEAD: Rows = [["Row Labels", "2018/19"]]
ASKED = "or of all above it?"


def read(rows: Rows, name: str = "a.xlsx") -> ReadFile:
    return read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))


def asked(found: ReadFile) -> list[str]:
    assert sum(len(table.observations) for table in found.tables) >= 3
    return [each.message for each in found.problems if ASKED in each.message and each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_one_opened_row_of_a_pivot_is_asked_about_in_every_format(name):
    rows: Rows = [*HEAD, ["Rape", 14], ["Female", 11], ["Male", 3], ["Grooming", 40],
                  ["Voyeurism", 13], ["Grand Total", 67]]  # fmt: skip
    assert asked(read(rows, name)) == ["“Female”: a part of “Rape”, or of all above it?"]


@pytest.mark.parametrize(
    ("first", "parts"),
    [
        ("Grooming", [["Kik", 31], ["Snapchat", 9]]),
        ("Grooming", [["13", 31], ["14", 9]]),
        ("Grooming", [["Girls", 40]]),
        ("Grooming", [["Girls", 31], ["Boys", "<5"]]),
    ],
)
def test_parts_of_other_kinds_and_one_alone_are_asked_about(first, parts):
    others: Rows = [["Rape", 14], ["Voyeurism", 13]]
    assert asked(read([*HEAD, [first, 40], *parts, *others, ["Total", 67]]))
    assert asked(read([*HEAD, *others, [first, 40], *parts, ["Total", 67]]))


def test_offences_below_a_sex_are_asked_about_too():
    rows: Rows = [*HEAD, ["Female", 50], ["Rape", 14], ["Grooming", 36], ["Male", 17],
                  ["Grand Total", 67]]  # fmt: skip
    assert asked(read(rows)) == ["“Rape”: a part of “Female”, or of all above it?"]


OFFENCES: Rows = [["Rape", 14], ["Grooming", 40]]
SEXES: Rows = [["Girls", 44], ["Boys", 10]]


@pytest.mark.parametrize(
    "rows",
    [
        [*OFFENCES, ["Total", 54], *SEXES, ["Total", 54]],  # two blocks, each with its total
        [*OFFENCES, *SEXES],  # which count the same twice
        [*OFFENCES, [], *SEXES],
        [*OFFENCES, ["Girls", 52], ["Boys", 2]],  # more than the offence above them
        [["Online sexual offences", 60], *SEXES],
        [*OFFENCES, ["Unknown", 3]],
        [["Boys 10 to 12", 9], ["Girls", 44], ["Kik 13 to 15", 9]],
    ],
)
def test_blocks_that_are_no_parts_of_the_row_above_are_not(rows):
    assert not asked(read([*HEAD, *rows]))


def test_every_opened_row_is_read_as_a_group():
    parts: Rows = [["Rape", 14], ["Female", 11], ["Male", 3], ["Grooming", 40], ["Female", 32],
                   ["Male", 8]]  # fmt: skip
    found = read([*HEAD, *parts, ["Grand Total", 54]])
    assert not asked(found)
    girls = [o.labels for o in found.tables[0].observations if o.labels.get("sex") == "Female"]
    assert [labels["offence"] for labels in girls] == ["Rape", "Grooming"]


CODES: Rows = [["Code", "Offence", "2017/18", "2018/19"]]


def test_a_first_line_behind_codes_is_over_its_rows_and_not_over_the_total():
    rows: Rows = [*CODES, ["", "Rape", "", ""], ["19C", "Male", 12, 13], ["19D", "Female", 26, 36],
                  ["", "Grooming", "", ""], ["88A", "Male", 9, 10], ["88B", "Female", 25, 28],
                  ["", "TOTAL", 72, 87]]  # fmt: skip
    found = read(rows)
    assert not [each for each in found.problems if each.stops]
    by_cell = {o.cell: o.labels for o in found.tables[0].observations}
    assert by_cell["C3"] == {"offence": "Rape", "sex": "Male"}
    assert by_cell["C6"] == {"offence": "Grooming", "sex": "Male"}
    assert by_cell["C8"] == {}


def test_words_below_a_heading_that_end_it_are_still_a_part_of_it():
    rows: Rows = [["Code", "Offence", "2017/18", "2018/19"], ["", "description", "", ""],
                  ["19C", "Rape", 12, 13], ["88A", "Grooming", 25, 28]]  # fmt: skip
    found = read(rows)
    assert not [each for each in found.problems if each.stops]
    assert found.tables[0].observations[0].labels == {"offence": "Rape"}


def test_other_beside_an_indented_app_is_of_the_same_offence():
    rows: Rows = [["Offence", "2018/19"], ["Grooming", 40], ["- Snapchat", 24], ["- Other", 16],
                  ["Voyeurism", 13], ["Total", 53]]  # fmt: skip
    labels = {o.cell: o.labels for o in read(rows).tables[0].observations}
    assert labels["B4"] == {"offence": "Grooming", "platform": "Other"}
    assert labels["B5"] == {"offence": "Voyeurism"}


def test_a_sex_not_recorded_below_the_line_of_another_is_asked_about():
    rows: Rows = [["Offence", "2018/19"], ["Female", ""], ["Rape", 12], ["Grooming", 26],
                  ["Male", ""], ["Rape", 9], ["Grooming", 25], ["Unknown sex", 11],
                  ["Total", 83]]  # fmt: skip
    found = read(rows)
    assert [e.cell for e in found.problems if "are both named for" in e.message] == ["B8"]
    without = read([*rows[:7], rows[8]])
    assert not [each for each in without.problems if "are both named for" in each.message]
