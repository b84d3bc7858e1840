"""The names in a file → the rows that they mean."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches

from offences.intake import layouts
from offences.models import (
    Breakdown,
    BreakdownKind,
    Category,
    FoiRound,
    Force,
    ForceSpelling,
    Measure,
)
from offences.models.force import folded as folded_force
from offences.refused import Refused


class Names[T]:
    """Rows by every name they go by; an unknown name is answered with the nearest."""

    def __init__(self, fold=layouts.folded) -> None:
        self.fold = fold
        self.addresses: dict[str, T] = {}
        self.found: dict[str, list[T]] = defaultdict(list)
        self.shown: dict[str, str] = {}
        self._nearest: dict[str, str] = {}

    def add(self, row: T, shown: str, address: str, *names: str) -> None:
        """An address is matched as it is before any name: it is the one that is never shared."""
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

    def nearest(self, name: str) -> str:
        """“ Did you mean “Durham”?”, or nothing."""
        key = self.fold(name)[:120]
        if key not in self._nearest and len(self._nearest) < 300:
            close = get_close_matches(key, self.found, n=1)
            self._nearest[key] = f" Did you mean “{self.shown[close[0]]}”?" if close else ""
        return self._nearest.get(key, "")

    def one(self, name: str, what: str, known: str) -> T:
        rows = self.get(name)
        if len(rows) == 1:
            return rows[0]
        if rows:
            raise Refused(f"More than one {what} is called “{name[:80]}”: use its address.")
        raise Refused(f"No {what} is {known} “{name[:80]}”.{self.nearest(name)}")


class Lookup:
    """Everything that the names of a file can mean, read once."""

    def __init__(self) -> None:
        self.forces: Names[Force] = Names(folded_force)
        self.rounds: Names[FoiRound] = Names()
        self.measures: Names[Measure] = Names()
        self.breakdowns: dict[int, Names[Breakdown]] = defaultdict(Names)
        self.categories: dict[int, Names[Category]] = defaultdict(Names)
        self.in_measure: dict[int, Names[Category]] = defaultdict(Names)
        self.totals: dict[int, Category] = {}
        self.whole: dict[int, Breakdown] = {}
        self.asked: set[tuple[int, int]] = set(
            FoiRound.measures.through.objects.values_list("foiround_id", "measure_id")
        )
        for force in Force.objects.all():
            self.forces.add(force, force.name, force.slug)
        for spelling in ForceSpelling.objects.select_related("force"):
            self.forces.add(spelling.force, spelling.force.name, "", spelling.spelling)
        for round_ in FoiRound.objects.all():
            self.rounds.add(round_, round_.name, round_.slug)
        for measure in Measure.objects.all():
            self.measures.add(measure, measure.name, measure.slug)
        for breakdown in Breakdown.objects.all():
            self.breakdowns[breakdown.measure_id].add(breakdown, breakdown.name, breakdown.slug)
            if breakdown.kind == BreakdownKind.TOTAL:
                self.whole[breakdown.measure_id] = breakdown
        for category in Category.objects.select_related("breakdown"):
            inside = category.breakdown
            self.categories[inside.pk].add(category, category.name, category.slug)
            if category.is_total:
                self.totals[inside.pk] = category
            else:
                self.in_measure[inside.measure_id].add(category, category.name, category.slug)

    def of_sheet(self, name: str, measure: Measure | None) -> tuple[Measure, Category]:
        """What a wide sheet is about, by its name: a measure, or a category of the measure.

        Programs cut a sheet's name at 31 characters, so the beginning of a name will do.
        """

        def fits[T](names: Names[T]) -> list[T]:
            key = names.fold(name)
            rows = names.get(name)
            if not rows and len(name) >= 28:
                rows = [r for k, some in names.found.items() if k.startswith(key) for r in some]
            return list(dict.fromkeys(rows))

        measures = fits(self.measures)
        if len(measures) == 1:
            return measures[0], self.total_of(measures[0])
        among = [measure] if measure else list({m.pk: m for m in self.all_measures()}.values())
        found = [(m, c) for m in among for c in fits(self.in_measure[m.pk])]
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
            f"the table says what it counts. Choose the measure.{self.measures.nearest(name)}"
        )

    def all_measures(self) -> Iterable[Measure]:
        return (measure for rows in self.measures.found.values() for measure in rows)

    def total_of(self, measure: Measure) -> Category:
        whole = self.whole.get(measure.pk)
        if whole is None or whole.pk not in self.totals:
            raise Refused(f"The measure “{measure}” has no total to hold a count.")
        return self.totals[whole.pk]

    def category(self, measure: Measure, breakdown: str, category: str) -> Category:
        if not breakdown:
            if not category:
                return self.total_of(measure)
            found = self.in_measure[measure.pk].get(category)
            if len(found) > 1:
                raise Refused(
                    f"“{category[:80]}” is in more than one breakdown of the measure: name the "
                    "breakdown."
                )
            if not found and layouts.folded(category) == "total":
                return self.total_of(measure)
            return self.in_measure[measure.pk].one(category, "category of the measure", "called")
        inside = self.breakdowns[measure.pk].one(breakdown, "breakdown of the measure", "called")
        if category:
            return self.categories[inside.pk].one(
                category, f"category of “{inside.name}”", "called"
            )
        if inside.pk not in self.totals:
            raise Refused(f"The breakdown “{inside.name}” has no stated total: name a category.")
        return self.totals[inside.pk]
