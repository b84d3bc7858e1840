"""Steps: counts that have to change together, as one number that says by how much they do.

A number that several releases hide changes in all of them, and what it changed by stays. The sum of
a nation changes with its only force. Each other change is a few such steps, so that they are much
fewer than the cells and the rows that they are made of.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

import numpy as np

from offences.disclosure.system import Floats, Ints, SumRows, sparser

type Signs = dict[int, int]
"""Cells, or steps, each with how often it is in something."""


@dataclass(frozen=True)
class Steps:
    """The ways to change a table, as steps that can be added up.

    An entry is (at_step, at_cell, sign): how the step changes the cell.
    """

    count: int
    at_step: Ints
    at_cell: Ints
    sign: Ints
    rows: SumRows  # of steps: what changes of the table fit

    @classmethod
    def single(cls, rows: SumRows, table: Floats) -> Steps:
        """Each cell is a step."""
        cells, short = np.arange(rows.cells), rows.sparse or rows
        return cls(rows.cells, cells, cells, np.ones(rows.cells, int), short.less(table))

    @classmethod
    def joined(cls, rows: SumRows, table: Floats) -> Steps:
        """Each cell that is counted is one with its later versions, and with its equals."""
        in_row: list[list[tuple[int, int]]] = [[] for _ in range(rows.count)]
        at: list[list[tuple[int, int]]] = [[] for _ in range(rows.cells)]
        triples = zip(rows.at_row.tolist(), rows.at_cell.tolist(), rows.sign.tolist(), strict=True)
        for row, cell, sign in triples:
            in_row[row].append((cell, int(sign)))
            at[cell].append((row, int(sign)))
        versions = _versions([in_row[row] for row in np.flatnonzero(rows.compares).tolist()])
        moved = _with_later(rows.cells, *versions)
        less = rows.less(table)
        signs_of = _signs(rows, at, moved)
        _join(less, moved, signs_of)
        left = [step for step, cells in enumerate(moved) if cells]
        number = {step: n for n, step in enumerate(left)}
        entries = [(n, cell, s) for step, n in number.items() for cell, s in moved[step].items()]
        at_step, at_cell, sign = np.array(entries, int).reshape(-1, 3).T
        in_rows = sorted(
            (row, number[step], sign) for row, of in signs_of.items() for step, sign in of.items()
        )
        return cls(len(left), at_step, at_cell, sign, _rows(less, in_rows, len(left)))

    def among(self, cells: Ints) -> Steps:
        """The steps that move none but these cells, which are then numbered in this order."""
        inside = np.isin(self.at_cell, cells)
        here = np.ones(self.count, dtype=bool)
        here[self.at_step[~inside]] = False
        number, own = np.cumsum(here) - 1, here[self.at_step]
        rows, in_rows = self.rows, here[self.rows.at_cell]
        return Steps(
            int(here.sum()),
            number[self.at_step[own]],
            np.searchsorted(cells, self.at_cell[own]),
            self.sign[own],
            replace(
                rows,
                cells=int(here.sum()),
                at_row=rows.at_row[in_rows],
                at_cell=number[rows.at_cell[in_rows]],
                sign=rows.sign[in_rows],
            ),
        )


def _versions(rows: list[list[tuple[int, int]]]) -> tuple[dict[int, list[int]], dict[int, Signs]]:
    """Each counted cell with those that follow on it, and with the changes that are of it."""
    pairs, compared = defaultdict[int, list[int]](list), defaultdict[int, Signs](dict)
    for row in rows:
        change = max(cell for cell, _ in row)
        after = next((cell for cell, sign in row if sign > 0), None)
        before = next((cell for cell, sign in row if sign < 0 and cell != change), None)
        if after is not None and before is not None:
            pairs[after].append(before)
        for cell, sign in ((before, -1), (after, 1)):
            if cell is not None:
                compared[cell][change] = sign
    follows = defaultdict[int, list[int]](list)
    for after, befores in pairs.items():
        follows[max((len(pairs.get(b, ())), b) for b in befores)[1]].append(after)
    return follows, compared


def _with_later(
    cells: int, follows: dict[int, list[int]], compared: dict[int, Signs]
) -> list[Signs]:
    """Each cell with its later versions and what these differ by; nothing for a change."""
    changes = {change for of in compared.values() for change in of}
    found = []
    for cell in range(cells):
        moved, waiting = defaultdict[int, int](int), [] if cell in changes else [cell]
        while waiting:
            one = waiting.pop()
            moved[one] += 1
            waiting += follows.get(one, ())
            for change, sign in compared.get(one, {}).items():
                moved[change] += sign
        found.append({each: sign for each, sign in moved.items() if sign})
    return found


def _signs(rows: SumRows, at: list[list[tuple[int, int]]], steps: list[Signs]) -> dict[int, Signs]:
    """Each row with the steps that change it."""
    plain = (~rows.compares & ~rows.follows).tolist()
    found = defaultdict[int, Signs](dict)
    for step, moved in enumerate(steps):
        for cell, sign in moved.items():
            for row, own in at[cell]:
                if plain[row]:
                    found[row][step] = found[row].get(step, 0) + sign * own
    return {row: {s: sign for s, sign in of.items() if sign} for row, of in found.items()}


def _join(rows: SumRows, steps: list[Signs], signs_of: dict[int, Signs]) -> None:
    """Make one of two steps that a row lets be taken only together: the sum of one force, say."""
    rows_of = defaultdict[int, set[int]](set)
    for row, of in signs_of.items():
        for step in of:
            rows_of[step].add(row)
    exact = (rows.lows == rows.highs).tolist()
    waiting = sorted(signs_of)
    while waiting:
        row = waiting.pop()
        if not exact[row] or sorted(map(abs, signs_of[row].values())) != [1, 1]:
            continue
        (one, own), (other, others) = sorted(signs_of[row].items())
        sign = -own * others
        moved = steps[one]
        for cell, times in steps[other].items():
            moved[cell] = moved.get(cell, 0) + sign * times
        steps[one] = {cell: times for cell, times in moved.items() if times}
        steps[other] = {}
        for changed in rows_of.pop(other):
            of = signs_of[changed]
            of[one] = of.get(one, 0) + sign * of.pop(other)
            if of[one]:
                rows_of[one].add(changed)
            else:
                del of[one]
                rows_of[one].discard(changed)
            waiting.append(changed)


def _rows(rows: SumRows, entries: list[tuple[int, int, int]], steps: int) -> SumRows:
    """The rows of these entries in fewer, but for those that take a step several times."""
    several = {row for row, _, sign in entries if abs(sign) > 1}
    plain = [each for each in entries if each[0] not in several]
    at_row, at_step, sign = np.array(plain, int).reshape(-1, 3).T
    none = np.zeros(rows.count, dtype=bool)
    of_steps = SumRows(
        steps, at_row, at_step, sign.astype(float), rows.lows, rows.highs, none, none
    )
    short = sparser(of_steps)
    if not several:
        return short
    number = {row: n for n, row in enumerate(sorted(several), start=short.count)}
    others = [(number[row], step, sign) for row, step, sign in entries if row in several]
    at_row, at_step, sign = np.array(others, int).T
    none, own = np.zeros(short.count + len(number), dtype=bool), list(number)
    return SumRows(
        cells=steps,
        at_row=np.concatenate([short.at_row, at_row]),
        at_cell=np.concatenate([short.at_cell, at_step]),
        sign=np.concatenate([short.sign, sign]),
        lows=np.concatenate([short.lows, rows.lows[own]]),
        highs=np.concatenate([short.highs, rows.highs[own]]),
        follows=none,
        compares=none,
    )
