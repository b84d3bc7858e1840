"""The part that the sentence before named: "67 offences there", "that is 112 offences"."""

from collections.abc import Sequence

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import SHARES, Candidate
from offences.tracing.finding.vocabulary import compiled

# "Facebook is still named most. Officers counted 67 offences there"
IS_THERE = compiled(
    r"\s+(?:(?:offences|crimes|cases|incidents|of\s+them)\s+(?:(?:had|were|was|have)\s+)?"
    r"(?:(?:been|took\s+place|taken\s+place|happened|occurred|committed|recorded|logged|reported)\s+){0,2}"
    r"|(?:took\s+place|had\s+taken\s+place|happened|occurred)\s+)there\b(?!\s+(?:was|were|is|are)\b)"
)
_OF_THE = compiled(r"\s+of\s+(?:(?:the|all|these|those)\s+)+")


def part_there(scene: Scene, start: int) -> frozenset[NamedCategory]:
    """The one platform, in a sentence without a place, where "28 offences there" happened."""
    before = scene.passage.bounds_before(start)
    named = {m.slot for m in scene.parts_spoken_of(before)}
    is_one = len(named) == 1 and min(named).kind == "part"
    has_place = not start or within(scene.bodies, (before[0], start))
    return frozenset(named) if is_one and not has_place else frozenset()


def before_its_whole(scene: Scene, start: int, end: int) -> Sequence[Candidate]:
    """The figures of a stretch, without the whole that a share at its end is of."""
    figures = scene.figures_in(start, end)
    shares = (f for f in figures[-2:-1] if f.kind in SHARES)
    text, last = scene.passage.text, figures[-1:]
    is_whole = any(_OF_THE.fullmatch(text, share.end, last[0].start) for share in shares)
    return figures[:-1] if is_whole else figures
