"""Lines and notes that make every year of a table a part of one are never passed over."""

import pytest

from offences.returns.labels.years import parse_year
from offences.returns.sheet import Observation
from offences.returns.sheet_reader import read_sheet
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows, problems, read, sheet_of
from tests.returns.test_causes import read_as

YEARS = ["2020/21", "2021/22"]
TABLE: Rows = [["Sex", *YEARS], ["Female", 40, 50], ["Male", 14, 15]]
ACROSS: Rows = [["Year", "Girls", "Boys"], [YEARS[0], 40, 14], [YEARS[1], 50, 15]]
HALF = [
    "April to September of each year",
    "Figures cover the 6 months to 30 September in each year",
    "Half-year figures (Apr-Sep)",
    "April to September only",
    "All figures are for April to September only.",
    "Each year covers 1 April to 30 September",
]


def counts(rows: Rows) -> list[Observation]:
    return [o for table in read_sheet(sheet_of(rows))[0] for o in table.observations]


def asked(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if each.stops]


@pytest.mark.parametrize("table", [TABLE, ACROSS])
@pytest.mark.parametrize("line", HALF)
def test_months_of_every_year_are_read_above_and_below_a_table(line, table):
    for rows in ([[line], *table], [[line], [], *table], [*table, [], [line]]):
        found = counts(rows)
        assert len(found) == 4
        assert {each.months for each in found} == {(4, 9)}
        assert {each.part_words for each in found} == {line}


@pytest.mark.parametrize(
    "line",
    [
        "Half-year figures",
        "Academic year (September to August)",
        "Year: September to August",
        "Academic years",
        "Calendar year: January to December",
        "Year ending 30 June",
        "12 months to September",
    ],
)
def test_parts_and_other_years_without_certain_months_are_no_whole_years(line):
    for rows in ([[line], [], *TABLE], [*TABLE, [], [line]]):
        assert {(bool(each.part_words), each.months) for each in counts(rows)} == {(True, None)}


def test_an_academic_year_in_the_corner_and_in_the_headings_is_no_financial_year():
    corner = [["Academic year", "Girls", "Boys"], *ACROSS[1:]]
    assert {(each.year, each.months) for each in counts(corner)} == {(y, None) for y in YEARS}
    headings = [["Sex", *(f"Academic year {y}" for y in YEARS)], *TABLE[1:]]
    for rows in (corner, headings):
        assert all(each.part_words for each in counts(rows))


def test_twelve_months_of_two_years_are_not_the_year_in_which_they_begin():
    rows = [["Sex", "Oct 2020 - Sep 2021", "Oct 2021 - Sep 2022"], *TABLE[1:]]
    assert {(bool(each.part_words), each.months) for each in counts(rows)} == {(True, None)}


@pytest.mark.parametrize(
    "line",
    [
        "The old system was in use from April to September",
        "Two officers were absent between June and August of each year",
        "April to September had the most crimes in each year",
    ],
)
def test_a_note_with_months_that_may_be_of_something_else_is_asked_about(line):
    for rows in ([[line], [], *TABLE], [*TABLE, [], [line]]):
        assert any(f"say{'s' * (rows[0] != [line])} “{line}”" in each for each in asked(rows))
        assert not any(each.part_words for each in counts(rows))


def test_a_note_between_two_tables_is_asked_about_for_the_first():
    note = "All figures are for April to September only."
    rows = [*TABLE, [], [note], [], ["Age", *YEARS], ["0-9", 3, 4], ["10-17", 5, 6]]
    assert any(f"“{note}”. Is this count of a whole year?" in each for each in asked(rows))


@pytest.mark.parametrize(
    "line",
    [
        "Financial years run from April to March",
        "1 April to 31 March of each year",
        "Q1: April to June",
        "Your request of May",
        "Online offences by sex",
        "12 month figures",
        "12 months data",
        "Figures may change each year",
        "Any offence may be counted once",
        "12 months ending 31 March each year",
        "12 months to March",
        "Every year ends on 31 March",
        "Each year to 31 March",
        "Year ending 31 March",
        "Published every July",
        "Updated every April",
        "Data extracted between April and June",
        "Ages of victims by school year",
        "Code H1 offences",
        "The second half of the table is by age",
    ],
)
def test_whole_years_and_other_words_are_no_question(line):
    for rows in ([[line], [], *TABLE], [*TABLE, [], [line]]):
        assert not asked(rows)
        assert not any(each.part_words for each in counts(rows))


