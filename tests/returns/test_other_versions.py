"""Columns, rows and lines of another time, version or unit than the counts beside them."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of
from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows

YEARS: list[object] = ["2017/18", "2018/19"]
HEAD: list[object] = ["Offence", *YEARS]
TABLE: Rows = [HEAD, ["Stalking", 31, 27], ["Incest", 12, 14]]
QUARTERS = ["Q1", "Q2", "Q3", "Q4"]


def of_rows(rows: Rows, name: str) -> ReadFile:
    return read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))


def stops(found: ReadFile) -> list[str]:
    left = [each.text for each in found.not_taken if each.stops]
    return [*(p.message for p in (*found.problems, *found.conflicts) if p.stops), *left]


TO_DATE = [
    "Year to date",
    "To date",
    "YTD",
    "FYTD",
    "Cumulative",
    "Accumulated",
    "Accumulated total",
    "Running total",
    "Rolling 12 months",
    "Same quarter last year",
    "Since 1 April",
    "Stalking to date",
    "So far this year",
]


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.docx"])
@pytest.mark.parametrize("words", TO_DATE)
def test_a_column_that_adds_up_is_asked_about_beside_quarters(words, name):
    sums = [11, 23, 36, 50]
    rows = [[q, n, s] for q, n, s in zip(QUARTERS, (11, 12, 13, 14), sums, strict=True)]
    assert stops(of_rows([["2018/19", "Stalking", words], *rows], name))
    alone = [[q, s] for q, _, s in rows]
    assert stops(of_rows([["2018/19", words], *alone], name))


SUMS = ["Year to date 2018/19", "2018/19 YTD", "2018/19 so far", "2018/19 (to date)"]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize("words", SUMS)
def test_so_is_one_with_its_year_beside_quarters_of_that_year(words, name):
    dated = [f"{quarter} 2018/19" for quarter in QUARTERS]
    column: Rows = [["Offence", *dated[:2], words], ["Stalking", 11, 12, 23], ["Theft", 4, 5, 9]]
    down: Rows = [["Quarter", "Offences"], *zip(dated, (11, 12, 13, 14), strict=True), [words, 50]]
    beside: Rows = [["Offence", "2018/19", words], ["Stalking", 31, 27], ["Theft", 4, 3]]
    for rows in (column, down, beside):
        assert [each for each in stops(of_rows([*map(list, rows)], name)) if "adds up" in each]


@pytest.mark.parametrize(
    ("sheets", "is_asked"),
    [
        ({"Q1 2018-19": "Number", "Q2 2018-19": "Number", "Year to date 2018-19": "Number"}, True),
        ({"2018-19": "Number", "2018-19 YTD": "Number"}, True),
        ({"Quarters": "Q1 2018/19", "Year to date": "2018/19"}, True),
        ({"So far": "2018/19"}, True),
        ({"2017-18": "Number", "2018-19 to date": "Number"}, False),
        ({"Q1 2018-19": "Number", "Q2 2018-19": "Number"}, False),
        ({"Date": "2018/19"}, False),
    ],
)
def test_so_is_a_sheet_that_is_named_so(sheets, is_asked):
    rows = {each: [["Offence", head], ["Stalking", 11]] for each, head in sheets.items()}
    found = read_sheets("a.xlsx", open_file(xlsx_of(rows), "a.xlsx"))
    assert bool([each for each in stops(found) if "adds up" in each]) == is_asked


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        [["2018/19", "Stalking"], *([q, 11] for q in QUARTERS)],
        [["Offence", "2017/18", "2018/19 to date"], ["Stalking", 31, 27]],
        [["Offence", "Date", "2018/19"], ["Stalking", "3 May 2018", 27]],
        [["Offence", "Q1", "Q2"], ["Stalking", 31, 27]],
        [["Year", "Offences from 1 April to 31 March"], ["2018/19", 27]],
    ],
)
def test_quarters_and_a_year_so_far_are_not(rows, name):
    assert not [each for each in stops(of_rows(rows, name)) if "adds up counts" in each]


VERSIONS = [
    "Published",
    "Previous figures",
    "As published",
    "Revised",
    "Restated",
    "Corrected",
    "Estimate",
    "Imputed",
    "Provisional",
    "Old figure",
    "Original return",
    "Latest figures",
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", VERSIONS)
def test_versions_of_the_numbers_are_asked_about(words, name):
    rows: Rows = [["Year", "Final count", words], [YEARS[0], 31, 33], [YEARS[1], 27, 28]]
    assert stops(of_rows(rows, name))
    assert stops(of_rows([["Version", *YEARS], ["Main", 31, 27], [words, 33, 28]], name))


CARRIED = [
    "Brought forward from 2017/18",
    "Carried over from 2017/18",
    "Backlog of 2017/18",
    "2017/18 late entries",
    "Outstanding from 2017/18",
    "Recorded late from 2017/18",
    "Historic (from 2017/18)",
    "Carried forward to 2018/19",
]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv", "a.docx"])
@pytest.mark.parametrize("words", CARRIED)
def test_counts_brought_from_one_year_to_another_are_asked_about_and_not_left_out(words, name):
    alone: Rows = [["Offence", words, "2018/19"], ["Stalking", 4, 27], ["Incest", 2, 14]]
    beside: Rows = [["Offence", *YEARS, words], ["Stalking", 31, 27, 4], ["Incest", 12, 14, 2]]
    row: Rows = [["Offence", "2018/19"], ["Stalking", 31], ["Incest", 27], [words, 6]]
    for rows in (alone, beside, row):
        assert [each for each in stops(of_rows(rows, name)) if f"“{words}”" in each]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", ["Historic abuse", "Carried out online", "Non-recent rape"])
def test_other_words_of_another_time_are_no_such_question(words, name):
    rows: Rows = [["Offence", "2018/19"], ["Stalking", 31], [words, 6]]
    assert not [each for each in stops(of_rows(rows, name)) if "counted in another" in each]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.docx"])
@pytest.mark.parametrize(
    "words",
    ["b) Of a), on an app", "Online (included in a)", "2. How many of 1 were online",
     "Row 2: of row 1, online", "Part of Q1 that was online", "(ii) of those in (i), online",
     "Online (included above)"],
)  # fmt: skip
def test_a_part_of_another_row_is_asked_about(words, name):
    found = of_rows([HEAD, ["a) Stalking", 31, 27], [words, 12, 14]], name)
    assert [each for each in stops(found) if "part of other counts" in each]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", ["Rape of a girl", "c) Incest", "Images in category a", "(ii)"])
def test_letters_and_numbers_of_rows_are_not(words, name):
    found = of_rows([HEAD, ["a) Stalking", 31, 27], [words, 12, 14]], name)
    assert not [each for each in stops(found) if "part of other counts" in each]


UNITS = [
    "Incidents",
    "Referrals",
    "Reports",
    "Detections",
    "Solved",
    "Cleared up",
    "Non-crimes",
    "Police reports",
    "Crimes per victim",
    "Devices",
    "Schools",
    "Prevalence",
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", UNITS)
def test_another_unit_beside_offences_is_asked_about_or_left_out(words, name):
    found = of_rows([["Year", "Offences", words], [YEARS[0], 31, 33], [YEARS[1], 27, 28]], name)
    counts = {o.value for table in found.tables for o in table.observations}
    assert stops(found) or not counts & {33, 28}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        [["Location", "2018/19"], ["Park", 14], ["Schools", 3]],
        [["Offence location", *YEARS], ["Households", 31, 27], ["Schools", 3, 4]],
        [["Offence", "Where", "2018/19"], ["Rape", "Schools", 14], ["Rape", "Park", 3]],
        [["Device used", "2018/19"], ["Tablets", 14], ["Devices", 3]],
        [["Means of contact", *YEARS], ["Letters", 31, 27], ["Devices", 3, 4]],
        [["Reported by", "2018/19"], ["Parents", 14], ["Schools", 3]],
        [["Year", "Venue", "", ""], ["", "Park", "Schools", "Barn"], ["2018/19", 14, 3, 6]],
        [["", "2018/19"], ["Premises"], ["Park", 14], ["Schools", 3]],
        [["Where did the offence take place?", "2018/19"], ["Park", 14], ["Schools", 3]],
        [["How reported", "2018/19"], ["By letter", 14], ["Schools", 3]],
        [["Where committed", "2018/19"], ["Park", 14], ["Schools", 3], ["All offences", 17]],
    ],
)
def test_schools_and_devices_where_offences_were_are_no_question(rows, name):
    assert not [each for each in stops(of_rows(rows, name)) if "no word for offences" in each]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        [["Measure", "2018/19"], ["Offences", 14], ["Schools", 3]],
        [["Offence", "2018/19"], ["Stalking", 14], ["Devices", 3]],
        [["Location", "Measure", "2018/19"], ["Park", "Offences", 14], ["Park", "Schools", 3]],
        [["How many", "2018/19"], ["Cases", 14], ["Schools", 3]],
        [["How many of each were there?", "2018/19"], ["Rape", 14], ["Devices", 3]],
        [["Where known", "2018/19"], ["Rape", 14], ["Schools", 3]],
        [["Offences where the victim was a child", *YEARS], ["Rape", 31, 27], ["Schools", 3, 4]],
        [["Data source: Niche", "2018/19"], ["Rape", 14], ["Households", 3]],
        [["Recorded from April 2018", "2018/19"], ["Rape", 14], ["Schools", 3]],
        [["Location", "2018/19"], ["Crimes", 14], ["Schools", 3]],
    ],
)
def test_they_and_other_units_elsewhere_are(rows, name):
    assert [each for each in stops(of_rows(rows, name)) if "no word for offences" in each]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("words", ["Girls", "Grooming", "Not known", "Rape", "Online", "Total"])
def test_labels_of_offences_and_children_are_no_question(words, name):
    rows: Rows = [["Year", "Stalking", words], [YEARS[0], 31, 31], [YEARS[1], 27, 27]]
    asked = stops(of_rows(rows, name))
    assert not [each for each in asked if "asked for" in each]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "line",
    [
        "Thousands",
        "Hundreds",
        "Units: thousands",
        "x 100",
        "Difference",
        "Variance",
        "Sample of 20%",
        "Old version",
        "Test data",
        "Template",
        "Region",
        "National",
        "Division: East",
        "South Area",
        "Borough 2",
        "West",
    ],
)
def test_a_line_over_a_table_that_makes_other_numbers_of_it_stops(line, name):
    assert stops(of_rows([[line], *TABLE], name))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "line",
    ["Online", "Cyber-enabled", "South Yorkshire", "Child protection", "Snapchat", "Kent and Essex",
     "West Mercia", "Public protection unit", "Stalking and harassment"],
)  # fmt: skip
def test_a_line_that_is_a_label_of_the_counts_is_none(line, name):
    assert not stops(of_rows([[line], *TABLE], name))


def test_two_versions_of_one_year_are_asked_about_where_they_differ():
    head: list[object] = ["Offence", "2018/19 (published)", "2018/19 (revised)"]
    assert stops(of_rows([head, ["Stalking", 31, 33], ["Incest", 12, 12]], "a.xlsx"))
    assert not stops(of_rows([["Offence", "2017/18", "2018/19 (revised)"], *TABLE[1:]], "a.xlsx"))
