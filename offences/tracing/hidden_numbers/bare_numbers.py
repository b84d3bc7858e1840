"""A sentence that is a number and says of nothing else what it counts: "There were three"."""

import re
from collections.abc import Sequence

from offences.tracing.binding.bodies import Body
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.nouns import is_ours, is_thing
from offences.tracing.hidden_numbers.phrases import Span
from offences.tracing.hidden_numbers.scenes import speaks_of_data


def is_alone_in_its_sentence(
    passage: Passage, figure: Candidate, bodies: Sequence[Mention[Body]]
) -> bool:
    """Whether a number stands with a place and plain words alone: "Kent had three last year".

    Or behind a question on a place: "And Kent? Three". It counts offences then, unless the
    sentence before speaks of other things, or "one" of one.
    """
    first, last = passage.sentence_bounds(figure.start)
    if _HAS_SOME.search(passage.text, first, last) and not _PAST.search(passage.text, first, last):
        return False  # "Kent has one college and Devon has two"
    places = within(bodies, passage.with_sentence_before(first))
    taken = [(figure.start, figure.end), *((m.start, m.end) for m in places)]
    rest = _without(passage, (first, last), taken)
    if _I_HAVE.search(rest) or not all(map(PLAIN.fullmatch, WORD.findall(rest))):
        return False
    is_said = any(m.start >= first for m in places) or _VERB.search(rest) is not None
    if not is_said and places and (asked := passage.question(first)):
        words = WORD.findall(_without(passage, asked, taken))
        is_said = all(map(PLAIN.fullmatch, words))
    return is_said and not _is_of_what_was_named(passage, figure, first)


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
    asked = _HOW_MANY.search(before)
    is_of_things = asked is not None and not is_ours(asked["noun"])
    return is_of_things or any(map(is_thing, WORD.findall(before)))


def _before(passage: Passage, start: int) -> str:
    """The sentence before, of the same paragraph, unless it is of the data."""
    before = passage.text[slice(*passage.sentence_bounds(start - 1))] if start else ""
    return "" if "\n\n" in before or speaks_of_data(before) else before


def _is_of_what_was_named(passage: Passage, figure: Candidate, start: int) -> bool:
    """Whether the sentence before, of its paragraph, names what is counted."""
    if not (before := _before(passage, start)):
        return False
    is_one = _ONE.fullmatch(passage.text, figure.start, figure.end)
    own = passage.sentence(figure.start)
    has_things = _HAS_A.search(before) and _SO_HAS.match(own) and not _PAST.search(before + own)
    return bool(is_one or has_things) or names_things(passage, start)


WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NUMBER = compiled(NUMBER)
_ONE = compiled(r"one")
_HOW_MANY = compiled(r"\bhow\s+many\s+(?:\w+\s+)?(?P<noun>\w+)\b(?!\s+\w+s\b)")
_VERB = compiled(
    r"\b(?:was|were|had|has|have|saw|is|are|recorded|logged|counted|makes?|made|count|s|said|says)\b"
)
_PAST = compiled(
    r"\b(?:had|was|were|been|saw|seen|last|past|year|police|force|made|recorded|logged|counted)\b"
)
_OF_A_PLACE = (
    r"(?:ponds?|colleges?|schools?|parks?|bridges?|librar(?:y|ies)|church(?:es)?|museums?|pools?)"
)
_HAS_A = compiled(rf"\b(?:village|town|city|county)\s+has\s+an?\s+{_OF_A_PLACE}\b")
_SO_HAS = compiled(r"\W*(?!(?:it|there|that|this)\b)(?-i:[A-Z])\w+\s+has\b")
_HAS_SOME = compiled(
    rf"\bhas\s+{NUMBER}\s+{_OF_A_PLACE},?\s+(?:and|but|while)\s+(?-i:[A-Z])\w+\s+(?:has\s+)?{NUMBER}\b"
)
"""What a place has, so that the number behind it counts these."""
_I_HAVE = compiled(r"\bI(?:\s+have|[’']ve|\s+had)\b")
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
