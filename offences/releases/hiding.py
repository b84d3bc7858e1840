"""Hiding small counts of a release, so that no number identifies a child.

Everything that a release and the earlier ones publish is laid out as one table of counts and sums
(`offences.disclosure`). Small counts are hidden, then as many others as are needed so that nobody
can work them out.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from django.core.cache import caches

from offences.disclosure import (
    CountKey,
    CountTable,
    Disclosed,
    Protected,
    TableCount,
    TableSum,
    attack,
    protect,
)
from offences.models import AlreadyPublic, DisclosureRule, Measure, Release, ReleasedFigure
from offences.releases.earlier_releases import public_bounds
from offences.releases.parts import FigureKey, ForceSum, Parts
from offences.statistics.cells import Range, State

A_DAY = 24 * 60 * 60  # seconds


@dataclass(frozen=True)
class HiddenCounts:
    """The hidden counts of a release, and what somebody could still work out."""

    places: frozenset[FigureKey] = frozenset()
    small: frozenset[FigureKey] = (
        frozenset()
    )  # hidden for itself; the others so that these stay hidden
    open: tuple[Disclosed, ...] = ()  # what cannot be hidden: no approval with one
    table: CountTable | None = None

    def ranges(self) -> Mapping[FigureKey, Range]:
        """The range of each hidden number, for somebody who knows all that is public."""
        return cast(
            Mapping[FigureKey, Range], attack(self.table, self.places) if self.table else {}
        )


def hide(
    parts: Parts,
    totals: Sequence[ReleasedFigure],
    force_sums: Sequence[ForceSum],
    earlier: Iterable[Release],
) -> HiddenCounts:
    """Choose what is hidden, and remove it from the figures, totals included.

    `totals` are the forces' own, `force_sums` the sums of them.
    """
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


def _protected(table: CountTable, threshold: int) -> Protected:
    """Choose what to hide in a table. A large one takes seconds, so the choice is cached."""
    items = sorted(map(repr, table.items.items()))
    content = repr((items, table.sums, table.known, threshold))
    key = f"hidden-{hashlib.sha256(content.encode()).hexdigest()}"
    found = caches["default"].get(key)
    if found is None:
        found = protect(table, threshold)
        caches["default"].set(key, found, A_DAY)
    return found


def _withhold(figure: ReleasedFigure) -> None:
    """Remove the number and everything that may disclose it."""
    figure.state, figure.low, figure.high, figure.why = State.SUPPRESSED, 0, None, ""
    figure.months, figure.period_start, figure.period_end = 12, None, None
    figure.provisional = figure.estimated = False
    figure.as_written = figure.note = figure.doubt = figure.section = ""
    figure.previously = figure.previously_in = None


def table_of(
    parts: Parts,
    totals: Sequence[ReleasedFigure],
    force_sums: Sequence[ForceSum],
    earlier: Iterable[Release],
) -> CountTable:
    """Everything that is or was public, as counts and sums, without missing figures.

    A count that an earlier release shows, and that has not changed, is shown again: hiding it would
    protect nobody and point at it.
    """
    assert parts.rule is not None
    rule = parts.rule
    wholes = [*totals, *(each.figure for each in force_sums)]
    own = {FigureKey.of(f): f for f in wholes if f.low is not None}
    of_parts = {FigureKey.of(f): f for f in parts.all_figures if f.low is not None}
    known = _already_public(rule.measure, parts)
    items = {place: _whole(figure, rule) for place, figure in own.items()}
    items |= {place: _part(place, figure, parts, known) for place, figure in of_parts.items()}
    before = []
    for release in earlier:
        for each in public_bounds(release, items):
            if len(each.parts) == 1 and each.low == each.high:
                items[cast(FigureKey, each.parts[0])] = TableCount(
                    each.low, each.high, must_show=True
                )
            else:
                before.append(each)
    columns = _columns((*parts.sums, *force_sums), items)
    sums = [*_rows(parts, items), *columns, *_crossings(parts, items)]
    return CountTable(cast(Mapping[CountKey, TableCount], items), tuple(sums), tuple(before))


def _whole(figure: ReleasedFigure, rule: DisclosureRule) -> TableCount:
    """A force's total, or the sum of all: shown, unless small ones may not be."""
    low, high = figure.low or 0, figure.high
    if figure.body_kind != "force" or rule.totals_public:
        return TableCount(low, high, must_show=True)
    return TableCount(low, high, must_hide=low < rule.threshold)


