"""Lines of an ordinary answer that change no count: they are no labels, and need no question."""

import io

import pytest
from docx import Document

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.imports.files import xlsx_of
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows

HEAD = ["Offence", "2016/17", "2017/18", "2018/19"]
TABLE: Rows = [HEAD, ["Sexual grooming", 12, 15, 19], ["Rape", 8, 11, 14]]
CALENDAR: Rows = [["Offence", "2016", "2017", "2018"], *TABLE[1:]]
TITLE: Rows = [["Online sexual offences against under 18s"], [""]]
NAMES = ["a.xlsx", "a.ods", "a.pdf"]


def read(rows: Rows, name: str = "a.xlsx") -> ReadFile:
    return read_sheets(name, open_file(FORMATS[name](rows, []), name))


def said(found: ReadFile) -> list[str]:
    """What is asked of a file, and the labels of it that an officer has to name."""
    others = {text for t in found.tables for o in t.observations for text in o.other}
    named = sorted(others - {TITLE[0][0]})
    return [*(p.message for p in found.problems if p.needs != "calendar"), *named]


def asked(line: str, table: Rows = TABLE, *, below: bool, name: str = "a.xlsx") -> list[str]:
    rows = [*TITLE, *table, [""], [line]] if below else [*TITLE, [line], [""], *table]
    return said(read(rows, name))


