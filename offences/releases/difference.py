"""A comparison of two releases: the figures that are new, gone or changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from offences.models import FigureKind, Force, Release, ReleasedFigure, ReleasedResponse
from offences.releases import revisions as revised
from offences.releases.snapshot import Snapshot, release_before, snapshot
from offences.statistics.cells import State
from offences.statistics.years import Year
from offences.trends import categories_in
from offences.words import revisions as words


@dataclass(frozen=True)
class FigureChange:
    body: str
    year: str
    before: str
    after: str
    why: str = ""
    force: str = ""  # its address, where the body is a force
    what: str = ""  # what was counted, if it is not a count from a return
    had: bool = False  # there was a figure before
    has: bool = False  # there is one now
    source: str = ""  # where it was published
    reason: str = ""  # why a figure was revised, as readers see it
    from_before: str = ""  # where and when the old figure was published, and the new one
    from_after: str = ""


def difference(release: Release, of: Snapshot | None = None) -> list[FigureChange]:
    """Each figure that is new, gone or changed since the previous release."""
    return public_difference(release, release_before(release), of)


def count_new_parts(release: Release, earlier: Release) -> int:
    """Count the figures of breakdowns that a release has and the earlier one has not."""

    def figures(of: Release) -> set[tuple]:
        rows = of.figures.exclude(breakdown="").exclude(state=State.MISSING)
        return set(rows.values_list("body_kind", "body", "year", "breakdown", "category"))

    return len(figures(release) - figures(earlier)) if release.disclosure else 0


def public_difference(
    release: Release, earlier: Release | None, of: Snapshot | None = None
) -> list[FigureChange]:
    """The same since any release; of an approved one from released rows only."""
    both = [each for each in (earlier, release) if each]
    copied = list(ReleasedFigure.objects.filter(release__in=both))
    categories = [c for each in both for c in categories_in(each)]
    after: Sequence[ReleasedFigure] = [f for f in copied if f.release_id == release.pk]
    answers = ReleasedResponse.objects.filter(release__in=both).order_by()
    rounds = dict(answers.values_list("round", "round_name").distinct())
    if not release.approved_at:
        of = of or snapshot(release)
        after = (*of.figures, *of.parts)
        categories += of.categories
        rounds |= {r.round: r.round_name for r in of.responses}
    called = {(c.breakdown, c.category): f"{c.breakdown_name}: {c.name}" for c in categories}
    names = dict(Force.objects.values_list("slug", "area"))
    old = {_key(f): f for f in copied if f.release_id != release.pk}
    new = {_key(f): f for f in after}
    changes = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        row = now or was
        assert row is not None
        # A part of a breakdown without an earlier figure: a new year has thousands.
        if _same(was, now) or (was is None and row.breakdown):
            continue
        changes.append(
            FigureChange(
                body=names.get(row.body, row.body),
                year=Year(row.year).label if row.year else row.period,
                before=revised.figure_in_words(was),
                after=revised.figure_in_words(now),
                why=_why(was, now),
                force=row.body if row.body_kind == "force" else "",
                what=_what(row, called),
                had=_has_content(was),
                has=_has_content(now),
                source=row.source,
                reason=now.revised_why if now else "",
                from_before=revised.vintage(was, rounds.get(was.round, "") if was else ""),
                from_after=revised.vintage(now, rounds.get(now.round, "") if now else ""),
            )
        )
    return changes


def _what(row: ReleasedFigure, called: Mapping[tuple[str, str], str]) -> str:
    """The subject of a figure that is not the whole count of one return."""
    if row.breakdown:
        return called.get((row.breakdown, row.category), row.category)
    return "" if row.figure_kind == FigureKind.COUNT else row.get_figure_kind_display()


def _why(was: ReleasedFigure | None, now: ReleasedFigure | None) -> str:
    """The source of the new figure, what a sum rests on, or why the figure is gone."""
    if now is None:
        gone_sum = was is not None and was.figure_kind == FigureKind.SUM
        return words.NO_LONGER_ADDED if gone_sum else words.NO_LONGER_CARRIED
    if now.figure_kind == FigureKind.SUM:
        return words.added_up(now.with_figures, now.asked)
    return now.note or now.source


_key = attrgetter(
    *("body_kind", "body", "year", "period", "figure_kind", "breakdown", "category", "publication")
)
COMPARED = attrgetter(
    *("state", "low", "high", "months", "section", "provisional", "estimated", "doubt", "note")
)
"""The parts of a figure that readers see: a change in any of them is a change."""


def _same(was: ReleasedFigure | None, now: ReleasedFigure | None) -> bool:
    """Whether readers see the same in both.

    A figure that is in one release only and missing there is the same too: a new year without a
    figure is no news, a new refusal is.
    """
    if was is None or now is None:
        row = was or now
        return row is None or (row.state == State.MISSING and row.why in revised.QUIET)
    if was.state == now.state == State.MISSING:
        return (was.why, was.section) == (now.why, now.section)
    return COMPARED(was) == COMPARED(now)


def _has_content(figure: ReleasedFigure | None) -> bool:
    return figure is not None and (figure.state != State.MISSING or revised.is_statement(figure))


def revisions(release: Release, copy: Snapshot | None = None) -> list[revised.Revision]:
    earlier = release_before(release)
    if earlier is None:
        return []
    copied = release.figures.filter(breakdown="")
    new = copied if release.approved_at else (copy or snapshot(release)).figures
    names = dict(Force.objects.values_list("slug", "area"))
    return revised.revisions_among(earlier.figures.filter(breakdown=""), new, names)


def revisions_without_reason(
    release: Release, copy: Snapshot | None = None
) -> list[revised.Revision]:
    """Revisions without a reason: while there is one, the release is not approved."""
    return revised.without_reason(revisions(release, copy))
