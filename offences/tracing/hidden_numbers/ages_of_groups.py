"""Ages of an app, a school year or a club: "you must be 13", "our under-14 boys".

"Year 5, where they are nine"; "At sixteen, our advisers sit here"; "sixteen is old enough to".
"""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.roles import ROLE


def is_age_of_a_group(passage: Passage, figure: Candidate) -> bool:
    """Whether it is an age limit, or the age of a group that is none of those harmed."""
    is_limit = 8 < figure.value < 19 and _is_an_age_limit(passage, figure)
    return is_limit or (figure.value < 19 and _is_of_a_side(passage, figure))


def _is_an_age_limit(passage: Passage, figure: Candidate) -> bool:
    """Whether it is such an age, by the words of its sentence."""
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    if _TO_JOIN.match(text, figure.end) or _A_YOUTH_CLUB.match(text, figure.end):
        return True
    if _UNTIL_THEY_ARE.search(text, first, figure.start) and _AGE_ENDS.match(text, figure.end):
        return True
    return (
        not OF_OFFENCES.search(text, first, last) and _LIMIT.search(text, first, last) is not None
    )


def _is_of_a_side(passage: Passage, figure: Candidate) -> bool:
    """Whether it is the age of a side, of young people with a task, or one that is old enough."""
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    if OF_OFFENCES.search(text, first, last):
        return False
    return bool(
        (figure.value > _FEW and _UNDER.search(text, first, figure.start))
        or (_AT.match(text, first, figure.start) and _THOSE_WITH_A_ROLE.match(text, figure.end))
        or _OLD_ENOUGH.match(text, figure.end)
        or _ITS_MAKERS_ARE.search(text, first, figure.start)
        or (_BELIEVED.search(text, first, figure.start) and _ENDS.match(text, figure.end))
    )


def is_of_a_school_year(passage: Passage, span: Span) -> bool:
    """Whether ages are those of a school year that is named: "Year 4, when most are eight".

    The year itself is read as those ages, and so is whatever is counted beside it.
    """
    first, last = passage.sentence_bounds(span[0])
    found = _YEAR_OF_AGE.finditer(passage.text, first, last)
    return any(m.start("ages") <= span[0] and span[1] <= m.end("ages") for m in found)


_FEW = 5
"""A number that may be a hidden one, of which "under-5" may be written for "under 5"."""
_UNDER = compiled(r"\b(?:under|over)[-‐‑]\Z")
_AT = compiled(r"\W*at\s+\Z")
_THOSE_WITH_A_ROLE = compiled(
    rf",\s+(?:[\w’'-]+\s+){{0,4}}?{ROLE}\s+(?:sit|meet|run|help|teach|serve|speak|visit|work|advise|train|lead|can|may|will)\b"
)
_ITS_MAKERS_ARE = compiled(
    rf"\b(?:both|all|each|one)\s+(?:of\s+)?(?:its|the|our|their)\s+(?:\w+\s+)?{ROLE}\s+(?:are|is|were|was)\s+(?:only\s+|just\s+|aged\s+)?\Z"
)
_BELIEVED = compiled(
    r"\b(?:some(?:body|one)|any(?:body|one)|a\s+(?:child|person))\s+(?:whom?\s+|that\s+)?(?:you|he|she|they)\s+(?:believe|think|know|suppose)s?\s+(?:is|to\s+be)\s+(?:only\s+|just\s+)?\Z"
)
"""Before the age that somebody of whom a law speaks is thought to have."""
_ENDS = compiled(r"\s*[.,;!?]")
_OLD_ENOUGH = compiled(
    r"\s+(?:is|was|isn[’']t|is\s+not)\s+(?:quite\s+|hardly\s+)?(?:(?:old|young|grown-up)\s+enough|too\s+(?:young|old))\s+(?:to|for)\b"
)
"""What one may do at an age: "Sixteen is old enough to marry"."""
_LIMIT = compiled(
    r"\b(?:users?|you|players?|members|customers)\s+(?:must|should|(?:have|need|has|needs)\s+to)\s+be\b"
    r"|\bown\s+rules\s+(?:set|put)\s+the\s+age\b"
    r"|\busers?\s+(?:\w+\s+)?to\s+be\b|\b(?:minimum|lowest)\s+age\b|\bage\s+(?:limit|of\s+consent)\b|\brated\b"
    r"|\bhow\s+old\s+(?:do|does|must|should)\s+[^.;?]{1,40}?\s(?:have\s+to\s+be|need\s+to\s+be|be)\b"
)
"""Words of a limit, of which they speak beside no offence."""
_TO_JOIN = compiled(r"\s+to\s+(?:join|use|sign|open|play|register|create)\b")
_UNTIL_THEY_ARE = compiled(
    r"\b(?:before|until|till|by\s+the\s+time)\s+(?:they|you|children|kids|s?he|a\s+child)(?:[’'](?:re|s)|\s+(?:are|is|turns?|reach(?:es)?))\s+(?:at\s+least\s+)?\Z"
    r"|\b(?:bann?(?:s|ed)?|barr?(?:s|ed)?|wait\w*|no\s+(?:phones?|smartphones?|apps?|screens?|social\s+media)|off\s+(?:phones|social\s+media))\b[^.;,\d]{0,30}?\s(?:until|till|before)\s+\Z"
    r"|\b(?:leave|leaving|left)\s+school\s+at\s+\Z|\b(?:drive|vote|marry|enlist)\s+at\s+\Z|\b(?:terms|rules|small\s+print)\s+(?:say|said|put\s+it\s+at|ask\s+for|demand)\s+(?:\w+,?\s+or\s+)?\Z"
)
_AGE_ENDS = compiled(r"\s*(?:[.,;!?\"”]|\Z)|\s+(?:or|and|but|with)\b")
"""What waits for an age: "wants phones banned until sixteen", "you can leave school at 16"."""
_A_YOUTH_CLUB = compiled(
    r"\s+(?:youth\s+)?(?:panel|club|forum|council|squad|choir|league|section|parliament|youth\s+group)\b"
)
_YEAR_OF_AGE = compiled(
    r"\bYears?\s+\d{1,2}\b(?:(?!\b(?:victims?|police|offences|cases)\b)[^.;]){0,60}?(?:,?\s(?:when|where|whose|in\s+which|which\s+is\s+when)\s+"
    r"(?:(?:most|all|the|these|many|of|our)\s+)*(?:pupils|children|they|boys\s+and\s+girls)\s+"
    r"|(?<=[a-z]),\s+who\s+)"
    rf"(?P<ages>(?:are|turn)\s+(?:mostly\s+|all\s+|aged\s+)?{NUMBER}(?:\s+(?:and|or|to)\s+{NUMBER})?)(?=\s*[.,;!)]|\s+(?:years\s+old|and)\b)"
)
