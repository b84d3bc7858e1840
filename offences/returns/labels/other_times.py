"""Words beside years that say they are others: “since 2010”, “2018/19 (calendar)”."""

import re
from collections.abc import Collection

from offences.returns.labels.years import parse_year

_OPEN = re.compile(
    r"\b(?P<word>since|from|after|pre|post|prior to|before|until|till|up to)[ -]+"
    r"(?:(?:the|start|end|beginning|of|financial|calendar|year|fy)[ -]+)*"
    r"(?P<year>(?:19|20)\d\d)(?:(?P<second>[/-](?:20)?\d\d)(?!\d|[/-]))?(?![\d/-])"
    r"(?! ?(?:to|until|till|up|through|and|-) ?)",
    re.IGNORECASE,
)
_KINDS = {
    "calendar": re.compile(r"\bcalendar\b", re.IGNORECASE),
    "financial": re.compile(r"\b(?:financial|fiscal)\b", re.IGNORECASE),
}

type Years = Collection[tuple[str | None, str | None]]  # each with its kind


def says_other_start(text: str, years: Years) -> bool:
    """Whether a text says from or until when it counts, and its own years say another time."""
    return bool(_OPEN.search(without_own_start(text, years)))


def without_own_start(text: str, years: Years) -> str:
    """A text without the words that say with which of its own years they begin, or end."""
    starts = [int(label[:4]) for _, label in years if label]

    def is_own(found: re.Match[str]) -> bool:
        word, year = found["word"].casefold(), int(found["year"])
        if word in ("since", "from"):
            return year == min(starts)
        return word in ("until", "till", "up to") and year in (max(starts), max(starts) + 1)

    return _OPEN.sub(lambda found: " " if not starts or is_own(found) else found[0], text)


def says_other_kind(text: str, years: Years) -> bool:
    """Whether a text names a kind of year that neither its own year nor those near it are of."""
    year = parse_year(text)
    kinds = {year.kind} if year and year.label and not year.part else {kind for kind, _ in years}
    named = {kind for kind, word in _KINDS.items() if word.search(text)}
    return len(named) == 1 and bool(kinds - {None}) and not named & kinds


def without_kind(text: str) -> str:
    """A text without the words for a kind of year: “(calendar)”."""
    for word in _KINDS.values():
        text = word.sub(" ", text)
    return text
