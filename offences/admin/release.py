"""Releases: prepared, previewed and approved, withdrawn. What they hold is only looked at."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import ActionLocation
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from offences import releases
from offences.admin.imports import Exports
from offences.admin.looking import (
    LondonDateTimeField,
    OneAtATime,
    ReadOnly,
    choose_from,
    name_of,
    signed_in,
)
from offences.admin.site import register
from offences.models import (
    FoiRound,
    FoiSubmission,
    Force,
    Measure,
    RecordedFigure,
    Release,
    ReleasedFigure,
    ReleasedResponse,
)
from offences.statistics.dates import in_words
from offences.statistics.years import Year


class RecordedChoices(forms.ModelMultipleChoiceField):
    """Recorded figures of one measure, each with its publication."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, figure: RecordedFigure) -> str:
        when = str(Year(figure.year)) if figure.year else figure.period
        what = figure.get_claim_display()
        if figure.category:
            what += f", {figure.category.replace('_', ' ')}"
        return f"{when}, {figure.body}: {figure.as_written} ({what}; {figure.document})"


def _recorded_of(measure: Measure):
    return RecordedFigure.objects.filter(measure=measure).select_related("document")


class PrepareForm(forms.Form):
    """A release in preparation. Its number is the next of its measure."""

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
        label="Published figures that it carries",
        help_text="Those of the last release are ticked. Of two that contradict each other, choose "
        "one. What you leave out is no longer shown, on the first page either.",
    )
    note = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        required=False,
        help_text="What readers should know of this release.",
    )

    def __init__(self, measure: Measure, data=None) -> None:
        rounds = measure.rounds.all()
        newest = rounds.first()
        initial: dict[str, object] = {}
        if newest:
            initial = {"last_round": newest, "year": newest.last_year}
        # What the release before carried goes on, unless somebody takes it out.
        before = measure.releases.filter(approved_at__isnull=False, withdrawn_at__isnull=True)
        if last := before.order_by("-number").first():
            initial["recorded"] = list(last.recorded_figures.values_list("pk", flat=True))
        super().__init__(data, initial=initial)
        choose_from(self, "last_round", rounds)
        choose_from(self, "recorded", _recorded_of(measure))


GRACE = dt.timedelta(minutes=1)  # a form takes a moment to arrive
FARTHEST = dt.timedelta(days=731)  # two years, whichever they are


class ApproveForm(forms.Form):
    public_at = LondonDateTimeField(
        label="Public from",
        required=False,
        help_text="A day and a time on London’s clocks.",
    )
    at_once = forms.BooleanField(label="Open at once", required=False)
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, now: dt.datetime, seen: str) -> None:
        super().__init__(data, initial={"seen": seen})
        self.now = now

    def clean_public_at(self) -> dt.datetime | None:
        chosen: dt.datetime | None = self.cleaned_data["public_at"]
        if chosen and chosen < self.now - GRACE:
            raise forms.ValidationError("That time is past. Choose a time from now on.")
        if chosen and chosen > self.now + FARTHEST:
            raise forms.ValidationError("That is more than two years away. Is the year right?")
        return chosen

    def clean(self):
        """Opening at once is said, never the meaning of a field that was left empty."""
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


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
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


