"""The matrix: an event’s texts on one page, warnings first, chosen, signed and issued there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from offences import press
from offences.accounts.second_factor import require_fresh_proof
from offences.english import counted
from offences.models import CampaignEvent, EventSigner, PressBody, Release, SignRole
from offences.press import TextState
from offences.staff.forms import Attempt
from offences.staff.names import name_of
from offences.staff.pages import (
    by_and_now,
    log_change,
    may,
    number_in,
    require,
    show_page,
    staff_page,
)
from offences.staff.press.sign_cells import SignCell, sign_cells
from offences.statistics.years import Year
from offences.words.sign_off import ANGLE_GROUPS, short_findings

STORIES = {"area": "Its nation or region", "national": "The national story"}

_SAME = Release.objects.public(OuterRef("embargo_at")).filter(measure=OuterRef("release__measure"))
_LATER = _SAME.filter(number__gt=OuterRef("release__number")).order_by("-number")
NEWER = Subquery(_LATER.values("number")[:1])
"""The number of the release that replaces an event’s own by its embargo."""


@dataclass(frozen=True)
class AngleChoice:
    """One angle that may lead a text, on a button."""

    id: str
    label: str
    is_on: bool


@dataclass(frozen=True)
class MatrixRow:
    """One text of the event."""

    state: TextState
    change: str
    beneath: str
    angles: Sequence[AngleChoice]
    mark: str  # no, look, yes
    found: str
    cells: Sequence[SignCell]
    stage: str
    holder: str  # who has it

    @property
    def has_warning(self) -> bool:
        return self.mark != "yes"


def rows_of(
    states: Sequence[TextState], signers: Mapping[str, EventSigner], mine: Sequence[str]
) -> list[MatrixRow]:
    return [_row(state, signers, mine) for state in states]


def _row(state: TextState, signers: Mapping[str, EventSigner], mine: Sequence[str]) -> MatrixRow:
    text, check = state.text, state.check
    change, beneath = ("", "")
    if check.before:
        way = "up" if check.change > 0 else "down" if check.change < 0 else "the same"
        change = f"{way} {abs(check.change):,}" if check.change else way
        beneath = f"from {check.before}"
    elif text.body_kind == PressBody.FORCE:
        change = "not compared" if check.figure else "no figure"
    angles = [AngleChoice(id, label, id == text.leads) for id, label in text.angles]
    if not angles and text.leads in STORIES:
        angles = [AngleChoice("", STORIES[text.leads], is_on=True)]
    mark, found = _found(state)
    stage, holder = _stage(state, signers, mine)
    cells = sign_cells(state, signers)
    return MatrixRow(state, change, beneath, angles, mark, found, cells, stage, holder)


def _found(state: TextState) -> tuple[str, str]:
    """What the check found, the gravest first, and how grave it is."""
    check, text = state.check, state.text
    if text.issued_at:
        return "yes", "Issued"
    if state.is_sent_back:
        return "no", "Sent back: see why"
    if check.wrong and state.taken_back and state.is_untouched:
        was, now = check.wrong[0]
        return "no", f"Figure changed: {was} is now {now or 'not right'}"
    if check.blocks and not state.reason:
        return "no", short_findings(check)
    if why := press.why_not_as_it_is(state):
        return "no", f"Held: {text.held}" if text.held else why
    if check.blocks:
        return "look", f"Signed with a reason: {state.reason}"
    if text.edited_at or not state.is_untouched:
        return "look", "Edited by hand after drafting"
    if check.loose:
        return "look", f"{len(check.loose)} loose: “{check.loose[0]}”"
    if check.sensitive and SignRole.SAFEGUARDING in state.missing:
        return "look", f"Safeguarding first: “{check.sensitive[0]}”"
    if not check.figure and text.body_kind == PressBody.FORCE:
        return "yes", "No figure, and says why"
    return "yes", f"All {counted(check.right, 'figures')} right"


def _stage(
    state: TextState, signers: Mapping[str, EventSigner], mine: Sequence[str]
) -> tuple[str, str]:
    """How far a text is, and who has it."""
    text, author = state.text, name_of(state.text.edited_by or state.text.prepared_by)
    if text.issued_at:
        return "issued", "Newsrooms, at the embargo"
    if state.is_sent_back:
        return "sent back", author
    if not state.missing:
        return "signed", "An approver, to issue it"
    others = [role for role in state.missing if role != SignRole.MEDIA]
    role = (others or state.missing)[0]
    yours = [each for each in (others or state.missing) if each in mine]
    stage = "signing" if state.signed else "draft"
    if state.taken_back:
        stage = "taken back"
    if state.check.blocks and not state.reason:
        return stage, author
    if yours:
        return "yours to sign", SignRole(yours[0]).label
    signer = signers.get(role)
    return stage, signer.name if signer else role.label


def sample_of(alike: Sequence[TextState]) -> list[TextState]:
    """Three of them to read: the first, one of the middle and the last."""
    return [alike[i] for i in sorted({0, len(alike) // 2, len(alike) - 1})] if alike else []


def chosen_of(request: HttpRequest, name: str = "text") -> dict[int, str]:
    """The texts that a form names, each with the fingerprint of what was shown: “12:0f3a…”."""
    pairs = (value.partition(":") for value in request.POST.getlist(name))
    return {int(pk): seen for pk, _, seen in pairs if pk.isdecimal()}


@staff_page("texts", CampaignEvent, "view_pressrelease")
def show_matrix(request: HttpRequest, object_id: int) -> HttpResponse:
    """The texts of an event with what was found in them, and the steps for many at a time."""
    related = ("release__measure", "campaign", "national_block")
    events = CampaignEvent.objects.select_related(*related).annotate(newer=NEWER)
    event = get_object_or_404(events, pk=object_id)
    attempt, opening = Attempt(), Attempt()
    if request.method == "POST":
        with attempt:
            words = _step(request, event)
            log_change(request, event, words)
            messages.success(request, words)
            return redirect("admin:offences_campaignevent_texts", event.pk)
    states: list[TextState] = []
    with opening:
        states = press.states_of(event)
    shown: dict[str, Any] = {"event": event, "tab": "texts", "groups": ANGLE_GROUPS}
    shown |= {"refusal": attempt.refusal or opening.refusal}
    shown |= _shown(request, event, states)
    return show_page(request, "press/matrix", title=str(event), subject=event, **shown)


def _shown(
    request: HttpRequest, event: CampaignEvent, states: Sequence[TextState]
) -> dict[str, Any]:
    step = by_and_now(request)
    people = list(EventSigner.objects.active().filter(event=event))
    signers = {each.role: each for each in people if not each.is_deputy}
    own = [each for each in people if each.account_id == step["by"].pk]
    rows = rows_of(states, signers, [each.role for each in own])
    local = [row for row in rows if row.state.text.body_kind == PressBody.FORCE]
    others = [row for row in rows if row.state.text.body_kind != PressBody.FORCE]
    alike: list[TextState] = []
    signer = None
    for signer in own:
        if alike := [
            state for state in states if not press.why_not_in_bulk(state, signer, step["by"])
        ]:
            break
    ready = [state for state in states if not press.why_not_leave(state)]
    may_issue = may(request.user, "issue_pressrelease")
    return {
        "year": Year(event.release.year) if event.release else "",
        "warnings": sorted((r for r in local if r.has_warning), key=lambda r: r.mark != "no"),
        "clean": [row for row in local if not row.has_warning],
        "national": others,
        "number": len(rows),
        "signer": signer if alike else None,
        "alike": alike,
        "to_sign": {state.text.pk for state in alike},
        "sample": sample_of(alike),
        "ready": [(s.text.pk, press.issue_fingerprint(s.text)) for s in ready if may_issue],
        "may_choose": may(request.user, "change_pressrelease"),
        "may_rest": may(request.user, "change_campaignevent", "change_pressrelease"),
        "stale": sum(
            state.is_untouched and state.text.release_id != event.release_id for state in states
        ),
        "may_send": may(request.user, "add_senttext"),
        "issued": sum(state.text.issued_at is not None for state in states),
    }


def _step(request: HttpRequest, event: CampaignEvent) -> str:
    """Choose an angle, sign together, or issue what is signed; what was done, as a sentence."""
    step, sent = by_and_now(request), request.POST
    if {"together", "issue"} & sent.keys():
        require_fresh_proof(request)
    if "together" in sent:
        seen, looked = chosen_of(request), "looked" in sent
        n = press.sign_many(event, seen, role=sent["together"], is_sample_read=looked, **step)
        return f"{counted(n, 'texts')} signed for {SignRole(sent['together']).label}."
    if "issue" in sent:
        require(request, "issue_pressrelease")
        issued = press.issue_texts(event, chosen_of(request, "ready"), **step)
        return f"{counted(len(issued), 'texts')} issued. Public from {event.embargo_in_words}."
    require(request, "change_pressrelease")
    if "rest" in sent:
        require(request, "change_campaignevent")
        newer = press.follow_release(event, number_in(sent, "rest"), **step)
        return f"The event rests on {newer}. What is still true stays signed."
    if "again" in sent:
        press.draft_event(event, **step)
        return f"Drafted again from {event.release}. What is still true stays signed."
    if "angle" in sent:
        pk, _, angle = sent["angle"].partition(":")
        text = get_object_or_404(event.texts, pk=int(pk) if pk.isdecimal() else 0)
        press.choose_angle(event, angle, text=text, **step)
        return f"{text.place} is drafted again with this angle."
    press.choose_angle(event, sent.get("all", ""), **step)
    return "All texts that nobody edited are drafted again with this angle."
