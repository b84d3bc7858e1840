"""A table's title that names one offence, platform or sex is a label of all its counts."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from offences.returns.sheet_reader import read_sheet
from offences.returns.tables.lines_above import line_meaning
from offences.returns.tables.titles import label_in_title
from tests.returns.grids import Rows, problems, read, sheet_of

YEARS = ["2018/19", "2019/20"]
AGES = [["Age", *YEARS], ["0-12", 31, 27], ["13-17", 12, 14]]
MONTHS = [["Month", *YEARS], ["April", 31, 27], ["May", 12, 14]]
ACROSS = [["Year", "0-12", "13-17"], ["2018/19", 31, 12], ["2019/20", 27, 14]]

TITLES = {
    "Sexual communication with a child - by sex": ("offence", "Sexual communication with a child"),
    "Sexual communication with a child: recorded crimes": (
        "offence",
        "Sexual communication with a child",
    ),
    "Table 2: Stalking (by age of victim)": ("offence", "Stalking"),
    "Number of offences of voyeurism": ("offence", "voyeurism"),
    "Blackmail - recorded crimes by month": ("offence", "Blackmail"),
    "Rape of a child under 13, by sex": ("offence", "Rape of a child under 13"),
    "Sexual assault by penetration, by age": ("offence", "Sexual assault by penetration"),
    "Harassment, broken down by age and sex": ("offence", "Harassment"),
    "Offences against male victims, by age": ("sex", "male victims"),
    "Offences where Snapchat was named": ("platform", "Snapchat"),
    "Recorded on Snapchat only, by age": ("platform", "Snapchat"),
    "Number of offences where the victim was female": ("sex", "female"),
    "Q1a. Offences with a victim recorded as male": ("sex", "male"),
    "Offence: Grooming, by age": ("offence", "Grooming"),
    "Victims who were boys": ("sex", "boys"),
    "3. Number of victims who were female": ("sex", "female"),
    "In how many was the victim a boy?": ("sex", "boy"),
    "Offences where the victims were girls": ("sex", "girls"),
}


@pytest.mark.parametrize(("title", "label"), TITLES.items())
@pytest.mark.parametrize("table", [AGES, MONTHS, ACROSS])
def test_what_a_title_names_is_a_label_of_every_count(title, label, table):
    found = read([[title], [], *table])
    assert len(found) == 4
    assert {each.labels.get(label[0]) for each in found.values()} == {label[1]}


def test_the_ages_of_victims_in_a_title_are_a_label_unless_they_are_all():
    title = "Q2. Number of offences where the victim was aged under 13"
    assert label_in_title(title) == ("age", "aged under 13")
    assert label_in_title("Offences with a victim aged 13 to 15") == ("age", "aged 13 to 15")
    assert label_in_title("Offences where the victim was under 18") is None
    assert label_in_title("Offences with a victim aged 0-17") is None
    assert label_in_title("Offences where the victim was a child") is None


@pytest.mark.parametrize(
    "title",
    [
        "Online sexual offences against children, by age",
        "Cyber flagged sexual offences against victims aged under 18",
        "Child sexual abuse and exploitation: recorded crimes",
        "Number of offences, by sex",
        "Offences by platform (such as Snapchat)",
        "Offences on Facebook, Instagram and Snapchat",
        "Table 3: Age of victim",
        "Social media platform",
        "Email: foi@northshire.example",
        "Victims by age band, per offence",
    ],
)
def test_a_title_of_all_that_is_asked_for_is_no_label(title):
    assert label_in_title(title) is None


@pytest.mark.parametrize(
    "line",
    [
        "Victims who were not girls",
        "Victims were girls in most cases",
        "Victims who were girls or boys",
        "Children who were under 18",
        "Boys were not counted",
    ],
)
def test_a_remark_about_victims_is_no_label(line):
    assert not line_meaning(line).labels


@pytest.mark.parametrize(
    "title",
    [
        "Offences not flagged as online",
        "Sexual offences excluding rape, by age",
        "Table 1: non-cyber sexual offences",
        "Offline sexual offences against children",
    ],
)
@pytest.mark.parametrize("table", [AGES, ACROSS])
def test_a_title_that_says_what_is_left_out_stops_the_file(title, table):
    (problem,) = problems([[title], *table])
    assert (problem.cell, problem.stops) == ("A1", True)
    assert problem.message == (
        f"“{title}” is over this table. Are these the counts that were asked for?"
    )


@pytest.mark.parametrize(
    "lines",
    [["Dear Applicant,", "Yours sincerely,"], ["Page 1 of 3"], ["Prepared by the disclosure team"]],
)
def test_words_of_a_letter_or_a_page_are_no_labels(lines):
    sheet = read_sheet(sheet_of([*([line] for line in lines), *AGES, ["Page 2 of 3"], *AGES]))
    assert sheet.problems == []
    assert not any(each.other for table in sheet.tables for each in table.observations)


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Offences by under 18s", True),
        ("Offences reported by children", True),
        ("Online sexual offences, child on child", True),
        ("Peer-on-peer offences", True),
        ("Offences between pupils", True),
        ("Offences by age of children", False),
        ("Offences by child’s age", False),
        ("Offences reported to police online", True),
        ("Online offences reported to police", False),
        ("Sexual offences recorded online", True),
        ("Offences logged online by the public", True),
        ("Online-recorded offences", True),
        ("Recorded online sexual offences", False),
        ("Offences recorded as online", False),
        ("Offences recorded with an online flag", False),
        ("Offences by children’s sex", False),
    ],
)
def test_children_who_are_accused_and_ways_of_reporting_are_asked_about(title, asked):
    rows: Rows = [[title], ["Offence", *YEARS], ["Rape", 31, 27], ["Grooming", 12, 14]]
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert any(title in each.message for each in found.problems) is asked


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        ("Number of offences, %", True),
        ("Number %", True),
        ("Online offences %", True),
        ("Online offences 2018/19 (%)", True),
        ("Number and % of offences", False),
        ("Offences, number and %", False),
        ("Offences (% and number)", False),
    ],
)
def test_a_title_of_shares_is_asked_about_unless_numbers_are_beside_them(title, asked):
    rows: Rows = [[title], ["Offence", *YEARS], ["Rape", 31, 27], ["Grooming", 12, 14]]
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert any(f"“{title}” is over" in each.message for each in found.problems) is asked
    heads: Rows = [["Offences"], ["", title.replace(" 2018/19", "")], *rows[1:]]
    found = read_sheets("a.xlsx", FileContents([sheet_of(heads)]))
    assert any("is over this table" in each.message for each in found.problems) is asked


@pytest.mark.parametrize("line", ["3 July 2023", "03/07/2023"])
def test_a_day_alone_over_a_table_is_no_label_of_its_counts(line):
    rows: Rows = [[line], ["Offence", "2020/21", "2021/22"], ["Stalking", 31, 27]]
    assert all(not each.other and each.value in (31, 27) for each in read(rows).values())
    labelled: Rows = [["Marsh hub"], *rows[1:]]
    assert {each.other for each in read(labelled).values()} == {("Marsh hub",)}
