"""What a claim is, and how a rule gives or refuses one."""

import pytest

from offences.claims.catalogue import RULES, TOPICS, name_of
from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.rules import (
    Said,
    definition_of,
    described,
    judged,
    latest_family,
    no_earlier_year,
    refuse,
    why_missing,
)
from offences.claims.thresholds import MEANINGS, Thresholds, meanings
from offences.statistics.cells import Cell
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year
from tests.claims.worlds import facts_of

BEFORE, YEAR = Year(2017), Year(2018)


def made(*cells: Cell) -> Facts:
    years = map(Year, range(2019 - len(cells), 2019))
    return Facts("Kent", "offences", YEAR, series=Series(dict(zip(years, cells, strict=True))))


# ---- claims


def test_a_claim_as_a_document():
    claim = Claim(
        "rise",
        "latest_vs_previous",
        True,
        text="Up.",
        figures={"old": 48},
        reason="It holds.",
        cells=(("Kent", YEAR),),
        note="Small.",
    )
    assert claim.as_document() == {
        "id": "rise",
        "subject": "latest_vs_previous",
        "verdict": "allowed",
        "text": "Up.",
        "figures": {"old": 48},
        "reason": "It holds.",
        "note": "Small.",
        "cells": [{"body": "Kent", "year": "2018/19"}],
    }
    refused = Claim("rise", "latest", False, reason="It fell.").as_document()
    assert (refused["verdict"], refused["text"], refused["cells"]) == ("refused", "", [])


@pytest.mark.parametrize(
    ("is_allowed", "text", "reason", "said"),
    [
        (True, "", "It holds.", "rise: a claim has a text when it is allowed, and only then."),
        (False, "Up.", "It fell.", "rise: a claim has a text when it is allowed, and only then."),
        (True, "Up.", "", "rise: a claim states its reason, allowed or refused."),
    ],
)
def test_a_claim_that_says_too_little_or_too_much_is_none(is_allowed, text, reason, said):
    with pytest.raises(ValueError) as error:
        Claim("rise", "latest", is_allowed, text=text, reason=reason)
    assert str(error.value) == said


def test_the_figures_of_a_claim_are_its_own():
    figures = {"old": 48}
    claim = Claim("rise", "latest", True, text="Up.", reason="It holds.", figures=figures)
    figures["old"] = 1
    assert claim.figures == {"old": 48}
    with pytest.raises(TypeError):
        claim.figures["old"] = 2


def test_the_allowed_claims_are_found_by_id_and_subject():
    claims = claims_for(facts_of(48, 68))
    found = allowed(claims)
    assert found["rise", "latest_vs_previous"].text.endswith("up from 48 in 2017/18.")
    assert all(key == (claim.id, claim.subject) for key, claim in found.items())
    assert list(found.values()) == [claim for claim in claims if claim.allowed]


# ---- rules


def test_a_rule_is_registered_under_its_id_with_its_words():
    rules = []

    @latest_family(rules)("even")
    def even(facts: Facts) -> Said:
        """The newest figure is even.

        Of no use to anybody.
        """
        cell = facts.series.cell(facts.latest)
        if cell.low % 2:
            refuse("It is odd.", value=cell.low)
        return Said("It is even.", {"value": cell.low}, facts.behind)

    (rule,) = rules
    assert rule.id == "even"
    assert rule.definition == "The newest figure is even.\n\nOf no use to anybody."
    (yes,), (no,) = (list(rule.judge(made(Cell.count(n)))) for n in (2, 3))
    assert yes == Claim(
        "even",
        "latest",
        True,
        text="It is even.",
        figures={"value": 2},
        reason="It holds for every value the figures can have.",
        cells=(("Kent", YEAR),),
    )
    assert no == Claim("even", "latest", False, figures={"value": 3}, reason="It is odd.")
    assert even(made(Cell.count(4))).text == "It is even."


PROVISIONAL = Cell.count(5).with_flags(provisional=True)
ESTIMATED = Cell.count(5).with_flags(estimated=True)
BOTH = Cell.count(5).with_flags(estimated=True, provisional=True)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ((Cell.count(5), Cell.count(5)), "So it is."),
        ((PROVISIONAL,), "So it is (provisional figure)."),
        ((ESTIMATED,), "So it is (estimated figure)."),
        ((BOTH,), "So it is (provisional and estimated figure)."),
        ((Cell.count(5), PROVISIONAL), "So it is (provisional figures)."),
        ((ESTIMATED, PROVISIONAL), "So it is (provisional and estimated figures)."),
    ],
)
def test_a_sentence_says_that_a_figure_behind_it_is_soft(cells, text):
    facts = made(*cells)
    behind = tuple(("Kent", year) for year in facts.series.cells)
    assert judged("so", "latest", facts, lambda: Said("So it is.", cells=behind)).text == text


