"""Stretches of a text: pairs of its places, the second behind the end."""

from collections.abc import Iterable
from typing import Protocol

Span = tuple[int, int]
EMPTY: Span = (0, 0)


class Placed(Protocol):
    """What stands in a text: a mention, a figure, a label."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


def overlap(one: Span, other: Span) -> bool:
    """Whether two stretches have a character in common."""
    return one[0] < other[1] and other[0] < one[1]


def is_taken(span: Span, by: Iterable[Placed]) -> bool:
    """Whether a stretch has a character in common with one of these."""
    return any(overlap(span, (each.start, each.end)) for each in by)
