"""Headings over lengths of time: “Weeks”, “Months covered”, “Length (days)”."""

import re

from offences.returns.labels.cell_counts import plain_text, remembered
from offences.returns.labels.label_words import clean_label

_OF_YEAR = {"months": 12, "weeks": 52, "days": 365, "quarters": 4}
_UNIT = "|".join(_OF_YEAR)
_COVERED = (
    r"(?:covered|included|held|counted|available|reported|recorded|provided|supplied|given|shown"
    r"|of (?:data|figures|the year|year)|in (?:the |this )?(?:year|period|data|figures))"
)
_LENGTH = re.compile(
    rf"(?:(?:no|nos|number|total)\.? (?:of )?)?(?P<unit>{_UNIT})(?: {_COVERED})?"
    r"|(?:length|duration|period|time|coverage|data)(?: (?:covered|of (?:the )?(?:data|period)))?"
    rf" ?[(,:-]? ?(?:in )?(?P<of>{_UNIT})\)?",
    re.IGNORECASE,
)


@remembered
def units_of_year(heading: str) -> int | None:
    """How many of a heading's units of time a whole year has; None if it heads no lengths."""
    found = _LENGTH.fullmatch(clean_label(plain_text(heading)).strip(" :?"))
    return _OF_YEAR[(found["unit"] or found["of"]).casefold()] if found else None
