"""How names are compared: as plain words, and by the number of letters that differ."""

import re
import unicodedata
from collections.abc import Iterable

MOST_EDITS, SHORT = 2, 6
"""Letters that may differ; in a name of up to six letters one, or two that changed places."""
_SAME = {"saint": "st", "upon": "on", "gtr": "greater"}


def plain_words(text: str) -> str:
    """Return a name as it is compared: “King’s Lynn & West Norfolk” as its bare words."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("&", " and "))
    bare = re.sub(r"['’‘`´.]", "", "".join(c for c in letters if not unicodedata.combining(c)))
    words = [_SAME.get(word, word) for word in re.findall(r"[^\W_]+", bare)]
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def edits(a: str, b: str, most: int) -> int:
    """Letters to add, remove or change to make one of the other; more than `most` as it comes."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        row = [i]
        for j, other in enumerate(b, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != other)))
        if min(row) > most:
            return most + 1
        before = row
    return before[-1]


def similar_names(text: str, names: Iterable[str]) -> list[tuple[int, str]]:
    """Return the names within two edits that begin with the same letter, with their distance."""
    found = []
    for name in names:
        if name[:1] == text[:1] and abs(len(name) - len(text)) <= MOST_EDITS:
            distance = edits(text, name, MOST_EDITS)
            is_close = len(text) > SHORT or distance < MOST_EDITS or sorted(text) == sorted(name)
            if distance <= MOST_EDITS and is_close:
                found.append((distance, name))
    return found
