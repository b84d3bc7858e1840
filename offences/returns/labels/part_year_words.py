"""Words that make every year of a table a part of one, or another twelve months."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from offences.returns.labels.cell_counts import plain_text, remembered_years
from offences.returns.labels.months import ends_years, parse_months
from offences.returns.labels.years import (
    BETWEEN,
    MANY_MONTHS,
    MONTH,
    NUMBERS,
    OTHER_YEARS,
    PART,
    SHORTER,
    find_dates,
    labels_in,
    parse_year,
)

_SIZE = r"(?:(?!12\b)\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven)"
_HALF = re.compile(
    r"\b(?:half[ -]year(?:ly|s)?|half[ -]yearly|(?<!code )(?<!codes )(?<!class )h[12]"
    rf"|(?:first|second|last|1st|2nd) (?:half|quarter|{_SIZE} months)"
    r"|(?:third|fourth|3rd|4th) quarter|quarter [1-4]"
    rf"|{_SIZE}[ -]months?(?:ly)? (?:figures?|data|period|totals?|counts?))\b"
    r"(?! of (?:the|this|our|your) (?:table|sheet|page|list|file|document|report|response)\b)",
    re.IGNORECASE,
)
_PUPILS = re.compile(  # “Victims by school year” are in one class at school
    r"\b(?:victims?|pupils?|child(?:ren)?|ages?)\b.*\bby (?:age and )?school years?\b",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(  # “Published every July” says nothing of the figures' months
    r"\b(?:published|updated|released|extracted|refreshed|produced|compiled|reviewed|audited"
    r"|retrieved|downloaded|collated)"
    r"(?: (?:every|each|again|in|on|by|at|between|from|once|the))* *$",
    re.IGNORECASE,
)
_MANY_TO = re.compile(
    rf"\b(?:{_SIZE}|12|twelve)[ -]months? (?:to|until|ending|ended|up to)\b", re.IGNORECASE
)
_LIMITED = re.compile(r"\b(?:each|every|any|only|all years)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(?:q ?[1-4]|h[12]|quarter)\b", re.IGNORECASE)
# A text of these words and its months alone is about the figures, and of all of them.
_IDLE = re.compile(
    r"(?:an?|all|the|these|this|those|any|figures?|data|counts?|totals?|numbers?|tables?|sheets?"
    r"|notes?"
    r"|please|are|is|was|were|for|of|in|on|at|and|as|by|from|to|until|up|end|ending|ended|between"
    r"|each|every|only|ends|runs?|running|covers?|covering|cover|relates?|based|periods?|years?"
    r"|yearly|annual|months?"
    r"|monthly|recorded|reported|offences?|crimes?|half|first|second|last|part|quarter|financial"
    r"|inclusive|shown|given|st|nd|rd|th|nb|\d{1,2}|two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|academic|school|university|college|calendar)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class YearPart:
    """The words of a part; `certain` if they say nothing else, so that it is of the figures."""

    words: str
    certain: bool


@remembered_years
def part_of_every_year(text: str) -> YearPart | None:
    """A part of a year that a text names without the year: “April to September of each year”."""
    phrase = plain_text(text)
    year = parse_year(phrase)
    moments = find_dates(phrase)
    if not phrase or len(phrase) > 250 or (year and year.label) or any(m.year for m in moments):
        return None
    first, last = (moments[0].start, moments[-1].end) if moments else (0, 0)
    if _PUBLISHED.search(phrase[:first]) or _PUPILS.search(phrase):
        return None
    if len(moments) == 2:
        between = phrase[moments[0].end : moments[1].start]
        named = re.fullmatch(rf"[ ,(]*{BETWEEN}(?: the)? *", between, re.IGNORECASE)
        if not named or _QUARTER.search(phrase):
            return None
    elif len(moments) == 1:
        before = phrase[:first]
        to_its_end = ends_years(before) or SHORTER.search(before)
        if not (_MANY_TO.search(before) or to_its_end or _LIMITED.search(phrase)):
            return None
    elif moments or not (_HALF.search(phrase) or OTHER_YEARS.search(phrase)):
        return None
    words = re.findall(r"[^\W_]+", f"{phrase[:first]} {phrase[last:]}")
    certain = all(_IDLE.fullmatch(word) or word.isdigit() for word in words)
    if certain and len(moments) == 1 and not ends_years(phrase[:first]):
        certain = parse_months(phrase, "calendar") is not None
    return YearPart(phrase, certain)


_UP_TO = re.compile(
    r"(?:^|(?<!published)(?<!updated)(?<!reply)(?<!response)\W)(?:up to|to|until|till|through"
    r"|from|since|year (?:ending|ended))(?: (?:the|end|of|on|in))* *$",
    re.IGNORECASE,
)


@remembered_years
def part_named_last(text: str) -> YearPart | None:
    """The part that a title has at its end, without a year: “Offences, to 31 December”."""
    phrase = plain_text(text)
    moments = find_dates(phrase)
    year = parse_year(phrase)
    if len(phrase) > 250 or len(moments) != 1 or moments[0].year or (year and year.label):
        return None
    is_last = not re.search(r"\w", phrase[moments[0].end :])
    found = is_last and _UP_TO.search(phrase[: moments[0].start])
    return YearPart(phrase, certain=False) if found else None


_FROM_TO = re.compile(
    r"\b(?:starts|begins) (?:on|in) (.{3,12}?),? and (?:ends|finishes) (?:on|in)\b", re.IGNORECASE
)


_OF_KIND = re.compile(  # “Years are financial years.”
    r"\W*(?:all |the |each )*years? (?:shown |given |here )?(?:is|are|means?)(?: the| an?)?"
    r" (?P<kind>financial|calendar) years?\W*",
    re.IGNORECASE,
)


def says_own_years(text: str, kinds: Collection[str | None]) -> bool:
    """Whether words say no more than from when to when all years of these kinds are."""
    if named := _OF_KIND.fullmatch(plain_text(text)):
        return {*kinds} == {named["kind"].casefold()}
    part = part_of_every_year(_FROM_TO.sub(r"runs from \1 to", text))
    if part is None or not part.certain or OTHER_YEARS.search(part.words):
        return False
    return bool(kinds) and all(is_whole_year(part.words, kind or "") for kind in kinds)


_BEGINNING = re.compile(  # “by year beginning in April”
    r"\b(?:by |per |(?:in|for) each )?(?:(?:the|all|each|financial|calendar) )*years?"
    r" (?:runs?|running|begins?|beginning|starts?|starting|commences?|commencing)"
    r"(?: (?:in|on|from|at|with))?(?: the)?(?: 1(?:st)?(?: of)?)? (?P<month>april|january)"
    r"(?: (?:of|in) the year (?:shown|given|stated|named))?(?! to\b)",
    re.IGNORECASE,
)
_OWN_YEARS = re.compile(
    r"\b(?:(?:in|for|over|during|within|from) )?(?:each of )?the (?P<some>last|past|previous)"
    r" (?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?P<kind>financial |calendar )?years\b"
    r"|\b(?:(?:by|per|in|for|on|of|and|each|every|the|an?) )*(?P<each>financial|calendar) years?\b"
    r"(?: basis\b)?(?: ?\((?P<months>[^()]*)\))?"
    r"|\byears? ?[:=] ?(?P<named>financial|calendar)\b|\b(?P<short>cy)(?= ?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NOT_OF_KIND = re.compile(  # behind the kind of the years: “calendar years, not financial years”
    r"(?<=\w),? (?:and )?(?:not|rather than|instead of)(?: (?:by|for|in|on|the|an?|each))*"
    r" (?P<other>financial|fiscal|calendar) years?\b(?: basis\b)?",
    re.IGNORECASE,
)


def without_own_years(text: str, kinds: Collection[str | None], *, several: bool) -> str:
    """A text without words for all years of these kinds: “in the last three financial years”.

    Beside one year alone they may say that its counts are of `several`.
    """

    def is_own(found: re.Match[str]) -> bool:
        named = found["kind"] or found["each"] or found["named"] or (found["short"] and "calendar")
        kind = (named or "").strip().casefold()
        whole = all(is_whole_year(found["months"] or "", each or "") for each in kinds)
        return kind in ("", *kinds) and len({*kinds}) == 1 and (whole or not found["months"])

    def rest(found: re.Match[str]) -> str:
        return " " if is_own(found) and (several or not found["some"]) else found[0]

    def begins(found: re.Match[str]) -> str:
        kind = "financial" if found["month"].casefold() == "april" else "calendar"
        return " " if {*kinds} == {kind} else found[0]

    def is_none(found: re.Match[str]) -> str:
        return found[0] if found["other"].casefold() in kinds or not kinds else " "

    return _OWN_YEARS.sub(rest, _NOT_OF_KIND.sub(is_none, _BEGINNING.sub(begins, text)))


_TOKEN = re.compile(  # the parts themselves: “Q1-3”, “H2”, “quarter 1”, “3rd”
    r"(?:q(?:tr|uarters?)?|h)\d*|\d+(?:st|nd|rd|th|m)?|mths?|third|fourth|quarters|qtrs?|halves"
    r"|since|fy|incl"
    r"|up|through|only",
    re.IGNORECASE,
)
_SINCE_WHEN = re.compile(
    r"(?<!months )(?<!month )\bperiod (?:end|ending|ended|to|up to)(?: the)? "
    rf"(?:\d{{1,2}}\D|{MONTH})",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    rf"[<>≤≥]|\b(?:before|after|pre|post)[ -](?:the )?(?:\d{{1,2}}\D|{MONTH})", re.I
)
_OPEN_END = re.compile(r"\W*(?:(?:to|until|till|onwards?|and)\b|-)", re.IGNORECASE)


_NOT_WHOLE = re.compile(
    r"\b(?:part(?:ial|ly)?|incomplete|not complete|so far|to date|ytd"
    rf"|(?:[2-9]|1[01]|{'|'.join(NUMBERS)}){MANY_MONTHS})",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\W*(?:to|end\w*)\b", re.IGNORECASE)


def months_of_part(part: str, rest: str, kind: str) -> tuple[int, int] | None:
    """The months that the words of a part name, if they and the `rest` say no more of it.

    “Q4 outstanding” names what is not in it, “Apr-” and “April to date” where it begins.
    """
    phrase = plain_text(part)
    for moment in reversed(find_dates(phrase)):
        phrase = f"{phrase[: moment.start]} {phrase[moment.end :]}"
    words = re.findall(r"[^\W_]+", phrase)
    says_more = any(not (_IDLE.fullmatch(word) or _TOKEN.fullmatch(word)) for word in words)
    if says_more or plain_text(part).rstrip(" )]").endswith("-") or _OPEN_END.match(rest):
        return None
    if _SINCE_WHEN.search(plain_text(part)) or _LIMIT.search(plain_text(part)):
        return None  # “period ended Sep 2018”, “2025/26 <Dec”
    months = parse_months(part, kind)
    not_whole = _NOT_WHOLE.search(phrase) or _UNTIL.match(plain_text(part))
    if months and not_whole and (months[1] - months[0]) % 12 in (0, 11):
        return None  # “Apr 2018-Mar 2019 (part)”, “Sep 2018 (6 months)”, “To Mar 2019”
    return months


def is_whole_year(part: str, kind: str) -> bool:
    """Whether the words of a part name all months of a year of this kind."""
    months = parse_months(part, kind)
    return months is not None and (months[1] - months[0]) % 12 == 11


_LONGEST = 40  # characters of a few words
_NUMBER_BEFORE = re.compile(  # “Q1 Totals”, “Q2. By sex”
    r"q ?\d{1,2}[a-z]?(?:\W+(?=[a-z]{3})|[.:)]\W*(?=by\b))", re.IGNORECASE
)
_MONTH_OF = re.compile(rf"\b(?:the )?months? of (?={MONTH})", re.IGNORECASE)
_NUMBER_OF_QUESTION = re.compile(r"q ?\d{1,2}[a-z]?\W*", re.IGNORECASE)  # “Q1”, no quarter


@remembered_years
def names_part_alone(text: str) -> bool:
    """Whether a few words name a part of a year and no year, or its last day: “to 31/12/2019”."""
    if len(text) > _LONGEST or _NUMBER_OF_QUESTION.fullmatch(text):
        return False
    text = _MONTH_OF.sub("", _NUMBER_BEFORE.sub("", text, count=1))
    year = parse_year(text)
    if year and (year.several or (year.label and not year.part)):
        return False
    named = bool(year and year.part and not year.label)
    months = parse_months(text, "financial")
    return (named or months is not None) and not is_whole_year(text, "financial")


_EDGE = re.compile(
    r"for|in|of|from|to|between|and|until|till|up|end|ending|ended|during|the|on|by|only|data|figures"
    r"|covers?|covering|periods?|years?|inclusive|part|months?|recorded|reported|fy",
    re.IGNORECASE,
)


@remembered_years
def words_with_part(text: str) -> str:
    """What a text says besides its part of a year: “Grooming” of “Grooming, Apr to Dec 2022”."""
    phrase = plain_text(text)
    year = parse_year(phrase)
    if not (year and year.label and year.part) or year.rest or len(phrase) > 250:
        return ""
    moments = find_dates(phrase)
    spans = [(each.start, each.end) for each in moments]
    spans += [(moments[0].start, moments[-1].end)] if len(moments) == 2 else []
    spans += [(start, end) for *_, start, end in labels_in(phrase)]
    for start, end in sorted(spans, reverse=True):
        phrase = f"{phrase[:start]}{' ' * (end - start)}{phrase[end:]}"
    words = [*re.finditer(r"[^\W_]+", PART.sub(lambda found: " " * len(found[0]), phrase))]
    said = [each for each in words if not (_IDLE.fullmatch(each[0]) or _TOKEN.fullmatch(each[0]))]
    if all(each[0].isdigit() for each in said):
        return ""
    while words and _EDGE.fullmatch(words[0][0]):
        words.pop(0)
    while words and _EDGE.fullmatch(words[-1][0]):
        words.pop()
    return " ".join(phrase[words[0].start() : words[-1].end()].split()) if words else ""
