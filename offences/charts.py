"""A trend as a chart: the columns, their drawing as SVG, the same for Chart.js, and in words.

Every state a year can be in has a shape of its own, so that a chart holds in grey, on paper and in
the reader's own colours. Bars start from zero and are never lines: a bar cannot be joined across a
gap. Across, everything is in percentages; down, in pixels: the chart fills its column, and type
never shrinks.
"""

from collections.abc import Generator, Iterator
from dataclasses import asdict, dataclass

from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.trends import Point, Trend

HEIGHT, TOP, BASE = 300, 44, 260  # pixels: the whole, the highest gridline, zero
BREAK_HEADROOM = 22  # a break is named above the plot
NO_LIMIT = 52  # pixels of stripes over a range of which no upper limit is known
ROOM_OVER = 134  # pixels: months run up over a bar that is no higher than this, else inside it
BAR, HATCH = 0.6, 0.8  # of a column's width
DENSE = 5  # more years than this: smaller type, reasons run up their columns
CROWDED = 7  # more than this: small type on wide screens too
EVERY_LABEL = 9  # more than this: every second year goes without its label everywhere
ANOTHER_WAY = "counted another way"


@dataclass(frozen=True)
class Column:
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
class Key:
    """A mark used in this chart and what it means."""

    kind: str
    text: str


@dataclass(frozen=True)
class Bar:
    css: str
    x: str
    y: str
    width: str
    height: str
    hatched: bool = False
    tag: str = "rect"


@dataclass(frozen=True)
class Line:
    css: str
    x1: str
    y1: str
    x2: str
    y2: str
    tag: str = "line"


@dataclass(frozen=True)
class Text:
    css: str
    x: str
    y: str
    text: str
    anchor: str = "middle"
    upwards: bool = False
    tag: str = "text"


Mark = Bar | Line | Text


@dataclass(frozen=True)
class Chart:
    identifier: str
    title: str
    description: str
    crowding: str  # "", dense or crowded
    marks: tuple[Mark, ...]
    keys: tuple[Key, ...]
    config: dict
    height: int = HEIGHT

    @property
    def config_id(self) -> str:
        return f"{self.identifier}-config"


def chart_of(trend: Trend, identifier: str) -> Chart | None:
    """The chart of a trend; None where fewer than two years have a figure: that is no trend."""
    if trend.figures < 2:
        return None
    columns = tuple(_column(point, point is trend.newest) for point in trend.points)
    breaks = _breaks(trend)
    ticks = axis_ticks(max(_reach(column) for column in columns))
    return Chart(
        identifier=identifier,
        title=f"{trend.force.area}: offences recorded each year",
        description=_description(trend),
        crowding=_crowding(len(columns)),
        marks=tuple(_marks(columns, breaks, ticks)),
        keys=tuple(_keys(trend, columns, breaks)),
        config=_config(columns, breaks, ticks),
    )


