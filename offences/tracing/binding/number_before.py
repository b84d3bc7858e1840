"""The year of a number that the words before announced: "… for 2018/19. It comes to 95".

Or asked for: "How many were there in 2018/19? A: 95".
"""

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.no_counts_of_force import are_not_of_force, is_a_difference
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import FALL, RISE, compiled

_IT_COMES_TO = compiled(
    r"\W*(?:(?:and|together|in\s+all|altogether),?\s+)?(?:it|that|this|they|these|those|the\s+(?:total|figure|number|sum|answer))\s+"
    r"(?:all\s+)?(?:c(?:omes?|ame)\s+(?:in\s+)?(?:to|at)|add(?:s|ed)?\s+up\s+to|amount(?:s|ed)?\s+to|total(?:s|led)|ma[dk]es?|stood\s+at|is|was)\s+"
    r"(?:(?:just|only|some|about|around|nearly|almost|over|exactly|an?\s+total\s+of)\s+)*"
)
_NUMBER_FOR = compiled(
    r"\b(?:figures?|totals?|numbers?|counts?|answers?|returns?|data)(?:\s+[^\W\d][\w’-]*){0,4}?\s+(?:for|of|in)\s+(?:the\s+(?:financial\s+)?year\s+)?\Z"
)
# "But 2018/19 was lower than that. A hundred and ten."
_JUST = compiled(r"\W*(?:(?:just|only|about|around|nearly|almost|some|exactly)\s+)*")
_WAS_SO = compiled(
    rf"\b(?:was|were|is|had|saw|brought)\b[^.;:]*\b(?:{RISE}|{FALL}|worse|better|bigger|smaller|busier|quieter|different|less)\b"
)
_STOP = compiled(r"\s*[.:;!?]")
# "How many were there in 2018/19? A: There were 95", "What was the total in 2018/19? 95"
_ASKS_NUMBER = compiled(
    r"\bhow\s+many\b(?!\s+(?:forces|constabularies|years|months))"
    r"|\bwhat\s+(?:is|was|were)\s+(?:the|its|their)\s+(?:\w+\s+)?(?:numbers?|totals?|figures?|counts?|tally)\b"
)
_ANSWERS = compiled(
    r"\?[”\"’')\s]*(?:(?:A|Answer)[.:]\s+|[-–—]\s+)?[“\"‘']?(?:(?:in|for|at)\s+(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)?,\s+)?"
    r"(?:(?:just|only|about|around|nearly|almost|over|some|exactly|a\s+total\s+of|(?:more|fewer)\s+than|(?:it|that)\s+(?:is|was)"
    r"|there\s+were|the\s+(?:answer|figure|number|total)\s+(?:is|was):?|(?:they|we|it|police|officers)\s+(?:recorded|had|logged|counted))\s+)*"
)
# "How many did they deal with in 2018/19?" compares nothing
_DEALT_WITH = compiled(r"\b(?:deal|deals|dealt)\s+with\s+in\s+\Z")

# "Only six months of data could be supplied for 2016/17; they show 80 offences"
_THEY_SHOW = compiled(
    r"(?P<lead>(?:\A|[.;:!?]\s|,?\s(?:and|but)\s|\s[–—-]\s))\s*(?:they|these|those|it|that|this|the\s+(?:figures|data|numbers|records))\s+"
    r"(?:show|contain|list|hold|held|reveal|record|include|cover)(?:s|ed)?\s+"
    r"(?:(?:just|only|some|about|around|nearly|almost|over|exactly|a\s+total\s+of)\s+)*\Z"
)
_DATA_FOR = compiled(
    r"\b(?:figures|data|numbers|records|returns|months)\b(?:(?!\b(?:since|to|up|against|than|with)\b)[^.;:\d]){0,60}?"
    r"\s(?:for|of|from|in|covering)\s+(?:the\s+(?:financial\s+)?year\s+)?\Z"
)
_FROM = compiled(r"\b(?:figures|data|numbers|records|returns)\s+from\s+\Z")


def year_of_data_shown(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """The one year for which there are data that show a number, with no number of it before."""
    passage = scene.passage
    start, _ = passage.sentence_bounds(figure.start)
    shows = _THEY_SHOW.search(passage.text[start : figure.start])
    if shows is None:
        return None
    end = start + shows.start()
    first, end = (start, end) if shows.start() else passage.bounds_before(start)
    if not shows.start() and (not start or "\n" in passage.text[end - 1 : start + 1]):
        return None
    named = within(scene.years, (first, end))
    has_number = any(each.kind in VALUES for each in scene.figures_in(first, end))
    of_part = within(scene.categories, (first, end))
    if has_number or of_part or len(named) != 1 or named[0].slot.first:
        return None
    if are_not_of_force(passage.text, first, end) or is_a_difference(passage.text, figure.end):
        return None
    before = passage.before(named[0].start)
    is_base = named[0].slot.is_base and not _FROM.search(before)
    return named[0].slot.years if not is_base and _DATA_FOR.search(before) else None


def year_asked_for(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """The one year of the question that a number alone answers."""
    passage, text = scene.passage, scene.passage.text
    mark = text.rfind("?", 0, figure.start)
    if mark < 0 or not _ANSWERS.fullmatch(text, mark, figure.start):
        return None
    bounds = passage.sentence_bounds(mark)[0], mark
    asks = _ASKS_NUMBER.search(text, *bounds)
    named = within(scene.years, bounds)
    if not asks or len(named) != 1 or len(named[0].slot.years) != 1:
        return None
    is_other = named[0].slot.is_base and not _DEALT_WITH.search(passage.before(named[0].start))
    return None if is_other else named[0].slot.years


def year_announced(scene: Scene, figure: Candidate) -> frozenset[Year] | None:
    """The year that the sentence before ends with a figure for, and gives no number of."""
    passage, text = scene.passage, scene.passage.text
    start, _ = passage.sentence_bounds(figure.start)
    is_alone = _JUST.fullmatch(text, start, figure.start) and _STOP.match(text, figure.end)
    if not start or not (is_alone or _IT_COMES_TO.fullmatch(text, start, figure.start)):
        return None
    first, end = passage.bounds_before(start)
    if "\n" in text[end - 1 : start + 1]:
        return None
    named = within(scene.years, (first, start))
    if is_alone:
        named = [m for m in named if not m.slot.is_base]  # "lower than that"
    has_number = any(each.kind in VALUES for each in scene.figures_in(first, start))
    if has_number or len(named) != 1 or named[0].slot.is_base:
        return None
    if is_alone:
        return named[0].slot.years if _WAS_SO.search(text, first, end) else None
    is_for = _NUMBER_FOR.search(passage.before(named[0].start))
    return named[0].slot.years if is_for and _STOP.match(text, named[0].end) else None
