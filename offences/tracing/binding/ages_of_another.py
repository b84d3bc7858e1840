"""An age at which something else is at its height: "the age at which burglary peaks is 13".

A most common age is held of the offences alone, so what peaks must be they, or the risk of them.
"""

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import any_of, compiled

# "The age at which …", up to what is most so, with what children of that age most likely do
_AGE_AT_WHICH = compiled(
    r"\bage\s+(?:at\s+which|when|where)\s+(?P<who>[^.;:\d]{0,60}?)"
    r"\b(?:(?P<most>(?:the\s+)?most)\s+(?P<what>[a-z-]+)(?P<to>(?:\s+[a-z-]+){0,3})"
    r"|(?:peak|highest|greatest|worst|height|gravest|runs?)\w*)"
)
_PEAKS = compiled(
    r"\b(?P<what>\w+)\s+(?P<who>(?:(?!\bage\b)[^.;:\d,]){0,50}?)\b(?:peak(?:s|ed)?|height|highest)\s+at\s+(?:(?:the\s+)?age\s+(?:of\s+)?)?\Z"
)
_OF_THE_DATA = any_of(
    *("offen[cs]es?", "crimes?", "cases", "abuse", "reports?", "risks?", "dangers?", "threat"),
    *("numbers?", "figures?", "totals?", "recorded", "logged", "online", "sexual", "sex", "harm"),
    *("child(?:ren)?", "kids?", "youngsters?", "pupils?", "teen(?:ager)?s?", "young", "people"),
    *("victims?", "they", "it", "police", "officers", "forces?", "level", "grooming", "most"),
    *("the", "an?", "of", "to", "in", "for", "on", "by(?= police| officers)", "across", "against"),
    *("from", "at", "its", "their", "our", "this", "that", "these", "here", "locally"),
    *("nationally", "and", "is", "are", "was", "were", "ha[sd]", "have", "be(?:en)?", "being"),
    *("seems?", "appears?", "can", "may", "might", "will", "all", "such", "area", "county"),
    *("often", "likely", "usually", "both", "runs?", "really", "clearly", "targets?", "targeted"),
    *("falling", "becoming", "fall", "become", "prey", "last", "year", "now", "still", "where"),
    *("region", "country", "we", "internet", "web", "them", "whole", "with", "also"),
)
_A_WORD = compiled(r"[a-z][a-z’'-]*")
_PLAIN = compiled(rf"(?:{_OF_THE_DATA})(?:[’']s?)?")
# What they are most likely to be, and not what they do
_SUFFERED = compiled(
    r"\s+to\s+(?:be|have\s+been|become|fall|suffer|come\s+to|end\s+up|get|meet|face)\s+(?:an?\s+|the\s+)?"
    r"(?:victims?|targets?|targeted|abused?|groomed|hit|hurt|harm(?:ed)?|affected|prey|exploited|attacked|at|victimised"
    r"|recorded|reported|logged|named|noted|picked|preyed|approached|singled|in|involved|here|this|them)\b|\Z"
)


def of_another_peak(scene: Scene, figure: Candidate, measure: str) -> str:
    """The words for what an age is the height of, if these are no offences of the measure."""
    text = scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    found = [m for m in _AGE_AT_WHICH.finditer(text, start, end)]
    near = min(found, key=lambda m: abs(m.start() - figure.start), default=None)
    if near:
        acts = near["what"] == "likely" and not _SUFFERED.match(near["to"])
        other = _unread(scene, near.span("who"), measure)
        return f"{near['what']}{near['to']}" if acts else other
    peak = _PEAKS.search(text[start : figure.start])
    if peak:
        return _unread(scene, (start + peak.start(), start + peak.end("who")), measure)
    return ""


def _unread(scene: Scene, stretch: tuple[int, int], measure: str) -> str:
    """The words of a stretch that are neither those of the data nor the name of a body."""
    text, rest, at = scene.passage.text, "", stretch[0]
    for named in within(scene.bodies, stretch):
        rest += text[at : named.start] + " "
        at = max(at, named.end)
    rest += text[at : stretch[1]]
    known = set(measure.casefold().split())
    words = (w.casefold() for w in _A_WORD.findall(rest) if w.islower())
    return next((w for w in words if w not in known and not _PLAIN.fullmatch(w)), "")
