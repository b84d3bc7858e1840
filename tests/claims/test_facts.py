"""Facts: what a claim may rest on, and what they come to."""

import pytest

from offences.claims.facts import AgeGroup, Ages, BadFacts, Facts
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from offences.words.phrases import place_of

BEFORE, YEAR, LATER = Year(2017), Year(2018), Year(2019)
LATE, HALF, UP_TO_4 = Cell.missing("late"), Cell.part_year(3, 6), Cell.suppressed(1, 4)
FOUR = ("England", "Wales", "Scotland", "Northern Ireland")


def of_force(*cells: Cell, **more) -> Facts:
    """One force; its newest figure is of 2018/19."""
    years = map(Year, range(2019 - len(cells), 2019))
    series = Series(dict(zip(years, cells, strict=True)))
    return Facts("Kent", "offences", YEAR, series=series, **more)


def of_forces(**forces: Cell) -> Facts:
    """Forces by their figure of 2018/19."""
    panel = Panel({name: Series({YEAR: cell}) for name, cell in forces.items()}, 9)
    return Facts("Wales", "offences", YEAR, panel=panel)


def printed(place: str, *nations: str) -> Facts:
    return Facts(place, "offences", YEAR, nations=nations)


def test_facts_are_about_one_force_or_many():
    series, panel = Series({YEAR: Cell.count(5)}), Panel({}, 0)
    with pytest.raises(BadFacts) as error:
        Facts("Kent", "offences", YEAR, series=series, panel=panel)
    assert str(error.value) == "Facts are about one body's series or about a panel, not both."
    assert of_force(Cell.count(5)).scope == "force"
    assert of_forces(A=LATE).scope == printed("Wales").scope == "national"
    assert of_force(Cell.count(5), scope="nation").scope == "nation"


def test_a_nation_that_is_none_is_refused():
    with pytest.raises(ValueError, match="“Kent” is not one of England, Wales"):
        printed("Kent", "Kent")


def test_years_after_the_one_the_release_is_about_are_left_out():
    figures = {year: Cell.count(5) for year in (BEFORE, YEAR, LATER)}
    series = Facts("Kent", "offences", YEAR, series=Series(figures)).series
    panel = Facts("Kent", "offences", YEAR, panel=Panel({"A": Series(figures)}, 1)).panel
    assert list(series.cells) == list(panel.series["A"].cells) == [BEFORE, YEAR]


def test_breaks_and_forces_asked_are_those_of_the_figures():
    breaks = (Break(BEFORE, "A new code"),)
    series = Series({YEAR: Cell.count(5)}, breaks)
    assert Facts("Kent", "offences", YEAR, series=series).breaks == breaks
    assert Facts("Kent", "offences", YEAR, series=series).asked is None
    panel = Facts("Kent", "offences", YEAR, panel=Panel({"A": series}, 9, breaks))
    assert (panel.breaks, panel.asked) == (breaks, 9)
    assert (printed("Wales").breaks, printed("Wales").asked) == ((), None)


@pytest.mark.parametrize(
    ("facts", "spoken", "area"),
    [
        (printed("Kent"), "Kent", "Kent"),
        (printed("Kent", "England"), "Kent", "England"),
        (printed("the UK"), "the forces asked", ""),
        (printed("United Kingdom", "England", "Wales"), "England and Wales", "England and Wales"),
        (printed("the U.K.", *FOUR), "the U.K.", "the UK"),
        (printed("UK", *FOUR, "Isle of Man"), "UK", "the UK and the Isle of Man"),
    ],
)
def test_a_place_is_the_uk_only_if_forces_of_all_four_nations_were_asked(facts, spoken, area):
    assert (place_of(facts), facts.area) == (spoken, area)


def test_what_the_figures_of_the_newest_year_come_to():
    facts = of_forces(A=Cell.count(60), B=LATE, C=HALF, D=UP_TO_4)
    assert facts.latest_cells == {"A": Cell.count(60), "B": LATE, "C": HALF, "D": UP_TO_4}
    assert list(facts.figures) == ["A", "C", "D"]
    assert facts.behind == (("A", YEAR), ("C", YEAR), ("D", YEAR))
    assert facts.total == Range(64, 67)
    assert facts.cell("D", YEAR) == UP_TO_4
    own = of_force(Cell.count(9), Cell.count(5))
    assert own.latest_cells == {"Kent": Cell.count(5)}
    assert own.cell("Kent", BEFORE) == Cell.count(9)
    nothing = printed("Wales")
    assert (nothing.latest_cells, nothing.behind, nothing.total) == ({}, (), None)
    assert of_forces(A=LATE).total is None


@pytest.mark.parametrize(
    ("facts", "all_exact", "part_year"),
    [
        (of_force(Cell.count(5)), True, False),
        (of_force(LATE), False, False),
        (of_forces(A=Cell.count(5), B=LATE), True, False),
        (of_forces(A=Cell.count(5), B=UP_TO_4), False, False),
        (of_forces(A=Cell.count(5), B=HALF), False, True),
        (printed("Wales"), False, False),
    ],
)
def test_whether_all_figures_are_exact_or_some_of_a_part_of_a_year(facts, all_exact, part_year):
    assert (facts.all_exact, facts.has_part_year) == (all_exact, part_year)


def test_ages_are_known_where_they_are_stated():
    groups = {AgeGroup(12, 12): Cell.count(5), AgeGroup(13, 15): UP_TO_4}
    ages = Ages(groups, Cell.count(7))
    assert (ages.known, ages.total, ages.hidden) == (6, 13, [UP_TO_4])
    assert ages.cells == [Cell.count(5), UP_TO_4, Cell.count(7)]
    gone = Ages({AgeGroup(12, 12): LATE}, LATE)
    assert (gone.known, gone.total, gone.hidden) == (0, 0, [LATE, LATE])
    assert [str(group) for group in groups] == ["12", "13-15"]
    assert [group.is_band for group in groups] == [False, True]
