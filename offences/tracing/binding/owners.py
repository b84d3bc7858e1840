"""Whose a number is by the words beside a body: "the force’s 23% rise", "her own force"."""

import re
from collections.abc import Sequence

from offences.tracing.binding.bodies import AREA, Bodies, Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import Scene
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.numbers_of_forces import LATE, REFUSED
from offences.tracing.finding.vocabulary import CHANGE_NOUN, YEAR, compiled, words_before

_OWNS = compiled(
    r"(?:(?<!s)[’']s\s+|(?<=s)[’']s?\s+)"
    # "Without Kent's reduction of 64"
    rf"(?:(?:[\w-]+\s+)?(?:{CHANGE_NOUN}|total|number|figure|count|tally)\s+of\s+(?:(?:just|only|some|about)\s+)*)?"
)


def owner(scene: Scene, figure: Candidate) -> Mention[Body] | None:
    """The body whose number stands right behind it: "the force’s 23% rise came as England’s …"."""
    named = within(scene.bodies, (0, figure.start))
    is_its_own = named and _OWNS.fullmatch(scene.passage.text, named[-1].end, figure.start)
    return named[-1] if is_its_own else None


# "62% more than the force recorded in 2016/17"
_RECORDED_THEN = (
    r"(?:[’']d)?\s+(?:had\s+)?"
    rf"(?:recorded|logged|saw|seen|had|registered|reported|received|dealt\s+with)\s+(?:(?:back\s+)?(?:in|for|during)\s+(?:{YEAR}|the\s+(?:previous\s+)?year\b)"
    rf"|(?:the\s+year|a\s+year|{NUMBER}\s+years)\s+(?:before|earlier|ago)\b|(?:the\s+previous|last)\s+year\b)"
)
_IN_THE_PAST = compiled(_RECORDED_THEN)


def is_its_own_past(scene: Scene, mention: Mention[Body], page: Body) -> bool:
    """Whether a force is one's own in another year: "more than the force recorded in 2016/17".

    A force by its name is that, where the words before it name the same or none but the page's.
    """
    text = scene.passage.text
    if not _IN_THE_PAST.match(text, mention.end):
        return False
    start, _ = scene.passage.with_sentence_before(mention.start)
    named = {id(m.slot) for m in within(scene.bodies, (start, mention.start))} or {id(page)}
    return named == {id(mention.slot)}


_OWN_FORCE = compiled(rf"(?:his|her|their)\s+own\s+(?:{AREA}|patch)")


def whose_own(scene: Scene, own: Mention[Body], whole: Body) -> Mention[Body] | None:
    """The force of somebody named before: "Ann Hall (Kent) said her own force had 228"."""
    if not _OWN_FORCE.fullmatch(scene.passage.text, own.start, own.end):
        return None
    start, _ = scene.passage.sentence_bounds(own.start)
    named = within(scene.bodies, (start, own.start))
    forces = [m for m in named if m.slot.evidence and m.slot is not whole]
    return forces[-1] if forces else None


# "Ours among them", "It went up by 45, and ours did not."
_WITHOUT_A_NUMBER = compiled(
    r"\s+(?:among\s+(?:them|these)|included)(?=\s*(?:[.,;:!?)]|$))"
    r"|\s+(?:did|does|do|has|have|had|is|are|was|were)(?:\s+not|n[’']t)?(?:\s+(?:too|so|either))?(?=\s*(?:[.,;:!?)]|$))"
)
# "Thirteen is the commonest, it is for the UK as well."
_IT_IS = compiled(r",\s+(?:(?:and|as)\s+)?it\s+(?:is|was)\s+(?:(?:for|in|across)\s+(?:the\s+)?)?\Z")
_AS_WELL = compiled(r"\s+(?:as\s+well|too)(?=\s*[.;!?])")


# "One sent its answer late (Kent), another refused (Devon)"
_DID_NOT_ANSWER = compiled(
    rf"(?:{LATE}|{REFUSED}|\b(?:did|could|would|had|have)(?:\s+not|n[’']t)\b)[^.;:()\d]{{0,40}}\((?:the\s+)?\Z"
)


