"""What one person did, from the records of each step: no separate list is written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import User
from django.db.models import Count, F, Model, QuerySet, Value

WORDS = {"by": "all steps", "review_by": "sent to review"}
"""Of the fields whose names are no step: what the person did."""


@dataclass(frozen=True)
class StepKind:
    """One kind of step that a table records: the fields for its person and its moment."""

    model: type[Model]
    by: str
    at: str

    @property
    def key(self) -> str:
        return f"{self.model._meta.model_name}-{self.by}"

    @property
    def name(self) -> str:
        step = WORDS.get(self.by) or self.by.removesuffix("_by").replace("_", " ")
        return f"{self.model._meta.verbose_name_plural}: {step}"

    def rows(self, person: User) -> QuerySet:
        """The rows of this person’s steps, the newest first, with all that their names need."""
        rows = self.model._default_manager.filter(**{self.by: person})
        if links := [*_links(self.model)]:  # called without any, it would follow every one
            rows = rows.select_related(*links)
        return rows.annotate(step_at=F(self.at)).order_by(f"-{self.at}", "-pk")


def _links(model: type[Model], deeper: bool = True) -> Iterator[str]:
    """The relations to fetch with a row, because its name may use them."""
    for field in model._meta.fields:
        to = field.related_model
        if isinstance(to, type) and to is not User:
            yield field.name
            if deeper:
                yield from (f"{field.name}__{each}" for each in _links(to, deeper=False))


@cache
def step_kinds() -> Sequence[StepKind]:
    """Every kind of step that any table records with who and when."""
    found = []
    for model in apps.get_app_config("offences").get_models():
        names = {field.name for field in model._meta.fields}
        found += [
            StepKind(model, field.name, at)
            for field in model._meta.fields
            if field.related_model is User
            and field.name.endswith("by")
            and (at := f"{field.name.removesuffix('by')}at") in names
        ]
    return found


def step_counts(person: User) -> list[tuple[StepKind, int]]:
    """How often a person took each kind of step, by one query; without those never taken."""
    kinds = step_kinds()
    counted = [
        kind.model._default_manager.filter(**{kind.by: person})
        .order_by()
        .annotate(step_kind=Value(number))
        .values("step_kind")
        .annotate(step_count=Count("pk"))
        .values_list("step_kind", "step_count")
        for number, kind in enumerate(kinds)
    ]
    numbers = dict(counted[0].union(*counted[1:], all=True).order_by())
    return [(kind, numbers[i]) for i, kind in enumerate(kinds) if numbers.get(i)]


def log_of(person: User) -> QuerySet[LogEntry]:
    """What the staff pages noted of a person's steps, the newest first."""
    entries = LogEntry.objects.filter(user=person).select_related("content_type")
    return entries.order_by("-action_time", "-pk")
