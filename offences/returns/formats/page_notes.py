"""What lies on a page of a PDF beside its text: notes, struck-out parts, fields of a form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from offences.english import and_list
from offences.returns.sheet import Problem

_MOST = 200  # of one page
_SHOWN = 3
_LONG = 120


@dataclass
class PageNotes:
    """The notes of one page."""

    struck: list[tuple[float, float, float, float]] = field(default_factory=list)
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
            found.texts += filter(None, [_text(note, b"Contents")])
        if kind == pdfium.FPDF_ANNOT_STRIKEOUT:
            found.struck += _quads(note)
        pdfium.FPDFPage_CloseAnnot(note)
    return found


def _quads(note: Any) -> Iterator[tuple[float, float, float, float]]:
    """The lines of words that a note is over: left, bottom, right and top of each."""
    import pypdfium2.raw as pdfium

    quad = pdfium.FS_QUADPOINTSF()
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(note), _MOST)):
        pdfium.FPDFAnnot_GetAttachmentPoints(note, at, quad)
        across, down = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
        yield min(across), min(down), max(across), max(down)


def _text(note: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAnnot_GetStringValue(note, key, None, 0)
    letters = (pdfium.FPDF_WCHAR * (size // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(note, key, letters, size)
    text = bytes(letters)[:size].decode("utf-16-le", "replace")
    return " ".join(text.replace("\0", "").split())
