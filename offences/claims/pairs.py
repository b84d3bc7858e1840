"""The two years a change is measured between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from offences.claims.claim import Cells, Claim
from offences.claims.facts import Facts
from offences.claims.gaps import in_a_row
from offences.claims.rules import Rule, Said, definition_of, judged, no_earlier_year, refuse
from offences.english import by_or_in, counted, quantity, sentence
from offences.statistics.cells import Range
from offences.statistics.years import Year, years_between

CHANCE = "Numbers this small can move this much by chance."
CHANCE_OF_LARGE = "A change this small can be chance."
SMALL = 1_000
"""Numbers under this are “this small”."""


@dataclass(frozen=True)
class Pair:
    """The latest year and an earlier one it may be compared with.

    For a panel both figures are sums over the forces with comparable figures in both years: like
    for like. `skipped` are the years between that hold no figure to compare.
    """

    facts: Facts
    subject: str
    old_year: Year
    old: Range
    new: Range
    skipped: tuple[Year, ...]
    cells: Cells
    forces: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        return self.old.is_exact and self.new.is_exact

    @property
    def nationally(self) -> bool:
        """The common set holds enough of the latest total of all forces to stand for them."""
        facts = self.facts
        if facts.scope != "national" or facts.total is None or facts.total.high is None:
            return False
        return 100 * self.new.low >= facts.thresholds.lfl_national_pct * facts.total.high

    @property
    def chance(self) -> str | None:
        """How the change compares with what chance alone does to counts of this size.

        "Within chance" if it is no larger than the square root of old plus new, "near" it up to
        twice that, else "beyond" it; not known for a range.
        """
        if not self.is_exact:
            return None
        squared, spread = (self.new.low - self.old.low) ** 2, self.old.low + self.new.low
        if squared <= spread:
            return "within"
        return "near" if squared <= 4 * spread else "beyond"

    @property
    def caution(self) -> str:
        """What must be said beside a change that chance may have made; else nothing."""
        if self.chance not in ("within", "near"):
            return ""
        return CHANCE if max(self.old.low, self.new.low) < SMALL else CHANCE_OF_LARGE

    @property
    def figures(self) -> dict[str, Any]:
        figures: dict[str, Any] = {
            "old": self.old.low if self.old.is_exact else None,
            "new": self.new.low if self.new.is_exact else None,
            "old_year": self.old_year.label,
            "new_year": self.facts.latest.label,
            "span_years": self.facts.latest.start - self.old_year.start,
            "skipped_years": [year.label for year in self.skipped],
            "chance": self.chance,
        }
        if self.facts.panel is not None:
            figures |= {"forces": len(self.forces), "nationally": self.nationally}
        return figures

    @property
    def among(self) -> str:
        """Which forces are compared, unless they are all that were asked."""
        if self.facts.panel is None or len(self.forces) == self.facts.panel.asked:
            return ""
        return self.among_forces

    @property
    def among_forces(self) -> str:
        panel, counts = self.facts.panel, counted(len(self.forces), "forces")
        apart = panel is not None and panel.left_out(self.old_year, self.facts.latest)
        # One that counts in another way since has figures for both years, too.
        return f" among the {counts} with figures for both years{' that compare' if apart else ''}"

    @property
    def gap(self) -> str:
        if not self.skipped:
            return ""
        return f"; there is no comparable figure for {in_a_row(self.skipped, 'or')}"

    def said(self, ending: str, *, among: str | None = None, **figures: Any) -> Said:
        """ "Kent recorded 68 offences in 2018/19, up from 48 in 2017/18", with this ending."""
        facts = self.facts
        return self._as_said(
            f"{facts.spoken} recorded {counted(self.new, facts.measure)} in {facts.latest}"
            f"{self.among if among is None else among}, {ending} in {self.old_year}",
            figures,
        )

    def moved(self, verb: str, **figures: Any) -> Said:
        """ "The number of offences recorded in Kent doubled from 20 in ... to 40 in ..."."""
        facts = self.facts
        return self._as_said(
            f"the number of {facts.measure} recorded {by_or_in(facts.spoken)} {verb}"
            f" from {quantity(self.old)} in {self.old_year} to {quantity(self.new)}"
            f" in {facts.latest}{self.among}",
            figures,
        )

    def _as_said(self, text: str, figures: dict[str, Any]) -> Said:
        return Said(
            sentence(f"{text}{self.gap}."),
            self.figures | figures,
            self.cells,
            note=self.caution,
        )


def pairs(facts: Facts) -> list[Pair]:
    """The latest year with the nearest earlier year it compares with, and with the oldest.

    One pair if they are the same year; none if the latest figure cannot be compared.
    """
    latest = facts.latest
    if facts.panel is not None:
        years = facts.panel.comparable_years(latest, max(1, facts.thresholds.lfl_min_forces))
    elif facts.series is not None and facts.series.cell(latest).is_comparable:
        years = facts.series.comparable_years(latest)
    else:
        years = ()
    if not years:
        return []
    found = [_pair(facts, "latest_vs_previous", years[-1], years)]
    if years[0] != years[-1]:
        found.append(_pair(facts, "latest_vs_first", years[0], years))
    return [pair for pair in found if pair is not None]


def _pair(facts: Facts, subject: str, old_year: Year, usable: tuple[Year, ...]) -> Pair | None:
    between = years_between(old_year.next, facts.latest.previous)
    skipped = tuple(year for year in between if year not in usable)
    if facts.panel is not None:
        same = facts.panel.like_for_like(old_year, facts.latest)
        if same is None:
            return None
        forces, old, new = same.forces, same.old, same.new
        bodies = forces
    else:
        forces, bodies = (), (facts.place,)
        before = facts.cell(facts.place, old_year).range
        now = facts.cell(facts.place, facts.latest).range
        assert before is not None and now is not None
        old, new = before, now
    cells = tuple((body, year) for body in bodies for year in (old_year, facts.latest))
    return Pair(facts, subject, old_year, old, new, skipped, cells, forces)


def pair_family(
    rules: list[Rule], id: str, rule: Callable[[Pair], Said], definition: str = ""
) -> None:
    """Register a rule that is judged for each pair of years, and refused where there is none."""

    def judge(facts: Facts) -> Iterator[Claim]:
        found = pairs(facts)
        if not found:
            reason = no_earlier_year(facts)
            yield Claim(id, "latest_vs_previous", False, reason=reason)
        for pair in found:
            yield judged(id, pair.subject, facts, rule, pair)

    rules.append(Rule(id, definition or definition_of(rule), judge))


def each(pair: Pair) -> str:
    """Both figures of a pair, for a reason."""
    return (
        f"{quantity(pair.old)} in {pair.old_year} and {quantity(pair.new)} in {pair.facts.latest}"
    )


def exact(pair: Pair, no_what: str) -> tuple[int, int]:
    """Old and new as single numbers, or the reason the claim cannot be made."""
    if not pair.is_exact:
        refuse(f"The figures are {each(pair)}, not both exact, so {no_what}.", **pair.figures)
    return pair.old.low, pair.new.low
