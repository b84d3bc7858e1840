"""Numbers that are not exact are in a count's place: asked about, and no labels of a list."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as
from tests.returns.test_whole_years import turned

FORMATS = ["a.xlsx", "a.csv", "a.pdf"]
WHY = "is neither a count nor a known marker"


def layouts(spelling: str) -> list[Rows]:
    one, two, three, four = (spelling.format(number) for number in (20, 30, 45, 60))
    wide: Rows = [["Offence", "2017/18", "2018/19"], ["Rape", one, two], ["Stalking", three, four]]
    return [
        [["Year", "Offences"], ["2017/18", one], ["2018/19", two]],
        [["Year", "Sex", "Total"], ["2017/18", "Girls", one], ["2018/19", "Girls", two]],
        wide,
        turned(wide),
    ]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "spelling", ["c. {}", "about {}", "approx. {}", "{}+", "> {}", "over {}", "~{}", "{} or more"]
)
def test_a_table_of_nothing_else_has_counts_that_nobody_can_read(spelling, name):
    for rows in layouts(spelling):
        found = read_as(rows, [], name)
        assert {each.marker for each in observations(found)} == {"unreadable"}
        assert {each.year for each in observations(found)} == {"2017/18", "2018/19"}
        assert WHY in found.problems[0].message


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("heading", ["Age", "Age group", ""])
def test_ages_that_look_alike_are_labels(heading, name):
    ages = ["10 or under", "11+", "16+"]
    rows: Rows = [
        ["Sex", heading, "2018/19"],
        *(["Girls", age, 31 + n] for n, age in enumerate(ages)),
    ]
    counts = observations(read_as(rows, [], name))
    assert [each.value for each in counts] == [31, 32, 33]
    assert [each.labels.get("age") for each in counts] == ages
