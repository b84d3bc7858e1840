"""Two releases compared: each figure that is new, gone or another than before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from offences.models import Force, Release, ReleasedFigure
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.statistics.cells import Cell, State
from offences.statistics.notation import published
from offences.statistics.years import Year
from offences.trends import REASONS, released_cell


@dataclass(frozen=True)
class Change:
    """One figure that differs from the release before."""

    body: str
    year: str
    before: str
    after: str
    why: str = ""


def difference(release: Release, of: Snapshot | None = None) -> list[Change]:
    """Each figure that is new, gone or another than in the release before: old → new."""
    earlier = before(release)
    if release.approved_at:
        after: Sequence[ReleasedFigure] = list(release.figures.all())
    else:
        after = (of or snapshot(release)).figures
    names = dict(Force.objects.values_list("slug", "area"))
    old = _by_key(earlier.figures.all() if earlier else ())
    new = _by_key(after)
    changes = []
    for key in sorted(old.keys() | new.keys()):
        was, now = old.get(key), new.get(key)
        if _same(was, now):
            continue
        row = now or was
        assert row is not None
        changes.append(
            Change(
                body=names.get(row.body, row.body),
                year=Year(row.year).label if row.year else row.period,
                before=_said(was),
                after=_said(now),
                why=(now.note or now.source) if now else "no longer carried",
            )
        )
    return changes


def _by_key(figures: Iterable[ReleasedFigure]) -> dict[tuple, ReleasedFigure]:
    return {
        (f.body_kind, f.body, f.year, f.period, f.claim, f.category, f.publication): f
        for f in figures
    }


def _same(was: ReleasedFigure | None, now: ReleasedFigure | None) -> bool:
    """Neither has a figure, or both have the same."""
    old, new = (f if f is not None and f.state != State.MISSING else None for f in (was, now))
    if old is None or new is None:
        return old is None and new is None
    return (old.state, old.low, old.high, old.months) == (new.state, new.low, new.high, new.months)


def _said(figure: ReleasedFigure | None) -> str:
    if figure is None:
        return "not in it"
    cell: Cell = released_cell(figure)
    if cell.why:
        return REASONS[cell.why]
    months = f" ({cell.months} months)" if cell.months else ""
    return published(cell) + months
