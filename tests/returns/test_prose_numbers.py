"""Numbers within sentences are not read, which a person is asked to check."""

import pytest

from offences.returns import read_file
from offences.returns.reader import read_sheet
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
