"""A whole release as rows and as a plain file."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from operator import attrgetter
from typing import Any

from offences.english import counted, number
from offences.exports.trend import Row, Value, broken_in, csv_of, csv_of_lines, fields, note_on
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
from offences.trends import Figures, Responses, Trend, breaks_among, breaks_for, released_cell
from offences.trends.file_rows import FileNumber, FileSubject, FileTime, read_row
from offences.words import downloads, reasons


@dataclass(frozen=True)
class ReleaseContent:
    release: Release
    forces: Mapping[str, Force]  # by their address
    address: str  # of the release's page
    figures: Figures = ()
    responses: Responses = ()
    categories: Sequence[ReleasedCategory] = ()
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
    kinds = ("total", "nation", "region", "force")

    def place(figure: ReleasedFigure) -> tuple[int, str]:
        kind = figure.body_kind
        return kinds.index(kind), _name_in_order(kind, figure.body)

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
        for f in _in_order(figures, place)
        if f.figure_kind not in OUR_OWN
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
    label = FigureKind(figure.figure_kind).label
    return downloads.recorded_title(figure.figure_kind, label, figure.category, place)


def _coverage(figure: ReleasedFigure) -> str:
    if figure.with_figures and figure.asked:
        return f"{figure.with_figures} of {counted(figure.asked, 'forces')}"
    return counted(figure.with_figures, "forces") if figure.with_figures else ""


def _remark(figure: ReleasedFigure) -> str:
    if figure.figure_kind != FigureKind.SUM:
        return downloads.recorded_notes(figure.doubt, figure.note)
    cell, is_part = released_cell(figure), bool(figure.breakdown)
    revision = downloads.revision_of(cell, figure.revised_why)
    return downloads.sum_notes(revision, of_breakdown=is_part, is_least=figure.high is None)


def _in_order(
    figures: Figures, place: Callable[[Any], Any], subject: str = "", time: str = ""
) -> list[Any]:
    """By place; in each the newest year and the newest publication first.

    What else differs is in one order on each database: figures come in none.
    """
    names = (f"{subject}figure_kind", f"{time}period", f"{subject}category")
    found = sorted(figures, key=attrgetter(*names))
    found.sort(key=attrgetter(f"{time}year", f"{time}publication"), reverse=True)
    found.sort(key=place)
    return found


def _name_in_order(kind: str, body: str) -> str:
    """Forces, nations and regions are A to Z; all that is of several nations is in one."""
    return "" if kind == "total" else body


def release_rows(book: ReleaseContent, *, with_reasons: bool = True) -> list[Row]:
    """The lines of a release by their columns: of these every file of it is written.

    With or without why a figure was revised, which only the release that revised it says.
    """
    lines = _lines(_release_figures(book), book, tuple, with_reasons=with_reasons)
    return _by_column(lines)


def rows_in_order(book: ReleaseContent) -> list[Row]:
    """The rows of some figures, in the order in which these come."""
    return _by_column(_lines(book.figures, book, tuple))


def _by_column(lines: Iterable[Iterable[Iterable[Value]]]) -> list[Row]:
    return [dict(zip(downloads.RELEASE, chain(*line), strict=True)) for line in lines]


def _release_figures(book: ReleaseContent) -> list[Any]:
    """Every figure of a release, and every reason why there is none; the breakdowns last."""
    position = {"": -1, **{each.breakdown: each.breakdown_position for each in book.categories}}
    kinds = ("force", "total", "nation", "region")

    @cache
    def order(of: FileSubject) -> tuple[int, str, int]:
        return position[of.breakdown], of.breakdown, kinds.index(of.body_kind)

    def place(figure: Any) -> tuple[tuple[int, str, int], str]:
        of = figure.subject
        return order(of), _name_in_order(of.body_kind, figure.body)

    return _in_order(book.figures, place, "subject.", "time.")


def _lines[Piece](
    figures: Iterable[Any],
    book: ReleaseContent,
    piece: Callable[[Iterable[Value]], Piece],
    *,
    with_reasons: bool = True,
) -> Iterator[tuple[Piece, ...]]:
    """Figures as lines, each in pieces in the order of the columns.

    A file has thousands of lines, and a piece that many of them share is made once.
    """
    pieces = _Pieces(book, piece, with_reasons=with_reasons)
    of_place, of_subject = cache(pieces.place), cache(pieces.subject)
    of_time, of_number = cache(pieces.time), cache(pieces.number)
    of_cell = cache(lambda cell: piece([cell]))
    for body, subject, time, own, cell in figures:
        place, breaks = of_place(subject.body_kind, body)
        year, source = of_time(time)
        numbers, end = of_number(own, breaks.get(time.year, ""))
        yield place, of_subject(subject), year, numbers, source, of_cell(cell), end


class _Pieces[Piece]:
    """The columns of what a line has of its place, its subject, its time and its number."""

    def __init__(
        self, book: ReleaseContent, piece: Callable[[Iterable[Value]], Piece], *, with_reasons: bool
    ) -> None:
        self.book, self.piece, self.with_reasons = book, piece, with_reasons
        self.breaks = _Breaks(book.release, book.forces)
        self.names = {
            (c.breakdown, c.category): (c.breakdown_name, c.name) for c in book.categories
        }

    def place(self, kind: str, body: str) -> tuple[Piece, Mapping[int, str]]:
        """The columns up to the measure, and the breaks that belong to them."""
        force = self.book.forces.get(body) if kind == "force" else None
        address, code = body if kind == "force" else "", force.ons_code if force else ""
        columns = (kind, force.name if force else body, address, code)
        return self.piece(columns), self.breaks[kind, body]

    def subject(self, of: FileSubject) -> Piece:
        """The columns from the measure to the category."""
        names = self.names.get((of.breakdown, of.category), ("", of.category))
        return self.piece((self.book.release.measure.name, WHAT[of.figure_kind], *names))

    def time(self, of: FileTime) -> tuple[Piece, Piece]:
        """The columns of the year, and those of the publication up to the sheet."""
        year, start = "", ""
        if of.year:
            year, start = Year(of.year).label, Year(of.year).starts_on.isoformat()
        day = dt.date.fromisoformat(of.published_on) if of.published_on else None
        precision = of.published_precision
        published = in_words(day, precision), iso(day, precision)
        source = (*published, of.source, of.source_url, of.sheet)
        return self.piece((year, start, of.period)), self.piece(source)

    def number(self, of: str, broken: str) -> tuple[Piece, Piece]:
        """The columns from the number to the forces asked, and the last two."""
        columns, note = _number_columns(of, broken, with_reasons=self.with_reasons)
        return self.piece(columns), self.piece((note, self.book.release.number))


def _number_columns(of: str, broken: str, *, with_reasons: bool) -> tuple[tuple[Value, ...], str]:
    # No model: what is not among its values has none here, and a marker made of it is an error.
    figure: Any = read_row(FileNumber, of)
    if not with_reasons:
        figure = figure._replace(revised_why="")
    low, high, is_count = figure.low, figure.high, figure.figure_kind == FigureKind.COUNT
    reason, note = "", "" if is_count else _remark(figure)
    if figure.figure_kind in OUR_OWN:
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
    return columns, _joined(broken, note)


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
    return csv_of_lines(downloads.RELEASE, _lines(_release_figures(book), book, fields))


def answers_csv(book: ReleaseContent) -> str:
    return csv_of(downloads.ANSWERS, answer_rows(book))
