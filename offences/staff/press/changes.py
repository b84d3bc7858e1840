"""The differences between two texts, word by word."""

import difflib
import re
from itertools import zip_longest
from typing import NamedTuple


class WordChange(NamedTuple):
    """Some words of a text, and whether the other text has them differently."""

    words: str
    is_changed: bool


def word_changes(before: str, after: str) -> tuple[list[WordChange], list[WordChange]]:
    """Both texts in pieces: what they share, and what each has differently."""
    old, new = (re.findall(r"\s+|[^\s]+", text) for text in (before, after))
    one, other = list[WordChange](), list[WordChange]()
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        is_changed = tag != "equal"
        for pieces, words in ((one, old[i:j]), (other, new[k:m])):
            if words:
                pieces.append(WordChange("".join(words), is_changed))
    return one, other


class LineChange(NamedTuple):
    """One line of two texts: as it was, as it is; empty where it is new or gone."""

    before: list[WordChange]
    after: list[WordChange]

    @property
    def is_changed(self) -> bool:
        return any(piece.is_changed for piece in (*self.before, *self.after))


def line_changes(before: list[str], after: list[str]) -> list[LineChange]:
    """Two texts line by line; a line that was changed beside what became of it."""
    changes = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            changes += [LineChange([], [WordChange(line, False)]) for line in after[k:m]]
            continue
        for old, new in zip_longest(before[i:j], after[k:m], fillvalue=""):
            changes.append(LineChange(*word_changes(old, new)))
    return changes
