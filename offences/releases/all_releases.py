"""Everything public as one table: the release in preparation and all others."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from offences import disclosure
from offences import models as db
from offences.releases.earlier import crossed_in, published_by_forces, published_tables
from offences.releases.parts import FigureKey, ForceSum, Parts
from offences.releases.release_table import CategoryFacts, Crossed, Member, ReleaseTable
from offences.releases.stored_answers import numbers_behind, stored_answers
from offences.releases.unchanged_figures import Keys, Past, UnchangedFigures
from offences.statistics.cells import HIDDEN, Range, State
from offences.trends import Figures


class Restated(NamedTuple):
    """An answer that gives another number than it did in an earlier release."""

    release: int
    force: str
    year: int


@dataclass(frozen=True)
class AllReleases:
    """Anybody may have every release that was ever public, and subtract one from another.

    That includes withdrawn ones. They know when each answer came and which force's published
    figures changed. So a hidden number is taken to be the same in two releases, unless its force's
    total or a shown part differs, or the answer was corrected in numbers that are not shown: the
    release says so then. A force that joins or leaves is the difference between two sums. An age
    band is the sum of its ages. It is the same in each breakdown. From all of it, the old numbers
    and the new ones, they work out as much as can be worked out.

    What they learn of a change, the new number less the old one, counts like what they learn of a
    number: as many different changes as the threshold must be possible. Unless the change is
    certainly large, “no change” must be one of them. It is no news that a number certainly did
    not change. Nor do we hide that a hidden number changed, and perhaps by little, where it becomes
    one that is shown and could not have been as large.

    What a band less those of its parts that are shown comes to may be a few. It is several parts
    together: each of them is protected, their sum is not.

    Where some categories of an answer gave way to others, in a breakdown that is complete or not,
    they know that both come to the same if every force that did so has the same sum of both.

    Where two releases would show more, the newer one hides more: parts of a force, or sums over all
    forces, the fewest that are enough. The sums are hidden only in such a case. What was published
    cannot be taken back. So where nothing helps, the release waits: until the breakdowns of all
    forces together are due again, once a year, or until another force's answer has changed too.

    We do not assume that they know what else is known of a victim, what a force knows of itself,
    what others published, or why just these numbers are hidden. Two forces or more that changed
    together are shown as a sum, as forces are in any one release.
    """

    # `items` say of each figure of the release in preparation what may become of it.

    earlier: Sequence[ReleaseTable]
    now: ReleaseTable
    items: Mapping[FigureKey, disclosure.TableCount]
    years_of_unknown_changes: frozenset[int] = frozenset()  # answers changed, we cannot tell whose
    hidden: frozenset[disclosure.CountKey] = frozenset()  # chosen so far, to protect others
    by_themselves: frozenset[FigureKey] = frozenset()  # must be safe though they did not change

    @cached_property
    def _unchanged(self) -> UnchangedFigures:
        return UnchangedFigures(self.earlier, self.now, self.years_of_unknown_changes)

    @cached_property
    def _new_categories(self) -> Collection[tuple[Keys, Keys]]:
        return dict.fromkeys(self._unchanged.new_categories())

    def _may_be_hidden(
        self, old: Keys, new: Keys, items: Mapping[disclosure.CountKey, disclosure.TableCount]
    ) -> bool:
        is_hidden = any(items[key].past for key in old) or not self.hidden.isdisjoint(new)
        return is_hidden or any(items[key].must_hide for key in new)

    def hiding(
        self, chosen: Collection[disclosure.CountKey]
    ) -> tuple["AllReleases", Collection[int]]:
        """The same with these parts hidden, and the years where that hides what was replaced."""
        items = self.table.items
        more = replace(self, hidden=self.hidden | frozenset(chosen))
        return more, {
            year_of(new[0])
            for old, new in self._new_categories
            if more._may_be_hidden(old, new, items) and not self._may_be_hidden(old, new, items)
        }

    def only(self, years: Collection[int]) -> "AllReleases":
        """These years alone: nothing ties one year to another."""
        earlier = [table.only(years) for table in self.earlier]
        items = {place: item for place, item in self.items.items() if place.year in years}
        return replace(self, earlier=earlier, now=self.now.only(years), items=items)

    def given_away_alone(self, found: disclosure.Protected, threshold: int) -> frozenset[FigureKey]:
        """The numbers that may be what they were, and that this release gives away by itself.

        That a number did not change is no news. What it is must not follow from one release.
        """
        hidden = found.hidden
        may_be_same = {change.after for change in self.table.changes if change.after in hidden}
        places = {key for key in may_be_same if isinstance(key, FigureKey)}
        if not places:
            return frozenset()
        years = {place.year for place in places}
        alone = replace(self, earlier=(), by_themselves=frozenset()).only(years).table
        items = {place: self.table.items[place] for place in alone.items}
        strict = {p: replace(item, by_itself=False) for p, item in items.items() if item.by_itself}
        own = replace(alone, items=items | strict)
        # What fits everything public fits this release, if nothing is said of it alone.
        seen = found.seen if own.is_part_of(self.table) else None
        own_hidden = [place for place in hidden if place in items]
        left = disclosure.disclosed(own, own_hidden, threshold, seen, among=places)
        return frozenset(places & {each.key for each in left})

    def with_unknown_changes(self, found: disclosure.Contradiction) -> "AllReleases | None":
        """The same where any answer may have changed in the years that contradict each other."""
        places = {each.place if isinstance(each, Past) else each for each in found.keys}
        years = {each.year for each in places if isinstance(each, FigureKey)}
        return (
            None
            if years <= self.years_of_unknown_changes
            else replace(self, years_of_unknown_changes=self.years_of_unknown_changes | years)
        )

    @cached_property
    def table(self) -> disclosure.CountTable:
        """Everything that is or was public, as counts, sums and changes.

        A figure that earlier releases show, and that is the same, is shown again: hiding it would
        protect nobody and point at it. A sum over all forces that another one was published of
        may be hidden now: what the two differ by would be the answers that changed.
        """
        items: dict[disclosure.CountKey, disclosure.TableCount] = {}
        bounds = []
        for place, item in self.items.items():
            shown = self._unchanged.published(place)
            items[place] = self._item(place, item, shown)
            if shown and not (shown.is_exact or shown == HIDDEN):
                bounds.append(disclosure.PublicBound((place,), shown.low, shown.high))
        may_hide = [place for place in self.items if not items[place].must_show]
        for place in self.by_themselves & items.keys():
            items[place] = replace(items[place], by_itself=True)
        items.update(self._unchanged.past)
        changes = list(self._unchanged.changes(may_hide))
        sums = list(self._unchanged.sums())
        for old, new in self._new_categories:
            if self._may_be_hidden(old, new, items):
                groups = [_group(keys, items, sums) for keys in (old, new)]
                changes.append(disclosure.CountChange(*groups))
        bounds += self._unchanged.differences(frozenset(changes))
        bounds += dict.fromkeys(self._unchanged.same_parts())
        distinct = tuple(dict.fromkeys(sums)), tuple(bounds), tuple(dict.fromkeys(changes))
        return disclosure.CountTable(items, *distinct)

    def _item(
        self, place: FigureKey, item: disclosure.TableCount, shown: Range | None
    ) -> disclosure.TableCount:
        true, published = Range(item.low, item.high), self._published.get(place, set())
        if not true.is_exact:  # an earlier answer may have had the number that is withheld now
            true = true.narrowed_to(self._unchanged.known(place))
            item = replace(item, low=true.low, high=true.high)
        if place.kind == "total":
            is_sum = place.breakdown and not self.now.of(place).is_total
            is_free = is_sum and (place.year, self._unchanged.tied(place.breakdown)) in self._summed
            must_show = bool(not is_free or shown == true)
            return item if item.must_show == must_show else replace(item, must_show=must_show)
        if true.is_exact and true in published:  # in an answer that changed it may be hidden again
            return disclosure.TableCount(item.low, item.high, must_show=shown == true)
        is_same = shown == HIDDEN or place.kind == "nation"
        kept = is_same and place in self._hidden_last and not (item.must_hide or item.must_show)
        return replace(item, kept=True) if kept else item

    def restated(self) -> frozenset[Restated]:
        """The answers of which we know a number that differs, for each earlier release."""
        return frozenset(
            Restated(table.number, place.body, place.year)
            for table in self.earlier
            for place, was in table.truth.items()
            if place.kind == "force" and not self.now.truth.get(place, was).meets(was)
        )

    @cached_property
    def _hidden_last(self) -> Collection[FigureKey]:
        """The figures that the last release that has them hides."""
        last = {place: range_ for table in self.earlier for place, range_ in table.ranges.items()}
        return {place for place, range_ in last.items() if range_ == HIDDEN}

    @cached_property
    def _published(self) -> Mapping[FigureKey, set[Range]]:
        found = defaultdict[FigureKey, set[Range]](set)
        for table in self.earlier:
            for place, range_ in table.ranges.items():
                found[place].add(range_)
        return found

    @cached_property
    def _summed(self) -> Collection[tuple[int, str]]:
        """The years and breakdowns of which earlier releases have sums over all forces.

        Of breakdowns that are tied to each other one stands for all.
        """
        return {
            (place.year, self._unchanged.tied(place.breakdown))
            for place in self._published
            if place.kind == "total" and place.breakdown
        }

    def new_among(
        self, left: Iterable[disclosure.Disclosed], threshold: int
    ) -> tuple[disclosure.Disclosed, ...]:
        """Without what earlier releases show already of their own numbers: it is past help."""
        left = tuple(left)
        if all(isinstance(each.key, FigureKey) for each in left):
            return left
        nothing = ReleaseTable(self.now.number, {}, (), {}, ())
        known = AllReleases(self.earlier, nothing, {}, self.years_of_unknown_changes)
        years = {year_of(each.key) for each in left}
        before = disclosure.disclosed(known.only(years).table, (), threshold)
        ranges = {each.key: each.range for each in before}
        return tuple(
            each
            for each in left
            if isinstance(each.key, FigureKey) or ranges.get(self._before(each.key)) != each.range
        )

    def _before(self, key: disclosure.CountKey) -> disclosure.CountKey:
        """The name that a number had before this release."""
        if isinstance(key, disclosure.CountChange):
            return disclosure.CountChange(self._before(key.before), self._before(key.after))
        if isinstance(key, disclosure.CountGroup):
            return disclosure.CountGroup(tuple(map(self._before, key.parts)))
        return self._unchanged.first(key) if isinstance(key, FigureKey) else key


def year_of(key: disclosure.CountKey) -> int:
    """The year of any key of the table."""
    match key:
        case Past(place=place):
            return place.year
        case disclosure.CountChange(after=after):
            return year_of(after)
        case disclosure.CountGroup(parts=(first, *_)):
            return year_of(first)
        case FigureKey(year=year):
            return year
    raise TypeError(f"{key} is no key of a figure.")


def _group(
    keys: Keys,
    items: dict[disclosure.CountKey, disclosure.TableCount],
    sums: list[disclosure.TableSum],
) -> disclosure.CountKey:
    """Add the sum of these counts to the table, and return its key."""
    group = disclosure.CountGroup(keys)
    added = Range.sum(Range(items[key].low, items[key].high) for key in keys)
    items[group] = disclosure.TableCount(added.low, added.high, past=True)
    sums.append(disclosure.TableSum(group, keys))
    return group


def all_releases(
    parts: Parts,
    totals: Figures,
    force_sums: Sequence[ForceSum],
    release: db.Release,
    earlier: Sequence[ReleaseTable] | None = None,
) -> AllReleases:
    """Everything that is, was or could be public, without missing figures."""
    assert parts.rule is not None
    wholes = [*totals, *(each.figure for each in force_sums)]
    figures = {FigureKey.of(f): f for f in (*wholes, *parts.all_figures) if f.low is not None}
    public = published_by_forces(release.measure)
    items = {
        place: _part(place, figure, parts, public)
        if place.breakdown
        else _whole(figure, parts.rule)
        for place, figure in figures.items()
    }
    crosses = crossed_in(release.measure)
    now = _true_table(release, parts, figures, [*parts.sums, *force_sums], crosses)
    if earlier is None:
        earlier = published_tables(release, crosses)
    return AllReleases(earlier, _with_unpublished(now, release, figures, earlier), items)


def _with_unpublished(
    now: ReleaseTable,
    release: db.Release,
    figures: Mapping[FigureKey, db.ReleasedFigure],
    earlier: Sequence[ReleaseTable],
) -> ReleaseTable:
    """With the parts of its answers that earlier releases have and this one does not publish."""
    left = {member for table in earlier for member in table.facts} - now.facts.keys()
    if not left:
        return now
    base = release.corrects.number if release.corrects else None
    corrected = next((table for table in earlier if table.number == base), None)
    numbers = numbers_behind(release, figures, stored_answers(release.measure), corrected)
    more = {p: n for p, n in numbers.items() if (p.breakdown, p.category) in left}
    return replace(now, truth={**now.truth, **more})


def _true_table(
    release: db.Release,
    parts: Parts,
    figures: Mapping[FigureKey, db.ReleasedFigure],
    sums: Sequence[ForceSum],
    crosses: Mapping[Member, Crossed],
) -> ReleaseTable:
    """The release as it is before anything is hidden."""
    facts = {
        (each.slug, category.slug): CategoryFacts.of(
            category, each.complete, crosses.get((each.slug, category.slug))
        )
        for each in parts.breakdowns
        for category in each.categories.all()
    }
    withheld = {p for p, f in figures.items() if p.breakdown and f.state == State.SUPPRESSED}
    ranges = {p: Range(0 if p in withheld else f.low or 0, f.high) for p, f in figures.items()}
    return ReleaseTable(
        number=release.number,
        ranges=ranges,
        truth=ranges,
        places=tuple(parts.categories),
        facts=facts,
        columns=tuple((FigureKey.of(each.figure), each.forces) for each in sums),
    )


def _whole(figure: db.ReleasedFigure, rule: db.DisclosureRule) -> disclosure.TableCount:
    """A force's total, or the sum of all: shown, unless small ones may not be."""
    low, high = figure.low or 0, figure.high
    if figure.body_kind != "force" or rule.totals_public:
        return disclosure.TableCount(low, high, must_show=True)
    return disclosure.TableCount(low, high, must_hide=low < rule.threshold)


def _part(
    place: FigureKey, figure: db.ReleasedFigure, parts: Parts, known: Mapping[FigureKey, Range]
) -> disclosure.TableCount:
    rule, low, high = parts.rule, figure.low or 0, figure.high
    assert rule is not None
    if place.kind == "total" or known.get(place) == Range(low, high):
        return disclosure.TableCount(low, high, must_show=True)
    category = parts.by_slug[place.breakdown, place.category]
    if category.is_total and rule.totals_public and low == high:
        return disclosure.TableCount(low, high, must_show=True)
    if figure.state == State.SUPPRESSED:  # withheld by the force: it may be zero as well
        return disclosure.TableCount(0, high, must_hide=True)
    ages = [c.age_to for c in (category, *category.members.all()) if c.age_to is not None]
    too_young = any(age < rule.national_under for age in ages)
    return disclosure.TableCount(low, high, must_hide=too_young or low < rule.threshold)
