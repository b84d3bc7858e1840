"""Years in headings, labels and lines, in every spelling that forces use."""

import re
from dataclasses import dataclass, replace
from datetime import date

from offences.returns.labels.cell_counts import (
    plain_text,
    remembered,
    remembered_years,
    without_footnotes,
)
from offences.returns.labels.making_dates import DateMention, is_in_year, is_of_making
from offences.returns.labels.open_years import SEVERAL_TO, open_years
from offences.returns.labels.year_kinds import is_cut, kind_from, kind_of_pair, own_kind
from offences.returns.labels.years_in_digits import with_stroke
from offences.statistics.years import APRIL, JANUARY, Year, first_month, two_years

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
BETWEEN = r"(?:-|/|to|until|till|through|and|&|_)"
_EARLIEST, _LATEST = 1990, 2049

type Month = tuple[int, int]  # of a year

# 2018/19, 2018-2019, 2018|19, 2018 to 2019; 18/19 with a stroke only: 18-19 may be an age band.
_LONG = re.compile(
    rf"(?i)(?<![\d/.-])((?:19|20)\d\d) ?(?:{BETWEEN}|[|¦\\~∕⁄]) ?((?:19|20)?\d\d)(?!\d|[/.-]\d)"
)
_SHORT = re.compile(r"(?<![\d/.-])'?(\d\d) ?/ ?'?(\d\d)(?![\d]|[/.-]\d)")
_SHORT_NAMED = re.compile(  # FY 18-19, FY1819, but not FY2021
    r"\b(?:f\.?y\.?|financial year|year) ?'?(\d\d)(?: ?[-_] ?'?|(?<!20))(\d\d)(?!\d)", re.I
)
_SHORT_DASH = re.compile(r"'?(\d\d) ?(?:-|_| to ) ?'?(\d\d)")
FINANCIAL_WORD = re.compile(
    r"\b(?:f\.?/?y\.?|fin(?:ancial)?\.? (?:years?|yr)|fiscal(?: years?)?|police years?)\b"
    r"|\bfy(?=\d)",
    re.I,
)
_LONE = re.compile(  # neither that of “Act 2003”, nor of “SOA 2003, s15”
    r"(?<![\d/.,|¦\\~∕⁄-])(?<!act )(?<!act \()(?<!soa )((?:19|20)\d\d)"
    r"(?!\d|[/.,|¦\\~∕⁄-]\d|%|,? \(?ss?\.? ?\d)",
    re.I,
)
_DAY = r"(?:\d{1,2}(?:(?:st|nd|rd|th)?(?: of)? ?|[-/](?=[a-z]{3,9}[-/](?:20)?\d\d\b)))"
# 2022-04 is April 2022, but 2009-10 a financial year.
_LIKE_A_YEAR = "|".join(f"{1999 + month}-{month:02}" for month in range(1, 13))
_MOMENT = re.compile(
    rf"(?<![\dqh])(?:(?:(?<!/)|(?=[a-z]))(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?: 00:00:00)?"
    rf"|(?P<iso_month>(?<!foi )(?<!ref )(?<!no )(?<!foi-)(?<!ref-)(?!{_LIKE_A_YEAR})"
    r"(?:19|20)\d\d-(?:0[1-9]|1[0-2]))(?![\d]|[-/.]\d)"
    # “2024 Apr”, “2024-Apr”, but neither “FY 2024 April” nor “2024, March 2025” or “2018 may”
    r"|(?<![–-])(?<!to )(?<!fy)(?<!fy )(?<!year )(?P<before>(?:19|20)\d\d)[ ./-](?!(?-i:may)\b)"
    rf"(?P<behind>{MONTH})(?![a-z]|[-/ ]\d\d?(?!\d)|[ ,/-]*'?(?:19|20)\d\d(?![ ./-]{MONTH}))"
    rf"|(?P<d>\d{{1,2}})[/.-](?P<m>\d{{1,2}})[/.-](?P<y>(?:19|20)?\d\d)"
    rf"|(?P<day>{_DAY})?\b(?P<month>{MONTH})(?:[ ,/-]*'?(?P<year>(?:19|20)\d\d|\d\d)"
    rf"(?![\d]|st\b|nd\b|rd\b|th\b| ?{MONTH}(?![a-z])))?(?![a-z])))",
    re.I,
)
# “Mar 2018/19”, but not “Dec 2018-19 Jan 2019” or “Dec 2018 - 19/01/2019”, whose 19 is a day.
_PAIR_BEHIND = re.compile(
    r" ?[/-] ?(?:20)?(\d\d)(?!\d|[/.-]\d\d?[/.-]\d"
    rf"|(?:st|nd|rd|th)?(?: of)?[ /-]?{MONTH}[ ,/-]*'?\d\d)",
    re.I,
)
MANY_MONTHS = r"[ -]?(?:months?|mn?ths?|m)\b\.?"  # behind a number: “12m to Mar 19”
_ENDING = re.compile(
    r"\b(?:(?:financial|fiscal|fin\.?) )?(?:f\.?/?y\.?|years?|annual|yr"
    rf"|(?:12|twelve){MANY_MONTHS})(?:[ ,(]+(?:period|up))?[ -]*(?:ending|ended|end|to(?! date))\b"
    r"(?: (?:in|on))?|\b(?:f[./]?)?y\.?/?e\b\.?|(?<!^)(?<!period )\bending\b",
    re.I,
)
_FINANCIAL_END = re.compile(  # FYE 2019, financial year ending 2019: 2018/19
    r"\b(?:f[./]?y\.?/?e\b\.?|(?:f[./]?y\.?|(?:financial|fiscal|fin\.?) years?) end(?:ing|ed)?)"
    r" ?(?:in )?'?((?:20|19)?\d\d)(?!\d| ?[-/])",
    re.I,
)
_SOME_MONTHS = (
    r"part(?:ial)?(?: year)?|part-year|year to date|to date|ytd|so far|(?:[2-9]|1[01]|two|three"
    r"|four|five|six|seven|eight|nine|ten|eleven) mo?n?ths?|half[ -]year|incomplete"
)
PART = re.compile(
    r"\b(?:q(?:uarter|tr)?\.? ?[1-4]|h[12]"
    r"|(?:[1-4](?:st|nd|rd|th)?|first|second|third|fourth) (?:quarter|qtr|half|six months|6 months)"
    rf"|{_SOME_MONTHS})\b",
    re.I,
)
_NOT_ITSELF = re.compile(  # “Mar 2020 YTD” is no month, nor “period ended Sep 2020”
    rf"\b(?:{_SOME_MONTHS}|[cf]ytd|period (?:end|ending|ended|to|up to))\b|^(?:to|end\w*)\b", re.I
)
_TWO_DIGITS = re.compile(r"\d\d")  # as each year has
_NUMBERED = re.compile(r"(?:month|week) \d{1,2}(?: \([a-z]{3,9}\))?", re.I)  # “Month 4 (April)”
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
SHORTER = re.compile(  # “Quarter ending”, which is no year
    rf"\b(?:(?P<many>[2-9]|1[01]|{'|'.join(NUMBERS)}){MANY_MONTHS}|(?P<quarter>quarter|qtr)"
    r"|(?P<half>half[ -]year(?: period)?)|month) (?:end(?:ing|ed)?|(?:up )?to)(?: the| on| in)? *$",
    re.IGNORECASE,
)

