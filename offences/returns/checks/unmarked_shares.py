"""Tables whose numbers may be shares, though no word or sign calls them so."""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from offences.returns.labels.cell_counts import plain_text
from offences.returns.sheet import Observation, Position, Problem, ReadTable, Table, parse_address

_BASE = re.compile(  # “Base”, “Base (n)”, “Unweighted base:”, of which percentages are
    r"(?:(?:un)?weighted |total )?(?:base|sample size)(?: size| number| count)?"
    r"(?: ?[(\[](?:n|number|all|no\.?)?[)\]]| ?= ?100 ?%?)?",
    re.IGNORECASE,
)
_ALL = 100
_FEWEST = 2  # years, or other lines, that add up to 100: one does by chance
_OF_BASE = (
    "is the name of the number that percentages are of. Are the counts beside it percentages?"
)
_OF_ALL = "The counts of each {} add up to 100. Are they percentages?"


def unmarked_shares(read: ReadTable, table: Table) -> Iterator[Problem]:
    """Ask once about a table with the base of percentages, or of lines that add up to 100."""
    if not any(each.cell for each in read.observations):
        return
    if base := _base_of(table):
        at, text = base
        yield Problem(read.sheet, table.sheet.address(*at), f"“{text[:60]}” {_OF_BASE}", stops=True)
    elif what := _adds_up(read):
        first = next(each.cell for each in read.observations if each.value is not None)
        yield Problem(read.sheet, first, _OF_ALL.format(what), stops=True)


def _base_of(table: Table) -> tuple[Position, str] | None:
    """The first heading or label of a base."""
    cells = ((row, at) for row in (*table.header, *table.body) for at in row.cells)
    return next(
        (
            ((row.number, at), row.cells[at])
            for row, at in cells
            if _BASE.fullmatch(plain_text(row.cells[at]).strip(" :.*"))
        ),
        None,
    )


def _adds_up(read: ReadTable) -> str:
    """Of what every line adds up to 100, or is stated to: years, rows or columns."""
    counts = [each for each in read.observations if each.cell]
    places = {id(each): parse_address(each.cell or "") for each in counts}
    ways: list[tuple[str, list[Hashable]]] = [
        ("year", [each.year for each in counts]),
        ("row", [places[id(each)][0] for each in counts]),
        ("column", [places[id(each)][1] for each in counts]),
    ]
    return next(
        (what for what, lines in ways if _are_all_of_100(zip(lines, counts, strict=True))), ""
    )


def _are_all_of_100(counts: Iterable[tuple[Hashable, Observation]]) -> bool:
    """Whether the parts of each group add up to 100; or its only total is 100, whatever they do."""
    groups: dict[Hashable, list[Observation]] = defaultdict(list)
    for of, each in counts:
        groups[of].append(each)
    if len(groups) < _FEWEST or None in groups:
        return False
    return all(map(_is_of_100, groups.values()))


def _is_of_100(group: list[Observation]) -> bool:
    parts = [each.value for each in group if not each.total]
    if len(parts) < _FEWEST or sum(bool(value) for value in parts) < _FEWEST:
        return False
    if None not in parts:
        return sum(filter(None, parts)) == _ALL
    totals = {each.value for each in group if each.total}
    return totals == {_ALL}
