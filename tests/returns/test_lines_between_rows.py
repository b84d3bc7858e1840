"""A line between rows that is over those below it alone is asked about: “Online”, halfway down."""

import pytest

from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

HEAD = ["Year", "Offence", "Number of offences"]
EARLIER: Rows = [["2017/18", "Rape", 11], ["2017/18", "Grooming", 40]]
LATER: Rows = [["2018/19", "Rape", 13], ["2018/19", "Grooming", 45]]
ASKED = "Are the counts above it of the same?"


def read(rows: Rows) -> ReadFile:
    return read_sheets("a.xlsx", FileContents([sheet_of(rows, "Data")]))


def asked(found: ReadFile) -> list[str | None]:
    assert sum(len(table.observations) for table in found.tables) >= 4
    return [each.cell for each in found.problems if ASKED in each.message and each.stops]


@pytest.mark.parametrize(
    "words",
    [
        "Online",
        "Cyber",
        "Cyber-enabled",
        "Internet",
        "Northern division",
        "Contact only",
        "Of girls",
    ],
)
def test_a_line_halfway_down_a_list_is_asked_about(words):
    assert asked(read([HEAD, *EARLIER, [words, "", ""], *LATER])) == ["A4"]
    assert asked(read([HEAD, *EARLIER, ["", words, ""], *LATER])) == ["B4"]
    assert asked(read([HEAD, *EARLIER, [], [words, "", ""], *LATER])) == ["A5"]
    assert asked(read([*EARLIER, [words, "", ""], *LATER])) == ["A3"]


@pytest.mark.parametrize("name", FORMATS)
def test_it_is_asked_about_in_every_format(name):
    rows = [HEAD, *EARLIER, ["Online", "", ""], *LATER]
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))
    assert len(asked(found)) == 1


def test_within_one_year_and_in_a_list_of_crimes_it_is_too():
    one: Rows = [["2017/18", "Sexual assault", 13], ["2017/18", "Indecent images", 45]]
    assert asked(read([HEAD, *EARLIER, ["Online", "", ""], *one])) == ["A4"]
    crimes: Rows = [
        ["05/2017", "Rape", "F"],
        ["05/2017", "Grooming", "F"],
        ["06/2017", "Grooming", "M"],
    ]
    list_of: Rows = [[f"0{n}/{month}", *rest] for n, (month, *rest) in enumerate(crimes, 1)]
    lists = [["Date", "Offence", "Sex"], *list_of, ["Online", "", ""], *list_of]
    assert [p.cell for p in read(lists).problems if ASKED in p.message] == ["A5"]


def test_a_line_over_all_rows_or_a_line_for_each_group_is_none():
    assert asked(read([HEAD, ["Online", "", ""], *EARLIER, *LATER])) == []
    groups = [HEAD, ["Online", "", ""], *EARLIER, ["Contact", "", ""], *EARLIER]
    assert asked(read(groups)) == []


def test_a_line_of_a_year_between_rows_is_none():
    years: Rows = [["2017/18", ""], ["Rape", 11], ["Grooming", 40], ["2018/19", ""]]
    assert asked(read([*years, ["Rape", 13], ["Grooming", 45]])) == []


def test_it_is_asked_about_once():
    twice = [HEAD, *EARLIER, ["Since 2010", "", ""], *LATER]
    named = [each for each in read(twice).problems if "Since 2010" in each.message]
    assert len(named) == 1
