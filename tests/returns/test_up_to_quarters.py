"""“To Q2” is from the year's first month on; what may be Q2 alone, or more, has no months."""

import pytest

from offences.returns.labels.months import parse_months
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

FORMATS = [name for name in EVERY_FORMAT if name != "a.pdf"]  # its columns are narrow
PARTS = [
    ("To Q2 2018/19", (4, 9)),
    ("2018/19 up to the end of Q3", (4, 12)),
    ("Until quarter 1 2018/19", (4, 6)),
    ("To H1 2018/19", (4, 9)),
    ("To end Q2 2018/19", (4, 9)),
    ("Year to Q2 2018/19", None),  # or twelve months
    ("12 months to Q3 2018/19", None),
    ("Year ending Q2 2018/19", None),
    ("As at Q2 2018/19", None),
    ("End of Q2 2018/19", None),
    ("Q2 end 2018/19", None),
    ("Q2 2018/19 to date", None),
    ("Q2 2018/19", (7, 9)),
    ("Q1 to Q2 2018/19", (4, 9)),
    ("Q3 to Q4 2018/19", (10, 3)),
    ("2nd quarter 2018/19", (7, 9)),
]
WHOLE = ["Year ending Q4 2018/19", "12 months to Q4 2018/19", "Year to Q4 2018/19"]


def layouts(text: str) -> list[Rows]:
    return [
        [["Offence", text, "2019/20"], ["Stalking", 31, 44], ["Threats", 12, 8]],
        [["Year", "Girls", "Boys"], [text, 31, 12], ["2019/20", 44, 8]],
        [["Period", "Sex", "Count"], [text, "Girls", 31], [text, "Boys", 12],
         ["2019/20", "Girls", 44], ["2019/20", "Boys", 8]],
    ]  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(("text", "months"), PARTS)
def test_its_counts_are_of_these_months_or_of_none_that_are_known(text, months, name):
    for rows in layouts(text):
        own = [o for o in observations(read_as(rows, [], name)) if o.value in (31, 12)]
        assert {(each.year, each.months) for each in own} == {("2018/19", months)}
        assert all(each.part_words for each in own)


@pytest.mark.parametrize("text", WHOLE)
def test_twelve_months_to_the_end_of_a_year_are_the_whole_year(text):
    assert parse_months(text, "financial") == (4, 3)
    for rows in layouts(text):
        found = read_as(rows, [], "a.xlsx")
        assert not [each for each in found.problems if each.stops]


@pytest.mark.parametrize("name", FORMATS)
def test_quarters_to_which_a_year_was_counted_are_not_parts_that_follow_each_other(name):
    heads = [f"To Q{n} 2018/19" for n in (1, 2, 3)]
    rows: Rows = [["Offence", *heads], ["Stalking", 5, 8, 10], ["Threats", 7, 14, 21]]
    found = observations(read_as(rows, [], name))
    assert {each.months for each in found} == {(4, 6), (4, 9), (4, 12)}
