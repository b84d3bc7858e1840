"""Counts of months, quarters and halves, and the year beside them that may be no whole one."""

from calendar import month_name
from collections import defaultdict
from collections.abc import Iterator, Sequence

from offences.english import and_list
from offences.returns.checks.part_year_notes import ask_of_cells
from offences.returns.checks.totals import list_names
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.sheet import Observation, Problem, ReadTable, parse_address

type Lines = dict[int, list[Observation]]
type Labels = tuple[object, ...]


def years_in_parts(table: ReadTable) -> Iterator[Problem]:
    """Report a table that has only a part of a year, and ask of what its totals are."""
    years: dict[str, list[Observation]] = defaultdict(list)
    for each in table.observations:
        if each.year and each.part_words:
            years[each.year].append(each)
    partial = {year: cells for year, cells in years.items() if len(_months_of(cells)) < 12}
    if partial:
        first, *others = (each for cells in partial.values() for each in cells)
        parts = list_names([f"{year}{months_in_words(cells)}" for year, cells in partial.items()])
        message = (
            f"“{first.part_words}”: this table has only a part of {parts}. Say why: its counts are "
            "stored as that part, never as the whole year."
        )
        also = tuple(each.cell for each in others if each.cell)
        yield Problem(table.sheet, first.cell, message, also=also)
    for year, parts_of_year in years.items():
        yield from _ask_of_labels(table, year, parts_of_year)
        wholes = [
            each
            for each in table.observations
            if each.cell and each.year == year and not each.part_words and _has_count(each)
        ]
        yield from _ask_of_wholes(table, year, wholes, parts_of_year)


def _ask_of_labels(table: ReadTable, year: str, parts: Sequence[Observation]) -> Iterator[Problem]:
    """One question about all labels that have a row in some months alone, of a whole year.

    An export leaves out what is zero; a person knows whether it did. Gaps are asked about by label.
    """
    found: dict[Labels, list[Observation]] = defaultdict(list)
    for each in parts:
        if each.months:
            more = (text for text in each.other if text != each.part_words)
            found[each.total, *sorted(each.labels.items()), *more].append(each)
    few = [own for own in found.values() if len(_months_of(own)) < 12 and months_in_words(own)]
    if not few or len(_months_of(parts)) < 12:
        return
    first, *others = (each for own in few for each in own)
    names = [*first.labels.values(), *(t for t in first.other if t != first.part_words)]
    of_label = f"“{and_list(names)[:60]}” has" if names else "A label has"
    of_more = f" So it is with {len(few) - 1} more." if len(few) > 1 else ""
    months = months_in_words(few[0]).strip(" ()")
    message = (
        f"{of_label} counts of {months} alone, in a table of all months "
        f"of {year}. If there were none in the rest, type their sum for one of them, such as “31 "
        f"Apr-Mar”. If there were, say why: they are stored as that part.{of_more}"
    )
    also = tuple(each.cell for each in others if each.cell)
    yield Problem(table.sheet, first.cell, message, also=also)


def _ask_of_wholes(
    table: ReadTable, year: str, wholes: Sequence[Observation], parts: Sequence[Observation]
) -> Iterator[Problem]:
    """Ask of each count of a year beside too few of its months whether it is of the whole year."""
    is_partial = len(_months_of(parts)) < 12
    rows, columns = _by_line(parts)
    beside, unknown = [], []
    for each in wholes:
        row, column = parse_address(str(each.cell))
        line = rows.get(row) or columns.get(column, [])
        given = [part for part in line if _has_count(part)]
        if is_partial and (each.total or _may_be_sum(each, given)):
            beside.append((table.sheet, str(each.cell)))
        elif _lacks_some(line, given) and _may_be_sum(each, given):
            unknown.append((table.sheet, str(each.cell)))
    ask = "Is it of the whole year?"
    months = months_in_words(parts).strip(" ()") or "a part"
    yield from ask_of_cells(beside, f"This count is beside counts of {months} of {year}.", ask)
    why = f"This count stands beside parts of {year} without one."
    yield from ask_of_cells(unknown, why, ask)


def _by_line(parts: Sequence[Observation]) -> tuple[Lines, Lines]:
    """The parts of a year in each row, and in each column."""
    rows: Lines = defaultdict(list)
    columns: Lines = defaultdict(list)
    for each in parts:
        if each.cell:
            row, column = parse_address(each.cell)
            rows[row].append(each)
            columns[column].append(each)
    return rows, columns


def _lacks_some(line: Sequence[Observation], given: Sequence[Observation]) -> bool:
    """Whether parts of a year have no count, though others have.

    A single month left blank among others is a zero in most tables of a pivot.
    """
    missing = [at for at, each in enumerate(line) if not _has_count(each)]
    if not (given and missing) or len(_months_of(given)) == 12:
        return False
    is_inside = 0 < missing[0] < len(line) - 1
    return len(missing) > 1 or not is_inside or line[missing[0]].marker != "blank"


def _may_be_sum(whole: Observation, given: Sequence[Observation]) -> bool:
    """Whether a count of a year is no more than its parts with a count can make up."""
    if not given:
        return False
    most = [each.high if each.value is None else each.value for each in given]
    return whole.value is None or None in most or whole.value <= sum(n for n in most if n)


def _has_count(each: Observation) -> bool:
    return each.value is not None or each.marker == "suppressed"


def _months_of(cells: Sequence[Observation]) -> set[int]:
    spans = [each.months for each in cells if each.months]
    sizes = [(first, (last - first) % 12 + 1) for first, last in spans]
    return {(first + i - 1) % 12 + 1 for first, size in sizes for i in range(size)}


def months_in_words(cells: Sequence[Observation]) -> str:
    """Their names, if they are certain and follow each other in their year."""
    begins = month_of_kind(cells[0].year_kind or "") or 1
    places = sorted((month - begins) % 12 for month in _months_of(cells))
    if not all(each.months for each in cells) or places[-1] - places[0] >= len(places):
        return ""
    first, last = ((begins + place - 1) % 12 + 1 for place in (places[0], places[-1]))
    return f" ({month_name[first]}{'' if first == last else ' to ' + month_name[last]})"
