"""Numbers that close a clause about forces: "the number of forces that refused: two"."""

from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.vocabulary import YEAR, compiled

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
_WHO_DID = compiled(r"\b(?:that|which|who|with|without|asked|approached|contacted|\w+ing)\b")
_ENDS = compiled(
    r"\s*(?:[.,;)!?]|\Z|\n)|\s+(?:in\s+(?:all|total)|of\s+(?:them|those)|out\s+of|(?:police\s+)?forces)\b"
)
_FAR = 240
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


def forces_counted(passage: Passage, start: int, end: int) -> str:
    """What so many forces did, where their number ends the clause that says it; else nothing."""
    said = _CLOSED.search(passage.before(start, _FAR))
    if said is None or not _ENDS.match(passage.after(end)):
        return ""
    if not said["of"] and (said["is"] or not _WHO_DID.search(said["did"])):
        return ""
    return str(said["did"]) or " "
