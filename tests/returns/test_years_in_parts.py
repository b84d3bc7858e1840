"""A year beside its months: where some have no number, the year may be of the others alone."""

import pytest

from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_causes import read_as
from tests.returns.test_whole_years import turned

MONTHS = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"]
WHOLE = "Is it of the whole year?"


def by_months(*lines: list[object]) -> Rows:
    years = ["2017/18", "2018/19"]
    rows = [[year, *line] for year, line in zip(years, lines, strict=True)]
    return [["Year", *MONTHS, "Total"], *rows]  # type: ignore[list-item]


FULL = [*range(11, 23), sum(range(11, 23))]


def asked(rows: Rows, name: str) -> list[str | None]:
    return [each.cell for each in read_as(rows, [], name).conflicts if WHOLE in each.message]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("nothing", ["", "-", "n/a", "not available"])
def test_a_total_of_the_months_or_quarters_that_have_a_number_is_asked_about(name, nothing):
    latest = [*range(31, 39), *[nothing] * 4, sum(range(31, 39))]
    assert len(asked(turned(by_months(FULL, latest)), name)) == 1
    quarters: Rows = [["Year", "Q1", "Q2", "Q3", "Q4", "Total"], ["2017/18", 17, 18, 19, 20, 74]]
    assert len(asked([*quarters, ["2018/19", 31, 32, nothing, nothing, 63]], name)) == 1
    assert not asked([*quarters, ["2018/19", 31, 32, 33, 34, 130]], name)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(
    "latest",
    [
        [*["n/a"] * 3, *range(31, 40), sum(range(31, 40))],
        [*range(31, 35), "n/a", *range(36, 43), sum([*range(31, 35), *range(36, 43)])],
        [*["", ""], *range(31, 41), sum(range(31, 41))],
    ],
)
def test_so_is_one_without_the_first_months_or_one_that_was_refused(name, latest):
    assert len(asked(turned(by_months(FULL, latest)), name)) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(
    "latest",
    [
        [*range(31, 43), sum(range(31, 43))],
        [*range(31, 38), "<5", *range(39, 43), 380],
        [*range(31, 35), "", *range(36, 43), sum([*range(31, 35), *range(36, 43)])],
        [*range(31, 39), *[""] * 4, 999],
        [*range(31, 39), *[0] * 4, sum(range(31, 39))],
        [*[""] * 12, 416],
    ],
    ids=["whole", "hidden", "one blank inside", "more than its months", "zeros", "no month"],
)
def test_a_total_that_may_be_of_all_months_is_not(name, latest):
    assert not asked(turned(by_months(FULL, latest)), name)


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_each_sex_is_asked_about_by_itself(name):
    rows: Rows = [
        ["Year", "Sex", "H1", "H2", "Total"],
        ["2017/18", "Girls", 40, 44, 84],
        ["2017/18", "Boys", 20, 21, 41],
        ["2018/19", "Girls", 41, 43, 84],
        ["2018/19", "Boys", 22, "not held", 22],
    ]
    assert len(asked(rows, name)) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_year_beside_its_first_months_is_asked_about_without_the_word_total(name):
    rows: Rows = [
        ["Offence", "2017/18", "Apr-18", "May-18", "Jun-18", "2018/19"],
        ["Sexual assault", 84, 17, 18, 19, 54],
        ["Meeting a child after grooming", 40, 11, 12, 13, 36],
    ]
    assert len(asked(rows, name)) == 2
    more: Rows = [
        *rows[:1],
        ["Sexual assault", 84, 17, 18, 19, 91],
        ["Stalking", 40, 11, 12, 13, 50],
    ]
    assert not asked(more, name)


def without(months: list[str], *left_out: str, heading: str = "Month") -> list[Rows]:
    """Two labels in three layouts with a row a month, the second without some of its rows."""
    pairs = [(m, label) for m in months for label in ("Girls", "Boys") if
             label == "Girls" or m not in left_out]  # fmt: skip
    counts = {pair: at for at, pair in enumerate(pairs, 11)}
    offences = {"Girls": "Stalking", "Boys": "Threats"}
    return [
        [["Year", heading, "Sex", "Count"],
         *(["2018/19", m, label, counts[m, label]] for m, label in pairs)],
        [["Offence", "Year", heading, "Count"],
         *([offences[label], "2018/19", m, counts[m, label]]
           for m, label in sorted(pairs, key=lambda pair: pair[1] == "Boys"))],
        [[heading, "Sex", "2018/19"], *([m, label, counts[m, label]] for m, label in pairs)],
    ]  # fmt: skip


QUARTERS = ["Q1", "Q2", "Q3", "Q4"]
OF_LABEL = "alone, in a table of all months of 2018/19"


def of_labels(rows: Rows, name: str) -> list[tuple[str | None, int]]:
    found = read_as(rows, [], name).conflicts
    return [(e.message.partition(" alone")[0], len(e.also)) for e in found if OF_LABEL in e.message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.ods", "a.docx"])
@pytest.mark.parametrize(
    ("left_out", "months"),
    [(["Q4"], "April to December"), (["Q1"], "July to March"), (["Q1", "Q2", "Q4"], "October to")],
)
def test_a_label_without_a_row_in_the_first_or_the_last_quarter_is_asked_about(
    left_out, months, name
):
    for rows in without(QUARTERS, *left_out, heading="Quarter"):
        ((said, also),) = of_labels(rows, name)
        assert months in said
        assert also == 3 - len(left_out)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.ods", "a.docx"])
def test_so_is_one_without_a_row_in_the_last_month(name):
    for rows in without(MONTHS, "Mar"):
        ((said, also),) = of_labels(rows, name)
        assert said.endswith("counts of April to February")
        assert also == 10


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.ods", "a.docx"])
def test_labels_with_a_row_in_each_month_are_not(name):
    for rows in [*without(MONTHS), *without(QUARTERS, heading="Quarter")]:
        assert of_labels(rows, name) == []


def test_several_labels_of_a_year_are_one_question():
    rows: Rows = [["Year", "Quarter", "Offence", "Count"],
                  *(["2018/19", q, "Stalking", at] for at, q in enumerate(QUARTERS, 11)),
                  ["2018/19", "Q1", "Threats", 5], ["2018/19", "Q2", "Incest", 6]]  # fmt: skip
    (asked_,) = [e for e in read_as(rows, [], "a.xlsx").conflicts if OF_LABEL in e.message]
    assert asked_.message.startswith("“Threats” has counts of April to June alone")
    assert asked_.message.endswith("So it is with 1 more.")
    assert len(asked_.also) == 1
