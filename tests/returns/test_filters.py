"""What is said in two cells of a workbook: the filters of a pivot, from when to when."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import EVERY_FORMAT, FORMATS
from tests.returns.grids import Rows

ROWS: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


def asked(rows: Rows, name: str = "a.xlsx") -> str:
    found = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    return " ".join(each.message for each in found.problems)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize("every", ["(All)", "All"])
@pytest.mark.parametrize("filtered", ["Online flag", "Victim age", "Cyber enabled"])
def test_a_filter_that_lets_all_crimes_through_is_asked_about(filtered, every, name):
    assert f"“{filtered}: {every}”" in asked([[filtered, every], [], *ROWS], name)


COUNTED: Rows = [["Row Labels", "Count of Crime Ref"], ["2018/19", 31], ["2019/20", 27]]
BY_SEX: Rows = [["Sex", "Age", "2018/19"], ["Girls", "10-12", 31], ["Boys", "10-12", 12]]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("rows", [ROWS, COUNTED, BY_SEX])
@pytest.mark.parametrize(
    "filtered", [["Force", "(All)"], ["Force: (All)"], ["Police force:", "All"]]
)
def test_a_filter_of_all_forces_names_none_and_is_asked_about(filtered, rows, name):
    found = read_sheets(name, open_file(EVERY_FORMAT[name]([filtered, [], *rows], []), name))
    assert "Are they still the counts that were asked for?" in str(found.problems)
    assert not any("force" in o.labels for table in found.tables for o in table.observations)


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.docx"])
@pytest.mark.parametrize("rows", [ROWS, COUNTED, BY_SEX])
def test_a_filter_of_one_force_names_it_and_is_not(rows, name):
    pair = [["Force", "Kent Police"], [], *rows]
    found = read_sheets(name, open_file(EVERY_FORMAT[name](pair, []), name))
    forces = {o.labels.get("force") for table in found.tables for o in table.observations}
    assert (forces, found.problems) == ({"Kent Police"}, ())


@pytest.mark.parametrize("line", ["Online flag: (All)", "Flag = All", "Victim: all"])
def test_so_is_one_in_a_single_cell(line):
    assert line in asked([[line], [], *ROWS])


@pytest.mark.parametrize(
    ("filtered", "by"),
    [("Offence", "(All)"), ("Sex", "(All)"), ("Online flag", "Y"), ("Year", "All")],
)
def test_other_filters_are_not(filtered, by):
    assert not asked([[filtered, by], [], *ROWS])


@pytest.mark.parametrize(
    ("name", "day", "year"),
    [
        ("Start date", "1 July 2018", "2018/19"),
        ("End date", "31 December 2019", "2019/20"),
        ("Extract date", "31/12/2019", "2019/20"),
    ],
)
def test_a_day_that_cuts_a_year_short_is_asked_about(name, day, year):
    of_one = f"Is this count of the whole of {year}?"
    of_all = f"Are all counts of {year} of the whole year?"
    why = of_all if name == "Extract date" else of_one
    assert why in asked([*ROWS, [], [name, day]])


@pytest.mark.parametrize("day", ["31/05/2020", "1 April 2020"])
def test_a_later_day_is_not(day):
    assert not asked([["Extract date", day], [], *ROWS])


def test_a_quarter_in_a_filter_is_asked_about():
    assert "Quarter: Q1" in asked([["Quarter", "Q1"], [], *ROWS])


GIRLS: Rows = [["Row Labels", "2018/19", "2019/20"], ["Rape", 31, 27], ["Grooming", 12, 14]]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(
    ("filters", "kind", "label"),
    [
        ([["Sex", "Female"]], "sex", "Female"),
        ([["Victim Age Group", "13-15"]], "age", "13-15"),
        ([["Age", "Under 13"], ["Cyber flag", "Yes"]], "age", "Under 13"),
        ([["Cyber flag", "Yes"], ["Platform", "Kik"]], "platform", "Kik"),
        ([["Year", "2019/20"], ["Sex", "Male"]], "sex", "Male"),
    ],
)
def test_a_filter_of_one_category_labels_the_counts_and_is_no_heading(filters, kind, label, name):
    rows = GIRLS if len(filters) == 1 or filters[0][0] != "Year" else [[*r[:2]] for r in GIRLS]
    rows = [["Row Labels", "Count"], *rows[1:]] if rows is not GIRLS else rows
    found = read_sheets(name, open_file(FORMATS[name]([*filters, [], *rows], []), name))
    counts = [each for table in found.tables for each in table.observations]
    assert {each.value for each in counts} == ({31, 12} if rows is not GIRLS else {31, 27, 12, 14})
    assert {each.labels.get(kind) for each in counts} == {label}
    assert not any(each.stops for each in (*found.problems, *found.not_taken))
    if rows is not GIRLS:
        assert {each.year for each in counts} == {"2019/20"}


def test_a_filter_of_adults_or_of_the_other_sex_is_asked_about():
    def stops(rows: Rows) -> bool:
        found = read_sheets("a.xlsx", open_file(FORMATS["a.xlsx"](rows, []), "a.xlsx"))
        return any(each.stops for each in (*found.problems, *found.not_taken))

    assert stops([["Victim age", "Over 18"], [], *GIRLS])
    assert stops([["Sex", "Female"], [], ["Sex", "2018/19"], ["Boys", 31], ["Girls", 12]])
    assert not stops([["Sex", "Female"], [], ["Age", "2018/19"], ["Under 13", 31], ["14", 12]])


def test_answers_that_are_not_available_are_no_filters():
    rows: Rows = [["Offence", "2018/19"], ["Rape", "n/a"], ["Incest", "n/a"], [], ["Note", "End"]]
    found = read_sheets("a.xlsx", open_file(FORMATS["a.xlsx"](rows, []), "a.xlsx"))
    assert found.tables or any(each.stops for each in found.not_taken)


def stopped(rows: Rows) -> bool:
    found = read_sheets("a.xlsx", open_file(FORMATS["a.xlsx"](rows, []), "a.xlsx"))
    return any(each.stops for each in (*found.problems, *found.not_taken))


BESIDE: list[Rows] = [[], [["Age", "Under 13"]], [["Sex", "Female"]], [["Platform", "Kik"]]]


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(
    "pair",
    [
        ["Shown as", "Percentages"],
        ["Measure", "Rate per 10,000"],
        ["Crime state", "No-crimed"],
        ["Disposal", "Cautioned"],
        ["Persons", "Offenders"],
        ["Unit of count", "Victims"],
        ["Offender", "Juvenile"],
        ["Internet flag", "N"],
        ["Victim", "Adults"],
        ["State of file", "Provisional"],
        ["Scale", "Hundreds"],
        ["Month", "July"],
        ["Borough", "West"],
        ["Offence type", "Non-crime"],
    ],
)
def test_two_cells_that_make_a_table_one_of_others_stop_it_wherever_they_stand(pair, beside):
    for table in (ROWS, GIRLS):
        assert stopped([pair, *beside, [], *table])
        assert stopped([*beside, pair, [], *table])


@pytest.mark.parametrize("beside", BESIDE)
@pytest.mark.parametrize(
    "pair",
    [
        ["Department", "Crime Registry"],
        ["Cyber flag", "Y"],
        ["Status", "Final"],
        ["Counting", "Offences"],
        ["Source", "Crime recording system"],
        ["Area", "(All)"],
        ["Prepared by", "Performance team"],
    ],
)
def test_two_cells_that_say_nothing_else_do_not(pair, beside):
    assert not stopped([pair, *beside, [], *ROWS])
    assert not stopped([*beside, pair, [], *GIRLS])
