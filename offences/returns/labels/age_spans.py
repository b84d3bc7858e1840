"""Bands of ages beside each other that look like counts or years: “<13”, 14, “10/11”."""

import re
from collections.abc import Iterable
from itertools import pairwise

from offences.returns.labels.cell_counts import plain_text, without_footnotes
from offences.returns.labels.years import parse_year

_OLDEST = 18
_LEAST_BOUND = 6  # “<5” beside 6 is rather a small number than an age
_UNIT = r"(?: ?(?:years?|yrs?|y/?o)(?: olds?| of age)?)?"
_SLASHED = re.compile(rf"(?:age[ds]? )?(\d{{1,2}}) ?/ ?(\d{{1,2}}){_UNIT}", re.IGNORECASE)
_BAND = re.compile(
    r"(?:age[ds]? )?(?:(?P<under>(?:under|below|<|\bu-?) ?)|(?P<upto>(?:up to|<=|≤) ?))?"
    r"(?P<low>\d{1,2})"
    rf"(?: ?(?:-|to|and|&) ?(?P<high>\d{{1,2}})|(?P<over> ?\+| (?:and|or|&) (?:over|above|older))"
    r"|(?P<down> (?:and|or|&) (?:under|below|younger)))?"
    rf"{_UNIT}",
    re.IGNORECASE,
)

_WHOLE = re.compile(r"1?\d\.0")

type Span = tuple[int, int]


def slashed_ages(texts: Iterable[str]) -> frozenset[str]:
    """The texts that are two ages beside other ages, or beside each other, and no years.

    Bands of ages never overlap, as 2010/11 and 2011/12 would if they were ages.
    """
    bands: dict[str, Span] = {}
    others: list[Span] = []
    for text in texts:
        phrase = without_footnotes(plain_text(text))
        if found := _SLASHED.fullmatch(phrase):
            bands[text] = int(found[1]), int(found[2])
        elif span := _span(phrase):
            others.append(span)
        elif (year := parse_year(text)) and (year.label or year.several):
            return frozenset()
    if any(high != low + 1 or high > _OLDEST for low, high in bands.values()):
        return frozenset()
    spans = sorted([*bands.values(), *others])
    if len(spans) < 2 or any(low <= high for (_, high), (low, _) in pairwise(spans)):
        return frozenset()
    meet = any(low == high + 1 for (_, high), (low, _) in pairwise(spans))
    return frozenset(bands) if meet or len(bands) > 1 else frozenset()


def are_whole_ages(texts: list[str]) -> bool:
    """Whether all are ages of children as a program writes what may be a fraction: “10.0”.

    One or two may be the mean ages of two years.
    """
    return len(texts) > 2 and all(map(_WHOLE.fullmatch, texts))


def are_ages_that_meet(texts: Iterable[str]) -> bool:
    """Whether each age goes on from the one before: “<13”, “13 and 14”, “15”.

    They may begin again, under another heading. Behind “<13” may be 14, where nobody was 13.
    """
    phrases = [without_footnotes(plain_text(text)) for text in texts]
    spans = [span for phrase in phrases if (span := _span(phrase))]
    plain = sum(map(str.isdigit, phrases))
    if len(spans) < 2 or len(spans) == plain or any(low > _OLDEST for low, _ in spans):
        return False
    if any(low == 0 and high < _LEAST_BOUND for low, high in spans):
        return False
    steps = [(low, high, after) for (low, high), (after, _) in pairwise(spans)]
    meet = [after == high + 1 or (low == 0 and after == high + 2) for low, high, after in steps]
    again = [after == spans[0][0] for _, _, after in steps]
    return any(meet) and all(one or other for one, other in zip(meet, again, strict=True))


def _span(phrase: str) -> Span | None:
    """The youngest and the oldest of a band of ages."""
    if not (found := _BAND.fullmatch(phrase)):
        return None
    low = int(found["low"])
    if found["under"]:
        return 0, low - 1
    if found["upto"] or found["down"]:
        return 0, low
    return low, 99 if found["over"] else int(found["high"] or low)


def span_of_ages(text: str) -> Span | None:
    """The youngest and the oldest of a label of ages, with whatever marks; 99 for “and over”."""
    return _span(without_footnotes(plain_text(text)))


def covers_ages(text: str, others: Iterable[str]) -> bool:
    """Whether a band of ages holds all of several others: “10-17” beside “10-13” and “14-17”."""
    own = span_of_ages(text)
    if own is None:
        return False
    spans = [span for each in others if (span := span_of_ages(each))]
    return len(spans) > 1 and all(own[0] <= low and high <= own[1] for low, high in spans)


_ADULTS = re.compile(
    r"\badults?\b"
    r"|\b(?:over|above|older than)[ -](?:the )?(?:ages? )?(?:of )?(?:1[789]|[2-9]\d)s?\b"
    r"(?! ?months?)"
    rf"|\b(?:1[89]|[2-9]\d){_UNIT} ?(?:\+|(?:and|or|&) (?:over|above|older|up\b)|plus\b)"
    rf"|^\W*(?:age[ds]? )?(?:1[89]|[2-9]\d)(?: ?(?:-|to|and|&) ?\d\d)?{_UNIT}\W*$",
    re.IGNORECASE,
)


_NO = r"\b(?:no|not|non|never|nobody|without|excl\w*|except|other than)\b[ -]*(?:any )?"
_CHILDREN = r"\b(?:child(?:ren)?|kids?|minors?|juveniles?|young people|teen\w*)\b"
_NO_CHILDREN = re.compile(
    rf"{_NO}(?:{_CHILDREN}|under[ -](?:the )?(?:ages? )?(?:of )?1[68]s?\b)", re.IGNORECASE
)
_OF_CHILDREN = re.compile(  # “Children and adults”, “Adults and under 18s”, “Young adults 16-17”
    rf"{_CHILDREN}|(?:\b(?:under|below)|<) ?1?\ds?\b|\b(?:1[0-7]|\d)\b(?! ?months?)", re.IGNORECASE
)
_NO_ADULTS = re.compile(rf"{_NO}(?:{_ADULTS.pattern})", re.IGNORECASE)


def is_of_adults(age: str) -> bool:
    """Whether a label of an age is of nobody under 18: “18 and over”, “26-35”, “Adults”."""
    phrase = _NO_CHILDREN.sub("", plain_text(age))
    if _NO_ADULTS.search(phrase) or not _ADULTS.search(phrase):
        return False
    return not _OF_CHILDREN.search(_ADULTS.sub("", phrase))


_LAST = re.compile(r"\W*(?:(?:up )?to|[-–]|until|max(?:imum)?|upper|oldest)\W*", re.IGNORECASE)


def is_last_of_ages(first: str, last: str) -> bool:
    """Whether two headings are of the youngest and the oldest of ages: “Age” and “to”."""
    return bool(re.search(r"\bage", first, re.IGNORECASE) and _LAST.fullmatch(last))
