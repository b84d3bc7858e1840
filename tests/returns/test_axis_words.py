"""Headings that mention an age or a month without naming the labels below them: counts."""

import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, listed, problems, read, values

HEADINGS = [
    "Age known",
    "With age given",
    "All ages",
    "Past 12 months",
    "Last month",
    "Same quarter",
]


def layouts(heading: str) -> list[Rows]:
    """Three sheets with the counts 12, 14 and 15 under a heading."""
    beside: Rows = [["Offence", "2018/19", heading], ["Stalking", 31, 12], ["Threats", 48, 14],
                    ["Blackmail", 27, 15]]  # fmt: skip
    down: Rows = [["Year", "Offences", heading], ["2018/19", 31, 12], ["2019/20", 48, 14],
                  ["2020/21", 27, 15]]  # fmt: skip
    titled: Rows = [["Offences 2018/19"], [], ["Sex", "Number", heading], ["Girls", 31, 12],
                    ["Boys", 48, 14], ["Not known", 27, 15]]  # fmt: skip
    return [beside, down, titled]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("layout", range(3))
@pytest.mark.parametrize("name", FORMATS)
def test_numbers_below_more_than_the_name_of_an_axis_are_counts(heading, layout, name):
    rows = layouts(heading)[layout]
    square = [[*row, *[""] * (3 - len(row))] for row in rows]
    file = read_sheets(name, open_file(FORMATS[name](square, []), name))
    found = [each for table in file.tables for each in table.observations]
    assert {each.value for each in found} >= {12, 14, 15, 27, 31, 48}
    assert not {"12", "14", "15"} & {text for each in found for text in each.labels.values()}


@pytest.mark.parametrize("heading", ["Victim age", "Age last birthday", "Age at offence"])
def test_numbers_below_the_name_of_an_axis_are_its_labels(heading):
    rows: Rows = [[heading, "2018/19"], [12, 31], [14, 48], [15, 27]]
    assert {each.labels["age"] for each in read(rows).values()} == {"12", "14", "15"}
    crimes: Rows = [["Date recorded", "Offence", heading], ["03/05/2018", "Stalking", 12],
                    ["09/06/2018", "Threats", 14]]  # fmt: skip
    assert {each.labels["age"] for each in listed(crimes)} == {"12", "14"}


def test_months_may_have_numbers():
    rows: Rows = [["Offences 2018/19"], ["Month recorded", "Number"], [4, 31], [5, 48], [6, 27]]
    assert values(read(rows)) == {"B3": 31, "B4": 48, "B5": 27}


OF_ONE_OR_MANY = [
    "Victim age where known",
    "Known age of victim",
    "Victim age - where given",
    "Age known",
]
AT_A_MOMENT = ["Victim age at last known date", "Age at time of offences"]
WHEN = {
    "Year": ["2018/19", "2018/19", "2019/20", "2019/20"],
    "Date recorded": ["03/05/2018", "09/06/2018", "04/05/2019", "11/08/2019"],
}


def crimes(when: str, heading: str, ages: list[int]) -> Rows:
    offences = ["Threats", "Stalking", "Stalking", "Threats"]
    rows = zip(WHEN[when], offences, ages, strict=True)
    return [[when, "Offence", heading], *map(list, rows)]


def stops(rows: Rows) -> list[str]:
    return [each.message for each in problems(rows) if each.stops]


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("heading", OF_ONE_OR_MANY)
@pytest.mark.parametrize("ages", [[12, 14, 13, 15], [12, 14, 13, 999]])
def test_ages_of_a_list_under_more_than_the_name_of_their_axis_are_asked_about(when, heading, ages):
    rows = crimes(when, heading, ages)
    assert [each.value for each in listed(rows)] == [1] * 4
    question = f"Are the numbers under “{heading}” ages or counts? They were read as ages."
    assert question in stops(rows)


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("heading", AT_A_MOMENT)
def test_an_age_at_a_moment_is_that_of_one_crime(when, heading):
    found = listed(crimes(when, heading, [12, 14, 13, 15]))
    assert [(each.value, each.labels["age"]) for each in found] == [
        (1, "12"), (1, "14"), (1, "13"), (1, "15")]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "counts"),
    [("Age known", [112, 140, 131, 15]), ("All ages", [12, 14, 13, 15]),
     ("Offences with age known", [12, 14, 13, 15])],
)  # fmt: skip
def test_numbers_that_can_be_no_ages_and_headings_that_say_counts_are_counted(heading, counts):
    rows = crimes("Year", heading, counts)
    assert [each.value for each in listed(rows)] == counts
    assert stops(rows) == []


def test_ages_known_beside_those_not_known_are_counted():
    rows: Rows = [["Year", "Age known", "Age not known"], ["2018/19", 12, 3], ["2019/20", 14, 5]]
    assert [each.value for each in listed(rows)] == [12, 3, 14, 5]


