"""What the cells of one count come to: one cell as it is, several added up or held side by side.

Within a table the cells of one count that differ in their labels are parts of it (two official
offences of one of our categories, single ages of a band) and are added up, ranges as ranges, where
they are all of it. The same count in another table is the same statement again and has to agree,
unless the tables are parts of one (`joined`), which a person confirms.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from offences.counts import CellKey
from offences.intake.returns.answers import OUT, ReadingAnswers, place_key
from offences.intake.returns.cells import CountCell, Identity, Obstacle
from offences.intake.returns.contents import (
    CellContents,
    UnclearFigure,
    YearContents,
    added,
    contents_of,
    of_one_year,
    what,
)
from offences.intake.returns.joined import joined
from offences.intake.returns.pieces import not_whole
from offences.statistics import sums
from offences.statistics.notation import Entry


@dataclass(frozen=True)
class FileFigure:
    """What a file says of one count, and in which cells."""

    key: CellKey
    entry: Entry
    parts: tuple[CountCell, ...]
    written: str
    made_of: frozenset[Identity] = frozenset()  # under which labels

    @property
    def sheet(self) -> str:
        return self.parts[0].sheet

    @property
    def cells(self) -> str:
        """“F8”, or “F8 + F9” where several were added up."""
        named = list(
            dict.fromkeys(
                part.cell if part.sheet == self.sheet else f"{part.sheet}!{part.cell}"
                for part in self.parts
                if part.cell
            )
        )
        told = " + ".join(named)
        return told if len(told) <= 200 else f"{' + '.join(named[:8])} and {len(named) - 8} more"


def figures_of(
    placed: Iterable[CountCell],
    answers: ReadingAnswers,
    text_at: Callable[[str], str],
    goes_on_from: Mapping[int, int] | None = None,
) -> tuple[dict[CellKey, FileFigure], list[Obstacle]]:
    """The figure of every count, and what stands in the way of the others."""
    together: dict[frozenset[int], Obstacle] = {}
    by_key: dict[CellKey, dict[int, list[CountCell]]] = defaultdict(lambda: defaultdict(list))
    for each in placed:
        if not _is_out(each, answers):
            by_key[each.key][each.table].append(each)
    found: dict[CellKey, FileFigure] = {}
    troubles: list[Obstacle] = []
    for key, tables in by_key.items():
        told: list[FileFigure] = []
        for group in joined(tables, goes_on_from or {}):
            parts = [part for some in group for part in some]
            try:
                figure, doubts = _of_table(key, parts, answers, text_at)
            except UnclearFigure as unclear:
                blamed = unclear.parts or (parts[0],)
                troubles += [Obstacle(p.sheet, p.cell, str(unclear), key=key) for p in blamed]
            else:
                told.append(figure)
                troubles += doubts
                if len(group) > 1:
                    numbers = frozenset(some[0].table for some in group)
                    together.setdefault(numbers, _over_tables(group))
        differing = _differing(told)
        troubles += differing
        # Where two tables say two things, neither is stored while the force is asked.
        if told and not differing:
            found[key] = told[0]
    return found, [*troubles, *together.values()]


def _over_tables(group: list[list[CountCell]]) -> Obstacle:
    """Told once of these tables, by the first count that is in all of them."""
    first = group[0][0]
    named = " and ".join(_named(some[0], first.sheet) for some in group)
    return Obstacle(
        first.sheet,
        None,
        f"{what(first)}, and whatever else stands in more than one of these tables, is added up "
        f"over them: {named}. Say that they are parts of it and nothing is counted twice, or "
        "switch a table off.",
        stops=False,
    )


def _named(part: CountCell, sheet: str) -> str:
    labels = ", ".join(f"“{label.text[:60]}”" for label in part.labels)
    return f"{part.cell if part.sheet == sheet else f'{part.sheet} {part.cell}'} ({labels})"


def _is_out(part: CountCell, answers: ReadingAnswers) -> bool:
    """Somebody typed “out” for this cell: it is not meant."""
    typed = answers.mended.get(place_key(part.sheet, part.cell), "") if part.cell else ""
    return typed.casefold() == OUT


def _differing(told: list[FileFigure]) -> list[Obstacle]:
    """Other tables that say something else of a count; equal sums of other offences agree by chance
    alone."""
    if len(told) < 2:
        return []
    first = told[0]
    whole = [figure for figure in told if not _is_of_pieces(figure)]
    return [
        Obstacle(
            other.sheet,
            other.parts[0].cell,
            f"{what(other.parts[0])} is “{other.written}” here and “{first.written}” in "
            f"{_where(first)}. Switch off the table that is not meant, or ask the force.",
            key=first.key,
        )
        for other in told[1:]
        if other.entry != first.entry or (not whole and other.made_of != first.made_of)
    ]


def _is_of_pieces(figure: FileFigure) -> bool:
    return any(not part.is_whole for part in figure.parts)


def _where(figure: FileFigure) -> str:
    return " ".join(filter(None, [figure.sheet, figure.cells])) or "another table"


def _of_table(
    key: CellKey, parts: list[CountCell], answers: ReadingAnswers, text_at: Callable[[str], str]
) -> tuple[FileFigure, list[Obstacle]]:
    """What the cells of one count in one table come to, and what is to be looked at."""
    groups: dict[Identity, list[CellContents]] = defaultdict(list)
    for part in parts:
        groups[part.identity].append(contents_of(part, answers, text_at))
    doubts: list[Obstacle] = []
    said = [of_one_year(identity, group, doubts) for identity, group in groups.items()]
    said = [each for each in said if not any(_is_sum_of(other, each) for other in said)]
    chosen, entry = _together(said, doubts)
    cells = tuple(cell.part for each in chosen for cell in each.cells)
    written = " + ".join(cell.written for each in chosen for cell in each.cells)[:100]
    return FileFigure(key, entry, cells, written, frozenset(e.identity for e in chosen)), doubts


def _is_sum_of(whole: YearContents, part: YearContents) -> bool:
    """The row’s own total beside the cells of an axis over which somebody said to add up."""
    more = part.identity - whole.identity
    return whole.identity < part.identity and all(name[0] == "+" for name in more)


def _together(said: list[YearContents], doubts: list[Obstacle]) -> tuple[list[YearContents], Entry]:
    whole = [each for each in said if each.first.is_whole]
    pieces = [each for each in said if not each.first.is_whole]
    if not whole:
        if why := not_whole([each.first for each in pieces]):
            raise UnclearFigure(why, pieces[0].first)
        return pieces, added(pieces)
    if not pieces or whole[0].is_total or _agree(whole[0], pieces):
        return whole, whole[0].stored
    first = whole[0].first
    named = ", ".join(f"{each.first.cell} (“{each.first.said}”)" for each in pieces[:3])
    if not all(each.first.was_chosen for each in pieces):
        raise UnclearFigure(
            f"{what(first)} stands whole in {first.cell}, and {named} is a part of it; they do not "
            f"add up to it. Type “{OUT}” for what is not meant, or ask the force.",
            first,
            pieces[0].first,
        )
    doubts.append(
        Obstacle(
            first.sheet,
            first.cell,
            f"{what(first)} is made of {first.cell} and {named}, which was said to be the same. "
            "Say that they are to be added up.",
            stops=False,
            key=first.key,
        )
    )
    return said, added(said)


def _agree(whole: YearContents, pieces: list[YearContents]) -> bool:
    """Whether the parts can add up to what stands whole."""
    try:
        total = added(pieces)
    except UnclearFigure:
        return False
    if not_whole([each.first for each in pieces]) or total.period != whole.months:
        return False
    parts, one = sums.range_of(total), sums.range_of(whole.entry)
    if parts is None or one is None:
        return total == whole.entry
    return (one.is_exact and parts.contains(one.low)) or one == parts
