"""The names in a list → the rows that they mean; each table is read when a name first asks it."""

from collections import defaultdict
from difflib import get_close_matches
from functools import cached_property

from offences.intake.lookup import Names
from offences.models import (
    Breakdown,
    Category,
    Document,
    FoiRound,
    Force,
    ForceSpelling,
    Measure,
    Offence,
    folded,
)
from offences.refused import Refused


class ListNames:
    """As `resources.columns.Names` has it."""

    @cached_property
    def _forces(self) -> Names[Force]:
        found: Names[Force] = Names(folded)
        for force in Force.objects.all():
            found.add(force, force.name, force.slug)
        for row in ForceSpelling.objects.select_related("force"):
            found.add(row.force, row.force.name, "", row.spelling)
        return found

    @cached_property
    def _rounds(self) -> Names[FoiRound]:
        found: Names[FoiRound] = Names()
        for round_ in FoiRound.objects.all():
            found.add(round_, round_.name, round_.slug)
        return found

    @cached_property
    def _measures(self) -> Names[Measure]:
        found: Names[Measure] = Names()
        for measure in Measure.objects.all():
            found.add(measure, measure.name, measure.slug)
        return found

    @cached_property
    def _breakdowns(self) -> dict[int, Names[Breakdown]]:
        found: dict[int, Names[Breakdown]] = defaultdict(Names)
        for breakdown in Breakdown.objects.select_related("measure"):
            found[breakdown.measure_id].add(breakdown, breakdown.name, breakdown.slug)
        return found

    @cached_property
    def _categories(self) -> dict[int, Names[Category]]:
        """By measure, each as “age/10”."""
        found: dict[int, Names[Category]] = defaultdict(Names)
        for category in Category.objects.select_related("breakdown"):
            inside = category.breakdown
            address = f"{inside.slug}/{category.slug}"
            found[inside.measure_id].add(category, address, address)
        return found

    @cached_property
    def _offences(self) -> Names[Offence]:
        found: Names[Offence] = Names()
        for offence in Offence.objects.all():
            found.add(offence, offence.name, offence.code)
        return found

    @cached_property
    def _documents(self) -> Names[Document]:
        found: Names[Document] = Names()
        for document in Document.objects.only("title"):
            found.add(document, document.title, "")
        return found

    def force(self, text: str) -> Force:
        return self._forces.one(text, "force", "known as")

    def forces_called(self, text: str) -> list[Force]:
        return self._forces.get(text)

    def nearest_force(self, text: str) -> str:
        """“ Did you mean “durham” (Durham Constabulary)?”: by its address, which a file needs."""
        found = self.forces_called(text)
        close = get_close_matches(text, self._forces.addresses, n=1)
        found = found or [self._forces.addresses[address] for address in close]
        return f" Did you mean “{found[0].slug}” ({found[0]})?" if found else ""

    def learn_force(self, force: Force, *names: str) -> None:
        """A force that the file has made or named anew is known from its next row on."""
        self._forces.add(force, force.name, force.slug, *names)

    def round(self, text: str) -> FoiRound:
        return self._rounds.one(text, "round", "called")

    def breakdown(self, measure: str, breakdown: str) -> Breakdown:
        of = self._measures.one(measure, "measure", "called")
        return self._breakdowns[of.pk].one(breakdown, f"breakdown of “{of}”", "called")

    def category(self, breakdown: Breakdown, text: str) -> Category:
        return self._categories[breakdown.measure_id].one(
            text, f"category of “{breakdown.measure}”", "known as"
        )

    def nearest_category(self, breakdown: Breakdown, slug: str) -> str:
        within = self._categories[breakdown.measure_id].addresses.values()
        slugs = {c.slug: c for c in within if c.breakdown_id == breakdown.pk}
        close = get_close_matches(slug, slugs, n=1)
        return f" Did you mean “{close[0]}” ({slugs[close[0]]})?" if close else ""

    def offence(self, text: str) -> Offence:
        return self._offences.one(text, "offence", "known as")

    def document(self, text: str) -> Document:
        found = self._documents.get(text)
        if len(found) > 1:
            raise Refused(
                f"{len(found)} documents have the title “{text[:80]}”: choose on the submission’s "
                "page."
            )
        return self._documents.one(text, "document", "called")
