"""Statements about the offences that have no figure of ours: listed as not checked."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.spans import Span, overlap
from offences.tracing.finding.vocabulary import any_of, compiled

_OF_LAST = compiled(r"\W*(?:it|this|that|they|these|those|things)(?:[’']s|[’']re)?\s")
"""What a sentence begins with that goes on with the one before."""
CLAIM_WORDS = Path(__file__).with_name("claim_words.txt")
"""The words by which a sentence claims something, by what it claims: patterns, “;” between."""


def _patterns(text: str) -> dict[str, re.Pattern[str]]:
    sections = re.split(r"(?m)^\[(.+)\].*\n", text)[1:]
    names, words = sections[::2], sections[1::2]
    return {
        name: compiled(rf"\b{any_of(*re.split(r';\s+', each.strip().rstrip(';')))}\b")
        for name, each in zip(names, words, strict=True)
    }


_WORDS = _patterns(CLAIM_WORDS.read_text(encoding="utf-8"))
_OF_OFFENCES, _NO_CLAIM = _WORDS.pop("offences"), _WORDS.pop("no claim")
_COUNSEL = compiled(
    r"[\W\d]*(?:if\s+you|you|anyone|parents\s+can|talk\s+to|ring|visit|ask|report\s+(?:it|any)|keep|check"
    r"|make\s+sure|remember|listen|look|contact|tell|see|read|set|find|help|please|thank"
    r"|more\s+information|details|notes?)\b"
)
_SMALL = re.compile(r"\b(?!(?:the|and)\b)[a-z]{3,}")
_NAME = re.compile(r"(?:\b[A-Z][a-z’'-]+\s+)+[A-Z][a-z’'-]+\b")
_BREAKS = compiled(
    r"[,;:()–—]\s|\s[-–—]\s"
    r"|(?=\b(?:and|but|while|whereas|because|although|though|as|which|who|where)\b)"
)
_FEWEST_WORDS = 4
"""Fewer than these say nothing by themselves: “on average”."""


def statements_without_figures(text: str, figures: Sequence[Span]) -> Iterator[str]:
    """The sentences that say how much, since when or why, and have no figure that is checked.

    `figures` are the places of those. Of a sentence that has one, the clause is given which
    claims more than it.
    """
    passage, start, is_of_offences = Passage(text), 0, False
    while start < len(text):
        _, end = passage.sentence_bounds(start)
        sentence = text[start:end]
        inside = [each for each in figures if each[0] in range(start, end)]
        goes_on = is_of_offences and _OF_LAST.match(sentence)
        is_of_offences = bool(inside or _OF_OFFENCES.search(sentence) or goes_on)
        if inside:
            yield from _clauses_that_claim(text, (start, end), inside)
        elif is_of_offences and not _COUNSEL.match(sentence) and _claims(sentence):
            yield " ".join(sentence.split())
        start = end


def _claims(words: str) -> bool:
    without_names = _NAME.sub(" ", words)
    if _SMALL.search(without_names):  # else it is a headline whose words all have a capital
        words = without_names
    words = _NO_CLAIM.sub(" ", words)
    return any(each.search(words) for each in _WORDS.values())


def _clauses_that_claim(text: str, sentence: Span, figures: Sequence[Span]) -> Iterator[str]:
    breaks = [m.end() for m in _BREAKS.finditer(text, *sentence)]
    for start, end in pairwise([sentence[0], *breaks, sentence[1]]):
        if any(overlap((start, end), each) for each in figures):
            continue
        clause = text[start:end]
        if len(clause.split()) >= _FEWEST_WORDS and _claims(clause):
            yield " ".join(clause.split()).rstrip(" ,;:(–—")
