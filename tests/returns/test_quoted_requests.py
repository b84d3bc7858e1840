"""A quoted request or a polite sentence is cleared by all of its words, never by its first ones."""

import io

import pytest
from docx import Document

from offences.returns import read_file
from offences.returns.checks.scope_notes import ASKED
from offences.returns.formats.files import open_file
from offences.returns.labels.scope_words import may_change_counts
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows

HEAD = ["Offence", "2018/19", "2019/20"]
BODY: Rows = [["Rape", 40, 50], ["Grooming", 14, 15]]

NARROWED = [
    "Q1. How many sexual offences against under 13s with the online flag did you record?",
    "Q3. How many online offences on Facebook did you record?",
    "Q4. How many online offences did you record between April and December?",
    "How many sexual offences against under 16s did you record with the online flag?",
    "Please provide the number of online flagged offences where the victim was under 13",
    "How many online offences were recorded in Norwich?",
    "How many online offences were recorded in the city centre?",
    "How many online offences were reported by parents?",
    "How many online offences of domestic abuse?",
    "How many online offences did you record per 1,000 children?",
    "How many online offences did you estimate?",
    "How many rapes with an online flag?",
    "How many online offences were recorded in December?",
    "How many online offences in the year to date?",
    "How many children were groomed online?",
    "Could you tell me how many online offences led to a charge?",
    "Q1: How many online offences on social media?",
    "You asked: number of online offences, under 13 only.",
    "How many online offences did you record between 1 April 2018 and 31 December 2018?",
    "Q2. How many online offences were recorded in March 2019?",
    "How many offences were committed on Telegram and on which date?",
]
POLITE = [
    "Your request asked for offences; we have counted victims.",
    "Dear Applicant, the table below counts victims.",
    "Dear Sir, please note that the figures are of nine months.",
    "Yours sincerely, figures are victims",
    "Thank you for your request; the figures are victims.",
    "Thank you for your request about rape offences against children.",
    "Your request was received and the figures are victims.",
    "Your request has been answered with figures for Norwich.",
    "You asked for the number of offences with an online flag; the flag was not used.",
    "I am writing to let you know that adults are in the table.",
    "Copyright Norfolk Constabulary, victims table",
    "You may complain to the Commissioner; the figures are of victims.",
    "Many thanks for your enquiry; only closed cases are shown.",
    "Further to your request, we counted suspects.",
    "Norfolk Constabulary holds the following information for all sexual offences.",
]
HARMLESS = [
    "How many online sexual offences against children under 18 were recorded in each of the years"
    " 2016/17 to 2018/19?",
    "Q2. Please break down the offences by the platform used.",
    "Q3. Please provide the age and sex of the victim for each offence, where known.",
    "Please could you also provide a breakdown by social media platform or app, if recorded?",
    "Please break the answer to question 1 down by gender (male/female/unknown).",
    "How many sexual offences were flagged as online between 1 April 2016 and 31 March 2019?",
    "Please provide the number of sexual offences against children aged 0-17 with an online flag.",
    "How many online offences did your force record against persons under the age of 18?",
    "Q1) How many online offences were recorded in (a) 2018/19 and (b) 2019/20?",
    "Could you please tell me how many online offences involving a child you recorded?",
    "How many online sexual offences were committed against children in 2018/19?",
    "Which social media sites were used?",
    "How many offences excluding adults were recorded with an online flag?",
    "Dear Ms Harper,",
    "Dear Sir/Madam, thank you for your request of 3 June 2020.",
    "Yours sincerely, Jane Aldridge",
    "Kind regards, J Smith, Disclosure Officer",
    "Thank you for your email of 3 May.",
    "Thank you for your request of 3 June 2019 for information about online sexual offences against"
    " children under 18. We have completed our searches.",
    "Your request was received on 3 May 2020 and has been handled under the Act.",
    "You have requested information regarding child sexual offences with an internet flag.",
    "I would like to apologise for the delay in responding to your request.",
    "Further to your request, we have searched our records.",
    "The applicant asked how many online offences against children were recorded.",
    "On 3 May 2020 you asked for information about online sexual offences against children.",
    "Please include the platform used, for example Facebook.",
    "Norfolk Constabulary holds the following information for all online offences.",
    "Copyright Norfolk Constabulary 2020",
    "You may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow.",
    "Question 4. On which app were the offences committed?",
    "On what social media site did it happen?",
]


