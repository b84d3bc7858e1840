"""The sentences behind one that declines to give a number: "Kik is withheld. They agreed".

They may speak of the publisher, the rule, the figures, another body or part, or of what people
should do. Any other may say who it was or how many: "Both families agreed", "Count your thumbs".
"""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.declined import DECLINES
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own, own_hidden
from offences.tracing.hidden_numbers.next_sentences import may_follow, names_somebody
from offences.tracing.hidden_numbers.phrases import Span

_SO_FAR = 3
"""So many sentences behind a declining one may go on with it."""


def following_sentences(gated: GatedText, forces: Forces) -> Iterator[tuple[int, int, str]]:
    """Each first sentence behind a declining one that says what may be of the hidden part."""
    text, passage = gated.passage.text, gated.passage
    named = gated.binder.scene.categories
    for bounds in dict.fromkeys(passage.sentence_bounds(m.start) for m in named):
        hidden = own_hidden(forces, within(named, bounds))
        is_elsewhere = gated.is_of_another_named_before(bounds[0], forces)
        if not hidden or is_elsewhere or not DECLINES.search(text, *bounds):
            continue
        for start, end in _behind(gated, forces, bounds):
            words = text[start:end]
            figures = [gated.bound(c) for c in gated.candidates if c.start in range(start, end)]
            is_of_things = any(gated.counts_other_things(s) for s in figures if s.figure.value > 1)
            if not _is_allowed(words, is_of_things=is_of_things):
                first = start + len(words) - len(words.lstrip())
                yield first, first + len(words.strip()), names_of(hidden[0])
                break


def _behind(gated: GatedText, forces: Forces, bounds: Span) -> Iterator[Span]:
    """The next sentences of the paragraph, up to one with another part, body or number."""
    text, scene, end = gated.passage.text, gated.binder.scene, bounds[1]
    for _ in range(_SO_FAR):
        start = end
        if not text[start:].strip() or _PARAGRAPH.search(text, start - 2, start + 2):
            return
        _, end = gated.passage.sentence_bounds(start)
        parts = [m.slot for m in within(scene.categories, (start, end)) if m.slot.kind != "sex"]
        bodies = [m.slot.name for m in within(scene.bodies, (start, end))]
        others = [each for each in bodies if not names_own([each], forces)]
        if parts or others or _DIGITS_OR_SEXES.search(text, start, end):
            return
        yield start, end


def _is_allowed(words: str, *, is_of_things: bool) -> bool:
    is_open = is_of_things or DECLINES.search(words) or may_follow(words)
    return bool(is_open) and not names_somebody(words)


_PARAGRAPH = compiled(r"\n\s*\n")
_DIGITS_OR_SEXES = compiled(r"\d|\b(?:girls|boys)\b")
