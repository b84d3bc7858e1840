"""Figures of a PDF's words that are set as the marks of notes: smaller, higher or lower."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from offences.returns.formats.rich_texts import RAISE

if TYPE_CHECKING:
    from offences.returns.tables.page_lines import Drawn

_RAISE = RAISE | str.maketrans("abcdefg", "ᵃᵇᶜᵈᵉᶠᵍ")
_SMALLER = 0.85  # of the size of what they are behind
_MARK = re.compile(r"\d{1,2}|[a-g]")
_SPACE = 4  # points, at most, between such a mark and its note
_APART = 0.12  # of that size, between the lines that two letters stand on


def mark_raised(words: Iterable[Drawn]) -> None:
    """Write each figure of a word that is the mark of a note as one, and a last letter: “31²”."""
    from pdfplumber.utils.text import LIGATURES

    for word in words:
        if marks := [*_marks(word["chars"])]:
            for letter in marks:
                letter["text"] = letter["text"].translate(_RAISE)
            texts = (letter["text"] for letter in word["chars"])
            word["text"] = "".join(LIGATURES.get(text, text) for text in texts)


def with_marks_joined(words: Sequence[Drawn]) -> list[Drawn]:
    """The words of a page, those that are the mark of a note at the end of the word before them.

    One set so high or low that it stands on a line of its own is a smaller number or letter that
    touches the word before it, beside a part of whose height it is. One before the first word of a
    note, as a text program sets it there, is at the beginning of that.
    """
    ends: dict[int, list[Drawn]] = defaultdict(list)
    starts: dict[int, list[Drawn]] = defaultdict(list)
    for word in words:
        ends[round(word["x1"])].append(word)
        starts[round(word["x0"])].append(word)
    joined: list[int] = []
    for mark in words:
        if not _MARK.fullmatch(mark["text"]):
            continue
        at = round(mark["x0"])
        near = (host for x in (at - 1, at, at + 1) for host in ends[x])
        host = next((each for each in near if _is_mark_of(mark, each)), None)
        raised = "".join(letter["text"] for letter in mark["chars"]).translate(_RAISE)
        if host:
            host |= {"text": host["text"] + raised, "x1": max(host["x1"], mark["x1"])}
            joined.append(id(mark))
        elif note := _note_behind(mark, starts, words):
            note |= {"text": f"{raised} {note['text']}", "x0": mark["x0"]}
            joined.append(id(mark))
    return [word for word in words if id(word) not in joined]


def _note_behind(
    mark: Drawn, starts: dict[int, list[Drawn]], words: Sequence[Drawn]
) -> Drawn | None:
    """The first word of a line, right behind a number that is set as the mark of a note."""
    at = round(mark["x1"])
    near = (word for x in range(at, at + _SPACE + 1) for word in starts[x])
    notes = (w for w in near if w["text"][:1].isalpha() and _is_smaller_and_higher(mark, w))
    note = next(notes, None)
    before = (w for w in words if w["x1"] <= mark["x0"] and note and _share_a_line(w, note))
    return None if next(before, None) else note


def _is_smaller_and_higher(mark: Drawn, word: Drawn) -> bool:
    """Whether a number is smaller and higher than a word, and beside a part of its height."""
    size = max(letter["size"] for letter in word["chars"])
    smaller = all(is_smaller(letter, size) for letter in mark["chars"])
    higher = word["bottom"] - mark["bottom"] > _APART * size
    return smaller and higher and mark["bottom"] > word["top"]


def _share_a_line(one: Drawn, other: Drawn) -> bool:
    shared = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return shared > (other["bottom"] - other["top"]) / 2


def _is_mark_of(mark: Drawn, host: Drawn) -> bool:
    """Whether a number is set as the mark of a note behind a word."""
    size = max(letter["size"] for letter in host["chars"])
    if any(not is_smaller(letter, size) for letter in mark["chars"]):
        return False
    shared = min(mark["bottom"], host["bottom"]) - max(mark["top"], host["top"])
    return abs(mark["x0"] - host["x1"]) < 1 and shared > (mark["bottom"] - mark["top"]) / 4


def _marks(letters: Sequence[Drawn]) -> Iterator[Drawn]:
    """The figures that are smaller than the rest of their number, or stand on another line.

    Beside words, whose capitals may be larger, those that are smaller and on another line. Figures
    in brackets are read as they are.
    """
    letters = [*takewhile(lambda letter: letter["text"] not in "([", letters)]
    if len({(each["size"], each["foot"]) for each in letters}) == 1:
        return
    *others, last = letters or [{}]
    size, foot = _looks(others[-1:])  # “2nd” has two such letters
    if others and re.fullmatch(r"[a-g]", last["text"]) and is_smaller(last, size):
        yield from [last] * is_raised(last, size, foot)
    figures = [each for each in letters if each["text"].isdecimal()]
    size, foot = _looks(figures)
    marks = [each for each in figures if is_smaller(each, size) or is_raised(each, size, foot)]
    yield from marks
    if not marks:
        size, foot = _looks([each for each in letters if each["text"].isalpha()])
        for each in figures:
            if is_smaller(each, size) and is_raised(each, size, foot):
                yield each


def _looks(letters: Sequence[Drawn]) -> tuple[float, float]:
    """The size of the largest of some letters, and where most of those stand, or the lowest."""
    size = max((each["size"] for each in letters), default=0)
    feet = Counter(round(e["foot"], 1) for e in letters if not is_smaller(e, size))
    return size, max(feet, key=lambda foot: (feet[foot], foot), default=0)


def is_smaller(letter: Drawn, size: float) -> bool:
    return letter["size"] < _SMALLER * size


def is_raised(letter: Drawn, size: float, foot: float) -> bool:
    return abs(letter["foot"] - foot) > _APART * size
