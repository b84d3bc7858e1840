"""What may be said of a change between two years."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction

from offences.claims.pairs import Pair, each, exact, pair_family
from offences.claims.rules import Rule, Said, refuse
from offences.english import number, quantity

RULES: list[Rule] = []
FLAT_BASE = 50


def pair_rule(id: str) -> Callable[[Callable[[Pair], Said]], Callable[[Pair], Said]]:
    def register(rule: Callable[[Pair], Said]) -> Callable[[Pair], Said]:
        pair_family(RULES, id, rule)
        return rule

    return register


def is_flat(old: int, new: int, flat_pct: int) -> bool:
    """A change that rounds to nothing: under 2% (by setting) on a base of 50 or more."""
    return old >= FLAT_BASE and new != old and 100 * abs(new - old) < flat_pct * old


@pair_rule("rise")
def rise(pair: Pair) -> Said:
    """The latest figure is above the earlier one, whatever the ranges hold, and not little changed.

    Not said of a rise from nought, which has words of its own. The difference is given only if
    both figures are exact.
    """
    old, new = pair.old, pair.new
    if old.high == 0:
        refuse(f"{pair.old_year} was 0; a rise from nought has words of its own.", **pair.figures)
    if old.high is None or new.low <= old.high:
        refuse(_not_certain(pair, "rise"), **pair.figures)
    # The flattest values the ranges allow: the highest old beside the lowest new.
    if is_flat(old.high, new.low, pair.facts.thresholds.flat_pct):
        refuse(_flat_reason(pair), **pair.figures)
    difference = new.low - old.low if pair.is_exact else None
    return pair.said(f"up from {quantity(old)}", difference=difference)


@pair_rule("fall")
def fall(pair: Pair) -> Said:
    """The latest figure is below the earlier one, whatever the ranges hold, and not little changed.

    Not said of a fall to nought. The difference is given only if both figures are exact, and never
    with a minus sign.
    """
    old, new = pair.old, pair.new
    if new.high == 0:
        refuse(f"{pair.facts.latest} is 0, which has a claim of its own.", **pair.figures)
    if new.high is None or new.high >= old.low:
        refuse(_not_certain(pair, "fall"), **pair.figures)
    # The flattest values: the highest new beside the lowest old that has a base.
    base = max(old.low, FLAT_BASE)
    reached = old.high is None or base <= old.high
    if reached and is_flat(base, new.high, pair.facts.thresholds.flat_pct):
        refuse(_flat_reason(pair), **pair.figures)
    difference = old.low - new.low if pair.is_exact else None
    return pair.said(f"down from {quantity(old)}", difference=difference)


def _not_certain(pair: Pair, what: str) -> str:
    certain = "there is no" if pair.is_exact else "there is no certain"
    return f"The figures are {each(pair)}, so {certain} {what}."


def _flat_reason(pair: Pair) -> str:
    flat = pair.facts.thresholds.flat_pct
    may = "a change" if pair.is_exact else "a change that may be"
    return f"The figures are {each(pair)}, {may} under {flat}%: little changed."


@pair_rule("unchanged")
def unchanged(pair: Pair) -> Said:
    """Both figures are exact, equal and over 0."""
    old, new = exact(pair, "they cannot be called unchanged")
    if old != new:
        refuse(f"The figures are {each(pair)}, which differ.", **pair.figures)
    if new == 0:
        refuse("Both years are 0: none were recorded in either.", **pair.figures)
    return pair.said(f"unchanged from {number(old)}")


@pair_rule("little_changed")
def little_changed(pair: Pair) -> Said:
    """Both figures are exact and differ by under 2% of an earlier figure of 50 or more.

    Then there is no rise, no fall and no percentage: a small fall is little changed too.
    """
    old, new = exact(pair, "they cannot be called little changed")
    flat = pair.facts.thresholds.flat_pct
    if old == new:
        refuse(f"The figures are {each(pair)}: there is no change at all.", **pair.figures)
    if old < FLAT_BASE:
        refuse(f"{number(old)} is under {FLAT_BASE}, so every change is named.", **pair.figures)
    if not is_flat(old, new, flat):
        refuse(f"The figures are {each(pair)}, a change of {flat}% or more.", **pair.figures)
    said = pair.said(f"little changed from {number(old)}", difference=abs(new - old))
    return replace(said, note="")  # it claims no change that chance could explain


@pair_rule("from_none")
def from_none(pair: Pair) -> Said:
    """The earlier figure is exactly 0 and the latest is certainly over 0."""
    if pair.old.high != 0:
        refuse(f"{pair.old_year} is {quantity(pair.old)}, not exactly 0.", **pair.figures)
    if pair.new.low == 0:
        refuse(f"{pair.facts.latest} is {quantity(pair.new)}: perhaps none.", **pair.figures)
    return pair.said("compared with 0")


@pair_rule("like_for_like")
def like_for_like(pair: Pair) -> Said:
    """A panel's two years, compared over only the forces with a usable figure in both."""
    if pair.facts.panel is None:
        refuse("Like for like is for several forces.")
    return pair.said(f"compared with {quantity(pair.old)}", among=pair.among_forces)


