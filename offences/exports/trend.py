"""One trend as rows: the table a page shows, and the file of exactly that table."""

import csv
import io
from dataclasses import dataclass

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from offences.english import ended, months, sentence
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
from offences.statistics.notation import published, published_markers
from offences.trends import Point, Trend
from offences.words import reasons
from offences.words.cells import MARKERS

HEADER = [
    *("force", "measure", "year", "offences", "low", "high", "marker", "reason", "months"),
    *("published", "source", "source_address", "sheet", "cell", "note", "release"),
]


@dataclass(frozen=True)
class TrendRow:
    """One year as the table shows it."""

    year: str
    shown: str
    is_number: bool
    published: str
    source: str
    source_url: str
    place: str  # sheet and cell in the source
    note: str
    markers: tuple[str, ...]


def rows_of(trend: Trend) -> list[TrendRow]:
    """The years of a trend as its table shows them, newest first."""
    return [_row(point, trend) for point in reversed(trend.points)]


def markers_of(rows: list[TrendRow]) -> list[tuple[str, str]]:
    """The markers in some rows with what they mean, each once."""
    used = {marker for row in rows for marker in row.markers}
    return [(code, words) for code, words in MARKERS.items() if code in used]


def _row(point: Point, trend: Trend) -> TrendRow:
    cell = point.cell
    markers = published_markers(cell)
    shown = published(cell)
    if not cell.is_missing:
        # A marker beside a number; one that stands for it is the text itself.
        shown += "".join(f" [{m}]" for m in markers if f"[{m}]" not in shown)
    return TrendRow(
        year=point.year.label,
        shown=shown,
        is_number=not cell.is_missing,
        published=_published(point, trend),
        source=point.source,
        source_url=point.source_url,
        place=", ".join(filter(None, (point.sheet, point.cell_address))),
        note=note_on(point),
        markers=markers,
    )


def _published(point: Point, trend: Trend) -> str:
    if not point.cell.is_missing:
        return f"{point.vintage}{'' if point.restated else ', not restated since'}"
    if point.cell.why is Missing.NO_RESPONSE:
        when = f", reported {point.vintage}" if point.vintage else ""
        return f"The force did not answer{when}"
    if point.cell.why in MAY_BE_ZERO:
        return reasons.sentence(point.cell.why)
    return f"{point.reason[:1].upper()}{point.reason[1:]}"


def note_on(point: Point) -> str:
    cell, notes = point.cell, []
    if cell.months:
        notes.append(f"Covers {months(cell.months)} only. Not compared with any year.")
    if told := revision_of(cell, point.previously_in, point.revised_why):
        notes.append(told)
    if cell.doubt:
        notes.append(f"In doubt: {ended(cell.doubt)} Not compared with any year.")
    if point.derived:
        notes.append("Added up from the force’s own breakdown.")
    if point.source_kind == "master":
        notes.append("Read from the charity’s own spreadsheet: the force’s file is not held.")
    if point.note:
        note = ended(point.note)
        notes.append(f"Note: {note}" if note[:1].isdigit() else sentence(note))
    return " ".join(notes)


def revision_of(cell: Cell, previously_in: int | None, why: str) -> str:
    """What the release before said, which that was, and why it is another figure now."""
    if not cell.is_revised and not why:
        return ""
    said = "Revised."
    if cell.previously is not None:
        where = f", in release {previously_in}" if previously_in else ""
        said = f"Revised: {cell.previously:,} was published before{where}."
    return f"{said} {sentence(ended(why))}" if why else said


def trend_csv(trend: Trend) -> str:
    """The table of one force and measure as a file, markers in a column of their own.

    A missing figure is an empty field with its marker and reason, never a nought.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row, point in zip(rows_of(trend), reversed(trend.points), strict=True):
        cell = point.cell
        writer.writerow(
            [
                plain(trend.force.name),
                plain(trend.measure.name),
                row.year,
                cell.low if cell.low is not None and cell.low == cell.high else "",
                "" if cell.low is None else cell.low,
                "" if cell.high is None else cell.high,
                " ".join(row.markers),
                plain(point.reason),
                cell.months or (12 if row.is_number else ""),
                plain(row.published),
                plain(row.source),
                plain(row.source_url),
                plain(point.sheet),
                plain(point.cell_address),
                plain(row.note),
                trend.release.number,
            ]
        )
    return text.getvalue()


def plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


Value = str | int


def safe(value: Value) -> Value:
    """A number as it is; a text that no spreadsheet takes for a formula or refuses."""
    return plain(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value
