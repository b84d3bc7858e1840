"""The chart as SVG: every state a year can be in has a shape of its own."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from offences.charts import layout
from offences.charts.columns import Breaks, ChartColumn
from offences.charts.layout import BASE, DENSE
from offences.words.chart import ANOTHER_WAY


@dataclass(frozen=True)
class BarMark:
    css: str
    x: str
    y: str
    width: str
    height: str
    hatched: bool = False
    tag: str = "rect"


@dataclass(frozen=True)
class LineMark:
    css: str
    x1: str
    y1: str
    x2: str
    y2: str
    tag: str = "line"


@dataclass(frozen=True)
class TextMark:
    css: str
    x: str
    y: str
    text: str
    anchor: str = "middle"
    upwards: bool = False
    tag: str = "text"


FLAT = 8  # pixels: a hollow bar that is no higher has a thin outline
Mark = BarMark | LineMark | TextMark


def _percent(share: float) -> str:
    return f"{share * 100:.3f}%"


def _pixels(y: float) -> str:
    return f"{y:g}" if y == int(y) else f"{y:.2f}"


def _bar_at(
    css: str, left: float, top: float, width: float, height: float, *, hatched: bool = False
) -> BarMark:
    across, down = (_percent(left), _percent(width)), (_pixels(top), _pixels(height))
    return BarMark(css, across[0], down[0], across[1], down[1], hatched)


def _across(css: str, left: str, right: str, y: float) -> LineMark:
    return LineMark(css, left, _pixels(y), right, _pixels(y))


def _text(css: str, x: float, y: float, text: str, anchor: str = "middle") -> TextMark:
    return TextMark(css, _percent(x), _pixels(y), text, anchor)


def _upwards(css: str, x: float, y: float, text: str) -> TextMark:
    return TextMark(css, _percent(x), _pixels(y), text, "start", upwards=True)


def marks_of(
    columns: tuple[ChartColumn, ...], breaks: Breaks, ticks: tuple[int, ...]
) -> Iterator[Mark]:
    """Back to front: hatching, grid, bars with their words, breaks, the axis."""
    count = len(columns)
    gutter = layout.gutter_of(count, ticks)
    slot = (1 - gutter) / count
    top = layout.top_of(columns, breaks, ticks)
    runs_up = layout.upright(columns)
    pixel = (BASE - top) / ticks[-1] if ticks else 0
    for index, column in enumerate(columns):
        if column.kind == "gap":
            left = gutter + slot * (index + (1 - layout.HATCH) / 2)
            yield _bar_at("b-gap", left, top, slot * layout.HATCH, BASE - top, hatched=True)
    for tick in ticks:
        y = BASE - tick * pixel
        yield _across("l-grid", "0", "100%", y)
        yield TextMark("t-tick", "0", _pixels(y - 4), f"{tick:,}", anchor="start")
    for index, column in enumerate(columns):
        middle = gutter + slot * (index + 0.5)
        if column.kind == "gap":
            yield from _reason(column, middle, count > DENSE)
        else:
            head = yield from _bar(column, middle, slot * layout.BAR, pixel)
            yield from _label(column, middle, head, count, runs_up)
        css = "t-newest-year" if column.newest else "t-year"
        if count > layout.PHONE_LABELS and (count - 1 - index) % 2:
            css += " t-second" if count <= layout.EVERY_LABEL else " t-second t-never"
        yield _text(css, middle, BASE + 25, column.year)
    for index, _, _ in breaks:
        x = gutter + slot * index
        yield LineMark("l-break", _percent(x), "14", _percent(x), _pixels(BASE))
        beside, anchor = (x - 0.012, "end") if index * 2 >= count else (x + 0.012, "start")
        yield _text("t-why", beside, 22, ANOTHER_WAY, anchor)
    yield _across("l-axis", "0", "100%", BASE)


def _reason(column: ChartColumn, middle: float, dense: bool) -> Iterator[Mark]:
    """Why there is no figure, at the foot of its column; up along it where columns are narrow."""
    if dense:
        yield _upwards("t-why", middle, BASE - 10, column.under)
        return
    for number, line in enumerate(reversed(_wrapped(column.under, 10))):
        yield _text("t-why", middle, BASE - 14 - 18 * number, line)


def _wrapped(text: str, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and len(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _bar(
    column: ChartColumn, middle: float, width: float, pixel: float
) -> Generator[Mark, None, float]:
    """The bar of a year, and how high up its number begins."""
    low = (column.low or 0) * pixel
    start, head = middle - width / 2, BASE - low
    left, right = _percent(start), _percent(middle + width / 2)
    if column.kind == "zero":
        css, height = ("b-flat-hollow", 5) if column.hollow else ("b-solid", 3)
        head = BASE - height
        yield _bar_at(css, start, head, width, height)
    elif column.kind == "part":
        narrow = width * (column.months or 12) / 12
        yield _bar_at("b-part", middle - narrow / 2, head, narrow, low)
    elif low:
        # Even the smallest bar is high enough to be seen, and a hollow one to look hollow.
        seen = max(low, 3.0 if column.hollow else 1.0)
        hollow = "b-hollow" if seen > FLAT else "b-flat-hollow"
        yield _bar_at(hollow if column.hollow else "b-solid", start, BASE - seen, width, seen)
    if column.kind == "range" and column.high is not None:
        head = BASE - column.high * pixel
        for y in stripes(BASE - low, head):
            yield _across("l-stripe", left, right, y)
    elif column.kind == "open":
        for y in layout.open_stripes(BASE - low):
            yield _across("l-stripe", left, right, y)
        head = BASE - low - layout.NO_LIMIT
    return head


def stripes(foot: float, head: float) -> Iterator[float]:
    """Stripes 7 pixels apart over the low end; the uppermost is the high end."""
    y = foot - 6
    while y > head + 5:
        yield y
        y -= 7
    yield head + 1.5


def _label(
    column: ChartColumn, middle: float, head: float, count: int, upright: bool
) -> Iterator[Mark]:
    """The number over a bar, with the months of a part year; another setting where it is tight."""
    dense = count > DENSE
    css = "t-number t-newest" if column.newest else "t-number"
    y = head - 10
    if column.under and dense:
        inside = head < layout.ROOM_OVER
        yield _upwards("t-why", middle, BASE - 10 if inside else head - 6, column.under)
        y = y if inside else y - 62
    elif column.under:
        yield _text("t-why", middle, head - 8, column.under)
        y -= 16
    words = column.label.split()
    wide = words if dense else [column.label]
    narrow = words if count > 2 else [column.label]
    if not upright and wide == narrow:
        yield from _lines(css, middle, y, wide, dense)
        return
    yield from _lines(f"{css} t-wide", middle, y, wide, dense)
    if upright:
        yield _upwards(f"{css} t-narrow", middle, y + 2, column.label)
    else:
        yield from _lines(f"{css} t-narrow", middle, y, narrow, dense)


def _lines(css: str, middle: float, y: float, lines: list[str], dense: bool) -> Iterator[Mark]:
    for number, line in enumerate(reversed(lines)):
        yield _text(css, middle, y - (14 if dense else 19) * number, line)
