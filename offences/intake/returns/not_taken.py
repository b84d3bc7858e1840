"""What is not taken from a file: why, which cells, and whether it has to be looked at."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from offences.intake.returns.cells import Address, SortResult
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

    The rows of other forces that we know need no look, nor what an officer has just excluded.
    """
    taken = {cell.address for cell in done.cells}
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
        groups.append(NotTakenCells(why, tuple(places), needs_look=not settled))
    return groups


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
