"""Sheets with a list of the file's other sheets, whose numbers are those of the list."""

from collections import defaultdict
from collections.abc import Sequence

from offences.returns.labels.cell_counts import parse_count, plain_text
from offences.returns.sheet import Sheet

_FEWEST = 2  # sheets of a list


def is_of_contents(sheet: Sheet, sheets: Sequence[Sheet]) -> bool:
    """Whether each row of a sheet with a number or marker names another sheet of the file."""
    others = {plain_text(each.name).casefold() for each in sheets if each is not sheet}
    rows: dict[int, list[str]] = defaultdict(list)
    for (row, _), text in sorted(sheet.cells.items()):
        rows[row].append(plain_text(text).casefold())
    listed = [row for row, texts in rows.items() if others.intersection(texts)]
    left = (text for row, texts in rows.items() if row not in listed for text in texts)
    return len(listed) >= _FEWEST and not any(map(parse_count, left))
