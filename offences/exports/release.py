"""A whole release as rows and as a plain file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from offences.english import counted, number
from offences.exports.trend import Value, csv_of, note_on
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
from offences.words import downloads


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
    place = names.get(figure.body) or downloads.region(figure.body)
    label = FigureKind(figure.claim).label
    return downloads.recorded_title(figure.claim, label, figure.category, place)


def _rests_on(figure: ReleasedFigure) -> str:
    if figure.with_figures and figure.asked:
        return f"{figure.with_figures} of {counted(figure.asked, 'forces')}"
    return counted(figure.with_figures, "forces") if figure.with_figures else ""


def _remark(figure: ReleasedFigure) -> str:
    """What to know of a recorded figure, or of a sum."""
    if figure.claim != FigureKind.SUM:
        return downloads.recorded_notes(figure.doubt, figure.note)
    revision = downloads.revision_of(
        released_cell(figure), figure.previously_in, figure.revised_why
    )
    return downloads.sum_notes(
        revision, of_breakdown=bool(figure.breakdown), is_least=figure.high is None
    )


def _in_order(
    figures: Iterable[ReleasedFigure], kinds: Sequence[str] = ("force", "total", "nation", "region")
) -> list[ReleasedFigure]:
    """By kind, those of one kind A to Z; the newest year and the newest publication first."""
    return sorted(
        sorted(figures, key=lambda f: (f.year, f.publication), reverse=True),
        key=lambda f: (kinds.index(f.body_kind), f.body if f.body_kind != "total" else ""),
    )


def release_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """Every figure of a release, and every reason why there is none. Only 0 is a zero.

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
    numbers = {
        "low": figure.low,
        "number": figure.low if figure.low == figure.high else None,
        "high": figure.high,
        "forces_with_figures": figure.with_figures,
        "forces_asked": figure.asked,
    }
    row |= {name: value for name, value in numbers.items() if value is not None}
    if figure.claim == FigureKind.COUNT:
        point = point_of(figure)
        row["marker"] = " ".join(published_markers(point.cell))
        row |= {"reason": point.reason, "note": note_on(point)}
        if not point.cell.is_missing:
            row["months"] = figure.months
    elif figure.claim == FigureKind.SUM:
        row["marker"] = " ".join(published_markers(released_cell(figure)))
    elif figure.low is None:
        row |= {"marker": "x", "reason": downloads.as_written(figure.as_written)}
    return row


def answer_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """What each force answered in each round, newest round first."""
    ordered = sorted(book.responses, key=lambda r: (-r.round_number, r.force, r.number))
    return [
        {
            "round": each.round_name,
            "place": book.names.get(each.force, each.force),
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
    return csv_of(downloads.RELEASE, release_rows(book))
