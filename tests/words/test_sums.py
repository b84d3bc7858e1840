"""The forces asked, added up by us: what a page and a press release say of the sum."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences.claims.totals import OwnSum, facts_of_sum, sum_of
from offences.statistics.cells import Cell, Missing, Range
from offences.statistics.panels import Panel
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.angles import OFFENDING_OR_RECORDING
from offences.words.claims import CHANCE, CHANCE_OF_LARGE
from offences.words.national import forces_in, how_added, numbers_of, shown, softness
from offences.words.reasons import CHARITY
from offences.words.total_copy import TotalCopy, sum_copy
from tests.words.releases import Written, shared, written

FEWER_HARMED = "Fewer recorded offences need not mean fewer children harmed."

BEFORE, Y = Year(2017), Year(2018)
THREE = "England, Wales and Northern Ireland"


def added(low, high, with_figures, asked, area="Wales", **more):
    return OwnSum(Y, Range(low, high), area, with_figures, asked, **more)


def panel_of(*forces, asked=None):
    """Forces by what they gave for 2017/18 and 2018/19; None is a refusal."""
    cells = [
        {
            year: Cell.missing("refused") if n is None else Cell.count(n)
            for year, n in zip((BEFORE, Y), numbers, strict=True)
        }
        for numbers in forces
    ]
    series = {name: Series(each) for name, each in zip("ABCDEF", cells, strict=False)}
    return Panel(series, asked or len(series))


def copy_of(panel, scope="national", phrase="online offences") -> TotalCopy | None:
    covered = panel.coverage(Y)
    own = OwnSum(Y, panel.total(Y), "Wales", covered.with_figures, covered.asked)
    return sum_copy(own, facts_of_sum(own, panel, phrase, scope), phrase, CHARITY)


def release_of(panel, scope="national") -> Written:
    copy = copy_of(panel, scope)
    if scope == "nation":
        return written(*shared(), area=copy)
    return written(*shared(whole=copy))


@pytest.mark.parametrize(
    ("with_figures", "asked", "who"),
    [
        (2, 2, "both forces asked"),
        (3, 3, "all 3 forces asked"),
        (44, 44, "all 44 forces asked"),
        (1, 2, "1 of the 2 forces asked"),
        (40, 44, "40 of the 44 forces asked"),
    ],
)
def test_whose_figures_are_in_the_sum(with_figures, asked, who):
    assert forces_in(added(80, 80, with_figures, asked)) == who


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (8224, 8224, "8,224"),
        (8221, 8224, "8,221 to 8,224"),
        (8221, None, "at least 8,221"),
        (0, 0, "0"),
    ],
)
def test_the_sum_is_shown_with_both_its_ends(low, high, words):
    assert shown(added(low, high, 40, 44)) == words


@pytest.mark.parametrize(
    ("low", "high", "rate"),
    [
        (364, 364, None),  # fewer than one a day
        (365, 365, 1),
        (729, 729, 1),
        (730, 730, 2),
        (8221, 8224, 22),
        (729, 730, None),  # 1 a day or 2
        (8221, None, None),
    ],
)
def test_a_day_is_said_only_where_it_is_one_number(low, high, rate):
    assert added(low, high, 40, 44).per_day == rate


def test_the_numbers_of_a_page():
    assert numbers_of(added(8224, 8224, 40, 44, THREE)) == (
        ("8,224", "offences in 2018/19"),
        ("22", "a day, on average"),
        ("40 of 44", f"forces in {THREE} gave figures"),
    )
    assert numbers_of(added(1, 1, 2, 2)) == (
        ("1", "offence in 2018/19"),
        ("2 of 2", "forces in Wales gave figures"),
    )
    assert numbers_of(added(1, 4, 2, 2))[0] == ("1 to 4", "offences in 2018/19")
    assert numbers_of(added(1, None, 2, 2))[0] == ("at least 1", "offences in 2018/19")


def test_what_is_soft_in_a_sum_and_who_is_not_in_it_are_told():
    assert how_added(added(80, 80, 2, 2, "the UK")) == (
        "We added up the figures of both forces asked. Each is on its force’s own page."
    )
    assert how_added(added(80, 80, 40, 44, THREE, estimated=True, provisional=True)) == (
        "We added up the figures of 40 of the 44 forces asked. Each is on its force’s own page."
        " A force’s own estimate is in the sum. A provisional figure is in the sum."
        " Scotland was not asked."
    )
    assert softness(added(80, 80, 2, 2, estimated=True)) == "A force’s own estimate is in the sum."
    assert softness(added(80, 80, 2, 2, provisional=True)) == "A provisional figure is in the sum."


@pytest.mark.parametrize(
    ("area", "nations"),
    [
        ("Wales", ("Wales",)),
        (THREE, ("England", "Wales", "Northern Ireland")),
        ("the UK", ("England", "Wales", "Scotland", "Northern Ireland")),
    ],
)
def test_the_nations_of_an_area(area, nations):
    assert set(added(80, 80, 2, 2, area).nations) == set(nations)
    facts = facts_of_sum(added(80, 80, 2, 2, area), panel_of((60, 50), (40, 30)), "offences")
    assert (facts.place, facts.measure, facts.latest, facts.scope) == (
        area,
        "offences",
        Y,
        "national",
    )
    assert set(facts.nations) == set(nations)


def test_the_sum_of_a_year_is_found_by_its_year():
    sums = [OwnSum(year, Range(80, 80), "Wales", 2, 2) for year in (BEFORE, Y)]
    assert sum_of(sums, Y) is sums[1]
    assert sum_of(sums, Y.next) is None


def test_a_release_leads_with_the_day_and_has_the_sum_with_its_coverage():
    said = release_of(panel_of((400, 500), (300, 330), (None, None)))
    assert said.headline == "Police in Wales record at least 2 online child sex offences a day"
    assert said.lead.startswith(
        "Police in Wales recorded an average of at least two online offences a day"
    )
    assert said.trend.startswith("In 2018/19, 2 of the 3 forces asked recorded 830 offences. The")
    assert said.bullets[0] == "830 offences recorded by 2 of the 3 forces asked"


def test_one_offence_a_day_is_one():
    said = release_of(panel_of((200, 300), (300, 330)))
    assert said.headline == "Police in Wales record more than 1 online child sex offence a day"
    assert said.lead.startswith(
        "Police in Wales recorded an average of more than one online offence a day"
    )


def test_a_nation_in_a_text_of_its_own_has_no_rate_a_day():
    said = release_of(panel_of((400, 500), (300, 330)), scope="nation")
    assert said.headline == "Wales: 830 online child sex offences recorded in a year"
    assert said.lead.startswith("Police in Wales recorded 830 online offences in 2018/19, figures")
    assert "a day" not in said.text


def test_zeros_of_all_forces_asked_are_a_sum_like_any_other():
    said = release_of(panel_of((5, 0), (4, 0)))
    assert said.headline == "Wales: 0 online child sex offences recorded in a year"


def test_where_not_even_the_sum_may_be_said_there_is_nothing():
    few = Series({Y: Cell.suppressed(0, 4)})
    assert copy_of(Panel({"A": few, "B": few}, 2)) is None


def test_a_sum_changes_over_the_forces_of_both_years_alone():
    said = release_of(panel_of((400, 500), (300, 330), (None, 1000)))
    assert said.trend.startswith(
        "In 2018/19, all 3 forces asked recorded 1,830 offences. The two police forces with "
        "figures for both years recorded 830 offences in 2018/19, up from 700 in 2017/18."
    )
    nation = release_of(panel_of((400, 500), (300, 330), (None, 1000)), scope="nation")
    assert nation.trend.startswith("The two forces in Wales with figures for both years")


def test_where_there_is_no_percentage_a_text_says_why_of_the_charity():
    said = release_of(panel_of((10, 30), (10, 30)))
    assert "The charity gives no percentage, because 20 is too small to start from." in said.trend


def test_a_sum_with_a_withheld_number_in_it_is_the_least():
    series = {"A": Series({Y: Cell.count(400)}), "B": Series({Y: Cell.suppressed(1, 4)})}
    said = release_of(Panel(series, 2))
    assert "In 2018/19, both forces asked recorded at least 401 offences." in said.body


def test_a_multiple_over_the_years_is_said_of_the_forces_of_both_alone():
    def force(*numbers):
        years = (BEFORE.previous, BEFORE, Y)
        return Series({year: Cell.count(n) for year, n in zip(years, numbers, strict=True)})

    series = {"A": force(200, 300, 440), "B": force(100, 150, 210), "C": Series({Y: Cell.count(9)})}
    assert release_of(Panel(series, 3)).trend.endswith(
        "Among the two forces with figures for both 2016/17 and 2018/19, the number more than"
        f" doubled, from 300 to 650. {OFFENDING_OR_RECORDING}"
    )


@pytest.mark.parametrize(
    ("before", "now", "caveats"),
    [
        (700, 830, [OFFENDING_OR_RECORDING]),
        (700, 750, [CHANCE_OF_LARGE]),
        (700, 710, []),
        (750, 700, [CHANCE_OF_LARGE, FEWER_HARMED]),
        (830, 700, [FEWER_HARMED]),
        (20, 60, [OFFENDING_OR_RECORDING]),
        (20, 22, [CHANCE]),
        (700, 700, []),
    ],
)
def test_the_change_of_a_sum_has_the_caveats_that_a_forces_own_has(before, now, caveats):
    ways = (OFFENDING_OR_RECORDING, FEWER_HARMED, CHANCE, CHANCE_OF_LARGE)
    said = release_of(panel_of((before // 2, now // 2), (before - before // 2, now - now // 2)))
    assert [each for each in ways if each in said.trend] == sorted(caveats, key=ways.index)


counts = st.builds(Cell.count, st.integers(0, 300))
withheld = st.builds(lambda low, more: Cell.suppressed(low, low + more), *[st.integers(0, 9)] * 2)
missing = st.sampled_from([Missing.REFUSED, Missing.NO_RESPONSE]).map(Cell.missing)


def added_of(panel):
    total, covered = panel.total(Y), panel.coverage(Y)
    return total and OwnSum(Y, total, "Wales", covered.with_figures, covered.asked)


@given(st.dictionaries(st.sampled_from("ABCDEF"), counts | withheld | missing, min_size=2))
def test_the_rate_a_day_is_that_of_its_claim(cells):
    panel = Panel({force: Series({Y: cell}) for force, cell in cells.items()}, len(cells))
    added = added_of(panel)
    if added is None:
        return
    copy = sum_copy(added, facts_of_sum(added, panel, "offences"), "offences", CHARITY)
    if copy is None:  # nothing but zeros, which have a claim of their own
        assert added.total.low == 0
        return
    assert added.per_day == (copy.rate and copy.rate.number)
    if copy.rate:  # what its words say is true of the lowest that the sum can be
        a_day = Fraction(added.total.low, Y.days)
        assert a_day > added.per_day or copy.rate.bound != "more than"
        assert bool(copy.rate.bound) == (
            not added.total.is_exact or len(cells) > added.with_figures or a_day != added.per_day
        )


@given(st.integers(2, 44), st.data())
def test_coverage_and_sum_stand_in_every_sentence(asked, data):
    with_figures = data.draw(st.integers(1, asked))
    low = data.draw(st.integers(0, 9000))
    high = data.draw(st.none() | st.integers(low, low + 90))
    added = OwnSum(Y, Range(low, high), "England and Wales", with_figures, asked)
    numbers = dict((words, shown) for shown, words in numbers_of(added))
    assert numbers["forces in England and Wales gave figures"] == f"{with_figures} of {asked}"
    assert f"{low:,}" in next(iter(numbers.values())) or low == 0
    assert how_added(added).endswith("Scotland and Northern Ireland were not asked.")
    if high is None:
        assert next(iter(numbers.values())).startswith("at least")
