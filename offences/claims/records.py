"""Records: the highest and the lowest number of a run of years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from offences.claims.claim import Cells
from offences.claims.facts import Facts
from offences.claims.rules import Rule, Said, described, latest_family, refuse
from offences.english import and_list, counted, number, quantity, sentence
from offences.statistics.cells import Cell, Range
from offences.statistics.panels import Panel
from offences.statistics.years import Year

RULES: list[Rule] = []
latest_rule = latest_family(RULES)

FEWEST_WITH_GAPS = 3


@dataclass(frozen=True)
class Run:
    """Every year of one definition up to the latest, with the figures that can be compared.

    It starts at the first year given, whatever its state, or at the last break. A year without a
    comparable figure is a gap; `printed` holds what a gap printed all the same (a part year).
    For a panel the figures are sums over the forces comparable in every year in which any is.
    """

    facts: Facts
    figures: Mapping[Year, Range]
    gaps: Mapping[Year, str]
    printed: Mapping[Year, Range]
    bodies: tuple[str, ...]

    @property
    def now(self) -> Range:
        return self.figures[self.facts.latest]

    @property
    def others(self) -> dict[Year, Range]:
        return {year: r for year, r in self.figures.items() if year != self.facts.latest}

    @property
    def since(self) -> Year:
        return min([*self.figures, *self.gaps])

    @property
    def cells(self) -> Cells:
        return tuple((body, year) for body in self.bodies for year in self.figures)

    def said(self, ending: str, **more: Any) -> Said:
        facts = self.facts
        figures: dict[str, Any] = {
            "value": self.now.low if self.now.is_exact else None,
            "since": self.since.label,
            "years": len(self.figures),
        }
        among = ""
        if facts.panel is not None:
            figures["forces"] = len(self.bodies)
            if len(self.bodies) != facts.panel.asked:
                among = f" among the {counted(len(self.bodies), 'forces')} with figures for"
                among += " every year" if not self.gaps else " each of those years"
        text = (
            f"{facts.spoken} recorded {counted(self.now, facts.measure)} in {facts.latest}{among},"
            f" {ending}."
        )
        return Said(sentence(text), figures | more, self.cells)


def run_of(facts: Facts, no_what: str) -> Run:
    """The run of years behind a record, or the reason there is none."""
    if facts.panel is not None:
        return _panel_run(facts, facts.panel, no_what)
    if facts.series is None:
        refuse("The figures of single years are not held.")
    cells = {year: facts.series.cell(year) for year in facts.series.run(facts.latest)}
    if not cells[facts.latest].is_comparable:
        refuse(f"{described(facts.latest, cells[facts.latest])}, so {no_what}.")
    return Run(
        facts,
        figures={y: cell.range for y, cell in cells.items() if cell.is_comparable and cell.range},
        gaps={y: described(y, cell) for y, cell in cells.items() if not cell.is_comparable},
        printed={y: cell.range for y, cell in cells.items() if _printed(cell) and cell.range},
        bodies=(facts.place,),
    )


def _printed(cell: Cell) -> bool:
    """A number stands there though it cannot be compared: part of a year, or in doubt."""
    return not cell.is_missing and not cell.is_comparable


def _panel_run(facts: Facts, panel: Panel, no_what: str) -> Run:
    least = max(1, facts.thresholds.lfl_min_forces)  # no force is no record, whatever is set
    years = panel.run(facts.latest)
    usable = {year: panel.comparable(year) for year in years}
    if not usable[facts.latest]:
        refuse(f"No force has a figure for {facts.latest} that compares, so {no_what}.")
    common = frozenset.intersection(*(forces for forces in usable.values() if forces))
    common -= panel.changed_between(years[0], facts.latest)
    if len(common) < least:
        refuse(
            f"{counted(len(common), 'forces')} of {number(panel.asked)}"
            f" {'has' if len(common) == 1 else 'have'} figures that compare in every year;"
            f" {least} {'is' if least == 1 else 'are'} needed, so {no_what}."
        )
    bodies = tuple(sorted(common))
    sums = dict(zip(years, panel.sums(bodies, *years), strict=True))
    total, share = facts.total, facts.thresholds.lfl_national_pct
    assert total is not None  # the latest year has a figure, or it was refused above
    if total.high is None or 100 * sums[facts.latest].low < share * total.high:
        refuse(
            f"The {counted(len(bodies), 'forces')} with figures for every year hold"
            f" {quantity(sums[facts.latest])} of the {quantity(total)} in {facts.latest},"
            f" under {share}%, so {no_what}."
        )
    part_years = [
        year
        for year in years
        if not usable[year] and any(_printed(panel.series[body].cell(year)) for body in bodies)
    ]
    return Run(
        facts,
        figures={year: sums[year] for year in years if usable[year]},
        gaps={year: f"{year} has no figure that compares" for year in years if not usable[year]},
        printed={year: sums[year] for year in part_years},
        bodies=bodies,
    )


def _complete(run: Run, what: str) -> None:
    """No gap, and enough years."""
    if run.gaps:
        refuse(f"{and_list(list(run.gaps.values()))}, so no {what} can be claimed.")
    least = run.facts.thresholds.record_min_points
    if len(run.figures) < least:
        refuse(
            f"{counted(len(run.figures), 'years')} of figures, from {run.since}; a {what} needs"
            f" {least}."
        )


def _span(run: Run) -> str:
    return f"{counted(len(run.figures), 'years')} from {run.since} to {run.facts.latest}"


def _large_enough(run: Run, what: str) -> None:
    least = run.facts.thresholds.record_min_value
    if run.now.low < least:
        refuse(f"{quantity(run.now)} is under {least}, too small for a {what}.")


def _not_below(run: Run) -> list[str]:
    """The other years that may reach the latest figure."""
    return [
        f"{year} is {quantity(other)}"
        for year, other in run.others.items()
        if not other.is_below(run.now.low)
    ]


@latest_rule("record")
def record(facts: Facts) -> Said:
    """The latest figure is a record: certainly above every other year since the first.

    No year from the first one given (or from the last change of definition) is missing or covers
    part of the year; there are at least 4 years; the figure is at least 20. For a panel: over the
    forces with figures in every year, who are at least two and hold 80% of the latest total.
    """
    run = run_of(facts, "no record can be claimed")
    _complete(run, "record")
    _large_enough(run, "record")
    if reached := _not_below(run):
        refuse(f"{and_list(reached)}, not certainly below {quantity(run.now)}: no record.")
    return run.said(f"a record: the highest of the {_span(run)}")


@latest_rule("joint_record")
def joint_record(facts: Facts) -> Said:
    """The latest exact figure is level with the highest of the earlier years.

    Otherwise as a record: all other years are certainly lower, and not all years are the same.
    """
    run = run_of(facts, "no joint record can be claimed")
    _complete(run, "joint record")
    _large_enough(run, "joint record")
    level = [year for year, other in run.others.items() if other == run.now and other.is_exact]
    if not level:
        refuse(f"No earlier year is level with {quantity(run.now)}.")
    higher = [
        f"{year} is {quantity(other)}"
        for year, other in run.others.items()
        if year not in level and not other.is_below(run.now.low)
    ]
    if higher:
        refuse(f"{and_list(higher)}, not certainly below {quantity(run.now)}.")
    if len(level) == len(run.others):
        refuse(f"Every year since {run.since} is {quantity(run.now)}, which is no record.")
    labels = [year.label for year in level]
    return run.said(
        f"a joint record with {and_list(labels)}: no year of the {_span(run)} is higher",
        level_with=labels,
    )


@latest_rule("highest_available")
def highest_available(facts: Facts) -> Said:
    """The highest of the years with figures, where a gap in the series forbids a record.

    At least one gap and at least 3 years with figures; the latest is certainly above all others,
    at least 20, and above every figure that covers part of a year.
    """
    run = run_of(facts, "it is not the highest")
    if not run.gaps:
        refuse("There is no gap in the series, so it is a record or it is not.")
    if len(run.figures) < FEWEST_WITH_GAPS:
        refuse(
            f"{counted(len(run.figures), 'years')} with figures, and {FEWEST_WITH_GAPS} are needed."
        )
    _large_enough(run, "highest figure")
    if reached := _not_below(run):
        refuse(f"{and_list(reached)}, not certainly below {quantity(run.now)}.")
    for year, part in run.printed.items():
        if not part.is_below(run.now.low):
            refuse(f"{run.gaps[year]}, with {quantity(part)}, not below {quantity(run.now)}.")
    years = counted(len(run.figures), "years")
    gaps = [year.label for year in run.gaps]
    since = min(run.figures)
    return run.said(
        f"the highest of the {years} with figures since {since}; there is no comparable figure"
        f" for {and_list(gaps, 'or')}",
        since=since.label,
        gaps=gaps,
    )


@latest_rule("lowest")
def lowest(facts: Facts) -> Said:
    """The latest figure is certainly below every other year since the first.

    No gap and at least 4 years, as for a record; the highest other year may be 20 or more. The
    latest figure itself may be small, or 0.
    """
    run = run_of(facts, "no lowest number can be claimed")
    _complete(run, "lowest number")
    highs = [other.high for other in run.others.values()]
    least = run.facts.thresholds.record_min_value
    if highs and all(high is not None and high < least for high in highs):
        refuse(f"No year since {run.since} reached {least}, too small for a lowest number.")
    above = [
        f"{year} is {quantity(other)}"
        for year, other in run.others.items()
        if run.now.high is None or other.low <= run.now.high
    ]
    if above:
        refuse(f"{and_list(above)}, not certainly above {quantity(run.now)}.")
    return run.said(f"the lowest of the {_span(run)}")
