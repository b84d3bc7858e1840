"""Each guard in docs/security.md is proved by a test that there is."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text()
ROWS = [
    [cell.strip() for cell in line.strip("| ").split(" | ")]
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| asset", "|---"))
]
FEWEST = 60


def missing(row: list[str]) -> str:
    """What is wrong with the last cell of a row: nothing, where it names a test that there is."""
    named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", row[-1])
    if not named:
        return f"{row[-1]} is no test"
    file = ROOT / named[1]
    if not file.exists():
        return f"{named[1]} is not there"
    return "" if f"def {named[2]}(" in file.read_text() else f"{named[2]} is not in {named[1]}"


def test_each_line_has_asset_way_in_guard_and_a_test_that_there_is():
    assert [row for row in ROWS if len(row) != 4 or not all(row)] == []
    assert [why for row in ROWS if (why := missing(row))] == []


def test_there_are_enough_lines_and_none_twice():
    assert len(ROWS) >= FEWEST
    assert len({tuple(row[:2]) for row in ROWS}) == len(ROWS)


def test_a_line_whose_test_is_gone_is_named():
    assert missing(["a", "b", "c", "`tests/tooling/test_security_page.py::test_gone`"])
    assert missing(["a", "b", "c", "by hand"])


def test_it_says_how_to_report_and_what_to_do_on_the_day_of_a_leak():
    assert "## Report a weakness" in PAGE and "## The day of a leak" in PAGE