# Twelve months that are no year of ours, though labelled like one.
OTHER_YEARS = re.compile(r"\b(?:academic|school|university|college) years?\b", re.I)
_QUESTION = re.compile(  # “Q1. How many were recorded in 2016/17?” asks for no quarter
    r"q(?:uestion)?\.?\d{1,2}[a-z]?(?:[.:)]? (?:\S+ ){3,}\S+\?"
    r"|[.:)] (?:the )?(?:total )?number (?:of|with|that|who|committed|recorded) (?:\S+ ){2,}\S+)",
    re.IGNORECASE,
)
_NUMBER_BEFORE = re.compile(  # “Table Q1: 2022/23”, “Answer to Q2, 2022/23”
    r"(?:table|annex|appendix|question|request|(?:answer|response|reply)(?: to)?) ?(?:no\.? ?)?"
    r"q ?\d{1,2}[a-z]?(?: ?[:.,)]| [–-])\W*(?=\w)",
    re.I,
)


@dataclass(frozen=True)
class ReadYear:
    """The year that a text names, and what else the text says.

    `label` is empty where only a part is named (“Q1”, “April”): the year is elsewhere. `part` holds
    the words of a part year; `rest` what is left. A text that spans several years is `several`.
    """

    label: str = ""
    kind: str = ""
    part: str = ""
    rest: str = ""
    several: bool = False
    calendar: str = ""  # of a part year: the calendar year in which it begins


