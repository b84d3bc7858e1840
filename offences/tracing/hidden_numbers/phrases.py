"""The words around a number: the noun phrase that it leads, and its clause."""

import re
from collections.abc import Sequence

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import (
    DECLINING,
    HIDING,
    NO_HEAD,
    STOPS_A_PHRASE,
    is_ours,
    is_plural,
    is_thing,
)

type Span = tuple[int, int]
NEAR = 300
"""How far from a number the words may be that say what it counts: a list may go on for ever."""


def words_led(text: str, end: int) -> list[str]:
    """The words of the noun phrase that a number leads: "four Roblox players"."""
    found = _PHRASE.match(text, end)
    phrase: list[str] = []
    if _NUMBER_NEXT.match(text, end) and not text[:end].endswith(" of"):
        return phrase  # "three twelve months before"
    words = _CASE_STUDY.sub(r"\1", found["words"]).split() if found else ()
    for word in words:
        if STOPS_A_PHRASE.fullmatch(word):
            break
        if not word.endswith(("’s", "'s")):  # "one girl's mother"
            phrase.append(word)
    return phrase


def hides_before(passage: Passage, at: int) -> bool:
    """Whether one of the two sentences before says that something is hidden: "Kent stars Kik"."""
    start, _ = passage.sentence_bounds(at)
    first = start
    for _ in range(_SENTENCES_BACK):
        first, _ = passage.with_sentence_before(first)
    return _HIDES.search(passage.text, first, start) is not None


def head_led(text: str, end: int) -> str:
    """The last noun in the plural of the phrase that a number leads; empty if there is none."""
    heads = [w for w in words_led(text, end) if is_plural(w) and not NO_HEAD.fullmatch(w)]
    ours = [w for w in heads if is_ours(w)] if heads and not is_thing(heads[-1]) else []
    return (ours or heads or [""])[-1]  # "one of its two victims tells her story"


def clause_around(passage: Passage, span: Span) -> Span:
    """The part of a sentence around a number, up to where another thing begins to be said."""
    start, end = passage.sentence_bounds(span[0])
    start, end = max(start, span[0] - NEAR), min(end, span[1] + NEAR)
    cuts = [match.span() for match in _CUT.finditer(passage.text, start, end)]
    return _between(cuts, span, (start, end))


def narrow_clause_around(passage: Passage, span: Span) -> Span:
    """The clause around a number, from a quote, a "who", a "where" or an "after" on."""
    start, end = clause_around(passage, span)
    cuts = [match.span() for match in _LESSER_CUT.finditer(passage.text, start, end)]
    cuts += [match.span("end") for match in _ASIDE.finditer(passage.text, start, end)]
    return _between(cuts, span, (start, end))


def _between(cuts: Sequence[Span], span: Span, bounds: Span) -> Span:
    """From the last cut before a stretch of text to the first behind it."""
    first = max((b for _, b in cuts if b <= span[0]), default=bounds[0])
    return first, min((a for a, _ in cuts if a >= span[1]), default=bounds[1])


_ASIDE = re.compile(r",\s+(?:where|which|whose)\b[^,.;]{1,80}(?P<end>,)", re.IGNORECASE)
"""Where a sentence goes on: "In Northshire, where Kik is hidden, the force had 96"."""
_LESSER_CUT = re.compile(
    r"[,.?!][\"”’]\s|\b(?:after|before|since|where|who|which|as|says?\s+that|said\s+that)\b"
    rf"|\band\b(?=\s+{HIDING.pattern})",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"[;:]|\s[–—-]\s|,\s+(?:and|but|so|yet|while|whereas|although|though|which|who|because)\b"
    r"|\b(?:but|while|whereas|although)\b|\b(?:told|tells)\s+(?:me|us|him|her|them)\b",
    re.IGNORECASE,
)
_GAP = r"(?:[^\S\n]|\n(?=[a-z]))+"
"""Between words of a phrase: a line that begins with a capital begins another thing."""
_PHRASE = re.compile(
    r"(?:[^\S\n]|\n(?=[a-z])|[‐‑-])+(?:(?:out\s+)?of\s+(?=[a-z-]+s\b|(?-i:[A-Z])[\w-]+[’']s?\s|the\b|these\b|those\b|its\b|our\b|their\b|his\b|her\b|my\b|your\b))?"
    rf"(?:(?:the|these|those|its|our|their|his|her|my|your)\s+)?(?:{NUMBER}\s+(?=[a-z]))?(?:(?:more|other|further|extra|additional|new)\s+(?=[a-z]))?"
    rf"(?P<words>[^\W\d_][\w’'‐‑-]*(?:{_GAP}[^\W\d_][\w’'‐‑-]*){{0,5}})"
)
_CASE_STUDY = compiled(r"\bcase\s+(stud(?:y|ies)|conferences?)\b")
_NUMBER_NEXT = compiled(rf"\s+{NUMBER}")
_SENTENCES_BACK = 2
_HIDES = compiled(rf"{DECLINING.pattern}|\b(?:stars|asterisks?|starred|secret|blank\w*|dash)\b")
