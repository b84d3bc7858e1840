"""A total that takes in adults is asked about: the counts that were asked for are of children."""

import pytest

from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows

ALL_FORMATS = pytest.mark.parametrize("name", ["a.csv", *FORMATS])
YEARS = ["2018/19", "2019/20"]


def rows_of(adult: str, total: str = "Total", *, sums=(66, 58), adults=(21, 17)) -> Rows:
    return [["Age", *YEARS], ["Under 18", 45, 41], [adult, *adults], [total, *sums]]


def asked(name: str, rows: Rows) -> list[str]:
    return [text for text in messages_of(name, rows) if "Is it of children alone?" in text]


@ALL_FORMATS
@pytest.mark.parametrize("adult", ["18 and over", "18+", "Over 18s", "Adult victims", "18-25"])
def test_a_total_below_a_row_of_adults_is_asked_about(name, adult):
    asks = f"This total is beside “{adult}”. Is it of children alone?"
    assert asked(name, rows_of(adult)) == [asks, asks]


@ALL_FORMATS
@pytest.mark.parametrize("total", ["Total", "All ages"])
def test_a_total_beside_a_column_of_adults_is_asked_about(name, total):
    rows: Rows = [["Year", "0-17", "18 years and over", total], ["2018/19", 45, 21, 66]]
    assert len(asked(name, [*rows, ["2019/20", 41, 17, 58]])) == 2


@ALL_FORMATS
def test_a_total_of_one_sex_with_adults_is_asked_about(name):
    rows: Rows = [["Victims", "2018/19"], ["Female 0-17", 45], ["Female 18+", 21]]
    assert len(asked(name, [*rows, ["Total female", 66]])) == 1


@ALL_FORMATS
def test_of_many_totals_beside_adults_one_question_is_asked(name):
    rows: Rows = [["Year", "0-17", "Adults", "Total"]]
    rows += [[f"{n}/{n - 1999:02}", n - 1990, 5, n - 1985] for n in range(2001, 2015)]
    found = asked(name, rows) + [t for t in messages_of(name, rows) if "Are they of child" in t]
    assert found == ["Totals are beside “Adults”. Are they of children alone?"]


@ALL_FORMATS
def test_a_total_is_asked_about_behind_one_that_adds_up_without_adults(name):
    assert len(asked(name, rows_of("18 and over", sums=(45, 58)))) == 1


@ALL_FORMATS
def test_a_total_that_may_have_adults_beside_withheld_children_is_asked_about(name):
    rows: Rows = [["Age", *YEARS], ["Under 18", "<5", "<5"], ["18 and over", 2, 2]]
    assert len(asked(name, [*rows, ["Total", 4, 3]])) == 2


@ALL_FORMATS
def test_a_total_beside_withheld_adults_is_asked_about(name):
    assert asked(name, rows_of("18 and over", sums=(47, 43), adults=("<5", "<5")))


@ALL_FORMATS
@pytest.mark.parametrize(
    "rows",
    [
        rows_of("18 and over", sums=(45, 41), adults=(0, 0)),  # there are none
        rows_of("18 and over", sums=(45, 41)),  # it adds up without them
        rows_of("Not known"),
        rows_of("Children and adults"),
        rows_of("Not over 18"),
        rows_of("Over 18 months"),
        rows_of("Young adults 16-17"),
        [["Age", YEARS[0]], ["Under 18 (no adults)", "<5"], ["Not known", 8], ["Total", 11]],
        # It can be the sum of the others alone, and not with the adults.
        [["Age", YEARS[0]], ["0-12", "<5"], ["13-17", 14], ["Over 18s", 6], ["Total", 17]],
        [["Age", *YEARS], ["0-15", 45, 41], ["16+", 21, 17], ["Total", 66, 58]],
        [["Age", *YEARS], ["0-15", 45, 41], ["16-17", 21, 17], ["Total", 66, 58]],
        [
            ["Offence", *YEARS],
            ["Stalking", 45, 41],
            ["Sexual activity with a child, offender aged 18 or over", 21, 17],
            ["Total", 66, 58],
        ],
    ],
)
def test_a_total_of_children_alone_is_not_asked_about(name, rows):
    assert not asked(name, rows)
