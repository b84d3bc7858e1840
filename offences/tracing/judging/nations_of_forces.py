"""The nations that forces are said to be in, against those of the forces asked."""

import re

from offences.english import PLACES
from offences.tracing.binding.body_names import without_the
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.vocabulary import compiled

_ACROSS = re.compile(
    r"[^.,;:()]{0,40}?\b(?:across|in|throughout|from)\s+(?:all\s+of\s+)?(?P<place>the\s+(?:UK"
    r"|United\s+Kingdom)|Great\s+Britain|Britain)\b"
)
_IN_MORE = compiled(
    r"\bin\s+(?:all\s+of\s+)?(?P<place>the\s+(?:UK|United\s+Kingdom)|(?:Great\s+)?Britain)\b"
)
_BRITAIN = frozenset(("England", "Scotland", "Wales"))
_FORCES_IN = compiled(r"\s+(?:\w+\s+){0,2}?(?:forces|constabularies)\s+(?:in|across)\s+")
_OPENS_IN = compiled(r"\W*(?:(?:and|but)\s+)?(?:in|across|throughout)\s+(?:the\s+whole\s+of\s+)?")
_THEN_FORCES = compiled(
    r"(?:\s+(?:together|alone|combined))?,?\s+(?:(?:a\s+total\s+of|all|just|only|some)\s+)?"
)
_NATION = "|".join(PLACES)
_OF_NATIONS = re.compile(
    rf"(?:the\s+)?(?:{_NATION})(?:(?:,|,?\s+and)\s+(?:the\s+)?(?:{_NATION}))*+"
    r"(?!,?\s+(?:and\s+)?(?:in\s+)?(?:the\s+)?[A-Z])"
)
_NAME = r"(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)*"
_WHERE = compiled(rf"\b(?:in|across)\s+(?:the\s+)?(?P<place>{_NAME}(?:(?:,|,?\s+and)\s+{_NAME})*)")


def are_where_asked(said: str, evidence: Evidence) -> bool:
    """Whether forces are in the place of all those asked, or in none that is named."""
    named, facts = _WHERE.search(said), evidence.facts
    places = {without_the(each) for each in (facts.area, facts.place)}
    return not named or named["place"] in places


def are_in_other_nations(after: str, evidence: Evidence) -> bool:
    """Whether forces are in other nations, or in fewer, than those asked: "12 forces in Wales"."""
    forces_in, asked = _FORCES_IN.match(after), set(evidence.facts.nations)
    named = _OF_NATIONS.match(after, forces_in.end()) if forces_in and asked else None
    return named is not None and set(re.findall(_NATION, named[0])) != asked


def open_with_other_nations(before: str, evidence: Evidence) -> bool:
    """Whether a sentence opens with other nations than those asked: "Across England, 12 forces"."""
    opens, asked = _OPENS_IN.match(before), set(evidence.facts.nations)
    named = _OF_NATIONS.match(before, opens.end()) if opens and asked else None
    if named is None or not _THEN_FORCES.fullmatch(before, named.end()):
        return False
    return set(re.findall(_NATION, named[0])) != asked


def are_of_more_nations(after: str, evidence: Evidence) -> bool:
    """Whether forces are said to be of the whole UK, or of Britain, and some nation has none."""
    across, asked = _ACROSS.match(after), set(evidence.facts.nations)
    if not across or not asked or evidence.facts.area.startswith("the UK"):
        return False
    return not (across["place"].endswith("Britain") and asked >= _BRITAIN)


def is_of_more_nations(before: str, evidence: Evidence) -> bool:
    """Whether words before a number name the UK, or Britain, and the facts are of less."""
    named, area = _IN_MORE.search(before), evidence.facts.area
    if not named or "UK" in (*area.split(), *evidence.facts.place.split()):
        return False
    if evidence.facts.place.split()[0] in before[named.end() :]:
        return False  # "In a survey across the UK, Kent Police recorded six a week"
    return not (named["place"].endswith("Britain") and set(evidence.facts.nations) >= _BRITAIN)
