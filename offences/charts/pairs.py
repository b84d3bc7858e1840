"""Pairs of years like for like, drawn to one scale; a year between them is a gap."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.charts.drawing import BarMark, LineMark, Mark, TextMark, stripes
from offences.charts.layout import open_stripes
from offences.claims.pairs import Pair
from offences.statistics.cells import Range
from offences.statistics.years import Year
from offences.words import chart

TOP, BASE = 56, 156  # pixels: where the highest bar ends, zero
BAR = 0.68  # of a column's width
IN_A_ROW = 12  # squares, one for each force asked


@dataclass(frozen=True)
class Square:
    """Squares side by side, as many as forces: those compared over those that were asked."""

    css: str
    y: int
    width: int
    height: int


@dataclass(frozen=True)
class PairChart:
    """Two years over the same forces."""

    identifier: str
    description: str
    marks: tuple[Mark, ...]
    forces: int
    asked: int
    is_wide: bool  # years lie between

    @property
    def squares(self) -> list[Square]:
        return [*_squares("off", self.asked), *_squares("on", self.forces)]

    @property
    def rows(self) -> int:
        return -(-self.asked // IN_A_ROW) * 16


def pair_charts(pairs: Sequence[Pair], asked: int) -> list[PairChart]:
    """Each pair drawn, all to one scale from zero."""
    most = max((_reach(each) for pair in pairs for each in (pair.old, pair.new)), default=0)
    return [_drawn(pair, f"pair-{n}", asked, most) for n, pair in enumerate(pairs, 1)]


def _drawn(pair: Pair, identifier: str, asked: int, most: int) -> PairChart:
    ends = ((pair.old_year, pair.old), (pair.facts.latest, pair.new))
    between: list[tuple[Year, Range | None]] = [(year, None) for year in pair.skipped]
    columns = [ends[0], *between, ends[1]]
    marks: list[Mark] = []
    for index, (year, figure) in enumerate(columns):
        middle = (index + 0.5) / len(columns)
        marks += _column(figure, middle, BAR / len(columns), (BASE - TOP) / (most or 1))
        marks.append(TextMark("t-year", _share(middle), f"{BASE + 22}", year.label))
    marks.append(LineMark("l-axis", "0", f"{BASE}", "100%", f"{BASE}"))
    figures = [(year, chart.range_label(figure)) for year, figure in ends]
    return PairChart(
        identifier=identifier,
        description=chart.pair(len(pair.forces), figures),
        marks=tuple(marks),
        forces=len(pair.forces),
        asked=asked,
        is_wide=bool(between),
    )


def _column(figure: Range | None, middle: float, width: float, pixel: float) -> list[Mark]:
    left, across = _share(middle - width / 2), _share(width)
    if figure is None:
        return [BarMark("b-gap", left, f"{TOP}", across, f"{BASE - TOP}", hatched=True)]
    low, right = figure.low * pixel, _share(middle + width / 2)
    seen = max(low, 1.0)
    marks: list[Mark] = [BarMark("b-solid", left, f"{BASE - seen:.1f}", across, f"{seen:.1f}")]
    head = BASE - seen
    if not figure.is_exact:
        end = BASE - (figure.high or 0) * pixel
        lines = list(open_stripes(head) if figure.high is None else stripes(head, end))
        marks += [LineMark("l-stripe", left, f"{y:.1f}", right, f"{y:.1f}") for y in lines]
        head = min(lines)
    words = chart.range_label(figure).split() if not figure.is_exact else [f"{figure.low:,}"]
    for number, word in enumerate(reversed(words)):
        y = head - 8 - 18 * number
        marks.append(TextMark("t-number", _share(middle), f"{y:.1f}", word))
    return marks


def _reach(figure: Range) -> int:
    """How high the scale has to go; stripes without a limit need room above them."""
    return figure.high if figure.high is not None else -(-figure.low * 3 // 2)


def _share(of: float) -> str:
    return f"{of:.2%}"


def _squares(css: str, count: int) -> list[Square]:
    rows, rest = divmod(count, IN_A_ROW)
    return [Square(css, 0, IN_A_ROW * 16, rows * 16), Square(css, rows * 16, rest * 16, 16)]
