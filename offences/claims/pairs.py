"""The two years a change is measured between."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NoReturn

from offences.claims.facts import Cells, Facts
from offences.claims.rules import Allowed, ClaimRefused
from offences.statistics.cells import Range
from offences.statistics.revised import is_revised_by
from offences.statistics.years import Year, years_between


@dataclass(frozen=True)
class Pair:
    """The latest year and an earlier one it may be compared with.

    For a panel both figures are sums over the forces with comparable figures in both years: like
    for like. `skipped` are the years between that have no figure to compare.
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

    @cached_property
    def nationally(self) -> bool:
        """Whether the common set holds enough of all forces' latest total to represent them."""
        facts = self.facts
        if facts.scope != "national" or facts.total is None or facts.total.high is None:
            return False
        return 100 * self.new.low >= facts.thresholds.lfl_national_pct * facts.total.high

    @cached_property
    def is_revised(self) -> bool:
        """Releases gave the earlier figure too differently for anything but a plain comparison."""
        cells = (self.facts.cell(body, year) for body, year in self.cells if year == self.old_year)
        return is_revised_by(self.facts.thresholds.revised_pct, cells)

    @property
    def chance(self) -> str | None:
        """How the change compares with what chance alone does to counts of this size.

        "Within chance" if it is no larger than the square root of old plus new, "near" it up to
        twice that, else "beyond" it; not known for a range.
        """
        if not self.is_exact:
            return None
        squared, spread = (self.new.low - self.old.low) ** 2, self.old.low + self.new.low
        return "within" if squared <= spread else "near" if squared <= 4 * spread else "beyond"

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

    def allows(self, **figures: Any) -> Allowed:
        return Allowed(self.figures | figures, self.cells)

    def refuse(self, code: str, /, **values: Any) -> NoReturn:
        raise ClaimRefused(code, values, self.figures)

    def check_base(self) -> None:
        """Nothing is counted in parts or multiples of a figure that was revised by much."""
        if self.is_revised:
            self.refuse("base_revised")

    @property
    def exact(self) -> tuple[int, int]:
        """Old and new as single numbers."""
        if not self.is_exact:
            self.refuse("not_both_exact")
        return self.old.low, self.new.low


def pairs(facts: Facts) -> list[Pair]:
    """The latest year with the nearest earlier year it compares with, and with the oldest.

    One pair if they are the same year; none if the latest figure cannot be compared. They are found
    once for the same facts, since every rule about a change asks for them.
    """
    kept = vars(facts)
    if "pairs" not in kept:
        kept["pairs"] = _find_pairs(facts)
    return kept["pairs"]


def _find_pairs(facts: Facts) -> list[Pair]:
    latest = facts.latest
    years: tuple[Year, ...] = ()
    if facts.panel is not None:
        years = facts.panel.comparable_years(latest, max(1, facts.thresholds.lfl_min_forces))
    elif facts.series is not None and facts.series.cell(latest).is_comparable:
        years = facts.series.comparable_years(latest)
    found = [_pair(facts, "latest_vs_previous", year, years) for year in years[-1:]]
    found += [_pair(facts, "latest_vs_first", year, years) for year in years[:1] if len(years) > 1]
    return [pair for pair in found if pair is not None]


def _pair(facts: Facts, subject: str, old_year: Year, usable: tuple[Year, ...]) -> Pair | None:
    between = years_between(old_year.next, facts.latest.previous)
    skipped = tuple(year for year in between if year not in usable)
    forces: tuple[str, ...] = ()
    if facts.panel is not None:
        same = facts.panel.like_for_like(old_year, facts.latest)
        if same is None:
            return None
        forces, old, new = same.forces, same.old, same.new
    else:
        before, now = (facts.cell(facts.place, y).range for y in (old_year, facts.latest))
        assert before is not None and now is not None
        old, new = before, now
    bodies = forces or (facts.place,)
    cells = tuple((body, year) for body in bodies for year in (old_year, facts.latest))
    return Pair(facts, subject, old_year, old, new, skipped, cells, forces)


def why_no_pair(facts: Facts) -> str:
    """The code of why the latest year has nothing to be compared with."""
    if facts.panel is not None:
        return "no_shared_year"
    if facts.series is None:
        return "no_single_years"
    if not facts.series.cell(facts.latest).is_comparable:
        return "latest_compared_with_none"
    has_earlier = min(facts.series.run(facts.latest)) < facts.latest
    return "no_comparable_year" if has_earlier else "no_earlier_year"


def of_pairs(facts: Facts) -> Iterator[tuple[str, dict[str, Any] | str]]:
    """Each pair of years; where there is none, the reason."""
    found = pairs(facts)
    yield from ((pair.subject, {"pair": pair}) for pair in found)
    if not found:
        yield "latest_vs_previous", why_no_pair(facts)