@remembered_years
def parse_year(text: str) -> ReadYear | None:
    """Parse the year that a text names; None if it names none."""
    phrase = with_stroke(without_footnotes(plain_text(text)))
    if _QUESTION.fullmatch(phrase):
        phrase = phrase.partition(" ")[2]
    before = _NUMBER_BEFORE.match(phrase)
    phrase = phrase[before.end() :] if before else phrase
    if not phrase or len(phrase) > 250:
        return None
    alone = PART.fullmatch(phrase.strip("() ")) or _NUMBERED.fullmatch(phrase)  # “Q1”
    found = _of_period(phrase) or (_of_labels(phrase) if _TWO_DIGITS.search(phrase) else None)
    return found or (ReadYear(part=phrase) if alone else None)


def of_pair(start: int) -> ReadYear:
    return ReadYear(two_years(start), kind_of_pair())


def is_edge(day: date) -> bool:
    """Whether a day is the first or the last of a year: 1 April or 31 March."""
    return day in (Year.containing(day).starts_on, Year.containing(day).ends_on)


def _own(day: date, part: str = "", rest: str = "", calendar: str = "") -> ReadYear:
    """A part of the charity's own year in which a day falls, or all of it."""
    return ReadYear(Year.containing(day).label, own_kind(), part, rest, calendar=calendar)


def _year_from(month: int, calendar: int, rest: str) -> ReadYear:
    label = str(calendar) if month == JANUARY else two_years(calendar)
    return ReadYear(label, kind_from(month), rest=rest)


@remembered
def parse_short_pair(text: str) -> int | None:
    """The first year of “18-19”, which is a year only beside others such as 17-18."""
    found = _SHORT_DASH.fullmatch(without_footnotes(plain_text(text)))
    if found and int(found[2]) == (int(found[1]) + 1) % 100:
        return _century(int(found[1]))
    return None


@remembered
def parse_day(text: str) -> date | None:
    """The one day that a cell holds: a date, with or without a time."""
    phrase = plain_text(text)
    phrase = re.sub(r"[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$", "", phrase)
    if not (found := _MOMENT.fullmatch(phrase)):
        return None
    year, month, day = _parts_of(found)
    try:
        return date(year, month, day) if year and day else None
    except ValueError:
        return None


def names_month(text: str) -> bool:
    """Whether a text is a month or day of one year and no more: “March 2020”, 31/03/2020."""
    phrase = without_footnotes(plain_text(text))
    found = _MOMENT.fullmatch(phrase)
    return found is not None and bool(_parts_of(found)[0])


def year_of_heading_day(day: date) -> ReadYear:
    """A date as a heading: 1 April and 31 March mean their year, any other its month."""
    return _own(day) if is_edge(day) else year_of_month(day)


def year_of_month(day: date) -> ReadYear:
    return _own(day, part=f"{day:%b-%y}", calendar=str(day.year))


def _of_period(phrase: str) -> ReadYear | None:
    """Two months or days (Apr 18 - Mar 19), or one (April 2018, year ending March 2019)."""
    moments = find_dates(phrase)
    if not moments:
        return None
    first, last = moments[0], moments[-1]
    if len(moments) == 1:
        return _of_one(phrase, first, _rest(phrase, first.start, last.end))
    if len(moments) > 2 or not re.fullmatch(
        rf"[ ,(]*{BETWEEN}[ ]*", phrase[first.end : last.start], re.I
    ):
        return None
    begin = first.year or (last.year and last.year - (first.month > last.month))
    if begin is None:
        return _with_label(phrase, first, last)
    end = last.year or begin + (last.month < first.month)
    return _of_span(phrase, (begin, first.month), (end, last.month), first, last)


