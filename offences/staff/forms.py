"""Fields of forms on several staff pages: London's clocks, boxes, choices, faults."""

import contextlib
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import ValidationError
from django.db.models import Field, QuerySet
from django.utils import timezone
from django.utils.text import capfirst

from offences.refused import Refused
from offences.statistics.years import Year, two_years
from offences.words.years import in_our_years


class LondonDateTimeField(forms.SplitDateTimeField):
    """A day and a time on London's clocks: they skip an hour in March, repeat one in October."""

    widget = AdminSplitDateTime

    def compress(self, data_list):
        try:
            return super().compress(data_list)
        except ValidationError as error:
            if getattr(error, "code", "") != "ambiguous_timezone":
                raise
            wall_time = dt.datetime.combine(*data_list)
            raise ValidationError(why_ambiguous(wall_time), code="ambiguous_timezone") from error


def why_ambiguous(wall_time: dt.datetime) -> str:
    """Why a time on London's clocks names no single moment: it does not exist, or exists twice."""
    zone = ZoneInfo(timezone.get_current_timezone_name())
    words = f"{wall_time:%H:%M} on {wall_time.day} {wall_time:%B %Y}"
    there_and_back = wall_time.replace(tzinfo=zone).astimezone(dt.UTC).astimezone(zone)
    if there_and_back.replace(tzinfo=None) != wall_time:
        why = "does not exist: the clocks go forward from 01:00 to 02:00"
    else:
        why = "happens twice: the clocks go back from 02:00 to 01:00"
    return f"{words} {why} that night. Choose another time."


YEAR_IS_WRITTEN = "Written like {}."
OR_PERIOD = "Empty if it is not for one year: write the period below."


class YearField(forms.CharField):
    """A year, typed by its label: 2024/25. An empty box gives `no_year`."""

    widget = forms.TextInput({"size": 8, "autocomplete": "off"})

    def __init__(self, *, like: int = 2018, no_year: int | None = None, **more: Any) -> None:
        self.like, self.no_year = like, no_year
        super().__init__(**more)

    @property
    def help_text(self) -> str:
        """Ends with an example, of the charity's years."""
        written = YEAR_IS_WRITTEN.format(two_years(self.like))
        return in_our_years(f"{self._help} {written}".strip())

    @help_text.setter
    def help_text(self, text: str) -> None:
        self._help = text

    def prepare_value(self, value: Any) -> Any:
        if value == self.no_year:
            return ""
        return Year(value).label if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        try:
            return Year.parse(text).start if text else self.no_year
        except ValueError as error:
            raise forms.ValidationError(str(error)) from error


def year_field(db_field: Field) -> YearField:
    """The box of a stored year; it may be empty where the row has a period instead."""
    or_period = hasattr(db_field.model, "period")
    return YearField(
        required=not (db_field.blank or or_period),
        no_year=0 if or_period else None,
        label=capfirst(db_field.verbose_name),
        help_text=OR_PERIOD if or_period else db_field.help_text,
    )


class Attempt(contextlib.AbstractContextManager):
    """A step that may be refused: `with attempt: ...`, and `refusal` says afterwards why it was."""

    refusal = ""

    def __exit__(self, kind, error, trace) -> bool:
        if isinstance(error, Refused):
            self.refusal = str(error)
        return isinstance(error, Refused)


@contextlib.contextmanager
def refusals_in(form: forms.BaseForm, field: str | None = None) -> Iterator[None]:
    """Show in a form why the step that it asks for was refused."""
    try:
        yield
    except Refused as refused:
        form.add_error(field, str(refused))


@dataclass(frozen=True)
class FormFault:
    """One thing wrong with a form, and the field where it is corrected."""

    label: str
    text: str
    target: str = ""


def faults_of(form: forms.BaseForm) -> list[FormFault]:
    """The faults of a form, field by field, for the summary at the top of its page."""
    found = [FormFault("", str(error)) for error in form.non_field_errors()]
    for field in form.visible_fields():
        # The first box of a field that has several (a day and a time, a list of ticks).
        several = isinstance(field.field.widget, forms.MultiWidget) or not field.id_for_label
        target = f"{field.auto_id}_0" if several else field.id_for_label
        found += [FormFault(str(field.label), str(error), target) for error in field.errors]
    return found


def choose_from(form: forms.BaseForm, name: str, rows: QuerySet) -> forms.ModelChoiceField:
    """Let a field of a form choose among these rows only."""
    field = form.fields[name]
    assert isinstance(field, forms.ModelChoiceField)
    field.queryset = rows
    return field


def first_fault(form: forms.BaseForm) -> str:
    """The first thing that is wrong with a form, in one sentence."""
    return next((str(error) for errors in form.errors.values() for error in errors), "")


def wide_input() -> forms.TextInput:
    return forms.TextInput({"class": "vLargeTextField"})


def paragraph(rows: int = 3) -> forms.Textarea:
    return forms.Textarea({"rows": rows, "class": "vLargeTextField"})
