"""The letters and rules of a PDF's pages, where a reader sees them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from ctypes import c_double, c_float, c_int, c_uint
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from math import hypot, isnan
from typing import TYPE_CHECKING, Any

from offences.returns.formats.close_words import split_numbers
from offences.returns.formats.page_notes import PageNotes, page_notes
from offences.returns.formats.pdf_raised import mark_raised, with_marks_joined
from offences.returns.formats.pdf_unseen import Found, unseen_letters
from offences.returns.tables.page_lines import Drawn
from offences.returns.work import WorkBudget

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

type Point = tuple[float, float]  # from the left and from the top

_HYPHENS = (0x02, 0xFFFE)  # at the end of a line
_MOST_NESTED = 5  # drawings within drawings
_MOST_CURVES = 60  # of a badge, or of round corners
_STRAIGHT = 0.01  # points by which a rule may slant
_PALE_LINE, _PALE_GROUND = 28, 40  # of 255: a stroke or an area is seen if further from white
_THIN = 4  # points: a lower or narrower area is a stroke
_MOST_BY_HAND = 8  # strokes of a cross; a chart or a badge has more


@dataclass
class PdfPage:
    """One page, turned so that most of it is upright; points are from its upper left corner."""

    number: int
    width: float
    height: float
    letters: list[Drawn]
    edges: list[Drawn]
    notes: PageNotes = field(default_factory=PageNotes)
    struck: list[Corners] = field(default_factory=list)  # left, top, right, bottom of each
    strokes: list[tuple[Point, Point]] = field(default_factory=list)  # that a note draws
    slants: list[tuple[Point, Point]] = field(default_factory=list)  # few together, as by hand
    unseen: list[Drawn] = field(default_factory=list)  # digits
    beyond: list[str] = field(default_factory=list)  # words, all or digits of which are off it
    pictures: list[Corners] = field(default_factory=list)  # left, top, right, bottom of each
    is_drawn: bool = False  # with no words, which may be drawn as lines and curves

    def leave_beyond(self) -> None:
        """Leave out the words and rules that are off the page as it is seen, none that it cuts."""
        from pdfplumber.utils.text import extract_words

        if not all(map(self._shows, self.letters)):
            left: set[int] = set()
            for word in extract_words(self.letters, return_chars=True):
                off = [letter for letter in word["chars"] if not self._shows(letter)]
                is_off = len(off) == len(word["chars"])
                if is_off or any(letter["text"].isdigit() for letter in off):
                    self.beyond.append(word["text"])
                left.update(map(id, off if is_off else ()))
            self.letters = [letter for letter in self.letters if id(letter) not in left]
        self.edges = [edge for edge in self.edges if self._shows(edge)]

    def _shows(self, drawn: Drawn) -> bool:
        """Whether the middle of a letter, or any part of a rule, is on the page."""
        x0, top, x1, bottom = drawn["x0"], drawn["top"], drawn["x1"], drawn["bottom"]
        if "text" in drawn:
            return bool(0 <= x0 + x1 <= 2 * self.width and 0 <= top + bottom <= 2 * self.height)
        return bool(x0 <= self.width and x1 >= 0 and top <= self.height and bottom >= 0)

    @cached_property
    def words(self) -> list[Drawn]:
        """The upright words, each with its letters, and with raised figures as marks."""
        from pdfplumber.utils.text import extract_words

        upright = [letter for letter in self.letters if letter["upright"]]
        words = [*split_numbers(extract_words(upright, return_chars=True))]
        mark_raised(words)
        return with_marks_joined(words)


def read_pages(pdf: PdfDocument, most: int, work: WorkBudget) -> Iterator[PdfPage]:
    """The pages from the first; WorkUsedUp where letters and rules are more than the budget."""
    import pypdfium2.raw as pdfium

    for number in range(min(len(pdf), most)):
        page = pdf[number]
        text = page.get_textpage()
        count = pdfium.FPDFPage_CountObjects(page.raw)
        work.spend(pdfium.FPDFText_CountChars(text.raw) + count)
        found = [*_found_letters(text.raw)]
        turns = Counter(turn for _, _, _, turn, _ in found).most_common(1)
        upright = turns[0][0] if turns else page.get_rotation()
        box = _seen_box(page)
        place = _placing(upright, box)
        width, height = box[2] - box[0], box[3] - box[1]
        width, height = (width, height) if upright % 180 == 0 else (height, width)
        objects = [pdfium.FPDFPage_GetObject(page.raw, at) for at in range(count)]
        drawn = [*_strokes(objects, place, work)]
        edges = [*_rules(drawn)]
        pictures = [*_pictures(objects, place)]
        notes = page_notes(page.raw)
        struck = [_corners(place(x0, top), place(x1, low)) for x0, low, x1, top in notes.struck]
        strokes = [(place(*begins), place(*ends)) for begins, ends in notes.strokes]
        hidden = unseen_letters(page, found)
        is_drawn = not found and _curves(objects, work) > _MOST_CURVES
        text.close()
        page.close()
        letters = [_letter(each, place, upright) for each in found]
        seen = PdfPage(number + 1, width, height, letters, edges, notes, struck, strokes)
        seen.unseen, seen.pictures = [letters[at] for at in hidden], pictures
        seen.is_drawn = is_drawn
        by_hand = (path for path, is_pale in drawn if len(path) <= _MOST_BY_HAND and not is_pale)
        few = (ends for path in by_hand for ends in path)
        seen.slants = [ends for ends in few if not _rule(*ends)]
        seen.leave_beyond()
        yield seen


def _seen_box(page: Any) -> Corners:
    """The part of a page that is shown: left, bottom, right and top."""
    (x0, y0, x1, y1), (left, bottom, right, top) = page.get_cropbox(), page.get_mediabox()
    return max(x0, left), max(y0, bottom), min(x1, right), min(y1, top)


def _corners(first: Point, last: Point) -> Corners:
    """A box between two points: its left, top, right and bottom."""
    (x0, y0), (x1, y1) = first, last
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


type Placing = Callable[[float, float], Point]
type Corners = tuple[float, float, float, float]  # left, bottom, right, top


def _placing(rotation: int, box: Corners) -> Placing:
    """Where a point is once its page is turned clockwise by so many degrees."""
    left, bottom, right, top = box
    return {
        0: lambda x, y: (x - left, top - y),
        90: lambda x, y: (y - bottom, x - left),
        180: lambda x, y: (right - x, y - bottom),
        270: lambda x, y: (top - y, right - x),
    }[rotation]


def _found_letters(text: Any) -> Iterator[Found]:
    """Each letter with its place, its size, how it is turned, and where it stands on its line."""
    import pypdfium2.raw as pdfium

    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), c_double(), c_double()
    seen: set[tuple[int, int, int]] = set()
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        # Only spaces and the ends of lines are made up.
        if code in (0, 10, 13) or (code == 32 and pdfium.FPDFText_IsGenerated(text, at) == 1):
            continue
        pdfium.FPDFText_GetLooseCharBox(text, at, box)
        near = (code, round(box.left), round(box.top))
        if near in seen:
            continue  # drawn twice, to look bold
        seen.add(near)
        pdfium.FPDFText_GetMatrix(text, at, matrix)
        a, b = matrix.a, matrix.b
        turn = (0 if a > 0 else 180) if abs(b) < abs(a) / 10 else (90 if b > 0 else 270)
        size = pdfium.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        corners = (box.left, box.bottom, box.right, box.top)
        pdfium.FPDFText_GetCharOrigin(text, at, x, y)
        yield "-" if code in _HYPHENS else chr(code), corners, size, turn, (x.value, y.value)


def _letter(found: Found, place: Placing, upright: int) -> Drawn:
    text, box, size, turn, origin = found
    x0, top, x1, bottom = _corners(place(box[0], box[3]), place(box[2], box[1]))
    # Fonts of one size have letters in boxes of many heights.
    top = max(top, bottom - size) if turn == upright and size else top
    where = {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top}
    looks = {"size": size, "foot": place(*origin)[1]}
    return {"text": text, "upright": turn == upright} | where | looks


type Matrix = tuple[float, float, float, float, float, float]
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


def _strokes(
    objects: list[Any], place: Placing, work: WorkBudget, outer: Matrix = _UNMOVED, depth: int = 0
) -> Iterator[tuple[list[tuple[Point, Point]], bool]]:
    """The strokes of each drawing of a page, and in drawings made of others; whether it is pale."""
    import pypdfium2.raw as pdfium

    for each in objects:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            points = [place(*_transformed(x, y, outer)) for x, y in _points(each, work)]
            strokes = (ends for ends in pairwise(points))
            yield (
                [ends for ends in strokes if not any(map(isnan, (*ends[0], *ends[1])))],
                _pale(each),
            )
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_NESTED:
            count = pdfium.FPDFFormObj_CountObjects(each)
            work.spend(count)
            inner = [pdfium.FPDFFormObj_GetObject(each, at) for at in range(count)]
            yield from _strokes(inner, place, work, _joined(_matrix(each), outer), depth + 1)


def _pale(path: Any) -> bool:
    """Whether a drawing has no colour or one so light that it is no stroke through a number."""
    import pypdfium2.raw as pdfium

    filled, stroked = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, filled, stroked)
    x0, y0, x1, y1 = (c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(path, x0, y0, x1, y1)
    thin = min(x1.value - x0.value, y1.value - y0.value) < _THIN
    fill, stroke = pdfium.FPDFPageObj_GetFillColor, pdfium.FPDFPageObj_GetStrokeColor
    ground = _PALE_LINE if thin else _PALE_GROUND
    for read, used, most in ((fill, filled, ground), (stroke, stroked, _PALE_LINE)):
        red, green, blue, alpha = (c_uint() for _ in range(4))
        known = read(path, red, green, blue, alpha)
        from_white = 255 - min(red.value, green.value, blue.value)
        if used.value and not (known and from_white * alpha.value < most * 255):
            return False
    return True


def _curves(objects: list[Any], work: WorkBudget, depth: int = 0) -> int:
    """How many curves are among the drawings of a page, and in drawings made of others."""
    import pypdfium2.raw as pdfium

    found = 0
    for each in objects:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            count = pdfium.FPDFPath_CountSegments(each)
            work.spend(count // 10)
            parts = (pdfium.FPDFPath_GetPathSegment(each, at) for at in range(count))
            kinds = map(pdfium.FPDFPathSegment_GetType, parts)
            found += sum(kind == pdfium.FPDF_SEGMENT_BEZIERTO for kind in kinds)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_NESTED:
            count = pdfium.FPDFFormObj_CountObjects(each)
            inner = [pdfium.FPDFFormObj_GetObject(each, at) for at in range(count)]
            found += _curves(inner, work, depth + 1)
    return found


def _pictures(
    objects: list[Any], place: Placing, outer: Matrix = _UNMOVED, depth: int = 0
) -> Iterator[Corners]:
    """Where the pictures of a page are, and those in drawings made of others."""
    import pypdfium2.raw as pdfium

    for each in objects:
        kind = pdfium.FPDFPageObj_GetType(each)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            moved = _joined(_matrix(each), outer)
            yield _corners(*(place(*_transformed(at, at, moved)) for at in (0, 1)))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _MOST_NESTED:
            count = pdfium.FPDFFormObj_CountObjects(each)
            inner = [pdfium.FPDFFormObj_GetObject(each, at) for at in range(count)]
            yield from _pictures(inner, place, _joined(_matrix(each), outer), depth + 1)


def _points(path: Any, work: WorkBudget) -> Iterator[Point]:
    """The points that a path goes through, back to where it began if it is closed."""
    import pypdfium2.raw as pdfium

    matrix, x, y, first = _matrix(path), c_float(), c_float(), None
    count = pdfium.FPDFPath_CountSegments(path)
    work.spend(count // 10)
    last = None
    for at in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = _transformed(x.value, y.value, matrix)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            if first:
                if pdfium.FPDFPathSegment_GetClose(last):
                    yield first
                yield float("nan"), float("nan")  # no rule leads here
            first = point
        yield point
        last = segment
    if first and pdfium.FPDFPathSegment_GetClose(last):
        yield first


def _matrix(drawing: Any) -> Matrix:
    import pypdfium2.raw as pdfium

    found = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(drawing, found)
    return found.a, found.b, found.c, found.d, found.e, found.f


def _transformed(x: float, y: float, matrix: Matrix) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _joined(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that moves as the inner one does, and then as the outer one."""
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    first = (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s)
    return (*first, e * p + f * r + t, e * q + f * s + u)