def test_a_doubt_travels_with_its_claim_and_stands_once():
    facts = made(
        Cell.count(5, doubt="a slip."), Cell.count(5, doubt="a slip"), Cell.count(5, doubt="late")
    )
    behind = tuple(("Kent", year) for year in facts.series.cells)

    def note_of(said: Said) -> str:
        return judged("so", "latest", facts, lambda: said).note

    assert note_of(Said("So.", cells=behind, note="Small.")) == "Small. In doubt: a slip; late."
    assert note_of(Said("So.", cells=behind)) == "In doubt: a slip; late."
    assert note_of(Said("So.", note="Small.")) == "Small."
    assert note_of(Said("So.")) == ""


def test_a_rule_may_give_a_reason_of_its_own():
    claim = judged("so", "now", made(Cell.count(5)), lambda: Said("So.", reason="It was printed."))
    assert (claim.id, claim.subject, claim.reason) == ("so", "now", "It was printed.")


def test_a_rule_without_words_has_an_empty_definition():
    assert definition_of(lambda facts: None) == ""


# ---- reasons


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell.missing("not_held"), "is missing (not held by the force)"),
        (Cell.missing("refused"), "is missing (refused by the force)"),
        (Cell.missing("late"), "is missing (late)"),
        (Cell.missing("not_asked"), "is missing (not asked for)"),
        (Cell.missing("no_response"), "is missing (no response from the force)"),
        (Cell.missing("not_available"), "is missing (not available)"),
        (Cell.missing("blank"), "is missing (left blank by the force)"),
        (Cell.missing("not_in_records"), "is missing (not in our records)"),
        (Cell.missing("unconfirmed_zero"), "is missing (a nought nobody has confirmed)"),
        (Cell.missing("not_checked"), "is missing (an answer nobody has checked)"),
        (Cell.missing("not_settled"), "is missing (an answer without a settled figure)"),
        (Cell.part_year(3, 1), "covers 1 month only"),
        (Cell.part_year(3, 6), "covers 6 months only"),
        (Cell.count(3, doubt="a slip."), "is in doubt (a slip)"),
        (Cell.suppressed(1, None), "is withheld without limits"),
        (Cell.suppressed(1, 4), "is withheld as 1 to 4"),
        (Cell.count(1068), "is 1,068"),
    ],
)
def test_a_figure_in_a_reason_is_described_for_what_it_is(cell, words):
    assert described(YEAR, cell) == f"2018/19 {words}"


def test_without_a_reason_a_missing_figure_is_not_available():
    assert why_missing(None) == "not available"


CHANGED = (Break(BEFORE, "A new code"),)
OUT = ", and years before the definition changed in 2017/18 do not compare"


@pytest.mark.parametrize(
    ("cells", "breaks", "why"),
    [
        ((Cell.count(5),), (), "There is no earlier year to compare 2018/19 with."),
        ((Cell.count(5),), CHANGED, f"There is no earlier year to compare 2018/19 with{OUT}."),
        (
            (Cell.count(9), Cell.missing("late")),
            (),
            "2018/19 is missing (late), so it is not compared with any year.",
        ),
        (
            (Cell.missing("late"), Cell.part_year(3, 6), Cell.count(9)),
            (),
            "2016/17 is missing (late) and 2017/18 covers 6 months only, so 2018/19 has no year to "
            "be compared with.",
        ),
    ],
)
def test_why_a_year_has_nothing_to_be_compared_with(cells, breaks, why):
    years = map(Year, range(2019 - len(cells), 2019))
    series = Series(dict(zip(years, cells, strict=True)), breaks)
    assert no_earlier_year(Facts("Kent", "offences", YEAR, series=series)) == why


def test_why_forces_have_nothing_to_be_compared_with():
    def why(breaks, **more) -> str:
        panel = Panel({"A": Series({YEAR: Cell.count(5)}, breaks)}, 1, breaks)
        return no_earlier_year(Facts("Wales", "offences", YEAR, panel=panel, **more))

    assert why(()) == (
        "No earlier year shares 2 or more forces with figures that compare with 2018/19."
    )
    assert why(CHANGED, thresholds=Thresholds(lfl_min_forces=3)) == (
        f"No earlier year shares 3 or more forces with figures that compare with 2018/19{OUT}."
    )
    assert no_earlier_year(Facts("Wales", "offences", YEAR)) == (
        "The figures of single years are not held."
    )


# ---- the catalogue


def test_every_rule_stands_once_under_its_topic_with_its_name():
    assert [rule.id for topic in TOPICS for rule in topic.rules] == [rule.id for rule in RULES]
    assert len({rule.id for rule in RULES}) == len(RULES)
    names = {rule.id: name_of(rule) for rule in RULES}
    assert names["more_than_doubled"] == "More than doubled"
    assert names["record"] == "Record"


def test_of_each_setting_the_words_under_it_are_told():
    assert meanings() == MEANINGS
    assert MEANINGS["pct_min_base"] == (
        "The smallest earlier figure a percentage or a fraction may rest on."
    )
    assert MEANINGS["vivid"] == 'Whether vivid words, such as "soared", may be offered at all.'
