"""A total beside the columns of a group is of that group, or of all, as the numbers say."""

import pytest

from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

ASKED = "Is it the total of those alone, or of all?"
MERGED = ["a.xlsx", "a.ods", "a.pdf", "a.docx"]
UNMERGED = ["a.xlsx", "a.csv", "a.docx"]
GROUPS = [  # two groups, their columns, and what the rows are
    (("Female", "Male"), ("Grooming", "Rape"), ("Year", "2018/19", "2019/20")),
    (("Girls", "Boys"), ("Under 13", "13-17"), ("Offence", "Stalking", "Threats")),
    (("Online", "Not online"), ("Girls", "Boys"), ("Year", "2018/19", "2019/20")),
    (("Kik", "Viber"), ("2018/19", "2019/20"), ("Offence", "Stalking", "Threats")),
]


def totals_and_questions(rows: Rows, merged: Merged, name: str) -> tuple[dict, list[str]]:
    """The group and the number of each total in the first row, and what is asked of totals."""
    found = read_as(rows, merged, name)
    first = observations(found)[: len(rows[2]) - 1]
    totals = {each.value: _group(each) for each in first if each.total}
    return totals, [p.message for p in found.problems if ASKED in p.message and p.stops]


def _group(each) -> str:
    words = [*each.labels.values(), *each.other]
    return next((w for w in words for one, *_ in GROUPS if w in one), "all")


def table(groups, parts, rows, *, totals=("Total", "Total"), last="", first="") -> Rows:
    """Counts of two groups, 31 and 12, and 24 and 8, with these headings over their sums."""
    heads, names = ["", *[""] * bool(first)], [rows[0], *[first] * bool(first)]
    counts = [[31, 12], [24, 8]], [[40, 15], [21, 9]]
    body: Rows = []
    for label, each in zip(rows[1:], counts, strict=True):
        body.append([label, *[sum(map(sum, each))] * bool(first)])
        for numbers, total in zip(each, totals, strict=True):
            body[-1] += [*numbers, *[sum(numbers)] * bool(total)]
        body[-1] += [sum(map(sum, each))] * bool(last)
    for group, total in zip(groups, totals, strict=True):
        heads += [group, "", *[""] * bool(total)]
        names += [*parts, *[total] * bool(total)]
    return [heads + [""] * bool(last), names + [last] * bool(last), *body]


@pytest.mark.parametrize("name", [each for each in MERGED if each != "a.pdf"])  # too wide
@pytest.mark.parametrize(("groups", "parts", "rows"), GROUPS)
def test_a_total_outside_the_merged_heading_of_its_group_is_of_that_group(
    groups, parts, rows, name
):
    both = {43: groups[0], 32: groups[1]}
    short = [(1, 2, 1, 3), (1, 5, 1, 6)]
    assert totals_and_questions(table(groups, parts, rows), short, name) == (both, [])
    last_alone = [(1, 2, 1, 4), (1, 5, 1, 6)]
    assert totals_and_questions(table(groups, parts, rows), last_alone, name) == (both, [])
    rows_of_all = table(groups, parts, rows, last="Grand Total")
    assert totals_and_questions(rows_of_all, short, name) == ({**both, 75: "all"}, [])


@pytest.mark.parametrize("name", MERGED)
@pytest.mark.parametrize(("groups", "parts", "rows"), GROUPS)
def test_a_total_behind_the_last_merged_heading_is_of_its_group_if_the_numbers_say_so(
    groups, parts, rows, name
):
    found = table(groups, parts, rows, totals=("", "Total"))
    merged = [(1, 2, 1, 3), (1, 4, 1, 5)]
    assert totals_and_questions(found, merged, name) == ({32: groups[1]}, [])


@pytest.mark.parametrize("name", MERGED)
@pytest.mark.parametrize(("groups", "parts", "rows"), GROUPS)
def test_a_total_of_all_outside_merged_headings_is_of_all(groups, parts, rows, name):
    found = table(groups, parts, rows, totals=("", ""), last="Total")
    assert totals_and_questions(found, [(1, 2, 1, 3), (1, 4, 1, 5)], name) == ({75: "all"}, [])


@pytest.mark.parametrize("name", UNMERGED)
@pytest.mark.parametrize(("groups", "parts", "rows"), GROUPS)
def test_the_numbers_say_whose_total_it_is_where_no_heading_is_merged(groups, parts, rows, name):
    both = {43: groups[0], 32: groups[1]}
    first = table(groups, parts, rows, first="Total")
    assert totals_and_questions(first, [], name) == ({75: "all", **both}, [])
    last_has_one = table(groups, parts, rows, totals=("", "Total"))
    assert totals_and_questions(last_has_one, [], name) == ({32: groups[1]}, [])
    of_all = table(groups, parts, rows, totals=("", ""), last="Total")
    assert totals_and_questions(of_all, [], name) == ({75: "all"}, [])


@pytest.mark.parametrize("name", MERGED)
@pytest.mark.parametrize(("groups", "parts", "rows"), GROUPS)
def test_a_total_whose_numbers_do_not_say_whose_it_is_is_asked_about(groups, parts, rows, name):
    if name != "a.pdf":  # too wide
        unclear = table(groups, parts, rows)
        for row in unclear[2:]:
            row[-1] = 51  # neither those of the last group nor all
        _, asked = totals_and_questions(unclear, [(1, 2, 1, 4), (1, 5, 1, 6)], name)
        assert len(asked) == 1
    of_all = table(groups, parts, rows, totals=("", "Total"))
    for row in of_all[2:]:
        row[-1] = sum(row[1:-1])  # under the heading of the last group
    _, asked = totals_and_questions(of_all, [(1, 2, 1, 3), (1, 4, 1, 6)], name)
    assert len(asked) == 1


@pytest.mark.parametrize("name", MERGED)
def test_hidden_counts_beside_a_total_of_all_are_not_asked_about(name):
    rows: Rows = [["", "Girls", "", "Boys", "", ""],
                  ["Year", *("Grooming", "Rape") * 2, "Total"],
                  ["2018/19", 31, "<5", 24, "*", 63],
                  ["2019/20", 40, 12, "<5", "*", 58]]  # fmt: skip
    assert totals_and_questions(rows, [(1, 2, 1, 3), (1, 4, 1, 5)], name) == ({63: "all"}, [])


@pytest.mark.parametrize("name", MERGED)
def test_a_total_behind_two_axes_that_each_give_it_is_of_all(name):
    rows: Rows = [["", "By age", "", "By sex", "", ""],
                  ["Year", "Under 13", "13-17", "Girls", "Boys", "Total"],
                  ["2018/19", 31, 12, 24, 19, 43], ["2019/20", 40, 15, 21, 34, 55]]  # fmt: skip
    assert totals_and_questions(rows, [(1, 2, 1, 3), (1, 4, 1, 5)], name) == ({43: "all"}, [])
    for row in rows[2:]:
        row[2] = "*"  # an age of which nothing is known
    assert totals_and_questions(rows, [(1, 2, 1, 3), (1, 4, 1, 5)], name) == ({43: "all"}, [])
