"""Headings that name one end of a period and not how long it is: “Until”, “Period ending”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import clean_label

_LONGEST = 80  # characters of a heading
_OTHERS = (
    r"the|all|any|data|figures?|counts?|numbers?|totals?|offen[cs]es?|crimes?|recorded|reported"
    r"|reporting|recording|period|time|dates?|days?|range|covered|covering|covers?|held|on|at|in|of"
)
_END = (
    r"end(?:s|ed|ing)?|until|till|(?:up )?to|through|finish(?:es|ed|ing)?"
    r"|from|since|start(?:s|ed|ing)?|begin(?:s|ning)?|began|commenc(?:es|ed|ing)|onwards?"
)
_SHORTER = r"(?:quarter|qtr|half[ -]?year|term|week|fortnight|period)(?:ly)?(?: \d{1,2})?"
_LONE = re.compile(
    rf"(?:(?:{_OTHERS}) )*(?:{_END})(?: (?:{_OTHERS}|{_END}|month))*"
    rf"|(?:(?:{_OTHERS}) )*{_SHORTER}(?: (?:{_END}|{_OTHERS}))*",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:(?:the|calendar) )?months?(?:ly)?(?: (?:of|in))?", re.IGNORECASE)
_PERIOD = re.compile(r"(?:(?:the|reporting|recording|time) )*period", re.IGNORECASE)
_YEARLY = re.compile(
    r"\b(?:years?|yrs?|yearly|annual(?:ly)?|per annum|p\.?a|f\.?y\.?(?:e|s)?|y\.?/?e|(?:12|twelve)"
    r"[ -]?(?:months?|m))\b",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:q[1-4]|quarters?|quarterly|qtrs?|months?|monthly|half|halves|weeks?|weekly)\b"
    r"|\b(?:[2-9]|1[01])[ -]?(?:m|months?)\b",
    re.IGNORECASE,
)


@remembered
def is_lone_end(heading: str) -> bool:
    """Whether a heading names one end of its periods, or that they are shorter than a year."""
    return len(heading) < _LONGEST and bool(_LONE.fullmatch(_bare(heading)))


@remembered
def is_of_months(heading: str) -> bool:
    """Whether a heading names months or periods, so that a day below it is of no whole year."""
    return any(kind.fullmatch(_bare(heading)) for kind in (_MONTH, _PERIOD))


def names_periods(heading: str) -> bool:
    """Whether a heading is of periods or months, of which each has its end: “Period ending”."""
    return bool(re.search(r"\b(?:period|month)", _bare(heading), re.IGNORECASE))


def says_yearly(text: str) -> bool:
    """Whether a text says that figures are by year, and of nothing shorter."""
    phrase = plain_text(text)
    return bool(_YEARLY.search(phrase)) and not _SHORT.search(phrase)


def _bare(heading: str) -> str:
    return clean_label(plain_text(heading)).strip(" :.?-–()")
