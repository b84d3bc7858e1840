"""Letters that join what was recognised to the words of a message."""

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ReplyMark:
    """Words of a message, and the letter of what was recognised by them."""

    letter: str
    quoted: str
    is_guess: bool = False


@dataclass(frozen=True)
class MarkedPiece:
    """A piece of a text; marked if it has a letter."""

    text: str
    letter: str = ""
    is_guess: bool = False


def mark(text: str, marks: Sequence[ReplyMark]) -> list[MarkedPiece]:
    """A text in pieces, the first place of each mark in it marked; none within another."""
    found: list[tuple[int, int, ReplyMark]] = []
    for each in marks:
        words = each.quoted.removesuffix(" …").split()
        if not words:
            continue
        pattern = r"\s+".join(map(re.escape, words))
        place = re.search(pattern, text, re.IGNORECASE)
        if place and all(place.end() <= a or place.start() >= b for a, b, _ in found):
            found.append((place.start(), place.end(), each))
    pieces, at = list[MarkedPiece](), 0
    for start, end, each in sorted(found, key=lambda one: one[0]):
        pieces += [MarkedPiece(text[at:start])] * (start > at)
        pieces.append(MarkedPiece(text[start:end], each.letter, each.is_guess))
        at = end
    return [*pieces, MarkedPiece(text[at:])] if at < len(text) else pieces
