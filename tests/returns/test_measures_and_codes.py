"""Rows and columns of numbers that no crimes add up to, and of those that name a law or a place."""

import pytest

from offences.returns.labels.accused_words import counts_accused
from offences.returns.labels.no_counts import is_plainly_no_count
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

YEARS = ["2017/18", "2018/19"]
FORMATS = ["a.xlsx", "a.csv", "a.docx"]
CODES = "may be codes"

MEASURES = """
Youngest victim | Youngest victim’s age | Youngest (age) | Oldest child | Lowest age | Modal age
Typical age | Most common age | Most frequent age of victim | Longest sentence | Shortest sentence
Sentence (years) | Years in prison | Search time | Typical number of weeks | Highest month
Maximum in a week | Most crimes in one day | Largest number of victims in one operation
Homes visited | Training courses | Vacancies | Investigators | Search hits | Logs searched
Schools contacted | Number of families informed | Number of platforms named
Number of offence types | Number of distinct apps | Most reports from one person
Maximum number of suspects in an investigation | Count of school visits
Q4. Number of officers | Question 2: Longest sentence | 3. Youngest victim | b) Average age
"""
COUNTS = """
Youngest victims (under 12) | Youngest age group | Lowest age band | Most serious offences
Highest risk crimes | Posts | Images | Different offences | Longest standing cases
Rape of a child by one offender | Recorded in a month | Social media platforms
Q4. Number of stalking offences | 3. Threats | Age at offence | Offence categories
All offence types | Total crime categories | Different apps | Distinct websites | Sites used
Most serious crime for each child | Most severe assault on a girl | Home visits | Hits
Most harmful images of a child | Highest risk offences by a person
"""


def each_of(texts: str) -> list[str]:
    return [text.strip() for line in texts.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", each_of(MEASURES))
def test_a_measure_of_ages_sentences_or_work_is_no_count(text):
    assert is_plainly_no_count(text)


@pytest.mark.parametrize("text", each_of(COUNTS))
def test_what_is_called_like_one_may_be_a_count(text):
    assert not is_plainly_no_count(text)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("label", ["Youngest victim", "Q4. Number of staff", "Schools visited"])
def test_a_row_of_it_is_listed_and_the_others_are_counts(label, name):
    rows: Rows = [["Measure", *YEARS], ["Stalking offences", 31, 27], [label, 8, 9]]
    found = read_as(rows, [], name)
    assert [each.value for each in observations(found)] == [31, 27]
    assert {each.text for each in found.not_taken} >= {"8", "9"}


@pytest.mark.parametrize(
    "label", ["Child suspects", "Male suspects", "Female offenders", "Sex offenders"]
)
def test_the_accused_are_asked_about_with_a_word_before_them(label):
    assert counts_accused(label)
    rows: Rows = [["Measure", *YEARS], ["Stalking offences", 31, 27], [label, 8, 9]]
    asked = [each.message for each in read_as(rows, [], "a.xlsx").problems if each.stops]
    assert [each for each in asked if f"“{label}” is not of victims" in each]


def test_an_offence_of_theirs_is_no_group_of_them():
    assert not counts_accused("Sexual activity with a child, male offender over 18")


def of_year(*rows: list[object]) -> Rows:
    return [["Offences recorded in 2018/19"], [], *rows]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["HOCR", "CCJS", "Act", "Section", "Offence ID", "Sub class"])
@pytest.mark.parametrize("first", [True, False])
def test_numbers_of_a_law_or_a_kind_of_crime_are_codes(heading, first, name):
    lines = [[heading, "Crimes"], [62, 31], [19, 27], [88, 8]]
    labels = ["Offence", "Stalking", "Threats", "Exposure"]
    rows = [[t, *(own if first else own[::-1])] for t, own in zip(labels, lines, strict=True)]
    found = read_as(of_year(*rows), [], name)
    assert [each.value for each in observations(found)] == [31, 27, 8]
    assert "62" in {each.text for each in found.not_taken}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["Category", "Group", "Beat", "Qu", "Offence no"])
