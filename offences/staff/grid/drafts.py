"""Drafts of grids: what one person has typed and not stored yet, faults and all.

A draft holds the cells that differ from what its form was opened with, and that ground itself, so
that a colleague's later change is asked about at saving as for a form left open. Only its own
person's grid reads it. `stamp` tells one keeping from another: of two windows of one person, the
second never writes over the first unseen.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.db import transaction
from django.http import QueryDict

from offences.models import Category, Document, FoiSubmission, GridDraft
from offences.staff.grid.form_basis import FormBasis, read_basis
from offences.staff.grid.grid import Grid
from offences.staff.grid.presence import moment_in_words
from offences.staff.grid.sources import apply_places
from offences.statistics.years import Year

MOST = 200_000  # characters of a draft
_CELL = re.compile(r"c-[0-9]{1,18}-([0-9]{1,18})-([12][0-9]{3})")

type Unplaced = tuple[str, str]
"""What a text was typed for, and the text."""


class DraftTooLong(Exception):
    """What is typed is more than a draft keeps; the message says what to shorten."""


class DraftConflict(Exception):
    """The same person has kept another draft of this grid since the form was opened."""

    def __init__(self, draft: GridDraft) -> None:
        self.draft = draft


@dataclass(frozen=True)
class RestoredDraft:
    """A draft that is opened: what of it is in the grid now, and what has no place there."""

    saved_at: dt.datetime
    stamp: str
    opened: FormBasis
    form: QueryDict | None = None  # as its page sent it; None where nothing of it was put in
    unplaced: list[Unplaced] = field(default_factory=list)


def drafts_of(person: User) -> list[GridDraft]:
    """A person's own drafts, the newest first: for the first page. Their content stays away."""
    return list(
        GridDraft.objects.filter(person=person)
        .select_related("submission__round", "submission__force")
        .defer("form")
        .order_by("-saved_at", "pk")
    )


def draft_of(submission: FoiSubmission, person: User) -> GridDraft | None:
    return GridDraft.objects.filter(submission=submission, person=person).first()


def stamp_of(draft: GridDraft) -> str:
    return draft.saved_at.astimezone(dt.UTC).isoformat()


# Keeping


def save_draft(
    grid: Grid, opened: FormBasis, post: QueryDict, *, by: User, now: dt.datetime
) -> GridDraft | None:
    """Keep what is typed. None, and no draft, where all of it is what the form was opened with."""
    with transaction.atomic():
        before = _locked(grid.submission, by)
        form = _form_of(grid, opened, post)
        same = before is not None and stamp_of(before) == post.get("draft", "")
        if before and same:
            # What had no place in the grid when the draft was opened was not in its form.
            form |= _strays(_fields(before), grid)
        if not any(map(_CELL.fullmatch, form)):
            if before and same:
                before.delete()
            return None
        if before and not same and before.form != form:
            raise DraftConflict(before)
        _measure(grid, form)
        draft, _ = GridDraft.objects.update_or_create(
            submission=grid.submission, person=by, defaults={"form": form, "saved_at": now}
        )
        return draft


def _locked(submission: FoiSubmission, person: User) -> GridDraft | None:
    """The draft there is, with the return held: a save and a keeping wait for each other."""
    FoiSubmission.objects.select_for_update().only("pk").get(pk=submission.pk)
    return draft_of(submission, person)


def _form_of(grid: Grid, opened: FormBasis, post: QueryDict) -> dict:
    """The fields of what is typed, each with the words for it, and the ground they stand on."""
    form: dict = {"edition": str(opened.edition)}
    seen = {}
    for key, cell in grid.cells.items():
        if cell.text == opened.text_of(key) and cell.at is None:
            continue
        form[cell.id], form[f"label-{cell.id}"] = _clean(cell.text), cell.label
        if cell.at:
            form[f"at-{cell.id}"] = _clean(cell.at.in_form)
        if key in opened.seen:
            seen[key] = opened.seen[key]
    form["seen"] = FormBasis(opened.edition, seen, {}).seen_in_form(grid)
    form["asked"] = [name for name in post.getlist("asked") if name in form]
    for name in form["asked"]:
        form[f"keep-{name}"] = _clean(post.get(f"keep-{name}", ""))
    for name in ("document", "sheet"):
        form[name] = _clean(post.get(name, ""))
    titles = {str(document.pk): document.title for document in grid.documents}
    form["label-document"] = titles.get(form["document"], "")
    return form | _strays(post, grid)


def _clean(text: str) -> str:
    """PostgreSQL's JSON has no character nought; no count has one either."""
    return text.replace("\0", "�")


def _fields(draft: GridDraft) -> dict:
    """What a draft holds; nothing where it is no form."""
    return draft.form if isinstance(draft.form, dict) else {}


def _strays(form: Mapping, grid: Grid) -> dict[str, str]:
    """The cells of a form, with their words, that are not in the grid as it is now."""
    here = {cell.id for cell in grid.cells.values()}
    found = {}
    for name in form:
        text = form[name]
        if _CELL.fullmatch(name) and name not in here and isinstance(text, str) and text.strip():
            found[name] = _clean(text)
            if label := form.get(f"label-{name}"):
                found[f"label-{name}"] = _clean(str(label))
    return found


