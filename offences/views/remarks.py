"""Forces' remarks on their released figures, read in the query that reads the forces."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import OuterRef, StringAgg, Subquery, TextField, Value
from django.db.models.functions import Cast, JSONArray

from offences.models import Force, Release, ReleasedRemark, RemarkKind
from offences.statistics.cells import Cell
from offences.trends import Trend
from offences.words import remarks as words

FIELDS = (
    *("release_id", "kind", "said_on", "years", "words"),
    *("decision", "corrected_in", "dispute_id"),
)
_TEXT = TextField()


@dataclass(frozen=True)
class Remark:
    """One sentence beside a force's figures."""

    kind: str
    text: str

    @property
    def is_loud(self) -> bool:
        return self.kind == RemarkKind.DISPUTED


def remarks_query(releases: Collection[Release], now: dt.datetime) -> Subquery:
    """For a question about forces: all remarks on each one's figures in these releases."""
    one_row = Cast(JSONArray(*FIELDS), _TEXT)
    together = StringAgg(
        "one_row", delimiter=Value(",", output_field=_TEXT), order_by="pk", output_field=_TEXT
    )
    return Subquery(
        ReleasedRemark.objects.public(now)
        .filter(force=OuterRef("slug"), release__in=[each.pk for each in releases])
        .order_by()
        .annotate(one_row=one_row, one_group=Value(1))
        .values("one_group")
        .annotate(together=together)
        .values("together"),
        output_field=_TEXT,
    )


def remarks_of(force: Force, stored: str | None) -> dict[int, list[Remark]]:
    """Release → the remarks on this force's figures in it."""
    rows = [dict(zip(FIELDS, row, strict=True)) for row in json.loads(f"[{stored or ''}]")]
    decided = {(row["release_id"], row["dispute_id"]) for row in rows if row["decision"]}
    found: dict[int, list[Remark]] = defaultdict(list)
    for row in rows:
        release = row.pop("release_id")
        is_open = (release, row.pop("dispute_id")) not in decided
        on = dt.date.fromisoformat(row.pop("said_on"))
        text = words.remark(**row, by=force.at_start, on=on, is_open=is_open)
        found[release].append(Remark(row["kind"], text))
    return found


Cells = Mapping[object, Cell]


def cells_of(trend: Trend) -> Cells:
    return {point.year: point.cell for point in trend.points}


def since(old: Cells, new: Cells, release: int) -> str:
    """How many of these figures a newer release changes or no longer has."""
    given = {key: cell for key, cell in old.items() if not cell.is_missing}
    revised = [key for key, cell in given.items() if _shape(new.get(key)) != _shape(cell)]
    return words.since(len(revised), len(given), release)


def _shape(cell: Cell | None) -> tuple | None:
    return (cell.state, cell.low, cell.high, cell.months) if cell else None
