"""The ages of victims, and the parts of a whole: what may be said without naming anyone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from offences.claims.changes import fraction_of, printed_percent, rounded_percent
from offences.claims.claim import Claim
from offences.claims.facts import AgeGroup, Ages, Facts, Share
from offences.claims.rules import Rule, Said, definition_of, judged, latest_family, refuse
from offences.english import and_list, by_or_in, counted, number, sentence, without_victims

RULES: list[Rule] = []
latest_rule = latest_family(RULES)


def given(facts: Facts) -> Ages:
    if facts.ages is None or not facts.ages.groups:
        refuse(f"No ages are given for {facts.latest}.")
    return facts.ages


def _low_ends(ages: Ages) -> dict[str, int]:
    """How many have an age and how many there are: the sums of the low ends."""
    return {"known": ages.known, "total": ages.total}


def _known(ages: Ages) -> str:
    """Of how many an age is known; where a number is withheld, the least there are."""
    hides_age = any(not cell.is_exact for cell in ages.groups.values())
    known = f"{'at least ' if hides_age else ''}{number(ages.known)}"
    of = f"{'at least ' if ages.hidden else ''}{number(ages.total)}"
    return f"where age was recorded ({known} of {of})"


def top_ages(facts: Facts, *, bands: bool) -> tuple[Ages, list[AgeGroup]]:
    """The age groups with the highest count, where enough is known to say so."""
    ages, limits = given(facts), facts.thresholds
    kinds = {group.is_band for group in ages.groups}
    if kinds != {bands}:
        refuse(f"The ages are not all {'bands' if bands else 'single years'}.")
    if ages.known < limits.age_known_min:
        refuse(f"{number(ages.known)} known ages are under {limits.age_known_min}.")
    unknown = ages.unknown.high
    if unknown is None or 100 * ages.known < limits.age_known_pct * (ages.known + unknown):
        refuse(
            f"An age is known for {number(ages.known)} of {number(ages.total)}, under"
            f" {limits.age_known_pct}%."
        )
    exact = {group: cell.low or 0 for group, cell in ages.groups.items() if cell.is_exact}
    most = max(exact.values(), default=0)
    if most < limits.age_mode_min:
        refuse(f"The most at one age is {number(most)}, under {limits.age_mode_min}.")
    for group, cell in ages.groups.items():
        if not cell.is_exact and (cell.high is None or cell.high >= most):
            refuse(f"The withheld number at {group} may reach the {number(most)} at the top.")
    return ages, [group for group, n in exact.items() if n == most]


@latest_rule("most_common_age")
def most_common_age(facts: Facts) -> Said:
    """The single year of age with the most offences, of those with an age; or two that are level.

    At least 30 ages are known, and 60% of all; the top count is 10 or more and certainly above
    every withheld one, and with one withheld the known ages are the least there are. Bands are not
    split.
    """
    ages, top = top_ages(facts, bands=False)
    if len(top) > 2:
        refuse(f"{counted(len(top), 'ages')} are level.")
    names = and_list([str(group) for group in top])
    verb = "was the most common age" if len(top) == 1 else "were the most common ages"
    text = f"{sentence(_known(ages))}, {names} {verb} {by_or_in(facts.spoken)} in {facts.latest}."
    return Said(text, {"ages": [group.low for group in top], **_low_ends(ages)})


@latest_rule("most_common_age_band")
def most_common_age_band(facts: Facts) -> Said:
    """The age band with the most offences, where all ages come in bands and one is at the top."""
    ages, top = top_ages(facts, bands=True)
    if len(top) > 1:
        refuse(f"{counted(len(top), 'bands')} are level.")
    band = top[0]
    text = (
        f"{sentence(_known(ages))}, {band.low} to {band.high} was the most common age band"
        f" {by_or_in(facts.spoken)} in {facts.latest}."
    )
    return Said(text, {"band": str(band), **_low_ends(ages)})


@latest_rule("age_table")
def age_table(facts: Facts) -> Said:
    """The ages may be shown as a table.

    Not with exactly one hidden cell, which the total would give away; for one force not with a
    number of 1 to 4 in it.
    """
    ages = given(facts)
    hidden, least = len(ages.hidden), facts.thresholds.local_attr_min
    if hidden == 1:
        refuse("Exactly one cell is hidden, and it can be worked out from the total.")
    small = [cell.low for cell in ages.cells if cell.is_exact and 0 < (cell.low or 0) < least]
    if facts.scope == "force" and small:
        refuse(f"One force's table would show a number under {least}.")
    withheld = f" with {counted(hidden, 'cells')} withheld" if hidden else ""
    text = f"The ages for {facts.spoken} for {facts.latest} may be shown as a table{withheld}."
    return Said(text, {"hidden": hidden})


def known_rule(known: int, total: int) -> str:
    """How the known number is stated: free from 60% known, state from 30%, else state both."""
    if 100 * known >= 60 * total:
        return "free"
    return "state" if 100 * known >= 30 * total else "state_both"


def not_too_few(facts: Facts, part: int, rest: int) -> None:
    """One force's small group, or what is left beside it, is never named."""
    least = facts.thresholds.local_attr_min
    if facts.scope == "force" and min(part, rest) < least:
        refuse(f"{number(min(part, rest))} in one force is under {least}: too few to name.")


def up_to(facts: Facts, limit: int) -> tuple[Ages, int]:
    """How many offences at this age and under, where it can be said."""
    ages = given(facts)
    if ages.hidden:
        refuse(f"{counted(len(ages.hidden), 'cells')} of the ages are hidden.")
    for group in ages.groups:
        if group.low <= limit < group.high:
            refuse(f"The band {group} lies across {limit} and is not split.")
    n = sum(cell.low or 0 for group, cell in ages.groups.items() if group.high <= limit)
    if n == 0:
        refuse(f"None are known at {limit} and under.")
    not_too_few(facts, n, ages.known - n)
    return ages, n


