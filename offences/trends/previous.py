"""The last release’s number, in grey in each cell, and a jump to three times of it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from offences.models import BreakdownKind, Category, FigureState, Measure, Release, ReleasedFigure
from offences.statistics import sums
from offences.statistics.cells import Range, State
from offences.statistics.notation import Entry
from offences.statistics.years import Year

JUMP = 3  # times the number of the last release, up or down, and the cell is shown in amber


@dataclass(frozen=True)
class PreviousFigure:
    """What the last release said of a cell; of an older year where it had not this one yet."""

    range: Range
    year: Year
    carried: bool
    release: int
    part_year: bool

    @property
    def text(self) -> str:
        words = sums.range_in_words(self.range)
        return f"({words})" if self.carried else words

    @property
    def words(self) -> str:
        return f"{sums.range_in_words(self.range)} of {self.year} in release {self.release}"

    @property
    def base(self) -> str:
        """The figure that a jump starts from, in the few words under a cell."""
        words = sums.range_in_words(self.range)
        return f"the {words} of {self.year}" if self.carried else words

    def jump(self, entry: Entry | None) -> str:
        """How far an entry is from this, where that is threefold even at the nearer ends."""
        now, before = sums.range_of(entry), self.range
        if entry is None or now is None or entry.period or self.part_year:
            return ""
        exact = now.is_exact and before.is_exact
        if before.high is not None and now.low >= JUMP * max(before.high, 1):
            if before.high == 0:
                return f"{JUMP} or more above"
            exactly = exact and now.low == JUMP * before.low
            return f"{'' if exactly else 'more than '}{JUMP} times"
        if now.high is not None and before.low > 0 and now.high * JUMP <= before.low:
            exactly = exact and now.high * JUMP == before.low
            return f"{'' if exactly else 'less than '}a third of"
        return ""


class PreviousFigures:
    """What the newest approved release of each measure says of one force."""

    def __init__(self, measures: Iterable[Measure], force: str) -> None:
        releases = Release.objects.filter(
            measure__in=measures, approved_at__isnull=False, withdrawn_at__isnull=True
        ).order_by("number")
        newest = {release.measure_id: release for release in releases}
        self._of: dict[tuple[int, str, str], dict[int, PreviousFigure]] = defaultdict(dict)
        figures = ReleasedFigure.objects.filter(
            release__in=newest.values(), figure_kind="count", body_kind="force", body=force
        )
        by_key = {release.pk: release for release in newest.values()}
        for figure in figures.order_by("year"):
            if figure.low is None or (figure.breakdown and figure.state == State.SUPPRESSED):
                continue  # staff are not shown what was withheld from readers
            release, is_part = by_key[figure.release_id], figure.state == FigureState.PART_YEAR
            of_category = self._of[release.measure_id, figure.breakdown, figure.category]
            number, year = Range(figure.low, figure.high), Year(figure.year)
            of_category[figure.year] = PreviousFigure(number, year, False, release.number, is_part)

    def of(self, measure: Measure, category: Category, year: Year) -> PreviousFigure | None:
        breakdown = category.breakdown
        split = "" if breakdown.kind == BreakdownKind.TOTAL else breakdown.slug
        known = self._of.get((measure.pk, split, category.slug), {})
        if year.start in known:
            return known[year.start]
        older = [ghost for start, ghost in known.items() if start < year.start]
        if not older or year.start < max(known):
            return None
        return replace(older[-1], carried=True)
