"""A part that another part is said of: ages on one app, the most common age of the boys.

Two of them cross ("boys of 13"), and what is held of either is no fact of both.
"""

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled

# "The most common age among the 70 girls", "13 was the peak age for boys", "on Snapchat 13 was"
_OF_A_PART = compiled(
    r"(?:\b(?:where|when)\s+(?:the\s+)?[\w’'-]+\s+(?:was|is|were)\s+(?:an?\s+)?|\b(?:among(?:st)?|of|for|on|in|via|through|over|involving|against|when|where)\s+"
    rf"(?:(?:an?|all|those|these|the|its|their|our|{NUMBER}|[\w’'-]+[’']s)\s+){{0,3}}(?:victims?\s+(?:on|who\s+were)\s+)?"
    r"|\b(?:youngest|oldest|eldest)\s+|\bage\s+(?:at\s+which|when|where)\s+)\Z"
)
# "Snapchat's most dangerous age", "the boys' peak age"
_ITS_AGE = compiled(
    r"[’']s?\s+(?:most\s+[\w-]+|commonest|riskiest|peak|danger|top|worst)\s+(?:\w+\s+)?age\b"
)
_BREAKS = compiled(r"[.;:!?–—()\n]|\b(?:and|but|while|whereas|though|although)\b|,\s+with\b|\d")
_HAS_A_NUMBER = compiled(
    rf"(?:[’']s)?\s*(?:\(|(?:had|has|accounted\s+for|with)\s+)?(?:in\s+)?{NUMBER}(?!\s+(?:was|is)\b)"
)
# "Girls by age: 12 (17)", "Offences on Instagram: 12-year-olds 17"
_LABEL_BEFORE = compiled(
    r"\W*(?:(?:the|ages?|victims?|offences|crimes|cases|children|those|of|on|against|among|involving|via|with|for)\s+)*"
)
_LABEL_AFTER = compiled(
    r"(?:\s+(?:victims?|offences|crimes|cases|children|users?|only|alone))?(?:,?\s+(?:by|in)\s+(?:the\s+)?(?:age|years?|sex|gender|app|platform)s?)?\s*:\s"
)
_FAR = 160


def part_of_age(scene: Scene, figure: Candidate) -> NamedCategory | None:
    """The app or the sex that a most common or youngest age is said of: "the youngest girl"."""
    text = scene.passage.text
    start, end = scene.passage.sentence_bounds(figure.start)
    near = within(scene.categories, (max(start, figure.start - _FAR), min(end, figure.end + _FAR)))
    for named in near:
        is_of_it = _OF_A_PART.search(text, start, named.start) or _ITS_AGE.match(text, named.end)
        if named.slot.kind == "age" or not is_of_it:
            continue
        is_before = named.end <= figure.start
        gap = (named.end, figure.start) if is_before else (figure.end, named.start)
        between = _OF_A_PART.sub("", _without_bodies(scene, *gap))
        if not _BREAKS.search(between) and not _HAS_A_NUMBER.match(text, named.end):
            return named.slot
    return None


def _without_bodies(scene: Scene, start: int, end: int) -> str:
    """A stretch of text without its names of bodies: "England and Wales" is no break."""
    text, rest = scene.passage.text, ""
    for body in within(scene.bodies, (start, end)):
        rest += text[start : body.start]
        start = max(start, body.end)
    return rest + text[start:end]


def part_of_line(scene: Scene, figure: Candidate) -> NamedCategory | None:
    """The part that a label gives to all numbers of its line: "Girls by age: 12 (17), 13 (21)"."""
    text = scene.passage.text
    start, _ = scene.passage.sentence_bounds(figure.start)
    named = within(scene.categories, (start, figure.start))
    if not named or not _LABEL_BEFORE.fullmatch(text, start, named[0].start):
        return None
    label = _LABEL_AFTER.match(text, named[0].end)
    if label is None or label.end() > figure.start:
        return None
    # "Snapchat: 31, girls: 70": the label is of its own number
    return None if scene.figures_in(label.end(), label.end() + 1) else named[0].slot