@pytest.mark.parametrize("name", ["2019 onwards", "from 2019/20", "2019 and later", "2019+"])
def test_a_year_and_all_after_it_are_not_that_year(name):
    rows = [["Sex", name, "2020/21"], ["Female", 40, 50], ["Male", 14, 15]]
    assert {each.year for cell, each in read(rows).items() if cell[0] == "B"} == {None}
    assert any("no single year" in each.message for each in problems(rows))
    alone = [["Sex", name], ["Female", 40], ["Male", 14]]
    assert any("No year is named" in each for each in asked(alone))


@pytest.mark.parametrize(
    "text",
    [
        "since 2019",
        "up to 2019/20",
        "April 2019 onwards",
        "before 2019",
        "2019 to present",
        "To 2019/20",
        "to 2020",
        "through 2020",
    ],
)
def test_years_without_an_end_are_several(text):
    year = parse_year(text)
    assert year is not None
    assert year.several
    assert not year.label


@pytest.mark.parametrize(
    "line", ["Each year to 31 March", "12 months to March of every year", "Years ending March"]
)
def test_years_that_end_in_march_are_never_three_months_of_a_calendar_year(line):
    rows = [[line], [], ["Sex", "2018", "2019"], *TABLE[1:]]
    for each in counts(rows):
        assert each.months is None
        assert each.part_words


@pytest.mark.parametrize(
    "line", ["April to may only", "Figures for may only", "Figures of may of each year"]
)
def test_a_small_may_beside_a_month_or_of_a_year_is_a_month(line):
    rows = [[line], [], *TABLE]
    assert asked(rows) or all(each.part_words for each in counts(rows))


@pytest.mark.parametrize("name", ["2018/19 after review", "2018/19 before audit"])
def test_a_year_after_a_review_is_that_year(name):
    rows = [["Sex", name, "2020/21"], ["Female", 40, 50], ["Male", 14, 15]]
    assert {each.year for cell, each in read(rows).items() if cell[0] == "B"} == {"2018/19"}


def test_a_line_above_a_table_is_asked_about_once_for_each_count():
    found = [p for p in problems([["H1 offences of girls"], [], *TABLE]) if p.stops]
    assert [each.cell for each in found] == ["B4", "C4", "B5", "C5"]
    assert len({each.message for each in found}) == 1


@pytest.mark.parametrize(
    ("heading", "months"),
    [
        ("2020/21 (Q1-3)", (4, 12)),
        ("2020/21 (Apr-Dec)", (4, 12)),
        ("2020/21 to 31 December", (4, 12)),
        ("2020/21 (first quarter only)", (4, 6)),
        ("2020/21 from July", (7, 3)),
        ("2020/21 Q4 figures", (1, 3)),
        ("2020/21 (Q4 outstanding)", None),
        ("2020/21 (without March)", None),
        ("2020/21 (Q4 to follow)", None),
        ("2020/21 (Apr-)", None),
        ("Apr 2020 to date", None),
        ("2020/21 YTD December", None),
    ],
)
def test_months_are_proposed_only_if_the_words_say_no_more_of_the_part(heading, months):
    found = read([["Offence", "2019/20", heading], ["Rape", 40, 51], ["Theft", 5, 6]])
    assert (found["C2"].year, found["C2"].months) == ("2020/21", months)
    assert found["C2"].part_words


TO_DATE = [
    "{month} {year} YTD", "YTD {month} {year}", "FYTD {month} {year}", "{month} {year} part",
    "Year to date ({month} {year})", "{month} {year} (to date)",
    "Period ended {month} {year}", "{month} {year} so far",
    "Financial year to date {month} {year}", "{month} {year} (6 months)",
]  # fmt: skip


