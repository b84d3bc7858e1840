"""Hiding small counts of a release, so that no number identifies a child."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from django.core.cache import caches

from offences import disclosure
from offences import models as db
from offences.releases.parts import FigureKey, ForceSum, Parts
from offences.statistics.cells import Range, State
from offences.trends import Figures

A_DAY = 24 * 60 * 60  # seconds
type Items = Mapping[FigureKey, disclosure.TableCount]


@dataclass(frozen=True)
class HiddenCounts:
    """The hidden counts of a release, and what somebody could still work out."""

    places: frozenset[FigureKey] = frozenset()
    small: frozenset[FigureKey] = frozenset()  # for themselves; the others so that these stay so
    open: tuple[disclosure.Disclosed, ...] = ()  # what cannot be hidden: no approval with one
    table: disclosure.CountTable | None = None

    def ranges(self) -> Mapping[FigureKey, Range]:
        """The range of each hidden number, for somebody who knows all that is public."""
        return cast(
            Mapping[FigureKey, Range],
            disclosure.attack(self.table, self.places) if self.table else {},
        )


def hide(
    parts: Parts, totals: Figures, force_sums: Sequence[ForceSum], earlier: Iterable[db.Release]
) -> HiddenCounts:
    """Choose what is hidden, and remove it from the figures, totals included."""
    if parts.rule is None:
        return HiddenCounts()
    table = table_of(parts, totals, force_sums, earlier)
    protected = _protected(table, parts.rule.threshold)
    places = cast(frozenset[FigureKey], protected.hidden)
    small = frozenset(place for place in places if table.items[place].must_hide)
    hidden = HiddenCounts(places, small, protected.open, table)
    for figure in (*parts.all_figures, *totals):
        if FigureKey.of(figure) in hidden.places:
            _withhold(figure)
    return hidden


def _protected(table: disclosure.CountTable, threshold: int) -> disclosure.Protected:
    """Choose what to hide in a table. A large one takes seconds, so the choice is cached."""
    items = sorted(map(repr, table.items.items()))
    content = repr((items, table.sums, table.known, threshold))
    key = f"hidden-{hashlib.sha256(content.encode()).hexdigest()}"
    found = caches["default"].get(key)
    if found is None:
        found = disclosure.protect(table, threshold)
        caches["default"].set(key, found, A_DAY)
    return found


def _withhold(figure: db.ReleasedFigure) -> None:
    """Remove the number and everything that may disclose it."""
    figure.state, figure.low, figure.high, figure.why = State.SUPPRESSED, 0, None, ""
    figure.months, figure.period_start, figure.period_end = 12, None, None
    figure.provisional = figure.estimated = False
    figure.as_written = figure.note = figure.doubt = figure.section = ""
    forget(figure)


def forget(figure: db.ReleasedFigure) -> None:
    """Remove what releases said before: those that published it have their old numbers."""
    figure.previously, figure.previously_in, figure.history = None, None, []


def table_of(
    parts: Parts, totals: Figures, force_sums: Sequence[ForceSum], earlier: Iterable[db.Release]
) -> disclosure.CountTable:
    """Everything that is or was public, as counts and sums, without missing figures.

    A count that an earlier release shows, and that has not changed, is shown again: hiding it would
    protect nobody and point at it.
    """
    assert parts.rule is not None
    rule, known = parts.rule, _already_public(parts)
    wholes = [*totals, *(each.figure for each in force_sums)]
    items = {FigureKey.of(f): _whole(f, rule) for f in wholes if f.low is not None}
    for figure in parts.all_figures:
        if figure.low is not None:
            place = FigureKey.of(figure)
            items[place] = _part(place, figure, parts, known)
    before = []
    for release in earlier:
        for each in public_bounds(release, items):
            if len(each.parts) == 1 and each.low == each.high:
                shown = disclosure.TableCount(each.low, each.high, must_show=True)
                items[cast(FigureKey, each.parts[0])] = shown
            else:
                before.append(each)
    columns = _columns((*parts.sums, *force_sums), items)
    sums = [*_rows(parts, items), *columns, *_crossings(parts, items)]
    return disclosure.CountTable(
        cast(Mapping[disclosure.CountKey, disclosure.TableCount], items), tuple(sums), tuple(before)
    )


def _whole(figure: db.ReleasedFigure, rule: db.DisclosureRule) -> disclosure.TableCount:
    """A force's total, or the sum of all: shown, unless small ones may not be."""
    low, high = figure.low or 0, figure.high
    if figure.body_kind != "force" or rule.totals_public:
        return disclosure.TableCount(low, high, must_show=True)
    return disclosure.TableCount(low, high, must_hide=low < rule.threshold)


