"""Shares that a text may give: parts of a breakdown, and groups of ages, in per cent."""

from collections.abc import Container, Iterable, Iterator
from fractions import Fraction

from offences.claims.claim import Claim
from offences.claims.facts import Ages, Facts
from offences.english import and_list
from offences.tracing.evidence.category import NamedCategory, age_category, category_of_part
from offences.tracing.evidence.sayable import SayablePercent
from offences.words import verdicts

YOUNGEST = 4
"""Up to this age words say no exact one: "babies", "toddlers"."""


def shares_of(
    facts: Facts, may: Container[tuple[str, str]], age_shares: Iterable[Claim]
) -> list[SayablePercent]:
    """Every part of a whole of which something is known; `may` has the claims that are allowed."""
    found = []
    for group, share in facts.shares.items():
        for name, part in share.parts.items():
            if part:
                value = Fraction(100 * part, share.known)
                is_allowed = ("share", f"{group}:{name}") in may
                words = verdicts.fact("part", part=name, n=part, known=share.known)
                own = frozenset({category_of_part(name)})
                of_all = Fraction(100 * part, share.of)
                found.append(SayablePercent(value, "", is_allowed, words, own, of_all))
    for claim in age_shares:
        n, known = claim.figures["count"], claim.figures["known"]
        own = frozenset({age_category(0, int(claim.subject.partition("_")[0]))})
        words = verdicts.fact("ages_known", n=n, known=known)
        of_all = Fraction(100 * n, claim.figures["total"])
        found.append(SayablePercent(Fraction(100 * n, known), "", True, words, own, of_all))
    return found


def of_several(
    facts: Facts,
    shares: Iterable[SayablePercent],
    parts: frozenset[NamedCategory],
    ages: Ages | None,
) -> Iterator[tuple[int, SayablePercent]]:
    """The number, and the share, of parts of one breakdown together, or of the ages of a band.

    `ages` is the table of ages, where it may be given.
    """
    single = {each.categories: each for each in shares}
    own = [single[each] for part in parts if (each := frozenset({part})) in single]
    for share in facts.shares.values():
        numbers = {category_of_part(name): n for name, n in share.parts.items()}
        if len(parts) > 1 and parts <= numbers.keys() and len(own) == len(parts):
            is_allowed = any(each.allowed for each in own)
            n = sum(numbers[part] for part in parts)
            yield n, _of_sum(parts, n, share.known, share.of, is_allowed=is_allowed)
    band = next(iter(parts)) if len(parts) == 1 else None
    if ages and band and band.kind == "age" and not ages.hidden:
        across = [
            g for g in ages.groups if g.low < band.low <= g.high or g.low <= band.high < g.high
        ]
        inside = [c.low or 0 for g, c in ages.groups.items() if band.low <= g.low <= band.high]
        n, least = sum(inside), facts.thresholds.share_min_denominator
        is_named = (
            facts.scope != "force" or min(n, ages.known - n) >= facts.thresholds.local_attr_min
        )
        if band.high > YOUNGEST and n and is_named and not across:
            yield n, _of_sum(parts, n, ages.known, ages.total, is_allowed=ages.known >= least)


def _of_sum(
    parts: frozenset[NamedCategory], n: int, known: int, of: int, *, is_allowed: bool
) -> SayablePercent:
    words = verdicts.fact("part", part=and_list(sorted(map(str, parts))), n=n, known=known)
    return SayablePercent(
        Fraction(100 * n, known), "", is_allowed, words, parts, Fraction(100 * n, of)
    )
