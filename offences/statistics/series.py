"""One body's figures over the years."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
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


class YearByYear:
    """What the figures of one body and of many have in common."""

    breaks: tuple[Break, ...]

    @property
    def given(self) -> Iterable[Year]:
        """The years for which anything is given, whatever its state."""
        raise NotImplementedError

    @property
    def first(self) -> Year | None:
        return min(self.given, default=None)

    @property
    def last(self) -> Year | None:
        return max(self.given, default=None)

    @property
    def years(self) -> tuple[Year, ...]:
        """Every year from the first to the last, those without a figure included."""
        first, last = self.first, self.last
        return years_between(first, last) if first is not None and last is not None else ()

    def since(self, latest: Year) -> Year:
        """Where the run of years under one definition begins.

        The first year given, or the newest break if that is later. A gap at the start is part of
        the run: a series whose first year is missing has a gap, not a later start.
        """
        changed = last_break(self.breaks, latest)
        first = min(self.first or latest, latest)
        return first if changed is None else max(first, changed.year)

    def run(self, latest: Year) -> tuple[Year, ...]:
        """Every year of one definition up to and including `latest`."""
        return years_between(self.since(latest), latest)


NOT_ASKED = Cell.missing(Missing.NOT_ASKED)


@dataclass(frozen=True)
class Series(YearByYear):
    """What one body recorded, year by year, and the years in which the definition broke.

    A year between the first and the last for which nothing is known was *not asked*: a gap is a
    cell like any other, so no line is drawn and no trend computed across a missing year.
    """

    cells: Mapping[Year, Cell]
    breaks: tuple[Break, ...] = field(default=())

    def __post_init__(self) -> None:
        ordered = {year: self.cells[year] for year in sorted(self.cells)}
        object.__setattr__(self, "cells", MappingProxyType(ordered))
        object.__setattr__(self, "breaks", tuple(self.breaks))

    def __hash__(self) -> int:
        return hash((tuple(self.cells.items()), self.breaks))

    @property
    def given(self) -> Iterable[Year]:
        return self.cells

    def cell(self, year: Year) -> Cell:
        """What was said about a year; *not asked* where nothing was."""
        return self.cells.get(year) or NOT_ASKED

    @property
    def is_known(self) -> bool:
        """Something is known of some year. That a figure is *not in the records* is nothing."""
        return any(cell.why is not Missing.NOT_IN_RECORDS for cell in self.cells.values())

    def until(self, year: Year) -> Series:
        """The series as if nothing after this year were known."""
        return Series({y: cell for y, cell in self.cells.items() if y <= year}, self.breaks)

    def comparable_years(self, latest: Year) -> tuple[Year, ...]:
        """The years before `latest`, of the same definition, that it may be compared with."""
        return tuple(y for y in self.run(latest) if y < latest and self.cell(y).is_comparable)

    def gaps(self, latest: Year) -> tuple[Year, ...]:
        """The years of the run up to `latest` with no figure that can be compared."""
        return tuple(year for year in self.run(latest) if not self.cell(year).is_comparable)


@dataclass(frozen=True)
class Gap:
    """Years that are no use for a comparison, for one and the same reason."""

    years: tuple[Year, ...]
    why: Missing | None = None  # why there is no figure; else
    months: int | None = None  # it is for so many months; else it is in doubt
    is_doubtful: bool = False

    @property
    def is_missing(self) -> bool:
        return self.why is not None

    @property
    def may_be_zero(self) -> bool:
        """Whether the force gave a figure that is not settled, so that nothing is said of zero."""
        return self.why in MAY_BE_ZERO


def gaps_of(series: Series, latest: Year) -> list[Gap]:
    """The gaps of the run before a year, grouped by reason."""
    found: dict[tuple[Missing | None, int | None], list[Year]] = {}
    for year in series.run(latest):
        cell = series.cell(year)
        if year < latest and not cell.is_comparable:
            found.setdefault(_reason(cell), []).append(year)
    return [
        Gap(tuple(years), *reason, is_doubtful=bool(series.cell(years[0]).doubt))
        for reason, years in found.items()
    ]


def _reason(cell: Cell) -> tuple[Missing | None, int | None]:
    """Why a cell does not compare."""
    if cell.is_missing:
        return cell.why or Missing.NOT_AVAILABLE, None
    return None, cell.months or None
