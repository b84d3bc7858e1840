"""Tables under a line, or on a sheet, that names a year which none of their counts is of."""

import re
from collections.abc import Iterable, Iterator, Sequence

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.labels.years import ReadYear, find_dates, labels_in
from offences.returns.sheet import Problem, ReadTable
from offences.returns.tables.line_years import year_in_name
from offences.returns.tables.lines_above import line_meaning

_OF_LAWS = re.compile(r"\bacts? (?:of )?\d{4}(?:(?:,|,? and| or| &) \d{4})*", re.IGNORECASE)

type Kinded = tuple[str | None, str | None]  # a year behind its kind
type Span = tuple[int, int]  # first and last month


def of_other_years(read: ReadTable, lines: Sequence[str]) -> Iterator[Problem]:
    """Ask of which years the counts of a table are, if what is over it names another.

    A name of a sheet over several years that are all before it may be that of the request.
    """
    years = {(each.year_kind, each.year) for each in read.observations if each.cell and each.year}
    if not years or any(each.cell and not each.year for each in read.observations):
        return
    last = max(own for _, own in years)
    year = year_in_name(read.sheet)
    named = [(read.sheet, year)] if year and (len(years) == 1 or year.label < last) else []
    named += [(line, year) for line in lines if (year := line_meaning(line).year)]
    for text, year in named:
        if _is_another(year, years):
            one = len(years) == 1
            own = last if one else f"{min(own for _, own in years)} to {last}"
            why = f"“{text[:60]}” says {year.label}, and the counts here were read as of {own}."
            cell, needs = read.range.partition(":")[0], "year" if one else ""
            ask = "Which year are they of?" if one else "Which years are they of?"
            yield Problem(read.sheet, cell, f"{why} {ask}", stops=True, needs=needs)
            return
    yield from _of_none_named(read, lines, years)


def _of_none_named(
    read: ReadTable, lines: Sequence[str], years: Iterable[Kinded]
) -> Iterator[Problem]:
    """Ask about counts of which none is of the several years that a line over them names."""
    own = [span for kind, year in years if (span := span_of(kind, year))]
    for text in lines:
        year = line_meaning(text).year
        named = _named_spans(text) if year and year.several else []
        if len(named) > 1 and own and not meet(named, own):
            labels = sorted(label for _, label in years if label)
            what = f"the counts here were read as of {labels[0]} to {labels[-1]}"
            why = f"“{text[:100]}” names other years, and {what}. Which years are they of?"
            yield Problem(read.sheet, read.range.partition(":")[0], why, stops=True)
            return


def _named_spans(text: str) -> list[Span]:
    """The first and last month of each year or date that a text names, counted from year 0."""
    phrase = _OF_LAWS.sub("", plain_text(text))
    spans = [span for label, kind, _, _ in labels_in(phrase) if (span := span_of(kind, label))]
    dates = [each.year * 12 + each.month - 1 for each in find_dates(phrase) if each.year]
    return [*spans, *((month, month) for month in dates)]


def span_of(kind: str | None, year: str | None) -> Span | None:
    begins = month_of_kind(kind or "")
    first = int(year[:4]) * 12 + begins - 1 if year and begins else 0
    return (first, first + 11) if first else None


def meet(named: list[Span], own: list[Span]) -> bool:
    """Whether any of a table's years has a month from the first to the last that are named."""
    first, last = min(first for first, _ in named), max(last for _, last in named)
    return any(start <= last and first <= end for start, end in own)


def _is_another(named: ReadYear, years: Iterable[Kinded]) -> bool:
    """Whether a year is none of these; of another kind, if it stands alone and is before all."""
    if not named.label or named.several or named.part:
        return False
    if named.kind in {kind for kind, _ in years}:
        return (named.kind, named.label) not in years
    return not named.rest and all(named.label[:4] < (own or "")[:4] for _, own in years)
