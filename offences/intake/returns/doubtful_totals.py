"""Totals that no longer hold: with something left out of them, or below a part."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from offences.counts import CellKey
from offences.english import and_list
from offences.intake.returns.cells import Address, CountCell, Obstacle, SortResult
from offences.intake.returns.places import place_key
from offences.intake.returns.typed import OUT
from offences.models import Category
from offences.returns.checks.limits_of_counts import Limits, format_limits, overlap, range_of
from offences.returns.sheet import Observation, Position, ReadTable, parse_address
from offences.statistics import sums
from offences.statistics.notation import Entry, write_entry
from offences.statistics.years import Year
from offences.words.force_questions import force_question

ZERO: Limits = (0, 0)


@dataclass(frozen=True)
class _OpenTotal:
    """A total, and what was left out of the cells that it is the sum of."""

    cell: CountCell
    limits: Limits
    excluded: Limits
    places: tuple[str, ...]  # of what was left out
    is_certain: bool  # the cells add up to it only with what was left out
    is_whole: bool = False  # what was left out is all of its cells

    @property
    def rest(self) -> str:
        """What it is without them, as it would be typed; empty if no number is left.

        Where nothing beside it is kept, what is left is not known, rather than none.
        """
        (low, high), (least, most) = self.limits, self.excluded
        if self.is_whole or high is None or most is None or low < most:
            return ""
        first, last = low - most, high - least
        if first == last:
            return f"{first:,}"
        return write_entry(Entry("suppressed", low=first, high=last))


def totals_with_excluded(
    tables: Sequence[ReadTable], done: SortResult, entries: Mapping[Address, Entry]
) -> Iterator[Obstacle]:
    """One obstacle for each line of totals that includes, or may include, what was left out."""
    in_table: dict[int, dict[str, CountCell]] = defaultdict(dict)
    measures: dict[int, set[int]] = defaultdict(set)
    for cell in done.cells:
        measures[cell.table].add(cell.key[0])
        if cell.cell and (cell.observation.total or cell.category.is_total):
            in_table[cell.table][cell.cell] = cell
    excluded = done.other_counts | done.of_others
    sums_by_table = {
        number: _TableSums(table, excluded, entries)
        for number, table in enumerate(tables)
        if any((table.sheet, each.cell) in excluded for each in table.observations)
    }
    for number, totals in sorted(in_table.items()):
        lines: dict[tuple[object, ...], list[_OpenTotal]] = defaultdict(list)
        for (other, sums_of), cell in product(sums_by_table.items(), totals.values()):
            if other == number:
                for line, found in sums_of.open_totals(cell):
                    lines[(*line, found.is_certain)].append(found)
            elif cell.key[0] in measures[other] and (apart := sums_of.open_other_total(cell)):
                lines["table", other].append(apart)
        yield from map(_obstacle, lines.values())


class _TableSums:
    """The cells of one table by row and column, with what an officer typed for them."""

    def __init__(
        self, table: ReadTable, excluded: Collection[Address], entries: Mapping[Address, Entry]
    ) -> None:
        self.table, self.entries = table, entries
        self.limits: dict[Position, Limits] = {}
        self.excluded: dict[Position, str] = {}
        self.kept: set[Position] = set()
        self.years: dict[Position, str | None] = {}
        self.rows: dict[int, dict[int, Position]] = defaultdict(dict)
        self.columns: dict[int, dict[int, Position]] = defaultdict(dict)
        for each in table.observations:
            if each.cell is None:
                continue
            at = parse_address(each.cell)
            entry = entries.get((table.sheet, each.cell))
            self.limits[at] = _limits(each, entry)
            self.years[at] = each.year
            self.rows[at[0]][at[1]] = self.columns[at[1]][at[0]] = at
            if (table.sheet, each.cell) not in excluded:
                self.kept.add(at)
            elif range_of(each) != ZERO:
                self.excluded[at] = each.cell
                self.limits[at] = range_of(each)

    def open_totals(self, cell: CountCell) -> Iterator[tuple[tuple[str, int], _OpenTotal]]:
        """The total down its column and along its row, where that is open."""
        row, column = parse_address(str(cell.cell))
        rows, columns = self.table.total_rows, self.table.total_columns
        down = row in rows or column not in columns
        if down and (found := self._open(cell, (row, column), rows)):
            yield ("row", row), found
        along = column in columns
        if along and (found := self._open(cell, (row, column), columns, turned=True)):
            yield ("column", column), found

    def open_other_total(self, cell: CountCell) -> _OpenTotal | None:
        """The total of another table, if all cells of its year add up to it, and the rest do not.

        A table that was left out whole says nothing of it.
        """
        if not cell.category.is_total:
            return None
        members = [at for at, year in self.years.items() if self._is_part(at, year, cell)]
        rest = [at for at in members if at not in self.excluded]
        excluded = [at for at in members if at in self.excluded]
        total = _limits(cell.observation, self.entries.get(cell.address))
        is_open = overlap(total, self._sum(members)) and not overlap(total, self._sum(rest))
        if not (rest and excluded and is_open):
            return None
        sheet = "" if self.table.sheet == cell.sheet else f"{self.table.sheet}!"
        places = tuple(f"{sheet}{self.excluded[at]}" for at in excluded)
        return _OpenTotal(cell, total, self._sum(excluded), places, is_certain=True)

    def _is_part(self, at: Position, year: str | None, total: CountCell) -> bool:
        in_totals = at[0] in self.table.total_rows or at[1] in self.table.total_columns
        return year == total.observation.year and not in_totals

    def _open(
        self, cell: CountCell, at: Position, totals: Collection[int], *, turned: bool = False
    ) -> _OpenTotal | None:
        """A total whose line has an excluded cell, where it includes that one or may include it.

        Its cells are those next to it, or all on one side: whichever add up to it say which are in
        it. `turned` reads a row in place of a column.
        """
        total, (line, across) = self.limits[at], (at[1], at[0]) if turned else at
        if total[1] is None:
            return None
        in_line = self.rows[across] if turned else self.columns[across]
        if self.excluded.keys().isdisjoint(in_line.values()):
            return None
        year = self.years[at]
        cells = {
            own: place
            for own, place in in_line.items()
            if own != line and own not in totals and year in (None, self.years[place])
        }
        with_excluded = without_excluded = False
        chosen: list[Position] = []
        for lines in _possible_parts(line, sorted(cells), totals):
            members = [cells[each] for each in lines]
            excluded = [each for each in members if each in self.excluded]
            rest = [each for each in members if each not in self.excluded]
            without_excluded |= bool(rest) and overlap(total, self._sum(rest))
            if excluded and not (with_excluded and chosen):
                chosen = chosen or excluded
                if overlap(total, self._sum(members)):
                    with_excluded, chosen = True, excluded
        certain = with_excluded and not without_excluded
        # Only a stated total may include what its cells do not add up to, and no typed one does.
        may_include = cell.observation.total and cell.address not in self.entries
        if not chosen or not (certain or (may_include and (with_excluded or not without_excluded))):
            return None
        places = tuple(self.excluded[each] for each in chosen)
        is_whole = self.kept.isdisjoint(cells.values())
        return _OpenTotal(cell, total, self._sum(chosen), places, certain, is_whole)

    def _sum(self, cells: Iterable[Position]) -> Limits:
        limits = [self.limits[each] for each in cells]
        highs = [high for _, high in limits if high is not None]
        return sum(low for low, _ in limits), sum(highs) if len(highs) == len(limits) else None


def _possible_parts(line: int, lines: list[int], totals: Collection[int]) -> list[list[int]]:
    """The lines that a total may be the sum of: those next to it, and all on one side of it."""
    before, after = [e for e in lines if e < line], [e for e in lines if e > line]
    last = max((e for e in totals if e < line), default=0)
    following = min((e for e in totals if e > line), default=line + 10**7)
    near = [[e for e in before if e > last], [e for e in after if e < following]]
    return [way for way in (*near, before, after, before + after) if way]


def _limits(seen: Observation, entry: Entry | None) -> Limits:
    if entry is None:
        return range_of(seen)
    found = sums.range_of(entry)
    return (found.low, found.high) if found else (0, None)


def _obstacle(found: Sequence[_OpenTotal]) -> Obstacle:
    """The question about a line of totals, with what can be stored instead of each."""
    first, many = found[0].cell, len(found) > 1
    numbers = and_list([format_limits(each.limits) for each in found])
    excluded = and_list([format_limits(each.excluded) for each in found])
    places = list(dict.fromkeys(place for each in found for place in each.places))
    more = f" and {len(places) - 6} more" if len(places) > 6 else ""
    verb = "include" if many else "includes"
    if not found[0].is_certain:
        verb = "may include"
    rest = [each.rest for each in found]
    options = ["store no totals" if many else "store no total", "or ask the force"]
    if all(rest):
        options.insert(0, f"store {and_list(rest)}")
    cells = [place_key(*each.cell.address) for each in found]
    message = (
        f"The total{'s' if many else ''} of {numbers} {verb} the {excluded} left out "
        f"({', '.join(places[:6])}{more}): {', '.join(options)}."
    )
    keys = tuple(each.cell.key for each in found)
    cells_in_words = and_list([str(each.cell.cell) for each in found])
    question = force_question(
        "totals" if many else "total",
        cells=cells_in_words,
        totals=numbers,
        left=excluded,
        places=f"{and_list(places[:6])}{more}",
    )
    return Obstacle(
        *first.address,
        message,
        count=keys[0],
        also=keys[1:],
        in_words=True,
        instead=tuple(zip(cells, rest, strict=True)),
        question=question,
    )


# A total below one of its parts


@dataclass(frozen=True)
class StatedCount:
    """A count as it would be stored, or as it is stored already (without a cell of this file)."""

    category: Category
    year: int
    entry: Entry
    written: str
    address: Address | None = None
    where: str = ""

    @property
    def key(self) -> CellKey:
        return (self.category.breakdown.measure_id, self.year, self.category.pk)

    def __str__(self) -> str:
        return f"{self.category.name}, {Year(self.year)}"


def totals_below_parts(counts: Iterable[StatedCount]) -> Iterator[Obstacle]:
    """The totals, at least one of them of this file, that are less than a count within them."""
    groups: dict[tuple[int, int], list[StatedCount]] = defaultdict(list)
    for each in counts:
        groups[each.category.breakdown.measure_id, each.year].append(each)
    for group in groups.values():
        for whole in group:
            above = [part for part in group if _is_less(whole, part)]
            of_file = [p for p in above if whole.address or p.address]
            if of_file:
                yield _below(whole, max(of_file, key=lambda p: _number(p)[0]))


def _is_less(whole: StatedCount, part: StatedCount) -> bool:
    if whole.entry.period not in (None, part.entry.period) or not _is_part(part, whole):
        return False
    (_, most), (least, _) = _number(whole), _number(part)
    return most is not None and least > most


def _number(count: StatedCount) -> Limits:
    found = sums.range_of(count.entry)
    return (found.low, found.high) if found else (0, None)


def _is_part(part: StatedCount, whole: StatedCount) -> bool:
    one, all_of = part.category, whole.category
    if one.pk == all_of.pk or (one.is_total and one.breakdown.kind == "total"):
        return False
    if all_of.is_total:
        same = one.breakdown_id == all_of.breakdown_id
        return all_of.breakdown.kind == "total" or (same and not one.is_total)
    return one.breakdown.kind == "crossing" and all_of in one.members.all()


def _below(whole: StatedCount, part: StatedCount) -> Obstacle:
    """The problem at the one that is in the file; a total that is stored already stays."""
    blamed = whole if whole.address else part
    assert blamed.address is not None
    less = f"{whole} is {whole.written} {whole.where}, less than the {part.written} of"
    message = (
        f"{less} {part} {part.where}, which is part of it. Correct one of them, type “{OUT}” for "
        "the one that is not meant, or ask the force."
    )
    question = force_question(
        "below",
        whole=whole.written,
        of_whole=str(whole),
        whole_place=whole.where,
        part=part.written,
        of_part=str(part),
        part_place=part.where,
    )
    return Obstacle(*blamed.address, message, count=blamed.key, question=question)