def _part(
    place: FigureKey, figure: db.ReleasedFigure, parts: Parts, known: Mapping[FigureKey, int]
) -> disclosure.TableCount:
    rule, low, high = parts.rule, figure.low or 0, figure.high
    assert rule is not None
    if place.kind == "total" or known.get(place) == low == high:
        return disclosure.TableCount(low, high, must_show=True)
    category = parts.by_slug[place.breakdown, place.category]
    if category.is_total and rule.totals_public and low == high:
        return disclosure.TableCount(low, high, must_show=True)
    if figure.state == State.SUPPRESSED:  # withheld by the force: it may be zero as well
        return disclosure.TableCount(0, high, must_hide=True)
    ages = [c.age_to for c in (category, *category.members.all()) if c.age_to is not None]
    too_young = any(age < rule.national_under for age in ages)
    return disclosure.TableCount(low, high, must_hide=too_young or low < rule.threshold)


def _already_public(parts: Parts) -> dict[FigureKey, int]:
    rows = db.AlreadyPublic.objects.filter(category__breakdown__in=parts.breakdowns)
    names = ("force__slug", "year", "category__breakdown__slug", "category__slug", "value")
    return {FigureKey("force", *key): value for *key, value in rows.values_list(*names)}


def _rows(parts: Parts, items: Items) -> Iterator[disclosure.TableSum]:
    """Each force's parts of a breakdown add up to its total, or to less if some are missing."""
    complete = {each.slug: each.complete for each in parts.breakdowns}
    splits = defaultdict[tuple[str, int, str], list[FigureKey]](list)
    for place in parts.categories:
        splits[place.body, place.year, place.breakdown].append(place)
    for (body, year, breakdown), places in splits.items():
        stated = [place for place in places if parts.categories[place].is_total]
        inside = [place for place in places if not parts.categories[place].is_total]
        given = [place for place in inside if place in items]
        is_whole = complete[breakdown] and len(given) == len(inside)
        for whole in (*stated, FigureKey("force", body, year)):
            if whole in items and given and (found := _sum(whole, given, items, is_whole)):
                yield found


def _sum(
    whole: FigureKey, parts: Sequence[FigureKey], items: Items, is_whole: bool
) -> disclosure.TableSum | None:
    """The parts as the whole, or as no more than it; None if not even that is true."""
    added = Range.sum(Range(items[each].low, items[each].high) for each in parts)
    of = items[whole]
    if of.high is not None and added.low > of.high:
        return None
    reaches = added.high is None or added.high >= of.low
    return disclosure.TableSum(whole, tuple(parts), rest=not (is_whole and reaches))


def _columns(force_sums: Iterable[ForceSum], items: Items) -> Iterator[disclosure.TableSum]:
    """All forces, and those of a nation, category by category."""
    for each in force_sums:
        whole = FigureKey.of(each.figure)
        inside = tuple(
            FigureKey("force", slug, whole.year, whole.breakdown, whole.category)
            for slug in each.forces
        )
        if all(place in items for place in inside):
            yield disclosure.TableSum(whole, inside)


