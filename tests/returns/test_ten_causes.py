"""Ten causes of misread files, each in three layouts and in each of three formats."""

import pytest

from offences.returns.sheet import Observation
from tests.returns.every_format import FORMATS
from tests.returns.test_causes import LAYOUTS, YEARS, Layout, check_layout, observations, read_as

NO_LABEL = "This row of figures has no label"
NO_HEADING = "This column has no heading of its own"

OTHER_LAYOUTS = {
    "a row without a label between two columns of labels": Layout(
        [["Offence", "Sex", *YEARS], ["Stalking", "Girls", 31, 27], ["", "", 8, 9],
         ["Threats", "Girls", 12, 14]],
        {14: {"2019/20", "offence: Threats", "sex: Girls"}}, NO_LABEL,
    ),
    "a row without a label between ages": Layout(
        [["Year 2018/19", "Girls", "Boys"], ["0-12", 31, 27], ["", 8, 9], ["13-17", 12, 14]],
        {12: {"2018/19", "age: 13-17", "sex: Girls"}}, NO_LABEL,
    ),
    "a row without a label right below years, whose numbers rise like ages": Layout(
        [["", "2018/19", "2019/20", "2020/21"], ["", 10, 11, 12], ["Girls", 31, 27, 33],
         ["Boys", 8, 9, 14]],
        {31: {"2018/19", "sex: Girls"}}, NO_LABEL,
    ),
    "a row without a label right below sexes, whose numbers rise like ages": Layout(
        [["2018/19", "Girls", "Boys", "Not known"], ["", 10, 11, 12], ["Stalking", 31, 27, 33],
         ["Threats", 8, 9, 14]],
        {31: {"2018/19", "sex: Girls", "offence: Stalking"}}, NO_LABEL,
    ),
    "the numbers of questions before them": Layout(
        [["1", "Offences 2018/19", 31], ["2", "Offences 2019/20", 27]],
        {31: {"2018/19"}, 27: {"2019/20"}},
    ),
    "the numbers of questions, which are no quarters": Layout(
        [["Q1", "Stalking 2018/19", 31], ["Q1a", "Threats 2018/19", 27],
         ["Q2", "Stalking 2019/20", 8]],
        {31: {"2018/19", "offence: Stalking"}, 8: {"2019/20", "offence: Stalking"}},
    ),
    "the numbers of columns over their headings": Layout(
        [["", "1", "2", "3"], ["", "Stalking", "Threats", "Blackmail"], ["2018/19", 31, 27, 33],
         ["2019/20", 8, 9, 14]],
        {31: {"2018/19", "offence: Stalking"}, 14: {"2019/20", "offence: Blackmail"}},
    ),
    "two columns with the same heading, which says nothing": Layout(
        [["Offence 2018/19", "Recorded", "Recorded"], ["Stalking", 31, 27], ["Threats", 8, 9]],
        {31: {"2018/19", "offence: Stalking"}}, "Another column of this table has the same",
    ),
    "a row with one number between ages": Layout(
        [["Age", "Girls 2018/19", "Boys 2018/19"], ["0-12", 31, 27], ["", "", 8],
         ["13-17", 12, 14]],
        {14: {"2018/19", "age: 13-17"}}, NO_LABEL,
    ),
    "a row with one number between years": Layout(
        [["Year", "Girls", "Boys", "Not known"], ["2018/19", 31, 27, 5], ["", "", "", 8],
         ["2019/20", 12, 14, 6]],
        {12: {"2019/20", "sex: Girls"}}, NO_LABEL,
    ),
    "not known behind ages and sexes in turn": Layout(
        [["", "Sex", "", "", "Age", "", ""],
         ["Year 2018/19", "Girls", "Boys", "Not known", "0-12", "13-15", "16-17"],
         ["Warning", 61, 72, 1, 80, 53, 9]],
        {1: {"2018/19", "sex: Not known"}, 9: {"2018/19", "age: 16-17"}},
        merged=[(1, 2, 1, 4), (1, 5, 1, 7)],
    ),
    "not known below sexes and below ages": Layout(
        [["", *YEARS], ["Victim sex"], ["Girls", 31, 27], ["Boys", 8, 9], ["Not known", 1, 2],
         ["Victim age"], ["0-12", 12, 14], ["13-17", 22, 21], ["Not known", 6, 3]],
        {1: {"2018/19", "sex: Not known"}, 3: {"2019/20", "age: Not known"}},
    ),
    "ages like years over single columns": Layout(
        [["Offence 2018/19", "10 to 11", "12 to 13", "14 to 15"], ["Stalking", 31, 12, 27],
         ["Threats", 8, 6, 9]],
        {12: {"2018/19", "age: 12 to 13", "offence: Stalking"},
         9: {"2018/19", "age: 14 to 15", "offence: Threats"}},
    ),
    "ages like years down a column": Layout(
        [["Age", *YEARS], ["10 to 11", 31, 12], ["12 to 13", 27, 14], ["14 to 15", 8, 6]],
        {31: {"2018/19", "age: 10 to 11"}, 6: {"2019/20", "age: 14 to 15"}},
    ),
    "a heading to the left of its column": Layout(
        [["Offence", *YEARS, "Charged", ""], ["Stalking", 31, 27, "", 50],
         ["Threats", 12, 14, "", 6]],
        {27: {"2019/20", "offence: Stalking"}}, NO_HEADING,
    ),
    "the year alone in the corner": Layout(
        [["2018/19", "Girls", "Boys"], ["Stalking", 31, 12], ["Threats", 8, 6]],
        {31: {"2018/19", "offence: Stalking", "sex: Girls"},
         6: {"2018/19", "offence: Threats", "sex: Boys"}},
    ),
    "codes that begin with 0 behind their offence": Layout(
        [["Description", "Category", "2018/19"], ["Stalking", "0350", 31], ["Threats", "0124", 12]],
        {31: {"2018/19", "offence: Stalking"}, 12: {"2018/19", "offence: Threats"}},
    ),
}  # fmt: skip

