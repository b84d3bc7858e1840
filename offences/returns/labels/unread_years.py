"""Words and numbers for a year that do not say which: “FY21”, “Last year”, “2019-2”."""

import re
from collections.abc import Iterable

from offences.returns.labels.cell_counts import plain_text, without_footnotes
from offences.returns.labels.years import parse_year

_NEAR = r"(?:this|last|current|previous|prior|preceding|next|latest|most recent)"
_TIME = r"(?:years?|yrs?|periods?|f\.?y\.?|(?:12|twelve) months)"
_COUNTED = r"(?:recorded|reported|total|number|counts?|figures?|data|offen[cs]es|crimes|in|for|of)"
_YEAR = r"(?:19|20)\d\d"
_UNREAD = re.compile(
    rf"(?:{_COUNTED} )*(?:the )?{_NEAR} (?:(?:financial|fiscal|calendar|reporting|full|whole) )*"
    rf"{_TIME}(?:['’]?s)?(?: {_COUNTED})*"
    rf"|(?:the )?{_TIME} before(?: (?:last|that|this))?"
    r"|f\.?/?y\.? ?'?(?:19|20)?\d\d"
    rf"|\d\d?[/.-]{_YEAR} ?(?:-|to|until|/) ?\d\d?[/.-]{_YEAR}"
    rf"|{_YEAR} ?[^\w\s,.] ?\d|\d ?[^\w\s,.] ?{_YEAR}|{_YEAR}/{_YEAR}/{_YEAR}",
    re.IGNORECASE,
)
_NOW = re.compile(r"(?:the )?current", re.IGNORECASE)
_BEFORE = re.compile(r"(?:the )?(?:previous|prior|last|preceding)", re.IGNORECASE)


def unread_years(texts: Iterable[str]) -> list[str]:
    """The texts that stand for a year, of which no year can be read.

    “Current” does beside “Previous”.
    """
    phrases = {text: without_footnotes(plain_text(text)).strip(" :()") for text in texts}
    pair = any(map(_NOW.fullmatch, phrases.values())) and any(
        _BEFORE.fullmatch(phrase) or (_UNREAD.fullmatch(phrase) and _BEFORE.match(phrase))
        for phrase in phrases.values()
    )
    return [
        text
        for text, phrase in phrases.items()
        if not _is_read(text)
        and (
            _UNREAD.fullmatch(phrase)
            or (pair and (_NOW.fullmatch(phrase) or _BEFORE.fullmatch(phrase)))
        )
    ]


def _is_read(text: str) -> bool:
    year = parse_year(text)
    return year is not None and bool(year.label or year.part or year.several)
