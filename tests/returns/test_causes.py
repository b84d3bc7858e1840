"""Causes of numbers read wrongly without a question, each in several formats."""

from dataclasses import dataclass, field

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from offences.returns.sheet import Observation
from tests.returns.every_format import EVERY_FORMAT, FORMATS, Merged
from tests.returns.grids import Rows

YEARS = ["2018/19", "2019/20"]


@dataclass(frozen=True)
class Layout:
    """A sheet, what some of its counts must be labelled with, and whether it must be asked about.

    All counts of a sheet differ, so that each is known by itself.
    """

    rows: Rows
    labels: dict[int, set[str]] = field(default_factory=dict)  # count → year and labels with roles
    asks: str = ""  # the beginning of a question that stops the file
    merged: Merged = field(default_factory=list)


LAYOUTS = {
    "a line over one of two tables": Layout(
        [["Threats"], ["Year", "Girls", "Boys"], ["2018/19", 31, 12], [],
         ["Blackmail flagged as online"], ["Year", "Girls", "Boys"], ["2018/19", 8, 6]],
        {31: {"2018/19", "offence: Threats", "sex: Girls"},
         6: {"2018/19", "offence: Blackmail flagged as online", "sex: Boys"}},
    ),
    "a row without a label": Layout(
        [["Offence", *YEARS], ["Stalking", 31, 27], ["", 8, 9], ["Threats", 12, 14]],
        {12: {"2018/19", "offence: Threats"}}, "This row of figures has no label",
    ),
    "a row with one number": Layout(
        [["Offence", *YEARS], ["Stalking", 31, 27], ["", "", 8], ["Threats", 12, 14]],
        {12: {"2018/19", "offence: Threats"}}, "This row of figures has no label",
    ),
    "not known behind two axes": Layout(
        [["", "Age", "", "", "Sex", "", ""],
         ["Year 2018/19", "12 to 13", "14 to 15", "16 to 17", "Girls", "Boys", "Not known"],
         ["Warning", 61, 72, 9, 80, 53, 1]],
        {1: {"2018/19", "sex: Not known"}, 72: {"2018/19", "age: 14 to 15"}},
        merged=[(1, 2, 1, 4), (1, 5, 1, 7)],
    ),
    "ages like years under each year": Layout(
        [["", "2018/19", "", "2019/20", ""],
         ["Offence", "Under 14", "14 to 15", "Under 14", "14 to 15"],
         ["Stalking", 31, 12, 27, 14], ["Threats", 8, 6, 9, 5]],
        {12: {"2018/19", "age: 14 to 15", "offence: Stalking"},
         5: {"2019/20", "age: 14 to 15", "offence: Threats"}},
        merged=[(1, 2, 1, 3), (1, 4, 1, 5)],
    ),
    "a heading beside its column, whose sums say what it is": Layout(
        [["Offence", *YEARS, "", "Grand"], ["", "", "", "", "Total"], ["Stalking", 31, 27, 58, ""],
         ["Threats", 12, 14, 26, ""]],
        {31: {"2018/19", "offence: Stalking"}, 58: {"None", "offence: Stalking"}},
    ),
    "a heading beside its column, whose counts are no sums": Layout(
        [["Offence", *YEARS, "", "Charged"], ["Stalking", 31, 27, 50, ""],
         ["Threats", 12, 14, 6, ""]],
        {27: {"2019/20", "offence: Stalking"}}, "This column has no heading of its own",
    ),
    "the year in the corner alone": Layout(
        [["Outcome 2018/19", "Age", "", "", "Sex", ""],
         ["", "14", "15", "16+", "Girls", "Not known"], ["Warning", 61, 72, 80, 83, 1]],
        {61: {"2018/19", "age: 14"}, 1: {"2018/19", "sex: Not known"}},
        merged=[(1, 2, 1, 4), (1, 5, 1, 6)],
    ),
    "the year in the corner behind codes": Layout(
        [["HO Code", "FYE Mar 2019", "Girls", "Boys"], ["0350", "Stalking", 31, 12],
         ["0124", "Threats", 8, 6], ["", "All", 39, 18]],
        {31: {"2018/19", "offence: Stalking", "sex: Girls"},
         6: {"2018/19", "offence: Threats", "sex: Boys"}},
    ),
    "tables beside each other with a heading of no known kind": Layout(
        [["Stalking", "", "", "", "Threats", "", ""],
         ["District", *YEARS, "", "District", *YEARS],
         ["North", 43, 41, "", "North", 13, 15], ["0-9", 31, 27, "", "0-9", 8, 9],
         ["10-17", 12, 14, "", "10-17", 5, 6],
         ["South", 11, 39, "", "South", 51, 30], ["0-9", 7, 17, "", "0-9", 32, 10],
         ["10-17", 4, 22, "", "10-17", 19, 20]],
        {12: {"2018/19", "age: 10-17", "offence: Stalking"},
         6: {"2019/20", "age: 10-17", "offence: Threats"},
         32: {"2018/19", "age: 0-9", "offence: Threats"}},
        merged=[(1, 1, 1, 3), (1, 5, 1, 7)],
    ),
    "groups within groups, of which one sum is wrong": Layout(
        [["Row Labels", *YEARS], ["Northshire Police", 50, 61], ["Stalking", 30, 42],
         ["Girls", 19, 22], ["Boys", 11, 20], ["Threats", 29, 18], ["Girls", 17, 10],
         ["Boys", 3, 9], ["Eastvale Police", 13, 24], ["Stalking", 7, 16], ["Girls", 4, 15],
         ["Boys", 2, 1], ["Threats", 6, 8], ["Girls", 5, 0], ["Boys", 1, 8]],
        {22: {"2019/20", "force: Northshire Police", "offence: Stalking", "sex: Girls"},
         17: {"2018/19", "force: Northshire Police", "offence: Threats", "sex: Girls"},
         15: {"2019/20", "force: Eastvale Police", "offence: Stalking", "sex: Girls"}},
    ),
    "a title alone over the first of tables by force": Layout(
        [["Online offences against children"], ["Area", *YEARS], ["North", 31, 27], [],
         ["Force: Northshire Police"], ["Area", *YEARS], ["North", 8, 9], [],
         ["Force: Eastvale Police"], ["Area", *YEARS], ["North", 12, 14]],
        {8: {"2018/19", "force: Northshire Police"}, 14: {"2019/20", "force: Eastvale Police"}},
        "No line above this table says what it counts",
    ),
    "a note that a year is not whole": Layout(
        [["Offence", "2019/20", "2020/21*"], ["Stalking", 31, 27], ["Threats", 8, 6], [],
         ["*1 April to 30 November 2020"]],
        {31: {"2019/20", "offence: Stalking"}}, "A note says “*1 April to 30 November 2020”",
    ),
    "a note that a year is whole": Layout(
        [["Offence", "2019/20", "2020/21*"], ["Stalking", 31, 27], ["Threats", 8, 6], [],
         ["*1 April 2020 to 31 March 2021"]],
        {31: {"2019/20", "offence: Stalking"}},
    ),
    "years named by the March in which they end": Layout(
        [["Year to 31 March", "2019", "2020"], ["Stalking", 31, 27], ["Threats", 8, 6]],
        {31: {"2018/19", "offence: Stalking"}, 6: {"2019/20", "offence: Threats"}},
    ),
    "plain years below the March in which they end": Layout(
        [["Year to 31 March", "Offence", "Crimes"], ["2019", "Stalking", 31],
         ["2020", "Stalking", 27], ["2019", "Threats", 8], ["2020", "Threats", 6]],
        {31: {"2018/19", "offence: Stalking"}, 6: {"2019/20", "offence: Threats"}},
    ),
    "the number of each offence before it": Layout(
        [["HO sub", "Offence", "Year", "Crimes"], ["1", "Stalking", "2018/19", 31],
         ["1", "Stalking", "2019/20", 27], ["2", "Threats", "2018/19", 8],
         ["2", "Threats", "2019/20", 6]],
        {31: {"2018/19", "offence: Stalking"}, 6: {"2019/20", "offence: Threats"}},
    ),
    "age bands that a spreadsheet turned into dates": Layout(
        [["Age band", *YEARS], ["Under 10", 31, 27], ["2018-11-10", 8, 6], ["14-15", 9, 12]],
        {12: {"2019/20", "age: 14-15"}}, "“2018-11-10” is a date: was it an age band",
    ),
    "the sexes of victims as parts of a count": Layout(
        [["Offence", *YEARS], ["Stalking", 31, 27], ["of which: girls", 8, 6],
         ["of which male", 12, 9]],
        {8: {"2018/19", "sex: of which: girls"}, 9: {"2019/20", "sex: of which male"}},
    ),
    "age bands of which a spreadsheet turned the last into a month": Layout(
        [["Age", *YEARS], ["Under 10", 31, 27], ["14-15", 9, 12], ["Nov-15", 8, 6]],
        {12: {"2019/20", "age: 14-15"}}, "“Nov-15” is a date: was it an age band",
    ),
    "ages of victims in words before their bands": Layout(
        [["Year", "Victims <13", "Victims 13-17", "All under 18"], ["2018/19", 31, 12, 43],
         ["2019/20", 27, 14, 41]],
        {31: {"2018/19", "age: Victims <13"}, 14: {"2019/20", "age: Victims 13-17"}},
    ),
    "codes above a total": Layout(
        [["Code", "Kind", "Offence", *YEARS], ["8/6", "SX1", "Stalking", 31, 27],
         ["8/7", "CJ2", "Threats", 8, 6], ["", "", "Total", 39, 33]],
        {31: {"2018/19", "offence: Stalking"}, 33: {"2019/20"}},
    ),
    "a column that numbers the rows": Layout(
        [["Year", "Offence", "Age", "Number"], ["2018/19", "Stalking", "12", 1],
         ["2018/19", "Threats", "14", 2], ["2019/20", "Stalking", "13", 3]],
        {3: {"2019/20", "offence: Stalking", "age: 13"}}, "The figures in this column are 1, 2, 3",
    ),
    "a column that numbers the rows beside a count": Layout(
        [["Offence", "2018/19", "Number"], ["Stalking", 31, 1], ["Threats", 12, 2],
         ["Blackmail", 8, 3]],
        {12: {"2018/19", "offence: Threats"}}, "The figures in this column are 1, 2, 3",
    ),
    "single rows with the same labels and, by chance, the same counts": Layout(
        [["Year", "Offence", "Recorded"], ["2018/19", "Stalking", 31], ["2018/19", "Threats", 8],
         ["2018/19", "Threats", 8]],
        {31: {"2018/19", "offence: Stalking"}}, "Another row of this table has the same labels",
    ),
    "the sexes of suspects": Layout(
        [["Suspect gender", *YEARS], ["Female", 31, 27], ["Male", 8, 6]],
        {31: {"2018/19", "sex: Female"}}, "“Suspect gender” is not of victims",
    ),
    "one row of counts under years alone": Layout(
        [YEARS, [31, 27]], {31: {"2018/19"}, 27: {"2019/20"}},
    ),
    "rows of counts without labels under two sexes": Layout(
        [["Year 2018/19", ""], ["Girls", "Boys"], [31, 12], [8, 6]],
        {31: {"2018/19", "sex: Girls"}, 6: {"2018/19", "sex: Boys"}},
        "This row of figures has no label",
    ),
    "a number beside counts": Layout(
        [["Offence", *YEARS], ["Stalking", 31, 27], ["5", 8, 6]],
        {31: {"2018/19", "offence: Stalking"}}, "No heading says what “5” is",
    ),
    "single ages beside counts": Layout(
        [["", *YEARS], ["14", 31, 27], ["15", 8, 6], ["16", 12, 9]],
        {31: {"2018/19", "age: 14"}, 9: {"2019/20", "age: 16"}},
    ),
    "plain years that are called financial": Layout(
        [["Offence", "Financial year", ""], ["", "2018", "2019"], ["Stalking", 31, 27],
         ["Threats", 8, 6]],
        {31: {"2018/19", "offence: Stalking"}, 6: {"2019/20", "offence: Threats"}},
        "“2018” is called a financial year and was read as 2018/19", merged=[(1, 2, 1, 3)],
    ),
    "days of calendar years that are called financial": Layout(
        [["Financial year", "Girls"], ["Jan-Dec 2018", 31],
         ["Jan-Dec 2019", 8]],
        {31: {"2018", "sex: Girls"}, 8: {"2019", "sex: Girls"}},
    ),
    "a title alone over the first of tables by offence": Layout(
        [["Recorded crimes with a victim under 18"], ["Area", *YEARS], ["North", 31, 27], [],
         ["Stalking"], ["Area", *YEARS], ["North", 8, 9], [],
         ["Malicious communications"], ["Area", *YEARS], ["North", 12, 14]],
        {8: {"2018/19", "offence: Stalking"}},
        "No line above this table says what it counts",
    ),
    "codes that begin with 0": Layout(
        [["Category", "Description", "2018/19"], ["0350", "Stalking", 31], ["0124", "Threats", 12]],
        {31: {"2018/19", "offence: Stalking"}, 12: {"2018/19", "offence: Threats"}},
    ),
}  # fmt: skip


