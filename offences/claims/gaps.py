"""Years without a figure that compares, and why: missing, in doubt, or part of a year."""

from dataclasses import dataclass

from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year


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
        """The force gave a figure that is not settled: nothing is said of zero."""
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
