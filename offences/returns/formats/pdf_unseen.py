"""What is not read of a PDF's page: unseen digits, words beyond its edge, turned words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from offences.english import and_list
from offences.returns.labels.cell_counts import parse_count
from offences.returns.labels.changing_words import CHANGES
from offences.returns.labels.harmless_numbers import leaves_number
from offences.returns.labels.numbers_in_words import in_digits
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
_WIDE, _NARROW = 1.5, 0.2  # gaps between turned pieces and words, in heights of a letter


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


def turned_problem(page: PdfPage, ruled: Sequence[PageTable]) -> Iterator[Problem]:
    """Ask about words that are turned, if they have a number or may change a table beside them.

    Those in the cells of a ruled table are read as its headings.
    """
    turned = [letter for letter in page.letters if not letter["upright"]]
    outside = [letter for letter in turned if not any(each.holds(letter) for each in ruled)]
    pieces = _pieces(outside)
    first = next((at for at, text in enumerate(pieces) if _may_count(text)), None)
    text = " ".join(_pieces(turned) if first is None else pieces[max(first - 1, 0) :])
    if first is not None or CHANGES.search(text):
        why = f"Page {page.number}: “{text[:_LONG]}” is turned, and not read. Does it matter?"
        yield Problem("", None, why, stops=True)


def _pieces(letters: Sequence[Drawn]) -> list[str]:
    """What is written in letters one behind another, whichever way, with no wide gap between."""
    found: list[str] = []
    last: Drawn | None = None
    for letter in letters:
        gap = _gap(last, letter) if last else _WIDE
        text = letter["text"]
        if gap >= _WIDE:
            found.append(text)
        else:
            found[-1] += f" {text}" if gap > _NARROW else text
        last = letter
    return [piece for piece in (" ".join(text.split()) for text in found) if piece]


def _gap(first: Drawn, second: Drawn) -> float:
    """How far two letters are apart, in heights of a letter."""
    across = max(second["x0"] - first["x1"], first["x0"] - second["x1"])
    down = max(second["top"] - first["bottom"], first["top"] - second["bottom"])
    return float(max(across, down) / (second["size"] or 1))


def _may_count(text: str) -> bool:
    """Whether a piece has a number that may be a count, or ends with what stands for one."""
    count = parse_count(text.split()[-1])
    stands = count is not None and count.marker != "blank" and not text[-1].isdigit()
    is_hidden = count is not None and count.high is not None  # “Threats and stalking <5”
    return leaves_number(in_digits(text)) or stands or is_hidden


def _unseen_words(page: PdfPage) -> Iterator[tuple[Drawn, bool]]:
    """The words of which nothing is seen, or a digit is not; whether that is so of one."""
    hidden = {id(letter) for letter in page.unseen}
    for word in page.words:
        signs = [letter for letter in word["chars"] if letter["text"].isalnum()]
        unseen = [letter for letter in signs if id(letter) in hidden]
        is_number = any(letter["text"].isdigit() for letter in unseen)
        if is_number or len(unseen) == len(signs) > 0:
            yield word, is_number
