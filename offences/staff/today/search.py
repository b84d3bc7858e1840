"""One search over what staff look for: a force, a submission, a figure.

Three kinds of answer, each with its page; a fixed number of queries, whatever is found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from offences import counts
from offences.models import (
    AnnualCount,
    Breakdown,
    FoiSubmission,
    Force,
    ForceSpelling,
    RecordedFigure,
    folded,
)
from offences.staff.common import place_of
from offences.statistics.notation import in_words, write_entry
from offences.statistics.years import Year

SHOWN = 20
LONGEST = 100  # more than any name; a pasted letter is no search
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}")


@dataclass(frozen=True)
class Hit:
    name: str
    url: str
    about: str


@dataclass(frozen=True)
class Group:
    """What was found of one kind, the first of it."""

    title: str
    hits: Sequence[Hit]
    number: int

    @property
    def more(self) -> int:
        return self.number - len(self.hits)


@dataclass(frozen=True)
class Figure:
    year: str
    measure: str
    count: str
    about: str
    url: str


@dataclass(frozen=True)
class Place:
    """The one force that was meant: its newest figures and its pages."""

    force: Force
    figures: Sequence[Figure]
    links: Sequence[tuple[str, str]]


def _page_of(model: str, page: str, pk: int) -> str:
    return reverse(f"admin:offences_{model}_{page}", args=[pk])


def _words(text: str) -> list[str]:
    return text.split()[:8]


def _named(word: str, to: str = "") -> Q:
    """A force that has this word in any of its names."""
    spelled = ForceSpelling.objects.filter(
        force=OuterRef(f"{to}pk" if to else "pk"), folded__contains=word.casefold()
    )
    fields = ("name", "area", "slug", "welsh_name")
    names = reduce(lambda q, field: q | Q(**{f"{to}{field}__icontains": word}), fields, Q())
    return names | Q(Exists(spelled))


def _forces(text: str) -> QuerySet[Force]:
    def place(word: str) -> Q:
        return _named(word) | Q(region__icontains=word) | Q(nation__icontains=word)

    return Force.objects.filter(reduce(and_, map(place, _words(text)))).order_by("area")


def _submissions(text: str) -> QuerySet[FoiSubmission]:
    """Every word is of the force, of the round, or of the force's reference."""

    def part(word: str) -> Q:
        return (
            _named(word, "force__")
            | Q(round__name__icontains=word)
            | Q(round__slug__icontains=word)
            | Q(reference__icontains=word)
        )

    return (
        FoiSubmission.objects.filter(reduce(and_, map(part, _words(text))))
        .select_related("force", "round")
        .order_by("-round__number", "force__area", "number")
    )


def _number_in(text: str) -> tuple[int | None, list[str]]:
    """The one number of a search, and its other words: “Essex 1,204”."""
    words = _words(text)
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    if len(numbers) != 1:
        return None, words
    return int(numbers[0].replace(",", "")), [word for word in words if word != numbers[0]]


def _counts(number: int, words: Sequence[str]) -> QuerySet[AnnualCount]:
    found = AnnualCount.objects.current().filter(value=number)
    for word in words:
        found = found.filter(_named(word, "submission__force__"))
    return found.select_related(
        "submission__force", "submission__round", "measure", "category__breakdown"
    ).order_by("-year", "submission__force__area", "measure", "category", "pk")


def _recorded(number: int, words: Sequence[str]) -> QuerySet[RecordedFigure]:
    found = RecordedFigure.objects.filter(value=number)
    for word in words:
        found = found.filter(Q(body__icontains=word) | Q(document__title__icontains=word))
    return (
        found.select_related("measure", "document")
        .annotate(place=place_of())
        .order_by("-year", "place", "pk")
    )


def _first_of(rows: QuerySet) -> tuple[list, int]:
    """The first rows, and how many there are."""
    first = list(rows[:SHOWN])
    return first, len(first) if len(first) < SHOWN else rows.count()


