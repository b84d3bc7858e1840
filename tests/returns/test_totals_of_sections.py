"""A total right below the line over its section is of that section, whatever it is called."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import labels_of, observations, read_as

YEARS = ["2018/19", "2019/20"]
TOTALS = ["Total", "Grand Total", "TOTALS", "Overall total", "All"]
SECTIONS = [  # lines over rows, the rows below them, and the role of the line
    (("Girls", "Boys"), ("Stalking", "Threats"), "sex: "),
    (("Stalking", "Threats"), ("Girls", "Boys"), "offence: "),
    (("Snapchat", "Kik"), ("Under 13", "13 to 17"), "platform: "),
    (("Under 13", "13 to 17"), ("Stalking", "Threats"), "age: "),
]
COUNTS = [[[31, 27], [12, 14]], [[24, 19], [40, 15]]]


def section(line: str, rows, counts, total: str, *, last: bool = False) -> Rows:
    body: Rows = [[name, *each] for name, each in zip(rows, counts, strict=True)]
    body.insert(len(body) if last else 0, [total, *map(sum, zip(*counts, strict=True))])
    return [[line, "", ""], *body]


def totals(rows: Rows, merged, name: str) -> dict:
    return {o.value: labels_of(o) for o in observations(read_as(rows, merged, name)) if o.total}


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize(("lines", "rows", "role"), SECTIONS)
def test_a_total_of_the_only_section_is_of_that_section(lines, rows, role, total, name):
    for last in (False, True):
        sheet = [["Group", *YEARS], *section(lines[0], rows, COUNTS[0], total, last=last)]
        merged = [] if name == "a.csv" else [(2, 1, 2, 3)]
        found = totals(sheet, merged, name)
        assert {"2018/19", role + lines[0]} <= found[43]
        assert {"2019/20", role + lines[0]} <= found[41]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
@pytest.mark.parametrize("total", TOTALS)
@pytest.mark.parametrize(("lines", "rows", "role"), SECTIONS)
def test_so_is_each_of_two_and_the_last_of_all_is_of_all(lines, rows, role, total, name):
    sheet = [["Group", *YEARS], *section(lines[0], rows, COUNTS[0], total),
             *section(lines[1], rows, COUNTS[1], total), ["Grand Total", 107, 75]]  # fmt: skip
    found = totals(sheet, [], name)
    assert {"2018/19", role + lines[0]} <= found[43]
    assert {"2018/19", role + lines[1]} <= found[64]
    assert found[107] == {"2018/19"}


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
def test_a_total_of_all_below_the_first_line_is_of_all_where_the_sums_say_so(name):
    lines, rows, _ = SECTIONS[0]
    sheet = [["Offence", *YEARS], [lines[0], "", ""], ["Total", 107, 75],
             *section(lines[0], rows, COUNTS[0], "Subtotal")[2:],
             *section(lines[1], rows, COUNTS[1], "Subtotal")]  # fmt: skip
    assert totals(sheet, [], name)[107] == {"2018/19"}


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
@pytest.mark.parametrize("total", TOTALS[:3])
def test_below_a_line_with_a_year_it_is_of_that_year(total, name):
    parts = [section(year, ("Stalking", "Threats"), [[one[0]] for one in counts], total)
             for year, counts in zip(YEARS, COUNTS, strict=True)]  # fmt: skip
    rows = [["Offence", "Count"], *([row[:2] for row in each] for each in parts)]
    sheet = [rows[0], *rows[1], *rows[2]]
    assert totals(sheet, [], name) == {43: {"2018/19"}, 64: {"2019/20"}}