def percentage_base(pair: Pair, what: str) -> tuple[int, int]:
    """Old and new where a percentage or a fraction of the change may be given at all."""
    old, new = exact(pair, f"there is no {what}")
    base = pair.facts.thresholds.percent_base
    if old < base:
        refuse(f"{number(old)} is under {base}, so no {what}.", **pair.figures)
    if new == 0:
        refuse(f"{pair.facts.latest} is 0; a fall to nought has no {what}.", **pair.figures)
    if old == new:
        refuse(f"The figures are {each(pair)}: there is no change.", **pair.figures)
    if is_flat(old, new, pair.facts.thresholds.flat_pct):
        refuse(_flat_reason(pair), **pair.figures)
    return old, new


def direction(old: int, new: int) -> str:
    return "rise" if new > old else "fall"


def rounded_percent(part: int, whole: int) -> int:
    """100 x part / whole, rounded half up, on integers."""
    return (200 * part + whole) // (2 * whole)


def printed_percent(part: int, whole: int) -> str:
    """The percentage as a text gives it: whole, unless that would say none or all and is not so.

    4 of 1,256 are 0.3%, not 0%; 1,251 of 1,256 are 99.6%, not 100%.
    """
    percent, decimals = rounded_percent(part, whole), 0
    while 0 < part < whole and percent in (0, 100 * 10**decimals):
        decimals += 1
        percent = rounded_percent(part * 10**decimals, whole)
    digits = f"{percent:0{decimals + 1}}"
    return f"{digits[:-decimals]}.{digits[-decimals:]}%" if decimals else f"{number(percent)}%"


@pair_rule("percent_change")
def percent_change(pair: Pair) -> Said:
    """The change as a percentage of the earlier figure, rounded half up.

    It needs exact figures, an earlier one of 50 or more, a latest one over 0, a change that is not
    little, and an increase under 1,000%. Refused where rounding alone would print a multiple that
    was not reached: 100% or 200% up, 50% or 100% down.
    """
    old, new = percentage_base(pair, "percentage")
    change = abs(new - old)
    if new > old and change >= 10 * old:
        refuse(
            f"The figures are {each(pair)}, a rise of 1,000% or more: give the numbers or a"
            " multiple.",
            **pair.figures,
        )
    percent = rounded_percent(change, old)
    landmarks = (100, 200) if new > old else (50, 100)
    if percent in landmarks and 100 * change < percent * old:
        refuse(
            f"The figures are {each(pair)}, which would print as {percent}% though it is not"
            " reached.",
            **pair.figures,
        )
    way = "up" if new > old else "down"
    return pair.said(
        f"{way} {printed_percent(change, old)} from {number(old)}",
        percent=percent,
        direction=direction(old, new),
    )


FRACTIONS = (
    ("quarter", "a quarter", Fraction(1, 4)),
    ("third", "a third", Fraction(1, 3)),
    ("half", "half", Fraction(1, 2)),
    ("two thirds", "two thirds", Fraction(2, 3)),
    ("three quarters", "three quarters", Fraction(3, 4)),
)
_POINT = Fraction(1, 100)


def fraction_of(share: Fraction) -> tuple[str, str, str] | None:
    """The plain fraction near a share: its name, its form, and its words; None if none is near.

    "exact" within 1 percentage point; "more_than" over 1 and up to 5 points above it; "almost"
    over 1 and up to 3 points below it.
    """
    for name, words, fraction in FRACTIONS:
        above = share - fraction
        if abs(above) <= _POINT:
            return name, "exact", words
        if _POINT < above <= 5 * _POINT:
            return name, "more_than", f"more than {words}"
        if _POINT < -above <= 3 * _POINT:
            return name, "almost", f"almost {words}"
    return None


@pair_rule("fraction_change")
def fraction_change(pair: Pair) -> Said:
    """The change as a quarter, a third, half, two thirds or three quarters of the earlier figure.

    On the same base as a percentage. Plain within 1 point; "more than" up to 5 points above;
    "almost" up to 3 points below.
    """
    old, new = percentage_base(pair, "fraction")
    found = fraction_of(Fraction(abs(new - old), old))
    if found is None:
        refuse(f"The figures are {each(pair)}, near no plain fraction.", **pair.figures)
    name, form, words = found
    way = "up" if new > old else "down"
    return pair.said(
        f"{way} by {words} from {number(old)}",
        fraction=name,
        form=form,
        direction=direction(old, new),
    )


@pair_rule("vivid")
def vivid(pair: Pair) -> Said:
    """A vivid word for a rise, where the setting allows such words at all.

    It needs exact figures that are not provisional, an earlier one of 50 or more, and a rise of
    at least 25% and 20 offences. No template chooses it by itself.
    """
    facts = pair.facts
    if not facts.thresholds.vivid:
        refuse("Vivid words are switched off.", **pair.figures)
    if any(facts.cell(body, year).provisional for body, year in pair.cells):
        refuse("A figure behind it is provisional.", **pair.figures)
    old, new = percentage_base(pair, "vivid word")
    rose = new - old
    least = facts.thresholds.mult_min_diff
    if 100 * rose < 25 * old or rose < least:
        refuse(f"The figures are {each(pair)}: not a rise of 25% and {least}.", **pair.figures)
    return pair.moved("soared")
