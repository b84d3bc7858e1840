"""A chart in words: its description, what each column says, and the key to its marks."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from offences.english import ended, number, sentence
from offences.statistics.cells import MAY_BE_ZERO, Cell, Missing, Range, State
from offences.statistics.years import Year
from offences.words import reasons
from offences.words.cells import revision

ANOTHER_WAY = "counted another way"
KEYS = {
    "doubt": "In doubt: shown, not compared",
    "zero": "A true zero: none were recorded",
    "range": "A range: solid to the low end, stripes to the high end",
    "open": "Solid to the low end; no upper limit is known",
    "part": "Part of a year: as wide as its months, never compared",
}
"""What a mark means, by its kind."""
_NOT_YET: dict[Missing | None, str] = {
    Missing.UNCONFIRMED_ZERO: "a figure that is not confirmed yet",
    Missing.NOT_CHECKED: "answered, and the figure is being checked",
    Missing.NOT_SETTLED: "answered, and the figure is not settled yet",
}


def title(area: str) -> str:
    """The title of a force's chart."""
    return f"{area}: offences recorded each year"


class ChartYear(Protocol):
    """One year of a chart: its figure, and what is known of it."""

    @property
    def year(self) -> Year: ...
    @property
    def cell(self) -> Cell: ...
    @property
    def reason(self) -> str: ...
    @property
    def vintage(self) -> str: ...
    @property
    def restated(self) -> bool: ...


def description(
    points: Sequence[ChartYear], newest: ChartYear | None, changed: Iterable[Year], change: str = ""
) -> str:
    """The finding first, then every other year with a figure, then the gaps.

    `change` is the newest figure beside an earlier one, in the words that the claim gate allows:
    nothing is compared here. `changed` are the years since which offences are counted another way.
    """
    if newest is None:
        return ""
    sentences = [f"In {newest.year}: {_in_words(newest)}{f', {change}' if change else ''}"]
    sentences += [
        f"In {point.year}: {_in_words(point)}"
        for point in reversed(points)
        if point is not newest and not _is_in_change(point, change)
    ]
    sentences += [f"From {year} on, offences were {ANOTHER_WAY}" for year in changed]
    return ". ".join(sentences) + "."


def _is_in_change(point: ChartYear, change: str) -> bool:
    """The words of the change hold all there is to say of this year."""
    is_plain = point.cell.is_exact and point.restated and not point.cell.is_revised
    return is_plain and f"{point.cell.low:,} " in change and point.year.label in change


def _in_words(point: ChartYear) -> str:
    cell = point.cell
    if cell.is_missing:
        reason = point.reason or "no figure"
        other = f"no figure, {reason[0].lower()}{reason[1:]}; it is not zero"
        return _NOT_YET.get(cell.why, other)
    words = label(cell)
    if cell.state is State.PART_YEAR:
        words += f" in {_months(cell)} of the year"
    if not point.restated:
        words += f", published {point.vintage or 'earlier'} and not restated"
    words += f", revised ({revision(cell)})" if cell.is_revised else ""
    return f"{words}, in doubt" if cell.doubt else words


def label(cell: Cell) -> str:
    """The label over a column: “68”, “24 to 44”, “5 or more”."""
    low = number(cell.low or 0)
    if cell.state is not State.SUPPRESSED:
        return low
    return f"{low} or more" if cell.high is None else f"{low} to {number(cell.high)}"


def range_label(figure: Range) -> str:
    """What stands over a sum: “3,526”, “24 to 44”, “5 or more”."""
    if figure.is_exact:
        return number(figure.low)
    return label(Cell.suppressed(figure.low, figure.high))


def pair(forces: int, figures: Iterable[tuple[Year, str]]) -> str:
    """A pair of years like for like: “9 forces with figures for both years: 797 in 2015/16, …”."""
    both = ", ".join(f"{figure} in {year}" for year, figure in figures)
    return f"{number(forces)} force{'' if forces == 1 else 's'} with figures for both years: {both}"


def _months(cell: Cell) -> str:
    return f"{cell.months} month{'' if cell.months == 1 else 's'}"


def under(point: ChartYear) -> str:
    """What stands under a column: the months of a part year, the reason for a gap."""
    if point.cell.is_missing:
        return point.reason or "no figure"
    return _months(point.cell) if point.cell.state is State.PART_YEAR else ""


def tooltip(point: ChartYear) -> str:
    """A column by itself: “68, published June 2019”."""
    cell = point.cell
    if cell.why in MAY_BE_ZERO:
        return reasons.sentence(cell.why)
    if cell.is_missing:
        reason = under(point)
        return f"No figure: {reason[0].lower()}{reason[1:]}. Not zero."
    words = " in ".join(filter(None, (label(cell), under(point))))
    if point.vintage:
        words += f", published {point.vintage}"
    if not point.restated:
        words += ", not restated since"
    words += f". Revised: {revision(cell)}" if cell.is_revised else ""
    return f"{words}. In doubt: {ended(cell.doubt)}" if cell.doubt else words


def key_of_gaps(gaps: Sequence[ChartYear]) -> str:
    """What a gap means: the reason, where all have the same one."""
    not_zero = "" if any(gap.cell.why in MAY_BE_ZERO for gap in gaps) else " Not zero."
    why = {under(gap) for gap in gaps}
    return f"{sentence(why.pop()) if len(why) == 1 else 'No figure, with the reason'}.{not_zero}"


def key_of_break(year: Year, why: str) -> str:
    return f"Counted in another way from {year} on{f': {why}' if why else ''}"


def key_of_bars(vintages: set[str], *, restated: bool) -> str:
    """Solid and hollow bars: “Published June 2019” where there is one such date."""
    one = f"Published {next(iter(vintages))}" if len(vintages) == 1 and any(vintages) else ""
    not_since = f"{one or 'Published earlier'}, not restated since"
    return one or "In the newest release" if restated else not_since
