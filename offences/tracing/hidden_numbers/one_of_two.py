"""A reason of one hidden part alone: "Kik is hidden as it is small. Yubo's is not".

One part is hidden because its number is small, a second one so that nobody can subtract: which of
them is which narrows both numbers. A reason that is said of all of them gives nothing away.
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces


def reasons_of_one(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """The words that give one hidden part a small number, where another one is told from it."""
    text, passage = gated.passage.text, gated.passage
    for found in _IS_SMALL.finditer(text):
        bounds = first, last = passage.sentence_bounds(found.start())
        own = _hidden(gated, forces, bounds)
        after = passage.sentence_bounds(last) if text[last:].strip() else (last, last)
        others = _hidden(gated, forces, after) - own
        is_told = bool(others or _THE_OTHER.search(text, *after)) and not _TOO.search(text, *after)
        is_of_another = len(own) > 1 and (found["of"] or not _LISTED.search(text, *bounds))
        is_alone = _ALONE.search(text, first, found.start())
        if own and (is_told or is_of_another or is_alone):
            yield *found.span(), names_of(frozenset(own))


def _hidden(gated: GatedText, forces: Forces, bounds: tuple[int, int]) -> set[NamedCategory]:
    """The parts named in a sentence, where a hidden number is of them."""
    said = {m.slot for m in within(gated.binder.scene.categories, bounds)}
    of_own = (hiding for *_, hiding, is_own in forces if is_own)
    return {c for hiding in of_own for of in hiding.touched(said) for c in of}


_IS_SMALL = compiled(
    r"\b(?:because|since|as|for)\s+(?:(?:the|their|its|those|these)\s+|(?P<of>(?:the\s+)?[\w-]+(?:s[’']|[’']s)\s+))?"
    r"(?:(?:numbers?|counts?|figures?|totals?)\s+(?:is|are|was|were)|(?:it|they|these|those)\s+(?:is|are|was|were))\s+(?:so|too|very|rather)?\s*(?:small|low|tiny|few)\b"
    r"|\bbecause\s+of\s+(?:the|its|their|such)\s+(?:very\s+)?(?:low|small)\s+(?:number|count|figure)s?\b"
    r"|\b(?:saying|says?|said|explain\w*|add\w*)\s+(?:that\s+)?(?:these|those|they|it|both)\s+(?:is|are|was|were)\s+(?:so|too|very|rather)?\s*(?:small|low|tiny)\b"
)
_LISTED = compiled(r"\b(?:and|or|nor|both|neither)\b")
_ALONE = compiled(
    r"\b(?:just|only|alone|not)\b(?=[^.;]*\b(?:hidden|withheld|left\s+out|not\s+(?:given|shown|published)))"
)
_THE_OTHER = compiled(r"\bthe\s+others?\b|\bthat\s+(?:cannot|can[’']t)\s+be\s+said\b")
_TOO = compiled(
    r"\b(?:same|too|also|as\s+well|likewise|both|neither|nor|either|so\s+(?:is|are|was|were)|all|similarly)\b"
)
"""What says the same of the next part: "Yubo is hidden for the same reason"."""
