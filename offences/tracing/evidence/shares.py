"""Shares that a text may give: parts of a breakdown, and groups of ages, in per cent."""

from collections.abc import Container, Iterable
from fractions import Fraction

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.evidence.sayable import SayablePercent
from offences.words import verdicts


def shares_of(
    facts: Facts, may: Container[tuple[str, str]], age_shares: Iterable[Claim]
) -> list[SayablePercent]:
    """Every part of a whole of which something is known; `may` has the claims that are allowed."""
    found = []
    for group, share in facts.shares.items():
        for name, part in share.parts.items():
            if share.known and part:
                value = Fraction(100 * part, share.known)
                is_allowed = ("share", f"{group}:{name}") in may
                words = verdicts.fact("part", part=name, n=part, known=share.known)
                own = frozenset({category_of_part(name)})
                of_all = Fraction(100 * part, share.of)
                found.append(SayablePercent(value, "", is_allowed, words, own, of_all))
    for claim in age_shares:
        n, known = claim.figures["count"], claim.figures["known"]
        own = frozenset({NamedCategory("age", "", 0, int(claim.subject.partition("_")[0]))})
        words = verdicts.fact("ages_known", n=n, known=known)
        of_all = Fraction(100 * n, claim.figures["total"])
        found.append(SayablePercent(Fraction(100 * n, known), "", True, words, own, of_all))
    return found
