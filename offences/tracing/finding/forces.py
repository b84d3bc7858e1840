"""The reader of numbers of forces: "44 police forces", "13 replied", "the 12 in the survey"."""

import re
from collections.abc import Iterable

from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.context import Context
from offences.tracing.finding.forces_pointed_at import CAME_TO, points_to_forces
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import (
    CAME_FROM,
    COULD_NOT,
    GAVE_NONE,
    GAVE_NONE_FOR_A_REASON,
    NO_REPLY,
    NOTHING_FROM,
    REPLIED,
    REPLIES_FROM_FORCES,
    forces_counted,
)
from offences.tracing.finding.shares import FORCES
from offences.tracing.finding.vocabulary import ASKED, compiled, words_before

# What may stand between: nothing of girls, an app or the BBC, which "did not" may be said of
_OF_REPLYING = (
    r"\d{4}[/–-]\d\d|(?:and|but|while|whereas|so|far|already|now|also|asked|in|on|time|full|for|from|across|to|with"
    r"|both|years?|times|last|latest|us|them|an?|the|our|their|its|any|all|some|this|these|usable|complete|other"
    r"|remaining|another|up|totals?|counts?|figures?|data|numbers?|answers?|repl(?:y|ies)|responses?|returns?|requests?|questions?"
    r"|survey|inquiry|charity|newspaper|FOI|police|forces|England|Wales|Scotland|Northern|Ireland|Great|Britain|UK)\b"
)
# "24 forces replied and three did not", "with figures from 24 forces, three without"
_FORCES_DID = compiled(
    r"\b(?:(?:forces|constabularies)\s+(?:(?:in|across)\s+[^.;:,\d]{1,40}?\s)?(?:(?:ha(?:d|ve)|now|also)\s+){0,2}(?:repl|respond|answer|compl|g[ai]ve|sen[dt]|suppl|provid|c[ao]me\s+up|hand|return|with\s+(?:\w+\s+)?(?:figures|data|numbers|an\s+answer)\b)"
    r"|(?:figures|data|repl(?:y|ies)|answers|responses)\b[^.;:\d]{0,30}\bfrom\s[^.;:]{0,20}?(?:forces|constabularies)\b)"
    rf"\w*(?:\s*[,;:(–—-]|\s+(?:{_OF_REPLYING}))*\s+$"
)
_BUT_NOT = compiled(
    r"\s+(?:(?:did|ha(?:d|ve))(?:\s+not|n[’']t)|without|(?:ha(?:d|ve)|sent|gave|supplied|provided)\s+none)(?=\s*(?:[.,;:!?)]|$))"
    r"|\s+ha(?:d|ve)\s+(?:yet|still)\s+to\s+(?:reply|respond|answer|do\s+so)\b"
)
# "One missed the deadline; so did another": it is one of two
_SO_DID_ANOTHER = compiled(
    rf"[^.!?\d]{{0,80}}(?:[;,–—]\s|\band\s)[^.!?\d]{{0,20}}?\b(?:another|(?:the|an)\s+other|a\s+second)\b(?!\s+(?:of\b|{NUMBER}))"
)
# "One refused and two did not answer": neither are all that did not
_OTHERS_TOO = compiled(r"\b(?:refus|declin|fail)\w*\b")
_FIGURES_FROM = compiled(
    r"\b(?:figures|hear(?:d|ing)(?:\s+back)?|(?:answers?|repl(?:y|ies)|responses?|returns)"
    r"(?:\s+with\s+(?:[^.;:,\d]|\d{4}[/–-]\d\d){0,40}?)?)\s+(?:\w+\s+)?from\s+"
    r"(?:only\s+|just\s+|all\s+)?$"
)
_CAME_FROM = compiled(rf"\b(?:{CAME_FROM}|{NOTHING_FROM})\s+(?:only\s+|just\s+|all\s+)?$")
# "Just 14 could be compared", "we received 11 answers", "got thirty back", "there were 10."
_ANSWERED = compiled(
    r"\s+(?:(?:of\s+(?:them|these|which|whom)\s+)?(?:(?:that|which)\s+)?(?:(?:can|could|may)\s+be|are|were)\s+"
    r"(?:compared|(?:set|put|held|measured|judged)\s+(?:against|beside|alongside))"
    # "In the 24 that go back to 2018/19"
    r"|(?:that|which|whose\s+(?:figures|numbers|records|returns))\s+(?:go(?:es)?|went|reach(?:ed)?|stretch(?:ed)?|date)\s+"
    r"(?:all\s+the\s+way\s+)?(?:as\s+far\s+)?back\b"
    # "Eight of them with a figure", "in eight of them the total rose"
    r"|of\s+(?:them|these|those)\s+(?:with\s+(?:an?\s+|full\s+|usable\s+)?(?:figures?|numbers?|answers?|data)"
    r"|the\s+(?:total|number|figure|count)\s+(?:has\s+|have\s+|had\s+)?(?:rose|risen|fell|fallen|went|gone|was|grew|doubled))\b"
    r"|(?:\w+\s+)?(?:answers|replies|responses)\b(?!\s+(?:were|are|was)\s+(?:not|wrong)))"
)
GOT_THEM = r"(?:received|got|had|obtained)\s+(?:them|it|these|one)(?:\s+back)?"
"""Behind forces that were asked for something: "and received them from 12"."""
_GOT_THEM_FROM, _SO_MANY_FORCES = (
    compiled(
        rf"\b(?:{GOT_THEM}|heard\s+(?:back\s+)?with\s+(?:\w+\s+)?(?:figures|numbers|data))"
        r"\s+from\s+(?:only\s+|just\s+|all\s+)?$"
    ),
    compiled(r"\s*(?:[.,;:)]|$|(?:of\s+(?:them|these|those|the)|and|but)\b)"),
)
# "Those with numbers in both years: that's ten", "the total for all 11"
_THOSE_WITH_BOTH = compiled(
    r"\bboth\s+(?:years|ends|times|figures)(?:,|\s[–—-]|[:.])?\s+(?:and\s+)?(?:that[’']?s|that\s+is|that\s+was"
    r"|that\s+leaves|these\s+are|those\s+are|there\s+are|there\s+were)\s+(?:(?:just|only)\s+)?$"
)
_FOR_ALL, _DO = (
    compiled(r"\b(?:in|among|across|for|from|of)\s+all\s+$"),
    compiled(
        r"\s+(?:of\s+them\s+)?(?:has|have|had|is|was|came|rose|fell|went|recorded|together)\b"
    ),
)
_BY_THE = compiled(r"\b(?:by|across|in|among|from|for)\s+(?:the|those|these)\s+$")
_ALL = compiled(r"\ball\s+$")  # "20,718 in all 39"
_THERE_WERE, _NO_MORE = (
    compiled(r"^\W*there\s+(?:were|are)\s+(?:just\s+|only\s+)?$"),
    compiled(r"\s*(?:[.,;)]|$)"),
)
# "No two forces count alike", "we don't compare two forces"
_OF_ANY = compiled(
    r"(?:\b(?:no|any)|(?:\b(?:never|not)|n[’']t)\s+(?:set|put|hold|read|compare|rank))\s+\Z"
)
_ONE_DID = compiled(
    r"\s+(?:\w+\s+)?force\s+(?:did|has|had|gave|failed|refused|replied|declined|said)\b"
)
_FORCES_BEFORE = compiled(
    r"\b(?:forces|constabularies|(?:all\s+)?(?:\d+|ten|eleven|twelve|\w+teen|\w+ty)\s+(?:that|which|who)\s+(?:replied|answered|responded)"
    r"|(?:everyone|everybody|they\s+all)\s+(?:repl|answer|respond)\w*|(?:every|each|any|other|no)\s+force|the\s+force\b(?=[^.;]*\sof\s+the\s*$)|force\s+(?:is|was)\s+(?:one\s+of|among))\b"
)
GAVE_FIGURES = (
    r"\s+(?:of\s+(?:them|these|those|the\s+forces)\s+)?(?:with|(?:(?:that|which)\s+)?(?:also\s+)?"
    r"(?:have|had|gave|sent|supplied|provided|(?:could|can|were)\s+(?:also\s+)?(?:able\s+to\s+)?"
    r"(?:give|supply|provide|send))(?:\s+us)?)\s+(?:an?\s+)?(?:(?:comparable|full|usable|complete)\s+)?"
    r"(?:figures?|numbers?|data|one(?=\s+for\s+(?:both|(?:19|20)\d)))\s+(?:for|in)\s+"
)
"""Behind a number of forces, before a time: "29 of them with figures for", "11 that could give"."""
# "Among the 29 with figures for both years", "in the 24 with figures for 2018/19 and 2022/23"
_WITH_FIGURES = compiled(
    r"\s+(?:that|which)\s+(?:(?:gave|have|had|sent)\s+(?:one|them)\s+for\s+both"
    r"|(?:can|could|may)\s+be\s+compared)\b"
    rf"|(?:\s+in\s+(?-i:[A-Z])\w+(?:(?:,|,?\s+and)\s+(?-i:[A-Z])\w+)*)?{GAVE_FIGURES}(?:both|the\s+two|each|all|(?:19|20)\d\d|last\s+year|the\s+(?:latest|year))\b"
    r"|\s+with\s+both\s+(?:figures|numbers|years)\b"
    r"|\s+with\s+(?:two|both)\s+years(?:[’']|\s+of|\s+worth\s+of)\s+(?:\w+\s+)?(?:data|figures|numbers|returns|statistics)\b"
    r"|\s+(?:with|(?:that|which)\s+(?:also\s+)?gave)\s+(?:19|20)\d\d[/–-]\d\d\s+(?:as\s+well|too)\b"
)
_OUT_OF, _ASKED = (
    compiled(r"\b(?:of|than|to|from|among)\s+(?:the\s+)?$"),
    compiled(
        rf"\s+(?:(?:(?:that|which)\s+)?(?:were|had\s+been|it|we|they|(?:the\s+)?(?-i:[A-Z])[\w’'-]+(?:\s+(?-i:[A-Z])[\w’'-]+){{0,3}}|the\s+(?:charity|trust|foundation|paper|campaign))\s+)?(?:{ASKED}|invited"
        r"|sent\s+(?:the\s+|a\s+)?(?:requests?|questions?|questionnaires?|letters?))\b"
    ),
)
_WERE_ASKED = compiled(rf"\s+(?:were|had\s+been|having\s+been|being)\s+{ASKED}\b")
# "It had written to 22."
_ASKED_OF = compiled(
    rf"\b(?:{ASKED}|asking|approaching|contacting|quizzing|writing\s+to|tried"
    r"|(?:request(?:ed|ing)|sought|seeking|obtained|wanted)\s+(?:[\w’'-]+\s+){0,4}?(?:figures|data|numbers|records|information|statistics)\s+(?:[\w’'-]+\s+){0,4}?from"
    r"|(?:put|sen[dt]|addressed)\s+(?:[\w’'-]+\s+){0,3}?(?:questions?|requests?|questionnaires?|letters?)\s+to)\s+"
    r"(?:just\s+|only\s+|all\s+)?$"
)
# "We requested data from 15. Twelve sent a total."
_SO_MANY_NEXT = compiled(
    rf"(?:\s+(?:in|across|throughout|from)\s+(?:the\s+)?(?-i:[A-Z])\w+(?:\s+and\s+(?-i:[A-Z])\w+)?)?"
    rf"(?:\s*[.;,:–—-]|(?=\s+(?:and|but)\b))\s+(?:(?:and|but|only|just)\s+)*{NUMBER}(?:\s+forces)?"
)
MOST_FORCES = 60
"""So many forces there are at the most: "the 1,000 in the survey" are people."""
# "Ranks third of the 12", "the largest of the 12 in the survey"
_RANKS_OF = compiled(
    r"\b(?:rank(?:s|ed)?|comes?|came|plac(?:es|ed)|stands?|stood|is|was|finish(?:es|ed))"
    r"\s+(?:only\s+|just\s+|now\s+|joint\s+|in\s+)*(?:first|second|third|\w+th)\s+"
    r"(?:place\s+)?(?:out\s+)?of\s+(?:the\s+)?$"
)
# "The forces that gave figures, 12 in all", "the forces that answered – 12 of them – recorded"
_FORCES_THAT, _IN_ALL = (
    compiled(
        r"\b(?:forces|constabularies|those)\s+(?:[^.;:,\d]{0,40}?\s)?(?:that|which|who)\s+"
        r"(?:(?:did|ha(?:d|ve)|can|could|were\s+able\s+to)\s+)?"
        r"(?:answer|repl|respond|compl|g[ai]ve|sen[dt]|suppl|provid|disclos|return|did\b|took\s+part"
        r"|(?:can|could)\s+be\s+compared)"
        r"(?:[^.;:,\d]|\d{4}[/–-]\d\d){0,40}(?:,\s+|\s[–—-]\s+|\s\()$"
    ),
    compiled(r"\s+(?:in\s+(?:all|total|number)\b|of\s+them(?=\s*[,)]|\s[–—-]))"),
)
_EVERY_FORCE = compiled(
    r"\b(?:every|each)\s+(?:police\s+)?force\b[^.;:\d]{0,40}(?:,\s+|\s[–—-]\s+|\s\()$"
)
# "Figures were provided by nine"
_PROVIDED_BY = compiled(
    r"\b(?:provided|supplied|given|sent|answered|returned|disclosed)\s+by\s+(?:only\s+|just\s+)?$"
)
# "Provided by 12 forces in England out of 15"
FORCES_OUT_OF = compiled(
    r"\b(?:forces|constabularies)(?:\s+(?:in|across|from)\s+[A-Z]\w+(?:(?:,|\s+and)\s+[A-Z]\w+)*)?,?\s+"
    r"out\s+of\s+(?:(?:a\s+(?:possible\s+)?total\s+of|a\s+possible|the|all)\s+)?$"
)
# "The total rests on six"
_RESTS_ON = compiled(
    r"\b(?:total|sum|figure|number|count)s?\s+(?:(?:is|are|was)\s+)?(?:rests?|based|built|depends?|relies)\s+(?:up)?on\s+"
    r"(?:(?:just|only|the)\s+)*$"
)
_THE_OTHER, _RECORDED = (
    compiled(r"\b(?:(?:the|all)\s+(?:other|rest,?)|all)\s+$"),
    compiled(r"\s+recorded\b"),
)

