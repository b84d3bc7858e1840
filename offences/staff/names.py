"""How staff see forces, published figures and people: by area, by year, by name."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.db.models import Case, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from offences.models import Document, Force, RecordedFigure, ReleasedFigure
from offences.statistics.years import Year


def area_names() -> dict[str, str]:
    """The area of each force, by its slug."""
    return dict(Force.objects.values_list("slug", "area"))


def area_or_body() -> Case:
    """The area of a force, which is stored by its address; any other body as it is stored."""
    area = Force.objects.filter(slug=OuterRef("body")).values("area")[:1]
    return Case(
        When(body_kind="force", then=Coalesce(Subquery(area), F("body"))), default=F("body")
    )


def force_of(area: str, request: int) -> str:
    """A request by its force: “Essex”, or “Essex, request 2”."""
    return f"{area}, request {request}" if request > 1 else area


def year_of(figure: RecordedFigure | ReleasedFigure) -> str:
    """The year of a figure: “2018/19”, or the period that it was published for."""
    return str(Year(figure.year)) if figure.year else figure.period


def subject_of(figure: RecordedFigure | ReleasedFigure) -> str:
    """The subject of a figure: its kind, and its category unless that is the total."""
    if isinstance(figure, ReleasedFigure):
        kind = figure.get_figure_kind_display()
    else:
        kind = figure.get_claim_display()
    category = "" if figure.category == "total" else figure.category.replace("_", " ")
    return ", ".join(filter(None, [kind, category]))


def titles_of(documents: Sequence[Document]) -> dict[int, str]:
    """By key, the titles of a return's documents; those of one title each with its moment."""
    number = Counter(map(str, documents))
    found = {}
    for each in documents:
        found[each.pk] = str(each)
        if number[str(each)] > 1 and each.added_at:
            filed = timezone.localtime(each.added_at)
            found[each.pk] += f", filed {filed.day} {filed:%B, %H:%M}"
    return found


def logged_in(request: HttpRequest) -> User:
    """The person who asks: the admin's own views let in nobody else."""
    assert isinstance(request.user, User)
    return request.user


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()


def who_and_when(who: User | None, when: dt.datetime | None, name: str = "") -> str:
    """Who took a step, and when: “by Ann Lee, 3 May 2019, 10:42”. `name`: without an account."""
    if when is None or not (who or name):
        return "not yet"
    when = timezone.localtime(when)
    return f"by {name_of(who) if who else name}, {when.day} {when:%B %Y, %H:%M}"
