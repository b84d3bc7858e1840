"""Numbers said of what no facts hold: parts of years ago, the age of a suspect.

Parts, and of whom they are known, are held of the latest year alone, and of children alone.
"""

from dataclasses import replace

from offences.tracing.binding.mentions import Zones
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import KNOWN, Statement
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import OFFENDER, compiled

_KINDS = ("count", "range", "percent", "fraction", "mode", "band", "youngest")
_AGO = (
    rf"(?:(?:an?|the|{NUMBER})\s+(?:years?|decades?)\s+(?:ago|earlier|before(?:\s+that)?)"
    r"|the\s+previous\s+year)\b"
)
_AGO_FIRST = compiled(rf"\W*(?:(?:and|but|back)\s+)?(?P<time>{_AGO}),?\s[^.;:\d]*\Z")
_AGO_BEHIND = compiled(rf"[^.;:,\d]{{0,90}}?,?\s(?P<time>{_AGO})(?=\s*(?:[.,;!?)]|\Z))")
_IN_SOME = compiled(
    r"\W*(?P<time>(?:(?:in|for|over|during)\s+)?(?:both|each|every)"
    r"(?:\s+of\s+(?:the|those|these)(?:\s+(?:last|past|two))*)?\s+years?)\b(?!\s+(?:since|from|but|except))[^.;:\d]*\Z"
)
_OTHERS = rf"(?:{OFFENDER}|teachers?|parents?|m[ae]n)"
_DETAIL = r"(?:ages?|sex(?:es)?|gender|app|platform)"
_OF_ANOTHER = compiled(
    rf"\b{_OTHERS}(?:[’']s?)\s+{_DETAIL}\b|\b(?:age|sex|gender)s?\s+of\s+(?:the|an?|its|their)?\s*{_OTHERS}\b"
    rf"|\b(?:{_OTHERS}|children|pupils|girls|boys)\s+(?:had\s+)?(?:had|asked|obtained|got|gave|knew|have|said)\s+(?:the|an?|which|how|what)\s+(?:\w+\s+)?(?:{_DETAIL}|old)\b"
    rf"|\b(?:wrong|false|fake|lower|higher|blank|unstated|deleted|dating|gaming|encrypted)\s+{_DETAIL}\b"
)
_OUTCOME = compiled(
    r"\b(?:(?:conviction|charge|charging|detection|clear-up|solved|prosecution|arrest)\s+rates?|(?:cases?|offences?|crimes?)\s+(?:\w+\s+)?solved)\b"
)


def unheld(statement: Statement, scene: Scene, zone: Zones) -> Statement:
    """The statement with what it is said of for its subject, where no facts hold that."""
    figure, text = statement.figure, scene.passage.text
    if statement.subject or figure.kind not in _KINDS:
        return statement
    start, end = zone.sentence
    is_of_part = statement.categories or statement.role == KNOWN or figure.kind in _KINDS[-3:]
    before, found = text[start : figure.start], None
    if not (statement.years or statement.way or statement.is_base):
        found = _IN_SOME.match(before)
        if is_of_part and not found:
            found = _AGO_FIRST.match(before) or _AGO_BEHIND.match(text[: zone.own[1]], figure.end)
    said = found and found["time"]
    if not said and is_of_part:
        other = _OF_ANOTHER.search(text, start, end) if statement.role == KNOWN else None
        other = other or _OUTCOME.search(text, start, end)
        said = other and other[0]
    if not said:
        return statement
    return replace(statement, subject=f"“{' '.join(said.split()).lower()}”")
