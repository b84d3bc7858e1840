"""Released figures in words; those of a release that are revised, and the reason for each."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter

from django.contrib.auth.models import User
from django.db import transaction

from offences.english import quantity
from offences.models import FigureKind, Force, Release, ReleasedFigure, RevisionReason, release_step
from offences.refused import Refused
from offences.statistics.cells import Range, State
from offences.statistics.years import Year
from offences.trends import Figures, Responses, released_cell
from offences.words import revisions as revision_words
from offences.words.cells import in_line, the_round, where_from

QUIET = {"not_in_records", "not_asked", "late"}  # nothing known before, nothing known now
COMPUTED = (FigureKind.COUNT, FigureKind.SUM)


def is_statement(figure: ReleasedFigure) -> bool:
    return figure.figure_kind == FigureKind.STATEMENT


def figure_in_words(figure: ReleasedFigure | None, *, note: bool = True) -> str:
    """A figure as readers see it, in one line, with its remark if `note` is set."""
    if figure is None:
        return "not given"
    if figure.state == State.MISSING and is_statement(figure):
        return figure.as_written
    if figure.figure_kind == FigureKind.SUM and figure.low is not None and not figure.is_hidden:
        return quantity(Range(figure.low, figure.high))
    return in_line(released_cell(figure), figure.section, figure.note if note else "")


def vintage(figure: ReleasedFigure | None, round_name: str = "") -> str:
    """The source and date of a figure: “Annual report, June 2019”."""
    if figure is None or figure.state == State.MISSING:
        return ""
    is_sum = figure.figure_kind == FigureKind.SUM
    return where_from(
        figure.source,
        figure.published_in_words,
        sum_of=(figure.with_figures or 0, figure.asked or 0) if is_sum else None,
        round_name=round_name if figure.source_kind != "publication" else "",
    )


@dataclass(frozen=True)
class Revision:
    """One figure that differs from the previous release, and why."""

    was: ReleasedFigure
    now: ReleasedFigure
    place: str = ""  # whose figure it is, in words

    @property
    def before(self) -> str:
        return figure_in_words(self.was, note=False)

    @property
    def after(self) -> str:
        return figure_in_words(self.now, note=False)

    @property
    def why(self) -> str:
        return self.now.revised_why

    @property
    def force(self) -> str:
        """The address of its force; empty for a sum."""
        return self.now.body if self.now.body_kind == "force" else ""

    @property
    def year(self) -> Year:
        return Year(self.now.year)

    @property
    def category(self) -> str:
        return self.now.category


key_of = attrgetter("figure_kind", "body_kind", "body", "year", "breakdown", "category")
"""Which figure it is, in any release."""


def is_revised(was: ReleasedFigure | None, now: ReleasedFigure | None) -> bool:
    """Whether there was a figure, and it changed or is gone."""
    if was is None or was.state == State.MISSING:
        return False
    number = attrgetter("state", "low", "high", "months")
    return now is None or number(was) != number(now)


def revisions_among(
    old: Figures, new: Figures, names: Mapping[str, str] | None = None
) -> list[Revision]:
    """The figures of our own that were published before and have changed."""
    earlier = {key_of(f): f for f in old if f.figure_kind in COMPUTED}
    pairs = ((earlier.get(key_of(f)), f) for f in new if f.figure_kind in COMPUTED)
    return [
        Revision(was, now, (names or {}).get(now.body, now.body))
        for was, now in pairs
        if was and is_revised(was, now)
    ]


def explain(release: Release, old: Figures, new: Figures, responses: Responses) -> None:
    """Give each revised figure a reason: a person's, or one that follows from its source."""
    given = {
        (r.force.slug, r.year, r.category, r.before, r.after): r.words
        for r in release.reasons.select_related("force").order_by("given_at", "pk")
    }
    rounds = {r.round: (r.round_number, r.round_name) for r in responses}
    for each in revisions_among(old, new):
        key = (each.force, each.year.start, each.category, each.before, each.after)
        each.now.revised_why = given.get(key) or _derived_reason(each, rounds)


def explain_parts(old: Figures, totals: Figures, parts: Figures, responses: Responses) -> None:
    """Give each revised or newly hidden part its reason: its total's, if that was revised too."""
    of_totals = list(totals)
    reasons = {(f.body, f.year): f.revised_why for f in of_totals}
    rounds = {r.round: (r.round_number, r.round_name) for r in responses}
    for each in revisions_among(old, (*of_totals, *parts)):
        now = each.now
        if now.is_hidden:
            now.revised_why = revision_words.hidden()
        elif now.breakdown:
            why = reasons.get((now.body, now.year)) or _derived_reason(each, rounds)
            now.revised_why = why or revision_words.PARTS_CORRECTED


def _derived_reason(revision: Revision, rounds: Mapping[str, tuple[int, str]]) -> str:
    """A reason that follows from the source: a newer answer, or another publication."""
    was, now = revision.was, revision.now
    if now.figure_kind == FigureKind.SUM:
        return revision_words.SUM_CHANGED
    if now.state == State.MISSING:
        return ""
    newer = rounds.get(now.round, (0, ""))[0] > rounds.get(was.round, (0, ""))[0]
    if now.source_kind == "publication":
        paper = attrgetter("source", "source_url", "published_on")
        restated = revision_words.restated_by(now.source, now.published_in_words)
        return restated if newer or paper(was) != paper(now) else ""
    return revision_words.restated_in(the_round(rounds[now.round][1])) if newer else ""


def without_reason(revisions: Iterable[Revision]) -> list[Revision]:
    return [each for each in revisions if not each.why]


def why_not_unexplained(revisions: Iterable[Revision]) -> str:
    """Why a release with these revisions waits; empty if each has its reason."""
    unexplained = without_reason(revisions)
    if not unexplained:
        return ""
    first, more = unexplained[0], len(unexplained) - 1
    others = f", nor {'has another' if more == 1 else f'have {more} others'}" if more else ""
    return (
        f"{first.place}, {first.year}: {first.before} becomes {first.after}, and "
        f"there is no reason yet{others}. Give the reason: readers see it beside the figure."
    )


def give_reason(
    release: Release, revision: Revision, *, words: str, by: User, now: dt.datetime
) -> RevisionReason:
    """Give the reason for exactly this change; its author does not approve the release."""
    words = " ".join(words.split()).rstrip(".")
    if not words:
        raise Refused("Say why the figure was revised: readers see this sentence.")
    with transaction.atomic(), release_step():
        locked = Release.objects.select_for_update().get(pk=release.pk)
        if locked.approved_at:
            raise Refused("This release is approved, so its reasons stay as they are.")
        reason = RevisionReason.objects.create(
            release=locked,
            force=Force.objects.get(slug=revision.force),
            year=revision.year.start,
            category=revision.category,
            before=revision.before,
            after=revision.after,
            words=words,
            given_by=by,
            given_at=now,
        )
        locked.editors.add(by)
    return reason
