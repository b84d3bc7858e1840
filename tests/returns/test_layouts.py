"""Layouts in which a number could be lost, or read under the wrong label, without a question."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.reader import read_sheets
from offences.returns.sheet import Observation
from offences.returns.sheet_reader import read_sheet
from tests.returns.grids import Rows, problems, read, sheet_of

YEARS = ["2018/19", "2019/20"]


def stops(rows: Rows, name: str = "Data") -> list[tuple[str | None, str]]:
    """The cells that stop a sheet, each with what would settle it."""
    return [(each.cell, each.needs) for each in problems(rows, name) if each.stops]


def labels(found: dict[str, Observation], role: str) -> dict[str, str | None]:
    return {cell: each.labels.get(role) for cell, each in found.items()}


# Lines over several tables

TWO_TABLES: list[Rows] = [
    [["Threats"], ["Year", "Girls", "Boys"], ["2018/19", 31, 12], [],
     ["Blackmail recorded online"], ["Year", "Girls", "Boys"], ["2018/19", 8, 6]],
    [["Blackmail flagged as online", "", "", "", "Threats flagged as online"],
     ["Year", "Girls", "Boys", "", "Year", "Girls", "Boys"],
     ["2018/19", 31, 12, "", "2018/19", 8, 6], ["2019/20", 30, 11, "", "2019/20", 7, 9]],
    [["Table 1: stalking offences by year and sex"], ["Sex", *YEARS], ["Female", 5, 6], [],
     ["Table 2: harassment offences by year and sex"], ["Sex", *YEARS], ["Female", 7, 8]],
]  # fmt: skip


@pytest.mark.parametrize("rows", TWO_TABLES)
def test_lines_over_tables_of_one_kind_say_what_each_counts(rows):
    found = read(rows)
    counted = {
        (tuple(sorted(each.labels.items())), each.other, each.year) for each in found.values()
    }
    assert len(counted) == len(found)
    assert all(each.other or each.labels.get("offence") for each in found.values())


def test_a_table_without_a_line_stops_where_its_sibling_has_one():
    for line in ("Stalking", "Boys", "Threats"):
        rows: Rows = [[line], ["Age", *YEARS], ["14", 1, 2], ["15", 3, 4], [],
                      ["Age", *YEARS], ["14", 5, 6], ["15", 7, 8]]  # fmt: skip
        assert stops(rows) == [("A6", "label")]


def test_a_title_over_all_tables_labels_every_one():
    rows: Rows = [["Male victims"], ["2018/19"], ["Age", "Recorded", "Charged"], ["14", 1, 2],
                  ["15", 3, 4], [], ["2019/20"], ["Age", "Recorded", "Charged"], ["14", 5, 6],
                  ["15", 7, 8]]  # fmt: skip
    assert set(labels(read(rows), "sex").values()) == {"Male victims"}


def test_tables_that_differ_by_their_year_alone_need_no_other_line():
    rows: Rows = [["Recorded offences 2018/19"], ["Sex", "Online", "Offline"], ["Male", 1, 2], []]
    rows += [["Recorded offences 2019/20"], ["Sex", "Online", "Offline"], ["Male", 3, 4]]
    assert not stops(rows)


# Rows and columns without a label


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Offence", *YEARS], ["Stalking", 31, 27], ["", 8, 9], ["Threats", 12, 14]], "B3"),
        ([["Sex", "14", "15", "16"], ["Girls", 5, 6, 7], ["Boys", 3, 3, 3], ["", 8, 9, 11]], "B4"),
        ([["Force", "Offence", *YEARS], ["Northshire Police", "Rape", 4, 5],
          ["", "Stalking", 6, 7], ["", "", 3, 2]], "C4"),
    ],
)  # fmt: skip
def test_a_row_without_a_label_stops(rows, cell):
    assert (cell, "label") in stops(rows, "2018-19")


@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", *YEARS], ["Stalking", 31, 27], ["Threats", 12, 14], ["", 43, 41]],
        [["Offence", *YEARS], ["", 43, 41], ["Stalking", 31, 27], ["Threats", 12, 14]],
        [["Year", "Girls", "Boys"], ["2018/19", 1, 2], ["2019/20", 3, 4], [], ["", 4, 6]],
    ],
)
def test_a_row_without_a_label_that_is_the_sum_of_the_others_is_their_total(rows):
    found = read(rows)
    assert not stops(rows)
    assert len({cell[1:] for cell, each in found.items() if each.total}) == 1


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Offence", *YEARS], ["Stalking", 31, 27], ["", "", 8], ["Threats", 12, 14]], "C3"),
        ([["Sex", "Recorded", "Charged"], ["Girls", 31, 27], ["", 2016], ["Boys", 12, 9]], "B3"),
        ([["Offence", *YEARS, "2020/21"], ["", "", 14], ["Stalking", 31, 27, 5]], "C2"),
    ],
)
def test_a_lone_number_under_a_column_of_counts_is_no_line_over_the_rows_below(rows, cell):
    found = read(rows, "2018-19")
    assert (cell, "label") in stops(rows, "2018-19")
    assert not any("age" in each.labels for each in found.values())
    assert found[cell].year


@pytest.mark.parametrize(
    ("rows", "cell"),
    [
        ([["Offence", *YEARS, "", "Grand"], ["", "", "", "", "Total"], ["Stalking", 31, 27, 60],
          ["Threats", 12, 14, 26]], "D3"),
        ([["Offence", "2017/18", *YEARS], ["Stalking", "", 31, 27, 5], ["Threats", "", 1, 2, 6]],
         "E2"),
        ([["Sex", "Under 14", "", "14 to 15"], ["Girls", 31, 27, 5], ["Boys", 12, 14, 6]], "C2"),
    ],
)  # fmt: skip
def test_a_column_without_a_heading_takes_none_from_beside_it_and_stops(rows, cell):
    assert (cell, "label") in stops(rows, "2018-19")


def test_a_column_without_a_heading_that_is_the_sum_of_its_row_is_a_total():
    rows: Rows = [["Offence", *YEARS, ""], ["Stalking", 31, 27, 58], ["Threats", 12, 14, 26]]
    found = read(rows)
    assert (found["D2"].total, found["D2"].year) == (True, None)
    assert not stops(rows)


# Groups of columns or rows under the name of their axis

MIXED: list[tuple[Rows, tuple[tuple[int, int, int, int], ...], str]] = [
    ([["Year 2018/19"], ["", "Age", "", "Sex", "", ""],
      ["Outcome", "14 to 15", "16 to 17", "Girls", "Boys", "Not known"],
      ["Warning", 61, 72, 80, 53, 1]], ((2, 2, 2, 3), (2, 4, 2, 6)), "F4"),
    ([["2018/19", "Recorded"], ["Age of victim"], ["Under 14", 5], ["14 to 15", 6],
      ["Not known", 2], ["Gender"], ["Female", 9], ["Male", 3], ["Not known", 1]], (), "B9"),
    ([["Offence", "10-13", "14-15", "16-17", "Unknown", "F", "M", "U"],
      ["Stalking", 1, 5, 3, 7, 9, 3, 4], ["Rape", 2, 3, 9, 8, 9, 4, 9]], (), "H2"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "merged", "cell"), MIXED)
def test_not_known_is_of_its_own_group(rows, merged, cell):
    sheet = sheet_of(rows, "2018-19", merged=merged)
    found = {o.cell: o for table in read_sheet(sheet).tables for o in table.observations}
    text = "U" if cell == "H2" else "Not known"
    assert found[cell].labels["sex"] == text
    assert "age" not in found[cell].labels


def test_a_heading_that_could_name_an_axis_is_a_label_over_those_of_another():
    rows: Rows = [["Offence", "Social media", "", "Dating site", ""],
                  ["", "Girls", "Boys", "Girls", "Boys"], ["Rape", 5, 2, 9, 4]]  # fmt: skip
    platforms = labels(read(rows, "2018-19"), "platform")
    assert [*platforms.values()] == ["Social media"] * 2 + ["Dating site"] * 2


@pytest.mark.parametrize(
    "bands", [("Under 14", "14 to 15"), ("10 to 11", "12 to 13"), ("10-11", "12-13", "14-15")]
)
def test_bands_that_look_like_years_are_ages_under_each_year(bands):
    again = [text for year in YEARS for text in (year, *[""] * (len(bands) - 1))]
    rows: Rows = [
        ["", *again],
        ["Offence", *bands, *bands],
        ["Stalking", *range(31, 31 + 2 * len(bands))],
        ["Threats", *[7] * len(bands) * 2],
    ]
    found = read(rows)
    assert [each.labels["age"] for each in found.values()] == [*bands, *bands] * 2
    assert [each.year for each in found.values()][: len(bands) + 1] == ["2018/19"] * len(bands) + [
        "2019/20"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [["Outcome 2018/19", "Age", "", "", "Sex", ""],
         ["", "14", "15", "16+", "Girls", "Not known"], ["Warning", 61, 72, 80, 83, 1]],
        [["2018/19", "Girls", "Boys"], ["Stalking", 61, 72], ["Threats", 80, 83]],
        [["Offence (2018/19)", "Victim age", ""], ["", "14", "15"], ["Stalking", 61, 72]],
    ],
)  # fmt: skip
def test_a_year_in_the_corner_is_that_of_every_count(rows):
    found = read(rows)
    assert {each.year for each in found.values()} == {"2018/19"}
    assert found[f"B{len(rows)}"].value in (61, 80)
    assert not stops(rows)


@pytest.mark.parametrize(
    "rows",
    [
        [["Category", "Description"], ["0350", "Stalking"], ["0124", "Threats"]],
        [["Class", "Crime", *YEARS], ["008", "Stalking", 31, 27], ["104", "Threats", 12, 14]],
        [["Area", "Offence", "2018/19"], ["01", "Stalking", 31], ["02", "Threats", 12]],
    ],
)
def test_digits_of_one_width_that_begin_with_0_are_codes(rows):
    sheet = read_sheet(sheet_of(rows))
    assert not any(o.cell[0] == "A" for table in sheet.tables for o in table.observations)
    codes = [each for each in sheet.not_taken if each.cell[0] == "A"]
    assert len(codes) == 2
    assert not any(each.stops for each in codes)


@pytest.mark.parametrize("text", ["FYE Mar 2019", "FYE 2019", "FY ending March 19", "Y/E 31.03.19"])
def test_a_financial_year_by_its_end(text):
    found = read([["Offence", text], ["Stalking", 31], ["Threats", 12]])
    assert {(each.year, each.year_kind, each.other) for each in found.values()} == {
        ("2018/19", "financial", ())
    }


@pytest.mark.parametrize(
    "marking",
    ["OFFICIAL", "Official - Sensitive", "NOT PROTECTIVELY MARKED", "RESTRICTED (when complete)"],
)
def test_a_protective_marking_is_no_label(marking):
    found = read(
        [[marking], [], ["Offence", *YEARS], ["Stalking", 31, 27], [marking], ["Rape", 1, 2]]
    )
    assert not any(each.other for each in found.values())


def test_a_total_with_a_footnote_mark_before_it_is_a_total_and_no_force():
    rows: Rows = [["Force", *YEARS], ["Kent", 3, 4], ["Sussex", 5, 6], ["*Total South East", 8, 10],
                  ["Essex", 7, 8]]  # fmt: skip
    found = read(rows)
    assert found["B4"].total
    assert "force" not in found["B4"].labels


def test_an_area_over_a_group_goes_on_until_the_next_area():
    rows: Rows = [["Offence", *YEARS], ["Northern zone"], ["Alpha"], ["Rape", 1, 2], ["Beta"],
                  ["Rape", 3, 4], ["Southern zone"], ["Gamma"], ["Rape", 5, 6]]  # fmt: skip
    found = read(rows)
    assert [found[cell].other for cell in ("B4", "B6", "B9")] == [
        ("Northern zone", "Alpha"), ("Northern zone", "Beta"), ("Southern zone", "Gamma"),
    ]  # fmt: skip


def test_a_figure_to_be_confirmed_is_asked_for():
    for text in ("TBC", "to follow", "not yet available"):
        rows: Rows = [["Offence", *YEARS], ["Stalking", 31, text], ["Threats", 12, 14]]
        assert read(rows)["C2"].marker == "not_available"
        assert [each.cell for each in problems(rows)] == ["C2"]


def test_counts_that_rise_by_one_are_no_headings_beside_a_label():
    rows: Rows = [["", "Girls", "Boys", "Not known"], ["Stalking", 1, 2, 3], ["Threats", 5, 6, 7]]
    assert [each.value for each in read(rows, "2018-19").values()] == [1, 2, 3, 5, 6, 7]


def test_a_total_below_one_of_its_parts_stops():
    rows: Rows = [["Offence", *YEARS], ["Stalking", 31, 27], ["Threats", 12, 14], ["Total", 30, 41]]
    read = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert [(each.cell, each.stops, each.needs) for each in read.conflicts] == [
        ("B4", True, "total")
    ]


def test_a_total_that_only_does_not_add_up_is_a_remark():
    rows: Rows = [["Offence", *YEARS], ["Stalking", 31, 27], ["Threats", 12, 14], ["Total", 45, 41]]
    read = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    assert [(each.cell, each.stops) for each in read.conflicts] == [("B4", False)]


def test_rows_over_their_parts_label_them_at_every_level():
    rows: Rows = [["Row Labels", *YEARS], ["Northshire Police", 10, 26], ["Stalking", 6, 9],
                  ["Girls", 5, 4], ["Boys", 1, 5], ["Threats", 4, 17], ["Girls", 3, 9],
                  ["Boys", 1, 8], ["Eastvale Police", 21, 34], ["Stalking", 9, 14],
                  ["Girls", 7, 8], ["Boys", 2, 6], ["Threats", 12, 20], ["Girls", 4, 9],
                  ["Boys", 8, 11]]  # fmt: skip
    found = read(rows)
    parts = {"force": "Eastvale Police", "offence": "Threats", "sex": "Boys"}
    assert found["B15"].labels == parts
    assert found["B13"].total
    assert not found["B14"].total


def test_rows_or_columns_that_say_the_same_stop():
    rows: Rows = [["Offence", *YEARS], ["Stalking", 31, 27], ["Stalking", 12, 14]]
    assert stops(rows) == [("A3", "label")]
    rows = [["Offence", "2018/19", "2018/19"], ["Stalking", 31, 27], ["Threats", 12, 14]]
    assert stops(rows) == [("C2", "label")]


def test_headings_a_column_beside_their_figures_stop():
    rows: Rows = [["", "Outcome", "Girls", "Boys"], ["Warning", 31, 27], ["Charged", 12, 14]]
    assert ("A1", "label") in stops(rows, "2018-19")


def test_a_line_that_nobody_understands_between_tables_of_known_years_stops():
    rows: Rows = []
    for line in ("2018/19", "Revised", "2020/21"):
        rows += [[line], ["Sex", "Recorded", "Confirmed"], ["Girls", 31, 27], ["Boys", 5, 9], []]
    assert stops(rows) == [("A7", "label"), ("A7", "year")]


def test_headings_that_come_again_as_on_a_page_go_on_with_their_table():
    head = ["Offence", *YEARS]
    rows: Rows = [["Male victims"], head, ["Stalking", 31, 27], head, ["Threats", 12, 14]]
    assert set(labels(read(rows), "sex").values()) == {"Male victims"}
    assert len(read(rows)) == 4


def test_a_quarter_over_rows_of_years_is_a_part_of_each():
    rows: Rows = [["Financial year", "Q1", "Q2", "Total"], ["2018/19", 31, 27, 58],
                  ["2019/20", 12, 14, 26]]  # fmt: skip
    found = read(rows)
    assert (found["B2"].year, found["B2"].months) == ("2018/19", (4, 6))
    assert (found["D3"].months, found["D3"].total) == (None, True)


def test_a_plain_word_over_a_table_says_something_beside_that_of_its_sibling():
    rows: Rows = [["Victims", "", "", "", "Suspects"], ["Offence", *YEARS, "", "Offence", *YEARS],
                  ["Stalking", 31, 27, "", "Stalking", 12, 14],
                  ["Threats", 5, 6, "", "Threats", 7, 8]]  # fmt: skip
    assert read(rows)["B3"].other == ("Victims",)


@pytest.mark.parametrize("first", ["Code", "No."])
def test_labels_under_a_heading_with_the_year_are_labels_behind_a_code_too(first):
    rows: Rows = [[first, "Crime type (2018/19)", "Girls", "Boys"], ["0350", "Stalking", 31, 12],
                  ["0124", "Threats", 8, 6]]  # fmt: skip
    found = read(rows)
    assert {each.year for each in found.values()} == {"2018/19"}
    assert set(labels(found, "offence").values()) == {"Stalking", "Threats"}
    assert not stops(rows)


def test_a_number_beside_an_unread_word_in_a_short_column_is_no_label():
    found = read([["Offence", "Girls", "Boys"], ["Stalking", 0, 12], ["Threats", "12/15", 6]])
    assert found["B2"].value == 0
    assert not any(labels(found, "age").values())


def test_one_heading_alone_over_the_only_column_of_counts_is_no_line():
    rows: Rows = [
        ["Force: Northshire Police"],
        ["", YEARS[0]],
        ["Rape", 1],
        ["Stalking", 2],
        [],
        ["Force: Westmarch Police"],
        ["", YEARS[0]],
        ["Rape", 3],
        ["Stalking", 4],
    ]
    found = read(rows)
    assert labels(found, "force") == {
        "B3": "Northshire Police", "B4": "Northshire Police",
        "B8": "Westmarch Police", "B9": "Westmarch Police",
    }  # fmt: skip


def test_a_total_below_a_group_with_a_withheld_number_is_of_all_groups():
    rows: Rows = [["Offence", "2017/18", "2018/19", "2019/20"], ["Girls"], ["Rape", 1, 2, "<5"],
                  ["Stalking", 3, 4, 5], ["Boys"], ["Rape", 6, 7, 8], ["Stalking", 9, 1, 2],
                  ["Total", 19, 14, 18]]  # fmt: skip
    found = read(rows)
    assert found["B8"].total
    assert "sex" not in found["B8"].labels


def test_age_bands_in_groups_are_labels_under_a_heading_that_names_no_kind():
    rows: Rows = [["Row Labels", *YEARS], ["Stalking"], ["10-14", 1, 2], ["15-17", 3, 4],
                  ["Not known", 5, 6], ["Threats"], ["10-14", 7, 8], ["15-17", 9, 1],
                  ["Not known", 2, 3]]  # fmt: skip
    found = read(rows)
    assert labels(found, "age")["B3"] == "10-14"
    assert not stops(rows)


def test_a_line_that_says_nothing_known_stops_beside_years_though_codes_differ():
    rows: Rows = []
    for number, line in enumerate(("Year: 2018/19", "Year: 2019/20", "Additional data")):
        rows += [[line], ["Code", "Sex", "Online", "Offline"], [f"035{number}", "Male", 5, 6]]
        rows += [[f"012{number}", "Female", 7, 8], []]
    assert stops(rows) == [("A12", "label"), ("A12", "year")]
