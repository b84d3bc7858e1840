"""Crimes of a list whose year cannot be theirs, or is far from the years of all others."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

from offences.returns.checks.other_years import Span, meet, span_of
from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.years import find_dates, labels_in, parse_day, parse_year
from offences.returns.sheet import Problem, ReadTable, SheetRow, Table, is_list
from offences.returns.tables.line_years import year_in_name
from offences.returns.tables.lines_above import line_meaning
from offences.statistics.years import Year, first_month

_FIRST = 1990  # before it no force recorded crimes on a system that it could search
_APART = 4  # years from the next one that has a crime
_FEWER = 3  # times as few rows as the other years have
_MOST = 4  # cells that are named


def years_of_lists(read: ReadTable, table: Table, lines: Sequence[str]) -> Iterator[Problem]:
    """Ask about the rows of each year that is mistyped, or may be."""
    if not is_list(read):
        return
    rows: Counter[tuple[str, str]] = Counter()
    for each in read.observations:
        if each.year and each.year_kind:
            rows[each.year_kind, each.year] += each.value or 0
    far = _isolated_years({int(year[:4]): n for (_, year), n in rows.items()})
    name = year_in_name(read.sheet)
    named = span_of(name.kind, name.label) if name and not name.part else None
    own = [span for kind, year in rows if (span := span_of(kind, year))]
    lines = [*lines, *([read.sheet] if named and meet([named], own) else [])]
    for (kind, year), number in sorted(rows.items()):
        if why := _why_doubtful(kind, year, lines) or far.get(int(year[:4]), ""):
            places = [*_places(table, year)]
            yield _asked(table, places, number, f"of {year}, {why}")
    last = Year.containing(today()).ends_on
    days = [place for place, day in _days(table) if today() < day <= last]
    if days:
        yield _asked(table, days, len(days), "of a day that is to come")


def today() -> date:
    """The day on which a file is read."""
    return datetime.now(UTC).date()


def _asked(table: Table, places: Sequence[str], number: int, what: str) -> Problem:
    named = f" ({', '.join([*places[:_MOST], *['…'] * (len(places) > _MOST)])})" if places else ""
    rows = "1 row of this list" if number == 1 else f"{number:,} rows of this list"
    why = f"{rows}{named} {'is' if number == 1 else 'are'} {what}. Is that right?"
    place = places[0] if places else table.range().partition(":")[0]
    return Problem(table.sheet.name, place, why, stops=True)


def _why_doubtful(kind: str, year: str, lines: Sequence[str]) -> str:
    start = int(year[:4])
    begins = date(start, 1 if kind == "calendar" else first_month(), 1)
    if begins > today():
        return "which has not begun"
    if start < _FIRST:
        return f"before {_FIRST}"
    span = span_of(kind, year)
    for text in lines:
        spans = _named_spans(text)
        if span and spans and not meet(spans, [span]):
            return f"and “{text[:60]}” names other years"
    return ""


def _named_spans(text: str) -> list[Span]:
    """The one year, or the first and the last of several, that a line over a list names."""
    year = line_meaning(text).year or year_in_name(text)
    if year is None or year.part:
        return []
    dates = [each for each in find_dates(plain_text(text)) if each.year]
    months = [(each.year or 0) * 12 + each.month - 1 for each in dates]
    years = [(kind, label) for label, kind, *_ in labels_in(plain_text(text))] if not dates else []
    years += [(year.kind, year.label)] if year.label else []
    found = [span for kind, label in years if (span := span_of(kind, label))]
    found += [(month, month) for month in months] if year.several else []
    return found if len({*found}) > 1 or not year.several else []


def _isolated_years(rows: dict[int, int]) -> dict[int, str]:
    """The years of all runs but the one with most rows, if years without a row are between."""
    runs: list[list[int]] = []
    for before, year in pairwise([-_APART, *sorted(rows)]):
        if year - before >= _APART:
            runs.append([])
        runs[-1].append(year)
    most = max(runs, key=lambda run: sum(rows[year] for year in run), default=[])
    many = sum(rows[year] for year in most)
    few = (run for run in runs if sum(rows[year] for year in run) * _FEWER <= many)
    others = {year for run in few for year in run}
    return dict.fromkeys(others, "years apart from all others")


def _places(table: Table, year: str) -> Iterator[str]:
    """The cells that say so of their rows."""
    for row, column, text in _dated(table):
        day, read = parse_day(text), parse_year(text)
        own = Year.containing(day).label if day else read.label if read else ""
        if own == year:
            yield table.sheet.address(row.number, column)


def _days(table: Table) -> Iterator[tuple[str, date]]:
    for row, column, text in _dated(table):
        if day := parse_day(text):
            yield table.sheet.address(row.number, column), day


def _dated(table: Table) -> Iterator[tuple[SheetRow, int, str]]:
    """The cells of a list that were read as the year of their row."""
    for row in table.body:
        for column, text in row.cells.items():
            if table.roles.get((row.number, column)) == "year":
                yield row, column, text
