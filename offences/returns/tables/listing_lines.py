"""Lines over the rows of a list that say other things of them than the rows themselves do."""

from collections.abc import Iterator, Mapping

from offences.returns.labels.label_words import clean_label, content_role
from offences.returns.labels.years import parse_day
from offences.returns.sheet import LABEL_KINDS, Problem, SheetRow, Table
from offences.returns.tables.label_levels import LabelMeaning
from offences.returns.tables.line_years import year_of_line
from offences.returns.tables.listing_columns import NO_CRIME, is_of_child

_MOST = 4  # lines that are asked about one by one


def lines_in_doubt(
    table: Table, roles: Mapping[int, str], years: Mapping[int, str], over: LabelMeaning
) -> Iterator[Problem]:
    """Ask about lines over the rows of a list: `years` are those of the rows, by their numbers.

    `over` is the meaning of the lines above all of them.
    """
    asked = [
        Problem(table.sheet.name, table.sheet.address(line.number, min(line.cells)), why, True)
        for line, rows in _rows_below(table)
        if (why := _why_doubtful(table, roles, years, line, rows))
    ]
    yield from asked[:_MOST]
    for role, text in over.labels:
        if (role == "age" and not is_of_child(text)) or (
            role in roles.values() and NO_CRIME.search(text)  # its own column says no more of it
        ):
            why = f"“{text[:60]}” is over the rows of this list, which were counted all the same."
            start = table.range().partition(":")[0]
            yield Problem(table.sheet.name, start, f"{why} Is that right?", stops=True)


def _rows_below(table: Table) -> Iterator[tuple[SheetRow, list[SheetRow]]]:
    """Each line, and the rows from it to the next one of its kind."""
    below: dict[str, list[SheetRow]] = {}
    found: list[tuple[SheetRow, list[SheetRow]]] = []
    for row in table.body:
        for line in table.sections.get(row.number, []):
            below[_kind(line.text)] = []
            found.append((line, below[_kind(line.text)]))
        for rows in below.values():
            rows.append(row)
    yield from found


def _kind(text: str) -> str:
    year = year_of_line(text)
    return "year" if year and year.label else content_role(text)


def _why_doubtful(
    table: Table,
    roles: Mapping[int, str],
    years: Mapping[int, str],
    line: SheetRow,
    rows: list[SheetRow],
) -> str:
    text = line.text[:60]
    if parse_day(text) is not None:
        return f"“{text}” is alone in its row, which was not counted. Is it a crime?"
    year, role = year_of_line(line.text), content_role(line.text)
    if year and year.label:
        own = [years.get(row.number, "") for row in rows]
        others = [label for label in own if label and not _is_in(label, year.label)]
        if others:
            return f"“{text}” is over a row that was counted in {others[0]}. Which is right?"
        return ""
    if role == "age" and not is_of_child(line.text):
        many = "1 row, which was" if len(rows) == 1 else f"{len(rows):,} rows, which were"
        return f"“{text}” is over {many} counted all the same. Is that right?"
    said = [row.cells[c] for row in rows for c in row.cells if roles.get(c) == role]
    others = [each for each in said if clean_label(text).casefold() not in each.casefold()]
    if role in LABEL_KINDS and role != "force" and others:
        return f"“{text}” is over a row that says “{others[0][:60]}”. Which is right?"
    return ""


def _is_in(label: str, other: str) -> bool:
    """Whether a year is another, or has months in it where that is of another kind: 2018/19."""
    apart = int(other[:4]) - int(label[:4])
    return label == other or (("/" in label) != ("/" in other) and apart in (0, 1))
