"""How much of a space an ordinary run tries: a sample of it. make drill tries all of it."""

from collections.abc import Iterable, Iterator

import hypothesis
import pytest

TIMES_IN_A_DRILL = 5
ORDINARY = 15  # examples of a property that says nothing else
DRILLED = 125


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


def sampled[T](every: Iterable[T], sample: Iterable[T]) -> list:
    """Parameters of a test: those of the sample in each run, every other one in a drill."""
    every, sample = [*every], [*sample]
    assert all(each in every for each in sample), sample
    drill = pytest.mark.drill
    return [each if each in sample else pytest.param(each, marks=drill) for each in every]


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