LINES = [
    "Creating a safer Cambridgeshire",
    "Working together to keep you safe",
    "You asked:",
    "Our response:",
    "2. Not requested",
    "Contents: Table 1 - Online offences",
    "Q2. Please break down the offences by year.",
    "Online child sexual abuse offences recorded",
    "Sexual offences against persons under 18 with a cyber flag",
    "The number of online offences in the last three financial years, by offence",
    "Offences by financial year (April to March)",
    "Offences in each financial year",
    "FOI 2020/145: online offences recorded",
    "Q2 The same by offence",
    "Online offences with a cyber flag (victim aged 0-17)",
    "Zero values are shown as 0.",
    "If you have any queries please contact foi@northshire.police.uk",
    "Crimes are counted, not victims.",
    "Figures show offences recorded, not prosecutions.",
    "The data are of crimes recorded rather than the number of people charged",
    "Our response is given on the next page.",
    "Note: the offence of grooming came into force on 3 April 2017.",
    "Grooming became an offence in April 2017",
    "* Grooming was introduced in April 2017.",
    "This offence did not exist before 3 April 2017.",
    "Owner: Information Management",
    "Amanda J Gibson",
    "J Brown",
    "Version 1.0",
    "Date: 12/06/2019",
    "Request received 3 June 2019",
    "Search criteria: offences with an online flag",
    "Source: Athena",
    "Source: Ibex RMS, searched on 3 June 2019",
    "Source: our Crime Recording System",
    "Prepared by the Insight Unit",
    "Author: P. Marsh",
    "Compiled by: Strategic Planning Unit, Northshire Police",
    "Extracted by PM on 3 June 2019",
    "FOI 417/19: cyber-enabled child sexual offences",
    "End of table",
    "These figures may be subject to change as offences are investigated.",
    "Notifiable offences only",
    "Based on offence recorded date",
    "The crimes were identified using the national online crime flag.",
    "Key: M = male, F = female",
    "Handling instructions: none",
    "Sheet 1 of 1",
    "Numbers below five have been withheld to protect identities.",
    "The following notes apply to these figures.",
    "Please note the following caveats:",
    "Disclosure Officer 5127",
    "Freedom of Information 0447/23 - Online CSA flagged crimes",
    "Offences marked as online crime, victims under 18",
    "Subject: RE: FOI 881",
    "Joint response of three forces",
    "Source: Crime Data Warehouse",
    "Source: Qlik Sense",
    "Source: Crime Information System (CIS)",
]
CHANGING = [
    "Creating a safer Peterborough: online team",
    "Keeping children safe online",
    "You asked for arrests:",
    "2. Not requested for adults",
    "Contents: Table 1 - Online incidents",
    "Q2. Please break down the offences against adults.",
    "Online child sexual abuse images recorded",
    "Sexual offences against persons under 16 with a cyber flag",
    "Sexual offences against persons with a cyber flag",
    "The number of online offences in the last three calendar years",
    "Offences by financial year (April to December)",
    "Offences in each calendar year",
    "The number of online offences in the last quarter",
    "FOI 2020/145: 12 online offences recorded",
    "Q2 The same by arrest",
    "Suppressed values are shown as 0.",
    "If you have queries on excluded crimes contact foi@northshire.police.uk",
    "Victims are counted, not crimes.",
    "Figures show prosecutions, not offences recorded.",
    "Figures show offences recorded, not offences charged.",
    "The new recording code came into force on 3 April 2017.",
    "Grooming became an offence in April 2017, so adults count",
    "The grooming flag was introduced in April 2017.",
    "Owner: Norwich district",
    "Charlotte Division",
    "J Division",
    "B Team",
    "Result of arrests",
    "Version 1.0: adults included",
    "Date: crimes to 31/12/2018",
    "Confidentiality: numbers below 5 are hidden",
    "Search criteria: victims under 16",
    "Source: Athena, boys",
    "Source: Athena, Marshford LPU",
    "Source: Childline",
    "Source: victim support",
    "Prepared by the Insight Unit for seven months",
    "Produced by the Planning Unit, partial figures",
    "Author: P. Marsh (eastern towns)",
    "End of part 2",
    "End of figures for Marshford",
    "FOI 417/19 part 2",
    "FOI 417/19 - Marshford",
    "Our ref 417/19: voyeurism",
    "Please read the caveats set out in our letter",
    "See note 3 of the response letter",
    "Figures may be subject to change as offences are cancelled.",
    "Notifiable offences in Marshford only",
    "Based on offence committed date",
    "The crimes were identified using a list of online words.",
    "Key: M = more, F = fewer",
    "Handling: adults",
    "Under five have been withheld to protect identities.",
    "Numbers below fifty have been withheld.",
    "The following exclusions apply to these figures.",
    "The following notes apply to adults.",
    "Our office is at 4 Mill Lane, Fernby: 12 girls, FB3 4CD",
    "The team has 12 girls in Fernby, FB3 4CD",
    "The team: Kik 53 Shared Place, FB3 4CD",
    "Disclosure of officers 5127",
    "Seen in school: 53 Shared Place",
    "In all 53 Thefts Took Place",
    "Left out: 53 Discord Street",
    "Of Those 53 Gave Way",
    "Records per officer 53",
    "Passed to a child protection officer 53",
    "Offences marked as duplicates",
    "Offences marked as online crime, victims under 16",
    "Subject: RE: suspects",
    "Joint response of three forces, excluding Marshford",
    "Source: Crime Data Warehouse, closed cases",
    "Source: NSPCC",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("line", LINES)
def test_a_line_that_says_what_was_asked_for_is_no_question(line, below, name):
    assert asked(line, below=below, name=name) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("below", [True, False])
@pytest.mark.parametrize("line", CHANGING)
def test_a_line_that_says_more_is_one(line, below, name):
    assert asked(line, below=below, name=name)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("key", "is_asked"),
    [(["Victims", "Under 18 years"], False), (["Suspects", "Under 18 years"], True),
     (["Victims", "Under 16 years"], True), (["Victims", "Charged"], True),
     (["Victim age", "0-17"], False), (["Age of victim", "Under 18"], False),
     (["Number of victims", "Under 18"], True), (["Victims counted", "Under 18 years"], True),
     (["Total victims", "0-17"], True), (["Repeat victims", "Under 18 years"], True),
     (["Several victims", "Under 18"], True)],
)  # fmt: skip
def test_victims_under_18_in_two_cells_are_those_that_were_asked_for(key, is_asked, name):
    more: Rows = [["Force", "Northshire"], ["Request", "417/19"], key, [""]]
    wide = [[*row, *[""] * (4 - len(row))] for row in (*more, *TABLE)]
    assert any(f"“{key[0]}" in each.message for each in read(wide, name).problems) == is_asked


