"""Lines that speak of the figures below them are asked about, and are labels of none."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, read
from tests.returns.three_formats import EVERY_FORMAT, messages_of

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
