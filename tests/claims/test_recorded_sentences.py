"""Whole sentences: what a rule of its own kind says, whether it is a record, and fine percentages.

A rule registers itself while its module is imported; here one is registered in the test.
"""

from dataclasses import replace

import pytest

from offences.claims import recorded
from offences.claims.documents import read_facts
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.claims.pairs import of_pairs, pairs
from offences.claims.rules import Allowed, Rule, family, refuse
from offences.statistics.cells import Cell
from offences.statistics.series import Series
from offences.statistics.years import Year
from offences.words.claims import sentence
from offences.words.page import how_it_compares
from offences.words.phrases import percent
from tests.claims.worlds import SpokenClaim, facts_of, judged


def world(*told: tuple[str, str, int]) -> Facts:
    """Facts a publication printed: of each its kind, its year and its value."""
    return read_facts(
        {
            "place": "Northshire",
            "measure": "offences",
            "recorded": [
                {"claim": kind, "year": year, "value": value, "publication": "June 2019"}
                for kind, year, value in told
            ],
        }
    )


@pytest.fixture
def rules() -> list[Rule]:
    """A catalogue of the test's own, with no rule in it."""
    return []


# ---- rules about what was published


def test_a_rule_for_one_kind_of_published_fact_is_judged_of_each_of_them_and_of_no_other(rules):
    @family(rules, recorded.of_kind("total"))("recorded_total")
    def told(facts, fact):
        """A total, and where."""
        if fact.value < 100:
            refuse("small_base", n=fact.value, least=100)
        return recorded.as_reported(fact)

    facts = world(
        ("total", "2016/17", 300), ("most_common_age", "2017/18", 13), ("total", "2018/19", 99)
    )
    (rule,) = rules
    assert (rule.id, rule.definition) == ("recorded_total", "A total, and where.")
    assert [(c.subject, c.allowed, c.reason) for c in rule.judge(facts)] == [
        ("2016/17", True, "published"),
        ("2018/19", False, "small_base"),
    ]
    # The function stays what it was, for whoever calls it.
    assert told(facts, facts.recorded[0]).figures["value"] == 300


def test_a_rule_for_two_published_totals_is_judged_of_every_two_years_the_older_first(rules):
    def told(facts, earlier, fact):
        """Two totals, and where."""
        return Allowed({"old": earlier.value, "new": fact.value}, reason=recorded.PUBLISHED)

    family(rules, recorded.of_two_totals)("recorded_pair")(told)
    facts = world(("total", "2018/19", 90), ("total", "2016/17", 30), ("total", "2017/18", 60))
    (rule,) = rules
    assert (rule.id, rule.definition) == ("recorded_pair", "Two totals, and where.")
    assert [(c.subject, c.figures["old"], c.figures["new"]) for c in rule.judge(facts)] == [
        ("2016/17 to 2017/18", 30, 60),
        ("2016/17 to 2018/19", 30, 90),
        ("2017/18 to 2018/19", 60, 90),
    ]


# ---- is it a record?


def is_record(*cells: int | Cell) -> tuple[str, str]:
    """The answer and its detail for one force whose years from 2015/16 hold these."""
    held = [cell if isinstance(cell, Cell) else Cell.count(cell) for cell in cells]
    facts = Facts(
        place="Northshire Police",
        measure="online offences",
        latest=Year(2014 + len(held)),
        series=Series({Year(2015 + i): cell for i, cell in enumerate(held)}),
    )
    return how_it_compares(facts, allowed(claims_for(facts)))


@pytest.mark.parametrize(
    ("cells", "answer", "detail"),
    [
        ((68, 30, 68, 68), "It is the joint highest, level with 2015/16 and 2017/18.", ""),
        # The highest of the higher years is named, though it is neither the oldest nor the newest.
        ((70, 99, 80, 68), "The figure for 2016/17 was higher: 99.", ""),
        # A level year is not a higher one, and four level years are enough and no record.
        ((68, 68, 68, 68), "Another year has the same figure.", ""),
        ((30, 40, 68), "We have too few years to say.", "A record needs at least four years."),
        (
            (Cell.suppressed(1, 100), 20, 48, 68),
            "Some figures are known only as a range, so we cannot say.",
            "",
        ),
        (
            (20, 30, 40, Cell.count(68, doubt="may be another year")),
            "We do not compare this figure with any other.",
            "",
        ),
    ],
)
def test_whether_it_is_a_record_is_answered_in_these_words(cells, answer, detail):
    assert is_record(*cells) == (answer, detail)


def test_without_the_figures_of_single_years_nobody_can_say():
    assert how_it_compares(world(("total", "2018/19", 900)), {}) == (
        "We do not compare this figure with any other.",
        "",
    )


# ---- changes


def test_a_rule_for_a_change_is_judged_of_the_nearest_year_and_the_first(rules):
    @family(rules, of_pairs)("told")
    def told(pair):
        """Two figures."""
        return Allowed({"old": pair.old.low, "new": pair.new.low})

    (rule,) = rules
    assert (rule.id, rule.definition) == ("told", "Two figures.")
    facts = facts_of(48, 53, 68)
    assert [(c.subject, c.figures["old"], c.reason) for c in rule.judge(facts)] == [
        ("latest_vs_previous", 53, "holds"),
        ("latest_vs_first", 48, "holds"),
    ]
    # The function stays what it was, for whoever calls it.
    assert told(pairs(facts)[0]).figures == {"old": 53, "new": 68}


@pytest.mark.parametrize(
    ("old", "new", "chance", "reason"),
    [
        (48, 68, "near", "48 is under 50, so no percentage."),
        (100, 0, "beyond", "2018/19 is 0, so no percentage."),
        (
            100,
            100,
            "within",
            "The figures are 100 in 2017/18 and 100 in 2018/19: there is no change.",
        ),
        (
            100,
            101,
            "within",
            "The figures are 100 in 2017/18 and 101 in 2018/19, a change under 2%: little changed.",
        ),
    ],
)
def test_where_no_percentage_is_given_the_two_figures_still_are(old, new, chance, reason):
    claim = judged(facts_of(old, new))["percent_change", "latest_vs_previous"]
    figures = {
        "old": old,
        "new": new,
        "old_year": "2017/18",
        "new_year": "2018/19",
        "span_years": 1,
        "skipped_years": [],
        "chance": chance,
    }
    assert claim == SpokenClaim(
        "percent_change", "latest_vs_previous", False, figures=figures, reason=reason
    )


@pytest.mark.parametrize(
    ("part", "whole", "printed"),
    [
        (0, 1256, "0%"),
        (4, 1256, "0.3%"),
        (4, 10_000, "0.04%"),
        (1251, 1256, "99.6%"),
        (9996, 10_000, "99.96%"),
        (10_000, 10_000, "100%"),
        (25_000, 1000, "2,500%"),
    ],
)
def test_a_percentage_has_the_decimals_it_needs_not_to_say_none_or_all(part, whole, printed):
    assert percent(part, whole) == printed


def test_a_region_has_its_article_in_what_was_published_of_it():
    facts = replace(world(("total", "2018/19", 648)), place="East of England")
    (claim,) = [c for c in claims_for(facts) if c.id == "recorded_total"]
    assert sentence(claim).startswith("The East of England recorded 648 offences in 2018/19")
