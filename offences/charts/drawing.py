"""The chart as SVG: every state a year can be in has a shape of its own."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from offences.charts.columns import Breaks, ChartColumn
from offences.charts.layout import (
    BAR,
    BASE,
    DENSE,
    EVERY_LABEL,
    HATCH,
    NO_LIMIT,
    PHONE_LABELS,
    ROOM_OVER,
    gutter_of,
    open_stripes,
    top_of,
    upright,
)
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


Mark = BarMark | LineMark | TextMark


def _percent(share: float) -> str:
    return f"{share * 100:.3f}%"


def _pixels(y: float) -> str:
    return f"{y:g}" if y == int(y) else f"{y:.2f}"


def marks_of(
    columns: tuple[ChartColumn, ...], breaks: Breaks, ticks: tuple[int, ...]
) -> Iterator[Mark]:
    """Back to front: hatching, grid, bars with their words, breaks, the axis."""
    dense = len(columns) > DENSE
    gutter = gutter_of(len(columns), ticks)
    slot = (1 - gutter) / len(columns)
    top = top_of(columns, breaks, ticks)
    runs_up = upright(columns)
    pixel = (BASE - top) / ticks[-1] if ticks else 0
    for index, column in enumerate(columns):
        if column.kind == "gap":
            left = gutter + slot * (index + (1 - HATCH) / 2)
            yield BarMark(
                "b-gap",
                _percent(left),
                _pixels(top),
                _percent(slot * HATCH),
                _pixels(BASE - top),
                hatched=True,
            )
    for tick in ticks:
        y = BASE - tick * pixel
        yield LineMark("l-grid", "0", _pixels(y), "100%", _pixels(y))
        yield TextMark("t-tick", "0", _pixels(y - 4), f"{tick:,}", anchor="start")
    for index, column in enumerate(columns):
        middle = gutter + slot * (index + 0.5)
        if column.kind == "gap":
            yield from _reason(column, _percent(middle), dense)
        else:
            head = yield from _bar(column, middle, slot * BAR, pixel)
            yield from _label(column, _percent(middle), head, len(columns), runs_up)
        css = "t-newest-year" if column.newest else "t-year"
        if len(columns) > PHONE_LABELS and (len(columns) - 1 - index) % 2:
            css += " t-second" if len(columns) <= EVERY_LABEL else " t-second t-never"
        yield TextMark(css, _percent(middle), _pixels(BASE + 25), column.year)
    for index, _, _ in breaks:
        x = gutter + slot * index
        yield LineMark("l-break", _percent(x), "14", _percent(x), _pixels(BASE))
        before = index * 2 >= len(columns)
        beside = x - 0.012 if before else x + 0.012
        anchor = "end" if before else "start"
        yield TextMark("t-why", _percent(beside), "22", ANOTHER_WAY, anchor)
    yield LineMark("l-axis", "0", _pixels(BASE), "100%", _pixels(BASE))


def _reason(column: ChartColumn, middle: str, dense: bool) -> Iterator[Mark]:
    """Why there is no figure, at the foot of its column; up along it where columns are narrow."""
    if dense:
        yield TextMark("t-why", middle, _pixels(BASE - 10), column.under, "start", upwards=True)
        return
    lines = _wrapped(column.under, 10)
    for number, line in enumerate(reversed(lines)):
        yield TextMark("t-why", middle, _pixels(BASE - 14 - 18 * number), line)


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
    left, right = _percent(middle - width / 2), _percent(middle + width / 2)
    head = BASE - low
    if column.kind == "zero":
        css, height = ("b-flat-hollow", 5) if column.hollow else ("b-solid", 3)
        head = BASE - height
        yield BarMark(css, left, _pixels(head), _percent(width), _pixels(height))
    elif column.kind == "part":
        narrow = width * (column.months or 12) / 12
        yield BarMark(
            "b-part", _percent(middle - narrow / 2), _pixels(head), _percent(narrow), _pixels(low)
        )
    elif low:
        css = "b-hollow" if column.hollow else "b-solid"
        yield BarMark(css, left, _pixels(head), _percent(width), _pixels(low))
    if column.kind == "range" and column.high is not None:
        head = BASE - column.high * pixel
        for y in _stripes(BASE - low, head):
            yield LineMark("l-stripe", left, _pixels(y), right, _pixels(y))
    elif column.kind == "open":
        for y in open_stripes(BASE - low):
            yield LineMark("l-stripe", left, _pixels(y), right, _pixels(y))
        head = BASE - low - NO_LIMIT
    return head


def _stripes(foot: float, head: float) -> Iterator[float]:
    """Stripes 7 pixels apart over the low end; the uppermost is the high end."""
    y = foot - 6
    while y > head + 5:
        yield y
        y -= 7
    yield head + 1.5


def _label(
    column: ChartColumn, middle: str, head: float, count: int, upright: bool
) -> Iterator[Mark]:
    """The number over a bar, with the months of a part year; another setting where it is tight."""
    dense = count > DENSE
    css = "t-number t-newest" if column.newest else "t-number"
    y = head - 10
    if column.under and dense:
        inside = head < ROOM_OVER
        foot = BASE - 10 if inside else head - 6
        yield TextMark("t-why", middle, _pixels(foot), column.under, "start", upwards=True)
        y = y if inside else y - 62
    elif column.under:
        yield TextMark("t-why", middle, _pixels(head - 8), column.under)
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
        yield TextMark(css, middle, _pixels(y + 2), column.label, "start", upwards=True)
    else:
        yield from _lines(css, middle, y, narrow, dense)


def _lines(css: str, middle: str, y: float, lines: list[str], dense: bool) -> Iterator[Mark]:
    for number, line in enumerate(reversed(lines)):
        yield TextMark(css, middle, _pixels(y - (14 if dense else 19) * number), line)
