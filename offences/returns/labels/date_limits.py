"""Limits of a query, as “Date >= 01/04/2024 AND Date < 01/01/2026” has them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from offences.returns.labels.making_dates import DateMention

_SIGN = re.compile(r"(?P<sign>[<>≤≥])(?P<same>\s?=)?[ '\"#(]*$")
_WORD = re.compile(
    r"\b(?:(?P<until>on or before|up to and including|(?:no|not) later than|not after)"
    r"|(?P<before>before|prior to|earlier than|less than)"
    r"|(?P<since>on or after|(?:no|not) earlier than|not before|greater than or equal to)"
    r"|(?P<after>after|later than|greater than))[ :'\"#(]*$",
    re.IGNORECASE,
)
# What else a line says that is only the conditions of a query.
_OF_QUERY = re.compile(
    r"parameters?|filter(?:s|ed)?|criteria|conditions?|where|selection|selected|quer(?:y|ies)|search"
    r"|dates?|rec|recorded|reported|created|entered|logged|registered|crimes?|offen[cs]es?|records?"
    r"|data|figures?|from|to|and|or|is|are|was|were|on|by|with|an?|the|of|only|all|any|in|no|not"
    r"|before|prior|after|later|earlier|than|less|greater|equal|up|including|between|date\w*"
    r"|\w+date|period|report|reporting|range|time|first|last|\d+|00",
    re.IGNORECASE,
)
_COMPACT = re.compile(
    r"(?<=[<>=≤≥] )((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)|(?<=[<>=≤≥'])"
    r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?!\d)"
)
_LONGEST = 250


def with_dashes(phrase: str) -> str:
    """A text in which the days of a query are written as dates: “<= 20251231”."""
    return _COMPACT.sub(lambda found: "-".join(filter(None, found.groups())), phrase)


def date_limits(
    phrase: str, moments: list[DateMention]
) -> Iterator[tuple[DateMention, date, bool]]:
    """The days between which a query has looked, each with whether it is the last.

    A word is a limit where a text has none but those of a query: “before” is often said of others.
    """
    is_query = len(phrase) <= _LONGEST and _has_only_conditions(phrase, moments)
    for moment in moments:
        before = phrase[max(0, moment.start - 40) : moment.start]
        sign = _SIGN.search(before)
        word = _WORD.search(before) if is_query and not sign else None
        if not moment.year or not (sign or word):
            continue
        if sign:
            is_last, same = sign["sign"] in "<≤", bool(sign["same"]) or sign["sign"] in "≤≥"
        elif word:
            is_last = bool(word["until"] or word["before"])
            same = bool(word["until"] or word["since"])
        # The last day of a month is in “<= Dec 2025”, and the first in “< Jan 2026”.
        last = monthrange(moment.year, moment.month)[1]
        day = moment.day or (last if is_last == same else 1)
        step = timedelta(days=0 if same else -1 if is_last else 1)
        yield moment, date(moment.year, moment.month, min(day, last)) + step, is_last


def _has_only_conditions(phrase: str, moments: list[DateMention]) -> bool:
    for moment in reversed(moments):
        phrase = f"{phrase[: moment.start]} {phrase[moment.end :]}"
    return all(map(_OF_QUERY.fullmatch, re.findall(r"[^\W_]+", phrase)))