def read_as(rows: Rows, merged: Merged, name: str) -> ReadFile:
    wide = max(map(len, rows))
    square = [[*row, *[""] * (wide - len(row))] for row in rows]
    return read_sheets(name, open_file(EVERY_FORMAT[name](square, merged), name))


def observations(read: ReadFile) -> list[Observation]:
    return [each for table in read.tables for each in table.observations]


def labels_of(each: Observation) -> set[str]:
    return {str(each.year), *(f"{role}: {text}" for role, text in each.labels.items())}


def check_layout(layout: Layout, name: str) -> None:
    """Check that every count has its labels, or that the right question stops the file."""
    read = read_as(layout.rows, layout.merged, name)
    found = {each.value: each for each in observations(read)}
    for count, labels in layout.labels.items():
        assert labels <= labels_of(found[count])
    stops = [each.message for each in read.problems if each.stops]
    stops += [each.text for each in read.not_taken if each.stops]
    assert any(message.startswith(layout.asks) for message in stops) if layout.asks else not stops
    numbers = {cell for row in layout.rows for cell in row if isinstance(cell, int)}
    left = {each.text for each in read.not_taken}
    assert numbers <= {*found, *(int(text) for text in left if text.isdigit())}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_a_count_has_its_labels_or_a_question_in_every_format(layout, name):
    check_layout(layout, name)


