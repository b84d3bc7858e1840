"""Two counts of one year with the same labels are asked about: what tells them apart is unread."""

import io

import docx
import pytest

from offences.returns.formats.files import open_file
from offences.returns.reader import read_sheets
from tests.imports.files import xlsx_of
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows

ASKED = "has the same year and labels as that in "


def asked(name: str, rows: Rows) -> list[str]:
    return [each for each in messages_of(name, rows) if ASKED in each]


def asked_of_sheets(sheets: dict[str, Rows]) -> list[tuple[str, str | None]]:
    found = read_sheets("a.xlsx", open_file(xlsx_of(sheets), "a.xlsx"))
    return [(p.sheet, p.cell) for p in found.problems if ASKED in p.message and p.stops]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "heads",
    [
        ("Recorded 2018/19", "Reported 2018/19"),
        ("Crimes 2018/19", "Records 2018/19"),
        ("Number 2018/19", "Victims 2018/19"),
        ("Count 2018/19", "No. 2018/19"),
    ],
)
def test_two_columns_of_one_year_that_differ_by_plain_words_are_asked_about(heads, name):
    rows: Rows = [["Offence", *heads], ["Stalking", 31, 27], ["Threats", 12, 14]]
    assert len(asked(name, rows)) == 1


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "heads",
    [("Recorded", "Reported"), ("Offences", "Crimes"), ("Count", "Number"), ("Crimes", "Victims")],
)
def test_so_are_two_columns_of_plain_words_beside_a_column_of_years(heads, name):
    rows: Rows = [["Year", *heads], ["2018/19", 31, 27], ["2019/20", 12, 14]]
    assert len(asked(name, rows)) == 1
    assert not asked(name, [["Year", *heads], ["2018/19", 31, 31], ["2019/20", 12, 12]])


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.csv"])
def test_a_table_that_comes_again_with_other_numbers_is_asked_about(name):
    rows: Rows = [["Offence", "2018/19"], ["Stalking", 31], [], ["Offence", "2018/19"],
                  ["Stalking", 37]]  # fmt: skip
    assert len(asked(name, rows)) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Data", "Data (2)"),
        ("v1", "v2 final"),
        ("Q1", "Q2"),
        ("Extract", "Overview"),
        ("Our reply", "Appendix 1"),
        ("Niche", "Athena"),
        ("West hub", "East hub"),
        ("Trolling", "Catfishing"),
        ("Online", "Cyber flagged"),
    ],
)
def test_sheets_of_two_counts_of_one_thing_are_asked_about_whatever_their_names(names):
    first: Rows = [["Offence", "2018/19"], ["Stalking", 31], ["Threats", 12]]
    second: Rows = [["Offence", "2018/19"], ["Stalking", 31], ["Threats", 15]]
    assert asked_of_sheets({names[0]: first, names[1]: second}) == [(names[1], "B3")]
    assert asked_of_sheets({names[0]: first, names[1]: first}) == []


@pytest.mark.parametrize(
    "names",
    [("Recorded", "Cyber flagged"), ("All", "Of which online"), ("Girls", "Boys"),
     ("Under 13", "13 to 17"), ("2017-18 data", "Offences 2018-19")],
)  # fmt: skip
def test_sheets_and_tables_whose_words_tell_them_apart_are_not(names):
    head: Rows = [["Offence", "Number" if "-" in names[0] else "2018/19"]]
    first: Rows = [*head, ["Stalking", 31], ["Threats", 12]]
    second: Rows = [*head, ["Stalking", 9], ["Threats", 5]]
    assert asked_of_sheets({names[0]: first, names[1]: second}) == []
    under: Rows = [["All crimes by offence"], *first, [], ["Of which cyber"], *second]
    assert asked_of_sheets({"Data": under}) == []


