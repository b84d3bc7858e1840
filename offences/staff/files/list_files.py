"""Lists from a spreadsheet: upload a file, see what it would do, confirm or cancel."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.auth.models import User
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.db import transaction
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.text import capfirst
from import_export.formats.base_formats import XLSX

from offences import resources
from offences.intake import lists, pending, preview
from offences.models import FoiSubmission
from offences.refused import Refused
from offences.staff.files.count_files import ALREADY_STORED, KINDS, unseal
from offences.staff.files.forms import ListFileForm
from offences.staff.forms import refusals_in
from offences.staff.names import logged_in
from offences.staff.pages import by_and_now, download, show_page, staff_page

LISTS = tuple(resources.LISTS)
IMPORT = ("add_{model}", "change_{model}")
SHOWN = 500  # rows of one kind


@staff_page("example", LISTS, IMPORT, route="import/example/")
def show_example(request: HttpRequest, model: type[Model]) -> HttpResponse:
    """A workbook with the headings alone."""
    resource = resources.LISTS[model]
    none, columns = model._default_manager.none(), [*resource.columns()]
    data = XLSX().export_data(resource().export(none, export_fields=columns))
    name = str(model._meta.verbose_name_plural).replace(" ", "-")
    return download(data, f"{name}.xlsx", XLSX.CONTENT_TYPE)


@staff_page("import", LISTS, IMPORT, route="import/")
def upload_list(request: HttpRequest, model: type[Model]) -> HttpResponse:
    """Take a file and show what it would do. Nothing is stored."""
    person = logged_in(request)
    form = ListFileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _show_form(request, model, form)
    file, token = form.cleaned_data["file"], ""
    data = file.read()
    with refusals_in(form, "file"):
        made = lists.preview(resources.LISTS[model], data, file.name, **by_and_now(request))
        if made.may_confirm:
            token = pending.store_pending(data, _table(model), person, timezone.now())
        return _show_preview(request, model, made, token, file.name)
    return _show_form(request, model, form)


@staff_page("confirm", LISTS, IMPORT, route="import/confirm/")
def confirm_list(request: HttpRequest, model: type[Model]) -> HttpResponse:
    """Store what was shown, or cancel."""
    person, kind = logged_in(request), _table(model)
    to_upload = redirect(f"admin:offences_{kind}_import")
    if request.method != "POST":
        return to_upload
    token, name, fingerprint = unseal(request, _salt(model))
    if "cancel" in request.POST:
        if pending.find_stored(token, person):
            return _already_stored(request, model)
        pending.discard(kind, token, person)
        messages.info(request, "Nothing was stored.")
        return to_upload
    keep_file = False
    try:
        made, stored = _confirm(request, model, token, name, fingerprint)
        keep_file = made.may_confirm and not stored  # for the answer to the new preview
    except pending.AlreadyStored:
        return _already_stored(request, model)
    except Refused as refusal:
        messages.error(request, f"Nothing was stored. {refusal}")
        return to_upload
    finally:
        if not keep_file:
            pending.discard(kind, token, person)
    if stored:
        return _report(request, model, made)
    messages.warning(
        request,
        "Nothing was stored: the records changed after you looked. "
        "This is what the file would do now.",
    )
    return _show_preview(request, model, made, token, name)


def _confirm(
    request: HttpRequest, model: type[Model], token: str, name: str, fingerprint: str
) -> tuple[lists.ListPreview, bool]:
    step, person, resource = by_and_now(request), logged_in(request), resources.LISTS[model]
    data = pending.load(_table(model), token, person)
    with transaction.atomic():
        made, stored = lists.confirm(resource, data, name, fingerprint, token=token, **step)
        if stored:
            _log(model, person, made, name)
    return made, stored


def _table(model: type[Model]) -> str:
    """The kind of the files that are stored between a preview and its answer."""
    return str(model._meta.model_name)


def _salt(model: type[Model]) -> str:
    return f"offences.lists.{_table(model)}"  # what was shown of one list stores no other


def _log(model: type[Model], person: User, made: lists.ListPreview, name: str) -> None:
    """Name in the history of each changed row its columns, never what they say."""
    content_type, now = ContentType.objects.get_for_model(model), timezone.now()
    entries = []
    for row in (r for r in made.rows if r.status in (preview.NEW, preview.CHANGED)):
        columns = ", ".join(column for column, _, _ in row.differences)
        entries.append(
            LogEntry(
                action_time=now,  # one moment: they are one piece of work
                user_id=person.pk,
                content_type=content_type,
                object_id=str(row.instance.pk),
                object_repr=str(row.instance)[:200],
                action_flag=ADDITION if row.status == preview.NEW else CHANGE,
                change_message=f"From “{name[:100]}”, {row.where}: "
                f"{columns or '(created by this import)'}.",
            )
        )
    LogEntry.objects.bulk_create(entries, batch_size=1000)


def _already_stored(request: HttpRequest, model: type[Model]) -> HttpResponse:
    messages.success(request, ALREADY_STORED)
    return redirect(f"admin:offences_{_table(model)}_changelist")


def _report(request: HttpRequest, model: type[Model], made: lists.ListPreview) -> HttpResponse:
    n = made.numbers
    same = f" {n[preview.UNCHANGED]:,} unchanged." if n[preview.UNCHANGED] else ""
    done = f"{n[preview.NEW]:,} new, {n[preview.CHANGED]:,} changed."
    messages.success(request, f"Stored: {done}{same}")
    if made.unchecked:
        messages.warning(
            request,
            "No longer marked as checked, because what you changed is published with the counts: "
            f"{'; '.join(made.unchecked)}. A checker, not you, checks again.",
        )
    return _where_it_is_seen(model, made)


def _where_it_is_seen(model: type[Model], made: lists.ListPreview) -> HttpResponse:
    """The board, for requests of one round; else the list."""
    rounds = {row.instance.round_id for row in made.rows} if model is FoiSubmission else set()
    if len(rounds) == 1:
        return redirect("admin:offences_foiround_board", *rounds)
    return redirect(f"admin:offences_{_table(model)}_changelist")


def _show_form(request: HttpRequest, model: type[Model], form: ListFileForm) -> HttpResponse:
    resource = resources.LISTS[model]
    shown: dict[str, Any] = {"list": resource, "columns": [*resource.columns().items()]}
    shown |= {"form": form, "empty": resources.EMPTY}
    title = f"{capfirst(str(model._meta.verbose_name_plural))} from a spreadsheet"
    return show_page(request, "files/list_upload", title=title, subject=model, **shown)


def _show_preview(
    request: HttpRequest, model: type[Model], made: lists.ListPreview, token: str, name: str
) -> HttpResponse:
    kinds = [(kind, words, made.of(kind)) for kind, words in KINDS.items()]
    sealed = signing.dumps([token, name, made.fingerprint], salt=_salt(model))
    shown: dict[str, Any] = {"list": resources.LISTS[model], "made": made, "name": name}
    shown |= {"kinds": [(k, w, len(rows), rows[:SHOWN], len(rows) - SHOWN) for k, w, rows in kinds]}
    title = "What this file would do"
    return show_page(
        request, "files/list_preview", title=title, subject=model, sealed=sealed, **shown
    )
