"""Forms of a release: to prepare, edit, screen and sign it; of forces' checks and disputes."""

import datetime as dt
from collections.abc import Sequence

from django import forms
from django.contrib.auth.models import User
from django.utils.timezone import localdate

from offences import models
from offences.releases import WHOLE, DisputedFigures, prerelease_access
from offences.staff.forms import LondonDateTimeField, YearField, choose_from, paragraph, wide_input
from offences.staff.names import area_or_body, name_of, subject_of, year_of
from offences.statistics.years import Year


class RecordedChoices(forms.ModelMultipleChoiceField):
    """Recorded figures of one measure, each with its publication."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, figure: models.RecordedFigure) -> str:
        place = getattr(figure, "place", figure.body)
        what = f"{figure.as_written} ({subject_of(figure)}; {figure.document})"
        return f"{year_of(figure)}, {place}: {what}"


def _recorded_of(measure: models.Measure):
    rows = models.RecordedFigure.objects.filter(measure=measure).select_related("document")
    return rows.annotate(place=area_or_body())


class PrepareForm(forms.Form):
    """A new release of one measure."""

    title = forms.CharField(max_length=150, widget=wide_input())
    year = YearField(label="Newest year")
    last_round = forms.ModelChoiceField(
        models.FoiRound.objects.none(),
        label="Last round",
        help_text="Figures come from the checked returns of the rounds up to this one.",
    )
    recorded = RecordedChoices(
        models.RecordedFigure.objects.none(),
        required=False,
        label="Published figures that it shows too",
        help_text="Those of the last release are ticked. Choose one of two conflicting figures. "
        "Unticked ones leave the site, the home page included.",
    )
    note = forms.CharField(
        widget=paragraph(), required=False, help_text="What readers should know of this release."
    )

    def __init__(
        self, measure: models.Measure, data=None, last_round: models.FoiRound | None = None
    ) -> None:
        rounds = measure.rounds.all()
        initial: dict[str, object] = {}
        if last := last_round if last_round in rounds else rounds.first():
            initial = {"last_round": last, "year": last.last_year}
        # Figures of the release before are carried on, unless somebody unticks them.
        before = measure.releases.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
        if shown := before.order_by("-number").first():
            initial["recorded"] = list(shown.recorded_figures.values_list("pk", flat=True))
        super().__init__(data, initial=initial)
        choose_from(self, "last_round", rounds)
        choose_from(self, "recorded", _recorded_of(measure))


class ReleaseForm(forms.ModelForm):
    class Meta:
        model = models.Release
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
        model = models.DisclosureRule
        fields = [
            *("measure", "breakdowns", "threshold", "national_under", "totals_public", "reason")
        ]
        widgets = {"breakdowns": forms.CheckboxSelectMultiple}

    def clean(self):
        data = super().clean() or {}
        measure = data.get("measure")
        for breakdown in data.get("breakdowns") or ():
            if measure and breakdown.measure_id != measure.pk:
                why = f"“{breakdown.name}” splits {breakdown.measure}. Tick those of {measure}."
                self.add_error("breakdowns", why)
        return data


# The steps of a release

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
        self, data, *, now: dt.datetime, seen: str, event: models.CampaignEvent | None
    ) -> None:
        """`event` is the next one with this release: its minute is offered."""
        initial = {"seen": seen, "public_at": event.embargo_at if event else None}
        super().__init__(data, initial=initial)
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
        """The field where the time was chosen, to show an error there."""
        return "at_once" if self.cleaned_data.get("at_once") else "public_at"


class ScreeningAnswerForm(forms.Form):
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    answer = forms.CharField(max_length=500, label="Your answer")


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=paragraph(),
        help_text="The public reads this sentence at the release’s address.",
    )


class ReaderForm(forms.ModelForm):
    """One person who reads a release before its minute, why, and from when until when."""

    opens_at = LondonDateTimeField(label="Readable from")
    expires_at = LondonDateTimeField(label="Readable until")
    early = forms.BooleanField(label="They read it more than 24 hours before", required=False)

    class Meta:
        model = models.PreReleaseReader
        fields = ["name", "role", "email", "why", "opens_at", "expires_at"]
        widgets = {
            name: forms.TextInput({"class": "vTextField"}) for name in ("name", "role", "why")
        }

    def __init__(self, release: models.Release, now: dt.datetime, data=None) -> None:
        initial: dict[str, object] = {}
        opens = release.public_at and release.public_at - prerelease_access.EARLIEST
        if opens:
            whole_minute = now.replace(second=0, microsecond=0)
            initial = {"opens_at": max(opens, whole_minute), "expires_at": release.public_at}
        super().__init__(data, instance=models.PreReleaseReader(release=release), initial=initial)
        if opens is None or opens <= now:
            del self.fields["early"]  # less than a day is left


# Forces' own check: figures sent, an answer, a dispute and its decision

A_FORTNIGHT = dt.timedelta(days=14)


class StaffChoice(forms.ModelChoiceField):
    def label_from_instance(self, person: User) -> str:
        return name_of(person)


def _day(label: str, help_text: str) -> forms.DateField:
    # A browser's date field takes the day in this form alone.
    box = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=box, label=label, help_text=help_text)


def _line(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(max_length=300, label=label, help_text=help_text, widget=wide_input())


class SendForm(forms.Form):
    due_on = _day("Answer by", "The last day for its answer.")

    def __init__(self, data=None) -> None:
        super().__init__(data, initial={"due_on": localdate() + A_FORTNIGHT})


class ReasonForm(forms.Form):
    """Why one figure was revised; `key` names the old and the new figure exactly."""

    key = forms.CharField(required=False)
    words = forms.CharField(
        max_length=250, error_messages={"required": "Say why the figure was revised."}
    )


class DisputeForm(forms.Form):
    years = forms.MultipleChoiceField(
        label="Which figures it disputes", widget=forms.CheckboxSelectMultiple
    )
    says = _line(
        "What it says",
        "One sentence, as readers will see it after “disputes the figure for 2018/19:”.",
    )
    said_on = _day("On", "The day on which the force said so.")
    owner = StaffChoice(
        User.objects.none(), label="Who is looking into it", help_text="Another person decides."
    )
    day = "said_on"

    def __init__(self, data=None, *, years: Sequence[str]) -> None:
        super().__init__(data, initial={self.day: localdate()}, auto_id=f"id_{self.day}_%s")
        field = self.fields["years"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(year, year) for year in years]
        people = models.Account.objects.open(localdate())
        choose_from(self, "owner", people.order_by("first_name", "last_name", "username"))


class ForceAnswerForm(DisputeForm):
    answer = forms.ChoiceField(choices=models.ForceAnswer.choices, widget=forms.RadioSelect)
    answered_on = _day("On", "The day of its answer; if it gave none, the day you record that.")
    words = forms.CharField(
        required=False,
        label="What it wrote",
        help_text="For staff, never published. Needed if it corrects or disputes a figure.",
        widget=paragraph(),
    )
    day = "answered_on"
    field_order = ("answer", "answered_on", "words", "years", "says", "owner")
    if_disputed = (
        ("years", "which figures", "Choose which figures it disputes."),
        ("says", "what it says", "Write what it says, as readers will see it."),
        ("owner", "who is looking into it", "Choose who is looking into it."),
    )

    def __init__(self, data=None, *, years: Sequence[str]) -> None:
        super().__init__(data, years=years)
        del self.fields["said_on"]
        for name, label, _ in self.if_disputed:
            self.fields[name].required, self.fields[name].label = False, f"If it disputes: {label}"

    def clean(self):
        data = super().clean() or {}
        data["disputed"] = None
        if data.get("answer") != models.ForceAnswer.DISPUTED:
            return data
        for name, _, missing in self.if_disputed:
            if name not in self.errors and not data.get(name):
                self.add_error(name, missing)
        if not self.errors:
            data["disputed"] = DisputedFigures(data["years"], data["says"], data["owner"])
        return data


class DecideForm(forms.Form):
    decision = forms.ChoiceField(choices=models.Dispute.Decision.choices, widget=forms.RadioSelect)
    corrected_in = forms.ModelChoiceField(
        models.Release.objects.none(),
        required=False,
        label="If corrected: in which release",
        help_text="An approved release of this measure in which the figure is corrected.",
    )
    words = _line("Why", "One sentence. Readers see it beside the figure.")

    def __init__(self, dispute: models.Dispute, data=None) -> None:
        super().__init__(data)
        of, least = dispute.release.measure_id, dispute.release.number
        newer = models.Release.objects.filter(
            measure=of, number__gte=least, approved_at__isnull=False
        )
        choose_from(self, "corrected_in", newer.select_related("measure"))


# Correcting one figure


class CorrectFigureForm(forms.Form):
    """One figure of a release: of a force, for a year; and what was wrong with it."""

    force = forms.ModelChoiceField(models.Force.objects.none(), to_field_name="slug")
    year = forms.TypedChoiceField(coerce=int)
    part = forms.ChoiceField(required=False)
    why = forms.CharField(
        max_length=300,
        required=False,
        widget=wide_input(),
        label="What was wrong",
        help_text="Readers see this beside the figure: “Two digits were swapped when it was "
        "typed”.",
    )

    def __init__(self, base: models.Release, data=None) -> None:
        super().__init__(data)
        wholes = base.figures.filter(figure_kind="count", body_kind="force", breakdown="")
        rows = list(wholes.values_list("body", "year").order_by("-year"))
        forces = models.Force.objects.filter(slug__in={body for body, _ in rows})
        choose_from(self, "force", forces.order_by("area"))
        years = dict.fromkeys(year for _, year in rows)
        field = self.fields["year"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [(year, str(Year(year))) for year in years]
        self.parts = {
            f"{each.breakdown}/{each.category}": f"{each.breakdown_name}: {each.name}"
            for each in base.categories.order_by("breakdown_position", "position")
        }
        field = self.fields["part"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "the whole figure"), *self.parts.items()]
        if not self.parts:
            field.widget = forms.HiddenInput()

    def clean_part(self) -> tuple[str, str]:
        breakdown, _, category = self.cleaned_data["part"].partition("/")
        return (breakdown, category) if breakdown else WHOLE

    @property
    def part_name(self) -> str:
        """The part to be corrected: “By age: 12”; empty for the whole figure."""
        return self.parts.get("/".join(self.cleaned_data["part"]), "")


class ArticleForm(forms.Form):
    """An article that has the wrong figure."""

    outlet = forms.CharField(max_length=120, label="Newsroom")
    url = forms.URLField(max_length=500, label="Address of the article", assume_scheme="https")
    printed = forms.CharField(max_length=200, label="What it printed")


class NextAskingForm(forms.Form):
    again_on = forms.DateField(error_messages={"required": "Choose the day for asking again."})
