"""What lies on a page of a PDF beside its text: notes, strokes and fields of a form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from offences.english import and_list
from offences.returns.sheet import Problem

_MOST = 200  # of one page
_SHOWN = 3
_LONG = 120
_MOST_STROKES = 1000
_NOT_LAST = re.compile(
    r"draft|experimental|not ?approved|expired|as ?is|for ?comment|superseded|void|preliminary",
    re.I,
)

type Point = tuple[float, float]
type Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass
class PageNotes:
    """The notes of one page."""

    struck: list[Box] = field(default_factory=list)  # with all that is in them
    strokes: list[tuple[Point, Point]] = field(default_factory=list)  # drawn by hand
    texts: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)  # what was typed into a form

    def problems(self, page: int) -> Iterator[Problem]:
        if self.fields:
            why = (
                f"Page {page} is a form, and what was typed into it ({_shown(self.fields)}) is not "
                "read. Print it to a new PDF, and upload that."
            )
            yield Problem("", None, why, stops=True)
        if self.texts:
            why = (
                f"A note was put on page {page}: {_shown(self.texts)}. Does it change the figures?"
            )
            yield Problem("", None, why, stops=True)


def _shown(texts: list[str]) -> str:
    return and_list([f"“{text[:_LONG]}”" for text in texts[:_SHOWN]])


def page_notes(page: Any) -> PageNotes:
    """Look at the annotations of a page, as [ISO 32000] calls them."""
    import pypdfium2.raw as pdfium

    found = PageNotes()
    for at in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            found.fields += (each for each in [_text(note, b"V")] if each not in ("", "Off"))
        elif kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
            said = _text(note, b"Contents") or _stamped(note, kind)
            found.texts += filter(None, [said])
        if kind in (pdfium.FPDF_ANNOT_STRIKEOUT, pdfium.FPDF_ANNOT_REDACT):
            found.struck += [*_quads(note)] or [_box(note)]
        if len(found.strokes) < _MOST_STROKES:
            found.strokes += [*_strokes(note)][:_MOST_STROKES]
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _stamped(note: Any, kind: int) -> str:
    """What a stamp is called, if its figures may not be the last: “Draft”, “NotApproved”."""
    import pypdfium2.raw as pdfium

    name = _text(note, b"Name") if kind == pdfium.FPDF_ANNOT_STAMP else ""
    return name if _NOT_LAST.search(name) else ""


def _quads(note: Any) -> Iterator[Box]:
    """The lines of words that a note is over: left, bottom, right and top of each."""
    import pypdfium2.raw as pdfium

    quad = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(note), _MOST)):
        pdfium.FPDFAnnot_GetAttachmentPoints(note, at, quad)
        across, down = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
        yield min(across), min(down), max(across), max(down)


def _box(note: Any) -> Box:
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(note, box)
    return box.left, box.bottom, box.right, box.top


def _strokes(note: Any) -> Iterator[tuple[Point, Point]]:
    """The straight parts of what is drawn by hand, or as a line."""
    import pypdfium2.raw as pdfium

    first, last = pdfium.FS_POINTF(), pdfium.FS_POINTF()
    if pdfium.FPDFAnnot_GetLine(note, first, last):
        yield (first.x, first.y), (last.x, last.y)
    for at in range(min(pdfium.FPDFAnnot_GetInkListCount(note), _MOST)):
        count = pdfium.FPDFAnnot_GetInkListPath(note, at, None, 0)
        points = (pdfium.FS_POINTF * count)()
        pdfium.FPDFAnnot_GetInkListPath(note, at, points, count)
        yield from _between(points)
    corners = (pdfium.FS_POINTF * pdfium.FPDFAnnot_GetVertices(note, None, 0))()
    pdfium.FPDFAnnot_GetVertices(note, corners, len(corners))
    yield from _between(corners)


def _between(points: Iterable[Any]) -> Iterator[tuple[Point, Point]]:
    yield from pairwise((point.x, point.y) for point in points)


def _text(note: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    letters = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, letters, size)
    text = bytes(letters)[:size].decode("utf-16-le", "replace")
    return " ".join(text.replace("\0", "").split())