@register(Release)
class ReleaseAdmin(Exports, OneAtATime, admin.ModelAdmin):
    form = ReleaseForm
    list_display = ["measure", "number", "title", "newest_year", "state", "public", "approved_by"]
    list_display_links = ["number", "title"]
    list_filter = ["measure", ("withdrawn_at", admin.EmptyFieldListFilter)]
    list_select_related = ["measure", "approved_by"]
    search_fields = ["title", "note", "measure__name"]
    fieldsets = [
        (None, {"fields": ["measure", "number", "title", "year", "last_round", "note"]}),
        ("Published figures that it carries", {"fields": ["recorded_figures"]}),
        (
            "Who and when",
            {
                "fields": [
                    ("prepared_by", "prepared_at"),
                    ("approved_by", "approved_at"),
                    "public_from",
                    ("withdrawn_by", "withdrawn_at"),
                    "withdrawn_reason",
                ]
            },
        ),
    ]
    readonly_fields = [
        "measure",
        "number",
        "prepared_by",
        "prepared_at",
        "approved_by",
        "approved_at",
        "public_from",
        "withdrawn_by",
        "withdrawn_at",
        "withdrawn_reason",
    ]
    change_form_template = "admin/offences/release/change_form.html"

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return db_field.formfield(form_class=RecordedChoices, widget=forms.CheckboxSelectMultiple)

    def has_change_permission(self, request, obj=None) -> bool:
        return super().has_change_permission(request, obj) and not (obj and obj.approved_at)

    def has_delete_permission(self, request, obj=None) -> bool:
        return super().has_delete_permission(request, obj) and not (obj and obj.approved_at)

    def save_model(self, request, obj, form, change) -> None:
        # Whoever changes what it would publish has prepared it, and another person approves it.
        if form.has_changed():
            obj.prepared_by, obj.prepared_at = request.user, timezone.now()
            own = ["title", "year", "last_round", "note", "prepared_by", "prepared_at"]
            obj.save(update_fields=own)
            obj.editors.add(request.user)

    def get_actions(self, request, action_location=ActionLocation.CHANGE_LIST):
        return {}  # a release that is approved is never removed, one in preparation on its own page

    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path("<int:object_id>/approve/", view(self.approve), name="offences_release_approve"),
            path(
                "<int:object_id>/withdraw/", view(self.withdraw), name="offences_release_withdraw"
            ),
            *super().get_urls(),
        ]

    def _page(self, request: HttpRequest, name: str, release: Release | None, **context):
        return TemplateResponse(
            request,
            f"admin/offences/release/{name}.html",
            {
                **self.admin_site.each_context(request),
                "opts": self.opts,
                "original": release,
                "release": release,
                **context,
            },
        )

    def _release(self, object_id: int) -> Release:
        return get_object_or_404(
            Release.objects.select_related("measure", "last_round", "prepared_by", "approved_by"),
            pk=object_id,
        )

    def add_view(self, request, form_url="", extra_context=None) -> HttpResponse:
        """Prepare a release of one measure."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        measures = list(Measure.objects.all())
        wanted = request.GET.get("measure", "")
        measure = next((m for m in measures if str(m.pk) == wanted), None)
        if measure is None and len(measures) == 1:
            measure = measures[0]
        context = {"title": "Prepare a release", "measures": measures, "measure": measure}
        if measure is None:
            return self._page(request, "prepare", None, **context)
        form = PrepareForm(measure, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            given = form.cleaned_data
            try:
                release = releases.prepare(
                    measure,
                    title=given["title"],
                    year=given["year"],
                    last_round=given["last_round"],
                    recorded=given["recorded"],
                    note=given["note"],
                    by=signed_in(request),
                    now=timezone.now(),
                )
            except releases.Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.log_addition(request, release, "Prepared.")
                messages.success(request, f"{release} is prepared. Another person approves it.")
                address = reverse("admin:offences_release_approve", args=[release.pk])
                return HttpResponseRedirect(address)
        return self._page(request, "prepare", None, form=form, **context)

    def approve(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """What the release would publish, against the one before; and the approval."""
        release = self._release(object_id)
        if not self.has_view_permission(request, release):
            raise PermissionDenied
        may = request.user.has_perm("offences.approve_release")
        refusal, snapshot, changes = "", None, []
        try:
            if release.approved_at is None:
                snapshot = releases.snapshot(release)
            changes = releases.difference(release, snapshot)
        except releases.Refused as refused:
            refusal = str(refused)
        seen = snapshot.fingerprint if snapshot else ""
        now = timezone.now()
        form = ApproveForm(request.POST or None, now=now, seen=seen)
        if request.method == "POST":
            if not may:
                raise PermissionDenied
            if form.is_valid():
                try:
                    releases.approve(
                        release,
                        by=signed_in(request),
                        now=now,
                        public_at=form.cleaned_data["public_at"],
                        seen=form.cleaned_data["seen"],
                    )
                except releases.Refused as refused:
                    # What stands now is on the page again, and it is this that may be approved.
                    refusal = str(refused)
                    form = ApproveForm({**request.POST.dict(), "seen": seen}, now=now, seen=seen)
                else:
                    opens = f"public from {moment_of(release)}"
                    self.log_change(request, release, f"Approved, {opens}.")
                    messages.success(request, f"{release} is approved, {opens}.")
                    address = reverse("admin:offences_release_change", args=[release.pk])
                    return HttpResponseRedirect(address)
        reason = ""
        if release.approved_at:
            reason = "It is approved already. A correction is a new release."
        elif not may:
            reason = "Only approvers approve a release."
        elif release.prepared_by_id == request.user.pk:
            reason = "You prepared this release, so a colleague approves it."
        elif release.editors.filter(pk=signed_in(request).pk).exists():
            reason = "You edited this release, so a colleague approves it."
        earlier = releases.before(release)
        responses = list(snapshot.responses if snapshot else release.responses.all())
        return self._page(
            request,
            "approve",
            release,
            title=f"Preview: {release}",
            form=form,
            media=self.media + form.media,
            changes=changes,
            earlier=earlier,
            editors=[name_of(person) for person in release.editors.order_by("pk")],
            coverage=_coverage(snapshot.figures if snapshot else release.figures.all()),
            recorded=_carried(snapshot.figures if snapshot else release.figures.all()),
            answered=_answered(responses),
            outcomes=_outcomes(responses, earlier),
            unchecked=[] if release.approved_at else _unchecked(release),
            reason=reason,
            refusal=refusal,
        )

    def withdraw(self, request: HttpRequest, object_id: int) -> HttpResponse:
        """Take a wrong release from the public, saying why."""
        release = self._release(object_id)
        if not request.user.has_perm("offences.withdraw_release"):
            raise PermissionDenied
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                releases.withdraw(
                    release,
                    by=signed_in(request),
                    now=timezone.now(),
                    reason=form.cleaned_data["reason"],
                )
            except releases.Refused as refused:
                form.add_error(None, str(refused))
            else:
                self.log_change(request, release, f"Withdrawn: {release.withdrawn_reason}")
                messages.success(request, f"{release} is withdrawn; its address says why.")
                address = reverse("admin:offences_release_change", args=[release.pk])
                return HttpResponseRedirect(address)
        return self._page(request, "withdraw", release, title=f"Withdraw {release}", form=form)

    @admin.display(description="newest year", ordering="year")
    def newest_year(self, release: Release) -> str:
        return str(Year(release.year))

    @admin.display(description="state")
    def state(self, release: Release) -> str:
        if release.withdrawn_at:
            return "withdrawn"
        if release.approved_at is None or release.public_at is None:
            return "in preparation"
        return "public" if release.public_at <= timezone.now() else "approved, not yet public"

    @admin.display(description="public from", ordering="public_at")
    def public(self, release: Release) -> str:
        return release.public_in_words

    @admin.display(description="public from")
    def public_from(self, release: Release) -> str:
        return moment_of(release) or "not decided"


def moment_of(release: Release) -> str:
    """“00:01 on 25 June 2019”; without the clock where the day itself is not known."""
    if release.public_at is None:
        return ""
    if release.public_precision != "day":
        return release.public_in_words
    return f"{timezone.localtime(release.public_at):%H:%M} on {release.public_in_words}"


def _coverage(figures) -> list[tuple[str, int, int]]:
    """For each year, how many forces have a figure, of those the release knows of."""
    by_year: dict[int, list[bool]] = {}
    for figure in figures:
        if figure.claim == ReleasedFigure.Claim.COUNT:
            has = figure.state != ReleasedFigure.State.MISSING
            by_year.setdefault(figure.year, []).append(has)
    return [(str(Year(y)), sum(has), len(has)) for y, has in sorted(by_year.items(), reverse=True)]


def _carried(figures) -> list[tuple[ReleasedFigure, str]]:
    """The recorded figures, each with its year or period."""
    return [
        (figure, str(Year(figure.year)) if figure.year else figure.period)
        for figure in figures
        if figure.claim != ReleasedFigure.Claim.COUNT
    ]


def _answered(responses: Iterable[ReleasedResponse]) -> list[tuple[str, int, int, str]]:
    """For each round, how many answered in whole or part, of those in it; and the others."""
    rounds: dict[str, Counter[str]] = {}
    for response in responses:
        rounds.setdefault(response.round_name, Counter())[response.outcome] += 1
    told = []
    for name, number in rounds.items():
        others = [f"{number[o.value]} {o.label}" for o in OTHER_OUTCOMES if number[o.value]]
        came = number[Outcome.ANSWERED] + number[Outcome.PART]
        told.append((name, came, number.total(), ", ".join(others)))
    return told


Outcome = FoiSubmission.Outcome
OTHER_OUTCOMES = (Outcome.REFUSED, Outcome.NO_RESPONSE, Outcome.AWAITED, Outcome.UNKNOWN)


@dataclass(frozen=True)
class OutcomeChange:
    """What a release would say of one force's answer, and what the one before said."""

    force: str
    round: str
    before: str
    after: str