def has_no_number(mention: Mention[Body], text: str) -> bool:
    """Whether the words beside a body leave it without a number: "Kent among them"."""
    is_alone = text.startswith(")", mention.end)
    if is_alone and _DID_NOT_ANSWER.search(words_before(text, mention.start)):
        return True
    if _AS_WELL.match(text, mention.end) and _IT_IS.search(words_before(text, mention.start)):
        return True
    return bool(_WITHOUT_A_NUMBER.match(text, mention.end))


# "Close to the national share of 82%": a number of its own, with which another is compared
_CLOSE_TO = compiled(
    r"\b(?:(?:close[rd]?|near(?:er)?|similar|identical|equal|next)\s+to|in\s+(?:line|step)\s+with|compar\w+\s+(?:with|to)|set\s+against"
    r"|against|versus|vs\.?|than|above|below|over|under|beside|alongside|match(?:es|ing)|mirror(?:s|ing)|near|off|from|level\s+with)\s+(?:the\s+)?\Z"
)
_ITS_NUMBER = compiled(
    r"(?:[’']s?)?\s+(?:(?:own\s+)?(?:figure|share|average|rate|proportion|percentage|total|number|one)\s+)?(?:of\s+)?"
    rf"(?:(?:just|only|about|some|around)\s+)?{NUMBER}"
)


def is_measure(scene: Scene, mention: Mention[Body], figure: Candidate) -> bool:
    """Whether a body has another number of its own, with which this one is compared."""
    text = scene.passage.text
    if not _ITS_NUMBER.match(text, mention.end):
        return False
    if not _CLOSE_TO.search(words_before(text, mention.start)):
        return False
    own = scene.figures_in(mention.end, scene.passage.sentence_bounds(mention.end)[1])
    return bool(own) and own[0].start != figure.start


WITH_PREPOSITION = compiled(
    r"(?:across|in|on|throughout|around|over|nation(?:al|wide)\w*|countrywide|regionally|locally|elsewhere)\b"
)
_AND, _AND_IN = (
    compiled(r",\s+(?:and|but|though)\s+\Z"),
    compiled(r",\s+(?:and|but|though)\s+(?:in|across|for|throughout)\s+(?:the\s+)?\Z"),
)
# "It's a rise of 10 per cent, where Kent's own is 15"
_WHERE = compiled(r",\s+(?:where|while|whereas|when)\s+(?:the\s+)?\Z")
_ITS_OWN = compiled(r"(?<=[\w’'])(?:[’']s?)?\s+own\b")


def opens_a_clause(scene: Scene, mention: Mention[Body], figure: Candidate) -> bool:
    """Whether a body opens a clause with its own number: "22%, and in Wales it was 20%"."""
    text, (_, end) = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    is_adverb = WITH_PREPOSITION.match(text, mention.start)
    is_own = _ITS_OWN.match(text, mention.end)
    is_next = (
        _AND_IN.search(text, figure.end, mention.start)
        or (is_adverb and _AND.search(text, figure.end, mention.start))
        or (is_own and _WHERE.search(text, figure.end, mention.start))
    )
    return bool(is_next and scene.figures_in(mention.end, end))


_BOTH = compiled(r"\bboth\s+(?:(?:in|for|across)\s+)?(?:the\s+)?\Z")


def are_both(scene: Scene, group: Sequence[Mention[Body]]) -> bool:
    """Whether each of two bodies is meant by itself: "12 per cent both in Kent and nationally"."""
    return len(group) == 2 and bool(_BOTH.search(scene.passage.before(group[0].start)))


_OF_THE = compiled(r"\s+(?:out\s+)?of\s+(?:(?:all|the|its|those|these)\s+)*")


def sharing_body(scene: Scene, figure: Candidate) -> Candidate | None:
    """The whole of a part, of the same body: "22 of the 337 recorded by all forces"."""
    text, (_, end) = scene.passage.text, scene.passage.sentence_bounds(figure.start)
    following = scene.figures_in(figure.end, end)[:1]
    is_whole = _OF_THE.fullmatch(text, figure.end, following[0].start)
    return following[0] if is_whole else None


