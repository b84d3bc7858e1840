"""The years from one that a sentence names to another: "2016/17 to 2020/21".

A mean or a sum of them is of each year between, too, which no word names.
"""

import re

from offences.statistics.years import Year
from offences.tracing.binding.dated_years import YearsNamed
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import MONTH, compiled


def years_spanned(statement: Statement, scene: Scene, documents: Documents) -> set[Year]:
    """The years of each span that the sentence of a number names, with those between its ends."""
    passage, every = statement.passage, documents.local.all_years
    first, last = passage.sentence_bounds(statement.figure.start)
    text = passage.text
    ends = [
        {Year(int(m["first"])), Year(int(m["last"]))} for m in _CALENDAR.finditer(text, first, last)
    ]
    named = [m for m in within(scene.years, (first, last)) if not m.slot.is_distance]
    for n, mention in enumerate(named):
        own, after = mention.slot.first | mention.slot.years, named[n + 1 : n + 2]
        if not own:
            continue
        is_joined = after and _is_joined(text, first, mention, after[0].start)
        if mention.slot.first:
            ends.append({*own})
        elif is_joined:
            ends.append({*own, *after[0].slot.years})
        elif _SINCE.search(text, first, mention.start) or _ONWARDS.match(text, mention.end):
            ends.append({*own, documents.local.facts.latest})
        if _UP_TO.search(text, first, mention.start):
            ends.append({*own, *every[:1]})
    return {y for each in ends for y in every if min(each) <= y <= max(each)}


def years_from(statement: Statement, scene: Scene) -> set[Year]:
    """So many years from the one named next: "in the three years from April 2017"."""
    passage = statement.passage
    bounds = passage.sentence_bounds(statement.figure.start)
    if of_month := _YEARS_FROM_MONTH.search(passage.text, *bounds):
        return _in_a_row(Year(int(of_month["year"])), of_month["n"])
    said = _YEARS_FROM.search(passage.text, *bounds)
    if not said:
        return set()
    named = (m for m in within(scene.years, bounds) if said.end() in range(m.start, m.end))
    near = [m.slot.years | m.slot.first for m in named]
    if not near:
        return set()
    return _in_a_row(min(near[0]), said["n"])


def _in_a_row(first: Year, many: str) -> set[Year]:
    return {Year(first.start + after) for after in range(min(int(numbers_in(many)[0].value), 20))}


def _is_joined(text: str, first: int, one: Mention[YearsNamed], end: int) -> bool:
    """Whether the words between two years make them the ends of a span: no list, no number."""
    between = text[one.end : end]
    if _NO_SPAN.search(between):
        return False
    is_list = _LISTED.fullmatch(between) is not None
    return not is_list or _BETWEEN.search(text, first, one.start) is not None


# A year that begins in another month than April is nearly that of the tables.
_YEARS_FROM_MONTH = compiled(
    rf"\b(?P<n>{NUMBER})\s+years\s+(?:from|beginning|starting)\s+(?:(?:in|with|on)\s+)?(?:the\s+(?:start|beginning|end)\s+of\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}\s+(?P<year>(?:19|20)\d\d)\b"
)
_YEARS_FROM = compiled(
    rf"\b(?P<n>{NUMBER})\s+years\s+(?:from|beginning|starting)\s+(?:(?:in|with|on)\s+)?(?:the\s+(?:start|beginning)\s+of\s+)?(?:1(?:st)?\s+)?(?:(?:April|the\s+year)\s+)?(?=\d)(?!\d{{4}}[^.;]{{0,12}}?\b(?:to|until|till|onwards?)\b)"
)
_CALENDAR = re.compile(
    r"(?<![\d/–-])(?P<first>(?:19|20)\d\d)(?:/\d\d)?\s?(?:[–—-]|to|until|till)\s?"
    r"(?P<last>(?:19|20)\d\d)(?:/\d\d)?(?![\d/–-])"
)
"""A span of calendar years, or of labels without a blank: "2016-2021", "2016/17–2020/21"."""
_NO_SPAN = re.compile(r"\d|[;:=]")
_LISTED = compiled(r"\W*(?:\b(?:and|or|plus|with|then|also|both|the|in|of|for|years?)\b\W*)*")
_BETWEEN = compiled(r"\b(?:between|from|start\w*|beg[aiu]n\w*|open\w*)\b[^,.;]{0,40}\Z")
_SINCE = compiled(r"\b(?:since|from|after|start\w*|beg[aiu]n\w*)\s+(?:(?:in|with|at|the)\s+)*\Z")
_ONWARDS = compiled(r"\s+(?:on|onwards?|and\s+after|until\s+now|to\s+(?:date|now))\b")
_UP_TO = compiled(
    r"\b(?:until|till|(?:up|down)\s+to|through|ending|ended|to\s+the\s+end\s+of)\s+(?:(?:in|with|and|including|the|end|of)\s+)*\Z"
)