def _outcomes(
    responses: Sequence[ReleasedResponse], earlier: Release | None
) -> list[OutcomeChange]:
    """The answers that differ from the release before. Without one all are new: see `_answered`."""
    if earlier is None:
        return []

    def by_key(rows: Iterable[ReleasedResponse]) -> dict[tuple, ReleasedResponse]:
        return {(-r.round_number, r.force, r.number): r for r in rows}

    names = dict(Force.objects.values_list("slug", "area"))
    old, new = by_key(earlier.responses.all()), by_key(responses)
    changes = []
    for key in sorted(old.keys() | new.keys()):
        before, after = _outcome(old.get(key)), _outcome(new.get(key))
        if before != after:
            row = new.get(key) or old[key]
            force = names.get(row.force, row.force)
            later = f", request {row.number}" if row.number > 1 else ""
            changes.append(OutcomeChange(f"{force}{later}", row.round_name, before, after))
    return changes


def _outcome(response: ReleasedResponse | None) -> str:
    """Everything that is published of an answer, in one line."""
    if response is None:
        return "not in it"
    said = [
        Outcome(response.outcome).label,
        in_words(response.outcome_on, response.outcome_precision),
        f"reference {response.reference}" if response.reference else "",
        f"“{response.reason}”" if response.reason else "",
        f"known from {response.source}" if response.source else "",
        "its file is held" if response.has_file else "",
    ]
    return ", ".join(filter(None, said))


