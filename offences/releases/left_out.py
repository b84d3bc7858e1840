"""Forces that a sum of an earlier release leaves out, as readers can tell."""

from collections.abc import Collection, Mapping

from offences.statistics.cells import Range

MOST_TRIED = 50_000
"""How many beginnings of a set of forces are tried as those that a sum leaves out."""


def find_left_out(
    number: int,
    shown: Range,
    numbers: Mapping[str, Range],
    newer: Collection[str],
    before: Collection[str],
) -> set[str]:
    """Those of some forces that are not in a sum, as their newer answer was not settled.

    Of those with a newer round, others are late, or refused, and in the sum with an older number:
    what adds up to what is shown tells who. Where nothing does, or nothing is found in time, it is
    nobody. The forces left out of one sum of a year are tried first in the others.
    """
    order = sorted(newer, key=lambda force: (force not in before, force))
    settled = Range.sum(n for force, n in numbers.items() if force not in newer)
    up_to = [Range(0, 0)]  # what the forces from one in the order on can add
    for force in reversed(order):
        up_to.insert(0, up_to[0] + Range(0, numbers[force].high))
    begun: list[tuple[tuple[str, ...], int, Range]] = [((), 0, settled)]
    tried: set[tuple[int, int, Range]] = set()
    while begun and len(tried) < MOST_TRIED:
        out, at, added = begun.pop()
        # Two beginnings with as many out and as much added go on alike.
        if (len(out), at, added) in tried:
            continue
        tried.add((len(out), at, added))
        is_enough = len(out) + len(order) - at >= number
        if not is_enough or not (added + up_to[at]).meets(shown):
            continue
        if at == len(order):
            return {*out}
        force = order[at]
        begun.append((out, at + 1, added + numbers[force]))
        if len(out) < number:
            begun.append(((*out, force), at + 1, added))
    return set()
