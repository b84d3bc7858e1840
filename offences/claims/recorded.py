"""Published facts whose cells are not held: said as reported, added to nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import Any

from offences.claims.claim import Claim
from offences.claims.coverage import FEWEST_FOR_A_RATE, printed_rate
from offences.claims.facts import Facts, Recorded
from offences.claims.latest import forces_of
from offences.claims.rules import Rule, Said, definition_of, judged, refuse
from offences.english import (
    area,
    counted,
    in_area,
    is_uk,
    number,
    on_or_in,
    sentence,
    without_victims,
)

RULES: list[Rule] = []

MAY_DIFFER = "The forces counted in the two years may differ."


def standing(facts: Facts) -> Iterator[Recorded]:
    """The recorded facts that no later publication has replaced."""
    return (fact for fact in facts.recorded if fact.now is None)


def totals(facts: Facts) -> list[Recorded]:
    """The recorded totals, oldest year first."""
    return sorted(
        (fact for fact in standing(facts) if fact.claim == "total"), key=lambda fact: fact.year
    )


def recorded_rule(
    id: str, kind: str
) -> Callable[[Callable[[Facts, Recorded], Said]], Callable[[Facts, Recorded], Said]]:
    """Register a rule judged for each recorded fact of a kind; its subject is the year."""

    def register(
        rule: Callable[[Facts, Recorded], Said],
    ) -> Callable[[Facts, Recorded], Said]:
        def judge(facts: Facts) -> Iterator[Claim]:
            for fact in standing(facts):
                if fact.claim == kind:
                    yield judged(id, fact.year.label, facts, rule, facts, fact)

        RULES.append(Rule(id, definition_of(rule), judge))
        return rule

    return register


def where(facts: Facts, fact: Recorded) -> str:
    """The area of the forces asked; the place where the publication does not say."""
    return area(fact.nations) or ("" if is_uk(facts.place) else facts.place)


def whose(facts: Facts, fact: Recorded) -> str:
    """ "40 of 44 forces in England, Wales and Northern Ireland", as far as it was printed."""
    place = where(facts, fact)
    if fact.with_figures is None:
        return f"forces{in_area(place)}" if fact.nations or not place else place
    if fact.asked is None:
        return f"{counted(fact.with_figures, 'forces')}{in_area(place)}"
    return f"{forces_of(fact.with_figures, fact.asked)}{in_area(place)}"


def reported(fact: Recorded) -> str:
    return f"as reported {on_or_in(fact.publication)}"


def basis(fact: Recorded) -> dict[str, Any]:
    """The figures that belong to every claim about a recorded fact."""
    return {
        "value": fact.value,
        "with_figures": fact.with_figures,
        "asked": fact.asked,
        "nations": list(fact.nations),
        "publication": fact.publication,
    }


REASON = "It was published; the cells behind it are not held."


def as_reported(text: str, figures: dict[str, Any]) -> Said:
    return Said(sentence(text), figures, reason=REASON)


@recorded_rule("recorded_total", "total")
def recorded_total(facts: Facts, fact: Recorded) -> Said:
    """A total as a publication printed it, with how many of how many forces, and where."""
    return as_reported(
        f"{whose(facts, fact)} recorded {counted(fact.value, facts.measure)} in {fact.year},"
        f" {reported(fact)}.",
        basis(fact),
    )


@recorded_rule("recorded_per_day", "total")
def recorded_per_day(facts: Facts, fact: Recorded) -> Said:
    """A recorded total over the days of its year, by the rule of per day."""
    days = fact.year.days
    rate = Fraction(fact.value, days)
    if fact.value < FEWEST_FOR_A_RATE:
        refuse(f"{number(fact.value)} is under {FEWEST_FOR_A_RATE}, so no rate is given.")
    if rate < 1:
        refuse(f"{number(fact.value)} in {fact.year} is fewer than one a day.")
    printed = printed_rate(rate, facts.thresholds.rate_mode)
    tenths = printed_rate(rate * 10, "round")
    return as_reported(
        f"{whose(facts, fact)} recorded {counted(fact.value, facts.measure)} in {fact.year},"
        f" an average of {number(printed)} a day, {reported(fact)}.",
        basis(fact) | {"rate": printed, "exact": f"{tenths // 10}.{tenths % 10}", "days": days},
    )


@recorded_rule("recorded_coverage", "total")
def recorded_coverage(facts: Facts, fact: Recorded) -> Said:
    """How many of the forces asked a recorded total rests on, where the publication says."""
    if fact.with_figures is None or fact.asked is None:
        refuse(f"The publication of {fact.publication} does not say how many forces it rests on.")
    figures = {"complete": fact.with_figures == fact.asked, "area": where(facts, fact)}
    return as_reported(
        f"{whose(facts, fact)} gave a figure for {fact.year}, {reported(fact)}.",
        basis(fact) | figures,
    )


def category_in_words(category: str) -> str:
    """ "10_and_under" as "10 and under"."""
    return category.replace("_", " ")


@recorded_rule("recorded_age_total", "age_total")
def recorded_age_total(facts: Facts, fact: Recorded) -> Said:
    """How many offences against an age group, as a publication printed it."""
    victims = f" against children aged {category_in_words(fact.category)}" if fact.category else ""
    measure = without_victims(facts.measure) if victims else facts.measure
    return as_reported(
        f"{whose(facts, fact)} recorded {counted(fact.value, measure)}{victims} in {fact.year},"
        f" {reported(fact)}.",
        basis(fact) | {"category": fact.category},
    )


@recorded_rule("recorded_most_common_age", "most_common_age")
def recorded_most_common_age(facts: Facts, fact: Recorded) -> Said:
    """The most common age, as a publication printed it: of the offences with an age."""
    return as_reported(
        f"Where age was recorded, {number(fact.value)} was the most common age in {fact.year},"
        f" {reported(fact)}.",
        basis(fact) | {"age": fact.value},
    )


def each_pair(facts: Facts) -> Iterator[tuple[str, Recorded, Recorded]]:
    """Every two recorded totals of different years, with the subject that names both years."""
    for old, new in combinations(totals(facts), 2):
        if old.year != new.year:
            yield f"{old.year} to {new.year}", old, new


def recorded_pair(facts: Facts, old: Recorded, new: Recorded) -> Said:
    """Two recorded totals side by side, only where one publication printed both.

    Both values and years are given as reported, with the note that the sets of forces may differ.
    """
    if old.publication != new.publication:
        refuse(
            f"{number(old.value)} was reported {on_or_in(old.publication)} and {number(new.value)}"
            f" {on_or_in(new.publication)}: totals of two publications are not put side by side."
        )
    if old.source != new.source:
        refuse(
            f"{number(old.value)} and {number(new.value)} were reported"
            f" {on_or_in(new.publication)}, but by two publications: they are not put side by"
            " side."
        )
    figures = {
        "old": old.value,
        "new": new.value,
        "old_year": old.year.label,
        "new_year": new.year.label,
        "span_years": new.year.start - old.year.start,
        "publication": new.publication,
    }
    return as_reported(
        f"{whose(facts, new)} recorded {counted(new.value, facts.measure)} in {new.year}, compared"
        f" with {number(old.value)} in {old.year}, {reported(new)}. {MAY_DIFFER}",
        figures,
    )


def recorded_multiple(facts: Facts, old: Recorded, new: Recorded) -> Said:
    """Never allowed: two recorded totals are not called doubled, halved or up by a percentage.

    The sets of forces behind them may differ, so the ratio may measure who answered.
    """
    refuse(
        f"The totals for {old.year} and {new.year} are known only as reported, and the sets of"
        " forces counted in them may differ: no multiple and no percentage."
    )


def _pair_rule(id: str, rule: Callable[[Facts, Recorded, Recorded], Said]) -> None:
    def judge(facts: Facts) -> Iterator[Claim]:
        for subject, old, new in each_pair(facts):
            yield judged(id, subject, facts, rule, facts, old, new)

    RULES.append(Rule(id, definition_of(rule), judge))


_pair_rule("recorded_pair", recorded_pair)
_pair_rule("recorded_multiple", recorded_multiple)
