"""Labels of another kind, or of a part of another, among those of a table are asked about."""

import pytest

from offences.returns.labels.label_words import content_role
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows

HEAD: list[object] = ["2018/19", "2019/20"]


def asked(name: str, rows: Rows, words: str) -> list[str]:
    return [each for each in messages_of(name, rows) if words in each]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("axis", "labels"),
    [
        ("Offence", ["Stalking", "Threats", "Under 14", "14-17"]),
        ("Offence", ["Stalking", "Threats", "Girls", "Boys"]),
        ("Crime type", ["Stalking", "Threats", "Roblox", "Kik"]),
        ("Sex", ["Girls", "Boys", "Stalking", "Threats"]),
    ],
)
def test_a_second_block_of_rows_below_the_headings_of_the_first_is_asked_about(axis, labels, name):
    rows: Rows = [[axis, *HEAD], *([each, 31 + n, 52 - n] for n, each in enumerate(labels))]
    (why,) = asked(name, rows, "” stands among ")
    assert f"“{labels[2]}”" in why


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("axis", "labels"),
    [
        ("Offence", ["Rape of a female under 13", "Threats", "Child neglect"]),
        ("Offence", ["Stalking", "Threats", "Kik"]),
        ("Sex", ["Girls", "Boys", "Not known"]),
        ("Platform", ["Kik", "Roblox", "Text message"]),
        ("Age", ["10-13", "13-15", "16-17"]),
        ("Age", ["Under 1", "1", "2", "3-17"]),
        ("Age", ["10", "11", "12", "13+"]),
        ("Age", ["0-17", "18-25", "26 and over"]),
    ],
)
def test_labels_of_one_kind_are_not(axis, labels, name):
    rows: Rows = [[axis, *HEAD], *([each, 31 + n, 52 - 3 * n] for n, each in enumerate(labels))]
    assert not asked(name, rows, "” stands among ")
    assert not asked(name, rows, " overlap. ")


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "labels",
    [
        ["0-13", "11-13", "14-17"],
        ["Under 12", "Under 14", "Under 16"],
        ["10-15", "12-13", "16-17"],
        ["8-12", "Under 18", "13 to 17"],
    ],
)
def test_ages_that_overlap_are_asked_about(labels, name):
    rows: Rows = [["Age", *HEAD], *([each, 31 + n, 52 - 3 * n] for n, each in enumerate(labels))]
    assert len(asked(name, rows, " overlap. ")) == 1
    turned: Rows = [["Year", *labels], ["2018/19", 31, 32, 33], ["2019/20", 52, 49, 46]]
    assert len(asked(name, turned, " overlap. ")) == 1


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("19/14", ""),
        ("66/9", ""),
        ("10/11", "age"),
        ("Reported to police", ""),
        ("Referred by Marshport Police", ""),
        ("Marshport Police", "force"),
        ("Police Service of Millhaven", "force"),
    ],
)
def test_codes_and_words_about_the_police_are_no_age_and_no_force(label, role):
    assert content_role(label) == role


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heading", ["Year to date", "YTD", "To date", "Stalking to date"])
def test_a_column_that_counts_so_far_is_asked_about(heading, name):
    rows: Rows = [["2018/19", "", ""], ["Quarter", "Stalking", heading], ["Q1", 31, 31],
                  ["Q2", 12, 43], ["Q3", 14, 57], ["Q4", 9, 66]]  # fmt: skip
    assert asked(name, rows, f"“{heading}”: are these the counts that were asked for?")


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_quarter_without_a_year_among_months_is_asked_about(name):
    rows: Rows = [["2018/19", ""], ["Month", "Crimes"], ["Apr-18", 11], ["May-18", 9],
                  ["Jun-18", 8], ["Q1", 28], ["Jul-18", 7], ["Aug-18", 6], ["Sep-18", 5],
                  ["Q2", 18]]  # fmt: skip
    assert len(asked(name, rows, "This row has no single year.")) == 2


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("line", ["Thousands", "Difference", "Sample of 20%", "Test data"])
def test_a_word_over_a_table_for_other_numbers_is_asked_about(line, name):
    rows: Rows = [[line, "", ""], ["Offence", *HEAD], ["Stalking", 31, 27], ["Threats", 12, 14]]
    assert asked(name, rows, f"“{line}” is over this table.")
