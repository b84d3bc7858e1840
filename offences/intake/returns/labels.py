"""The meanings of a file's labels: a category, all of the measure, or nothing that we count.

It is, in this order, what an officer chose for this reading, what was remembered for this force,
then for every force, a category of that very name, an age within a band, an offence by its Home
Office name, code or other spelling. Any other label is a question, never a guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import cached_property

from offences.models import CategorySpelling, Force, Offence, OffenceLevel, folded_label
from offences.models.measure import Breakdown, BreakdownKind, Category, Measure
from offences.returns.labels.changing_words import BY_CHILDREN, BY_WEB, COUNTS_FLAGS
from offences.returns.labels.counted_units import counts_victims, is_bare_unit
from offences.returns.labels.fewer_words import in_fewer_words
from offences.returns.labels.label_words import content_role, heading_role
from offences.returns.labels.years import parse_year


def _words(*lines: str) -> frozenset[str]:
    return frozenset(" ".join(lines).split())


BREAKDOWN_KINDS = ("offence", "age", "sex", "platform")  # and so are their breakdowns' kinds called
_SAME = dict.fromkeys(("girl", "girls", "women", "f", "females"), "female")
_SAME |= dict.fromkeys(("boy", "boys", "men", "m", "males"), "male")
_UNKNOWN = re.compile(
    r"\b(?:unknown|unk|not (?:known|recorded|stated|specified|given)|unspecified|unrecorded|missing"
    r"|blank|n k)\b"
)
_OF_UNKNOWN = _words(
    "age ages sex gender platform offence victim victims of the or and at is was a an"
)
_TOTAL_WORDS = _words(
    "total totals grand overall all sum combined both sub subtotal subtotals aggregate cumulative",
    "above running column row ages sexes genders years forces persons platforms types categories",
)
_OF_A_LETTER = re.compile(r"(?:dear|hello|good (?:morning|afternoon))\b(?: \w+){0,5}$")
_OF_VICTIMS = frozenset(["victim", "victims", "recorded", "as", "is", "was", "were"])
# These name nothing unless an axis is given: they may be of any breakdown.
_OF_ANY = frozenset(["other", "others", "none", "unknown", "not known", "not stated"])
_GENERIC = _words(
    "a against an and are as at by child children count counts crime crimes data figure figures",
    "element enabled facilitated flag flagged for force in related committed internet annual",
    "official final published",
    "is marker number numbers of offence offences on or police record recorded reported",
    "request return sexual table that the to total totals under victim victims were where which",
    "with year years aged age financial response 18 18s u18",
)


@dataclass(frozen=True)
class ResolvedLabel:
    """The meaning of a label: a category; nothing, so that its words are ignored; or out.

    If it is plain it means nothing (“recorded offences”); if it is out, its cells are ignored.
    """

    category: Category | None = None
    is_plain: bool = False
    how: str = ""  # chosen, remembered, name, age, offence
    ages: tuple[int, int] | None = None  # some of the category’s ages, where not all
    offence: Offence | None = None  # the official one that it names
    shared: frozenset[Offence] = frozenset()  # or all those whose names begin with it

    @property
    def offences(self) -> frozenset[Offence]:
        return frozenset([self.offence]) if self.offence else self.shared

    @property
    def is_out(self) -> bool:
        return self.category is None and not self.is_plain


class LabelResolver:
    """Resolves the labels of one measure's counts in the files of one force."""

    def __init__(self, measure: Measure, force: Force) -> None:
        self.measure, self.force = measure, force
        self.breakdowns = list(
            measure.breakdowns.prefetch_related("parts", "categories__members").order_by("position")
        )
        self.categories: dict[int, Category] = {}
        for breakdown in self.breakdowns:
            for category in breakdown.categories.all():
                self.categories[category.pk] = category
                category.breakdown = breakdown
        self._remembered = self._spellings()
        self._cache: dict[tuple[str, str], ResolvedLabel | None] = {}
        self._of_kind: dict[str, list[Category]] = {}

    def _spellings(self) -> dict[tuple[str, str], ResolvedLabel]:
        """The remembered labels; a force's own come before those of every force."""
        rows = CategorySpelling.objects.filter(measure=self.measure).order_by("pk")
        own = [row for row in rows if row.force_id == self.force.pk]
        found: dict[tuple[str, str], ResolvedLabel] = {}
        for row in [*(row for row in rows if row.force_id is None), *own]:
            category = self.categories.get(row.category_id) if row.category_id else None
            if category is not None or not row.category_id:  # else it is of another measure now
                meaning = ResolvedLabel(category, row.is_plain, "remembered")
                found[row.role, row.folded] = meaning
        return found

    def remembered(self, role: str, text: str) -> ResolvedLabel | None:
        """The meaning that an officer once chose to remember."""
        return self._remembered.get((role, folded_label(text)))

    def of_kind(self, role: str) -> list[Category]:
        """The categories that a label of this kind can mean, without stated totals."""
        if role not in self._of_kind:
            kinds = (role,) if role in BREAKDOWN_KINDS else BREAKDOWN_KINDS
            members = (c for c in self.categories.values() if not c.is_total)
            self._of_kind[role] = [c for c in members if c.breakdown.kind in kinds]
        return self._of_kind[role]

    def is_split_by(self, role: str) -> bool:
        """Whether the measure has this breakdown; “other” may be any of them."""
        return bool(self.of_kind(role))

    def find(self, role: str, text: str) -> ResolvedLabel | None:
        """The meaning of a label; None if a person has to decide."""
        key = (role, folded_label(text))
        if key not in self._cache:
            found = self.remembered(role, text) or self._recognise(role, text)
            self._cache[key] = found or self._without_number(role, text)
        return self._cache[key]

    def _without_number(self, role: str, text: str) -> ResolvedLabel | None:
        """The category that a label with a serial number names: “1. Snapchat”."""
        numbered = _SERIAL.match(text)
        found = self._recognise(role, text[numbered.end() :]) if numbered else None
        return found if found and found.category else None

    def find_unsplit(self, role: str, text: str) -> ResolvedLabel | None:
        """The meaning of a label of an axis by which the measure is not split.

        It is out, unless it is of every child, or names what the measure counts. With more words
        than that it is a question: “Sexual communication with a child – attempts”.
        """
        names_it = role == "offence" and self._names_measure(text)
        if names_it and not self.is_generic(_without_year(text)):
            return None
        is_plain = names_it or (role == "age" and is_every_child(text))
        return ResolvedLabel(is_plain=is_plain, how="name")

    def _names_measure(self, text: str) -> bool:
        """Whether a label has all the words that the measure's name, or its phrase, alone has."""
        label = set(folded_label(text).split())
        names = (folded_label(name).split() for name in (self.measure.name, self.measure.phrase))
        return any(own and own <= label for own in ({*words} - _GENERIC for words in names))

    def _recognise(self, role: str, text: str) -> ResolvedLabel | None:
        if role in BREAKDOWN_KINDS and text.rstrip(" )").endswith("?"):
            return None  # “Grooming?” is not sure
        label = folded_label(text)
        among = self.of_kind(role)
        by_name = [c for c in among if folded_label(c.name) == label]
        if role not in BREAKDOWN_KINDS:
            by_name = [c for c in by_name if not c.is_unknown and label not in _OF_ANY]
        if len(by_name) == 1:
            return ResolvedLabel(by_name[0], how="name")
        if role in BREAKDOWN_KINDS and (is_unknown(label) or (role == "sex" and label == "u")):
            return _one([c for c in among if c.is_unknown])
        if role == "age":
            return self._age(among, text)
        if role == "sex":
            bare = " ".join(word for word in label.split() if word not in _OF_VICTIMS) or label
            sex = _SAME.get(bare, bare)
            names = [(c, folded_label(c.name)) for c in among]
            return _one([c for c, name in names if _SAME.get(name, name) == sex])
        if role in ("offence", "other") and label in self._official:
            return self._official[label]
        if role == "other" and (_OF_A_LETTER.match(label) or heading_role(text) in ("age", "sex")):
            return ResolvedLabel(is_plain=True, how="name")
        # “Online sexual offences” in a column of offences: the measure’s own name.
        names_it = role == "offence" and self._names_measure(text)
        if self.is_generic(text) and (role == "other" or names_it):
            return ResolvedLabel(is_plain=True, how="name")
        return None

    def is_generic(self, text: str) -> bool:
        """Whether a label has only words of the measure’s own name: “Recorded offences”.

        The force’s whole name beside them says no more; a part of it may be one of its districts.
        What was “recorded online” may only have been reported so, and “by children” is no age. A
        letter alone is a mark.
        """
        others = COUNTS_FLAGS.search(text) or (counts_victims(text) and not is_bare_unit(text))
        if len(text.strip()) == 1 or others or BY_WEB.search(text) or BY_CHILDREN.search(text):
            return False
        own = folded_label(f"{self.measure.name} {self.measure.phrase} {self.measure.slug}")
        rest = f" {folded_label(in_fewer_words(text))} "
        for name in (self.force.name, self.force.area):
            rest = rest.replace(f" {folded_label(name)} ", " ")
        return set(rest.split()) <= _GENERIC | set(own.split())

    @cached_property
    def own_words(self) -> list[str]:
        """The words that tell the measure from others: “cyber”, “online”."""
        name = folded_label(f"{self.measure.name} {self.measure.phrase}")
        return [word for word in dict.fromkeys(name.split()) if word not in _GENERIC]

    def is_total(self, text: str) -> bool:
        """Whether a label is of the whole table: “Total”, “All online offences”, “Both sexes”."""
        rest = [word for word in folded_label(text).split() if word not in _TOTAL_WORDS]
        return self.is_generic(" ".join(rest))

    def _age(self, among: list[Category], text: str) -> ResolvedLabel | None:
        ages = ages_of(text)
        if ages is None:
            return None
        first, last = ages
        if same := _one([c for c in among if (c.age_from, c.age_to) == ages]):
            return same
        bands = [(c, c.age_from, c.age_to or 0) for c in among if c.age_from is not None]
        inside = [c for c, start, end in bands if start <= first and last <= end]
        return ResolvedLabel(inside[0], how="age", ages=ages) if len(inside) == 1 else None

    @cached_property
    def _counted(self) -> dict[Offence, Category | None]:
        """Each official offence, and the category that counts it."""
        offences = list(Offence.objects.all())
        by_offence = {c.offence_id: c for c in self.of_kind("offence") if c.offence_id}
        by_name = {folded_label(c.name): c for c in self.of_kind("offence")}
        whole = [o for o in offences if o.level == OffenceLevel.CLASS and o.pk in by_offence]
        classes = {o.code: by_offence[o.pk] for o in whole}
        return {
            each: by_offence.get(each.pk)
            or classes.get(each.class_code)
            or by_name.get(folded_label(each.group))
            for each in offences
        }

    def begins(self, label: ResolvedLabel) -> date | None:
        """Since when what a label means is an offence; None if that is before our records."""
        if label.category is None:
            return None
        of_category = (one for one, counts in self._counted.items() if counts == label.category)
        days = [each.valid_from for each in label.offences or of_category]
        return min(filter(None, days)) if days and all(days) else None

    @cached_property
    def _official(self) -> dict[str, ResolvedLabel]:
        """Home Office names, codes and spellings → the category that counts that offence.

        What several names begin with, before a dash, means their category. A name of offences that
        are counted in two categories is left out.
        """
        found: dict[str, dict[int, ResolvedLabel]] = {}
        shared: dict[str, dict[int, set[Offence]]] = {}
        for offence, category in self._counted.items():
            code = [] if offence.code.isdigit() else [offence.code]
            for name in (offence.name, f"{offence.code} {offence.name}", *code, *offence.aliases):
                meant = found.setdefault(folded_label(name), {})
                pk = category.pk if category else 0
                meant.setdefault(pk, ResolvedLabel(category, how="offence", offence=offence))
            for dash in _DASH.finditer(offence.name):
                before = shared.setdefault(folded_label(offence.name[: dash.start()]), {})
                before.setdefault(category.pk if category else 0, set()).add(offence)
        for name in shared.keys() - found.keys():
            found[name] = {
                pk: ResolvedLabel(self.categories.get(pk), how="offence", shared=frozenset(those))
                for pk, those in shared[name].items()
            }
        clear = {name: meant for name, meant in found.items() if len(meant) == 1 and 0 not in meant}
        return {name: next(iter(meant.values())) for name, meant in clear.items()}

    def likeliest(self, role: str, text: str) -> list[tuple[Category, float]]:
        """The categories that a label can mean, the likeliest first, with their likeness of 1."""
        label = folded_label(text)
        scores = {category.pk: _likeness(label, category.name) for category in self.of_kind(role)}
        for name, meant in self._official.items() if role in ("offence", "other") else ():
            if meant.category is not None and (pk := meant.category.pk) in scores:
                scores[pk] = max(scores[pk], _likeness(label, name) * 0.95)
        found = ((category, scores[category.pk]) for category in self.of_kind(role))
        return sorted(found, key=lambda each: -each[1])

    def total_of(self, breakdown: Breakdown) -> Category | None:
        return next((c for c in breakdown.categories.all() if c.is_total), None)

    @property
    def whole(self) -> Category | None:
        """The measure's own total."""
        totals = (b for b in self.breakdowns if b.kind == BreakdownKind.TOTAL)
        return next(map(self.total_of, totals), None)

    def crossing(self, members: Iterable[Category]) -> Category | None:
        """The category that crosses these members."""
        wanted = {category.pk for category in members}
        for category in self.categories.values():
            is_crossing = category.breakdown.kind == BreakdownKind.CROSSING
            if is_crossing and {member.pk for member in category.members.all()} == wanted:
                return category
        return None


