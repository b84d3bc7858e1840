"""Hidden parts that a sentence says nothing of: a topic, an example, a word explained.

"A talk on Kik", "a regulator with powers over Kik", "“boys” means children whose sex …", "Boys find
it hard to tell".
"""

import re
from collections.abc import Sequence

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import MONTH, compiled
from offences.tracing.hidden_numbers.advice import is_in_advice
from offences.tracing.hidden_numbers.ages_of_groups import is_of_a_school_year
from offences.tracing.hidden_numbers.data_words import OF_DATA, OF_FIGURES
from offences.tracing.hidden_numbers.harm import says_harm
from offences.tracing.hidden_numbers.norms import is_in_a_norm
from offences.tracing.hidden_numbers.nouns import OF_OFFENCES
from offences.tracing.hidden_numbers.own_children import is_of_children_had
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.plain_sentences import COMPARES

type Places = Sequence[Mention[Body]]


def is_but_a_topic(
    passage: Passage, part: Mention[NamedCategory], places: Places, before: Places
) -> bool:
    """Whether nothing is said of a part, beside the places of the force in its paragraph.

    Those `places` are in its sentence, those `before` it in earlier ones.
    """
    text, span = passage.text, (part.start, part.end)
    return bool(
        is_of_children_had(passage, span)
        or is_explained(text, span)
        or is_in_a_norm(passage, part.start)
        or _is_an_opinion(passage, part)
        or _is_of_a_named_child(passage, part, places)
        or _is_asked_of_my_own(passage, part)
        or is_of_a_school_year(passage, span)
        or (_A_PLACE_WITH.search(text, 0, part.start) and _ENDS.match(text, part.end))
        or _is_of_a_firm(passage, part)
        or _is_asked_of_an_app(passage, part)
        or _is_a_subject(passage, part)
        or is_in_advice(passage, part)
        or _is_of_all_children(passage, part, places, before)
    )


def is_explained(text: str, span: Span) -> bool:
    """Whether a text says what a word means: "“Sex not recorded” means an empty box"."""
    means = _MEANS.match(text, span[1])
    if means is None:
        return False
    return not (COMPARES.search(means["what"]) or _THERE_ARE.search(means["what"]))


def _are_named(text: str, part: Mention[NamedCategory], places: Places) -> bool:
    """Whether the force is named, not behind the quote alone: "said our Northshire manager"."""
    return any(
        m.start < part.start or not _IS_QUOTED.search(text, part.end, m.start) for m in places
    )


