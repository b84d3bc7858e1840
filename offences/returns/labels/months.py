"""The months that the words of a part year name."""

import re
from calendar import monthrange
from collections.abc import Iterator

from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.making_dates import DateMention, is_of_making
from offences.returns.labels.year_kinds import month_of_kind
from offences.returns.labels.years import NUMBERS, SHORTER, find_dates
from offences.statistics.years import JANUARY

_FIRST = ("first", "second", "third", "fourth")
_ORDINAL = r"(first|second|third|fourth|[1-4](?:st|nd|rd|th)?)"
_QUARTER = re.compile(
    rf"\b(?:q(?:uarter|tr)?\.? ?([1-4])|{_ORDINAL} (?:quarter|qtr))(?!\w)", re.IGNORECASE
)
_QUARTERS = re.compile(  # “Q1-3”, “Q1, Q2 and Q3”
    r"\bq(?:uarters?|trs?)?\.? ?[1-4]"
    r"(?:(?: ?(?:-|to|&|and|\+|,|/) ?)+(?:q(?:uarter|tr)?\.? ?)?[1-4])+(?!\w)",
    re.IGNORECASE,
)
_FIRST_QUARTERS = re.compile(r"\bfirst (two|three|2|3) (?:quarters|qtrs)\b", re.IGNORECASE)
_HALF = re.compile(rf"\b(?:h([12])|{_ORDINAL} (?:half|six months|6 months))\b", re.IGNORECASE)
_FRACTION = rf"(?:q(?:uarter|tr)?\.? ?[1-4]|{_ORDINAL} (?:quarter|qtr|half)|h[12])(?!\w)"
_TO_FRACTION = re.compile(  # “to Q2”, “to the end of Q2”, “12 months to Q2”
    r"(?P<of_year>\b(?:years?|(?:\d{1,2}|twelve)[ -]m(?:on)?ths?)(?: period)?(?: up)? )?"
    r"\b(?P<to>(?:up )?to|until|till|through|ending|ended|end|as at|as of|at)(?: the)?(?: end)?"
    rf"(?: of)?\W*(?={_FRACTION})",
    re.IGNORECASE,
)
_FRACTION_TO = re.compile(rf"\b{_FRACTION}[ -]+(?:end|ending|ended|to[ -]date)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:month|mth)\.? ?(?:no\.? ?)?0?(\d{1,2})(?!\w)", re.IGNORECASE)
_MANY = re.compile(rf"\b(\d{{1,2}}|{'|'.join(NUMBERS)}) (?:months?|mn?ths?)\b", re.IGNORECASE)
_YEARS_TO = re.compile(  # “each year to”, “12 months ending”, “every year ends on”
    r"(?<!half[ -])(?<!part[ -])"
    r"\b(?:(?:each|every|all|any) (?:financial |calendar )?years?|years|years?(?= end)"
    r"|(?:12|twelve)[ -]months?)(?: period)?(?: (?:is|are|runs?|running|up))?"
    r" (?:to|until|till|ends?|ending|ended)(?: (?:on|in|at|the|end|of))* *$",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"(?:\b(?:as at|as of|up to|to|until|till|end(?:ing|ed)?)(?: the)?(?: end of)?|[-–]) *$", re.I
)
_SINCE = re.compile(r"\b(?:from|since) *$", re.IGNORECASE)

type Months = tuple[int, int]  # the first and the last, 1 to 12; (10, 3) goes over new year


@remembered_years
def parse_months(words: str, kind: str) -> Months | None:
    """The first and last month named in the words of a part year.

    “Q1” of a financial year is (4, 6), “to 30 Sep” (4, 9), “Apr-18” (4, 4). None if they are not
    known, are several parts, or twelve months of two years.
    """
    phrase = plain_text(words)
    begins = month_of_kind(kind)
    if not phrase or begins is None:
        return None
    fractions = [*_of_fractions(phrase, begins)]
    moments = find_dates(without_fractions(phrase) if fractions else phrase)  # “Q2 Jul” is no day
    numbered = _NUMBERED.search(phrase)
    if numbered and not (moments or fractions):  # the fourth of a financial year may be July
        number = int(numbered[1])
        return (number, number) if begins == JANUARY and 1 <= number <= 12 else None
    if moments:
        if fractions and not (len(moments) == 2 and len(fractions) == 1):
            return None
        found = _of_moments(phrase, moments, begins)
        is_other_year = found and found[0] != begins and (found[1] - found[0]) % 12 == 11
        return None if is_other_year else found
    return _up_to_fraction(phrase, fractions[0], begins) if len(fractions) == 1 else None