@pytest.mark.parametrize(  # the cells of a page are narrow
    ("heading", "name"),
    [(text, name) for name in EVERY_FORMAT for text in TO_DATE[: 4 if name == "a.pdf" else None]],
)
def test_the_last_month_of_a_year_to_date_is_not_all_of_its_counts(heading, name):
    for month, year in (("Mar", 2021), ("Dec", 2020), ("Sep", 2020)):
        heads = [heading.format(month=month, year=each) for each in (year, year + 1)]
        down: Rows = [["Sex", *heads], ["Female", 40, 51], ["Male", 14, 15]]
        across = [[*line] for line in zip(*down, strict=True)]
        for rows in (down, across):
            found = [o for t in read_as(rows, [], name).tables for o in t.observations]
            assert {each.year for each in found} == {"2020/21", "2021/22"}
            assert {each.months for each in found} == {None}
            assert all(each.part_words for each in found)


def test_a_month_with_its_quarter_is_that_month():
    found = counts([["Sex", "Apr 2020 (Q1)", "May 2020 (Q1)"], ["Female", 40, 51]])
    assert [each.months for each in found] == [(4, 4), (5, 5)]


@pytest.mark.parametrize("heading", ["Year to March 2021", "12 months to Mar 2021", "YE Mar 2021"])
def test_a_year_to_its_last_month_is_whole(heading):
    found = counts([["Sex", heading, "2021/22"], ["Female", 40, 50], ["Male", 14, 15]])
    assert (found[0].year, found[0].part_words) == ("2020/21", "")


@pytest.mark.parametrize(
    ("heading", "label", "months"),
    [
        ("Apr 2020-Mar 2021 (part)", "2020/21", None),
        ("April 2020 to March 2021 (first 9 months)", "2020/21", None),
        ("2020/21 (9 mths)", "2020/21", (4, 12)),
        ("1 Apr 20 - 14 Mar 21", "2020/21", None),
        ("12/04/2020 - 31/03/2021", "2020/21", None),
        ("January 2020 - 15 December 2020", "2020", None),
    ],
)
def test_months_of_a_whole_year_with_less_of_them_are_a_part_of_it(heading, label, months):
    found = counts([["Sex", heading, "2021/22"], ["Female", 40, 50], ["Male", 14, 15]])
    assert (found[0].year, found[0].part_words) == (label, heading)
    assert found[0].months in (months, None)
    assert not found[1].part_words


@pytest.mark.parametrize(
    "heading",
    ["1 Apr 20 - 31 Mar 21", "Apr 2020 to Mar 2021", "01/04/2020 to 01/04/2021", "Apr 20-Mar 21"],
)
def test_all_days_of_a_year_are_the_year(heading):
    found = counts([["Sex", heading], ["Female", 40], ["Male", 14]])
    assert {(each.year, each.part_words) for each in found} == {("2020/21", "")}


OVER: Rows = [["Offence", "2018/19", "2019/20"], ["Stalking", 31, 27], ["Threats", 12, 14]]
NOT_WHOLE = "Is this count of a whole year?"


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "part",
    [
        "Q3",
        "(Q3)",
        "Q3*",
        "Q3 only",
        "Q1-Q3",
        "Quarter 3",
        "Oct",
        "Apr-Sep 2019",
        "H1",
        "YTD",
        "Incomplete",
        "Partial data",
    ],
)
def test_a_part_of_a_year_over_the_last_column_is_asked_about_there(part, name):
    found = read_as([["", "", part], *OVER], [], name)
    asked = [each for each in found.problems if NOT_WHOLE in each.message]
    late = {o.cell for table in found.tables for o in table.observations if o.year == "2019/20"}
    assert {each.cell for each in asked} == late
    assert not [o for table in found.tables for o in table.observations if o.months]
    assert not [each for each in found.problems if "over one column" in each.message]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
@pytest.mark.parametrize(
    "part", ["Part year", "part-year data", "Year to date", "6 months only", "To Dec", "Q2"]
)
def test_words_over_a_column_are_asked_about_once_and_not_again_as_a_note(part, name):
    asked = [each for each in read_as([["", "", part], *OVER], [], name).problems if each.stops]
    assert sorted(str(each.cell) for each in asked) == ["C3", "C4"]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("part", ["Q3", "Q2 only", "(Q4)"])
