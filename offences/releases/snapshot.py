"""What a release would publish: forces' totals, recorded figures, and who answered."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count

from offences.english import and_list
from offences.models import (
    Document,
    DocumentKind,
    FigureKind,
    FoiSubmission,
    ForceBreak,
    Measure,
    RecordedFigure,
    RecordedKind,
    Release,
    ReleasedCategory,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.refused import Refused
from offences.releases.hiding import Hidden, hide
from offences.releases.parts import (
    Place,
    Together,
    categories_of,
    parts_of,
    rule_in_release,
)
from offences.releases.revised import explain, explain_parts
from offences.releases.sums import behind, sums_of
from offences.statistics.cells import State
from offences.statistics.dates import Precision
from offences.statistics.years import Year
from offences.trends import CheckedReturns, CurrentFigure

UNREAD = {"id", "published_on", "published_precision"}


@dataclass(frozen=True)
class Snapshot:
    """Everything a release would publish if it were approved now."""

    figures: tuple[ReleasedFigure, ...]
    responses: tuple[ReleasedResponse, ...]
    breaks: tuple[dict[str, object], ...]
    answers: CheckedReturns  # the staff's records that it is made from
    parts: tuple[ReleasedFigure, ...] = ()  # the figures of breakdowns
    categories: tuple[ReleasedCategory, ...] = ()
    disclosure: Mapping[str, object] = field(default_factory=dict)
    hidden: Hidden = field(default_factory=Hidden)

    @property
    def fingerprint(self) -> str:
        """Changes when anything that would be published changes, but for the day it opens."""
        rows = [
            [getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in UNREAD]
            for row in (*self.figures, *self.responses, *self.parts, *self.categories)
        ]
        release = self.figures[0].release if self.figures else None
        words = (release.title, release.year, release.note) if release else ()
        return hashlib.sha256(
            repr([rows, self.breaks, words, self.disclosure]).encode()
        ).hexdigest()


def before(release: Release) -> Release | None:
    """The release that this one follows: the newest approved one that still stands."""
    return (
        Release.objects.filter(
            measure=release.measure,
            number__lt=release.number,
            approved_at__isnull=False,
            withdrawn_at__isnull=True,
        )
        .order_by("-number")
        .first()
    )


def snapshot(release: Release, public_on: dt.date | None = None) -> Snapshot:
    """What the release publishes: forces' totals and their parts, recorded figures, answers.

    Small counts are hidden in it already: nothing that is not public is ever copied.
    """
    answers = CheckedReturns.up_to(release.measure, release.last_round.number)
    standing = answers.standing()
    earlier = before(release)
    rows = earlier.figures.filter(claim__in=["count", "sum"]) if earlier else ()
    before_now = {Place.of(f): f for f in rows}
    said = {(at.body, at.year): f for at, f in before_now.items() if not at.breakdown}
    counts = [
        _count(release, slug, year, held, said.get((slug, year.start)), earlier, public_on)
        for (slug, year), held in sorted(standing.items())
        if year.start <= release.year
    ]
    responses = tuple(_responses(release))
    pending = {(slug, year.start) for (slug, year), held in standing.items() if held.pending}
    sums = sums_of(release, counts, responses, pending)
    for figure in sums:
        _follow(figure, said.get((figure.body, figure.year)), earlier, public_on)
    explain(release, said.values(), [*counts, *sums], responses)
    beside = _Beside(release.measure)
    recorded = [_recorded(release, figure, beside) for figure in _chosen(release)]
    parts = parts_of(release, standing, responses)
    together = [Together(*each) for each in behind(sums, counts, responses)]
    hidden = hide(parts, counts, together, _public_before(release))
    for figure in parts.all_figures:
        _follow(figure, before_now.get(Place.of(figure)), earlier, public_on)
        if Place.of(figure) in hidden.places:  # what it was stands in the release that told it
            figure.previously = figure.previously_in = None
    explain_parts(before_now.values(), counts, parts.all_figures, responses)
    return Snapshot(
        figures=(*counts, *sums, *recorded),
        responses=responses,
        breaks=tuple(_breaks(release)),
        answers=answers,
        parts=parts.all_figures,
        categories=tuple(categories_of(release, parts.breakdowns)) if parts.figures else (),
        disclosure=rule_in_release(parts.rule) if parts.figures else {},
        hidden=hidden,
    )


def _public_before(release: Release) -> Iterable[Release]:
    """Every release of the measure that people have, or will have, beside this one."""
    return Release.objects.filter(
        measure=release.measure,
        number__lt=release.number,
        approved_at__isnull=False,
        withdrawn_at__isnull=True,
    ).order_by("number")


def _breaks(release: Release) -> Iterable[dict[str, object]]:
    """Those of the measure; then those of single forces that somebody stands for."""
    measure = release.measure
    for each in measure.breaks.filter(year__lte=release.year).order_by("year"):
        yield {"year": each.year, "why": each.why}
    own = ForceBreak.objects.settled().filter(measure=measure, year__lte=release.year)
    for row in own.select_related("force").order_by("force__slug", "year"):
        yield {"year": row.year, "why": row.why, "force": row.force.slug}


def _count(
    release: Release,
    slug: str,
    year: Year,
    held: CurrentFigure,
    said: ReleasedFigure | None,
    earlier: Release | None,
    public_on: dt.date | None,
) -> ReleasedFigure:
    cell, count = held.cell, held.count
    figure = ReleasedFigure(
        release=release,
        claim=FigureKind.COUNT,
        body_kind="force",
        body=slug,
        year=year.start,
        state=cell.state,
        why=cell.why or "",
        low=cell.low,
        high=cell.high,
        months=cell.months or 12,
        provisional=cell.provisional,
        estimated=cell.estimated,
        derived=held.derived,
        doubt=cell.doubt,
        round=held.submission.round.slug if held.submission else "",
    )
    if count is not None:
        figure.section = count.section
        figure.period_start, figure.period_end = count.period_start, count.period_end
        if len({c.document_id for c in held.counts}) == 1:
            _name_source(figure, count.document)
        if not held.derived:  # a remark about one row of a breakdown is about that row alone
            figure.note, figure.as_written = count.note, count.as_written
            figure.sheet, figure.cell = count.sheet, count.cell
    if cell.why == "no_response" and held.submission and held.submission.outcome_source:
        _name_source(figure, held.submission.outcome_source)
    _follow(figure, said, earlier, public_on)
    return figure


def _follow(
    figure: ReleasedFigure,
    said: ReleasedFigure | None,
    earlier: Release | None,
    public_on: dt.date | None,
) -> None:
    """What the release before said of the same, and when the figure was first published."""
    _date_figure(figure, said, public_on)
    now = figure.low if figure.state == State.VALUE else None
    if said and earlier and said.state == State.VALUE and said.low != now:
        figure.previously, figure.previously_in = said.low, earlier.number


def _date_figure(
    figure: ReleasedFigure, said: ReleasedFigure | None, public_on: dt.date | None
) -> None:
    """A figure from a force's own file is published when a release first carries it."""
    if figure.state == State.MISSING or figure.published_on:
        return
    unchanged = said and (said.low, said.high, said.round) == (
        figure.low,
        figure.high,
        figure.round,
    )
    if said and unchanged:
        figure.published_on = said.published_on
        figure.published_precision = said.published_precision
    else:
        figure.published_on = public_on


