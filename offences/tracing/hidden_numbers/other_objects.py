"""What things count: nothing where they are hired or planned, and cases, one for each."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES, is_ours, is_thing
from offences.tracing.hidden_numbers.phrases import NEAR, clause_around, words_led


def is_another_object(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a number is the object of a verb of another scene, in a clause of no offences."""
    text, (start, end) = passage.text, (figure.start, figure.end)
    first, last = clause_around(passage, (start, end))
    sentence, _ = passage.sentence_bounds(start)
    clause = f"{text[max(first, sentence) : start]} {text[end:last]}"
    if OF_OFFENCES.search(clause) or _HARM.search(clause):
        return False
    led = words_led(text, end)
    is_known = any(is_thing(w) or _ON_SITES.fullmatch(w) for w in led)
    is_known = is_known and not any(map(is_ours, led))
    is_known = is_known or _STAFF.match(text, end) is not None  # no "three Kik folders"
    before = text[first:start]
    if _HIRED.search(before):
        return is_known and not _OF_POLICE.search(before)
    if _PLANNED.search(before):
        return is_known
    if _SPENT.search(text, sentence, start):
        goes_on = _GOES_ON.match(text, end) and not within(named, (end, last))
        return bool(goes_on or _IN_TIME.match(text, end))
    if _ON_A_DATE.match(text, end) and numbers_of_things(passage, sentence, start):
        return True
    is_share = figure.kind in ("percent", "fraction")
    return is_share and bool(_OF_CALLS.match(text, end)) and not _OF_POLICE.search(clause)


def counts_cases(
    passage: Passage,
    figure: Candidate,
    named: Sequence[Mention[NamedCategory]],
    told: Collection[int],
) -> bool:
    """Whether things count cases: "one film a child", "41 miles for Snapchat, three for Kik"."""
    start, end = passage.sentence_bounds(figure.start)
    thing = words_led(passage.text, figure.end)[:1]
    if thing and _OF_CASES_NEXT.match(passage.text, figure.end):
        return True
    given = _GIVEN_TO.match(passage.text, figure.end)
    if given and within(named, (given.end(), min(end, given.end() + _CLOSE))):
        return True  # "three grants for the families of Kik"
    if _ROWS.match(passage.text, figure.end) and _LOG.search(passage.text, start, end):
        return True  # one row for each case
    if thing and _is_one_for_each(passage, passage.with_sentence_before(figure.start)):
        return True
    start, end = max(start, figure.start - NEAR), min(end, figure.end + NEAR)
    numbers = passage.numbers_between(start, end)
    own = range(figure.start, figure.end)
    others = (n for n in numbers if n.value in told and n.start not in own)
    return bool(thing) and any(words_led(passage.text, n.end)[:1] == thing for n in others)


@lru_cache(maxsize=8)
def _is_one_for_each(passage: Passage, bounds: tuple[int, int]) -> bool:
    """Whether there is one thing for each case; found once for all numbers of a sentence."""
    return _FOR_EACH.search(passage.text, *bounds) is not None


