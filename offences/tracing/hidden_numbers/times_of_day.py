"""Numbers that are a time of day: "open until three", "tea from 7", "from ten till noon"."""

import re

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
    if _TIME_OF_DAY.match(text, at):
        return True
    if figure.value > 12 or _POINTS_AT_IT.match(text, figure.end):
        return False  # "the news at three. And that is what Kik had"
    start, _ = passage.sentence_bounds(at)
    before = text[max(start, at - _NEAR) : at]
    if _OF_COUNTS.search(before):
        return False
    if _FROM.search(before) and _TILL.match(text, figure.end):
        return True
    if _STAFFED.search(before) and _HOURS_END.match(text, figure.end):
        return True
    if not _CLOCK_ENDS.match(text, figure.end):
        return False
    is_clock = any(each.search(before) for each in (_CLOCK, _OPENS, _IS_SERVED))
    is_clock = is_clock or _is_on(passage, figure, before)
    if _GONE.match(before):  # "Kik. It’s gone three" may be a count
        return _OPENS_A_PARAGRAPH.search(text, 0, start) is not None
    return is_clock


def _is_on(passage: Passage, figure: Candidate, before: str) -> bool:
    """Whether it is when something is on: "Our storytime is at ten", no bar of a chart.

    A group or a class may be of victims: of one, a day of each week or a room must be named.
    """
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    around = slice(
        passage.with_sentence_before(figure.start)[0], passage.with_sentence_after(figure.start)[1]
    )
    if _OF_A_CHART.search(text[around]):
        return False
    is_at_a_place = _EACH_WEEK.search(text, *bounds) is not None
    return bool(_IS_ON.search(before) or (is_at_a_place and _A_GROUP_IS_ON.search(before)))


