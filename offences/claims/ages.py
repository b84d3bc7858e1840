"""The ages of victims, and the parts of a whole: what may be said without naming anyone."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from offences.claims.changes import FRACTIONS, fraction_of, rounded_percent
from offences.claims.facts import AgeGroup, Ages, Facts
from offences.claims.rules import Allowed, Rule, family, of_latest, refuse
from offences.statistics.revised import is_revised_by

RULES: list[Rule] = []
latest_rule = family(RULES, of_latest)


def of_limits(facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each age limit asked about."""
    for limit in facts.age_limits:
        yield f"{limit}_and_under", {"facts": facts, "limit": limit}


def of_parts(facts: Facts) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each part of each whole."""
    for group, whole in facts.shares.items():
        for name in whole.parts:
            yield f"{group}:{name}", {"facts": facts, "group": group, "name": name}


age_rule = family(RULES, of_limits)
share_rule = family(RULES, of_parts)


def ages_or_refuse(facts: Facts) -> Ages:
    """Return the ages; refuse where there are none."""
    if facts.ages is None or not facts.ages.groups:
        refuse("no_ages")
    return facts.ages


def _low_ends(ages: Ages) -> dict[str, int]:
    """How many have an age and how many there are: the sums of the low ends."""
    return {"known": ages.known, "total": ages.total}


def top_ages(facts: Facts, *, bands: bool) -> tuple[Ages, list[AgeGroup]]:
    """The age groups with the highest count, where enough is known to say so."""
    ages, limits = ages_or_refuse(facts), facts.thresholds
    kinds = {group.is_band for group in ages.groups}
    if kinds != {bands}:
        refuse("not_all_bands" if bands else "not_single_years")
    if ages.known < limits.age_known_min:
        refuse("few_ages", n=ages.known, least=limits.age_known_min)
    unknown = ages.unknown.high
    if unknown is None or 100 * ages.known < limits.age_known_pct * (ages.known + unknown):
        refuse("few_of_all_ages", n=ages.known, total=ages.total)
    exact = {group: cell.low or 0 for group, cell in ages.groups.items() if cell.is_exact}
    most = max(exact.values(), default=0)
    if most < limits.age_mode_min:
        refuse("few_at_one_age", n=most, least=limits.age_mode_min)
    for group, cell in ages.groups.items():
        if not cell.is_exact and (cell.high is None or cell.high >= most):
            refuse("hidden_may_be_top", group=group, most=most)
    return ages, [group for group, n in exact.items() if n == most]


@latest_rule("most_common_age")
def most_common_age(facts: Facts) -> Allowed:
    """The single year of age with the most offences, where an age is known; or two level ones.

    At least 30 ages are known, and 60% of all; the top count is 10 or more and certainly above
    every hidden count. If a count is hidden, the number of known ages is given as “at least”.
    Bands are not split.
    """
    ages, top = top_ages(facts, bands=False)
    if len(top) > 2:
        refuse("ages_level", n=len(top))
    return Allowed({"ages": [group.low for group in top], **_low_ends(ages)})


@latest_rule("most_common_age_band")
def most_common_age_band(facts: Facts) -> Allowed:
    """The age band with the most offences, where all ages come in bands and one is at the top."""
    ages, top = top_ages(facts, bands=True)
    if len(top) > 1:
        refuse("bands_level", n=len(top))
    return Allowed({"band": str(top[0]), **_low_ends(ages)}, values={"top": top[0]})


@latest_rule("age_table")
def age_table(facts: Facts) -> Allowed:
    """The ages may be shown as a table.

    Not with exactly one hidden cell, which the total would give away; for one force not with a
    number of 1 to 4 in it.
    """
    ages = ages_or_refuse(facts)
    hidden, least = len(ages.hidden), facts.thresholds.local_attr_min
    if hidden == 1:
        refuse("one_hidden")
    small = [cell.low for cell in ages.cells if cell.is_exact and 0 < (cell.low or 0) < least]
    if facts.scope == "force" and small:
        refuse("small_in_table", least=least)
    return Allowed({"hidden": hidden})


@latest_rule("youngest")
def youngest(facts: Facts) -> Allowed:
    """The age of the youngest victim, said nationally only: locally it could identify one."""
    if facts.youngest is None:
        refuse("no_youngest")
    if facts.scope != "national":
        refuse("youngest_locally")
    return Allowed({"age": facts.youngest})


def age_coverage_rule(known: int, total: int) -> str:
    """Whether a text must give the number of known ages ("state"), and the total too."""
    if 100 * known >= 60 * total:
        return "free"
    return "state" if 100 * known >= 30 * total else "state_both"


def not_too_few(facts: Facts, part: int, rest: int) -> None:
    """One force's small group, or what is left beside it, is never named."""
    least = facts.thresholds.local_attr_min
    if facts.scope == "force" and min(part, rest) < least:
        refuse("too_few_to_name", n=min(part, rest), least=least)


