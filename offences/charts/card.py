"""A chart as a picture that says all that belongs to it, for articles and link previews."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import resvg_py
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from offences.charts import Chart
from offences.charts.columns import KeyEntry
from offences.charts.setting import Box, Paragraph, TextLine, set_in, wrapped
from offences.charts.typefaces import BOLD, PLAIN, SANS, SERIF, typefaces, width_of
from offences.words import card as words
from offences.words.charity import charity

COLOURS = {"page": "#fcfbf7", "ink": "#16212c", "soft": "#46535f"}
USUAL_BAR = "#0b5468"
BAR = "BAR"  # in the paint below: the charity’s colour, as its pages have it on a light ground
NARROW = 560  # pixels: a narrower chart is drawn as on a phone
KEY_SIZES = (17, 15, 13, 11)  # of the words under a chart, the first that leaves it room
_PAGE = COLOURS["page"]
_HOLLOW = {"fill": _PAGE, "stroke": BAR, "stroke-width": 2.5}
_RULE = {"stroke": COLOURS["ink"], "stroke-width": 1.5}
_PAINT: dict[str, dict[str, object]] = {
    "b-solid": {"fill": BAR},
    "b-hollow": _HOLLOW,
    "b-flat-hollow": _HOLLOW | {"stroke-width": 1.5},
    "b-part": _HOLLOW | {"stroke-dasharray": "5,4"},
    "l-grid": {"stroke": "#e3dfd5"},
    "l-axis": _RULE,
    "l-break": _RULE | {"stroke-dasharray": "2,3"},
    "l-hatch": {"stroke": "#cdc8ba"},
    "l-stripe": {"stroke": BAR, "stroke-width": 3},
}
"""What site.css says of each mark: a picture has no style sheet."""
_HALO = {"paint-order": "stroke", "stroke": _PAGE, "stroke-width": 5, "stroke-linejoin": "round"}


@dataclass(frozen=True)
class Shape:
    """How a picture is divided. Without a chart its words take the chart's place too."""

    width: int
    height: int
    words: Box
    words_alone: Box
    chart: Box
    foot: Box
    largest: float = 1  # how much its text may grow


SHAPES = {
    "chart": Shape(
        *(1200, 630, Box(56, 34, 510, 424), Box(56, 34, 1088, 424)),
        *(Box(614, 40, 530, 420), Box(56, 474, 1088, 144)),
    ),
    "chart-square": Shape(
        *(1080, 1080, Box(60, 36, 960, 330), Box(60, 36, 960, 760)),
        *(Box(60, 380, 960, 440), Box(60, 842, 960, 218), 1.5),
    ),
}


@dataclass(frozen=True)
class Card:
    """What a picture shows and says."""

    area: str
    counted: str  # under the name: what is counted, and by whom
    figure: str = ""
    when: str = ""
    says: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()  # what the force says of its figures
    chart: Chart | None = None
    foot: tuple[str, ...] = ()  # coverage, source, release, address
    banner: str = ""  # practice, or a preview

    @property
    def title(self) -> str:
        return words.title(self.area, self.figure, self.when, self.counted)

    @property
    def description(self) -> str:
        """The picture in words, for those who do not see it."""
        of_chart = self.chart.description if self.chart else ""
        return " ".join(filter(None, (*self.says, of_chart, *self.remarks, *words.cautions())))


@dataclass(frozen=True)
class SetKey:
    """A mark of the key, with its words in lines."""

    kind: str
    x: float
    y: float
    lines: tuple[str, ...]
    size: float


def card_svg(card: Card, name: str) -> str:
    """The picture as SVG, in the shape of this name."""
    shape = SHAPES[name]
    drawn, keys = _drawn(card.chart, shape.chart) if card.chart else ({}, [])
    box = shape.words if card.chart else shape.words_alone
    lines = [
        *set_in(box, _words_of(card), shape.largest),
        *set_in(shape.foot, _foot_of(card), shape.largest),
    ]
    return render_to_string(
        "card.svg",
        {
            "card": card,
            "shape": shape,
            "colours": COLOURS,
            "lines": [_shown(line) for line in lines],
            "rule": f"{shape.foot.top - 6:g}",
            "right": f"{shape.foot.left + shape.foot.width:g}",
            "chart": drawn,
            "keys": [
                (f"{key.x:g}", f"{key.y:g}", _painted(_key(key.kind), "", narrow=False))
                for key in keys
            ],
            "key_lines": [_shown(line) for key in keys for line in _lines_of(key)],
        },
    )


@lru_cache(maxsize=128)
def picture_of(svg: str) -> bytes:
    """The SVG as PNG: the same bytes each time, by our own typefaces alone."""
    files = [str(file) for file in typefaces().values()]
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files))


