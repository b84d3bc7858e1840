"""The years of columns that name none themselves, where the column of a year is beside them."""

from dataclasses import replace

from offences.returns.labels.label_words import clean_label
from offences.returns.labels.years import ReadYear
from offences.returns.sheet import Table
from offences.returns.tables.label_levels import WHOLE_YEAR, LabelMeaning
from offences.returns.tables.sums import is_mostly_sum

type Meanings = dict[int, LabelMeaning]
_WHOLE = (4, 12)  # quarters or months of a year


def column_years(table: Table, meanings: Meanings) -> Meanings:
    """The meanings of quarters or months that add up to the only year that is named."""
    whole = {
        column: each.year
        for column, each in meanings.items()
        if each.year and each.year.label and not each.year.part
    }
    given: Meanings = {}
    parts = [c for c, each in meanings.items() if each.year and not each.year.label]
    only = next(iter(whole)) if len(whole) == 1 and len(parts) in _WHOLE else None
    if only is not None and is_mostly_sum(table.body, only, parts):
        for part in parts:
            own = meanings[part]
            year = replace(whole[only], part=own.year.part if own.year else "")
            given[part] = replace(own, year=year)
    return given | _whole_years(table, meanings)


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
        if WHOLE_YEAR.fullmatch(clean_label(table.heading(column)))
        and is_mostly_sum(table.body, column, [*parts])
    }
