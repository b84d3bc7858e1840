"""Numbers within sentences are not read, which a person is asked to check."""

import pytest

from offences.returns import read_file
from offences.returns.formats.files import FileContents
from offences.returns.labels.open_counts import has_open_count
from offences.returns.reader import read_sheets
from offences.returns.sheet_reader import read_sheet
from offences.returns.tables.prose_numbers import has_count
from tests.returns.grids import sheet_of
from tests.returns.test_open_numbers import TABLE, letter_with
from tests.returns.test_pages import lines as page_of_lines

SENTENCE = "In 2018/19, 54 of the victims were boys."


def reported(problems):
    return [each.message for each in problems if SENTENCE[:-1] in each.message]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE,
        "We recorded 34 offences between April and June.",
        "There were 1,204 recorded crimes in the period",
        "A further 7 online offences have no age.",
        "In all the force recorded 412.",
        "12 more under review",
        "34 in 2021/22 and 41 in 2022/23",
        "incl. 3 non-recent",
        "Victims with no age (n=3) are left out.",
    ],
)
def test_a_sentence_with_a_number_of_what_was_counted_has_a_count(text):
    assert has_count(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your request 1234/21 was refused under section 12, as it would take 18 hours.",
        "Offences under section 15 of the Sexual Offences Act 2003",
        "Sexual activity with a child under 13 offences",
        "Fewer than 5 offences are shown as *.",
        "The 43 forces recorded crimes differently.",
        "Victims were 16 or 17 years old at the time.",
        "In 2018 offences rose by 12%.",
        "Between 1 and 4 victims are shown as a range.",
        "Class 88 offences with a victim",
        "Figures including 16 and 17 year olds",
        "Figures include 24 months",
        "Including 2019",
        "We reply to reports within 20 working days.",
    ],
)
def test_a_sentence_with_a_law_an_age_a_limit_or_a_time_has_none(text):
    assert not has_count(text)


def test_it_is_reported_in_a_sheet_a_letter_and_a_pdf():
    rows = [["Offence", "2017/18", "2018/19"], ["Rape", "11", "12"], ["Threats", "34", "31"]]
    assert reported(read_sheet(sheet_of([*rows, [], [SENTENCE]])).problems)
    assert reported(read_file(letter_with(rows, SENTENCE), "a.docx").problems)
    assert reported(read_file(page_of_lines(*TABLE, (400.0, SENTENCE, "", "")), "a.pdf").problems)


def test_a_file_with_sentences_alone_has_no_table_either():
    read = read_file(f'"{SENTENCE}"\n'.encode(), "a.csv")
    assert reported(read.problems)
    assert "No table of figures was found in this file." in [p.message for p in read.problems]


def test_the_days_in_a_title_are_no_counts():
    title = "Offences recorded 1 April 2021 to 31 March 2022"
    rows = [[title], ["District", "Number"], ["North", 20], ["South", 30]]
    assert not read_sheet(sheet_of(rows)).problems


@pytest.mark.parametrize(
    "title", ["Recorded in 2021/22 - 57 offences in total", "Stalking 2021/22: 57 offences"]
)
def test_a_count_in_a_title_that_names_the_year_is_shown(title):
    rows = [[title], ["District", "Number"], ["North", 20], ["South", 30]]
    (asked,) = read_sheet(sheet_of(rows)).problems
    assert f"“{title}”" in asked.message


@pytest.mark.parametrize(
    "text",
    [
        "We recorded 212 May to December 2019",
        "Offences totalled 57 April 2018 to March 2019",
        "Offences totalled 32 April 2018 to March 2019",
    ],
)
def test_a_number_that_is_no_day_is_a_count_before_a_month_too(text):
    assert has_count(text)


@pytest.mark.parametrize("day", ["1", "01", "31", "31st"])
def test_a_number_from_1_to_31_before_a_month_is_a_day(day):
    assert not has_count(f"Offences recorded {day} March 2019 to today, in total")


@pytest.mark.parametrize(
    "text",
    [
        "For 2019/20 the number is 61.",
        "The 2019/20 figure is 61.",
        "2019/20 is 61",
        "61 is the number.",
        "(1) the number for 2019/20 is 15",
        "Since then we have found 3 which are not shown",
        "The correct number is 1,204",
        "* 4 in 2018/19",
        "Rape came to 19 over the year",
        "Figures for March 2020: we hold 15 for the month",
    ],
)
def test_a_number_that_nothing_beside_it_explains_may_be_a_count_whatever_the_verb(text):
    assert has_open_count(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your request 1234/21 was refused under section 12, as it would take 18 hours.",
        "Sexual activity with a child under 13 offences",
        "Fewer than 5 offences are shown as *.",
        "The 43 forces recorded crimes differently.",
        "Between 1 and 4 victims are shown as a range.",
        "In 2018 offences rose by 12%.",
        "Data extracted on 3 May 2021 at 10:30",
        "Call us on 01622 690690 or write to foi1@force.example",
        "The fees regulations set £450 or 18 hours",
        "Exempt under s.40(2) and section 31(1)(a) FOIA",
        "Where 5 or fewer, numbers are not shown",
        "Home Office code 17A and 20",
        "Offences against victims under 18, FY 2017/18 to FY 2018/19",
        "1 Crimes with an online flag",
        "Page 2 of 3",
    ],
)
def test_a_year_a_date_an_age_a_limit_a_law_or_a_reference_is_none(text):
    assert not has_open_count(text)


@pytest.mark.parametrize("line", ["For 2018/19 the number is 54.", "The 2019/20 figure is 61."])
def test_such_a_line_is_shown_above_and_below_a_table_and_in_a_text_box(line):
    rows = [["Year", "Number"], ["2017/18", 40], ["2018/19", 52]]
    above, below = sheet_of([[line], [], *rows]), sheet_of([*rows, [], [line]])
    for sheet in (above, below, sheet_of(rows, lines_below=[line])):
        read = read_sheets("a.xlsx", FileContents([sheet]))
        assert any(f"“{line}”" in each.message for each in read.problems)