def _one(found: list[Category]) -> ResolvedLabel | None:
    return ResolvedLabel(found[0], how="name") if len(found) == 1 else None


def is_unknown(folded: str) -> bool:
    """Whether a label is of cases where this is not known: “Age not recorded”."""
    if not _UNKNOWN.search(folded):
        return False
    return set(_UNKNOWN.sub(" ", folded).split()) <= _OF_UNKNOWN


_LETTER = re.compile(r"[^\W\d_](?<!age)(?<!aged)\d")  # “O15”, “P12”: nobody knows which age

_WHOLE = re.compile(r"\d+\.0")  # 10 as a program writes what may be a fraction


def ages_of(text: str) -> tuple[int, int] | None:
    """The ages that a label names: 11-15, “aged 13”, “under 5”, “10 and under”.

    None if it does not say exactly which: “16+”, “13 to under 16”, “6 months”.
    """
    words = text.casefold().replace("–", "-").replace("—", "-")
    words = words.removesuffix(".0") if _WHOLE.fullmatch(words) else words
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    if not numbers or max(numbers) > 120 or len(numbers) > 2 or _NO_YEARS.search(words):
        return None
    first, last = numbers[0], numbers[-1]
    if len(numbers) == 2:
        if _LIMIT.search(words.replace("from", "")) or first > last:
            return None
        is_range = re.search(r"\d\D*?(?:-|\bto\b|\bbetween\b)\D*?\d", words) or "between" in words
        return (first, last) if is_range or last == first + 1 else None
    if re.search(r"(?:and|&|or) (?:under|below|younger|less)|up to|<=|≤", words):
        return (0, first)
    if re.search(r"under|below|younger than|less than|<|\bu[- ]?\d", words):
        return (0, first - 1) if first else None
    if _LIMIT.search(words) or _LETTER.search(words):  # “16+” has no upper limit
        return None
    return (first, first)


