"""The clauses of a sentence that give another body's released numbers, and nothing of ours."""

from collections.abc import Iterator

from offences.tracing.binding.mentions import within
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own
from offences.tracing.hidden_numbers.phrases import Span, clause_around


def clauses_elsewhere(gated: GatedText, forces: Forces, bounds: Span) -> Iterator[Span]:
    """Each clause of another body alone: "Kik is hidden, but there were 41 in England"."""
    bodies, text = within(gated.binder.scene.bodies, bounds), gated.passage.text
    for clause in dict.fromkeys(clause_around(gated.passage, (m.start, m.end)) for m in bodies):
        if names_own((m.slot.name for m in within(bodies, clause)), forces):
            continue
        figures = [gated.bound(c) for c in gated.candidates if c.start in range(*clause)]
        are_others = all(gated.is_of_another_body(each, forces) for each in figures)
        if figures and are_others and not _OF_OURS_TOO.search(text, *clause):
            yield clause


_OF_OURS_TOO = compiled(
    r"\b(?:we|us|ours?|here|local\w*|too|also|as\s+well|times|twice|double|half|thrice|elsewhere|outside|except|fewer|more|less|some|among|includ\w*|each|every|all|both|forces|areas?)\b"
)
