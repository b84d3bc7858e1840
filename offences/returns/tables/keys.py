"""Lines beside a table: “Force | Northshire”, the filters of a pivot, “Page 1 of 3”."""

import re
from collections.abc import Iterator, Mapping

from offences.returns.labels.age_spans import is_of_adults
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.sheet import Position, Sheet, SheetRow, Table
from offences.returns.tables.cell_kinds import is_value, names_year

_RUNNING = re.compile(
    r"page \d+(?: ?(?:of|/) ?\d+)?|(?:date )?(?:printed|produced|generated|extracted|run)\b.*\d.*",
    re.IGNORECASE,
)

_AXES = ("sex", "age", "offence", "platform")
_AGE = re.compile(
    r"(?:victims?(?:[’']s?)? )?age[ds]?(?: of (?:the )?victims?)?[ :=]*", re.IGNORECASE
)


def is_running_line(row: SheetRow) -> bool:
    """Whether a row is what comes again on every page: “Page 1 of 3”, “Printed 08/06/2023”."""
    return all(map(_RUNNING.fullmatch, row.cells.values()))


def ends_key(table: Table, row: SheetRow) -> bool:
    """Whether headings end what is no table so far, but lines of two cells: “Year | 2018/19”.

    They do so below a gap, or right below lines that name a year or a force.
    """
    rows = [*table.header, *table.body]
    first = min(rows[0].cells)
    lines = all(each.cells.keys() == {first, first + 1} for each in rows)
    named = lines and all(_is_filter(*each.cells.values()) for each in rows)
    pair = row.cells.keys() == {first, first + 1}
    below = row.after_gap or (named and pair and not _is_filter(*row.cells.values()))
    return below and first in row.cells and lines and not any(map(_has_number, rows))


def ends_words(table: Table, row: SheetRow) -> bool:
    """Whether a row of words ends such a key, in which nothing stands in the place of a count."""
    if any(map(is_value, row.cells.values())) or not ends_key(table, row):
        return False
    pairs = [each.cells.values() for each in (*table.header, *table.body)]
    return all(_is_category(*pair) or not any(map(is_value, pair)) for pair in pairs)


def roles_of_key(table: Table) -> dict[Position, str]:
    """The second cells of such a key that name a category of children, which are labels."""
    return {
        (row.number, max(row.cells)): "label"
        for row in (*table.header, *table.body)
        if _is_category(*row.cells.values()) and not is_of_adults(row.cells[max(row.cells)])
    }


def lines_of_key(table: Table) -> list[SheetRow]:
    """The lines of a key that name the force, year or category of a table, if they name one."""
    rows = [*table.header, *table.body]
    dated = [row for row in rows if _is_dated(*row.cells.values())]
    forces = [row for row in rows if _is_force(*row.cells.values())]
    found = [*(dated if len(dated) == 1 else ()), *(forces if len(forces) == 1 else ())]
    found += [row for row in rows if _is_category(*row.cells.values())]
    return [SheetRow(row.number, {min(row.cells): _as_line(row)}) for row in found]


def rest_of_key(table: Table) -> list[SheetRow]:
    """The lines of a key that label no count, and may say that there are none: “Value | %”."""
    rows = (*table.header, *table.body)
    pairs = [(row, [*row.cells.values()]) for row in rows]
    return [row for row, pair in pairs if not (_is_category(*pair) or _is_dated(*pair))]


_READ = ("label", "year", "value", "total", "marker")


def pairs_of_cells(
    sheet: Sheet, roles: Mapping[Position, str]
) -> Iterator[tuple[Position, str, str]]:
    """What is said in two cells, of which no table has any, and where: “Online flag | (All)”."""
    rows: dict[int, list[Position]] = {}
    for at in sorted(sheet.cells):
        rows.setdefault(at[0], []).append(at)
    for places in rows.values():
        if len(places) == 2 and not any(roles.get(at, "note") in _READ for at in places):
            name, text = (sheet.cells[at] for at in places)
            yield places[0], name.rstrip(" :"), text


def _has_number(row: SheetRow) -> bool:
    numbers = (is_value(text) and any(map(str.isdigit, text)) for text in row.cells.values())
    return any(numbers) and not (len(row.cells) == 2 and _is_category(*row.cells.values()))


def _is_category(name: str, text: str) -> bool:
    """Whether a pair says of which sex, ages, offence or platform counts are: “Sex | Female”.

    A number alone is an age behind “Victim age”; “Maximum age | 15” says of more than that one.
    """
    role = heading_role(name)
    is_named = role in _AXES and content_role(text) == role and not names_year(text)
    return is_named and (not text.isdecimal() or bool(_AGE.fullmatch(name)))


def _is_dated(name: str, text: str) -> bool:
    return names_year(text) and heading_role(name) not in _AXES


def _is_force(name: str, text: str) -> bool:
    return heading_role(name) == "force" or content_role(text) == "force"


def _is_filter(name: str, text: str) -> bool:
    return (heading_role(name) == "year" and names_year(text)) or _is_force(name, text)


def _as_line(row: SheetRow) -> str:
    name, text = row.cells.values()
    is_age = text.isdecimal() and _is_category(name, text)  # “Year | 2018” is none
    return f"Age {text}" if is_age else f"{name.rstrip(' :')}: {text}"
