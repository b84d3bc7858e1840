"""Many bodies' figures: coverage, totals, and change compared like for like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from offences.statistics.cells import Cell, Range
from offences.statistics.series import Break, Series, YearByYear
from offences.statistics.years import Year


@dataclass(frozen=True)
class Coverage:
    """How many of the forces asked a figure rests on: 40 of 44.

    A force counts if it gave any figure for the year: a number, a withheld number whose range is
    known, or a number for part of the year.
    """

    with_figures: int
    asked: int

    @property
    def is_complete(self) -> bool:
        return self.with_figures == self.asked


@dataclass(frozen=True)
class LikeForLike:
    """Two years compared over only those forces with a usable figure in both.

    Both sums are over that common set, as ranges where a figure is withheld.
    """

    forces: tuple[str, ...]
    old: Range
    new: Range


@dataclass(frozen=True)
class Panel(YearByYear):
    """Force to series, and how many forces were asked.

    A force that was asked and is not among the series gave no figure in any year.
    """

    series: Mapping[str, Series]
    asked: int
    breaks: tuple[Break, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.asked < len(self.series):
            given = len(self.series)
            raise ValueError(f"{self.asked} forces were asked, yet figures are given for {given}.")
        object.__setattr__(self, "series", MappingProxyType(dict(self.series)))
        object.__setattr__(self, "breaks", tuple(self.breaks))

    def __hash__(self) -> int:
        return hash((tuple(self.series.items()), self.asked, self.breaks))

    def cells(self, year: Year) -> dict[str, Cell]:
        """What each force said about a year, a missing cell where it said nothing."""
        return {force: series.cell(year) for force, series in self.series.items()}

    def figures(self, year: Year) -> dict[str, Cell]:
        """The cells of the forces that gave any figure for a year."""
        return {force: cell for force, cell in self.cells(year).items() if not cell.is_missing}

    def comparable(self, year: Year) -> frozenset[str]:
        """The forces whose figure for a year may be compared with another year's."""
        return frozenset(force for force, cell in self.cells(year).items() if cell.is_comparable)

    def changed_between(self, old: Year, new: Year) -> frozenset[str]:
        """The forces that count in another way since a year after the old one, up to the new."""
        return frozenset(
            force
            for force, series in self.series.items()
            if any(old < each.year <= new for each in series.breaks)
        )

    def compared(self, old: Year, new: Year) -> frozenset[str]:
        """The forces whose figures for both years may be compared, counted in the same way."""
        return (self.comparable(old) & self.comparable(new)) - self.changed_between(old, new)

    def left_out(self, old: Year, new: Year) -> frozenset[str]:
        """Forces with figures for both years that are not compared: they count in another way."""
        return self.comparable(old) & self.comparable(new) & self.changed_between(old, new)

    def coverage(self, year: Year) -> Coverage:
        return Coverage(len(self.figures(year)), self.asked)

    def total(self, year: Year) -> Range | None:
        """The sum of all figures given for a year, as a range; none if no force gave one.

        A withheld number adds its low end to the low end and its high end to the high end; a part
        year adds its printed value. A missing figure adds nothing, and coverage reports it: it is
        never added as zero.
        """
        ranges = [cell.range for cell in self.figures(year).values() if cell.range is not None]
        return Range.sum(ranges) if ranges else None

    def like_for_like(self, old: Year, new: Year) -> LikeForLike | None:
        """Both years summed over the forces comparable in both; nothing if there is no such force.

        The totals of two years are never compared with each other: forces that answered in one
        year only would appear as a rise or a fall, and so would one that began to count in another
        way in between.
        """
        forces = tuple(sorted(self.compared(old, new)))
        return None if not forces else LikeForLike(forces, *self.sums(forces, old, new))

    def sums(self, forces: tuple[str, ...], *years: Year) -> list[Range]:
        """The sum over a set of forces for each year, over the figures there are."""
        cells = ([self.series[force].cell(year) for force in forces] for year in years)
        return [Range.sum(c.range for c in of_year if c.range is not None) for of_year in cells]

    @property
    def given(self) -> Iterable[Year]:
        return {year for series in self.series.values() for year in series.cells}

    def until(self, year: Year) -> Panel:
        """The panel as if nothing after this year were known."""
        series_until = {force: series.until(year) for force, series in self.series.items()}
        return Panel(series_until, self.asked, self.breaks)

    def comparable_years(self, latest: Year, at_least: int = 2) -> tuple[Year, ...]:
        """The earlier years, of the same definition, that share enough forces with `latest`."""
        now = self.comparable(latest)
        return tuple(
            year
            for year in self.run(latest)
            if year < latest
            and len((now & self.comparable(year)) - self.changed_between(year, latest)) >= at_least
        )