def test_the_name_of_such_a_pair_is_asked_about_where_it_stands_elsewhere():
    line = ["Victims", "", "", ""]
    above: Rows = [
        ["Force", "Northshire"],
        ["Request", "417/19"],
        ["Victims", "Under 18 years"],
        [""],
    ]
    wide = [[*row, *[""] * (4 - len(row))] for row in (*above, *TABLE)]
    assert not any("“Victims" in each.message for each in read(wide).problems)
    assert any("“Victims" in each.message for each in read([*wide, [""], line]).problems)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("title", "is_asked"),
    [
        ("Table 3: Offences of rape by platform used", False),
        ("Sexual communication with a child, by app", False),
        ("Offences of rape by platform used, not yet detected", True),
    ],
)
def test_a_title_whose_offence_is_a_label_is_asked_about_only_for_its_other_words(
    title, is_asked, name
):
    rows: Rows = [[title], ["App", *HEAD[1:]], ["Kik", 12, 15, 19], ["Twitch", 8, 11, 14]]
    messages = [each.message for each in read(rows, name).problems]
    assert any(title in text for text in messages) is is_asked


def test_words_for_several_years_are_asked_about_over_one():
    line = "Online offences in the last three financial years"
    assert asked(line, below=False) == []
    assert asked(line, [row[:2] for row in TABLE], below=False)


def test_the_end_of_its_only_year_in_a_title_is_no_question():
    one, label = [[row[0], row[3]] for row in TABLE], ["Online offences"]
    for title in (
        "Online offences, year ending March 2019",
        "Online offences (year to 31 March 2019)",
    ):
        assert asked(title, one, below=False) == label
    assert asked("Online offences, year ending March 2019", below=False) != label
    for title in ("Online offences, year ending March 2018", "Offences, year ending June 2019"):
        assert asked(title, one, below=False)[0] != label[0]


def test_the_kind_of_all_years_is_no_question_where_they_are_of_it():
    for line in ("Offences by calendar year", "Offences per calendar year (January to December)"):
        assert asked(line, CALENDAR, below=True) == []
        assert asked(line, below=True)


def test_a_sheet_named_by_the_kind_of_its_years_is_no_question():
    for name, rows, fits in (("Calendar", CALENDAR, True), ("Calendar", TABLE, False)):
        found = read_sheets("a.xlsx", open_file(xlsx_of({name: [*TITLE, *rows]}), "a.xlsx"))
        assert (said(found) == []) == fits


def test_a_title_of_the_next_table_of_a_page_that_labels_it_is_no_question():
    def asked_of(line: str) -> bool:
        other = [["Offence", *HEAD[1:]], ["Sexual grooming", 2, 5, 9], ["Rape", 3, 1, 4]]
        rows: Rows = [["Female"], *TABLE, [""], [line], *other]
        return any(f"“{line}”" in each.message for each in read(rows, "a.pdf").problems)

    assert not asked_of("Male")
    assert asked_of("Male suspects")


@pytest.mark.parametrize("line", ["Offences flagged as online crime.", "Grooming is on the web."])
def test_a_note_below_a_table_is_no_row_of_it(line):
    found = read([*TITLE, *TABLE, [line]])
    assert {o.cell for t in found.tables for o in t.observations}.isdisjoint(["B6", "C6", "D6"])
    assert not any("left blank" in each for each in said(found))


@pytest.mark.parametrize(
    ("row", "ends"), [("Exposure", ""), ("Sexual assault", ""), ("Exposure.", ".")]
)
def test_a_label_below_a_table_is_a_row_that_was_left_blank(row, ends):
    table = [HEAD, *([f"{text}{ends}", *more] for text, *more in TABLE[1:])]
    assert any("left blank" in each for each in said(read([*TITLE, *table, [row]])))


def test_the_year_over_the_next_table_of_a_letter_is_no_question():
    for second, fits in (("2018/19", True), ("2015/16", False)):
        letter = Document()
        letter.add_paragraph(TITLE[0][0])
        for year in ("2017/18", "2018/19"):
            letter.add_paragraph(f"Financial year {year}")
            table = letter.add_table(0, 2)
            for row in [["Offence", "Offences"], *([r[0], r[1]] for r in TABLE[1:])]:
                for cell, text in zip(table.add_row().cells, row, strict=True):
                    cell.text = str(text)
        letter.add_paragraph(f"Financial year {second}")
        assert (said(_letter(letter)) == []) == fits


def _letter(letter) -> ReadFile:
    out = io.BytesIO()
    letter.save(out)
    return read_sheets("a.docx", open_file(out.getvalue(), "a.docx"))