# "Four more forces were asked, 13 in all"
_WERE_ASKED_BEFORE, ALTOGETHER = (
    compiled(rf"\b(?:forces|constabularies)\s+(?:were|had\s+been)\s+{ASKED},\s+(?:making\s+)?$"),
    compiled(r"\s+(?:altogether|in\s+(?:all|total)|all\s+told)\b"),
)
# "Of the twelve, nine replied"
_OF_THOSE, _SOME_REPLIED = (
    compiled(r"\b(?:of|from|out\s+of)\s+(?:the|these|those)\s+$"),
    compiled(
        rf",\s+(?:only\s+|just\s+)?{NUMBER}\s+(?:replied|answered|responded|complied|gave|sent|supplied|provided)\b"
    ),
)
THOSE_FORCES, _RECORDED_SO_MANY = (
    compiled(r"\b(?:(?:those|these)(?:\s+same)?|the\s+same|between\s+them,?\s+the)\s+$"),
    compiled(rf"\s+{CAME_TO}\s+(?:[^.;:,\d\s]+\s+){{0,4}}?{NUMBER}\b"),
)


# "101 fewer than the same forces had", "with both years, 870 more offences"
_MORE_THAN = compiled(
    r"\s+(?:(?:more|fewer|less)\s+than\b|(?:more|fewer|extra|additional)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:offences|crimes|cases)\b)"
)


