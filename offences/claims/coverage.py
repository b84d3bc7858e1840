"""How many forces a figure rests on, and the average rates of the latest year."""

from __future__ import annotations

from fractions import Fraction

from offences.claims.facts import Facts
from offences.claims.latest import exact_total, forces_of, inexact, recorded
from offences.claims.rules import Rule, Said, latest_family, refuse
from offences.english import in_area, number, quantity

RULES: list[Rule] = []
latest_rule = latest_family(RULES)


@latest_rule("coverage")
def coverage(facts: Facts) -> Said:
    """How many of the forces asked gave any figure for the latest year, and where they are.

    A number, a withheld number and a number for part of the year all count. The area is that of
    the forces asked, and "the UK" only if all four nations were.
    """
    if facts.panel is None:
        refuse("Coverage is for several forces.")
    covered = facts.panel.coverage(facts.latest)
    if not covered.with_figures:
        refuse(f"No force gave a figure for {facts.latest}.")
    text = (
        f"{forces_of(covered.with_figures, covered.asked)}{in_area(facts.area)}"
        f" gave a figure for {facts.latest}."
    )
    figures = {
        "with_figures": covered.with_figures,
        "asked": covered.asked,
        "area": facts.area,
        "complete": covered.is_complete,
    }
    return Said(text, figures, facts.behind)


FEWEST_FOR_A_RATE = 12


def printed_rate(rate: Fraction, mode: str) -> int:
    """A rate as printed: its whole part, or rounded half up where the setting says so."""
    return (rate + Fraction(1, 2)).__floor__() if mode == "round" else rate.__floor__()


def one_rate(low: int, high: int, per_one: Fraction, mode: str) -> int | None:
    """The rate that a range comes to when printed; None where its ends print different ones."""
    rate = printed_rate(low * per_one, mode)
    return rate if printed_rate(high * per_one, mode) == rate else None


def per(facts: Facts, unit: str, per_one: Fraction) -> Said:
    """The average in one unit of time; `per_one` is the rate of a single offence a year."""
    if facts.total is None:
        refuse(f"{inexact(facts)}, so there is no rate.")
    if facts.has_part_year:
        refuse(f"{inexact(facts)}; a part year is never scaled up, so there is no rate.")
    if facts.panel is None and not facts.all_exact:
        refuse(f"{inexact(facts)}, so there is no rate.")
    low, high = facts.total.low, facts.total.high
    if low < FEWEST_FOR_A_RATE:
        refuse(f"{number(low)} is under {FEWEST_FOR_A_RATE}, so no rate is given.")
    if low * per_one < 1:
        refuse(f"{number(low)} in {facts.latest} is fewer than one a {unit}.")
    if high is None:
        refuse(f"{inexact(facts)}; the total has no upper limit, so there is no rate.")
    mode = facts.thresholds.rate_mode
    rate = one_rate(low, high, per_one, mode)
    if rate is None:
        refuse(
            f"The total is {quantity(facts.total)}, which is not one rate a {unit} when printed."
        )
    exact = low == high and low * per_one == rate
    text = f"{recorded(facts, facts.total)}, an average of {number(rate)} a {unit}."
    figures = {"rate": rate, "exact": exact, "days": facts.latest.days}
    return Said(text, figures, facts.behind)


@latest_rule("per_day")
def per_day(facts: Facts) -> Said:
    """The latest year's figure over the days of that year, 365 or 366.

    It needs a figure of 12 or more and a rate of at least 1; the fraction is dropped (or rounded
    half up, by setting). A range is allowed if both ends print the same rate; a part year, or a
    place's own withheld figure, never is.
    """
    return per(facts, "day", Fraction(1, facts.latest.days))


@latest_rule("per_week")
def per_week(facts: Facts) -> Said:
    """Seven times the figure over the days of the year; otherwise as per day."""
    return per(facts, "week", Fraction(7, facts.latest.days))


@latest_rule("per_month")
def per_month(facts: Facts) -> Said:
    """The figure over twelve; otherwise as per day."""
    return per(facts, "month", Fraction(1, 12))


@latest_rule("every_n_minutes")
def every_n_minutes(facts: Facts) -> Said:
    """The minutes of the year over the exact figure, rounded up, if at most 60."""
    n = exact_total(facts, "there is no interval")
    if n == 0:
        refuse("None were recorded, so there is no interval.")
    minutes = -(-facts.latest.days * 24 * 60 // n)
    if minutes > 60:
        refuse(f"{number(n)} in {facts.latest} is fewer than one an hour.")
    unit = "minute" if minutes == 1 else "minutes"
    text = f"{recorded(facts, n)}, on average one every {number(minutes)} {unit}."
    return Said(text, {"minutes": minutes}, facts.behind)


def grids(n: int) -> tuple[int, ...]:
    """The round numbers near a figure, finest first: tens, fifties and hundreds, and so on."""
    if n < 100:
        return (10,)
    return (50, 100) if n < 1000 else (100, 500, 1000)


@latest_rule("rounded_nearly")
def rounded_nearly(facts: Facts) -> Said:
    """An exact figure of 20 or more, just under a round number.

    Round numbers are tens below 100; fifties and hundreds from 100; hundreds, five hundreds and
    thousands from 1,000. Below 100 the gap is at most 2; otherwise at most 3% of the figure and a
    quarter of the step. The smallest such number is taken. A figure that is itself round is not
    nearly anything.
    """
    n = exact_total(facts, "it is not nearly anything")
    if n < 20:
        refuse(f"{number(n)} is under 20 and is always given exactly.")
    if n % grids(n)[0] == 0:
        refuse(f"{number(n)} is already a round number.")
    for step in grids(n):
        target = (n // step + 1) * step
        gap = target - n
        near = gap <= 2 if n < 100 else 100 * gap <= 3 * n and 4 * gap <= step
        if near:
            break
    else:
        nearest = (n // grids(n)[0] + 1) * grids(n)[0]
        refuse(f"{number(n)} is not near enough to {number(nearest)} to be called nearly that.")
    text = f"{recorded_as(facts, f'nearly {number(target)}', n)}."
    return Said(text, {"value": n, "rounded": target}, facts.behind)


@latest_rule("rounded_more_than")
def rounded_more_than(facts: Facts) -> Said:
    """A figure of 20 or more, over a round number by at most 8% of it.

    The round number is the next below on the finest grid: tens below 100, fifties below 1,000,
    hundreds from there. For a range the low end counts. Not for a part-year figure or a place's
    own withheld one.
    """
    if facts.total is None:
        refuse(f"{inexact(facts)}, so there is nothing to round.")
    if facts.panel is None and not facts.all_exact:
        refuse(f"{inexact(facts)}, so it is not rounded.")
    n = facts.total.low
    if n < 20:
        refuse(f"{number(n)} is under 20 and is always given exactly.")
    step = grids(n)[0]
    target = n // step * step
    if n == target:
        refuse(f"{number(n)} is not more than {number(target)}.")
    if 100 * (n - target) > 8 * target:
        refuse(f"{number(n)} is more than 8% above {number(target)}.")
    text = f"{recorded_as(facts, f'more than {number(target)}', n)}."
    return Said(text, {"value": n, "rounded": target}, facts.behind)


def recorded_as(facts: Facts, rounded: str, n: int) -> str:
    """The sentence of the count with the rounded words in place of the number."""
    return recorded(facts, n).replace(f"recorded {number(n)} ", f"recorded {rounded} ")
