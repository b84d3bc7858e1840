"""A chart in words: the finding first, then every other year, then the gaps."""

from offences.charts.columns import ANOTHER_WAY, breaks_in
from offences.statistics.cells import Missing, State
from offences.trends import Point, Trend


def description_of(trend: Trend, change: str = "") -> str:
    """The finding first, then every other year with a figure, then the gaps.

    `change` is the newest figure beside an earlier one, in the words that the claim gate allows:
    nothing is compared here.
    """
    newest = trend.newest
    if newest is None:
        return ""
    sentences = [f"In {newest.year}: {_in_words(newest)}{f', {change}' if change else ''}"]
    sentences += [
        f"In {point.year}: {_in_words(point)}"
        for point in reversed(trend.points)
        if point is not newest and not _is_told(point, change)
    ]
    sentences += [f"From {year} on, offences were {ANOTHER_WAY}" for _, year, _ in breaks_in(trend)]
    return ". ".join(sentences) + "."


def _is_told(point: Point, change: str) -> bool:
    """The words of the change hold all there is to say of this year."""
    return (
        point.cell.is_exact
        and point.restated
        and f"{point.cell.low:,} " in change
        and (point.year.label in change)
    )


def _in_words(point: Point) -> str:
    cell = point.cell
    if cell.is_missing:
        if cell.why is Missing.UNCONFIRMED_ZERO:
            return "a figure that is not confirmed yet"
        if cell.why is Missing.NOT_CHECKED:
            return "answered, and the figure is being checked"
        if cell.why is Missing.NOT_SETTLED:
            return "answered, and the figure is not settled yet"
        reason = point.reason or "no figure"
        return f"no figure, {reason[0].lower()}{reason[1:]}; it is not zero"
    if cell.state is State.SUPPRESSED:
        words = f"{cell.low:,} or more" if cell.high is None else f"{cell.low:,} to {cell.high:,}"
    elif cell.state is State.PART_YEAR:
        words = f"{cell.low:,} in {cell.months} month{'' if cell.months == 1 else 's'} of the year"
    else:
        words = f"{cell.low:,}"
    if not point.restated:
        words += f", published {point.vintage or 'earlier'} and not restated"
    return f"{words}, in doubt" if cell.doubt else words
