"""Two releases compared: each figure that is new, gone or another than before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from offences.claims.wording import months, quantity
from offences.models import Force, Release, ReleasedFigure
from offences.releases.snapshot import Snapshot, before, snapshot
from offences.statistics.cells import Cell, Range, State
from offences.statistics.notation import published
from offences.statistics.years import Year
from offences.trends import REASONS, released_cell

QUIET = {"not_in_records", "not_asked", "late"}  # nothing known before, nothing known now


@dataclass(frozen=True)
class Change:
    """One figure that differs from the release before."""

    body: str
    year: str
    before: str
    after: str
    why: str = ""
    force: str = ""  # its address, where the body is a force
    what: str = ""  # what was counted, where it is not a count from a return
    had: bool = False  # there was a figure before
    has: bool = False  # there is one now
    source: str = ""  # where it was published


def difference(release: Release, of: Snapshot | None = None) -> list[Change]:
    """Each figure that is new, gone or another than in the release before: old → new."""
    return _between(before(release), release, of)


def public_difference(release: Release, earlier: Release | None) -> list[Change]:
    """The same beside a release that readers have seen, from released rows only."""
    return _between(earlier, release, None)


def _between(earlier: Release | None, release: Release, of: Snapshot | None) -> list[Change]:
    if release.approved_at:
        after: Sequence[ReleasedFigure] = list(release.figures.filter(breakdown=""))
    else:
        after = (of or snapshot(release)).figures
    names = dict(Force.objects.values_list("slug", "area"))
    old = _by_key(earlier.figures.filter(breakdown="") if earlier else ())
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
                why=_why(was, now),
                force=row.body if row.body_kind == "force" else "",
                what="" if row.claim == ReleasedFigure.Claim.COUNT else row.get_claim_display(),
                had=_tells(was),
                has=_tells(now),
                source=row.source,
            )
        )
    return changes


def _why(was: ReleasedFigure | None, now: ReleasedFigure | None) -> str:
    """Where the new figure is from, or what a sum rests on; or why there is none any more."""
    if now is None:
        gone_sum = was is not None and was.claim == ReleasedFigure.Claim.SUM
        return "no longer added up: not every answer is known" if gone_sum else "no longer carried"
    if now.claim == ReleasedFigure.Claim.SUM:
        return f"added up from {now.with_figures} of {now.asked} forces"
    return now.note or now.source


def _by_key(figures: Iterable[ReleasedFigure]) -> dict[tuple, ReleasedFigure]:
    return {
        (f.body_kind, f.body, f.year, f.period, f.claim, f.category, f.publication): f
        for f in figures
    }


TOLD = ("state", "low", "high", "months", "section", "provisional", "estimated", "doubt", "note")
"""What readers see of a figure: a change in any of it is a change."""


def _same(was: ReleasedFigure | None, now: ReleasedFigure | None) -> bool:
    """Both tell the same. A figure that is not in one release and missing in the other does too:
    a new year without a figure is no news, a refusal where there was none is."""
    if was is None or now is None:
        row = was or now
        return row is None or (row.state == State.MISSING and row.why in QUIET)
    if was.state == now.state == State.MISSING:
        return (was.why, was.section) == (now.why, now.section)
    return all(getattr(was, name) == getattr(now, name) for name in TOLD)


def _tells(figure: ReleasedFigure | None) -> bool:
    """There is a figure, or the words that were printed in place of one."""
    return figure is not None and (figure.state != State.MISSING or _is_statement(figure))


def _is_statement(figure: ReleasedFigure) -> bool:
    return figure.claim == ReleasedFigure.Claim.STATEMENT


def _said(figure: ReleasedFigure | None) -> str:
    if figure is None:
        return "not given"
    if figure.state == State.MISSING and _is_statement(figure):
        return figure.as_written
    if figure.claim == ReleasedFigure.Claim.SUM and figure.low is not None:
        return quantity(Range(figure.low, figure.high))
    cell: Cell = released_cell(figure)
    if cell.why:
        return f"{REASONS[cell.why]}{', ' + figure.section if figure.section else ''}"
    remarks = [
        months(cell.months) if cell.months else "",
        "provisional" if cell.provisional else "",
        "estimated" if cell.estimated else "",
        f"in doubt: {cell.doubt}" if cell.doubt else "",
        figure.note,
    ]
    told = "; ".join(filter(None, remarks))
    shown = published(cell)
    if shown == "[c]":  # a code is explained in a table of figures, not here
        shown = f"withheld, {cell.low:,} or more"
    return shown + (f" ({told})" if told else "")