def _of_span(
    phrase: str, begin: Month, end: Month, first: DateMention, last: DateMention
) -> ReadYear | None:
    months = (end[0] - begin[0]) * 12 + end[1] - begin[1] + 1
    rest = _rest(phrase, first.start, last.end)
    if months <= 0:
        return None
    is_part = is_cut(first.day, last.day, end) or PART.search(rest)
    if months == 12 and kind_from(begin[1]):
        whole = _year_from(begin[1], begin[0], rest)
        return replace(whole, part=phrase, rest="", calendar=str(begin[0])) if is_part else whole
    if months > 12:
        # 1 April 2018 to 1 April 2019 is phrase for a year, too.
        if months == 13 and begin[1] in (APRIL, first_month()) and first.day == 1:
            return _year_from(begin[1], begin[0], rest)
        return ReadYear(several=True, rest=rest)
    return _own(date(begin[0], begin[1], 1), part=phrase, calendar=str(begin[0]))


def _of_one(phrase: str, moment: DateMention, rest: str) -> ReadYear | None:
    ending = _ENDING.search(phrase)
    if moment.year and SEVERAL_TO.search(phrase[: moment.start]):
        return _without_end(phrase, moment.start, moment.end)
    if moment.year and SHORTER.search(phrase[: moment.start]):
        return _own(date(moment.year, moment.month, 1), part=phrase)
    if moment.year and ending and ending.start() < moment.start:
        rest = _rest(phrase, ending.start(), moment.end)
        for begins in (APRIL, JANUARY, first_month()):
            last = (begins - 2) % 12 + 1
            is_next_day = (moment.month, moment.day) == (begins, 1) and begins != JANUARY
            if moment.month == last or is_next_day:
                return _year_from(begins, moment.year - (begins != JANUARY), rest)
        return ReadYear(several=True, rest=rest)
    labelled = _with_label(phrase, moment, moment)
    if labelled and labelled.label:
        return labelled
    if moment.year is None:
        whole = phrase.strip(" .")
        alone = moment.start == 0 and moment.end >= len(whole)
        return ReadYear(part=phrase) if alone and len(whole) > 2 else None
    if (open_ended := _without_end(phrase, moment.start, moment.end)) is not None:
        return open_ended
    part, day = phrase[moment.start : moment.end], date(moment.year, moment.month, 1)
    if _NOT_ITSELF.search(f"{phrase[: moment.start]} {phrase[moment.end :]}"):
        part, rest = phrase, ""
    return _own(day, part=part, rest=rest, calendar=str(moment.year))


def _with_label(phrase: str, first: DateMention, last: DateMention) -> ReadYear | None:
    """2018/19 (Apr to Sep): months beside a year; 2018/19 (updated May 2020): no part of it."""
    named = slice(first.start, last.end)
    hidden = "\0" * len(phrase[named])
    year = _of_labels(f"{phrase[: first.start]}{hidden}{phrase[last.end :]}")
    if year and year.label and not year.part:
        is_made = first is last and is_of_making(phrase[: first.start])
        when = first.year and is_in_year(year.label, year.kind, first.year, first.month)
        if is_made or when is False:
            return replace(year, rest=year.rest.replace(hidden, phrase[named]))
        return ReadYear(year.label, year.kind, part=phrase)
    outside = f"{phrase[: first.start]} {phrase[last.end :]}".strip(" ().:,-")
    return ReadYear(part=phrase) if not outside or PART.fullmatch(outside) else None


def _of_labels(phrase: str) -> ReadYear | None:
    if ending := _FINANCIAL_END.search(phrase):
        label = two_years(_century(int(ending[1])) - 1)
        return ReadYear(label, "financial", rest=_rest(phrase, ending.start(), ending.end()))
    if not (found := labels_in(phrase)):
        return None
    years = {label for label, _, _, _ in found}
    first, last = found[0], found[-1]
    rest = _rest(phrase, first[2], last[3])
    if len(years) > 1:
        return ReadYear(several=True, rest=rest)
    if (open_ended := _without_end(phrase, first[2], last[3])) is not None:
        return open_ended
    outside = f"{phrase[: first[2]]} {phrase[last[3] :]}"
    part = PART.search(outside) or OTHER_YEARS.search(outside)
    return ReadYear(first[0], first[1], part=phrase if part else "", rest="" if part else rest)


def _without_end(phrase: str, start: int, end: int) -> ReadYear | None:
    """Several years, of which a text names only the first or the last: “2019 onwards”."""
    ends = open_years(phrase, start, end)
    return ReadYear(several=True, rest=_rest(phrase, *ends)) if ends else None


