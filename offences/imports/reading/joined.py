"""Tables of one file that are parts of one statement, and not two statements of the same."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from offences.imports.reading.placed import ADDED, Placed

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
    tables: Mapping[int, list[Placed]], goes_on_from: Mapping[int, int]
) -> list[list[list[Placed]]]:
    """The cells of one count, table by table; those that are parts of it together in one group.

    They are where a table goes on from another, or somebody said to add both up over the same
    axis; and only where no two of them stand under the same labels.
    """
    groups: list[tuple[int, list[list[Placed]]]] = []
    for number, parts in tables.items():
        first = goes_on_from.get(number, number)
        for root, group in groups:
            if (first == root or _same_axes(group[0], parts)) and _apart(group, parts):
                group.append(parts)
                break
        else:
            groups.append((first, [parts]))
    return [group for _, group in groups]


def _same_axes(some: list[Placed], others: list[Placed]) -> bool:
    axes = [_axes(part) for part in (*some, *others)]
    return bool(axes[0]) and all(each == axes[0] for each in axes)


def _axes(part: Placed) -> frozenset[str]:
    return frozenset(text.partition(" ")[0] for kind, text in part.identity if kind == ADDED)


def _apart(group: list[list[Placed]], parts: list[Placed]) -> bool:
    there = {each.identity for some in group for each in some}
    return not any(part.identity in there for part in parts)
