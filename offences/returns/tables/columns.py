"""The columns of a table: labels, counts, and those that are excluded."""

from dataclasses import dataclass
from itertools import pairwise

from offences.returns.labels.cell_counts import is_fraction
from offences.returns.labels.label_words import (
    ROLES,
    content_role,
    heading_role,
    is_no_count,
    is_unknown,
)
from offences.returns.sheet import Table
from offences.returns.tables.row_kinds import (
    EARLIEST,
    LATEST,
    is_value,
    is_year_number,
    names_year,
    names_years,
    parse_number,
)

NOT_READ = ("code", "reference", "remark")


@dataclass(frozen=True)
class TableColumns:
    """The columns of a table by their contents; `fractions` were excluded as no counts."""

    labels: tuple[int, ...]
    data: tuple[int, ...]
    fractions: tuple[int, ...] = ()


def classify_columns(table: Table) -> TableColumns:
    data: list[int] = []
    words: list[int] = []
    markers: list[int] = []
    fractions: list[int] = []
    for column in table.columns():
        kind = _kind(table, column)
        if kind == "data":
            data.append(column)
        elif kind == "label":
            words.append(column)
        elif kind == "fraction":
            fractions.append(column)
        elif kind == "markers":
            markers.append(column)
    if data:  # beside counts, a column of nothing but markers holds counts that are not there
        data = sorted(data + [c for c in markers if c > data[0] or c - 1 in words])
    first = min(data, default=1 << 20)
    labels = [c for c in words if c < first or _says_something(table, c)]
    if not labels and len(data) > 1 and data[0] == table.columns()[0]:
        labels, data = [data[0]], data[1:]
    return TableColumns(tuple(labels), tuple(data), tuple(fractions))


def _kind(table: Table, column: int) -> str:
    heading, texts = table.heading(column), table.texts(column)
    role = heading_role(heading)
    if not texts:
        return "data" if _is_axis_of_counts(table, column) else ""
    if role in NOT_READ and not _is_number_heading(table, column):
        return ""
    if _is_axis(role, heading, texts):
        return "label"
    if (names_year(heading) or _is_year(table, heading)) and not is_no_count(heading):
        return "data"
    if heading and not role and column == table.columns()[0] and _is_serial(texts):
        return ""
    values = sum(is_value(text) for text in texts)
    if values * 2 <= len(texts):
        return "label"
    if sum(is_fraction(text) for text in texts) * 2 > values:
        return "fraction"
    if not any(parse_number(text) is not None for text in texts):
        return "markers" if values == len(texts) else "label"
    if not heading and not table.header and column == table.columns()[0]:
        return "label"
    if not heading and column == table.columns()[0] and _is_series(texts):
        return "label"
    if not heading and all(len(text) == 1 and text.isalpha() for text in texts):
        return ""  # letters for a revision
    return "data"


def _is_year(table: Table, heading: str) -> bool:
    """A number over a column, in a row of headings in which most are years."""
    if not is_year_number(heading):
        return False
    row = next(h for h in reversed(table.header) if heading in h.cells.values())
    return sum(map(is_year_number, row.cells.values())) * 2 > len(row.cells)


def _is_axis_of_counts(table: Table, column: int) -> bool:
    """A headed column with nothing in it: every cell was left blank."""
    return bool(table.heading(column)) and not heading_role(table.heading(column))


def _is_number_heading(table: Table, column: int) -> bool:
    """Whether a column is a serial number: “No.” and “Number” head counts too, unless first."""
    phrase = table.heading(column).strip(" .:").casefold()
    if phrase not in ("no", "number", "nr", "#"):
        return False
    return column != table.columns()[0] or not _is_series(table.texts(column))


def _is_series(texts: list[str]) -> bool:
    """Numbers that rise or fall by one: a serial number, ages, years."""
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if len(numbers) * 2 < len(texts) or len(numbers) < 2:
        return False
    steps = [b - a for a, b in pairwise(numbers)]
    return all(s == 1 for s in steps) or (
        all(s == -1 for s in steps) and all(EARLIEST <= n <= LATEST for n in numbers)
    )


def _is_serial(texts: list[str]) -> bool:
    """1, 2, 3… in the first column."""
    numbers = [parse_number(text) for text in texts]
    return len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1))


def _is_axis(role: str, heading: str, texts: list[str]) -> bool:
    """Whether a column under a heading that names an axis really holds its labels."""
    if role not in (*ROLES, "year", "part", "date") or is_unknown(heading):
        return False
    numbers = [n for n in map(parse_number, texts) if n is not None]
    if role == "year":
        years = sum(EARLIEST <= n <= LATEST for n in numbers)
        return years + sum(names_year(t) or names_years(t) for t in texts) > 0.6 * len(texts)
    if role in ("date", "part"):
        return sum(map(names_year, texts)) + len(numbers) * (role == "part") > 0.5 * len(texts)
    if role == "age":
        return not any(map(str.isdigit, heading)) and all(n < 125 for n in numbers)
    return not numbers


def _says_something(table: Table, column: int) -> bool:
    """A column of words behind the counts: labels where its heading or its words name an axis."""
    role = heading_role(table.heading(column))
    if role in (*ROLES, "year", "part"):
        return True
    texts = table.texts(column)
    known = sum(bool(content_role(text)) or names_year(text) for text in texts)
    return bool(texts) and len(texts) == len(table.body) and known > 0.8 * len(texts)
