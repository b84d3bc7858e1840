"""A new round from an earlier one: its questions, forces and dates, stored in one go."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import ADDITION
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods
from import_export.formats.base_formats import XLSX
from tablib import Dataset

from offences.clocks import working_days
from offences.english import counted
from offences.models import Breakdown, CampaignEvent, FoiRound, FoiSubmission, Force
from offences.rounds.board import WITHOUT_FIGURES, Board, BoardRow, board_of
from offences.rounds.earlier_figures import EarlierFigure, EarlierFigures
from offences.rounds.new import (
    address_of,
    free_name,
    similar_requests,
    start_round,
    unfinished,
    years_to_ask,
)
from offences.rounds.plan import CHOSEN, RoundPlan, embargo_day, plan_back
from offences.staff.forms import YearField, choose_from, faults_of
from offences.staff.pages import download, log_change, posted, show_page, staff_page
from offences.staff.rounds.next_steps import WORDS
from offences.staff.rounds.plan_check import check_plan
from offences.statistics.years import Year
from offences.words.charity import charity

MAKES_ROUNDS = ("add_foiround", "change_foisubmission")
MAKES_REQUESTS = ("add_foisubmission", "change_foisubmission")


MISFIT = "The dates do not fit. Write later dates, choose a later event, or tick this."


NO_DAY = (
    "Choose the event first, or write the last of the dates: an empty date is planned back from "
    "the one after it."
)


UNDATED = (
    "No date is written, so the board of this round would show no plan and no freeze. Choose the "
    "event and press “Plan the empty dates”, or tick this."
)


class TablesField(forms.ModelMultipleChoiceField):
    """The tables of a letter: breakdowns, each with its measure."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, breakdown: Breakdown) -> str:
        return f"{breakdown.measure.name}: {breakdown.name}"


def _first_asked() -> QuerySet[Force]:
    """The forces that a first round asks: those of the nations that the charity asks."""
    nations, forces = charity().nations, Force.objects.territorial()
    return forces.filter(nation__in=nations) if nations else forces


class NewRoundForm(forms.ModelForm):
    """The questions of a new round, the forces that get them, and the dates."""

    first_year = YearField(label="First year", like=2022)
    last_year = YearField(label="Last year", like=2024)
    breakdowns = TablesField(
        Breakdown.objects.select_related("measure").order_by(
            "measure__position", "measure__slug", "position", "slug"
        ),
        label="Tables",
        error_messages={"required": "Tick at least one table."},
    )
    undated = forms.BooleanField(required=False, label="Store it without dates")
    forces = forms.ModelMultipleChoiceField(
        Force.objects.all(), error_messages={"required": "Tick at least one force."}
    )

    class Meta:
        model = FoiRound
        fields = ["name", "first_year", "last_year", "last_year_in_part", "event", *CHOSEN]
        widgets = {name: forms.DateInput({"type": "date"}, "%Y-%m-%d") for name in CHOSEN}

    def __init__(self, source: FoiRound, today: dt.date, data: Any = None) -> None:
        self.source, self.today = source, today
        super().__init__(data, instance=FoiRound(letter=source.letter), initial=self._initial())
        choose_from(self, "event", CampaignEvent.objects.filter(embargo_at__date__gte=today))

    @cached_property
    def board(self) -> Board:
        """The requests of the earlier round as they are today."""
        return board_of(self.source, self.today)

    def _initial(self) -> dict[str, Any]:
        """What the earlier round asked, for the newest years, before the next event."""
        first, last = years_to_ask(self.source, self.today)
        coming = CampaignEvent.objects.filter(embargo_at__date__gte=self.today, rounds=None)
        event = coming.order_by("embargo_at").first()  # one that no other round is asked for
        asked = self.source.submissions.values_list("force", flat=True)
        forces = [*asked] or [*_first_asked().values_list("pk", flat=True)]
        if last.start == self.source.last_year:  # for what is here, or may still come
            of = {
                row.submission.force_id
                for row in self.board.rows
                if row.stage not in WITHOUT_FIGURES
            }
            forces = [pk for pk in forces if pk not in of]
        plan = plan_back(RoundPlan(embargo_on=embargo_day(event)), working_days())
        return {
            "name": free_name(self.source, self.today),
            "first_year": first.start,
            "last_year": last.start,
            "breakdowns": [breakdown.pk for breakdown in self.source.tables_asked],
            "forces": forces,
            "event": event,
            **{name: getattr(plan, name) for name in CHOSEN},
        }

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        self.instance.slug = address_of(name)
        if not self.instance.slug:
            raise forms.ValidationError("Write a name with a letter or a digit in it.")
        if FoiRound.objects.filter(slug=self.instance.slug).exists():
            raise forms.ValidationError("Another round has this name already, or one very like it.")
        return name

    def clean(self) -> dict[str, Any]:
        """Refuse a year that has not ended when the letter leaves, unless it is ticked as such."""
        data = super().clean() or {}
        is_dated = any(data.get(name) or name in self.errors for name in CHOSEN)
        if data.get("undated"):
            data |= dict.fromkeys([*CHOSEN, "event"])  # its figures come too late for it
        elif "plan" not in self.data and not is_dated:
            self.add_error("undated", UNDATED)
        elif "plan" not in self.data and self.misfits:
            self.add_error("undated", MISFIT)
        last, sent = data.get("last_year"), max(data.get("send_on") or self.today, self.today)
        if last is None:
            return data
        year, in_part = Year(last), data.get("last_year_in_part")
        if year.starts_on > sent:
            self.add_error("last_year", f"{year} has not begun. Ask for {Year.containing(sent)}.")
        elif unfinished(year, sent) and not in_part:
            why = (
                f"{year} has not ended on {sent.day} {sent:%B %Y}. Ask up to {year.previous}, send "
                "later, or tick that the last year is asked in part."
            )
            self.add_error("last_year", why)
        elif in_part and not unfinished(year, sent):
            why = (
                f"{year} has ended on {sent.day} {sent:%B %Y}, so it is a whole year: untick this."
            )
            self.add_error("last_year_in_part", why)
        return data

    @property
    def misfits(self) -> tuple[str, ...]:
        return check_plan(self.plan(), working_days(), self.today).faults

    def plan(self) -> RoundPlan:
        """The plan as it is typed, its missing dates set from those that follow them."""
        data = self.cleaned_data if self.is_bound else self.initial
        chosen = {name: data.get(name) for name in CHOSEN}
        return RoundPlan(**chosen, embargo_on=embargo_day(data.get("event")))


