"""Text set in lines for a picture: what does not fit is set smaller, never cut off."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from offences.charts.typefaces import PLAIN, SANS, width_of

SCALES = tuple(n / 100 for n in range(150, 34, -5))
DESCENT = 0.16  # of a size: what hangs below a line, such as a comma
SLACK = 0.94  # of a width: a browser that lacks our typefaces sets a little wider


class Box(NamedTuple):
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True)
class Paragraph:
    """A text with its look, the space over it, and what begins on its last line."""

    text: str
    size: float
    weight: int = PLAIN
    family: str = SANS
    ink: str = "ink"
    space: float = 0
    leading: float = 1.3
    on_one_line: bool = False  # rather smaller than broken
    beside: "Paragraph | None" = None


@dataclass(frozen=True)
class TextLine:
    """One line of a picture's text, at its place."""

    x: float
    y: float
    text: str
    size: float
    weight: int
    family: str
    ink: str


def wrapped(text: str, width: float, family: str, weight: int, size: float) -> list[str]:
    """The text in lines that are no wider than this, unless a single word is."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, family, weight, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def set_in(box: Box, paragraphs: Sequence[Paragraph], largest: float = 1) -> list[TextLine]:
    """The paragraphs in lines, as large as their box allows."""
    for scale in (each for each in SCALES if each <= largest):
        lines = list(_set(box, paragraphs, scale))
        if not lines or lines[-1].y + lines[-1].size * 0.25 <= box.top + box.height:
            return lines
    return lines


def _set(box: Box, paragraphs: Sequence[Paragraph], scale: float) -> Iterator[TextLine]:
    y, width = box.top, box.width * SLACK
    for paragraph in paragraphs:
        size = paragraph.size * scale
        if paragraph.on_one_line:
            whole = width_of(paragraph.text, paragraph.family, paragraph.weight, size)
            size *= min(1, max(0.6, width / whole)) if whole else 1
        y += paragraph.space * scale
        look = (size, paragraph.weight, paragraph.family, paragraph.ink)
        for text in wrapped(paragraph.text, width, paragraph.family, paragraph.weight, size):
            y += size * paragraph.leading
            yield TextLine(box.left, y, text, *look)
        if other := paragraph.beside:
            right = box.left + width_of(text, paragraph.family, paragraph.weight, size)
            at, small = right + 24 * scale, other.size * scale
            if at + width_of(other.text, other.family, other.weight, small) > box.left + width:
                at, y = box.left, y + size * DESCENT + small * other.leading
            yield TextLine(at, y, other.text, small, other.weight, other.family, other.ink)
            y += size * DESCENT if at > box.left else 0
