"""Readers of time: rates, intervals, spans, how much of a year, years by themselves."""

from __future__ import annotations

from fractions import Fraction

from offences.claims.tracing.clauses import is_bare_year
from offences.claims.tracing.found import Found
from offences.claims.tracing.here import Here
from offences.claims.tracing.vocabulary import OFFENCE, WORD, any_of, compiled

_NOT_BETWEEN = any_of("and", "or", "but", "that", "which", "who", "in", "on", "when", "while", "to")
_NO_RATE = any_of(r"[-‐‑]", r"\s+(?:centre|school|later|earlier|after|before|ago|out|off|of)\b")
_RATE = compiled(
    rf"\s+(?:(?!{_NOT_BETWEEN}\b){WORD}\s+){{0,6}}?(?:a|an|per|each|every|any)\s+"
    rf"(?:single\s+|average\s+)?(?P<unit>day|week|month|hour)\b(?!{_NO_RATE})"
    r"|\s+(?P<daily>daily|weekly|monthly)\b"
)
_UNIT = compiled(r"\ba\s+(day|week|month)\b")
_GIVEN_AS = compiled(r"\bgiven\s+as\s+$")
_DURATION = compiled(r"\s+(?:hours?|days?|nights?|times)\b")
_UNITS = {"daily": "day", "weekly": "week", "monthly": "month"}


def rate(here: Here) -> Found | None:
    """So many a day, week or month; also what such a rate is "given as"."""
    if here.follows(_DURATION):
        return None
    match = here.follows(_RATE)
    if match and not here.has_number_within(match.end()):
        unit = (match["unit"] or _UNITS[match["daily"].casefold()]).casefold()
        if unit == "hour" and here.number.value == 1:
            return here.found("interval", word="one")
        return here.found("rate", word=unit)
    if here.precedes(_GIVEN_AS) and (said := _UNIT.search(here.before)):
        return here.found("rate", word=said[1].casefold())
    return None


_EVERY = compiled(r"\b(?:every|each)\s+$")
_MINUTES = compiled(r"\s+(minute|hour|second)s?\b")
_PER_UNIT = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}


def interval(here: Here) -> Found | None:
    """One "every 13 minutes", in minutes."""
    match = here.follows(_MINUTES)
    if not match or not here.precedes(_EVERY):
        return None
    minutes = here.number.value * _PER_UNIT[match[1].casefold()]
    return here.found("interval", here.number.end + match.end(), value=minutes, decimals=0)


_YEARS_OF = compiled(
    r"\s+years\s+(?:of\s+(?:(?:comparable|available|full|published)\s+)?(?:data|figures|records)"
    r"|(?:for\s+which|with|where|that\s+have)\b[^.,;:()\d]{0,30}\bfigures?\b"
    r"|we\s+(?:have|can\s+compare)|from\s+(?:19|20)\d\d)"
)
_SPAN_BEFORE = compiled(
    r"\b(?:in|over|during|within)\s+(?:just\s+|only\s+|a\s+(?:space|period)\s+of\s+"
    r"|the\s+(?:space|course)\s+of\s+)?$|\bover\s+the\s+$|\b(?:last|past)\s+$"
)
_THE_YEARS = compiled(r"\bin\s+(?:just\s+)?the\s+$")
_YEARS_TO = compiled(r"\s+years\s+(?:to|since|between|up\s+to)\b")
_YEARS = compiled(r"\s+years\b(?![’']?\s+(?:ago|old|time|in\s+prison|of\s+age)|[’'])")


def years_of_data(here: Here) -> Found | None:
    """ "four years of figures", "the highest of the 4 years from 2015/16"."""
    return here.found("data_years") if here.follows(_YEARS_OF) else None


def span(here: Here) -> Found | None:
    """ "in three years", "over the last four years"."""
    # "over" before years is no modifier: over three years is how long the change took.
    is_span = here.follows(_YEARS) and _SPAN_BEFORE.search(here.all_before)
    if is_span or (here.follows(_YEARS_TO) and _THE_YEARS.search(here.all_before)):
        return here.found("span", modifier="")
    return None


_MONTHS_OF = compiled(r"\s+months?\s+of\s+(?:19|20)\d\d[/–-]\d\d")


def months_of_year(here: Here) -> Found | None:
    """How much of a year a figure covers: "6 months of 2018/19"."""
    return here.found("months") if here.follows(_MONTHS_OF) else None


_SINCE = compiled(r"\b(?:since|from)\s+(?:the\s+year\s+)?$")
_NOUN = compiled(rf"\s+(?:[\w‐‑-]+\s+){{0,4}}?{OFFENCE}\b")


def bare_year(here: Here) -> Found | None:
    """A year by itself: judged after "since" and "from", else no figure.

    Not where a noun follows: "2043 offences" is a count.
    """
    if here.number.in_words or not is_bare_year(here.passage.text, here.number.start):
        return None
    if here.follows(_NOUN):
        return None
    if match := here.precedes(_SINCE):
        kind = "since" if match[0].casefold().startswith("since") else "from_year"
        return here.found(kind, year=int(here.number.value))
    return here.found("exempt")