def _words_of(card: Card) -> list[Paragraph]:
    found = [
        Paragraph(card.area, 62, BOLD, SERIF, leading=1.1, on_one_line=True),
        Paragraph(card.counted, 25, ink="soft", space=8),
    ]
    if card.figure:
        when = Paragraph(f"in {card.when}", 30, BOLD)
        figure = Paragraph(card.figure, 190, BOLD, SERIF, space=12, leading=0.85, on_one_line=True)
        found.append(Paragraph(**{**vars(figure), "beside": when}))
        found.append(Paragraph(" ".join(card.says), 26, space=14))
    else:
        first, *more = card.says or words.NOTHING
        found.append(Paragraph(first, 38, BOLD, SERIF, space=26, leading=1.2))
        found += [Paragraph(text, 26, space=12) for text in more]
    return found + [Paragraph(text, 22, BOLD, space=10) for text in card.remarks]


def _foot_of(card: Card) -> list[Paragraph]:
    cautions = [Paragraph(text, 25, family=SERIF) for text in words.cautions()]
    return [*cautions, Paragraph(" ".join(filter(None, card.foot)), 19.5, ink="soft", space=8)]


def _shown(line: TextLine) -> dict[str, str]:
    return {
        "x": f"{line.x:.1f}",
        "y": f"{line.y:.1f}",
        "size": f"{line.size:.1f}",
        "weight": str(line.weight),
        "family": f"{line.family}, {'Georgia, serif' if line.family == SERIF else 'sans-serif'}",
        "fill": COLOURS[line.ink],
        "text": line.text,
    }


def _lines_of(key: SetKey) -> list[TextLine]:
    return [
        TextLine(key.x + 26, key.y + 14 + n * key.size * 1.25, text, key.size, PLAIN, SANS, "soft")
        for n, text in enumerate(key.lines)
    ]


def _drawn(chart: Chart, box: Box) -> tuple[dict[str, str], list[SetKey]]:
    """The chart, as large as the key to its marks leaves it, and the key under it."""
    for size in KEY_SIZES:
        keys, height = _set_keys(chart.keys, box, size)
        if height <= box.height / 3:
            break
    scale = (box.height - height) / chart.height
    width = box.width / scale
    narrow = width < NARROW
    hidden = {"t-wide"} if narrow else {"t-narrow"}
    if narrow and chart.crowding:  # else every year has room for its label
        hidden |= {"t-second"}
    hidden |= {"t-never"} | ({"t-tick"} if narrow and chart.crowding else set())
    marks = [mark for mark in chart.marks if not hidden & set(mark.css.split())]
    inside = render_to_string("_chart_marks.html", {"chart": chart, "marks": marks})
    place = (box.left, box.top, box.width, box.height - height)
    x, y, across, down = (f"{each:.2f}" for each in place)
    drawing = {
        "x": x,
        "y": y,
        "width": across,
        "height": down,
        "view": f"0,0,{width:.2f},{chart.height}",
        "marks": _painted(inside, chart.crowding, narrow=narrow),
    }
    return drawing, keys


def _set_keys(keys: Sequence[KeyEntry], box: Box, size: float) -> tuple[list[SetKey], float]:
    """The key as lines from left to right at the foot of a box, and how high it is."""
    found: list[SetKey] = []
    x, y, line = box.left, 0.0, size * 1.25
    for key in keys:
        lines = wrapped(key.text, box.width * 0.94 - 26, SANS, PLAIN, size)
        width = 26 + max(width_of(text, SANS, PLAIN, size) for text in lines)
        if x > box.left and x + width > box.left + box.width:
            x, y = box.left, y + line + 6
        found.append(SetKey(key.kind, x, y, tuple(lines), size))
        y += line * (len(lines) - 1)
        x += width + 26
    height = y + line + 12
    top = box.top + box.height - height + 12
    return [SetKey(k.kind, k.x, k.y + top, k.lines, k.size) for k in found], height


def _key(kind: str) -> str:
    return render_to_string("_chart_key.html", {"kind": kind})


def _painted(svg: str, crowding: str, *, narrow: bool) -> SafeString:
    """Marks with what the style sheet of the pages would give them."""

    bar = charity().accent or USUAL_BAR

    def paint(found: re.Match) -> str:
        css = found[1].split()
        if css[0].startswith("t-"):
            return _attributes(_text_paint(css, crowding, narrow=narrow))
        look = _PAINT.get(css[0], {})
        return _attributes({name: bar if of == BAR else of for name, of in look.items()})

    return mark_safe(re.sub(r'class="([^"]*)"', paint, svg))


def _text_paint(css: Sequence[str], crowding: str, *, narrow: bool) -> dict[str, object]:
    tight = bool(crowding) and narrow
    size = 13 if tight or crowding == "crowded" else 17
    weight, ink = PLAIN, COLOURS["ink"]
    if {"t-tick", "t-why"} & set(css):
        size, ink = 13 if crowding else 14, COLOURS["soft"]
    if "t-number" in css:
        size, weight = (14 if tight else 16 if crowding else 21), BOLD
    if "t-newest" in css:
        size = 18 if tight else 20 if crowding else 30
    if "t-newest-year" in css:
        weight = BOLD
    family = f"{SERIF}, Georgia, serif" if "t-newest" in css else f"{SANS}, sans-serif"
    look = {"font-family": family, "font-size": size, "font-weight": weight, "fill": ink}
    return look | (_HALO if "t-why" in css else {})


def _attributes(of: Mapping[str, object]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in of.items())
