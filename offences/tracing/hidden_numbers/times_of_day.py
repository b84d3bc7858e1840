"""Numbers that are a time of day: "open until three", "tea from 7", "from ten till noon"."""

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.data_words import OF_FIGURES
from offences.tracing.hidden_numbers.nouns import HIDING, OF_OFFENCES

_NEAR = 300
"""How far before a number the words may be that say it is a time."""


def is_a_time(passage: Passage, figure: Candidate) -> bool:
    """Whether it is a time of day; no count that stood at it on a day."""
    text, at = passage.text, figure.start
    if figure.value > 12 or _POINTS_AT_IT.match(text, figure.end):
        return False  # "the news at three. And that is what Kik had"
    start, _ = passage.sentence_bounds(at)
    before = text[max(start, at - _NEAR) : at]
    if _OF_COUNTS.search(before):
        return False
    if _STAFFED.search(before) and _HOURS_END.match(text, figure.end):
        return True
    if not _CLOCK_ENDS.match(text, figure.end):
        return False
    return _CLOCK.search(before) is not None or _is_on(passage, figure, before)


def _is_on(passage: Passage, figure: Candidate, before: str) -> bool:
    """Whether it is when something is on: "Our storytime is at ten", no bar of a chart."""
    around = slice(
        passage.with_sentence_before(figure.start)[0], passage.with_sentence_after(figure.start)[1]
    )
    return not _OF_A_CHART.search(passage.text[around]) and _IS_ON.search(before) is not None


_MEETING = r"(?:talk|show|session|meeting|workshop|lesson|drop-in|film|phone-in)"
_EVENT = (
    rf"(?:{_MEETING}|storytime|playgroup|rehearsal|assembly|coffee\s+morning"
    r"|open\s+(?:day|evening|morning)|launch|fete|parkrun|disco|concert)"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_THEN = r"\s+(?:today|tonight|on|and|for\s+(?:the|our|an?)|in\s+the)\b"
_CLOCK = compiled(
    r"\b(?:(?:until|till)|(?:tonight|today|tomorrow|evening|morning|afternoon|news|headlines|bulletin|join\s+(?:us|me)"
    rf"|{_DAY}s?)\s+(?:at|from)|{NUMBER}\s+minutes\s+(?:to|past))\s+\Z"
)
_POINTS_AT_IT = compiled(
    r"\W*(?:(?:and|so)\s+)?(?:that|this|it|which|the\s+same|so)(?:[’']s|\s+(?:is|was|goes|went|did|had))\b"
)
_IS_AT = (
    r"s?\b(?:,?\s+(?:for|on|about|of|in|at|with)\b(?:(?!\b(?:that|which|sa(?:id|ys)|heard|told|show(?:s|ed)?|was|were|ha[ds]|have)\b)[^.;]){0,60}?)?"
    r"\s(?:is|are|starts?|started|begins?|began|ends?|ended|will\s+(?:be|meet|start|begin))(?:\s+(?:in|at)\s+the\s+(?:\w+\s+)?)?\s*at\s+\Z"
)
_IS_ON = compiled(rf"\b{_EVENT}{_IS_AT}")
"""When something is on: "Our storytime for six-year-olds is at ten on Saturdays"."""
_OF_A_CHART = compiled(
    rf"{HIDING.pattern}|{OF_FIGURES.pattern}|\b(?:graphs?|diagrams?|plots?|axis|bars?|lines?|scale|hid|(?:age|their|same)\s+(?:groups?|bands?))\b"
)
"""That the text is of the figures, or of how they are drawn: "Kik’s bar is at three"."""
_STAFFED = compiled(
    rf"\b(?:call|ring|phone|open|opens|staffed|answered|lines?|helplines?)\b[^.;]{{0,50}}?\s(?:between|from)\s+(?:{NUMBER}\s+(?:and|to|till|until)\s+)?\Z"
    r"|\b(?:phones?|screens?|tablets?|devices?|consoles?|wifi|internet)\s+(?:\w+\s+){0,3}?after\s+\Z"
)
_HOURS_END = compiled(
    rf"(?:\s+(?:and|to|till|until)\s+{NUMBER})?(?=\s*(?:[.,;!?]|\Z)|\s+(?:any|every|each|seven|daily|at\s+night|on\s+(?:school|week|mon|tues|wednes|thurs|fri|satur|sun)))"
)
"""The hours of a helpline, or a rule of a house: "ring between nine and five, any weekday"."""
_CLOCK_ENDS = compiled(
    rf"\s*(?:[.,;:!?)\n]|\Z)|{_THEN}|\s+(?:if|with)\b|\s+(?:to|till|until)\s+{NUMBER}(?=\s*[.,;]|{_THEN})"
)
_OF_COUNTS = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:counts?|figures?|numbers?|totals?|tally|charts?|lists?|tables?(?!\s+tennis)|graphs?|bars?|starred|hid(?:es?|den)?|grew|climb\w*|rose|fell|went|stood|(?<!coming\s)up|down)\b"
)