OF_EACH = {
    "1 for each crime": [["Year", "Offence", "Age", "Count"], ["2018/19", "Threats", "12", 1],
                         ["2018/19", "Threats", "12", 1], ["2018/19", "Stalking", "13", 1]],
    "1 for each crime, before its day": [["Crimes", "Recorded on", "Offence", "Age"],
                                         [1, "03/05/2018", "Threats", "12"],
                                         [1, "03/06/2018", "Threats", "12"],
                                         [1, "09/02/2019", "Stalking", "13"]],
    "running numbers": [["Year", "Offence", "Age", "Number"], ["2018/19", "Threats", "12", 1],
                        ["2018/19", "Threats", "12", 2], ["2018/19", "Stalking", "13", 3]],
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("rows", OF_EACH.values(), ids=OF_EACH)
def test_crimes_with_a_number_each_are_counted_by_their_rows_in_every_format(rows, name):
    read = read_as(rows, [], name)
    found = {(each.year, each.labels["offence"]): each.value for each in observations(read)}
    assert found == {("2018/19", "Threats"): 2, ("2018/19", "Stalking"): 1}
    assert not [each for each in read.problems if each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_two_numbers_in_the_cells_of_a_column_are_asked_about_and_footnotes_are_not(name):
    def stops(*texts: str) -> list[str]:
        read = read_as([["Year", "Recorded"], *zip(YEARS, texts, strict=True)], [], name)
        return [each.message for each in read.problems if each.stops]

    assert any("two numbers in a cell" in each for each in stops("41 (12)", "55 (15)"))
    assert any("two numbers in a cell" in each for each in stops("41 [12]", "55 [15]"))
    assert not any("two numbers" in each for each in stops("41 (1)", "55 (1)"))
