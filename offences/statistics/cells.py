"""A cell is not a number: it is what one body said about one year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict, Unpack


class State(StrEnum):
    """What kind of answer a cell holds."""

    VALUE = "value"
    SUPPRESSED = "suppressed"
    PART_YEAR = "part_year"
    MISSING = "missing"


class Missing(StrEnum):
    """Why there is no figure. None of these is ever read as zero."""

    NOT_HELD = "not_held"
    REFUSED = "refused"
    LATE = "late"
    NOT_ASKED = "not_asked"
    NO_RESPONSE = "no_response"
    NOT_AVAILABLE = "not_available"
    BLANK = "blank"
    NOT_IN_RECORDS = "not_in_records"
    UNCONFIRMED_ZERO = "unconfirmed_zero"
    NOT_CHECKED = "not_checked"  # answered and entered, but no second person has confirmed it
    NOT_SETTLED = "not_settled"  # answered, and nothing entered or two totals that disagree


MAY_BE_ZERO = frozenset({Missing.NOT_CHECKED, Missing.NOT_SETTLED, Missing.UNCONFIRMED_ZERO})
"""The force gave a figure that may be zero: nothing is said of zero, neither yes nor no."""
OPEN = MAY_BE_ZERO | {Missing.NOT_IN_RECORDS}
"""Of a force with one of these we do not know whether it has a figure, nor which."""


@dataclass(frozen=True)
class Range:
    """The whole numbers a figure can be: from a low end to a high end, both included.

    Where no upper limit is known, it has no high end. The error of a figure is this range; a sum of
    ranges runs from the sum of the low ends to the sum of the high ends.
    """

    low: int
    high: int | None

    def __post_init__(self) -> None:
        if self.low < 0:
            raise ValueError(f"A count cannot be below zero: {self.low}.")
        if self.high is not None and self.high < self.low:
            raise ValueError(f"The range {self.low} to {self.high} is upside down.")

    def __add__(self, other: Range) -> Range:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(self.low + other.low, high)

    @classmethod
    def exactly(cls, n: int) -> Range:
        return cls(n, n)

    @classmethod
    def sum(cls, ranges: Iterable[Range]) -> Range:
        """Low ends added to low ends, high ends to high ends; of nothing, exactly 0."""
        total = cls(0, 0)
        for item in ranges:
            total += item
        return total

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    def contains(self, n: int) -> bool:
        return self.low <= n and (self.high is None or n <= self.high)

    def meets(self, other: Range) -> bool:
        """Whether some number is in both."""
        return not (self.is_below(other.low) or other.is_below(self.low))

    def narrowed_to(self, other: Range) -> Range:
        """The numbers that are in both; of two that have none in common, the first."""
        if not self.meets(other):
            return self
        highs = [each.high for each in (self, other) if each.high is not None]
        return Range(max(self.low, other.low), min(highs, default=None))

    def is_below(self, n: int) -> bool:
        """Certainly below n: even its high end is."""
        return self.high is not None and self.high < n


HIDDEN = Range(0, None)
"""What is public of a number that we hide: that it is not below zero."""


class Flags(TypedDict, total=False):
    """What is known of a figure beside its number."""

    provisional: bool
    estimated: bool
    previously: int | None
    history: tuple[tuple[int, int], ...]
    doubt: str


@dataclass(frozen=True)
class Cell:
    """What one body said about one year.

    * **count** - a plain number for the whole year; 0 only if somebody confirmed it.
    * **suppressed** - a number the body withheld, known only as a range: "<5" is 1 to 4, and "*"
      is at least 1 with no upper limit.
    * **part year** - a number for fewer than twelve months: never compared, never a base, never
      scaled up, and marked as such for ever.
    * **missing** - no figure, and why. It contributes nothing to a sum, not zero.

    Where a release before said another number, the figure is *revised*, for ever: `history` has the
    number of each release that changed it, oldest first, and `previously` that of the release just
    before. A printed value that may not be what it seems (its year or body is uncertain) is *in
    doubt*: it is shown, and never compared.
    """

    state: State
    low: int | None = None
    high: int | None = None
    months: int | None = None
    why: Missing | None = None
    provisional: bool = False
    estimated: bool = False
    previously: int | None = None
    history: tuple[tuple[int, int], ...] = ()  # (release, number)
    doubt: str = ""

    def __post_init__(self) -> None:
        if self.state is State.MISSING:
            if self.why is None:
                raise ValueError("A missing cell says why.")
            if (self.low, self.high, self.months) != (None, None, None):
                raise ValueError("A missing cell has no number and no months.")
            if self.provisional or self.estimated:
                raise ValueError("Only a number can be provisional or estimated.")
            return
        if self.why is not None:
            raise ValueError("Only a missing cell has a reason for being missing.")
        if self.low is None:
            raise ValueError("A cell with a figure needs its low end.")
        Range(self.low, self.high)  # refuses negative and upside-down ranges
        if self.state is State.SUPPRESSED:
            if self.low == self.high:
                raise ValueError("A range of one number is a count, not suppressed.")
        elif self.low != self.high:
            raise ValueError("A count has one value; a range of values is suppressed.")
        if self.state is State.PART_YEAR:
            if self.months is None or not 1 <= self.months <= 11:
                raise ValueError("A part year covers 1 to 11 months.")
        elif self.months is not None:
            raise ValueError("Only a part year states its months.")
        if self.previously is not None and self.previously < 0:
            raise ValueError("What was published before cannot be below zero.")

    @classmethod
    def count(cls, n: int, **flags: Unpack[Flags]) -> Cell:
        """A number for the whole year; 0 is a confirmed zero."""
        return cls(State.VALUE, n, n, **flags)

    @classmethod
    def suppressed(cls, low: int, high: int | None, **flags: Unpack[Flags]) -> Cell:
        """A withheld number in this range; a range of one number is a count."""
        if low == high:
            return cls.count(low, **flags)
        return cls(State.SUPPRESSED, low, high, **flags)

    @classmethod
    def part_year(cls, n: int, months: int, **flags: Unpack[Flags]) -> Cell:
        """A number for some months of the year; twelve months are a count."""
        if months == 12:
            return cls.count(n, **flags)
        return cls(State.PART_YEAR, n, n, months, **flags)

    @classmethod
    def missing(cls, why: Missing | str) -> Cell:
        if why not in tuple(Missing):
            raise ValueError(f"“{why}” is no reason for a missing figure: {', '.join(Missing)}.")
        return cls(State.MISSING, why=Missing(why))

    def with_flags(self, **flags: Unpack[Flags]) -> Cell:
        """The same cell with these flags in place of its own."""
        return Cell(self.state, self.low, self.high, self.months, self.why, **flags)

    @property
    def is_missing(self) -> bool:
        return self.state is State.MISSING

    @property
    def is_exact(self) -> bool:
        """One single value for a whole year."""
        return self.state is State.VALUE

    @property
    def is_wholly_hidden(self) -> bool:
        """Nothing is said of the number, not even that it is not zero: a body's own sign does."""
        return self.state is State.SUPPRESSED and not self.low and self.high is None

    @property
    def is_comparable(self) -> bool:
        """A whole year's count or suppressed range that is not in doubt."""
        return self.state in (State.VALUE, State.SUPPRESSED) and not self.doubt

    @property
    def is_revised(self) -> bool:
        return self.is_exact and self.was is not None

    @property
    def was(self) -> int | None:
        """The last other number published; None where there was none."""
        return next(reversed(self.published_before), None)

    @property
    def published_before(self) -> tuple[int, ...]:
        """The other numbers that were published of it, oldest first."""
        before = [n for _, n in self.history]
        before += [] if self.previously is None else [self.previously]
        return tuple(dict.fromkeys(n for n in before if n != self.low))

    def distance(self, n: int) -> int:
        """How far a number is from the figure, or from the nearer end of its range."""
        assert self.low is not None
        return max(self.low - n, 0 if self.high is None else n - self.high, 0)

    @property
    def value(self) -> int | None:
        """The printed number of a count or a part year."""
        return self.low if self.state in (State.VALUE, State.PART_YEAR) else None

    @property
    def range(self) -> Range | None:
        """The numbers the figure can be, a part year at its printed value; None if missing."""
        return None if self.low is None else Range(self.low, self.high)