@pytest.mark.parametrize("columns", [1, 2])
def test_a_quarter_over_the_first_counts_is_no_number_of_a_question(columns, part, name):
    rows = [["", part], *(row[: columns + 1] for row in OVER)]
    (asked,) = [each for each in read_as(rows, [], name).problems if f"“{part}" in each.message]
    assert asked.stops
    if columns > 1:  # each “2018/19” is a part, too
        found = read_as([["", "Part year"], *OVER], [], name).problems
        assert [each.message for each in found if each.stops and each.cell is None]


@pytest.mark.parametrize("name", EVERY_FORMAT)
def test_a_month_of_another_year_over_some_columns_is_asked_about_once(name):
    rows: Rows = [["", "", "", "May 2023", ""], ["", "2018/19", "", "2019/20", ""],
                  ["Offence", *["Girls", "Boys"] * 2], ["Stalking", 31, 12, 27, 9],
                  ["Threats", 40, 11, 38, 7]]  # fmt: skip
    found = read_as(rows, [], name)
    assert sum("“May 2023”" in each.message for each in found.problems if each.stops) <= 1


@pytest.mark.parametrize("line", ["(Q3)", "Oct", "(Oct)", "YTD"])
def test_a_part_alone_above_a_table_is_asked_about_for_each_count(line):
    assert sum(NOT_WHOLE in each for each in asked([[line], *OVER])) == 4


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [[["Q3"], *OVER], [["Q3:"], *OVER], [["", "", "OFFICIAL"], *OVER], [["", "", "Table 3"], *OVER],
     [["", "", "Q3. How many?"], *OVER], [["", "", "Full year"], *OVER],
     [["", "", "14 May 2021"], *OVER], [["", "April 2020", ""], *OVER]],
)  # fmt: skip
def test_the_number_of_a_question_and_other_words_are_no_part_of_a_year(rows, name):
    assert not [each for each in messages_of(name, rows) if NOT_WHOLE in each]


AGED: Rows = [["Age", "Number"], ["0-12", 31], ["13-17", 12]]
PARTS = [
    "{}, May to October 2018",
    "{} Q2 2018/19",
    "{} 1 May 2018 - 31 August 2018",
    "{} (H1 2018/19)",
]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("part", PARTS)
def test_words_beside_a_part_of_a_year_are_labels_as_beside_a_whole_one(part, name):
    found = read_as([[part.format("Stalking"), ""], ["", ""], *AGED], [], name)
    seen = [o for table in found.tables for o in table.observations]
    assert {(o.labels.get("offence"), o.year) for o in seen} == {("Stalking", "2018/19")}
    assert all(o.part_words for o in seen)
    heads = [["Offence", part.format("Girls"), part.format("Boys")], ["Rape", 31, 12]]
    found = read_as(heads, [], "a.xlsx")
    assert [o.labels["sex"] for t in found.tables for o in t.observations] == ["Girls", "Boys"]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("words", "question"),
    [
        ("Victims", "counts victims"),
        ("Number of arrests", "is not of victims"),
        ("West Division", "may change what the numbers are"),
        ("Provisional figures", "may change what the numbers are"),
    ],
)
def test_words_beside_a_part_of_a_year_are_asked_about_as_beside_a_whole_one(words, question, name):
    for part in PARTS[:2]:
        rows: Rows = [[part.format(words), ""], ["", ""], *AGED]
        assert any(question in each for each in messages_of(name, rows))


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "words", ["Offences", "Table 2: recorded offences by age", "Data from", "Crimes for"]
)
def test_plain_words_beside_a_part_of_a_year_are_no_question(words, name):
    rows: Rows = [[f"{words} 1 May 2018 to 31 August 2018", ""], ["", ""], *AGED]
    found = read_as(rows, [], name)
    assert not found.problems
    assert {o.year for table in found.tables for o in table.observations} == {"2018/19"}