def check_whole(facts: Facts) -> None:
    """No percentage of a place's figure that is in doubt, or was revised by much."""
    cells = facts.latest_cells.values()
    if facts.panel is None and any(cell.doubt for cell in cells):
        refuse("whole_in_doubt")
    if is_revised_by(facts.thresholds.revised_pct, cells):
        refuse("whole_revised")


def up_to(facts: Facts, limit: int) -> tuple[Ages, int]:
    """How many offences at this age and under, where it can be said."""
    ages = ages_or_refuse(facts)
    if ages.hidden:
        refuse("ages_hidden", n=len(ages.hidden))
    for group in ages.groups:
        if group.low <= limit < group.high:
            refuse("band_across", group=group)
    n = sum(cell.low or 0 for group, cell in ages.groups.items() if group.high <= limit)
    if n == 0:
        refuse("none_so_young")
    not_too_few(facts, n, ages.known - n)
    return ages, n


@age_rule("age_count")
def age_count(facts: Facts, limit: int) -> Allowed:
    """The offences at an age and under: no cell is hidden and no band lies across the limit.

    For one force neither they nor the rest of the known ages are under 5.
    """
    ages, n = up_to(facts, limit)
    return Allowed({"count": n, **_low_ends(ages)})


@age_rule("age_share")
def age_share(facts: Facts, limit: int) -> Allowed:
    """The same as a percentage of the known ages, half up, where at least 50 are known."""
    ages, n = up_to(facts, limit)
    check_whole(facts)
    least = facts.thresholds.share_min_denominator
    if ages.known < least:
        refuse("few_ages_for_percentage", n=ages.known, least=least)
    percent, rule = (rounded_percent(n, ages.known), age_coverage_rule(ages.known, ages.total))
    return Allowed({"count": n, **_low_ends(ages), "percent": percent, "known_rule": rule})


@share_rule("share_count")
def share_count(facts: Facts, group: str, name: str) -> Allowed:
    """A part of the known cases, as a number; for one force neither it nor the rest is under 5."""
    share = facts.shares[group]
    part = share.parts[name]
    if part == 0:
        refuse("none_of_kind")
    not_too_few(facts, part, share.known - part)
    rule = age_coverage_rule(share.known, share.of)
    return Allowed({"part": part, "known": share.known, "of": share.of, "known_rule": rule})


@share_rule("share")
def share(facts: Facts, group: str, name: str) -> Allowed:
    """A part as a percentage of the known cases, half up, where at least 50 are known."""
    check_whole(facts)
    counted = share_count(facts, group, name).figures
    known, least = counted["known"], facts.thresholds.share_min_denominator
    if known < least:
        refuse("few_known", n=known, least=least)
    return Allowed({**counted, "percent": rounded_percent(counted["part"], known)})


@share_rule("share_fraction")
def share_fraction(facts: Facts, group: str, name: str) -> Allowed:
    """A part as a plain fraction of the known cases, if a percentage is allowed and one fits.

    "Exactly" only where it is equal.
    """
    share(facts, group, name)
    counted = share_count(facts, group, name).figures
    part, known = counted["part"], counted["known"]
    found = fraction_of(Fraction(part, known))
    if found is None:
        refuse("share_near_no_fraction", part=part, known=known)
    word, form = found
    exactly = Fraction(part, known) == FRACTIONS[word]
    return Allowed({**counted, "fraction": word, "form": form, "exactly": exactly})
