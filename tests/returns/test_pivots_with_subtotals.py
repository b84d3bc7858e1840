"""Pivots whose labels are written once, with a total below each group that names the group."""

import pytest

from tests.returns.every_format import Merged
from tests.returns.grids import Rows
from tests.returns.test_causes import observations, read_as

NAMES = ["a.xlsx", "a.csv", "a.docx"]
NO_MERGE: Merged = []
YEARS, OFFENCES = ["2018/19", "2019/20"], ["Rape", "Grooming", "Stalking"]
HEADING: Rows = [["Year", "Offence", "Sex", "Count"]]
BLANK = "This row is blank under"


def pivot(total: str = "{} Total", outer: bool = True) -> Rows:
    """Years, offences and sexes: each label once, and a total below each offence and year."""
    rows = [*HEADING]
    for at, year in enumerate(YEARS):
        counts = [(12 + at + 10 * n, 3 + 2 * n) for n in range(len(OFFENCES))]
        for n, (offence, (girls, boys)) in enumerate(zip(OFFENCES, counts, strict=True)):
            rows += [["" if n else year, offence, "Female", girls], ["", "", "Male", boys],
                     ["", total.format(offence), "", girls + boys]]  # fmt: skip
        rows += [[f"{year} Total", "", "", sum(map(sum, counts))]] if outer else []
    return rows


def turned_round() -> Rows:
    """The offence outside, and the year within: its totals name years."""
    other = [["Offence", "Year", "Sex", "Count"]]
    for at, offence in enumerate(OFFENCES):
        for n, year in enumerate(YEARS):
            girls, boys = 12 + n + 10 * at, 3 + 2 * at
            other += [["" if n else offence, year, "Female", girls], ["", "", "Male", boys],
                      ["", f"{year} Total", "", girls + boys]]  # fmt: skip
    return other


def stops(rows: Rows, name: str) -> list[str]:
    return [p.message for p in read_as(rows, NO_MERGE, name).problems if p.stops]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("rows", [pivot(), pivot(outer=False), pivot("Total {}"), turned_round()])
def test_the_label_further_left_goes_on_below_the_total_of_another(rows, name):
    found = read_as(rows, NO_MERGE, name)
    assert not [each for each in found.problems if each.stops]
    counts = {(o.year, o.labels["offence"], o.labels["sex"]): o.value
              for o in observations(found) if "sex" in o.labels}  # fmt: skip
    assert counts == {(year, offence, sex): 12 + n + 10 * at if sex == "Female" else 3 + 2 * at
                      for n, year in enumerate(YEARS) for at, offence in enumerate(OFFENCES)
                      for sex in ("Female", "Male")}  # fmt: skip
    assert all(o.total for o in observations(found) if "sex" not in o.labels)


FIRST: Rows = [["2018/19", "Rape", "Female", 12], ["", "", "Male", 3]]
LAST: Rows = [["2019/20", "Rape", "Female", 14], ["", "", "Male", 2], ["", "Rape Total", "", 16]]
MORE: Rows = [["", "Grooming", "Female", 31], ["", "", "Male", 5], ["", "Grooming Total", "", 36]]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("rows", "asked"), [
    # Neither a total of all nor that of another group says that the year goes on.
    ([*FIRST, ["", "Total", "", 15], *MORE, *LAST], BLANK),
    ([*FIRST, ["", "Grooming Total", "", 15], *MORE, *LAST], BLANK),
    # The total of the year ends it.
    ([*FIRST, ["", "Rape Total", "", 15], ["2018/19 Total", "", "", 15], *MORE, *LAST], BLANK),
    # The offence has had its total.
    ([*FIRST, ["", "Rape Total", "", 15], ["", "", "Female", 31], *LAST], BLANK),
    # The same offence again is of another year.
    ([*FIRST, ["", "Rape Total", "", 15], ["", "Rape", "Female", 14], *LAST],
     "Another row of this table has the same labels."),
])  # fmt: skip
def test_what_may_be_of_another_group_is_asked_about(rows, asked, name):
    assert any(message.startswith(asked) for message in stops([*HEADING, *rows], name))


@pytest.mark.parametrize("name", NAMES)
def test_a_total_of_the_year_without_the_rows_below_the_first_is_asked_about(name):
    rows = pivot()
    rows[10] = ["2018/19 Total", "", "", 15]
    found = read_as(rows, NO_MERGE, name)
    assert any("The stated total is 15." in each.message for each in found.conflicts)