# "Up a quarter on the 1,754 those forces recorded a year earlier"
_THOSE_RECORDED = compiled(
    r"\s+(?:that\s+)?(?:those|these|the|the\s+same)\s+(?:same\s+)?(?:\w+\s+)?forces\s+(?:(?:had|together|between\s+them)\s+)*"
    r"(?:recorded|logged|reported|counted|registered|had)\b"
)
# "In 192 of the 600 offences across the five where one was identified"
_OFFENCES_ACROSS, _WHERE = (
    compiled(r"\b(?:offences|crimes|cases)\s+across\s+(?:(?:all|the|those|these)\s+)+$"),
    compiled(r"\s+(?:where|in\s+which|for\s+which)\b"),
)
# "We had asked eleven in England and Wales"
_IN_PLACES = compiled(
    r"\s+(?:in|across|throughout)\s+(?:the\s+)?(?-i:[A-Z])[\w’'-]*(?:(?:,|,?\s+and)?\s+(?-i:[A-Z])[\w’'-]*)*\s*(?=[.,;:)]|$|for\s+(?:\w+\s+)?(?:figures|data|numbers|totals)\b)"
)
# What stands before and behind a number that is of forces, whatever else the sentence speaks of
_OF_FORCES_BETWEEN = (
    *((_FORCES_THAT, _IN_ALL), (_EVERY_FORCE, _IN_ALL)),
    (_OFFENCES_ACROSS, _WHERE),
)
# The same, where the sentence or the one before it speaks of forces
_MAY_BE_BETWEEN = (
    *((_THE_OTHER, _RECORDED), (_BY_THE, _NO_MORE), (_PROVIDED_BY, _NO_MORE)),
    *((_THERE_WERE, _NO_MORE), (_ALL, _NO_MORE), (_OUT_OF, _ASKED), (FORCES_OUT_OF, _NO_MORE)),
    *(
        (_ASKED_OF, _NO_MORE),
        (_ASKED_OF, _SO_MANY_NEXT),
        (_ASKED_OF, _IN_PLACES),
        (_FOR_ALL, _DO),
        (_GOT_THEM_FROM, _SO_MANY_FORCES),
    ),
    *((_WERE_ASKED_BEFORE, ALTOGETHER), (_OF_THOSE, _SOME_REPLIED)),
    *((_CAME_FROM, _SO_MANY_FORCES), (_RESTS_ON, _NO_MORE)),
)
_MAY_BE_FOLLOWED_BY = (_WERE_ASKED, _ANSWERED, REPLIED, GAVE_NONE, COULD_NOT)


