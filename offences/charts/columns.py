"""What is drawn for each year, and the key to the marks used."""

from collections.abc import Iterator
from dataclasses import dataclass

from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.trends import Point, Trend
from offences.words import chart

type Breaks = list[tuple[int, Year, str]]
"""The breaks between two charted years: before which column, from which year, why."""


@dataclass(frozen=True)
class ChartColumn:
    """One year: what is drawn, and the words that go with it."""

    year: str
    kind: str  # count, zero, range, open, part, gap
    low: int | None = None
    high: int | None = None
    months: int | None = None
    hollow: bool = False  # printed earlier and not restated, or in doubt
    doubt: bool = False
    newest: bool = False
    label: str = ""  # over the bar: “24 to 44”
    under: str = ""  # the months of a part year, the reason for a gap
    words: str = ""  # the row of the table, for the tooltip


@dataclass(frozen=True)
class KeyEntry:
    """A mark used in this chart and what it means."""

    kind: str
    text: str


def column_of(point: Point, newest: bool) -> ChartColumn:
    cell, year = point.cell, point.year.label
    under, words = chart.under(point), chart.tooltip(point)
    if cell.is_missing:
        return ChartColumn(year, "gap", under=under, words=words)
    kind = {State.PART_YEAR: "part", State.SUPPRESSED: "range"}.get(cell.state, "count")
    if kind == "range" and cell.high is None:
        kind = "open"
    elif kind == "count" and cell.low == 0:
        kind = "zero"
    return ChartColumn(
        year,
        kind,
        cell.low,
        cell.high,
        cell.months,
        hollow=bool(cell.doubt) or not point.restated,
        doubt=bool(cell.doubt),
        newest=newest,
        label=f"{chart.label(cell)}{'?' if cell.doubt else ''}",
        under=under,
        words=words,
    )


def breaks_in(trend: Trend) -> Breaks:
    """The breaks between two charted years: before which column, from which year, why."""
    years = [point.year for point in trend.points]
    return [
        (years.index(each.year), each.year, each.why)
        for each in trend.series.breaks
        if each.year in years[1:]
    ]


def reach(column: ChartColumn) -> int:
    """How high the axis has to go for a column; stripes without a limit need room above them."""
    if column.kind == "open":
        return -(-(column.low or 0) * 3 // 2)
    return column.high or column.low or 0


def keys_of(trend: Trend, columns: tuple[ChartColumn, ...], breaks: Breaks) -> Iterator[KeyEntry]:
    shown = list(zip(columns, trend.points, strict=True))
    whole = [(c, p) for c, p in shown if c.kind in ("count", "range", "open", "zero")]
    solid = {p.vintage for c, p in whole if not c.hollow}
    hollow = {p.vintage for c, p in whole if c.hollow and not c.doubt}
    if solid:
        yield KeyEntry("solid", chart.key_of_bars(solid, restated=True))
    if hollow:
        yield KeyEntry("hollow", chart.key_of_bars(hollow, restated=False))
    kinds = {c.kind for c in columns} | {"doubt" for c in columns if c.doubt}
    for kind, text in chart.KEYS.items():
        if kind in kinds:
            yield KeyEntry(kind, text)
    if gaps := [p for c, p in shown if c.kind == "gap"]:
        yield KeyEntry("gap", chart.key_of_gaps(gaps))
    for _, year, why in breaks:
        yield KeyEntry("break", chart.key_of_break(year, why))
