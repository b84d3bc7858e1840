"""Columns of numbers that are codes of the labels beside them: “HOCR”, “Section”, “Beat”."""

from collections import Counter
from collections.abc import Mapping

from offences.returns.labels.label_words import heading_role
from offences.returns.labels.names_of_codes import may_name_codes, names_law
from offences.returns.sheet import Table
from offences.returns.tables.cell_kinds import is_year_number, names_year


def columns_of_codes(table: Table, kinds: Mapping[str, list[int]]) -> list[int]:
    """The columns of numbers that are the codes of the labels beside them, not all there are."""
    data, labels = kinds["data"], kinds["label"]
    named = [c for c in data if names_law(table.heading(c))]
    codes = named if len(named) < len(data) else []
    return [c for c in data if c in codes or _is_code_of_label(table, c, labels)]


def _is_code_of_label(table: Table, column: int, labels: list[int]) -> bool:
    """Whether numbers before all labels come again with the label beside them: its code."""
    beside = min(labels, default=0)
    heading = table.heading(column)
    if may_name_codes(heading):  # also behind the label, which may not be the first
        others = ([row.cells.get(c) for row in table.body] for c in labels)
        own = [row.cells.get(column) for row in table.body]
        return any(_is_one_to_one(own, texts) for texts in others)
    counts = names_year(heading) or is_year_number(heading) or heading_role(heading) == "count"
    if column > beside or counts:
        return False
    rows = [row.cells for row in table.body if beside in row.cells]
    coded = {(cells[beside], cells.get(column)) for cells in rows}
    again = Counter(cells[beside] for cells in rows)
    return len(coded) == len(again) > 1 and sum(n > 1 for n in again.values()) > 1


def _is_one_to_one(numbers: list[str | None], labels: list[str | None]) -> bool:
    """Whether labels come again, each with its own number and always with that."""
    pairs = {*zip(labels, numbers, strict=True)}
    return len(pairs) == len({*labels}) == len({*numbers}) > 1 and len(labels) > len(pairs)
