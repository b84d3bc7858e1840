"""Forms of a release: to prepare, edit, screen, approve, send back and withdraw it."""

import datetime as dt

from django import forms

from offences.models import (
    CampaignEvent,
    DisclosureRule,
    FoiRound,
    Measure,
    RecordedFigure,
    Release,
)
from offences.staff.forms import LondonDateTimeField, choose_from
from offences.staff.names import area_or_body, subject_of, year_of


class RecordedChoices(forms.ModelMultipleChoiceField):
    """Recorded figures of one measure, each with its publication."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, figure: RecordedFigure) -> str:
        place = getattr(figure, "place", figure.body)
        what = f"{figure.as_written} ({subject_of(figure)}; {figure.document})"
        return f"{year_of(figure)}, {place}: {what}"


def _paragraph() -> forms.Textarea:
    return forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})


def _recorded_of(measure: Measure):
    return (
        RecordedFigure.objects.filter(measure=measure)
        .select_related("document")
        .annotate(place=area_or_body())
    )


class PrepareForm(forms.Form):
    """A new release of one measure."""

    title = forms.CharField(
        max_length=150, widget=forms.TextInput(attrs={"class": "vLargeTextField"})
    )
    year = forms.IntegerField(
        min_value=1990,
        max_value=2100,
        label="Newest year",
        help_text="By the year it starts in: 2018 for 2018/19.",
    )
    last_round = forms.ModelChoiceField(
        FoiRound.objects.none(),
        label="Last round",
        help_text="Figures come from the checked returns of the rounds up to this one.",
    )
    recorded = RecordedChoices(
        RecordedFigure.objects.none(),
        required=False,
        label="Published figures to carry",
        help_text="Those of the last release are ticked. Choose one of two conflicting figures. "
        "Unticked ones leave the site, the home page included.",
    )
    note = forms.CharField(
        widget=_paragraph(), required=False, help_text="What readers should know of this release."
    )

    def __init__(self, measure: Measure, data=None) -> None:
        rounds = measure.rounds.all()
        newest = rounds.first()
        initial: dict[str, object] = {}
        if newest:
            initial = {"last_round": newest, "year": newest.last_year}
        # Figures of the release before are carried on, unless somebody unticks them.
        before = measure.releases.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
        if last := before.order_by("-number").first():
            initial["recorded"] = list(last.recorded_figures.values_list("pk", flat=True))
        super().__init__(data, initial=initial)
        choose_from(self, "last_round", rounds)
        choose_from(self, "recorded", _recorded_of(measure))


GRACE = dt.timedelta(minutes=1)  # a form takes a moment to arrive
FARTHEST = dt.timedelta(days=731)  # two years, a leap year included


class ApproveForm(forms.Form):
    public_at = LondonDateTimeField(
        label="Public from", required=False, help_text="A day and a time on London’s clocks."
    )
    at_once = forms.BooleanField(label="Open at once", required=False)
    early = forms.BooleanField(label="Open before the event’s embargo", required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(
        self, data=None, *, now: dt.datetime, seen: str, event: CampaignEvent | None = None
    ) -> None:
        """`event` is the next one with this release: its minute is offered."""
        super().__init__(
            data, initial={"seen": seen, "public_at": event.embargo_at if event else None}
        )
        self.now, self.event = now, event
        if event is None:
            del self.fields["early"]

    def clean_public_at(self) -> dt.datetime | None:
        chosen: dt.datetime | None = self.cleaned_data["public_at"]
        if chosen and chosen < self.now - GRACE:
            raise forms.ValidationError("That time is past. Choose a time from now on.")
        if chosen and chosen > self.now + FARTHEST:
            raise forms.ValidationError("That is more than two years away. Is the year right?")
        return chosen

    def clean(self):
        """An empty date never means “at once”: that is a tick of its own."""
        data = super().clean() or {}
        if "public_at" not in data:
            return data
        if data["public_at"] and data.get("at_once"):
            self.add_error("public_at", "Give a date and time, or tick Open at once: not both.")
        elif data.get("at_once"):
            data["public_at"] = self.now
        elif data["public_at"] is None:
            self.add_error("public_at", "Give a date and time, or tick Open at once.")
        return data

    @property
    def field_of_time(self) -> str:
        """The field where the time was chosen, for what is wrong with it."""
        return "at_once" if self.cleaned_data.get("at_once") else "public_at"


class ScreeningAnswerForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    answer = forms.CharField(max_length=500, label="Your answer")


class SendBackForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=_paragraph(),
        label="Why it goes back",
        help_text="The people who prepare the release read this.",
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=_paragraph(),
        label="Reason",
        help_text="The public reads this sentence at the release’s address.",
    )


class ReleaseForm(forms.ModelForm):
    class Meta:
        model = Release
        fields = ["title", "year", "last_round", "recorded_figures", "note"]
        field_classes = {"recorded_figures": RecordedChoices}
        widgets = {"recorded_figures": forms.CheckboxSelectMultiple}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "recorded_figures" in self.fields:
            choose_from(self, "recorded_figures", _recorded_of(self.instance.measure))
        if "last_round" in self.fields:
            choose_from(self, "last_round", self.instance.measure.rounds.all())


class RuleForm(forms.ModelForm):
    """A rule, whose breakdowns are of its own measure."""

    class Meta:
        model = DisclosureRule
        fields = [
            *("measure", "breakdowns", "threshold", "national_under", "totals_public", "reason")
        ]
        widgets = {"breakdowns": forms.CheckboxSelectMultiple}

    def clean(self):
        data = super().clean() or {}
        measure = data.get("measure")
        for breakdown in data.get("breakdowns") or ():
            if measure and breakdown.measure_id != measure.pk:
                self.add_error(
                    "breakdowns",
                    f"“{breakdown.name}” splits {breakdown.measure}. Tick those of {measure}.",
                )
        return data
