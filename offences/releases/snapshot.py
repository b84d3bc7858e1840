"""Snapshots: everything that a release would publish if approved now."""

import datetime as dt
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import Count, QuerySet

from offences import models as db
from offences.clocks import working_days
from offences.english import and_list
from offences.refused import Refused
from offences.releases import copies
from offences.releases.deciding import Report
from offences.releases.hiding import HiddenCounts, forget, hide
from offences.releases.one_figure import corrected_rows
from offences.releases.parts import FigureKey, ForceSum, Parts, forces_behind, parts_of, sums_of
from offences.releases.revisions import explain, explain_parts, is_revised
from offences.trends import CurrentFigures, ReturnsUpTo

UNREAD = {"id", "published_on", "published_precision"}


@dataclass(frozen=True)
class Snapshot:
    """Everything a release would publish if it were approved now."""

    figures: tuple[db.ReleasedFigure, ...]
    responses: tuple[db.ReleasedResponse, ...]
    breaks: tuple[dict[str, object], ...]
    returns: ReturnsUpTo  # the staff's records that it is made from
    parts: tuple[db.ReleasedFigure, ...] = ()  # the figures of breakdowns
    categories: tuple[db.ReleasedCategory, ...] = ()
    disclosure: Mapping[str, object] = field(default_factory=dict)
    unshown_corrections: tuple[dict[str, object], ...] = ()
    hidden: HiddenCounts = field(default_factory=HiddenCounts)

    @property
    def fingerprint(self) -> str:
        """Changes when anything that would be published changes, except the day."""
        rows = [
            [getattr(row, f.attname) for f in row._meta.concrete_fields if f.name not in UNREAD]
            for row in (*self.figures, *self.responses, *self.parts, *self.categories)
        ]
        release = self.figures[0].release if self.figures else None
        words = (release.title, release.year, release.note) if release else ()
        unshown = self.unshown_corrections
        content = repr([rows, self.breaks, words, self.disclosure, *([unshown] if unshown else [])])
        return hashlib.sha256(content.encode()).hexdigest()


def _public_before(release: db.Release) -> QuerySet[db.Release]:
    """Every earlier release of the measure that is or will be public."""
    earlier = db.Release.objects.filter(measure=release.measure, number__lt=release.number)
    return earlier.filter(approved_at__isnull=False, withdrawn_at__isnull=True).order_by("number")


def release_before(release: db.Release) -> db.Release | None:
    """The release that this one follows: the newest approved one not withdrawn."""
    return _public_before(release).last()


def snapshot(
    release: db.Release, public_on: dt.date | None = None, report: Report = lambda done, of: None
) -> Snapshot:
    """The content of a release: forces' totals and parts, recorded figures, answers.

    Small counts are hidden in it already: nothing that is not public is ever copied.
    """
    returns = ReturnsUpTo(release.measure, release.last_round.number)
    if release.corrects:
        return _correction(release, release.corrects, returns, public_on, report)
    current, responses = returns.current(), tuple(_responses(release))
    counts = _counts(release, current)
    sums = sums_of(release, counts, responses, _pending(current))
    before = _Before(release_before(release), public_on)
    # Before `hide`, which removes the history of the totals that it hides.
    before.give_history([*counts, *sums])
    explain(release, before.totals_before, [*counts, *sums], responses)
    recorded = list(_recorded(release))
    parts = parts_of(release, current, responses)
    wholes = [ForceSum(*each) for each in forces_behind(sums, counts, responses)]
    hidden = hide(parts, counts, wholes, release, report)
    _give_parts_history(parts, hidden, before)
    explain_parts(before.figures_before.values(), counts, parts.all_figures, responses)
    shown = [*counts, *parts.all_figures]
    return Snapshot(
        figures=(*counts, *sums, *recorded),
        responses=responses,
        breaks=tuple(_breaks(release)),
        returns=returns,
        parts=parts.all_figures,
        categories=_categories(release, parts),
        disclosure=copies.copy_rule(parts.rule) if parts.figures else {},
        unshown_corrections=tuple(before.corrected_unshown(hidden, shown)),
        hidden=hidden,
    )


def _correction(
    release: db.Release,
    base: db.Release,
    returns: ReturnsUpTo,
    public_on: dt.date | None,
    report: Report,
) -> Snapshot:
    """The content of a release that corrects one figure of another."""
    of = corrected_rows(release, returns, public_on, report)
    return Snapshot(
        figures=of.figures,
        responses=of.responses,
        breaks=tuple(base.breaks),
        returns=returns,
        parts=of.parts,
        categories=of.categories,
        disclosure=base.disclosure,
        unshown_corrections=tuple(
            _Before(base, public_on).corrected_unshown(of.hidden, (*of.figures, *of.parts))
        ),
        hidden=of.hidden,
    )


def _counts(release: db.Release, current: CurrentFigures) -> list[db.ReleasedFigure]:
    """The total of each force and year up to that of the release."""
    return [
        copies.copy_current(release, slug, year, figure)
        for (slug, year), figure in sorted(current.items())
        if year.start <= release.year
    ]


def _pending(current: CurrentFigures) -> set[tuple[str, int]]:
    """The forces and years of which a newer answer is here and not settled."""
    return {(slug, year.start) for (slug, year), figure in current.items() if figure.pending}


