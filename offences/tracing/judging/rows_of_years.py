"""Numbers told in turn, of years that no word says: those of years that follow each other."""

from collections.abc import Iterator
from dataclasses import replace

from offences.statistics.years import Year
from offences.tracing.binding.mentions import within
from offences.tracing.binding.rows_of_years_before import rows_of_years_before
from offences.tracing.binding.scene import Scene
from offences.tracing.binding.statement import Statement
from offences.tracing.binding.year_rows import (
    LAST_TOTALS,
    PREVIOUS_YEARS,
    YEARS_AFTER,
    YEARS_BETWEEN,
    YearRows,
)
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.candidates import Candidate
from offences.tracing.finding.vocabulary import compiled

OF_NOW = compiled(r"\b(?:now|today|latest|last\s+year|this\s+year|most\s+recent)\b")


def as_row(statement: Statement, documents: Documents, scene: Scene) -> Iterator[Statement]:
    """A number of three or more in a row, of its year: "It rose from 18 to 22, then to 31".

    Only where the sentence names no year up to the end of the row, and the body has these numbers
    in this order once, from the earliest or from the latest; two only of "the previous years".
    """
    figure = statement.figure
    if figure.kind != "count" or statement.categories or statement.role:
        return
    own = statement.own_facts(documents)
    start, end = scene.passage.sentence_bounds(figure.start)
    finder = YearRows(scene)
    found = scene.rows_of_years
    if own and (start, end) not in found:
        found[start, end] = finder.rows((start, end), is_of_years=True)
    rows = found[start, end] if own else []
    row = next((r for r in rows if figure in r), None) or (_line(scene, figure) if own else None)
    lead = scene.passage.before(row[0].start) if row else ""
    before = PREVIOUS_YEARS.search(lead)
    last = None if before else LAST_TOTALS.search(lead)
    if own is None or row is None or not (before or last or len(row) > 2):
        return
    if rows_of_years_before(scene, (start, end), finder.year_before).keys() & {figure.start}:
        return  # whose years the words behind the row say
    # "There were 149 in 2019/20; the two years before had 110 and 95"
    said_from = row[0].start - len(lead) + before.end() if before else start
    if within(scene.years, (said_from, row[-1].end)):
        return
    text = scene.passage.text
    is_of_now = not (before or last) and OF_NOW.search(text, start, row[-1].end)
    if is_of_now or YEARS_BETWEEN.search(text[start : row[0].start]):
        return
    if statement.years and YEARS_AFTER.search(lead):
        return  # of the years after one that is named
    for in_turn in (row, row[::-1]):
        first = _first(in_turn, own)
        ends = finder.year_before(row) if before else Year(scene.latest.start + 1)
        if first and not ((before or last) and Year(first.start + len(row)) != ends):
            year = Year(first.start + in_turn.index(figure))
            yield replace(statement, years=frozenset({year}), is_base=False, bases=None)


_BETWEEN_NUMBERS = compiled(r"[\s.,;:/|·→–—-]*")


def _line(scene: Scene, figure: Candidate) -> list[Candidate] | None:
    """The numbers of a line that has nothing else: "171. 208. 246. 239"."""
    text, start = scene.passage.text, scene.passage.line_start(figure.start)
    end = text.find("\n", figure.end)
    row = list(scene.figures_in(start, len(text) if end < 0 else end))
    ends = [start, *(each.end for each in row)]
    starts = [*(each.start for each in row), len(text) if end < 0 else end]
    pairs = zip(ends, starts, strict=True)
    is_row = all(_BETWEEN_NUMBERS.fullmatch(text, a, b) for a, b in pairs)
    return row if is_row and len(row) > 2 and all(f.kind == "count" for f in row) else None


def _first(row: list[Candidate], own: Evidence) -> Year | None:
    """The year of the first number of a row; None where the body has no such row, or two."""
    found = [
        year
        for year in own.values
        if all(own.values.get(Year(year.start + n)) == each.value for n, each in enumerate(row))
    ]
    return found[0] if len(found) == 1 else None