CAUSES = {
    "a line over one of several tables": [
        "a line over one of two tables",
        "tables beside each other with a heading of no known kind",
        "a title alone over the first of tables by force",
    ],
    "a row without a label": [
        "a row without a label",
        "a row without a label between two columns of labels",
        "a row without a label between ages",
    ],
    "a row with one number": [
        "a row with one number",
        "a row with one number between ages",
        "a row with one number between years",
    ],
    "not known among two axes": [
        "not known behind two axes",
        "not known behind ages and sexes in turn",
        "not known below sexes and below ages",
    ],
    "ages like years": [
        "ages like years under each year",
        "ages like years over single columns",
        "ages like years down a column",
    ],
    "a heading beside its column": [
        "a heading beside its column, whose sums say what it is",
        "a heading beside its column, whose counts are no sums",
        "a heading to the left of its column",
    ],
    "the year in the corner": [
        "the year in the corner alone",
        "the year in the corner behind codes",
        "the year alone in the corner",
    ],
    "codes": [
        "codes that begin with 0",
        "codes that begin with 0 behind their offence",
        "codes above a total",
    ],
}
EVERY = LAYOUTS | OTHER_LAYOUTS


@pytest.mark.parametrize("cause", CAUSES)
def test_a_cause_has_three_layouts(cause):
    assert len({name for name in CAUSES[cause] if name in EVERY}) == 3


NUMBERED = [
    "the numbers of questions before them",
    "the numbers of questions, which are no quarters",
    "the numbers of columns over their headings",
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("layout", NUMBERED)
def test_the_number_of_a_question_or_column_is_no_age_and_no_quarter(layout, name):
    read = observations(read_as(EVERY[layout].rows, [], name))
    assert not any("age" in each.labels or each.part_words for each in read)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("layout", OTHER_LAYOUTS.values(), ids=OTHER_LAYOUTS)
def test_a_count_has_its_labels_or_a_question_in_every_other_layout(layout, name):
    check_layout(layout, name)


TOTALS = {
    "of groups in rows": [
        ["Offence", *YEARS],
        *(
            row
            for group in range(9)
            for row in (
                *([f"Offence {group}{n}", 7 + n, 5 + group] for n in range(9)),
                [f"Total {group}", 99, 9 * (5 + group)],
            )
        ),
    ],
    "of rows, behind them": [
        ["Offence", "Girls", "Boys", "Total"],
        *([f"Offence {n}", 7 + n, 5, 12 + n] for n in range(60)),
    ],
    "of forces, before their offences": [
        ["Force", "Offence", *YEARS],
        *(
            row
            for group in range(9)
            for row in (
                [f"Force {group}", "Total", 6 + 3 * group, 9],
                *(["", f"Offence {n}", 1 + n + group, 2 + n] for n in range(3)),
            )
        ),
    ],
}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("rows", TOTALS.values(), ids=TOTALS)
def test_many_right_totals_are_no_question_in_any_layout_or_format(rows, name):
    read = read_as(rows, [], name)
    numbers = sum(isinstance(cell, int) for row in rows for cell in row)
    assert len(observations(read)) == numbers
    assert not [each for each in read.conflicts if "add up" in each.message]


LISTS = {
    "by year": [["No.", "Year", "Crime", "Outcome"],
                *([n, YEARS[n % 2], "THREATS" if n % 3 else "STALKING", "Charged"]
                  for n in range(1, 91))],
    "by day": [["Recorded", "Offence", "Victim age"],
               *([f"{n % 28 + 1:02}/06/{2018 + n % 2}", "Threats" if n % 3 else "Stalking",
                  str(11 + n % 4)] for n in range(1, 91))],
    "with references": [["Crime ref", "Victim sex", "Offence", "Year"],
                        *([f"{n}/18", "F" if n % 3 else "M", "Threats", YEARS[n % 2]]
                          for n in range(1, 91))],
}  # fmt: skip


def crimes_of(found: list[Observation]) -> dict[str | None, int]:
    years = {each.year for each in found}
    return {year: sum(each.value or 0 for each in found if each.year == year) for year in years}


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)
def test_a_list_of_crimes_is_counted_to_its_end_in_any_layout_or_format(rows, name):
    read = read_as(rows, [], name)
    assert crimes_of(observations(read)) == {"2018/19": 45, "2019/20": 45}
    assert not [each for each in read.problems if each.stops]