def _place(force: Force, user: User) -> Place:
    """The newest figures of each measure's total, the newest round's where two have the year."""
    asked = urlencode({"q": force.area})
    links = [
        ("Names and address", _page_of("force", "change", force.pk)),
        ("Submissions", f"{reverse('admin:offences_foisubmission_changelist')}?{asked}"),
        ("Texts", f"{reverse('admin:offences_pressrelease_changelist')}?{asked}"),
        ("What may be said", f"{reverse('admin:said')}?{asked}"),
        ("Public page", reverse("force", args=[force.slug])),
    ]
    figures: list[Figure] = []
    if user.has_perm("offences.view_annualcount"):
        rows = (
            AnnualCount.objects.current()
            .filter(submission__force=force, category__breakdown__kind=Breakdown.Kind.TOTAL)
            .select_related("submission__round", "measure")
            .order_by("measure", "-year", "-submission__round__number", "-submission__number")
        )
        seen: set[tuple[int, int]] = set()
        for row in rows:
            if (row.measure_id, row.year) in seen:
                continue
            seen.add((row.measure_id, row.year))
            if sum(measure == row.measure_id for measure, _ in seen) > 3:
                continue
            entry = counts.entry_of(row)
            checked = "checked" if row.submission.checked_at else "not checked yet"
            figures.append(
                Figure(
                    str(Year(row.year)),
                    row.measure.name,
                    write_entry(entry) or in_words(entry),
                    ", ".join(filter(None, [str(row.submission.round), checked, row.doubt])),
                    _page_of("annualcount", "change", row.pk),
                )
            )
    return Place(force, figures, links)


def find(text: str, user: User) -> tuple[Place | None, list[Group]]:
    """The force that was meant, if there is one, and what else was found, by kind."""
    text = " ".join(text.replace("\x00", "").split())[:LONGEST]
    if not text:
        return None, []
    place: Place | None = None
    groups: list[Group] = []

    def sees(model: str) -> bool:
        return user.has_perm(f"offences.view_{model}")

    if sees("force"):
        place, groups = _found_forces(text, user)
    if sees("foisubmission"):
        submissions, number = _first_of(_submissions(text))
        hits = [
            Hit(str(s), _page_of("foisubmission", "change", s.pk), _told_of(s)) for s in submissions
        ]
        groups.append(Group("Submissions", hits, number))
    value, words = _number_in(text)
    if value is not None and sees("annualcount"):
        rows, number = _first_of(_counts(value, words))
        groups.append(Group("Counts", [_count_hit(row) for row in rows], number))
    if value is not None and sees("recordedfigure"):
        rows, number = _first_of(_recorded(value, words))
        groups.append(Group("Figures known from print", [_print_hit(r) for r in rows], number))
    return place, [group for group in groups if group.hits]


def forces_named(text: str) -> tuple[Force | None, list[Force]]:
    """The one force that was meant by a name; else the first of those that have a part of it."""
    text = " ".join(text.split())[:LONGEST]
    exact = _exactly(text)
    if len(exact) == 1:
        return exact[0], []
    found, _ = _first_of(_forces(text)) if text else ([], 0)
    return (found[0], []) if len(found) == 1 else (None, found)


def _exactly(text: str) -> list[Force]:
    """The forces that have exactly this name: one, if it tells them apart."""
    return list(
        Force.objects.filter(
            Exists(ForceSpelling.objects.filter(force=OuterRef("pk"), folded=folded(text)))
            | Q(name__iexact=text)
            | Q(area__iexact=text)
            | Q(slug=text.casefold())
        )[:2]
    )


def _found_forces(text: str, user: User) -> tuple[Place | None, list[Group]]:
    """The one force that has exactly this name, and every force that has part of it."""
    exact = _exactly(text)
    place = _place(exact[0], user) if len(exact) == 1 else None
    forces, number = _first_of(_forces(text))
    if place is not None and number <= 1:
        return place, []
    hits = [
        Hit(
            force.area,
            _page_of("force", "change", force.pk),
            ", ".join(dict.fromkeys(filter(None, [force.name, force.region, force.nation]))),
        )
        for force in forces
    ]
    return place, [Group("Forces", hits, number)]


def _count_hit(row: AnnualCount) -> Hit:
    return Hit(
        f"{row.submission.force.area}, {Year(row.year)}: {row.value:,}",
        _page_of("annualcount", "change", row.pk),
        f"{row.measure}, {_category(row)}; {row.submission.round}",
    )


def _print_hit(row) -> Hit:
    return Hit(
        f"{row.place}, {Year(row.year) if row.year else row.period}: {row.as_written}",
        _page_of("recordedfigure", "change", row.pk),
        f"{row.measure}, {row.get_claim_display()}; {row.document}",
    )


def _category(row: AnnualCount) -> str:
    split, name = row.category.breakdown.name, row.category.name
    return name if split == name else f"{split}: {name}"


def _told_of(submission: FoiSubmission) -> str:
    if submission.checked_at:
        state = "checked"
    else:
        state = "entered, not checked" if submission.entered_at else "not entered"
    reference = f"reference {submission.reference}" if submission.reference else ""
    unknown = submission.outcome == FoiSubmission.Outcome.UNKNOWN
    outcome = "outcome not known" if unknown else submission.get_outcome_display()
    return ", ".join(filter(None, [outcome, state, reference]))
