"""What a text must hold for a pattern to be found: some word, how one begins, how it ends."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain
from typing import Any

LONGEST = 3
"""How many characters of a word are looked up."""
_MOST = 80
_DIGITS = frozenset("0123456789")
_OF_CATEGORY = {"CATEGORY_DIGIT": _DIGITS, "CATEGORY_SPACE": frozenset(" ")}
_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_START = re.compile(r"\b\w|[^\w\s]")


def needed(parts: Any) -> set[str]:
    """Words of which a text has one wherever a parsed pattern is found; empty if none is known."""
    choices, run = [], ""
    for kind, of in parts:
        name = str(kind)
        if name == "LITERAL":
            run += chr(of).lower()
            continue
        choices.append({run})
        run = ""
        if name == "BRANCH":
            each = [needed(branch) for branch in of[1]]
            choices.append(set().union(*each) if all(each) else set())
        elif name == "SUBPATTERN" or (name.endswith("_REPEAT") and of[0]):
            choices.append(needed(of[-1]))
    choices.append({run})
    known = [words for words in choices if words and all(words)]
    return max(known, key=lambda words: (min(map(len, words)), -len(words)), default=set())


def beginnings(parts: Any) -> frozenset[str]:
    """How each word begins at which a parsed pattern can be found; empty if that is not known.

    It is known of a pattern that is found at the beginning of a word alone, and needs some there;
    or at a mark such as a comma, which counts as a word.
    """
    known = set().union(*_Words(LONGEST).of(parts, is_there=False))
    if not all(each.strip() and not each[0].isspace() for each in known):
        return frozenset()
    few = _few(known)
    return frozenset(each for each in few if not any(each[:n] in few for n in range(1, len(each))))


def endings(parsed: Any) -> tuple[str, ...]:
    """How each text ends in which a parsed pattern can be found; empty if that is not known.

    It is known of a pattern that is found at the end of a text alone, and needs some words there.
    """
    if parsed.state.flags & re.MULTILINE:
        return ()
    known = set().union(*_LastWords(LONGEST + 1).of(parsed, is_there=False))
    return tuple(sorted(_few({each[::-1] for each in known}, at_end=True))) if all(known) else ()


def _few(known: set[str], *, at_end: bool = False) -> set[str]:
    """The same, cut to so few characters that at most `_MOST` are left."""
    for length in range(LONGEST + 1, 0, -1):
        cut = {each[-length:] if at_end else each[:length] for each in known}
        if len(cut) <= _MOST:
            break
    return cut


class _Words:
    """The first characters of what a parsed pattern finds where a word, or a mark, begins."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def of(self, parts: Any, *, is_there: bool) -> tuple[set[str], set[str]]:
        """What can go on, and what is known no further; `is_there`: a word begins here."""
        heads, ends = {""}, set[str]()
        for kind, part in self.in_order(parts):
            name = str(kind)
            is_there = is_there or self.is_place(name, part)
            if is_there and heads == {""} and self.is_impossible(name, part):
                return set(), set()
            if name in _ZERO_WIDTH:
                continue
            go_on, stop = self._characters(name, part, is_there=is_there)
            ends |= {(head + each)[: self.longest] for head in heads for each in stop}
            heads = {(head + each)[: self.longest] for head in heads for each in go_on}
            ends |= {head for head in heads if len(head) >= self.longest}
            heads = {head for head in heads if len(head) < self.longest}
            if not heads:
                break
            is_there = is_there or "" not in heads
        return heads, ends

    def in_order(self, parts: Any) -> Iterable[Any]:
        return iter(parts)

    def is_place(self, name: str, of: Any) -> bool:
        """Whether a part demands the place from which on the characters are known."""
        if name == "AT":
            return str(of) == "AT_BOUNDARY"
        if name == "BRANCH":
            return all(len(each) == 1 and self.is_place(*_named(each[0])) for each in of[1])
        if name == "ASSERT" and of[0] < 0:
            return _is_no_word(*_named(of[1][-1]))
        if name != "ASSERT_NOT" or of[0] > 0 or len(of[1]) != 1:
            return False
        kind, inside = of[1][0]
        return str(kind) == "IN" and any(str(each) == "CATEGORY_WORD" for _, each in inside)

    def is_impossible(self, name: str, of: Any) -> bool:
        """Whether a part cannot be found where a word begins: a letter is to stand before it."""
        if name != "ASSERT" or of[0] > 0:
            return False
        last, what = _named(of[1][-1])
        return last == "LITERAL" and not _is_no_word(last, what)

    def _characters(self, name: str, of: Any, *, is_there: bool) -> tuple[set[str], set[str]]:
        """The same of one part of a pattern."""
        if name == "SUBPATTERN":
            return self.of(of[-1], is_there=is_there)
        if name == "BRANCH":
            each = [self.of(branch, is_there=is_there) for branch in of[1]]
            return set().union(*(a for a, _ in each)), set().union(*(b for _, b in each))
        if name.endswith("_REPEAT"):
            least, most, part = of
            go_on, stop = self.of(part, is_there=is_there)
            if most == 1 or go_on == {" "}:
                return (go_on if least else go_on | {""}), stop
            return (set() if least else {""}), go_on | stop
        found = _of_a_set(of) if name == "IN" else {chr(of).lower()} if name == "LITERAL" else set()
        if not found or not (is_there or _is_no_word(name, of)):
            return set(), {""}
        return (found, set()) if len(found) < len(_DIGITS) else (set(), found)


