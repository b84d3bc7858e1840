"""The rows of a release as they are copied: the only place that fills a released row."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model

from offences import models as db
from offences.clocks import time_taken
from offences.foi_clock import WorkingDays
from offences.statistics.cells import Cell, Range, State
from offences.statistics.dates import Precision
from offences.statistics.notation import typed_sections
from offences.statistics.years import Year
from offences.trends import CurrentFigure

UNCHANGED = ("low", "high", "round")


def _place(category: db.Category | None) -> dict[str, str]:
    """The keys of a part of a breakdown; none for the whole."""
    return {"breakdown": category.breakdown.slug, "category": category.slug} if category else {}


def _same(source: Model, *names: str) -> dict[str, Any]:
    return {name: getattr(source, name) for name in names}


def copy_row[Row: Model](row: Row, release: db.Release) -> Row:
    """The same row in another release."""
    own = ("id", "release")
    names = [f.name for f in row._meta.concrete_fields if f.name not in own]
    return type(row)(release=release, **_same(row, *names))


def copy_unchanged(figure: db.ReleasedFigure, release: db.Release) -> db.ReleasedFigure:
    """A figure of the release before, which the next one does not change."""
    figure = copy_row(figure, release)
    figure.previously, figure.previously_in, figure.revised_why = None, None, ""
    return figure


def copy_current(
    release: db.Release, force: str, year: Year, current: CurrentFigure
) -> db.ReleasedFigure:
    """A force's whole figure for a year, as the checked returns have it now."""
    figure = copy_count(
        release, force, year, current.cell, current.submission, current.counts, current.derived
    )
    if current.submission and current.cell.why == "no_response":
        name_source(figure, current.submission.outcome_source)
    return figure


def copy_count(
    release: db.Release,
    force: str,
    year: Year,
    cell: Cell,
    submission: db.FoiSubmission | None,
    counts: Sequence[db.AnnualCount],
    derived: bool = False,
    category: db.Category | None = None,
) -> db.ReleasedFigure:
    """A force's figure for a year, whole or one part, out of the rows that it comes from."""
    figure = db.ReleasedFigure(
        release=release,
        figure_kind=db.FigureKind.COUNT,
        body_kind="force",
        body=force,
        year=year.start,
        **_place(category),
        state=cell.state,
        why=cell.why or "",
        low=cell.low,
        high=cell.high,
        months=cell.months or 12,
        provisional=cell.provisional,
        estimated=cell.estimated,
        derived=derived,
        doubt=cell.doubt,
        round=submission.round.slug if submission else "",
    )
    if counts:
        count = counts[0]
        figure.section = count.section
        figure.period_start, figure.period_end = count.period_start, count.period_end
        if len({each.document_id for each in counts}) == 1:
            name_source(figure, count.document)
        if not derived:  # a remark about one row of a breakdown is about that row alone
            figure.note, figure.as_written = count.note, count.as_written
            figure.sheet, figure.cell = count.sheet, count.cell
    return figure


def copy_sum(
    release: db.Release,
    body_kind: str,
    body: str,
    year: int,
    total: Range,
    *,
    of: Sequence[Cell] | Sequence[db.ReleasedFigure],
    asked: int,
    with_figures: int,
    category: db.Category | None = None,
) -> db.ReleasedFigure:
    return db.ReleasedFigure(
        release=release,
        figure_kind=db.FigureKind.SUM,
        body_kind=body_kind,
        body=body,
        year=year,
        **_place(category),
        state=State.VALUE if total.is_exact else State.SUPPRESSED,
        low=total.low,
        high=total.high,
        with_figures=with_figures,
        asked=asked,
        provisional=any(each.provisional for each in of),
        estimated=any(each.estimated for each in of),
        derived=True,
    )


