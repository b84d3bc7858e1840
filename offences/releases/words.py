"""A released figure in words: what it says, and where and when it was said."""

from offences.english import months, quantity
from offences.models import FigureKind, ReleasedFigure
from offences.statistics.cells import Cell, Range, State
from offences.statistics.notation import published
from offences.trends import released_cell
from offences.words import reasons
from offences.words.panels import round_in_words

QUIET = {"not_in_records", "not_asked", "late"}  # nothing known before, nothing known now


def is_statement(figure: ReleasedFigure) -> bool:
    return figure.claim == FigureKind.STATEMENT


def said(figure: ReleasedFigure | None, *, note: bool = True) -> str:
    """What readers see of a figure, in one line; its remark too, unless told otherwise."""
    if figure is None:
        return "not given"
    if figure.state == State.MISSING and is_statement(figure):
        return figure.as_written
    if figure.claim == FigureKind.SUM and figure.low is not None:
        return quantity(Range(figure.low, figure.high))
    cell: Cell = released_cell(figure)
    if cell.why:
        return reasons.short(cell.why, figure.section)
    remarks = [
        months(cell.months) if cell.months else "",
        "provisional" if cell.provisional else "",
        "estimated" if cell.estimated else "",
        f"in doubt: {cell.doubt}" if cell.doubt else "",
        figure.note if note else "",
    ]
    told = "; ".join(filter(None, remarks))
    shown = published(cell)
    if shown == "[c]":  # a code is explained in a table of figures, not here
        shown = f"withheld, {cell.low:,} or more" if cell.low else "withheld"
    return shown + (f" ({told})" if told else "")


def the_round(name: str) -> str:
    """A round in the middle of a sentence: “the 2020 round”, “the spring round”."""
    words = round_in_words(name)
    return words if words.startswith("the ") else f"the {words} round"


def vintage(figure: ReleasedFigure | None, round_name: str = "") -> str:
    """Where a figure is from and when it was published: “Annual report, June 2019”."""
    if figure is None or figure.state == State.MISSING:
        return ""
    if figure.claim == FigureKind.SUM:
        where = f"Added up from {figure.with_figures} of {figure.asked} forces"
    elif figure.source_kind != "publication" and round_name:
        where = f"The force’s answer to {the_round(round_name)}"
    else:
        where = figure.source or "Source not known"
    return ", ".join(filter(None, [where, figure.published_in_words]))
