"""The entry grid of one return: years across, categories down; and the same grid to be checked.

A text is read by `statistics.notation.read_entry` alone: while it is typed (`read_grid` answers the
page's script), and when it is saved. Storing is all or nothing: one text that cannot be read keeps
the whole save back, with everything typed still in the form.
"""

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django import forms
from django.contrib import messages
from django.contrib.admin import ModelAdmin
from django.core.exceptions import BadRequest, PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from offences import counts
from offences.admin.looking import choose_from, name_of, signed_in
from offences.counts import CellChange, CellKey
from offences.models import (
    AnnualCount,
    Breakdown,
    Category,
    Document,
    FoiSubmission,
    Measure,
    Release,
    ReleasedFigure,
)
from offences.statistics.cells import Range
from offences.statistics.notation import Entry, NotACount, in_words, read_entry, write_entry
from offences.statistics.years import Year, years_between

JUMP = 3  # times the number of the last release, up or down, and the cell is shown in amber


@dataclass(frozen=True)
class Ghost:
    """What the last release said of a cell; of an older year where it had not this one yet."""

    range: Range
    year: Year
    carried: bool
    release: int
    part_year: bool

    @property
    def text(self) -> str:
        words = counts.range_in_words(self.range)
        return f"({words})" if self.carried else words

    @property
    def words(self) -> str:
        return f"{counts.range_in_words(self.range)} of {self.year} in release {self.release}"

    @property
    def base(self) -> str:
        """What a jump is from, in the few words that stand under a cell."""
        words = counts.range_in_words(self.range)
        return f"the {words} of {self.year}" if self.carried else words

    def jump(self, entry: Entry | None) -> str:
        """How far an entry is from this, where that is threefold even at the nearer ends."""
        now, before = counts.range_of(entry), self.range
        if entry is None or now is None or entry.period or self.part_year:
            return ""
        exact = now.is_exact and before.is_exact
        if before.high is not None and now.low >= JUMP * max(before.high, 1):
            if before.high == 0:
                return f"{JUMP} or more above"
            exactly = exact and now.low == JUMP * before.low
            return f"{'' if exactly else 'more than '}{JUMP} times"
        if now.high is not None and before.low > 0 and now.high * JUMP <= before.low:
            exactly = exact and now.high * JUMP == before.low
            return f"{'' if exactly else 'less than '}a third of"
        return ""


@dataclass
class GridCell:
    """One cell on the screen: what stands, what is typed, and what that was read as."""

    key: CellKey
    label: str
    row: AnnualCount | None
    ghost: Ghost | None
    text: str = ""
    entry: Entry | None = None
    fault: str = ""

    @property
    def id(self) -> str:
        measure, year, category = self.key
        return f"c-{measure}-{category}-{year}"

    @cached_property
    def stored_entry(self) -> Entry | None:
        return counts.entry_of(self.row) if self.row else None

    @property
    def stored(self) -> str:
        return write_entry(self.stored_entry) if self.stored_entry else ""

    def type(self, text: str) -> None:
        self.text, self.fault, self.entry = text, "", None
        try:
            self.entry = read_entry(text, Year(self.key[1]))
        except NotACount as mistake:
            self.fault = str(mistake)

    @property
    def jump(self) -> str:
        return self.ghost.jump(self.entry) if self.ghost else ""

    @property
    def jump_in_words(self) -> str:
        return f"{self.jump} {self.ghost.base}" if self.ghost and self.jump else ""

    @property
    def mark(self) -> str:
        if self.fault:
            return "stop"
        if self.jump:
            return "warn"
        return "words" if self.entry and counts.range_of(self.entry) is None else ""

    @property
    def echo(self) -> str:
        if self.fault:
            return "refused, see above"
        said = [self.jump_in_words]
        if self.entry:
            said.append(in_words(self.entry))
            if self.entry.value == 0 and self.entry == self.stored_entry and self.confirmed:
                said[-1] = "nought, confirmed"
        return "; ".join(filter(None, said))

    @property
    def confirmed(self) -> bool:
        return bool(self.row and self.row.confirmed)

    @property
    def source(self) -> str:
        """Where the standing count comes from, for the cell's title."""
        if self.row is None:
            return ""
        place = " ".join(filter(None, [self.row.sheet, self.row.cell]))
        said = [
            ": ".join(filter(None, [str(self.row.document or ""), place])),
            f"written “{self.row.as_written}”" if self.row.as_written else "",
            self.row.note,
            f"In doubt: {self.row.doubt}" if self.row.doubt else "",
        ]
        return " · ".join(filter(None, said))


