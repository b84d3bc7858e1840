"""A whole release as rows and as a plain file."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from offences.claims.totals import area_in_words
from offences.english import number
from offences.exports.trend import Value, note_on, revision_of, safe
from offences.models import (
    FigureKind,
    FoiSubmission,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.dates import in_words
from offences.statistics.notation import published_markers
from offences.statistics.years import Year
from offences.trends import point_of, released_cell
from offences.words.panels import in_words as region_in_words

COLUMNS = {
    "kind": "What the row is of: a force, a nation, a region, or all forces together (total).",
    "place": "The force by its name, or the places by theirs.",
    "address": "The last part of the force’s address on this site.",
    "measure": "What is counted.",
    "what": "A count from a return, or what a publication printed.",
    "breakdown": "The way in which the measure is split; empty for the whole.",
    "category": "Which part of the breakdown; “total” is the whole.",
    "year": "From April to March: 2018/19.",
    "period": "For a figure printed for another span of time: that span.",
    "number": "The figure. Empty where there is none, or where only a range is known.",
    "low": "The smallest number that the figure can be.",
    "high": "The largest; empty where no upper limit is known.",
    "marker": "Why there is no plain number, or what to know of it.",
    "reason": "Why there is no figure, in words.",
    "months": "How many months of the year the figure covers.",
    "forces_with_figures": "For a published total: how many forces it counts, where printed.",
    "forces_asked": "How many forces were asked, where printed.",
    "published": "When the figure was published.",
    "source": "Where it was published, or the file that the force sent.",
    "source_address": "The address of that publication.",
    "sheet": "The sheet of the force’s file.",
    "cell": "The cell of that sheet.",
    "note": "What else to know.",
    "release": "The number of the release.",
}
"""The columns of a release's file, and what each holds."""

FORCE_COLUMNS = (
    *("place", "address", "year", "number", "low", "high", "marker", "reason", "months"),
    *("published", "source", "source_address", "sheet", "cell", "note"),
)
PART_COLUMNS = (
    *("kind", "place", "address", "year", "breakdown", "category", "number", "low", "high"),
    *("marker", "reason", "months", "forces_with_figures", "forces_asked"),
    *("published", "source", "sheet", "cell", "note"),
)
RECORDED_COLUMNS = (
    *("kind", "place", "what", "category", "year", "period", "number", "low", "high"),
    *("marker", "reason", "forces_with_figures", "forces_asked"),
    *("published", "source", "source_address", "note"),
)
ANSWER_COLUMNS = (
    *("round", "force", "address", "request", "outcome", "date", "reference", "reason"),
    *("source", "source_address"),
)


@dataclass(frozen=True)
class ReleaseContent:
    """Everything that the files of a release are made of."""

    release: Release
    figures: Sequence[ReleasedFigure]
    responses: Sequence[ReleasedResponse]
    names: Mapping[str, str]  # a force's address and its name
    address: str  # of the release's page
    categories: Sequence[ReleasedCategory] = ()
    parts: Sequence[ReleasedFigure] = ()  # the figures of breakdowns
    embargo: str = ""  # for one person before the minute: until when


@dataclass(frozen=True)
class RecordedRow:
    """A recorded figure as the table of a release shows it."""

    year: str
    shown: str
    is_number: bool
    what: str
    rests_on: str
    published: str
    source: str
    source_url: str
    note: str


def recorded_rows(figures: Iterable[ReleasedFigure], names: Mapping[str, str]) -> list[RecordedRow]:
    """The recorded figures of a release: of all forces, nations, regions, then single forces."""
    return [
        RecordedRow(
            year=Year(f.year).label if f.year else f.period,
            shown=number(f.low) if f.low is not None else f.as_written,
            is_number=f.low is not None,
            what=_what(f, names),
            rests_on=_rests_on(f),
            published=f.published_in_words,
            source=f.source,
            source_url=f.source_url,
            note=_remark(f),
        )
        for f in _in_order(figures, ("total", "nation", "region", "force"))
        if f.claim not in OUR_OWN
    ]


OUR_OWN = {FigureKind.COUNT, FigureKind.SUM}
"""What is not quoted: the counts of the returns, and our own sums of them."""


def _what(figure: ReleasedFigure, names: Mapping[str, str]) -> str:
    """“Total for Wales”, “Most common age, England and Wales”."""
    claim = FigureKind
    place = names.get(figure.body, region_in_words(area_in_words(figure.body)))
    if figure.claim == claim.TOTAL:
        return f"Total for {place}"
    if figure.claim == claim.AGE_TOTAL:
        return f"Aged {figure.category.replace('_', ' ')}, {place}"
    words = FigureKind(figure.claim).label.removeprefix("recorded ")
    return f"{words[:1].upper()}{words[1:]}, {place}"