def _up_to_fraction(phrase: str, months: Months, begins: int) -> Months | None:
    """The months of a quarter or half, or from the year's first to its last: “to Q2”.

    “Year to Q2” may have those of the year before, too; “Q2 end” and “as at Q2” may be of Q2 alone.
    """
    found = _TO_FRACTION.search(phrase)
    if _QUARTERS.search(phrase) or not (found or _FRACTION_TO.search(phrase)):
        return months
    ends_year = months[1] == (begins - 2) % 12 + 1
    plain = found and found["to"].casefold() not in ("end", "as at", "as of", "at")
    of_year = found and found["of_year"]
    is_known = ends_year if of_year or (found and found["to"][:3] == "end") else True
    return (begins, months[1]) if plain and is_known else None


def names_other_months(words: str, months: Months, kind: str) -> bool:
    """Whether a quarter or half of such a year has other months: “Q1 (Jan-Mar)” of 2018/19."""
    begins = month_of_kind(kind)
    named = _of_fractions(plain_text(words), begins) if begins else ()
    spans = [_up_to_fraction(plain_text(words), each, begins or 1) for each in named]
    return any(each not in (None, months) for each in spans)


def without_fractions(words: str) -> str:
    """The words of a part of a year without its quarter or half."""
    phrase = plain_text(words)
    for pattern in (_QUARTER, _HALF):
        phrase = pattern.sub(lambda found: " " * len(found[0]), phrase)
    return phrase


def ends_years(before: str) -> bool:
    """Whether the words before a month make it the last of twelve: “each year to”."""
    return bool(_YEARS_TO.search(before))


def _of_fractions(phrase: str, begins: int) -> list[Months]:
    """The quarters and halves that are named; those that follow each other are one."""
    if several := _QUARTERS.search(phrase):
        return [*_of_quarters(several[0], begins)]
    if first := _FIRST_QUARTERS.search(phrase):
        return [_months(begins, 3 * _number(first[1]))]
    found = []
    for pattern, size in ((_QUARTER, 3), (_HALF, 6)):
        for match in pattern.finditer(phrase):
            number = _number(match[1] or match[2])
            if number * size <= 12:
                found.append(_months(begins + (number - 1) * size, size))
    return found


def _of_quarters(named: str, begins: int) -> Iterator[Months]:
    """The months of quarters from the first to the last, if none between is left out."""
    numbers = [int(digit) for digit in re.findall(r"\d", named)]
    first, last = numbers[0], numbers[-1]
    is_span = len(numbers) == 2 and bool(re.search(r"-|to", named, re.IGNORECASE))
    if first <= last and (is_span or numbers == [*range(first, last + 1)]):
        yield _months(begins + (first - 1) * 3, 3 * (last - first + 1))


def _of_moments(phrase: str, moments: list[DateMention], begins: int) -> Months | None:
    first, last = moments[0], moments[-1]
    before = phrase[: first.start]
    if len(moments) == 1 and is_of_making(before):
        return None
    if len(moments) == 1 and _SINCE.search(before):
        return (first.month, (begins - 2) % 12 + 1) if (first.day or 1) == 1 else None
    if len(moments) > 2 or not _is_last_day(last):
        return None
    if len(moments) == 2:
        return (first.month, last.month) if (first.day or 1) == 1 else None
    if ends_years(before):
        return _months(first.month - 11, 12)
    if shorter := SHORTER.search(before):
        size = (
            3 if shorter["quarter"] else 6 if shorter["half"] else _number(shorter["many"] or "1")
        )
        return _months(first.month - size + 1, size)
    if (many := _MANY.search(phrase)) and _UNTIL.search(before):
        size = _number(many[1])
        return _months(first.month - size + 1, size) if 0 < size < 12 else None
    if _UNTIL.search(before):
        return begins, first.month
    return (first.month, first.month) if not first.day else None


def _months(first: int, size: int) -> Months:
    return (first - 1) % 12 + 1, (first + size - 2) % 12 + 1


def _is_last_day(moment: DateMention) -> bool:
    """Whether nothing of its month is left out; a year without a leap day is meant."""
    return not moment.day or moment.day >= monthrange(moment.year or 2001, moment.month)[1]


def _number(phrase: str) -> int:
    phrase = phrase.casefold()
    if phrase in _FIRST:
        return _FIRST.index(phrase) + 1
    if phrase in NUMBERS:
        return NUMBERS.index(phrase) + 1
    found = re.match(r"\d+", phrase)
    return int(found[0]) if found else 0
