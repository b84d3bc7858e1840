"""The program that reads one paper: kind and page as arguments, bytes on stdin."""

import base64
import sys
from io import BytesIO

from offences.intake.papers import PagePaper, edited, letters
from offences.refused import Refused
from offences.returns.formats.file_kinds import LOCKED
from offences.returns.limited_process import answer

SECONDS = 15
MOST_PAGES = 500
MOST_TEXT = 100_000  # characters of a page
DPI, LEAST_DPI, LONGEST_SIDE = 110, 36, 2_400  # of a picture; its side in pixels


def read_page(data: bytes, asked: int) -> PagePaper:
    """One page of a PDF, the nearest to the one asked for."""
    pdf = _open(data)
    number = min(max(asked, 1), len(pdf))
    page = _page(pdf, number)
    text = page.get_textpage().get_text_bounded()
    has_picture = bool(_scale(page))
    notes = []
    if not has_picture:
        metres = round(max(page.get_size()) / 72 * 0.0254, 1)
        notes.append(f"This page is {metres} m long: too large for a picture. Its text is below.")
    if len(text) > MOST_TEXT:
        notes.append("Only the beginning of this page’s text is shown.")
    text = text[:MOST_TEXT].replace("\r\n", "\n").strip()
    return PagePaper("", tuple(notes), number, len(pdf), text, has_picture)


def draw_page(data: bytes, number: int) -> bytes:
    """A page as a PNG."""
    pdf = _open(data)
    if not 1 <= number <= len(pdf):
        raise Refused("This file has no such page.")
    pdf.init_forms()  # what was typed into the fields of a form is part of the letter
    page = _page(pdf, number)
    scale = _scale(page)
    if not scale:
        raise Refused(f"Page {number} is too large for a picture.")
    out = BytesIO()
    page.render(scale=scale).to_pil().convert("RGB").save(out, "PNG")
    return out.getvalue()


def _open(data: bytes):
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as broken:
        if "password" in str(broken).lower():
            raise Refused(LOCKED) from None
        raise Refused("This file is damaged and cannot be opened.") from None
    if not 0 < len(pdf) <= MOST_PAGES:
        raise Refused(f"This file has {len(pdf):,} pages; 1 to {MOST_PAGES} can be shown here.")
    return pdf


def _page(pdf, number: int):
    import pypdfium2

    try:
        return pdf[number - 1]
    except pypdfium2.PdfiumError:
        raise Refused(f"Page {number} is damaged and cannot be read.") from None


def _scale(page) -> float:
    """Pixels for one point of the page; 0 if no picture of a fair size could be read."""
    longest = max(page.get_size())
    dpi = min(DPI, LONGEST_SIDE / longest * 72) if longest > 0 else 0
    return dpi / 72 if dpi >= LEAST_DPI else 0


def read(data: bytes) -> object:
    kind, page = sys.argv[1], int(sys.argv[2])
    match kind:
        case "pdf":
            return read_page(data, page)
        case "picture":
            return base64.b64encode(draw_page(data, page)).decode()
        case "docx":
            return letters.read_word(data)
        case "edited":
            return edited.read_edited(data)
        case "eml":
            return letters.read_email(data)
    return letters.read_text(data)


if __name__ == "__main__":
    answer(read, SECONDS)
