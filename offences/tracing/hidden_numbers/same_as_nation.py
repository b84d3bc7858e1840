"""The nation's share said to be that of the force: "England had 8%. Dunmarsh is in line".

With the released total, the share of a hidden part in the nation then gives its number.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.candidates import SHARES
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own, own_hidden
from offences.tracing.hidden_numbers.phrases import Span

_BACK = 2
"""So many sentences before, the part or the nation may be named."""


def same_as_nation(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words by which a hidden part has the nation's share in the force."""
    text, passage, scene = gated.passage.text, gated.passage, gated.binder.scene
    for found in (m for p in (_OURS_IS_SO, _THEIRS_IS_OURS) for m in p.finditer(text)):
        bounds = passage.sentence_bounds(found.start())
        near = _with_sentences_before(gated, bounds)
        bodies = [m.slot.name for m in within(scene.bodies, near)]
        is_of_nation = any(not names_own([each], forces) for each in bodies)
        if not is_of_nation or not _NUMBER.search(text, *near):
            continue
        if found.re is _OURS_IS_SO and not _is_ours(gated, forces, found.span("who")):
            continue
        hidden = own_hidden(forces, within(scene.categories, near))
        if hidden:
            yield *found.span(), names_of(hidden[0])
    yield from _shares_of_that(gated, forces)


def _shares_of_that(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The force's share of the nation's number of a part, which the sentence before gives."""
    passage, scene = gated.passage, gated.binder.scene
    for share in (c for c in gated.candidates if c.kind in SHARES):
        start, end = passage.sentence_bounds(share.start)
        if not (start and _OF_THAT.match(passage.text, share.end, end)):
            continue
        before = passage.bounds_before(start)
        own = [m.slot.name for m in within(scene.bodies, (start, end))]
        others = [m.slot.name for m in within(scene.bodies, before)]
        is_of_nation = any(not names_own([each], forces) for each in others)
        if not (names_own(own, forces) and is_of_nation and _NUMBER.search(passage.text, *before)):
            continue
        if hidden := own_hidden(forces, within(scene.categories, before)):
            yield share.start, share.end, names_of(hidden[0])


def _with_sentences_before(gated: GatedText, bounds: Span) -> Span:
    first, last = bounds
    for _ in range(_BACK):
        first = gated.passage.with_sentence_before(first)[0]
    return first, last


def _is_ours(gated: GatedText, forces: Forces, who: Span) -> bool:
    """Whether those spoken of are the force: by its name, or as the force or its share."""
    bodies = [m.slot.name for m in within(gated.binder.scene.bodies, who)]
    is_of_force = _OF_THE_FORCE.search(gated.passage.text, *who) is not None
    return names_own(bodies, forces) or (not bodies and is_of_force)


_NUMBER = compiled(r"\d")
_OF_THAT = compiled(
    r"\s+of\s+(?:that|this|it|them|those|these|the)(?:\s+(?:total|number|figure|count|tally|lot|cases|offences|crimes))?(?=\s*(?:[.,;:!?)]|\Z)|\s+(?:and|but|came|was|were|is|are|belong\w*|fell|lay|stem\w*|happen\w*|took|had|in|from|by|at)\b)"
)
_OF_THE_FORCE = compiled(
    r"\b(?:force|it|its|ours?|which|here|local\w*|picture|pattern|share|that|constabulary)\b"
)
_NATION = r"(?:England|Wales|Scotland|Britain|the\s+(?:nation|country|UK|national|English))"
_LEVEL = (
    r"(?:in\s+line|on\s+par|on\s+(?:a\s+)?level|(?:bang\s+|right\s+|exactly\s+|just\s+)?(?:on|about|at|near)\s+(?:the\s+)?(?:average|mean|norm)|(?:right|bang|exactly)\s+on\s+(?:it|that)"
    r"|(?:typical|average|representative|no\s+(?:different|exception|outlier)|similar|identical|alike|likewise)|an?\s+(?:\w+\s+)?(?:average|typical)\s+(?:force|area|one)"
    r"|(?:much\s+|exactly\s+|just\s+)?the\s+same(?!\s+(?:rule|reason|way|law|policy|app|age|year|period|time|table|page|day|week|month)|\s+for\s+(?:boys|girls|both|all|every|each)\b))"
)
_OURS_IS_SO = compiled(
    r"(?P<who>(?:\b(?-i:[A-Z])\w+(?:\s+(?-i:Police))?(?:[’']s)?(?:\s+(?:picture|pattern|share|figure|position))?|\bthe\s+force(?:[’']s)?(?:\s+(?:picture|pattern|share|figure|position))?|\b(?:its|our|the|the\s+(?-i:[A-Z])\w+|the\s+local)\s+(?:picture|pattern|share|position)|\bit|\bours|\bhere|\bwhich)(?:,\s+(?:which|who)\s[^,.;]{1,60},)?)\s+"
    rf"(?:(?:is|was|sits|lies|runs|comes\s+out|comes|looks|has)\s+(?:\w+ly\s+)?{_LEVEL}"
    rf"|(?:mirror|reflect|track|match|echo|follow|share|copie|copy)(?:s|es|ed)?\s+(?:{_NATION}|that|it|this|the\s+(?:trend|pattern|picture))\b"
    r"|(?:does\s+not|doesn[’']t|did\s+not)\s+(?:buck|differ|depart|stand\s+out|deviate)\b|goes\s+(?:against|with)\s+the\s+(?:grain|flow)"
    r"|(?:has|had|takes)\s+(?:its\s+(?:due|fair|usual)\s+(?:part|share)|that\s+(?:order|split|ratio|share)|every\s+\w+th)\b"
    rf"|(?:is|was|equals)\s+(?:that\s+of\s+)?{_NATION}(?:[’']s)?(?:\s+own)?\b(?=\s*[,.;:]))"
)
"""What says that the force is as the nation: "Dunmarsh is in line", "its share is England's"."""
_GUIDE = r"(?:guide|proxy|estimate|stand-in|measure|approximation|indication)"
_THEIRS_IS_OURS = compiled(
    rf"\b{_NATION}(?:[’']s)?\b[^.;]{{0,50}}?\s(?:(?:applies|apply|holds?|goes)(?:(?=\s*[.,;!])|\s+(?:here|too|as\s+well|equally|for\s+(?:the\s+force|us|it))\b)|(?:would|will|should|does)\s+(?:fit|do|serve|apply|hold|be\s+(?:about\s+|roughly\s+)?right)\b"
    rf"|(?:is|are|was|would\s+be|gives?|offers?|makes?|provides?)\s+an?\s+(?:[\w-]+\s+)?{_GUIDE}\b|(?:is|are)\s+(?:no\s+different|the\s+force[’']s|ours)\b|has\s+the\s+same\b(?!\s+(?:rule|reason|law|policy)))"
    rf"|\bEngland\b[^.;]{{0,40}}?,\s+as\s+(?:has|had|does|did|is|was)\s+(?:the\s+force|ours)\b"
    rf"|\b(?:average|mean|norm)\s+of\s+(?:what\s+)?(?:the\s+)?forces\s+(?:such\s+as|like|that\s+include|including)\b"
)
"""What says that the nation's number is the force's: "England's 8% applies"."""
