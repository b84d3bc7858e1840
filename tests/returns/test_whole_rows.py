"""A row or column that is the sum of others is their total, or is asked about."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, messages_of
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
    "label",
    ["Online", "Victims", "Northshire", "Children", "Under 21 offences", "All online abuse"],
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


AMID: list[Rows] = [  # with the total among the others
    [["Girls", 31, 27], ["Boys", 12, 14], ["Both", 43, 41], ["Not stated", 2, 1]],
    [["Under 12", 3, 1], ["12-17", 1, 2], ["Under 18", 4, 3], ["Unknown", 1, 1], ["N/K", 0, 1]],
    [["Kik", 31, 27], ["Roblox", 12, 14], ["All apps", 43, 41], ["Other", 2, 1]],
    [["10-17", 43, 41], ["10-12", 31, 27], ["13-17", 12, 14]],
    [["Recorded", 43, 41], ["Online", 31, 27], ["Offline", 12, 14]],
    [["Altogether", 43, 41], ["Girls", 31, 27], ["Boys", 12, 14], ["Not recorded", 2, 1]],
]


def whole_and_questions(rows: Rows, name: str) -> tuple[set[int | None], int]:
    """The counts of totals, and how many lines are asked about."""
    read = read_as(rows, [], name)
    asked = [each for each in read.problems if ASKED in each.message and each.stops]
    return {o.value for o in observations(read) if o.total}, len(asked)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", AMID)
def test_a_sum_before_what_is_not_known_or_before_its_parts_is_a_total(rows, name):
    (total,) = (row for row in rows if row[1] in (43, 4))
    assert whole_and_questions([["Kind", *HEAD[1:]], *rows], name) == ({*total[1:]}, 0)
    assert whole_and_questions(turned(rows), name) == ({*total[1:]}, 0)


def turned(rows: Rows) -> Rows:
    """The same with its rows as columns."""
    return [["Year", *(row[0] for row in rows)]] + [
        [HEAD[at], *(row[at] for row in rows)] for at in (1, 2)
    ]


DOUBTFUL: list[Rows] = [
    [["10-12", 31, 27], ["13-17", 12, 14], ["10-17", 43, 41], ["18+", 61, 72]],
    [["Kik", 31, 27], ["Roblox", 12, 14], ["Apps of Marshport", 43, 41], ["Other", 2, 1]],
    [["Kik", 31, 27], ["Roblox", 12, 14], ["Phone apps", 43, 41], ["E-mail", 2, 1]],
    [["Northshire", 43, 41], ["North", 31, 27], ["South", 12, 14]],
]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", DOUBTFUL)
def test_a_sum_whose_words_or_place_do_not_say_that_it_is_the_whole_is_asked_about(rows, name):
    assert whole_and_questions([["Kind", *HEAD[1:]], *rows], name) == (set(), 1)
    assert whole_and_questions(turned(rows), name) == (set(), 1)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Girls", 31, 27], ["Boys", 12, 14], ["Combined", 43, 40], ["Not stated", 2, 1]],  # no sum
        [["Kik", 3, 1], ["Roblox", 1, 2], ["Skype", 4, 3], ["Yubo", 9, 8]],  # by chance
        [["Kik", 31, 20], ["Roblox", 12, 14], ["Skype", 43, 3], ["Yubo", 9, 8]],
        [["Kik", 43, 41], ["Roblox", 31, 27], ["Skype", 12, 14], ["Yubo", 9, 8]],
    ],
)
def test_other_rows_among_their_like_are_no_question(rows, name):
    assert whole_and_questions([["Kind", *HEAD[1:]], *rows], name) == (set(), 0)
    assert whole_and_questions(turned(rows), name) == (set(), 0)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_sum_within_each_offence_is_its_total(name):
    rows: Rows = [["Offence", "Sex", *HEAD[1:]],
                  ["Threats", "Girls", 31, 27], ["Threats", "Boys", 12, 14],
                  ["Threats", "Combined", 43, 41], ["Threats", "Not known", 2, 1],
                  ["Stalking", "Girls", 8, 6], ["Stalking", "Boys", 9, 5],
                  ["Stalking", "Combined", 17, 11], ["Stalking", "Not known", 0, 3]]  # fmt: skip
    assert whole_and_questions(rows, name) == ({43, 41, 17, 11}, 0)


HIDDEN: list[tuple[Rows, set[int]]] = [
    ([["Girls", 31, 27], ["Boys", "<5", "<5"], ["Combined", 34, 28]], {34, 28}),
    ([["Under 12", "*", "*"], ["12-17", 31, 27], ["Under 18", 34, 28], ["Unknown", "*", 0]],
     {34, 28}),
    ([["All apps", 34, 28], ["Kik", 31, 27], ["Roblox", "*", "*"]], {34, 28}),
]  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("rows", "totals"), HIDDEN)
def test_a_row_named_as_the_whole_is_the_total_where_parts_of_it_are_hidden(rows, totals, name):
    assert whole_and_questions([["Kind", *HEAD[1:]], *rows], name) == (totals, 0)
    assert whole_and_questions(turned(rows), name) == (totals, 0)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Girls", 31, 27], ["Boys", "<5", "<5"], ["Combined", 30, 26]],  # less than its parts
        [["Girls", 31, 27], ["Boys", "<5", "<5"], ["Combined", 51, 66]],  # more
        [["Kik", 31, 27], ["Roblox", "*", "*"], ["Skype", 34, 28]],  # no word for the whole
    ],
)
def test_a_row_that_cannot_be_their_sum_or_has_another_name_is_none(rows, name):
    assert whole_and_questions([["Kind", *HEAD[1:]], *rows], name) == (set(), 0)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_what_is_the_total_of_one_offence_is_that_of_each(name):
    rows: Rows = [["Offence", "Sex", *HEAD[1:]],
                  ["Threats", "Girls", 31, 27], ["Threats", "Boys", 12, 14],
                  ["Threats", "Combined", 43, 41],
                  ["Stalking", "Girls", 8, 6], ["Stalking", "Boys", 9, 5],
                  ["Stalking", "Combined", 19, 11]]  # fmt: skip
    assert whole_and_questions(rows, name) == ({43, 41, 19, 11}, 0)
    assert any("The stated total is 19" in each for each in messages_of(name, rows))
