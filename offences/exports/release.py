"""A whole release as rows and as a plain file."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from operator import attrgetter
from types import SimpleNamespace
from typing import Any

from offences.english import counted, number
from offences.exports.trend import Line, Row, Value, broken_in, csv_of, csv_of_lines, note_on
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
from offences.statistics.years import Year, remembered_by_month
from offences.trends import Figures, Responses, Trend, breaks_among, breaks_for, released_cell
from offences.trends.file_rows import OF_NUMBER, PLACE
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


def recorded_rows(
    release: Release, figures: Figures, forces: Mapping[str, Force]
) -> list[RecordedRow]:
    """The recorded figures of a release: of all forces, nations, regions, then single forces."""
    names = {slug: force.area for slug, force in forces.items()}
    breaks = _Breaks(release, forces)
    return [
        RecordedRow(
            year=Year(f.year).label if f.year else f.period,
            shown=_shown(f, is_broken=f.year in breaks[f.body_kind, f.body]),
            is_number=f.low is not None,
            what=_what(f, names),
            rests_on=_coverage(f),
            published=f.published_in_words,
            source=f.source,
            source_url=f.source_url,
            note=_joined(breaks[f.body_kind, f.body].get(f.year, ""), _remark(f)),
        )
        for f in _in_order(figures, ("total", "nation", "region", "force"))
        if f.claim not in OUR_OWN
    ]


def other_publications(trend: Trend) -> list[RecordedRow]:
    """Published figures of one force besides its yearly counts, each row with its measure."""
    rows = recorded_rows(trend.release, trend.recorded, {trend.force.slug: trend.force})
    return [replace(row, what=trend.measure.phrase) for row in rows]


def _shown(figure: ReleasedFigure, *, is_broken: bool) -> str:
    if figure.low is None:
        return figure.as_written
    return number(figure.low) + " [b]" * is_broken


def _joined(*notes: str) -> str:
    return " ".join(filter(None, notes))


class _Breaks(dict[tuple[str, str], Mapping[int, str]]):
    """The years since which a body's figures are counted in another way, each with a sentence."""

    def __init__(self, release: Release, forces: Mapping[str, Force]) -> None:
        self.release, self.forces = release, forces
        self.own = {each.get("force") for each in release.breaks}

    def __missing__(self, key: tuple[str, str]) -> Mapping[int, str]:
        kind, body = key
        if kind == "force":
            if body and body not in self.own:
                return self[kind, ""]
            found = breaks_for(self.release, body)
        else:
            of = {f.slug: f.area for f in self.forces.values() if body in {f.nation, f.region}}
            found = breaks_among(self.release, of if body else {})
        self[key] = {year.start: words for year, words in broken_in(found).items()}
        return self[key]


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
    by_name.sort(key=attrgetter("year", "publication"), reverse=True)
    of_kind: dict[str, list[ReleasedFigure]] = {kind: [] for kind in kinds}
    for figure in by_name:
        of_kind[figure.body_kind].append(figure)
    for kind, of in of_kind.items():
        if kind != "total":
            of.sort(key=attrgetter("body"))
    return [*chain(*of_kind.values())]


def release_rows(book: ReleaseContent) -> list[Row]:
    """The lines of a release by their columns: of these every file of it is written."""
    return _by_column(release_lines(book))


def rows_in_order(book: ReleaseContent) -> list[Row]:
    """The rows of some figures, in the order in which these come."""
    return _by_column(_lines(book.figures, book))


def _by_column(lines: Iterable[Sequence[Line]]) -> list[Row]:
    return [dict(zip(downloads.RELEASE, chain(*line), strict=True)) for line in lines]


def release_lines(book: ReleaseContent) -> Iterator[Sequence[Line]]:
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


def _lines(figures: Iterable[ReleasedFigure], book: ReleaseContent) -> Iterator[Sequence[Line]]:
    """Figures as lines, in one pass: a file has thousands.

    Each is in several pieces, in the order of the columns: most are those of other lines, too.
    """
    release, places = book.release.number, _Places(book)
    values: Any
    for values in figures:
        year, period, _, sheet, cell, number, source = values[PLACE.stop :]
        place, breaks = places[values[PLACE]]
        numbers, note = _number_columns(breaks.get(year, ""), number)
        yield (
            place,
            _year_columns(year, period),
            numbers,
            _source_columns(source),
            _own_columns(sheet, cell, note, release),
        )


class _Places(dict[tuple[str, ...], tuple[Line, Mapping[int, str]]]):
    """The columns up to the year, as a release has them, and the breaks that belong to them."""

    def __init__(self, book: ReleaseContent) -> None:
        self.book = book
        self.breaks = _Breaks(book.release, book.forces)
        self.names = {
            (c.breakdown, c.category): (c.breakdown_name, c.name) for c in book.categories
        }

    def __missing__(self, key: tuple[str, ...]) -> tuple[Line, Mapping[int, str]]:
        kind, body, category, claim, breakdown = key
        book = self.book
        force = book.forces.get(body) if kind == "force" else None
        address, code = body if kind == "force" else "", force.ons_code if force else ""
        place = (kind, force.name if force else body, address, code)
        what = (book.release.measure.name, WHAT[claim])
        names = self.names.get((breakdown, category), ("", category))
        self[key] = Line((*place, *what, *names)), self.breaks[kind, body]
        return self[key]


@remembered_by_month(1_000)
def _year_columns(start: int, period: str) -> Line:
    year = (Year(start).label, Year(start).starts_on.isoformat()) if start else ("", "")
    return Line((*year, period))


@lru_cache(1_000)
def _source_columns(of: str) -> Line:
    written, precision, source, address = json.loads(of)
    day = dt.date.fromisoformat(written) if written else None
    return Line((in_words(day, precision), iso(day, precision), source, address))


@lru_cache(20_000)
def _own_columns(*values: Value) -> Line:
    return Line(values)


@lru_cache(20_000)
def _number_columns(broken: str, of: str) -> tuple[Line, str]:
    """The columns from the number to the forces asked, and the note, which thousands share."""
    own = dict(zip(OF_NUMBER, json.loads(of), strict=True))
    # No model: what is not among these has no value here, and a marker made of it is an error.
    figure: Any = SimpleNamespace(history=json.loads(str(own.pop("history_text"))), **own)
    low, high, is_count = figure.low, figure.high, figure.claim == FigureKind.COUNT
    reason, note = "", _remark(figure)
    if figure.claim in OUR_OWN:
        cell = released_cell(figure)
        markers = published_markers(cell, is_broken=bool(broken))
        if is_count:
            reason = reasons.short(cell.why, figure.section) if cell.why else ""
            note = note_on(cell, figure)
    else:
        marked = {"x": low is None, "u": low is not None and figure.doubt, "b": broken}
        markers = tuple(code for code, applies in marked.items() if applies)
        reason = downloads.as_written(figure.as_written) if low is None else ""
    columns = (
        "" if low is None or low != high else low,
        "" if low is None else low,
        "" if low is None or high is None else high,
        *(" ".join(markers), reason),
        figure.months if is_count and low is not None else "",
        downloads.status(markers),
        *("" if number is None else number for number in (figure.with_figures, figure.asked)),
    )
    return Line(columns), _joined(broken, note)


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
