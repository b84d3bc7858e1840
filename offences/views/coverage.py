"""Of how many forces a figure is in the records, year by year."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from offences.claims.totals import Total, newest_total
from offences.models import ReleasedFigure, ReleasedResponse
from offences.statistics.years import Year
from offences.trends import asked_by_name
from offences.words.figure import round_in_words
from offences.words.panels import coverage_text
from offences.words.round import counted_by_charity


@dataclass(frozen=True)
class CoveredYear:
    """Of how many forces a figure for a year is in the records, and what the charity counted."""

    year: Year
    text: str
    reported: str = ""


def coverage_by_year(
    years: Iterable[Year],
    figures: Sequence[ReleasedFigure],
    responses: Sequence[ReleasedResponse],
    totals: tuple[Total, ...] = (),
) -> list[CoveredYear]:
    """Coverage of each year, newest first."""
    with_figure: dict[int, int] = defaultdict(int)
    for figure in figures:
        if figure.claim == "count" and figure.category == "total" and figure.state != "missing":
            with_figure[figure.year] += 1
    found = []
    for year in sorted(years, reverse=True):
        total, reported = newest_total(totals, year), ""
        if total and total.with_figures and total.with_figures != with_figure[year.start]:
            reported = counted_by_charity(total)
        text = coverage_text(with_figure[year.start], len(asked_by_name(year, responses)) or None)
        found.append(CoveredYear(year, text, reported))
    return found


def rounds_of(answers: Sequence[ReleasedResponse]) -> list[tuple[str, str]]:
    """The rounds of a release, newest first: address and words."""
    found: dict[str, ReleasedResponse] = {}
    for each in sorted(answers, key=lambda r: -r.round_number):
        found.setdefault(each.round, each)
    return [(slug, round_in_words(each.round_name)) for slug, each in found.items()]