@dataclass(frozen=True)
class Foot:
    """The sum of a column, and whether the stated total can be it."""

    year: Year
    key: str
    sum: counts.Sum
    agreement: counts.Agreement

    @property
    def words(self) -> str:
        return counts.range_in_words(self.sum.range) if self.sum.range else "none"

    @property
    def without(self) -> str:
        if not self.sum.range or not self.sum.without:
            return ""
        cells = "cell" if self.sum.without == 1 else "cells"
        return f"{self.sum.without} {cells} without a number"

    @property
    def sign(self) -> str:
        return {"yes": "✓ ", "possible": "✓ ", "no": "✗ "}.get(self.agreement.kind, "")


@dataclass(frozen=True)
class Row:
    category: Category
    cells: tuple[GridCell, ...]


@dataclass
class Table:
    """One breakdown of one measure."""

    measure: Measure
    breakdown: Breakdown
    rows: tuple[Row, ...]
    total: Row | None
    opens_measure: bool = False

    @property
    def is_single(self) -> bool:
        return self.breakdown.kind == Breakdown.Kind.TOTAL

    @property
    def all_rows(self) -> Iterator[Row]:
        yield from self.rows
        if self.total:
            yield self.total

    @property
    def feet(self) -> list[Foot]:
        if self.is_single or not self.rows:
            return []
        feet = []
        for column, cell in enumerate(self.rows[0].cells):
            added = counts.sum_of(row.cells[column].entry for row in self.rows)
            stated = self.total.cells[column].entry if self.total else None
            agrees = counts.agreement(added, stated, complete=self.breakdown.complete)
            key = f"{self.breakdown.pk}-{cell.key[1]}"
            feet.append(Foot(Year(cell.key[1]), key, added, agrees))
        return feet


@dataclass(frozen=True)
class Problem:
    """One line of the list above the grid."""

    kind: str  # stop, warn
    target: str
    label: str
    text: str


@dataclass
class Question:
    """A cell that two people changed: which of the two values is to stay."""

    cell: GridCell
    clash: counts.Clash
    at: str
    keep: str = ""

    @property
    def mine(self) -> str:
        return self.cell.text or "empty"

    @property
    def theirs(self) -> str:
        return write_entry(self.clash.theirs) if self.clash.theirs else "empty"

    @property
    def who(self) -> str:
        return name_of(self.clash.by)


