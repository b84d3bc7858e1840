"""Tables of one file that are parts of one statement, and not two statements of the same."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from offences.intake.returns.cells import ADDED, CountCell

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


def continued(tables: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Table → the one that it goes on from: directly below it, under the very same headings and
    without a total or a line between, as where a heading is repeated on a new page."""
    found: dict[int, int] = {}
    for number, (above, below) in enumerate(pairwise(tables), 1):
        if _goes_on(above, below):
            found[number] = found.get(number - 1, number - 1)
    return found


def _goes_on(above: Mapping[str, Any], below: Mapping[str, Any]) -> bool:
    one, two = (_RANGE.fullmatch(table["range"]) for table in (above, below))
    if one is None or two is None or above["sheet"] != below["sheet"]:
        return False
    return (
        one[1] == two[1]
        and one[3] == two[3]
        and int(one[4]) + 1 == int(two[2])
        and list(above["over"]) == list(below["over"])
        and not any(each["total"] for each in above["observations"])
        and _headings(above) == _headings(below)
    )


def _headings(table: Mapping[str, Any]) -> set[tuple[object, ...]]:
    return {
        (re.sub(r"\d+", "", each["cell"] or ""), each["year"], *sorted(each["labels"]))
        for each in table["observations"]
    }


def joined(
    tables: Mapping[int, list[CountCell]], goes_on_from: Mapping[int, int]
) -> list[list[list[CountCell]]]:
    """The cells of one count, table by table; those that are parts of it together in one group.

    They are where a table goes on from another, or somebody said to add both up over the same
    axis; and only where no two of them stand under the same labels.
    """
    groups: list[tuple[int, list[list[CountCell]]]] = []
    for number, parts in tables.items():
        first = goes_on_from.get(number, number)
        for root, group in groups:
            there = [part for some in group for part in some]
            if (first == root and _apart(there, parts)) or _of_one_axis(there, parts):
                group.append(parts)
                break
        else:
            groups.append((first, [parts]))
    return [group for _, group in groups]


def _of_one_axis(some: list[CountCell], others: list[CountCell]) -> bool:
    """Whether every cell stands under a label of an axis that somebody said to add up over, and
    the labels of that axis are others in the other table."""
    axes = frozenset.intersection(*(_axes(part) for part in (*some, *others)))
    return any(_labels(some, axis).isdisjoint(_labels(others, axis)) for axis in axes)


def _axes(part: CountCell) -> frozenset[str]:
    return frozenset(text.partition(" ")[0] for kind, text in part.identity if kind == ADDED)


def _labels(parts: list[CountCell], axis: str) -> set[str]:
    return {
        text
        for part in parts
        for kind, text in part.identity
        if kind == ADDED and text.partition(" ")[0] == axis
    }


def _apart(some: list[CountCell], others: list[CountCell]) -> bool:
    there = {each.identity for each in some}
    return not any(part.identity in there for part in others)
