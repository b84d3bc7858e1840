"""The contents of a count's cells: numbers, months, and whether they are complete."""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from offences.english import and_list
from offences.intake.returns.answers import ReadingAnswers
from offences.intake.returns.cells import OUTSIDE_TABLES, CellLabel, CountCell, Identity, Obstacle
from offences.intake.returns.places import place_key
from offences.intake.returns.typed import OUT, names_months, read_typed
from offences.intake.returns.unclear_figures import UnclearFigure, UnclearMonths
from offences.models import Category, OffenceLevel
from offences.returns.labels.year_kinds import is_other_kind
from offences.returns.labels.years import parse_year
from offences.returns.sheet import parse_address
from offences.statistics.cells import Range
from offences.statistics.notation import (
    LARGEST,
    Entry,
    NotACount,
    months_in,
    read_entry,
    write_entry,
)
from offences.statistics.years import (
    Year,
    first_month,
    half_a_year,
    kind_of_year,
    last_month,
    month_of_year,
    position_in_year,
)

ASK = "Correct it, or ask the force."
NO_NUMBER = ("not_held", "not_available", "refused", "blank")

type Months = tuple[int, int] | None  # the first and the last; None is the whole year


@dataclass(frozen=True)
class CellContents:
    """The contents of one cell. The months are not in the entry but beside it."""

    cell: CountCell
    entry: Entry
    months: Months
    written: str


@dataclass(frozen=True)
class YearContents:
    """The contents of the cells of one year that have the same labels."""

    identity: Identity
    entry: Entry
    months: Months
    cells: tuple[CellContents, ...]

    @property
    def first(self) -> CountCell:
        return self.cells[0].cell

    @property
    def is_total(self) -> bool:
        return self.first.observation.total

    @property
    def stored(self) -> Entry:
        """The entry with its months; a range or a reason is only ever of a whole year."""
        if self.months is None:
            return self.entry
        if self.entry.state != "value":
            raise UnclearFigure(
                f"{self.first} has no plain number for the part of the year that it covers. "
                f"Correct it with its number and months, such as “19 {half_a_year()}”, or ask the "
                "force.",
                self.first,
            )
        return replace(self.entry, period=self.months)


# One cell


def contents_of(
    cell: CountCell, answers: ReadingAnswers, text_at: Callable[[str], str]
) -> CellContents:
    """The contents of one cell, or what a person typed for it."""
    if cell.cell is None:
        number = cell.observation.value
        return CellContents(cell, _number(cell), None, "1 row" if number == 1 else f"{number} rows")
    place = place_key(*cell.address)
    written = text_at(place)[:100]
    typed = answers.corrections.get(place) or (cell.table == OUTSIDE_TABLES and written)
    if not typed:
        return CellContents(cell, _read(cell, written), _months(cell), written)
    try:
        entry = read_typed(typed, Year(cell.key[1]))
    except NotACount as mistake:
        raise UnclearFigure(str(mistake), cell) from mistake
    assert entry is not None  # an empty correction is not stored
    # A number alone corrects the number: the cell is of the months that its heading says.
    named = entry.state == "value" and names_months(typed)
    months = entry.period if named else _months(cell)
    return CellContents(cell, replace(entry, period=None), months, written)


def _read(cell: CountCell, written: str) -> Entry:
    seen = cell.observation
    match seen.marker:
        case None:
            return _number(cell)
        case "suppressed":
            low, high = 1 if seen.low is None else seen.low, seen.high
            if high is None:
                return Entry("suppressed", low=1)
            if not low < high <= LARGEST:
                raise UnclearFigure(
                    f"{cell} is withheld, and its limits leave no range: {low:,} to {high:,}. "
                    f"Correct it: {high:,} if the force gave that number, 0-{high:,} if it may "
                    "also be zero.",
                    cell,
                )
            return Entry("suppressed", low=low, high=high)
        case "refused":
            return _refused(written)
        case marker if marker in NO_NUMBER:
            return Entry(marker)
    raise UnclearFigure(f"{cell} has no figure: this cell cannot be read as one. {ASK}", cell)


def _number(cell: CountCell) -> Entry:
    number = cell.observation.value
    if number is not None and number > LARGEST:
        most = f"the largest number accepted is {LARGEST:,}"
        raise UnclearFigure(f"{cell} is too large to be a count: {most}. {ASK}", cell)
    return Entry("value", number)


def _refused(written: str) -> Entry:
    """A refusal, with its section of the Act if the cell names it as the grid would."""
    with contextlib.suppress(NotACount):
        if (entry := read_entry(written)) and entry.state == "refused":
            return entry
    return Entry("refused")


