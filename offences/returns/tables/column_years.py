"""The years of columns that name none themselves, where the column of a year is beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from offences.returns.labels.label_words import clean_label, is_total
from offences.returns.labels.years import ReadYear
from offences.returns.sheet import Position, Table
from offences.returns.tables.label_levels import WHOLE_YEAR, LabelMeaning, Meanings
from offences.returns.tables.sums import is_mostly_sum
from offences.returns.tables.whole_years import years_of_totals

_WHOLE = (4, 12)  # quarters or months of a year


def column_years(table: Table, meanings: Meanings) -> Meanings:
    """The meanings of quarters or months that add up to the only year that is named."""
    whole = {
        column: each.year
        for column, each in meanings.items()
        if each.year and each.year.label and not each.year.part
    }
    given: dict[int, LabelMeaning] = {}
    parts = [c for c, each in meanings.items() if each.year and not each.year.label]
    only = next(iter(whole)) if len(whole) == 1 and len(parts) in _WHOLE else None
    if only is not None and is_mostly_sum(table.body, only, parts):
        for part in parts:
            own = meanings[part]
            year = replace(whole[only], part=own.year.part if own.year else "")
            given[part] = replace(own, year=year)
    totals = years_of_totals(meanings).items()  # “Full year” is of them only if it is their sum
    given |= {c: each for c, each in totals if not _is_whole_year(table, c)}
    given |= _whole_years(table, meanings)
    return {**given, **_totals_behind_years(table, meanings)}


def _whole_years(table: Table, meanings: Meanings) -> Meanings:
    """The meaning of “Full year” beside all quarters or months of the only year there is."""
    parts = {c: each.year for c, each in meanings.items() if each.year and each.year.part}
    years = {(year.label, year.kind) for year in parts.values()}
    if len(parts) not in _WHOLE or len(years) != 1:
        return {}
    year = ReadYear(*years.pop())
    undated = {c: each for c, each in meanings.items() if each.total and each.year is None}
    return {
        column: replace(each, year=year)
        for column, each in undated.items()
        if _is_whole_year(table, column) and is_mostly_sum(table.body, column, [*parts])
    }


def _is_whole_year(table: Table, column: int) -> bool:
    return bool(WHOLE_YEAR.fullmatch(clean_label(table.heading(column))))


def _totals_behind_years(table: Table, meanings: Meanings) -> Meanings:
    """The meanings of totals behind the columns of one year, which they add up.

    So it is with “All” behind “Girls” and “Boys”, where the year is merged over these two alone.
    """
    years = {c: each.year for c, each in meanings.items() if each.year and not each.year.part}
    given: dict[int, LabelMeaning] = {}
    for column in _undated_totals(table, meanings):
        run = _columns_before(column, meanings)
        year = years.get(run[0]) if run else None
        is_sum = is_mostly_sum(table.body, column, run) or _repeats(table, column, run)
        if year and year.label and is_sum:
            given[column] = replace(meanings[column], year=year)
    return given


def _repeats(table: Table, column: int, run: Sequence[int]) -> bool:
    """Whether a total has the numbers of the only column before it: a pivot of one year."""
    if len(run) != 1:
        return False
    pairs = [[row.cells.get(c) for c in (column, run[0])] for row in table.body]
    counts = [one for one, other in pairs if one == other and one is not None]
    return len(counts) > 1 and all(one == other for one, other in pairs)


def _columns_before(column: int, meanings: Meanings) -> list[int]:
    """The columns of one year right before another column."""
    run: list[int] = []
    for before in sorted((c for c in meanings if c < column), reverse=True):
        if not meanings[before].year or (run and meanings[before].year != meanings[run[0]].year):
            break
        if not meanings[before].total:
            run.append(before)
    return run


def totals_of_no_year(table: Table, meanings: Meanings) -> Iterator[tuple[Position, str]]:
    """Ask about totals that no year is over, behind columns of one year that they do not add up."""
    before: list[int] = []
    undated = _undated_totals(table, meanings)
    for column, each in meanings.items():
        years = {meanings[c].year for c in before}
        if column in undated and len(years) == 1 and not each.excluded:
            row = next(row for row in reversed(table.header) if column in row.cells)
            why = f"No year is over “{row.cells[column][:60]}”. Which year are its counts of?"
            yield (row.number, column), why
        if column in undated:
            before = []
        elif each.year and each.year.label and not each.excluded:
            before.append(column)


def _undated_totals(table: Table, meanings: Meanings) -> list[int]:
    """The columns of totals of which no heading names a year or several."""
    undated = (c for c, each in meanings.items() if each.total and each.year is None)
    return [column for column in undated if is_total(clean_label(table.heading(column)))]