def _part(
    place: FigureKey, figure: ReleasedFigure, parts: Parts, known: Mapping[FigureKey, int]
) -> TableCount:
    rule, low, high = parts.rule, figure.low or 0, figure.high
    assert rule is not None
    if place.kind == "total" or known.get(place) == low == high:
        return TableCount(low, high, must_show=True)
    category = parts.category_of(place)
    if category.is_total and rule.totals_public and low == high:
        return TableCount(low, high, must_show=True)
    if figure.state == State.SUPPRESSED:  # withheld by the force: it may be zero as well
        return TableCount(0, high, must_hide=True)
    ages = [c.age_to for c in (category, *category.members.all()) if c.age_to is not None]
    too_young = any(age < rule.national_under for age in ages)
    return TableCount(low, high, must_hide=too_young or low < rule.threshold)


def _already_public(measure: Measure, parts: Parts) -> dict[FigureKey, int]:
    """The counts that the forces themselves have published."""
    slug_of = {each.pk: each.slug for each in parts.breakdowns}
    rows = AlreadyPublic.objects.filter(category__breakdown__measure=measure).select_related(
        "force", "category"
    )
    return {
        FigureKey(
            "force", row.force.slug, row.year, slug_of[row.category.breakdown_id], row.category.slug
        ): row.value
        for row in rows
        if row.category.breakdown_id in slug_of
    }


@dataclass
class _Split:
    """One breakdown of one force and year, as places."""

    parts: list[FigureKey] = field(default_factory=list)  # those with a number
    wholes: list[FigureKey] = field(default_factory=list)  # what they are the parts of
    is_whole: bool = True  # no part is missing


def _rows(parts: Parts, items: Mapping[FigureKey, TableCount]) -> Iterator[TableSum]:
    """Each force's parts of a breakdown add up to its total, or to less if some are missing."""
    complete = {each.slug: each.complete for each in parts.breakdowns}
    splits: dict[tuple[str, int, str], _Split] = {}
    for place, category in parts.categories.items():
        split = splits.setdefault((place.body, place.year, place.breakdown), _Split())
        if category.is_total:
            split.wholes += [place] if place in items else []
        elif place in items:
            split.parts.append(place)
        else:
            split.is_whole = False
    for (body, year, breakdown), split in splits.items():
        total = FigureKey("force", body, year)
        for whole in (*split.wholes, *([total] if total in items else [])):
            is_whole = complete[breakdown] and split.is_whole
            if split.parts and (found := _sum(whole, split.parts, items, is_whole)):
                yield found


def _sum(
    whole: FigureKey,
    parts: Sequence[FigureKey],
    items: Mapping[FigureKey, TableCount],
    is_whole: bool,
) -> TableSum | None:
    """The parts as the whole, or as no more than it; None if not even that is true.

    Numbers that do not add up disclose nothing.
    """
    added = Range.sum(Range(items[each].low, items[each].high) for each in parts)
    of = items[whole]
    fits = of.high is None or added.low <= of.high
    if not fits:
        return None
    reaches = added.high is None or added.high >= of.low
    return TableSum(whole, tuple(parts), rest=not (is_whole and reaches))


def _columns(
    force_sums: Iterable[ForceSum], items: Mapping[FigureKey, TableCount]
) -> Iterator[TableSum]:
    """All forces, and those of a nation, category by category."""
    for each in force_sums:
        whole = FigureKey.of(each.figure)
        inside = tuple(
            FigureKey("force", slug, whole.year, whole.breakdown, whole.category)
            for slug in each.forces
        )
        if all(place in items for place in inside):
            yield TableSum(whole, inside)


def _crossings(parts: Parts, items: Mapping[FigureKey, TableCount]) -> Iterator[TableSum]:
    """The cells of a crossing, such as age × sex, add up to each category crossed in it."""
    slug_of = {each.pk: each.slug for each in parts.breakdowns}
    complete = {each.slug: each.complete for each in parts.breakdowns}
    groups: dict[FigureKey, list[FigureKey]] = {}
    missing: set[FigureKey] = set()
    for place, category in parts.categories.items():
        for member in category.members.all():
            if member.breakdown_id not in slug_of:
                continue
            whole = FigureKey(
                "force", place.body, place.year, slug_of[member.breakdown_id], member.slug
            )
            if place in items:
                groups.setdefault(whole, []).append(place)
            else:
                missing.add(whole)
    for whole, inside in groups.items():
        is_whole = whole not in missing and all(complete[each.breakdown] for each in inside)
        if whole in items and (found := _sum(whole, inside, items, is_whole)):
            yield found
