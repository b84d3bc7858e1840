"""Numbers of what stands before them: "of the children, 112 were girls"."""

from fractions import Fraction

from offences.tracing.binding.units import UNIT, unit_named
from offences.tracing.finding.vocabulary import compiled

_OF_PEOPLE = compiled(
    rf"\b(?:of|among|amongst)\s+(?:all\s+)?(?:the|these|those)\s+(?:{UNIT})\b[^.;:\d]{{0,40}}?,\s+"
    r"(?:(?:only|just|some|about)\s+)?\Z"
)
_WERE = compiled(
    r"\s+(?:were|was|are|is)\s+(?:girls?|boys?|female|male|aged|under|\w+[\s-]years?[\s-]olds?|\d)\b"
)
# "Arrests in Tarn were 149", "Suspects: 149"; "the victims were 14" is an age, "Girls: 112" a part
_ARE_SO_MANY = compiled(
    r"(?:\A\W*|[.;:!?,–—]\s*|\n\W*)(?:(?!(?:was|were|is|are|had|has|of|offences|crimes|cases)\b)[\w’'-]+\s+){0,4}?"
    rf"(?:{UNIT})(?:\s+(?:in|at|for|by|across)\s+(?:the\s+)?[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+)?)?"
    r"(?:\s+(?:were|was|are|is|c[ao]me\s+to|amount(?:ed)?\s+to|ma[dk]e)\s+|\s*:\s*)"
    r"(?:(?:just|only|about|some)\s+)?\Z"
)
_ENDS = compiled(r"\s*(?:[.,;!?)]|\Z|\n)|\s+(?:in\s+(?:19|20)\d\d|last\s+year|this\s+year)\b")
_OLDEST = 18


def unit_before(value: Fraction, before: str, after: str, measure: str) -> str:
    """What a count is said to be of by the words before it; empty where they say nothing else."""
    found = _OF_PEOPLE.search(before) if _WERE.match(after) else None
    if found is None and value > _OLDEST and _ENDS.match(after):
        found = _ARE_SO_MANY.search(before)
        found = None if found and (found["girls"] or found["boys"]) else found
    return unit_named(found, measure) if found else ""
