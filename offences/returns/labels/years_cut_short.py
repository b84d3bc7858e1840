"""The years that a sentence cuts short: by their first or last day, or when they were given."""

import re
from calendar import monthrange
from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from offences.returns.labels.cell_counts import plain_text
from offences.returns.labels.date_limits import date_limits, with_dashes
from offences.returns.labels.making_dates import DateMention
from offences.returns.labels.years import BETWEEN, find_dates, parse_day
from offences.statistics.years import Year

_TAKEN = (  # when all figures of a file were taken from a system
    r"(?:as (?:at|of|on)|correct (?:at|as at|on|to)"
    r"|(?:extract(?:ed|ion)?|run|produced|printed|downloaded|refreshed|snapshot|published|issued"
    r"|dated|accurate|obtained|collated|retriev(?:ed|al)|compiled|search(?:ed)?|writing|quer(?:y"
    r"|ied))(?: taken)?(?: on| at| date| of| in| during)?)"
)
_END = r"(?: the)?(?: end)?(?: of)?[ :-]*$"
_WHEN_TAKEN = re.compile(rf"\b{_TAKEN}{_END}", re.IGNORECASE)
UNTIL = re.compile(  # what the last day of the figures comes right behind
    r"\b(?:to|until|till|through|ending|(?:end|last|latest|finish)(?: date)?"
    rf"|{_TAKEN}){_END}",
    re.IGNORECASE,
)
_MADE = re.compile(  # when a letter or its figures were made, which have nothing of later days
    r"(?:^date\b|\b(?:foi|freedom of information|request\w*|response|reply|letter|(?:our|your) ref"
    r"|source|author|produced|prepared|compiled|created|issued?|published|publication|generated"
    r"|received|sent|updated|search\w*|extract\w*|reports?|printed|downloaded)\b)"
    r"(?:(?!\b(?:from|since|between|recorded|offen[cs]es?|crimes?|figures?|data|for|in|introduced"
    r"|began|start\w*|after|before|years?|period|range|to|every|each)\b)[^.;]){0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(  # what the first day of the figures comes right behind
    r"\b(?:introduced|start(?: date)?|(?:first|earliest) date|began|begins?|starts?"
    r"|started|starting|commenc\w+|launched|implemented"
    r"|adopted|mandatory|live|rolled out|available|held|recorded|in (?:use|place)|since|from"
    r"|\b(?:no|not|unable|cannot)\b[^.]{0,120}?(?:before|prior to|until))"
    r"(?: (?:only|in|on|from|since|as of|with effect from|the|start|beginning|end|of))*[ :-]*$",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(  # “hold no data before then”
    r"\b(?:no|not|unable|cannot)\b[^.]{0,120}?\b(?:before|prior to|until) (?:then|that|this|it)\b",
    re.IGNORECASE,
)
_YEAR_BEFORE = re.compile(  # “2016/17 - December 2018”
    r"(?<![\d/.-])(?:(?:19|20)\d\d|(?:(?:19|20)\d\d|\d\d)/(?:\d\d){1,2}) ?(?:-|_) ?$"
)
_ONE_DAY = timedelta(days=1)
_NEAR = 200  # characters before a date: a long text may have many dates


def years_cut_short(text: str) -> Iterator[str]:
    """The years that a sentence cuts short: “to 30 September 2023”, “held from May 2018”."""
    phrase = with_dashes(plain_text(text))
    none_before = bool(_NOT_BEFORE.search(phrase))
    moments = find_dates(phrase)
    spans = {*_spans(phrase, moments)}
    limits = {moment.start: (day, is_last) for moment, day, is_last in date_limits(phrase, moments)}
    for moment in moments:
        if moment.start in limits:
            yield from _years_inside(*limits[moment.start])
            continue
        before = phrase[max(0, moment.start - _NEAR) : moment.start]
        if moment.year and (moment.end in spans or _is_last(before, moment, spans)):
            year = Year.containing(date(moment.year, moment.month, min(moment.day or 1, 28)))
            if not _is_end(moment, year.ends_on):
                yield year.label
            if not _is_end(moment, date(moment.year, 12, 31)):
                yield str(moment.year)
        elif moment.year and (moment.start in spans or none_before or _SINCE.search(before)):
            last = monthrange(moment.year, moment.month)[1]  # some write 31 June
            day = date(moment.year, moment.month, min(moment.day or 1, last))
            if day > Year.containing(day).starts_on:
                yield Year.containing(day).label
            if (moment.month, day.day) != (1, 1):
                yield str(moment.year)


def _years_inside(day: date, is_last: bool) -> Iterator[str]:
    """The years that have days beyond a limit, and days within it."""
    own, year = Year.containing(day), str(day.year)
    if is_last:
        yield from [own.label] * (day < own.ends_on - _ONE_DAY)
        yield from [year] * (day < date(day.year, 12, 30))
    else:
        yield from [own.label] * (day > own.starts_on)
        yield from [year] * ((day.month, day.day) != (1, 1))


def year_of_day(text: str, years: Collection[str]) -> str:
    """The newest of these years, if a text is a day before its end: the date of a letter.

    A month by itself may be a heading.
    """
    day, newest = parse_day(text), max(years, default="")
    if day is None:
        return ""
    ends = {
        Year.containing(day).label: Year.containing(day).ends_on,
        str(day.year): date(day.year, 12, 31),
    }
    return newest if newest in ends and day < ends[newest] else ""


def _is_last(before: str, moment: DateMention, spans: Collection[int]) -> bool:
    """Whether a day is the last that the figures can have, by the words before it."""
    return bool(UNTIL.search(before) or (moment.start not in spans and _MADE.search(before)))


def _spans(phrase: str, moments: Sequence[DateMention]) -> Iterator[int]:
    """Where the first day of a span begins and its last one ends: “between 1/7/18 and 31/3/20”.

    One within twelve months is of a single year, whose own words say which part.
    """
    for moment in moments:
        if moment.year and _YEAR_BEFORE.search(phrase[max(0, moment.start - _NEAR) : moment.start]):
            yield moment.end
    for first, last in pairwise(moments):
        if not (first.year and last.year):
            continue
        if (last.year - first.year) * 12 + last.month - first.month < 12:
            continue
        if re.fullmatch(rf" ?{BETWEEN}(?: the)? ?", phrase[first.end : last.start], re.IGNORECASE):
            yield from (first.start, last.end)


def _is_end(moment: DateMention, day: date) -> bool:
    """Whether a day or month is the last of a year, or all but."""
    return moment.month == day.month and (moment.day or day.day) >= day.day - 1


def is_date_of_letter(text: str) -> bool:
    """Whether a year is cut short by when figures were taken, or a letter written: “4 March”.

    Then all counts are as old, and none is of other days than the rest.
    """
    phrase = plain_text(text)
    if parse_day(phrase):
        return True
    befores = [phrase[max(0, each.start - _NEAR) : each.start] for each in find_dates(phrase)]
    if len(befores) != 1:
        return False
    made = bool(_MADE.search(befores[0])) and not UNTIL.search(befores[0])
    return made or bool(_WHEN_TAKEN.search(befores[0]))
