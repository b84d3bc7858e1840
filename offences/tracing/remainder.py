"""The one hidden part of a breakdown, where a text gives the whole and every other part."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product

from offences.tracing import quantities
from offences.tracing.binding.bodies import display_name
from offences.tracing.binding.mentions import Mention, within
from offences.tracing.binding.scene import Scene
from offences.tracing.evidence.category import NamedCategory
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.numbers import NUMBER, half_up
from offences.tracing.finding.vocabulary import compiled
from offences.tracing.hidden import NOT_KNOWN, Categories, Withheld


def remainders(
    passage: Passage, withheld: Withheld, documents: Sequence[Evidence]
) -> Iterator[tuple[int, int, str]]:
    """The last of the numbers that leave a hidden part, with that part.

    "36 with the sex known, 33 of them girls": in words or digits, added up or as a percentage.
    """
    places = {int(n.value): (n.start, n.end) for n in passage.numbers if n.is_whole}
    for kind in ("age", "sex", "part"):
        hidden = [each for each in withheld.hidden if {c.kind for c in each} == {kind}]
        if len(hidden) != 1 or NOT_KNOWN in withheld.hidden:
            continue  # of two, what is left is neither
        parts = _parts(kind, withheld)
        used = [*_leaving(hidden[0], parts, withheld, documents)] if parts else []
        for numbers in used:
            if numbers <= places.keys():
                yield *max(places[n] for n in numbers), str(min(hidden[0], key=str))
                break


def _parts(kind: str, withheld: Withheld) -> list[int]:
    """The shown numbers of a breakdown; of single categories, not of their crossings."""
    return [
        min(numbers)
        for categories, numbers in withheld.shown.items()
        if len(categories) == 1 and min(categories, key=str).kind == kind
        if categories != NOT_KNOWN
    ]


def _leaving(
    of: Categories, parts: list[int], withheld: Withheld, documents: Sequence[Evidence]
) -> Iterator[set[int]]:
    """Each set of numbers of which one is left: the whole or what makes it, and the parts."""
    own, kind = documents[0], min(of, key=str).kind
    unknown = withheld.shown.get(NOT_KNOWN, frozenset())
    totals = [
        c.value for c in own.counts if not (c.categories or c.role) and c.year == own.facts.latest
    ]
    known = {c.value for c in own.counts if c.role == "known" and c.known_of == kind}
    whole: list[set[int]] = [{each} for each in known]
    for total, rest in product(totals, unknown):
        whole += [{total - rest}, {total, rest} if rest else {total}]
    for each in whole:
        size = max(each) - (min(each) if len(each) > 1 else 0)
        low, high = withheld.ranges.get(of, (1, size))
        if low <= size - sum(parts) <= high:
            yield from (each | told for told in (set(parts), {sum(parts)}))
            yield each | {int(half_up(Fraction(100 * sum(parts), size)))}


def numbers_elsewhere(
    scene: Scene, withheld: Withheld, documents: Sequence[Evidence]
) -> Iterator[tuple[int, int, str]]:
    """Numbers of what is hidden, of all other forces: with the national one they leave our own."""
    national, passage = documents[-1], scene.passage
    others = {display_name(n) for n in national.members if n != documents[0].facts.place}
    for number in passage.numbers:
        start, end = passage.sentence_bounds(number.start)
        first = passage.sentence_bounds(start - 1)[0] if start else 0
        said = {m.slot for m in within(scene.categories, (first, end))}
        of = withheld.touched(said)
        if not of or not number.is_whole:
            continue
        names = {m.slot.name for m in within(scene.bodies, (start, end))}
        if not (others and others <= names) and not _OTHER_FORCES.search(passage.text, start, end):
            continue
        known = {c.value for c in national.counts if not c.categories or c.categories & said}
        if number.value not in known and not _COUNTS_FORCES.match(passage.text, number.end):
            yield number.start, number.end, ", ".join(sorted(map(str, of[0])))


_OTHER_FORCES = compiled(
    rf"\b(?:the\s+)?(?:other|remaining|rest\s+of\s+the)\s+(?:{NUMBER}\s+)?(?:\w+\s+)?(?:forces|areas|counties|constabularies)\b"
    r"|\b(?:the\s+rest|elsewhere)\s+(?:of|in)\s+(?:the\s+country|England|Wales|Britain)\b"
)
_COUNTS_FORCES = compiled(r"\s+(?:\w+\s+)?(?:forces|areas|counties|constabularies|years?)\b")


def rests(
    passage: Passage, named: Sequence[Mention[NamedCategory]]
) -> Iterator[tuple[int, int, frozenset[NamedCategory]]]:
    """ "33 were girls; the rest were boys": what is left after a number, and of what it is."""
    for match in quantities.THE_REST.finditer(passage.text):
        start, end = match.span()
        sentence, stop = passage.sentence_bounds(start)
        first = passage.sentence_bounds(sentence - 1)[0] if sentence else 0
        said = within(named, (end, stop))[:1]
        is_after_number = any(first <= n.start < start for n in passage.numbers)
        if said and is_after_number and not quantities.AMONG_OTHERS.match(passage.text, end):
            yield start, end, frozenset({said[0].slot})
