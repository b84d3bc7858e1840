"""Released figures as rows: the table a page shows, and the file of exactly that table."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from offences.claims.gaps import MAY_BE_ZERO
from offences.claims.panel_words import in_words as region_in_words
from offences.claims.totals import area_in_words
from offences.claims.wording import ended, months, number, sentence
from offences.models import FoiSubmission, Release, ReleasedFigure, ReleasedResponse
from offences.statistics.cells import Missing
from offences.statistics.dates import in_words
from offences.statistics.notation import MARKERS, published, published_markers
from offences.statistics.years import Year
from offences.trends import Point, Trend, point_of, released_cell

HEADER = [
    *("force", "measure", "year", "offences", "low", "high", "marker", "reason", "months"),
    *("published", "source", "source_address", "sheet", "cell", "note", "release"),
]


@dataclass(frozen=True)
class Row:
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


def rows_of(trend: Trend) -> list[Row]:
    """The years of a trend as its table shows them, newest first."""
    return [_row(point, trend) for point in reversed(trend.points)]


def markers_of(rows: list[Row]) -> list[tuple[str, str]]:
    """The markers in some rows with what they mean, each once."""
    used = {marker for row in rows for marker in row.markers}
    return [(code, words) for code, words in MARKERS.items() if code in used]


def _row(point: Point, trend: Trend) -> Row:
    cell = point.cell
    markers = published_markers(cell)
    shown = published(cell)
    if not cell.is_missing:
        # A marker beside a number; one that stands for it is the text itself.
        shown += "".join(f" [{m}]" for m in markers if f"[{m}]" not in shown)
    return Row(
        year=point.year.label,
        shown=shown,
        is_number=not cell.is_missing,
        published=_published(point, trend),
        source=point.source,
        source_url=point.source_url,
        place=", ".join(filter(None, (point.sheet, point.cell_address))),
        note=_note(point),
        markers=markers,
    )


def _published(point: Point, trend: Trend) -> str:
    if not point.cell.is_missing:
        return f"{point.vintage}{'' if point.restated else ', not restated since'}"
    if point.cell.why is Missing.NO_RESPONSE:
        when = f", reported {point.vintage}" if point.vintage else ""
        return f"The force did not answer{when}"
    if point.cell.why in MAY_BE_ZERO:
        return MAY_BE_ZERO[point.cell.why]
    return f"{point.reason[:1].upper()}{point.reason[1:]}"


def _note(point: Point) -> str:
    cell, notes = point.cell, []
    if cell.months:
        notes.append(f"Covers {months(cell.months)} only. Not compared with any year.")
    if cell.is_revised:
        notes.append(f"Revised: {cell.previously:,} was published before.")
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
                _plain(trend.force.name),
                _plain(trend.measure.name),
                row.year,
                cell.low if cell.low is not None and cell.low == cell.high else "",
                "" if cell.low is None else cell.low,
                "" if cell.high is None else cell.high,
                " ".join(row.markers),
                _plain(point.reason),
                cell.months or (12 if row.is_number else ""),
                _plain(row.published),
                _plain(row.source),
                _plain(row.source_url),
                _plain(point.sheet),
                _plain(point.cell_address),
                _plain(row.note),
                trend.release.number,
            ]
        )
    return text.getvalue()


def _plain(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


# ---- a whole release ---------------------------------------------------------------------------

COLUMNS = {
    "kind": "What the row is of: a force, a nation, a region, or all forces together (total).",
    "place": "The force by its name, or the places by theirs.",
    "address": "The last part of the force’s address on this site.",
    "measure": "What is counted.",
    "what": "A count from a return, or what a publication printed.",
    "category": "Which part of the measure; “total” is the whole.",
    "year": "From April to March: 2018/19.",
    "period": "For a figure printed for another span of time: that span.",
    "number": "The figure. Empty where there is none, or where only a range is known.",
    "low": "The smallest number that the figure can be.",
    "high": "The largest; empty where no upper limit is known.",
    "marker": "Why there is no plain number, or what to know of it.",
    "reason": "Why there is no figure, in words.",
    "months": "How many months of the year the figure covers.",
    "forces_with_figures": "For a published total: how many forces it counts, where printed.",
    "forces_asked": "How many forces were asked, where printed.",
    "published": "When the figure was published.",
    "source": "Where it was published, or the file that the force sent.",
    "source_address": "The address of that publication.",
    "sheet": "The sheet of the force’s file.",
    "cell": "The cell of that sheet.",
    "note": "What else to know.",
    "release": "The number of the release.",
}
"""The columns of a release's file, and what each holds."""

_FORCES = (
    *("place", "address", "year", "number", "low", "high", "marker", "reason", "months"),
    *("published", "source", "source_address", "sheet", "cell", "note"),
)
_RECORDED = (
    *("kind", "place", "what", "category", "year", "period", "number"),
    *("forces_with_figures", "forces_asked", "published", "source", "source_address", "note"),
)
_ANSWERS = (
    *("round", "force", "address", "request", "outcome", "date", "reference", "reason"),
    *("source", "source_address"),
)

