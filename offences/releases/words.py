"""A released figure in words: what it says, and where and when it was published."""

from offences.english import quantity
from offences.models import FigureKind, ReleasedFigure
from offences.statistics.cells import Range, State
from offences.trends import released_cell
from offences.words.cells import in_line, where_from

QUIET = {"not_in_records", "not_asked", "late"}  # nothing known before, nothing known now


def is_statement(figure: ReleasedFigure) -> bool:
    return figure.claim == FigureKind.STATEMENT


def figure_in_words(figure: ReleasedFigure | None, *, note: bool = True) -> str:
    """A figure as readers see it, in one line, with its remark if `note` is set."""
    if figure is None:
        return "not given"
    if figure.state == State.MISSING and is_statement(figure):
        return figure.as_written
    if figure.claim == FigureKind.SUM and figure.low is not None:
        return quantity(Range(figure.low, figure.high))
    return in_line(released_cell(figure), figure.section, figure.note if note else "")


def vintage(figure: ReleasedFigure | None, round_name: str = "") -> str:
    """The source and date of a figure: “Annual report, June 2019”."""
    if figure is None or figure.state == State.MISSING:
        return ""
    is_sum = figure.claim == FigureKind.SUM
    return where_from(
        figure.source,
        figure.published_in_words,
        sum_of=(figure.with_figures or 0, figure.asked or 0) if is_sum else None,
        round_name=round_name if figure.source_kind != "publication" else "",
    )
