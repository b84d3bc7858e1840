"""A title in the corner of a table is asked about as one above it is."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

YEARS = ["2018/19", "2019/20"]
COUNTS: Rows = [["Sexual grooming", 15, 19], ["Rape", 22, 31]]


def read(line: str, place: str, name: str = "a.xlsx") -> ReadFile:
    head = [line if place == "corner" else "Offence", *YEARS]
    above: Rows = [[line], [""]] if place == "above" else []
    rows = [*above, head, *COUNTS, *([[""], [line]] if place == "below" else [])]
    return read_sheets(name, open_file(FORMATS[name](rows, []), name))


def is_asked(line: str, place: str, name: str = "a.xlsx") -> bool:
    found = read(line, place, name)
    labels = {text for t in found.tables for o in t.observations for text in o.labels}
    return bool(found.problems) or bool(labels - {"offence"})


PLACES = ["above", "corner", "below"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "line",
    [
        "Offences recorded in 2018/19 and 2019/20 to date",
        "Source: Niche RMS, victims table",
        "Source: Home Office data hub, all sexual offences",
        "Count of Victim",
        "Count of victim ref",
        "Offence (victim)",
    ],
)
def test_words_for_other_counts_are_asked_about_in_the_corner_as_above(line, place):
    assert is_asked(line, place)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "line",
    [
        "Offences recorded in 2018/19 and 2019/20",
        "Source: Niche RMS, crimes of victims under 18",
        "Source: Home Office data hub, online sexual offences",
        "Count of Crime number",
        "Offence (victim under 18)",
    ],
)
def test_words_for_the_counts_that_were_asked_for_are_not(line, place):
    assert not is_asked(line, place)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("corner", "is_title"),
    [
        ("Sexual offences", True),
        ("Online crimes", True),
        ("Offences in 2018", True),
        ("Offence", False),
        ("Offences", False),
        ("Offence type", False),
        ("Offence Subgroup", False),
        ("Crime Subtype", False),
        ("Offences by age", False),
        ("Number of offences", False),
    ],
)
def test_a_title_in_the_corner_is_one_of_the_lines_over_the_table(corner, is_title, name):
    titles = {title for table in read(corner, "corner", name).tables for title in table.titles}
    assert (corner in titles) is is_title


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("Count of Victim", True),
        ("Offences in 2018/19 and 2019/20 to date", True),
        ("Number of offences", False),
        ("Offences in 2018/19 and 2019/20", False),
    ],
)
def test_a_line_between_the_headings_and_the_rows_is_asked_about_so(line, changes, name):
    rows: Rows = [["Offence", *YEARS], [line], *COUNTS]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    asked = any("may change what" in each.message for each in found.problems)
    stops = any("Are these the counts" in p.message and p.stops for p in found.problems)
    assert (asked or stops) is changes


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("place", PLACES[:2])
@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("How many young people reported sexual offences online?", True),
        ("How many young persons reported offences online?", True),
        ("How many online offences did you record?", False),
        ("Please provide the number of online offences", False),
    ],
)
def test_a_question_in_the_corner_is_read_as_the_same_one_above(line, asked, place, name):
    found = read(line, place, name)
    assert any("may change what" in each.message for each in found.problems) is asked
