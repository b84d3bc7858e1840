"""Numbers of all the forces that a sentence counts: "the 3,012 recorded by the 12 forces"."""

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled

FORCES = compiled(
    r"\b(?<!asking\s)(?<!asks\s)(?:forces|constabularies|(?:any|every|each)\s+(?:\w+\s+)?force)\b"
)
_OF_FORCES = ("forces", "coverage", "maybe_forces")
# "250 in Kent and 3,012 across the 12 forces", "of the 3,012 offences recorded by the 12 forces"
_ACROSS = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:that\s+were\s+)?(?:recorded|logged|counted|reported|seen))?"
    r"\s+(?:across|among|in|by|for)\s+(?:all\s+)?(?:the\s+|those\s+|these\s+)?"
)
# "The second largest of the 12 in the survey, with a tenth of their 3,012 offences"
_THEIR = compiled(r"\btheir\s+(?:\w+\s+)?\Z")
# "Each of the others fell, and together with Kent they recorded 3,012"
_WITH_IT_THEY = compiled(
    r"\b(?:others?|rest)\b[^.;]*\b(?:together|along|combined)\s+with\s+[^.;,]{1,40},?\s+they\s+"
    r"(?:\w+\s+)?(?:recorded|logged|counted|reported|had)\s+(?:\w+\s+)?\Z"
)


def forces_behind(scene: Scene, figure: Candidate) -> Mention[Body] | None:
    """The forces whose number stands behind a figure of them all."""
    _, end = scene.passage.sentence_bounds(figure.start)
    later = scene.figures_in(figure.end, end)[:1]
    if not later or later[0].kind not in _OF_FORCES:
        return None
    if not _ACROSS.fullmatch(scene.passage.text, figure.end, later[0].start):
        return None
    return next(iter(within(scene.bodies, (later[0].end, later[0].end + 24))), None)


def is_of_them_all(scene: Scene, figure: Candidate) -> bool:
    """Whether a number is of the forces that its sentence counts: "of their 3,012 offences"."""
    text = scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    if _WITH_IT_THEY.search(text, start, figure.start):
        return bool(FORCES.search(text, start, figure.start))
    if not _THEIR.search(text, start, figure.start):
        return False
    return any(each.kind in _OF_FORCES for each in scene.figures_in(start, figure.start))
