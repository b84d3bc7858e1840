"""Sentences that give the numbers of another body alone: "And on Kik? In Wales it was 24"."""

from offences.tracing.binding.mentions import Mention, within
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.finding.candidates import Candidate
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.gated import GatedText
from offences.tracing.hidden_numbers.hidden import Forces, names_own
from offences.tracing.hidden_numbers.phrases import narrow_clause_around

_SENTENCES = 3
"""So many sentences behind a question may answer it."""


def is_of_another(gated: GatedText, at: int, forces: Forces) -> bool:
    """Whether a sentence goes on with a body's numbers, or asks what those answer.

    "Wales had 90. Kik was used in 24", "And on Kik? There were 24, but that is all of Wales".
    """
    passage, (start, end) = gated.passage, gated.passage.sentence_bounds(at)
    if are_of_another(gated, start, forces):
        return True
    if not passage.text[start:end].rstrip(' \n"”’').endswith("?"):
        return False
    for _ in range(_SENTENCES):
        if not passage.text[end:].strip() or passage.text[end - 2 : end] == "\n\n":
            return False
        bounds = passage.sentence_bounds(end)
        if _in(gated, bounds):
            return are_of_another(gated, bounds[0], forces)
        named = (m.slot.name for m in within(gated.binder.scene.bodies, bounds))
        if names_own(named, forces) or quantities.SOME_OF_OURS.search(passage.text, *bounds):
            return False
        end = bounds[1]
    return False


def are_of_another(gated: GatedText, at: int, forces: Forces) -> bool:
    """Whether the numbers of a sentence are all of another body.

    With those alone: not "and we had one", nor "in every force", nor "Ours adds to that" next.
    """
    passage, bodies = gated.passage, gated.binder.scene.bodies
    bounds, end = passage.sentence_bounds(at), passage.with_sentence_after(at)[1]
    after = (m.slot.name for m in within(bodies, (bounds[1], end)))
    is_told = within(bodies, bounds)[1:] or names_own(after, forces)
    if is_told or quantities.SOME_OF_OURS.search(passage.text, bounds[0], end):
        return False
    return _has_numbers_of_another(gated, bounds, forces)


def is_of_another_in_its_clause(
    gated: GatedText, part: Mention[NamedCategory], forces: Forces
) -> bool:
    """Whether a clause gives another body's number of a part: "…, and in Wales 24 were 16".

    What else the sentence has must be released numbers of shown parts: not "Kent had some, and".
    """
    passage, bodies = gated.passage, gated.binder.scene.bodies
    clause = narrow_clause_around(passage, (part.start, part.end))
    first, last = passage.sentence_bounds(part.start)
    end = passage.with_sentence_after(part.start)[1]
    named = [m.slot.name for m in within(bodies, clause)]
    after = (m.slot.name for m in within(bodies, (clause[1], end)))
    if not named or names_own((*named, *after), forces):
        return False
    if quantities.SOME_OF_OURS.search(passage.text, first, end):
        return False
    rest = [c for span in ((first, clause[0]), (clause[1], last)) for c in _in(gated, span)]
    own = [h for *_, h, is_own in forces if is_own]
    are_shown = all(
        any(c.value in h.shown.get(gated.bound(c).categories, ()) for h in own) for c in rest
    )
    return bool(rest) and are_shown and _has_numbers_of_another(gated, clause, forces)


def _in(gated: GatedText, bounds: tuple[int, int]) -> list[Candidate]:
    return [c for c in gated.candidates if bounds[0] <= c.start < bounds[1]]


def _has_numbers_of_another(gated: GatedText, bounds: tuple[int, int], forces: Forces) -> bool:
    numbers = _in(gated, bounds)
    return bool(numbers) and all(
        gated.is_of_another_body(gated.bound(each), forces) for each in numbers
    )
