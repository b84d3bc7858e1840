"""Rows and columns that are a part of one before them: “of which online”, “of those, girls”."""

import pytest
from openpyxl.styles import Alignment

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from offences.returns.sheet import Observation
from offences.returns.sheet_reader import read_sheet
from tests.imports.files import xlsx_of
from tests.returns.every_format import FORMATS
from tests.returns.grids import Rows, problems, read, sheet_of
from tests.returns.test_causes import observations, read_as

YEARS = ["2018/19", "2019/20"]
WHOLE = ["Stalking", 310, 327]
ONLINE, GIRLS, BOYS = "of which online", "of which girls", "of which boys"


def opened(data: bytes, name: str) -> dict[int | None, Observation]:
    found = observations(read_sheets(name, open_file(data, name)))
    return {each.value: each for each in found}


def labels(rows: Rows) -> dict[int | None, list[str]]:
    return {each.value: [*each.labels.values(), *each.other] for each in read(rows).values()}


@pytest.mark.parametrize("inner", ["of which girls", "Of those, girls", "of whom girls"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_part_of_a_row_has_its_labels(inner, name):
    rows: Rows = [["Measure", *YEARS], WHOLE, [inner, 70, 79], ["Threats", 95, 106]]
    found = {each.value: each for each in observations(read_as(rows, [], name))}
    assert found[70].labels == {"offence": "Stalking", "sex": inner}
    assert found[106].labels == {"offence": "Threats"}


def test_an_indented_part_of_a_part_has_the_labels_of_both():
    inner: Rows = [["      " + GIRLS, 70, 79], ["      " + BOYS, 20, 21]]
    found = labels([["Measure", *YEARS], WHOLE, ["   " + ONLINE, 95, 106], *inner])
    assert found[95] == ["Stalking", ONLINE]
    assert found[70] == ["Stalking", GIRLS, ONLINE]
    assert found[21] == ["Stalking", BOYS, ONLINE]


def test_a_part_as_far_left_as_the_one_before_is_of_the_same_row():
    rows: Rows = [["Measure", *YEARS], WHOLE, ["  " + ONLINE, 95, 106], ["  " + GIRLS, 70, 79]]
    assert labels(rows)[70] == ["Stalking", GIRLS]
    assert not [each for each in problems(rows) if "a part of" in each.message]


def test_the_indents_of_a_workbook_are_those_of_its_cells():
    def indent(book) -> None:
        for row, steps in ((3, 1), (4, 2), (5, 2)):
            book.active.cell(row, 1).alignment = Alignment(indent=steps)

    rows = [["Measure", *YEARS], WHOLE, [ONLINE, 95, 106], [GIRLS, 70, 79], [BOYS, 20, 21]]
    data = xlsx_of({"Data": rows}, indent)
    found = opened(data, "a.xlsx")
    assert (found[79].labels["sex"], found[79].other) == (GIRLS, (ONLINE,))


def test_the_indents_of_a_text_file_are_its_spaces():
    text = f"Measure,2018/19,2019/20\nStalking,310,327\n  {ONLINE},95,106\n    {GIRLS},70,79\n"
    found = opened(text.encode(), "a.csv")
    assert (found[79].labels["sex"], found[79].other) == (GIRLS, (ONLINE,))


def test_parts_that_add_up_to_a_part_are_parts_of_it():
    inner: Rows = [[GIRLS, 70, 79], [BOYS, 25, 27]]
    found = labels([["Measure", *YEARS], WHOLE, [ONLINE, 95, 106], *inner])
    assert found[70] == ["Stalking", GIRLS, ONLINE]
    assert found[27] == ["Stalking", BOYS, ONLINE]


@pytest.mark.parametrize("girls", [[240, 250], [96, 79]])
def test_parts_that_cannot_be_in_the_part_before_are_of_the_whole(girls):
    inner: Rows = [[GIRLS, *girls], [BOYS, 70, 77]]
    rows: Rows = [["Measure", *YEARS], WHOLE, [ONLINE, 95, 106], *inner]
    assert labels(rows)[girls[0]] == ["Stalking", GIRLS]
    assert not [each for each in problems(rows) if "a part of" in each.message]


@pytest.mark.parametrize("name", FORMATS)
def test_a_part_that_may_be_of_either_row_above_is_a_question(name):
    rows: Rows = [["Measure", *YEARS], WHOLE, [ONLINE, 95, 106], [GIRLS, 70, 79]]
    asked = [each for each in read_as(rows, [], name).problems if "a part of" in each.message]
    assert [each.message for each in asked] == [
        "“of which girls”: a part of “of which online”, or of “Stalking”?"
    ]
    assert all(each.stops for each in asked)


def test_a_part_below_an_empty_row_may_be_of_all_rows_above_it():
    rows: Rows = [["Measure", *YEARS], ["Rape", 41, 52], ["Stalking", 310, 327], [""]]
    for part in ("of which girls", "of whom under 13", "including online"):
        (asked,) = [each for each in problems([*rows, [part, 14, 15]]) if each.needs == "label"]
        assert asked.message == f"“{part}”: a part of “Stalking”, or of all above it?"
    total: Rows = [["Total", 351, 379], [""]]
    for clear in (
        [*rows[:3], [GIRLS, 14, 15]],
        [rows[0], rows[2], [""], [GIRLS, 14, 15]],
        [*rows[:3], *total, [GIRLS, 14, 15]],
        [*rows, [GIRLS, 210, 220], [BOYS, 100, 107]],
    ):
        assert not [each for each in problems(clear) if "a part of" in each.message]


def test_a_part_of_all_has_no_label_of_the_total():
    found = read([["Measure", *YEARS], ["All offences", 310, 327], [ONLINE, 95, 106]])
    assert not found["B3"].total
    assert found["B3"].other == (ONLINE,)


def test_a_part_below_a_question_takes_its_year():
    rows: Rows = [["Question", "Answer"], ["How many crimes of stalking in 2018/19?", 95],
                  ["Of those, how many had a female victim?", 70],
                  ["How many crimes of stalking in 2019/20?", 97]]  # fmt: skip
    assert read(rows)["B3"].year == "2018/19"


def test_a_line_between_rows_begins_anew():
    rows: Rows = [["Measure", *YEARS], ["Stalking", 310, 327], ["Threats", 95, 106],
                  ["Snapchat", "", ""], [GIRLS, 7, 9], [BOYS, 2, 1]]  # fmt: skip
    assert "Threats" not in labels(rows)[7]


@pytest.mark.parametrize("heading", ["No", "Ref", "Q"])
def test_the_numbers_of_questions_are_no_ages(heading):
    rows: Rows = [[heading, "Question", "Answer"], ["1a", "Stalking recorded in 2018/19", 95],
                  ["2c", "Of those, sex not recorded", 6], ["4", "Of these, girls", 7]]  # fmt: skip
    assert not any("age" in each.labels for each in read(rows).values())
    assert not problems(rows)


def test_a_part_beside_a_column_has_its_labels():
    heads = ["Year", "Stalking", GIRLS, BOYS, "Threats", GIRLS, BOYS]
    found = labels([heads, ["2018/19", 310, 95, 70, 110, 7, 8]])
    assert found[70] == ["Stalking", BOYS]
    assert found[7] == [GIRLS, "Threats"]


def test_a_part_beside_a_year_is_of_that_year():
    heads = ["Offence", "2018/19", GIRLS, BOYS, "2019/20", GIRLS, BOYS]
    found = read([heads, ["Stalking", 310, 95, 70, 327, 97, 71]])
    assert [each.year for each in found.values()] == ["2018/19"] * 3 + ["2019/20"] * 3


@pytest.mark.parametrize("name", FORMATS)
def test_a_column_that_may_be_a_part_of_either_before_it_is_a_question(name):
    rows: Rows = [["Year", "Stalking", ONLINE, GIRLS], ["2018/19", 310, 95, 70],
                  ["2019/20", 320, 97, 71]]  # fmt: skip
    asked = [each for each in read_as(rows, [], name).problems if "a part of" in each.message]
    assert len(asked) == 1
    assert asked[0].stops


@pytest.mark.parametrize("name", FORMATS)
def test_a_sex_that_is_not_recorded_is_a_part_of_what_the_others_are_of(name):
    heads = ["Year", "Stalking", GIRLS, BOYS, "of which n/k"]
    rows: Rows = [heads, ["2018/19", 310, 195, 110, 5], ["2019/20", 327, 197, 122, 8]]
    found = read_as(rows, [], name)
    assert not [each for each in found.problems if "a part of" in each.message]
    assert {each.labels["sex"] for each in observations(found) if each.value == 8} == {heads[-1]}


def test_an_offence_is_no_total_for_having_a_part():
    rows: Rows = [["Offence", *YEARS], WHOLE, ["of which under 13", 95, 106],
                  ["Threats", 90, 91], ["of which under 13", 80, 81]]  # fmt: skip
    assert not any(each.total for each in read(rows).values())


def test_a_part_below_an_indented_label_of_the_same_kind_is_a_question():
    rows: Rows = [["Measure", *YEARS], ["Online", 310, 327], ["   Girls", 70, 79], [BOYS, 20, 21]]
    assert labels(rows)[20] == [BOYS, "Online"]
    asked = [each.message for each in problems(rows) if "a part of" in each.message]
    assert asked == ["“of which boys”: a part of “Girls”, or of “Online”?"]


def test_a_part_that_exceeds_the_indented_label_above_it_is_of_the_row_above_both():
    rows: Rows = [["Measure", *YEARS], ["Online", 310, 327], ["   Girls", 70, 79], [BOYS, 90, 91]]
    assert labels(rows)[90] == [BOYS, "Online"]
    assert not [each for each in problems(rows) if "a part of" in each.message]


def test_a_part_of_a_percentage_is_no_count():
    rows: Rows = [["Measure", *YEARS], WHOLE, ["Percentage online", 40, 41], [GIRLS, 20, 21]]
    read_one = read_sheet(sheet_of(rows))
    found = {each.value for table in read_one.tables for each in table.observations}
    assert found == {310, 327}
    assert [each.cell for each in read_one.not_taken] == ["B3", "C3", "B4", "C4"]
    assert not any(each.stops for each in read_one.not_taken)


def test_a_column_that_is_a_part_of_a_percentage_has_no_counts():
    heads = ["Year", "Stalking", "Percentage online", GIRLS]
    read_one = read_sheet(sheet_of([heads, ["2018/19", 310, 40, 20], ["2019/20", 327, 41, 21]]))
    found = {each.value for table in read_one.tables for each in table.observations}
    assert found == {310, 327}
    assert [each.cell for each in read_one.not_taken] == ["C2", "D2", "C3", "D3"]


ALL = "All sexual offences against under 18s"


@pytest.mark.parametrize("part", [ONLINE, "of which cyber", "Of those, internet"])
@pytest.mark.parametrize("name", FORMATS)
def test_a_row_of_which_the_online_offences_are_a_part_is_a_question(part, name):
    rows: Rows = [["Measure", *YEARS], ["All abuse", 812, 860], [part, 203, 241]]
    asked = [each for each in read_as(rows, [], name).problems if "asked for" in each.message]
    assert [each.message for each in asked] == [
        f"“All abuse” counts more than “{part}”. Which of the two was asked for?"
    ]
    assert asked[0].stops


def test_a_row_with_several_online_parts_is_asked_about_once():
    rows: Rows = [["Measure", *YEARS], [ALL, 812, 860], ["  " + ONLINE, 203, 241],
                  ["  of which via the internet", 100, 110]]  # fmt: skip
    asked = [each for each in problems(rows) if "asked for" in each.message]
    assert [each.cell for each in asked] == ["A2"]


def test_a_column_of_which_the_online_offences_are_a_part_is_a_question():
    rows: Rows = [["Year", ALL, ONLINE], ["2018/19", 812, 203], ["2019/20", 860, 241]]
    asked = [each for each in problems(rows) if "asked for" in each.message]
    assert [(each.cell, each.stops) for each in asked] == [("B2", True)]


@pytest.mark.parametrize(
    ("whole", "part"),
    [("Online sexual offences", "of which cyber-flagged"), ("Cyber-enabled abuse", ONLINE),
     (ALL, GIRLS), (ALL, "of which not online"), (ALL, "of which offline"),
     (ALL, "Online")],
)  # fmt: skip
def test_a_row_is_no_question_unless_its_part_alone_is_online(whole, part):
    rows: Rows = [["Measure", *YEARS], [whole, 812, 860], [part, 203, 241]]
    assert not [each for each in problems(rows) if "asked for" in each.message]


def test_a_share_or_a_line_without_counts_is_not_wider_than_its_online_part():
    for whole in (["Percentage of crimes", 81, 86], ["Abuse", "", ""]):
        rows: Rows = [["Measure", *YEARS], ["Stalking", 31, 37], whole, [ONLINE, 20, 24]]
        assert not [each for each in problems(rows) if "“Stalking”" not in each.message
                    and "asked for" in each.message]  # fmt: skip
