"""A whole release as rows and as a plain file."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter

from offences.english import counted, number
from offences.exports.trend import Row, csv_of, note_on
from offences.models import (
    FigureKind,
    FoiSubmission,
    Force,
    Release,
    ReleasedCategory,
    ReleasedFigure,
)
from offences.statistics.dates import in_words, iso
from offences.statistics.notation import published_markers
from offences.statistics.years import Year
from offences.trends import Figures, Responses, Trend, released_cell
from offences.words import downloads, reasons


@dataclass(frozen=True)
class ReleaseContent:
    release: Release
    forces: Mapping[str, Force]  # by their address
    address: str  # of the release's page
    figures: Figures = ()
    responses: Responses = ()
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


WHAT = {kind.value: kind.label for kind in FigureKind}
NO_CATEGORIES: Mapping[tuple[str, str], ReleasedCategory] = {}
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


def release_rows(book: ReleaseContent) -> list[Row]:
    """Every figure of a release, and every reason why there is none; the breakdowns last.

    This is the table of which every file of a release is written.
    """
    return [_release_row(figure, book) for figure in _in_order(book.figures)] + part_rows(book)


def part_rows(book: ReleaseContent) -> list[Row]:
    names = {(each.breakdown, each.category): each for each in book.categories}
    place = {key: at for at, key in enumerate(names)}
    ordered = _in_order(sorted(book.parts, key=lambda f: place[f.breakdown, f.category]))
    ordered.sort(key=lambda f: (names[f.breakdown, f.category].breakdown_position, f.breakdown))
    return [_release_row(figure, book, names) for figure in ordered]


def rows_as_asked(book: ReleaseContent) -> list[Row]:
    """The rows of some figures, in the order in which these come."""
    names = {(each.breakdown, each.category): each for each in book.categories}
    return [_release_row(figure, book, names) for figure in book.figures]


def _release_row(
    figure: ReleasedFigure,
    book: ReleaseContent,
    categories: Mapping[tuple[str, str], ReleasedCategory] = NO_CATEGORIES,
) -> Row:
    body, is_missing = figure.body, figure.low is None
    force = book.forces.get(body) if figure.body_kind == "force" else None
    category = categories.get((figure.breakdown, figure.category)) if figure.breakdown else None
    row: Row = {
        "kind": figure.body_kind,
        "place": force.name if force else body,
        "address": body if figure.body_kind == "force" else "",
        "ons_code": force.ons_code if force else "",
        "measure": book.release.measure.name,
        "what": WHAT[figure.claim],
        "breakdown": category.breakdown_name if category else "",
        "category": category.name if category else figure.category,
        "period": figure.period,
        "published": _date_in_words(figure.published_on, figure.published_precision),
        "published_on": _date_for_programs(figure.published_on, figure.published_precision),
        "source": figure.source,
        "source_address": figure.source_url,
        "sheet": figure.sheet,
        "cell": figure.cell,
        "release": book.release.number,
    }
    if figure.year:
        row |= _year_columns(figure.year)
    if not is_missing:
        assert figure.low is not None
        row["low"] = figure.low
        if figure.high is not None:
            row["high"] = figure.high
        if figure.low == figure.high:
            row["number"] = figure.low
    if figure.with_figures is not None:
        row["forces_with_figures"] = figure.with_figures
    if figure.asked is not None:
        row["forces_asked"] = figure.asked
    if figure.claim == FigureKind.COUNT and not is_missing:
        row["months"] = figure.months
    row |= _beside_number(*_MATTERS(figure))
    return row


@lru_cache(1_000)
def _year_columns(start: int) -> Row:
    year = Year(start)
    return {"year": year.label, "year_start": year.starts_on.isoformat()}


_date_in_words, _date_for_programs = lru_cache(1_000)(in_words), lru_cache(1_000)(iso)
_OF_A_NUMBER = (
    *("claim", "breakdown", "state", "why", "section", "low", "high", "months", "provisional"),
    *("estimated", "doubt", "previously", "derived", "source_kind", "note", "revised_why"),
    *("as_written", "history_text"),
)
_MATTERS = attrgetter(*_OF_A_NUMBER)


@lru_cache(20_000)
def _beside_number(*matters: object) -> Row:
    """The columns that say what to know of a number. Thousands of figures say the same."""
    own = dict(zip(_OF_A_NUMBER, matters, strict=True))
    figure = ReleasedFigure(history=json.loads(str(own.pop("history_text"))), **own)
    reason, note = "", _remark(figure)
    markers: tuple[str, ...] = ("u",) if figure.doubt else ()
    if figure.claim in OUR_OWN:
        cell = released_cell(figure)
        markers = published_markers(cell)
        if figure.claim == FigureKind.COUNT:
            reason = reasons.short(cell.why, figure.section) if cell.why else ""
            note = note_on(cell, figure)
    elif figure.low is None:
        markers, reason = ("x",), downloads.as_written(figure.as_written)
    status = downloads.status(markers)
    return {"marker": " ".join(markers), "status": status, "reason": reason, "note": note}


def answer_rows(book: ReleaseContent) -> list[Row]:
    ordered = sorted(book.responses, key=lambda r: (-r.round_number, r.force, r.number))
    return [
        {
            "round": each.round_name,
            **_place(book.forces.get(each.force), each.force),
            "request": each.number,
            "outcome": FoiSubmission.Outcome(each.outcome).label,
            "date": in_words(each.outcome_on, each.outcome_precision),
            "ended_on": iso(each.outcome_on, each.outcome_precision),
            "reference": each.reference,
            "reason": each.reason,
            "source": each.source,
            "source_address": each.source_url,
        }
        for each in ordered
    ]


def _place(force: Force | None, address: str) -> Row:
    if force is None:
        return {"place": address, "address": address}
    return {"place": force.name, "address": address, "ons_code": force.ons_code}


def release_csv(book: ReleaseContent) -> str:
    return csv_of(downloads.RELEASE, release_rows(book))


def answers_csv(book: ReleaseContent) -> str:
    return csv_of(downloads.ANSWERS, answer_rows(book))
