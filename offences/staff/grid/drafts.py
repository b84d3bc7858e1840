"""Drafts of grids: what one person has typed and not stored yet, faults and all.

A draft has the cells that differ from the basis of its form, and that basis: a colleague's later
change is asked about at saving. Only its own person can read it. `stamp` tells one saved draft from
the next: with two windows open, the second never overwrites the first unseen.
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
from offences.staff.grid.conflicts import FormBasis, moment_in_words, read_basis
from offences.staff.grid.grid import Grid, apply_places
from offences.statistics.years import Year

MOST = 200_000  # characters of a draft
_CELL = re.compile(r"c-[0-9]{1,18}-([0-9]{1,18})-([12][0-9]{3})")

type DraftForm = dict[str, str | list[str]]
"""The fields of a draft as they are stored."""

type Unplaced = tuple[str, str]
"""The words for a cell, and the text that was typed there."""


class DraftTooLong(Exception):
    """A draft that is too long to save; the message says what to shorten."""


class DraftConflict(Exception):
    """The same person has saved another draft of this grid since the form was opened."""

    def __init__(self, draft: GridDraft) -> None:
        self.draft = draft


@dataclass(frozen=True)
class RestoredDraft:
    """A draft put into its grid, and what of it has no place there any more."""

    saved_at: dt.datetime
    stamp: str
    basis: FormBasis
    form: QueryDict | None = None  # as its page sent it; None if it could not be put in
    unplaced: list[Unplaced] = field(default_factory=list)


def draft_of(submission: FoiSubmission, person: User) -> GridDraft | None:
    return GridDraft.objects.filter(submission=submission, person=person).first()


def stamp_of(draft: GridDraft) -> str:
    return draft.saved_at.astimezone(dt.UTC).isoformat()


# Saving


def save_draft(
    grid: Grid, basis: FormBasis, post: QueryDict, *, by: User, now: dt.datetime
) -> GridDraft | None:
    """Save what is typed; None, and no draft, if nothing differs from the form's basis."""
    with transaction.atomic():
        before = _locked(grid.submission, by)
        form = _form_of(grid, basis, post)
        is_same = before is not None and stamp_of(before) == post.get("draft", "")
        if before and is_same:
            # What had no place in the grid was not in the form either.
            form |= _strays(_fields(before), grid)
        if not any(map(_CELL.fullmatch, form)):
            if before and is_same:
                before.delete()
            return None
        if before and not is_same and before.form != form:
            raise DraftConflict(before)
        _check_length(grid, form)
        draft, _ = GridDraft.objects.update_or_create(
            submission=grid.submission, person=by, defaults={"form": form, "saved_at": now}
        )
        return draft


def _locked(submission: FoiSubmission, person: User) -> GridDraft | None:
    """The draft there is, with the return locked: two saves wait for each other."""
    FoiSubmission.objects.select_for_update().only("pk").get(pk=submission.pk)
    return draft_of(submission, person)


def _form_of(grid: Grid, basis: FormBasis, post: QueryDict) -> DraftForm:
    """The fields of what is typed, each with the words for it, and their basis."""
    form: DraftForm = {"edition": str(basis.edition)}
    rows = {}
    for key, cell in grid.cells.items():
        if cell.text == basis.text_of(key) and cell.at is None:
            continue
        form[cell.id], form[f"label-{cell.id}"] = _clean(cell.text), cell.label
        if cell.at:
            form[f"at-{cell.id}"] = _clean(cell.at.in_form)
        if key in basis.rows:
            rows[key] = basis.rows[key]
    form["seen"] = FormBasis(basis.edition, rows, {}).rows_as_json(grid)
    form["asked"] = asked = [name for name in post.getlist("asked") if name in form]
    for name in asked:
        form[f"keep-{name}"] = _clean(post.get(f"keep-{name}", ""))
    for name in ("document", "sheet", "no_document_why"):
        form[name] = _clean(post.get(name, ""))
    titles = {str(document.pk): document.title for document in grid.documents}
    form["label-document"] = titles.get(_clean(post.get("document", "")), "")
    return form | _strays(post, grid)


def _clean(text: str) -> str:
    """Replace the null character: PostgreSQL's JSON cannot hold it, and no count has one."""
    return text.replace("\0", "�")


def _fields(draft: GridDraft) -> DraftForm:
    """The fields of a draft; none if it is not a form."""
    return draft.form if isinstance(draft.form, dict) else {}


def _strays(form: Mapping, grid: Grid) -> dict[str, str]:
    """The cells of a form, with their words, that the grid does not have now."""
    here, found = grid.by_id, {}
    for name in form:
        text = form[name]
        if _CELL.fullmatch(name) and name not in here and isinstance(text, str) and text.strip():
            found[name] = _clean(text)
            if label := form.get(f"label-{name}"):
                found[f"label-{name}"] = _clean(str(label))
    return found