Value = str | int


@dataclass(frozen=True)
class Book:
    """Everything that the files of a release are made of."""

    release: Release
    figures: Sequence[ReleasedFigure]
    responses: Sequence[ReleasedResponse]
    names: Mapping[str, str]  # a force's address and its name
    address: str  # of the release's page


@dataclass(frozen=True)
class RecordedRow:
    """A recorded figure as the table of a release shows it."""

    year: str
    shown: str
    is_number: bool
    what: str
    rests_on: str
    published: str
    source: str
    source_url: str
    note: str


def recorded_rows(figures: Iterable[ReleasedFigure], names: Mapping[str, str]) -> list[RecordedRow]:
    """The recorded figures of a release: of all forces, nations, regions, then single forces."""
    return [
        RecordedRow(
            year=Year(f.year).label if f.year else f.period,
            shown=number(f.low) if f.low is not None else f.as_written,
            is_number=f.low is not None,
            what=_what(f, names),
            rests_on=_rests_on(f),
            published=f.published_in_words,
            source=f.source,
            source_url=f.source_url,
            note=_remark(f),
        )
        for f in _in_order(figures, ("total", "nation", "region", "force"))
        if f.claim not in OUR_OWN
    ]


OUR_OWN = {ReleasedFigure.Claim.COUNT, ReleasedFigure.Claim.SUM}
"""What is not quoted: the counts of the returns, and our own sums of them."""


def _what(figure: ReleasedFigure, names: Mapping[str, str]) -> str:
    """“Total for Wales”, “Most common age, England and Wales”."""
    claim = ReleasedFigure.Claim
    place = names.get(figure.body, region_in_words(area_in_words(figure.body)))
    if figure.claim == claim.TOTAL:
        return f"Total for {place}"
    if figure.claim == claim.AGE_TOTAL:
        return f"Aged {figure.category.replace('_', ' ')}, {place}"
    words = ReleasedFigure.Claim(figure.claim).label.removeprefix("recorded ")
    return f"{words[:1].upper()}{words[1:]}, {place}"


def _rests_on(figure: ReleasedFigure) -> str:
    if figure.with_figures and figure.asked:
        return f"{figure.with_figures} of {_forces(figure.asked)}"
    return _forces(figure.with_figures) if figure.with_figures else ""


def _forces(n: int) -> str:
    return f"{n} force{'' if n == 1 else 's'}"


def _remark(figure: ReleasedFigure) -> str:
    """The remark of a recorded figure, or of a sum, as a sentence that opens with a word."""
    if figure.claim == ReleasedFigure.Claim.SUM:
        least = " A part of a year is in it, so it is the least." if figure.high is None else ""
        return f"Added up from the forces’ own figures.{least}"
    notes = [f"In doubt: {figure.doubt.rstrip('.')}." if figure.doubt else ""]
    if note := figure.note.rstrip("."):
        notes.append(f"Note: {note}." if note[:1].isdigit() else f"{note[:1].upper()}{note[1:]}.")
    return " ".join(filter(None, notes))


def _in_order(
    figures: Iterable[ReleasedFigure], kinds: Sequence[str] = ("force", "total", "nation", "region")
) -> list[ReleasedFigure]:
    """By kind, those of one kind A to Z; the newest year and the newest publication first."""
    return sorted(
        sorted(figures, key=lambda f: (f.year, f.publication), reverse=True),
        key=lambda f: (kinds.index(f.body_kind), f.body if f.body_kind != "total" else ""),
    )


def release_rows(book: Book) -> list[dict[str, Value]]:
    """Every figure of a release, and every reason why there is none. Nothing is a nought but 0."""
    return [_release_row(figure, book) for figure in _in_order(book.figures)]


def _release_row(figure: ReleasedFigure, book: Book) -> dict[str, Value]:
    is_count = figure.claim == ReleasedFigure.Claim.COUNT
    row: dict[str, Value] = {
        "kind": figure.body_kind,
        "place": book.names.get(figure.body, figure.body),
        "address": figure.body if figure.body_kind == "force" else "",
        "measure": book.release.measure.name,
        "what": ReleasedFigure.Claim(figure.claim).label,
        "category": figure.category,
        "year": Year(figure.year).label if figure.year else "",
        "period": figure.period,
        "published": figure.published_in_words,
        "source": figure.source,
        "source_address": figure.source_url,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "release": book.release.number,
        "note": _remark(figure),
    }
    if figure.low is not None:
        row["low"] = figure.low
        if figure.low == figure.high:
            row["number"] = figure.low
    if figure.high is not None:
        row["high"] = figure.high
    if figure.with_figures is not None:
        row["forces_with_figures"] = figure.with_figures
    if figure.asked is not None:
        row["forces_asked"] = figure.asked
    if is_count:
        point = point_of(figure)
        row["marker"] = " ".join(published_markers(point.cell))
        row["reason"] = point.reason
        row["note"] = _note(point)
        if not point.cell.is_missing:
            row["months"] = figure.months
    elif figure.claim == ReleasedFigure.Claim.SUM:
        row["marker"] = " ".join(published_markers(released_cell(figure)))
    elif figure.low is None:
        row |= {"marker": "x", "reason": f"printed in words: {figure.as_written}"}
    return row


