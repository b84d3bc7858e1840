"""Labels behind counts begin a table beside the first, in every format, or are asked about."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows, problems, read
from tests.returns.test_pages import Words, page_of

type Found = set[tuple[int | None, str | None, str]]

SIDES: list[tuple[Rows, Found]] = [
    ([["Age", "2018/19", "Sex", "2019/20"], ["12", 41, "Girls", 22], ["13", 15, "Boys", 34]],
     {(41, "2018/19", "12"), (15, "2018/19", "13"), (22, "2019/20", "Girls"),
      (34, "2019/20", "Boys")}),
    ([["Age", "2018/19", "Age", "2019/20"], ["12", 41, "12", 22], ["13", 15, "14", 34]],
     {(41, "2018/19", "12"), (15, "2018/19", "13"), (22, "2019/20", "12"), (34, "2019/20", "14")}),
    ([["Sex", "2018/19", "Age group", "2018/19", "2019/20"], ["Girls", 41, "Under 10", 2, 5],
      ["Boys", 15, "10 to 13", 31, 6], ["", "", "14 to 17", 23, 7]],
     {(41, "2018/19", "Girls"), (15, "2018/19", "Boys"), (2, "2018/19", "Under 10"),
      (31, "2018/19", "10 to 13"), (23, "2018/19", "14 to 17"), (5, "2019/20", "Under 10"),
      (6, "2019/20", "10 to 13"), (7, "2019/20", "14 to 17")}),
    ([["Sex", "2018/19", "App", "2018/19", "Age", "2018/19"], ["Girls", 41, "Kik", 33, "12", 9],
      ["Boys", 15, "Roblox", 23, "13", 47]],
     {(41, "2018/19", "Girls"), (15, "2018/19", "Boys"), (33, "2018/19", "Kik"),
      (23, "2018/19", "Roblox"), (9, "2018/19", "12"), (47, "2018/19", "13")}),
]  # fmt: skip


def counts(name: str, data: bytes) -> Found:
    tables = read_sheets(name, open_file(data, name)).tables
    return {
        (each.value, each.year, ", ".join(each.labels.values()))
        for table in tables
        for each in table.observations
    }


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("rows", "expected"), SIDES)
def test_tables_side_by_side_are_read_each_with_its_own_labels(name, rows, expected):
    assert counts(name, EVERY_FORMAT[name](rows, [])) == expected


@pytest.mark.parametrize("lower", [0, 6])
def test_tables_side_by_side_on_a_page_without_rules_are_read_each_by_itself(lower):
    rows, expected = SIDES[0]
    words: Words = [
        ((60, 130, 320, 400)[c], 100 + 20 * r + lower * (c > 1), str(text))
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    assert counts("a.pdf", page_of(words)) == expected


ONE: list[Rows] = [
    [["Offence", "Age", "2018/19"], ["Stalking", "12", 41], ["Threats", "13", 15]],
    [["Offence", "Age", "Sex", "2018/19", "2019/20"], ["Stalking", "12", "Girls", 41, 3],
     ["Threats", "13", "Boys", 15, 4]],
    [["Offence", "2018/19", "2019/20", "Total"], ["Stalking", 41, 3, 44], ["Threats", 15, 4, 19]],
    [["Offence", "2018/19", "Notes", "2019/20"], ["Stalking", 41, "low", 3],
     ["Threats", 15, "high", 4]],
]  # fmt: skip


@pytest.mark.parametrize("rows", ONE)
def test_labels_in_front_of_all_counts_and_remarks_begin_no_table(rows):
    assert len({each.labels["offence"] for each in read(rows).values()}) == 2
    assert not problems(rows)


DOUBTFUL: list[Rows] = [
    [["Offence", "2018/19", "Sex", "2018/19"], ["Stalking", 41, "Girls", 30], ["", "", "Boys", 11],
     ["Threats", 15, "Girls", 8], ["", "", "Boys", 7]],
    [["Age", "2018/19", "How it ended", "2019/20"], ["12", 41, "Words of advice", 22],
     ["13", 15, "A caution was given", 34]],
    # Each row may be of one thing, where the sums are not the same, or all numbers are.
    [["Offence", "2018/19", "Sex", "2018/19"], ["Stalking", 52, "Girls", 37],
     ["Threats", 26, "Boys", 19]],
    [["Offence", "2018/19", "App", "2019/20"], ["Stalking", 52, "Kik", 61],
     ["Threats", 26, "Roblox", 19], ["Blackmail", 7, "", ""]],
    [["Age", "2018/19", "Sex", "2018/19"], ["14", 32, "Girls", 32], ["15", 24, "Boys", 24]],
    [["Age", "2018/19", "App", "2018/19"], ["14", 3, "Kik", 2], ["15", 4, "Roblox", 5]],
    [["Suburb", "Beat", "Offence", "2018/19"], ["Millhaven", 12, "Stalking", 30],
     ["Southmarsh", 17, "Threats", 13]],
]  # fmt: skip


@pytest.mark.parametrize("rows", DOUBTFUL)
def test_words_between_counts_that_begin_no_table_are_asked_about(rows):
    asked = [each.cell for each in problems(rows) if "between columns of counts" in each.message]
    assert asked == ["C1"]
    assert all(each.stops for each in problems(rows))


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("count", "behind"), [("Total", "Online"), ("Offences", "Offences"), ("Count", "Cyber count")]
)
def test_counts_of_a_part_behind_its_label_are_no_table_beside_the_first(count, behind, name):
    rows: Rows = [["2018/19", "", "", ""], ["Offence", count, "App", behind],
                  ["Stalking", 52, "Kik", 37], ["Threats", 26, "Roblox", 19]]  # fmt: skip
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    assert any("between columns of counts" in p.message and p.stops for p in found.problems)
    observed = [each for table in found.tables for each in table.observations]
    assert all("offence" in each.labels for each in observed)


def test_a_label_over_the_first_table_is_of_the_one_beside_it_only_where_merged_over_both():
    for gap in ([], [""]):
        rows: Rows = [["Harassment 2018/19"], ["Age", "Offences", *gap, "Sex", "Offences"],
                      ["12", 41, *gap, "Girls", 22], ["13", 15, *gap, "Boys", 34]]  # fmt: skip
        at = f"{'CD'[len(gap)]}2"
        assert [(each.cell, each.needs) for each in problems(rows)] == [(at, "label")]
        merged = ((1, 1, 1, 4 + len(gap)),)
        assert {o.labels["offence"] for o in read(rows, merged=merged).values()} == {"Harassment"}
    titled: Rows = [["Sexual offences 2018/19"], *rows[1:]]
    assert not problems(titled)


def asked_of_two_tables(name: str, rows: Rows) -> list[str]:
    return [each for each in messages_of(name, rows) if "between columns of counts" in each]


OF_ROWS: list[tuple[str, tuple[str, str]]] = [
    ("Team", ("North hub", "South hub")),
    ("Lead unit", ("Cyber hub", "Public protection")),
    ("Officer in charge", ("PC Marsh", "DC Hill")),
]
OF_NONE = [
    *OF_ROWS,
    ("Owner", ("Alpha", "Beta")),
    ("Department", ("Fraud hub", "Online hub")),
    ("Final outcome", ("Warning given", "Sent to court")),
    ("Status", ("Open", "Filed")),
    ("", ("through an app", "on a console")),
]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("heading", "words"), OF_ROWS)
def test_who_has_the_crimes_of_several_rows_begins_no_second_table(heading, words, name):
    rows: Rows = [["Offence", "2018/19", heading, "2019/20"], ["Stalking", 52, words[0], 37],
                  ["Threats", 26, words[1], 19], ["Blackmail", 14, words[0], 17]]  # fmt: skip
    assert not asked_of_two_tables(name, rows)
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name)).tables
    read_as = {(o.value, o.year, o.labels["offence"]) for t in found for o in t.observations}
    assert read_as == {(52, "2018/19", "Stalking"), (37, "2019/20", "Stalking"),
                       (26, "2018/19", "Threats"), (19, "2019/20", "Threats"),
                       (14, "2018/19", "Blackmail"), (17, "2019/20", "Blackmail")}  # fmt: skip


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("first", [("Age", "12", "13"), ("Offence", "Stalking", "Threats")])
@pytest.mark.parametrize(("heading", "words"), OF_NONE)
def test_words_between_years_that_each_row_has_for_itself_are_asked_about(
    heading, words, first, name
):
    rows: Rows = [[first[0], "2018/19", heading, "2019/20"],
                  [first[1], 52, words[0], 6], [first[2], 26, words[1], 8]]  # fmt: skip
    assert asked_of_two_tables(name, rows)


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        # Counts of the same year, or of none, behind the words; a row of its own; known labels.
        [["Offence", "2018/19", "Team", "2018/19"], ["Stalking", 52, "North hub", 37],
         ["Threats", 26, "South hub", 19]],
        [["Offence", "Recorded", "Team", "Number"], ["Stalking", 52, "North hub", 37],
         ["Threats", 26, "South hub", 19]],
        [["Offence", "2018/19", "Team", "2019/20"], ["Stalking", 52, "North hub", 37],
         ["Threats", 26, "South hub", 19], ["", "", "West hub", 4]],
        [["Age", "2018/19", "Status", "2019/20"], ["12", 52, "Girls", 37], ["13", 26, "Boys", 19]],
        [["Offence", "2018/19", "", "2019/20"], ["Stalking", 52, "North hub", 37],
         ["Threats", 26, "South hub", 19]],
        [["Offence", "2018/19", "Beat name", "2019/20"], ["Stalking", 52, "Millhaven", 37],
         ["Threats", 26, "Southmarsh", 19]],
    ],
)  # fmt: skip
def test_words_that_may_be_the_labels_of_a_second_table_are_still_asked_about(rows, name):
    assert asked_of_two_tables(name, rows)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_heading_that_is_asked_about_by_itself_is_asked_about_once(name):
    rows: Rows = [["Offence", "2018/19", "Top app", "2019/20"], ["Stalking", 52, "Kik", 37],
                  ["Threats", 26, "Roblox", 19]]  # fmt: skip
    asked = [each for each in messages_of(name, rows) if "“Top app”" in each]
    assert len(asked) == 1
    assert not asked_of_two_tables(name, rows)
