"""Facts in one line."""

from offences.claims.claim import Claim
from offences.claims.documents import read_facts
from offences.claims.gate import claims_for


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


def judged(facts) -> dict[tuple[str, str], Claim]:
    return {(claim.id, claim.subject): claim for claim in claims_for(facts)}


def may(facts) -> dict[tuple[str, str], Claim]:
    return {key: claim for key, claim in judged(facts).items() if claim.allowed}


def ids(facts, subject="latest_vs_previous") -> set[str]:
    return {id for id, about in may(facts) if about == subject}
