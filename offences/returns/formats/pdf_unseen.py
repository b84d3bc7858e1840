"""What nobody sees on a PDF's page: digits in white or beneath a box, and beyond its edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from offences.english import and_list
from offences.returns.labels.changing_words import CHANGES
from offences.returns.sheet import Problem

if TYPE_CHECKING:
    from offences.returns.formats.pdf_pages import PdfPage
    from offences.returns.tables.page_lines import Drawn
    from offences.returns.tables.page_tables import PageTable

type Corners = tuple[float, float, float, float]  # left, bottom, right, top
# A letter, its place, its size, how it is turned, and the point of its line that it stands on.
type Found = tuple[str, Corners, float, int, tuple[float, float]]

_SCALE = 2  # pixels of a point
_LEAST = 24  # of 255, between the lightest and the darkest pixel of a letter
_BLACK = 64  # of 255: no letter is seen on what is darker
_TINY = 2  # points
_INSET = 0.15  # of a letter's box, where its neighbours or a rule may be
_SAME = 0.5  # of a letter's box that another one has to cover
_MOST = 5  # words that are shown
_LONG = 100


def unseen_letters(page: Any, letters: Sequence[Found]) -> list[int]:
    """Which digits are not seen, or have another letter over them; other letters only on black."""
    signs = [at for at, (text, *_) in enumerate(letters) if text.isalnum()]
    if not any(letters[at][0].isdigit() for at in signs):
        return []
    left, _, _, top = page.get_cropbox()
    turned = page.get_rotation()
    page.set_rotation(0)
    bitmap = page.render(scale=_SCALE, grayscale=True)
    page.set_rotation(turned)
    pixels, stride, size = bytes(bitmap.buffer), bitmap.stride, (bitmap.width, bitmap.height)
    covered = _overwritten(letters)
    found = []
    for at in signs:
        text, box, points, *_ = letters[at]
        place = (box[0] - left, top - box[3], box[2] - left, top - box[1])
        lightest, contrast = _shades(pixels, stride, size, place)
        unseen = 0 < points <= _TINY or at in covered or contrast < _LEAST
        if unseen if text.isdigit() else contrast < _LEAST and lightest < _BLACK:
            found.append(at)
    bitmap.close()
    return found


def _shades(pixels: bytes, stride: int, size: tuple[int, int], box: Corners) -> tuple[int, int]:
    """The lightest pixel within a box, and how far from it the darkest is."""
    x0, y0, x1, y1 = box
    wide, high = (x1 - x0) * _INSET, (y1 - y0) * _INSET
    first, last = round((x0 + wide) * _SCALE), round((x1 - wide) * _SCALE)
    begin, end = round((y0 + high) * _SCALE), round((y1 - high) * _SCALE)
    if first < 0 or begin < 0 or last >= size[0] or end >= size[1]:
        return 255, 255  # beyond the page
    rows = (pixels[y * stride + first : y * stride + last + 1] for y in range(begin, end + 1))
    values = b"".join(rows)
    return (max(values), max(values) - min(values)) if values else (255, 255)


def _overwritten(letters: Sequence[Found]) -> set[int]:
    """The letters of which another one has the same place."""
    order = sorted(range(len(letters)), key=lambda at: letters[at][1][0])
    found: set[int] = set()
    for number, at in enumerate(order):
        left, bottom, right, top = letters[at][1]
        for other in order[number + 1 :]:
            x0, y0, x1, y1 = letters[other][1]
            if x0 >= right:
                break
            across = min(right, x1) - max(left, x0)
            down = min(top, y1) - max(bottom, y0)
            least = min((right - left) * (top - bottom), (x1 - x0) * (y1 - y0))
            other_text = letters[other][0] != letters[at][0]  # a bold one may be drawn twice
            if other_text and across > 0 and down > 0 and across * down > _SAME * least:
                found |= {at, other}
    return found


def unseen_problem(page: PdfPage, tables: Sequence[PageTable]) -> Iterator[Problem]:
    """Ask about the words of a page that have a digit that nobody sees, and blacked-out labels.

    What is blacked out without a digit is not shown: it may be a name.
    """
    unseen = [*_unseen_words(page)]
    words = dict.fromkeys(word["text"] for word, is_number in unseen if is_number)
    labels = [word for word, is_number in unseen if not is_number]
    shown = [f"“{text[:40]}”" for text in [*words][:_MOST]]
    shown += [f"{len(words) - _MOST} more"] if len(words) > _MOST else []
    if any(table.holds(word) for word in labels for table in tables):
        shown.append("a label of a table")
    if shown:
        verb = "are" if len(words) > 1 or len(shown) > 1 else "is"
        why = f"Page {page.number}: {and_list(shown)} {verb} hidden, or written over."
        yield Problem("", None, f"{why} What is seen?", stops=True)


def beyond_problem(page: PdfPage) -> Iterator[Problem]:
    """Ask about words beyond the edges of a page, if they have a digit or may change it."""
    text = " ".join(page.beyond)
    if CHANGES.search(text) or any(map(str.isdigit, text)):
        where = f"beyond the edge of page {page.number}, where nobody sees it"
        yield Problem("", None, f"“{text[:_LONG]}” is {where}. Does it count?", stops=True)


def turned_problem(page: PdfPage) -> Iterator[Problem]:
    """Ask about words that are turned, as beside or across a table, if they may change it."""
    text = "".join(each["text"] for each in page.letters if not each["upright"]).strip()
    if text and CHANGES.search(text):
        why = f"Page {page.number}: “{text[:_LONG]}” is turned, and not read. Does it matter?"
        yield Problem("", None, why, stops=True)


def _unseen_words(page: PdfPage) -> Iterator[tuple[Drawn, bool]]:
    """The words of which nothing is seen, or a digit is not; whether that is so of one."""
    hidden = {id(letter) for letter in page.unseen}
    for word in page.words:
        signs = [letter for letter in word["chars"] if letter["text"].isalnum()]
        unseen = [letter for letter in signs if id(letter) in hidden]
        is_number = any(letter["text"].isdigit() for letter in unseen)
        if is_number or len(unseen) == len(signs) > 0:
            yield word, is_number