def _name_source(figure: ReleasedFigure, document: Document | None) -> None:
    if document is None:
        return
    figure.source, figure.source_kind = document.title, document.kind
    if document.kind == DocumentKind.PUBLICATION:
        figure.source_url = document.url
        figure.published_on = document.published_on
        figure.published_precision = document.published_precision


def _chosen(release: Release) -> list[RecordedFigure]:
    """The recorded figures of the release; two that contradict each other are refused."""
    chosen = list(release.recorded_figures.select_related("document"))
    seen: dict[tuple, RecordedFigure] = {}
    for figure in chosen:
        key = (*figure.conflict_key, _publication(figure))
        other = seen.setdefault(key, figure)
        if other is not figure:
            raise Refused(
                f"Two figures for “{figure.body}” contradict each other: {other.as_written} "
                f"({other.document}) and {figure.as_written} ({figure.document}). Choose one."
            )
    return chosen


def _publication(figure: RecordedFigure) -> str:
    on, precision = figure.document.published_on, figure.document.published_precision
    if on is None:
        return ""
    return on.isoformat()[: {Precision.YEAR: 4, Precision.MONTH: 7}.get(Precision(precision), 10)]


def _recorded(release: Release, figure: RecordedFigure, beside: "_Beside") -> ReleasedFigure:
    copy = ReleasedFigure(
        release=release,
        claim=figure.claim,
        body_kind=figure.body_kind,
        body=figure.body,
        year=figure.year,
        period=figure.period,
        category=figure.category or "total",
        state=State.VALUE if figure.value is not None else State.MISSING,
        why="" if figure.value is not None else "not_available",
        low=figure.value,
        high=figure.value,
        as_written=figure.as_written,
        with_figures=figure.with_figures,
        asked=figure.asked,
        doubt=figure.doubt,
        note=figure.note,
        publication=_publication(figure),
    )
    _name_source(copy, figure.document)
    if others := beside.printed_too(figure):
        copy.note = (
            f"Another count, {others}, was printed at the same time; this release uses "
            f"{figure.as_written}."
        )
    if figure.claim == RecordedKind.TOTAL and figure.body_kind == "total" and figure.year:
        copy.in_records = beside.held_by_then(figure)
    return copy


