"""Tables in the layouts that forces use."""

import pytest

from offences.returns.sheet import Sheet, SheetRow, Table
from tests.returns.grids import Rows, listed, problems, read, values, years

YEARS = ["2017/18", "2018/19"]


def test_years_stand_in_the_headings():
    found = read([["Offence", *YEARS], ["Rape", 1, 2], ["Grooming", 3, 4]])
    assert values(found) == {"B2": 1, "C2": 2, "B3": 3, "C3": 4}
    assert found["C3"].year == "2018/19"
    assert found["C3"].labels == {"offence": "Grooming"}


def test_years_stand_in_the_first_column():
    found = read([["Financial Year", "Rape", "Grooming"], ["2017/18", 1, 2], ["2018/19", 3, 4]])
    assert years(found) == {"B2": "2017/18", "C2": "2017/18", "B3": "2018/19", "C3": "2018/19"}
    assert found["B3"].labels == {"offence": "Rape"}


def test_single_ages_across_are_headings_not_counts():
    found = read([["Year", *range(18), "Unknown"], ["2018/19", *range(20, 38), 9]])
    assert found["B2"].labels == {"age": "0"}
    assert found["T2"].labels == {"age": "Unknown"}
    assert len(found) == 19


def test_a_heading_written_once_stands_over_the_columns_to_its_right():
    found = read(
        [["", "2017/18", "", "2018/19", ""],
         ["Offence", "Male", "Female", "Male", "Female"],
         ["Rape", 1, 2, 3, 4]]
    )  # fmt: skip
    assert years(found) == {"B3": "2017/18", "C3": "2017/18", "D3": "2018/19", "E3": "2018/19"}
    assert found["E3"].labels == {"offence": "Rape", "sex": "Female"}


def test_a_label_written_once_stands_beside_the_rows_below_it():
    found = read(
        [["Offence", "Gender", *YEARS],
         ["Rape", "Male", 1, 2], ["", "Female", 3, 4],
         ["Grooming", "Male", 5, 6], ["", "Female", 7, 8],
         ["Total", "", 16, 20]]
    )  # fmt: skip
    assert found["C3"].labels == {"offence": "Rape", "sex": "Female"}
    assert found["C6"].total
    assert "sex" not in found["C6"].labels


def test_a_total_over_several_years_has_no_year():
    found = read([["Offence", *YEARS, "Total"], ["Rape", 1, 2, 3]])
    assert (found["D2"].year, found["D2"].total) == (None, True)


def test_a_year_in_the_sheets_name_belongs_to_every_count():
    found = read([["Offence", "Male", "Female"], ["Rape", 1, 2]], name="2018-19")
    assert set(years(found).values()) == {"2018/19"}


def test_tables_below_each_other_have_their_own_years():
    found = read(
        [["Financial year 2017/18"], ["Offence", "Male", "Female"], ["Rape", 1, 2], [],
         ["Financial year 2018/19"], ["Offence", "Male", "Female"], ["Rape", 3, 4]]
    )  # fmt: skip
    assert years(found) == {"B3": "2017/18", "C3": "2017/18", "B7": "2018/19", "C7": "2018/19"}


@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize(
    "corners", [("Venue", "Handset"), ("Offence", "Handset"), ("Venue", "Sex")]
)
@pytest.mark.parametrize("years_read", [YEARS, ["2017", "2018"], ["Apr 2018", "May 2018"]])
def test_a_row_of_the_years_over_it_heads_a_table_whatever_its_corner_says(
    years_read, corners, gap
):
    found = read(
        [[corners[0], *years_read], ["Park", 14, 3], ["Barn", 6, 2], *gap,
         [corners[1], *years_read], ["Tablet", 12, 5], ["Laptop", 8, 1]]
    )  # fmt: skip
    assert sorted(each.value or 0 for each in found.values()) == [1, 2, 3, 5, 6, 8, 12, 14]
    texts = {text for o in found.values() for text in (*o.labels.values(), *o.other)}
    below = {
        text
        for o in found.values()
        if o.value in (12, 5, 8, 1)
        for text in (*o.labels.values(), *o.other)
    }
    assert {"Park", "Tablet"} <= texts
    assert corners[0] not in below


def test_counts_that_look_like_years_are_no_headings():
    found = read([["Offence", "2017", "2018"], ["Rape", 1900, 2018], ["Theft", 2018, 2017]])
    assert values(found) == {"B2": 1900, "C2": 2018, "B3": 2018, "C3": 2017}


