"""Lines of cells that are the sum of others, as the file writes them."""

from collections.abc import Sequence

from offences.returns.labels.cell_counts import parse_count

type CellTexts = list[str | None]  # of one row or column; None where it is empty


def is_sum(line: CellTexts, parts: Sequence[CellTexts], least: int = 2) -> bool:
    """Whether every cell of a line is the sum of the cells of at least so many parts."""
    if len(parts) < least or not any(line):
        return False
    for at, text in enumerate(line):
        if text is None:
            continue
        values = [_value(part[at]) for part in parts]
        if None in values or _value(text) != sum(filter(None, values)):
            return False
    return True


def _value(text: str | None) -> int | None:
    """A count; an empty cell adds nothing, and a marker has no known number."""
    count = parse_count(text) if text is not None else None
    return 0 if text is None else count.value if count else None
