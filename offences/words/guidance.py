"""What may and may not be said of a place, in the words of the person who has to say it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.multiples import MULTIPLES
from offences.english import not_asked, small_number
from offences.statistics.years import Year
from offences.words.charity import charity
from offences.words.claims import reason, sentence
from offences.words.quoting import caveats
from offences.words.sentences import SENTENCES

_RISES = "“Doubled”, “trebled”, “quadrupled”, with or without “almost”"
_FAMILIES = (  # are they falls, the one whose reason is given, the opposite change, their words
    (False, "doubled", "fall", _RISES),
    (True, "halved", "rise", "“Halved”, with or without “almost”"),
)
_OPPOSITE = {"rise": "fall", "fall": "rise"}
_OF_SEVERAL = ("at_least", "coverage")
"""Claims that only a panel can make: of one force nobody misses them."""


@dataclass(frozen=True)
class Guidance:
    """Words that may be said with the caveats that belong to them, or that may not, and why."""

    words: str
    because: str
    caveats: str = ""


def may_say(claims: Iterable[Claim]) -> list[Guidance]:
    """Every allowed claim with what must travel with it, ready to be copied as one."""
    return [
        Guidance(sentence(claim), _conditions(claim), caveats(claim))
        for claim in claims
        if claim.allowed
    ]


def _conditions(claim: Claim) -> str:
    parts = []
    if SENTENCES[claim.id].by_hand:
        parts.append("By hand only: no template writes it.")
    cells = () if claim.id == "no_figure" else claim.cells  # of that one they are empty
    years, bodies = {year for _, year in cells}, {body for body, _ in cells}
    if years and len(bodies) > 1:
        parts.append(f"From the figures of {len(bodies):,} forces.")
    elif years:
        parts.append(f"From {'one figure' if len(years) == 1 else f'{len(years)} figures'}.")
    elif claim.id.startswith("recorded_"):
        parts.append(reason(claim))
    return " ".join(parts)


def may_not_say(claims: Sequence[Claim], facts: Facts) -> list[Guidance]:
    """What somebody might want to say and may not; the same reason once, whatever its words.

    Words of the opposite direction are not listed: of a rise nobody says that it halved.
    """
    refused = [claim for claim in claims if not claim.allowed]
    if facts.panel is None:
        refused = [claim for claim in refused if claim.id not in _OF_SEVERAL]
    found: dict[str, list[str]] = {}
    for words, why in (*_families(refused, claims), *_single(refused, claims), *_always(facts)):
        found.setdefault(why, []).append(words)
    return [Guidance("; ".join(dict.fromkeys(words)), why) for why, words in found.items()]


def _is_certain(claims: Iterable[Claim], subject: str, way: str) -> bool:
    """The figures of a pair certainly go this way: rise or fall."""
    return any(c.allowed and (c.id, c.subject) == (way, subject) for c in claims)


def _single(refused: Iterable[Claim], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    for claim in refused:
        want, opposite = SENTENCES[claim.id].want, _OPPOSITE.get(claim.id)
        if want and not (opposite and _is_certain(claims, claim.subject, opposite)):
            yield want, reason(claim)


def _families(refused: Iterable[Claim], claims: Sequence[Claim]) -> Iterator[tuple[str, str]]:
    """A family of multiples is refused as one where all of it is."""
    by_key = {(claim.id, claim.subject): claim for claim in refused}
    for are_falls, head, opposite, words in _FAMILIES:
        ids = [each.id for each in MULTIPLES if each.is_fall == are_falls]
        for subject in dict.fromkeys(claim.subject for claim in refused):
            is_whole = all((id, subject) in by_key for id in ids)
            if is_whole and not _is_certain(claims, subject, opposite):
                yield words, reason(by_key[head, subject], alone=True)


def _always(facts: Facts) -> Iterator[tuple[str, str]]:
    """What is often said wrongly, though no claim of the catalogue is about it."""
    if missing := not_asked(facts.nations):
        yield "“Across the UK”", missing
    body = facts.series or facts.panel
    first: Year | None = body.first if body else None
    if first and (span := facts.latest.start - first.start) > 0:
        is_span = f"{first} to {facts.latest} is a span of {small_number(span)}."
        yield f"“In {small_number(span + 1)} years”", is_span
    if facts.scope == "force":
        ours = charity()
        any_part = "Any age, sex or platform" if ours.victims_are_people else "Any part"
        yield (f"{any_part} with a small number", f"A {ours.person} could be recognised.")
