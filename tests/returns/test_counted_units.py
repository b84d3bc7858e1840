"""A table that counts victims or reports is never taken for one of offences in silence."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.counted_units import counts_victims
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems

YEARS = ["2020/21", "2021/22"]
SEXES: Rows = [["Sex", *YEARS], ["Male", 40, 50], ["Female", 4, 5]]
ASKED = "Are these offences?"


def units(rows: Rows, name: str = "Data") -> list[tuple[str | None, str]]:
    return [(p.cell, p.message) for p in problems(rows, name) if p.stops and ASKED in p.message]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Number of victims", "victims"),
        ("# of victims", "victims"),
        ("No. of victims", "victims"),
        ("Total # of victims", "victims"),
        ("Victims of online sexual offences by sex", "victims"),
        ("Table 3: Unique child victims", "victims"),
        ("Children recorded as victims of grooming", "children"),
        ("Reports of online abuse received by the force", "reports"),
        ("Recipients of sexual messages", "recipients"),
        ("Q2. How many children were victims?", "children"),
    ],
)
def test_a_line_that_says_what_is_counted_is_asked_about_once(line, unit):
    rows = [[line], [], *SEXES]
    assert units(rows) == [("A1", f"“{line}”: this table counts {unit}. {ASKED}")]


@pytest.mark.parametrize(
    ("line", "is_asked"),
    [
        ("Thank you. You asked for the number of offences on apps, by sex of the victim.", False),
        ("You have requested the number of recorded crimes by sex.", False),
        ("You asked us for the number of victims of such offences.", True),
        ("Thank you for your request about offences. Our answer is below.", True),
    ],
)
def test_what_a_letter_says_was_asked_for_is_what_its_table_counts(line, is_asked):
    rows = [[line], [], ["Year", "Female victims", "Male victims"], [YEARS[0], 44, 3]]
    assert bool(units(rows)) is is_asked


@pytest.mark.parametrize(
    "heading", ["Victims", "No. of victims", "# victims", "Incidents", "Victim count"]
)
def test_a_heading_over_the_counts_is_asked_about_whatever_the_title_says(heading):
    rows: Rows = [["Year", heading], [YEARS[0], 44], [YEARS[1], 46]]
    assert [cell for cell, _ in units(rows)] == ["B1"]
    titled = [["Online sexual offences, children under 18"], [], *rows]
    assert [cell for cell, _ in units(titled)] == ["B3"]


def test_a_heading_with_its_year_and_a_corner_say_what_is_counted_too():
    dated: Rows = [
        ["Offence", "Victims 2020/21", "Victims 2021/22"],
        ["Rape", 4, 5],
        ["Theft", 6, 7],
    ]
    assert [cell for cell, _ in units(dated)] == ["B1"]
    assert [cell for cell, _ in units([["Victims", *YEARS], *SEXES[1:]])] == ["A1"]


def test_the_name_of_a_sheet_says_what_is_counted():
    assert units(SEXES, "Victims") == [("A1", f"“Victims”: this table counts victims. {ASKED}")]


@pytest.mark.parametrize(
    "line",
    [
        "Online sexual offences by victim sex",
        "FOI 12/20: recorded offences, victims under 18",
        "Crimes with child victims",
        "Offences and victims",
        "Sex of victims",
        "Indecent images of children",
        "Sexual exploitation of children",
    ],
)
def test_a_title_of_offences_and_the_name_of_an_axis_are_no_question(line):
    assert not units([[line], [], *SEXES])
    assert not units([[line], [], ["Victim sex", *YEARS], *SEXES[1:]])


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "things", ["Number of images", "Devices", "Occurrences", "Cases", "URLs", "Nominals"]
)
def test_things_over_the_only_column_are_asked_about(things, name):
    rows: Rows = [["2020/21", ""], ["", ""], ["Offence", things], ["Rape", 31], ["Grooming", 12]]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    assert [each for each in found if each.stops and f"“{things}”: this table" in each.message]


@pytest.mark.parametrize("words", ["Cases of grooming", "Indecent images", "Sharing images"])
def test_things_that_an_offence_is_about_are_not(words):
    assert not units([["Year", words], *([y, 44] for y in YEARS)])
    assert not units([["Offence", *YEARS], ["Images", 44, 20], ["Grooming", 31, 12]])


@pytest.mark.parametrize("other", ["Grooming", "Rape of a female", "Sexual communication"])
def test_images_over_a_column_beside_one_of_another_offence_are_an_offence(other):
    assert not units([["Year", other, "Images"], *([y, 44, 20] for y in YEARS)])
    assert not units([["District", "Images", other], ["North", 44, 20], ["South", 31, 12]])
    assert units([["2020/21"], [], ["District", "Images"], ["North", 44], ["South", 31]])


def test_columns_that_are_told_apart_by_what_they_count_are_no_question():
    assert not units([["Year", "Offences", "Victims"], *([y, 44, 20] for y in YEARS)])


OFFENCE_ROWS: Rows = [["Sexual grooming", 12, 15], ["Sexual communication with a child", 8, 22]]
OTHER_ROWS: Rows = [["Exploitation", 3, 4], ["Rape", 5, 6]]


@pytest.mark.parametrize("unit", ["Victims", "Number of victims", "Incidents"])
@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", *YEARS], ["", "Crimes", "{}"], *OFFENCE_ROWS],
        [["Offence", "Number of crimes", "{}"], ["", *YEARS], *OFFENCE_ROWS],
        [
            ["Measure", "Offence", *YEARS],
            *(["Crimes", *row] for row in OFFENCE_ROWS),
            *(["{}", *row] for row in OTHER_ROWS),
        ],
        [["", *YEARS], ["Crimes"], *OFFENCE_ROWS, ["{}"], *OTHER_ROWS],
        [["Offence", *YEARS], *OFFENCE_ROWS, [], ["{}"], ["Offence", *YEARS], *OTHER_ROWS],
    ],
)
def test_a_part_of_a_table_that_counts_something_else_is_asked_about(rows, unit):
    titled = [["Online sexual offences against under 18s"], [], *rows]
    said = [[cell.format(unit) if isinstance(cell, str) else cell for cell in r] for r in titled]
    assert units(said)
    assert not units([[("Crimes" if cell == unit else cell) for cell in row] for row in said])


def test_the_heading_of_the_names_says_nothing_of_what_the_numbers_count():
    assert units([["Crime", "Victims"], ["Sexual grooming", 12], ["Rape", 4]])


def test_the_sexes_of_victims_beside_all_offences_are_no_question():
    rows: Rows = [["", *YEARS], ["All offences", 44, 55], ["Female victims", 40, 50]]
    assert not units(rows)
    assert units([rows[0], rows[2], ["Male victims", 4, 5]])


def test_all_victims_may_be_the_total_of_a_table_of_offences():
    rows: Rows = [["Year", "Girls", "Boys", "All victims"], *([y, 40, 4, 44] for y in YEARS)]
    assert not units([["Online sexual offences by sex"], *rows])
    assert units(rows)


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_asked_in_every_format(name):
    rows: Rows = [["Victims of online abuse by sex"], [], *SEXES]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    assert [each.message for each in found if ASKED in each.message]


@pytest.mark.parametrize(
    "text",
    [
        "Above: victims",
        "Figures are victims.",
        "Recorded by victim.",
        "* number of victims",
        "(1) Victims",
        "Data given per victim",
        "Number of victims under 18",
        "The total is of all victims",
        "Number of children",
        "These are children under 18",
    ],
)
def test_words_that_say_that_victims_are_counted(text):
    assert counts_victims(text)


@pytest.mark.parametrize(
    "text",
    [
        "Age of victims",
        "offences by age of victim",
        "Victims under 18",
        "where the victim was under 18",
        "Number of offences with victims under 18",
        "Number of offences against children",
        "Offences, victims aged under 18",
        "Rape of children",
        "Victims' gender",
        "Children under 18",
    ],
)
def test_words_that_say_against_whom_an_offence_is_or_what_is_known_of_them(text):
    assert not counts_victims(text)


def test_a_title_of_victims_over_a_range_of_years_is_asked_about():
    title = "Victims 2020/21 to 2021/22"
    assert units([[title], [], *SEXES]) == [
        ("A1", f"“{title}”: this table counts victims. {ASKED}")
    ]
