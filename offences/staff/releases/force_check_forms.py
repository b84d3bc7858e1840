"""Forms of the forces' own check: figures sent, an answer, a dispute and its decision."""

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from django import forms
from django.contrib.auth.models import User
from django.utils.timezone import localtime

from offences.models import Dispute, ForceAnswer, Release
from offences.releases import DisputedFigures
from offences.staff.forms import choose_from
from offences.staff.names import name_of

A_FORTNIGHT = dt.timedelta(days=14)


class StaffChoice(forms.ModelChoiceField):
    def label_from_instance(self, person: User) -> str:
        return name_of(person)


def _day(**more) -> forms.DateField:
    # A browser's date field takes the day in this form alone.
    return forms.DateField(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **more)


class SendForm(forms.Form):
    due_on = _day(label="Answer by", help_text="The last day for its answer.")

    def __init__(self, data=None, *, now: dt.datetime) -> None:
        super().__init__(data, initial={"due_on": localtime(now).date() + A_FORTNIGHT})


class ReasonForm(forms.Form):
    """Why one figure was revised; `key` names the old and the new figure exactly."""

    key = forms.CharField(required=False)
    words = forms.CharField(
        max_length=250, error_messages={"required": "Say why the figure was revised."}
    )


class CorrectionForm(forms.Form):
    """That the people who got a text were told; `release` is the one that contradicts it."""

    release = forms.IntegerField()
    how = forms.CharField(max_length=300, error_messages={"required": "Say who was told, and how."})


def first_fault(form: forms.Form) -> str:
    """Return the first thing that is wrong with a form, in one sentence."""
    return next((str(error) for errors in form.errors.values() for error in errors), "")


class DisputeForm(forms.Form):
    years = forms.MultipleChoiceField(
        label="Which figures it disputes", widget=forms.CheckboxSelectMultiple
    )
    says = forms.CharField(
        max_length=300,
        label="What it says",
        help_text="One sentence, as readers will see it after “disputes the figure for 2018/19:”.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )
    said_on = _day(label="On", help_text="The day on which the force said so.")
    owner = StaffChoice(
        User.objects.none(), label="Who is looking into it", help_text="Another person decides."
    )
    day = "said_on"

    def __init__(self, data=None, *, now: dt.datetime, years: Sequence[str]) -> None:
        today = localtime(now).date()
        super().__init__(data, initial={self.day: today}, auto_id=f"id_{self.day}_%s")
        field = self.fields["years"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(year, year) for year in years]
        people = User.objects.filter(is_staff=True, is_active=True)
        choose_from(self, "owner", people.order_by("first_name", "last_name", "username"))


class ForceAnswerForm(DisputeForm):
    answer = forms.ChoiceField(choices=ForceAnswer.choices, widget=forms.RadioSelect)
    answered_on = _day(
        label="On", help_text="The day of its answer; if it gave none, the day you record that."
    )
    words = forms.CharField(
        required=False,
        label="What it wrote",
        help_text="For staff, never published. Needed if it corrects or disputes a figure.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )
    day = "answered_on"
    field_order = ("answer", "answered_on", "words", "years", "says", "owner")
    labels: ClassVar = {
        "years": "If it disputes: which figures",
        "says": "If it disputes: what it says",
        "owner": "If it disputes: who is looking into it",
    }

    def __init__(self, data=None, *, now: dt.datetime, years: Sequence[str]) -> None:
        super().__init__(data, now=now, years=years)
        del self.fields["said_on"]
        for name, label in self.labels.items():
            self.fields[name].required, self.fields[name].label = False, label

    def clean(self):
        data = super().clean() or {}
        data["disputed"] = None
        if data.get("answer") != ForceAnswer.DISPUTED:
            return data
        for name, missing in (
            ("years", "Choose which figures it disputes."),
            ("says", "Write what it says, as readers will see it."),
            ("owner", "Choose who is looking into it."),
        ):
            if name not in self.errors and not data.get(name):
                self.add_error(name, missing)
        if not self.errors:
            data["disputed"] = DisputedFigures(data["years"], data["says"], data["owner"])
        return data


class DecideForm(forms.Form):
    decision = forms.ChoiceField(choices=Dispute.Decision.choices, widget=forms.RadioSelect)
    corrected_in = forms.ModelChoiceField(
        Release.objects.none(),
        required=False,
        label="If corrected: in which release",
        help_text="An approved release of this measure in which the figure is corrected.",
    )
    words = forms.CharField(
        max_length=300,
        label="Why",
        help_text="One sentence. Readers see it beside the figure.",
        widget=forms.TextInput(attrs={"class": "vLargeTextField"}),
    )

    def __init__(self, dispute: Dispute, data=None) -> None:
        super().__init__(data)
        newer = Release.objects.filter(
            measure=dispute.release.measure_id,
            number__gte=dispute.release.number,
            approved_at__isnull=False,
        )
        choose_from(self, "corrected_in", newer.select_related("measure"))
