"""The people who log in: invited, given roles, reset and ended by a data lead."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.admin.models import LogEntry
from django.core.paginator import Page, Paginator
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from offences.accounts import people
from offences.accounts.history import StepKind, log_of, step_counts
from offences.accounts.logging_in import UNREACHABLE, send_link
from offences.accounts.second_factor import factors_in_words
from offences.models import Account
from offences.roles import ROLES
from offences.staff.forms import refusals_in
from offences.staff.names import logged_in
from offences.staff.pages import posted, require, show_page, staff_page

PER_PAGE = 50

TASKS = {
    "Write to forces": "add_sentletter",
    "File replies": "add_reply",
    "Read and enter returns": "add_annualcount",
    "Check returns": "check_foisubmission",
    "Open files held back": "clear_document",
    "Prepare releases": "add_release",
    "Answer errors of a screening": "answer_errors",
    "Approve releases": "approve_release",
    "Decide disputes": "decide_dispute",
    "Plan events, write texts": "add_pressrelease",
    "Issue texts": "issue_pressrelease",
    "Set disclosure rules": "add_disclosurerule",
    "Run accounts": "add_account",
}
"""The tasks of the table of who may do what, each with the permission that it takes."""


def who_may() -> list[tuple[str, list[bool]]]:
    """Each task, and for each role whether it may do it, as `offences/roles.py` has it."""
    return [(task, [needs in may for may in ROLES.values()]) for task, needs in TASKS.items()]


class LastDayForm(forms.Form):
    """The last day of an account that ends by itself."""

    ends_on = forms.DateField(
        label="Ends on, if known",
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )


class InviteForm(forms.Form):
    """A new person: who they are, where the link goes, and their first role."""

    name = forms.CharField(label="Name", max_length=150)
    email = forms.EmailField(label="Work e-mail", max_length=150)
    role = forms.ChoiceField(label="Role", choices=[(role, role) for role in ROLES])
    ends_on = LastDayForm.base_fields["ends_on"]

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class RolesForm(forms.Form):
    """All roles of one person."""

    roles = forms.MultipleChoiceField(
        label="Roles",
        required=False,
        choices=[(role, role) for role in ROLES],
        widget=forms.CheckboxSelectMultiple,
    )


@dataclass(frozen=True)
class AccountStep:
    """A step about one account: its button, what it does, and whether a link follows."""

    take: Callable[..., Account]
    button: str
    done: str
    sends_link: bool = False
    is_final: bool = False


STEPS = {
    "reset": AccountStep(people.make_link, "Reset the password", "Password reset.", True),
    "invite": AccountStep(people.make_link, "Send a new link", "The earlier link has ended.", True),
    "factors": AccountStep(
        people.reset_factors, "Reset the login protection", "Login protection reset."
    ),
    "log-out": AccountStep(people.log_out, "Log out everywhere", "Logged out everywhere."),
    "end": AccountStep(people.end, "End the account", "Account ended.", is_final=True),
    "open": AccountStep(people.reopen, "Open the account", "Account opened.", True),
}


@dataclass(frozen=True)
class DoneStep:
    """One step as the page of a person shows it."""

    at: dt.datetime
    what: str
    url: str
    words: str


@staff_page("people", (), "view_account", route="people/", proof=True)
@require_http_methods(["GET", "HEAD", "POST"])
def all_people(request: HttpRequest) -> HttpResponse:
    """Everybody who has an account, and the form that invites one more."""
    form = InviteForm(posted(request), label_suffix="")
    if request.method == "POST":
        require(request, "add_account")
        if form.is_valid():
            with refusals_in(form):
                made = people.invite(**form.cleaned_data, by=logged_in(request))
                _send(request, made, f"{made} is invited.")
                return redirect("admin:people")
    now = timezone.localtime()
    year = now.replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)
    rows = [_with_factors(row) for row in people.accounts(year)]
    return show_page(
        request,
        "people/people",
        title="People",
        people=rows,
        form=form,
        roles=list(ROLES),
        tasks=who_may(),
        now=now,
        waiting=sum(row.is_waiting for row in rows),
        ended=sum(not row.is_open for row in rows),
    )


@staff_page("person", (), "view_account", route="people/<int:person>/", proof=True)
@require_http_methods(["GET", "HEAD", "POST"])
def one_person(request: HttpRequest, person: int) -> HttpResponse:
    """One person’s account and roles, and everything that they did."""
    now = timezone.now()
    shown = get_object_or_404(people.accounts(now - dt.timedelta(days=365)), pk=person)
    _with_factors(shown)
    asks_day = "_last_day" in request.POST
    form = RolesForm(
        None if asks_day else posted(request),
        initial={"roles": [g.name for g in shown.groups.all()]},
    )
    end = getattr(shown, "account_end", None)
    last_day = LastDayForm(
        posted(request) if asks_day else None, initial={"ends_on": end and end.on}, label_suffix=""
    )
    if request.method == "POST":
        require(request, "change_account")
        if asks_day and last_day.is_valid():
            with refusals_in(last_day):
                on = last_day.cleaned_data["ends_on"]
                people.set_last_day(person, on, by=logged_in(request))
                messages.success(request, f"{shown}’s last day is stored.")
                return redirect("admin:person", person)
        elif not asks_day and form.is_valid():
            with refusals_in(form):
                people.give_roles(person, form.cleaned_data["roles"], by=logged_in(request))
                messages.success(request, f"{shown}’s roles are stored.")
                return redirect("admin:person", person)
    counts = step_counts(shown)
    chosen = _chosen(request, counts)
    page, steps = _steps(request, shown, chosen)
    return show_page(
        request,
        "people/person",
        title=str(shown),
        person=shown,
        form=form,
        last_day=last_day,
        now=now,
        is_own=shown.pk == logged_in(request).pk,
        counts=counts,
        chosen=chosen,
        page=page,
        steps=steps,
    )


@staff_page(
    *("account_step", (), "change_account"), route="people/<int:person>/<slug:step>/", proof=True
)
@require_http_methods(["GET", "HEAD", "POST"])
def account_step(request: HttpRequest, person: int, step: str) -> HttpResponse:
    """One step about an account: what it will do, and the button."""
    if step not in STEPS:
        raise Http404
    shown, asked = get_object_or_404(Account, pk=person), STEPS[step]
    form = forms.Form(posted(request))
    if request.method == "POST":
        with refusals_in(form):
            changed = asked.take(person, by=logged_in(request))
            if asked.sends_link:
                _send(request, changed, asked.done)
            else:
                messages.success(request, f"{changed}: {asked.done}")
            return redirect("admin:people")
    return show_page(
        request,
        "people/step",
        title=f"{asked.button}: {shown}",
        person=shown,
        step=step,
        taken=asked,
        form=form,
    )


def _with_factors(person: Account) -> Account:
    """Note on an account, in words, which second factors it has."""
    vars(person)["factors"] = factors_in_words(person.authenticator_set.all())
    return person


def _send(request: HttpRequest, person: Account, done: str) -> None:
    """Send a person their link, after the step is stored; say so if it was not sent."""
    try:
        send_link(request, person)
    except UNREACHABLE as error:
        messages.error(
            request,
            f"{done} The e-mail to {person.email} was not sent ({error}). Open {person} and "
            "send a new link once the mail server answers.",
        )
    else:
        messages.success(request, f"{done} The link was sent to {person.email}.")


def _chosen(request: HttpRequest, counts: Sequence[tuple[StepKind, int]]) -> StepKind | None:
    """The kind of step that the address asks for; none for the log of all pages."""
    asked = request.GET.get("of", "")
    return next((kind for kind, _ in counts if kind.key == asked), None)


def _steps(
    request: HttpRequest, person: Account, chosen: StepKind | None
) -> tuple[Page, list[DoneStep]]:
    rows = chosen.rows(person) if chosen else log_of(person)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    return page, [_entry(row) if isinstance(row, LogEntry) else _row(row) for row in page]


def _entry(entry: LogEntry) -> DoneStep:
    about = entry.content_type
    url = "" if entry.is_deletion() else entry.get_admin_url() or ""
    if about and (about.app_label, about.model) == ("offences", "account"):
        url = reverse("admin:person", args=[entry.object_id])
    return DoneStep(entry.action_time, entry.object_repr, url, entry.get_change_message())


def _row(row: Model) -> DoneStep:
    try:
        url = reverse(f"admin:offences_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:  # a table that has no list of its own
        url = ""
    return DoneStep(vars(row)["step_at"], str(row), url, "")