@dataclass(frozen=True)
class AskedForce:
    """One force that may be asked, with what it answered in the earlier round."""

    force: Force
    is_ticked: bool
    before: FoiSubmission | None  # the newest, of several
    state: str  # of each of its requests, as the board calls it
    figures: Sequence[EarlierFigure]
    similar: str


@staff_page("first_list", FoiRound, MAKES_REQUESTS, route="<int:object_id>/first-list/")
def first_list(request: HttpRequest, object_id: int) -> HttpResponse:
    """The list of requests of a round without any, to be uploaded: its forces, a row each."""
    round_ = get_object_or_404(FoiRound, pk=object_id)
    areas = _first_asked().order_by("area").values_list("area", flat=True)
    rows = Dataset(*((round_.slug, area) for area in areas), headers=["round", "force"])
    data = XLSX().export_data(rows)
    return download(data, f"requests-{round_.slug}.xlsx", XLSX.CONTENT_TYPE)


@staff_page("new", FoiRound, MAKES_ROUNDS)
@require_http_methods(["GET", "HEAD", "POST"])
def new_round(request: HttpRequest, object_id: int) -> HttpResponse:
    """A new round, prefilled from an earlier one; nothing is stored before it is confirmed."""
    source, today = get_object_or_404(FoiRound, pk=object_id), timezone.localdate()
    form = NewRoundForm(source, today, posted(request))
    if request.method == "POST":
        if "plan" in request.POST:
            form = _planned(form)
        elif made := _store(form):
            asked = counted(len(form.cleaned_data["forces"]), "forces")
            log_change(request, made, f"Made from {source}, for {asked}.", ADDITION)
            messages.success(request, f"{made} is stored, with a request to {asked}. Not sent yet.")
            if not any(getattr(made, name) for name in CHOSEN):
                page = reverse("admin:offences_foiround_change", args=[made.pk])
                words = 'It has no dates, so its board shows no plan. <a href="{}">Set them</a>'
                messages.warning(request, format_html(words, page))
            return redirect("admin:offences_foiround_board", made.pk)
    plan = form.plan()
    rows = _forces(form, source, plan.send_on or today)
    return show_page(
        request,
        "rounds/new",
        title="New round",
        subject=FoiRound,
        source=source,
        earlier=FoiRound.objects.exclude(pk=source.pk),
        form=form,
        faults=faults_of(form) if form.is_bound else [],
        plan=check_plan(plan, working_days(), today),
        rows=rows,
        similar=sum(1 for row in rows if row.similar),
    )


def _planned(form: NewRoundForm) -> NewRoundForm:
    """The form with each empty date set from the one that follows it."""
    form.is_valid()
    plan = plan_back(form.plan(), working_days())
    data = QueryDict(mutable=True)
    data.update(form.data)
    for name in CHOSEN:
        if not data.get(name) and (on := getattr(plan, name)):
            data[name] = on.isoformat()
    planned = NewRoundForm(form.source, form.today, data)
    planned.is_valid()
    if not all(data.get(name) for name in CHOSEN) and "event" not in planned.errors:
        planned.add_error("event", NO_DAY)
    return planned


def _store(form: NewRoundForm) -> FoiRound | None:
    """The round, stored with all that belongs to it; None if something is wrong with the form."""
    with transaction.atomic():
        # A colleague who makes the same round at the same moment waits here, and is refused.
        FoiRound.objects.select_for_update().get(pk=form.source.pk)
        if not form.is_valid():
            return None
        data = form.cleaned_data
        return start_round(form.save(commit=False), data["breakdowns"], data["forces"])


def _forces(form: NewRoundForm, source: FoiRound, sent: dt.date) -> list[AskedForce]:
    """Every force, those of the earlier round first, with what each answered in it."""
    requests: dict[int, list[BoardRow]] = defaultdict(list)
    for row in sorted(form.board.rows, key=lambda row: row.submission.number):
        requests[row.submission.force_id].append(row)
    measures = list(source.measures.all())
    figures = EarlierFigures(measures, source.number)
    ticked = {str(getattr(each, "pk", each)) for each in form["forces"].value() or ()}
    similar = similar_requests(measures, sent, working_days())
    found = []
    for force in Force.objects.order_by("area"):
        request, on = similar.get(force.pk, (None, sent))
        near = f"{request.round}, {on.day} {on:%B %Y}" if request else ""
        is_ticked, own = str(force.pk) in ticked, figures.of(force.slug)
        own_requests = requests[force.pk]
        before = own_requests[-1].submission if own_requests else None
        state = "; ".join(WORDS[row.state][0] for row in own_requests)
        found.append(AskedForce(force, is_ticked, before, state, own, near))
    return sorted(found, key=lambda row: row.before is None)
