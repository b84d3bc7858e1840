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
    BreakdownKind,
    Category,
    CategorySpelling,
    Force,
    Measure,
    Offence,
    OffenceLevel,
    folded_label,
)

ROLES = ("offence", "age", "sex", "platform")
KIND_OF: dict[str, str] = {
    BreakdownKind.OFFENCE: "offence",
    BreakdownKind.AGE: "age",
    BreakdownKind.SEX: "sex",
    BreakdownKind.PLATFORM: "platform",
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
_UNKNOWN = re.compile(
    r"\b(?:unknown|unk|not (?:known|recorded|stated|specified|given)|unspecified|unrecorded|missing"
    r"|blank|n k)\b"
)
_OF_UNKNOWN = frozenset(
    " ".join(
        ("age ages sex gender platform offence victim victims", "of the or and at is was a an")
    ).split()
)
_SAYS_TOTAL = frozenset(
    " ".join(
        (
            "total totals grand overall all sum combined both sub subtotal subtotals aggregate",
            "cumulative running column row ages sexes genders years forces persons platforms",
            "types categories",
        )
    ).split()
)
_OF_A_LETTER = re.compile(r"(?:dear|hello|good (?:morning|afternoon))\b(?: \w+){0,5}$")
_OF_VICTIMS = frozenset(["victim", "victims", "recorded", "as", "is", "was", "were"])
# Words that name nothing where nobody says of what: they may be of any breakdown.
_OF_ANY = frozenset(["other", "others", "none", "unknown", "not known", "not stated"])
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
class LabelMeaning:
    """What a label means. Without a category it is left out, or says nothing of its own."""

    category: Category | None = None
    is_plain: bool = False
    how: str = ""  # chosen, remembered, name, age, offence
    ages: tuple[int, int] | None = None  # some of the category’s ages, where not all
    offence: Offence | None = None  # the official one that it names

    @property
    def is_out(self) -> bool:
        return self.category is None and not self.is_plain


class LabelMeanings:
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
        self._known: dict[tuple[str, str], LabelMeaning | None] = {}
        self._of_kind: dict[str, list[Category]] = {}

    def _spellings(self) -> dict[tuple[str, str], LabelMeaning]:
        """What was remembered; a force's own labels come before those of every force."""
        rows = CategorySpelling.objects.filter(measure=self.measure).order_by("pk")
        found: dict[tuple[str, str], LabelMeaning] = {}
        for own in (False, True):
            for row in rows:
                if (row.force_id == self.force.pk) if own else (row.force_id is None):
                    category = self.categories.get(row.category_id) if row.category_id else None
                    if category is None and row.category_id:
                        continue  # of another measure by now
                    found[row.role, row.folded] = LabelMeaning(category, row.is_plain, "remembered")
        return found

    def remembered(self, role: str, text: str) -> LabelMeaning | None:
        """What an officer once said of this label, and said to remember."""
        return self._remembered.get((role, folded_label(text)))

    def of_kind(self, role: str) -> list[Category]:
        """The categories that a label of this kind can mean; stated totals are none."""
        if role not in self._of_kind:
            self._of_kind[role] = [
                category
                for category in self.categories.values()
                if not category.is_total
                and category.breakdown.kind in KIND_OF
                and (role not in ROLES or KIND_OF[category.breakdown.kind] == role)
            ]
        return self._of_kind[role]

    def is_split_by(self, role: str) -> bool:
        """Whether the measure has this breakdown at all; “other” may be any of them."""
        return bool(self.of_kind(role))

    def meant(self, role: str, text: str) -> LabelMeaning | None:
        """What a label means; None where a person has to say."""
        key = (role, folded_label(text))
        if key not in self._known:
            self._known[key] = self.remembered(role, text) or self._by_itself(role, text)
        return self._known[key]

    def _by_itself(self, role: str, text: str) -> LabelMeaning | None:
        said = folded_label(text)
        among = self.of_kind(role)
        by_name = [c for c in among if folded_label(c.name) == said]
        if role not in ROLES:
            by_name = [c for c in by_name if not c.is_unknown and said not in _OF_ANY]
        if len(by_name) == 1:
            return LabelMeaning(by_name[0], how="name")
        if role in ROLES and is_unknown(said):
            return _one([c for c in among if c.is_unknown])
        if role == "age":
            return self._age(among, text)
        if role == "sex":
            bare = " ".join(word for word in said.split() if word not in _OF_VICTIMS) or said
            known = _SAME.get(bare, bare)
            names = [(c, folded_label(c.name)) for c in among]
            return _one([c for c, name in names if _SAME.get(name, name) == known])
        if role in ("offence", "other") and said in self._official:
            return self._official[said]
        if role == "other" and _OF_A_LETTER.match(said):
            return LabelMeaning(is_plain=True, how="name")
        if self.says_nothing(text) and (role == "other" or self._names_measure(role, said)):
            return LabelMeaning(is_plain=True, how="name")
        return None

    def _names_measure(self, role: str, said: str) -> bool:
        """“Online sexual offences” in a column of offences: all of the measure, by its own name."""
        own = set(folded_label(self.measure.name).split()) - _GENERIC
        return role == "offence" and bool(own) and own <= set(said.split())

    def says_nothing(self, text: str) -> bool:
        """“Recorded offences” over a table of them: only words of the measure’s own name."""
        own = folded_label(f"{self.measure.name} {self.measure.phrase} {self.measure.slug}")
        return set(folded_label(text).split()) <= _GENERIC | set(own.split())

    def says_all(self, text: str) -> bool:
        """“Total”, “All online offences”, “Both sexes”: a total of nothing less than the table."""
        kept = [word for word in folded_label(text).split() if word not in _SAYS_TOTAL]
        return self.says_nothing(" ".join(kept))

    def _age(self, among: list[Category], text: str) -> LabelMeaning | None:
        ages = ages_of(text)
        if ages is None:
            return None
        first, last = ages
        bands = [(c, (c.age_from, c.age_to)) for c in among]
        if same := _one([category for category, band in bands if band == ages]):
            return same
        inside = [
            category
            for category, (start, end) in bands
            if start is not None and end is not None and start <= first and last <= end
        ]
        return LabelMeaning(inside[0], how="age", ages=ages) if len(inside) == 1 else None

    @cached_property
    def _official(self) -> dict[str, LabelMeaning]:
        """Home Office names, codes and spellings → the category that counts that offence. A name of
        offences that are counted in two categories is nobody’s."""
        by_offence = {c.offence_id: c for c in self.of_kind("offence") if c.offence_id}
        by_name = {folded_label(c.name): c for c in self.of_kind("offence")}
        classes = {
            o.code: by_offence[o.pk]
            for o in self._offences
            if o.level == OffenceLevel.CLASS and o.pk in by_offence
        }
        found: dict[str, dict[int, LabelMeaning]] = {}
        for offence in self._offences:
            known = (
                by_offence.get(offence.pk)
                or classes.get(offence.class_code)
                or by_name.get(folded_label(offence.group))
            )
            code = [] if offence.code.isdigit() else [offence.code]
            for name in (offence.name, f"{offence.code} {offence.name}", *code, *offence.aliases):
                meant = found.setdefault(folded_label(name), {})
                pk = known.pk if known else 0
                meant.setdefault(pk, LabelMeaning(known, how="offence", offence=offence))
        return {
            name: next(iter(meant.values()))
            for name, meant in found.items()
            if len(meant) == 1 and 0 not in meant
        }

    @cached_property
    def _offences(self) -> list[Offence]:
        return list(Offence.objects.all())

    def likeliest(self, role: str, text: str) -> list[tuple[Category, float]]:
        """All that the label can mean, the likeliest first; how like it each is, of 1."""
        said = folded_label(text)
        scores = {category.pk: _likeness(said, category.name) for category in self.of_kind(role)}
        if role in ("offence", "other"):
            for name, meant in self._official.items():
                if meant.category is not None and meant.category.pk in scores:
                    pk = meant.category.pk
                    scores[pk] = max(scores[pk], _likeness(said, name) * 0.95)
        found = [(category, scores[category.pk]) for category in self.of_kind(role)]
        return sorted(found, key=lambda each: -each[1])

    def total_of(self, breakdown: Breakdown) -> Category | None:
        return next((c for c in breakdown.categories.all() if c.is_total), None)

    @property
    def whole(self) -> Category | None:
        """The measure's own total."""
        for breakdown in self.breakdowns:
            if breakdown.kind == BreakdownKind.TOTAL:
                return self.total_of(breakdown)
        return None

    def crossed(self, members: Iterable[Category]) -> Category | None:
        """The category that crosses these."""
        wanted = {category.pk for category in members}
        for breakdown in self.breakdowns:
            if breakdown.kind == BreakdownKind.CROSSING:
                for category in breakdown.categories.all():
                    if {member.pk for member in category.members.all()} == wanted:
                        return category
        return None


def _one(found: list[Category]) -> LabelMeaning | None:
    return LabelMeaning(found[0], how="name") if len(found) == 1 else None


def is_unknown(folded: str) -> bool:
    """“Age not recorded”, and not “abuse by a person not known to the child”."""
    if not _UNKNOWN.search(folded):
        return False
    return set(_UNKNOWN.sub(" ", folded).split()) <= _OF_UNKNOWN


def ages_of(text: str) -> tuple[int, int] | None:
    """The ages that a label names: 11-15, “aged 13”, “under 5”, “10 and under”.

    None where it does not say exactly which: “16+”, “13 to under 16”, “6 months”.
    """
    said = text.casefold().replace("–", "-").replace("—", "-")
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if not numbers or max(numbers) > 120 or len(numbers) > 2 or _NO_YEARS.search(said):
        return None
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 2:
        if _LIMIT.search(said.replace("from", "")) or first > last:
            return None
        is_range = re.search(r"\d\D*?(?:-|\bto\b|\bbetween\b)\D*?\d", said) or "between" in said
        return (first, last) if is_range or last == first + 1 else None
    if re.search(r"(?:and|&|or) (?:under|below|younger|less)|up to|<=|≤", said):
        return (0, first)
    if re.search(r"under|below|younger than|less than|<", said):
        return (0, first - 1) if first else None
    return None if _LIMIT.search(said) else (first, first)  # how far “16+” goes is not said


_NO_YEARS = re.compile(r"\b(?:months?|mths?|weeks?|wks?|days?)\b|\d\.\d|½")
_LIMIT = re.compile(r"under|below|younger|less|over|above|older|more|from|[<>≤≥+]")


def _likeness(said: str, name: str) -> float:
    """0 to 1: by letters, and by the words they share."""
    other = folded_label(name)
    words, others = set(said.split()), set(other.split())
    shared = len(words & others) / max(len(words | others), 1)
    return max(SequenceMatcher(None, said, other).ratio(), 0.4 + 0.6 * shared if shared else 0)
