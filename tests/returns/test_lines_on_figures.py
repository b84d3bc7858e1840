"""Lines that speak of the figures below them are asked about, and are labels of none."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows, read

TABLE: Rows = [["Offence", "2018/19", "2019/20"], ["Threats", 41, 22], ["Blackmail", 15, 34],
               ["Total", 56, 56]]  # fmt: skip

LINES = [
    "These are persons, not crimes",
    "We count children here and not offences",
    "Every recorded offence, not just online",
    "Do not publish",
    "Provisional",
    "Estimates",
    "Draft, unaudited figures",
    "without February",
    "excl. the last quarter",
]


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_speaks_of_the_figures_labels_none_of_them(line):
    for rows in ([[line], *TABLE], [[line], [], *TABLE]):
        found = read(rows)
        labels = {text for o in found.values() for text in (*o.labels.values(), *o.other)}
        assert labels == {"Threats", "Blackmail", "Total"}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("line", LINES)
def test_such_a_line_is_asked_about_above_a_table_as_below_it(name, line):
    for rows in ([[line, "", ""], *TABLE], [*TABLE, ["", "", ""], [line, "", ""]]):
        assert any(f"“{line}”" in each for each in messages_of(name, rows))


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("Grooming", {"offence": "Grooming"}),
        ("Snapchat", {"platform": "Snapchat"}),
        ("Girls", {"sex": "Girls"}),
    ],
)
def test_a_line_that_names_what_is_counted_labels_it_as_before(line, labels):
    rows: Rows = [[line], ["Age", "2018/19"], ["12", 41], ["13", 15]]
    data = EVERY_FORMAT["a.xlsx"](rows, [])
    (table,) = read_sheets("a.xlsx", open_file(data, "a.xlsx")).tables
    for each in table.observations:
        assert each.labels == labels | {"age": each.labels["age"]}


AGES: Rows = [["10", 3], ["11", 4]]
OLDER: Rows = [["14", 5], ["15", 6]]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "line", ["IT equipment", "Those not known", "Those of no sex", "These not given", "Provisional"]
)
@pytest.mark.parametrize("below", [AGES, OLDER])
def test_a_line_between_rows_ends_the_group_before_it(name, line, below):
    head: Rows = [["Age", "2018/19"]]
    rows: Rows = [*head, ["Girls", ""], *AGES, [line, ""], *below]
    (table,) = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name)).tables
    assert [o.labels.get("sex") == "Girls" for o in table.observations] == [True] * 2 + [False] * 2
    named = {text for o in table.observations[2:] for text in (*o.labels.values(), *o.other)}
    assert line in named


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_a_line_between_rows_that_counts_other_things_stops(name):
    rows: Rows = [["Offence", "2018/19"], ["Kik", ""], ["Rape", 3], ["Stalking", 4],
                  ["Not offences but incidents", ""], ["Threats", 5], ["Blackmail", 6]]  # fmt: skip
    found = read_sheets(name, open_file(EVERY_FORMAT[name](rows, []), name))
    assert any("counts incidents" in each.message and each.stops for each in found.problems)
    observed = [o for table in found.tables for o in table.observations]
    assert [o.labels.get("platform") for o in observed] == ["Kik", "Kik", None, None]


@pytest.mark.parametrize(
    "line", ["Those not known", "Those aged 16 or over", "IT crime", "This district"]
)
def test_those_of_some_kind_above_a_table_are_its_label(line):
    found = read([[line], *TABLE])
    assert all(line in (*o.labels.values(), *o.other) for o in found.values())