@dataclass
class Grid:
    submission: FoiSubmission
    years: tuple[Year, ...]
    tables: list[Table]
    documents: list[Document]
    cells: dict[CellKey, GridCell] = field(default_factory=dict)

    @classmethod
    def of(cls, submission: FoiSubmission) -> "Grid":
        """The grid as it is stored, in a fixed number of queries."""
        standing = {
            (row.measure_id, row.year, row.category_id): row
            for row in AnnualCount.objects.current()
            .filter(submission=submission)
            .select_related("document", "recorded_by")
        }
        round_ = submission.round
        # Years and measures that a force gave without being asked are shown too.
        given = {key[1] for key in standing} | {round_.first_year, round_.last_year}
        years = years_between(Year(min(given)), Year(max(given)))
        measures = list(
            Measure.objects.filter(
                Q(rounds=round_) | Q(pk__in={key[0] for key in standing})
            ).distinct()
        )
        breakdowns = (
            Breakdown.objects.filter(measure__in=measures)
            .prefetch_related("categories")
            .order_by("measure__position", "measure__slug", "position", "slug")
        )
        ghosts = _Ghosts(measures, submission.force.slug)
        grid = cls(submission, years, [], _documents(submission, standing.values()))
        by_pk = {measure.pk: measure for measure in measures}
        opened = None
        for breakdown in breakdowns:
            measure = by_pk[breakdown.measure_id]
            rows, total = [], None
            for category in breakdown.categories.all():
                row = grid._row(measure, breakdown, category, standing, ghosts, len(measures) > 1)
                if category.is_total and breakdown.kind != Breakdown.Kind.TOTAL:
                    total = row
                else:
                    rows.append(row)
            table = Table(measure, breakdown, tuple(rows), total, opened != measure.pk)
            opened = measure.pk
            grid.tables.append(table)
        return grid

    def _row(self, measure, breakdown, category, standing, ghosts, several) -> Row:
        name = category.name
        if category.is_total and breakdown.kind != Breakdown.Kind.TOTAL:
            name = f"{name}, {breakdown.name[:1].lower()}{breakdown.name[1:]}"
        cells = []
        for year in self.years:
            key = (measure.pk, year.start, category.pk)
            label = f"{name}, {year}" + (f" ({measure.name})" if several else "")
            cell = GridCell(key, label, standing.get(key), ghosts.of(measure, category, year))
            cell.type(cell.stored)
            self.cells[key] = cell
            cells.append(cell)
        return Row(category, tuple(cells))

    def type(self, texts: Mapping[str, str]) -> None:
        """Put in what was typed. A cell that did not come with the form stays as it is."""
        for cell in self.cells.values():
            text = texts.get(cell.id)
            if text is not None and text != cell.text:
                cell.type(text)

    @property
    def faults(self) -> list[Problem]:
        return [
            Problem("stop", cell.id, cell.label, cell.fault)
            for cell in self.cells.values()
            if cell.fault
        ]

    @property
    def jumps(self) -> list[Problem]:
        return [
            Problem(
                "warn",
                cell.id,
                cell.label,
                f"{cell.text} is {cell.jump} the {cell.ghost.words}. Right if the file says so.",
            )
            for cell in self.cells.values()
            if cell.ghost and cell.jump
        ]

    @property
    def disagreements(self) -> list[Problem]:
        return [
            Problem(
                "stop",
                table.total.cells[column].id,
                f"{table.breakdown.name}, {foot.year}",
                f"The rows add up to {foot.words}, the force states "
                f"{table.total.cells[column].text}: {foot.agreement.words}.",
            )
            for table in self.tables
            if table.total
            for column, foot in enumerate(table.feet)
            if foot.agreement.kind == "no"
        ]

    @property
    def remarks(self) -> list[Problem]:
        """What is said of single cells. It outlives a corrected number, so it is read again."""
        return [
            Problem("warn", cell.id, cell.label, f"{what} “{said}” Is that still right?")
            for cell in self.cells.values()
            if cell.row
            for what, said in (("In doubt:", cell.row.doubt), ("Published note:", cell.row.note))
            if said
        ]

    @property
    def problems(self) -> list[Problem]:
        return self.faults + self.jumps

    @property
    def rows_seen(self) -> dict[CellKey, int]:
        return {key: cell.row.pk for key, cell in self.cells.items() if cell.row}

    @property
    def standing(self) -> list[AnnualCount]:
        return [cell.row for cell in self.cells.values() if cell.row]

    @property
    def noughts(self) -> list[GridCell]:
        """Those that no checker has confirmed yet."""
        return [
            cell
            for cell in self.cells.values()
            if cell.row and cell.row.value == 0 and not cell.row.confirmed
        ]

    @property
    def sources(self) -> list[tuple[Document | None, int]]:
        """The documents of the standing counts, with how many of them each carries."""
        found: dict[Document | None, int] = {}
        for row in self.standing:
            found[row.document] = found.get(row.document, 0) + 1
        return list(found.items())


