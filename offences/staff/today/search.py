"""The search of every staff page: a force, a submission, a figure.

Three kinds of result, each with its page; a fixed number of queries, whatever is found.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from offences import counts
from offences.finder import find_forces
from offences.models import (
    AnnualCount,
    BreakdownKind,
    FoiSubmission,
    Force,
    ForceSpelling,
    RecordedFigure,
    folded,
)
from offences.press.facts import public_briefing
from offences.releases.public_state import force_names
from offences.staff.names import area_or_body, year_of
from offences.staff.pages import may
from offences.staff.today.queues import LinkRow, list_of, page_of
from offences.statistics.notation import write_entry
from offences.statistics.years import Year
from offences.words.cells import entry_in_words
from offences.words.page import Briefing

SHOWN = 20
LONGEST = 100  # longer than any name; a pasted letter is no search
_OUR_REFERENCE = re.compile(r"[0-9a-f]{8}")
_NUMBER = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,9}")


@dataclass(frozen=True)
class HitGroup:
    """Results of one kind: the first of them, and how many there are."""

    title: str
    hits: Sequence[LinkRow]
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


class ForceCard(NamedTuple):
    """The force that a search names: what may be said of it, its newest figures and its pages."""

    force: Force
    figures: Sequence[NewestFigure]
    links: Sequence[tuple[str, str]]
    briefing: Briefing | None  # of its newest public figure, to be said on the telephone


def find(text: str, user: User, now: dt.datetime) -> tuple[ForceCard | None, list[HitGroup]]:
    """Find the force that a text names, if there is one, and other results by kind."""
    text = " ".join(text.replace("\x00", "").split())[:LONGEST]
    if not text:
        return None, []
    card, groups = _find_forces(text, user, now) if may(user, "view_force") else (None, [])
    searches: list[tuple[str, str, QuerySet, Callable[[Any], LinkRow]]] = [
        ("Requests", "foisubmission", _submissions(text), _submission_hit)
    ]
    value, words = _number_in(text)
    if value is not None:
        searches += [
            ("Counts", "annualcount", _counts(value, words), _count_hit),
            ("Published figures", "recordedfigure", _recorded(value, words), _recorded_hit),
        ]
    for title, model, rows, hit in searches:
        if may(user, f"view_{model}"):
            first, number = _first_of(rows)
            groups.append(HitGroup(title, [hit(row) for row in first], number))
    return card, [group for group in groups if group.hits]


def _words(text: str) -> list[str]:
    return text.split()[:8]


def _first_of(rows: QuerySet) -> tuple[list, int]:
    """Return the first rows, and how many there are."""
    first = list(rows[:SHOWN])
    return first, len(first) if len(first) < SHOWN else rows.count()


def _with_words(rows: QuerySet, words: Sequence[str], *fields: str, force: str = "") -> QuerySet:
    """Rows where every word is in a name of the force, or in one of the fields.

    `force` leads from a row to its force, as in "submission__force__".
    """
    names = [f"{force}{field}" for field in ("name", "area", "slug", "welsh_name")]
    for word in words:
        spelled = ForceSpelling.objects.filter(
            force=OuterRef(f"{force}pk"), folded__contains=word.casefold()
        )
        parts = [Q(**{f"{field}__icontains": word}) for field in (*names, *fields)]
        rows = rows.filter(reduce(or_, parts, Q(Exists(spelled))))
    return rows


# Forces


def forces_named(text: str) -> tuple[Force | None, list[Force]]:
    """Return the one force that a name means; else the first of those that contain it."""
    text = " ".join(text.split())[:LONGEST]
    exact = _forces_called(text)
    if len(exact) == 1:
        return exact[0], []
    found, _ = _first_of(_forces(text)) if text else ([], 0)
    return (found[0], []) if len(found) == 1 else (None, found)


def _forces(text: str) -> QuerySet[Force]:
    rows = Force.objects.order_by("area")
    return _with_words(rows, _words(text), "region", "nation")


def _forces_called(text: str) -> list[Force]:
    """Return at most two forces with exactly this name."""
    spelled = ForceSpelling.objects.filter(force=OuterRef("pk"), folded=folded(text))
    names = Q(name__iexact=text) | Q(area__iexact=text) | Q(slug=text.casefold())
    return list(Force.objects.filter(Exists(spelled) | names)[:2])


def _find_forces(
    text: str, user: User, now: dt.datetime
) -> tuple[ForceCard | None, list[HitGroup]]:
    """Find the one force that is meant, and every force with part of the name."""
    exact = _forces_called(text)
    forces, number = _first_of(_forces(text))
    if not number:  # no name of a force: a town, a county, a postcode, a slip of the pen
        forces = _forces_of_place(text)
        number = len(forces)
    meant = exact if len(exact) == 1 else forces
    card = _card_of(meant[0], user, now) if len(meant) == 1 else None
    if card is not None and number <= 1:
        return card, []
    hits = [
        LinkRow(f.area, _find_page(f.area), _joined(*dict.fromkeys((f.name, f.region, f.nation))))
        for f in forces
    ]
    return card, [HitGroup("Forces", hits, number)]


def _forces_of_place(text: str) -> list[Force]:
    """The forces that serve a place or a postcode; of a name that is spelled nearly so, too."""
    found = find_forces(text, force_names())
    by_slug = Force.objects.in_bulk(found.forces, field_name="slug") if found.forces else {}
    return [by_slug[slug] for slug in found.forces]


def _find_page(area: str) -> str:
    return f"{reverse('admin:find')}?{urlencode({'q': area})}"


def _card_of(force: Force, user: User, now: dt.datetime) -> ForceCard:
    links = [
        ("Names and address", page_of(force)),
        ("Requests", list_of("foisubmission", q=force.area)),
        ("Texts", list_of("pressrelease", q=force.area)),
        ("What may be said", f"{reverse('admin:said')}?{urlencode({'q': force.area})}"),
        ("Public page", reverse("force", args=[force.slug])),
    ]
    figures = _newest_figures(force) if may(user, "view_annualcount") else []
    briefing = public_briefing(force, now) if may(user, "view_release") else None
    return ForceCard(force, figures, links, briefing)


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
                _joined(str(row.submission.round), checked, row.doubt),
                page_of(row),
            )
        )
    return figures


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


# Submissions and figures


def _submissions(text: str) -> QuerySet[FoiSubmission]:
    """Requests where every word is in the force, the round or its reference; or with ours."""
    rows = FoiSubmission.objects.select_related("force", "round")
    if _OUR_REFERENCE.fullmatch(text.lower()):
        ours = [row.pk for row in rows if row.our_reference == text.lower()]
        if ours:
            return rows.filter(pk__in=ours)
    fields = ("round__name", "round__slug", "reference")
    found = _with_words(rows, _words(text), *fields, force="force__")
    return found.order_by("-round__number", "force__area", "number")


def _submission_hit(submission: FoiSubmission) -> LinkRow:
    state = "entered, not checked" if submission.entered_at else "not entered"
    state = "checked" if submission.checked_at else state
    reference = f"reference {submission.reference}" if submission.reference else ""
    unknown = submission.outcome == FoiSubmission.Outcome.UNKNOWN
    outcome = "outcome not known" if unknown else submission.get_outcome_display()
    return LinkRow(str(submission), page_of(submission), _joined(outcome, state, reference))


def _number_in(text: str) -> tuple[int | None, list[str]]:
    """Split a search such as “Essex 1,204” into its one number and its other words."""
    words = _words(text)
    numbers = [word for word in words if _NUMBER.fullmatch(word)]
    if len(numbers) != 1:
        return None, words
    return int(numbers[0].replace(",", "")), [word for word in words if word != numbers[0]]


def _counts(number: int, words: Sequence[str]) -> QuerySet[AnnualCount]:
    rows = AnnualCount.objects.current().filter(value=number)
    related = ("submission__force", "submission__round", "measure", "category__breakdown")
    found = _with_words(rows, words, force="submission__force__").select_related(*related)
    return found.order_by("-year", "submission__force__area", "measure", "category", "pk")


def _count_hit(row: AnnualCount) -> LinkRow:
    split, name = row.category.breakdown.name, row.category.name
    category = name if split == name else f"{split}: {name}"
    what = f"{row.submission.force.area}, {Year(row.year)}: {row.value:,}"
    return LinkRow(what, page_of(row), f"{row.measure}, {category}; {row.submission.round}")


def _recorded(number: int, words: Sequence[str]) -> QuerySet[RecordedFigure]:
    found = RecordedFigure.objects.filter(value=number)
    for word in words:
        found = found.filter(Q(body__icontains=word) | Q(document__title__icontains=word))
    found = found.select_related("measure", "document").annotate(place=area_or_body())
    return found.order_by("-year", "place", "pk")


def _recorded_hit(row) -> LinkRow:
    what = f"{row.place}, {year_of(row)}: {row.as_written}"
    return LinkRow(what, page_of(row), f"{row.measure}, {row.get_claim_display()}; {row.document}")
