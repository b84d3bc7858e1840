"""The counts that forces gave: the numbers behind what a release hides, or does not publish."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from offences import models as db
from offences.releases.part_sums import WHOLE
from offences.releases.parts import FigureKey
from offences.releases.release_table import ReleaseTable
from offences.statistics.cells import Range, State


class StoredAnswer(NamedTuple):
    """One count that a force gave, and from when to when it stood."""

    recorded_at: dt.datetime
    retired_at: dt.datetime | None
    round: str
    force: str
    year: int
    kind: str  # of its breakdown
    breakdown: str
    category: str
    value: int | None
    high: int | None

    @property
    def place(self) -> FigureKey:
        whole = FigureKey("force", self.force, self.year)
        if self.kind == db.BreakdownKind.TOTAL:
            return whole
        return whole._replace(breakdown=self.breakdown, category=self.category)

    @property
    def range(self) -> Range:
        return Range(0, self.high) if self.value is None else Range.exactly(self.value)

    def is_of(self, moment: dt.datetime | None) -> bool:
        """Whether it stood at a moment; None is now."""
        if moment is None:
            return self.retired_at is None
        return self.recorded_at <= moment and not (self.retired_at and self.retired_at < moment)


def stored_answers(measure: db.Measure) -> list[StoredAnswer]:
    """All counts that forces ever gave of a measure, the newest first."""
    rows = db.AnnualCount.objects.filter(
        measure=measure, state__in=[State.VALUE, State.SUPPRESSED]
    ).order_by("-pk")
    of = ("submission__round__slug", "submission__force__slug", "year")
    breakdown = ("category__breakdown__kind", "category__breakdown__slug")
    names = ("recorded_at", "retired_at", *of, *breakdown, "category__slug", "value", "high")
    return [StoredAnswer(*row) for row in rows.values_list(*names)]


def numbers_behind(
    release: db.Release,
    figures: Mapping[FigureKey, db.ReleasedFigure],
    answers: Sequence[StoredAnswer],
    corrected: ReleaseTable | None = None,
) -> Mapping[FigureKey, Range]:
    """What the answers of a release had when it was approved; parts that it lacks too.

    A release that corrects one figure has the other answers as the `corrected` one had them.
    """
    round_of = {p: f.round for p, f in figures.items() if p.kind == "force"}
    found = {}
    for each in answers:
        place = each.place
        of_whole = round_of.get(FigureKey("force", each.force, each.year))
        is_its_round = round_of.get(place, of_whole) == each.round
        if is_its_round and each.is_of(release.approved_at) and _is_own(release, place):
            found[place] = each.range
    if corrected:
        others = corrected.truth.items()
        found |= {p: n for p, n in others if p.kind == "force" and not _is_own(release, p)}
    return found


def _is_own(release: db.Release, place: FigureKey) -> bool:
    """Whether a release has this number from the answer that is checked, not from another."""
    if release.corrected_key is None:
        return True
    of_part = WHOLE, (place.breakdown, place.category)
    return release.corrected_key == place[1:3] and release.corrected_part in of_part
