"""Short ways from a table to others: circles of cells, found without a solver.

A cell that rises leaves the sums that it is in too high. Another cell of the same sum falls, which
leaves its other sum too low, and so on until the circle closes. Most cells are safe by circles of
four. What is found is held against all rows; what is not found may exist nevertheless.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from offences.disclosure.joint_steps import Steps
from offences.disclosure.moves import Move
from offences.disclosure.system import Component, Flags, Floats

type State = int
"""Twice the row, and one more if its sum is too high, not too low."""

type Taken = tuple[int, int]
"""A step, and whether it is taken upwards (1) or downwards (-1)."""

type Came = dict[State, tuple[State, int, int] | None]
"""From where, and by what step, each state was reached."""

type Room = tuple[list[float], list[float], list[float]]
"""How often each step can be taken: downwards first, upwards last."""

type Possible = dict[State, list[tuple[int, int, State]]]
"""The steps with room from the states that were reached: step, direction and the next state."""

type Ends = list[tuple[int, int]]
"""The rows that a step changes, each with the sign of the change."""


class Ways:
    """The ways of a piece whose cells that may move are named by `allow`.

    A step is of one cell, with the same cell in later releases: two releases that hide a number and
    what it changed by are then no more of a circle than one.
    """

    def __init__(self, piece: Component, table: Floats) -> None:
        self.rows, self.table = piece.rows, table
        self.low, self.high = piece.low, piece.high
        rows = self.rows
        self.at: list[list[tuple[int, int]]] = [[] for _ in range(rows.cells)]
        triples = zip(rows.at_row.tolist(), rows.at_cell.tolist(), rows.sign.tolist(), strict=True)
        for row, cell, sign in triples:
            self.at[cell].append((row, int(sign)))
        less = rows.less(table)
        self.less, self.more = less.lows.tolist(), less.highs.tolist()
        self.joined = joined = Steps.joined(rows, table)
        self.steps: list[dict[int, int]] = [{} for _ in range(joined.count)]
        self.steps_of = defaultdict[int, list[tuple[int, int]]](list)
        entries = joined.at_step.tolist(), joined.at_cell.tolist(), joined.sign.tolist()
        for step, cell, sign in zip(*entries, strict=True):
            self.steps[step][cell] = sign
            self.steps_of[cell].append((step, sign))
        self.off_of: dict[int, list[tuple[int, int]]] = {}
        self.ends, self.from_state = self._graph()
        self.finds_all = self._is_network()
        none = np.zeros(0)
        self.cell_room = none, none  # how far each cell may rise, and fall

    def allow(self, cells: Flags, low: Floats, high: Floats) -> None:
        """Only these cells may move, and only within these limits."""
        up = np.where(cells, np.minimum(high, self.high) - self.table, 0)
        down = np.where(cells, self.table - np.maximum(low, self.low), 0)
        if np.array_equal(up, self.cell_room[0]) and np.array_equal(down, self.cell_room[1]):
            return
        self.cell_room = up, down
        both = np.stack([np.concatenate([up, down]), np.concatenate([down, up])])
        room: Floats = np.full((2, len(self.steps) + 1), np.inf)
        of_entry = self.joined.at_cell + np.where(self.joined.sign > 0, 0, len(up))
        for direction in (0, 1):
            np.minimum.at(room[direction], self.joined.at_step, both[direction][of_entry])
        self.room: Room = room[1].tolist(), [], room[0].tolist()
        self.possible: Possible = {}

    def find(self, cell: int, by: int) -> Move | None:
        """A way that moves the cell by so many."""
        banned = {step for step, _ in self.steps_of[cell]}
        for step, sign in self.steps_of[cell]:
            direction = sign if by > 0 else -sign
            if len(self.ends[step]) <= 2 and self.room[1 + direction][step] >= abs(by):
                taken = self._taken(step, direction, abs(by), banned)
                if taken and (move := self._move(taken, cell, by)):
                    return move
        return None

    def _taken(
        self, first: int, direction: int, by: int, banned: set[int]
    ) -> dict[int, int] | None:
        """The steps of a way, and how often each is taken, upwards or downwards."""
        taken = defaultdict[int, int](int, {first: direction * by})
        if not self.ends[first]:
            return taken
        room, possible, left = self.room, self.possible, by
        while left > 0:
            path = self._path(first, direction, banned, room, possible)
            if path is None:
                return None
            size = int(min([left, *[room[1 + d][step] for step, d in path]]))
            if size < left and room is self.room:
                room, possible = (list(room[0]), [], list(room[2])), possible.copy()
            for step, d in path:
                taken[step] += d * size
                if size < left:
                    room[1 + d][step] -= size
                    room[1 - d][step] += size
                    for row, _ in self.ends[step]:
                        possible.pop(2 * row, None)
                        possible.pop(2 * row + 1, None)
            left -= size
        return taken

    def _graph(self) -> tuple[list[Ends], list[list[tuple[int, int, State]]]]:
        """Each step with the rows it changes; from each state, the steps to others."""
        short = self.joined.rows
        strange = set(short.at_cell[np.abs(short.sign) > 1].tolist())
        open_end = short.count
        ends: list[Ends] = [[] for _ in self.steps]
        for row, step, own in zip(
            short.at_row.tolist(), short.at_cell.tolist(), short.sign.tolist(), strict=True
        ):
            ends[step].append((row, int(own)))
        for step, of in enumerate(ends):
            if len(of) == 1:
                of.append((open_end, 1))
            if step in strange:
                of += [(open_end, 1)] * 3  # no step of a way
        pairs = [(step, of) for step, of in enumerate(ends) if len(of) == 2]
        ends.append([])  # what a row that has room takes
        slack = np.flatnonzero(short.lows < short.highs).tolist()
        pairs += [(len(self.steps), [(row, 1), (open_end, 1)]) for row in slack]
        from_state: list[list[tuple[int, int, State]]] = [[] for _ in range(2 * open_end + 2)]
        for step, (one, other) in pairs:
            for (row, own), (new, sign) in ((one, other), (other, one)):
                for excess in (1, -1):
                    direction = -excess * own
                    left = (1, -1) if new == open_end else (direction * sign,)
                    from_state[_state(row, excess)] += [
                        (step, 1 + direction, _state(new, each)) for each in left
                    ]
        return ends, from_state

    def _is_network(self) -> bool:
        """Whether `find` finds a way wherever there is one: then the steps are flows.

        That is so if each step leads from one row to another, and rows can be told apart so that
        what a step takes from one it gives to the other. A step through an end that is open gives
        or takes as it likes.
        """
        exact = bool(np.all(self.rows.lows == self.rows.highs))
        if not exact or self.rows.compares.any() or any(len(of) > 2 for of in self.ends):
            return False
        open_end = len(self.from_state) // 2 - 1
        beside = defaultdict[int, list[tuple[int, int]]](list)
        for of in self.ends:
            rows = [row for row, _ in of]
            if of and open_end not in rows:
                same = -of[0][1] * of[1][1]
                beside[rows[0]].append((rows[1], same))
                beside[rows[1]].append((rows[0], same))
        side, waiting = dict[int, int](), list[int]()
        for first in beside:
            if first not in side:
                side[first] = 1
                waiting.append(first)
            while waiting:
                row = waiting.pop()
                for other, same in beside[row]:
                    if other not in side:
                        side[other] = same * side[row]
                        waiting.append(other)
                    elif side[other] != same * side[row]:
                        return False
        return True

    def _path(
        self, first: int, direction: int, banned: set[int], room: Room, possible: Possible
    ) -> list[Taken] | None:
        """The fewest further steps that balance all rows again, looked for from both sides."""
        (row, sign), (last, last_sign) = self.ends[first]
        here, there = _state(row, direction * sign), _state(last, direction * last_sign)
        ends: tuple[Came, Came] = ({here: None}, {there: None})
        if last == len(self.from_state) // 2 - 1:
            ends[1][there ^ 1] = None
        edges = list(ends[0]), list(ends[1])
        while edges[0] and edges[1]:
            side = len(edges[0]) > len(edges[1])
            came, met, beyond = ends[side], ends[not side], []
            for state in edges[side]:
                steps = possible.get(state)
                if steps is None:
                    steps = [each for each in self.from_state[state] if room[each[1]][each[0]] >= 1]
                    possible[state] = steps
                for step, index, new in steps:
                    if new in came or step in banned:
                        continue
                    came[new] = state, step, index
                    if new ^ 1 in met:
                        return [*_back(came, new), *_back(met, new ^ 1)]
                    beyond.append(new)
            edges[side][:] = beyond
        return None

    def _move(self, taken: dict[int, int], target: int, by: int) -> Move | None:
        """The move these steps make, held against the rows and limits."""
        change, off = defaultdict[int, int](int), defaultdict[int, int](int)
        for step, times in taken.items():
            if step < len(self.steps):
                for cell, sign in self.steps[step].items():
                    change[cell] += times * sign
                for row, sign in self._off(step):
                    off[row] += times * sign
        up, down = self.cell_room
        if change[target] != by:
            return None
        for cell, more in change.items():
            if not -down[cell] <= more <= up[cell]:
                return None
        for row, more in off.items():
            if more and not self.less[row] <= more <= self.more[row]:
                return None
        moved = {cell: more for cell, more in change.items() if more}
        values = np.zeros(len(self.table))
        values[list(moved)] = list(moved.values())
        return Move(values, frozenset(moved))

    def _off(self, step: int) -> list[tuple[int, int]]:
        """The rows that a step puts off, and by how much: not those in which its cells balance."""
        if step not in self.off_of:
            off = defaultdict[int, int](int)
            for cell, sign in self.steps[step].items():
                for row, own in self.at[cell]:
                    off[row] += sign * own
            self.off_of[step] = [(row, more) for row, more in off.items() if more]
        return self.off_of[step]


def _state(row: int, excess: int) -> State:
    return 2 * row + (excess > 0)


def _back(came: Came, state: State) -> list[Taken]:
    found = []
    while before := came[state]:
        state, step, index = before
        found.append((step, index - 1))
    return found
