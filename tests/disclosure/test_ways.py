"""A way from a table to another leaves every sum as it is; a short one needs no solver."""

from dataclasses import replace
from unittest.mock import patch

import numpy as np
import pytest

from offences.disclosure import CountChange, CountTable, TableCount, disclosed
from offences.disclosure.attacks import searches
from offences.disclosure.linear import Linear, true_table
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


def moves_between(table, hidden):
    """The moves of a table whose hidden cells cost nothing."""
    system, piece, true = widest(table)
    moves = Moves(piece, true, true, true)
    keys = [system.keys[cell] for cell in piece.cells.tolist()]
    moves.price(np.ones(len(keys)), np.array([hidden(key) for key in keys]))
    return keys, piece, true, moves


def test_an_older_number_moves_without_the_newer_one_where_that_hides_less():
    before, after = [[1, 20, 30], [20, 3, 40], [30, 40, 50]], [[9, 20, 30], [20, 3, 40], [30] * 3]
    table = in_two_releases(before, after)
    olds = {(r, c): ("old", r, c) for r in (0, 1) for c in (0, 1)}
    items = table.items | {
        old: TableCount(before[r][c], before[r][c], past=True) for (r, c), old in olds.items()
    }
    changes = tuple(CountChange(old, key) for key, old in olds.items())
    table = replace(table, items=items, changes=changes)
    is_hidden = {*olds.values(), *changes}.__contains__
    keys, piece, true, moves = moves_between(table, is_hidden)
    price, move = moves.cheapest(keys.index(("old", 0, 0)), 2, 0)
    moved = {keys[cell] for cell in move.uses}
    assert price < HIDES_NOTHING_MORE and {*olds.values()} <= moved
    assert not {*olds} & moved  # those that this release may show stay as they are
    assert piece.rows.hold(true + move.change)


@pytest.mark.parametrize("seed", range(4))
def test_the_cheapest_move_through_two_releases_keeps_all_sums_and_limits(seed):
    random = np.random.default_rng(seed)
    before = random.poisson(4, (5, 5))
    after = np.maximum(before + (random.random((5, 5)) < 0.2) * random.integers(-2, 5, (5, 5)), 0)
    table = in_two_releases(before.tolist(), after.tolist())
    small = {key for key, item in table.items.items() if item.must_hide or item.past}
    is_hidden = small.union(table.changes).__contains__
    keys, piece, true, moves = moves_between(table, is_hidden)
    found = [moves.cheapest(c, by, 0) for c in range(len(keys)) for by in (-1, 1, 3)]
    for price, move in filter(None, found):
        hides = [keys[cell] for cell in move.uses if not is_hidden(keys[cell])]
        assert price >= len(hides)
        assert piece.rows.hold(true + move.change)
        assert (true + move.change >= piece.low).all() and (true + move.change <= piece.high).all()
    assert sum(map(bool, found)) > len(found) / 2


def test_that_many_numbers_certainly_did_not_change_takes_few_questions():
    counts = [[int(n) for n in row] for row in np.random.default_rng(5).poisson(4, (9, 9))]
    table = in_two_releases(counts, [*counts[:8], [n + 9 * (n > 4) for n in counts[8]]])
    small = {key for key, item in table.items.items() if item.must_hide or item.past}
    asked = []
    solve = Linear.solve

    def counted(linear, **how):
        asked.append(linear)
        return solve(linear, **how)

    with patch.object(Linear, "solve", counted):
        left = {each.key for each in disclosed(table, small & {*table.items})}
    assert 4 * len(asked) < len(table.changes)
    assert not left & {*table.changes}


@pytest.mark.parametrize("seed", range(6))
def test_a_count_that_no_other_can_move_with_has_no_move(seed):
    small = {key for key, item in random_grid(seed).items.items() if item.must_hide}
    keys, piece, _, moves = moves_between(random_grid(seed), small.__contains__)
    moves.allow_only(np.array([key in small for key in keys]))
    still = [cell for cell in range(len(keys)) if not moves.can_move(cell)]
    assert not any(moves.cheapest(cell, by, 0) for cell in still for by in (-1, 1))
    in_row = [
        [n for n, at in enumerate(piece.rows.rows_of) if row in at and keys[n] in small]
        for row in range(piece.rows.count)
    ]
    assert {own[0] for own in in_row if len(own) == 1} <= {*still}
    assert len(still) < len(keys)
