"""Ages, sexes and counts of those who are accused are never taken for the victims'."""

import pytest

from tests.returns.grids import Rows, listed, problems, read

YEARS = ["2020/21", "2021/22"]
SEXES: Rows = [["Sex", *YEARS], ["Male", 40, 50], ["Female", 4, 5]]
NO_VICTIMS = "is not of victims. Are these counts what was asked for?"


def crimes(headings: list[object], *rows: list[object]) -> Rows:
    listed = ([f"A{n}", YEARS[0], "Rape", *row] for n, row in enumerate(rows))
    return [["Ref", "Year", "Offence", *headings], *listed]


def counted(rows: Rows) -> list[tuple[dict[str, str], int | None]]:
    return [(each.labels, each.value) for each in listed(rows)]


def stops(rows: Rows, name: str = "Data") -> list[tuple[str | None, str]]:
    return [(each.cell, each.message) for each in problems(rows, name) if each.stops]


@pytest.mark.parametrize(
    ("victim", "suspect"),
    [
        ("Victim age", "Suspect age"),
        ("Age", "Offender age"),
        ("Victim_Age", "PerpetratorAge"),
        ("Age of complainant", "Age of accused"),
    ],
)
def test_a_list_is_counted_by_the_ages_of_victims_in_either_order(victim, suspect):
    own = [({"offence": "Rape", "age": "12"}, 1), ({"offence": "Rape", "age": "13"}, 1)]
    first = crimes([victim, suspect], [12, 44], [13, 31])
    last = crimes([suspect, victim], [44, 12], [31, 13])
    assert counted(first) == counted(last) == own
    assert stops(first) == stops(last) == []


def test_a_list_with_suspects_alone_is_counted_without_their_ages_and_sexes():
    rows = crimes(["Suspect age", "Suspect sex"], [44, "M"], [31, "F"])
    assert counted(rows) == [({"offence": "Rape"}, 2)]


def test_of_columns_under_victims_and_suspects_those_of_victims_are_read():
    rows = crimes(["Age", "Sex", "Age", "Sex"], [12, "F", 44, "M"], [12, "F", 31, "M"])
    over = ["", "", "", "Victim", "", "Suspect", ""]
    assert counted([over, *rows]) == [({"offence": "Rape", "age": "12", "sex": "F"}, 2)]
    assert stops([over, *rows]) == []
    unknown = ["", "", "", "", "", "Suspect", ""]
    assert ("F1", f"“Suspect” {NO_VICTIMS}") in stops([unknown, *rows])


def test_of_two_ages_of_a_victim_the_one_at_the_offence_is_read_and_asked_about():
    rows = crimes(["Age at report", "Age at offence"], [44, 12], [31, 13])
    assert [labels["age"] for labels, _ in counted(rows)] == ["12", "13"]
    assert stops(rows) == [
        (
            "E1",
            "“Age at report” and “Age at offence” both give the age. “Age at offence” was read: "
            "is it meant?",
        )
    ]


def test_an_age_and_its_band_are_no_question():
    rows = crimes(["Age", "Age band"], [12, "10-13"], [13, "10-13"])
    assert counted(rows) == [({"offence": "Rape", "age": "10-13"}, 2)]
    assert stops(rows) == []


@pytest.mark.parametrize(
    "line",
    [
        "Sex of offender",
        "Table 4: Sex of suspects",
        "Perpetrators by sex",
        "Suspects",
        "Offences by gender of the accused",
        "How many suspects were arrested for these offences?",
    ],
)
def test_a_line_over_a_table_that_names_suspects_is_asked_about(line):
    assert (("A1", f"“{line}” {NO_VICTIMS}")) in stops([[line], [], *SEXES])


def test_the_name_of_a_sheet_is_asked_about():
    assert stops(SEXES, "Suspects") == [("A1", f"“Suspects” {NO_VICTIMS}")]


