"""A whole release as rows and as a plain file."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

from offences.english import counted, number
from offences.exports.trend import Line, Row, broken_in, csv_of, csv_of_lines, note_on
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
from offences.trends import (
    NOT_IN_FILES,
    Figures,
    Responses,
    Trend,
    breaks_for,
    breaks_of,
    released_cell,
)
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
            rests_on=_coverage(f),
            published=f.published_in_words,
            source=f.source,
            source_url=f.source_url,
            note=_remark(f),
        )
        for f in _in_order(figures, ("total", "nation", "region", "force"))
        if f.claim not in OUR_OWN
    ]


def other_publications(trend: Trend) -> list[RecordedRow]:
    """Published figures of one force besides its yearly counts, each row with its measure."""
    names = {trend.force.slug: trend.force.area}
    what = trend.measure.phrase
    return [replace(row, what=what) for row in recorded_rows(trend.recorded, names)]


WHAT = {kind.value: kind.label for kind in FigureKind}
OUR_OWN = {FigureKind.COUNT, FigureKind.SUM}
"""What is not quoted: the counts of the returns, and our own sums of them."""


def _what(figure: ReleasedFigure, names: Mapping[str, str]) -> str:
    place = names.get(figure.body) or downloads.region(figure.body)
    label = FigureKind(figure.claim).label
    return downloads.recorded_title(figure.claim, label, figure.category, place)


def _coverage(figure: ReleasedFigure) -> str:
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
    """By kind, those of one kind A to Z; the newest year and the newest publication first.

    What else differs is in one order on each database: figures come in none.
    """
    by_name = sorted(figures, key=attrgetter("claim", "period", "category"))
    return sorted(
        sorted(by_name, key=lambda f: (f.year, f.publication), reverse=True),
        key=lambda f: (kinds.index(f.body_kind), f.body if f.body_kind != "total" else ""),
    )


def release_rows(book: ReleaseContent) -> list[Row]:
    """The lines of a release by their columns: of these every file of it is written."""
    return _by_column(release_lines(book))


def rows_in_order(book: ReleaseContent) -> list[Row]:
    """The rows of some figures, in the order in which these come."""
    return _by_column(_lines(book.figures, book))


def _by_column(lines: Iterable[Line]) -> list[Row]:
    return [dict(zip(downloads.RELEASE, line, strict=True)) for line in lines]


def release_lines(book: ReleaseContent) -> list[Line]:
    """Every figure of a release, and every reason why there is none; the breakdowns last."""
    return _lines([*_in_order(book.figures), *_parts_in_order(book)], book)


def _parts_in_order(book: ReleaseContent) -> list[ReleasedFigure]:
    if not book.parts:
        return []
    names = {(each.breakdown, each.category): each for each in book.categories}
    place = {key: at for at, key in enumerate(names)}
    ordered = _in_order(sorted(book.parts, key=lambda f: place[f.breakdown, f.category]))
    ordered.sort(key=lambda f: (names[f.breakdown, f.category].breakdown_position, f.breakdown))
    return ordered


def _lines(figures: Iterable[ReleasedFigure], book: ReleaseContent) -> list[Line]:
    """Figures as lines, in one pass and in the order of the columns: a file has thousands."""
    release, measure = book.release.number, book.release.measure.name
    names = _CategoryNames(book)
    places: dict[tuple[str, str], tuple[Line, Mapping[int, str]]] = {}
    lines: list[Line] = []
    for f in figures:
        if (body := (f.body_kind, f.body)) not in places:
            places[body] = (_body_columns(*body, book), _breaks_of_body(*body, book.release))
        place, breaks = places[body]
        low, high, is_count = f.low, f.high, f.claim == FigureKind.COUNT
        broken = breaks.get(f.year, "") if f.claim in OUR_OWN else ""
        marker, reason, status, note = _notes_of_number(broken, *_MATTERS(f))
        lines.append(
            (
                *(*place, measure, WHAT[f.claim], *names[f.breakdown, f.category]),
                *(*_year_columns(f.year), f.period),
                "" if low is None or low != high else low,
                "" if low is None else low,
                "" if low is None or high is None else high,
                *(marker, reason, f.months if is_count and low is not None else "", status),
                "" if f.with_figures is None else f.with_figures,
                "" if f.asked is None else f.asked,
                _date_in_words(f.published_on, f.published_precision),
                _date_for_programs(f.published_on, f.published_precision),
                *(f.source, f.source_url, f.sheet, f.cell, note, release),
            )
        )
    return lines


class _CategoryNames(dict[tuple[str, str], tuple[str, str]]):
    """The names of a breakdown and its category, as a release has them."""

    def __init__(self, book: ReleaseContent) -> None:
        self.book = book

    def __missing__(self, key: tuple[str, str]) -> tuple[str, str]:
        breakdown, category = key
        named = {(each.breakdown, each.category): each for each in self.book.categories}
        found = named.get(key) if breakdown else None
        self[key] = (found.breakdown_name, found.name) if found else ("", category)
        return self[key]


def _body_columns(kind: str, body: str, book: ReleaseContent) -> Line:
    """The kind of a body, its name, its address and its code."""
    force = book.forces.get(body) if kind == "force" else None
    address = body if kind == "force" else ""
    return kind, force.name if force else body, address, force.ons_code if force else ""


def _breaks_of_body(kind: str, body: str, release: Release) -> Mapping[int, str]:
    """The years since which a body's figures are counted in another way, each with a sentence."""
    breaks = breaks_for(release, body) if kind == "force" else breaks_of(release)
    return {year.start: words for year, words in broken_in(breaks).items()}


