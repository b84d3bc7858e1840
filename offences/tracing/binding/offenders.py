"""Numbers of what girls, boys or children of an age are said to have done, not suffered.

The data count offences by the victim's age and sex, so no number of theirs is one of offenders.
"""

from dataclasses import replace

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.units import OFFENCES
from offences.tracing.finding.vocabulary import OFFENDER, compiled

_DONE = r"(?:committed|carried\s+out|perpetrated|done|made|caused)"
_BY = compiled(
    rf"\b(?:{_DONE}\s+by|at\s+the\s+hands\s+of|the\s+work\s+of)\s+(?:(?:the|an?|some|other|older|fellow|teenage|young|those|them|children)\s+)*\Z"
)
_DID = compiled(
    r"(?:\s+(?:alone|themselves|aged\s+\w+))?\s+(?:(?:have|had|were|was|are|is)\s+)?(?:\w+ly\s+)?"
    rf"(?:{_DONE}(?!\s+by\b|\s+up\b)\s+(?:(?:just|only|about|some|another|the\s+other)\s+)*(?:\d|\w+\s+(?:of|offences|crimes|cases)\b)"
    rf"|(?:responsible|to\s+blame)\s+(?:for|in)\b|behind\s+(?:\w+\s+)?(?:\d|\w+\s+(?:of|offences|crimes|cases)\b)"
    rf"|(?:the\s+|named\s+as\s+(?:the\s+)?)?{OFFENDER}\b)"
)


def with_offenders(statement: Statement, scene: Scene) -> Statement:
    """The statement with offenders for its unit, where its part is said to have done them."""
    kinds = {each.kind for each in statement.categories}
    if statement.unit != OFFENCES or not kinds & {"sex", "age"}:
        return statement
    text, bounds = scene.passage.text, scene.passage.sentence_bounds(statement.figure.start)
    for named in within(scene.categories, bounds):
        if named.slot in statement.categories and named.slot.kind in ("sex", "age"):
            is_done = _BY.search(text[bounds[0] : named.start]) or _DID.match(text, named.end)
            if is_done:
                return replace(statement, unit="offenders")
    return statement