def axis_ticks(highest: int) -> tuple[int, ...]:
    """Round numbers from the first step above zero to the first that reaches the highest bar.

    Three to five steps of 1, 2 or 5 times a power of ten; none where every figure is zero.
    """
    if highest <= 0:
        return ()
    power = 1
    while True:
        for step in (power, 2 * power, 5 * power):
            count = -(-highest // step)
            if count <= 5:
                return tuple(step * n for n in range(1, count + 1))
        power *= 10


def _column(point: Point, newest: bool) -> Column:
    cell, year = point.cell, point.year.label
    if cell.is_missing:
        reason = point.reason or "no figure"
        words = f"No figure: {reason[0].lower()}{reason[1:]}. Not zero."
        return Column(year, "gap", under=reason, words=words)
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
        label, words = f"{label}?", f"{words}. In doubt: {cell.doubt}"
    return Column(
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


def _breaks(trend: Trend) -> list[tuple[int, Year, str]]:
    """The breaks between two charted years: before which column, from which year, why."""
    years = [point.year for point in trend.points]
    return [
        (years.index(each.year), each.year, each.why)
        for each in trend.series.breaks
        if each.year in years[1:]
    ]


def _reach(column: Column) -> int:
    """How high the axis has to go for a column; stripes without a limit need room above them."""
    if column.kind == "open":
        return -(-(column.low or 0) * 3 // 2)
    return column.high or column.low or 0


# In words


def _description(trend: Trend) -> str:
    """The finding first, then every other year with a figure, then the gaps."""
    newest = trend.newest
    if newest is None:
        return ""
    before = next((p for p in trend.points if p.year == newest.year.previous), None)
    said = [newest]
    first = f"In {newest.year}: {_in_words(newest)}"
    if before is not None and _may_compare(trend, before, newest):
        change = (newest.cell.low or 0) - (before.cell.low or 0)
        how = "up from" if change > 0 else "down from" if change < 0 else "the same as"
        first += f", {how} {before.cell.low:,} in {before.year}"
        said.append(before)
    sentences = [first]
    sentences += [
        f"In {point.year}: {_in_words(point)}"
        for point in reversed(trend.points)
        if point not in said
    ]
    sentences += [f"From {year} on, offences were {ANOTHER_WAY}" for _, year, _ in _breaks(trend)]
    return ". ".join(sentences) + "."


def _may_compare(trend: Trend, before: Point, newest: Point) -> bool:
    """Two whole, exact years of one definition, told by the same publication."""
    return all(
        point.cell.is_exact and point.cell.is_comparable and point.restated
        for point in (before, newest)
    ) and before.year >= trend.series.since(newest.year)


def _in_words(point: Point) -> str:
    cell = point.cell
    if cell.is_missing:
        reason = point.reason or "no figure"
        return f"no figure, {reason[0].lower()}{reason[1:]}; it is not zero"
    if cell.state is State.SUPPRESSED:
        words = f"{cell.low:,} or more" if cell.high is None else f"{cell.low:,} to {cell.high:,}"
    elif cell.state is State.PART_YEAR:
        words = f"{cell.low:,} in {cell.months} month{'' if cell.months == 1 else 's'} of the year"
    else:
        words = f"{cell.low:,}"
    if not point.restated:
        words += f", published {point.vintage or 'earlier'} and not restated"
    return f"{words}, in doubt" if cell.doubt else words


def _keys(
    trend: Trend, columns: tuple[Column, ...], breaks: list[tuple[int, Year, str]]
) -> Iterator[Key]:
    shown = list(zip(columns, trend.points, strict=True))
    whole = [(c, p) for c, p in shown if c.kind in ("count", "range", "open", "zero")]
    solid = {p.vintage for c, p in whole if not c.hollow}
    hollow = {p.vintage for c, p in whole if c.hollow and not c.doubt}
    reasons = {c.under for c in columns if c.kind == "gap"}
    kinds = {c.kind for c in columns}
    if solid:
        yield Key("solid", _published(solid) or "In the newest release")
    if hollow:
        yield Key("hollow", f"{_published(hollow) or 'Published earlier'}, not restated since")
    if any(c.doubt for c in columns):
        yield Key("doubt", "In doubt: shown, not compared")
    if "zero" in kinds:
        yield Key("zero", "A true zero: none were recorded")
    if "range" in kinds:
        yield Key("range", "A range: solid to the low end, stripes to the high end")
    if "open" in kinds:
        yield Key("open", "Solid to the low end; no upper limit is known")
    if "part" in kinds:
        yield Key("part", "Part of a year: as wide as its months, never compared")
    if len(reasons) == 1:
        reason = reasons.pop()
        yield Key("gap", f"{reason[0].upper()}{reason[1:]}. Not zero.")
    elif reasons:
        yield Key("gap", "No figure, with the reason. Not zero.")
    for _, year, why in breaks:
        text = f"Counted in another way from {year} on"
        yield Key("break", f"{text}: {why}" if why else text)


def _published(vintages: set[str]) -> str:
    """“Published June 2019” where there is one such date."""
    return f"Published {next(iter(vintages))}" if len(vintages) == 1 and any(vintages) else ""


# As SVG


def _percent(share: float) -> str:
    return f"{share * 100:.3f}%"


def _pixels(y: float) -> str:
    return f"{y:g}" if y == int(y) else f"{y:.2f}"


def _crowding(count: int) -> str:
    return "crowded" if count > CROWDED else "dense" if count > DENSE else ""


def _upright(columns: tuple[Column, ...]) -> bool:
    """Narrow columns on a phone hold three digits side by side; longer numbers run upwards."""
    return len(columns) > DENSE and any(
        len(word) > 3 + word.endswith("?") for c in columns for word in c.label.split()
    )


def _top(
    columns: tuple[Column, ...], breaks: list[tuple[int, Year, str]], ticks: tuple[int, ...]
) -> int:
    """Where the highest gridline lies: the words over the high bars need room, and so do breaks."""
    high = [c for c in columns if ticks and _reach(c) * 5 >= ticks[-1] * 3]
    if _upright(columns):
        room = max((12 + 8 * len(c.label) for c in high), default=0)
    elif len(columns) > 2:
        line = 14 if len(columns) > DENSE else 19
        room = max((14 + line * len(c.label.split()) for c in high), default=0)
    else:
        room = 0
    return max(TOP, room) + BREAK_HEADROOM * bool(breaks)


def _gutter(count: int, ticks: tuple[int, ...]) -> float:
    """The share of the width kept for the numbers of the axis."""
    if count <= DENSE:
        return 0.09
    return 0.07 if ticks and ticks[-1] >= 1000 else 0.05


def _marks(
    columns: tuple[Column, ...], breaks: list[tuple[int, Year, str]], ticks: tuple[int, ...]
) -> Iterator[Mark]:
    """Back to front: hatching, grid, bars with their words, breaks, the axis."""
    dense = len(columns) > DENSE
    gutter = _gutter(len(columns), ticks)
    slot = (1 - gutter) / len(columns)
    top = _top(columns, breaks, ticks)
    upright = _upright(columns)
    pixel = (BASE - top) / ticks[-1] if ticks else 0
    for index, column in enumerate(columns):
        if column.kind == "gap":
            left = gutter + slot * (index + (1 - HATCH) / 2)
            yield Bar(
                "b-gap",
                _percent(left),
                _pixels(top),
                _percent(slot * HATCH),
                _pixels(BASE - top),
                hatched=True,
            )
    for tick in ticks:
        y = BASE - tick * pixel
        yield Line("l-grid", "0", _pixels(y), "100%", _pixels(y))
        yield Text("t-tick", "0", _pixels(y - 4), f"{tick:,}", anchor="start")
    for index, column in enumerate(columns):
        middle = gutter + slot * (index + 0.5)
        if column.kind == "gap":
            yield from _reason(column, _percent(middle), dense)
        else:
            head = yield from _bar(column, middle, slot * BAR, pixel)
            yield from _label(column, _percent(middle), head, len(columns), upright)
        css = "t-newest-year" if column.newest else "t-year"
        if dense and (len(columns) - 1 - index) % 2:
            css += " t-second" if len(columns) <= EVERY_LABEL else " t-second t-never"
        yield Text(css, _percent(middle), _pixels(BASE + 25), column.year)
    for index, _, _ in breaks:
        x = gutter + slot * index
        yield Line("l-break", _percent(x), "14", _percent(x), _pixels(BASE))
        before = index * 2 >= len(columns)
        beside = x - 0.012 if before else x + 0.012
        anchor = "end" if before else "start"
        yield Text("t-why", _percent(beside), "22", ANOTHER_WAY, anchor)
    yield Line("l-axis", "0", _pixels(BASE), "100%", _pixels(BASE))


def _reason(column: Column, middle: str, dense: bool) -> Iterator[Mark]:
    """Why there is no figure, at the foot of its column; up along it where columns are narrow."""
    if dense:
        yield Text("t-why", middle, _pixels(BASE - 10), column.under, "start", upwards=True)
        return
    lines = _wrapped(column.under, 10)
    for number, line in enumerate(reversed(lines)):
        yield Text("t-why", middle, _pixels(BASE - 14 - 18 * number), line)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _bar(column: Column, middle: float, width: float, pixel: float) -> Generator[Mark, None, float]:
    """The bar of a year, and how high up its number begins."""
    low = (column.low or 0) * pixel
    left, right = _percent(middle - width / 2), _percent(middle + width / 2)
    head = BASE - low
    if column.kind == "zero":
        css, height = ("b-flat-hollow", 5) if column.hollow else ("b-solid", 3)
        head = BASE - height
        yield Bar(css, left, _pixels(head), _percent(width), _pixels(height))
    elif column.kind == "part":
        narrow = width * (column.months or 12) / 12
        yield Bar(
            "b-part", _percent(middle - narrow / 2), _pixels(head), _percent(narrow), _pixels(low)
        )
    elif low:
        css = "b-hollow" if column.hollow else "b-solid"
        yield Bar(css, left, _pixels(head), _percent(width), _pixels(low))
    if column.kind == "range" and column.high is not None:
        head = BASE - column.high * pixel
        for y in _stripes(BASE - low, head):
            yield Line("l-stripe", left, _pixels(y), right, _pixels(y))
    elif column.kind == "open":
        for y in _open_stripes(BASE - low):
            yield Line("l-stripe", left, _pixels(y), right, _pixels(y))
        head = BASE - low - NO_LIMIT
    return head


def _stripes(foot: float, head: float) -> Iterator[float]:
    """Stripes 7 pixels apart over the low end; the uppermost is the high end."""
    y = foot - 6
    while y > head + 5:
        yield y
        y -= 7
    yield head + 1.5


def _open_stripes(foot: float) -> Iterator[float]:
    """Stripes ever further apart: they thin out, and nothing closes them."""
    for above in (6, 14, 24, 36, 50):
        yield foot - above


def _label(column: Column, middle: str, head: float, count: int, upright: bool) -> Iterator[Mark]:
    """The number over a bar, with the months of a part year; another setting where it is tight."""
    dense = count > DENSE
    css = "t-number t-newest" if column.newest else "t-number"
    y = head - 10
    if column.under and dense:
        inside = head < ROOM_OVER
        foot = BASE - 10 if inside else head - 6
        yield Text("t-why", middle, _pixels(foot), column.under, "start", upwards=True)
        y = y if inside else y - 62
    elif column.under:
        yield Text("t-why", middle, _pixels(head - 8), column.under)
        y -= 16
    words = column.label.split()
    wide = words if dense else [column.label]
    narrow = words if count > 2 else [column.label]
    if not upright and wide == narrow:
        yield from _lines(css, middle, y, wide, dense)
        return
    yield from _lines(f"{css} t-wide", middle, y, wide, dense)
    css = f"{css} t-narrow"
    if upright:
        yield Text(css, middle, _pixels(y + 2), column.label, "start", upwards=True)
    else:
        yield from _lines(css, middle, y, narrow, dense)


def _lines(css: str, middle: str, y: float, lines: list[str], dense: bool) -> Iterator[Mark]:
    for number, line in enumerate(reversed(lines)):
        yield Text(css, middle, _pixels(y - (14 if dense else 19) * number), line)


# For Chart.js


def _config(
    columns: tuple[Column, ...], breaks: list[tuple[int, Year, str]], ticks: tuple[int, ...]
) -> dict:
    """Chart.js draws the same bars; `marks` is what trend.js adds to them.

    A part year is a data set of its own, as Chart.js knows one width of bar a data set.
    """
    months = sorted({c.months for c in columns if c.months})
    whole = [None if c.kind in ("gap", "part") else c.low for c in columns]
    return {
        "type": "bar",
        "data": {
            "labels": [c.year for c in columns],
            "datasets": [_dataset(whole, BAR)]
            + [
                _dataset([c.low if c.months == n else None for c in columns], BAR * n / 12)
                for n in months
            ],
        },
        "options": {
            "animation": False,
            "responsive": True,
            "maintainAspectRatio": False,
            "layout": {"autoPadding": False, "padding": {"top": _top(columns, breaks, ticks)}},
            "interaction": {"mode": "index", "intersect": False},
            "plugins": {"legend": {"display": False}},
            "scales": {
                "x": {"grid": {"display": False}, "ticks": {"autoSkip": False, "maxRotation": 0}},
                "y": {
                    "min": 0,
                    "max": ticks[-1] if ticks else 1,
                    "ticks": {"stepSize": ticks[0] if ticks else 1},
                },
            },
        },
        "marks": {
            "columns": [asdict(c) for c in columns],
            "breaks": [index for index, _, _ in breaks],
            "anotherWay": ANOTHER_WAY,
            "crowding": _crowding(len(columns)),
            "everyLabel": len(columns) <= EVERY_LABEL,
            "upright": _upright(columns),
            "roomOver": ROOM_OVER,
            "gutter": _gutter(len(columns), ticks),
            "foot": HEIGHT - BASE,
            "hatch": HATCH,
            "openStripes": [BASE - y for y in _open_stripes(BASE)],
            "noLimit": NO_LIMIT,
        },
    }


def _dataset(data: list[int | None], width: float) -> dict:
    return {
        "data": data,
        "grouped": False,
        "barPercentage": width,
        "categoryPercentage": 1,
        "borderSkipped": False,
    }
