"""Dates where ages are expected, or where each row has its year: a spreadsheet changed them."""

import re
from collections.abc import Iterator

from offences.returns.labels.label_words import heading_role
from offences.returns.labels.years import MONTH, names_month
from offences.returns.sheet import Position, Table
from offences.returns.tables.cell_kinds import names_year
from offences.returns.tables.columns import TableColumns
from offences.returns.tables.label_levels import Meanings

_DAY_OF_MONTH = re.compile(rf"\d{{1,2}}[- ]{MONTH}", re.IGNORECASE)  # 6-10 → “06-Oct”


def changed_headings(table: Table, columns: Meanings, rows: Meanings) -> Iterator[Position]:
    """The headings that are a day or month of another year than the rows below: “Nov-15”."""
    years = {each.year.label for each in rows.values() if each.year and each.year.label}
    for column, meaning in columns.items():
        month = meaning.year.label if meaning.year and meaning.year.part else ""
        others = years - {month} if month else ()
        own = [row for row in table.header if column in row.cells]
        for row in reversed(own) if years else ():
            text = row.cells[column]
            if (others and names_year(text)) or _DAY_OF_MONTH.fullmatch(text):
                yield row.number, column
                break


def changed_labels(table: Table, columns: TableColumns) -> Iterator[Position]:
    """The labels under “Age” that are dates, each once."""
    for column in columns.labels:
        if heading_role(table.heading(column)) == "age":
            first = {row.cells.get(column, ""): row.number for row in reversed(table.body)}
            for text, number in reversed(first.items()):
                if names_month(text) or _DAY_OF_MONTH.fullmatch(text):
                    yield number, column