def forces(here: Context) -> Candidate | None:
    """A number of forces: "44 police forces", "of the 44 forces asked, 31 gave figures"."""
    if here.follows(_MORE_THAN) or here.follows(_THOSE_RECORDED):
        return None
    is_one = here.number.in_words and here.number.value == 1 and here.follows(FORCES)
    if is_one and not here.follows(_ONE_DID):
        return here.found("exempt", word="one of any")  # "one force is not worse than another"
    if here.number.value == 2 and here.precedes(_OF_ANY) and here.follows(FORCES):
        return here.found("exempt", word="one of any")  # "no two forces count alike"
    if _is_of_forces(here):
        return here.found("forces")
    is_few = here.number.value < MOST_FORCES
    if here.precedes(_RANKS_OF) or (is_few and _may_be_of_forces(here)):
        return here.found("maybe_forces")
    return None


def _is_of_forces(here: Context) -> bool:
    """Whether forces are named behind a number, or words stand beside it that count only them."""
    named = here.follows(FORCES)
    if named and not here.has_number_within(named.end()):
        return True
    if here.follows(REPLIES_FROM_FORCES):
        return True
    if not named and here.follows(_WITH_FIGURES):
        return True
    if here.number.value < MOST_FORCES and forces_counted(here.passage, *here.span):
        return True
    return _is_between(here, _OF_FORCES_BETWEEN)