def _check_length(grid: Grid, form: DraftForm) -> None:
    long = sum(len(name) + len(str(text)) for name, text in form.items())
    if long <= MOST:
        return
    texts = {name: text for name, text in form.items() if not name.startswith("label-")}
    longest = max(texts, key=lambda name: len(str(texts[name])))
    cell = grid.by_id.get(longest)
    place = cell.label if cell else "the sheet or page"
    raise DraftTooLong(
        f"A draft takes {MOST:,} characters, and this grid has {long:,}. The longest text, of "
        f"{len(str(texts[longest])):,}, is in {place}: a cell "
        "takes one count. Shorten it and save the draft again."
    )


# Restoring


def restore(draft: GridDraft, grid: Grid) -> RestoredDraft:
    """Type a draft into its grid. What does not fit there any more is listed, never dropped.

    A cell that is not in the draft shows what is stored now; one that is keeps the row that its
    person saw, so that a colleague's change of it since is asked about.
    """
    try:
        form = _query(draft)
        saved = read_basis(form, grid)
    except BadRequest:
        return as_text(draft, grid)
    apply_places(grid, form)
    typed = set()
    for key, cell in grid.cells.items():
        if (text := form.get(cell.id)) is None:
            continue
        cell.type(text)
        cell.drafted = not cell.is_stored
        if cell.drafted:
            typed.add(key)
    unplaced = _labelled(_strays(draft.form, grid))
    here = {str(document.pk) for document in grid.documents}
    if (chosen := form.get("document")) and chosen not in here:
        unplaced.append(("Document", draft.form.get("label-document") or "one that is deleted"))
    lost = [c for c in grid.cells.values() if form.get(f"at-{c.id}") and c.at is None]
    unplaced += [(f"{c.label}, its place", _place_in_words(str(form[f"at-{c.id}"]))) for c in lost]
    basis = FormBasis.current(grid).with_cells_of(saved, typed)
    return RestoredDraft(draft.saved_at, stamp_of(draft), basis, form, unplaced)


def as_text(draft: GridDraft, grid: Grid) -> RestoredDraft:
    """List everything in a draft that cannot be put into the grid, or not for this person."""
    form = _fields(draft) or {"What it holds": draft.form}
    cells = [name for name in form if _CELL.fullmatch(name)]
    words = {f"label-{name}": cell.label for name, cell in grid.by_id.items()}
    unplaced = _labelled({**words, **form}, cells or form)
    now = FormBasis.current(grid)
    return RestoredDraft(draft.saved_at, stamp_of(draft), now, unplaced=unplaced)


def _query(draft: GridDraft) -> QueryDict:
    """The form as its page would send it; a bad request if it is not a form."""
    form = QueryDict(mutable=True)
    if not isinstance(draft.form, dict):
        raise BadRequest
    for name, text in draft.form.items():
        texts = text if isinstance(text, list) else [text]
        if not all(isinstance(each, str) for each in texts):
            raise BadRequest
        form.setlist(name, texts)
    return form


def _labelled(form: Mapping, names: Iterable[str] | None = None) -> list[Unplaced]:
    """The texts of a form's cells, each with the words for its cell."""
    names = [n for n in (form if names is None else names) if not n.startswith("label-")]
    pks = {int(match[1]) for name in names if (match := _CELL.fullmatch(name))}
    rows = dict(Category.objects.filter(pk__in=pks).values_list("pk", "name"))
    found = []
    for name in names:
        label = form.get(f"label-{name}")
        if not label and (match := _CELL.fullmatch(name)):
            label = f"{rows.get(int(match[1]), 'a row that is deleted')}, {Year(int(match[2]))}"
        found.append((str(label or name), str(form[name])[:500]))
    return found


def _place_in_words(text: str) -> str:
    number, _, rest = text.partition("|")
    address, _, sheet = rest.partition("|")
    document = Document.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    title = document.title if document else ""
    return ": ".join(filter(None, [title, f"{sheet} {address}".strip()]))


# Ending


def finish(grid: Grid, person: User, stamp: str) -> list[Unplaced]:
    """Delete a draft whose form is stored; return what of it had no place in the grid."""
    draft = _locked(grid.submission, person)
    if draft is None or stamp_of(draft) != stamp:
        return []  # saved in another window, whose counts are not stored yet
    unplaced = _labelled(_strays(_fields(draft), grid))
    draft.delete()
    return unplaced


def discard(submission: FoiSubmission, person: User, stamp: str) -> None:
    """Delete a draft; DraftConflict if it was saved again since its page was opened."""
    with transaction.atomic():
        if draft := _locked(submission, person):
            if stamp_of(draft) != stamp:
                raise DraftConflict(draft)
            draft.delete()


def describe_conflict(other: DraftConflict, grid: Grid, now: dt.datetime) -> str:
    """Warn a person who is about to overwrite a draft from another window; list what it has."""
    saved = as_text(other.draft, grid)
    texts = "; ".join(f"{label}: {text}" for label, text in saved.unplaced[:20])
    more = len(saved.unplaced) - 20
    return (
        f"You saved another draft of this grid at {moment_in_words(saved.saved_at, now)}, in "
        f"another window. It has {texts}{f', and {more} more' if more > 0 else ''}. Copy from it "
        "what you need; saving this one again replaces it."
    )
