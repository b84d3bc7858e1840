"""Which figures are others than in the release before, and why each is."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from offences.models import (
    FigureKind,
    Force,
    Release,
    ReleasedFigure,
    ReleasedResponse,
    RevisionReason,
    release_step,
)
from offences.refused import Refused
from offences.releases.words import said
from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.words.figure import the_round

COMPUTED = (FigureKind.COUNT, FigureKind.SUM)
Key = tuple[str, str, str, int, str, str]

WITHHELD = "small numbers are withheld, so that no child can be recognised"
"""Why a figure that was given before is hidden now."""


@dataclass(frozen=True)
class Revision:
    """One figure that says another thing than in the release before, and why."""

    was: ReleasedFigure
    now: ReleasedFigure
    place: str = ""  # whose figure it is, as people say it

    @property
    def before(self) -> str:
        return said(self.was, note=False)

    @property
    def after(self) -> str:
        return said(self.now, note=False)

    @property
    def why(self) -> str:
        return self.now.revised_why

    @property
    def force(self) -> str:
        """The address of its force; empty of a sum."""
        return self.now.body if self.now.body_kind == "force" else ""

    @property
    def year(self) -> Year:
        return Year(self.now.year)

    @property
    def category(self) -> str:
        return self.now.category


def key_of(figure: ReleasedFigure) -> Key:
    return (
        figure.claim,
        figure.body_kind,
        figure.body,
        figure.year,
        figure.breakdown,
        figure.category,
    )


def is_revised(was: ReleasedFigure | None, now: ReleasedFigure | None) -> bool:
    """There was a figure, and there is another one now, or none."""
    if was is None or was.state == State.MISSING:
        return False
    if now is None:
        return True
    return any(getattr(was, n) != getattr(now, n) for n in ("state", "low", "high", "months"))


def revisions_among(
    old: Iterable[ReleasedFigure],
    new: Iterable[ReleasedFigure],
    names: Mapping[str, str] | None = None,
) -> list[Revision]:
    """The figures of our own that were given before and are others now."""
    earlier = {key_of(f): f for f in old if f.claim in COMPUTED}
    pairs = ((earlier.get(key_of(f)), f) for f in new if f.claim in COMPUTED)
    return [
        Revision(was, now, (names or {}).get(now.body, now.body))
        for was, now in pairs
        if was and is_revised(was, now)
    ]


def explain(
    release: Release,
    old: Iterable[ReleasedFigure],
    new: Sequence[ReleasedFigure],
    responses: Iterable[ReleasedResponse],
) -> None:
    """Say of each revised figure why it is: in a person's words, else what can be told from where
    it is from, else nothing. Then a person has to say it."""
    given = {
        (r.force.slug, r.year, r.category, r.before, r.after): r.words
        for r in release.reasons.select_related("force").order_by("given_at", "pk")
    }
    rounds = {r.round: (r.round_number, r.round_name) for r in responses}
    for each in revisions_among(old, new):
        key = (each.force, each.year.start, each.category, each.before, each.after)
        each.now.revised_why = given.get(key) or _derived_reason(each, rounds)


def explain_parts(
    old: Iterable[ReleasedFigure],
    totals: Iterable[ReleasedFigure],
    parts: Iterable[ReleasedFigure],
    responses: Iterable[ReleasedResponse],
) -> None:
    """Say of each revised part of a breakdown why it is, and of each number that is hidden now.

    A part moves with its answer: it has the reason of the total beside it, if that is another too.
    """
    of_totals = list(totals)
    said = {(f.body, f.year): f.revised_why for f in of_totals}
    rounds = {r.round: (r.round_number, r.round_name) for r in responses}
    for each in revisions_among(old, (*of_totals, *parts)):
        now = each.now
        if now.state == State.SUPPRESSED and now.high is None and now.low == 0:
            now.revised_why = WITHHELD
        elif now.breakdown:
            why = said.get((now.body, now.year)) or _derived_reason(each, rounds)
            now.revised_why = why or "the parts of the force’s answer were corrected"


def _derived_reason(revision: Revision, rounds: Mapping[str, tuple[int, str]]) -> str:
    """The reason that needs nobody to give it: a newer answer, or another publication."""
    was, now = revision.was, revision.now
    if now.claim == FigureKind.SUM:
        return "figures of the forces behind it changed"
    if now.state == State.MISSING:
        return ""
    newer = rounds.get(now.round, (0, ""))[0] > rounds.get(was.round, (0, ""))[0]
    if now.source_kind == "publication":
        papers = [(f.source, f.source_url, f.published_on) for f in (was, now)]
        if newer or papers[0] != papers[1]:
            when = f", {now.published_in_words}" if now.published_in_words else ""
            return f"another publication restated it: {now.source}{when}"
        return ""
    return f"restated in the force’s answer to {the_round(rounds[now.round][1])}" if newer else ""


def without_reason(revisions: Iterable[Revision]) -> list[Revision]:
    return [each for each in revisions if not each.why]


def why_not_unexplained(revisions: Iterable[Revision]) -> str:
    """What forbids a release with these revisions; nothing where each has its reason."""
    unexplained = without_reason(revisions)
    if not unexplained:
        return ""
    first, more = unexplained[0], len(unexplained) - 1
    others = f", nor {'has another' if more == 1 else f'have {more} others'}" if more else ""
    return (
        f"{first.place}, {first.year}: {first.before} becomes {first.after}, and "
        f"nobody has said why{others}. Give the reason: readers see it beside the figure."
    )


def give_reason(
    release: Release,
    revision: Revision,
    *,
    words: str,
    by: User,
    now: dt.datetime,
) -> RevisionReason:
    """Say why a figure of a release in preparation is another than before.

    It counts for exactly this change: if the figure moves again, it has to be said again. Whoever
    says it has written what readers see, so another person approves it.
    """
    words = " ".join(words.split()).rstrip(".")
    if not words:
        raise Refused("Say why the figure is another than before: readers see this sentence.")
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
