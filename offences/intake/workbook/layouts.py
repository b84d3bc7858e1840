"""Sheets of text → lines, one for each count: which count it is and what the file says.

*Long*: a heading row with the columns of COLUMNS, one count a row. *Wide*, the master that a
charity keeps: forces down, years across, one measure or category a sheet.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from offences.intake.spreadsheets import TextSheet
from offences.resources.export import unescape
from offences.resources.names import fold
from offences.returns.sheet import column_letters
from offences.statistics.years import JANUARY, Year, first_month

COLUMNS: dict[str, str] = {
    "force": "The force, in any of its spellings, or its area.",
    "round": "The round, by its name or its address.",
    "request": "1 for the first request of the round, 2 for one that follows it. "
    "Only needed if a force had more than one.",
    "measure": "The measure, by its name or its address.",
    "breakdown": "The breakdown, by its name or its address. Empty for the measure's total.",
    "category": "The category, by its name or its address. "
    "Empty for the total that the force states.",
    "year": "The financial year, such as 2018/19.",
    "value": "What the force answered, as it could be typed in the grid. Empty: nothing entered.",
    "note": "A remark for readers. It is published.",
    "doubt": "Why the number is in doubt. It is then shown, never compared.",
}
NEEDED = ("force", "year", "value")
HEADING_ROWS = 30  # rows in which a heading row is looked for

_FORCES = re.compile(r"(police )?forces?( name)?")
_SUMS = re.compile(
    r"(grand |sub-?)?totals?|sum|all( police)? forces|total.*forces.*|england( and wales)?|wales"
    r"|uk|united kingdom"
)


@dataclass(frozen=True)
class CountLine:
    """One count as the file has it. A text of None: the file has no such column."""

    sheet: str
    row: int
    cell: str
    texts: dict[str, str | None] = field(default_factory=dict)
    fault: str = ""  # what is wrong with the cell itself
    wide: bool = False  # from a table with forces down and years across

    def text(self, column: str) -> str:
        return self.texts.get(column) or ""


@dataclass
class WorkbookRead:
    """The counts of a file, and notes on what in it was not read."""

    lines: list[CountLine] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    wide: bool = False


@dataclass(frozen=True)
class UploadDefaults:
    """The uploader's values for anything that the file does not say itself."""

    round: str = ""
    measure: str = ""
    title: str = ""  # what readers see as the source; empty: the file's name


def read(sheets: Iterable[TextSheet], defaults: UploadDefaults) -> WorkbookRead:
    found = WorkbookRead()
    for sheet in sheets:
        found.notes.extend(sheet.notes)
        if not sheet.rows:
            continue
        if long := _long_heading(sheet):
            found.lines.extend(_long(sheet, *long, defaults, found.notes))
        elif wide := _wide_heading(sheet):
            found.wide = True
            found.lines.extend(_wide(sheet, wide, defaults, found.notes))
        else:
            found.notes.append(
                f"{sheet} was not read: no row of its first {HEADING_ROWS} has the headings force, "
                f"year and value, or “Force” with years such as {Year(2018)} beside it."
            )
    return found


def year_in(text: str) -> Year | None:
    """The year that a heading or a cell names: 2018/19, 2018-19, 2018/2019; None for others.

    Of a charity whose years are calendar years: 2018.
    """
    if first_month() == JANUARY:
        return Year(int(text)) if re.fullmatch(r"(?:19|20)[0-9]{2}", text := text.strip()) else None
    found = re.fullmatch(r"(?:FY ?)?([0-9]{4}) ?[/\-–—] ?([0-9]{2}|[0-9]{4})", text.strip(), re.I)
    if not found:
        return None
    try:
        year = Year.parse(f"{found[1]}/{found[2][-2:]}")
    except ValueError:
        return None
    return year if len(found[2]) == 2 or int(found[2]) == year.start + 1 else None


# Long


def _long_heading(sheet: TextSheet) -> tuple[int, dict[str, int]] | None:
    for at, (_, cells) in enumerate(sheet.rows[:HEADING_ROWS]):
        words = [fold(cell) for cell in cells]
        if all(name in words for name in NEEDED):
            return at, {name: words.index(name) for name in COLUMNS if name in words}
    return None


