"""Numbers of a suspect's details, or of two details at once: the facts have none of these."""

from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import KNOWN, Statement
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import OFFENDER, any_of, compiled

_DETAIL = r"(?:ages?|sex(?:es)?|genders?|platforms?|apps?)"
_OTHER = any_of(
    *(OFFENDER, "adults?", "parents?", "mothers?", "fathers?", "officers?", "callers?"),
    *("senders?", "men", "man", "teachers?"),
)
# "A suspect's age attached", "the sex of the offender"
_OF_ANOTHER = compiled(
    rf"\b{_OTHER}[’']s?\s+(?:(?:own|likely|exact|real)\s+)?{_DETAIL}\b"
    rf"|\b{_DETAIL}\s+of\s+(?:(?:the|an?|each|every|any|their|its|all)\s+)*(?:(?:alleged|known|suspected|adult|likely)\s+)*{_OTHER}\b"
)
# "A platform and an age recorded"; not "the sex in 140, and the age in 118"
_TWO_AT_ONCE = compiled(
    rf"(?:(?P<where>\b(?:where|when|in\s+which|for\s+which|whose)\b[^.;:,\d]{{0,30}}?)|\b)"
    rf"(?P<one>{_DETAIL})(?:\s+of\s+(?:the|each)\s+\w+)?\s+(?:and|as\s+well\s+as)\s+(?:(?:an?|the|its|their)\s+)?(?:\w+[’']s\s+)?(?P<other>{_DETAIL})\b"
    r"(?!(?:\s+[\w’'-]+){0,2}?\s+(?:in|for|of)\s+(?:only\s+|just\s+)?\d)"
)


def whose_details(scene: Scene, statement: Statement) -> str:
    """The words by which a number is of another's detail, or of two at once; else nothing."""
    figure = statement.figure
    if figure.kind not in (*VALUES, *SHARES) or not (
        statement.role == KNOWN or statement.categories or figure.kind in SHARES
    ):
        return ""
    bounds = scene.clause(figure)
    if not statement.categories and (of_another := _OF_ANOTHER.search(scene.passage.text, *bounds)):
        return of_another[0]
    for both in _TWO_AT_ONCE.finditer(scene.passage.text, *bounds):
        is_same = both["one"].rstrip("s") == both["other"].rstrip("s")
        if not is_same and (both["where"] or statement.role == KNOWN):
            return both[0]
    return ""
