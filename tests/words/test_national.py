"""What stands beside a force's figure about the recorded totals, in whole sentences."""

import pytest

from offences.claims.coverage import grids
from offences.statistics.cells import Cell
from offences.statistics.years import Year
from offences.words.answers import Answer
from offences.words.national import (
    National,
    effect_on_totals,
    national_facts,
    recorded_total,
    without_figure,
)
from tests.claims.worlds import facts_of, judged
from tests.words.test_page_sentences import total

LONG_AGO, BEFORE, YEAR = Year(2016), Year(2017), Year(2018)
UNSTATED = {"asked": None, "with_figures": None, "in_records": None}
SILENT = Cell.missing("no_response")
OWN = "This is the charity’s own total for England and Wales, published in June 2019."
CANNOT_TELL = "We cannot tell whether it includes Northshire."
NOT_IN_IT = "It does not include Northshire."
NOT_REACHED = "Scotland and Northern Ireland were not asked."


def told(outcome: str = "answered", *years: Year, asked: int | None = 43) -> Answer:
    return Answer("the 2019 round", asked, years or (YEAR,), outcome)


def beside(*totals, answers) -> National:
    """What stands on the page of a force of which no figure is held."""
    return without_figure("Northshire", totals, answers)


# ---- a force without a figure: the two newest totals of years it was asked about


def test_the_two_newest_totals_of_the_years_asked_about_are_said_newest_first():
    totals = (
        total(),
        total(1800, year=BEFORE, with_figures=41, vintage="June 2018"),
        total(700, year=LONG_AGO, vintage="June 2017"),
    )
    asked = [told("unknown", LONG_AGO, BEFORE, YEAR)]
    expected = National(
        facts=(
            ("900", "offences in 2018/19"),
            ("2", "a day, on average"),
            ("40 of 43", "forces gave figures"),
        ),
        says=(
            f"{OWN} {CANNOT_TELL}",
            "For 2017/18 the charity reported 1,800, from 41 of 43 forces. " + CANNOT_TELL,
        ),
    )
    assert beside(*totals, answers=asked) == expected
    assert beside(*reversed(totals), answers=asked) == expected


def test_each_total_is_held_against_the_answer_about_its_own_year():
    totals = (total(asked=44, with_figures=44), total(800, year=BEFORE, asked=43, with_figures=43))
    refused_before = [told("answered", YEAR, asked=44), told("refused", BEFORE)]
    assert beside(*totals, answers=refused_before).says == (
        f"{OWN} It includes Northshire, whose own figure for 2018/19 we do not have.",
        f"For 2017/18 the charity reported 800, from 43 of 43 forces. {NOT_IN_IT}",
    )
    silent_now = [told("no_response", YEAR, asked=44), told("part_answered", BEFORE)]
    assert beside(*totals, answers=silent_now).says == (
        f"{OWN} {NOT_IN_IT}",
        "For 2017/18 the charity reported 800, from 43 of 43 forces. "
        "It includes Northshire, whose own figure for 2017/18 we do not have.",
    )


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("no_response", NOT_IN_IT),
        ("refused", NOT_IN_IT),
        ("unknown", CANNOT_TELL),
        ("awaited", CANNOT_TELL),
        ("answered", CANNOT_TELL),
    ],
)
def test_only_a_force_that_gave_nothing_is_said_to_be_left_out(outcome, said):
    assert beside(total(), answers=[told(outcome)]).says == (f"{OWN} {said}",)


def test_of_a_total_of_all_nothing_is_said_that_its_own_round_does_not_bear_out():
    complete = total(asked=43, with_figures=43)
    for answer in (told("answered", asked=44), told("answered", asked=None), told("unknown")):
        assert beside(complete, answers=[answer]).says == (f"{OWN} {CANNOT_TELL}",)


def test_an_earlier_total_whose_coverage_was_not_printed_is_said_without_it():
    earlier = total(800, year=BEFORE, with_figures=None)
    asked = [told("unknown", BEFORE, YEAR)]
    assert beside(total(), earlier, answers=asked).says[1] == (
        f"For 2017/18 the charity reported 800. {CANNOT_TELL}"
    )


@pytest.mark.parametrize(
    "unfit",
    [
        total(**UNSTATED),  # of whom it was asked is not known
        total(kind="nation", area="Wales"),
        total(doubt="a slip"),
        total(claim="age_total", category="10_and_under"),
        total(year=BEFORE),  # the force was not asked about it
    ],
)
def test_beside_no_fit_total_nothing_is_said(unfit):
    assert beside(unfit, answers=[told()]) == National()


def test_a_total_of_which_it_is_unknown_who_was_asked_takes_no_place_of_one_that_is():
    totals = (total(950, **UNSTATED), total(800, year=BEFORE), total(700, year=LONG_AGO))
    both = beside(*totals, answers=[told("unknown", LONG_AGO, BEFORE, YEAR)])
    assert both.facts[0] == ("800", "offences in 2017/18")
    assert both.says == (
        f"{OWN} {CANNOT_TELL}",
        f"For 2016/17 the charity reported 700, from 40 of 43 forces. {CANNOT_TELL}",
    )


