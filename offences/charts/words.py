"""A chart in words: the finding first, then every other year, then the gaps."""

from offences.charts.columns import ANOTHER_WAY, breaks_in
from offences.statistics.cells import State
from offences.trends import Point, Trend


def description_of(trend: Trend) -> str:
    """The finding first, then every other year with a figure, then the gaps."""
    newest = trend.newest
    if newest is None:
        return ""
    before = next((p for p in trend.points if p.year == newest.year.previous), None)
    said = [newest]
    first = f"In {newest.year}: {_in_words(newest)}"
    if before is not None and _may_compare(trend, before, newest):
        change = (newest.cell.low or 0) - (before.cell.low or 0)
        how = "up from" if change > 0 else "down from" if change < 0 else "the same as"
        first += f", {how} {before.cell.low:,} in {before.year}"
        said.append(before)
    sentences = [first]
    sentences += [
        f"In {point.year}: {_in_words(point)}"
        for point in reversed(trend.points)
        if point not in said
    ]
    sentences += [f"From {year} on, offences were {ANOTHER_WAY}" for _, year, _ in breaks_in(trend)]
    return ". ".join(sentences) + "."


def _may_compare(trend: Trend, before: Point, newest: Point) -> bool:
    """Two whole, exact years of one definition, told by the same publication."""
    return all(
        point.cell.is_exact and point.cell.is_comparable and point.restated
        for point in (before, newest)
    ) and before.year >= trend.series.since(newest.year)


def _in_words(point: Point) -> str:
    cell = point.cell
    if cell.is_missing:
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
