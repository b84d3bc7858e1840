"""What is not taken from a file: why, which cells, and whether it has to be looked at."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from offences.intake.returns.cells import TOTAL_OVER_YEARS, Address, SortResult
from offences.intake.returns.sorting import BY_OFFICER, EXCLUDED, SWITCHED_OFF
from offences.returns import ReadFile
from offences.returns.sheet import column_letters, parse_address
from offences.words.places import places_in_words


@dataclass(frozen=True)
class NotTakenCells:
    """Cells that are not taken, for one reason."""

    why: str
    cells: tuple[Address, ...]
    texts: tuple[str, ...] = ()  # what is in them, where the reader does not know what they are
    needs_look: bool = True

    @property
    def key(self) -> str:
        """The same cells for the same reason have been seen once."""
        return hashlib.sha256(repr((self.why, self.cells)).encode()).hexdigest()[:16]

    @property
    def ranges(self) -> list[str]:
        """The cells in the file’s order, neighbours as one block: “Data B3:D9”."""
        by_sheet: dict[str, list[str]] = {}
        for sheet, cell in self.cells:
            if cell is not None:
                by_sheet.setdefault(sheet, []).append(cell)
        named = ((name, block) for name in by_sheet for block in blocks(by_sheet[name]))
        return [places_in_words(f"{name} {block}".strip()) for name, block in named]


def not_taken(
    read: ReadFile, done: SortResult, of_known_forces: Collection[str]
) -> list[NotTakenCells]:
    """Everything that is not taken: by the reader, and of what it read.

    The rows of other forces that we know need no look, nor what an officer has just excluded, nor
    a total over the years that is the sum of what was read of them, nor the sexes, ages and
    platforms beside a total of them that is taken; those of an offence of which no count is do.
    """
    taken = {cell.address for cell in done.cells}
    parts = _parts_of_totals(read, done)
    found: dict[str, list[tuple[Address, str, bool]]] = {}
    for each in read.not_taken:
        if (each.sheet, each.cell) not in taken:
            place = ((each.sheet, each.cell), each.text, each.stops)
            found.setdefault(each.why, []).append(place)
    groups = []
    for why, some in found.items():
        cells, texts, stops = zip(*some, strict=True)
        groups.append(NotTakenCells(why, cells, texts, any(stops)))
    for why, places in done.ignored.items():
        settled = why in of_known_forces or why in (SWITCHED_OFF, BY_OFFICER)
        settled = settled or why.endswith(f", {EXCLUDED}")
        sums = _sums_of_years(read) & {*places} if why == TOTAL_OVER_YEARS else set()
        sums |= parts & {*places}
        others = tuple(each for each in places if each not in sums)
        groups += [NotTakenCells(why, others, needs_look=not settled)] if others else []
        groups += [NotTakenCells(why, tuple(sorted(sums, key=str)), needs_look=False)] * bool(sums)
    return groups


def _sums_of_years(read: ReadFile) -> set[Address]:
    """The totals over years that are the sum of all counts of years in their row or column."""
    found: set[Address] = set()
    for table in read.tables:
        lines: dict[tuple[str, int], list[int | None]] = {}
        totals: list[tuple[str, int]] = []
        for each in table.observations:
            if each.cell and each.year:
                row, column = parse_address(each.cell)
                lines.setdefault(("row", row), []).append(each.value)
                lines.setdefault(("column", column), []).append(each.value)
            elif each.cell and each.total and each.value is not None:
                totals.append((each.cell, each.value))
        for cell, value in totals:
            row, column = parse_address(cell)
            for parts in (lines.get(("row", row), []), lines.get(("column", column), [])):
                known = [part for part in parts if part is not None]
                if len(known) == len(parts) > 1 and sum(known) == value:
                    found.add((table.sheet, cell))
    return found


def _parts_of_totals(read: ReadFile, done: SortResult) -> set[Address]:
    """The parts by sex, age or platform in a row or column in which a total of them is taken."""
    of_totals = (c for c in done.cells if c.cell and c.observation.total)
    totals = {(c.sheet, *parse_address(str(c.cell))) for c in of_totals}
    rows = {(sheet, row) for sheet, row, _ in totals}
    columns = {(sheet, column) for sheet, _, column in totals}
    placed = [(sheet, cell, *parse_address(cell)) for sheet, cell in done.of_axes if cell]
    lost = _of_offences_without_count(read, done)
    found = {(s, c) for s, c, row, _ in placed if (s, row) in rows}
    return found | {(s, c) for s, c, _, at in placed if (s, at) in columns and (s, c) not in lost}


def _of_offences_without_count(read: ReadFile, done: SortResult) -> set[Address]:
    """The cells of an offence and a year of which no count is taken."""
    counts = (cell.observation for cell in done.cells if cell.observation.marker != "blank")
    taken = {(each.year, each.labels.get("offence")) for each in counts}
    every = ((table.sheet, each) for table in read.tables for each in table.observations)
    return {
        (sheet, each.cell)
        for sheet, each in every
        if "offence" in each.labels and (each.year, each.labels["offence"]) not in taken
    }


def blocks(cells: Iterable[str]) -> Iterator[str]:
    """Cells of one sheet as blocks: B3, B4, C3 and C4 are B3:C4."""
    runs: list[tuple[int, int, int, int]] = []  # top, left, bottom, right
    names = dict.fromkeys(cells)
    in_page = any(re.fullmatch(r"R-?\d+C\d+", name) for name in names)
    for row, column in sorted(map(parse_address, names)):
        if runs and runs[-1][2] == row and runs[-1][3] == column - 1:
            runs[-1] = (*runs[-1][:3], column)
        else:
            runs.append((row, column, row, column))
    merged: dict[tuple[int, int], tuple[int, int, int, int]] = {}
    done: list[tuple[int, int, int, int]] = []
    for top, left, bottom, right in runs:
        above = merged.pop((left, right), None)
        if above and above[2] == top - 1:
            merged[left, right] = (above[0], left, bottom, right)
            continue
        done += [above] if above else []
        merged[left, right] = (top, left, bottom, right)
    for top, left, bottom, right in sorted([*done, *merged.values()]):
        ends = dict.fromkeys([(top, left), (bottom, right)])
        yield ":".join(f"R{r}C{c}" if in_page else f"{column_letters(c)}{r}" for r, c in ends)