def _measure(grid: Grid, form: dict) -> None:
    long = sum(len(name) + len(str(text)) for name, text in form.items())
    if long <= MOST:
        return
    texts = {name: text for name, text in form.items() if not name.startswith("label-")}
    longest = max(texts, key=lambda name: len(str(texts[name])))
    labels = {cell.id: cell.label for cell in grid.cells.values()}
    raise DraftTooLong(
        f"A draft keeps {MOST:,} characters, and this grid has {long:,}. The longest text, of "
        f"{len(str(texts[longest])):,}, is in {labels.get(longest, 'the sheet or page')}: a cell "
        "takes one count. Shorten it and keep the draft again."
    )


# Opening


def restore(draft: GridDraft, grid: Grid) -> RestoredDraft:
    """Type a draft into its grid. What does not fit there any more is told, never dropped.

    A cell that is not in the draft shows what stands now; one that is keeps the row that its
    person saw, so that a colleague's change of it since is asked about.
    """
    form = _query(draft)
    if form is None:
        return as_text(draft, grid)
    try:
        was = read_basis(form, grid)
    except BadRequest:
        return as_text(draft, grid)
    apply_places(grid, form)
    opened = FormBasis.now(grid)
    for key, cell in grid.cells.items():
        if (text := form.get(cell.id)) is None:
            continue
        cell.type(text)
        cell.drafted = not cell.is_stored
        if cell.drafted:
            opened.take(key, was)
    unplaced = _told(_strays(draft.form, grid))
    here = {str(document.pk) for document in grid.documents}
    if (chosen := form.get("document")) and chosen not in here:
        unplaced.append(("Document", draft.form.get("label-document") or "one that is gone"))
    lost = [c for c in grid.cells.values() if form.get(f"at-{c.id}") and c.at is None]
    unplaced += [(f"{c.label}, its place", _place_in_words(str(form[f"at-{c.id}"]))) for c in lost]
    opened = FormBasis(was.edition, opened.seen, opened.bases)
    return RestoredDraft(draft.saved_at, stamp_of(draft), opened, form, unplaced)


def as_text(draft: GridDraft, grid: Grid) -> RestoredDraft:
    """A draft that cannot be put into the grid, or not for this person: all that it holds."""
    held = _fields(draft) or {"What it holds": draft.form}
    labels = {cell.id: cell.label for cell in grid.cells.values()}
    known = {name: text for name, text in held.items() if _CELL.fullmatch(name)}
    if not known:
        known = held
    told = _told({**{f"label-{name}": label for name, label in labels.items()}, **held}, known)
    return RestoredDraft(draft.saved_at, stamp_of(draft), FormBasis.now(grid), unplaced=told)


def _query(draft: GridDraft) -> QueryDict | None:
    """The form as its page would send it; None where it is none."""
    form = QueryDict(mutable=True)
    if not isinstance(draft.form, dict):
        return None
    for name, text in draft.form.items():
        texts = text if isinstance(text, list) else [text]
        if not all(isinstance(each, str) for each in texts):
            return None
        form.setlist(name, texts)
    return form


def _told(form: Mapping, names: Iterable[str] | None = None) -> list[Unplaced]:
    """What cells of a form hold, under the words for them."""
    names = [n for n in (form if names is None else names) if not n.startswith("label-")]
    pks = {int(found[1]) for name in names if (found := _CELL.fullmatch(name))}
    rows = dict(Category.objects.filter(pk__in=pks).values_list("pk", "name"))
    told = []
    for name in names:
        label = form.get(f"label-{name}")
        if not label and (found := _CELL.fullmatch(name)):
            label = f"{rows.get(int(found[1]), 'a row that is gone')}, {Year(int(found[2]))}"
        told.append((str(label or name), str(form[name])[:500]))
    return told


def _place_in_words(text: str) -> str:
    number, _, rest = text.partition("|")
    address, _, sheet = rest.partition("|")
    document = Document.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    title = document.title if document else ""
    return ": ".join(filter(None, [title, f"{sheet} {address}".strip()]))


# Ending


def finish(grid: Grid, person: User, stamp: str) -> list[Unplaced]:
    """The form of a draft is stored: it goes. What of it had no place in the grid is given back."""
    draft = _locked(grid.submission, person)
    if draft is None or stamp_of(draft) != stamp:
        return []  # kept in another window, which has not been saved
    lost = _told(_strays(_fields(draft), grid))
    draft.delete()
    return lost


def discard(submission: FoiSubmission, person: User, stamp: str) -> None:
    """Another, where the draft has been kept again since its page was opened."""
    with transaction.atomic():
        draft = _locked(submission, person)
        if draft is None:
            return
        if stamp_of(draft) != stamp:
            raise DraftConflict(draft)
        draft.delete()


def describe_conflict(other: DraftConflict, grid: Grid, now: dt.datetime) -> str:
    """To the person who is about to keep a second draft over a first one from another window."""
    found = as_text(other.draft, grid)
    held = "; ".join(f"{label}: {text}" for label, text in found.unplaced[:20])
    more = len(found.unplaced) - 20
    return (
        f"You kept another draft of this grid at {moment_in_words(found.saved_at, now)}, in "
        f"another window. It has {held}{f', and {more} more' if more > 0 else ''}. Copy from it "
        "what you need; keeping this one again puts it in its place."
    )
