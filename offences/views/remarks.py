"""Forces' remarks on their released figures."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from offences.models import Force, Release, RemarkKind
from offences.releases.public_state import PublicState
from offences.statistics.cells import Cell
from offences.trends import Trend
from offences.words import remarks as words


@dataclass(frozen=True)
class Remark:
    """One sentence beside a force's figures."""

    kind: str
    text: str

    @property
    def is_dispute(self) -> bool:
        return self.kind == RemarkKind.DISPUTED


def remarks_of(
    force: Force, releases: Collection[Release], public: PublicState
) -> dict[int, list[Remark]]:
    """Release → the remarks on this force's figures in it."""
    rows = public.remarks_on(releases, force.slug)
    decided = {(row.release_id, row.dispute_id) for row in rows if row.decision}
    found: dict[int, list[Remark]] = defaultdict(list)
    for row in rows:
        text = words.remark(
            kind=row.kind,
            years=row.years,
            words=row.words,
            decision=row.decision,
            corrected_in=row.corrected_in,
            by=force.at_start,
            on=row.said_on,
            is_open=(row.release_id, row.dispute_id) not in decided,
        )
        found[row.release_id].append(Remark(row.kind, text))
    return found


Cells = Mapping[object, Cell]


def cells_of(trend: Trend) -> Cells:
    return {point.year: point.cell for point in trend.points}


def changed_figures_in_words(old: Cells, new: Cells, release: int) -> str:
    """How many of these figures a newer release changed or no longer has, as a sentence."""
    given = {key: cell for key, cell in old.items() if not cell.is_missing}
    revised = [
        key
        for key, cell in given.items()
        if _compared_values(new.get(key)) != _compared_values(cell)
    ]
    return words.changed_since(len(revised), len(given), release)


def _compared_values(cell: Cell | None) -> tuple | None:
    return (cell.state, cell.low, cell.high, cell.months) if cell else None
