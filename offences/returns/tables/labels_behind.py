"""Labels behind counts, with counts of their own: the table beside this one begins there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from offences.returns.labels.label_words import content_role, is_generic, is_total
from offences.returns.labels.no_counts import is_no_count
from offences.returns.labels.scope_words import names_more_than_victims
from offences.returns.labels.years import parse_year
from offences.returns.sheet import LABEL_KINDS, Problem, Table
from offences.returns.tables.cell_kinds import (
    are_row_numbers,
    axis_role,
    is_figure,
    is_padded,
    is_value,
    is_year_number,
    names_year,
    parse_number,
)
from offences.returns.tables.columns import TableColumns

type Rows = Sequence[Mapping[int, str]]

_AXES = (*LABEL_KINDS, "year", "part")
_NO_COUNTS = (
    "force",
    "age",
    "sex",
    "platform",
    "year",
    "part",
    "date",
    "code",
    "reference",
    "remark",
    "time",
)
_OLDEST = 125
_LEAST = 20  # of a sum: smaller ones are the same by chance
_WORD = re.compile(r"[^\W\d_]{3}")
_OF_ROW = re.compile(  # who has the crimes of a row
    r"(?:(?:lead|owning|investigating|responsible|main|police) )*"
    r"(?:teams?|units?|departments?|depts?\.?|branch|officers?|oic)(?: (?:name|in charge))?\W*",
    re.IGNORECASE,
)


class LabelsBehind:
    """Finds the columns of labels in which further tables begin, beside the one before."""

    def __init__(self, rows: Rows, columns: Sequence[int]) -> None:
        top = next((n for n, row in enumerate(rows) if _has_count(row)), len(rows))
        self.heads, self.body, self.columns = rows[:top], rows[top:], columns
        self._counts: dict[int, bool] = {}

    def begins_table(self, at: int, first: int) -> bool:
        """Whether a column is behind counts of the labels that begin in the first column.

        Girls and boys that come again beside each offence are parts of it, and begin no table. Nor
        do labels whose counts have another sum: they may be parts of the counts beside them.
        """
        if not _names_labels(self.heads, self.body, at):
            return False
        before = [c for c in self.columns if first <= c < at]
        before = [c for c in before if _role(self.heads, c) != "remark"]
        counts = [c for c in before[1:] if self._are(c) and _heads_counts(self.heads, c)]
        behind = next((c for c in self.columns if c > at and self._are(c)), None)
        if not counts or behind is None or not _has_values(self.body, before[-1]):
            return False
        left = _labels(self.body, [c for c in before if c < counts[0]])
        right = _labels(self.body, [c for c in self.columns if at <= c < behind])
        unique = all(len({*labels}) == len(labels) > 1 for labels in (left, right))
        return unique and self._have_one_sum(counts, behind)

    def _have_one_sum(self, left: Sequence[int], first: int) -> bool:
        """Whether some counts on the left have the sum of some on the right, but are others."""
        right = [c for c in self.columns if c >= first and self._are(c)]
        return any(
            one != other and sum(one) == sum(other) >= _LEAST
            for one in map(self._values, left)
            for other in map(self._values, right)
        )

    def _values(self, column: int) -> list[int]:
        return [parse_number(row.get(column, "")) or 0 for row in self.body]

    def _are(self, column: int) -> bool:
        if column not in self._counts:
            self._counts[column] = _are_counts(self.heads, self.body, column)
        return self._counts[column]


def labels_between_counts(table: Table, columns: TableColumns) -> Iterator[Problem]:
    """Ask about words between two columns of counts: whose labels they are, nobody can know."""
    first, last = min(columns.data, default=0), max(columns.data, default=0)
    others = {*table.columns()} - {*columns.data, *table.excluded}
    for column in sorted(c for c in others if first < c < last):
        heading, texts = table.heading(column), table.texts(column)
        worded = [text for text in texts if _WORD.search(text) and not is_value(text)]
        labelled = column in columns.labels or len(worded) * 2 > len(table.body)
        if names_more_than_victims(heading) or _is_remark(table, columns, column):
            continue  # of the first is asked in any case
        if len({*texts}) > 1 and labelled and not is_no_count(heading):
            text = (heading or texts[0])[:60]
            why = f"“{text}” stands between columns of counts. Are these two tables?"
            ask = "Put an empty column between them, or say in words what each count is of."
            place = table.sheet.address(table.range_start, column)
            yield Problem(table.sheet.name, place, f"{why} {ask}", stops=True)


def _is_remark(table: Table, columns: TableColumns, column: int) -> bool:
    """Whether words between two years say who has the crimes of their row: a team comes again.

    No label stands there for the counts behind it, which are of years that are not before it. Where
    each row has words of its own, those may be the labels of a second table.
    """
    heading, texts = table.heading(column), table.texts(column)
    years = [(c > column, _year(table.heading(c))) for c in columns.data]
    before, behind = ({year for side, year in years if side == is_behind} for is_behind in (0, 1))
    if "" in before | behind or before & behind or any(map(content_role, texts)):
        return False
    rows = [row.cells for row in table.body if column in row.cells]
    if not all(any(c in cells for c in columns.labels if c < column) for cells in rows):
        return False
    return bool(_OF_ROW.fullmatch(heading)) and len({*texts}) < len(texts)


def _year(heading: str) -> str:
    year = parse_year(heading)
    return year.label if year else ""


def _is_count(text: str) -> bool:
    """A number, of which 12 may be an age as well, or what stands in the place of one."""
    return (is_figure(text) or parse_number(text) is not None) and not names_year(text)


def _has_count(row: Mapping[int, str]) -> bool:
    return any(_is_count(text) and not is_year_number(text) for text in row.values())


def _role(heads: Rows, column: int) -> str:
    return next((role for row in heads if (role := axis_role(row.get(column, "")))), "")


def _texts(body: Rows, column: int) -> list[str]:
    return [row[column] for row in body if row.get(column)]


def _names_labels(heads: Rows, body: Rows, column: int) -> bool:
    """Whether a column has the labels of an axis: by its heading, or by most of its words."""
    role, texts = _role(heads, column), _texts(body, column)
    own = [text for text in texts if _is_label(text, role)]
    known = [t for t in own if content_role(t) or names_year(t) or is_total(t)]
    named = role in _AXES or (role not in _NO_COUNTS and len(known) > 0.8 * len(own))
    return named and len(own) == len(texts) > 1


def _is_label(text: str, role: str) -> bool:
    if role == "age" and (age := parse_number(text)) is not None:
        return age <= _OLDEST
    return not _is_count(text) or (role == "year" and is_year_number(text))


def _has_values(body: Rows, column: int) -> bool:
    texts = _texts(body, column)
    return sum(map(is_value, texts)) * 2 > len(texts)


def _are_counts(heads: Rows, body: Rows, column: int) -> bool:
    texts = _texts(body, column)
    if _role(heads, column) in _NO_COUNTS or are_row_numbers(texts) or any(map(is_padded, texts)):
        return False
    return sum(map(_is_count, texts)) * 2 > len(texts)


def _heads_counts(heads: Rows, column: int) -> bool:
    """Whether a heading says that counts are below it, as “Beat” and “Class” do not."""
    texts = [row[column] for row in heads if row.get(column)]
    return any(
        names_year(text)
        or is_year_number(text)
        or is_total(text)
        or is_generic(text)
        or axis_role(text) in ("count", "offence")
        or bool(content_role(text))
        for text in texts
    )


def _labels(body: Rows, columns: Sequence[int]) -> list[tuple[str, ...]]:
    """The labels of each row, with those left blank below one; rows without any are of none."""
    found: list[tuple[str, ...]] = []
    for row in body:
        own = tuple(row.get(c, "") for c in columns)
        if any(own):
            above = found[-1] if found else own
            found.append(tuple(a or b for a, b in zip(own, above, strict=True)))
    return found