def _months(cell: CountCell) -> Months:
    """The months of a part year; a part whose months nobody knows is no figure."""
    seen = cell.observation
    years = map(parse_year, seen.other)
    if not (seen.months or seen.part_words or any(year and year.part for year in years)):
        return None
    if is_other_kind(seen.year_kind):
        raise UnclearMonths(
            cell,
            f"the {seen.year_kind} year {seen.year}, and its months may be in another "
            f"{kind_of_year()}. Correct it with its months, such as “19 {half_a_year()}”, or "
            "switch its table off.",
        )
    if seen.months == (first_month(), last_month()):
        return None
    if not seen.months or months_in(*seen.months) is None:
        raise UnclearMonths(
            cell,
            "the year, and its months are not clear. Correct it with its months, such as “19 "
            f"{half_a_year()}”, or ask the force.",
        )
    return seen.months


def months_of_cell(cell: CountCell) -> range:
    """The months of a cell of a part of the year, by their place in it; none where it is of all."""
    part = cell.observation.months
    if part is None or months_in(*part) is None:
        return range(0)
    first, last = map(position_in_year, part)
    return range(first, last + 1)


# Cells under the same labels


def year_contents(
    identity: Identity, cells: list[CellContents], warnings: list[Obstacle]
) -> YearContents:
    """Combine cells under the same labels: the year’s own cell, or its quarters added up."""
    cells = [cell for cell in cells if cell.months is None] or cells
    # The row beside its columns, the year beside its parts: a total is the figure.
    cells = [cell for cell in cells if cell.cell.observation.total] or cells
    by_months: dict[Months, list[CellContents]] = defaultdict(list)
    for cell in cells:
        by_months[cell.months].append(cell)
    single = [_single(same, warnings) for same in by_months.values()]
    if len(single) == 1:
        return YearContents(identity, single[0].entry, single[0].months, (single[0],))
    return _consecutive(identity, single)


def _single(same: list[CellContents], warnings: list[Obstacle]) -> CellContents:
    """One statement in several cells of a table, which have to agree."""
    first, cell = same[0], same[0].cell
    for other in same[1:]:
        both = f"{cell} is in {cell.cell} and again in {other.cell.cell}, under the same labels"
        if other.entry != first.entry:
            raise UnclearFigure(
                f"{both} with a different number. {_if_parts(same)}If only one of them is meant, "
                f"type “{OUT}” for the other, or ask the force.",
                cell,
                other.cell,
            )
        if not _is_total_of_one(cell, other.cell):
            message = f"{both} with the same number. It is counted once."
            warnings.append(Obstacle(*other.cell.address, message, stops=False, count=cell.key))
    return first


def _is_total_of_one(cell: CountCell, other: CountCell) -> bool:
    """Whether two totals are in one row: that of a year, and of all years of a pivot of one."""
    places = [parse_address(each.cell) for each in (cell, other) if each.cell]
    both = cell.observation.total and other.observation.total
    return both and len(places) == 2 and places[0][0] == places[1][0]


def _if_parts(same: list[CellContents]) -> str:
    """What to type for cells that are parts of a count, if they can be added up."""
    try:
        total = write_entry(_sum([(each.cell, each.entry) for each in same]))
    except UnclearFigure:
        return ""
    if whole := _grand_total(same):
        others = and_list([f"“{OUT}” for {each.cell.cell}" for each in same if each is not whole])
        return f"{whole.cell.cell} is the sum of the others. If it is meant, type {others}. "
    first, *rest = [each.cell.cell or "" for each in same]
    all_others = and_list([f"“{OUT}” for {cell}" for cell in rest])
    return (
        f"If they count different crimes, type their sum, {total}, for {first} and {all_others}. "
    )


def _grand_total(same: list[CellContents]) -> CellContents | None:
    """The cell that is the sum of two or more others, and would be in their sum twice."""
    values = [each.entry.value for each in same if each.entry.value is not None]
    if len(same) < 3 or len(values) < len(same):  # what is not known may be more
        return None
    most = max(values)
    return same[values.index(most)] if 2 * most == sum(values) else None


def _consecutive(identity: Identity, cells: list[CellContents]) -> YearContents:
    """Months or quarters that follow each other: the whole year, or so many months of it."""
    parts = [(cell, tuple(map(position_in_year, cell.months))) for cell in cells if cell.months]
    parts.sort(key=lambda part: part[1])
    covered = [month for _, (first, last) in parts for month in range(first, last + 1)]
    start, end = covered[0], covered[-1]
    if covered != list(range(start, end + 1)):
        raise UnclearFigure(
            f"{parts[0][0].cell} is given in parts of the year that overlap or leave a gap. "
            f"Type “{OUT}” for the cells that are not meant, or ask the force.",
            parts[0][0].cell,
        )
    months = None if len(covered) == 12 else (month_of_year(start), month_of_year(end))
    cells = [cell for cell, _ in parts]
    total = _sum([(each.cell, each.entry) for each in cells])
    return YearContents(identity, total, months, tuple(cells))


