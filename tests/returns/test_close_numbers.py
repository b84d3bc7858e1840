"""Numbers of a PDF without upright rules that stand close behind a label or another number."""

import pytest
from pdfminer.fontmetrics import FONT_METRICS

from offences.returns import read_file
from offences.returns.result import ReadFile
from tests.returns.test_pages import Words, page_of

pytestmark = pytest.mark.usefixtures("read_here")

LABELS = ("Stalking 14-16", "Stalking of a pupil", "Threats under 12")
YEARS = ("2018/19", "2019/20")


def read(words: Words, strokes: list[str] | None = None) -> ReadFile:
    return read_file(
        page_of([(60, 70, "Offences recorded in Northshire"), *words], strokes), "a.pdf"
    )


def width(text: str) -> float:
    """How wide a text is in the typeface of the page, in points."""
    return sum(FONT_METRICS["Helvetica"][1][letter] for letter in text) / 100


def beside(label: str, number: str, gap: float, heads: tuple[str, str] = YEARS) -> Words:
    """A table whose second label is so many points before the numbers of its row."""
    at = 60 + width(label) + gap
    rows = [
        ("Offence", *heads),
        ("Rape", "12", "13"),
        (label, number, "38"),
        ("Voyeurism", "7", "9"),
    ]
    return [
        (x, 100 + 18 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((60, at, 300), row, strict=True)
    ]


def values(found: ReadFile) -> list[int | str | None]:
    return [
        each.value if each.value is not None else each.marker
        for table in found.tables
        for each in table.observations
    ]


def asks(found: ReadFile) -> list[str]:
    return [each.message for each in found.problems if each.stops]


@pytest.mark.parametrize("gap", [0, 1, 2, 3])
@pytest.mark.parametrize("number", ["34", "<5", "1,204", "8"])
@pytest.mark.parametrize("label", LABELS)
def test_a_number_close_behind_its_label_is_asked_about(label, number, gap):
    found = read(beside(label, number, gap))
    assert f"{number}” at the end of “" in " ".join(asks(found))


@pytest.mark.parametrize("number", ["34", "<5"])
def test_the_same_where_only_the_rows_of_the_table_are_ruled(number):
    rules = [f"56 {752 - 18 * n} m 360 {752 - 18 * n} l S" for n in range(5)]
    assert asks(read(beside("Threats under 12", number, 2), rules))


@pytest.mark.parametrize(("number", "value"), [("34", 34), ("<5", "suppressed")])
@pytest.mark.parametrize("label", LABELS)
def test_a_number_more_than_a_space_behind_its_label_is_in_its_own_column(label, number, value):
    found = read(beside(label, number, 4))
    assert values(found) == [12, 13, value, 38, 7, 9]
    assert not asks(found)


def test_a_column_that_all_labels_run_into_is_asked_about():
    rows = [("Stalking 14-16", "34", "38"), ("Stalking 10-11", "51", "42")]
    heads = [(60, 100, "Crime"), (126, 100, "Girls"), (300, 100, "Boys")]
    words = [
        (x, 118 + 18 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((60, 126, 300), row, strict=True)
    ]
    assert "“34” at the end of “Stalking 14-16 34”" in " ".join(asks(read([*heads, *words])))


@pytest.mark.parametrize("gap", [1, 2, 3])
def test_two_numbers_close_to_each_other_are_two(gap):
    first = "2041807"
    behind = 200 + width(first) + gap
    rows = [[(60, "Stalking"), (200, "2604"), (behind, "2310")],
            [(60, "Threats"), (200, first), (behind, "2298")]]  # fmt: skip
    heads = [(60, 100, "Offence"), (200, 100, YEARS[0]), (behind + 10, 100, YEARS[1])]
    words = [(x, 118 + 18 * n, text) for n, row in enumerate(rows) for x, text in row]
    assert values(read([*heads, *words])) == [2604, 2310, 2041807, 2298]


@pytest.mark.parametrize(
    ("label", "asked"), [("Stalking of any pupil or student", 0), ("Stalking of a child of 9", 1)]
)
def test_a_label_over_an_empty_cell_is_asked_about_if_it_ends_in_a_number(label, asked):
    rows = [("Offence", *YEARS), ("Rape", "12", "13"), (label, "", "38"), ("Voyeurism", "7", "9")]
    words = [
        (x, 100 + 18 * n, text)
        for n, row in enumerate(rows)
        for x, text in zip((60, 60 + width(label) - 10, 300), row, strict=True)
        if text
    ]
    assert ("may be the number of the column" in " ".join(asks(read(words)))) is bool(asked)