class _Ghosts:
    """What the newest approved release of each measure says of one force."""

    def __init__(self, measures: Iterable[Measure], force: str) -> None:
        newest: dict[int, Release] = {}
        for release in Release.objects.filter(
            measure__in=measures, approved_at__isnull=False, withdrawn_at__isnull=True
        ).order_by("number"):
            newest[release.measure_id] = release
        self._of: dict[tuple[int, str], dict[int, Ghost]] = {}
        figures = ReleasedFigure.objects.filter(
            release__in=newest.values(), claim="count", body_kind="force", body=force
        )
        measure_of = {release.pk: release for release in newest.values()}
        for figure in figures.order_by("year"):
            if figure.low is None:
                continue
            release = measure_of[figure.release_id]
            ghost = Ghost(
                Range(figure.low, figure.high),
                Year(figure.year),
                False,
                release.number,
                figure.state == ReleasedFigure.State.PART_YEAR,
            )
            self._of.setdefault((release.measure_id, figure.category), {})[figure.year] = ghost

    def of(self, measure: Measure, category: Category, year: Year) -> Ghost | None:
        known = self._of.get((measure.pk, category.slug), {})
        if year.start in known:
            return known[year.start]
        older = [ghost for start, ghost in known.items() if start < year.start]
        if not older or year.start < max(known):
            return None
        last = older[-1]
        return Ghost(last.range, last.year, True, last.release, last.part_year)


def _documents(submission: FoiSubmission, rows: Iterable[AnnualCount]) -> list[Document]:
    """The papers of a submission, and those that its counts name."""
    found = {document.pk: document for document in submission.documents.all()}
    for row in rows:
        if row.document:
            found.setdefault(row.document.pk, row.document)
    return list(found.values())


class SourceForm(forms.Form):
    """Which paper the cells of one save come from."""

    document = forms.ModelChoiceField(Document.objects.none(), required=False, label="Document")
    sheet = forms.CharField(max_length=100, required=False, label="Sheet or page")

    def __init__(self, grid: Grid, data: QueryDict | None = None) -> None:
        initial = {"document": grid.documents[0].pk} if len(grid.documents) == 1 else {}
        super().__init__(data, initial=initial)
        documents = Document.objects.filter(pk__in=[d.pk for d in grid.documents])
        field = choose_from(self, "document", documents)
        field.empty_label = "choose" if grid.documents else "none is filed yet"


def moment_in_words(at: dt.datetime, now: dt.datetime) -> str:
    """“10:42” today, “3 May 2019 at 10:42” on another day."""
    at, now = timezone.localtime(at), timezone.localtime(now)
    clock = f"{at:%H:%M}"
    return clock if at.date() == now.date() else f"{at.day} {at:%B %Y} at {clock}"


def submission_for_grid(object_id: int) -> FoiSubmission:
    return get_object_or_404(
        FoiSubmission.objects.select_related("round", "force", "entered_by", "checked_by"),
        pk=object_id,
    )


def may_enter(request: HttpRequest) -> bool:
    return request.user.has_perms(["offences.add_annualcount", "offences.change_annualcount"])


def _posted_seen(post: QueryDict, grid: Grid) -> tuple[int, dict[CellKey, int]]:
    """The edition and the rows that the form was opened with."""
    of_id = {cell.id: key for key, cell in grid.cells.items()}
    try:
        edition = int(str(post["edition"]))
        sent = json.loads(str(post["seen"])).items()
        seen = {of_id[name]: int(pk) for name, pk in sent if name in of_id}
    except (KeyError, ValueError, TypeError, AttributeError) as broken:
        raise BadRequest(
            "The form came without what it was opened with. Open it again."
        ) from broken
    return edition, seen


