"""Which forces a sum of an earlier release leaves out: what it shows tells."""

import pytest

from offences.releases.left_out import find_left_out
from offences.statistics.cells import HIDDEN, Range

FORCES = [f"force-{n:02}" for n in range(16)]
NUMBERS = {force: Range.exactly(2**n) for n, force in enumerate(FORCES)}


def shown(out, numbers=NUMBERS):
    return Range.sum(n for force, n in numbers.items() if force not in out)


@pytest.mark.parametrize("out", [FORCES[-5:], FORCES[3:8], FORCES[::4]])
def test_of_many_forces_with_a_newer_round_those_left_out_are_found(out):
    assert find_left_out(len(out), shown(out), NUMBERS, FORCES, ()) == {*out}


def test_many_forces_with_like_numbers_are_not_tried_set_by_set():
    """Of forty forces, eight have a number of their own, and these are the last by name."""
    names = [f"force-{n:02}" for n in range(40)]
    numbers = {name: Range.exactly(10 if n < 32 else 1) for n, name in enumerate(names)}
    assert find_left_out(8, shown(names[32:], numbers), numbers, names, ()) == {*names[32:]}


def test_where_no_forces_add_up_to_a_sum_none_is_said_to_be_left_out():
    assert find_left_out(5, Range.exactly(1), NUMBERS, FORCES, ()) == set()


def test_only_forces_with_a_newer_round_are_left_out():
    out, newer = FORCES[-2:], FORCES[:-1]
    assert find_left_out(2, shown(out), NUMBERS, newer, ()) == set()


def test_of_a_hidden_sum_those_are_taken_that_another_sum_of_the_year_leaves_out():
    before = FORCES[7:9]
    assert find_left_out(2, HIDDEN, NUMBERS, FORCES, before) == {*before}
