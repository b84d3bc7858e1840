"""Facts in one line, and claims in words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from offences.claims.claim import Claim
from offences.claims.documents import read_facts
from offences.claims.facts import Cells
from offences.claims.gate import claims_for
from offences.words.claims import note, reason, sentence


@dataclass(frozen=True)
class SpokenClaim:
    """A claim as a reader meets it: with its sentence, its reason and its note."""

    id: str
    subject: str
    allowed: bool
    text: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict, hash=False)
    reason: str = "It holds for every value the figures can have."
    cells: Cells = ()
    note: str = ""


def spoken(claim: Claim) -> SpokenClaim:
    return SpokenClaim(
        claim.id,
        claim.subject,
        claim.allowed,
        sentence(claim),
        dict(claim.figures),
        reason(claim),
        claim.cells,
        note(claim),
    )


def all_spoken(claims: Iterable[Claim]) -> list[SpokenClaim]:
    return [spoken(claim) for claim in claims]


def facts_of(*cells, latest="2018/19", **more):
    """One force's facts: its cells up to the latest year, oldest first."""
    start = int(latest[:4])
    labels = [f"{y}/{(y + 1) % 100:02d}" for y in range(start - len(cells) + 1, start + 1)]
    document = {
        "place": "Cambridgeshire",
        "measure": "offences",
        "latest": latest,
        "series": dict(zip(labels, cells, strict=True)),
    }
    return read_facts(document | more)


def panel_of(panel, latest="2018/19", **more):
    document = {"place": "Wales", "measure": "offences", "latest": latest, "panel": panel}
    return read_facts(document | more)


def judged(facts) -> dict[tuple[str, str], SpokenClaim]:
    return {(claim.id, claim.subject): claim for claim in all_spoken(claims_for(facts))}


def may(facts) -> dict[tuple[str, str], SpokenClaim]:
    return {key: claim for key, claim in judged(facts).items() if claim.allowed}


def ids(facts, subject="latest_vs_previous") -> set[str]:
    return {id for id, about in may(facts) if about == subject}