@lru_cache(1_000)
def _year_columns(start: int) -> tuple[str, str]:
    return (Year(start).label, Year(start).starts_on.isoformat()) if start else ("", "")


_date_in_words, _date_for_programs = lru_cache(1_000)(in_words), lru_cache(1_000)(iso)
# Where a number belongs and what it comes from: two that differ only here have the same markers.
_WHERE = (
    *("body_kind", "body", "year", "period", "category", "with_figures", "asked", "publication"),
    *("published_on", "published_precision", "source", "source_url", "sheet", "cell", "history"),
)
_OF_A_NUMBER = (
    *(
        field.attname
        for field in ReleasedFigure._meta.concrete_fields
        if field.attname not in NOT_IN_FILES.union(_WHERE)
    ),
    "history_text",
)
_MATTERS = attrgetter(*_OF_A_NUMBER)


@lru_cache(20_000)
def _notes_of_number(broken: str, *matters: object) -> tuple[str, str, str, str]:
    """Marker, reason, status and note of a number. Thousands of figures have the same."""
    own = dict(zip(_OF_A_NUMBER, matters, strict=True))
    # No model: what is not among these has no value here, and a marker made of it is an error.
    figure: Any = SimpleNamespace(history=json.loads(str(own.pop("history_text"))), **own)
    reason, note = "", _remark(figure)
    markers: tuple[str, ...] = ("u",) if figure.doubt else ()
    if figure.claim in OUR_OWN:
        cell = released_cell(figure)
        markers = published_markers(cell, is_broken=bool(broken))
        if figure.claim == FigureKind.COUNT:
            reason = reasons.short(cell.why, figure.section) if cell.why else ""
            note = note_on(cell, figure)
        note = " ".join(filter(None, (broken, note)))
    elif figure.low is None:
        markers, reason = ("x",), downloads.as_written(figure.as_written)
    return " ".join(markers), reason, downloads.status(markers), note


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
    return csv_of_lines(downloads.RELEASE, release_lines(book))


def answers_csv(book: ReleaseContent) -> str:
    return csv_of(downloads.ANSWERS, answer_rows(book))