def add_up(parts: list[YearContents]) -> Entry:
    """The sum of a count’s parts, which have to be of the same months."""
    if len({each.months for each in parts}) > 1:
        raise UnclearFigure(
            f"{parts[0].first} is made of cells for the year and for a part of it: they "
            "cannot be added up. Correct them, or ask the force.",
            *(each.first for each in parts[:2]),
        )
    entry = _sum([(each.first, each.entry) for each in parts])
    return replace(parts[0], entry=entry).stored


def _sum(parts: list[tuple[CountCell, Entry]]) -> Entry:
    """A range if one part is a range; none if one has no number."""
    entries = [entry for _, entry in parts]
    if len(set(entries)) == 1 and (len(entries) == 1 or entries[0].state in NO_NUMBER):
        return entries[0]
    for cell, entry in parts:
        if entry.state in NO_NUMBER:
            raise UnclearFigure(
                f"{cell} is made of {len(parts)} cells, and {cell.cell} has no number "
                f"({entry.state.replace('_', ' ')}): they cannot be added up. Correct it with its "
                "number, or ask the force.",
                cell,
            )
    ends = ((e.low or 0, e.high) if e.value is None else (e.value, e.value) for e in entries)
    total = Range.sum(Range(low, high) for low, high in ends)
    if total.high is None:
        return Entry("suppressed", low=1)
    if total.high > LARGEST:
        raise UnclearFigure(f"{parts[0][0]} adds up to more than {LARGEST:,}.", parts[0][0])
    if not total.is_exact:
        return Entry("suppressed", low=total.low, high=total.high)
    return Entry(
        "value",
        total.low,
        provisional=any(entry.provisional for entry in entries),
        estimated=any(entry.estimated for entry in entries),
    )


# Cells that are parts of a count


def why_incomplete(cells: list[CountCell]) -> str:
    """Why these cells cannot be added up to their count; nothing if they can."""
    return next(filter(None, (*_ages(cells), *_classes(cells))), "")


def _ages(cells: list[CountCell]) -> Iterator[str]:
    """Single ages make a band only if every age of it is there, once."""
    groups: dict[object, list[tuple[CountCell, Category, range]]] = defaultdict(list)
    for cell in cells:
        for label in cell.labels:
            if (ages := label.meaning.ages) is not None and label.category is not None:
                rest = cell.identity - {label.name}
                named = range(ages[0], ages[1] + 1)
                groups[label.category.pk, rest].append((cell, label.category, named))
    for found in groups.values():
        yield _of_band(*found[0][:2], [age for _, _, named in found for age in named])
    banded = {id(cell) for found in groups.values() for cell, _, _ in found}
    if banded and (others := [cell for cell in cells if id(cell) not in banded]):
        yield (
            f"{cells[0]} is made of single ages and of {others[0].cell} "
            f"(“{others[0].label}”), whose ages are not known. {ASK}"
        )


def _of_band(cell: CountCell, band: Category, ages: list[int]) -> str:
    if twice := sorted({age for age in ages if ages.count(age) > 1}):
        return (
            f"{cell} is made of single ages, and {', '.join(map(str, twice))} is in more than one "
            f"cell: it would be counted twice. {ASK}"
        )
    assert band.age_from is not None and band.age_to is not None
    missing = sorted(set(range(band.age_from, band.age_to + 1)) - set(ages))
    if not missing:
        return ""
    return (
        f"{cell} is made of single ages, and there is no cell for "
        f"{', '.join(map(str, missing))}: a missing age is not zero. {ASK}"
    )


def _classes(cells: list[CountCell]) -> Iterator[str]:
    """An official class, or several by one name, and one of these: it would be counted twice."""
    labels = [
        (cell, cell.identity - {label.name}, label)
        for cell in cells
        for label in cell.labels
        if label.meaning.offences
    ]
    for cell, rest, whole in labels:
        for other, other_rest, part in labels:
            if other_rest == rest and part.name != whole.name and _is_part(part, whole):
                of = whole.meaning.offence
                name = f"the class {of.code}" if of else f"all “{whole.text[:60]}”"
                one = "an offence of that class" if of else "some of them"
                yield (
                    f"{cell}: {cell.cell} is of {name}, and {other.cell} of {one}, which would be "
                    f"counted twice. Type “{OUT}” for the one that is not meant, or ask the force."
                )


def _is_part(part: CellLabel, whole: CellLabel) -> bool:
    one, own = whole.meaning.offence, part.meaning.offences
    if one is None:
        return not own.isdisjoint(whole.meaning.shared)
    return one.level == OffenceLevel.CLASS and any(each.class_code == one.code for each in own)