@dataclass(frozen=True)
class _Before:
    """The release that another follows, and the figures that it gave of our own."""

    release_before: db.Release | None
    public_on: dt.date | None  # of the release that follows

    @cached_property
    def figures_before(self) -> dict[FigureKey, db.ReleasedFigure]:
        if self.release_before is None:
            return {}
        rows = self.release_before.figures.filter(figure_kind__in=["count", "sum"])
        return {FigureKey.of(figure): figure for figure in rows}

    @property
    def totals_before(self) -> list[db.ReleasedFigure]:
        return [figure for at, figure in self.figures_before.items() if not at.breakdown]

    def corrected_unshown(
        self, hidden: HiddenCounts, figures: Iterable[db.ReleasedFigure]
    ) -> Iterator[dict[str, object]]:
        """The answers that were corrected since, of which no shown number says so.

        Readers who subtract two releases have to know that these may have changed too.
        """
        if self.release_before is None:
            return
        differs = {
            (f.body, f.year)
            for f in figures
            if (was := self.figures_before.get(FigureKey.of(f))) and _shows_change(was, f)
        }
        since = {
            (e.force, e.year) for e in hidden.restated if e.release >= self.release_before.number
        }
        for force, year in sorted(since - differs):
            yield {"force": force, "year": year}

    def give_history(self, figures: Iterable[db.ReleasedFigure]) -> None:
        """Add what releases before said of each figure, and since when it is published."""
        for figure in figures:
            was = self.figures_before.get(FigureKey.of(figure))
            copies.follow(figure, was, self.release_before, self.public_on)


def _shows_change(was: db.ReleasedFigure, now: db.ReleasedFigure) -> bool:
    return not (was.is_hidden or now.is_hidden) and is_revised(was, now)


def _give_parts_history(parts: Parts, hidden: HiddenCounts, before: _Before) -> None:
    """Add what releases before said of each part, and remove it again from a hidden one.

    After `hide`: by its true number a part that was hidden before too would look newly published.
    Removed last: following the release before copies the numbers that it gave.
    """
    before.give_history(parts.all_figures)
    for figure in parts.all_figures:
        if FigureKey.of(figure) in hidden.places:
            forget(figure)


def _categories(release: db.Release, parts: Parts) -> tuple[db.ReleasedCategory, ...]:
    """The categories of its breakdowns; none where it publishes no part."""
    if not parts.figures:
        return ()
    categories = (c for each in parts.breakdowns for c in each.categories.all())
    return tuple(copies.copy_category(release, c) for c in categories)


def _breaks(release: db.Release) -> Iterable[dict[str, object]]:
    """The breaks of the measure, then the confirmed ones of single forces."""
    measure = release.measure
    for each in measure.breaks.filter(year__lte=release.year).order_by("year"):
        yield {"year": each.year, "why": each.why}
    own = db.ForceBreak.objects.settled().filter(measure=measure, year__lte=release.year)
    for row in own.select_related("force").order_by("force__slug", "year"):
        yield {"year": row.year, "why": row.why, "force": row.force.slug}


def _chosen(release: db.Release) -> list[db.RecordedFigure]:
    """The recorded figures of the release; two that conflict are refused."""
    chosen = list(release.recorded_figures.select_related("document").order_by("pk"))
    seen: dict[tuple, db.RecordedFigure] = {}
    for figure in chosen:
        key = (*figure.conflict_key, copies.publication_key(figure))
        other = seen.setdefault(key, figure)
        if other is not figure:
            raise Refused(
                f"Two figures for “{figure.body}” contradict each other: {other.as_written} "
                f"({other.document}) and {figure.as_written} ({figure.document}). Choose one."
            )
    return chosen


def _recorded(release: db.Release) -> Iterator[db.ReleasedFigure]:
    """The recorded figures of the release, with what else was published at the same time."""
    published: dict[tuple, set[tuple[str, int | None]]] = defaultdict(set)
    for each in db.RecordedFigure.objects.filter(measure=release.measure).select_related(
        "document"
    ):
        published[*each.conflict_key, each.document.published_on].add((each.as_written, each.value))
    by_round = (
        db.FoiSubmission.objects.checked()
        .filter(
            round__measures=release.measure,
            counts__retired_at__isnull=True,
            counts__measure=release.measure,
            counts__state__in=["value", "suppressed"],
        )
        .order_by()
        .values_list("round__answered_by", "counts__year")
        .annotate(forces=Count("force", distinct=True))
    )
    in_records = {(answered_by, year): forces for answered_by, year, forces in by_round}
    for figure in _chosen(release):
        copy, on = copies.copy_recorded(release, figure), figure.document.published_on
        others = {
            text for text, value in published[*figure.conflict_key, on] if value != figure.value
        }
        if others:
            copy.note = (
                f"Another count, {and_list(sorted(others))}, was published at the same time; this "
                f"release uses {figure.as_written}."
            )
        if figure.claim == db.RecordedKind.TOTAL and figure.body_kind == "total" and figure.year:
            # Of the round whose answers were published with the total.
            copy.in_records = in_records.get((on, figure.year), 0)
        yield copy


def _responses(release: db.Release) -> Iterable[db.ReleasedResponse]:
    submissions = (
        db.FoiSubmission.objects.filter(
            round__number__lte=release.last_round.number, round__measures=release.measure
        )
        .select_related("round", "force", "outcome_source")
        .prefetch_related("documents", "events", "exemptions")
        .order_by("-round__number", "force__slug", "number")
    )
    days = working_days()
    refused_under = defaultdict[int, list[str]](list)
    refused = db.AnnualCount.objects.current().filter(submission__in=submissions.order_by())
    refused = refused.filter(submission__checked_at__isnull=False).exclude(section="")
    for of, section in refused.order_by("section").values_list("submission", "section").distinct():
        refused_under[of].append(section)
    sent_to = defaultdict(set)
    for each in submissions:
        if each.round.complete:
            sent_to[each.round_id].add(each.force_id)
    for each in submissions:
        asked = each.round.forces_asked or len(sent_to[each.round_id]) or None
        yield copies.copy_response(release, each, asked, days, refused_under[each.pk])
