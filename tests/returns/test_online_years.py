"""A year that is not called online, where the same counts of another year are, is asked about."""

import sys
from types import FrameType
from typing import Any

import pytest

from offences.returns.checks import online_years
from offences.returns.formats.files import FileContents, open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, sheet_of

ASKED = "Are these offences online, too?"
COUNTS: Rows = [["Rape", 14], ["Grooming", 31]]
FIRST: Rows = [["Offence", "2018/19"], *COUNTS]
SECOND: Rows = [["Offence", "2019/20"], ["Rape", 15], ["Grooming", 33]]


def asked(**sheets: Rows) -> list[tuple[str, str | None]]:
    named = [sheet_of(rows, name.replace("_", " ")) for name, rows in sheets.items()]
    found = read_sheets("a.xlsx", FileContents(named))
    assert sum(len(table.observations) for table in found.tables) >= 2
    problems = [each for each in found.problems if ASKED in each.message and each.stops]
    return [(each.sheet, each.cell) for each in problems]


@pytest.mark.parametrize("online", ["Online offences", "Cyber flagged", "Internet", "All online"])
def test_sheets_of_which_one_is_online_are_asked_about(online):
    assert asked(**{"Offences": FIRST, online: SECOND}) == [("Offences", "B2")]
    assert asked(**{online: FIRST, "Offences": SECOND}) == [("Offences", "B2")]
    assert asked(Sheet1=FIRST, Sheet2=[[online], *SECOND]) == [("Sheet1", "B2")]
    assert asked(**{f"{online}_1": FIRST, f"{online}_2": SECOND}) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_column_of_measures_of_which_one_is_online_is_asked_about_in_every_format(name):
    rows: Rows = [["Measure", "Year", "Count"], ["Offences", "2018/19", 42],
                  ["Cyber flagged", "2019/20", 48]]  # fmt: skip
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name, ""))
    assert len([each for each in found.problems if ASKED in each.message and each.stops]) == 1


def test_a_measure_written_once_over_its_rows_is_one_of_each():
    rows: Rows = [["Type", "Offence", "Year", "Count"], ["Offences", "Rape", "2018/19", 20],
                  ["", "Grooming", "2018/19", 30], ["Online offences", "Rape", "2019/20", 12],
                  ["", "Grooming", "2019/20", 33]]  # fmt: skip
    assert asked(Data=rows) == [("Data", "D2")]


def test_headings_of_years_and_of_tables_are_asked_about():
    rows: Rows = [["Offence", "2018/19", "2019/20"], ["", "Offences", "Online offences"],
                  ["Rape", 14, 15], ["Grooming", 31, 33]]  # fmt: skip
    assert asked(Data=rows) == [("Data", "B3")]
    first: Rows = [["Year", "Offences"], ["2018/19", 42]]
    assert asked(Data=[*first, [], ["Year", "Online offences"], ["2019/20", 48]]) == [
        ("Data", "B2")
    ]


def test_years_that_have_both_or_none_and_titles_over_all_are_not():
    both: Rows = [["Measure", "2018/19", "2019/20"], ["Recorded", 420, 430], ["Online", 48, 49]]
    assert asked(Data=both) == []
    assert asked(Data=FIRST, More=SECOND) == []
    title: Rows = [["Online offences against children"], []]
    tables: Rows = [["Table 1: 2018/19"], ["Offence", "Number"], *COUNTS, [], ["Table 2: 2019/20"]]
    assert asked(Data=[*title, *tables, ["Offence", "Number"], *COUNTS]) == []


def test_another_offence_of_another_year_is_another_count():
    rows: Rows = [["Offence", "Year", "Number"], ["Online grooming", "2018/19", 31],
                  ["Rape", "2019/20", 14], ["Stalking", "2019/20", 25]]  # fmt: skip
    assert asked(Data=rows) == []


def steps_of(size: int) -> int:
    """The instructions of this check for a list of so many rows, of which half are online."""
    words = [("Offences", "2018/19"), ("Cyber flagged", "2019/20")]
    rows: Rows = [["Measure", "Area", "Year", "Count"]]
    rows += [[words[n % 2][0], f"Area {n // 2}", words[n % 2][1], 42 + n] for n in range(size)]
    steps = 0

    def counted(frame: FrameType, event: str, _: object) -> Any:
        nonlocal steps
        frame.f_trace_opcodes = frame.f_code.co_filename == online_years.__file__
        steps += event == "opcode"
        return counted

    before = sys.gettrace()
    sys.settrace(counted)
    try:
        assert asked(Data=rows)
    finally:
        sys.settrace(before)
    return steps


def test_a_list_twice_as_long_is_twice_the_work():
    steps_of(8)
    assert 0 < steps_of(320) < 2.3 * steps_of(160)