def age_count(facts: Facts, limit: int) -> Said:
    """The offences at an age and under: no cell is hidden and no band lies across the limit.

    For one force neither they nor the rest of the known ages are under 5.
    """
    ages, n = up_to(facts, limit)
    text = (
        f"{counted(n, without_victims(facts.measure))} {'was' if n == 1 else 'were'} against"
        f" children aged {limit} and under {by_or_in(facts.spoken)} in {facts.latest},"
        f" {_known(ages)}."
    )
    return Said(text, {"count": n, "known": ages.known, "total": ages.total})


def age_share(facts: Facts, limit: int) -> Said:
    """The same as a percentage of the known ages, half up, where at least 50 are known."""
    ages, n = up_to(facts, limit)
    least = facts.thresholds.share_min_denominator
    if ages.known < least:
        refuse(f"{number(ages.known)} known ages are under {least}, so no percentage.")
    text = (
        f"{printed_percent(n, ages.known)} of {without_victims(facts.measure)}"
        f" {by_or_in(facts.spoken)} in {facts.latest} ({number(n)})"
        f" were against children aged {limit} and under,"
        f" {_known(ages)}."
    )
    figures = {
        "count": n,
        "known": ages.known,
        "total": ages.total,
        "percent": rounded_percent(n, ages.known),
        "known_rule": known_rule(ages.known, ages.total),
    }
    return Said(text, figures)


def _share_figures(share: Share, part: int) -> dict[str, Any]:
    rule = known_rule(share.known, share.of)
    return {"part": part, "known": share.known, "of": share.of, "known_rule": rule}


def _said(facts: Facts, group: str, name: str, amount: str) -> str:
    """The part and what it is a part of: the known number, and all there are."""
    share = facts.shares[group]
    return (
        f"The {group} was {name} in {amount} of the {counted(share.known, facts.measure)} recorded"
        f" {by_or_in(facts.spoken)} in {facts.latest} for which it is known,"
        f" out of {number(share.of)} in all."
    )


def share_count(facts: Facts, group: str, name: str) -> Said:
    """A part of the known cases, as a number; for one force neither it nor the rest is under 5."""
    share = facts.shares[group]
    part = share.parts[name]
    if part == 0:
        refuse(f"None are known for {name}.")
    not_too_few(facts, part, share.known - part)
    return Said(_said(facts, group, name, number(part)), _share_figures(share, part))


def share(facts: Facts, group: str, name: str) -> Said:
    """A part as a percentage of the known cases, half up, where at least 50 are known."""
    share_count(facts, group, name)
    found, least = facts.shares[group], facts.thresholds.share_min_denominator
    if found.known < least:
        refuse(f"{number(found.known)} known is under {least}, so no percentage.")
    part = found.parts[name]
    text = _said(facts, group, name, f"{printed_percent(part, found.known)} ({number(part)})")
    figures = _share_figures(found, part) | {"percent": rounded_percent(part, found.known)}
    return Said(text, figures)


def share_fraction(facts: Facts, group: str, name: str) -> Said:
    """A part as a plain fraction of the known cases, where a percentage is allowed and one is near.

    "Exactly" only where it is equal.
    """
    share(facts, group, name)
    found = facts.shares[group]
    part = found.parts[name]
    fraction = fraction_of(Fraction(part, found.known))
    if fraction is None:
        refuse(f"{number(part)} of {number(found.known)} is near no plain fraction.")
    word, form, words = fraction
    text = _said(facts, group, name, f"{words} ({number(part)})")
    exactly = form == "exact" and Fraction(part, found.known) in _PLAIN
    return Said(
        text,
        _share_figures(found, part) | {"fraction": word, "form": form, "exactly": exactly},
    )


_PLAIN = frozenset(Fraction(n, d) for n, d in ((1, 4), (1, 3), (1, 2), (2, 3), (3, 4)))


@latest_rule("youngest")
def youngest(facts: Facts) -> Said:
    """The age of the youngest child, said nationally only: locally it could identify one."""
    if facts.youngest is None:
        refuse("The youngest age is not given.")
    if facts.scope != "national":
        refuse("The youngest age is said nationally only: locally it could identify a child.")
    text = f"The youngest child was aged {facts.youngest} in {facts.latest}."
    return Said(text, {"age": facts.youngest})


def age_family(rules: list[Rule], id: str, rule: Callable[..., Said]) -> None:
    """Register a rule that is judged at each age limit asked about."""

    def judge(facts: Facts) -> Iterator[Claim]:
        for limit in facts.age_limits:
            subject = f"{limit}_and_under"
            yield judged(id, subject, facts, rule, facts, limit)

    rules.append(Rule(id, definition_of(rule), judge))


def share_family(rules: list[Rule], id: str, rule: Callable[..., Said]) -> None:
    """Register a rule that is judged for each part of each whole."""

    def judge(facts: Facts) -> Iterator[Claim]:
        for group, found in facts.shares.items():
            for name in found.parts:
                yield judged(id, f"{group}:{name}", facts, rule, facts, group, name)

    rules.append(Rule(id, definition_of(rule), judge))


age_family(RULES, "age_count", age_count)
age_family(RULES, "age_share", age_share)
share_family(RULES, "share_count", share_count)
share_family(RULES, "share", share)
share_family(RULES, "share_fraction", share_fraction)