def _crossings(parts: Parts, items: Items) -> Iterator[disclosure.TableSum]:
    """The cells of a crossing, such as age × sex, add up to each category crossed in it."""
    slug_of = {each.pk: each.slug for each in parts.breakdowns}
    complete = {each.slug: each.complete for each in parts.breakdowns}
    groups = defaultdict[FigureKey, list[FigureKey]](list)
    for place, category in parts.categories.items():
        for member in category.members.all():
            if breakdown := slug_of.get(member.breakdown_id):
                whole = FigureKey("force", place.body, place.year, breakdown, member.slug)
                groups[whole].append(place)
    for whole, inside in groups.items():
        given = [place for place in inside if place in items]
        is_whole = given == inside and all(complete[each.breakdown] for each in given)
        if whole in items and given and (found := _sum(whole, given, items, is_whole)):
            yield found


def public_bounds(release: db.Release, items: Items) -> Iterator[disclosure.PublicBound]:
    """Bounds that an earlier release discloses for counts that have not changed.

    A total or a national figure less the parts that it shows is the sum of those that it hides. A
    figure that was revised since says nothing: a remainder that does not fit is ignored.
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
            yield disclosure.PublicBound((place,), item.low, item.high)
    for whole, inside in before.sums():
        if left := before.left(whole, inside, items):
            yield left


def _is_shown(figure: db.ReleasedFigure) -> bool:
    return figure.state in (State.VALUE, State.PART_YEAR)


@dataclass(frozen=True)
class _EarlierFigures:
    figures: Mapping[FigureKey, db.ReleasedFigure]
    categories: Mapping[tuple[str, str], db.ReleasedCategory]

    def sums(self) -> Iterator[tuple[FigureKey, list[FigureKey]]]:
        """Each total with its parts: those of a force, or those of several forces."""
        splits = defaultdict[tuple[str, int, str], list[FigureKey]](list)
        for place in self.figures:
            if place.kind == "force" and place.breakdown:
                splits[place.body, place.year, place.breakdown].append(place)
        for (body, year, breakdown), places in splits.items():
            whole, inside = FigureKey("force", body, year), self._parts(places)
            complete = any(c.complete for (of, _), c in self.categories.items() if of == breakdown)
            given = all(self.figures[place].low is not None for place in inside)
            if whole in self.figures and complete and given:
                yield whole, inside
        yield from self._columns(splits)

    def _parts(self, places: Sequence[FigureKey]) -> list[FigureKey]:
        return [p for p in places if not self.categories[p.breakdown, p.category].is_total]

    def _columns(
        self, splits: Mapping[tuple[str, int, str], list[FigureKey]]
    ) -> Iterator[tuple[FigureKey, list[FigureKey]]]:
        """The sums over the forces that gave the whole breakdown, as in `parts.sums_of_parts`."""
        nation_of = dict(db.Force.objects.values_list("slug", "nation"))
        columns = defaultdict[tuple[int, str, str], list[FigureKey]](list)
        for (_, year, breakdown), places in splits.items():
            if all(map(self._can_be_added, self._parts(places))):
                for place in places:
                    if self.figures[place].low is not None:
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
        return unknown or (figure.state in (State.VALUE, State.SUPPRESSED) and not figure.doubt)

    def left(
        self, whole: FigureKey, inside: Sequence[FigureKey], items: Items
    ) -> disclosure.PublicBound | None:
        """The bound that a whole leaves for its hidden parts, if it fits the present numbers."""
        hidden = tuple(place for place in inside if not _is_shown(self.figures[place]))
        if not hidden or not all(place in items for place in hidden):
            return None
        shown = sum(self.figures[place].low or 0 for place in inside if place not in hidden)
        of = self.figures[whole]
        low = (of.low or 0) - shown
        high = None if of.high is None else of.high - shown
        present = Range.sum(Range(items[place].low, items[place].high) for place in hidden)
        below = high is not None and (high < 0 or present.low > high)
        if below or (present.high is not None and present.high < low):
            return None
        return disclosure.PublicBound(hidden, max(0, low), high)
