"""The search of every staff page: a force, a submission, a figure.

Three kinds of result, each with its page; a fixed number of queries, whatever is found.
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
    BreakdownKind,
    FoiSubmission,
    Force,
    ForceSpelling,
    RecordedFigure,
    folded,
)
from offences.staff.names import area_or_body, year_of
from offences.staff.today.queues import list_of, page_of
from offences.statistics.notation import write_entry
from offences.statistics.years import Year
from offences.words.cells import entry_in_words

SHOWN = 20
LONGEST = 100  # longer than any name; a pasted letter is no search
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}")


@dataclass(frozen=True)
class Hit:
    name: str
    url: str
    about: str


@dataclass(frozen=True)
class HitGroup:
    """Results of one kind: the first of them, and how many there are."""

    title: str
    hits: Sequence[Hit]
    number: int

    @property
    def more(self) -> int:
        return self.number - len(self.hits)


@dataclass(frozen=True)
class NewestFigure:
    year: str
    measure: str
    count: str
    about: str
    url: str


@dataclass(frozen=True)
class ForceCard:
    """The force that a search names: its newest figures and its pages."""

    force: Force
    figures: Sequence[NewestFigure]
    links: Sequence[tuple[str, str]]


def _words(text: str) -> list[str]:
    return text.split()[:8]


def _name_has(word: str, to: str = "") -> Q:
    """Whether a force has this word in one of its names."""
    spelled = ForceSpelling.objects.filter(
        force=OuterRef(f"{to}pk" if to else "pk"), folded__contains=word.casefold()
    )
    fields = ("name", "area", "slug", "welsh_name")
    names = reduce(lambda q, field: q | Q(**{f"{to}{field}__icontains": word}), fields, Q())
    return names | Q(Exists(spelled))


def _forces(text: str) -> QuerySet[Force]:
    def place(word: str) -> Q:
        return _name_has(word) | Q(region__icontains=word) | Q(nation__icontains=word)

    return Force.objects.filter(reduce(and_, map(place, _words(text)))).order_by("area")


def _submissions(text: str) -> QuerySet[FoiSubmission]:
    """Submissions where every word is in the force, the round or the force's reference."""

    def part(word: str) -> Q:
        return (
            _name_has(word, "force__")
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
    """Split a search such as “Essex 1,204” into its one number and its other words."""
    words = _words(text)
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    if len(numbers) != 1:
        return None, words
    return int(numbers[0].replace(",", "")), [word for word in words if word != numbers[0]]


def _counts(number: int, words: Sequence[str]) -> QuerySet[AnnualCount]:
    found = AnnualCount.objects.current().filter(value=number)
    for word in words:
        found = found.filter(_name_has(word, "submission__force__"))
    return found.select_related(
        "submission__force", "submission__round", "measure", "category__breakdown"
    ).order_by("-year", "submission__force__area", "measure", "category", "pk")


def _recorded(number: int, words: Sequence[str]) -> QuerySet[RecordedFigure]:
    found = RecordedFigure.objects.filter(value=number)
    for word in words:
        found = found.filter(Q(body__icontains=word) | Q(document__title__icontains=word))
    return (
        found.select_related("measure", "document")
        .annotate(place=area_or_body())
        .order_by("-year", "place", "pk")
    )


def _first_of(rows: QuerySet) -> tuple[list, int]:
    """Return the first rows, and how many there are."""
    first = list(rows[:SHOWN])
    return first, len(first) if len(first) < SHOWN else rows.count()


def _card_of(force: Force, user: User) -> ForceCard:
    links = [
        ("Names and address", page_of("force", "change", force.pk)),
        ("Submissions", list_of("foisubmission", q=force.area)),
        ("Texts", list_of("pressrelease", q=force.area)),
        ("What may be said", f"{reverse('admin:said')}?{urlencode({'q': force.area})}"),
        ("Public page", reverse("force", args=[force.slug])),
    ]
    sees_counts = user.has_perm("offences.view_annualcount")
    return ForceCard(force, _newest_figures(force) if sees_counts else [], links)


def _newest_figures(force: Force) -> list[NewestFigure]:
    """Up to three years of each measure's total; of one year, the newest round's figure."""
    rows = (
        AnnualCount.objects.current()
        .filter(submission__force=force, category__breakdown__kind=BreakdownKind.TOTAL)
        .select_related("submission__round", "measure")
        .order_by("measure", "-year", "-submission__round__number", "-submission__number")
    )
    years: dict[int, list[int]] = {}
    figures = []
    for row in rows:
        of_measure = years.setdefault(row.measure_id, [])
        if row.year in of_measure or len(of_measure) == 3:
            continue
        of_measure.append(row.year)
        entry = counts.entry_of(row)
        checked = "checked" if row.submission.checked_at else "not checked yet"
        figures.append(
            NewestFigure(
                str(Year(row.year)),
                row.measure.name,
                write_entry(entry) or entry_in_words(entry),
                ", ".join(filter(None, [str(row.submission.round), checked, row.doubt])),
                page_of("annualcount", "change", row.pk),
            )
        )
    return figures


def find(text: str, user: User) -> tuple[ForceCard | None, list[HitGroup]]:
    """Find the force that a text names, if there is one, and other results by kind."""
    text = " ".join(text.replace("\x00", "").split())[:LONGEST]
    if not text:
        return None, []
    card: ForceCard | None = None
    groups: list[HitGroup] = []

    def sees(model: str) -> bool:
        return user.has_perm(f"offences.view_{model}")

    if sees("force"):
        card, groups = _find_forces(text, user)
    if sees("foisubmission"):
        submissions, number = _first_of(_submissions(text))
        hits = [
            Hit(str(s), page_of("foisubmission", "change", s.pk), _state_of(s)) for s in submissions
        ]
        groups.append(HitGroup("Submissions", hits, number))
    value, words = _number_in(text)
    if value is not None and sees("annualcount"):
        rows, number = _first_of(_counts(value, words))
        groups.append(HitGroup("Counts", [_count_hit(row) for row in rows], number))
    if value is not None and sees("recordedfigure"):
        rows, number = _first_of(_recorded(value, words))
        groups.append(HitGroup("Published figures", [_recorded_hit(r) for r in rows], number))
    return card, [group for group in groups if group.hits]


def forces_named(text: str) -> tuple[Force | None, list[Force]]:
    """Return the one force that a name means; else the first of those that contain it."""
    text = " ".join(text.split())[:LONGEST]
    exact = _forces_called(text)
    if len(exact) == 1:
        return exact[0], []
    found, _ = _first_of(_forces(text)) if text else ([], 0)
    return (found[0], []) if len(found) == 1 else (None, found)


def _forces_called(text: str) -> list[Force]:
    """Return at most two forces with exactly this name."""
    return list(
        Force.objects.filter(
            Exists(ForceSpelling.objects.filter(force=OuterRef("pk"), folded=folded(text)))
            | Q(name__iexact=text)
            | Q(area__iexact=text)
            | Q(slug=text.casefold())
        )[:2]
    )


def _find_forces(text: str, user: User) -> tuple[ForceCard | None, list[HitGroup]]:
    """Find the one force with exactly this name, and every force with part of it."""
    exact = _forces_called(text)
    card = _card_of(exact[0], user) if len(exact) == 1 else None
    forces, number = _first_of(_forces(text))
    if card is not None and number <= 1:
        return card, []
    hits = [
        Hit(
            force.area,
            page_of("force", "change", force.pk),
            ", ".join(dict.fromkeys(filter(None, [force.name, force.region, force.nation]))),
        )
        for force in forces
    ]
    return card, [HitGroup("Forces", hits, number)]


def _count_hit(row: AnnualCount) -> Hit:
    return Hit(
        f"{row.submission.force.area}, {Year(row.year)}: {row.value:,}",
        page_of("annualcount", "change", row.pk),
        f"{row.measure}, {_category(row)}; {row.submission.round}",
    )


def _recorded_hit(row) -> Hit:
    return Hit(
        f"{row.place}, {year_of(row)}: {row.as_written}",
        page_of("recordedfigure", "change", row.pk),
        f"{row.measure}, {row.get_claim_display()}; {row.document}",
    )


def _category(row: AnnualCount) -> str:
    split, name = row.category.breakdown.name, row.category.name
    return name if split == name else f"{split}: {name}"


def _state_of(submission: FoiSubmission) -> str:
    if submission.checked_at:
        state = "checked"
    else:
        state = "entered, not checked" if submission.entered_at else "not entered"
    reference = f"reference {submission.reference}" if submission.reference else ""
    unknown = submission.outcome == FoiSubmission.Outcome.UNKNOWN
    outcome = "outcome not known" if unknown else submission.get_outcome_display()
    return ", ".join(filter(None, [outcome, state, reference]))
