"""Numbers that are no counts of crimes are never taken for counts: rates, days, targets, ages."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.sheet import NotTaken
from offences.returns.sheet_reader import read_sheet
from tests.returns.every_format import FORMATS, messages_of
from tests.returns.grids import Rows, listed, problems, read, sheet_of, values
from tests.returns.test_causes import read_as

YEARS = ["2020/21", "2021/22"]
TABLE: Rows = [["Offence", *YEARS], ["Rape", 34, 41], ["Sexual assault", 61, 72], ["Incest", 2, 5]]
COUNTS = {"B2": 34, "C2": 41, "B3": 61, "C3": 72, "B4": 2, "C4": 5}
OTHER_THINGS = [
    "Target",
    "Forecast",
    "Forecast 2022/23",
    "2022/23 (projected)",
    "Days to charge",
    "Average days taken",
    "Officer hours",
    "Average age",
    "Mean age of victim",
    "3 yr avg",
    "Harm score",
    "Index",
    "Cost (£)",
    "Officers",
    "Max sentence (years)",
    "Lower CI",
    "Standard deviation",
    "Offences per 10,000",
    "Per day",
    "As % of all crime",
    "Population",
    "Under 18 population",
    "Year of birth",
    "Year on year",
    "YoY",
    "Compared with last year",
    "Up on the previous year",
    "vs prior quarter",
    "Down in the last year",
    "Rise from previous year by",
    "Movement",
    "Brought forward",
    "Carried over",
]


def stops(rows: Rows, name: str = "Data") -> list[tuple[str | None, str]]:
    return [(each.cell, each.message) for each in problems(rows, name) if each.stops]


def not_taken(rows: Rows) -> list[NotTaken]:
    return read_sheet(sheet_of(rows)).not_taken


@pytest.mark.parametrize("heading", OTHER_THINGS)
def test_a_column_that_is_called_something_else_is_listed_and_never_counted(heading):
    rows = [[*TABLE[0], heading], *([*row, 13 + n] for n, row in enumerate(TABLE[1:]))]
    assert values(read(rows)) == COUNTS
    dated = "/" in heading  # and nothing else is of that year: somebody has to look
    assert {(each.cell, each.stops) for each in not_taken(rows)} >= {("D2", dated), ("D4", dated)}
    assert not any("age" in each.labels for each in read(rows).values())


@pytest.mark.parametrize("label", [each for each in OTHER_THINGS if "/23" not in each])
def test_a_row_that_is_called_something_else_is_listed_and_never_counted(label):
    rows = [*TABLE, [label, 13, 14]]
    assert values(read(rows)) == COUNTS
    assert {each.cell for each in not_taken(rows)} >= {"B5", "C5"}


@pytest.mark.parametrize("name", FORMATS)
def test_columns_of_other_things_under_years_are_left_aside_in_every_format(name):
    rows: Rows = [
        ["Offence", YEARS[0], "", YEARS[1], ""],
        ["", "Offences", "Target", "Offences", "Target"],
        ["Rape", 34, 30, 41, 40],
        ["Incest", 12, 10, 19, 20],
    ]
    read_file = read_sheets(
        name, open_file(FORMATS[name](rows, [(1, 2, 1, 3), (1, 4, 1, 5)]), name)
    )
    found = [each.value for table in read_file.tables for each in table.observations]
    assert sorted(map(str, found)) == ["12", "19", "34", "41"]
    assert {each.text for each in read_file.not_taken} == {"30", "40", "10", "20"}


def test_offences_beside_something_that_nobody_knows_keep_no_role_from_each_other():
    found = read([["Year", "Offences", "Finalised"], [YEARS[0], 34, 20], [YEARS[1], 41, 22]])
    assert found["C2"].other == ("Finalised",)
    assert not found["C2"].labels


@pytest.mark.parametrize(
    "title",
    [
        "Rate of offences per 1,000 population, by offence",
        "Table 3: Percentage of offences by type",
        "Average days taken to finalise, by offence",
        "Days from report to charge by offence",
        "Number of charges by offence",
        "Forecast offences by type",
        "Targets for recorded crime",
        "Offences (thousands)",
        "Figures in '000s",
        "Offences (00s)",
        "Recorded offences (10s)",
        "Offences by type, in hundreds",
        "Cumulative offences since April 2019",
        "Number of devices seized by offence",
        "Cost of investigations (£)",
    ],
)
def test_a_title_of_something_else_stops_the_table(title):
    asked = (None, f"“{title}” is over this table. Are these the counts that were asked for?")
    for gap in ([[]], []):
        assert asked[1] in [why for _, why in stops([[title], *gap, *TABLE])]


@pytest.mark.parametrize("name", ["Rates", "Population", "Targets", "Percentages", "Forecast"])
def test_a_sheet_named_after_something_else_stops(name):
    assert stops(TABLE, name)


@pytest.mark.parametrize("corner", ["Rate per 1,000", "%", "Days", "Average age", "Forecast"])
def test_a_corner_that_names_something_else_stops(corner):
    why = f"“{corner}” is the heading of these rows. Are their numbers counts?"
    assert ("A1", why) in stops([[corner, *YEARS], *TABLE[1:]])


@pytest.mark.parametrize(
    "title",
    [
        "Number of offences and percentage change",
        "Online offences with a charge or other outcome, by offence",
        "Indecent images of children, by year",
        "Recorded crimes and rates",
        "Child sexual abuse image offences",
    ],
)
def test_a_title_of_offences_is_not_asked_about(title):
    assert stops([[title], [], *TABLE]) == []


@pytest.mark.parametrize(
    "note",
    [
        "All figures are percentages.",
        "Figures are rates per 1,000 population.",
        "Figures are in thousands.",
        "Numbers shown in '000s",
        "Figures are cumulative.",
        "Figures are of suspects, not victims.",
        "All figures are estimates.",
        "Figures include adult victims.",
        "Figures are from a sample of 10% of crimes",
        "Counts are of outcomes, not crimes.",
        "Figures have been scaled up.",
        "All figures are approximate",
        "Figures are indicative only",
        "Figures in hundreds",
    ],
)
def test_a_note_that_figures_are_something_else_stops(note):
    why = f"A note says “{note}”. Are these the counts that were asked for?"
    assert ("A6", why) in stops([*TABLE, [], [note]])


@pytest.mark.parametrize(
    "note",
    [
        "Figures are provisional.",
        "Figures are as at 3 May 2022.",
        "Data are from the crime recording system.",
        "Percentages may not add up.",
        "Figures include victims of unknown age.",
    ],
)
def test_an_ordinary_note_is_not_asked_about(note):
    assert stops([*TABLE, [], [note]]) == []


@pytest.mark.parametrize(
    "title",
    ["Victims of all ages", "Crimes of any age", "Online crime against adults and children",
     "Offences regardless of age"],
)  # fmt: skip
@pytest.mark.parametrize("name", FORMATS)
def test_a_title_of_adults_too_is_asked_about(title, name):
    found = read_as([[title], [], *TABLE], [], name).problems
    why = f"“{title}” is over this table. Are these the counts that were asked for?"
    assert why in [each.message for each in found if each.stops]


@pytest.mark.parametrize(
    "heading", ["Year of offence", "Year committed", "Year charged", "Occurrence year"]
)
def test_years_of_something_else_than_the_record_are_asked_about(heading):
    rows: Rows = [[heading, "Offences"], [YEARS[0], 34], [YEARS[1], 41]]
    assert ("A1", f"“{heading}”: was each crime recorded then?") in stops(rows)
    across = [["Offence", *YEARS], *TABLE[1:]]
    assert stops([[f"Offences by {heading.lower()}"], *across])


def test_years_of_birth_are_no_years_of_the_counts():
    down: Rows = [["Year of birth", "Offences"], [2008, 34], [2009, 41], [2010, 22]]
    assert ("A1", "“Year of birth”: was each crime recorded then?") in stops(down)
    over: Rows = [["Offence", "Year of birth of victim", ""], ["", 2008, 2009], *TABLE[1:]]
    assert ("B1", "“Year of birth of victim”: was each crime recorded then?") in stops(over)


@pytest.mark.parametrize(
    "heading", ["Year recorded", "Financial year", "Year offence was recorded"]
)
def test_years_of_the_record_are_not_asked_about(heading):
    assert stops([[heading, "Offences"], [YEARS[0], 34], [YEARS[1], 41]]) == []


def test_a_list_is_counted_in_the_years_of_the_record_and_not_of_the_offence():
    rows: Rows = [["Year recorded", "Year of offence", "Offence", "Age"]]
    rows += [["2021/22", year, "Rape", 12] for year in (2018, 2019, 2021)]
    assert {(each.year, each.value) for each in listed(rows)} == {("2021/22", 3)}
    turned = [[row[1], row[0], *row[2:]] for row in rows]
    assert {(each.year, each.value) for each in listed(turned)} == {("2021/22", 3)}
    alone = [[row[1], *row[2:]] for row in rows]
    assert any("was each crime recorded then?" in why for _, why in stops(alone))


@pytest.mark.parametrize("heading", ["Crime", "Record", "Incident", "Victim", "Occurrence"])
@pytest.mark.parametrize("when", ["Date recorded", "Financial year"])
@pytest.mark.parametrize("at", [0, 3])
def test_long_numbers_under_the_name_of_one_crime_are_its_references(heading, when, at):
    date = "12/05/2021" if when == "Date recorded" else "2021/22"
    rows: Rows = [[when, "Offence", "Victim age"]]
    rows += [[date, "Rape", 12], [date, "Grooming", 13], [date, "Rape", 12]]
    for row, text in zip(rows, [heading, 4021931, 4021977, 4022131], strict=True):
        row.insert(at, text)
    counted = [(each.cell, each.year, each.value) for each in listed(rows)]
    assert sorted(counted, key=str) == [(None, "2021/22", 1), (None, "2021/22", 2)]


@pytest.mark.parametrize(
    "heading", ["Days to outcome", "Outcome", "District", "Postcode sector", "Harm score"]
)
def test_numbers_of_each_crime_in_a_list_by_years_are_no_counts(heading):
    rows: Rows = [["Year", "Offence", "Victim age", heading]]
    rows += [["2021/22", "Rape", 12, 16], ["2021/22", "Rape", 12, 14], ["2021/22", "Rape", 13, 16]]
    assert [(each.cell, each.labels["age"], each.value) for each in listed(rows)] == [
        (None, "12", 2),
        (None, "13", 1),
    ]


def test_rows_with_references_are_crimes_though_none_comes_again():
    rows: Rows = [["Year", "Offence", "Sex", "Harm score", "Crime"]]
    rows += [["2021/22", "Rape", "F", 827, 4779043], ["2021/22", "Rape", "M", 275, 4333265]]
    found = listed([*rows, ["2020/21", "Grooming", "F", 525, 4825772]])
    assert [(each.cell, each.value) for each in found] == [(None, 1)] * 3


def test_hours_and_districts_are_asked_about_and_are_no_ages():
    for heading in ("Hour", "District"):
        rows: Rows = [[heading, *YEARS], [0, 34, 41], [1, 6, 7], [2, 8, 9]]
        assert [why for _, why in stops(rows)] == [
            "No heading says what “0”, “1” and “2” are: labels or counts."
        ]


def test_a_number_alone_below_a_column_of_percentages_stops():
    rows: Rows = [[*TABLE[0], "% change"], *([*row, "0.25"] for row in TABLE[1:]), [], []]
    found = {each.cell: each.stops for each in not_taken([*rows, ["", "", "", 47]])}
    assert found == {"D2": False, "D3": False, "D4": False, "D7": True}


@pytest.mark.parametrize(("heading", "stops"), [("Girls", True), ("Girls, rate", False)])
def test_whole_numbers_among_fractions_stop_unless_a_heading_says_what_they_are(heading, stops):
    rows: Rows = [["2019/20"], ["Offence", "Boys", heading], ["Rape", 4, 15], ["Incest", 2, 3]]
    rows += [["Kik", 5, 2.5], ["Grooming", 6, 7.25], ["Exposure", 8, 9.5]]
    left = {each.cell: each.stops for each in read_sheet(sheet_of(rows)).not_taken}
    assert left["C3"] is left["C6"] is stops


@pytest.mark.parametrize("name", ["a.csv", *FORMATS])
@pytest.mark.parametrize("unit", ["(00s)", "(100s)", "[10s]", "000s", "(tens)"])
@pytest.mark.parametrize("at", [0, 2])
def test_a_heading_that_makes_each_number_tens_or_hundreds_is_asked_about(unit, at, name):
    head = ["App", "2018/19", "2019/20"]
    head[at] += f" {unit}"
    rows: Rows = [head, ["Kik", 31, 27], ["Twitch", 12, 14]]
    asked = f"“{head[at]}” is over this table. Are these the counts that were asked for?"
    assert asked in messages_of(name, rows)


@pytest.mark.parametrize("corner", ["App (under 10s)", "App (2010s)", "App (10)", "Year 2000s"])
def test_ages_and_years_in_tens_are_no_such_unit(corner):
    rows: Rows = [[corner, "2018/19", "2019/20"], ["Kik", 31, 27], ["Twitch", 12, 14]]
    assert not any("is over this table" in text for text in messages_of("a.xlsx", rows))


OF_TIMES = [
    "In the last year",
    "In previous financial years",
    "From prior years",
    "Since last quarter",
    "Over the preceding period",
    "More in last year",
]


@pytest.mark.parametrize("words", OF_TIMES)
def test_a_time_that_counts_are_of_is_no_change_and_no_count_of_it_is_left_out(words):
    beside: Rows = [["Offence", "2018/19", words], ["Stalking", 27, 6], ["Threats", 18, 9]]
    below: Rows = [["2018/19"], ["When", "Offences"], [words, 27], ["Not known", 18]]
    for rows, cells in ((beside, {"C2", "C3"}), (below, {"B3"})):
        assert not {each.cell for each in not_taken(rows)} & cells
        assert cells <= {*read(rows)} or stops(rows)


@pytest.mark.parametrize("words", OF_TIMES)
def test_a_column_of_a_time_that_is_no_single_year_is_asked_about(words):
    rows: Rows = [["Offence", "2018/19", words], ["Stalking", 27, 6], ["Threats", 18, 9]]
    assert stops(rows)


def test_a_row_that_is_brought_forward_from_a_year_is_asked_about():
    rows: Rows = [["Offence", "2018/19"], ["Stalking", 27], ["Brought forward from 2016/17", 6]]
    assert any("Brought forward" in why for _, why in stops(rows))