def _may_be_of_forces(here: Context) -> bool:
    """Whether a number counts who asked or answered, and forces were spoken of: "40 replied"."""
    counts_answers = (
        _is_between(here, _MAY_BE_BETWEEN)
        or any(here.follows(each) for each in _MAY_BE_FOLLOWED_BY)
        or (here.follows(GAVE_NONE_FOR_A_REASON) and not _is_one_of_two(here))
        or here.precedes(_FIGURES_FROM)
        or here.precedes(_THOSE_WITH_BOTH)
        or _is_without_reply(here)
    )
    if points_to_forces(here):
        return True
    if here.precedes(THOSE_FORCES) and here.follows(_RECORDED_SO_MANY):  # named anywhere before
        return bool(_FORCES_BEFORE.search(here.passage.text, 0, here.number.start))
    return bool(counts_answers) and _speaks_of_forces(here)


def _is_one_of_two(here: Context) -> bool:
    """Whether it is one force beside another that did the same: "one was late; so was …"."""
    return here.number.value == 1 and here.follows(_SO_DID_ANOTHER) is not None


def _is_between(here: Context, pairs: Iterable[tuple[re.Pattern[str], re.Pattern[str]]]) -> bool:
    return any(here.precedes(before) and here.follows(after) for before, after in pairs)


def _speaks_of_forces(here: Context) -> bool:
    """Whether the sentence of a number or the one before it names forces."""
    text, at = here.passage.text, here.number.start
    if here.precedes(_FOR_ALL):  # of those of its paragraph, however far back
        return bool(_FORCES_BEFORE.search(text, here.passage.line_start(at), at))
    many = _SO_MANY_NEXT.match(text, here.number.end) if here.precedes(_ASKED_OF) else None
    if many and REPLIED.match(text, many.end()):
        return True
    return bool(_FORCES_BEFORE.search(words_before(text, at)))


def _is_without_reply(here: Context) -> bool:
    """Whether a number is of all the forces that did not answer: "Another three did not reply"."""
    if is_rest_without_reply(here.passage, *here.span):
        return True
    is_others_too = _OTHERS_TOO.search(here.passage.sentence(here.number.start))
    return bool(here.follows(NO_REPLY) and not is_others_too)


def is_rest_without_reply(passage: Passage, start: int, end: int) -> bool:
    """Whether a number is of the forces beside those that replied: "… and three did not"."""
    return bool(
        _BUT_NOT.match(passage.after(end)) and _FORCES_DID.search(words_before(passage.text, start))
    )
