"""A total of those online and offline is more than was asked for, though they add up to it."""

import pytest

from tests.returns.every_format import messages_of
from tests.returns.grids import Rows

YEARS = ["2018/19", "2019/20"]
WIDER = "Which of the two was asked for?"


def columns(online: str, offline: str) -> Rows:
    return [
        ["Year", online, offline, "Total"],
        [YEARS[0], 124, 400, 524],
        [YEARS[1], 140, 400, 540],
    ]


def rows(online: str, offline: str) -> Rows:
    return [["Type", *YEARS], [online, 124, 140], [offline, 400, 400], ["Total", 524, 540]]


def grouped(online: str, offline: str) -> Rows:
    heads = [online, offline, "Total"]
    return [["", YEARS[0], "", "", YEARS[1], "", ""], ["Offence", *heads, *heads],
            ["Rape", 4, 6, 10, 5, 6, 11], ["Grooming", 40, 2, 42, 50, 3, 53]]  # fmt: skip


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("layout", [columns, rows, grouped])
def test_it_is_asked_about_once(layout, name):
    found = messages_of(name, layout("Online", "Offline"))
    assert sum(WIDER in each for each in found) == 1


@pytest.mark.parametrize(
    ("online", "offline"),
    [("Online", "Not online"), ("Cyber flagged", "Not cyber flagged"), ("Cyber", "Non-cyber")],
)
def test_in_other_words(online, offline):
    assert any(WIDER in each for each in messages_of("a.xlsx", rows(online, offline)))


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.pdf"])
@pytest.mark.parametrize("layout", [columns, rows])
@pytest.mark.parametrize(("one", "other"), [("Girls", "Boys"), ("Online", "Online grooming")])
def test_a_total_of_parts_that_were_asked_for_is_no_question(one, other, layout, name):
    assert not any(WIDER in each for each in messages_of(name, layout(one, other)))
