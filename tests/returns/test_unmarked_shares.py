"""Percentages without a sign are asked about: their base is there, or they add up to 100."""

import pytest

from tests.returns.every_format import messages_of
from tests.returns.grids import Rows

YEARS = ["2024/25", "2025/26"]
SHARES: Rows = [["Sex", *YEARS], ["Girls", 65, 64], ["Boys", 35, 36]]
AGES: Rows = [["Age", *YEARS], ["10 to 13", 40, 38], ["14 to 15", 30, 35], ["16 to 17", 31, 27]]
COUNTS: Rows = [["Sex", *YEARS], ["Girls", 80, 90], ["Boys", 44, 50]]
ACROSS: Rows = [["Year", "Girls", "Boys"], [YEARS[0], 65, 35], [YEARS[1], 64, 36]]
BASE, OF_ALL = "percentages are of", "add up to 100"


def turned(rows: Rows) -> Rows:
    return [[*each] for each in zip(*rows, strict=True)]


def asked(name: str, rows: Rows, words: str) -> int:
    return sum(words in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf", "a.docx"])
@pytest.mark.parametrize("rows", [SHARES, AGES, COUNTS])
@pytest.mark.parametrize("base", ["Base", "Base (n)"])
def test_the_base_of_percentages_is_asked_about_once(base, rows, name):
    row = [base, 124, 140]
    for table in ([*rows, row], [rows[0], row, *rows[1:]], turned([*rows, row])):
        assert asked(name, table, BASE) == 1, table


@pytest.mark.parametrize("base", ["Unweighted base", "Base size", "Sample size", "Base:"])
def test_a_base_in_other_words(base):
    assert asked("a.xlsx", [*SHARES, [base, 124, 140]], BASE) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("rows", [SHARES, ACROSS, [*SHARES, ["Total", 100, 100]]])
def test_counts_that_add_up_to_100_in_each_year_are_asked_about_once(rows, name):
    assert asked(name, rows, OF_ALL) == 1


def test_a_stated_total_of_100_says_so_where_a_part_has_no_number():
    rows: Rows = [["Age", *YEARS], ["0 to 9", "<5", "<5"], *AGES[1:3], ["Total", 100, 100]]
    assert asked("a.xlsx", rows, OF_ALL) == 1


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize(
    "rows",
    [
        COUNTS,
        [["Sex", YEARS[0]], ["Girls", 65], ["Boys", 35], ["Total", 100]],  # by chance
        [["Sex", *YEARS], ["Girls", 65, 70], ["Boys", 35, 36]],
        [["Year", "Offences"], [YEARS[0], 100], [YEARS[1], 100]],
        [["Police base", *YEARS], ["Girls", 80, 90], ["Boys", 44, 50]],
    ],
)
def test_counts_that_do_not_or_in_one_year_are_not(rows, name):
    assert not asked(name, rows, OF_ALL) + asked(name, rows, BASE)
