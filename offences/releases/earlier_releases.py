"""Disclosures by earlier releases of numbers that are hidden now."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from offences.disclosure import PublicBound, TableCount
from offences.models import Force, Release, ReleasedCategory, ReleasedFigure
from offences.releases.parts import FigureKey
from offences.statistics.cells import Range, State


def public_bounds(release: Release, items: Mapping[FigureKey, TableCount]) -> Iterator[PublicBound]:
    """Bounds that an earlier release discloses for counts that have not changed.

    A count that it shows is known. A total or a national figure less the parts that it shows is
    the sum of those that it hides. A figure that was revised since says nothing about the present
    number: a remainder that does not fit the present numbers is ignored.
    """
    before = _EarlierFigures(
        {FigureKey.of(f): f for f in release.figures.filter(claim__in=["count", "sum"])},
        {(c.breakdown, c.category): c for c in release.categories.all()},
    )
    for place, figure in before.figures.items():
        item = items.get(place)
        if item is None or place.kind == "total" or not _is_shown(figure):
            continue
        if item.low == item.high == figure.low:
            yield PublicBound((place,), item.low, item.high)
    for whole, inside in before.sums():
        if left := before.left(whole, inside, items):
            yield left


def _is_shown(figure: ReleasedFigure) -> bool:
    return figure.state in (State.VALUE, State.PART_YEAR)


@dataclass(frozen=True)
class _EarlierFigures:
    """The counts of an earlier release and the categories of its breakdowns."""

    figures: Mapping[FigureKey, ReleasedFigure]
    categories: Mapping[tuple[str, str], ReleasedCategory]

    def sums(self) -> Iterator[tuple[FigureKey, list[FigureKey]]]:
        """Each total with its parts: those of a force, or those of several forces."""
        splits = self._splits()
        for (body, year, breakdown), places in splits.items():
            whole, inside = FigureKey("force", body, year), self._parts(places)
            complete = any(c.complete for (of, _), c in self.categories.items() if of == breakdown)
            if whole in self.figures and complete and not any(map(self._is_missing, inside)):
                yield whole, inside
        yield from self._columns(splits)

    def _splits(self) -> dict[tuple[str, int, str], list[FigureKey]]:
        splits: dict[tuple[str, int, str], list[FigureKey]] = defaultdict(list)
        for place in self.figures:
            if place.kind == "force" and place.breakdown:
                splits[place.body, place.year, place.breakdown].append(place)
        return splits

    def _parts(self, places: Sequence[FigureKey]) -> list[FigureKey]:
        return [p for p in places if not self.categories[p.breakdown, p.category].is_total]

    def _is_missing(self, place: FigureKey) -> bool:
        return self.figures[place].low is None

    def _columns(
        self, splits: Mapping[tuple[str, int, str], list[FigureKey]]
    ) -> Iterator[tuple[FigureKey, list[FigureKey]]]:
        """The sums over the forces that gave the whole breakdown, as in `parts.sums_of_parts`."""
        nation_of = dict(Force.objects.values_list("slug", "nation"))
        columns: dict[tuple[int, str, str], list[FigureKey]] = defaultdict(list)
        for (_, year, breakdown), places in splits.items():
            if not all(map(self._can_be_added, self._parts(places))):
                continue
            for place in places:
                if not self._is_missing(place):
                    columns[year, breakdown, place.category].append(place)
        for whole, figure in self.figures.items():
            inside = columns.get((whole.year, whole.breakdown, whole.category), [])
            if whole.kind == "nation":
                inside = [place for place in inside if nation_of.get(place.body) == whole.body]
            if whole.kind != "force" and whole.breakdown and len(inside) == figure.with_figures:
                yield whole, inside

    def _can_be_added(self, place: FigureKey) -> bool:
        figure = self.figures[place]
        unknown = self.categories[place.breakdown, place.category].is_unknown
        fits = figure.state in (State.VALUE, State.SUPPRESSED) and not figure.doubt
        return fits or unknown

    def left(
        self, whole: FigureKey, inside: Sequence[FigureKey], items: Mapping[FigureKey, TableCount]
    ) -> PublicBound | None:
        """The bound that a whole leaves for its hidden parts, if it fits the present numbers."""
        hidden = tuple(place for place in inside if not _is_shown(self.figures[place]))
        if not hidden or not all(place in items for place in hidden):
            return None
        shown = sum(self.figures[place].low or 0 for place in inside if place not in hidden)
        of = self.figures[whole]
        low = (of.low or 0) - shown
        high = None if of.high is None else of.high - shown
        present = Range.sum(Range(items[place].low, items[place].high) for place in hidden)
        if high is not None and (high < 0 or present.low > high):
            return None
        if present.high is not None and present.high < low:
            return None
        return PublicBound(hidden, max(0, low), high)
