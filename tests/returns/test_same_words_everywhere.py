"""The same words say the same of a table's counts wherever they stand; harmless ones nothing."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.labels.some_ages import names_some_ages
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

HEADINGS = ["Offence", "2017/18", "2018/19", "2019/20"]
BODY: Rows = [["Grooming", 21, 22, 24], ["Exposure", 11, 12, 13], ["Incest", 7, 8, 9]]
OFFENCES = [str(row[0]) for row in BODY]
ACROSS: Rows = [["2017/18", 21, 11, 7], ["2018/19", 22, 12, 8], ["2019/20", 24, 13, 9]]


def beside(text: str, row: int) -> Rows:
    rows = [HEADINGS, *BODY]
    return [*rows[:row], [*rows[row], "", text], *rows[row + 1 :]]


PLACES = {
    "corner": lambda text: [[text, *HEADINGS[1:]], *BODY],
    "corner over years": lambda text: [[text, "Grooming", "Exposure", "Incest"], *ACROSS],
    "upper corner": lambda text: [[text, "Years", "", ""], HEADINGS, *BODY],
    "code": lambda text: [[text, *HEADINGS], *([n, *row] for n, row in enumerate(BODY, 1))],
    "title": lambda text: [[text], [], HEADINGS, *BODY],
    "second title": lambda text: [["Table 1"], [text], [], HEADINGS, *BODY],
    "over the years": lambda text: [["", text], HEADINGS, *BODY],
    "below": lambda text: [HEADINGS, *BODY, [], [text]],
    "note": lambda text: [HEADINGS, *BODY, [], ["Note", text]],
    "beside a row": lambda text: beside(text, 2),
    "sheet": lambda text: [HEADINGS, *BODY],
}
NAMES = ("file name", "document title")
UNCLEAR_IN_NAMES = {"M", "£", "Flag = N", "Northern division only", "the number is 61"}
CHANGING = [
    "Charges",
    "Offline offences",
    "Victim 18 and over",
    "18+",
    "Ages 18 to 25",
    "Under 13",
    "Male",
    "Nine months",
    "Q1-Q3 to date",
    "to Dec",
    "To 31/12/2019",
    "M",
    "Flag = N",
    "Social media only",
    "£",
    "Apr-Dec 19",
    "Northern division only",
    "In thousands",
    "Not yet validated",
    "Calendar year",
    "These are victims",
    "Number of victims",
    "By victim",
    "the number is 61",
    "Offence – girls",
]
HARMLESS = [
    "Offence type",
    "Financial year",
    "Number of recorded crimes",
    "Number and % of recorded crimes",
    "Age of victim (boys and girls)",
    "No. of crimes",
    "Age of victim",
    "Age group of victim",
    "Offences by age of victims",
    "Crimes against victims under 18",
    "Gender",
    "Row Labels",
    "Q1",
    "April 2017 to March 2020",
    "Source: force crime system",
    "Prepared by the FOI team",
    "Data extracted in January 2021",
    "Report run on 3 May 2021",
    "Report run on 3/5/2021",
    "Run time 09:14 02/05/2021",
]


def read_at(place: str, text: str) -> ReadFile:
    if place in NAMES:
        file = f"{text.replace('/', '-')}.xlsx" if place == "file name" else "a.xlsx"
        title = text if place == "document title" else ""
        return read_sheets(
            file, FileContents([sheet_of([HEADINGS, *BODY], "Data")], properties=(title,))
        )
    name = text.replace("/", "-") if place == "sheet" else "Data"
    return read_sheets("a.xlsx", FileContents([sheet_of(PLACES[place](text), name)]))


def said(read: ReadFile) -> list[object]:
    """What leads a person to the words: a question, a label or a part of a year."""
    found: list[object] = [each.message for each in read.problems]
    found += [each.text for each in read.not_taken if each.stops]
    for table in read.tables:
        for each in table.observations:
            more = {role: text for role, text in each.labels.items() if text not in OFFENCES}
            found += [*more.items(), *each.other, *filter(None, [each.part_words])]
    return found


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", CHANGING)
def test_words_that_change_the_counts_lead_to_a_question_in_any_place(text, place):
    assert said(read_at(place, text))


@pytest.mark.parametrize("place", NAMES)
@pytest.mark.parametrize("text", sorted({*CHANGING} - UNCLEAR_IN_NAMES))
def test_they_do_so_in_the_name_and_title_of_a_file_if_they_are_clear_there(text, place):
    assert said(read_at(place, text))


@pytest.mark.parametrize("place", [*sorted({*PLACES} - {"code", "note"}), *NAMES])
@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_words_lead_to_none_in_any_place(text, place):
    # “Q1” over the first counts, and not over the labels, may be a quarter.
    assert len(said(read_at(place, text))) == ((text, place) == ("Q1", "over the years"))


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("text", "asked"), [("Convictions", True), ("Offence type", False)])
def test_a_corner_is_read_as_a_title_in_every_format(name, text, asked):
    data = FORMATS[name](PLACES["corner"](text), [])
    assert bool(said(read_sheets(name, open_file(data, name)))) == asked


@pytest.mark.parametrize("place", sorted({*PLACES} - {"code"}))  # of which it may be the share
def test_a_share_leads_to_a_question(place):
    assert said(read_at(place, "% of all"))


@pytest.mark.parametrize("place", sorted({*PLACES} - {"code", "sheet"}))  # no name has a stroke
@pytest.mark.parametrize("text", ["Figures run to 31/12", "Data from 1/6"])
def test_a_day_without_its_year_leads_to_a_question(text, place):
    assert said(read_at(place, text))


def test_a_corner_that_names_a_sex_labels_the_counts_as_a_title_does():
    (table,) = read_at("corner", "Male victims").tables
    assert {each.labels["sex"] for each in table.observations} == {"Male victims"}


@pytest.mark.parametrize(
    "text",
    [
        "18+",
        "Ages 18 to 25",
        "Victims aged 16 or 17",
        "16-17 year olds",
        "Over 18s",
        "10-13",
        "Children of 12",
        "13 and over",
        "Adults (18 and over)",
    ],
)
def test_some_ages_are_not_all_that_were_asked_for(text: str):
    assert names_some_ages(text)


@pytest.mark.parametrize(
    "text",
    [
        "Under 18s",
        "Aged under 18",
        "Children aged 17 and under",
        "Victims 0-17",
        "17 or younger",
        "Children up to the age of 18",
        "18-19",
        "12",
        "88/01",
        "Offences 2 to 5",
        "Victims: 20%",
    ],
)
def test_all_ages_years_codes_and_numbers_are_no_ages(text):
    assert not names_some_ages(text)
