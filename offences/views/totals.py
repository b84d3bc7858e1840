"""Recorded totals for a table: grouped by their publication, never one line."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from offences.claims.totals import Total
from offences.statistics.years import Year


@dataclass(frozen=True)
class TotalBar:
    """A total, and its length beside the largest one of the page, in per cent."""

    year: Year
    value: int
    with_figures: int | None
    asked: int | None
    share: float


@dataclass(frozen=True)
class TotalGroup:
    """The totals published in one month for one area."""

    vintage: str
    area: str
    totals: list[TotalBar]
    sources: dict[tuple[str, str], None] = field(default_factory=dict)  # name and address, once


def groups_of(totals: Sequence[Total]) -> list[TotalGroup]:
    """The totals by publication, newest first: never one line."""
    shown = [t for t in totals if t.claim == "total" and t.kind == "total"]
    most = max((t.value for t in shown), default=0)
    groups: dict[tuple[str, str], TotalGroup] = {}
    for total in shown:
        key = (total.vintage, total.area)
        group = groups.setdefault(key, TotalGroup(total.vintage, total.area, []))
        share = round(total.value * 100 / most, 2) if most else 0
        group.totals.append(
            TotalBar(total.year, total.value, total.with_figures, total.asked, share)
        )
        if total.source:
            group.sources[total.source, total.source_url] = None
    return list(groups.values())
