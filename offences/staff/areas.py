"""Forces as staff call them: by their area."""

from django.db.models import Case, F, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

from offences.models import Force


def area_names() -> dict[str, str]:
    """The area of each force, by its slug."""
    return dict(Force.objects.values_list("slug", "area"))


def area_or_body(body: str = "body", kind: str = "body_kind") -> Case:
    """The area of a force, which is stored by its address; any other body as it is stored."""
    area = Force.objects.filter(slug=OuterRef(body)).values("area")[:1]
    return Case(When(**{kind: "force"}, then=Coalesce(Subquery(area), F(body))), default=F(body))
