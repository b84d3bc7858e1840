"""Labels of rows on a line of their own in the middle of their group, between two of its rows."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT
from tests.returns.grids import Rows
from tests.returns.test_pages import page_of

WITHIN = "begins within a group of rows"
LEFT = (60, 190, 330, 420)  # of each column of a page, in points
NAMES = ["a.xlsx", "a.csv", "a.docx", "a.pdf"]


def page_without_rules(rows: Rows) -> bytes:
    """Rows 16 points apart, and a word alone half-way between two of them."""
    words, top = [], 100.0
    for row in rows:
        alone = len(row) == 1
        top += 0 if alone else 16
        at = top + 8 if alone else top
        words += [(LEFT[c], at, str(text)) for c, text in enumerate(row) if text != ""]
    return page_of(words)


def stops(rows: Rows, name: str) -> list[str]:
    write = EVERY_FORMAT[name]
    size = max(map(len, rows))
    grid = [[*row, *[""] * (size - len(row))] for row in rows]
    data = page_without_rules(rows) if name == "a.pdf" else write(grid, [])
    found = read_sheets(name, open_file(data, name))
    return [each.message for each in found.problems if each.stops]


def asked(rows: Rows, name: str) -> list[str]:
    """The questions about a label within a group."""
    return [each for each in stops(rows, name) if WITHIN in each]


AGES = ["10 and under", "11 to 13", "14 to 15", "16 to 17"]
YEARS = ["2023/24", "2024/25"]


def groups(head: list[str], *parts: tuple[str, list[str], int]) -> Rows:
    """Rows of groups: each has a label, those of its rows, and how many of these are above it."""
    rows, count = [head], 31
    for text, labels, above in parts:
        for at, label in enumerate(labels):
            rows += [[text]] if at == above else []
            rows.append(["", label, *range(count, count + len(head) - 2)])
            count += 7
    return rows


CENTRED = {
    "sexes over ages": groups(
        ["Sex", "Age", *YEARS], ("Female", AGES, 2), ("Male", AGES, 2)),
    "sexes over two years": groups(
        ["Sex", "Year", "Offences"], ("Female", YEARS, 1), ("Male", YEARS, 1)),
    "platforms over two years": groups(
        ["Platform", "Year", "Offences"], ("Snapchat", YEARS, 1), ("WhatsApp", YEARS, 1),
        ("Not recorded", YEARS, 1)),
    "years over ages": groups(
        ["Year", "Age", "Offences"], (YEARS[0], AGES, 2), (YEARS[1], AGES, 2)),
    "forces over sexes": groups(
        ["Force", "Sex", *YEARS], ("Kent", ["Girls", "Boys"], 1), ("Essex", ["Girls", "Boys"], 1)),
    "the one label of all rows": groups(["Platform", "Year", "Offences"], ("Snapchat", YEARS, 1)),
    "rows that begin with a total": groups(
        ["Sex", "Age", *YEARS], ("Female", ["Total", "0-9"], 1), ("Male", ["Total", "0-9"], 1)),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", CENTRED)
def test_a_label_between_two_rows_of_its_group_is_asked_about_once(layout, name):
    assert len(asked(CENTRED[layout], name)) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "parts",
    [
        [("Female", AGES, 2), ("Male", AGES[:2], 1)],
        [("Female", AGES[:2], 1), ("Male", AGES, 2)],
        [("Female", AGES, 2), ("Male", AGES[1:3], 1), ("Not known", AGES, 2)],
    ],
)
def test_a_label_between_rows_of_groups_that_are_not_equally_long_is_asked_about(parts, name):
    assert stops(groups(["Sex", "Age", *YEARS], *parts), name)


def one_column(rows: Rows) -> Rows:
    """The same with all labels in the first column."""
    head, *body = rows
    return [["Offences", *head[2:]], *[row if len(row) == 1 else row[1:] for row in body]]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
@pytest.mark.parametrize("layout", ["sexes over ages", "sexes over two years", "years over ages"])
def test_so_it_is_where_all_labels_are_in_one_column(layout, name):
    assert len(asked(one_column(CENTRED[layout]), name)) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_one_line_that_cuts_a_list_of_years_in_halves_is_asked_about(name):
    assert asked(one_column(CENTRED["the one label of all rows"]), name)


@pytest.mark.parametrize("name", NAMES)
def test_a_label_between_two_rows_below_one_in_a_row_is_asked_about(name):
    rows = [["Force", "Sex", *YEARS], ["Kent", "Male", 31, 32], ["", "Female", 38, 39],
            ["Essex"], ["", "Male", 45, 46]]  # fmt: skip
    assert len(asked(rows, name)) == 1


FOUR = [["10 and under", 31, 38], ["11 to 13", 45, 52], ["14 to 15", 59, 66], ["16 to 17", 5, 8]]
HEADINGS = {
    "over each group": [["Age", *YEARS], ["Female"], *FOUR, ["Male"], *FOUR],
    "over a group behind one of all": [["Age", *YEARS], *FOUR, ["Female"], *FOUR, ["Male"], *FOUR],
    "behind a total": [["Age", *YEARS], ["Total", 99, 98], ["Female"], *FOUR, ["Male"], *FOUR],
    "behind rows that come again last": [
        ["Age", *YEARS], ["Not known", 4, 3], ["Female"], *FOUR, ["Not known", 2, 1],
        ["Male"], *FOUR, ["Not known", 2, 2]],
    "over shorter groups behind one of all": [
        ["Age", *YEARS], *FOUR, ["Female"], *FOUR, ["Sex not known"], *FOUR[1:]],
    "over other offences": [
        ["Offence", *YEARS], ["Rape", 31, 38], ["Grooming", 45, 52], ["Online offences"],
        ["Stalking", 59, 66], ["Blackmail", 5, 8]],
    "over years": [
        ["Year", "Offences"], ["2023/24", 31], ["2024/25", 38], ["Of which Snapchat"],
        ["2023/24", 5], ["2024/25", 8]],
    "a name of what the rows are split by": [
        ["", *YEARS], ["Female", 31, 38], ["Male", 5, 8], ["Age"], *FOUR],
    "over rows with labels of their own": [
        ["Offence", "Sex", "2024/25"], ["Rape", "Female", 31], ["", "Male", 38], ["Other offences"],
        ["Stalking", "Female", 45], ["", "Male", 8]],
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("layout", HEADINGS)
def test_a_heading_over_all_of_its_rows_is_no_question(layout, name):
    assert not asked(HEADINGS[layout], name)


@pytest.mark.parametrize("name", NAMES)
def test_a_line_over_the_first_group_and_over_each_other_is_no_question(name):
    rows = groups(["Sex", "Age", *YEARS], ("Female", AGES, 0), ("Male", AGES, 0))
    assert not asked(rows, name)
