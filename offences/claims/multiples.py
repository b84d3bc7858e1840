"""Doubled, halved and the like."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from offences.claims.pairs import Pair, each, exact, pair_family
from offences.claims.rules import Rule, Said, refuse
from offences.english import number, quantity

RULES: list[Rule] = []


@dataclass(frozen=True)
class Multiple:
    """One of the words for a multiple, for a ratio of latest to earlier figure inside its limits.

    The earlier figure and the change must both be 20 or more (by setting), and everything must
    hold for every value the figures can have.
    """

    id: str
    words: str
    low: Fraction
    high: Fraction

    @property
    def is_fall(self) -> bool:
        return self.high < 1

    @property
    def definition(self) -> str:
        """The limits in words; a rise includes its lower limit, a fall its upper one."""
        if self.is_fall:
            limits = f"over {_decimal(self.low)} and at most {_decimal(self.high)}"
        else:
            limits = f"from {_decimal(self.low)} to under {_decimal(self.high)}"
        return (
            f"The number {self.words}: the latest figure over the earlier one is {limits}. The"
            " earlier figure and the change are both 20 or more."
        )

    def __call__(self, pair: Pair) -> Said:
        fewest = base_and_change(pair, rising=not self.is_fall, word=self.words)
        old, new = pair.old, pair.new
        largest = None if new.high is None else Fraction(new.high, old.low)
        if self.is_fall:
            holds = largest is not None and self._is_above_low(pair) and largest <= self.high
        else:
            holds = largest is not None and self._reaches_low(pair) and largest < self.high
        if not holds:
            refuse(f"{_ratio(pair)}, so not “{self.words}”.", **pair.figures)
        return pair.moved(self.words, difference=fewest if pair.is_exact else None)

    def _reaches_low(self, pair: Pair) -> bool:
        """Even the smallest ratio the figures allow is at the lower limit or over it."""
        return pair.old.high is not None and pair.new.low >= self.low * pair.old.high

    def _is_above_low(self, pair: Pair) -> bool:
        """Even the smallest ratio is over the lower limit; over 0 it is if any were recorded."""
        if self.low == 0:
            return pair.new.low > 0
        return pair.old.high is not None and pair.new.low > self.low * pair.old.high


def base_and_change(pair: Pair, *, rising: bool, word: str) -> int:
    """The smallest change the figures allow, where it and the base are large enough."""
    old, new, limits = pair.old, pair.new, pair.facts.thresholds
    least = max(1, limits.mult_min_base)  # of nought there is no multiple, whatever is set
    if old.low < least:
        refuse(f"{quantity(old)} is under {least}, so no “{word}”.", **pair.figures)
    if rising:
        change = None if old.high is None else new.low - old.high
    else:
        change = None if new.high is None else old.low - new.high
    if change is None or change < limits.mult_min_diff:
        way = "a rise" if rising else "a fall"
        refuse(
            f"The figures are {each(pair)}: not {way} of {limits.mult_min_diff} or more,"
            f" so no “{word}”.",
            **pair.figures,
        )
    return change


def _decimal(ratio: Fraction) -> str:
    return f"{float(ratio):.3f}".rstrip("0").rstrip(".")


def _ratio(pair: Pair) -> str:
    if not pair.is_exact:
        return f"The figures are {each(pair)}"
    ratio = Fraction(pair.new.low, pair.old.low)
    # Three places, cut not rounded: 1.9999 must not read as the 2 it has not reached.
    cut = Fraction(ratio * 1000 // 1, 1000)
    return f"{number(pair.new.low)} is {_decimal(cut)} times {number(pair.old.low)}"


MULTIPLES = tuple(
    Multiple(id, words, Fraction(low), Fraction(high))
    for id, words, low, high in (
        ("almost_doubled", "almost doubled", "1.9", "2"),
        ("doubled", "doubled", "2", "2.1"),
        ("more_than_doubled", "more than doubled", "2.1", "2.9"),
        ("almost_tripled", "almost tripled", "2.9", "3"),
        ("tripled", "tripled", "3", "3.1"),
        ("more_than_tripled", "more than tripled", "3.1", "3.9"),
        ("almost_quadrupled", "almost quadrupled", "3.9", "4"),
        ("quadrupled", "quadrupled", "4", "4.1"),
        ("more_than_quadrupled", "more than quadrupled", "4.1", "5"),
        ("almost_halved", "almost halved", "0.5", "0.526"),
        ("halved", "halved", "0.476", "0.5"),
        ("fell_by_more_than_half", "fell by more than half", "0", "0.476"),
    )
)

for each_multiple in MULTIPLES:
    pair_family(RULES, each_multiple.id, each_multiple, each_multiple.definition)


def n_times(pair: Pair) -> Said:
    """The latest figure is five or more times the earlier one; the whole number of times.

    Both are exact; the earlier figure and the change are both 20 or more.
    """
    base_and_change(pair, rising=True, word="times as many")
    old, new = exact(pair, "there is no number of times")
    times = new // old
    if times < 5:
        refuse(f"{_ratio(pair)}, under five times.", **pair.figures)
    over = "more than " if new % old else ""
    return pair.said(
        f"{over}{number(times)} times as many as the {number(old)}",
        times=times,
        difference=new - old,
    )


pair_family(RULES, "n_times", n_times)