def _rule(begins: Point, ends: Point) -> Corners | None:
    """Where a rule between two points is, to a tenth of a point, if it goes across or down."""
    (x0, top), (x1, bottom) = begins, ends
    if abs(x0 - x1) < _STRAIGHT:
        x0, top, bottom = round(x0, 1), round(min(top, bottom), 1), round(max(begins[1], bottom), 1)
        return x0, top, x0, bottom
    if abs(top - bottom) < _STRAIGHT:
        x0, top, x1 = round(min(x0, x1), 1), round(top, 1), round(max(begins[0], x1), 1)
        return x0, top, x1, top
    return None


def _rules(drawn: Iterable[tuple[list[tuple[Point, Point]], bool]]) -> Iterator[Drawn]:
    """The strokes that go across or down, each once; it is pale if all of it is."""
    found: dict[Corners, bool] = {}
    for path, is_pale in drawn:
        for at in filter(None, (_rule(*ends) for ends in path)):
            found[at] = found.get(at, True) and is_pale
    for at, is_pale in found.items():
        yield rule(*at) | {"is_pale": is_pale}


def rule(x0: float, top: float, x1: float, bottom: float) -> Drawn:
    """A rule that goes down, or across."""
    return {
        "object_type": "line",
        "orientation": "v" if x0 == x1 else "h",
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
