"""When a hidden cell is safe, for many cells at once. The words are at `attacks.disclosed`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from offences.disclosure.ranges import Ranges
from offences.disclosure.system import Flags


@dataclass(frozen=True)
class SafetyRule:
    """Cells by what they need: hidden ones, those that must be safe, those that may be small."""

    hidden: Flags
    asked: Flags
    small: Flags
    threshold: int

    def of(self, cells: np.ndarray) -> SafetyRule:
        """The rule for the cells of a piece."""
        return SafetyRule(self.hidden[cells], self.asked[cells], self.small[cells], self.threshold)

    def unsafe(self, ranges: Ranges) -> Flags:
        """Too narrow, or above zero where zero was possible."""
        narrow = ranges.seen_high - ranges.seen_low < self.threshold - 1
        return self.asked & (narrow | self.small & (ranges.seen_low > 0))

    def settle(self, ranges: Ranges) -> None:
        """Search until each asked cell is known to be safe, or its range is exact."""
        ranges.settle(self._open_ends, self.threshold - 1)

    def _open_ends(self, ranges: Ranges) -> tuple[Flags, Flags]:
        unsafe = self.unsafe(ranges)
        return unsafe & (ranges.seen_low > ranges.low), unsafe & (ranges.seen_high < ranges.high)