def _bases(submission: FoiSubmission, seen: Mapping[CellKey, int]) -> dict[CellKey, Entry]:
    """What the cells held when the form was opened: rows are retired, never lost."""
    rows = AnnualCount.objects.filter(submission=submission, pk__in=seen.values()).in_bulk()
    return {key: counts.entry_of(rows[pk]) for key, pk in seen.items() if pk in rows}


def _changed_since(submission: FoiSubmission, edition: int, now: dt.datetime) -> str:
    if submission.edition == edition:
        return ""
    if submission.entered_by is None or submission.entered_at is None:
        return "Every count was taken out of this grid after you opened it."
    return (
        f"{name_of(submission.entered_by)} saved this grid at "
        f"{moment_in_words(submission.entered_at, now)}, after you opened it. If you both changed "
        "one cell, you are asked which to keep when you save. Nothing you typed is lost."
    )


def read_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """What the page's script asks while cells are typed: every cell as it would be read."""
    submission = submission_for_grid(object_id)
    if request.method != "POST" or not page.has_view_permission(request, submission):
        raise PermissionDenied
    grid = Grid.of(submission)
    grid.type(request.POST)
    edition, _ = _posted_seen(request.POST, grid)
    feet = [foot for table in grid.tables for foot in table.feet]
    return JsonResponse(
        {
            "cells": {c.id: {"mark": c.mark, "echo": c.echo} for c in grid.cells.values()},
            "sums": {foot.key: {"words": foot.words, "without": foot.without} for foot in feet},
            "verdicts": {
                foot.key: {
                    "kind": foot.agreement.kind,
                    "words": foot.sign + foot.agreement.words,
                }
                for foot in feet
            },
            "problems": render_to_string(
                "admin/offences/foisubmission/problems.html", {"problems": grid.problems}
            ),
            "notice": _changed_since(submission, edition, timezone.now()),
        }
    )


def enter_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """Open the grid, or save what was typed in it."""
    submission = submission_for_grid(object_id)
    if not page.has_view_permission(request, submission):
        raise PermissionDenied
    grid = Grid.of(submission)
    if request.method != "POST":
        return _show(page, request, grid, SourceForm(grid), submission.edition, grid.rows_seen)
    if not may_enter(request):
        raise PermissionDenied
    now = timezone.now()
    edition, seen = _posted_seen(request.POST, grid)
    bases = _bases(submission, seen)
    for key, cell in grid.cells.items():  # a cell the form did not send was not touched
        if (text := request.POST.get(cell.id)) is None:
            text = write_entry(bases[key]) if key in bases else ""
        cell.type(text)
    form = SourceForm(grid, request.POST)
    problems = grid.faults + _answer_questions(grid, request.POST)
    touched = {
        key: cell
        for key, cell in grid.cells.items()
        if not cell.fault and cell.entry != bases.get(key)
    }
    if form.is_valid():
        filed = form.cleaned_data["document"]
        if grid.documents and not filed and any(cell.entry for cell in touched.values()):
            problems.append(
                Problem("stop", "id_document", "Source", "Say which document these cells are from.")
            )
    else:
        problems += [
            Problem("stop", f"id_{name}", str(form[name].label), " ".join(map(str, errors)))
            for name, errors in form.errors.items()
        ]
    if problems:
        return _show(page, request, grid, form, edition, seen, refused=problems)
    changes = {key: _change(cell, form.cleaned_data) for key, cell in touched.items()}
    try:
        saved = counts.save_cells(
            submission, changes, by=signed_in(request), now=now, edition=edition, seen=seen
        )
    except counts.Conflict as conflict:
        return _ask(page, request, grid, form, touched, conflict, now)
    return _saved(page, request, grid, saved)


def _change(cell: GridCell, source: Mapping) -> CellChange:
    """What is typed, with its source. A doubt or a note about the cell outlives the number."""
    return CellChange(
        cell.entry,
        document=source["document"],
        sheet=source["sheet"],
        as_written=cell.text.strip()[:100],
        note=cell.row.note if cell.row else "",
        doubt=cell.row.doubt if cell.row else "",
    )


