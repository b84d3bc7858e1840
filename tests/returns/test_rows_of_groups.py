"""Rows of a group whose counts are hidden or blank: neither headings nor lines over others."""

import csv
import io

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.result import ReadFile
from tests.returns.every_format import FORMATS, Merged
from tests.returns.grids import Rows, problems, read

YEARS = ["2019/20", "2020/21"]
HEAD: Rows = [["Year", "Offence", "Count"]]
NAMES = [*FORMATS, "a.csv"]


def read_in(name: str, rows: Rows, merged: Merged) -> ReadFile:
    if name.endswith("csv"):
        csv.writer(out := io.StringIO()).writerows(rows)
        return read_sheets(name, open_file(out.getvalue().encode(), name))
    return read_sheets(name, open_file(FORMATS[name](rows, merged), name))


def cells(found: ReadFile) -> list[tuple[object, ...]]:
    """Each count, by its year and labels, without those that are withheld."""
    seen = [each for table in found.tables for each in table.observations]
    return [
        (o.year, *o.labels.values(), *o.other, o.value if o.marker is None else o.marker)
        for o in seen
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("merged", [[], [(2, 1, 3, 1), (4, 1, 5, 1)]])
@pytest.mark.parametrize(
    ("text", "marker"),
    [("<5", "suppressed"), ("1-4", "suppressed"), ("Under 5", "suppressed"), ("", "blank"),
     ("10-14", "suppressed"), ("Not recorded", "not_held"), ("*", "suppressed")],
)  # fmt: skip
def test_the_last_row_of_a_group_whose_count_is_withheld_is_one_of_its_rows(
    name, merged, text, marker
):
    rows = [*HEAD, [YEARS[0], "Rape", 41], ["", "Incest", text], [YEARS[1], "Rape", 52],
            ["", "Incest", 63]]  # fmt: skip
    found = read_in(name, rows, merged)
    assert cells(found) == [
        (YEARS[0], "Rape", 41), (YEARS[0], "Incest", marker), (YEARS[1], "Rape", 52),
        (YEARS[1], "Incest", 63),
    ]  # fmt: skip
    assert not [each for each in (*found.problems, *found.conflicts) if each.stops]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("texts", [["<5", "5-9"], ["<3", "<3"], ["", ""]])
def test_so_it_is_with_two_columns_and_with_lines_over_the_groups(name, texts):
    markers = [{"": "blank"}.get(text, "suppressed") for text in texts]
    two: Rows = [
        ["Year", "Offence", "Girls", "Boys"],
        [YEARS[0], "Rape", 41, 32],
        ["", "Incest", *texts],
        [YEARS[1], "Rape", 52, 33],
        ["", "Incest", 17, 16],
    ]
    assert [each[-1] for each in cells(read_in(name, two, []))][2:4] == markers
    lined: Rows = [["Victims", *YEARS], ["Rape"], ["Girls", 41, 52], ["Boys", *texts], ["Incest"],
                   ["Girls", *texts], ["Boys", 16, 19]]  # fmt: skip
    found = cells(read_in(name, lined, []))
    assert found[2:4] == [
        (year, "Rape", "Boys", marker) for year, marker in zip(YEARS, markers, strict=True)
    ]
    assert found[-2:] == [(YEARS[0], "Incest", "Boys", 16), (YEARS[1], "Incest", "Boys", 19)]


def test_a_row_with_two_labels_below_a_blank_heads_no_table():
    rows: Rows = [["Year", "Offence", "Sex", "Count"], [YEARS[0], "Rape", "Girls", 41],
                  ["", "Rape", "Boys", ""], [YEARS[1], "Rape", "Girls", 52],
                  ["", "Rape", "Boys", 33]]  # fmt: skip
    found = read(rows)
    assert (found["D3"].marker, found["D3"].year) == ("blank", YEARS[0])
    assert found["D5"].labels == {"offence": "Rape", "sex": "Boys"}


@pytest.mark.parametrize(
    "heading",
    [["Victims", "Under 5", "5-9"], ["", "<5", "5-9"], ["Offence", "Under 13", "13-15"],
     ["Year", "<5", "5-9"]],
)  # fmt: skip
def test_ages_over_the_counts_of_a_second_table_stay_its_headings(heading):
    second: Rows = [["Recorded 2020/21"], heading, ["Rape", 11, 12], ["Incest", 13, 14]]
    found = read([["Victims", *YEARS], ["Girls", 41, 52], ["Boys", 32, 33], [], *second])
    assert [found[cell].labels.get("age") for cell in ("B7", "C8")] == heading[1:]
    assert found["B7"].year == "2020/21"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("labels", [["Rape", "Incest", "Threats"], ["Threats", "Rape", "Abduct"]])
def test_an_offence_with_blank_figures_beside_others_of_no_known_kind_heads_none(name, labels):
    one, blank, last = labels
    rows: Rows = [["Offence", *YEARS], [one, 41, 52], [blank, "", ""], [last, 32, 33]]
    found = read_in(name, rows, [])
    assert (YEARS[0], last) in {each[:2] for each in cells(found)}
    assert [each[-1] for each in cells(found)] == [41, 52, "blank", "blank", 32, 33]
    assert any(f"“{blank}” has no figures" in each.message for each in found.problems)


def test_a_line_that_may_be_either_is_asked_about():
    rows: Rows = [["Offence", *YEARS], ["Rape", 41, 52], ["Threats"], ["Incest", 32, 33]]
    (asked,) = problems(rows)
    assert asked.stops and asked.message.endswith("Or does it head the rows below it?")


@pytest.mark.parametrize("line", ["Of which:", "By age", "Victim sex", "2016/17 only", "Of girls"])
def test_a_line_that_names_an_axis_or_a_group_is_no_blank_row(line):
    rows: Rows = [["Offence", *YEARS], ["Rape", 41, 52], [line], ["Incest", 32, 33]]
    assert not any("has no figures" in each.message for each in problems(rows))


@pytest.mark.parametrize(
    "rows",
    [
        [["Rape"], ["Girls", 41, 52], ["Boys", 32, 33], ["Incest"], ["Girls", 11, 12]],
        [["All", 73, 85], ["Rape"], ["Girls", 41, 52], ["Boys", 32, 33]],
        [["Rape", 73, 85], ["Incest", 4, 5], ["Rape"], ["Girls", 41, 52], ["Boys", 32, 33]],
    ],
)
def test_an_offence_over_the_sexes_of_its_victims_stays_over_them(rows):
    found = read([["Measure", *YEARS], *rows])
    row = rows.index(["Rape"]) + 3
    assert found[f"B{row}"].labels == {"offence": "Rape", "sex": "Girls"}
    assert not any(each.marker for each in found.values())


def test_a_blank_row_right_above_a_line_over_others_is_no_line_itself():
    rows: Rows = [["Offence", *YEARS], ["Contact"], ["Rape", 41, 52], ["Incest"], ["No contact"],
                  ["Grooming", 32, 33]]  # fmt: skip
    found = read(rows)
    assert (found["B4"].marker, found["B6"].other) == ("blank", ("No contact",))
    assert [each.cell for each in problems(rows) if each.stops] == ["A4"]
    levels: Rows = [["Offence", *YEARS], ["East"], ["Girls"], ["Rape", 41, 52], ["Boys"],
                    ["Rape", 32, 33], ["West"], ["Girls"], ["Rape", 11, 12]]  # fmt: skip
    assert not problems(levels)


@pytest.mark.parametrize(
    "labels", [["2018/19", "2019/20", "2020/21"], ["Apr-20", "May-20", "Jun-20"]]
)
def test_a_year_or_month_with_blank_figures_is_a_row(labels):
    one, blank, last = labels
    found = read([["Year", "Rape", "Incest"], [one, 41, 52], [blank, "", ""], [last, 32, 33]])
    assert found["B3"].marker == "blank"
    assert blank in (found["B3"].year, found["B3"].part_words)


def test_a_year_over_its_months_is_no_blank_row():
    months: Rows = [[f"{month}-20", 41, 52] for month in ("Apr", "May")]
    later: Rows = [[f"{month}-21", 32, 33] for month in ("Apr", "May")]
    found = read([["Month", "Rape", "Incest"], *months, ["2021/22"], *later])
    assert not any(each.marker for each in found.values())


def test_a_line_in_the_column_of_names_beside_codes_stays_over_its_rows():
    rows: Rows = [
        ["Code", "Offence", *YEARS],
        ["19C", "Rape of a female", 41, 52],
        ["", "Other sexual offences", "", ""],
        ["20A", "Sexual assault", 32, 33],
    ]
    found = read(rows)
    assert not any(each.marker for each in found.values())
    assert "Other sexual offences" in found["C4"].other
