"""Persons said to be those behind a hidden number: "Kik is withheld. It was a girl"."""

from collections.abc import Iterator

from offences.tracing.finding.numbers import NUMBER, numbers_in
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces
from offences.tracing.hidden_numbers.nouns import DECLINING


def persons_behind(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words that name persons for a hidden part, in its sentence or the next one."""
    text, passage = gated.passage.text, gated.passage
    for _, hiding, _ in forces:
        for mention in gated.binder.scene.categories:
            named = frozenset({mention.slot})
            if mention.slot.kind == "sex" or not hiding.touches(named):
                continue
            bounds = passage.sentence_bounds(mention.start)
            _, end = passage.with_sentence_after(mention.start)
            is_hidden = DECLINING.search(text, *bounds) or _MARK.search(text, *bounds)
            patterns = (_THEY_ARE, _SAID, _IN_MY) if is_hidden else (_OURS_IS,)
            for found in filter(None, (each.search(text, bounds[0], end) for each in patterns)):
                yield *found.span(), names_of(named)
        for row in _AGE_IS.finditer(text):
            ages = [n.value for n in numbers_in(row["age"])]
            hidden = [of for of in hiding.hidden for c in of if c.kind == "age" and c.low in ages]
            if hidden:
                yield *row.span(), names_of(hidden[0])


_CHILD = (
    r"(?:girls?|boys?|lads?|lass(?:es)?|sisters?|brothers?|siblings?|twins?|sons?|daughters?|nieces?|nephews?"
    r"|grand(?:sons?|daughters?))\b(?![’'-])"
)
_A_CHILD = (
    rf"(?:(?:an?|the|both|two|three|four|our|my|his|her|their|that)\s+)?(?:[\w’'-]+\s+)?{_CHILD}"
)
_IS = (
    r"(?:[’'](?:s|re)|\s+(?:is|are|was|were|had\s+been))\s+(?:(?:only|just|all|both|actually)\s+)?"
)
_MARK = compiled(
    r"\b(?:blanks?|stars?|asterisks?|dash(?:es)?|gaps?|rows?|lines?)\s+(?:for|beside|against|at|next\s+to|of)\b"
)
_THEY_ARE = compiled(
    rf"\b(?:it|that|this|they|those|these|the\s+(?:victims?|child(?:ren)?|number|case|one|two|reasons?)){_IS}{_A_CHILD}"
    rf"|\b(?:blanks?|stars?|asterisks?|dash(?:es)?|gaps?|rows?|lines?)\b[^.;:!?]{{0,40}}?{_IS}{_A_CHILD}"
)
"""Who they are: "It was a boy", "they are sisters", "the blank for nine is a girl"."""
_SAID = compiled(
    rf"(?:(?<=[.!?]\s)(?:an?|the|two|my|our)\s+{_CHILD}(?=\s*[,.!])|:\s+[\"“‘]?(?:an?|the|two|both)\s+(?:\w+\s+)?{_CHILD}(?=\s*[,.!]|\s*\Z))"
)
"""An answer that is but a person: "A girl, the inspector said"."""
_IN_MY = compiled(
    rf"\bI\s+(?:teach|taught|know|knew|met|coach)\s+(?:the|that|both|those|these)\s+(?:\w+\s+)?{_CHILD}"
    r"|\bboth\s+(?:of\s+them\s+)?(?:sit|are|live|go|come|were|is)\s+(?:in|at|to|from)\s+(?:my|our)\b"
)
_OURS_IS = compiled(
    rf"(?<=[.!?;,]\s)(?:(?:and|but)\s+)?(?:ours|here|locally|in\s+(?:the|our)\s+(?:town|county|city|village|area)){_IS}{_A_CHILD}"
    rf"|(?<=[.!?;,]\s)(?:and\s+|but\s+)?(?:here|locally|in\s+(?:the|our)\s+(?:town|county|city|village|area)),?\s+it{_IS}{_A_CHILD}"
)
"""The same beside a nation's number: "England had 53. Ours is a girl"."""
_AGE_IS = compiled(
    rf"(?:\A|(?<=[.!?;:,]\s)|\b(?:and|but)\s+)(?P<age>{NUMBER})(?:[’']s|\s+(?:is|was))\s+(?:(?:only|just)\s+)?{_A_CHILD}"
)
"""A row of a list of ages: "Ten was nine. Nine was twins"."""
