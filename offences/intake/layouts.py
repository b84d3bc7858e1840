"""Sheets of text → lines, one for each count: which count it is and what is said of it.

Two layouts are known. *Long*: a heading row with the columns of COLUMNS, one count a row. *Wide*,
the master that a charity keeps: forces down, years across, one measure or category a sheet.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from offences.intake.files import Sheet
from offences.statistics.years import Year

COLUMNS: dict[str, str] = {
    "force": "The force, in any of its spellings.",
    "round": "The round, by its name or its address.",
    "request": "1 for the first request of the round, 2 for one that follows it. "
    "Only needed where a force had more than one.",
    "measure": "The measure, by its name or its address.",
    "breakdown": "The breakdown, by its name or its address. Empty for the measure's total.",
    "category": "The category, by its name or its address. "
    "Empty for the total that the force states.",
    "year": "The financial year, such as 2018/19.",
    "value": "What the force answered, in any way that the grid takes. Empty: nothing entered.",
    "note": "A remark for readers. It is published.",
    "doubt": "Why the number is in doubt. It is then shown, never compared.",
}
NEEDED = ("force", "year", "value")
HOW_FAR_DOWN = 30  # rows in which a heading row is looked for

_SUMS = re.compile(
    r"(grand |sub-?)?totals?|sum|all( police)? forces|total.*forces.*|england( and wales)?|wales"
    r"|uk|united kingdom"
)


@dataclass(frozen=True)
class Line:
    """One count as the file has it. A text of None: the file has no such column."""

    sheet: str
    row: int
    cell: str
    texts: dict[str, str | None] = field(default_factory=dict)
    fault: str = ""  # what is wrong with the cell itself
    wide: bool = False  # from a table with forces down and years across

    def says(self, column: str) -> str:
        return self.texts.get(column) or ""


@dataclass(frozen=True)
class Reading:
    """What a file says, and what in it is not read, in sentences."""

    lines: list[Line]
    wide: bool
    notes: list[str]


@dataclass(frozen=True)
class Given:
    """What the person says of a file that does not say it itself."""

    round: str = ""
    measure: str = ""
    title: str = ""  # what readers see as the source; empty: the file's name


def read(sheets: Iterable[Sheet], given: Given) -> Reading:
    reading = Reading([], False, [])
    for sheet in sheets:
        reading.notes.extend(sheet.notes)
        if not sheet.rows:
            continue
        found = _long_heading(sheet)
        if found is not None:
            reading.lines.extend(_long(sheet, *found, given, reading.notes))
            continue
        across = _wide_heading(sheet)
        if across is not None:
            reading = replace(reading, wide=True)
            reading.lines.extend(_wide(sheet, *across, given, reading.notes))
            continue
        named = f"Sheet “{sheet.name}”" if sheet.name else "The file"
        reading.notes.append(
            f"{named} was not read: no row of its first {HOW_FAR_DOWN} has the headings force, "
            "year and value, or “Force” with years such as 2018/19 beside it."
        )
    return reading


def folded(text: str) -> str:
    """A word as it is matched: case, spaces and dashes do not count."""
    return " ".join(re.sub(r"[-_–—]", " ", text).split()).casefold()


def year_in(text: str) -> Year | None:
    """The year that a heading or a cell names: 2018/19, 2018-19, 2018/2019; None for others."""
    found = re.fullmatch(r"(?:FY ?)?([0-9]{4}) ?[/\-–—] ?([0-9]{2}|[0-9]{4})", text.strip(), re.I)
    if not found:
        return None
    try:
        year = Year.parse(f"{found[1]}/{found[2][-2:]}")
    except ValueError:
        return None
    return year if len(found[2]) == 2 or int(found[2]) == year.start + 1 else None


# Long


def _long_heading(sheet: Sheet) -> tuple[int, dict[str, int]] | None:
    for at, (_, cells) in enumerate(sheet.rows[:HOW_FAR_DOWN]):
        words = [folded(cell) for cell in cells]
        if all(name in words for name in NEEDED):
            return at, {name: words.index(name) for name in COLUMNS if name in words}
    return None


def _long(
    sheet: Sheet, at: int, columns: dict[str, int], given: Given, notes: list[str]
) -> Iterable[Line]:
    headings = [folded(cell) for cell in sheet.rows[at][1]]
    unknown = [c.strip() for c, w in zip(sheet.rows[at][1], headings, strict=True) if w]
    unknown = [c for c in unknown if folded(c) not in COLUMNS]
    if unknown:
        where = f" in sheet “{sheet.name}”" if sheet.name else ""
        notes.append(f"Not read{where}: " + ", ".join(f"column “{c}”" for c in unknown) + ".")
    for name in columns:
        if headings.count(name) > 1:
            notes.append(f"There are two columns “{name}”: the first of them is read.")
    for number, cells in sheet.rows[at + 1 :]:
        texts: dict[str, str | None] = {
            name: _plain(cells[column]) if column < len(cells) else ""
            for name, column in columns.items()
        }
        for name, value in (("round", given.round), ("measure", given.measure)):
            texts[name] = texts.get(name) or value
        faults = [
            f"{sheet.cell(number, column + 1)} {sheet.faults[number, column + 1]}"
            for column in columns.values()
            if (number, column + 1) in sheet.faults
        ]
        if not faults and not any(texts[name] for name in columns):
            continue  # what it has stands in columns that are not read
        cell = sheet.cell(number, columns["value"] + 1)
        yield Line(sheet.name, number, cell, texts, "; ".join(faults))


def _plain(text: str) -> str:
    """Without spaces around it, and without the sign by which an export keeps a text a text."""
    text = text.strip()
    return text[1:] if re.match(r"'+[=+\-@\t\r]", text) else text


# Wide


def _wide_heading(sheet: Sheet) -> tuple[int, int, dict[int, Year]] | None:
    """The heading row, the column of the forces, and which columns are years."""
    for at, (_, cells) in enumerate(sheet.rows[:HOW_FAR_DOWN]):
        years = {i: year for i, cell in enumerate(cells) if (year := year_in(cell))}
        first = next(
            (
                i
                for i, c in enumerate(cells)
                if re.fullmatch(r"(police )?forces?( name)?", folded(c))
            ),
            None,
        )
        if years and first is not None:
            return at, first, years
    return None


def _wide(
    sheet: Sheet, at: int, first: int, years: dict[int, Year], given: Given, notes: list[str]
) -> Iterable[Line]:
    named = f"Sheet “{sheet.name}”" if sheet.name else "The file"
    said: dict[str, str | None] = {"round": given.round, "measure": given.measure}
    for _, cells in sheet.rows[:at]:
        # “Measure: Online sexual offences”, in one cell or two.
        words = ": ".join(cell.strip().rstrip(":").strip() for cell in cells if cell.strip())
        name, _, rest = words.partition(":")
        if folded(name) in ("round", "request", "measure", "breakdown", "category") and rest:
            said[folded(name)] = rest.strip()
    if "category" not in said and "breakdown" not in said:
        said["sheet name"] = sheet.name
    unread = [
        cell.strip()
        for i, cell in enumerate(sheet.rows[at][1])
        if i != first and i not in years and cell.strip()
    ]
    if unread:
        notes.append(f"{named}: not read: " + ", ".join(f"column “{c}”" for c in unread) + ".")
    for number, cells in sheet.rows[at + 1 :]:
        force = _plain(cells[first]) if first < len(cells) else ""
        values = {i: _plain(cells[i]) if i < len(cells) else "" for i in years}
        there = [i for i in years if values[i] or (number, i + 1) in sheet.faults]
        if not there:
            if force:
                notes.append(f"{named}, row {number}: “{force[:60]}” has nothing in any year.")
            continue
        if _SUMS.fullmatch(folded(force)):
            notes.append(f"{named}, row {number}: “{force}” is a sum, and sums are not read.")
            continue
        for i in there:
            cell = sheet.cell(number, i + 1)
            texts = said | {"force": force, "year": years[i].label, "value": values[i]}
            fault = sheet.faults.get((number, i + 1), "")
            yield Line(
                sheet.name, number, cell, texts, f"{cell} {fault}" if fault else "", wide=True
            )
