"""The figures that cells add up to, and whether the tables of a file agree.

Within a table the cells of one count that differ in their labels are parts of it and are added up,
if they are all of it. The same count in another table is the same statement again and has to agree,
unless the tables are parts of one (`joined`), which a person confirms.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from offences.counts import CellKey
from offences.intake.returns import contents
from offences.intake.returns.answers import ReadingAnswers, count_key
from offences.intake.returns.cells import ADDED_UP, CountCell, Identity, Obstacle
from offences.intake.returns.contents import CellContents, YearContents
from offences.intake.returns.typed import OUT, read_typed
from offences.intake.returns.unclear_figures import UnclearFigure, UnclearMonths
from offences.returns.labels.label_words import is_total
from offences.returns.sheet import ReadTable
from offences.statistics import sums
from offences.statistics.notation import Entry, NotACount
from offences.statistics.years import Year

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


@dataclass(frozen=True)
class FileFigure:
    """A file's figure for one count, and its cells."""

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
        """The cells that the figure was read from: “F8”, or “F8 + F9” if several were added up."""
        cells = ((p.sheet, p.cell) for p in self.parts if p.cell)
        named = [c if s == self.sheet else f"{s}!{c}" for s, c in dict.fromkeys(cells)]
        text = " + ".join(named)
        return text if len(text) <= 200 else f"{' + '.join(named[:8])} and {len(named) - 8} more"

    @property
    def where(self) -> str:
        return " ".join(filter(None, [self.sheet, self.cells])) or "another table"

    @property
    def is_of_parts(self) -> bool:
        return any(not part.is_whole for part in self.parts)


def figures_of(
    cells: Iterable[CountCell],
    answers: ReadingAnswers,
    text_at: Callable[[str], str],
    continues: Mapping[int, int] | None = None,
) -> tuple[dict[CellKey, FileFigure], list[Obstacle]]:
    """The figure of every count, and what is wrong with the others."""
    joins: dict[frozenset[int], Obstacle] = {}
    by_key: dict[CellKey, dict[int, list[CountCell]]] = defaultdict(lambda: defaultdict(list))
    for each in cells:
        by_key[each.key][each.table].append(each)
    found: dict[CellKey, FileFigure] = {}
    obstacles: list[Obstacle] = []
    unclear_months: dict[object, list[UnclearMonths]] = defaultdict(list)
    for key, tables in by_key.items():
        figures: list[FileFigure] = []
        for group in joined(tables, continues or {}):
            parts = [part for some in group for part in some]
            try:
                figure, warnings = _figure(key, parts, answers, text_at)
            except UnclearMonths as unclear:
                unclear_months[unclear.kind].append(unclear)
            except UnclearFigure as unclear:
                blamed = unclear.cells or (parts[0],)
                obstacles += [Obstacle(*cell.address, str(unclear), count=key) for cell in blamed]
            else:
                figures.append(figure)
                obstacles += warnings
                if len(group) > 1:
                    numbers = frozenset(some[0].table for some in group)
                    joins.setdefault(numbers, _join_warning(group))
        differing = _differing(figures)
        obstacles += differing
        # If two tables differ, neither figure is stored while the force is asked.
        if figures and not differing:
            found[key] = figures[0]
    obstacles += map(UnclearMonths.of_all, unclear_months.values())
    return found, [*obstacles, *joins.values()]


def put_typed_counts(
    found: dict[CellKey, FileFigure],
    obstacles: list[Obstacle],
    cells: Sequence[CountCell],
    answers: ReadingAnswers,
) -> list[Obstacle]:
    """Put what an officer typed for whole counts, whatever their cells say; the other obstacles."""
    by_key: dict[str, list[CountCell]] = defaultdict(list)
    for cell in cells:
        by_key[count_key(cell.key)].append(cell)
    settled = set()
    for name, typed in answers.counts.items():
        if not (parts := by_key.get(name)):
            continue
        key = parts[0].key
        if typed.casefold() == OUT:
            found.pop(key, None)
        else:
            try:
                entry = read_typed(typed, Year(key[1]))
            except NotACount as mistake:
                obstacles.append(Obstacle(*parts[0].address, str(mistake), count=key))
                continue
            assert entry is not None  # an empty answer is not stored
            written = found[key].written if key in found else ""
            found[key] = FileFigure(key, entry, tuple(parts), written)
        settled.add(key)
    return [
        replace(each, count=open_counts[0], also=open_counts[1:]) if open_counts else each
        for each in obstacles
        if (open_counts := tuple(key for key in each.counts if key not in settled))
        or not (each.stops and each.counts)
    ]


