"""When a hidden cell is safe, for many cells at once. The words are at `attacks.disclosed`."""

from __future__ import annotations

from offences.statistics.disclosure.ranges import Ranges
from offences.statistics.disclosure.system import Flags


def open_ends(ranges: Ranges, hidden: Flags, small: Flags, threshold: int) -> tuple[Flags, Flags]:
    """Of which hidden cells it still matters how low, and how high, they can be."""
    narrow = hidden & (ranges.seen_high - ranges.seen_low < threshold - 1)
    low = narrow & ~small | hidden & small
    return low & (ranges.seen_low > ranges.low), narrow & (ranges.seen_high < ranges.high)
