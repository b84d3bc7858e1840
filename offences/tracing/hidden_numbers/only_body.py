"""A number of a sentence that names one body alone, and not the one that the text is about."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import chain

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import VALUES, Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.sayable import SayableCount
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.spans import is_taken
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.hidden import Forces, names_own
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.plain_sentences import COMPARES


def is_fact(statement: Statement, documents: Iterable[Evidence]) -> bool:
    """Whether a number is that of its part in some released facts, whatever its unit."""
    said = statement.figure.value, statement.categories
    return any((c.value, c.categories) == said for each in documents for c in each.counts)


def continues_a_list(scene: Scene, bounds: Span, forces: Forces) -> bool:
    """Whether a sentence names a part and a number alone, behind one of another body's numbers.

    The one before must name that body, a part and no more of ours, or go on with such a list; the
    one behind, none of ours but to say that it is not given.
    """
    passage = scene.passage
    if not bounds[0] or not within(scene.categories, bounds):
        return False
    before = _list_before(scene, bounds)
    after = bounds[1], passage.with_sentence_after(bounds[0])[1]
    named = _bodies(scene, before)
    if len(named) != 1 or not within(scene.categories, before):
        return False
    evidence = [each.evidence for each in named if each.evidence]
    counts = [c for each in evidence for c in each.counts]
    parts = {c.value for c in counts if c.categories}
    wholes = {c.value for c in counts if not c.categories and c.value}
    shares = {round(100 * n / whole) for n in parts for whole in wholes}
    parts_named = within(scene.categories, before)
    numbers = [
        n for n in passage.numbers_between(*before) if not is_taken((n.start, n.end), parts_named)
    ]
    are_its = all(n.value in parts | wholes | shares for n in numbers)
    are_of_us = names_own((m.slot.name for m in within(scene.bodies, after)), forces)
    rest, declines = DECLINES.subn(" ", passage.text[slice(*after)])
    are_of_us = are_of_us and (not declines or COMPARES.search(rest) is not None)
    is_of_us = are_of_us or any(
        quantities.SOME_OF_OURS.search(passage.text, *each) for each in (before, bounds, after)
    )
    is_short = _A_PART_AND_ITS_NUMBER.fullmatch(passage.text, *bounds)
    is_list = is_short or _is_a_list(scene, bounds, counts)
    return bool(numbers and are_its and is_list) and not is_of_us


def _list_before(scene: Scene, bounds: Span) -> Span:
    """The sentences before one, from the last that names a body, where each goes on with parts."""
    start = bounds[0]
    for _ in range(_FAR):
        before = scene.passage.sentence_bounds(start - 1)
        if within(scene.bodies, before) or not (before[0] and within(scene.categories, before)):
            return before[0], bounds[0]
        start = before[0]
    return start, bounds[0]


def _bodies(scene: Scene, bounds: Span) -> set[Body]:
    """The bodies that a sentence names, each once: "in the Scottish figures … the country"."""
    said = [m.slot for m in within(scene.bodies, bounds)]
    return set({id(b.evidence) if b.evidence else b.name: b for b in said}.values())


def _is_a_list(scene: Scene, bounds: Span, counts: Sequence[SayableCount]) -> bool:
    """Whether a sentence but gives each of its parts a number, or a share, of these.

    "Another 13 were six and 22 were seven", "Yubo was in seven per cent, or 42".
    """
    text, named = scene.passage.text, within(scene.categories, bounds)
    said = [frozenset({m.slot}) for m in named]
    own = [{c.value for c in counts if c.categories == of} for of in said]
    wholes = {c.value for c in counts if not c.categories and c.value}
    spans = [(m.start, m.end) for m in named]
    numbers = [
        n
        for n in scene.passage.numbers_between(*bounds)
        if not any(start <= n.start < end for start, end in spans)
    ]
    parts = {*chain.from_iterable(own)}
    shares = {round(Fraction(100 * n, whole)) for n in parts for whole in wholes}
    are_its = all(n.value in (shares if _PER_CENT.match(text, n.end) else parts) for n in numbers)
    rest = text[slice(*bounds)]
    for start, end in sorted((*spans, *((n.start, n.end) for n in numbers)), reverse=True):
        rest = f"{rest[: start - bounds[0]]} {rest[end - bounds[0] :]}"
    words = _WORD.findall(_AN_ASIDE.sub(" ", rest))
    is_plain = all(map(_PLAIN.fullmatch, words))
    return is_plain and are_its and len(numbers) >= len(said)


def is_of_the_only_body(statement: Statement, scene: Scene, forces: Forces) -> bool:
    """Whether it is the number that this body has of the part: "13 girls and 24 boys in Wales"."""
    passage, figure = scene.passage, statement.figure
    bounds = passage.sentence_bounds(figure.start)
    named = {mention.slot for mention in within(scene.bodies, bounds)}
    asked = None if named else passage.question(bounds[0])
    if asked:  # "How many in Wales were on Kik? It was 13"
        named = {mention.slot for mention in within(scene.bodies, asked)}
    goes_on = not (named or asked) and continues_a_list(scene, bounds, forces)
    if goes_on:  # "Kik was named in 13 cases in Wales. Yubo was named in 24"
        asked = bounds
        named = _bodies(scene, _list_before(scene, bounds))
    of_us = quantities.OURS.search(passage.text, *bounds)
    if of_us or len(named) != 1 or names_own((body.name for body in named), forces):
        return False
    evidence = [body.evidence for body in named if body.evidence]
    if not asked:
        return bool(statement.categories) and is_fact(statement, evidence)
    said = {m.slot for m in (*within(scene.categories, asked), *within(scene.categories, bounds))}
    counts = [c for each in evidence for c in each.counts]
    own = {c.value for c in counts if c.categories and c.categories <= said}
    if figure.kind == "percent":  # "or just under four per cent"
        wholes = {c.value for c in counts if not c.categories and c.value}
        shares = (Fraction(100 * n, whole) for n in own for whole in wholes)
        return any(abs(share - figure.value) < Fraction(1, 2) for share in shares)
    kinds = (*VALUES, "maybe_coverage", "exempt", *(["difference"] if goes_on else []))
    return figure.kind in kinds and figure.value in own


_FAR = 3
"""Over how many sentences a list may go on."""
_WORD = re.compile(r"[^\W\d_]+")
_PER_CENT = compiled(r"\s?(?:%|per\s+cent\b)")
_AN_ASIDE = compiled(r",\s+once\s+[^,.;\d]{1,30},")
_PLAIN = compiled(
    r"an?|another|further|and|then|next|or|about|were|was|is|are|had|has|have|against|of|those|aged|children|victims|offences|cases|crimes"
    r"|in|on|for|with|named|used|involved|given|recorded|followed|by|per|cent|the|figure|share|portion|part|slice|it|s"
    r"|about|around|roughly|nearly|almost|nearer|closer|to|just|under|over|made|up"
)
"""Words that say no more of a number than what it is of."""
_A_PART_AND_ITS_NUMBER = compiled(
    rf"\W*(?:(?:for|on)\s+)?(?-i:[A-Z])[\w’'-]*(?:\s+(?-i:[A-Z])[\w’'-]*)?,?\s+(?:(?:it|that|the\s+(?:figure|share|number))\s+)?(?:was|is)\s+"
    rf"(?:(?:named|used|involved|given|recorded)\s+in\s+)?(?:(?:about|just\s+(?:over|under))\s+)?{NUMBER}(?:\s?%|\s+per\s+cent)?\W*"
)
"""A sentence that goes on with a list: "Yubo was named in 24", "For Yubo it was six per cent"."""
