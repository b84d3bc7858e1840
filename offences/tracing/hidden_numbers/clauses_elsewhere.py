"""The clauses of a sentence that give another body's released numbers, and nothing of ours."""

from collections.abc import Callable, Iterator, Sequence

from offences.tracing.binding.mentions import within
from offences.tracing.binding.statement import Statement
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.explained import names_of
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own, own_hidden
from offences.tracing.hidden_numbers.nouns import PERSON, SEVERAL
from offences.tracing.hidden_numbers.phrases import Span, clause_around


def clauses_elsewhere(gated: GatedText, forces: Forces, bounds: Span) -> Iterator[Span]:
    """Each clause of another body alone: "Kik is hidden, but there were 41 in England"."""
    yield from _clauses(gated, forces, bounds, GatedText.is_of_another_body)


type _OfAnother = Callable[[GatedText, Statement, Forces], bool]


def _clauses(
    gated: GatedText, forces: Forces, bounds: Span, is_of_another: _OfAnother
) -> Iterator[Span]:
    bodies, text = within(gated.binder.scene.bodies, bounds), gated.passage.text
    for clause in dict.fromkeys(clause_around(gated.passage, (m.start, m.end)) for m in bodies):
        if names_own((m.slot.name for m in within(bodies, clause)), forces):
            continue
        figures = [gated.bound(c) for c in gated.candidates if c.start in range(*clause)]
        are_others = all(is_of_another(gated, each, forces) for each in figures)
        if figures and are_others and not _OF_OURS_TOO.search(text, *clause):
            yield clause


def _is_released_elsewhere(gated: GatedText, statement: Statement, forces: Forces) -> bool:
    """Whether it is another body's, of any part: "Kik beat Yubo, and in England it was 41"."""
    evidence = [b.evidence for b in statement.bodies if b.evidence]
    released = {c.value for each in evidence for c in each.counts}
    is_elsewhere = gated.documents.local not in evidence and statement.figure.value in released
    return is_elsewhere or gated.is_of_another_body(statement, forces)


def without_elsewhere(gated: GatedText, forces: Forces) -> tuple[str, list[Span]]:
    """The text with blanks for such clauses behind our own, and those of our own.

    "The girl on Kik is hidden, and England had 41" tells what the first clause tells alone.
    """
    text, bodies = gated.passage.text, gated.binder.scene.bodies
    own: list[Span] = []
    for bounds in dict.fromkeys(gated.passage.sentence_bounds(m.start) for m in bodies):
        for start, end in _clauses(gated, forces, bounds, _is_released_elsewhere):
            before = [m.slot.name for m in within(bodies, (bounds[0], start))]
            link = _LINK.search(text, bounds[0], start)
            clause = bounds[0], link.start() if link else start
            is_own = all(names_own([each], forces) for each in before)
            if is_own and within(gated.binder.scene.categories, clause):
                last = clause[1] + len(text[clause[1] : end].rstrip(_STOPS))
                text = f"{text[: clause[1]]}{' ' * (last - clause[1])}{text[last:]}"
                own.append(clause)
    return text, own


def persons_of_own_clauses(
    gated: GatedText, forces: Forces, clauses: Sequence[Span]
) -> Iterator[tuple[int, int, str]]:
    """Who it was in our own clause of a hidden part, beside another body's number.

    "Voyeurism claimed a swimmer, while England had 29"; not what may befall any child there.
    """
    named = gated.binder.scene.categories
    for clause in clauses:
        hidden = own_hidden(forces, within(named, clause))
        words = gated.passage.text[slice(*clause)]
        if hidden and _HAPPENED.search(words) and not _ANY_CHILD.search(words):
            for found in _PERSONS.finditer(gated.passage.text, *clause):
                yield *found.span(), names_of(hidden[0])


_PERSONS = compiled(
    rf"\b(?:an?|one|our)\s+(?:[\w’-]+\s+)?(?:{PERSON}|mother|father|mum|dad|family|schoolchild)\b(?![’'-])|\b{SEVERAL}\b"
)
_HAPPENED = compiled(
    r"\b(?:was|were|had|saw|got|took|met|hit|hurt|struck|caught|found|chose|[a-z]{2,}ed)\b"
)
_ANY_CHILD = compiled(
    r"\b(?:can|could|may|might|would|should|must|will|if|when(?:ever)?|whether|to\s+\w+|so\s+that|in\s+case|nobody|no\s+one)\b"
)
_STOPS = ' \n.!?;"”’'
_LINK = compiled(r"[,;]?\s+(?:(?:and|but|while|whereas|although|though|so|yet)\s+)?\Z|[;:,]\s*\Z")
"""What leads from a clause to the next one."""
_OF_OURS_TOO = compiled(
    r"\b(?:we|us|ours?|here|local\w*|too|also|as\s+well|times|twice|double|half|thrice|elsewhere|outside|except|fewer|more|less|some|among|includ\w*|each|every|all|both|forces|areas?)\b"
)