def answer_rows(book: Book) -> list[dict[str, Value]]:
    """What each force answered in each round, newest round first."""
    ordered = sorted(book.responses, key=lambda r: (-r.round_number, r.force, r.number))
    return [
        {
            "round": each.round_name,
            "force": book.names.get(each.force, each.force),
            "address": each.force,
            "request": each.number,
            "outcome": FoiSubmission.Outcome(each.outcome).label,
            "date": in_words(each.outcome_on, each.outcome_precision),
            "reference": each.reference,
            "reason": each.reason,
            "source": each.source,
            "source_address": each.source_url,
        }
        for each in ordered
    ]


def release_csv(book: Book) -> str:
    """A release as one table, a row for each figure or reason."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in release_rows(book):
        writer.writerow([_safe(row.get(column, "")) for column in COLUMNS])
    return text.getvalue()


def release_xlsx(book: Book) -> bytes:
    """A release as a workbook: a cover, the markers, and one table a sheet.

    No merged cell and no blank row, so that a program or a screen reader finds every table.
    """
    rows = release_rows(book)
    workbook = Workbook()
    cover = workbook.active
    assert isinstance(cover, Worksheet)
    cover.title = "Cover"
    _fill(cover, book.release.title, _cover(book))
    _fill(
        workbook.create_sheet("Notes"),
        "Markers and columns",
        [
            ("Marker or column", "What it means"),
            *((f"[{code}]", words) for code, words in MARKERS.items()),
            *((_heading(name), words) for name, words in COLUMNS.items()),
        ],
    )
    of_forces = [row for row in rows if row["kind"] == "force"]
    recorded = [row for row in rows if row["kind"] != "force"]
    name = book.release.measure.name
    _table(workbook, "Forces", f"{name}: each force and year", _FORCES, of_forces)
    _table(workbook, "Published", f"{name}: figures as published", _RECORDED, recorded)
    _table(workbook, "Answers", f"{name}: who answered", _ANSWERS, answer_rows(book))
    workbook.properties.title = book.release.title
    workbook.properties.creator = ""
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _cover(book: Book) -> list[tuple[Value, ...]]:
    release, measure = book.release, book.release.measure
    return [
        ("Release", f"{release.number}, {release.public_in_words}"),
        ("Address", book.address),
        ("What is counted", measure.definition),
        *([("What is not", measure.excludes)] if measure.excludes else []),
        ("Status", "Not official statistics. Answers to Freedom of Information requests."),
        ("Keep in mind", "One offence is not one child."),
        ("Keep in mind", "Recorded that year does not mean it happened that year."),
        ("Keep in mind", "Do not compare forces: each marks crimes as online differently."),
        ("Missing", "An empty cell is no figure. Its marker and reason stand beside it."),
        ("Sheet “Notes”", "What each marker and column means"),
        ("Sheet “Forces”", "Each force and year: a figure, or the reason why there is none"),
        ("Sheet “Published”", "Totals and other figures as publications printed them"),
        ("Sheet “Answers”", "What each force answered in each round"),
        *([("Note", release.note)] if release.note else []),
    ]


def _table(
    workbook: Workbook,
    name: str,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Mapping[str, Value]],
) -> None:
    sheet = workbook.create_sheet(name)
    headings = tuple(_heading(column) for column in columns)
    lines = [tuple(row.get(column, "") for column in columns) for row in rows]
    _fill(sheet, title, [headings, *lines])
    for cell in sheet[2]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A3"
    if rows:
        last = f"{get_column_letter(len(columns))}{len(rows) + 2}"
        sheet.add_table(Table(displayName=name, ref=f"A2:{last}"))


def _heading(column: str) -> str:
    words = column.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def _fill(sheet: Worksheet, title: str, lines: Sequence[tuple[Value, ...]]) -> None:
    """The title in A1, the lines under it, each text as text; an empty one is no cell at all."""
    sheet["A1"] = _safe(title)
    sheet["A1"].font = Font(bold=True, size=14)
    for at, line in enumerate(lines, 2):
        for column, value in enumerate(line, 1):
            if value != "":
                sheet.cell(at, column, _safe(value))
    for column in range(1, max((len(line) for line in lines), default=1) + 1):
        texts = [str(line[column - 1]) for line in lines if len(line) >= column]
        width = min(60, max(map(len, texts), default=0) + 2)
        sheet.column_dimensions[get_column_letter(column)].width = width
        if width == 60:
            for row in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
                row[0].alignment = Alignment(wrap_text=True, vertical="top")


def _safe(value: Value) -> Value:
    """A number as it is; a text that no spreadsheet takes for a formula or refuses."""
    return _plain(ILLEGAL_CHARACTERS_RE.sub("", value)) if isinstance(value, str) else value