def labels_in(phrase: str) -> list[tuple[str, str, int, int]]:
    """Every year in a text: label, kind, where it starts and ends."""
    found: list[tuple[str, str, int, int]] = []
    taken: list[tuple[int, int]] = []
    word = FINANCIAL_WORD.search(phrase)
    kind = "financial" if word else kind_of_pair()
    for pattern in (_LONG, _SHORT, _SHORT_NAMED):
        for match in pattern.finditer(phrase):
            start, end = _century(int(match[1])), int(match[2])
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            follows = end % 100 == (start + 1) % 100
            both = follows and re.search("&|and", match[0], re.I)  # “2018 and 2019” are two
            if follows and not both and _EARLIEST <= start <= _LATEST:
                found.append((two_years(start), kind, match.start(), match.end()))
            elif pattern is _LONG and (end >= 100 or both):
                found.append((str(start), "calendar", match.start(), match.start()))
                found.append((str(_century(end)), "calendar", match.end(), match.end()))
            else:
                continue
            taken.append(match.span())
    for match in _LONE.finditer(phrase):
        within = any(a <= match.start() < b for a, b in taken)
        if _EARLIEST <= int(match[1]) <= _LATEST and not (word or within):
            found.append((match[1], "calendar", match.start(), match.end()))
    return sorted(found, key=lambda each: each[2])


_YEAR_WORD = re.compile(
    r"(?:\b(?:full|whole|complete) )?\b(?:calendar|financial|fiscal)? ?years?\b|\bcy\b", re.I
)
_EDGES = re.compile(r"^[\s\-:,;/–|]+|(?<!^\d)(?<!^\d\d)[\s\-:,;/–|]+$")  # “0-” is not 0


def _rest(phrase: str, start: int, end: int) -> str:
    """The words of a text besides its year."""
    words = FINANCIAL_WORD.sub(" ", f"{phrase[:start]} {phrase[end:]}")
    words = re.sub(r"\( *\)|\[ *\]", " ", _YEAR_WORD.sub(" ", words))
    words = _EDGES.sub("", " ".join(words.split()))
    return re.sub(r"^(?:for|in|of|to|during|recorded in)$", "", words, flags=re.I)


def find_dates(phrase: str) -> list[DateMention]:
    found = []
    for match in _MOMENT.finditer(phrase):
        if match[0] == "may" and _is_verb(phrase, match):
            continue
        year, month, day = _parts_of(match)
        start, end = match.span()
        pair = _PAIR_BEHIND.match(phrase, end) if match["year"] else None
        if pair and int(pair[1]) == (year + 1) % 100:
            year, end = 0, match.end("month")  # of two years, as 2018/19 is
        if 1 <= month <= 12 and (not year or _EARLIEST <= year <= _LATEST + 1):
            found.append(DateMention(month, year or None, day or None, start, end))
    return found


def _is_verb(phrase: str, may: re.Match[str]) -> bool:
    """Whether “may” is no month: no month is before or behind it, nor a word for a time."""
    # The few letters beside it are enough: a long text may have it often.
    before, behind = phrase[max(0, may.start() - 20) : may.start()], phrase[may.end() :][:20]
    near = re.search(
        r"(?:[-/]|\b(?:to|until|till|through|of|in|for|from|since|by|end)) ?$", before, re.I
    )
    return bool(behind) and not (near or re.match(rf" ?(?:[-/]|(?:to|until|and) {MONTH})", behind))


def _parts_of(moment: re.Match[str]) -> tuple[int, int, int]:
    """Year, month and day, 0 where none is named."""
    if moment["iso"]:
        year, month, day = map(int, moment["iso"].split("-"))
        return year, month, day
    if moment["iso_month"]:
        year, month = map(int, moment["iso_month"].split("-"))
        return year, month, 0
    if moment["before"]:
        return int(moment["before"]), _month(moment["behind"]), 0
    if moment["d"]:
        return _century(int(moment["y"])), int(moment["m"]), int(moment["d"])
    year = _century(int(moment["year"])) if moment["year"] else 0
    return year, _month(moment["month"]), int(re.sub(r"\D.*", "", moment["day"] or "0"))


def _month(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


def _century(year: int) -> int:
    return year if year >= 100 else year + (2000 if year < 80 else 1900)
