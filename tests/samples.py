"""How much of a space an ordinary run tries: a sample of it. make drill tries all of it."""

import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path

import hypothesis
import pytest

TIMES_IN_A_DRILL = 5
ORDINARY = 15  # examples of a property that says nothing else
DRILLED = 125
LONG_TABLE, ONE_CASE_OF = 10, 8
"""Of a test with more cases, make test tries every eighth."""


def is_drill() -> bool:
    return hypothesis.settings.get_current_profile_name() == "drill"


def examples(ordinary: int) -> int:
    """The number of examples that a dear property is tried on."""
    return ordinary * TIMES_IN_A_DRILL if is_drill() else ordinary


def every_third[T](addresses: Iterable[T]) -> Iterator[tuple[T, bool]]:
    """Each of them, and whether its colours are looked at in every scheme: of all in a drill."""
    for number, address in enumerate(addresses):
        yield address, is_drill() or number % 3 == 0


def some[T](things: Iterable[T], step: int = 4) -> list[T]:
    """Every fourth of them in an ordinary run, from the first on; in a drill all."""
    return [*things][:: 1 if is_drill() else step]


def first_of(every: Iterable[int], number: int, also: Iterable[int]) -> list[int]:
    """The first of many seeds in an ordinary run, with others that reach more; in a drill all."""
    seeds = [*every]
    return seeds if is_drill() else [*seeds[:number], *also]


def sampled[T](every: Iterable[T], sample: Iterable[T]) -> list:
    """Parameters of a test: those of the sample in each run, every other one in a drill."""
    every, sample = [*every], [*sample]
    assert all(each in every for each in sample), sample
    drill = pytest.mark.drill
    return [each if each in sample else pytest.param(each, marks=drill) for each in every]


def leave_most_to_a_drill(
    config: pytest.Config, items: Iterable[pytest.Item], room: Path, but: Set[str] = frozenset()
) -> None:
    """Have make test try every eighth case of a long table of a room, from the first on.

    Such a case is one more sentence or sheet that the same rules read. Modules named in `but` stay
    whole. make drill tries all; so does pytest by itself, and SENTENCES=1.
    """
    if is_drill() or not config.getoption("part") or "SENTENCES" in os.environ:
        return
    tables: dict[str, list[pytest.Item]] = {}
    for item in items:
        if item.path.parent == room and item.path.name not in but:
            tables.setdefault(item.nodeid.partition("[")[0], []).append(item)
    for cases in tables.values():
        is_sampled = any(item.get_closest_marker("drill") for item in cases)
        for number, item in enumerate(cases):
            if len(cases) > LONG_TABLE and number % ONE_CASE_OF and not is_sampled:
                item.add_marker("drill")


on_each_screen = pytest.mark.parametrize(
    ("width", "dark"),
    [
        pytest.param(360, True, id="phone, dark"),
        pytest.param(360, False, id="phone, light", marks=pytest.mark.drill),
        pytest.param(1280, True, id="desk, dark", marks=pytest.mark.drill),
        pytest.param(1280, False, id="desk, light", marks=pytest.mark.drill),
    ],
)
"""Every page of staff is looked at on a desk, light and dark: what opens on one, on a phone."""
