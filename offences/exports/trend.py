"""One trend as rows: the table a page shows, and the file of exactly that table."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from offences.english import ended
from offences.models import ReleasedFigure
from offences.statistics.cells import Cell
from offences.statistics.notation import published, published_markers
from offences.statistics.series import Break
from offences.statistics.years import Year
from offences.trends import Point, Trend
from offences.words import downloads
from offences.words.cells import markers
from offences.words.chart import key_of_break

Value = str | int
type Row = dict[str, Value]
"""A row by its columns; what it does not say is empty."""


@dataclass(frozen=True)
class TrendRow:
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
    broken = broken_in(trend.series.breaks)
    return [_row(point, broken.get(point.year, "")) for point in reversed(trend.points)]


def broken_in(breaks: Iterable[Break]) -> dict[Year, str]:
    """The years from which figures are counted in another way, each with its sentence."""
    return {each.year: ended(key_of_break(each.year, each.why)) for each in breaks}


def markers_of(rows: list[TrendRow]) -> list[tuple[str, str]]:
    """The markers in some rows with what they mean, each once."""
    used = {marker for row in rows for marker in row.markers}
    return [(code, words) for code, words in markers().items() if code in used]


def _row(point: Point, broken: str) -> TrendRow:
    cell = point.cell
    markers, shown = published_markers(cell, is_broken=bool(broken)), published(cell)
    if not cell.is_missing:
        # Markers go beside a number; where there is no number, the marker is the text itself.
        shown += "".join(f" [{m}]" for m in markers if f"[{m}]" not in shown)
    return TrendRow(
        year=point.year.label,
        shown=shown,
        is_number=not cell.is_missing,
        published=downloads.published_when(
            cell, point.reason, point.vintage, restated=point.restated
        ),
        source=point.source,
        source_url=point.source_url,
        place=", ".join(filter(None, (point.sheet, point.cell_address))),
        note=" ".join(filter(None, (broken, note_on(cell, point)))),
        markers=markers,
    )


def note_on(cell: Cell, of: Point | ReleasedFigure) -> str:
    """The remarks that a reader of a figure needs, in sentences."""
    return downloads.figure_notes(
        cell,
        downloads.revision_of(cell, of.revised_why),
        derived=of.derived,
        from_spreadsheet=of.source_kind == "master",
        note=of.note,
    )


def trend_csv(trend: Trend) -> str:
    """The table of one force and measure as a file, markers in a column of their own."""
    rows = zip(reversed(trend.points), rows_of(trend), strict=True)
    return csv_of(downloads.TREND, [_file_row(point, row, trend) for point, row in rows])


def _file_row(point: Point, row: TrendRow, trend: Trend) -> Row:
    cell = point.cell
    numbers = {"number": cell.low if cell.low == cell.high else None}
    numbers |= {"low": cell.low, "high": cell.high}
    return {
        "place": trend.force.name,
        "ons_code": trend.force.ons_code,
        "measure": trend.measure.name,
        "year": row.year,
        "year_start": point.year.starts_on.isoformat(),
        **{name: value for name, value in numbers.items() if value is not None},
        "marker": " ".join(row.markers),
        "reason": point.reason,
        "months": cell.months or (12 if row.is_number else ""),
        "status": downloads.status(row.markers),
        "published": row.published,
        "published_on": point.published_on,
        "source": row.source,
        "source_address": row.source_url,
        "sheet": point.sheet,
        "cell": point.cell_address,
        "note": row.note,
        "release": trend.release.number,
    }


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Rows as a plain file with these columns; what a row does not say is empty."""
    empty, in_order = dict.fromkeys(columns, ""), itemgetter(*columns)
    return csv_of_lines(columns, ((fields(in_order(empty | row)),) for row in rows))


def csv_of_lines(columns: Sequence[str], lines: Iterable[Iterable[str]]) -> str:
    """Lines in pieces, together a field for every one of these columns, as a plain file."""
    return "\r\n".join([fields(columns), *map(",".join, lines), ""])


class _GivenBack:
    """Takes the place of a file: what is written to it comes back from the writer."""

    @staticmethod
    def write(text: str) -> str:
        return text


def fields(values: Iterable[Value]) -> str:
    """Values as they are in a file, with commas between them."""
    # A field more, since one that is empty and alone would be written in quotes.
    return csv.writer(_GivenBack, lineterminator="").writerow([*map(safe, values), ""])[:-1]


@lru_cache(20_000)
def safe(value: Value) -> Value:
    """A number as it is; a text that no spreadsheet takes for a formula or refuses."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text