class _Beside:
    """What else the records have on the recorded figures of a measure, in two queries."""

    def __init__(self, measure: Measure) -> None:
        self.figures: dict[tuple, list[RecordedFigure]] = {}
        for each in RecordedFigure.objects.filter(measure=measure).select_related("document"):
            self.figures.setdefault(self._key(each), []).append(each)
        held = (
            FoiSubmission.objects.checked()
            .filter(
                round__measures=measure,
                counts__retired_at__isnull=True,
                counts__measure=measure,
                counts__state__in=["value", "suppressed"],
            )
            .order_by()
            .values_list("round__answered_by", "counts__year")
            .annotate(forces=Count("force", distinct=True))
        )
        self.held = {(answered_by, year): forces for answered_by, year, forces in held}

    @staticmethod
    def _key(figure: RecordedFigure) -> tuple:
        return (*figure.conflict_key, figure.document.published_on)

    def printed_too(self, figure: RecordedFigure) -> str:
        """Other values that were published for the same thing at the same time."""
        others = {
            each.as_written
            for each in self.figures.get(self._key(figure), ())
            if each.value != figure.value
        }
        return and_list(sorted(others))

    def held_by_then(self, figure: RecordedFigure) -> int:
        """Of how many forces a number for its year, from the round of that total, is held.

        The round is the one whose answers were in print when the total was.
        """
        return self.held.get((figure.document.published_on, figure.year), 0)


def _responses(release: Release) -> Iterable[ReleasedResponse]:
    submissions = (
        FoiSubmission.objects.filter(
            round__number__lte=release.last_round.number, round__measures=release.measure
        )
        .select_related("round", "force", "outcome_source")
        .prefetch_related("documents")
        .order_by("-round__number", "force__slug", "number")
    )
    sent_to: dict[str, set[str]] = {}
    for each in submissions:
        if each.round.complete:
            sent_to.setdefault(each.round.slug, set()).add(each.force.slug)
    for each in submissions:
        source = each.outcome_source
        yield ReleasedResponse(
            release=release,
            round=each.round.slug,
            round_name=each.round.name,
            round_number=each.round.number,
            round_first_year=each.round.first_year,
            round_last_year=each.round.last_year,
            round_asked=each.round.forces_asked or len(sent_to.get(each.round.slug, ())) or None,
            force=each.force.slug,
            number=each.number,
            outcome=each.outcome,
            outcome_on=each.outcome_on,
            outcome_precision=each.outcome_precision,
            reference=each.reference,
            reason=each.reason,
            source=source.title if source else "",
            source_url=source.url if source else "",
            source_on=source.published_on if source else None,
            source_precision=source.published_precision if source else Precision.DAY,
            has_file=any(d.kind in ("return", "letter") for d in each.documents.all()),
        )
