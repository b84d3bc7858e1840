"""Numbers of all the forces that a sentence counts, and of the one among them that it names."""

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.categories import RECORDED, SEX_ITSELF
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import CHANGES, VALUES, Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.forces_pointed_at import CAME_TO
from offences.tracing.finding.vocabulary import ASKED, compiled, words_before

FORCES = compiled(
    r"\b(?<!asking\s)(?<!asks\s)(?:forces|constabularies|(?:any|every|each)\s+(?:\w+\s+)?force)\b"
)
OF_FORCES = ("forces", "coverage", "maybe_forces")
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

# "Those same nine recorded 5,120"
_RECORDED = compiled(r"\s+(?:recorded|logged|counted|reported|had)\s+(?:[^.;:,\d\s]+\s+){0,3}?")
# "The six add up to 1,963; the year before, they had 1,901"
_THEY_HAD = compiled(
    r"\bthey\s+(?:had\s+|have\s+)?(?:recorded|logged|counted|reported|had)\s+(?:\w+\s+){0,2}?\Z"
)
# "Taken together, the four logged 745 offences, up 21 per cent on 618"
_THE_SAME = compiled(
    r"\W*(?:(?:(?:taken|put|added)\s+)?together,?\s+|between\s+them,?\s+|overall,?\s+|in\s+all,?\s+)?"
    r"(?:(?:the|those|these|all)(?:\s+same)?)\s+"
)
_CAME_TO = compiled(rf"(?:\s+forces)?\s+(?:had\s+)?(?:had|{CAME_TO})\b")
# "The nine together rose by 17 per cent"
_TOGETHER = compiled(
    r"(?:\s+forces)?\s+(?:(?:put|taken|added)\s+)?(?:together|combined|between\s+them|as\s+a\s+(?:group|whole))\b(?:(?!\s(?:and|but|while)\s)[^.;:\d]){0,60}"
)
# "Kent was among the forces with a rise, with 44"
_ONE_AMONG = compiled(r"\b(?:among(?:st)?|one\s+of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}\Z")
_WITH = compiled(r"[^.;\d]*,\s+(?:with|at|on|logging|recording|reporting)\s+(?:\w+\s+){0,2}")
_NAMED_AFTER = r"(?:rate|total|figure|number|count|toll|average|rise|increase|fall|drop)\b"
_COLON, _END = (
    # "Eight a day: the 2018/19 rate of offences in Kent"
    compiled(
        rf":\s+(?:(?:that|this|it)(?:[’']s|\s+(?:is|was))\s+)?(?:the|an?)\s+(?:(?:[\w/–’-]+\s+){{0,3}}?{_NAMED_AFTER}"
        r"[^.;:]{0,60}?\s(?:in|for|of|across|by)\s+(?:the\s+)?)?\Z|:\s+\Z"
    ),
    compiled(r"\s*(?:[.;!?]|$)"),
)
# "Of the 3,012 offences recorded, Kent had 250"
_OF_THE = compiled(r"\A\W*(?:out\s+)?(?:of|among|from)\s+(?:(?:the|all|those|these)\s+)*\Z")
_HAD = compiled(r"(?:\s+(?:Police|Constabulary))?\s+(?:\w+\s+){1,3}?")

_IN_ALL = compiled(r"\s+(?:altogether|in\s+(?:all|total)|all\s+told|overall)\b")
_IN_BODY = compiled(r"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:in|for|by|from)(?:\s+the)?)?\s+")
# "130 in Kent and 900 altogether had a known sex": of those of which it is known
_OF_A_BREAKDOWN = compiled(
    rf"{SEX_ITSELF}|\b(?:known|genders?|age[sd]?|years?[\s-]olds?|(?:fe)?males?|platforms?|apps?|(?:web)?sites?|networks?"
    r"|methods?|means|breakdown)\b"
)
_IS_ON_RECORD = compiled(rf"\b{RECORDED}\b")
# "48 here and 512 altogether were recorded": the offences themselves
_WERE_RECORDED = compiled(
    r"(?:\s+(?:offences|crimes|cases))?(?:\s+(?:were|are|had\s+been|have\s+been))?"
    r"\s+(?:recorded|logged|registered)\b(?!\s+(?:with|as)\b)"
)
_AND = compiled(r",?\s+(?:and|against|out\s+of|but|to)\s+")
# "The charity asked forces for data", "forces were asked"
_ASKED = compiled(
    r"\b(?:ask(?:s|ed|ing)?|contact(?:s|ed|ing)?|approach(?:es|ed|ing)?|question(?:s|ed|ing)?|survey(?:s|ed|ing)?"
    r"|(?:wrote|written|writing|writes|requests?|questions?|letters?|sent)\s+to)"
    r"\s+(?:(?:all|the|other|every|local|police)\s+)*\Z"
)
_WERE_ASKED = compiled(rf"\s+(?:were|are|had\s+been)\s+{ASKED}\b")
# "It became compulsory for forces to flag them", "forces have had to mark them since 2015"
_TOLD_TO = (
    r"(?:told|instructed|ordered|required|obliged|expected|directed|made|urged|encouraged|meant|supposed|bound"
    r"|forced|compelled|advised)"
)
_MUST = compiled(
    rf"\b(?:(?:mandatory|compulsory|obligatory|a\s+(?:legal\s+)?(?:duty|requirement)|possible|easier|up\s+to)\s+(?:for\s+)?|{_TOLD_TO}\s+"
    r"|(?:tells?|requir(?:es?|ing)|oblig(?:es?|ing)|instructs?|orders?|compels?|telling|guidance\s+(?:to|for)"
    r"|instructions?\s+(?:to|for)|orders?\s+to|rules?\s+for)\s+)(?:(?:all|police|every|UK|British)\s+)*\Z"
)
_HAVE_TO = compiled(
    rf"\s+(?:(?:now|all|also|only)\s+)*(?:(?:were|are|have\s+been|had\s+been)\s+(?:\w+ly\s+)?{_TOLD_TO}\s+to"
    r"|must|should|(?:have|had)\s+(?:had\s+)?to|began|begin|started?)\s+"
    r"(?:(?:to|be|start|begin)\s+)*(?:flag|mark|label|tag|record|log|note|count|report)(?:g?ing|king|ging|s|ed)?\b"
)


