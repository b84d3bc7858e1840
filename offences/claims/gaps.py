"""Years without a figure that compares, and why: missing, in doubt, or part of a year."""

from collections.abc import Sequence
from dataclasses import dataclass

from offences.english import and_list, months
from offences.statistics.cells import Cell, Missing
from offences.statistics.series import Series
from offences.statistics.years import Year

_MISSING = {
    Missing.NOT_HELD: ("is not held by the force", "are not held by the force"),
    Missing.REFUSED: ("was refused by the force", "were refused by the force"),
    Missing.LATE: ("has no answer yet", "have no answer yet"),
    Missing.NOT_ASKED: ("was not asked for", "were not asked for"),
    Missing.NO_RESPONSE: ("had no answer", "had no answer"),
    Missing.NOT_AVAILABLE: ("is not available", "are not available"),
    Missing.BLANK: ("was left blank by the force", "were left blank by the force"),
    Missing.NOT_IN_RECORDS: ("is not in {whose} records", "are not in {whose} records"),
    Missing.UNCONFIRMED_ZERO: ("is not confirmed yet", "are not confirmed yet"),
    Missing.NOT_CHECKED: ("is not checked yet", "are not checked yet"),
    Missing.NOT_SETTLED: ("is not settled yet", "are not settled yet"),
}


MAY_BE_ZERO = {
    Missing.UNCONFIRMED_ZERO: "The force gave a figure that is not confirmed yet.",
    Missing.NOT_CHECKED: "The force answered. Its figure is being checked.",
    Missing.NOT_SETTLED: "The force answered. Its figure is not settled yet.",
}
"""The force gave a figure that may be nought: nothing is said of zero, neither yes nor no."""


@dataclass(frozen=True)
class Gap:
    """Years that are no use for a comparison, for one and the same reason."""

    years: tuple[Year, ...]
    is_missing: bool
    is_doubtful: bool
    said: str  # “2015/16 is not in our records”, “2017/18 covers six months only”


def gaps_of(series: Series, latest: Year, *, whose: str = "our") -> list[Gap]:
    """The gaps of the run before a year, grouped by reason, each in its own words."""
    found: dict[tuple[str, str], list[Year]] = {}
    for year in series.run(latest):
        cell = series.cell(year)
        if year < latest and not cell.is_comparable:
            found.setdefault(_reason(cell), []).append(year)
    return [
        Gap(
            tuple(years),
            is_missing=series.cell(years[0]).is_missing,
            is_doubtful=bool(series.cell(years[0]).doubt),
            said=f"{in_a_row(years)} {words[len(years) > 1].format(whose=whose)}",
        )
        for words, years in found.items()
    ]


def _reason(cell: Cell) -> tuple[str, str]:
    """Why a cell does not compare, said of one year and of several."""
    if cell.is_missing:
        return _MISSING[cell.why or Missing.NOT_AVAILABLE]
    if cell.months:
        return f"covers {months(cell.months)} only", f"cover {months(cell.months)} only"
    return "is in doubt", "are in doubt"


def missing(years: Sequence[Year]) -> str:
    """“2015/16 is missing”, whatever the reason."""
    return f"{in_a_row(years)} {'is' if len(years) == 1 else 'are'} missing"


def in_a_row(years: Sequence[Year], word: str = "and") -> str:
    """Years in order, three or more in a row as “2010/11 to 2015/16”."""
    runs: list[list[Year]] = []
    for year in sorted(years):
        if runs and runs[-1][-1].next == year:
            runs[-1].append(year)
        else:
            runs.append([year])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else [year.label for year in run]
    return and_list(words, word)
