"""Seats of power that are meant as places with police: "Washington police".

"Holyrood must act" names a parliament, and no place that a number could be of.
"""

import re
from collections.abc import Iterator

from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

_SEAT = r"(?-i:Holyrood|Stormont|Cardiff\s+Bay|Washington|Strasbourg)"
_A_SEAT = compiled(rf"\b{_SEAT}\b")
_OFFICERS = r"(?:police|officers|forces?|detectives|constabulary)"
_RECORDED = r"(?:(?:ha[sd]|have)\s+)?(?:recorded|logged|registered|counted|saw|seen|reported)"
_NOT_A_TOPIC = (
    r"(?![^.;:]{0,40}\b(?:discussed|debated|raised|mentioned|cited|quoted|heard|told|announced)\b)"
)
_WITH_POLICE = compiled(
    rf"\b{_OFFICERS}\s+(?:in|from|around|across|at|of)\s+(?P<of>{_SEAT})\b"
    rf"|\b(?P<own>{_SEAT})(?:[’']s?)?\s+{_OFFICERS}\b(?!\s+minister)"
    rf"|\b(?P<state>{_SEAT})\s+(?:state|dc|D\.C\.)(?=\s|,)"
    rf"|\b(?P<did>{_SEAT}),?\s+(?:there\s+(?:were|was)\b|{_RECORDED}\b|had\b)"
    rf"|\b(?:in|across|around)\s+(?P<in>{_SEAT}),?\s+(?:(?:just|only|some|about)\s+)?"
    rf"(?:{NUMBER}\s+(?:\w+\s+)?(?:offences|crimes|cases)|(?:girls|boys|children)\s+(?:were|was|made))\b{_NOT_A_TOPIC}"
)


def is_seat(words: str) -> bool:
    """Whether a name is that of a seat of power."""
    return _A_SEAT.search(words) is not None


def seats_with_police(text: str) -> Iterator[re.Match[str]]:
    """Where a text names a seat of power as a place with police; the name is the last group."""
    return _WITH_POLICE.finditer(text)
