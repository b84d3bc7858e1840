"""Every claim of the catalogue, allowed or refused, for one place or a panel of forces."""

from collections.abc import Sequence

from offences.claims import ages, changes, coverage, latest, multiples, recorded, records
from offences.claims.claim import Claim, Claims
from offences.claims.facts import Facts
from offences.claims.rules import Rule

FAMILIES = (latest, coverage, records, changes, multiples, ages, recorded)
RULES = tuple(rule for family in FAMILIES for rule in family.RULES)


def claims_for(facts: Facts, rules: Sequence[Rule] = RULES) -> list[Claim]:
    """What may be said and what may not, each with its reason, in the order of the catalogue.

    A claim is allowed only if it holds at both ends of every range behind it.
    """
    return [claim for rule in rules for claim in rule.judge(facts)]


def allowed(claims: Sequence[Claim]) -> Claims:
    """The claims that may be made, by id and subject."""
    return {(claim.id, claim.subject): claim for claim in claims if claim.allowed}
