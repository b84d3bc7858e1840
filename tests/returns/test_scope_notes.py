"""A line that may change what all numbers are is asked about or shown before they are stored."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.labels.scope_words import may_change_counts
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 40, 50], ["Grooming", 14, 15]]
SHOWN = "may change what the numbers are"


def read_book(sheets: dict[str, Rows]) -> ReadFile:
    return read_sheets("a.xlsx", open_file(xlsx_of(sheets), "a.xlsx"))


def shown(rows: Rows) -> list[str]:
    return [p.message for p in read_book({"Data": rows}).problems if SHOWN in p.message]


@pytest.mark.parametrize(
    "line",
    [
        "Figures for Southmarsh and Eastvale",
        "Data for the whole region",
        "These are crimes, not offences",
        "Finalised only",
        "Year = calendar year",
        "All figures x 10",
        "Excludes online",
        "Adults included",
        "Victims aged under 16 only",
        "Provisional",
        "Charged only",
        "Based on date of offence",
        "Crime dates used",
        "Counts are by offence date",
        "Cyber flag = N",
        "Domestic abuse related",
        "Keyword search: online, internet",
        "Scotland figures",
        "North Division",
        "Weekly figures",
        "Dummy data to show format",
        "All crime",
        "Values are per 10,000 children",
        "As at 31 March",
        "Males",
        "No offences recorded in 2017/18",
        "Per 1,000 children",
        "Victims 13 to 15",
        "Social media offences",
        "Offences in the home",
        "Half of the year",
        "0-24 year olds",
        "Where recorded",
        "Figures at 31/12/2019",
        "Source: sample of one in ten records",
        "Author: charged offences team",
        "Contact: adults 12",
        "Ref: victims",
        "Ends 31 December",
        "Response: please see the next sheet for corrected figures.",
        "In part online",
        "Data extracted from April 2022",
    ],
)
def test_a_line_below_a_table_that_nobody_read_is_shown(line):
    (message,) = shown([*TABLE, [], [line]])
    assert f"“{line}”" in message
    assert message.endswith("Are they still the counts that were asked for?")


@pytest.mark.parametrize(
    "line",
    [
        "All figures x 10",
        "Year = calendar year",
        "2019/20 to December",
        "Cyber flag = N",
        "A crime with two victims is counted twice",
        "Figures for Southmarsh and Eastvale",
        "Out of force",
    ],
)
def test_a_line_above_a_table_that_labels_nothing_is_shown(line):
    assert shown([[line], [], *TABLE])


@pytest.mark.parametrize(
    "line",
    [
        "Table 1: Online sexual offences against children under 18, by year",
        "Freedom of Information request 123/20",
        "Southmarsh Police",
        "The victim's age and victims' sex",
        "Cyber-flagged sexual offences recorded by Southmarsh Police",
        "Source: crime recording system",
        "Our reference: 123/AB, sent by post",
        "Data extracted from Niche on 3 May 2020",
        "How many online offences excluding adults were recorded?",
        "Please provide the number of offences, including attempts.",
        "Thank you for your request.",
        "You may complain to the Information Commissioner.",
        "A. Smith, Disclosure Officer",
        "* = fewer than 5",
        "End of table",
        "Data source: Athena crime recording system",
        "Author: Business Intelligence Unit",
        "Checked by: AB",
        "Contact: foi@southmarsh.police.uk",
        "FOI Ref: 004512/21",
        "GSC: OFFICIAL",
        "Information Rights Unit, PO Box 11",
        "Police Headquarters, Leafy Lane, Southmarsh SM1 2AB",
        "Statement ends.",
        "Response: please see the next sheet.",
        "Recorded as part 2 of the request",
        "Volume of crimes",
        "Recorded crimes of an online nature in which the victim was aged under 18",
    ],
)
def test_a_title_a_request_and_the_words_of_any_letter_are_not_shown(line):
    assert not shown([*TABLE, [], [line]])


def test_all_such_lines_of_a_sheet_are_shown_in_one_place():
    rows = [*TABLE, [], ["Excludes attempts."], ["Provisional"], ["Excludes attempts."]]
    (message,) = shown(rows)
    assert message.startswith("These lines may change what the numbers are: “Excludes attempts.”")
    assert "and “Provisional”" in message


def test_of_many_lines_the_first_are_shown_and_the_others_counted():
    rows = [*TABLE, [], *([f"Excludes category {n}"] for n in range(1, 10))]
    (message,) = shown(rows)
    assert "“Excludes category 6”" in message
    assert "“Excludes category 7”" not in message
    assert "Read 3 more on the sheet." in message


def test_a_line_that_was_only_counted_is_shown_where_it_is_once_more():
    lines: Rows = [[f"Excludes category {n}"] for n in range(1, 9)]
    problems = read_book(
        {"A": [*TABLE, [], *lines], "B": [*TABLE, [], lines[0], lines[7]]}
    ).problems
    (on_b,) = [each.message for each in problems if SHOWN in each.message and each.sheet == "B"]
    assert on_b.startswith("This line may change what the numbers are: “Excludes category 8”.")


def test_a_long_line_that_two_sheets_have_is_shown_once():
    lines: Rows = [[], [f"Excludes {', '.join(f'category {n}' for n in range(1, 20))}"]]
    problems = read_book({"A": [*TABLE, *lines], "B": [*TABLE, *lines]}).problems
    assert [each.sheet for each in problems if SHOWN in each.message] == ["A"]


def test_a_line_that_is_asked_about_already_is_not_shown_once_more():
    rows = [*TABLE, [], ["All numbers are rounded to the nearest 5"]]
    assert not shown(rows)
    assert not shown([["Counts are estimated from a sample"], [], *TABLE])


def test_a_line_whose_beginning_alone_a_question_shows_is_shown_to_its_end():
    line = "Number of victims of online sexual offences recorded by the force in each of the years"
    line += ", finalised ones only"
    found = read_book({"Data": [[line], [], *TABLE]}).problems
    assert any("this table counts victims" in each.message for each in found)
    assert f"“{line}”" in shown([[line], [], *TABLE])[0]


def test_a_word_that_a_question_has_by_chance_is_shown_all_the_same():
    rows: Rows = [["", "2018/19"], ["All offences", 40], ["Online", 4], [], ["Two"]]
    assert any("Which of the two" in p.message for p in read_book({"Data": rows}).problems)
    assert "“Two”" in shown(rows)[0]


def test_a_sheet_of_notes_is_shown_beside_the_sheet_of_figures():
    notes: Rows = [["1", "Counts exclude attempts."], ["2", "Extracted on 2 May 2020."]]
    found = read_book({"Data": TABLE, "Notes": notes}).problems
    (asked,) = [each for each in found if SHOWN in each.message]
    assert (asked.sheet, asked.stops) == ("Notes", False)
    assert "“Counts exclude attempts.”" in asked.message


@pytest.mark.parametrize(
    "name",
    [
        "Draft",
        "Adults",
        "Offline",
        "Old system",
        "All",
        "Revised",
        "Without the flag",
        "Eastern area",
        "Unsolved",
        "Not for release",
        "Peers of the victim",
        "Contact",
        "Snapchat users",
        "CSE",
        "DomesticAbuse",
        "in_schools",
    ],
)
def test_the_name_of_a_sheet_with_figures_may_change_them_too(name):
    found = read_book({name: TABLE, "Notes": [["Nothing else"]]}).problems
    (asked,) = [each for each in found if SHOWN in each.message and each.sheet == name]
    assert f"“{name}”" in asked.message


@pytest.mark.parametrize(
    "name",
    [
        "Data",
        "Sheet1",
        "Sheet1 (2)",
        "2018-19",
        "FOI 12",
        "25-0433",
        "B",
        "Rape",
        "Female",
        "Q1 Annual totals",
        "Table_2",
        "OffencesByAge",
        "Raw export",
        "Extract",
        "Victim age and sex",
        "Southmarsh Police",
    ],
)
def test_a_name_that_says_nothing_or_labels_the_figures_is_not_shown(name):
    assert not [p for p in read_book({name: TABLE}).problems if SHOWN in p.message]


def test_the_number_of_a_request_names_a_sheet_beside_others_with_figures():
    found = read_book({"Data": TABLE, "25-0433": TABLE, "2017-18": TABLE, "Q2": TABLE}).problems
    assert [each.sheet for each in found if SHOWN in each.message] == ["25-0433"]
    notes: Rows = [["Extracted on 2 May 2020."]]
    found = read_book({"25-0433": TABLE, "Notes": notes}).problems
    assert not [each for each in found if SHOWN in each.message]


def test_words_within_a_list_of_crimes_and_headings_are_no_such_lines():
    rows: Rows = [["Ref", "Date recorded", "Offence", "Sex", "Outcome"]]
    rows += [["A1", "03/05/2019", "Rape", "F", "Only suspect charged"]]
    rows += [["A2", "04/05/2019", "Rape", "M", "Investigation closed"]]
    assert not shown(rows)
    assert not shown([[*TABLE[0], "% change"], [*TABLE[1], "25%"], [*TABLE[2], "7%"]])


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize(
    ("heading", "asked"), [("Rate", True), ("Per 1,000", True), ("Notes", False)]
)
def test_a_heading_over_nothing_is_asked_about_as_words_beside_the_table_are(heading, gap, asked):
    assert bool(shown([[*TABLE[0], *gap, heading], *TABLE[1:]])) == asked
    assert not shown([[*TABLE[0], *gap, heading], [*TABLE[1], *gap, 3], [*TABLE[2], *gap, 2]])


def with_remark(remark: str, heading: str = "Remarks") -> Rows:
    return [[*TABLE[0], heading], [*TABLE[1], remark], [*TABLE[2], ""]]


@pytest.mark.parametrize("heading", ["Remarks", "Comments", ""])
@pytest.mark.parametrize(
    "remark",
    [
        "excludes attempts",
        "Offline",
        "not online",
        "Adults",
        "Cancelled",
        "Withdrawn",
        "Error",
        "estimate",
        "No-crimed since",
        "contact offence",
        "Old counting rules",
        "Move to a new system: do not compare",
        "Historic",
        "Under review",
    ],
)
def test_a_remark_beside_a_count_is_shown_with_its_cell(remark, heading):
    (message,) = shown(with_remark(remark, heading))
    assert f"“{remark}” (D2)" in message


@pytest.mark.parametrize(
    "remark",
    ["ditto", "Checked", "See note 2", "see sheet Notes", "n/a", "R", "22B/05", "25%", "-"],
)
def test_a_remark_that_changes_no_count_is_not_shown(remark):
    assert not shown(with_remark(remark))


def test_a_remark_beside_several_counts_is_shown_once_with_all_its_cells():
    rows: Rows = [[*TABLE[0], "Notes"], *([f"Offence {n}", n, n, "offline"] for n in range(1, 9))]
    (message,) = shown(rows)
    assert "“offline” (D2, D3, D4, D5, D6, D7, …)" in message


@pytest.mark.parametrize("name", FORMATS)
def test_a_remark_is_shown_in_every_format(name):
    found = read_sheets(name, open_file(FORMATS[name](with_remark("Cancelled"), []), name)).problems
    assert [each for each in found if SHOWN in each.message and "“Cancelled” (" in each.message]


@pytest.mark.parametrize("name", FORMATS)
def test_a_line_below_a_table_is_shown_in_every_format(name):
    rows: Rows = [*TABLE, [], ["Finalised only"]]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name)).problems
    assert [each for each in found if SHOWN in each.message and "Finalised" in each.message]


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        ("Please find the requested figures below:", False),
        ("Please find the requested figures for suspects below:", True),
        ("We could not find all of the requested figures", True),
    ],
)
def test_a_line_that_only_leads_to_the_figures_changes_none(line, changes):
    assert may_change_counts(line) == changes