@pytest.mark.parametrize("line", [*NARROWED, *POLITE])
def test_a_sentence_that_says_more_than_was_asked_for_is_shown(line):
    assert may_change_counts(line)


@pytest.mark.parametrize("line", HARMLESS)
def test_one_that_says_no_more_is_not(line):
    assert not may_change_counts(line)


def in_letter(lines: list[str], below: list[str]) -> bytes:
    letter = Document()
    for line in lines:
        letter.add_paragraph(line)
    rows = [HEAD, *BODY]
    table = letter.add_table(len(rows), len(HEAD))
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            table.cell(r, c).text = str(value)
    for line in below:
        letter.add_paragraph(line)
    out = io.BytesIO()
    letter.save(out)
    return out.getvalue()


def shown(line: str, where: str, name: str) -> bool:
    if name == "a.docx":
        greeting, before = ["Dear Applicant"], where != "below"
        lines, below = ([*greeting, line], []) if before else (greeting, [line])
        found = read_file(in_letter(lines, below), name)
    else:
        rows = {
            "above": [[line], [], HEAD, *BODY],
            "corner": [[line, *HEAD[1:]], *BODY],
            "below": [HEAD, *BODY, [], [line]],
        }[where]
        found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    with_it = [p for p in found.problems if line[:30] in p.message]
    stop = "Are these the counts that were asked for?"
    return any(p.message.endswith(ASKED) or (p.message.endswith(stop) and p.stops) for p in with_it)


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.docx"])
@pytest.mark.parametrize("where", ["above", "below"])
def test_it_is_shown_wherever_it_stands(where, name):
    for line in (NARROWED[0], NARROWED[1], NARROWED[5], POLITE[0], POLITE[4], POLITE[8]):
        assert shown(line, where, name), line
    for line in (HARMLESS[0], HARMLESS[2], HARMLESS[17]):
        assert not shown(line, where, name), line


@pytest.mark.parametrize("line", NARROWED[:8])
def test_a_question_in_the_corner_is_shown(line):
    assert shown(line, "corner", "a.xlsx")


def test_a_request_for_each_offence_of_the_table_is_harmless():
    line = "How many offences of {} did you record with an online flag?"
    assert not shown(line.format("rape and grooming"), "below", "a.xlsx")
    assert shown(line.format("rape"), "below", "a.xlsx")
    assert shown(line.format("rape, grooming and incest"), "below", "a.xlsx")


def test_what_a_title_is_a_label_of_is_not_asked_about_again():
    line = "Q1. How many offences had a victim aged under 13?"
    assert not shown(line, "above", "a.xlsx")
    assert shown("Q1. How many offences of grooming had a victim over 16?", "above", "a.xlsx")


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.docx"])
@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Please provide the number of online offences since April 2018.", False),
        ("How many online offences did you record from 1 April 2018?", False),
        ("How many online offences did you record since April 2017?", True),
        ("How many online offences did you record since January 2018?", True),
        ("How many online offences from April 2018 to December 2019?", True),
    ],
)
def test_a_request_from_the_first_day_of_the_first_year_asks_for_all_of_it(line, asked, name):
    assert bool(_asked(line, name)) is asked


@pytest.mark.parametrize("name", ["a.xlsx", "a.pdf", "a.docx"])
@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("Yours sincerely,", False),
        ("Kind regards", False),
        ("Many thanks", False),
        ("Our decision", False),
        ("Result of searches", False),
        ("Decision to charge", True),
        ("Search of victims", True),
        ("Kind regards, victims only", True),
    ],
)
def test_the_end_or_a_heading_of_a_letter_is_no_label_of_the_table_below_it(line, asked, name):
    found = _asked(line, name)
    assert bool(found) is asked


def _asked(line: str, name: str) -> list[str]:
    """The questions about a line right above a table, and the labels that it gives the counts."""
    if name == "a.docx":
        found = read_file(in_letter(["Dear Applicant", line], []), name)
    else:
        rows: Rows = [[line], HEAD, *BODY]
        found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    labels = {text for t in found.tables for o in t.observations for text in o.other}
    return [*(each.message for each in found.problems), *labels]
