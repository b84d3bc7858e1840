"""Which dates and quarters beside a year make its figures those of a part of it."""

import pytest

from offences.returns.formats.files import FileContents
from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import is_of_which
from offences.returns.labels.months import parse_months
from offences.returns.labels.years import parse_year
from offences.returns.reader import read_sheets
from tests.returns.grids import Rows, read, sheet_of


def months_of(text: str) -> tuple[int, int] | None:
    year = parse_year(text)
    assert year is not None and year.part
    return parse_months(year.part, year.kind)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("2018/19 (updated Jan 21)", "(updated Jan 21)"),
        ("2018/19 (updated on 5 January 2021)", "(updated on 5 january 2021)"),
        ("2018/19 (as at May 20)", "(as at May 20)"),
        ("2018/19 extracted 03/02/21", "extracted 03/02/21"),
        ("2018/19 (re-run in July)", "(re-run in July)"),
        ("2019/20 (revised Feb 20)", "(revised Feb 20)"),
        ("2018 (position at Mar 19)", "(position at Mar 19)"),
    ],
)
def test_the_date_of_an_update_or_outside_the_year_is_no_part_of_it(text, rest):
    year = parse_year(text)
    assert year is not None
    assert (year.label, year.part, year.rest.casefold()) == (text.split()[0], "", rest.casefold())


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("2019/20 (as at Dec 19)", (4, 12)),
        ("2019/20 to 31 December 2019", (4, 12)),
        ("2018/19 (runs April to September)", (4, 9)),
        ("2019/20 (Q2)", (7, 9)),
        ("2019/20 (Q1-3)", (4, 12)),
        ("Q2 to Q3 2019/20", (7, 12)),
        ("2019/20 Q1 & Q2", (4, 9)),
        ("2019/20 (Q1+Q2+Q3)", (4, 12)),
        ("2019/20 (Q1, Q2 and Q4)", None),
        ("2019/20 (Q3-Q1)", None),
    ],
)
def test_dates_in_the_year_and_quarters_are_its_part(text, months):
    assert months_of(text) == months


def test_a_revised_column_is_read_beside_the_old_one():
    rows: Rows = [["Offence", "2018/19", "2018/19 (updated Jan 21)"], ["Rape", 20, 22]]
    found = read([*rows, ["Incest", 5, 7]])
    assert found["C2"].year == "2018/19"
    assert (found["C2"].part_words, found["C2"].other) == ("", ("(updated Jan 21)",))


@pytest.mark.parametrize(
    ("text", "label"), [("FY1718", "2017/18"), ("FY1920", "2019/20"), ("FY2021", None)]
)
def test_four_digits_behind_fy_are_two_years_where_they_are_none_themselves(text, label):
    year = parse_year(text)
    assert (year.label if year else None) == label


def conflicts(rows: Rows) -> list[str]:
    found = read_sheets("a.xlsx", FileContents([sheet_of(rows)]))
    return [each.message for each in (*found.problems, *found.conflicts)]


def test_quarters_with_a_gap_are_not_called_the_months_from_the_first_to_the_last():
    rows: Rows = [["Offence", "Q1 2018/19", "Q2 2018/19", "Q4 2018/19"], ["Rape", 6, 5, 7]]
    (message,) = conflicts([*rows, ["Incest", 3, 3, 4]])
    assert "this table has only a part of 2018/19. Say why" in message


def test_a_remark_of_six_months_in_short_is_asked_about():
    rows: Rows = [["Offence", "2018/19", "2019/20"], ["Rape", 6, 5, "", "6m"], ["Incest", 3, 3]]
    assert any("“6m” is beside this count" in message for message in conflicts(rows))


def test_no_information_held_and_of_which_are_known_in_short():
    count = parse_count("NIH")
    assert count is not None
    assert count.marker == "not_held"
    assert is_of_which("o/w cyber")
    assert not is_of_which("owned")
