"""Totals that take in a row or column of adults beside those of children."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from offences.returns.checks.part_year_notes import EACH, Place, ask_of_cells
from offences.returns.labels.age_spans import is_of_adults
from offences.returns.sheet import Observation, Problem, ReadTable, parse_address

type _Lines = dict[int, list[Observation]]  # by row or column


def totals_with_adults(read: ReadTable) -> Iterator[Problem]:
    """Ask about each total that has adults among its parts, and is no sum of the others."""
    adults = [each for each in read.observations if each.cell and _adult_label(each)]
    if not any(each.value != 0 for each in adults):
        return
    rows, columns = _parts(read)
    asked: dict[str, list[Place]] = defaultdict(list)
    for total in read.observations:
        if total.cell is None or not total.total or total.value is None or _age(total):
            continue
        row, column = parse_address(total.cell)
        beside = columns[column] if row in read.total_rows else []
        beside = [*beside, *(rows[row] if column in read.total_columns else [])]
        own = [each for each in beside if _adult_label(each) and each.value != 0]
        others = [each for each in beside if not _adult_label(each)]
        if own and not _are_all(total, others, own):
            asked[_adult_label(own[0])].append((read.sheet, total.cell))
    for label, places in asked.items():
        what = "This total is" if len(places) <= EACH else "Totals are"
        every = "Are they of children alone?"
        yield from ask_of_cells(
            places, f"{what} beside “{label}”.", "Is it of children alone?", every
        )


def _parts(read: ReadTable) -> tuple[_Lines, _Lines]:
    """The counts of each row and of each column that are no totals."""
    rows: _Lines = defaultdict(list)
    columns: _Lines = defaultdict(list)
    for each in read.observations:
        if each.cell and not each.total:
            row, column = parse_address(each.cell)
            rows[row].append(each)
            columns[column].append(each)
    return rows, columns


def _adult_label(seen: Observation) -> str:
    """The label that says that a count is of adults; empty where none does."""
    labels = (seen.labels.get("age", ""), *seen.other)
    return next((text for text in labels if text and is_of_adults(text)), "")


def _age(seen: Observation) -> str:
    return seen.labels.get("age", "")


def _are_all(
    total: Observation, parts: Sequence[Observation], adults: Sequence[Observation]
) -> bool:
    """Whether a total is the sum of these parts, or with numbers withheld only theirs."""
    low, high = _bounds(parts)
    if not parts or total.value is None or not low <= total.value <= high:
        return False
    least, most = _bounds([*parts, *adults])
    return low == high or not least <= total.value <= most


def _bounds(parts: Sequence[Observation]) -> tuple[float, float]:
    """The smallest and the largest sum of parts, of which some may be withheld."""
    known = [(each.value, each.value) for each in parts if each.value is not None]
    others = [(each.low, each.high) for each in parts if each.value is None]
    pairs = [*known, *others]
    least = sum(low or 0 for low, _ in pairs)
    return least, sum(float("inf") if high is None else high for _, high in pairs)