def test_tables_beside_each_other_have_their_own_lines():
    found = read(
        [["Male victims", "", "", "", "Female victims"],
         ["Offence", *YEARS, "", "Offence", *YEARS],
         ["Rape", 1, 2, "", "Rape", 3, 4], ["Grooming", 5, 6, "", "Exposure", 7, 8]]
    )  # fmt: skip
    assert found["B3"].labels == {"offence": "Rape", "sex": "Male victims"}
    assert found["G4"].labels == {"offence": "Exposure", "sex": "Female victims"}


def test_a_force_in_a_line_stands_over_the_rows_below_it():
    found = read(
        [["Offence", *YEARS], ["Northshire Police"], ["Rape", 1, 2], ["Eastvale Police"],
         ["Rape", 3, 4]]
    )  # fmt: skip
    assert found["B3"].labels == {"force": "Northshire Police", "offence": "Rape"}
    assert found["B5"].labels == {"force": "Eastvale Police", "offence": "Rape"}


def test_spacers_are_no_blanks_and_part_no_table():
    found = read(
        [["Offence", "2017/18", "", "2018/19"], ["Rape", 1, "", 2], [], ["Grooming", 3, "", 4]]
    )
    assert values(found) == {"B2": 1, "D2": 2, "B4": 3, "D4": 4}


def test_codes_percentages_and_changes_are_no_counts():
    found = read(
        [["HO Code", "Offence", *YEARS, "Change", "% change"],
         ["19", "Rape", 4, 2, -2, -0.5], ["88", "Grooming", 4, 6, 2, 0.5]]
    )  # fmt: skip
    assert set(found) == {"C2", "D2", "C3", "D3"}


def test_an_empty_cell_in_a_table_is_blank_and_never_nought():
    found = read([["Offence", *YEARS], ["Rape", "", 2], ["Grooming", "-", 0]])
    assert (found["B2"].value, found["B2"].marker) == (None, "blank")
    assert (found["B3"].value, found["B3"].marker) == (None, "blank")
    assert (found["C3"].value, found["C3"].marker) == (0, None)


def test_words_in_a_numbers_place_are_unreadable_and_told():
    rows = [["Offence", *YEARS], ["Rape", "see note below", 2], ["Grooming", 3, 4]]
    assert read(rows)["B2"].marker == "unreadable"
    assert [problem.cell for problem in problems(rows)] == ["B2"]


def test_one_row_per_crime_is_counted():
    found = listed(
        [["Crime Ref", "Date Recorded", "Offence", "Victim age", "Outcome"],
         ["A1", "2018-04-01", "Rape", 12, "Charged"], ["A2", "2019-03-31", "Rape", 12, "None"],
         ["A3", "2019-04-01", "Rape", 12, "None"]]
    )  # fmt: skip
    assert [(o.cell, o.year, o.value, o.labels) for o in found] == [
        (None, "2018/19", 2, {"offence": "Rape", "age": "12"}),
        (None, "2019/20", 1, {"offence": "Rape", "age": "12"}),
    ]


def test_a_number_under_an_age_in_years_is_a_count_though_it_looks_like_a_year():
    found = read(
        [["Offence", "0 to 4 years", "5 to 9 years"], ["Rape", 2016, 3], ["Incest", 2014, 5]]
    )
    assert found["B2"].labels == {"age": "0 to 4 years", "offence": "Rape"}
    assert found["B3"].value == 2014


def test_members_under_the_sum_of_their_group_bear_its_name():
    found = read(
        [["Row Labels", *YEARS], ["Rape", 3, 4], ["Male", 1, 2], ["Female", 2, 2],
         ["Grooming", 5, 6], ["Male", 2, 3], ["Female", 3, 3], ["Grand Total", 8, 10]]
    )  # fmt: skip
    assert (found["B2"].total, found["B2"].labels) == (True, {"offence": "Rape"})
    assert found["B6"].labels == {"offence": "Grooming", "sex": "Male"}
    assert found["B8"].other == ("Grand Total",)


def test_a_title_that_names_an_offence_or_a_force_is_no_label():
    found = read(
        [["Online sexual offences recorded by Northshire Police, 2018/19"], ["Age", "Number"],
         ["0-4", 1], ["5-9", 2]]
    )  # fmt: skip
    assert found["B3"].labels == {"age": "0-4"}
    assert found["B3"].year == "2018/19"