def _long(
    sheet: TextSheet, at: int, columns: dict[str, int], defaults: UploadDefaults, notes: list[str]
) -> Iterable[CountLine]:
    cells = sheet.rows[at][1]
    headings = [fold(cell) for cell in cells]
    unread = [c for c, heading in zip(cells, headings, strict=True) if heading not in COLUMNS]
    _note_unread(unread, f"Not read in sheet “{sheet.name}”" if sheet.name else "Not read", notes)
    for name in columns:
        if headings.count(name) > 1:
            notes.append(f"There are two columns “{name}”: only the first is read.")
    empty = [""] * (max(columns.values()) + 1)
    of_value = column_letters(columns["value"] + 1)
    places = [column + 1 for column in columns.values()]
    for number, cells in sheet.rows[at + 1 :]:
        filled = cells if len(cells) >= len(empty) else [*cells, *empty]
        texts: dict[str, str | None] = {n: unescape(filled[at]) for n, at in columns.items()}
        texts["round"] = texts.get("round") or defaults.round
        texts["measure"] = texts.get("measure") or defaults.measure
        faults = sheet.faults_in(number, places) if sheet.faults else []
        if faults or any(texts[name] for name in columns):  # else only columns that are not read
            cell = f"{of_value}{number}"
            yield CountLine(sheet.name, number, cell, texts, "; ".join(faults))


def _note_unread(cells: Iterable[str], where: str, notes: list[str]) -> None:
    if named := ", ".join(f"column “{cell.strip()}”" for cell in cells if cell.strip()):
        notes.append(f"{where}: {named}.")


# Wide


def _wide_heading(sheet: TextSheet) -> tuple[int, int, dict[int, Year]] | None:
    """The heading row, the column of the forces, and which columns are years."""
    for at, (_, cells) in enumerate(sheet.rows[:HEADING_ROWS]):
        years = {i: year for i, cell in enumerate(cells) if (year := year_in(cell))}
        forces = [i for i, cell in enumerate(cells) if _FORCES.fullmatch(fold(cell))]
        if years and forces:
            return at, forces[0], years
    return None


def _wide(
    sheet: TextSheet,
    heading: tuple[int, int, dict[int, Year]],
    defaults: UploadDefaults,
    notes: list[str],
) -> Iterable[CountLine]:
    at, first, years = heading
    about = _about_sheet(sheet, at, defaults)
    cells = sheet.rows[at][1]
    unread = [cell for i, cell in enumerate(cells) if i != first and i not in years]
    _note_unread(unread, f"{sheet}: not read", notes)
    for number, cells in sheet.rows[at + 1 :]:
        force = unescape(cells[first]) if first < len(cells) else ""
        values = {i: unescape(cells[i]) if i < len(cells) else "" for i in years}
        filled = [i for i in years if values[i] or (number, i + 1) in sheet.faults]
        if filled and _SUMS.fullmatch(fold(force)):
            notes.append(f"{sheet}, row {number}: “{force}” is a sum, and sums are not read.")
            continue
        if force and not filled:
            notes.append(f"{sheet}, row {number}: “{force[:60]}” has nothing in any year.")
        for i in filled:
            texts = about | {"force": force, "year": years[i].label, "value": values[i]}
            fault, cell = "; ".join(sheet.faults_in(number, [i + 1])), sheet.address(number, i + 1)
            yield CountLine(sheet.name, number, cell, texts, fault, wide=True)


def _about_sheet(sheet: TextSheet, at: int, defaults: UploadDefaults) -> dict[str, str | None]:
    """The values above a wide table for all its counts: “Measure: Online offences”."""
    about: dict[str, str | None] = {"round": defaults.round, "measure": defaults.measure}
    for _, cells in sheet.rows[:at]:
        # In one cell or two.
        words = ": ".join(cell.strip().rstrip(":").strip() for cell in cells if cell.strip())
        name, _, rest = words.partition(":")
        if fold(name) in ("round", "request", "measure", "breakdown", "category") and rest:
            about[fold(name)] = rest.strip()
    if "category" not in about and "breakdown" not in about:
        about["sheet name"] = sheet.name
    return about
