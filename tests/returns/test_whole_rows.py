"""A row that is the sum of all others is their total, or is asked about, whatever its name is."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

HEAD: list[object] = ["", "2018/19", "2019/20"]
ASKED = "Is it their total?"


def totals_and_questions(rows: Rows, name: str) -> tuple[list[bool], list[str]]:
    read = read_as(rows, [], name)
    found = [each.message for each in read.problems if ASKED in each.message and each.stops]
    return [o.total for o in observations(read)], found


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("heading", "labels"),
    [
        ("Area", ["North", "South", "Force"]),
        ("District", ["North", "South", "Whole force"]),
        ("App", ["Kik", "Snapchat", "All apps"]),
        ("App", ["Kik", "Snapchat", "All"]),
        ("Platform", ["Kik", "Snapchat", "Any platform"]),
        ("Age", ["10-12", "13-17", "All age groups"]),
        ("Offence", ["Rape", "Grooming", "All sexual offences"]),
        ("Age", ["10-12", "13-17", "10-17"]),
        ("Age", ["Under 13", "13-17", "Under 18"]),
        ("Offence", ["Rape", "Grooming", "Combined"]),
        ("Offence", ["Rape", "Grooming", "Offences"]),
    ],
)
def test_a_last_row_that_names_the_whole_and_is_its_sum_is_a_total(heading, labels, name):
    rows: Rows = [
        [heading, *HEAD[1:]],
        [labels[0], 31, 27],
        [labels[1], 12, 14],
        [labels[2], 43, 41],
    ]
    assert totals_and_questions(rows, name) == ([False] * 4 + [True] * 2, [])


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "label", ["Online", "Northshire", "Children", "Under 21 offences", "All online abuse"]
)
def test_another_last_row_that_is_the_sum_of_all_is_asked_about(label, name):
    rows: Rows = [["Offence", *HEAD[1:]], ["Rape", 31, 27], ["Grooming", 12, 14], [label, 43, 41]]
    _, asked = totals_and_questions(rows, name)
    assert len(asked) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Rape", 31, 27], ["Grooming", 12, 14], ["Force", 43, 40]],  # no sum
        [["Rape", 3, 1], ["Grooming", 1, 2], ["Threats", 4, 3]],  # small ones, by chance
        [["Rape", 3, 1], ["Grooming", 1, 2], ["All stalking", 4, 3]],
        [["Rape", 9, ""], ["Grooming", 14, ""], ["Any Old Street", 23, ""]],
        [["Rape", 31, ""], ["Grooming", 12, ""], ["Threats", 43, ""]],  # one column of two
        [["Rape", 31, 27], ["Grooming", 12, 14], ["Total", 43, 41]],
        [["Rape", 0, 0], ["Grooming", 0, 0], ["Threats", 0, 0]],
    ],
)
def test_no_sum_a_small_one_and_a_total_are_no_question(rows, name):
    totals, asked = totals_and_questions([["Offence", *HEAD[1:]], *rows], name)
    assert not asked
    assert not any(totals[:4])


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_the_last_of_several_years_is_no_total_of_those_before(name):
    rows: Rows = [["Year", "Girls", "Boys"], ["2017/18", 31, 12], ["2018/19", 27, 14],
                  ["2019/20", 58, 26]]  # fmt: skip
    assert totals_and_questions(rows, name) == ([False] * 6, [])
