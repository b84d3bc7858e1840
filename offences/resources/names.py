"""The names in a file → the records they mean. Tables are read when first needed."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import cached_property
from operator import attrgetter

from offences.models.foi import Document, FoiRound
from offences.models.force import Force, ForceSpelling, folded
from offences.models.measure import Breakdown, BreakdownKind, Category, Measure, Offence
from offences.refused import Refused


def fold(text: str) -> str:
    """A word as it is matched: case, spaces and dashes do not count."""
    return " ".join(re.sub(r"[-_–—]", " ", text).split()).casefold()


class NameIndex[T]:
    """Rows by every name they go by; for an unknown name it suggests the nearest."""

    def __init__(self, fold: Callable[[str], str] = fold) -> None:
        self.fold = fold
        self.addresses: dict[str, T] = {}
        self.found: dict[str, list[T]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self._nearest: dict[str, str] = {}

    def add(self, row: T, shown: str, address: str, *names: str) -> None:
        """An address is matched as it is, before any name: it is never shared."""
        if address:
            self.addresses[address] = row
        for name in (shown, address, *names):
            key = self.fold(name)
            if key and row not in self.found[key]:
                self.found[key].append(row)
                self.shown.setdefault(key, shown)

    def get(self, name: str) -> list[T]:
        if name in self.addresses:
            return [self.addresses[name]]
        return self.found.get(self.fold(name), [])

    def beginning(self, name: str) -> list[T]:
        """The rows of this name; of a name that a program has cut, those that begin with it."""
        rows = self.get(name)
        if not rows and len(name) >= 28:
            key = self.fold(name)
            found = [some for full, some in self.found.items() if full.startswith(key)]
            rows = [row for some in found for row in some]
        return list(dict.fromkeys(rows))

    def nearest(self, name: str) -> str:
        """The known name that is spelled nearly so, as a question: “ Did you mean “Durham”?”"""
        key = self.fold(name)[:120]
        if key not in self._nearest and len(self._nearest) < 300:
            close = get_close_matches(key, self.found, n=1)
            self._nearest[key] = f" Did you mean “{self.shown[close[0]]}”?" if close else ""
        return self._nearest.get(key, "")

    def one(self, name: str, what: str) -> T:
        """The one row of this name; Refused, with the nearest name, if there is none."""
        rows = self.get(name)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise Refused(f"More than one {what} is called “{name[:80]}”: use its address.")
        raise Refused(f"No {what} is called “{name[:80]}”.{self.nearest(name)}")


_NAMED = attrgetter("name", "slug")


def _indexed[T](
    rows: Iterable[T], by: Callable[[T], int], names: Callable[[T], tuple[str, str]] = _NAMED
) -> dict[int, NameIndex[T]]:
    """Rows by their names and addresses, apart for each row `by` which they are found."""
    found: dict[int, NameIndex[T]] = defaultdict(NameIndex)
    for row in rows:
        found[by(row)].add(row, *names(row))
    return found


def _all[T](rows: Iterable[T], names: Callable[[T], tuple[str, str]] = _NAMED) -> NameIndex[T]:
    return _indexed(rows, lambda _: 0, names)[0]


class NameLookup:
    """The forces, rounds, measures, categories, offences and documents that names mean."""

    @cached_property
    def _forces(self) -> NameIndex[Force]:
        found: NameIndex[Force] = NameIndex(folded)
        for force in Force.objects.all():
            found.add(force, force.name, force.slug)
        for row in ForceSpelling.objects.select_related("force"):
            found.add(row.force, row.force.name, "", row.spelling)
        return found

    @cached_property
    def _areas(self) -> NameIndex[Force]:
        """As pages and lists call a force, for a name that is no force's own."""
        found: NameIndex[Force] = NameIndex(folded)
        for force in Force.objects.all():
            found.add(force, force.name, "", force.area, force.short_name)
        return found

    def force(self, text: str) -> Force:
        """The force of this name or spelling, or else of this area."""
        by_area = not self._forces.get(text) and self._areas.get(text)
        return (self._areas if by_area else self._forces).one(text, "force")

    def forces_called(self, text: str) -> list[Force]:
        return self._forces.get(text)

    def nearest_force(self, text: str) -> str:
        """The force that may be meant, with the address that a file needs, as a question."""
        found = self.forces_called(text)
        close = get_close_matches(text, self._forces.addresses, n=1)
        found = found or [self._forces.addresses[address] for address in close]
        return f" Did you mean “{found[0].slug}” ({found[0]})?" if found else ""

    def learn_force(self, force: Force, *names: str) -> None:
        """Make a force that the file has added or renamed known to its next rows."""
        self._forces.add(force, force.name, force.slug, *names)

    _rounds = cached_property(lambda _: _all(FoiRound.objects.all()))
    _measures = cached_property(lambda _: _all(Measure.objects.all()))
    _offences = cached_property(lambda _: _all(Offence.objects.all(), attrgetter("name", "code")))
    _documents = cached_property(
        lambda _: _all(Document.objects.only("title"), lambda document: (document.title, ""))
    )
    _breakdowns = cached_property(
        lambda _: _indexed(Breakdown.objects.select_related("measure"), lambda b: b.measure_id)
    )

    def round(self, text: str) -> FoiRound:
        return self._rounds.one(text, "round")

    @cached_property
    def asked(self) -> set[tuple[int, int]]:
        """The measures that each round asked for, by primary keys."""
        through = FoiRound.measures.through.objects
        return set(through.values_list("foiround_id", "measure_id"))

    def measure(self, text: str) -> Measure:
        return self._measures.one(text, "measure")

    def breakdown(self, measure: Measure, text: str) -> Breakdown:
        return self._breakdowns[measure.pk].one(text, f"breakdown of “{measure}”")

    # Categories, by the measure, by the breakdown, or by an address such as “age/10”

    @cached_property
    def _categories(self) -> list[Category]:
        return list(Category.objects.select_related("breakdown"))

    @cached_property
    def _in_breakdown(self) -> dict[int, NameIndex[Category]]:
        return _indexed(self._categories, lambda category: category.breakdown_id)

    @cached_property
    def _in_measure(self) -> dict[int, NameIndex[Category]]:
        """The categories of each measure by name, without stated totals."""
        members = (category for category in self._categories if not category.is_total)
        return _indexed(members, lambda category: category.breakdown.measure_id)

    @cached_property
    def _by_address(self) -> dict[int, NameIndex[Category]]:
        return _indexed(
            self._categories,
            lambda category: category.breakdown.measure_id,
            lambda category: (f"{category.breakdown.slug}/{category.slug}",) * 2,
        )

    def category(self, measure: Measure, breakdown: str, category: str) -> Category:
        """A category by its name and its breakdown's; without names the measure's total."""
        among = self._in_measure[measure.pk]
        if breakdown:
            inside = self.breakdown(measure, breakdown)
            if category:
                what = f"category of “{inside.name}”"
                return self._in_breakdown[inside.pk].one(category, what)
            for total in self._categories:
                if total.breakdown_id == inside.pk and total.is_total:
                    return total
            raise Refused(f"The breakdown “{inside.name}” has no stated total: name a category.")
        found = among.get(category)
        if not category or (not found and fold(category) == "total"):
            return self.total_of(measure)
        if len(found) > 1:
            raise Refused(
                f"“{category[:80]}” is in more than one breakdown of the measure: name the "
                "breakdown."
            )
        return among.one(category, "category of the measure")

    def total_of(self, measure: Measure) -> Category:
        whole = (measure.pk, BreakdownKind.TOTAL)
        for category in self._categories:
            inside = category.breakdown
            if category.is_total and (inside.measure_id, inside.kind) == whole:
                return category
        raise Refused(f"The measure “{measure}” has no total to hold a count.")

    def of_sheet(self, name: str, measure: Measure | None) -> tuple[Measure, Category]:
        """The measure and category that a wide sheet counts, by its name, cut at 31 characters."""
        measures = self._measures.beginning(name)
        if len(measures) == 1:
            return measures[0], self.total_of(measures[0])
        among = [measure] if measure else list(self._measures.addresses.values())
        found = [(m, c) for m in among for c in self._in_measure[m.pk].beginning(name)]
        if len(found) == 1:
            return found[0]
        if found:
            raise Refused(
                f"“{name}” is a category of more than one measure or breakdown: write “Measure: …” "
                "and “Breakdown: …” and “Category: …” above the table."
            )
        if measure:  # “Sheet1” says nothing; then it is about what the person chose
            return measure, self.total_of(measure)
        raise Refused(
            f"The sheet’s name, “{name}”, is neither a measure nor a category, and no line above "
            f"the table says what it counts. Choose the measure.{self._measures.nearest(name)}"
        )

    def category_at(self, breakdown: Breakdown, address: str) -> Category:
        """A category of the breakdown's measure by its address, such as “age/10”."""
        what = f"category of “{breakdown.measure}”"
        return self._by_address[breakdown.measure_id].one(address, what)

    def nearest_category(self, breakdown: Breakdown, slug: str) -> str:
        slugs = {c.slug: c for c in self._categories if c.breakdown_id == breakdown.pk}
        close = get_close_matches(slug, slugs, n=1)
        return f" Did you mean “{close[0]}” ({slugs[close[0]]})?" if close else ""

    def offence(self, text: str) -> Offence:
        return self._offences.one(text, "offence")

    def document(self, text: str) -> Document:
        found = self._documents.get(text)
        if len(found) > 1:
            raise Refused(
                f"{len(found)} documents have the title “{text[:80]}”: choose on the request’s "
                "page."
            )
        return self._documents.one(text, "document")
