"""What the labels of a force's file mean: a category, nothing of its own, or not ours.

In this order: what an officer chose for this reading, what was remembered for this force, then for
every force, a category of that very name, an age that lies in a band, an offence by its Home
Office name, code or other spelling. Whatever is left is a question, never a guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from offences.models import (
    Breakdown,
    Category,
    CategorySpelling,
    Force,
    Measure,
    Offence,
    folded_label,
)

ROLES = ("offence", "age", "sex", "platform")
_KIND_OF: dict[str, str] = {
    Breakdown.Kind.OFFENCE: "offence",
    Breakdown.Kind.AGE: "age",
    Breakdown.Kind.SEX: "sex",
    Breakdown.Kind.PLATFORM: "platform",
}
_SAME = {
    "girl": "female",
    "girls": "female",
    "women": "female",
    "f": "female",
    "females": "female",
    "boy": "male",
    "boys": "male",
    "men": "male",
    "m": "male",
    "males": "male",
}
_UNKNOWN = re.compile(r"unknown|not (?:known|recorded|stated|specified)|unspecified|missing|n k")
_GENERIC = frozenset(
    " ".join(
        (
            "a an and are at by count counts crime crimes data figure figures flag flagged",
            "for force in incidents is marker number numbers of offence offences on or police",
            "record recorded reported request return sexual table that the to total totals",
            "under victim victims were where which with year years aged age financial",
            "response 18 18s u18",
        )
    ).split()
)


@dataclass(frozen=True)
class Meant:
    """What a label means. Without a category it is left out, or says nothing of its own."""

    category: Category | None = None
    is_plain: bool = False
    how: str = ""  # chosen, remembered, name, age, offence

    @property
    def is_out(self) -> bool:
        return self.category is None and not self.is_plain


class Words:
    """The labels that counts of one measure can stand under, in the files of one force."""

    def __init__(self, measure: Measure, force: Force) -> None:
        self.measure, self.force = measure, force
        self.breakdowns = list(
            measure.breakdowns.prefetch_related("parts", "categories__members").order_by("position")
        )
        self.categories = {
            category.pk: category
            for breakdown in self.breakdowns
            for category in breakdown.categories.all()
        }
        for breakdown in self.breakdowns:
            for category in breakdown.categories.all():
                category.breakdown = breakdown
        self._remembered = self._spellings()
        self._known: dict[tuple[str, str], Meant | None] = {}

    def _spellings(self) -> dict[tuple[str, str], Meant]:
        """What was remembered; a force's own labels come before those of every force."""
        rows = CategorySpelling.objects.filter(measure=self.measure).order_by("pk")
        found: dict[tuple[str, str], Meant] = {}
        for own in (False, True):
            for row in rows:
                if (row.force_id == self.force.pk) if own else (row.force_id is None):
                    category = self.categories.get(row.category_id) if row.category_id else None
                    found[row.role, row.folded] = Meant(category, row.is_plain, "remembered")
        return found

    def of_kind(self, role: str) -> list[Category]:
        """The categories that a label of this kind can mean; stated totals are none."""
        return [
            category
            for category in self.categories.values()
            if not category.is_total
            and category.breakdown.kind in _KIND_OF
            and (role not in ROLES or _KIND_OF[category.breakdown.kind] == role)
        ]

    def is_split_by(self, role: str) -> bool:
        """Whether the measure has this breakdown at all; “other” may be any of them."""
        return bool(self.of_kind(role))

    def meant(self, role: str, text: str) -> Meant | None:
        """What a label means; None where a person has to say."""
        key = (role, folded_label(text))
        if key not in self._known:
            self._known[key] = self._remembered.get(key) or self._by_itself(role, text)
        return self._known[key]

    def _by_itself(self, role: str, text: str) -> Meant | None:
        among = self.of_kind(role)
        by_name = [c for c in among if folded_label(c.name) == folded_label(text)]
        if len(by_name) == 1:
            return Meant(by_name[0], how="name")
        if role == "age":
            return self._age(among, text)
        said = _SAME.get(folded_label(text), "") if role == "sex" else ""
        for category in among:
            if said and _SAME.get(folded_label(category.name), folded_label(category.name)) == said:
                return Meant(category, how="name")
        if role in ROLES and _UNKNOWN.search(folded_label(text)):
            unknown = [category for category in among if category.is_unknown]
            return Meant(unknown[0], how="name") if len(unknown) == 1 else None
        official = self._official if role in ("offence", "other") else {}
        if folded_label(text) in official:
            return Meant(official[folded_label(text)], how="offence")
        if role == "other" and self.says_nothing(text):
            return Meant(is_plain=True, how="name")
        return None

    def says_nothing(self, text: str) -> bool:
        """“Recorded offences” over a table of them: only words of the measure’s own name."""
        own = folded_label(f"{self.measure.name} {self.measure.phrase} {self.measure.slug}")
        return set(folded_label(text).split()) <= _GENERIC | set(own.split())

    def _age(self, among: list[Category], text: str) -> Meant | None:
        if _UNKNOWN.search(folded_label(text)):
            unknown = [category for category in among if category.is_unknown]
            return Meant(unknown[0], how="name") if len(unknown) == 1 else None
        ages = ages_of(text)
        if ages is None:
            return None
        first, last = ages
        inside = [
            category
            for category in among
            if category.age_from is not None
            and category.age_to is not None
            and category.age_from <= first
            and last <= category.age_to
        ]
        return Meant(inside[0], how="age") if len(inside) == 1 else None

    @cached_property
    def _official(self) -> dict[str, Category]:
        """Home Office names, codes and spellings → the category that counts that offence."""
        by_offence = {c.offence_id: c for c in self.of_kind("offence") if c.offence_id}
        by_name = {folded_label(c.name): c for c in self.of_kind("offence")}
        classes = {o.class_code: by_offence[o.pk] for o in self._offences if o.pk in by_offence}
        found: dict[str, Category] = {}
        for offence in self._offences:
            known = (
                by_offence.get(offence.pk)
                or classes.get(offence.class_code)
                or by_name.get(folded_label(offence.group))
            )
            if known is not None:
                for name in (offence.name, f"{offence.code} {offence.name}", *offence.aliases):
                    found.setdefault(folded_label(name), known)
        return found

    @cached_property
    def _offences(self) -> list[Offence]:
        return list(Offence.objects.all())

    def likeliest(self, role: str, text: str) -> list[Category]:
        """All that the label can mean, the likeliest first."""
        said = folded_label(text)
        scores = {category.pk: _likeness(said, category.name) for category in self.of_kind(role)}
        if role in ("offence", "other"):
            for name, category in self._official.items():
                scores[category.pk] = max(scores[category.pk], _likeness(said, name) * 0.95)
        return sorted(self.of_kind(role), key=lambda category: -scores[category.pk])

    def total_of(self, breakdown: Breakdown) -> Category | None:
        return next((c for c in breakdown.categories.all() if c.is_total), None)

    @property
    def whole(self) -> Category | None:
        """The measure's own total."""
        for breakdown in self.breakdowns:
            if breakdown.kind == Breakdown.Kind.TOTAL:
                return self.total_of(breakdown)
        return None

    def crossed(self, members: Iterable[Category]) -> Category | None:
        """The category that crosses these."""
        wanted = {category.pk for category in members}
        for breakdown in self.breakdowns:
            if breakdown.kind == Breakdown.Kind.CROSSING:
                for category in breakdown.categories.all():
                    if {member.pk for member in category.members.all()} == wanted:
                        return category
        return None


def ages_of(text: str) -> tuple[int, int] | None:
    """The ages that a label names: 11-15, “aged 13”, “under 5”, “10 and under”, “16+” to 17."""
    said = text.casefold().replace("–", "-").replace("—", "-")
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if not numbers or max(numbers) > 120 or len(numbers) > 2:
        return None
    if len(numbers) == 2:
        first, last = numbers
        return (first, last) if first <= last else None
    age = numbers[0]
    if re.search(r"(?:and|&|or) (?:under|below|younger|less)|up to|<=|≤", said):
        return (0, age)
    if re.search(r"under|below|younger than|less than|<", said):
        return (0, age - 1) if age else None
    if re.search(r"\+|(?:and|&|or) (?:over|above|older)|over|above", said):
        return None  # how far it goes is not said
    return (age, age)


def _likeness(said: str, name: str) -> float:
    """0 to 1: by letters, and by the words they share."""
    other = folded_label(name)
    words, others = set(said.split()), set(other.split())
    shared = len(words & others) / max(len(words | others), 1)
    return max(SequenceMatcher(None, said, other).ratio(), 0.4 + 0.6 * shared if shared else 0)