def is_every_child(text: str) -> bool:
    """Whether an age is that of every child: “Under 18”, “0-17”, “Children”."""
    return ages_of(text) == (0, 17) or bool(_CHILDREN.fullmatch(folded_label(text)))


def is_part_of_asked(role: str, text: str) -> bool:
    """Whether a label is of a sex, of no age above those of children, or of any platform."""
    label = folded_label(text)
    if role == "platform":
        named = content_role(text) == "platform" or label in _OTHER_PLATFORMS
        return (named and not _NOT_ONE.search(text)) or is_unknown(label)
    ages = ages_of(text) if role == "age" else None
    of_age = role == "age" and is_unknown(label)
    return role == "sex" or of_age or bool(ages and ages[1] < 18)


def _without_year(text: str) -> str:
    year = parse_year(text)
    return year.rest if year and year.label else text


_SERIAL = re.compile(r"\d{1,2}[.)] ?(?=[^\W\d]{2})")  # “1. Snapchat”, “2) Not recorded”
_DASH = re.compile(r"[ ,]*[-–] (?!\d)")  # not that of “aged 13 - 17”
_OTHER_PLATFORMS = ("other", "others", "all other", "all others", "multiple", "various")
_NOT_ONE = re.compile(  # “Other (not online)”, “Facebook (adults)”
    r"\b(?:not?|non|none|n/a|off-?line|person|face[ -]to[ -]face|adults?)\b", re.IGNORECASE
)
_CHILDREN = re.compile(r"(?:all )?(?:child(?:ren)?|minors|juveniles)(?: victims?)?")
_NO_YEARS = re.compile(  # of a life; “Year 7” is a class at school
    r"\b(?:months?|mths?|weeks?|wks?|days?)\b|\d\.\d|½|\b(?:years?|yrs?|y|class|grade|form) ?\d"
)
_LIMIT = re.compile(r"under|below|younger|less|over|above|older|more|from|[<>≤≥+]")


def _likeness(label: str, name: str) -> float:
    """0 to 1: by letters, and by the words they share that are not in any label."""
    other = folded_label(name)
    words, others = set(label.split()) - _GENERIC, set(other.split()) - _GENERIC
    shared = len(words & others) / max(len(words | others), 1)
    return max(SequenceMatcher(None, label, other).ratio(), 0.4 + 0.6 * shared if shared else 0)
