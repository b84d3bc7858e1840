"""Words beside years that say they are others: “since 2010”, “2018/19 (calendar)”."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.making_dates import is_of_making
from offences.returns.labels.quoted_requests import is_of_request
from offences.returns.labels.years import find_dates, labels_in, parse_year
from offences.statistics.years import two_years

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


_ENDING = re.compile(  # “by platform, year ending March 2019”
    r"[,:(–-]?(?: (?:in|for|during|over))?(?: the)?(?:^| )(?:financial )?"
    r"(?:year|(?:12|twelve) months) (?:ending|ended|to|up to)(?: (?:the|on|in|end|of))*"
    r"(?: 31(?:st)?(?: of)?)?"
    r" (?P<month>mar(?:ch)?|dec(?:ember)?),? (?P<year>(?:19|20)\d\d)\b\)?",
    re.IGNORECASE,
)


def without_own_ending(text: str, years: Years) -> str:
    """A text without the words for the end of its only year."""

    def rest(found: re.Match[str]) -> str:
        ends, is_financial = int(found["year"]), found["month"][0] in "mM"
        own = ("financial", two_years(ends - 1)) if is_financial else ("calendar", str(ends))
        return " " if {*years} == {own} else found[0]

    return _ENDING.sub(rest, text)


_IS = re.compile(  # between two years
    r"\b(?:is|are|was|were|means?|runs?|covers?|contains?|shows?|gives?|holds?|has|have|includes?"
    r"|refers?|relates?|belongs?|instead|not)\b|=|^ ?:(?: (?:the|data|figures?|numbers?|counts?"
    r"|for|of|from))* ?$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;]|\band\b", re.IGNORECASE)
_COUNTS = (
    r"\b(?:figures?|numbers?|counts?|data|totals?|tables?|rows?|columns?|offen[cs]es|crimes?|these"
    r"|this|they|it|all)\b"
)
_YEAR_WORDS = r"(?: (?:the|financial|calendar|fiscal|year|fy))* ?$"
_OF_YEAR = re.compile(  # “Offences recorded in”
    rf"{_COUNTS}.*(?:\b(?:for|of|in|(?:is|are|was|were)(?: from)?|covers?|shows?)|=){_YEAR_WORDS}",
    re.I,
)
_OF_ONE = re.compile(  # “Figures are for”
    rf"\W*(?:(?:the|these|this|all|our) )*{_COUNTS} (?:(?:is|are|was|were)(?: really| actually"
    rf"| all| shown| given)* (?:for|of|from)|(?:relate|refer)s? to|covers?){_YEAR_WORDS}",
    re.IGNORECASE,
)


_LISTED = re.compile(r"(?:\d{2,4}|[^\w–]|-|and|or|fy|financial|calendar|years?)+", re.IGNORECASE)
_RANGE = re.compile(
    r"(?:\d{4}(?:[/-]\d\d){0,2}|fy| )+(?:to|until|till|through|[-–])(?:[\d/-]|fy| )+", re.I
)
_TITLE_END = re.compile(
    r"(?:^|\b(?:offen[cs]es|crimes|recorded|reported|figures|data|years?|period)\b)[ ,:(–-]*$", re.I
)


def says_other_year(text: str, years: Years, of_file: Years = ()) -> bool:
    """Whether a line says that counts are of a year that is not theirs, or a year another.

    “Figures are for 2017/18” over two years does so, and “The 2019/20 figures are for 2018/19”.
    Several years may be those of other sheets, `of_file`.
    """
    phrase = plain_text(text)
    for moment in reversed(find_dates(phrase)):
        phrase = f"{phrase[: moment.start]}~{phrase[moment.end :]}"
    named = labels_in(phrase)
    if not years or is_of_request(phrase):
        return False
    if len(named) != 1:
        pairs = [(one, other) for one, other in pairwise(named) if one[0] != other[0]]
        says_is = any(_says_is(phrase[one[3] : other[2]]) for one, other in pairs)
        return says_is or (
            bool(named) and _lists_other_years(phrase, named, years, of_file or years)
        )
    ((label, kind, start, _),) = named
    before, year = phrase[:start], parse_year(phrase)
    if (year and year.several) or is_of_making(before):
        return False
    if (kind, label) in years:
        return len({*years}) > 1 and bool(_OF_ONE.match(before))
    return bool(_OF_YEAR.search(before))


def _lists_other_years(
    phrase: str, named: Sequence[tuple[str, str, int, int]], years: Years, of_file: Years
) -> bool:
    """Whether counts are said to be of years in a list or range that is not that of theirs."""
    start, end = named[0][2], named[-1][3]
    before, said = phrase[:start], phrase[start:end]
    if not (_OF_YEAR.search(before) or _TITLE_END.search(before)) or is_of_making(before):
        return False
    if _LISTED.fullmatch(said):
        return any((kind, label) not in of_file for label, kind, _, _ in named)
    inside = {
        (kind, label) for kind, label in years if named[0][0] <= (label or "") <= named[-1][0]
    }
    same = {kind for _, kind, _, _ in named} == {kind for kind, _ in years}
    return bool(same and _RANGE.fullmatch(said) and {*years} - inside)


def _says_is(between: str) -> bool:
    """Whether words between two years make them one; “2018/19, and C is 2019/20” are two."""
    *before, last = _CLAUSE.split(between)
    return bool((_IS.match if before else _IS.search)(last.lstrip() if before else last))


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
