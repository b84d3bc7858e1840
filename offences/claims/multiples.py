"""Doubled, halved and the like."""

from dataclasses import dataclass
from fractions import Fraction

from offences.claims.pairs import Pair, of_pairs
from offences.claims.rules import Allowed, Rule, family

RULES: list[Rule] = []
pair_rule = family(RULES, of_pairs)


@dataclass(frozen=True)
class Multiple:
    """A word for a multiple, for a ratio of the latest to the earlier figure within its limits.

    The earlier figure and the change must both be 20 or more (by setting), and everything must
    hold for every value the figures can have.
    """

    id: str
    low: Fraction
    high: Fraction

    @property
    def is_fall(self) -> bool:
        return self.high < 1

    @property
    def words(self) -> str:
        return self.id.replace("_", " ")

    @property
    def definition(self) -> str:
        """The limits in words; a rise includes its lower limit, a fall its upper one."""
        low, high = (f"{float(end):.3f}".rstrip("0").rstrip(".") for end in (self.low, self.high))
        limits = f"over {low} and at most {high}" if self.is_fall else f"from {low} to under {high}"
        return (
            f"The number {self.words}: the latest figure over the earlier one is {limits}. The"
            " earlier figure and the change are both 20 or more; the earlier one was not revised by"
            " 10% or more."
        )

    def __call__(self, pair: Pair) -> Allowed:
        fewest = base_and_change(pair, rising=not self.is_fall)
        old, new = pair.old, pair.new
        # Both the smallest and the largest ratio that the figures allow lie within the limits.
        holds = False
        if new.high is not None and self.is_fall:
            over_none = self.low == 0 and new.low > 0  # over 0 it is if any were recorded
            over = old.high is not None and new.low > self.low * old.high
            holds = (over or over_none) and new.high <= self.high * old.low
        elif new.high is not None and old.high is not None:
            holds = new.low >= self.low * old.high and new.high < self.high * old.low
        if not holds:
            pair.refuse("outside_limits")
        return pair.allows(difference=fewest if pair.is_exact else None)


def base_and_change(pair: Pair, *, rising: bool) -> int:
    """The smallest change the figures allow, where it and the base are large enough."""
    pair.check_base()
    old, new, limits = pair.old, pair.new, pair.facts.thresholds
    least = max(1, limits.mult_min_base)  # of zero there is no multiple, whatever is set
    if old.low < least:
        pair.refuse("small_base", n=old, least=least)
    below, above = (old, new) if rising else (new, old)
    change = None if below.high is None else above.low - below.high
    if change is None or change < limits.mult_min_diff:
        pair.refuse("small_rise" if rising else "small_fall")
    return change


MULTIPLES = tuple(
    Multiple(id, Fraction(low), Fraction(high))
    for id, low, high in (
        ("almost_doubled", "1.9", "2"),
        ("doubled", "2", "2.1"),
        ("more_than_doubled", "2.1", "2.9"),
        ("almost_tripled", "2.9", "3"),
        ("tripled", "3", "3.1"),
        ("more_than_tripled", "3.1", "3.9"),
        ("almost_quadrupled", "3.9", "4"),
        ("quadrupled", "4", "4.1"),
        ("more_than_quadrupled", "4.1", "5"),
        ("almost_halved", "0.5", "0.526"),
        ("halved", "0.476", "0.5"),
        ("fell_by_more_than_half", "0", "0.476"),
    )
)

for each_multiple in MULTIPLES:
    pair_rule(each_multiple.id, each_multiple.definition)(each_multiple)


@pair_rule("n_times")
def n_times(pair: Pair) -> Allowed:
    """The latest figure is five or more times the earlier one; the whole number of times.

    Both are exact; the earlier figure and the change are both 20 or more.
    """
    base_and_change(pair, rising=True)
    old, new = pair.exact
    times = new // old
    if times < 5:
        pair.refuse("under_five_times")
    return pair.allows(times=times, difference=new - old)
