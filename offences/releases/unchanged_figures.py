"""Figures of several releases as one number, where nothing public says that it changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, pairwise, product
from typing import NamedTuple

from offences import disclosure
from offences.releases.age_bands import Comparison, Pair, comparisons, replaced_categories
from offences.releases.merged_forces import merged_figures
from offences.releases.parts import FigureKey
from offences.releases.release_table import Member, ReleaseTable
from offences.releases.replaced_parts import OfRelease, replaced_parts
from offences.releases.unchanged_answer import ShownAnswer, UnchangedAnswer, numbers_in
from offences.statistics.cells import HIDDEN, Range

type Group = tuple[str, int, str]
"""A force, a year, and breakdowns that are tied to each other: what is restated at once."""


class Past(NamedTuple):
    """The key of a figure as it was in earlier releases, before it changed."""

    place: FigureKey
    release: int  # the first that had it

    def __str__(self) -> str:
        return f"{self.place} in release {self.release}"


type Keys = tuple[disclosure.CountKey, ...]


class UnchangedFigures:
    """Which figures of some releases are one number: those of earlier ones, then those of now.

    The parts of a force's answer are taken to be what they were unless something public differs,
    its total or a part that was shown, or we know that one differs: also one that this release does
    not publish. A sum over forces is what it was if all in it are. If such a sum differs
    nevertheless, each force that hid its part may have changed it.
    """

    def __init__(
        self, earlier: Sequence[ReleaseTable], now: ReleaseTable, silent: frozenset[int]
    ) -> None:
        self.earlier, self.now, self._silent_years = earlier, now, silent
        self._tables = {table.number: table for table in (*earlier, now)}
        self._tied = _tied_breakdowns(self._tables.values())
        self._published = {member for each in self._tables.values() for member in each.facts}
        self._comparisons = defaultdict[str, list[Comparison]](list)
        for each in comparisons(self._tables.values()):
            self._comparisons[self.tied(each.breakdown)].append(each)
        self._unpublished = {n: self._parts_behind(each) for n, each in self._tables.items()}
        self._apart: set[tuple[int, Group]] = set()
        self._replacements: dict[tuple[object, ...], Sequence[Pair]] = {}
        while True:
            self._of: dict[int, dict[FigureKey, UnchangedAnswer]] = {n: {} for n in self._tables}
            self._answers = defaultdict[Group, list[UnchangedAnswer]](list)
            self._sums: dict[tuple[FigureKey, object], UnchangedAnswer] = {}
            found = {each for table in self._tables.values() for each in self._read(table)}
            if found <= self._apart:
                break
            self._apart |= found
        self._keys = self._named()
        self.past: dict[disclosure.CountKey, disclosure.TableCount] = dict(self._past())

    def published(self, place: FigureKey) -> Range | None:
        """What earlier releases show of a figure that is the same now; None if it is new."""
        return self._of[self.now.number][place].ranges.get(place)

    def known(self, place: FigureKey) -> Range:
        """What we know of a figure from releases in which it is the same number."""
        return self._of[self.now.number][place].truth.get(place, HIDDEN)

    def tied(self, breakdown: str) -> str:
        """The first of the breakdowns that this one is tied to, by ages or crossings; or itself."""
        return self._tied.get(breakdown, breakdown)

    def first(self, place: FigureKey) -> Past:
        return Past(place, self._of[self.now.number][place].releases[0])

    def key(self, number: int, place: FigureKey) -> disclosure.CountKey:
        return self._keys[number][place]

    def _named(self) -> Mapping[int, Mapping[FigureKey, disclosure.CountKey]]:
        """Each figure of each release with its key, the same object for the same number."""
        known: dict[disclosure.CountKey, disclosure.CountKey] = {}
        found: dict[int, dict[FigureKey, disclosure.CountKey]] = {}
        for number, answers in self._of.items():
            found[number] = {}
            for place, unchanged in answers.items():
                is_now = self.now.number in unchanged.releases and place in self.now.ranges
                key = place if is_now else Past(place, unchanged.releases[0])
                found[number][place] = known.setdefault(key, key)
        return found

    def sums(self) -> Iterator[disclosure.TableSum]:
        """What adds up in each release, age bands with what they became, and merged forces."""
        for table in self._tables.values():
            keys = self._keys[table.number]
            for sum_ in table.sums:
                parts = tuple([keys[part] for part in sum_.parts])
                yield disclosure.TableSum(keys[sum_.whole], parts, sum_.rest)
        for each, bands, others in self._compared:
            if each.is_sum:
                yield disclosure.TableSum(bands[0], others)
        for merged, two in merged_figures([*self._tables.values()]):
            yield disclosure.TableSum(self.key(*merged), tuple([self.key(*each) for each in two]))

    def same_parts(self) -> Iterator[disclosure.PublicBound]:
        """Parts that come to what others come to, in one answer.

        They are age bands of the same ages; those that lie within another are not more than it. Or
        they took the place of the others.
        """
        for each, bands, others in self._compared:
            if not each.is_sum:
                yield disclosure.PublicBound(bands, 0, 0 if each.are_same else None, others)
        for pair in replaced_parts([*self._tables.values()], self._are_of_one_answer):
            gone, come = (tuple([self.key(*each) for each in side]) for side in pair)
            yield disclosure.PublicBound(gone, 0, 0, come)

    def _are_of_one_answer(self, one: OfRelease, other: OfRelease) -> bool:
        first, second = (self._of[number][place] for number, place in (one, other))
        return first is second

    def changes(self, may_hide: Iterable[FigureKey]) -> Iterator[disclosure.CountChange]:
        """Every two numbers of each hidden figure that changed, this release's last.

        A band of the same ages in another breakdown is the same figure.
        """
        numbers = defaultdict[FigureKey, list[disclosure.CountKey]](list)
        for key, item in self.past.items():
            if isinstance(key, Past) and key.place.kind != "total" and item.past:
                numbers[key.place].append(key)
        for place in may_hide:
            if self.published(place) in (None, HIDDEN):
                numbers[place].append(place)
        for keys in numbers.values():
            yield from (disclosure.CountChange(*pair) for pair in combinations(keys, 2))
        hidden = {key for keys in numbers.values() for key in keys}
        for old, new in self._new_parts:
            if len(old) == len(new) == 1 and hidden.issuperset(old + new):
                yield disclosure.CountChange(*old, *new)

    def new_categories(self) -> Iterator[tuple[Keys, Keys]]:
        """Parts of an answer that changed, before and after their categories changed too."""
        return (pair for pair in self._new_parts if max(map(len, pair)) > 1)

    @cached_property
    def _new_parts(self) -> Collection[tuple[Keys, Keys]]:
        """Parts of two answers that took the place of each other.

        Where both answers have a number of all of them, that number has its own change.
        """
        return dict.fromkeys(
            (was, now)
            for group, answers in self._answers.items()
            for before, after in combinations(answers, 2)
            for old, new in self._replaced_parts(group, before, after)
            if (was := self._keys_in(before, old)) and (now := self._keys_in(after, new))
            if not any(
                len(one) <= len(other) and self._keys_in(unchanged, one)
                for one, other, unchanged in ((old, new, after), (new, old, before))
            )
        )

    def _replaced_parts(
        self, group: Group, before: UnchangedAnswer, after: UnchangedAnswer
    ) -> Iterator[tuple[Sequence[FigureKey], Sequence[FigureKey]]]:
        body, year, tied = group
        for releases in product(before.releases, after.releases):
            for pair in self._replaced(*releases, body, year):
                if self.tied(pair[0][0][0]) == tied:
                    old, new = ([FigureKey("force", body, year, *m) for m in of] for of in pair)
                    yield old, new

    def _keys_in(self, unchanged: UnchangedAnswer, places: Iterable[FigureKey]) -> Keys | None:
        """The keys of these parts of one answer; None if it has not all of them."""
        keys = []
        for place in places:
            number = next((n for n in unchanged.releases if place in self._of[n]), None)
            if number is None:
                return None
            keys.append(self.key(number, place))
        return tuple(keys)

    def _replaced(self, before: int, after: int, body: str, year: int) -> Sequence[Pair]:
        tables = [self._tables[n].with_numbers_of(body, year) for n in (before, after)]
        key = (before, after, *(frozenset(table.facts) for table in tables))
        if key not in self._replacements:
            self._replacements[key] = list(replaced_categories(*tables))
        return self._replacements[key]

    def differences(
        self, changes: Collection[disclosure.CountChange]
    ) -> Iterator[disclosure.PublicBound]:
        """What two sums of one category differ by: the changes of the forces that changed.

        It follows from the sums, and is written down because it is found at once then.
        """
        sums = defaultdict[FigureKey, list[int]](list)
        for (whole, _), unchanged in self._sums.items():
            sums[whole].append(unchanged.releases[0])
        for whole, numbers in sums.items():
            for before, after in combinations(numbers, 2):
                if found := self._difference(whole, before, after, changes):
                    yield found

    def _difference(
        self, whole: FigureKey, before: int, after: int, changes: Collection[disclosure.CountChange]
    ) -> disclosure.PublicBound | None:
        first, second = (self._tables[n].members.get(whole) for n in (before, after))
        if first is None or second is None:
            return None
        old, new = self._keys[before], self._keys[after]
        plus, minus = [new[whole]], [old[whole]]
        places = first
        if first != second:
            places = tuple(dict.fromkeys(first + second))
            old, new = {p: old[p] for p in first}, {p: new[p] for p in second}
        for place in places:
            was, now = old.get(place), new.get(place)
            if was is now:
                continue
            change = disclosure.CountChange(was, now)
            if change in changes:
                minus.append(change)
            else:
                minus += [now] if now else []
                plus += [was] if was else []
        return disclosure.PublicBound(tuple(plus), 0, 0, tuple(minus), follows=True)

    def _past(self) -> Iterator[tuple[Past, disclosure.TableCount]]:
        """The figures that are not the same now, as far as they are known."""
        for number, place in ((n, place) for n, of in self._of.items() for place in of):
            key, unchanged = self.key(number, place), self._of[number][place]
            if isinstance(key, Past):
                shown = unchanged.ranges[place]
                true = unchanged.truth.get(place, shown) if shown == HIDDEN else shown
                is_hidden, is_sum = shown == HIDDEN, place.kind == "total"
                yield (
                    key,
                    disclosure.TableCount(
                        true.low,
                        true.high,
                        must_show=not is_hidden,
                        past=is_hidden,
                        for_others=is_hidden and is_sum,  # it could have been shown
                    ),
                )

    def _read(self, table: ReleaseTable) -> Iterator[tuple[int, Group]]:
        """Join each figure to what it was before; give the answers that changed in silence."""
        groups = defaultdict[Group, list[FigureKey]](list)
        for place in table.ranges:
            if place.kind == "force":
                groups[self._group(place)].append(place)
        for group, places in groups.items():
            self._join(table, group, places)
        for whole in table.ranges:
            if whole.kind != "force":
                yield from self._read_sum(table, whole)

    def _group(self, place: FigureKey) -> Group:
        return place.body, place.year, self.tied(place.breakdown)

    def _join(self, table: ReleaseTable, group: Group, places: Sequence[FigureKey]) -> None:
        total = FigureKey("force", group[0], group[1])
        parts = [*places, total] if group[2] and total in table.ranges else places
        answer = self._answer(table, parts, self._unpublished[table.number].get(group))
        is_apart = (table.number, group) in self._apart
        may_fit = [
            each
            for each in ([] if is_apart else reversed(self._answers[group]))
            if group[1] not in self._silent_years or not each.hides(places)
        ]
        compared = self._comparisons[group[2]]
        fitting = (
            each
            for each in may_fit
            if each.fits(answer) and each.adds_up(answer, group[:2], compared)
        )
        unchanged = next(fitting, None)
        if unchanged is None:
            unchanged = UnchangedAnswer()
            self._answers[group].append(unchanged)
        self._publish(unchanged, table, answer)
        for place in places:
            self._of[table.number][place] = unchanged

    def _answer(
        self,
        table: ReleaseTable,
        places: Iterable[FigureKey],
        unpublished: Mapping[FigureKey, Range] | None = None,
    ) -> ShownAnswer:
        ranges = {place: table.ranges[place] for place in places}
        truth = {place: table.truth[place] for place in ranges if place in table.truth}
        return ShownAnswer(ranges, {**truth, **(unpublished or {})})

    def _parts_behind(self, table: ReleaseTable) -> Mapping[Group, Mapping[FigureKey, Range]]:
        """The parts of each answer that this release does not publish and another does.

        Those that do not come to what it publishes are of an older answer: they say nothing.
        """
        found = defaultdict[Group, dict[FigureKey, Range]](dict)
        for place in table.truth.keys() - table.ranges.keys():
            if (place.breakdown, place.category) in self._published:
                found[self._group(place)][place] = table.truth[place]
        return {
            group: parts
            for group, parts in found.items()
            if all(
                each.is_possible(numbers_in(each, group[:2], [table.truth]))
                for each in self._comparisons[group[2]]
            )
        }

    def _publish(
        self, unchanged: UnchangedAnswer, table: ReleaseTable, answer: ShownAnswer
    ) -> None:
        unchanged.releases.append(table.number)
        if table is not self.now:  # whose numbers are not public yet
            unchanged.publish(answer)

    def _read_sum(self, table: ReleaseTable, whole: FigureKey) -> Iterator[tuple[int, Group]]:
        """Join a sum to what it was before, if all in it are what they were."""
        inside = table.members.get(whole)
        of: object = table.number  # where nobody can tell which forces are in it
        if inside is not None:
            answers = self._of[table.number]
            of = tuple([(p.body, answers[p].releases[0]) for p in inside])
        unchanged = self._sums.setdefault((whole, of), UnchangedAnswer())
        was = unchanged.ranges.get(whole, HIDDEN)
        if inside is not None and not table.ranges[whole].meets(was):
            silent = [p for p in inside if self._was_hidden(table, p)]
            yield from ((table.number, self._group(place)) for place in silent)
            unchanged = self._sums[whole, (of, table.number)] = UnchangedAnswer()
        self._publish(unchanged, table, self._answer(table, [whole]))
        self._of[table.number][whole] = unchanged

    def _was_hidden(self, table: ReleaseTable, place: FigureKey) -> bool:
        before = (self._tables[n] for n in self._of[table.number][place].releases)
        return any(
            each.ranges.get(place) == HIDDEN for each in before if each.number != table.number
        )

    @cached_property
    def _compared(self) -> Sequence[tuple[Comparison, Keys, Keys]]:
        """Categories and others of the same in one answer, where it is not known otherwise."""
        found: list[tuple[Comparison, Keys, Keys]] = []
        for group, answers in self._answers.items():
            for unchanged, each in product(answers, self._comparisons[group[2]]):
                keys, numbers = self._keys_of(unchanged, (*each.bands, *each.others), group)
                if of := each.what_holds(numbers):
                    bands, others = (
                        tuple([keys[m] for m in side]) for side in (of.bands, of.others)
                    )
                    found.append((of, bands, others))
        return found

    def _keys_of(
        self, unchanged: UnchangedAnswer, members: Iterable[Member], of: Group
    ) -> tuple[Mapping[Member, disclosure.CountKey], Mapping[Member, Range]]:
        """The keys of these categories in one answer, as far as it has them, and their numbers."""
        keys, numbers = {}, {}
        for member in members:
            place = FigureKey("force", *of[:2], *member)
            having = next((n for n in unchanged.releases if place in self._of[n]), None)
            if having is not None:
                keys[member], table = self.key(having, place), self._tables[having]
                numbers[member] = table.truth.get(place, table.ranges[place])
        return keys, numbers


def _tied_breakdowns(tables: Collection[ReleaseTable]) -> Mapping[str, str]:
    """Each breakdown with the first of those that crossings, or ages, tie it to.

    Breakdowns by age are of the same children, in whatever releases they are.
    """
    tied: dict[str, str] = {}

    def tie(one: str, other: str) -> None:
        first, second = sorted((tied.get(one, one), tied.get(other, other)))
        for each in {one, other, *(name for name, of in tied.items() if of == second)}:
            tied[each] = first

    by_age = {name for t in tables for (name, _), facts in t.facts.items() if facts.ages}
    for one, other in pairwise(sorted(by_age)):
        tie(one, other)
    for table in tables:
        for (breakdown, _), facts in table.facts.items():
            for member, _ in facts.crosses:
                tie(breakdown, member)
    return tied