def _rests_on(figure: ReleasedFigure) -> str:
    if figure.with_figures and figure.asked:
        return f"{figure.with_figures} of {_forces(figure.asked)}"
    return _forces(figure.with_figures) if figure.with_figures else ""


def _forces(n: int) -> str:
    return f"{n} force{'' if n == 1 else 's'}"


def _remark(figure: ReleasedFigure) -> str:
    """The remark of a recorded figure, or of a sum, as a sentence that opens with a word."""
    if figure.claim == FigureKind.SUM and figure.breakdown:
        return "Added up from the figures of the forces that gave the whole breakdown."
    if figure.claim == FigureKind.SUM:
        least = " A part of a year is in it, so it is the least." if figure.high is None else ""
        told = revision_of(released_cell(figure), figure.previously_in, figure.revised_why)
        return f"Added up from the forces’ own figures.{least} {told}".strip()
    notes = [f"In doubt: {figure.doubt.rstrip('.')}." if figure.doubt else ""]
    if note := figure.note.rstrip("."):
        notes.append(f"Note: {note}." if note[:1].isdigit() else f"{note[:1].upper()}{note[1:]}.")
    return " ".join(filter(None, notes))


def _in_order(
    figures: Iterable[ReleasedFigure], kinds: Sequence[str] = ("force", "total", "nation", "region")
) -> list[ReleasedFigure]:
    """By kind, those of one kind A to Z; the newest year and the newest publication first."""
    return sorted(
        sorted(figures, key=lambda f: (f.year, f.publication), reverse=True),
        key=lambda f: (kinds.index(f.body_kind), f.body if f.body_kind != "total" else ""),
    )


def release_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """Every figure of a release, and every reason why there is none. Nothing is a nought but 0.

    The breakdowns come last, each by itself, its categories in their order.
    """
    return [_release_row(figure, book) for figure in _in_order(book.figures)] + part_rows(book)


def part_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """The figures of the breakdowns."""
    names = {(each.breakdown, each.category): each for each in book.categories}
    place = {key: at for at, key in enumerate(names)}
    ordered = sorted(
        _in_order(book.parts),
        key=lambda f: (names[f.breakdown, f.category].breakdown_position, f.breakdown),
    )
    rows = []
    for _, of_body in groupby(ordered, lambda f: (f.breakdown, f.body_kind, f.body, f.year)):
        for figure in sorted(of_body, key=lambda f: place[f.breakdown, f.category]):
            category = names[figure.breakdown, figure.category]
            row = _release_row(figure, book)
            row |= {"breakdown": category.breakdown_name, "category": category.name}
            rows.append(row)
    return rows


def _release_row(figure: ReleasedFigure, book: ReleaseContent) -> dict[str, Value]:
    is_count = figure.claim == FigureKind.COUNT
    row: dict[str, Value] = {
        "kind": figure.body_kind,
        "place": book.names.get(figure.body, figure.body),
        "address": figure.body if figure.body_kind == "force" else "",
        "measure": book.release.measure.name,
        "what": FigureKind(figure.claim).label,
        "category": figure.category,
        "year": Year(figure.year).label if figure.year else "",
        "period": figure.period,
        "published": figure.published_in_words,
        "source": figure.source,
        "source_address": figure.source_url,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "release": book.release.number,
        "note": _remark(figure),
    }
    if figure.low is not None:
        row["low"] = figure.low
        if figure.low == figure.high:
            row["number"] = figure.low
    if figure.high is not None:
        row["high"] = figure.high
    if figure.with_figures is not None:
        row["forces_with_figures"] = figure.with_figures
    if figure.asked is not None:
        row["forces_asked"] = figure.asked
    if is_count:
        point = point_of(figure)
        row["marker"] = " ".join(published_markers(point.cell))
        row["reason"] = point.reason
        row["note"] = note_on(point)
        if not point.cell.is_missing:
            row["months"] = figure.months
    elif figure.claim == FigureKind.SUM:
        row["marker"] = " ".join(published_markers(released_cell(figure)))
    elif figure.low is None:
        row |= {"marker": "x", "reason": f"printed in words: {figure.as_written}"}
    return row


def answer_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """What each force answered in each round, newest round first."""
    ordered = sorted(book.responses, key=lambda r: (-r.round_number, r.force, r.number))
    return [
        {
            "round": each.round_name,
            "force": book.names.get(each.force, each.force),
            "address": each.force,
            "request": each.number,
            "outcome": FoiSubmission.Outcome(each.outcome).label,
            "date": in_words(each.outcome_on, each.outcome_precision),
            "reference": each.reference,
            "reason": each.reason,
            "source": each.source,
            "source_address": each.source_url,
        }
        for each in ordered
    ]


def release_csv(book: ReleaseContent) -> str:
    """A release as one table, a row for each figure or reason."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in release_rows(book):
        writer.writerow([safe(row.get(column, "")) for column in COLUMNS])
    return text.getvalue()
