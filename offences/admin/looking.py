"""What every page of the staff site shares: looking only, and moments of London."""

import contextlib
import datetime as dt
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone


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
                rows.filter(pk=object_id).values_list("pk").first()
        return super().get_object(request, object_id, from_field)  # type: ignore[misc]


class NoLinks:
    """Related rows are chosen; their own pages make new ones."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field and hasattr(field.widget, "can_add_related"):
            for name in ("can_add_related", "can_change_related", "can_delete_related"):
                setattr(field.widget, name, False)
        return field


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


def choose_from(form: forms.BaseForm, name: str, rows: QuerySet) -> forms.ModelChoiceField:
    """Let a field of a form choose among these rows only."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    return field


def name_of(person: User) -> str:
    return person.get_full_name() or person.get_username()


def who_and_when(who: User | None, when: dt.datetime | None) -> str:
    """“by Ann Lee, 3 May 2019, 10:42”."""
    if who is None or when is None:
        return "not yet"
    when = timezone.localtime(when)
    return f"by {name_of(who)}, {when.day} {when:%B %Y, %H:%M}"
