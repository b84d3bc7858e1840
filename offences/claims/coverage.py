"""How many forces a figure rests on, and the average rates of the latest year."""

from fractions import Fraction

from offences.claims.facts import Facts
from offences.claims.latest import exact_total
from offences.claims.rules import Allowed, Rule, family, of_latest, refuse

RULES: list[Rule] = []
latest_rule = family(RULES, of_latest)


@latest_rule("coverage")
def coverage(facts: Facts) -> Allowed:
    """How many of the forces asked gave any figure for the latest year, and where they are.

    A number, a withheld number and a number for part of the year all count. The area is that of
    the forces asked, and "the UK" only if all four nations were.
    """
    if facts.panel is None:
        refuse("coverage_of_one")
    covered = facts.panel.coverage(facts.latest)
    if not covered.with_figures:
        refuse("no_force_gave")
    figures = {
        "with_figures": covered.with_figures,
        "asked": covered.asked,
        "area": facts.area,
        "complete": covered.is_complete,
    }
    return Allowed(figures, facts.behind)


FEWEST_FOR_A_RATE = 12


def rounded_rate(rate: Fraction, mode: str) -> int:
    """The whole part of a rate, or the rate rounded half up where the setting says so."""
    return (rate + Fraction(1, 2)).__floor__() if mode == "round" else rate.__floor__()


def one_rate(low: int, high: int, per_one: Fraction, mode: str) -> int | None:
    """The rate that a range comes to when rounded; None where its ends give different ones."""
    rate = rounded_rate(low * per_one, mode)
    return rate if rounded_rate(high * per_one, mode) == rate else None


def per(facts: Facts, unit: str, per_one: Fraction) -> Allowed:
    """The average in one unit of time; `per_one` is the rate of a single offence a year."""
    if facts.has_part_year:
        refuse("part_year_scaled")
    if facts.total is None or (facts.panel is None and not facts.all_exact):
        refuse("not_exact")
    low, high = facts.total.low, facts.total.high
    if low < FEWEST_FOR_A_RATE:
        refuse("small_base", n=low, least=FEWEST_FOR_A_RATE)
    if low * per_one < 1:
        refuse("under_one", n=low, unit=unit)
    if high is None:
        refuse("total_without_limit")
    rate = one_rate(low, high, per_one, facts.thresholds.rate_mode)
    if rate is None:
        refuse("not_one_rate", unit=unit)
    exact = low == high and low * per_one == rate
    figures = {"rate": rate, "exact": exact, "days": facts.latest.days}
    return Allowed(figures, facts.behind, {"unit": unit})


@latest_rule("per_day")
def per_day(facts: Facts) -> Allowed:
    """The latest year's figure over the days of that year, 365 or 366.

    It needs a figure of 12 or more and a rate of at least 1; the fraction is dropped (or rounded
    half up, by setting). A range is allowed if both ends give the same rate; a part year, or a
    place's own withheld figure, never is.
    """
    return per(facts, "day", Fraction(1, facts.latest.days))


@latest_rule("per_week")
def per_week(facts: Facts) -> Allowed:
    """Seven times the figure over the days of the year; otherwise as per day."""
    return per(facts, "week", Fraction(7, facts.latest.days))


@latest_rule("per_month")
def per_month(facts: Facts) -> Allowed:
    """The figure over twelve; otherwise as per day."""
    return per(facts, "month", Fraction(1, 12))


@latest_rule("every_n_minutes")
def every_n_minutes(facts: Facts) -> Allowed:
    """The minutes of the year over the exact figure, rounded up, if at most 60."""
    n = exact_total(facts)
    if n == 0:
        refuse("none_recorded")
    minutes = -(-facts.latest.days * 24 * 60 // n)
    if minutes > 60:
        refuse("under_one", n=n, unit="hour")
    return Allowed({"minutes": minutes}, facts.behind)


def grids(n: int) -> tuple[int, ...]:
    """The round numbers near a figure, finest first: tens, fifties and hundreds, and so on."""
    if n < 100:
        return (10,)
    return (50, 100) if n < 1000 else (100, 500, 1000)


@latest_rule("rounded_nearly")
def rounded_nearly(facts: Facts) -> Allowed:
    """An exact figure of 20 or more, just under a round number.

    Round numbers are tens below 100; fifties and hundreds from 100; hundreds, five hundreds and
    thousands from 1,000. Below 100 the gap is at most 2; otherwise at most 3% of the figure and a
    quarter of the step. The smallest such number is taken. A figure that is itself round is not
    nearly anything.
    """
    n = exact_total(facts)
    if n < 20:
        refuse("given_exactly", n=n)
    if n % grids(n)[0] == 0:
        refuse("already_round", n=n)
    for step in grids(n):
        target = (n // step + 1) * step
        gap = target - n
        if gap <= 2 if n < 100 else 100 * gap <= 3 * n and 4 * gap <= step:
            return Allowed({"value": n, "rounded": target}, facts.behind)
    refuse("not_near", n=n, target=(n // grids(n)[0] + 1) * grids(n)[0])


@latest_rule("rounded_more_than")
def rounded_more_than(facts: Facts) -> Allowed:
    """A figure of 20 or more, over a round number by at most 8% of it.

    The round number is the next below on the finest grid: tens below 100, fifties below 1,000,
    hundreds from there. For a range the low end counts. Not for a part-year figure or a place's
    own withheld one.
    """
    if facts.total is None or (facts.panel is None and not facts.all_exact):
        refuse("not_exact")
    n = facts.total.low
    if n < 20:
        refuse("given_exactly", n=n)
    step = grids(n)[0]
    target = n // step * step
    if n == target:
        refuse("already_round", n=n)
    if 100 * (n - target) > 8 * target:
        refuse("far_above", n=n, target=target)
    return Allowed({"value": n, "rounded": target}, facts.behind)
