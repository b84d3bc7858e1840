"""Numbers that close a clause about forces: "the number of forces that refused: two"."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import YEAR, any_of, compiled

_FORCES = r"(?:police\s+)?(?:forces|constabularies)\b(?![’'])"
_OF_NAMES = (
    r"(?:(?!(?:by|in|from|for|to|of|at|that|which|recorded|logged|counted)\b)[\w’'-]+\s+){0,6}?"
)
# "Forces failing to give a number came to three", "the number of forces asked was 15"
_CLOSED = compiled(
    rf"\A\W*(?P<of>(?:(?:the|a|total|overall|full|final)\s+)*(?:number|count|tally|total)\s+of\s+)?"
    rf"(?:the\s+)?{_OF_NAMES}{_FORCES}(?P<did>(?:[^.;:\d]|{YEAR}){{0,150}}?)"
    r"(?:\s+(?:(?:came|comes|amounted|amounts|ran|added\s+up)\s+to|numbered|totalled)\s+"
    r"|\s+(?P<is>was|were|is|are|stood\s+at|stands\s+at)\s+|\s*[:=]\s+)"
    r"(?:(?:just|only|a\s+total\s+of)\s+)*\Z"
)
_WHO_DID = compiled(
    r"\b(?:in|on)\s+(?:the|our|its|this)\s+(?:survey|list|study|panel|sample)\b|\b(?:that|which|who|with|without|asked|approached|contacted|\w+ing)\b"
)
_ENDS = compiled(
    r"\s*(?:[.,;)!?]|\Z|\n)|\s+(?:in\s+(?:all|total)|of\s+(?:them|those)|out\s+of|(?:police\s+)?forces)\b"
)
_FAR = 240
# "How many forces replied? Six."
_HOW_MANY = compiled(
    rf"\bhow\s+many\s+(?:of\s+(?:the|these|those)\s+)?{_OF_NAMES}{_FORCES}(?P<did>[^?]*)\?"
)
_OPENS = compiled(
    r"\W*(?:(?:only|just|in\s+all|all|it\s+was|there\s+were|the\s+answer\s+is)\s+)?\Z"
)
_OF_A_YEAR = (
    rf"(?:\s+(?:for|in|of)\s+(?:(?:the|that|this|both|last|latest|same)\s+)*(?:years?|{YEAR}))?"
)
CAME_FROM = (
    r"(?:figures|totals|numbers|data|counts|answers|repl(?:y|ies)|responses?|returns|statistics|information)"
    rf"(?:\s+(?:we|it|they)\s+could\s+use)?{_OF_A_YEAR}"
    r"(?:\s+(?:have|had|has|were|was|been|eventually|finally|then|only|all)){0,3}"
    r"(?:\s+(?:came?|come|arriv(?:ed|ing)|received|obtained|got|gathered|collected|reached\s+us|landed|flowed))?"
    rf"(?:\s+(?:back|in|through))?{_OF_A_YEAR}\s+from"
)
"""What stands before a number of forces that gave something: "usable totals arrived from"."""
NOTHING_FROM = (
    r"(?:nothing|silence|no\s+(?:\w+\s+)?(?:figures?|data|numbers?|repl(?:y|ies)|answers?|returns?|response))"
    r"\s+(?:(?:at\s+all|back|came|arrived)\s+){0,2}from"
)
"""What stands before a number of forces that gave none."""


# "Two said no", "one was too late", "and three would not give one"
REFUSED = any_of(
    *("refus", "declin", r"said no\b(?! more)", r"say(?:ing)? no\b(?! more)"),
    *("turn(?:ed|ing)? (?:(?:us|it|them|the charity) (?:away|down)|down)", "reject", "rebuff"),
    "(?:would not|wouldn[’']t) (?:say|give|answer|reply|share|hand|release|disclose|supply)",
)
LATE = any_of(
    r"(?:was|were|came|answered|replied|arrived) (?:too |in )?late\b",
    "miss(?:ed|ing) (?:the|our|its) deadline",
)
GAVE_NONE_FOR_A_REASON = compiled(
    rf"\s+(?:(?:of\s+(?:them|these|those)|more|others?|that|which|simply|flatly|had)\s+){{0,2}}(?:{REFUSED}|{LATE})"
)
"""What follows a number of forces that refused, or were late."""


def forces_counted(passage: Passage, start: int, end: int) -> str:
    """What so many forces did, where their number ends the clause that says it; else nothing."""
    if not _ENDS.match(passage.after(end)):
        return ""
    before = passage.before(start, _FAR)
    asked = passage.question(start) if _OPENS.match(before) else None
    question = passage.text[slice(*asked)] if asked else before
    if (many := _HOW_MANY.search(question)) and _OPENS.match(before, 0 if asked else many.end()):
        return str(many["did"])
    said = _CLOSED.search(before)
    if said is None:
        return ""
    if not said["of"] and (said["is"] or not _WHO_DID.search(said["did"])):
        return ""
    return str(said["did"]) or " "
