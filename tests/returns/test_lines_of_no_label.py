"""The question about a table whose line is no known label names that line, if there is one."""

import pytest

from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows

KNOWN, NONE = "is no known label.", "No line above this table says what it counts"
HEADS = [["Offence", "2018/19", "2019/20"], ["Year", "Girls", "Boys"], ["Age", "Kik", "Viber"]]
LABELS = [["Rape", "Grooming"], ["2018/19", "2019/20"], ["Under 13", "13-17"]]


def stacked(first: str, second: str, head: list[str], labels: list[str]) -> Rows:
    rows: Rows = []
    for line, counts in ((first, [[31, 27], [12, 14]]), (second, [[3, 7], [2, 4]])):
        rows += [["", "", ""]] * bool(rows) + [[line, "", ""]] * bool(line) + [[*head]]
        rows += [[label, *each] for label, each in zip(labels, counts, strict=True)]
    return rows


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(("head", "labels"), [*zip(HEADS, LABELS, strict=True)])
def test_a_line_that_says_nothing_known_is_named_in_the_question(head, labels, name):
    rows = stacked("Recorded offences", "Charged", head, labels)
    asked = messages_of(name, rows)
    assert any(each.startswith(NONE) and f"“Charged” {KNOWN}" in each for each in asked)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_a_table_without_a_line_below_one_with_a_label_is_said_to_have_none(name):
    rows = stacked("Girls", "", HEADS[0], LABELS[0])
    assert any(NONE in each and KNOWN not in each for each in messages_of(name, rows))
    both = stacked("Girls", "Boys", HEADS[0], LABELS[0])
    assert not any(NONE in each or KNOWN in each for each in messages_of(name, both))
