"""What the claims are made of: one body's figures, or a panel's, and what was published."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from offences.claims.thresholds import Thresholds
from offences.english import area, is_uk
from offences.statistics.cells import Cell, Range, State
from offences.statistics.panels import Panel
from offences.statistics.series import Break, Series
from offences.statistics.years import Year

Cells = tuple[tuple[str, Year], ...]
"""The force (or place) and the year of each cell."""

SCOPES = ("force", "region", "nation", "national")


class BadFacts(ValueError):
    """The document cannot be read as facts; the message says where and what would be right."""


@dataclass(frozen=True)
class Recorded:
    """A published fact whose cells we do not hold.

    It is given as reported, with its publication. It is never added to anything, and two totals
    are put side by side only if one publication has both: the same date and source. One that
    another has replaced since (`now`) belongs to the past alone.
    """

    claim: str
    year: Year
    value: int
    publication: str
    with_figures: int | None = None
    asked: int | None = None
    nations: tuple[str, ...] = ()
    category: str = ""
    source: str = ""  # which publication of that date: its address, or its name
    now: int | None = None  # the current value, where a later publication has replaced this one


@dataclass(frozen=True, order=True)
class AgeGroup:
    """A single year of age, or a band with both ends included."""

    low: int
    high: int

    @property
    def is_band(self) -> bool:
        return self.low != self.high

    def __str__(self) -> str:
        return f"{self.low}-{self.high}" if self.is_band else str(self.low)


@dataclass(frozen=True)
class Ages:
    """How many offences at each age, and how many of unknown age."""

    groups: Mapping[AgeGroup, Cell]
    unknown: Cell = field(default_factory=lambda: Cell.count(0))

    @property
    def cells(self) -> list[Cell]:
        return [*self.groups.values(), self.unknown]

    @property
    def hidden(self) -> list[Cell]:
        """Cells whose number is not stated."""
        return [cell for cell in self.cells if not cell.is_exact]

    @property
    def known(self) -> int:
        """Offences with an age: the sum of the low ends."""
        return sum(cell.low or 0 for cell in self.groups.values())

    @property
    def total(self) -> int:
        return self.known + (self.unknown.low or 0)


@dataclass(frozen=True)
class Share:
    """The parts of something known for some of all cases: platforms, sex."""

    of: int
    known: int
    parts: Mapping[str, int]


@dataclass(frozen=True)
class Facts:
    """Everything a claim may rest on.

    Exactly one of `series` and `panel` is given, or neither where only recorded facts are known.
    Years after `latest`, the year the release is about, are ignored.
    """

    place: str
    measure: str
    latest: Year
    series: Series | None = None
    panel: Panel | None = None
    scope: str = ""
    nations: tuple[str, ...] = ()
    published_on: date | None = None
    later: tuple[Year, ...] = ()  # newer years whose figures were published and are not here
    recorded: tuple[Recorded, ...] = ()
    ages: Ages | None = None
    age_limits: tuple[int, ...] = ()
    shares: Mapping[str, Share] = field(default_factory=dict)
    youngest: int | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # by body's name

    def __post_init__(self) -> None:
        if self.series is not None and self.panel is not None:
            raise BadFacts("Facts are about one body's series or about a panel, not both.")
        if not self.scope:
            is_force = self.series is not None
            object.__setattr__(self, "scope", "force" if is_force else "national")
        if self.scope not in SCOPES:
            raise BadFacts(f"The scope is one of {', '.join(SCOPES)}, not “{self.scope}”.")
        area(self.nations)  # refuses a nation that is none
        if self.series is not None:
            object.__setattr__(self, "series", self.series.until(self.latest))
        if self.panel is not None:
            object.__setattr__(self, "panel", self.panel.until(self.latest))

    @property
    def breaks(self) -> tuple[Break, ...]:
        body = self.series or self.panel
        return body.breaks if body is not None else ()

    @property
    def asked(self) -> int | None:
        return self.panel.asked if self.panel is not None else None

    @property
    def area(self) -> str:
        """Where the forces asked are, in words; the place where no nations are given.

        Nothing where the place claims the UK and no nations bear it out.
        """
        return area(self.nations) or ("" if is_uk(self.place) else self.place)

    @cached_property
    def latest_cells(self) -> dict[str, Cell]:
        """The cells of the latest year: the place's own, or each force's."""
        if self.panel is not None:
            return self.panel.cells(self.latest)
        return {} if self.series is None else {self.place: self.series.cell(self.latest)}

    @property
    def figures(self) -> dict[str, Cell]:
        """Those of the latest cells that hold any figure."""
        return {body: cell for body, cell in self.latest_cells.items() if not cell.is_missing}

    @property
    def behind(self) -> Cells:
        """The cells behind a claim about the latest year."""
        return tuple((body, self.latest) for body in self.figures)

    @property
    def total(self) -> Range | None:
        """What the latest year adds up to, a part year at its own number."""
        ranges = [cell.range for cell in self.figures.values() if cell.range is not None]
        return Range.sum(ranges) if ranges else None

    @property
    def all_exact(self) -> bool:
        """Every figure of the latest year is an exact number for the whole year."""
        return bool(self.figures) and all(cell.is_exact for cell in self.figures.values())

    @property
    def has_part_year(self) -> bool:
        return any(cell.state is State.PART_YEAR for cell in self.figures.values())

    def cell(self, body: str, year: Year) -> Cell:
        if self.panel is not None:
            return self.panel.series[body].cell(year)
        assert self.series is not None
        return self.series.cell(year)
