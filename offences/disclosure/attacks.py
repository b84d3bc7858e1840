"""What somebody can work out about hidden counts from everything that is public."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from offences.disclosure.linear import true_table
from offences.disclosure.ranges import Ranges, SafetyRule
from offences.disclosure.system import Component, Flags, Floats, System, components
from offences.disclosure.tables import (
    THRESHOLD,
    ChangeRange,
    CountChange,
    CountGroup,
    CountKey,
    CountTable,
    TableCount,
    in_words,
)
from offences.disclosure.ways import Ways
from offences.statistics.cells import Range
from offences.statistics.sums import range_in_words


@dataclass(frozen=True)
class Disclosed:
    """A hidden count that is not safe: what everybody can work out, and why that is too much."""

    key: CountKey
    range: Range | ChangeRange
    reason: str


type Found = dict[CountKey, Range | ChangeRange]

MANY_ENDS = 40
"""Where more ends of ranges are open, short ways are worth the time of making them ready."""

type Pieces = Sequence[tuple[Component, Ranges]]
"""The pieces of what is unknown, each with as much of its ranges as was found."""

type Seen = Mapping[CountKey, tuple[float, float]]
"""The lowest and the highest number that each count has in some tables that fit."""


def attack(table: CountTable, hidden: Iterable[CountKey]) -> Found:
    """The tightest range of each hidden count for somebody who knows everything that is public.

    Everything public is: each count that is shown (a range, where it is shown as one), all sums,
    all that is known besides, and that a count is a whole number and never negative. What a hidden
    count is, or that it is small, is not used.

    The range is exact: both its ends were found in a table of whole numbers that fits all of this,
    and none that fits lies outside. Only where a question in whole numbers needed more than
    `linear.WHOLE_NODES`, the range may be narrower than the truth, never wider: more is then
    found, not less. Not every number inside a range need be possible: two sums can leave a count
    only the even ones. And this is what can be computed, not what can be guessed: somebody who
    knows one of the children, or thinks some tables likelier than others, knows more.
    """
    system = System(table)
    mask = system.numbers(hidden)
    found: Found = {}
    for piece, ranges in searches(system, mask, true_table(system)):
        ranges.exactly()
        wanted = mask & ~system.past
        found.update(_named(system, piece, ranges, wanted[piece.cells]))
    return found


def searches(system: System, hidden: Flags, table: Floats) -> Iterator[tuple[Component, Ranges]]:
    """Each piece of what is unknown, with its ranges not yet searched for."""
    low, high = system.public(hidden)
    for piece in components(system.rows, low, high):
        yield piece, Ranges(piece, table[piece.cells])


def _named(
    system: System, piece: Component, ranges: Ranges, wanted: Flags
) -> Iterator[tuple[CountKey, Range | ChangeRange]]:
    for n in np.flatnonzero(wanted).tolist():
        cell = piece.cells[n]
        less = int(system.zero[cell])
        low, high = int(ranges.seen_low[n]) - less, ranges.seen_high[n] - less
        of = ChangeRange if system.is_change[cell] else Range
        yield system.keys[cell], of(low, None if np.isinf(high) else int(high))


def disclosed(
    table: CountTable,
    hidden: Iterable[CountKey],
    threshold: int = THRESHOLD,
    seen: Seen | None = None,
    among: Collection[CountKey] | None = None,
) -> tuple[Disclosed, ...]:
    """The hidden counts that are pinned down too tightly, of all or `among` some of them.

    A hidden count is safe if somebody who knows everything public must think at least as many
    numbers possible as the threshold, from the lowest to the highest; and, where it is hidden
    because it is or may be under the threshold, if zero is among them: that there was at least
    one must not be learnt. There is one exception. Where the figures that are shown in any case are
    themselves so small that no hiding could make the range wider (a force's public total of 3 lets
    each of its parts be at most 3; a national figure of 2, each force's at most 2), a range from 0
    to that cap is safe. The cap is the highest the count could be if everything were hidden that
    may be. A total of 0 makes its parts 0, which tells nothing new. And a count that need not be
    hidden itself, and helps to hide others, may be in any range that no hiding could make wider,
    but for a single number: it could as well be shown.

    `seen` are numbers that counts have in tables that fit: they are not searched for again.
    """
    system = System(table)
    true = true_table(system)
    low, high = true.copy(), true.copy()
    for key, ends in (seen or {}).items():
        if (cell := system.number.get(key)) is not None:
            low[cell], high[cell] = min(low[cell], ends[0]), max(high[cell], ends[1])
    return found_unsafe(
        system,
        system.numbers(hidden),
        true,
        threshold,
        (low, high),
        among=None if among is None else system.numbers(among),
    )


def found_unsafe(
    system: System,
    hidden: Flags,
    table: Floats,
    threshold: int,
    seen: tuple[Floats, Floats],
    widest: Pieces = (),
    among: Flags | None = None,
) -> tuple[Disclosed, ...]:
    """The hidden cells that are not safe; `seen` is how low and how high each has been already.

    `widest` are the pieces while all is hidden that may be, if they were looked at already.
    """
    small = small_cells(system, threshold)
    asked = system.asked(hidden)
    if among is not None:
        asked &= among
    more = system.after, system.by_itself
    rule = SafetyRule(hidden, asked, small, system.zero, *more, threshold)
    pieces = list(searches(system, hidden, table))
    if widest:
        _draw_in(pieces, widest, system)
    else:
        _take_ways(pieces, rule, seen)
    unsafe = _unsafe(system, rule, pieces, seen)
    if not unsafe:
        return ()
    asked = np.isin(np.arange(len(hidden)), [system.number[key] for key in unsafe])
    rule = replace(rule, hidden=~system.must_show, asked=asked)
    widest = widest or list(searches(system, rule.hidden, table))
    caps = _unsafe(system, rule, widest, seen, settled=True)
    items = {key: system.items[system.number[key]] for key in unsafe}
    return tuple(
        Disclosed(key, range_, _reason(items[key], key, range_, caps.get(key), threshold))
        for key, range_ in sorted(unsafe.items(), key=lambda found: repr(found[0]))
        if range_ != caps.get(key) or not _may_be_at_its_cap(items[key], key, range_)
    )


def small_cells(system: System, threshold: int) -> Flags:
    """The cells that are hidden because they are or may be under the threshold."""
    return np.array([item.may_be_small(threshold) for item in system.items], dtype=bool)


def _unsafe(
    system: System,
    rule: SafetyRule,
    pieces: Pieces,
    seen: tuple[Floats, Floats],
    *,
    settled: bool = False,
) -> Found:
    """The cells that are not safe by themselves, with their ranges; or only the `settled` ones."""
    found: Found = {}
    for piece, ranges in pieces:
        own = rule.of(piece.cells)
        ranges.remember(seen[0][piece.cells], seen[1][piece.cells])
        own.settle(ranges)
        wanted = own.unsafe(ranges) & ~(ranges.unsettled & settled)
        found.update(_named(system, piece, ranges, wanted))
    return found


def _draw_in(pieces: Pieces, widest: Pieces, system: System) -> None:
    """What is proven while all is hidden that may be holds while less is."""
    low, high = system.public(~system.must_show)
    for piece, ranges in widest:
        low[piece.cells], high[piece.cells] = ranges.low, ranges.high
    for piece, ranges in pieces:
        ranges.draw_in(low[piece.cells], high[piece.cells])


def _take_ways(pieces: Pieces, rule: SafetyRule, seen: tuple[Floats, Floats]) -> None:
    """Let cells be looked at by short ways first where many ends are open."""
    for piece, ranges in pieces:
        own = rule.of(piece.cells)
        ranges.remember(seen[0][piece.cells], seen[1][piece.cells])
        if sum(map(np.count_nonzero, own.open_ends(ranges))) > MANY_ENDS:
            ways = Ways(piece, ranges.table)
            ways.allow(own.hidden, ranges.low, ranges.high)
            ranges.take(ways, piece.cells)


def _may_be_at_its_cap(item: TableCount, key: CountKey, range_: Range | ChangeRange) -> bool:
    """Whether a cell is safe with a range that no hiding makes wider.

    What several counts came to and come to now was never a count: it is like any sum of hidden
    ones, which totals show.
    """
    if isinstance(key, CountChange):
        several = [_is_several(side) for side in (key.before, key.after)]
        return all(several) or range_.contains(0) or (any(several) and not range_.is_exact)
    return range_.low == 0 or not (item.is_hidden_for_itself or range_.is_exact)


def _is_several(key: CountKey) -> bool:
    return isinstance(key, CountGroup) and len(key.parts) > 1


def _reason(
    item: TableCount,
    key: CountKey,
    range_: Range | ChangeRange,
    cap: Range | ChangeRange | None,
    threshold: int,
) -> str:
    if isinstance(key, CountChange):
        ends = f"{range_.low:+,}" if range_.is_exact else f"{range_.low:+,} to {range_.high:+,}"
        sentence = f"Together with earlier releases it shows {in_words(key)}: {ends}."
        if range_ == cap:
            sentence += " No hiding in this release can change that."
        return sentence
    assert isinstance(range_, Range)
    what = f"{in_words(key)} is hidden, but what is public shows that it is"
    if range_.is_exact:
        sentence = f"{what} exactly {range_.low}."
    elif range_.low > 0 and item.may_be_small(threshold):
        sentence = f"{what} at least {range_.low} ({range_in_words(range_)}): zero is ruled out."
    else:
        sentence = f"{what} {range_in_words(range_)}: fewer than {threshold} numbers."
    if range_ == cap:
        sentence += " No further hiding can change that: it follows from what is shown in any case."
    return sentence