def _differing(figures: list[FileFigure]) -> list[Obstacle]:
    """Other tables with a different figure; equal sums of different offences agree by chance."""
    if len(figures) < 2:
        return []
    first = figures[0]
    all_of_parts = all(figure.is_of_parts for figure in figures)
    return [
        Obstacle(
            *other.parts[0].address,
            f"{other.parts[0]} is “{other.written}” here and “{first.written}” in "
            f"{first.where}. Switch off the table that is not meant, or ask the force.",
            count=first.key,
        )
        for other in figures[1:]
        if other.entry != first.entry or (all_of_parts and other.made_of != first.made_of)
    ]


def _figure(
    key: CellKey, parts: list[CountCell], answers: ReadingAnswers, text_at: Callable[[str], str]
) -> tuple[FileFigure, list[Obstacle]]:
    """The figure of one count in one table, and warnings about it."""
    groups: dict[Identity, list[CellContents]] = defaultdict(list)
    for part in parts:
        groups[part.identity].append(contents.contents_of(part, answers, text_at))
    warnings: list[Obstacle] = []
    years = [contents.year_contents(name, group, warnings) for name, group in groups.items()]
    years = [year for year in years if not any(_is_sum_of(other, year) for other in years)]
    chosen, entry = _combine(years, warnings)
    cells = tuple(cell.cell for each in chosen for cell in each.cells)
    written = " + ".join(cell.written for each in chosen for cell in each.cells)[:100]
    made_of = frozenset(each.identity for each in chosen)
    return FileFigure(key, entry, cells, written, made_of), warnings


def _is_sum_of(whole: YearContents, part: YearContents) -> bool:
    """Whether it is the row’s own total, beside the cells of an axis that somebody adds up."""
    more = part.identity - whole.identity
    return whole.identity < part.identity and all(name[0] == ADDED_UP for name in more)


def _combine(
    years: list[YearContents], warnings: list[Obstacle]
) -> tuple[list[YearContents], Entry]:
    """The contents that make up the figure, and its entry."""
    whole = [each for each in years if each.first.is_whole]
    parts = [each for each in years if not each.first.is_whole]
    if not whole:
        if why := contents.why_incomplete([each.first for each in parts]):
            raise UnclearFigure(why, parts[0].first)
        return parts, contents.add_up(parts)
    if not parts or _is_total_of(whole[0], parts) or _agree(whole[0], parts):
        return whole, whole[0].stored
    first = whole[0].first
    named = ", ".join(f"{each.first.cell} (“{each.first.label}”)" for each in parts[:3])
    if not all(each.first.was_chosen for each in parts):
        raise UnclearFigure(
            f"{first} is in {first.cell} as a whole, and in parts in {named}; they do not add up "
            f"to it. Type “{OUT}” for what is not meant, or ask the force.",
            first,
            parts[0].first,
        )
    message = (
        f"{first} is made of {first.cell} and {named}, which you said was the same. Say that they "
        "are to be added up."
    )
    warnings.append(Obstacle(*first.address, message, stops=False, count=first.key))
    return years, contents.add_up(years)


def _is_total_of(whole: YearContents, parts: list[YearContents]) -> bool:
    """Whether a stated total is one of more than the parts are: each may be in a column “Total”."""
    words = _words_for_totals(whole.first)
    return whole.is_total and all(
        not part.is_total or _words_for_totals(part.first) < words for part in parts
    )


def _words_for_totals(cell: CountCell) -> int:
    """How many of the labels of a cell call it a total, of its row and of its column."""
    seen = cell.observation
    return sum(map(is_total, (*seen.labels.values(), *seen.other)))


