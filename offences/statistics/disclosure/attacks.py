"""What somebody can work out about hidden counts from everything that is public."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from offences.statistics.cells import Range
from offences.statistics.disclosure.ranges import Ranges
from offences.statistics.disclosure.system import Flags, Floats, System, pieces
from offences.statistics.disclosure.tables import THRESHOLD, Key, Table, in_words
from offences.statistics.disclosure.truth import true_table
from offences.statistics.sums import range_in_words


@dataclass(frozen=True)
class Disclosed:
    """A hidden count that is not safe: what everybody can work out, and why that is too much."""

    key: Key
    range: Range
    reason: str


def attack(table: Table, hidden: Iterable[Key]) -> dict[Key, Range]:
    """The tightest range of each hidden count for somebody who knows everything that is public.

    Everything public is: each count that is shown (a range, where it is shown as one), all sums,
    all that is known besides, and that a count is a whole number and never negative. What a hidden
    count is, or that it is small, is not used.

    The range is exact: both its ends were found in a table of whole numbers that fits all of this,
    and none that fits lies outside. Only where a question in whole numbers took longer than
    `linear.WHOLE_SECONDS`, the range may be narrower than the truth, never wider: more is then
    found, not less. Not every number inside a range need be possible: two sums can leave a count
    only the even ones. And this is what can be computed, not what can be guessed: somebody who
    knows one of the children, or thinks some tables likelier than others, knows more.
    """
    system = System(table)
    mask = system.numbers(hidden)
    found = {}
    for numbers, ranges in _searched(system, mask, true_table(system)):
        ranges.exactly()
        for n, low, high in zip(
            numbers.tolist(), ranges.seen_low.tolist(), ranges.seen_high.tolist(), strict=True
        ):
            if mask[n]:
                found[system.keys[n]] = as_range(low, high)
    return found


def _searched(system: System, hidden: Flags, table: Floats) -> Iterator[tuple[np.ndarray, Ranges]]:
    """Each piece of what is unknown, with its ranges not yet searched for."""
    low, high = system.public(hidden)
    for piece in pieces(system.rows, low, high):
        here = table[piece.cells]
        yield piece.cells, Ranges(piece, here, here)


def as_range(low: float, high: float) -> Range:
    return Range(int(low), None if np.isinf(high) else int(high))


def widest(table: Table, keys: Iterable[Key]) -> dict[Key, Range]:
    """The ranges of these counts with everything hidden that may be: no hiding makes them wider."""
    everything = [key for key, item in table.items.items() if not item.must_show]
    wanted = table.require(keys)
    return {key: range_ for key, range_ in attack(table, everything).items() if key in wanted}


def disclosed(
    table: Table, hidden: Iterable[Key], threshold: int = THRESHOLD
) -> tuple[Disclosed, ...]:
    """The hidden counts that are pinned down too tightly.

    A hidden count is safe if somebody who knows everything public must think at least as many
    numbers possible as the threshold, from the lowest to the highest; and, where it is hidden
    because it is or may be under the threshold, if nought is among them: that there was at least
    one must not be learnt. There is one exception. Where the figures that are shown in any case are
    themselves so small that no hiding could make the range wider (a force's public total of 3 lets
    each of its parts be at most 3; a national figure of 2, each force's at most 2), a range from 0
    to that cap is safe. The cap is the highest the count could be if everything were hidden that
    may be. A total of 0 makes its parts 0, which tells nothing new.
    """
    ranges = attack(table, hidden)
    narrow = [
        key
        for key, range_ in ranges.items()
        if not _is_wide(range_, threshold) or _tells_of_one(table, key, range_, threshold)
    ]
    if not narrow:
        return ()
    caps = widest(table, narrow)
    return tuple(
        Disclosed(key, ranges[key], _reason(table, key, ranges[key], caps[key], threshold))
        for key in sorted(narrow, key=repr)
        if ranges[key].low > 0 or ranges[key] != caps[key]
    )


def _is_wide(range_: Range, threshold: int) -> bool:
    return range_.high is None or range_.high - range_.low + 1 >= threshold


def _tells_of_one(table: Table, key: Key, range_: Range, threshold: int) -> bool:
    return range_.low > 0 and table.items[key].may_be_small(threshold)


def _reason(table: Table, key: Key, range_: Range, cap: Range, threshold: int) -> str:
    what = f"{in_words(key)} is hidden, but what is public shows that it is"
    if range_.is_exact:
        said = f"{what} exactly {range_.low}."
    elif _tells_of_one(table, key, range_, threshold):
        said = f"{what} at least {range_.low} ({range_in_words(range_)}): nought is ruled out."
    else:
        said = f"{what} {range_in_words(range_)}: fewer than {threshold} numbers."
    if range_ == cap:
        said += " No further hiding can change that: it follows from what is shown in any case."
    return said