# "Up 859 since 2017/18: police in Kent recorded 1,346"
_OPENS_WITH_CHANGE, _THEN_BODY = (
    compiled(
        r"\A[\s•–—*-]*(?:(?:up|down)|(?:(?:an?\s+)?(?:[\w-]+\s+)?(?:rise|increase|jump|fall|drop|decrease)s?\s+of))"
        r"\s+(?:(?:by|some|about|nearly|almost|more\s+than|over)\s+)*\Z"
    ),
    compiled(r"[^.;:\n]{0,60}:\s+(?:[\w’'-]+\s+){0,3}?"),
)


def is_headed(scene: Scene, figure: Candidate, mention: Mention[Body]) -> bool:
    """Whether a change opens a line that names its body behind a colon: "Up 859: Kent had"."""
    text = scene.passage.text
    is_opening = _OPENS_WITH_CHANGE.search(text[scene.zones(figure).sentence[0] : figure.start])
    return bool(is_opening and _THEN_BODY.fullmatch(text, figure.end, mention.start))


def named_with_us(scene: Scene, own: Mention[Body] | None) -> Mention[Body] | None:
    """The body that "we" stand for: one named before it, "across England we recorded 8,224"."""
    if own is None:
        return None
    start, _ = scene.passage.sentence_bounds(own.start)
    named = within(scene.bodies, (start, own.start))
    is_apart = not named or scene.figures_in(named[-1].end, own.start)
    return own if is_apart else named[-1]


_WE = compiled(
    r"\bwe(?:[’'](?:ve|re|d))?\s+(?:\w+\s+)?(?:had|have|recorded|record|logged|dealt|saw|seen|counted|received|took)\b|\bour\s+(?:\w+\s+)?(?:officers|force|patch|area|county|region|figures?|numbers?|records|total|teams?|streets|books)\b"
)
# "… offences," said a spokesman for Kent Police; not what others said after Kent Police had
_SAID_BY = compiled(
    r"(?P<quote>[^“\"”\n]*)[”\"]\s+(?=[^.;“\"\n]*\b(?:said|says|added|adds|told|explained|admitted)\b)"
    r"(?=[^.;“\"\n]*\b(?:police|constabulary|force|constable|superintendent|inspector|sergeant|det|detective"
    r"|officers?|commander)\b)"
    r"(?:(?!\b(?:after|as|about|whose|when|while|because)\b)(?:[^.;“\"\n]|(?<=\b[A-Z])\.))*"
)
# An officer of no force that is named
_OFFICER = compiled(
    r"\b(?:detectives?|det|constable|superintendent|inspector|sergeant|commander|officers?|(?:the|a)\s+force)\b"
)


def speaker(scene: Scene, held: Bodies, figure: Candidate) -> Mention[Body] | None:
    """The force that speaks of itself: "We had 107," said an officer of Kent Police."""
    text = scene.passage.text
    start = max(text.rfind(mark, 0, figure.start) for mark in '“"') + 1
    said = _SAID_BY.match(text, figure.end) if start else None
    if not said or not _WE.search(text, start, said.end("quote")):
        return None
    named = within(scene.bodies, (said.end("quote"), said.end()))
    forces = (m for m in named if m.slot is not held.whole)
    return next(forces, named[0] if named else _of_the_page(scene, held, said))


def _of_the_page(scene: Scene, held: Bodies, said: re.Match[str]) -> Mention[Body] | None:
    """The force named last, else that of the page, for an officer of none that is named."""
    page, (start, end) = held.of_the_page, (said.end("quote"), said.end())
    officer = _OFFICER.search(said.string, start, end)
    if not officer:
        return None
    before = [m for m in within(scene.bodies, (0, start)) if held.is_named(m, said.string)]
    body = before[-1].slot if before else page
    return Mention(*officer.span(), body)
