"""Totals of many forces: as publications gave them, and the forces asked added up by us."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from offences.claims.coverage import FEWEST_FOR_A_RATE, one_rate
from offences.claims.facts import Facts, Recorded
from offences.claims.thresholds import Thresholds
from offences.english import MADE_UP
from offences.statistics.cells import Range
from offences.statistics.panels import Panel
from offences.statistics.years import Year

UK = ("England", "Wales", "Scotland", "Northern Ireland")


@dataclass(frozen=True)
class Total:
    """A figure for many forces, as a publication gave it."""

    claim: str
    year: Year
    value: int
    area: str  # “England, Wales and Northern Ireland”, as published
    with_figures: int | None
    asked: int | None
    in_records: int | None  # how many of those figures we have
    vintage: str  # when it was published: “June 2019”
    source: str
    source_url: str
    kind: str = "total"  # or “nation”, “region”
    category: str = ""
    note: str = ""
    doubt: str = ""

    @property
    def nations(self) -> tuple[str, ...]:
        """The nations that the published area names; a bare “UK” names none."""
        return nations_in(self.area)

    @property
    def is_of_all(self) -> bool:
        """Every force asked is known to be in it."""
        return self.asked is not None and self.with_figures == self.asked

    @property
    def publication(self) -> tuple[str, str]:
        """Which publication gave it: two newspapers of one month are two."""
        return self.vintage, self.source_url or self.source

    def as_recorded(self, now: int | None = None) -> Recorded:
        return Recorded(
            now=now,
            claim=self.claim,
            year=self.year,
            value=self.value,
            publication=self.vintage,
            source=self.source_url or self.source,
            with_figures=self.with_figures,
            asked=self.asked,
            nations=self.nations,
            category="" if self.category == "total" else self.category,
        )


def facts_of_total(
    total: Total, totals: tuple[Total, ...] = (), measure: str = "offences"
) -> Facts:
    """A total, and what was published with it for the same area in the same month.

    That is the ages of its year, and totals up to its year; of these only those of the same
    publication are ever put side by side.
    """
    beside = [
        t
        for t in totals
        if t is not total and t.kind == "total" and not t.doubt
        if (t.vintage, t.area) == (total.vintage, total.area)
        if t.year == total.year or (t.claim == "total" and t.year < total.year)
    ]
    return Facts(
        place=total.area,
        measure=measure,
        latest=total.year,
        nations=total.nations,
        recorded=tuple(t.as_recorded() for t in (total, *beside)),
    )


def published_facts(totals: Sequence[Total]) -> tuple[Recorded, ...]:
    """Everything published of all forces and not in doubt, to check a text with.

    One total of a year is current (see `newest_total`); it replaces those published before it.
    """
    found = []
    for total in totals:
        if total.kind != "total" or total.doubt:
            continue
        current = newest_total(tuple(totals), total.year) if total.claim == "total" else None
        replaced = current is not None and totals.index(total) > totals.index(current)
        found.append(total.as_recorded(current.value if current and replaced else None))
    return tuple(found)


def nations_in(area: str) -> tuple[str, ...]:
    """The nations in the name of an area: “England, Wales and Northern Ireland” has three."""
    found = []
    for part in area.replace(" and ", ", ").split(", "):
        if part == "the Channel Islands":
            found += ["Jersey", "Guernsey"]
        elif part in (*UK, MADE_UP):
            found.append(part)
    return tuple(found)


def area_in_words(published: str) -> str:
    """A published area inside a sentence: “the UK”, “Northern Ireland and the Channel Islands”."""
    if published == "UK":
        return "the UK"
    return published.replace("Channel Islands", "the Channel Islands")


def newest_total(totals: tuple[Total, ...], year: Year) -> Total | None:
    """The total of a year to quote: coverage stated before unstated, then the newest.

    Totals come newest first. One in doubt is not quoted.
    """
    of_year = [t for t in totals if t.claim == "total" and t.kind == "total" and t.year == year]
    sound = [t for t in of_year if not t.doubt]
    return next((t for t in sound if t.asked), next(iter(sound), None))


def totals_of_place(totals: Sequence[Total], place: str) -> tuple[Total, ...]:
    """The totals of a nation or a region, as if they were of all: in a text about it they are."""
    return tuple(replace(t, kind="total") for t in totals if t.kind != "total" and t.area == place)


@dataclass(frozen=True)
class OwnSum:
    """The sum of what the forces asked recorded in a year, where each one's answer is known."""

    year: Year
    total: Range
    area: str
    with_figures: int
    asked: int
    estimated: bool = False  # a force's own estimate is in it
    provisional: bool = False

    @property
    def nations(self) -> tuple[str, ...]:
        if self.area.startswith("the UK"):  # of our own sums that is said of all four alone
            return (*UK, *nations_in(self.area.removeprefix("the UK")))
        return nations_in(self.area)

    @property
    def per_day(self) -> int | None:
        """The rate a day by the rule of the claim *per day*; None where it allows none."""
        low, high, days = self.total.low, self.total.high, self.year.days
        if high is None or low < max(FEWEST_FOR_A_RATE, days):
            return None
        return one_rate(low, high, Fraction(1, days), Thresholds().rate_mode)


def sum_of(sums: Sequence[OwnSum], year: Year) -> OwnSum | None:
    return next((each for each in sums if each.year == year), None)


def facts_of_sum(own: OwnSum, panel: Panel, phrase: str, scope: str = "national") -> Facts:
    """The forces behind a sum as facts."""
    return Facts(own.area, phrase, own.year, panel=panel, scope=scope, nations=own.nations)
