"""A whole release as rows and as a plain file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from offences.english import counted, number
from offences.exports.trend import Value, csv_of, note_on
from offences.models import FigureKind, FoiSubmission, Release, ReleasedCategory, ReleasedFigure
from offences.statistics.dates import in_words
from offences.statistics.notation import published_markers
from offences.statistics.years import Year
from offences.trends import Figures, Responses, Trend, point_of, released_cell
from offences.words import downloads


@dataclass(frozen=True)
class ReleaseContent:
    release: Release
    figures: Figures
    responses: Responses
    names: Mapping[str, str]  # a force's address and its name
    address: str  # of the release's page
    categories: Sequence[ReleasedCategory] = ()
    parts: Figures = ()  # the figures of breakdowns
    embargo: str = ""  # for one person before the minute: until when


@dataclass(frozen=True)
class RecordedRow:
    year: str
    shown: str
    is_number: bool
    what: str
    rests_on: str
    published: str
    source: str
    source_url: str
    note: str


def recorded_rows(figures: Figures, names: Mapping[str, str]) -> list[RecordedRow]:
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


def also_published(trend: Trend) -> list[RecordedRow]:
    """What was published of one force besides its yearly counts, each row with its measure."""
    names = {trend.force.slug: trend.force.area}
    what = trend.measure.phrase
    return [replace(row, what=what) for row in recorded_rows(trend.recorded, names)]


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
    if figure.claim != FigureKind.SUM:
        return downloads.recorded_notes(figure.doubt, figure.note)
    cell, is_part = released_cell(figure), bool(figure.breakdown)
    revision = downloads.revision_of(cell, figure.revised_why)
    return downloads.sum_notes(revision, of_breakdown=is_part, is_least=figure.high is None)


def _in_order(
    figures: Figures, kinds: Sequence[str] = ("force", "total", "nation", "region")
) -> list[ReleasedFigure]:
    """By kind, those of one kind A to Z; the newest year and the newest publication first."""
    return sorted(
        sorted(figures, key=lambda f: (f.year, f.publication), reverse=True),
        key=lambda f: (kinds.index(f.body_kind), f.body if f.body_kind != "total" else ""),
    )


def release_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    """Every figure of a release, and every reason why there is none; the breakdowns last."""
    return [_release_row(figure, book) for figure in _in_order(book.figures)] + part_rows(book)


def part_rows(book: ReleaseContent) -> list[dict[str, Value]]:
    names = {(each.breakdown, each.category): each for each in book.categories}
    place = {key: at for at, key in enumerate(names)}
    ordered = _in_order(sorted(book.parts, key=lambda f: place[f.breakdown, f.category]))
    ordered.sort(key=lambda f: (names[f.breakdown, f.category].breakdown_position, f.breakdown))
    rows = []
    for figure in ordered:
        category = names[figure.breakdown, figure.category]
        named: dict[str, Value] = {"breakdown": category.breakdown_name, "category": category.name}
        rows.append(_release_row(figure, book) | named)
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
    elif figure.doubt:
        row["marker"] = "u"
    return row


def answer_rows(book: ReleaseContent) -> list[dict[str, Value]]:
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
    return csv_of(downloads.RELEASE, release_rows(book))
