"""A reader of one offence in so many days: "an offence every six days"."""

from fractions import Fraction

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.context import Context
from offences.tracing.finding.vocabulary import OFFENCE, compiled

_DAYS = compiled(r"(?:\s+or\s+so)?\s+(?P<unit>day|night|week|month)s\b")
_AN_OFFENCE = (
    r"\b(?:an?|one|another|some)\s+(?:(?!\b(?:every|each|and|or|for|arrests?|calls?|charges?)\b)"
    rf"[\w’'-]+\s+){{0,5}}?{OFFENCE}\b"
)
_RECORDED = (
    r"\b(?:record(?:ed|s)?|logs|logged|reported|counted|noted|registered|committed|opened|happen(?:s|ed)|occur(?:s|red)"
    r"|t(?:akes?|ook)\s+place|com(?:es?|ing)\s+in|came\s+in|dealt\s+with|crime\s+book)\b"
)
# "A crime was recorded every six days", "every six days, an offence was logged"
_BEFORE = compiled(rf"{_AN_OFFENCE}[^.;:\d]{{0,90}}\b(?:every|each)\s+\Z")
_EVERY = compiled(r"\b(?:every|each)\s+\Z")
_THEN = compiled(
    r"(?:,?\s+(?:on\s+average|or\s+so|roughly|in\s+(?-i:[A-Z])[\w’'-]+|in\s+(?:19|20)\d\d/\d\d|last\s+year)){0,2},?\s+"
    r"(?:(?:(?-i:[A-Z])[\w’'-]+(?:\s+(?:Police|officers))?|police|officers|the\s+(?:force|county)|it|they)\s+(?:has\s+|have\s+)?"
    r"(?:record(?:s|ed)?|log(?:s|ged)?|open(?:s|ed)?|deal(?:s|t)?\s+with|note[sd]?|count(?:s|ed)?|saw|sees)\s+)?"
    rf"{_AN_OFFENCE}"
)
_IS_RECORDED = compiled(_RECORDED)
_IN_MINUTES = {"day": 24 * 60, "night": 24 * 60, "week": 7 * 24 * 60, "month": 30 * 24 * 60}


def days_between(here: Context) -> Candidate | None:
    """One offence every so many days, in minutes."""
    match = here.follows(_DAYS)
    if not match or not here.precedes(_EVERY):
        return None
    start, end = here.passage.sentence_bounds(here.number.start)
    if not _IS_RECORDED.search(here.passage.text, start, end):
        return None
    if not (here.precedes(_BEFORE) or _THEN.match(here.after, match.end())):
        return None
    minutes = here.number.value * Fraction(_IN_MINUTES[match["unit"].casefold()])
    return here.found("interval", here.number.end + match.end(), value=minutes)
