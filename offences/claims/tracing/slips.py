"""Slips of the hand: the number somebody meant when one digit went wrong."""

from __future__ import annotations


def is_slip(written: int, meant: int) -> bool:
    """One digit changed, two neighbours swapped, one digit lost or one added.

    Only of numbers of two digits or more: of a single digit every other is one slip away.
    """
    one, other = str(written), str(meant)
    if written == meant or min(len(one), len(other)) < 2:
        return False
    if len(one) == len(other):
        return _changed_one(one, other) or _swapped(one, other)
    shorter, longer = sorted((one, other), key=len)
    return len(longer) - len(shorter) == 1 and _lost_one(longer, shorter)


def _changed_one(one: str, other: str) -> bool:
    return sum(a != b for a, b in zip(one, other, strict=True)) == 1


def _swapped(one: str, other: str) -> bool:
    """Two neighbouring digits stand the other way round."""
    differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) != 2 or differ[1] != differ[0] + 1:
        return False
    i, j = differ
    return one[i] == other[j] and one[j] == other[i]


def _lost_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