# ---- beside a figure: what the total is, and its numbers


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            {},
            f"{OWN} We have the figures of 20 of those 40 forces, "
            f"so we cannot add them up ourselves. {NOT_REACHED}",
        ),
        (
            {"in_records": 0},
            f"{OWN} We have the figures of 0 of those 40 forces, "
            f"so we cannot add them up ourselves. {NOT_REACHED}",
        ),
        ({"in_records": None}, f"{OWN} {NOT_REACHED}"),
        (UNSTATED, f"{OWN} The report did not say how many forces it counts. {NOT_REACHED}"),
        (
            {"with_figures": None},
            f"{OWN} The report did not say how many forces it counts. {NOT_REACHED}",
        ),
        ({"in_records": None, "area": "the UK"}, OWN.replace("England and Wales", "the UK")),
    ],
)
def test_a_total_says_what_it_is_and_what_is_held_of_it(printed, said):
    assert recorded_total(YEAR, (total(**printed),)).says == (said,)


def test_without_a_total_of_its_year_nothing_stands_beside_a_figure():
    assert recorded_total(YEAR, (total(year=BEFORE),)) == National()


@pytest.mark.parametrize(
    ("value", "printed", "facts"),
    [
        (
            1,
            {"asked": 1, "with_figures": 1, "area": "Wales"},
            (("1", "offence in 2018/19"), ("1 of 1", "force gave figures")),
        ),
        (
            0,
            {"asked": 4, "with_figures": 1, "area": "Wales"},
            (("0", "offences in 2018/19"), ("1 of 4", "forces gave figures")),
        ),
        (
            300,
            {"asked": None, "with_figures": 1, "area": "Wales"},
            (
                ("300", "offences in 2018/19"),
                ("1", "force gave figures; the report did not say how many were asked"),
            ),
        ),
        (
            300,
            {"asked": None, "with_figures": 2, "area": "Wales"},
            (
                ("300", "offences in 2018/19"),
                ("2", "forces gave figures; the report did not say how many were asked"),
            ),
        ),
        (
            300,
            {"asked": None, "with_figures": 4, "area": "Wales"},
            (
                ("300", "offences in 2018/19"),
                ("4", "forces gave figures; the report did not say how many were asked"),
            ),
        ),
        (300, {"with_figures": None}, (("300", "offences in 2018/19"),)),
        (300, UNSTATED, (("300", "offences in 2018/19"),)),
    ],
)
def test_the_numbers_of_a_total_are_those_that_were_printed(value, printed, facts):
    assert national_facts(total(value, **printed)) == facts


# ---- an answer that never came, and the totals without it


def effect(*totals, cell: Cell = SILENT) -> tuple[str, str]:
    return effect_on_totals("Northshire", YEAR, cell, totals)


def test_the_totals_that_lack_a_force_are_said_with_what_they_rest_on_the_smallest_area_first():
    of_all = total(1900, asked=43, with_figures=40)
    wales = total(300, kind="nation", area="Wales", asked=4, with_figures=3)
    scotland = total(200, kind="nation", area="Scotland", asked=4, with_figures=1)
    assert effect(of_all, wales, scotland) == (
        "Northshire is not in the totals reported for 2018/19.",
        "The total reported for Wales, 300, rests on three of its four forces. "
        "The total reported for Scotland, 200, rests on one of its four forces. "
        "The total reported for England and Wales, 1,900, rests on 40 of its 43 forces.",
    )


@pytest.mark.parametrize(
    "other",
    [
        total(1, claim="age_total", category="10_and_under"),
        total(1, year=BEFORE),
        total(1, kind="region", area="the South East", asked=5, with_figures=4),
        total(1, asked=43, with_figures=43),
        total(1, asked=43, with_figures=None),
        total(1, asked=None, with_figures=40),
        total(1, **UNSTATED),
    ],
)
def test_a_total_that_may_have_the_force_in_it_or_is_of_something_else_is_not_said(other):
    assert effect(other) == ("", "")
    assert effect(other, total()) == effect(total())


@pytest.mark.parametrize("cell", [Cell.missing("refused"), Cell.missing("late"), Cell.count(0)])
def test_only_an_answer_that_never_came_is_said_to_change_the_totals(cell):
    assert effect(total(), cell=cell) == ("", "")


# ---- a figure put right, and round numbers


def test_a_figure_revised_to_a_nought_is_now_0():
    claim = judged(facts_of(40, {"value": 0, "previously": 5}))["revised", "2018/19"]
    assert claim.text == (
        "The 2018/19 figure for Cambridgeshire was 5 in an earlier release and is now 0."
    )
    assert dict(claim.figures) == {"year": "2018/19", "published": 5, "now": 0}


@pytest.mark.parametrize(
    ("figure", "round_numbers"),
    [(99, (10,)), (100, (50, 100)), (999, (50, 100)), (1000, (100, 500, 1000))],
)
def test_from_100_and_from_1000_the_round_numbers_are_coarser(figure, round_numbers):
    assert grids(figure) == round_numbers


def test_a_total_in_doubt_is_not_said_to_lack_a_force():
    doubted = total(1900, asked=43, with_figures=40, doubt="A later paper has another.")
    assert effect(doubted) == ("", "")