def copy_recorded(release: db.Release, figure: db.RecordedFigure) -> db.ReleasedFigure:
    state, why = (State.MISSING, "not_available") if figure.value is None else (State.VALUE, "")
    copy = db.ReleasedFigure(
        release=release,
        figure_kind=figure.claim,
        **_same(figure, "body_kind", "body", "year", "period", "as_written"),
        **_same(figure, "with_figures", "asked", "doubt", "note"),
        category=figure.category or "total",
        state=state,
        why=why,
        low=figure.value,
        high=figure.value,
        publication=publication_key(figure),
    )
    name_source(copy, figure.document)
    return copy


def name_source(figure: db.ReleasedFigure, document: db.Document | None) -> None:
    """Name the document that a figure comes from; a total's publication also dates it."""
    if document is None:
        return
    figure.source, figure.source_kind = document.title, document.kind
    if document.kind == db.DocumentKind.PUBLICATION and not figure.breakdown:
        figure.source_url = document.url
        figure.published_on = document.published_on
        figure.published_precision = document.published_precision


def publication_key(figure: db.RecordedFigure) -> str:
    """The publication date as far as it is known: “2019-06”."""
    on, precision = figure.document.published_on, figure.document.published_precision
    if on is None:
        return ""
    return on.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)]


def copy_response(
    release: db.Release,
    submission: db.FoiSubmission,
    asked: int | None,
    days: WorkingDays,
    refused_under: Iterable[str] = (),
) -> db.ReleasedResponse:
    round_, source = submission.round, submission.outcome_source
    taken, late = time_taken(submission, days) or (None, None)
    return db.ReleasedResponse(
        release=release,
        round=round_.slug,
        round_name=round_.name,
        round_number=round_.number,
        round_first_year=round_.first_year,
        round_last_year=round_.last_year,
        round_asked=asked,
        force=submission.force.slug,
        **_same(submission, "number", "outcome", "outcome_on", "outcome_precision"),
        **_same(submission, "reference", "reason"),
        source=source.title if source else "",
        source_url=source.url if source else "",
        source_on=source.published_on if source else None,
        source_precision=source.published_precision if source else Precision.DAY,
        has_file=any(d.kind in ("return", "letter") for d in submission.documents.all()),
        sections=sections_of(submission, refused_under),
        working_days=taken,
        working_days_late=late,
    )


def sections_of(submission: db.FoiSubmission, of_cells: Iterable[str]) -> str:
    """The sections under which a force refuses, whole or in part: “12|40(2)”.

    Those of its exemptions that are in force, then any other that a checked cell names.
    """
    claimed = [each.name for each in submission.exemptions.all() if each.is_in_force]
    named = [each for section in of_cells for each in typed_sections(section)]
    return "|".join(dict.fromkeys([*claimed, *named]))


def copy_category(release: db.Release, category: db.Category) -> db.ReleasedCategory:
    breakdown = category.breakdown
    return db.ReleasedCategory(
        release=release,
        **_place(category),
        breakdown_name=breakdown.name,
        breakdown_position=breakdown.position,
        **_same(breakdown, "kind", "complete"),
        **_same(category, "name", "position", "is_total", "is_unknown", "age_from", "age_to"),
    )


def copy_rule(rule: db.DisclosureRule | None) -> Mapping[str, object]:
    """The disclosure rule as a release stores it; empty without one."""
    return _same(rule, "threshold", "national_under", "totals_public", "reason") if rule else {}


def follow(
    figure: db.ReleasedFigure,
    previous: db.ReleasedFigure | None,
    earlier: db.Release | None,
    public_on: dt.date | None,
) -> None:
    """Add what releases before said, and when this figure was first published."""
    # A figure from a force's own file is published when a release first carries it.
    if figure.state != State.MISSING and not figure.published_on:
        figure.published_on = public_on
        if previous and all(getattr(previous, n) == getattr(figure, n) for n in UNCHANGED):
            figure.published_on = previous.published_on
            figure.published_precision = previous.published_precision
    now = figure.low if figure.state == State.VALUE else None
    if previous and earlier and previous.state == State.VALUE and previous.low != now:
        figure.previously, figure.previously_in = previous.low, earlier.number
    figure.history = list(previous.history) if previous else []
    if now is not None and (not figure.history or figure.history[-1][1] != now):
        figure.history.append([figure.release.number, now])
