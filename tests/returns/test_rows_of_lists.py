"""Rows of a list of crimes that are no crime, or may be none that was asked for."""

import pytest

from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as
from tests.returns.three_formats import FORMATS

YEARS: Rows = [["Year", "Offence", "Victim age"], ["2018/19", "Threats", "12"],
               ["2018/19", "Threats", "12"], ["2019/20", "Stalking", "13"]]  # fmt: skip
DAYS: Rows = [["Recorded", "Offence", "Victim age"], ["03/05/2018", "Threats", "12"],
              ["09/06/2018", "Threats", "12"], ["09/06/2019", "Stalking", "13"]]  # fmt: skip
SEXES: Rows = [["Victim sex", "Offence", "Year"], ["F", "Threats", "2018/19"],
               ["F", "Threats", "2018/19"], ["M", "Stalking", "2019/20"]]  # fmt: skip
LISTS = {"years": YEARS, "days": DAYS, "sexes": SEXES}
IN_EVERY = pytest.mark.parametrize("name", FORMATS)
OF_EACH = pytest.mark.parametrize("rows", LISTS.values(), ids=LISTS)


def counted(rows: Rows, name: str = "a.xlsx") -> dict[tuple[str | None, str | None], int | None]:
    found = observations(read_as(rows, [], name))
    return {(each.year, each.labels.get("offence")): each.value for each in found}


def stops(rows: Rows, name: str = "a.xlsx") -> list[str]:
    read = read_as(rows, [], name)
    return [each.message for each in read.problems if each.stops]


def with_column(rows: Rows, heading: str, *texts: str) -> Rows:
    return [[*row, text] for row, text in zip(rows, [heading, *texts], strict=True)]


CRIMES = {("2018/19", "Threats"): 2, ("2019/20", "Stalking"): 1}


@OF_EACH
@IN_EVERY
@pytest.mark.parametrize("total", [["Total", "3", ""], ["", "Total", "3"], ["Total", "", "3"]])
def test_a_total_below_a_list_is_no_crime(rows, name, total):
    assert counted([*rows, total], name) == CRIMES
    assert stops([*rows, total], name) == []


@OF_EACH
@IN_EVERY
def test_a_total_that_is_not_the_number_of_rows_stops_the_file(rows, name):
    (asked,) = stops([*rows, ["Total", "", "4"]], name)
    assert asked == "This total of the list is 4, and 3 rows are above it. Is every crime there?"


def test_a_total_may_be_of_the_rows_since_the_last_one():
    rows = [*YEARS, ["Total", "", 3], ["2019/20", "Stalking", "14"], ["Total", "", 1]]
    assert stops(rows) == []


@OF_EACH
@IN_EVERY
@pytest.mark.parametrize(
    ("heading", "texts"),
    [("Online flag", ["Y", "Y", "N"]), ("Status", ["Live", "Cancelled", "Live"]),
     ("Cyber", ["Yes", "Yes", ""])],
)  # fmt: skip
def test_a_column_that_may_decide_which_crimes_were_asked_for_stops_the_file(
    rows, name, heading, texts
):
    (asked,) = stops(with_column(rows, heading, *texts), name)
    assert asked.startswith(f"“{heading}” differs between the rows (2 “{texts[0]}” and 1 ")


@OF_EACH
@pytest.mark.parametrize(
    ("heading", "texts"),
    [("Online flag", ["Y", "Y", "Y"]), ("Outcome", ["Charged", "Charged", "No suspect"])],
)
def test_a_column_that_is_the_same_in_all_rows_or_says_an_outcome_asks_nothing(
    rows, heading, texts
):
    assert stops(with_column(rows, heading, *texts)) == []


def test_a_blank_in_a_list_whose_labels_come_again_is_not_that_of_the_row_above():
    rows: Rows = [*YEARS, ["", "Stalking", "13"]]
    assert counted(rows) == CRIMES | {(None, "Stalking"): 1}
    (asked,) = stops(rows)
    assert asked == "1 row of this list has no year and cannot be counted. Of which year are they?"


def test_a_list_of_two_columns_is_counted_in_the_year_that_names_its_sheet():
    rows: Rows = [["Offences 2018/19"], [], ["Offence", "Victim age"], ["Threats", "12"],
                  ["Threats", "14"], ["Stalking", "13"]]  # fmt: skip
    assert sum(each.value or 0 for each in observations(read_as(rows, [], "a.xlsx"))) == 3
