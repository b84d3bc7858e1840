"""The year of a number that the sentence before announced: "… for 2018/19. It comes to 95"."""

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled

_IT_COMES_TO = compiled(
    r"\W*(?:(?:and|together|in\s+all|altogether),?\s+)?(?:it|that|this|they|these|those|the\s+(?:total|figure|number|sum|answer))\s+"
    r"(?:all\s+)?(?:c(?:omes?|ame)\s+(?:in\s+)?(?:to|at)|add(?:s|ed)?\s+up\s+to|amount(?:s|ed)?\s+to|total(?:s|led)|ma[dk]es?|stood\s+at|is|was)\s+"
    r"(?:(?:just|only|some|about|around|nearly|almost|over|exactly|an?\s+total\s+of)\s+)*"
)
_NUMBER_FOR = compiled(
    r"\b(?:figures?|totals?|numbers?|counts?|answers?|returns?|data)(?:\s+[^\W\d][\w’-]*){0,4}?\s+(?:for|of|in)\s+(?:the\s+(?:financial\s+)?year\s+)?\Z"
)
_STOP = compiled(r"\s*[.:;!?]")


def year_announced(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """The year that the sentence before ends with a figure for, and gives no number of."""
    passage, text = scene.passage, scene.passage.text
    start, _ = passage.sentence_bounds(figure.start)
    if not (start and _IT_COMES_TO.fullmatch(text, start, figure.start)):
        return None
    first, end = passage.bounds_before(start)
    if "\n" in text[end - 1 : start + 1]:
        return None
    named = within(scene.years, (first, start))
    has_number = any(each.kind in VALUES for each in scene.figures_in(first, start))
    if has_number or len(named) != 1 or named[0].slot.is_base:
        return None
    is_for = _NUMBER_FOR.search(passage.before(named[0].start))
    return named[0].slot.years if is_for and _STOP.match(text, named[0].end) else None
