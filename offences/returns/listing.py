"""A list of one row per crime, which the reader counts."""

import re
from collections import Counter

from offences.returns.columns import Columns
from offences.returns.labels import beside_rows
from offences.returns.said import Said
from offences.returns.sheet import Observation, Problem, Table
from offences.returns.words import ROLES, content_role, heading_role, is_title
from offences.returns.years import Year, day_of


def is_listing(table: Table, columns: Columns) -> bool:
    """Headings name a year or date and what kind of crime each row is; nothing is a count."""
    roles = {column: heading_role(table.heading(column)) for column in columns.labels}
    dated = any(role in ("year", "date", "part") for role in roles.values())
    told = any(role in ROLES and _is_of_crimes(table, c) for c, role in roles.items())
    return bool(table.header) and dated and told


_OF_CRIMES = re.compile(r"offen[cs]e|crime|\bh\.?o\b|home office|classif", re.IGNORECASE)


def _is_of_crimes(table: Table, column: int) -> bool:
    """A sex, an age, an offence; not the titles in a list of the file's own tables."""
    heading = table.heading(column)
    if heading_role(heading) != "offence" or _OF_CRIMES.search(heading):
        return True
    texts = table.texts(column)
    return sum(content_role(t) == "offence" and not is_title(t) for t in texts) * 2 > len(texts)


def read_listing(
    table: Table, columns: Columns, context: Said
) -> tuple[list[Observation], list[Problem]]:
    roles = {column: heading_role(table.heading(column)) for column in columns.labels}
    used = tuple(c for c, role in roles.items() if role in ROLES or role == "year")
    date_column = None if "year" in roles.values() else _date_column(table, roles)
    beside = beside_rows(table, Columns(used, ()))
    dated = {date_column} if date_column is not None else set()
    for row in table.header:
        table.roles |= {(row.number, c): "label" for c in row.cells if c in used or c in dated}
    counts: Counter[tuple[str, str, tuple[tuple[str, str], ...]]] = Counter()
    problems: list[Problem] = []
    for row in table.body:
        said = context.and_then(beside[row.number])
        label, kind = (said.year.label, said.year.kind) if said.year else ("", "")
        if date_column is not None:
            day = day_of(row.cells.get(date_column, ""))
            label, kind = (Year.containing(day).label, "financial") if day else ("", "")
            if date_column in row.cells:
                table.roles[row.number, date_column] = "year" if day else "ignored"
            if day is None:
                place = table.sheet.address(row.number, date_column)
                problems.append(Problem(table.sheet.name, place, "This row has no date of record."))
        counts[label, kind, said.labels] += 1
    return [
        Observation(None, label or None, kind or None, dict(labels), count)
        for (label, kind, labels), count in counts.items()
    ], problems


def _date_column(table: Table, roles: dict[int, str]) -> int | None:
    """The date of record; where there are several, the one whose heading says so."""
    dates = [c for c, role in roles.items() if role in ("date", "part")]
    recorded = [c for c in dates if "record" in table.heading(c).casefold()]
    return next(iter(recorded or dates), None)
