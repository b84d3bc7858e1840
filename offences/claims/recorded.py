"""Published facts whose cells we do not have: said as reported, added to nothing."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from offences.claims.coverage import FEWEST_FOR_A_RATE, rounded_rate
from offences.claims.facts import Facts, Recorded
from offences.claims.rules import Allowed, Rule, Subjects, family, refuse
from offences.english import area, is_uk

RULES: list[Rule] = []
PUBLISHED = "published"
"""The reason of every claim here: it was published."""


def current(facts: Facts) -> Iterator[Recorded]:
    """The recorded facts that no later publication has replaced."""
    return (fact for fact in facts.recorded if fact.now is None)


def totals(facts: Facts) -> list[Recorded]:
    """The recorded totals, oldest year first."""
    found = (fact for fact in current(facts) if fact.claim == "total")
    return sorted(found, key=lambda fact: fact.year)


def of_kind(kind: str) -> Subjects:
    """Each recorded fact of a kind; its subject is the year."""
    return lambda facts: [
        (fact.year.label, {"facts": facts, "fact": fact})
        for fact in current(facts)
        if fact.claim == kind
    ]


def of_two_totals(facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every two recorded totals of different years, the older first."""
    for old, new in combinations(totals(facts), 2):
        if old.year != new.year:
            yield f"{old.year} to {new.year}", {"facts": facts, "earlier": old, "fact": new}


total_rule = family(RULES, of_kind("total"))
pair_rule = family(RULES, of_two_totals)


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


@total_rule("recorded_total")
def recorded_total(facts: Facts, fact: Recorded) -> Allowed:
    """A total as published, with how many of how many forces, and where."""
    return as_reported(fact)


@total_rule("recorded_per_day")
def recorded_per_day(facts: Facts, fact: Recorded) -> Allowed:
    """A recorded total over the days of its year, by the rule of per day."""
    days = fact.year.days
    rate = Fraction(fact.value, days)
    if fact.value < FEWEST_FOR_A_RATE:
        refuse("small_base", n=fact.value, least=FEWEST_FOR_A_RATE)
    if rate < 1:
        refuse("under_one", n=fact.value, unit="day", year=fact.year)
    rounded = rounded_rate(rate, facts.thresholds.rate_mode)
    tenths = rounded_rate(rate * 10, "round")
    return as_reported(fact, rate=rounded, exact=f"{tenths // 10}.{tenths % 10}", days=days)


@total_rule("recorded_coverage")
def recorded_coverage(facts: Facts, fact: Recorded) -> Allowed:
    """How many of the forces asked a recorded total rests on, where the publication says."""
    if fact.with_figures is None or fact.asked is None:
        refuse("coverage_not_published")
    complete = fact.with_figures == fact.asked
    return as_reported(fact, complete=complete, area=where(facts, fact))


@family(RULES, of_kind("age_total"))("recorded_age_total")
def recorded_age_total(facts: Facts, fact: Recorded) -> Allowed:
    """How many offences against an age group, as published."""
    return as_reported(fact, category=fact.category)


@family(RULES, of_kind("most_common_age"))("recorded_most_common_age")
def recorded_most_common_age(facts: Facts, fact: Recorded) -> Allowed:
    """The most common age as published: of the offences with an age."""
    return as_reported(fact, age=fact.value)


@pair_rule("recorded_pair")
def recorded_pair(facts: Facts, earlier: Recorded, fact: Recorded) -> Allowed:
    """Two recorded totals side by side, only where one publication has both.

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


@pair_rule("recorded_multiple")
def recorded_multiple(facts: Facts, earlier: Recorded, fact: Recorded) -> Allowed:
    """Never allowed: two recorded totals are not called doubled, halved or up by a percentage.

    The sets of forces behind them may differ, so the ratio may measure who answered.
    """
    refuse("only_reported")
