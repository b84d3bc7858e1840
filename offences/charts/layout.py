"""Positions: across in shares of the width, down in pixels, so that type never shrinks."""

from collections.abc import Iterator

from offences.charts.columns import Breaks, ChartColumn, reach

HEIGHT, TOP, BASE = 300, 44, 260  # pixels: the whole, the highest gridline, zero
BREAK_HEADROOM = 22  # a break is named above the plot
NO_LIMIT = 52  # pixels of stripes over a range of which no upper limit is known
ROOM_OVER = 134  # pixels: months run up over a bar that is no higher than this, else inside it
BAR, HATCH = 0.6, 0.8  # of a column's width
PHONE_LABELS = 4  # more years than this: every second goes without its label on a phone
DENSE = 5  # more years than this: smaller type, reasons run up their columns
CROWDED = 7  # more than this: small type on wide screens too
EVERY_LABEL = 9  # more than this: every second year goes without its label everywhere


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


def crowding(count: int) -> str:
    return "crowded" if count > CROWDED else "dense" if count > DENSE else ""


def upright(columns: tuple[ChartColumn, ...]) -> bool:
    """Narrow columns on a phone hold three digits side by side; longer numbers run upwards."""
    return len(columns) > DENSE and any(
        len(word) > 3 + word.endswith("?") for c in columns for word in c.label.split()
    )


def top_of(columns: tuple[ChartColumn, ...], breaks: Breaks, ticks: tuple[int, ...]) -> int:
    """The height of the top gridline: breaks and the words over high bars need room."""
    high = [c for c in columns if ticks and reach(c) * 5 >= ticks[-1] * 3]
    if upright(columns):
        room = max((12 + 8 * len(c.label) for c in high), default=0)
    elif len(columns) > 2:
        line = 14 if len(columns) > DENSE else 19
        room = max((14 + line * len(c.label.split()) for c in high), default=0)
    else:
        room = 0
    return max(TOP, room) + BREAK_HEADROOM * bool(breaks)


def gutter_of(count: int, ticks: tuple[int, ...]) -> float:
    """The share of the width kept for the numbers of the axis."""
    if count <= DENSE:
        return 0.09
    return 0.07 if ticks and ticks[-1] >= 1000 else 0.05


def open_stripes(foot: float) -> Iterator[float]:
    """Stripes ever further apart: they thin out, and nothing closes them."""
    for above in (6, 14, 24, 36, 50):
        yield foot - above