def test_ages_that_may_be_counts_are_not_added_to_the_counts_behind_them():
    rows: Rows = [["Year", "Offence", "Known age of victim", "Number of offences"],
                  ["2018/19", "Threats", 12, 8], ["2019/20", "Threats", 13, 6]]  # fmt: skip
    assert [each.value for each in listed(rows)] == [8, 6]
    assert any("ages or counts?" in each for each in stops(rows))


@pytest.mark.parametrize(
    ("heading", "numbers"),
    [("Count", [1, 1, 1, 1]), ("Outcome", [16, 18, 16, 22]), ("Days to charge", [16, 3, 99, 4]),
     ("District", [4, 2, 9, 1])],
)  # fmt: skip
def test_ages_behind_numbers_of_which_they_are_no_part_are_asked_about(heading, numbers):
    rows = crimes("Year", "Age known", [12, 14, 13, 15])
    more = [heading, *numbers]
    rows = [[*row[:2], n, row[2]] for row, n in zip(rows, more, strict=True)]
    assert not {12, 14, 13, 15} & {each.value for each in listed(rows)}
    assert any("“Age known” ages or counts?" in each for each in stops(rows))


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_pivot_counts_is_no_reference_and_the_full_year_is_a_total(name):
    pivot: Rows = [["Row Labels", "Count of Crime Ref"], ["2018/19", 31], ["2019/20", 27]]
    file = read_sheets(name, open_file(FORMATS[name](pivot, []), name))
    assert [each.value for table in file.tables for each in table.observations] == [31, 27]
    quarters: Rows = [["Quarter", "2018/19"], ["Q1", 5], ["Q2", 7], ["Q3", 8], ["Q4", 9],
                      ["Full year", 29]]  # fmt: skip
    file = read_sheets(name, open_file(FORMATS[name](quarters, []), name))
    totals = {each.value for t in file.tables for each in t.observations if each.total}
    assert totals == {29}


@pytest.mark.parametrize(
    ("heading", "kind", "labels"),
    [
        ("Platform code", "platform", ["Kik", "Snapchat"]),
        ("Social media code", "platform", ["Kik", "Snapchat"]),
        ("Victim sex code", "sex", ["M", "F"]),
        ("Gender code", "sex", ["M", "F"]),
        ("Age code", "age", ["Under 13", "13 to 15"]),
    ],
)
def test_the_code_of_a_kind_of_label_is_a_label_and_no_name_of_an_offence(heading, kind, labels):
    table: Rows = [["Offence", heading, "2018/19"], ["Rape", labels[0], 5],
                   ["Grooming", labels[1], 10]]  # fmt: skip
    found = [(each.value, each.labels) for each in read(table).values()]
    assert found == [(5, {"offence": "Rape", kind: labels[0]}),
                     (10, {"offence": "Grooming", kind: labels[1]})]  # fmt: skip
    crimes: Rows = [["Date recorded", "Offence", heading], ["03/05/2018", "Rape", labels[0]],
                    ["09/06/2018", "Grooming", labels[1]]]  # fmt: skip
    assert [each.labels[kind] for each in listed(crimes)] == labels


@pytest.mark.parametrize("heading", ["Offence code", "HO sub-code", "Sex offence code"])
def test_the_code_of_an_offence_is_no_label(heading):
    table: Rows = [["Offence", heading, "2018/19"], ["Rape", "19C", 5], ["Grooming", "88A", 10]]
    assert {tuple(each.labels) for each in read(table).values()} == {("offence",)}


@pytest.mark.parametrize("heading", ["Platform code", "Method code", "Media code", "Site code"])
def test_the_numbers_of_a_column_of_codes_are_no_counts(heading):
    table: Rows = [["Offence", heading, "2018/19"], ["Rape", 1, 5], ["Grooming", 2, 10]]
    assert [each.value for each in read(table).values()] == [5, 10]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("sexes", [("Benyw", "Gwryw"), ("Benyw / Female", "Gwryw / Male")])
def test_a_table_in_welsh_is_read_as_one_in_english(sexes, name):
    rows: Rows = [["Blwyddyn", *sexes, "Anhysbys", "Cyfanswm"], ["2018/19", 31, 12, "Dim", 43],
                  ["2019/20", 27, 14, 2, 43]]  # fmt: skip
    file = read_sheets(name, open_file(FORMATS[name](rows, []), name))
    found = [each for table in file.tables for each in table.observations]
    assert {(o.value, o.year, o.labels.get("sex"), o.total) for o in found} == {
        (31, "2018/19", sexes[0], False), (12, "2018/19", sexes[1], False),
        (0, "2018/19", "Anhysbys", False), (43, "2018/19", None, True),
        (27, "2019/20", sexes[0], False), (14, "2019/20", sexes[1], False),
        (2, "2019/20", "Anhysbys", False), (43, "2019/20", None, True),
    }  # fmt: skip
    assert not any(each.stops for each in file.problems)
