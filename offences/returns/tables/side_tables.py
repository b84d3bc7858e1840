"""Tables beside each other: in which columns of some rows another table begins."""

from itertools import pairwise

from offences.returns.labels.label_words import heading_role
from offences.returns.labels.years import parse_day
from offences.returns.sheet import SheetRow
from offences.returns.tables.cell_kinds import (
    is_padded,
    is_series,
    is_value,
    names_year,
    parse_number,
)
from offences.returns.tables.labels_behind import LabelsBehind


def bands_of(group: list[SheetRow]) -> list[set[int]]:
    """The columns of each table beside others in rows without an empty one between them."""
    wide = [row for row in group if len(row.cells) > 1]
    if not wide:
        return []
    used = sorted({column for row in wide for column in row.cells})
    cuts, behind = [used[0]], LabelsBehind([row.cells for row in wide], used)
    for left, column in pairwise(used):
        gap, again = column > left + 1, _repeats_heading(wide, cuts[-1], column)
        of_labels = (gap or again) and _is_label_column(wide, column)
        of_labels = of_labels or (gap and _is_before_labels(wide, column))
        if (gap and again == SAME) or of_labels or behind.begins_table(column, cuts[-1]):
            cuts.append(column)
    ends = [*cuts[1:], used[-1] + 1]
    return [{c for c in used if a <= c < b} for a, b in zip(cuts, ends, strict=True)]


SIMILAR, SAME = 1, 2


def _repeats_heading(rows: list[SheetRow], first: int, column: int) -> int:
    """Whether the name of the first column's axis is repeated above this one."""
    found, of_crimes = 0, _is_of_crimes(rows, first) or _is_of_crimes(rows, column)
    for row in rows[:6]:
        here, there = row.cells.get(column, ""), row.cells.get(first, "")
        if here and not is_value(here):
            role = heading_role(here)
            if role in ("offence", "date") and of_crimes:
                continue
            known = role not in ("", "reference", "code")  # a row may have several of those
            again = SAME if here == there else int(known and role == heading_role(there))
            found = max(found, again)
    return found


def _is_of_crimes(rows: list[SheetRow], column: int) -> bool:
    """Whether most cells of a column are numbers or days, as of single crimes: no offences."""
    texts = [row.cells[column] for row in rows if column in row.cells]
    found = (parse_number(text) is not None or parse_day(text) for text in texts)
    return sum(map(bool, found)) * 2 > len(texts)


def _is_before_labels(rows: list[SheetRow], column: int) -> bool:
    """Whether a column has codes, or numbers its rows, right before one of labels."""
    texts = [row.cells[column] for row in rows if column in row.cells]
    heads = [heading_role(text) for text in texts[:3]]
    role = next((each for each in heads if each in ("code", "reference")), "")
    texts = texts[heads.index(role) + 1 :] if role else []
    numbered = bool(texts) and parse_number(texts[0]) == 1 and is_series(texts)
    if role != "code" and not numbered:
        return False
    without = [
        SheetRow(row.number, {c: text for c, text in row.cells.items() if c != column})
        for row in rows
    ]
    return _is_label_column(without, column + 1)


def _is_label_column(rows: list[SheetRow], column: int) -> bool:
    """A column of labels with figures to its right, and figures to its left as well."""
    labels: list[str] = []
    values_left = 0
    for row in rows:
        text = row.cells.get(column, "")
        right = any(is_value(t) for c, t in row.cells.items() if c > column)
        left = (t for c, t in row.cells.items() if c < column)
        values_left += any(is_value(t) and not is_padded(t) for t in left)
        if text and right:
            labels.append(text)
    words = [t for t in labels if names_year(t) or not is_value(t)]
    if len(words) * 2 > len(labels) and len(set(words)) >= 2:
        return values_left > 0
    numbers = [n for n in map(parse_number, labels) if n is not None]
    rising = len(numbers) >= 3 and all(b - a == 1 for a, b in pairwise(numbers))
    roles = (heading_role(row.cells.get(column, "")) for row in rows)
    return rising and any(role in ("age", "year") for role in roles)
