"""What every page of the staff site shares: looking only, and moments of London."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from offences.models import Force


class LondonDateTimeField(forms.SplitDateTimeField):
    """A day and a time on London's clocks: they skip an hour in March, repeat one in October."""

    widget = AdminSplitDateTime

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except ValidationError as error:
            if getattr(error, "code", "") != "ambiguous_timezone":
                raise
            moment = dt.datetime.combine(*data_list)
            raise ValidationError(why_no_moment(moment), code="ambiguous_timezone") from error


def why_no_moment(moment: dt.datetime) -> str:
    """Why a time on London's clocks is no moment: it does not exist, or exists twice."""
    zone = ZoneInfo(timezone.get_current_timezone_name())
    said = f"{moment:%H:%M} on {moment.day} {moment:%B %Y}"
    there_and_back = moment.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone)
    if there_and_back.replace(tzinfo=None) != moment:
        return (
            f"{said} does not exist: the clocks go forward from 01:00 to 02:00 that night. "
            "Choose another time."
        )
    return (
        f"{said} comes twice: the clocks go back from 02:00 to 01:00 that night. "
        "Choose another time."
    )


def signed_in(request: HttpRequest) -> User:
    """Who asks; the admin's own views let nobody else in."""
    assert isinstance(request.user, User)
    return request.user


@dataclass(frozen=True)
class Fault:
    """One thing that a form was refused for, and the field where it is put right."""

    label: str
    text: str
    target: str = ""


def faults_of(form: forms.BaseForm) -> list[Fault]:
    """What is wrong with a form, field by field, for the summary at the top of its page."""
    found = [Fault("", str(error)) for error in form.non_field_errors()]
    for field in form.visible_fields():
        # Of a field in several boxes (a day and a time, a list of ticks) the first one.
        several = isinstance(field.field.widget, forms.MultiWidget) or not field.id_for_label
        target = f"{field.auto_id}_0" if several else field.id_for_label
        found += [Fault(str(field.label), str(error), target) for error in field.errors]
    return found


def choose_from(form: forms.BaseForm, name: str, rows: QuerySet) -> forms.ModelChoiceField:
    """Let a field of a form choose among these rows only."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    return field


def place_of(body: str = "body", kind: str = "body_kind") -> Case:
    """A body as people call it: a force is kept by its address, and called by its area."""
    area = Force.objects.filter(slug=OuterRef(body)).values("area")[:1]
    return Case(When(**{kind: "force"}, then=Coalesce(Subquery(area), F(body))), default=F(body))


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()


def who_and_when(who: User | None, when: dt.datetime | None) -> str:
    """“by Ann Lee, 3 May 2019, 10:42”."""
    if who is None or when is None:
        return "not yet"
    when = timezone.localtime(when)
    return f"by {name_of(who)}, {when.day} {when:%B %Y, %H:%M}"
