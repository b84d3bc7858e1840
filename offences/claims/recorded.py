"""Published facts whose cells we do not have: said as reported, added to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from itertools import combinations
from typing import Any

from offences.claims.claim import Claim
from offences.claims.coverage import FEWEST_FOR_A_RATE, printed_rate
from offences.claims.facts import Facts, Recorded
from offences.claims.rules import Allowed, Rule, definition_of, judged, refuse
from offences.english import area, is_uk

RULES: list[Rule] = []
PUBLISHED = "published"
"""The reason of every claim here: it was published."""


def current(facts: Facts) -> Iterator[Recorded]:
    """The recorded facts that no later publication has replaced."""
    return (fact for fact in facts.recorded if fact.now is None)


def totals(facts: Facts) -> list[Recorded]:
    """The recorded totals, oldest year first."""
    return sorted(
        (fact for fact in current(facts) if fact.claim == "total"), key=lambda fact: fact.year
    )


def recorded_rule(
    id: str, kind: str
) -> Callable[[Callable[[Facts, Recorded], Allowed]], Callable[[Facts, Recorded], Allowed]]:
    """Register a rule judged for each recorded fact of a kind; its subject is the year."""

    def register(
        rule: Callable[[Facts, Recorded], Allowed],
    ) -> Callable[[Facts, Recorded], Allowed]:
        def judge(facts: Facts) -> Iterator[Claim]:
            for fact in current(facts):
                if fact.claim == kind:
                    yield judged(id, fact.year.label, facts, partial(rule, facts, fact), fact=fact)

        RULES.append(Rule(id, definition_of(rule), judge))
        return rule

    return register


def where(facts: Facts, fact: Recorded) -> str:
    """The area of the forces asked; the place where the publication does not say."""
    return area(fact.nations) or ("" if is_uk(facts.place) else facts.place)


def as_reported(fact: Recorded, **figures: Any) -> Allowed:
    """The figures that belong to every claim about a recorded fact, and those of this one."""
    basis = {
        "value": fact.value,
        "with_figures": fact.with_figures,
        "asked": fact.asked,
        "nations": list(fact.nations),
        "publication": fact.publication,
    }
    return Allowed(basis | figures, reason=PUBLISHED)


@recorded_rule("recorded_total", "total")
def recorded_total(facts: Facts, fact: Recorded) -> Allowed:
    """A total as a publication printed it, with how many of how many forces, and where."""
    return as_reported(fact)


@recorded_rule("recorded_per_day", "total")
def recorded_per_day(facts: Facts, fact: Recorded) -> Allowed:
    """A recorded total over the days of its year, by the rule of per day."""
    days = fact.year.days
    rate = Fraction(fact.value, days)
    if fact.value < FEWEST_FOR_A_RATE:
        refuse("small_base", n=fact.value, least=FEWEST_FOR_A_RATE)
    if rate < 1:
        refuse("under_one", n=fact.value, unit="day", year=fact.year)
    printed = printed_rate(rate, facts.thresholds.rate_mode)
    tenths = printed_rate(rate * 10, "round")
    return as_reported(fact, rate=printed, exact=f"{tenths // 10}.{tenths % 10}", days=days)


@recorded_rule("recorded_coverage", "total")
def recorded_coverage(facts: Facts, fact: Recorded) -> Allowed:
    """How many of the forces asked a recorded total rests on, where the publication says."""
    if fact.with_figures is None or fact.asked is None:
        refuse("coverage_not_published")
    complete = fact.with_figures == fact.asked
    return as_reported(fact, complete=complete, area=where(facts, fact))


@recorded_rule("recorded_age_total", "age_total")
def recorded_age_total(facts: Facts, fact: Recorded) -> Allowed:
    """How many offences against an age group, as a publication printed it."""
    return as_reported(fact, category=fact.category)


@recorded_rule("recorded_most_common_age", "most_common_age")
def recorded_most_common_age(facts: Facts, fact: Recorded) -> Allowed:
    """The most common age, as a publication printed it: of the offences with an age."""
    return as_reported(fact, age=fact.value)


def recorded_pair(facts: Facts, earlier: Recorded, fact: Recorded) -> Allowed:
    """Two recorded totals side by side, only where one publication printed both.

    Both values and years are given as reported, with the note that the sets of forces may differ.
    """
    if earlier.publication != fact.publication:
        refuse("two_publications")
    if earlier.source != fact.source:
        refuse("two_sources")
    figures = {
        "old": earlier.value,
        "new": fact.value,
        "old_year": earlier.year.label,
        "new_year": fact.year.label,
        "span_years": fact.year.start - earlier.year.start,
        "publication": fact.publication,
    }
    return Allowed(figures, reason=PUBLISHED)


def recorded_multiple(facts: Facts, earlier: Recorded, fact: Recorded) -> Allowed:
    """Never allowed: two recorded totals are not called doubled, halved or up by a percentage.

    The sets of forces behind them may differ, so the ratio may measure who answered.
    """
    refuse("only_reported")


def pair_of_totals(id: str, rule: Callable[[Facts, Recorded, Recorded], Allowed]) -> None:
    """Register a rule judged for every two recorded totals of different years."""

    def judge(facts: Facts) -> Iterator[Claim]:
        for old, new in combinations(totals(facts), 2):
            if old.year != new.year:
                both = partial(rule, facts, old, new)
                yield judged(id, f"{old.year} to {new.year}", facts, both, earlier=old, fact=new)

    RULES.append(Rule(id, definition_of(rule), judge))


pair_of_totals("recorded_pair", recorded_pair)
pair_of_totals("recorded_multiple", recorded_multiple)
