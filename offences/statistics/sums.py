"""What typed cells add up to, and whether a sum and a stated total can both be right."""

from collections.abc import Iterable
from dataclasses import dataclass

from offences.statistics.cells import Range
from offences.statistics.notation import Entry


@dataclass(frozen=True)
class CellSum:
    """Cells added up: the range the sum can be, and how many cells gave no number to add."""

    range: Range | None  # None where no cell has a number
    without: int


@dataclass(frozen=True)
class Agreement:
    """Whether a sum and a stated total can both be right."""

    kind: str  # yes, possible, no, open (nothing to compare)
    words: str
    short: bool = False  # the rows are too few; more rows would be enough


def range_of(entry: Entry | None) -> Range | None:
    """The numbers an entry can stand for; None where it has no number."""
    if entry is None:
        return None
    if entry.value is not None:
        return Range.exactly(entry.value)
    return None if entry.low is None else Range(entry.low, entry.high)


def sum_of(entries: Iterable[Entry | None]) -> CellSum:
    """Low ends to low ends, high ends to high ends. A cell without a number is not zero."""
    ranges = [range_of(entry) for entry in entries]
    known = [r for r in ranges if r is not None]
    return CellSum(Range.sum(known) if known else None, len(ranges) - len(known))


def range_in_words(range_: Range) -> str:
    if range_.high is None:
        return f"{range_.low:,} or more"
    if range_.is_exact:
        return f"{range_.low:,}"
    return f"{range_.low:,} to {range_.high:,}"


def agreement(added: CellSum, stated: Entry | None, *, complete: bool = True) -> Agreement:
    """Whether the stated total can be the sum of its rows.

    `complete` is the breakdown's own: rows that need not be the whole may add up to less.
    """
    total = range_of(stated)
    if added.range is None or total is None:
        return Agreement("open", "nothing to compare")
    rows = added.range
    if rows.high is not None and total.low > rows.high:
        most = None if total.high is None else total.high - rows.low
        gap = range_in_words(Range(total.low - rows.high, most))
        if complete:
            return Agreement("no", f"{gap} short", short=True)
        return Agreement("open", f"{gap} less: these rows need not be the whole")
    if total.high is not None and rows.low > total.high:
        most = None if rows.high is None else rows.high - total.low
        return Agreement("no", f"{range_in_words(Range(rows.low - total.high, most))} over")
    if rows.is_exact and total.is_exact:
        if added.without and complete:
            return Agreement("possible", "can be, if the other cells are zero")
        return Agreement("yes", "yes")
    if total.is_exact:
        return Agreement("possible", f"can be: {total.low:,} is within")
    return Agreement("possible", "can be: the ranges meet")