def _answer_questions(grid: Grid, post: QueryDict) -> list[Problem]:
    """After a conflict: put the value that was chosen into each cell that was asked about."""
    problems = []
    by_id = {cell.id: cell for cell in grid.cells.values()}
    for name in post.getlist("asked"):
        cell = by_id.get(name)
        if cell is None:
            continue
        answer = post.get(f"keep-{name}")
        if answer == "theirs":
            cell.type(cell.stored)
        elif answer != "mine":
            problems.append(Problem("stop", f"keep-{name}", cell.label, "Say which value to keep."))
    return problems


def _ask(page, request, grid, form, touched, conflict, now) -> HttpResponse:
    """Show both values of each cell that two people changed. The rest of the form is as typed."""
    submission = submission_for_grid(grid.submission.pk)
    fresh = Grid.of(submission)
    for key, cell in touched.items():
        if key in fresh.cells:
            fresh.cells[key].type(cell.text)
    questions = [
        Question(fresh.cells[clash.key], clash, moment_in_words(clash.at, now))
        for clash in conflict.clashes
        if clash.key in fresh.cells
    ]
    return _show(
        page, request, fresh, form, submission.edition, fresh.rows_seen, questions=questions
    )


def _again(grid: Grid, post: QueryDict, now: dt.datetime) -> list[Question]:
    """The questions of a form that came back refused, with the answers given so far."""
    by_id = {cell.id: cell for cell in grid.cells.values()}
    questions = []
    for name in post.getlist("asked"):
        cell, answer = by_id.get(name), post.get(f"keep-{name}", "")
        if cell is None or answer == "theirs":
            continue  # decided: the other's value is in the cell by now
        measure, year, category = cell.key
        newest = AnnualCount.objects.filter(
            submission=grid.submission, measure=measure, year=year, category=category
        ).latest("pk")
        clash = counts.Clash(
            cell.key,
            cell.entry,
            cell.stored_entry,
            newest.retired_by or newest.recorded_by,
            newest.retired_at or newest.recorded_at,
        )
        questions.append(Question(cell, clash, moment_in_words(clash.at, now), answer))
    return questions


def _saved(page, request, grid: Grid, saved: counts.Saved) -> HttpResponse:
    submission = grid.submission
    parts = []
    for what, found in (("new", saved.new), ("changed", saved.changed), ("cleared", saved.cleared)):
        if found:
            parts.append(f"{len(found)} {what}")
    if parts:
        old_to_new = [
            f"{grid.cells[d.key].label}: {_said(d.before)} → {_said(d.after)}"
            for d in (*saved.changed, *saved.cleared)
        ]
        text = f"{submission}: {', '.join(parts)}."
        if old_to_new:
            more = f" and {len(old_to_new) - 3} more" if len(old_to_new) > 3 else ""
            text += f" {'; '.join(old_to_new[:3])}{more}."
        page.log_change(request, submission, text)
        messages.success(request, f"Saved. {text} A checker, not you, confirms it.")
    else:
        messages.info(request, f"{submission}: nothing changed, nothing was stored.")
    if "_next" not in request.POST:
        return HttpResponseRedirect(request.path)
    following = next_return(submission)
    if following is None:
        messages.info(request, f"No other return of {submission.round} waits for its counts.")
        changelist = reverse("admin:offences_foisubmission_changelist")
        return HttpResponseRedirect(f"{changelist}?round__id__exact={submission.round_id}")
    return HttpResponseRedirect(reverse("admin:offences_foisubmission_grid", args=[following.pk]))


def _said(entry: Entry | None) -> str:
    return write_entry(entry) if entry else "empty"


def next_return(submission: FoiSubmission) -> FoiSubmission | None:
    """The next of the round without counts, by the name of its force; after the last, the first.

    Where a force never answered there is no return to enter.
    """
    waiting: QuerySet[FoiSubmission] = (
        FoiSubmission.objects.filter(round=submission.round_id, entered_at__isnull=True)
        .exclude(pk=submission.pk)
        .exclude(outcome=FoiSubmission.Outcome.NO_RESPONSE)
        .order_by("force__name", "number")
    )
    name, number = submission.force.name, submission.number
    later = Q(force__name__gt=name) | Q(force__name=name, number__gt=number)
    return waiting.filter(later).first() or waiting.first()


