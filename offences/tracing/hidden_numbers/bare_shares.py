"""Shares without the words "per cent": "Kik had 3 per cent in England, Zoom 4".

And points between two shares that are released: "one point above the country's 21 per cent".
"""

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import ceil, floor

from offences.tracing.binding.mentions import within
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import KNOWN, UNKNOWN
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden_numbers import quantities
from offences.tracing.hidden_numbers.hidden import NOT_KNOWN, Categories
from offences.tracing.hidden_numbers.phrases import words_led


def is_bare_share(
    scene: Scene, figure: Candidate, documents: Documents, hidden: Collection[Categories]
) -> bool:
    """Whether a bare number is the share of the part named last, behind another part's share.

    Of a hidden part it must be the country's, in sentences that speak of no other body. Of a shown
    one, alone in its sentence, it may be another body's: "ten per cent, just under Kent's 12.5".
    """
    passage, text, value = scene.passage, scene.passage.text, figure.value
    decimals = sum(n.decimals for n in passage.numbers_between(figure.start, figure.end))
    if not 1 <= value < 100 or words_led(text, figure.end):
        return False
    first, _ = passage.with_sentence_before(figure.start)
    _, last = passage.sentence_bounds(figure.start)
    shares = [n for n in passage.numbers_between(first, last) if _PER_CENT.match(text, n.end)]
    named = within(scene.categories, (first, figure.start))
    if not (_ENDS.match(text, figure.end) and named and shares) or figure.end > last:
        return False
    if shares[0].start > figure.start:
        return False
    bodies = [m.slot.evidence for m in within(scene.bodies, (first, last))]
    is_national = _THE_NATIONAL.search(text, first, figure.start) is not None
    part = named[-1].slot
    is_alone = {m.slot for m in within(scene.categories, (first, last))} == {part}
    is_second = passage.numbers_between(named[-1].end, figure.start) and not is_national
    if is_second and (frozenset({part}) in hidden or not (is_alone and decimals)):
        return False  # "Kik was 5 per cent in England, and in Kent it was 4"
    if frozenset({part}) in hidden:
        are_all = bodies and all(each is documents.national for each in bodies)
        if not are_all or quantities.SOME_OF_OURS.search(text, first, last):
            return False
        evidence: Iterable[Evidence] = [documents.national]
    else:
        evidence = [*filter(None, bodies), *([documents.local] if is_second else [])]
        evidence = evidence or [documents.local]
        if is_national:
            evidence = [documents.national]
    is_near = _NEARLY.search(text, first, figure.start)
    ends = (floor, round, ceil) if is_near else (round,)
    step = 10**decimals
    of_part = [step * share for each in evidence for share in _shares(each, part, hidden)]
    return any(step * value == end(share) for share in of_part for end in ends)


def is_of_points_between(
    scene: Scene, figure: Candidate, documents: Documents, hidden: Collection[Categories]
) -> bool:
    """Whether it is the points between the force's share of a shown part and the country's."""
    passage, text = scene.passage, scene.passage.text
    bounds = passage.sentence_bounds(figure.start)
    parts = {m.slot for m in within(scene.categories, bounds)}
    if not _POINTS.match(text, figure.end) or len(parts) != 1:
        return False
    part = min(parts)
    if any(part in of and len(of) == 1 for of in hidden):
        return False
    of_force, of_all = (
        _shares(each, part, hidden) for each in (documents.local, documents.national)
    )
    is_couple = _COUPLE.fullmatch(text, figure.start, figure.end)
    value = 2 if is_couple else figure.value
    gaps = [(abs(a - b), abs(round(a) - round(b))) for a in of_force for b in of_all]
    return any(value in (floor(exact), ceil(exact), whole) for exact, whole in gaps)


def _shares(
    evidence: Evidence, part: NamedCategory, hidden: Collection[Categories]
) -> list[Fraction]:
    """The shares, per cent, that a part has in some released facts of their latest year."""
    latest = evidence.facts.latest
    counts = [c for c in evidence.counts if c.year == latest and c.role != UNKNOWN]
    is_secret = part.kind == "sex" and NOT_KNOWN in hidden
    wholes = [
        c.value
        for c in counts
        if not c.categories
        and c.value
        and (c.role != KNOWN or (c.known_of == part.kind and not is_secret))
    ]
    own = [c.value for c in counts if c.categories == frozenset({part})]
    return [Fraction(100 * n, whole) for n in own for whole in wholes if n <= whole]


_PER_CENT = compiled(r"\s?(?:%|per\s?cent\b|percent\b)")
_ENDS = compiled(r"\s*(?:[.,;:!?)”\"]|\Z)")
_THE_NATIONAL = compiled(r"\b(?:the|a)\s+(?:national|nationwide)\s+(?:share\s+of\s+)?\Z")
_NEARLY = compiled(r"\b(?:nearer|nearly|almost|about|around|just\s+(?:under|over)|close\s+to)\s+\Z")
_POINTS = compiled(r"(?:\s+of)?\s+(?:percentage\s+)?points?\b")
_COUPLE = compiled(r"(?:a\s+)?couple(?:\s+of)?")
