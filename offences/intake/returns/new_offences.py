"""Rises that an offence which is new explains: its own, and those of totals that it is in."""

import re
from collections.abc import Iterable, Iterator, Mapping

from offences.intake.returns.cells import CountCell, Obstacle, SortResult
from offences.intake.returns.labels import LabelResolver
from offences.intake.returns.problems import is_change
from offences.returns.checks.conflicts import is_jump
from offences.returns.sheet import parse_address
from offences.statistics.years import Year

_NUMBERS = re.compile(r"([\d,]+) in \S+ (?:is|comes) .*?\bthe ([\d,]+) of ")


def without_rises(
    obstacles: Iterable[Obstacle], done: SortResult, meanings: Mapping[int, LabelResolver]
) -> Iterator[Obstacle]:
    """Problems but for the rises since a year in which an offence did not exist.

    So it is with the total of a table where the rest of it changed no more than others may.
    """
    cells = {cell.address: cell for cell in done.cells if cell.cell}
    new = [cell for cell in cells.values() if _is_new(cell, meanings[cell.key[0]])]
    for each in obstacles:
        cell = cells.get((each.sheet, each.cell)) if new and is_change(each.message) else None
        if cell is None or not (cell in new or _is_by_new(each.message, cell, new, done)):
            yield each


def _is_new(cell: CountCell, meanings: LabelResolver) -> bool:
    """Whether a count is of an offence that was none yet in the year before."""
    begins = (meanings.begins(label.meaning) for label in cell.labels)
    before = Year(cell.key[1]).previous.ends_on
    return any(first and first > before for first in begins)


def _is_by_new(message: str, total: CountCell, new: list[CountCell], done: SortResult) -> bool:
    """Whether a total is no more out of the way without the new offences in its line."""
    found = _NUMBERS.match(message)
    own = [each for each in new if total.observation.total and _is_in_line(each, total)]
    if not found or not own or any(each.observation.value is None for each in own):
        return False
    after, before = (int(text.replace(",", "")) for text in found.groups())
    names = {each.identity for each in own}
    of_year = (c for c in done.cells if c.key[1] == total.key[1] - 1 and c.table == total.table)
    earlier = sum(each.observation.value or 0 for each in of_year if each.identity in names)
    rest = after - sum(each.observation.value or 0 for each in own)
    return not is_jump(before - earlier, rest)


def _is_in_line(part: CountCell, total: CountCell) -> bool:
    """Whether two counts of one year and table are in one row or column."""
    one, other = (parse_address(str(each.cell)) for each in (part, total))
    same = (part.table, part.key[:2]) == (total.table, total.key[:2])
    return same and (one[0] == other[0] or one[1] == other[1])
