"""The year of a total that is behind, or before, all months or quarters of one year."""

from collections.abc import Sequence
from dataclasses import replace

from offences.returns.labels.label_words import is_total
from offences.returns.labels.part_year_words import months_of_part
from offences.returns.labels.years import ReadYear
from offences.returns.tables.label_levels import LabelMeaning, Meanings

_MONTHS = 12


def years_of_totals(meanings: Meanings) -> dict[int, LabelMeaning]:
    """The meanings of totals without a year, beside all parts of one, which they are then of."""
    lines = [(at, each) for at, each in meanings.items() if not each.excluded]
    found = dict[int, LabelMeaning]()
    for number, (at, each) in enumerate(lines):
        if each.total and each.year is None:
            others = [line for _, line in lines]
            before = _parts(others[:number][::-1])
            year = _year_of(before or _parts(others[number + 1 :]), each)
            found |= {at: replace(each, year=year)} if year else {}
    return found


def _parts(lines: Sequence[LabelMeaning]) -> list[LabelMeaning]:
    """The lines from the first on that are parts of a year, but for totals of some of them."""
    found: list[LabelMeaning] = []
    for each in lines:
        if not (each.year and each.year.label and each.year.part):
            break
        found += [] if each.total else [each]
    return found


def _year_of(parts: Sequence[LabelMeaning], total: LabelMeaning) -> ReadYear | None:
    """The year of which each month is in one of the parts; they differ in nothing else."""
    years = [part.year for part in parts if part.year]
    own = [(role, text) for role, text in total.labels if not is_total(text)]
    same = all(list(part.labels) == own for part in parts)
    if not same or len({(year.label, year.kind) for year in years}) != 1:
        return None
    spans = [months_of_part(year.part, year.rest, year.kind) for year in years]
    lengths = [(last - first) % _MONTHS + 1 for first, last in filter(None, spans)]
    if len(lengths) < len(years) or sum(lengths) != _MONTHS:
        return None
    months = {
        (first + more) % _MONTHS
        for (first, _), length in zip(filter(None, spans), lengths, strict=True)
        for more in range(length)
    }
    return ReadYear(years[0].label, years[0].kind) if len(months) == _MONTHS else None
