"""Numbers of the people named before them: "of the children, 112 were girls"."""

from offences.tracing.binding.units import UNIT, unit_named
from offences.tracing.finding.vocabulary import compiled

_OF_PEOPLE = compiled(
    rf"\b(?:of|among|amongst)\s+(?:all\s+)?(?:the|these|those)\s+(?:{UNIT})\b[^.;:\d]{{0,40}}?,\s+"
    r"(?:(?:only|just|some|about)\s+)?\Z"
)
_WERE = compiled(
    r"\s+(?:were|was|are|is)\s+(?:girls?|boys?|female|male|aged|under|\w+[\s-]years?[\s-]olds?|\d)\b"
)


def unit_before(before: str, after: str, measure: str) -> str:
    """The people that a count is said to be of, where it says what so many of them were."""
    found = _OF_PEOPLE.search(before) if _WERE.match(after) else None
    return unit_named(found, measure) if found else ""
