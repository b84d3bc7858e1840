"""Numbers of those who came to a talk or are in a team: "Forty turned up".

Nothing there may be of offences, of the data or of harm, as they may be the victims then; nor may
a number have just been called hidden, which those who came may stand for.
"""

import re
from collections.abc import Sequence

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.phrases import Span, hides_before
from offences.tracing.hidden_numbers.roles import ROLE
from offences.tracing.hidden_numbers.topics import TALK_ON


def is_of_visitors(
    passage: Passage, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it counts who came to something that was just spoken of, or are in a team."""
    text, bounds = passage.text, passage.sentence_bounds(figure.start)
    if _may_be_of_victims(text, bounds):
        return False
    if _is_of_a_team(text, figure, bounds, named):
        return True
    first, _ = passage.with_sentence_before(figure.start)
    if _may_be_of_victims(text, (first, bounds[0])) or hides_before(passage, figure.start):
        return False
    if _may_be_those_of_a_part(text, (first, bounds[0]), named):
        return False
    if _is_of_those_with_a_role(text, figure, (first, bounds[0])):
        return True
    end = _attended(text, figure, bounds)
    return bool(end) and _is_to_an_event(passage, end, figure, named)


def _may_be_of_victims(text: str, bounds: Span) -> bool:
    """Whether words are of offences, the data or harm: a police talk is none of them."""
    words = _POLICE_TALK.sub(" ", text[slice(*bounds)])
    return any(each.search(words) for each in (OF_OFFENCES, _OF_DATA)) or says_harm(words)


def _may_be_those_of_a_part(
    text: str, before: Span, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a sentence names an age or an app but as the topic of a talk: its victims come."""
    return any(
        m.slot.kind == "part" or not _AT.search(text, before[0], m.start)
        for m in within(named, before)
        if m.slot.kind in ("age", "part") and not _is_its_topic(text, before[0], m)
    )


def _attended(text: str, figure: Candidate, bounds: Span) -> int:
    """Where the words end that those counted came, stayed or were present; 0 if none."""
    first, last = bounds
    if came := _CAME.match(text, figure.end, last):
        return came.end()
    if _THERE_WERE.search(text, first, figure.start) and _ENDS.match(text, figure.end):
        return figure.end if _SOME_CAME.search(text, first, figure.start) else 0
    at_ours = _AT_OURS.match(text, figure.end)
    return at_ours.end() if at_ours and _WE_HAD.search(text, first, figure.start) else 0


def _is_to_an_event(
    passage: Passage, end: int, figure: Candidate, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether a talk or a club is spoken of, and beside the number no part but as its topic."""
    text, (first, last) = passage.text, passage.sentence_bounds(figure.start)
    before, _ = passage.with_sentence_before(figure.start)
    led = [*within(named, (first, figure.start))]
    behind = [m for m in within(named, (end, last)) if not _is_its_topic(text, first, m)]
    if behind or (led and not _EVENT.search(text, first, figure.start)):
        return False  # "two came about the boys", "On boys, four turned up"
    if any(m.slot.kind == "part" and not _is_its_topic(text, before, m) for m in led):
        return False
    return _EVENT.search(text, before, last) is not None


def _is_its_topic(text: str, first: int, part: Mention[NamedCategory]) -> bool:
    """Whether a part is what a talk is on: "the Kik talk", "a talk on Kik"."""
    return TALK_ON.search(text, first, part.start) is not None


def _is_of_a_team(
    text: str, figure: Candidate, bounds: Span, named: Sequence[Mention[NamedCategory]]
) -> bool:
    """Whether it is how many a team has: "her team of nine", "a cast of two boys and six girls"."""
    team = _TEAM_OF.search(text, bounds[0], figure.start)
    if team and _GOES_ON.match(text, figure.end):
        near = within(named, (max(bounds[0], team.start() - _NEAR), team.start()))
        return not near  # "the Kik team of two", "nine-year-olds, a choir of three"
    sides = _A_SIDE_OF.finditer(text, *bounds)
    if _A_CLUB_FOR.search(text, bounds[0], figure.start) and _IS_PLANNED.match(text, figure.start):
        return True
    return any(
        figure.start in range(*m.span("who")) and not within(named, (bounds[0], m.start()))
        for m in sides
    )


def _is_of_those_with_a_role(text: str, figure: Candidate, before: Span) -> bool:
    """Whether it counts the young with a task: "The mentors meet. There are nine of them"."""
    return bool(
        _THERE_ARE.search(text, before[1], figure.start)
        and _OF_THEM.match(text, figure.end)
        and _ROLE.search(text, *before)
    )


_OF_DATA = compiled(
    r"\b(?:figures?|numbers?|data|statistics|stats|recorded|records|files?|tables?|counts?|tally|totals?|lists?|columns?|rows?|hidden|withheld|named)\b"
)
_POLICE_TALK = compiled(r"\b(?:crime\s+(?:prevention|panel|commissioner)|victim\s+support)\b")
_WHO = (
    r"(?:\s+(?:more|other|local|young|worried|of\s+(?:them|us|the)))?"
    r"(?:\s+(?:people|parents|mothers|fathers|mums|dads|grandparents|carers|teachers|coaches|pupils|boys|girls|children|teenagers|families|residents|governors|neighbours|grown-ups|adults|lads))?"
)
_DID_COME = (
    r"(?:(?:had\s+|have\s+)?(?:sat\s+(?:on|through|around|down|in)|fell\s+asleep|clapped|left\s+early|turned\s+up|showed\s+up|signed\s+up|attended|took\s+part|listened|stayed|joined\s+(?:in|us)|booked|applied)"
    r"|came(?=\s*[.,;!?]|\s+(?:along|back|alone|in\s+(?:person|all|the\s+rain)|(?:on\s+)?the\s+(?:first|second|next|last)\b|last|this|that|and|with|to\s+(?:the|our|an?)\s|for\s+(?:tea|the)\b)))"
    r"(?!\s+(?:on|in|at|with)\s+(?:it\b|them\b|there\b|(?-i:[A-Z])))"
)
_CAME = compiled(
    rf"{_WHO}\s+{_DID_COME}|\s+(?:people|parents|adults|residents)\s+(?:present|in\s+the\s+(?:hall|room|audience|church|library|pews))\b"
)
_SOME_CAME = compiled(rf"\b{NUMBER}{_WHO}\s+{_DID_COME}")
_THERE_WERE = compiled(r"\bthere\s+(?:were|was)\s+\Z")
_ENDS = re.compile(r"\s*[.,;!?]")
_WE_HAD = compiled(r"\b(?:we|she|he|they)\s+had\s+(?:about\s+|over\s+)?\Z")
_AT_OURS = compiled(
    r"(?:\s+in)?\s+(?:at|for)\s+(?:our|the|her|his|their)\s+(?:(?:first|last|next|opening)\s+)(?:[\w’'-]+\s+){0,2}?"
    r"(?:night|session|evening|meeting|club|talk|drop-in|workshop|class)\b"
)
_NEAR = 25
"""How near to a team a part stands of which it may be: "the Kik team of two"."""
_AT = compiled(r"\b(?:at|by|until|under)[\s-]+\Z")
_EVENT = compiled(
    r"\b(?:talks?|sessions?|meetings?|workshops?|drop-ins?|evenings?|nights?|assembl(?:y|ies)|sermons?|clubs?|class(?:es)?|courses?|open\s+day|roadshows?|surger(?:y|ies)|launch|stalls?|coffee\s+mornings?|webinars?"
    r"|(?:invited|asked)\s+[^.;]{1,50}?\s+to\s+(?:speak|talk)|I\s+coach|sits?\s+in\s+the\s+(?:library|hall|caf[eé]|foyer))\b"
)
_TEAM = (
    r"(?:team|staff|crew|panel|cast|squad|committee|board|choir|orchestra|department|workforce|jury|band|troupe"
    r"|congregation|audience)"
)
_TEAM_OF = compiled(
    rf"\b{_TEAM}\s+of\s+(?:(?:just|only|about|some|nearly|over)\s+)?(?:{NUMBER}\s+\w+\s+and\s+)?\Z"
)
_GOES_ON = compiled(
    r"(?:\s+(?:people|adults|staff|volunteers|teachers|boys|girls|children|pupils|actors|singers|players|specialists|officers|counsellors|advisers))?"
    r"(?:\s*[.,;!?)]|\s+(?:and|who|looks?|runs?|works?|visits?|helps?|meets?|goes|is|are|was|were|has|have|had|will|now|in|at|from|to)\b)"
)
_KIN = r"(?:boys|girls|lads|lasses|children|pupils|youngsters)"
_A_SIDE_OF = compiled(
    r"\b(?:under-\w+|first\s+team|side|squad|class|choir|cast|cubs|scouts|brownies|guides|cadets|sixth\s+form|youth\s+group),\s+"
    rf"(?P<who>(?:all\s+)?{NUMBER}\s+{_KIN}(?:,?\s+and\s+{NUMBER}\s+{_KIN})?),\s+"
    r"(?:sat\s+(?:through|in\s+on)|heard|listened|watched|went|came|took\s+part|had|will\s+(?:hear|have|take\s+part)|have\s+(?:had|heard)|were\s+(?:visited|given|taken)|got)\b"
)
_A_CLUB_FOR = compiled(
    r"\b(?:an?|the)\s+(?:boys|girls|mothers|fathers|dads|mums|parents|men|women)[’']s?\s+\Z"
)
_IS_PLANNED = compiled(
    r"one\s+(?:(?:is|was|will\s+be|has\s+been)\s+(?:planned|due|coming|starting|set\s+up|to\s+(?:start|open|follow))|starts|opens|meets|follows)\b"
)
"""A club that is to come: "a girls’ drop-in. A boys’ one is planned"."""
_THERE_ARE = compiled(r"\bthere\s+(?:are|were)\s+(?:now\s+|currently\s+|only\s+|just\s+)?\Z")
_OF_THEM = compiled(
    r"\s+of\s+them(?:\s+(?:at\s+present|now|in\s+all|altogether|so\s+far|this\s+year|at\s+the\s+moment))?(?=\s*[.,;!])"
)
_ROLE = compiled(rf"\b{ROLE}\b[^.;]*\W*\Z")
