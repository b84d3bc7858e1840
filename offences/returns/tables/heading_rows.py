"""Rows of headings over one another: which heading is over which column."""

from bisect import bisect_right
from collections.abc import Iterable

from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.label_words import content_role, heading_role, is_generic, is_total
from offences.returns.sheet import LABEL_KINDS, SheetRow, Table
from offences.returns.tables.cell_kinds import (
    axis_role,
    is_figure,
    is_value,
    names_year,
    parse_number,
)

_FIRST_ROWS = 50  # of a table, which show what its columns are
_WIDEST_HIDDEN = 10  # “1 to 9” may be a count that is hidden, and “13-15” is an age


def starts_above(heading: SheetRow, columns: Iterable[int]) -> dict[int, int]:
    """Where the heading of each column is: there, or to its left where it may be over it too."""
    starts = [*heading.cells]  # from the left
    return {column: starts[max(bisect_right(starts, column) - 1, 0)] for column in columns}


def headings_above(heading: SheetRow, columns: Iterable[int]) -> dict[int, str]:
    return {c: heading.cells[start] for c, start in starts_above(heading, columns).items()}


def is_heading_level(above: SheetRow, row: SheetRow, first: int) -> bool:
    """Whether a second row of words is another level of headings, not a list's first row."""
    beyond = row.cells.keys() - {first}
    labels = [c for c in beyond if not is_value(row.cells[c])]  # “Female”, below a blank
    values = beyond - {*labels} if row.cells.keys() <= above.cells.keys() else beyond
    if hides_counts(row, values, may_be_wide=False):
        return False
    if set(row.cells) - set(above.cells) or first not in row.cells or is_of_ages(row, first):
        return True
    years = sum(map(names_year, row.cells.values()))
    same = set(row.cells) == set(above.cells)
    return same and years >= 2 and not heading_role(above.cells.get(first, ""))


def hides_counts(row: SheetRow, columns: Iterable[int], *, may_be_wide: bool) -> bool:
    """Whether a row has a label of its own beside ranges alone in which counts are hidden: “<5”.

    A wide range, as “10-14”, may be an age over the counts of another table.
    """
    counts = {c: row.cells[c] for c in columns if c in row.cells}
    labels = [text for c, text in row.cells.items() if c not in counts]
    axes = any(axis_role(text) or is_generic(text) for text in labels)
    named = bool(labels and counts) and not axes
    return named and all(
        is_value(text) and (may_be_wide or not _is_age_band(text)) for text in counts.values()
    )


def is_of_ages(row: SheetRow, first: int) -> bool:
    """Whether a row is ages alone beside the name of an axis: “Offence”, “Under 18”."""
    corner = row.cells.get(first, "")
    beyond = [text for column, text in row.cells.items() if column != first]
    named = bool(beyond) and bool(axis_role(corner) or is_generic(corner)) and not is_total(corner)
    return named and all(map(_is_age_band, beyond))


def _is_age_band(text: str) -> bool:
    """Whether a range of numbers is one of ages: no count is hidden in so wide a one."""
    count = parse_count(text)
    high = count.high if count else None
    return content_role(text) == "age" and high is not None and high >= _WIDEST_HIDDEN


def has_own_headings(row: SheetRow, above: list[SheetRow], first: int) -> bool:
    """Whether each number of a row has another heading right over it, and none names their axis."""
    beyond = {column: text for column, text in row.cells.items() if column != first}
    over = [each.cells[column] for each in above for column in beyond if column in each.cells]
    numbers = sum(parse_number(text) is not None for text in beyond.values())
    named = any(heading_role(text) in ("age", "year") for text in over)
    return numbers == len(beyond) == len({*over}) > 1 and not named


def heads_no_numbers(row: SheetRow, first: int) -> bool:
    """Whether a first row has an axis in its corner and no number: “Offence”, “Under 18”."""
    beyond = [text for column, text in row.cells.items() if column != first]
    named = bool(axis_role(row.cells.get(first, ""))) and bool(beyond)
    return named and all(parse_number(text) is None for text in beyond)


def heads_counts(row: SheetRow, under: SheetRow | None, first: int) -> bool:
    """Whether a row is one heading, over the only column of counts."""
    if len(row.cells) > 1 or under is None or first in row.cells:
        return False
    ((column, text),) = row.cells.items()
    own = set(under.cells) == {first, column} and is_value(under.cells[column])
    return own and not (is_value(under.cells[first]) or is_figure(text))


def figure_columns(table: Table) -> list[int]:
    """The columns in which most rows so far have figures."""
    some = table.body[:_FIRST_ROWS]
    for row in some[table.rows_counted :]:  # the others were counted as they came
        table.figures.update(c for c, text in row.cells.items() if is_value(text))
    table.rows_counted = len(some)
    return [column for column, n in table.figures.items() if n * 2 > len(some)]


def has_withheld_counts(table: Table, row: SheetRow, first: int, *, near: bool) -> bool:
    """Whether a row hides counts right below those of its table, or in their next group.

    Or its counts were left blank: all it has are labels. `near`: it is right below the last row.
    Without the first label, such a row is of the group above it.
    """
    axes = (*LABEL_KINDS, "year", "part")
    figures = figure_columns(table)
    counts = [c for c in figures if heading_role(table.heading(c)) not in axes]
    if near and len(row.cells) > 1 and max(row.cells) < min(counts, default=0):
        return not any(axis_role(text) or is_generic(text) for text in row.cells.values())
    return hides_counts(row, counts, may_be_wide=near and first not in row.cells)
