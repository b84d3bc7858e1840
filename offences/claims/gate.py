"""Every claim of the catalogue, allowed or refused, for one body's figures or a panel's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from offences.claims.catalogue import RULES
from offences.claims.claim import Claim, Claims
from offences.claims.documents import read_facts
from offences.claims.facts import BadFacts, Facts


def claims_for(facts: Facts) -> list[Claim]:
    """What may be said and what may not, each with its reason, in the order of the catalogue.

    A claim is allowed only if it holds at both ends of every range behind it. The same facts
    always give the same words.
    """
    return [claim for rule in RULES for claim in rule.judge(facts)]


def allowed(claims: Sequence[Claim]) -> Claims:
    """The claims that may be made, by id and subject."""
    return {(claim.id, claim.subject): claim for claim in claims if claim.allowed}


def answer(document: Any) -> Any:
    """The claims of one JSON document, or of each in a list, in the same order."""
    if not isinstance(document, list):
        return _answer(document)
    answers = []
    for position, item in enumerate(document, 1):
        try:
            answers.append(_answer(item))
        except BadFacts as error:
            raise BadFacts(f"Document {position} of {len(document)}: {error}") from error
    return answers


def _answer(document: Any) -> dict[str, Any]:
    return {"claims": [claim.as_document() for claim in claims_for(read_facts(document))]}