def test_columns_and_rows_of_suspects_and_arrests_are_asked_about():
    columns = [["Year", "Victims", "Suspects", "Arrests"], *([y, 44, 20, 11] for y in YEARS)]
    assert [cell for cell, _ in stops(columns)] == ["C1", "D1"]
    rows = [["", *YEARS], ["Victims", 44, 46], ["Number of suspects", 20, 21]]
    assert ("A3", f"“Number of suspects” {NO_VICTIMS}") in stops(rows)


@pytest.mark.parametrize(
    "line",
    [
        "Sexual activity with a child under 16, offender aged 18 or over",
        "A crime may have more than one suspect.",
        "Offences against children",
        "Victim sex (not suspect)",
        "Table 1: victims and offenders",
        "Crimes with no suspect identified",
        "Offences where the offender is known to the victim",
        "How many offences were recorded and how many suspects were charged?",
    ],
)
def test_an_offence_and_a_note_that_name_an_offender_are_no_question(line):
    assert not [each for each in stops([[line], [], *SEXES]) if NO_VICTIMS in each[1]]


def test_an_outcome_that_names_a_suspect_is_no_question():
    rows = [["Outcome", *YEARS], ["Charged", 4, 5], ["No suspect identified", 8, 9]]
    assert stops(rows) == []
    assert read(rows)["B3"].value == 8


@pytest.mark.parametrize(
    "heading", ["Age of victim (offender unknown)", "Victim age (not offender)", "Victim age"]
)
def test_an_age_of_victims_that_says_it_is_no_suspects_is_counted(heading):
    rows = crimes([heading], [12], [13])
    assert [labels["age"] for labels, _ in counted(rows)] == ["12", "13"]
    assert stops(rows) == []


def test_a_column_of_victims_and_offenders_is_counted_and_asked_about():
    rows = crimes(["Sex of victim/offender"], ["F"], ["M"])
    assert [labels["sex"] for labels, _ in counted(rows)] == ["F", "M"]
    why = "may be of suspects too. Are these counts what was asked for?"
    assert stops(rows) == [("D1", f"“Sex of victim/offender” {why}")]


@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Outcome", "Suspects identified; victim does not support"),
        ("Offence", "Offender aged 18 or over"),
    ],
)
def test_a_row_of_an_outcome_or_offence_that_names_an_offender_is_no_question(heading, label):
    assert stops([[heading, *YEARS], [label, 4, 5], ["Rape", 8, 9]]) == []


def test_ages_of_suspects_by_the_sex_of_victims_are_asked_about():
    line = "Age of suspects by sex of victim"
    why = f"“{line}” may be of suspects too. Are these counts what was asked for?"
    assert ("A1", why) in stops([[line], [], *SEXES])


def test_rows_of_suspects_by_age_alone_are_asked_about():
    rows = [
        ["Offence", *YEARS],
        ["Suspect aged under 18", 4, 5],
        ["Suspect aged 18 and over", 8, 9],
        ["Suspect over 40", 2, 3],
    ]
    assert [cell for cell, _ in stops(rows)] == ["A2", "A3", "A4"]


@pytest.mark.parametrize("heading", ["Suspect age (victim known)", "Suspect age (not victim)"])
def test_an_age_of_suspects_that_says_it_is_no_victims_is_left_out(heading):
    assert counted(crimes([heading], [44], [31])) == [({"offence": "Rape"}, 2)]


def test_a_line_that_is_asked_about_labels_the_counts_as_well():
    line = "Q2. How many arrests were made for these offences?"
    rows: Rows = [[line], ["Year", "Number"], *([y, 4] for y in YEARS)]
    assert line in read(rows)["B3"].other
    beside: Rows = [["Age of suspect", *YEARS], ["Under 18", 4, 5]]
    assert read(beside)["B2"].other == ("Age of suspect",)
    assert read(SEXES, "Suspects")["B2"].other == ("Suspects",)
    assert read([["Sex of victims"], [], *SEXES])["B4"].other == ()


def test_a_heading_of_the_accused_is_of_its_own_column_alone():
    found = read([["Year", "Victims", "Suspects", "Closed"], ["2018/19", 31, 14, 9]])
    assert [found[cell].other for cell in ("B2", "C2", "D2")] == [
        ("Victims",),
        ("Suspects",),
        ("Closed",),
    ]