def _unchecked(release: Release) -> list[tuple[str, list[str]]]:
    """For each round, the forces whose counts are not in it, for nobody has checked them."""
    waiting: dict[str, list[str]] = {}
    for submission in (
        FoiSubmission.objects.to_check()
        .filter(
            round__number__lte=release.last_round.number,
            counts__measure=release.measure_id,
            counts__retired_at__isnull=True,
        )
        .select_related("round", "force")
        .order_by("-round__number", "force__area", "number")
        .distinct()
    ):
        waiting.setdefault(submission.round.name, []).append(submission.force.area)
    return list(waiting.items())


@register(ReleasedFigure)
class ReleasedFigureAdmin(Exports, ReadOnly, admin.ModelAdmin):
    list_display = ["body", "label", "claim", "state", "low", "high", "release", "source"]
    list_filter = ["release__measure", "release__number", "claim", "state", "body_kind"]
    list_select_related = ["release__measure"]
    search_fields = ["body", "source", "as_written", "note"]
    search_help_text = "A force’s address, a body, or a source."

    @admin.display(description="year", ordering="year")
    def label(self, figure: ReleasedFigure) -> str:
        return str(Year(figure.year)) if figure.year else figure.period


@register(ReleasedResponse)
class ReleasedResponseAdmin(Exports, ReadOnly, admin.ModelAdmin):
    list_display = ["force", "round_name", "outcome", "reference", "has_file", "release"]
    list_filter = ["release__measure", "release__number", "outcome", "round_name"]
    list_select_related = ["release__measure"]
    search_fields = ["force", "reference", "reason"]