def numbers_of_things(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch plans or hires a number of things: "two drop-ins, one on 4 May"."""
    counted = [n for n in passage.numbers_between(start, end) if words_led(passage.text, n.end)]
    if not counted or not any(map(is_thing, words_led(passage.text, counted[0].end)[-1:])):
        return False
    before = passage.text[start : counted[0].start]
    return any(verb.search(before) for verb in (_HIRED, _PLANNED))


_HARM = compiled(
    r"\b(?:victims?|abus\w*|sexual\w*|harm\w*|hurt|met|befriended|tricked|messaged|trials?|courts?|jailed|charged)\b"
)
_STAFF = compiled(
    r"\s+(?:more\s+|new\s+|extra\s+)?people\s+(?:to|for|in|at|on\s+(?:its|the)|who\s+know)\b"
)
_ON_SITES = compiled(r"accounts|profiles|servers|channels|features|settings|games|adverts")
_HIRED = compiled(
    r"\b(?:hir(?:ed|es|ing)|employ(?:s|ed|ing)?|appoint(?:s|ed)?|recruit(?:s|ed)?|taken\s+on|took\s+on|promoted|opened|bought|sold|built"
    r"|(?:has|have|had)\s+(?:shut|closed|banned|removed|deleted|suspended))\s+(?:(?:about|some|only|just|another|a\s+further)\s+)?\Z"
)
_OF_POLICE = compiled(
    r"\b(?:police|officers?|force|detectives?|constabulary|inspector|PC|DC|DS|DI)\b"
)
_PLANNED = compiled(
    r"\b(?:will|shall|is\s+to|are\s+to|plans?\s+to|hopes?\s+to|wants?\s+to|wishes\s+to|going\s+to)\s+(?:\w+ly\s+|also\s+)?"
    r"(?:hold|run|give|hand\s+out|visit|host|open|launch|start|send|show|offer|train|hire|build|buy|put\s+on|set\s+up|pay|spend)\s+(?:(?:about|only|just|another)\s+)?\Z"
)
_SPENT = compiled(rf"\bspen[dt]s?\s+{NUMBER}\s+(?:minutes|hours|days|pages|weeks)\b[^.;]*\Z")
_GOES_ON = re.compile(r"\s+(?:on|with|talking|listening|answering)\b")
_IN_TIME = compiled(r"\s+(?:minutes|hours)\b")
_ON_A_DATE = compiled(
    r"\s+(?:(?:on|at|in)\s+)?(?:\d|the\s+\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may\b|june|july|august|september|october|november|december)"
)
_OF_CALLS = compiled(
    r"\s+of\s+(?:the|our|all|its|these)\s+(?:\w+\s+)?(?:calls|e-?mails|letters|questions|downloads|visits|views|donations)\b"
)
"""A share of what is asked or given, and of no offences."""
_OF_CASES_NEXT = compiled(
    r"\s+(?:members|groups|films|pictures|videos)\s+(?:of|in|on|were\s+made\s+of)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:table|tally|figures?|statistics|list|total|victims|children|girls|boys|images|offences|cases|famil(?:y|ies))\b"
    r"|\s+(?:of\s+(?:the|our)\s+)?(?:members|groups)\s+(?:are|were)\s+(?:boys|girls|children|victims|from)\b"
)
"""Persons and pictures that are the cases: "three members of one family", "films of boys"."""
_GIVEN_TO = compiled(r"\s+(?:awards|grants|prizes|seats|places)\b[^.;,]{0,40}?\b(?:for|to)\s+")
_CLOSE = 70
"""How far behind "for" or "to" those may stand to whom something is given."""
_ROWS = compiled(r"\s+(?:rows|lines|entries|pages)\b")
_LOG = compiled(r"\b(?:log|logbook|ledger|notebook|diary|crime\s+(?:book|system))\b")
_FOR_EACH = compiled(
    r"\b(?:one|an?)\s+(?:[\w-]+\s+)?(?:(?:for|per|to|with)\s+(?:each|every)|on\s+each)\b"
    r"|\b(?:one|an?)\s+(?:[\w-]+\s+)?(?:an?|per)\s+(?:\w+\s+)?(?:child|victim|case|offence|crime|person|girl|boy|report|head|family)\b"
    r"|\b(?:each|every)\s+(?:[\w-]+\s+){0,2}?(?:child|victim|case|offence|crime|girl|boy|report)(?:\s+(?:on|from|in)\s+\w+)?"
    r"\s+(?:has|had|gets?|got|gave|led\s+to|needs?|takes?|took|means|meant|is|was)\s+(?:an?|one|its\s+own|their\s+own)\b"
    r"|\bfor\s+(?:each|every)\s+(?:[\w-]+\s+)?(?:child|victim|case|offence|crime|girl|boy|report)\b"
    r"|\bone\s+\w+\s+each\b(?!\s+(?:day|week|month|year|term|time|morning|evening)\b)"
)
"""Where there is one thing for each case, so that the things count the cases."""