def flagged(heading: str, flags: list[str], name: str = "a.xlsx") -> list[str]:
    rows: Rows = [["Year", "Offence", heading, "Count"]]
    years = ["2016/17", "2016/17", "2017/18", "2017/18"]
    rows += [
        [year, ("Rape", "Grooming")[at % 2], flag, 10 + at]
        for at, (year, flag) in enumerate(zip(years, flags, strict=True))
    ]
    return said(read([*TITLE, *rows], name))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("heading", ["Online flag", "Cyber-enabled", "Online?", "Cyber crime flag"])
def test_yes_to_online_in_every_row_is_no_label(heading, name):
    for yes in ("Y", "Yes", "true"):
        assert flagged(heading, [yes] * 4, name) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("heading", "flags"),
    [
        ("Online flag", ["Y", "Y", "Y", "N"]),
        ("Online flag", ["N"] * 4),
        ("Online flag", ["Y", "Y", "", "Y"]),
        ("Online flag", ["Y", "Y", "U", "Y"]),
        ("Detected", ["Y"] * 4),
        ("Not online", ["Y"] * 4),
    ],
)
def test_any_other_answer_is_asked_about(heading, flags, name):
    assert flagged(heading, flags, name)


IDLE = ["Good morning,", "Good afternoon", "Dear all,", "Count of URN", "Figures may change.",
        "Please note that these figures are subject to change",
        "Where a figure is below five it has been shown as <5 under Section 40(2)"]  # fmt: skip
SAYS_MORE = ["Good morning, crimes by suspects", "Count of suspects",
             "Figures may change in 2015/16", "Figures may change when duplicates are removed",
             "Count of victims"]  # fmt: skip


def asked_on_a_sheet(line: str, layout: int, name: str) -> list[str]:
    """What is asked of a line above a table, below it and above the second of two."""
    by_sex: Rows = [["Sex", "2017/18", "2018/19"], ["Girls", 31, 27], ["Boys", 12, 14]]
    layouts: list[Rows] = [[[line], [""], *TABLE], [*TABLE, [""], [line]],
                           [*by_sex, [""], [line], [""], *TABLE]]  # fmt: skip
    return [each for each in messages_of(name, layouts[layout]) if line.strip(".,")[:40] in each]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf", "a.docx"])
@pytest.mark.parametrize("layout", range(3))
@pytest.mark.parametrize("line", IDLE)
def test_a_line_that_says_nothing_of_any_count_is_not_asked_about(line, layout, name):
    assert asked_on_a_sheet(line, layout, name) == []


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf", "a.docx"])
@pytest.mark.parametrize("layout", range(2))
@pytest.mark.parametrize("line", SAYS_MORE)
def test_one_that_says_more_is(line, layout, name):
    assert asked_on_a_sheet(line, layout, name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
def test_a_line_of_the_year_over_each_of_several_tables_is_not(name):
    lines = [f"Year ending March 20{year}" for year in (19, 20, 21)]
    tables = [
        [[line], ["Offence", "Count"], *(row[:2] for row in TABLE[1:]), [""]] for line in lines
    ]
    assert messages_of(name, [row for table in tables for row in table]) == []
    assert messages_of(name, [*TABLE, [""], ["Year ending March 2015"]]) != []


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("heading", ["Quarter", "Month", "Half"])
def test_the_name_of_the_axis_of_parts_is_not_and_over_offences_it_is(heading, name):
    parts = {"Quarter": ["Q1", "Q2", "Q3", "Q4"], "Month": ["Apr", "May", "Jun"]}
    own = parts.get(heading, ["H1", "H2"])
    down: Rows = [[heading, "2018/19"], *([part, 31 + at] for at, part in enumerate(own))]
    across = [[*line] for line in zip(*down, strict=True)]
    both: Rows = [["Year", heading, "Count"], *(["2018/19", *row] for row in down[1:])]
    for rows in (down, [[heading, *own], *across[1:]], both, [*down, ["Total", 999]]):
        assert not any(f"“{heading}”" in each for each in messages_of(name, rows))
    rows = [["Quarter", *TABLE[0][1:]], *TABLE[1:]]
    assert any("“Quarter”" in each for each in messages_of(name, rows))
