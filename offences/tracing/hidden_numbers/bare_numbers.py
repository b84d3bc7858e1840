"""A sentence that is a number and says of nothing else what it counts: "There were three"."""

import re
from collections.abc import Sequence

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import is_thing
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.scenes import speaks_of_data


def is_alone_in_its_sentence(
    passage: Passage, figure: Candidate, bodies: Sequence[Mention[Body]]
) -> bool:
    """Whether a number stands with a place and plain words alone: "Kent had three last year".

    Or behind a question on a place: "And Kent? Three". It counts offences then, unless the
    sentence before speaks of other things.
    """
    first, last = passage.sentence_bounds(figure.start)
    places = within(bodies, passage.with_sentence_before(first))
    taken = [(figure.start, figure.end), *((m.start, m.end) for m in places)]
    rest = _without(passage, (first, last), taken)
    if not all(map(PLAIN.fullmatch, WORD.findall(rest))):
        return False
    is_said = any(m.start >= first for m in places) or _VERB.search(rest) is not None
    if not is_said and places and (asked := passage.question(first)):
        words = WORD.findall(_without(passage, asked, taken))
        is_said = all(map(PLAIN.fullmatch, words))
    return is_said and not names_things(passage, first)


def _without(passage: Passage, bounds: Span, taken: Sequence[Span]) -> str:
    """A stretch of a text without its numbers and the places `taken`."""
    first, text = bounds[0], passage.text[slice(*bounds)]
    for start, end in taken:
        if start in range(first, bounds[1]):
            text = f"{text[: start - first]}{' ' * (end - start)}{text[end - first :]}"
    return _PLACE.sub(" ", _NUMBER.sub(" ", text))


def names_things(passage: Passage, start: int) -> bool:
    """Whether the sentence before, of its paragraph, names things that are counted, and no data."""
    before = _before(passage, start)
    return any(map(is_thing, WORD.findall(before)))


def _before(passage: Passage, start: int) -> str:
    """The sentence before, of the same paragraph, unless it is of the data."""
    before = passage.text[slice(*passage.sentence_bounds(start - 1))] if start else ""
    return "" if "\n\n" in before or speaks_of_data(before) else before


WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NUMBER = compiled(NUMBER)
_VERB = compiled(
    r"\b(?:was|were|had|has|have|saw|is|are|recorded|logged|counted|makes?|made|count|s|said|says)\b"
)
_PLACE = re.compile(
    r"(?:\b[A-Z][a-z]+ ){1,3}(?=(?:School|Street|Road|Lane|Primary|Academy|College)\b)"
)
PLAIN = compiled(
    r"there|an?|it|what|about|that|we|you|the|that[’']s|there[’']s|we[’']ve|was|were|is|are|had|has|have|been|saw|see|makes?|made"
    r"|recorded|logged|counted|force|police|area|county|town|village|school|street|road|lane|primary|academy|college|class|here|locally"
    r"|and|but|so|then|just|only|exactly|maybe|perhaps|around|still|now|all|in|at|for|of|on|to|my|our|ours|its|this|last|past|latest"
    r"|each|same|year|months|total|altogether|told|far|or|than|more|fewer|less|I|i|s|am|believe|think|count|know|hear|heard|say|says|said"
    r"|answer|number|figure|tally|sergeant|officer|inspector|constable|detective|superintendent|spokes\w+"
)
"""Words that say of no number what it counts."""
