"""Years named by their end or their start: “Financial year ending”, “To Mar 19”."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from offences.returns.labels.cell_counts import plain_text, remembered_years, without_footnotes
from offences.returns.labels.years import (
    FINANCIAL_WORD,
    MONTH,
    ReadYear,
    find_dates,
    labels_in,
    parse_year,
    year_of_month,
)

_TO_MARCH = re.compile(
    r"\b(?:years?|(?:12|twelve) months?) (?:ending|ended|to)(?: (?:the|end|of|on))*"
    r"(?: 31(?:st)?)?(?: of)? march\b(?! \d)",
    re.IGNORECASE,
)
_ENDS = re.compile(  # “Financial years ending”, but neither in June nor “financial year to date”
    rf"(?:{FINANCIAL_WORD.pattern})\W{{0,3}}(?:(?:ending|ended|ends|end)\b|to\W*$)"
    rf"(?! (?:[a-z]{{2,3}} )*(?:\d+(?:st|nd|rd|th)? (?:of )?)?(?!mar){MONTH}(?![a-z]))"
    r"|\bf[./]?y\.?/?e\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"\b(?:beginning|begins?|starting|starts?|commenc(?:ing|es?)|from)\b", re.I)

_TO = re.compile(r"\W*to(?: the)?(?: end)?(?: of)?[ -]*", re.IGNORECASE)


def start_of_plain_years(texts: Sequence[str]) -> int | None:
    """How far from 2019 the financial year begins that headings call so; None if they do not.

    They may say that years end in March: 2019 is 2018/19. Where they say “financial year” alone,
    most mean the year that begins in 2019, which has to be asked.
    """
    if any(_TO_MARCH.search(text) or _ENDS.search(text) for text in texts):
        return -1
    return 0 if any(map(_names_financial, texts)) else None


def starts_are_named(texts: Sequence[str]) -> bool:
    """Whether headings say that years are named by their starts: “Financial year beginning”."""
    return any(_names_financial(text) and _BEGINS.search(text) for text in texts)


def _names_financial(text: str) -> bool:
    """Whether a text names financial years, and none of them."""
    return bool(FINANCIAL_WORD.search(text)) and not any(map(str.isdigit, text))


@remembered_years
def year_up_to(text: str) -> ReadYear | None:
    """The year of a heading that names the last month of its counts: “To Mar 24”, “to June 18”.

    Since when is not said: in all of its year, or in a part of it.
    """
    phrase = without_footnotes(plain_text(text))
    moments = find_dates(phrase)
    if len(moments) != 1 or moments[0].year is None or moments[0].end < len(phrase.rstrip(" .")):
        return None
    if not _TO.fullmatch(phrase[: moments[0].start]):
        return None
    day = date(moments[0].year, moments[0].month, 1)
    return replace(year_of_month(day), part=phrase, calendar="")


@remembered_years
def is_other_time(text: str) -> bool:
    """Whether a text names one time that is no single year: “since April 2024”, “12m to Jun 24”."""
    year = parse_year(text)
    if year is None or not year.several:
        return False
    phrase = without_footnotes(plain_text(text))
    return len(find_dates(phrase) or {label for label, *_ in labels_in(phrase)}) == 1
