"""What a heading says of the years below it that are written as one number: 2019."""

import re
from collections.abc import Sequence

from offences.returns.labels.years import FINANCIAL_WORD, MONTH

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
