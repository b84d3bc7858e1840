"""Words beside years that say they are others: “since 2010”, “2018/19 (calendar)”."""

import re
from collections.abc import Collection

from offences.returns.labels.cell_counts import plain_text
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


_YEAR = r"(?P<{}>(?:19|20)\d\d)(?:[/-](?:20)?\d\d)?(?!\d)"
_COUNTS = r"(?:figures?|numbers?|counts?|data|totals?|columns?)"
_SAYS = (
    r"(?:(?:is|are|was|were)(?: (?:really|actually))? (?:for|of|from)|relates? to|refers? to"
    r"|covers?)"
)
_IS_OTHER = re.compile(
    rf"{_YEAR.format('one')}(?: {_COUNTS})* ?(?:=|means?|{_SAYS}) ?{_YEAR.format('other')}", re.I
)
_OF_ONE = re.compile(  # “Figures are for 2017/18”
    rf"\W*(?:(?:the|these|this|all|our) )*{_COUNTS} (?P<says>(?:shown |given )?{_SAYS}|for|of|in)"
    r" (?:the )?(?:(?:financial|calendar) )?(?:year )?(?P<year>\d{4}(?:[/-](?:20)?\d\d)?)\W*",
    re.IGNORECASE,
)


def says_other_year(text: str, years: Years) -> bool:
    """Whether a line says that counts are of another year: “2018/19 = 2017/18”."""
    phrase = plain_text(text)
    if any(found["one"] != found["other"] for found in _IS_OTHER.finditer(phrase)):
        return True
    named = _OF_ONE.fullmatch(phrase)
    year = parse_year(named["year"]) if named else None
    if not (named and year and year.label) or year.kind not in {kind for kind, _ in years}:
        return False
    says_all = len({*years}) > 1 and named["says"].casefold() not in ("for", "of", "in")
    return says_all or (year.kind, year.label) not in years


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