def _agree(whole: YearContents, parts: list[YearContents]) -> bool:
    """Whether the parts can add up to the whole."""
    try:
        total = contents.add_up(parts)
    except UnclearFigure:
        return False
    if contents.why_incomplete([each.first for each in parts]) or total.period != whole.months:
        return False
    sum_, one = sums.range_of(total), sums.range_of(whole.entry)
    if sum_ is None or one is None:
        return total == whole.entry
    return (one.is_exact and sum_.contains(one.low)) or one == sum_


# Tables of one file that are parts of one statement, and not two statements of the same


def continued(tables: Sequence[ReadTable]) -> dict[int, int]:
    """Table → the one right above it, under the same headings, without a total or line between."""
    found: dict[int, int] = {}
    for number, (above, below) in enumerate(pairwise(tables), 1):
        if _continues(above, below):
            found[number] = found.get(number - 1, number - 1)
    return found


def _continues(above: ReadTable, below: ReadTable) -> bool:
    one, two = (_RANGE.fullmatch(table.range) for table in (above, below))
    if one is None or two is None or (above.sheet, above.titles) != (below.sheet, below.titles):
        return False
    columns_same = (one[1], one[3]) == (two[1], two[3])
    is_next = columns_same and int(one[4]) + 1 == int(two[2])
    has_total = any(each.total for each in above.observations)
    return is_next and not has_total and _headings(above) == _headings(below)


def _headings(table: ReadTable) -> set[tuple[object, ...]]:
    return {
        (re.sub(r"\d+", "", each.cell or ""), each.year, bool(each.other), *sorted(each.labels))
        for each in table.observations
    }


def joined(
    tables: Mapping[int, list[CountCell]], continues: Mapping[int, int]
) -> list[list[list[CountCell]]]:
    """The cells of one count, table by table; those that are parts of it are in one group.

    They are if a table continues another, or somebody has said to add both up over the same axis;
    and only if no two of them have the same labels. Or each is of other months of the year.
    """
    groups: list[tuple[int, list[list[CountCell]]]] = []
    for number, parts in tables.items():
        first = continues.get(number, number)
        for root, group in groups:
            others = [part for some in group for part in some]
            apart = {each.identity for each in others}.isdisjoint(each.identity for each in parts)
            continues_it = first == root and apart
            if continues_it or _of_one_axis(others, parts) or _of_other_months(others, parts):
                group.append(parts)
                break
        else:
            groups.append((first, [parts]))
    return [group for _, group in groups]


def _of_one_axis(some: list[CountCell], others: list[CountCell]) -> bool:
    """Whether two tables can be added up over one axis.

    Every cell has a label of an axis that somebody adds up, and the two share no label of it.
    """
    one, other = ({label for cell in cells for label in _added(cell)} for cells in (some, others))
    axes = [{axis for axis, _ in _added(cell)} for cell in some + others]
    common = set.intersection(*axes)
    return any(other.isdisjoint(name for name in one if name[0] == axis) for axis in common)


def _of_other_months(some: list[CountCell], others: list[CountCell]) -> bool:
    """Whether every cell is of a part of the year, and no month is in two of the tables."""
    one, other = ([contents.months_of_cell(cell) for cell in cells] for cells in (some, others))
    if not all((*one, *other)):
        return False
    return {*chain(*one)}.isdisjoint(chain(*other))


def _added(cell: CountCell) -> set[tuple[str, str]]:
    """Axis and label, of the axes that are added up."""
    return {(text.partition(" ")[0], text) for kind, text in cell.identity if kind == ADDED_UP}


def _join_warning(group: list[list[CountCell]]) -> Obstacle:
    """One warning for these tables, at the first count that is in all of them."""
    first, named = group[0][0], []
    for cell in (some[0] for some in group):
        labels = ", ".join(f"“{label.text[:60]}”" for label in cell.labels)
        named.append(f"{f'{cell.sheet} ' * (cell.sheet != first.sheet)}{cell.cell} ({labels})")
    message = (
        f"{first}, and whatever else is in more than one of these tables, is added up over them: "
        f"{' and '.join(named)}. Say that they are parts of it and nothing is counted twice, or "
        "switch a table off."
    )
    return Obstacle(first.sheet, None, message, stops=False)