def test_a_count_of_those_online_that_is_more_than_that_of_all_is_asked_about():
    def asked_of(online: int, every: int) -> list[tuple[str, str | None]]:
        first: Rows = [["Offence", "2018/19"], ["Stalking", online], ["Threats", 12]]
        second: Rows = [["Offence", "2018/19"], ["Stalking", every], ["Threats", 15]]
        return asked_of_sheets({"Online": first, "Overview": second})

    assert asked_of(31, 40) == []
    assert asked_of(31, 29) == [("Overview", "B2")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([["Year", "Total"], ["2018/19", 44]], [["Year", "Total"], ["2018/19", 41]]),
        ([["Year", "Crimes"], ["2018/19", 44]], [["Year", "No. of offences"], ["2018/19", 41]]),
        ([["Sex", "2018/19"], ["Girls", 44]], [["Sex", "2018/19"], ["Female", 41]]),
        ([["Age", "2018/19"], ["10-13", 44]], [["Age", "2018/19"], ["10 to 13", 41]]),
        (
            [["Ref", "Date recorded", "Offence"], *[[f"Z{n}/7", f"{n + 3}/06/2018", "Stalking"]
                                                    for n in range(6)]],
            [["Offence", "2018/19"], ["Stalking", 9]],
        ),
    ],
)  # fmt: skip
def test_totals_alone_other_words_for_a_category_and_lists_are_compared_too(one, other):
    assert [each[0] for each in asked_of_sheets({"Full": one, "Overview": other})] == ["Overview"]
    assert not asked_of_sheets({"Full": one, "Overview": one})


def test_totals_of_two_breakdowns_are_left_to_the_check_of_totals():
    by_sex: Rows = [["Sex", "2018/19"], ["Girls", 30], ["Boys", 10], ["Total", 40]]
    by_age: Rows = [["Age", "2018/19"], ["Under 13", 33], ["13-17", 10], ["Total", 43]]
    assert not asked_of_sheets({"Sexes": by_sex, "Ages": by_age})


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Offence", "2018/19", "2019/20"], ["Stalking", 31, 27], ["Threats", 12, 14]],
        [["Year", "Girls", "Boys"], ["2018/19", 31, 27], ["2019/20", 12, 14]],
        [["Offence", "Recorded 2018/19", "Reported 2018/19"], ["Stalking", 31, 31]],
        [["Sex", "2018/19", "2019/20"], ["Girls", 31, 27], ["Total", 40, 30], ["Total", 41, 32]],
    ],
)
def test_counts_of_other_years_labels_or_totals_are_not(rows, name):
    assert asked(name, rows) == []


@pytest.mark.parametrize(
    ("first", "second", "is_asked"),
    [("Q1", "Q2", True), ("Table 1", "Table 2", True), ("Answer", "", True),
     ("Recorded by hub", "Recorded by beat", True), ("Recorded", "Recorded online", False)],
)  # fmt: skip
def test_tables_of_a_letter_with_two_counts_of_one_thing_are_asked_about(first, second, is_asked):
    letter = docx.Document()
    for line, count in (("Dear Ms Marsh,", None), (first, 31), (second, 9)):
        letter.add_paragraph(line)
        if count is not None:
            table = letter.add_table(2, 2)
            for at, text in enumerate(("Offence", "2018/19", "Stalking", str(count))):
                table.cell(at // 2, at % 2).text = text
    letter.save(out := io.BytesIO())
    found = read_sheets("a.docx", open_file(out.getvalue(), "a.docx"))
    assert any(ASKED in each.message for each in found.problems) == is_asked


TWICE: Rows = [["2018/19"], ["Stalking", 52], ["Stalking", 37], ["Threats", 14]]
TWO_HEADS: Rows = [["Offence", "Recorded 2019/20", "Reported 2019/20"], ["Stalking", 26, 31],
                   ["Threats", 9, 9]]  # fmt: skip


def test_a_question_about_rows_of_one_table_answers_none_about_another_or_about_its_columns():
    assert len(asked("a.xlsx", [*TWICE, [], *TWO_HEADS])) == 1
    beside: Rows = [[*(row + [""] * 2)[:2], "", *other] for row, other in
                    zip(TWICE[1:], TWO_HEADS, strict=True)]  # fmt: skip
    assert len(asked("a.xlsx", [["2018/19"], *beside])) == 1
    assert len(asked("a.xlsx", [*TWO_HEADS, ["Threats", 13, 13]])) == 1
    assert not asked("a.xlsx", TWICE)
    many: Rows = [["Stalking", 60 + n] for n in range(30)]
    assert not asked("a.xlsx", [*TWICE, *many])


def test_a_question_about_two_columns_answers_none_about_two_others():
    alike: Rows = [["Offence", "2018/19", "2018/19"], ["Stalking", 52, 37], ["Threats", 14, 18]]
    assert not asked("a.xlsx", alike)
    rows: Rows = [[*row, *other[1:]] for row, other in zip(alike, TWO_HEADS, strict=True)]
    assert len(asked("a.xlsx", rows)) == 1
