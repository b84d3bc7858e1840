"""The exemptions of one request: recorded, marked in its cells, checked before a challenge."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods

from offences.clocks import clock_of, working_days
from offences.counts import CellKey, refused_cells, remove_exemption, store_exemption
from offences.foi_clock import ClockReading, LegalMistake
from offences.models import (
    AnnualCount,
    Exemption,
    ExemptionScope,
    FoiStep,
    FoiSubmission,
    PublicInterest,
)
from offences.refused import Refused
from offences.rounds.board import ANNOTATIONS, OF_REVIEW, OPEN, BoardRow, row_of
from offences.rounds.letters import complaint_letter
from offences.rounds.shared_steps import record_step
from offences.staff.forms import choose_from, faults_of, paragraph, wide_input
from offences.staff.grid.grid import Grid
from offences.staff.grid.tables import GridCell
from offences.staff.names import logged_in
from offences.staff.pages import (
    by_and_now,
    get_submission,
    log_change,
    may,
    require,
    show_submission,
    staff_page,
)
from offences.staff.rounds.next_steps import PAGES, next_step
from offences.statistics.notation import NotACount, read_entry, typed_sections
from offences.statistics.years import Year
from offences.words.challenges import (
    ChecklistItem,
    checklist_of,
    checklist_of_all,
    is_qualified,
    is_under_act,
)
from offences.words.legal_mistakes import mistake_in_words
from offences.words.round import sections_in_words

CHANGES = ("add_exemption", "change_exemption", "delete_exemption")


@dataclass(frozen=True)
class ShownExemption:
    """An exemption with what it means, what it covers, and what to look at."""

    row: Exemption
    meaning: str
    cells: int
    checklist: Sequence[ChecklistItem]
    is_in_review: bool = False  # asked for, though nobody noted here which section it challenges


def shown_exemptions(submission: FoiSubmission) -> list[ShownExemption]:
    """The exemptions of a request as its pages show them; three queries."""
    rows = list(submission.exemptions.select_related("document"))
    refused = AnnualCount.objects.current().filter(submission=submission).exclude(section="")
    counts = list(refused) if rows else []
    steps = {each.kind for each in submission.events.all()} if rows else set()
    under_act = is_under_act(submission.force.nation)
    return [
        ShownExemption(
            row,
            next((meaning for _, meaning in sections_in_words([row.name]) if under_act), ""),
            len(refused_cells(counts, row.name)),
            checklist_of(row.name) if under_act else (),
            not row.challenge and FoiStep.REVIEW_ASKED in steps,
        )
        for row in rows
    ]


def clock_today(submission: FoiSubmission) -> ClockReading:
    """The clock of a request today, with the sections that its exemptions claim."""
    claimed = "|".join(each.name for each in submission.exemptions.all())
    return clock_of(submission, timezone.localdate(), working_days(), claimed)


def _row_today(submission: FoiSubmission) -> BoardRow:
    """The request as the board shows it today."""
    rows = FoiSubmission.objects.select_related("force", "round").annotate(**ANNOTATIONS)
    return row_of(rows.get(pk=submission.pk), timezone.localdate(), working_days())


TO_COMPLAIN = ("review_overdue", "review_answered")


def mistakes_in_words(mistakes: Iterable[LegalMistake], clock: ClockReading) -> list[str]:
    """The legal mistakes of a request, each with what is still to be done."""
    return [
        mistake_in_words(each, clock.law, is_open=_is_open(each, clock.state)) for each in mistakes
    ]


def _is_open(mistake: LegalMistake, state: str) -> bool:
    """Whether its advice is of use still; of a refusal, until a review is asked for."""
    return state not in OF_REVIEW if mistake.code.startswith("notice_") else state in OPEN


class ExemptionForm(forms.ModelForm):
    """One exemption as it is typed; which cells it refuses is ticked beside it."""

    name = forms.CharField(
        label="Section",
        max_length=40,
        help_text="As the letter has it: 12, 40(2).",
        widget=forms.TextInput({"size": 12, "autocomplete": "off"}),
        error_messages={"required": "Type the section, such as 12 or 40(2)."},
    )

    class Meta:
        model = Exemption
        fields = ["scope", "part", "quote", "document", "public_interest", "challenge", "result"]
        help_texts = {
            "public_interest": "Most sections hold only if the harm of an answer outweighs its use "
            "to the public, and the force has to say why. Some, called absolute, need no test."
        }
        widgets = {"scope": forms.RadioSelect, "quote": paragraph(3), "part": wide_input()}

    def __init__(self, exemption: Exemption, data: QueryDict | None = None) -> None:
        super().__init__(data, instance=exemption, initial={"name": exemption.name})
        self.order_fields(["name"])
        choose_from(self, "document", exemption.submission.documents.order_by("title"))

    def clean_name(self) -> str:
        typed = self.cleaned_data["name"]
        text = typed if re.match(r"s|ref", typed, re.IGNORECASE) else f"s.{typed}"
        try:
            entry = read_entry(text)
        except NotACount:
            entry = None
        sections = typed_sections(entry.section) if entry else ()
        if len(sections) != 1:
            raise forms.ValidationError(
                f"“{typed}” is not one section. Type it like 12 or 40(2), and record each section "
                "on its own."
            )
        return sections[0]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("scope") != ExemptionScope.PART:
            given["part"] = ""
        if name := given.get("name"):
            section = re.match(r"[0-9A-Z]+", name)
            assert section
            self.instance.section, self.instance.subsection = section[0], name[section.end() :]
            if not is_under_act(self.instance.submission.force.nation):
                pass  # of another law we do not know which sections are absolute
            elif not is_qualified(name):
                given["public_interest"] = given.get("public_interest") or PublicInterest.NOT_NEEDED
            elif given.get("public_interest") == PublicInterest.NOT_NEEDED:
                self.add_error(
                    "public_interest",
                    f"Section {section[0]} is qualified: the force has to weigh the public "
                    "interest.",
                )
        return given


@dataclass(frozen=True)
class TickedTable:
    """A table of the request in which cells are ticked: alone, by row, by year, or all."""

    key: str
    name: str
    years: Sequence[tuple[str, str]]  # the name of the tick, the year
    rows: Sequence["TickedRow"]
    is_open: bool


@dataclass(frozen=True)
class TickedRow:
    """A row with its ticks: of the whole row, and of each cell."""

    key: str
    name: str
    cells: Sequence[tuple[GridCell, bool]]


def _tables(grid: Grid, ticked: set[CellKey]) -> Iterator[TickedTable]:
    for table in grid.tables:
        of = table.breakdown.pk
        rows = [*table.rows, *([table.total] if table.total else [])]
        if not rows:
            continue
        years = [(f"{of}-y{c.key[1]}", str(Year(c.key[1]))) for c in rows[0].cells]
        shown = [
            TickedRow(
                f"{of}-r{row.category.pk}",
                row.category.name,
                [(cell, cell.key in ticked) for cell in row.cells],
            )
            for row in rows
        ]
        is_open = any(c.key in ticked for row in rows for c in row.cells)
        name = f"{table.measure.name}: {table.breakdown.name}"
        yield TickedTable(f"{of}-all", name, years, shown, is_open)


def _ticked(grid: Grid, data: QueryDict) -> set[CellKey]:
    """The cells that are ticked, alone or by their row, their year or their table."""
    ticks = {*data.getlist("cell")}
    found = set()
    for table in grid.tables:
        of = table.breakdown.pk
        for row in [*table.rows, *([table.total] if table.total else [])]:
            for cell in row.cells:
                whole = (f"{of}-all", f"{of}-r{row.category.pk}", f"{of}-y{cell.key[1]}")
                if cell.id in ticks or not ticks.isdisjoint(whole):
                    found.add(cell.key)
    return found


@staff_page("exemptions", FoiSubmission, "view_exemption")
@require_http_methods(["GET", "HEAD", "POST"])
def exemptions_page(request: HttpRequest, object_id: int) -> HttpResponse:
    """Record the exemptions of a request, and see what to look at before they are challenged."""
    submission = get_submission(object_id)
    if request.method == "POST":
        for each in CHANGES:
            require(request, each)
    if "complained" in request.POST:
        return _record_complaint(request, submission)
    chosen = request.POST.get("exemption") or request.GET.get("exemption", "")
    exemption = Exemption(submission=submission)
    if chosen:
        number = int(chosen) if chosen.isdecimal() and len(chosen) < 10 else 0
        exemption = get_object_or_404(submission.exemptions, pk=number)
        exemption.submission = submission
    if request.method == "POST" and "remove" in request.POST and exemption.pk:
        return _remove(request, submission, exemption)
    grid = Grid.of(submission)
    if request.method == "POST":
        form, ticked = ExemptionForm(exemption, request.POST), _ticked(grid, request.POST)
        if form.is_valid() and _store(request, form, ticked):
            return redirect("admin:offences_foisubmission_exemptions", submission.pk)
    else:
        form, ticked = ExemptionForm(exemption), set[CellKey]()
        if exemption.scope == ExemptionScope.CELLS:
            counts = AnnualCount.objects.current().filter(submission=submission)
            ticked = refused_cells(counts, exemption.name)
    return _show(request, submission, form, list(_tables(grid, ticked)))


def _store(request: HttpRequest, form: ExemptionForm, ticked: set[CellKey]) -> bool:
    exemption = form.save(commit=False)
    is_checked = exemption.submission.checked_at is not None
    try:
        store_exemption(exemption, ticked, **by_and_now(request))
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    words = f"Section {exemption.name} is recorded."
    log_change(request, exemption.submission, words)
    messages.success(request, words)
    if is_checked and exemption.submission.checked_at is None:
        messages.warning(
            request,
            f"{exemption.submission} is no longer marked as checked: what you changed is "
            "published. A checker, not you, checks again.",
        )
    return True


def _remove(request: HttpRequest, submission: FoiSubmission, exemption: Exemption) -> HttpResponse:
    remove_exemption(exemption, **by_and_now(request))
    words = f"Section {exemption.name} is removed."
    log_change(request, submission, words)
    messages.success(request, words)
    return redirect("admin:offences_foisubmission_exemptions", submission.pk)


def _record_complaint(request: HttpRequest, submission: FoiSubmission) -> HttpResponse:
    """Record that the complaint to the commissioner was sent, on the day that is written."""
    require(request, "change_foisubmission")
    page = redirect("admin:offences_foisubmission_exemptions", submission.pk)
    try:
        on = parse_date(request.POST["complained"].strip())
    except ValueError:
        on = None
    if on is None or on > timezone.localdate():
        messages.error(
            request, "Write the day on which the complaint was sent. It cannot be in the future."
        )
        return page
    step = FoiStep.ICO_COMPLAINED
    record_step(submission.round, [submission.pk], step, on, **by_and_now(request))
    words = f"Recorded: {step.label} on {on.day} {on:%B %Y}."
    log_change(request, submission, words)
    messages.success(request, words)
    return page


def _show(
    request: HttpRequest,
    submission: FoiSubmission,
    form: ExemptionForm,
    tables: Sequence[TickedTable],
) -> HttpResponse:
    shown = shown_exemptions(submission)
    named = {each.row.name for each in shown}
    cells = AnnualCount.objects.current().filter(submission=submission).exclude(section="")
    sections = {each for row in cells.values_list("section") for each in typed_sections(row[0])}
    follow = urlencode(
        {
            "round": submission.round_id,
            "force": submission.force_id,
            "number": submission.number + 1,
            "follows": submission.pk,
        }
    )
    may_add = may(request.user, "add_foisubmission") and not submission.followed_by.exists()
    row, outcomes = _row_today(submission), FoiSubmission.Outcome
    clock, step = row.clock, next_step(row) if PAGES.get(row.state) == "exemptions" else ""
    is_asked = submission.events.filter(kind=FoiStep.REVIEW_ASKED).exists()
    return show_submission(
        request,
        "rounds/exemptions",
        submission,
        title=f"{step}: sections of {submission}" if step else f"Sections of {submission}",
        form=form,
        faults=faults_of(form) if form.is_bound else [],
        tables=tables,
        exemptions=shown,
        mistakes=mistakes_in_words(row.mistakes, clock),
        clock=clock,
        general=checklist_of_all() if is_under_act(submission.force.nation) else (),
        only_in_cells=sorted(sections - named),
        may_change=may(request.user, *CHANGES),
        complaint=complaint_letter(submission, clock, logged_in(request))
        if clock.state in TO_COMPLAIN
        else "",
        today=timezone.localdate(),
        may_ask=not is_asked and (bool(shown) or submission.outcome == outcomes.REFUSED),
        narrowed=f"{reverse('admin:offences_foisubmission_add')}?{follow}" if may_add else "",
    )
