"""A table of counts as everybody may see it: its counts, its sums, and what else is known."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

type CountKey = Hashable
"""What names a count: ("northshire", 2018, "age/11"). Its repr orders it, so it must be stable."""

THRESHOLD = 5
"""Counts under this many are small; a hidden count must be able to be this many numbers."""


@dataclass(frozen=True)
class TableCount:
    """One count of a table: what we know of its true value, and what may become of it.

    A plain count has `low` equal to `high`; without a `high` no upper limit is known. It is hidden
    in any case (`must_hide`: too small, or an age under 11 of one force), in no case (`must_show`:
    a total that may be public, a national figure), or only if that protects others. One that is
    `past` was hidden by an earlier release: it stays hidden, whatever is decided now; one that is
    `for_others`, too, was so only to protect others, however small it is. One that is
    `kept` was, too, and may be shown; in a large table it is hidden again without a search. One
    that is `by_itself` has to be safe even if it certainly is what it was before.
    """

    low: int
    high: int | None
    must_hide: bool = False
    must_show: bool = False
    past: bool = False
    kept: bool = False
    for_others: bool = False
    by_itself: bool = False

    def __post_init__(self) -> None:
        if self.low < 0:
            raise ValueError(f"A count cannot be below zero: {self.low}.")
        if self.high is not None and self.high < self.low:
            raise ValueError(f"The range {self.low} to {self.high} is upside down.")
        if self.must_hide and self.must_show:
            raise ValueError("A count cannot be one that must be hidden and must be shown.")

    def may_be_small(self, threshold: int) -> bool:
        """Hidden because it is, or may be, under the threshold: then zero must stay possible."""
        return self.is_hidden_for_itself and self.low < threshold

    @property
    def is_hidden_for_itself(self) -> bool:
        """Whether it is hidden whatever else is, or may have been in an earlier release."""
        return self.must_hide or (self.past and not self.for_others)


@dataclass(frozen=True)
class TableSum:
    """The whole is the sum of its parts; with `rest`, it is their sum or more."""

    whole: CountKey
    parts: tuple[CountKey, ...]
    rest: bool = False


@dataclass(frozen=True)
class PublicBound:
    """What else is public: limits of the sum of these counts, as an earlier release has them.

    With `less`, of that sum less the sum of those. Changes can be among the parts.
    """

    parts: tuple[CountKey, ...]
    low: int
    high: int | None
    less: tuple[CountKey, ...] = ()
    follows: bool = False  # from the sums: it is written down because more is found at once then


class CountChange(NamedTuple):
    """What a count changed by: the later number less the earlier one, which may be below zero.

    It is itself the key of what is asked about: how much of it can be worked out.
    """

    before: CountKey
    after: CountKey

    def __str__(self) -> str:
        return f"the change of {in_words(self.after)} since {in_words(self.before)}"


@dataclass(frozen=True)
class CountGroup:
    """The key of what several counts come to. Nobody publishes it: only how it changes matters."""

    parts: tuple[CountKey, ...]

    def __str__(self) -> str:
        return " and ".join(map(in_words, self.parts))


@dataclass(frozen=True)
class CountTable:
    items: Mapping[CountKey, TableCount]
    sums: tuple[TableSum, ...]
    known: tuple[PublicBound, ...] = ()
    changes: tuple[CountChange, ...] = ()

    @cached_property
    def names(self) -> Mapping[CountKey, str]:
        """What orders the keys, of counts and of changes."""
        return {key: repr(key) for key in (*self.items, *self.changes)}

    def require(self, keys: Iterable[CountKey]) -> frozenset[CountKey]:
        """The keys, each of which must be in the table."""
        wanted = frozenset(keys)
        if not wanted <= self.items.keys():
            strange = sorted(in_words(key) for key in wanted if key not in self.items)
            raise ValueError(f"There is no such count in the table: {', '.join(strange)}.")
        return wanted

    def is_part_of(self, other: "CountTable") -> bool:
        """Whether whatever fits all that `other` says fits what is said here, too."""
        here, there = ({*of.sums, *of.known, *of.changes} for of in (self, other))
        limits = ((item, other.items.get(key)) for key, item in self.items.items())
        has_room = all(
            wide and (item.low, item.high, item.must_show) == (wide.low, wide.high, wide.must_show)
            for item, wide in limits
        )
        return here <= there and has_room


@dataclass(frozen=True)
class ChangeRange:
    """What a change can be, from the lowest to the highest; below zero it is a fall."""

    low: int
    high: int | None

    @property
    def is_exact(self) -> bool:
        return self.low == self.high

    def contains(self, n: int) -> bool:
        return self.low <= n and (self.high is None or n <= self.high)


def in_words(key: CountKey) -> str:
    """A key as a person reads it: northshire, 2018, age/11."""
    return ", ".join(map(str, key)) if type(key) is tuple else str(key)


def cost(table: CountTable, hidden: Iterable[CountKey]) -> float:
    """The cost of hiding more than must be hidden: the fewest cells first, then the smallest.

    Each cell that is hidden only for the sake of others costs 1, and its count's share of all
    counts of the table together. All the shares of a table add up to less than 1, so that no size
    outweighs a cell: of two ways that lose equally many cells, the one that loses smaller counts is
    cheaper.
    """
    extra = [key for key in table.require(hidden) if not table.items[key].must_hide]
    return len(extra) + sum(size(table.items[key]) for key in extra) / all_sizes(table)


def size(item: TableCount) -> int:
    """How large a count is at most; where no limit is known, at least."""
    return item.low if item.high is None else item.high


def all_sizes(table: CountTable) -> int:
    return 1 + sum(map(size, table.items.values()))