class _LastWords(_Words):
    """The last characters, the last one first, of what is found at the end of a text."""

    def in_order(self, parts: Any) -> Iterable[Any]:
        return reversed(list(parts))

    def is_place(self, name: str, of: Any) -> bool:
        return name == "AT" and str(of) in ("AT_END", "AT_END_STRING")

    def is_impossible(self, name: str, of: Any) -> bool:
        return False


def _named(part: Any) -> tuple[str, Any]:
    return str(part[0]), part[1]


def _is_no_word(name: str, of: Any) -> bool:
    """Whether a part is one character that belongs to no word: a space or a mark."""
    found = _of_a_set(of) if name == "IN" else {chr(of)} if name == "LITERAL" else set()
    return bool(found) and not any(each.isalnum() or each == "_" for each in found)


def _of_a_set(of: Any) -> set[str]:
    """The few characters of a set; empty where they are many."""
    found = set[str]()
    for kind, each in of:
        name = str(kind)
        if name == "LITERAL":
            found.add(chr(each).lower())
        elif name == "RANGE" and each[1] - each[0] < 2 * len(_DIGITS):
            found |= {chr(n).lower() for n in range(each[0], each[1] + 1)}
        elif str(each) in _OF_CATEGORY:
            found |= _OF_CATEGORY[str(each)]
        else:
            return set()
    return found


@lru_cache(2)
def _word_starts(text: str) -> dict[str, list[list[int]]]:
    """Where the words and marks of a text begin, by their first characters, up to three of them;
    all white space between two words is one space of these."""
    spaced = " ".join(text.split())
    lower = spaced.replace("İ", "i").lower()  # the one capital of two small letters
    found: dict[str, list[int]] = {}
    for match, place in zip(_START.finditer(text), _START.finditer(spaced), strict=True):
        at = place.start()
        found.setdefault(lower[at : at + LONGEST], []).append(match.start())
    heads: dict[str, list[list[int]]] = {}
    for head, starts in found.items():
        for end in range(1, len(head) + 1):
            heads.setdefault(head[:end], []).append(starts)
    return heads


@lru_cache(64)
def starts_in(text: str, heads: frozenset[str]) -> list[int]:
    """Where words begin so in a text, in order."""
    known = _word_starts(text)
    each = chain.from_iterable(known.get(head, ()) for head in heads)
    return sorted(chain.from_iterable(each))


@lru_cache(64)
def _ends(text: str) -> tuple[str, str]:
    """The end of a text, its white space as one space; and the same without it."""
    end = " ".join(text[-200:].lower().split())
    return f"{end} " if text[-1:].isspace() else end, end


def may_end(text: str, words: tuple[str, ...]) -> bool:
    """Whether a text ends with one of these, the last space or not."""
    end, stripped = _ends(text)
    return end.endswith(words) or stripped.endswith(words)
