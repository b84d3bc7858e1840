"""Sentences that refuse a part of what was asked for, as they would take too long to answer."""

import re
from collections.abc import Iterator

from offences.returns.sheet import Problem, Sheet

_SHOWN = 100
_LAW = r"\b(?:section|sec\.?|s\.?) ?12(?:\(\d\))?(?![\d/(])(?! of the sexual)"
_REFUSES = r"\b(?:appl(?:y|ies|ied)|engaged|exempt\w*|refus\w+|exceed\w*|withh[eo]ld)\b"
_REFUSAL = re.compile(rf"{_LAW}.{{0,150}}{_REFUSES}|{_REFUSES}.{{0,150}}{_LAW}", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no longer|if|unless|may|might|could)\b|n['’]t\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z])")
_FEWEST_WORDS = 4


def refusals_in_words(sheet: Sheet) -> Iterator[Problem]:
    """A problem that shows the first sentence that refuses a part under section 12, if any does."""
    texts = [*(text for _, text in sorted(sheet.cells.items())), *sheet.lines_below]
    sentences = (each for text in texts for each in _SENTENCE.split(text))
    if sentence := next(filter(_refuses, sentences), ""):
        why = f"A sentence refuses a part of the request: “{sentence[:_SHOWN]}”. Check which part."
        yield Problem(sheet.name, None, why)


def _refuses(sentence: str) -> bool:
    long = len(sentence.split()) >= _FEWEST_WORDS  # shorter ones are markers: “Exempt: s.12”
    return long and bool(_REFUSAL.search(sentence)) and not _NOT.search(sentence)
