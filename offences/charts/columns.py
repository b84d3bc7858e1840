"""What is drawn for each year, and the key to the marks used."""

from collections.abc import Iterator
from dataclasses import dataclass

from offences.english import ended
from offences.statistics.cells import MAY_BE_ZERO, State
from offences.statistics.years import Year
from offences.trends import Point, Trend
from offences.words import reasons

ANOTHER_WAY = "counted another way"

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
    if cell.is_missing:
        reason = point.reason or "no figure"
        words = f"No figure: {reason[0].lower()}{reason[1:]}. Not zero."
        if cell.why in MAY_BE_ZERO:
            words = reasons.sentence(cell.why)
        return ChartColumn(year, "gap", under=reason, words=words)
    low, high = cell.low, cell.high
    kind = {State.PART_YEAR: "part", State.SUPPRESSED: "range"}.get(cell.state, "count")
    label, under = f"{low:,}", ""
    if kind == "range" and high is None:
        kind, label = "open", f"{low:,} or more"
    elif kind == "range":
        label = f"{low:,} to {high:,}"
    elif kind == "part":
        under = "1 month" if cell.months == 1 else f"{cell.months} months"
    elif low == 0:
        kind = "zero"
    words = f"{label} in {under}" if under else label
    if point.vintage:
        words += f", published {point.vintage}"
    if not point.restated:
        words += ", not restated since"
    if cell.doubt:
        label, words = f"{label}?", f"{words}. In doubt: {ended(cell.doubt)}"
    return ChartColumn(
        year,
        kind,
        low,
        high,
        cell.months,
        hollow=bool(cell.doubt) or not point.restated,
        doubt=bool(cell.doubt),
        newest=newest,
        label=label,
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
    reasons = {c.under for c in columns if c.kind == "gap"}
    maybe = {p.cell.why for c, p in shown if c.kind == "gap"} & MAY_BE_ZERO
    not_zero = "" if maybe else " Not zero."
    kinds = {c.kind for c in columns}
    if solid:
        yield KeyEntry("solid", _published(solid) or "In the newest release")
    if hollow:
        yield KeyEntry("hollow", f"{_published(hollow) or 'Published earlier'}, not restated since")
    if any(c.doubt for c in columns):
        yield KeyEntry("doubt", "In doubt: shown, not compared")
    if "zero" in kinds:
        yield KeyEntry("zero", "A true zero: none were recorded")
    if "range" in kinds:
        yield KeyEntry("range", "A range: solid to the low end, stripes to the high end")
    if "open" in kinds:
        yield KeyEntry("open", "Solid to the low end; no upper limit is known")
    if "part" in kinds:
        yield KeyEntry("part", "Part of a year: as wide as its months, never compared")
    if len(reasons) == 1:
        reason = reasons.pop()
        yield KeyEntry("gap", f"{reason[0].upper()}{reason[1:]}.{not_zero}")
    elif reasons:
        yield KeyEntry("gap", f"No figure, with the reason.{not_zero}")
    for _, year, why in breaks:
        text = f"Counted in another way from {year} on"
        yield KeyEntry("break", f"{text}: {why}" if why else text)


def _published(vintages: set[str]) -> str:
    """“Published June 2019” where there is one such date."""
    return f"Published {next(iter(vintages))}" if len(vintages) == 1 and any(vintages) else ""
