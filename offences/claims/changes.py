"""What may be said of a change between two years."""

from fractions import Fraction

from offences.claims.pairs import Pair, of_pairs
from offences.claims.rules import Allowed, Rule, family, refuse

RULES: list[Rule] = []
pair_rule = family(RULES, of_pairs)
FLAT_BASE = 50


def is_flat(old: int, new: int, flat_pct: int) -> bool:
    """A change that rounds to nothing: under 2% (by setting) on a base of 50 or more."""
    return old >= FLAT_BASE and new != old and 100 * abs(new - old) < flat_pct * old


@pair_rule("rise")
def rise(pair: Pair) -> Allowed:
    """The latest figure is certainly above the earlier one, and not little changed.

    Not said of a rise from zero, which has words of its own. The difference is given only if both
    figures are exact.
    """
    old, new = pair.old, pair.new
    if old.high == 0:
        pair.refuse("rises_from_zero")
    if old.high is None or new.low <= old.high:
        pair.refuse("not_certain")
    # The flattest values the ranges allow: the highest old beside the lowest new.
    if is_flat(old.high, new.low, pair.facts.thresholds.flat_pct):
        pair.refuse("flat")
    return pair.allows(difference=new.low - old.low if pair.is_exact else None)


@pair_rule("fall")
def fall(pair: Pair) -> Allowed:
    """The latest figure is certainly below the earlier one, and not little changed.

    Not said of a fall to zero. The difference is given only if both figures are exact, and never
    with a minus sign.
    """
    old, new = pair.old, pair.new
    if new.high == 0:
        pair.refuse("falls_to_zero")
    if new.high is None or new.high >= old.low:
        pair.refuse("not_certain")
    # The flattest values: the highest new beside the lowest old that has a base.
    base = max(old.low, FLAT_BASE)
    reached = old.high is None or base <= old.high
    if reached and is_flat(base, new.high, pair.facts.thresholds.flat_pct):
        pair.refuse("flat")
    return pair.allows(difference=old.low - new.low if pair.is_exact else None)


@pair_rule("unchanged")
def unchanged(pair: Pair) -> Allowed:
    """Both figures are exact, equal and over 0."""
    old, new = pair.exact
    if old != new:
        pair.refuse("differ")
    if new == 0:
        pair.refuse("both_zero")
    return pair.allows()


@pair_rule("little_changed")
def little_changed(pair: Pair) -> Allowed:
    """Both figures are exact and differ by under 2% of an earlier figure of 50 or more.

    Then there is no rise, no fall and no percentage: a small fall is little changed too.
    """
    old, new = pair.exact
    if old == new:
        pair.refuse("no_change")
    if old < FLAT_BASE:
        pair.refuse("every_change_named", n=old, least=FLAT_BASE)
    if not is_flat(old, new, pair.facts.thresholds.flat_pct):
        pair.refuse("not_flat")
    return pair.allows(difference=abs(new - old))


@pair_rule("from_none")
def from_none(pair: Pair) -> Allowed:
    """The earlier figure is exactly 0 and the latest is certainly over 0."""
    if pair.old.high != 0:
        pair.refuse("old_not_zero")
    if pair.new.low == 0:
        pair.refuse("perhaps_none")
    return pair.allows()


@pair_rule("like_for_like")
def like_for_like(pair: Pair) -> Allowed:
    """A panel's two years, compared over only the forces with a usable figure in both."""
    if pair.facts.panel is None:
        refuse("like_for_like_of_one")
    return pair.allows()


def percentage_base(pair: Pair) -> tuple[int, int]:
    """Old and new where a percentage or a fraction of the change may be given at all."""
    pair.check_base()
    old, new = pair.exact
    base = pair.facts.thresholds.percent_base
    if old < base:
        pair.refuse("small_base", n=old, least=base)
    if new == 0:
        pair.refuse("falls_to_none")
    if old == new:
        pair.refuse("no_change")
    if is_flat(old, new, pair.facts.thresholds.flat_pct):
        pair.refuse("flat")
    return old, new


def direction(old: int, new: int) -> str:
    return "rise" if new > old else "fall"


def rounded_percent(part: int, whole: int) -> int:
    """100 x part / whole, rounded half up, on integers."""
    return (200 * part + whole) // (2 * whole)


@pair_rule("percent_change")
def percent_change(pair: Pair) -> Allowed:
    """The change as a percentage of the earlier figure, rounded half up.

    Both figures are exact; the earlier one is 50 or more and was not revised by 10% or more since
    it was first published; the latest one is over 0. The change is not little, and an increase is
    under 1,000%. Refused where rounding alone would give a multiple that was not reached: 100% or
    200% up, 50% or 100% down.
    """
    old, new = percentage_base(pair)
    change = abs(new - old)
    if new > old and change >= 10 * old:
        pair.refuse("rise_too_large")
    percent = rounded_percent(change, old)
    landmarks = (100, 200) if new > old else (50, 100)
    if percent in landmarks and 100 * change < percent * old:
        pair.refuse("rounds_to_more", percent=percent)
    return pair.allows(percent=percent, direction=direction(old, new))


FRACTIONS = {
    "quarter": Fraction(1, 4),
    "third": Fraction(1, 3),
    "half": Fraction(1, 2),
    "two thirds": Fraction(2, 3),
    "three quarters": Fraction(3, 4),
}
_POINT = Fraction(1, 100)


def fraction_of(share: Fraction) -> tuple[str, str] | None:
    """The plain fraction near a share: its name and its form; None if none is near.

    "exact" within 1 percentage point; "more_than" over 1 and up to 5 points above it; "almost"
    over 1 and up to 3 points below it.
    """
    for name, fraction in FRACTIONS.items():
        above = share - fraction
        if abs(above) <= _POINT:
            return name, "exact"
        if _POINT < above <= 5 * _POINT:
            return name, "more_than"
        if _POINT < -above <= 3 * _POINT:
            return name, "almost"
    return None


@pair_rule("fraction_change")
def fraction_change(pair: Pair) -> Allowed:
    """The change as a quarter, third, half, two thirds or three quarters of the earlier figure.

    On the same base as a percentage. Plain within 1 point; "more than" up to 5 points above;
    "almost" up to 3 points below.
    """
    old, new = percentage_base(pair)
    found = fraction_of(Fraction(abs(new - old), old))
    if found is None:
        pair.refuse("no_fraction_near")
    name, form = found
    return pair.allows(fraction=name, form=form, direction=direction(old, new))


@pair_rule("vivid")
def vivid(pair: Pair) -> Allowed:
    """A vivid word for a rise, where the setting allows such words at all.

    It needs exact figures that are not provisional, an earlier one of 50 or more, and a rise of
    at least 25% and 20 offences. No template chooses it by itself.
    """
    facts = pair.facts
    if not facts.thresholds.vivid:
        pair.refuse("vivid_off")
    if any(facts.cell(body, year).provisional for body, year in pair.cells):
        pair.refuse("provisional")
    old, new = percentage_base(pair)
    rose = new - old
    if 100 * rose < 25 * old or rose < facts.thresholds.mult_min_diff:
        pair.refuse("not_vivid")
    return pair.allows()
