"""One body's figures over the years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year, years_between


@dataclass(frozen=True)
class Break:
    """The first year counted under a new definition, and what changed.

    No figure from before a break is compared with one from after it. A break is the body's *own*
    where it alone counts in another way since, and the definition is what it was.
    """

    year: Year
    why: str
    own: bool = False


def last_break(breaks: Iterable[Break], latest: Year) -> Break | None:
    """The newest break up to a year: only that one matters to the figures compared with it."""
    return max(
        (each for each in breaks if each.year <= latest), key=lambda each: each.year, default=None
    )


@dataclass(frozen=True)
class Series:
    """What one body recorded, year by year, and the years in which the definition broke.

    A year between the first and the last for which nothing is known was *not asked*: a gap is a
    cell like any other, so no line is drawn across it and no trend computed over it unawares.
    """

    cells: Mapping[Year, Cell]
    breaks: tuple[Break, ...] = field(default=())

    def __post_init__(self) -> None:
        ordered = {year: self.cells[year] for year in sorted(self.cells)}
        object.__setattr__(self, "cells", MappingProxyType(ordered))
        object.__setattr__(self, "breaks", tuple(self.breaks))

    def __hash__(self) -> int:
        return hash((tuple(self.cells.items()), self.breaks))

    def cell(self, year: Year) -> Cell:
        """What was said about a year; *not asked* where nothing was."""
        return self.cells.get(year) or Cell.missing(Missing.NOT_ASKED)

    @property
    def is_known(self) -> bool:
        """Something is known of some year. That a figure is *not in the records* is nothing."""
        return any(cell.why is not Missing.NOT_IN_RECORDS for cell in self.cells.values())

    @property
    def first(self) -> Year | None:
        """The first year given, whatever its state."""
        return min(self.cells, default=None)

    @property
    def last(self) -> Year | None:
        return max(self.cells, default=None)

    @property
    def years(self) -> tuple[Year, ...]:
        """Every year from the first to the last, those without a figure included."""
        if self.first is None or self.last is None:
            return ()
        return years_between(self.first, self.last)

    def until(self, year: Year) -> Series:
        """The series as if nothing after this year were known."""
        return Series({y: cell for y, cell in self.cells.items() if y <= year}, self.breaks)

    def since(self, latest: Year) -> Year:
        """Where the run of years under one definition begins.

        The first year given, or the newest break if that is later. A gap at the start is part of
        the run: a series whose first year is missing has a gap, not a later start.
        """
        changed = last_break(self.breaks, latest)
        first = latest if self.first is None else min(self.first, latest)
        return first if changed is None else max(first, changed.year)

    def run(self, latest: Year) -> tuple[Year, ...]:
        """Every year of one definition up to and including `latest`."""
        return years_between(self.since(latest), latest)

    def comparable_years(self, latest: Year) -> tuple[Year, ...]:
        """The years before `latest`, of the same definition, that it may be compared with."""
        return tuple(
            year for year in self.run(latest) if year < latest and self.cell(year).is_comparable
        )

    def gaps(self, latest: Year) -> tuple[Year, ...]:
        """The years of the run up to `latest` with no figure that can be compared."""
        return tuple(year for year in self.run(latest) if not self.cell(year).is_comparable)