def test_numbers_of_a_place_or_a_group_are_asked_about(heading, name):
    rows = of_year(["Offence", heading, "Crimes"], ["Stalking", 62, 31], ["Threats", 19, 27])
    asked = [each for each in read_as(rows, [], name).problems if CODES in each.message]
    assert [each.stops for each in asked] == [True]


@pytest.mark.parametrize("name", FORMATS)
def test_numbers_that_come_again_with_their_label_are_codes(name):
    rows: Rows = [["Year", "Offence", "Category", "Count"], [YEARS[0], "Stalking", 62, 31],
                  [YEARS[0], "Threats", 19, 27], [YEARS[1], "Stalking", 62, 8]]  # fmt: skip
    found = read_as(rows, [], name)
    assert [each.value for each in observations(found)] == [31, 27, 8]
    assert not [each for each in found.problems if CODES in each.message]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        of_year(["Group", "Girls", "Boys"], ["0-12", 62, 31], ["13-17", 19, 27]),
        of_year(["Offence", "Group"], ["Stalking", 62], ["Threats", 19]),  # all counts there are
        of_year(["Section", "Girls"], ["Stalking", 62], ["Threats", 19]),
        of_year(["Offence", "Category A", "Category B"], ["Stalking", 62, 31], ["Threats", 19, 27]),
    ],
)
def test_counts_under_such_names_are_no_question(rows, name):
    found = read_as(rows, [], name)
    assert not [each for each in found.problems if CODES in each.message]
    assert 62 in {each.value for each in observations(found)}


WORK = "may be no number of offences"


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "corner", ["Crime types", "Offence categories", "Apps used", "Sites named"]
)
def test_kinds_and_apps_are_the_heading_of_labels(corner, name):
    lists: Rows = [["Year", corner, "Crimes"], [YEARS[0], "Stalking", 31], [YEARS[0], "Threats", 8]]
    for rows in (of_year([corner, "Crimes"], ["Stalking", 31], ["Threats", 8]), lists):
        found = read_as(rows, [], name)
        assert [each.value for each in observations(found)] == [31, 8]
        assert not [each.message for each in found.problems if corner in each.message]


def test_all_kinds_of_crimes_are_a_total():
    rows: Rows = [["Platform", "All crime types", "All crime types"], ["", *YEARS],
                  ["Kik", 31, 27], ["Viber", 8, 9]]  # fmt: skip
    assert [each.value for each in observations(read_as(rows, [], "a.xlsx"))] == [31, 27, 8, 9]
    rows = of_year(["Offence", "Crimes"], ["Stalking", 31], ["Threats", 8], ["All crime types", 39])
    assert [each.value for each in observations(read_as(rows, [], "a.xlsx"))] == [31, 8, 39]
    rows = [["All offence categories 2018/19"], [], ["Offence", "Crimes"], ["Stalking", 31]]
    assert not [each for each in read_as(rows, [], "a.xlsx").problems if each.stops]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    "rows",
    [
        of_year(["Location", "Crimes"], ["At home", 31], ["School visits", 8]),
        of_year(["Outcome", "Crimes"], ["Charged", 31], ["Parents spoken to", 8]),
        of_year(["Platform", "Hits"], ["Kik", 31], ["Viber", 8]),
    ],
)
def test_visits_and_hits_are_read_and_asked_about(rows, name):
    found = read_as(rows, [], name)
    assert [each.value for each in observations(found)] == [31, 8]
    assert [each.stops for each in found.problems if WORK in each.message] == [True]


@pytest.mark.parametrize("name", FORMATS)
def test_apps_used_over_the_names_of_apps_are_no_question(name):
    rows = of_year(["", "Apps used", ""], ["Offence", "Kik", "Viber"], ["Stalking", 31, 27],
                   ["Threats", 8, 9])  # fmt: skip
    assert not [each for each in read_as(rows, [], name).problems if WORK in each.message]