_ROOM = r"(?:hall|room|library|gym|church|pavilion)"
_MEETING = r"(?:talk|show|session|meeting|workshop|lesson|drop-in|film|phone-in)"
_EVENT = (
    rf"(?:{_MEETING}|storytime|playgroup|rehearsal|assembly|coffee\s+morning"
    r"|open\s+(?:day|evening|morning)|launch|fete|parkrun|disco|concert)"
)
_GROUP = r"(?:club|class|group|toddlers|choir|training|event|fair|race|match|party|service)"
"""What may be of victims or of a part of the figures: "the group of eight-year-olds"."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_THEN = r"\s+(?:today|tonight|on|and|for\s+(?:the|our|an?)|in\s+the)\b"
_CLOCK = compiled(
    r"\b(?:(?:until|till)|(?:tonight|today|tomorrow|evening|morning|afternoon|news|headlines|bulletin|join\s+(?:us|me)"
    rf"|{_DAY}s?)\s+(?:at|from)|{NUMBER}\s+minutes\s+(?:to|past))\s+\Z"
)
_POINTS_AT_IT = compiled(
    r"\W*(?:(?:and|so)\s+)?(?:that|this|it|which|the\s+same|so)(?:[’']s|\s+(?:is|was|goes|went|did|had))\b"
)
_OPENS = compiled(
    r"\b(?:meets?|opens?|closes?)\s+(?:(?:in|at)\s+the\s+)?(?:\w+\s+)?at\s+\Z"
    rf"|\b(?:doors?|{_MEETING})\s+(?:(?:on|about)\s+\w+\s+)?(?:will\s+)?(?:starts?|begins?)\s+at\s+\Z"
    rf"|\b(?:{_ROOM}|{_MEETING})\s+(?:(?:on|about)\s+\w+\s+)?(?:is|are|was|will\s+be|has\s+been)\s+"
    rf"(?:(?:booked|hired|reserved|free|taken|on)\s+)?from\s+(?:{NUMBER}\s+to\s+)?\Z"
    rf"|\b(?:open|week(?:days?)?|{_DAY}s?)\b[^.;]{{0,20}}?\bfrom\s+(?:{NUMBER}\s+to\s+)?\Z"
)
_IS_AT = (
    r"s?\b(?:,?\s+(?:for|on|about|of|in|at|with)\b(?:(?!\b(?:that|which|sa(?:id|ys)|heard|told|show(?:s|ed)?|was|were|ha[ds]|have)\b)[^.;]){0,60}?)?"
    r"\s(?:is|are|starts?|started|begins?|began|ends?|ended|will\s+(?:be|meet|start|begin))(?:\s+(?:in|at)\s+the\s+(?:\w+\s+)?)?\s*at\s+\Z"
)
_IS_ON = compiled(rf"\b{_EVENT}{_IS_AT}")
"""When something is on: "Our storytime for six-year-olds is at ten on Saturdays"."""
_A_GROUP_IS_ON = compiled(rf"\b{_GROUP}{_IS_AT}")
_EACH_WEEK = compiled(
    rf"\b(?:{_DAY}s|(?:each|every)\s+(?:day|week|{_DAY})|(?:in|at)\s+(?:the|our)\s+(?:\w+\s+)?(?:{_ROOM}|vestry|hut|park|school))\b"
)
_OF_A_CHART = compiled(
    rf"{HIDING.pattern}|{OF_FIGURES.pattern}|\b(?:graphs?|diagrams?|plots?|axis|bars?|lines?|scale|hid|(?:age|their|same)\s+(?:groups?|bands?))\b"
)
"""That the text is of the figures, or of how they are drawn: "Kik’s bar is at three"."""
_IS_SERVED = compiled(
    r"\b(?:tea|coffee|biscuits|cakes?|refreshments|drinks|supper|lunch|breakfast|doors)"
    r"\s+(?:is\s+|are\s+|will\s+be\s+)?(?:(?:served|open)\s+)?(?:from|at)\s+\Z"
)
_FROM = compiled(r"\b(?:from|between)\s+\Z")
_TILL = compiled(
    rf"\s+(?:till|until|to|and)\s+(?:noon|midday|midnight)\b|\s+(?:till|until)\s+(?!\d{{3}}){NUMBER}\b"
)
_STAFFED = compiled(
    rf"\b(?:call|ring|phone|open|opens|staffed|answered|lines?|helplines?)\b[^.;]{{0,50}}?\s(?:between|from)\s+(?:{NUMBER}\s+(?:and|to|till|until)\s+)?\Z"
    r"|\b(?:phones?|screens?|tablets?|devices?|consoles?|wifi|internet)\s+(?:\w+\s+){0,3}?after\s+\Z"
)
_HOURS_END = compiled(
    rf"(?:\s+(?:and|to|till|until)\s+{NUMBER})?(?=\s*(?:[.,;!?]|\Z)|\s+(?:any|every|each|seven|daily|at\s+night|on\s+(?:school|week|mon|tues|wednes|thurs|fri|satur|sun)))"
)
"""The hours of a helpline, or a rule of a house: "ring between nine and five, any weekday"."""
_GONE = compiled(r"\W*it[’']s\s+(?:just\s+)?gone\s+\Z")
_OPENS_A_PARAGRAPH = re.compile(r"(?:\A|\n)\W*\Z")
_CLOCK_ENDS = compiled(
    rf"\s*(?:[.,;:!?)\n]|\Z)|{_THEN}|\s+(?:if|with)\b|\s+(?:to|till|until)\s+{NUMBER}(?=\s*[.,;]|{_THEN})"
)
_OF_COUNTS = compiled(
    rf"{OF_OFFENCES.pattern}|\b(?:counts?|figures?|numbers?|totals?|tally|charts?|lists?|tables?(?!\s+tennis)|graphs?|bars?|starred|hid(?:es?|den)?|grew|climb\w*|rose|fell|went|stood|(?<!coming\s)up|down)\b"
)
_TIME_OF_DAY = compiled(
    r"(?<![\d.:])\d{1,2}[.:][0-5]\d(?=\s*[ap]\.?m\.?\b)"
    r"|(?:(?<=\bat\s)|(?<=\band\s)|(?<=\bfrom\s)|(?<=\bto\s))(?:[01]?\d|2[0-3])[.:][0-5]\d(?![\d%]|\s+(?:per|a\b|an\b|in\b|on\s+average|times))"
    r"|\d{1,2}(?:[.:]\d\d)?\s?(?:to|until|[-–])\s?\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b"
    r"|(?:(?<=\blive\s)|(?<=\n)|^)\d{1,2}[.:][0-5]\d(?=\s*[:–—]\s)"
)
