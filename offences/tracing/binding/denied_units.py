"""Numbers beside a noun that they are not of: "the 341 cops logged", "not 347 kids"."""

from offences.tracing.finding.vocabulary import compiled

_MEASURED_BY = compiled(
    r"\b(?:than|from|on|with|to|above|below|of|against|after)\s+(?:the|those)\s+\Z"
)
_THEY_RECORDED = compiled(
    r"\s+(?:(?:that|which|local|our|the)\s+)?(?:cops|police|officers|detectives|bobbies)\s+(?:ha(?:d|ve)\s+)?"
    r"(?:recorded|logged|counted|registered|noted|dealt\s+with|saw|booked)\b"
)
_PERSONS = (
    r"\s+(?:different\s+|separate\s+|individual\s+)?(?:children|kids|youngsters|victims|girls|boys|people|individuals"
    r"|offenders|abusers|predators|paedophiles|culprits|suspects|arrests|charges|convictions)\b"
)
_NOT = compiled(r"(?:\b(?:not|never)|n[’']t)\s+(?:(?:mean|equal|make|the\s+same\s+as)\s+)?\Z")
_MEANS = compiled(r"\bmeans?\s+(?:that\s+)?(?:there\s+(?:are|were)\s+)?\Z")
_SO_MANY, _SO_MANY_ASKED = compiled(_PERSONS), compiled(rf"{_PERSONS}[^.!?;:,\d]{{0,40}}\?")


def are_offences(before: str, after: str) -> bool:
    """Whether a number is of offences, whatever noun is next: of who recorded it, or denied."""
    return bool(
        (_MEASURED_BY.search(before) and _THEY_RECORDED.match(after))
        or (_NOT.search(before) and _SO_MANY.match(after))
        or (_MEANS.search(before) and _SO_MANY_ASKED.match(after))
    )
