"""Records: the highest and the lowest number of a run of years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from offences.claims.facts import Cells, Facts
from offences.claims.rules import Allowed, Rule, family, of_latest, refuse
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.revised import is_revised_by
from offences.statistics.years import Year

RULES: list[Rule] = []
latest_rule = family(RULES, of_latest)

FEWEST_WITH_GAPS = 3


@dataclass(frozen=True)
class Run:
    """Every year of one definition up to the latest, with the figures that can be compared.

    It starts at the first year given, whatever its state, or at the last break. A year without a
    comparable figure is a gap, with its cell if the run is of one place, and so is an earlier one
    whose figure was revised by 10% or more; `partial` holds what a gap gave all the same. For a
    panel the figures are sums over the forces comparable in every year in which any is.
    """

    facts: Facts
    figures: Mapping[Year, Range]
    gaps: Mapping[Year, Cell | None]
    partial: Mapping[Year, Range]
    bodies: tuple[str, ...]

    @property
    def now(self) -> Range:
        return self.figures[self.facts.latest]

    @property
    def earlier(self) -> dict[Year, Range]:
        return {year: r for year, r in self.figures.items() if year != self.facts.latest}

    @property
    def since(self) -> Year:
        return min([*self.figures, *self.gaps])

    def allows(self, **more: Any) -> Allowed:
        figures: dict[str, Any] = {
            "value": self.now.low if self.now.is_exact else None,
            "since": self.since.label,
            "years": len(self.figures),
        }
        if self.facts.panel is not None:
            figures["forces"] = len(self.bodies)
        cells: Cells = tuple((body, year) for body in self.bodies for year in self.figures)
        return Allowed(figures | more, cells, {"run": self})


def run_of(facts: Facts) -> Run:
    """The run of years behind a record, or the reason there is none."""
    if facts.panel is not None:
        return _panel_run(facts, facts.panel)
    if facts.series is None:
        refuse("no_single_years")
    cells = {year: facts.series.cell(year) for year in facts.series.run(facts.latest)}
    if not cells[facts.latest].is_comparable:
        refuse("latest_not_comparable")
    usable = {y: c for y, c in cells.items() if c.is_comparable and not _is_revised(facts, y, [c])}
    gaps = {y: cell for y, cell in cells.items() if y not in usable}
    return Run(
        facts,
        figures={y: cell.range for y, cell in usable.items() if cell.range},
        gaps=gaps,
        partial={y: cell.range for y, cell in gaps.items() if cell.range},
        bodies=(facts.place,),
    )


def _is_revised(facts: Facts, year: Year, cells: Iterable[Cell]) -> bool:
    """Releases gave the figures of an earlier year too differently to set another above it."""
    return year != facts.latest and is_revised_by(facts.thresholds.revised_pct, cells)


def _is_partial(cell: Cell) -> bool:
    """It has a number, but one that cannot be compared: part of a year, or in doubt."""
    return not cell.is_missing and not cell.is_comparable


def _panel_run(facts: Facts, panel: Panel) -> Run:
    least = max(1, facts.thresholds.lfl_min_forces)  # no force is no record, whatever is set
    years = panel.run(facts.latest)
    usable = {year: panel.comparable(year) for year in years}
    if not usable[facts.latest]:
        refuse("no_force_comparable")
    common = frozenset.intersection(*(forces for forces in usable.values() if forces))
    common -= panel.changed_between(years[0], facts.latest)
    if len(common) < least:
        refuse("few_forces_every_year", n=len(common), asked=panel.asked, least=least)
    bodies = tuple(sorted(common))
    sums = dict(zip(years, panel.sums(bodies, *years), strict=True))
    total, share = facts.total, facts.thresholds.lfl_national_pct
    assert total is not None  # the latest year has a figure, or it was refused above
    if total.high is None or 100 * sums[facts.latest].low < share * total.high:
        refuse("small_part_of_total", n=len(bodies), sum=sums[facts.latest])
    of_year = {year: [panel.series[body].cell(year) for body in bodies] for year in years}
    revised = {y for y, cells in of_year.items() if _is_revised(facts, y, cells)}
    gaps = [year for year in years if not usable[year] or year in revised]
    partial = {y for y in gaps if y in revised or any(map(_is_partial, of_year[y]))}
    return Run(
        facts,
        figures={year: sums[year] for year in years if year not in gaps},
        gaps=dict.fromkeys(gaps),
        partial={year: sums[year] for year in partial},
        bodies=bodies,
    )


def _complete(run: Run) -> None:
    """No gap, enough years, and none of a newer year that is not here."""
    if run.gaps:
        refuse("gaps", run=run)
    if len(run.figures) < run.facts.thresholds.record_min_points:
        refuse("few_years", run=run, n=len(run.figures))
    if run.facts.later:
        refuse("later_published", later=run.facts.later)


def _large_enough(run: Run) -> None:
    if run.now.low < run.facts.thresholds.record_min_value:
        refuse("small_figure", run=run)


def _not_below(run: Run, *but: Year) -> None:
    """No other year may reach the latest figure."""
    reached = [y for y, r in run.earlier.items() if y not in but and not r.is_below(run.now.low)]
    if reached:
        refuse("not_certainly_below", run=run, years=reached)


@latest_rule("record")
def record(facts: Facts) -> Allowed:
    """The latest figure is a record: certainly above every other year since the first.

    It needs at least 4 years and a figure of at least 20. From the first year given (or from the
    last change of definition), none is missing, covers part of the year, is in doubt or was revised
    by 10% or more; and no figure of a newer year was published that is not here. A panel is judged
    by the forces with figures in every year: at least two, with 80% of the latest total.
    """
    run = run_of(facts)
    _complete(run)
    _large_enough(run)
    _not_below(run)
    return run.allows()


@latest_rule("joint_record")
def joint_record(facts: Facts) -> Allowed:
    """The latest exact figure is level with the highest of the earlier years.

    Otherwise as a record: all other years are certainly lower, and not all years are the same.
    """
    run = run_of(facts)
    _complete(run)
    _large_enough(run)
    level = [year for year, other in run.earlier.items() if other == run.now and other.is_exact]
    if not level:
        refuse("no_level_year", run=run)
    _not_below(run, *level)
    if len(level) == len(run.earlier):
        refuse("all_level", run=run)
    return run.allows(level_with=[year.label for year in level])


@latest_rule("highest_available")
def highest_available(facts: Facts) -> Allowed:
    """The highest of the years with figures, where a gap or a newer year forbids a record.

    At least one gap, or a newer year whose figures were published and are not here; at least 3
    years with figures; the latest is certainly above all others, at least 20, and above every
    figure that covers part of a year.
    """
    run = run_of(facts)
    if not run.gaps and not facts.later:
        refuse("no_gap")
    if len(run.figures) < FEWEST_WITH_GAPS:
        refuse("few_years_with_figures", n=len(run.figures), least=FEWEST_WITH_GAPS)
    _large_enough(run)
    _not_below(run)
    for year, part in run.partial.items():
        if not part.is_below(run.now.low):
            refuse("partial_not_below", run=run, gap=year, partial=part)
    gaps = [year.label for year in run.gaps]
    return run.allows(since=min(run.figures).label, gaps=gaps)


@latest_rule("lowest")
def lowest(facts: Facts) -> Allowed:
    """The latest figure is certainly below every other year since the first.

    No gap and at least 4 years, as for a record; the highest other year may be 20 or more. The
    latest figure itself may be small, or 0.
    """
    run = run_of(facts)
    _complete(run)
    highs = [other.high for other in run.earlier.values()]
    least = run.facts.thresholds.record_min_value
    if highs and all(high is not None and high < least for high in highs):
        refuse("never_high", run=run)
    low = [y for y, r in run.earlier.items() if run.now.high is None or r.low <= run.now.high]
    if low:
        refuse("not_certainly_above", run=run, years=low)
    return run.allows()
