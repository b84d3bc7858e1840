"""Rows that are the sum of all others, though no word for a total names them."""

import re
from collections.abc import Iterator

from offences.returns.labels.age_spans import covers_ages
from offences.returns.labels.label_words import clean_label
from offences.returns.own_form import is_table_line
from offences.returns.sheet import Position, SheetRow, Table
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import LabelMeaning
from offences.returns.tables.sums import is_sum, value_or_none

_AXIS = (  # “All Saints app” and “All grooming” are parts beside others
    r"(?:(?:recorded|sexual|online|social media|dating|age|victim) )?"
    r"(?:apps?|sites?|websites?|platforms?|sex(?:es)?|genders?|ages?|groups?|bands?|offen[cs]es?"
    r"|crimes?|(?:offen[cs]e )?(?:types?|categor(?:y|ies))|forces?|areas?|districts?|divisions?"
    r"|locations?|places|months?|quarters?|victims?|children|persons|people)"
)
_WHOLE = re.compile(
    r"(?:the )?(?:whole |entire )?force(?:[ -]?(?:wide|area|total))?"
    rf"|(?:all|any|every)(?: (?:the )?{_AXIS})?|combined|both|altogether|tot|t|numbers?|counts?"
    r"|(?:all )?(?:recorded )?(?:offen[cs]es|crimes)",
    re.IGNORECASE,
)
_LEAST = 20  # of a sum: smaller ones come about by chance
_FEWEST = 3  # parts of a sum in a single column
_WHY = "Each count of “{}” is the sum of those of the other rows. Is it their total?"


def take_whole_rows(
    table: Table, columns: TableColumns, by_row: dict[int, LabelMeaning]
) -> Iterator[tuple[Position, str]]:
    """Take a last row “Force” or “All sites” that is such a sum for a total; ask about another."""
    rows = [row for row in table.body if not by_row[row.number].excluded]
    meanings = [by_row[row.number] for row in rows]
    if not columns.labels or any(each.total or each.year for each in meanings) or table.sections:
        return
    *parts, last = rows if len(rows) > 2 else [*rows, SheetRow(0, {})] * 2
    label = last.cells.get(columns.labels[0], "")
    if not label or not _is_sum(last, parts, columns):
        return
    others = [row.cells.get(columns.labels[0], "") for row in parts]
    if _WHOLE.fullmatch(clean_label(label)) or covers_ages(label, others):
        own = by_row[last.number]
        labels = tuple(("other", text) for _, text in own.labels)
        by_row[last.number] = LabelMeaning(labels, total=True)
    elif _is_no_chance(last, parts, columns) and not _is_of_form(table):
        yield (last.number, columns.labels[0]), _WHY.format(label[:60])


def _is_of_form(table: Table) -> bool:
    """Whether a table is one of our own return form, whose rows are known by their names."""
    first = min((row.number for row in table.body), default=0)
    above = ((place, text) for place, text in table.sheet.cells.items() if place[0] < first)
    return any(is_table_line(text) for _, text in above)


def _is_sum(row: SheetRow, parts: list[SheetRow], columns: TableColumns) -> bool:
    lines = [[each.cells.get(c) for c in columns.data] for each in (row, *parts)]
    return is_sum(lines[0], lines[1:]) and any(map(value_or_none, lines[0]))


def _is_no_chance(row: SheetRow, parts: list[SheetRow], columns: TableColumns) -> bool:
    """Whether numbers as large, or as many, are no sums of others by chance."""
    large = [c for c in columns.data if (value_or_none(row.cells.get(c)) or 0) >= _LEAST]
    filled = [c for c in large if sum(bool(value_or_none(p.cells.get(c))) for p in parts) > 1]
    return len(filled) > 1 or (bool(filled) and len(parts) >= _FEWEST)
