"""The staff’s tables: the breakdowns of the returns whose totals are current."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from offences.models import AnnualCount, Breakdown, Category
from offences.statistics.cells import Cell, Missing
from offences.statistics.years import Year
from offences.trends.current import CurrentFigure, cell_of


@dataclass(frozen=True)
class Part:
    """One category of one force and year: its cell, and the count it is from."""

    category: Category
    cell: Cell
    count: AnnualCount | None = None


type Split = dict[Category, Part]
"""One breakdown of one force and year: every category of it, those without a figure too."""


def current_parts(
    current: Mapping[tuple[str, Year], CurrentFigure], breakdowns: Iterable[Breakdown]
) -> dict[tuple[str, Year], dict[Breakdown, Split]]:
    """Force and year → each of these breakdowns that the return whose total is current gives.

    Never from another return: parts of one answer beside the total of another do not add up. A
    category that the return lacks is *not available*; a breakdown of which it has no cell at all is
    not listed.
    """
    own = {
        figure.submission.pk: (key[0], figure.submission)
        for key, figure in current.items()
        if figure.submission and not figure.cell.is_missing
    }
    chosen = list(breakdowns)
    counts = (
        AnnualCount.objects.current()
        .filter(submission__in=own, category__breakdown__in=chosen)
        .select_related("document")
    )
    given: dict[tuple[str, Year], dict[int, AnnualCount]] = {}
    for count in counts:
        key = own[count.submission_id][0], Year(count.year)
        figure = current.get(key)
        if figure and figure.submission and figure.submission.pk == count.submission_id:
            given.setdefault(key, {})[count.category_id] = count
    categories = {each: list(each.categories.all()) for each in chosen}
    return {
        key: {
            breakdown: {each: _part(each, rows.get(each.pk)) for each in members}
            for breakdown, members in categories.items()
            if any(each.pk in rows for each in members)
        }
        for key, rows in given.items()
    }


def _part(category: Category, count: AnnualCount | None) -> Part:
    cell = cell_of(count) if count else Cell.missing(Missing.NOT_AVAILABLE)
    return Part(category, cell, count)