def test_months_keep_their_words_and_the_year_they_fall_in():
    found = read([["Month", "Male", "Female"], ["Mar-18", 1, 2], ["Apr-18", 3, 4]])
    assert (found["B2"].year, found["B2"].other) == ("2017/18", ("Mar-18",))
    assert found["B3"].year == "2018/19"


def test_a_column_that_alone_is_of_no_one_year_is_told():
    told = problems([["Offence", "2017/18", "2016/17 to 2018/19"], ["Rape", 1, 2]])
    assert [problem.cell for problem in told] == ["C2"]
    assert not problems([["Offence", "2017/18", "2018/19", "Total"], ["Rape", 1, 2, 3]])


def test_a_row_whose_figures_were_left_blank_stands_over_nothing():
    rows = [["Offence", *YEARS], ["Rape", 1, 2], ["Grooming", "", ""], ["Incest", 3, 4]]
    found = read(rows)
    assert (found["B3"].marker, found["C3"].marker) == ("blank", "blank")
    assert found["B4"].labels == {"offence": "Incest"}
    assert [problem.cell for problem in problems(rows)] == ["A3"]


def test_an_offence_over_the_sexes_of_its_victims_is_no_blank_row():
    found = read(
        [["Offence", *YEARS], ["Rape"], ["Female", 1, 2], ["Male", 3, 4], ["Grooming"],
         ["Female", 5, 6], ["Male", 7, 8]]
    )  # fmt: skip
    assert found["B6"].other == ("Grooming",) or found["B6"].labels["offence"] == "Grooming"
    assert len(found) == 8


def test_a_list_of_the_files_own_tables_is_no_count():
    rows = [["Table", "Title", "Period covered", "Last updated"],
            ["1", "Offences by force", "2011 to 2016", "13/04/2017"],
            ["2", "Offences by age", "2016", "13/04/2017"],
            ["3", "Offences by sex", "2015", "13/04/2017"]]  # fmt: skip
    assert listed(rows) == []


def test_the_titles_year_holds_until_a_line_names_another():
    found = read(
        [["2017/18"], ["Offence", "Male", "Female"], ["Rape", 1, 2], [], ["2018/19"],
         ["Rape", 3, 4]]
    )  # fmt: skip
    assert years(found) == {"B3": "2017/18", "C3": "2017/18", "B6": "2018/19", "C6": "2018/19"}


def test_a_row_that_alone_is_of_no_year_is_told_and_is_no_total():
    rows = [["Financial year", "Rape", "Incest"], ["2017/18", 1, 2], ["Before", 3, 4],
            ["2018/19", 5, 6]]  # fmt: skip
    assert not read(rows)["B3"].total
    assert [problem.cell for problem in problems(rows)] == ["A3"]


@pytest.mark.parametrize("heading", ["Under 18", "13-15", "0 to 17", "x", "N/A"])
def test_a_first_row_with_an_axis_in_its_corner_and_no_number_is_of_headings(heading):
    rows: Rows = [["2020/21"], ["Offence", heading], ["Grooming", 7], ["Rape", 5]]
    found = read(rows)
    assert {cell: each.value for cell, each in found.items()} == {"B3": 7, "B4": 5}
    assert read([rows[0], ["Rape", "<5"], *rows[2:3]])["B2"].marker == "suppressed"


def test_bands_below_headings_over_several_columns_are_headings_whatever_they_are():
    ages = ["Offence", "0-11", "12-15", "16-17", "10-15", "16-17", "18+"]
    over = ["", "Aggrieved age band", "", "", "Nominal age band", "", ""]
    rows: Rows = [["2022/23"], over, ages, ["Rape", 12, 31, 9, 8, 11, 33], ["Incest", 5, 10, 2, 1]]
    found = read(rows, merged=((2, 2, 2, 4), (2, 5, 2, 7)))
    assert {found[cell].labels["age"] for cell in ("B4", "C4", "D4")} == {"0-11", "12-15", "16-17"}
    assert (found["B4"].value, found["C5"].value) == (12, 10)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([], "A1:A1"),
        ([SheetRow(0, {2: "31"})], "B1:B1"),
        ([SheetRow(4, {2: "31", 3: "7"})], "B4:C4"),
    ],
)
def test_a_table_without_a_row_of_its_own_has_a_place_too(rows, place):
    assert Table(Sheet("Data", {}), header=rows).range() == place
