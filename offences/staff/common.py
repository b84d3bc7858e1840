"""What every page of the staff site shares: looking only, and moments of London."""

import contextlib
import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime, AutocompleteSelectMultiple
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Case, F, OuterRef, QuerySet, Subquery, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils import timezone

from offences.models import Force
from offences.staff.field_help import explain


class ReadOnly:
    """A page for looking: rows come and go by another way, never by the admin's forms."""

    def has_add_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False


class OneAtATime:
    """A form is saved upon the row as it is then, held meanwhile, not as it was a moment before.

    Without it the admin would write back every column that it read, over what another person's step
    (a check, an approval, an issue) put there in between.
    """

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None):
        if request.method == "POST":  # the admin's own transaction is open
            rows = self.model._default_manager.select_for_update()  # type: ignore[attr-defined]
            with contextlib.suppress(ValueError, ValidationError):
                # By its own key: in the table's order the rows that it is ordered by would be held
                # too, and another step that holds those first would wait for this one for ever.
                rows.filter(pk=object_id).order_by("pk").values_list("pk").first()
        return super().get_object(request, object_id, from_field)  # type: ignore[misc]


class NoLinks:
    """Related rows are chosen; their own pages make new ones. Its fields say what they take."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        explain(field, db_field)
        if field and hasattr(field.widget, "can_add_related"):
            for name in ("add", "change", "delete", "view"):
                setattr(field.widget, f"can_{name}_related", False)
            inner = field.widget.widget
            if isinstance(inner, AutocompleteSelectMultiple):
                # Without its “remove all”: no item of the list that it stands in, and one slip.
                inner.is_required = True
        return field


class Rows(admin.TabularInline):
    """Rows of another table on the page of the one that they belong to."""

    template = "admin/offences/rows.html"
    extra = 0


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
