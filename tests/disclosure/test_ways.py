"""A short way from a table to another leaves every sum as it is, and is found without a solver."""

from dataclasses import replace

import numpy as np
import pytest

from offences.disclosure import CountChange, CountTable, TableCount
from offences.disclosure.attacks import searches
from offences.disclosure.linear import true_table
from offences.disclosure.moves import HIDES_NOTHING_MORE, Moves
from offences.disclosure.system import System
from offences.disclosure.ways import Ways
from tests.disclosure.worlds import grid


def random_grid(seed, height=6, width=6):
    random = np.random.default_rng(seed)
    return grid(random.poisson(4, (height, width)).tolist())


def widest(table):
    """The largest piece while all is hidden that may be, and its numbers."""
    system = System(table)
    true = true_table(system)
    found = searches(system, ~system.must_show, true)
    piece = max((piece for piece, _ in found), key=lambda piece: len(piece.cells))
    return system, piece, true[piece.cells]


def ways_of(table, hidden):
    system, piece, true = widest(table)
    allowed = np.array([hidden(system.keys[cell]) for cell in piece.cells.tolist()])
    ways = Ways(piece, true)
    ways.allow(allowed, piece.low, piece.high)
    return system, piece, true, allowed, ways


@pytest.mark.parametrize("seed", range(6))
def test_a_way_moves_only_hidden_counts_and_keeps_every_sum(seed):
    table = random_grid(seed)
    small = {key for key, item in table.items.items() if item.must_hide}
    _, piece, true, allowed, ways = ways_of(table, small.__contains__)
    for cell in range(len(true)):
        for by in (-3, -1, 1, 4):
            if way := ways.find(cell, by):
                assert way.change[cell] == by
                assert way.uses == set(np.flatnonzero(way.change).tolist())
                assert allowed[list(way.uses)].all()
                assert (true + way.change >= 0).all()
                assert piece.rows.hold(true + way.change)


@pytest.mark.parametrize("seed", range(6))
def test_in_rows_and_columns_a_way_is_found_wherever_a_solver_finds_one(seed):
    table = random_grid(seed)
    small = {key for key, item in table.items.items() if item.must_hide}
    _, piece, true, allowed, ways = ways_of(table, small.__contains__)
    assert ways.finds_all
    moves = Moves(piece, true, true, true)
    moves.allow(allowed)
    moves.price(np.ones(len(true)), allowed)
    for cell in np.flatnonzero(allowed).tolist():
        for by in (-2, 1, 3):
            found = moves.cheapest(cell, by, 0)
            is_way = found is not None and found[0] < HIDES_NOTHING_MORE
            assert (ways.find(cell, by) is not None) == is_way


def in_two_releases(before, after):
    """Two tables of the same cells, and what each hidden count changed by."""
    old, new = grid(before), grid(after)
    past = {("old", *key): item for key, item in old.items.items()}
    past = {
        k: TableCount(i.low, i.high, past=i.must_hide, must_show=not i.must_hide)
        for k, i in past.items()
    }
    sums = [
        replace(s, whole=("old", *s.whole), parts=tuple(("old", *part) for part in s.parts))
        for s in old.sums
    ]
    changes = [
        CountChange(("old", *key), key)
        for key, item in new.items.items()
        if item.must_hide and past["old", *key].past
    ]
    return CountTable({**new.items, **past}, (*new.sums, *sums), (), tuple(changes))


def test_a_number_hidden_in_two_releases_moves_in_both_and_its_change_stays():
    before = [[1, 2, 3], [3, 1, 2], [2, 3, 1]]
    table = in_two_releases(before, [[1, 2, 3], [3, 1, 2], [2, 4, 0]])
    system, piece, true, _, ways = ways_of(table, lambda key: True)
    assert not ways.finds_all  # a way that moves one of the two alone is no flow
    cell = piece.cells.tolist().index(system.number["old", 0, 0])
    way = ways.find(cell, 2)
    assert piece.rows.hold(true + way.change)
    moved = {system.keys[piece.cells[at]] for at in way.uses}
    assert {("old", 0, 0), (0, 0)} <= moved
    assert not any(isinstance(key, CountChange) for key in moved)