def are_asked(forces: Mention[Body], text: str) -> bool:
    """Whether forces are named as those that were asked, which says nothing of their numbers."""
    before = words_before(text, forces.start)
    return bool(_ASKED.search(before) or _WERE_ASKED.match(text, forces.end))


def are_bound_to(forces: Mention[Body], text: str) -> bool:
    """Whether forces are only those that a rule binds: "it is compulsory for forces to flag"."""
    before = words_before(text, forces.start)
    return bool(_MUST.search(before) or _HAVE_TO.match(text, forces.end))


def forces_behind(scene: Scene, figure: Candidate) -> Mention[Body] | None:
    """The forces whose number stands behind a figure of them all."""
    _, end = scene.passage.sentence_bounds(figure.start)
    later = scene.figures_in(figure.end, end)[:1]
    if not later or later[0].kind not in OF_FORCES:
        return None
    if not _ACROSS.fullmatch(scene.passage.text, figure.end, later[0].start):
        return None
    return next(iter(within(scene.bodies, (later[0].end, later[0].end + 24))), None)


def is_of_them_all(scene: Scene, figure: Candidate) -> bool:
    """Whether a number is of the forces that its sentence counts: "of their 3,012 offences"."""
    text = scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    before = scene.figures_in(start, figure.start)[-1:]
    is_of_forces = before and before[0].kind in OF_FORCES
    words = (_RECORDED, _TOGETHER) if is_of_forces else ()
    if any(each.fullmatch(text, before[0].end, figure.start) for each in words):
        return True
    if _THEY_HAD.search(text, start, figure.start) and _are_the_forces(scene, start, figure):
        return True
    if figure.kind in (*VALUES, *CHANGES) and _is_sum_of_forces(scene, start, figure):
        return True
    if _WITH_IT_THEY.search(text, start, figure.start):
        return bool(FORCES.search(text, start, figure.start))
    if not _THEIR.search(text, start, figure.start):
        return False
    return any(each.kind in OF_FORCES for each in scene.figures_in(start, figure.start))


def _are_the_forces(scene: Scene, start: int, figure: Candidate) -> bool:
    """Whether "they" are forces that the sentence counted, with no other body or part in it."""
    if not any(f.kind in OF_FORCES for f in scene.figures_in(start, figure.start)):
        return False
    text, before = scene.passage.text, (start, figure.start)
    named = [m for m in within(scene.bodies, before) if not FORCES.search(text, m.start, m.end)]
    has_parts = within(scene.categories, before)
    return not (named or has_parts)


def _is_sum_of_forces(scene: Scene, start: int, figure: Candidate) -> bool:
    """Whether its sentence is of the forces counted before, and names no other body.

    "The four logged 745 offences, up 21 per cent on the 618 they had recorded in 2017/18."
    """
    text, first = scene.passage.text, scene.figures_in(start, figure.start)[:1]
    if not first or first[0].kind not in OF_FORCES:
        return False
    is_led = _THE_SAME.fullmatch(text, start, first[0].start)
    if not is_led or not _CAME_TO.match(text, first[0].end):
        return False
    named = within(scene.bodies, (start, scene.zones(figure).after[1]))
    return all(FORCES.search(text, m.start, m.end) for m in named)


def is_in_all(scene: Scene, figure: Candidate) -> bool:
    """Whether a number is of all beside one body's: "48 here and 512 altogether"."""
    text = scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    before = scene.figures_in(start, figure.start)[-1:]
    in_all = _IN_ALL.match(text, figure.end)
    if not (before and in_all):
        return False
    said = _WERE_RECORDED.match(text, in_all.end()) or in_all
    named = within(scene.bodies, (before[0].end, figure.start))
    has_parts = (
        within(scene.categories, (start, end))
        or _OF_A_BREAKDOWN.search(text, start, end)
        or _IS_ON_RECORD.search(text, said.end(), end)
    )
    if has_parts or len(named) != 1:
        return False
    is_beside = _IN_BODY.fullmatch(text, before[0].end, named[0].start)
    return bool(is_beside and _AND.fullmatch(text, named[0].end, figure.start))


def is_of_one_among(scene: Scene, forces: Mention[Body], figure: Candidate) -> bool:
    """Whether a number behind forces is of the one among them: "… with a rise, with 44"."""
    is_among = _ONE_AMONG.search(scene.passage.before(forces.start))
    return bool(is_among and _WITH.fullmatch(scene.passage.text, forces.end, figure.start))


def is_whole_of_next(scene: Scene, figure: Candidate, body: Mention[Body]) -> bool:
    """Whether a body behind a whole has a part of it: "Of the 3,012 recorded, Kent had 250"."""
    text = scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    if not _OF_THE.search(text[start : figure.start]) or "," not in text[figure.end : body.start]:
        return False
    later = scene.figures_in(body.end, end)[:1]
    return bool(later) and _HAD.fullmatch(text, body.end, later[0].start) is not None


def is_named_last(body: Mention[Body], text: str) -> bool:
    """Whether a body is named at the end: "Up 24% in a year: the UK"."""
    return bool(_COLON.search(text, 0, body.start) and _END.match(text, body.end))
