"""What the gate of claims allows to be said of one document's facts, and the years of these."""

from collections.abc import Iterator
from functools import cached_property

from offences.claims.claim import Claim
from offences.claims.facts import Facts
from offences.claims.gate import allowed, claims_for
from offences.statistics.years import Year, years_between


class Claimed:
    """One document's facts with the claims on them; everything is worked out at most once."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    @cached_property
    def claims(self) -> list[Claim]:
        return claims_for(self.facts)

    @cached_property
    def may(self) -> dict[tuple[str, str], Claim]:
        return dict(allowed(self.claims))

    def claim(self, id: str) -> Claim | None:
        """An allowed claim about the latest year."""
        return self.may.get((id, "latest"))

    def of(self, *ids: str) -> Iterator[Claim]:
        """The allowed claims with one of these ids, whatever their subject."""
        return (claim for claim in self.claims if claim.allowed and claim.id in ids)

    @property
    def is_series_alone(self) -> bool:
        """Nothing but totals of years is known, as of a force of a panel."""
        facts = self.facts
        return facts.series is not None and not (facts.ages or facts.shares or facts.recorded)

    @cached_property
    def years(self) -> tuple[Year, Year]:
        """The first and the latest year of the facts."""
        body = self.facts.series or self.facts.panel
        given = [body.first] if body and body.first else []
        given += [fact.year for fact in self.facts.recorded]
        return min([*given, self.facts.latest]), self.facts.latest

    @property
    def all_years(self) -> tuple[Year, ...]:
        return years_between(*self.years)

    def covers(self, year: Year) -> bool:
        return self.years[0] <= year <= self.years[1]