def _is_a_subject(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether it is what a talk, a law or a training is on, or what a film names."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    is_told = COMPARES.search(text, first, last) or says_harm(text[first:last])
    if is_told or _MORE_OF_IT.match(text, part.end):
        return False  # "a talk on Kik, which came first"
    is_led = any(p.search(text, first, part.start) for p in (TALK_ON, _POWERS_OVER))
    is_feared = _WORRIED_ABOUT.search(text, first, part.start) and _LAST.match(text, part.end)
    return bool(is_led or is_feared) and not OF_FIGURES.search(text, first, last)


def _is_of_a_firm(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether a sentence says when an app came or went: "Omegle shut in November 2023"."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    dated = _CAME_OR_WENT.match(text, part.end)
    if part.slot.kind != "part" or dated is None or text[first : part.start].strip(' \n"“‘'):
        return False
    rest = _UNLIKE_THE_PERIOD.sub("", text[dated.end() : last])
    return _NO_MORE.fullmatch(rest) is not None


def _is_asked_of_an_app(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether somebody asks what an app is; nothing of cases."""
    text, bounds = passage.text, passage.sentence_bounds(part.start)
    after = passage.with_sentence_after(part.start)[1]
    if part.slot.kind != "part" or OF_DATA.search(text, part.end, after):
        return False
    is_asked = _WHAT.search(text, bounds[0], part.start) and _IS_WHAT.match(text, part.end)
    return is_asked is not None


def _is_an_opinion(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether an app worries somebody who speaks: "Kik worries me more than the rest"."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    worries = _WORRIES.match(text, part.end)
    if part.slot.kind != "part" or worries is None:
        return False
    return not (OF_DATA.search(text, worries.end(), last) or says_harm(text[first:last]))


def _is_of_a_named_child(passage: Passage, part: Mention[NamedCategory], places: Places) -> bool:
    """Whether it is the age of a child whose name is given: "A ten-year-old, Jo Hart, won"."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    if part.slot.kind != "age" or places or not _ITS_NAME.match(text, part.end):
        return False
    is_of_ours = OF_FIGURES.search(text, first, last) or OF_OFFENCES.search(text, first, last)
    return not (is_of_ours or says_harm(text[first:last]))


def _is_asked_of_my_own(passage: Passage, part: Mention[NamedCategory]) -> bool:
    """Whether one asks about one's own children, and nothing of the data: "my sons?"."""
    text, (first, last) = passage.text, passage.sentence_bounds(part.start)
    is_asked = text[first:last].rstrip(' \n"”’').endswith("?")
    if part.slot.kind != "sex" or not (is_asked and _MY_OWN.search(text, first, part.start)):
        return False
    _, after = passage.with_sentence_after(part.start)
    return not (OF_DATA.search(text, first, after) or says_harm(text[first:after]))


def _is_of_all_children(
    passage: Passage, part: Mention[NamedCategory], places: Places, before: Places
) -> bool:
    """Whether a sentence says what is so of all of a sex or an age, and nothing of the figures."""
    text, bounds = passage.text, passage.sentence_bounds(part.start)
    any_child = _ANY_CHILD.finditer(text, *bounds)
    if any(part.start >= m.start() and part.end <= m.end() for m in any_child):
        return not (OF_FIGURES.search(text, *bounds) or _are_named(text, part, places))
    if _are_named(text, part, places):
        return False
    if so := _ARE_SO.match(text, part.end):
        rest = f"{text[bounds[0] : part.start]} {text[so.end() : bounds[1]]}"
        return not OF_FIGURES.search(rest)
    return not before and _ARE_VICTIMS_TOO.match(text, part.end) is not None


_IS_QUOTED = compiled(r"[”\"]")
_MEANS = compiled(
    r"[\"”’'](?:\s+(?:and|or)\s+[\"“‘'][^\"“”‘’'\n]{1,40}[\"”’'])*\s+(?:means?|stands?\s+for|refers?\s+to|is\s+(?:only\s+|just\s+|simply\s+)?(?:an?|the)\s+(?:box|label|option|heading|term|phrase|tick-box))\b(?P<what>[^.\n]*)"
)
_THERE_ARE = compiled(r"\b(?:there|some|any|several|offences?|cases?|victims?|crimes?)\b")
_A_PLACE_WITH = compiled(
    r"\b(?:valley|towns?|villages?|islands?|places?|count(?:y|ies)|communit(?:y|ies)|areas?|force|patch)\s+"
    r"(?:that\s+has|which\s+has|with|of)\s+(?:only\s+|just\s+)?(?:an?|one|a\s+single|two|three|four|\d+)\s+\Z"
)
_ENDS = compiled(r"\s*[.,;:!?)”\"]|\s*\Z")
_CAME_OR_WENT = compiled(
    r"\s+(?:(?:was|has\s+been|had)\s+)?(?:shut|closed|folded|launched|started|relaunched|vanished|went\s+offline|came\s+out|arrived|was\s+(?:bought|sold|renamed|banned))"
    rf"(?:\s+(?:down|up|for\s+good|here))?\s+(?:in|on|at\s+the\s+end\s+of)\s+(?:\d{{1,2}}\s+)?(?:{MONTH}\s+)?(?:19|20)\d\d\b"
)
_UNLIKE_THE_PERIOD = compiled(
    r"\b(?:months|weeks|years|a\s+year|long|well|just)?\s*(?:before|after)\s+the\s+(?:period|years?|time)\s+(?:that\s+|which\s+)?(?:these|the|those|our)\s+(?:figures|numbers|data)\s+(?:cover|are\s+for|describe)\b"
)
_NO_MORE = compiled(
    r"[\s,]*(?:[”\"’]?,?\s*(?:said|says|added)\s+(?!that\b)[^.;:]{1,40})?[.!”\"’]*\s*"
)
_NAMES = r"(?:(?-i:[A-Z][\w’-]+)(?:,\s+(?:and\s+)?|\s+and\s+|\s+or\s+))*"
TALK_ON = compiled(
    r"\b(?:talks?|workshops?|sessions?|roadshows?|evenings?|webinars?|guides?|leaflets?|lessons?|films?|podcasts?"
    r"|courses?|assembl(?:y|ies)|drop-ins?|books?|posters?)\s+(?:on|about)\s+"
    rf"(?:(?:apps|sites|platforms|games)\s+such\s+as\s+)?{_NAMES}\Z"
)
_POWERS_OVER = compiled(
    r"\b(?:powers|rules|laws?|curbs|duties|sanctions|regulator|regulation|ban)\s+(?:on|over|for|of)\s+"
    rf"(?:(?:apps|firms|companies|sites|platforms)\s+(?:such\s+as|like)\s+)?{_NAMES}\Z"
)
_WORRIED_ABOUT = compiled(
    rf"(?-i:(?:Worried|Concerned|Anxious|Are\s+you\s+(?:worried|concerned|anxious)))\s+(?:about|over)\s+{_NAMES}\Z|"
    r"\b(?:parents|mothers|fathers|mums|dads|families|teachers|governors|grandparents)\s+(?:(?:who\s+)?(?:are|were|feel)\s+)?"
    rf"(?:worried|anxious|nervous|concerned)\s+(?:about|over)\s+{_NAMES}\Z"
)
_LAST = compiled(r"[.!?”\"’]|\s*\Z")
_MORE_OF_IT = compiled(
    r",?\s+(?:which|that|where|who|whose|the|named|used|with|after|as)\b|[’']s?\b|\s*[:(–—]"
)
_WHAT = compiled(
    r"\bwhat\s+(?:does|is)\s+\Z|\b(?:say|know|knew|explain|ask(?:ed)?|idea|sure)\s+what\s+\Z"
)
_IS_WHAT = compiled(
    r"\bwhat\s+(?:does|is)\s+\Z|\s+(?:was|is|means?|meant)(?=\s*\?|\s+in\s+(?:law|practice)\b)|\s+(?:was|is)(?=\s*[.,;!?]|\s+(?:and|or|for)\b)"
)
_WORRIES = compiled(
    r"\s+(?:worries|scares|frightens|bothers|alarms|puzzles|terrifies)\s+(?:me|us|him|her|my\s+\w+|parents|teachers)\b"
    r"(?:\s+(?:more\s+than|most\s+of)\s+(?:the\s+(?:rest|others)|all|any(?:thing)?(?:\s+else)?))?"
)
_ITS_NAME = re.compile(r",?\s+(?:called\s+)?[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+(?=,\s|\s+[a-z])")
_MY_OWN = compiled(r"\b(?:my|your)\s+(?:own\s+|two\s+)?\Z")
_ANY_CHILD = compiled(
    rf"\ban?\s+(?:girl|boy|child|[\w-]+[-\s]year[-\s]old)(?:\s+(?:of|aged)\s+{NUMBER})?\s+"
    r"(?:can|could|may|might|should|needs?\s+to)\s+(?!be\s+(?:found|seen|counted|read|identified)\b)"
)
"""What could befall any child: "A girl of ten can be talked round"."""
_OFTEN = r"(?:(?:can|may|often|also|sometimes|usually|still|tend\s+to|do)\s+)*"
_ARE_SO = compiled(
    rf"(?:\s+victims)?\s+{_OFTEN}(?:(?:find\s+it|wait|feel|worry|think|believe|hide|struggle|need)\b"
    r"|are\s+(?:\w+\s+)?(?:less|more)\s+likely\s+to\s+(?:\w+\s+){0,2}?(?:tell|talk|say|speak|ask|seek|open|admit|confide|report|hide)\b"
    r"|are\s+(?:widely\s+|often\s+)?(?:thought|believed|known|reckoned)\s+to\s+be\s+(?:\w+\s+)?(?:under-?(?:counted|reported|recorded)|overlooked|missed|reluctant|slower)(?=\s*[.,;!]|\s+(?:everywhere|across|in\s+every|all\s+over|to)\b))"
)
"""What is said of all of them, anywhere: "Boys often wait longer to tell"."""
_ARE_VICTIMS_TOO = compiled(
    r"\s+(?:are|can\s+be|get)\s+(?:victims|targeted|groomed|abused|at\s+risk)(?:\s+(?:too|as\s+well))?(?=\s*[.,;!])"
)