def page_context(page: ModelAdmin, request: HttpRequest, submission: FoiSubmission) -> dict:
    return {
        **page.admin_site.each_context(request),
        "opts": page.opts,
        "original": submission,
        "submission": submission,
        "title": str(submission),
    }


def _show(
    page: ModelAdmin,
    request: HttpRequest,
    grid: Grid,
    form: SourceForm,
    edition: int,
    seen: Mapping[CellKey, int],
    *,
    refused: list[Problem] | None = None,
    questions: list[Question] | None = None,
) -> HttpResponse:
    now = timezone.now()
    if refused and not questions:
        questions = _again(grid, request.POST, now)
    submission = grid.submission
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/grid.html",
        {
            **page_context(page, request, submission),
            "grid": grid,
            "form": form,
            "edition": edition,
            "seen": json.dumps({grid.cells[key].id: pk for key, pk in seen.items()}),
            "may_enter": may_enter(request),
            "refused": bool(refused),
            "problems": (refused or []) + (grid.jumps if refused else grid.problems),
            "questions": questions or [],
            "notice": "" if questions else _changed_since(submission, edition, now),
            "mine": submission.entered_by_id == request.user.pk,
        },
    )


def check_grid(page: ModelAdmin, request: HttpRequest, object_id: int) -> HttpResponse:
    """The grid for a second person: what to look at, which noughts are true, and the mark."""
    submission = submission_for_grid(object_id)
    if not page.has_view_permission(request, submission):
        raise PermissionDenied
    may_check = request.user.has_perm("offences.check_foisubmission")
    refusal = ""
    if request.method == "POST":
        if not may_check:
            raise PermissionDenied
        if "_uncheck" in request.POST:
            counts.uncheck(submission)
            page.log_change(request, submission, "Checked mark taken away.")
            messages.success(request, f"{submission} is no longer marked as checked.")
            return HttpResponseRedirect(request.path)
        try:
            edition = int(request.POST["edition"])
            confirmed = [int(pk) for pk in request.POST.getlist("nought")]
        except (KeyError, ValueError) as broken:
            raise BadRequest("The form came without its edition. Open the page again.") from broken
        try:
            done = counts.mark_checked(
                submission,
                by=signed_in(request),
                now=timezone.now(),
                edition=edition,
                confirm_noughts=confirmed,
                leave_noughts="leave" in request.POST,
            )
        except counts.Refused as refused:
            refusal = str(refused)
        else:
            text = (
                f"Marked as checked; noughts confirmed: {done.confirmed}, left open: {done.left}."
            )
            page.log_change(request, submission, text)
            messages.success(request, f"{submission}: {text}")
            return HttpResponseRedirect(request.path)
    grid = Grid.of(submission)
    return TemplateResponse(
        request,
        "admin/offences/foisubmission/check.html",
        {
            **page_context(page, request, submission),
            "grid": grid,
            "read_only": True,
            "may_check": may_check,
            "reason": counts.why_not_check(submission, grid.standing, signed_in(request)),
            "refusal": refusal,
            "problems": grid.disagreements + grid.jumps + grid.remarks,
            "ticked": set(request.POST.getlist("nought")),
            "people": _people(grid),
        },
    )


def _people(grid: Grid) -> list[tuple[str, int, dt.datetime]]:
    """Who entered how many of the standing counts, and when last."""
    found: dict[str, tuple[int, dt.datetime]] = {}
    for row in grid.standing:
        name = name_of(row.recorded_by)
        number, last = found.get(name, (0, row.recorded_at))
        found[name] = (number + 1, max(last, row.recorded_at))
    return [(name, number, last) for name, (number, last) in found.items()]
