"""Lists brought back from a spreadsheet: bring a file, see what it would do, confirm or cancel."""

from typing import Any

from django.contrib import messages
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core import signing
from django.core.exceptions import BadRequest, PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone
from django.utils.text import capfirst
from import_export.formats.base_formats import XLSX

from offences import resources
from offences.intake import Refused, held, lists
from offences.staff.common import signed_in
from offences.staff.files.workbooks import ALREADY, Exports, UploadForm

SALT = "offences.lists"
SHOWN = 500  # rows of one kind
KINDS = {
    lists.REFUSED: "Refused",
    lists.CHANGED: "Changed",
    lists.NEW: "New",
    lists.UNCHANGED: "Unchanged",
}


class ListUpload(UploadForm):
    """A list's file says everything itself."""

    round = None  # type: ignore[assignment]
    measure = None  # type: ignore[assignment]


class ImportsList(Exports):
    """A list that can be taken away and brought back. Mixed in before ModelAdmin."""

    import_export_change_list_template = "admin/offences/intake/list_changes.html"

    @property
    def resource(self) -> type[resources.ListResource]:
        return resources.LISTS[self.model]

    def get_urls(self):
        view, name = self.admin_site.admin_view, f"offences_{self.opts.model_name}"
        return [
            path("import/", view(self.bring), name=f"{name}_import"),
            path("import/confirm/", view(self.answer), name=f"{name}_confirm"),
            path("import/example/", view(self.example), name=f"{name}_example"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context=None):
        more = {"has_import_permission": self.has_import_permission(request)}
        return super().changelist_view(request, (extra_context or {}) | more)

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request) and self.has_change_permission(request)

    def example(self, request: HttpRequest) -> HttpResponse:
        """A workbook with the headings alone."""
        self._refuse_others(request)
        columns = [*self.resource.columns()]
        made = self.resource().export(self.model._default_manager.none(), export_fields=columns)
        response = HttpResponse(XLSX().export_data(made), content_type=XLSX.CONTENT_TYPE)
        name = str(self.opts.verbose_name_plural).replace(" ", "-")
        response["Content-Disposition"] = f'attachment; filename="{name}.xlsx"'
        return response

    def bring(self, request: HttpRequest) -> HttpResponse:
        """A file is brought; what it would do is shown. Nothing is stored."""
        self._refuse_others(request)
        person = signed_in(request)
        form = ListUpload(request.POST or None, request.FILES or None)
        if request.method != "POST" or not form.is_valid():
            return self._ask(request, form)
        file = form.cleaned_data["file"]
        data = file.read()
        try:
            made = lists.preview(self.resource, data, file.name, by=person, now=timezone.now())
        except Refused as refusal:
            form.add_error("file", str(refusal))
            return self._ask(request, form)
        token = ""
        if made.may_confirm:
            token = held.hold(data, self._kind, person, timezone.now())
        return self._show(request, made, token, file.name)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The person confirms what was shown, or cancels."""
        self._refuse_others(request)
        person = signed_in(request)
        again = redirect(f"admin:offences_{self.opts.model_name}_import")
        if request.method != "POST":
            return again
        token, name, fingerprint = self._sealed(request)
        if "cancel" in request.POST:
            if held.stored(token, person):
                return self._already(request)
            held.discard(self._kind, token, person)
            messages.info(request, "Nothing was stored.")
            return again
        kept = False
        try:
            made, stored = self._confirm(request, token, name, fingerprint)
            kept = made.may_confirm and not stored  # for the answer to the new preview
        except held.AlreadyStored:
            return self._already(request)
        except Refused as refusal:
            messages.error(request, f"Nothing was stored. {refusal}")
            return again
        finally:
            if not kept:
                held.discard(self._kind, token, person)
        if stored:
            return self._stored(request, made)
        messages.warning(
            request,
            "Nothing was stored: the records changed after you looked. "
            "This is what the file would do now.",
        )
        return self._show(request, made, token, name)

    def _confirm(
        self, request: HttpRequest, token: str, name: str, fingerprint: str
    ) -> tuple[lists.Preview, bool]:
        person = signed_in(request)
        data = held.take(self._kind, token, person)
        with transaction.atomic():
            made, stored = lists.confirm(
                self.resource, data, name, fingerprint, by=person, now=timezone.now(), token=token
            )
            if stored:
                self._log(request, made, name)
        return made, stored

    @property
    def _kind(self) -> str:
        """Of the files that are held between a preview and its answer."""
        return str(self.opts.model_name)

    def _already(self, request: HttpRequest) -> HttpResponse:
        messages.success(request, ALREADY)
        return redirect(f"admin:offences_{self.opts.model_name}_changelist")

    def _refuse_others(self, request: HttpRequest) -> None:
        if not self.has_import_permission(request):
            raise PermissionDenied

    def _sealed(self, request: HttpRequest) -> list[str]:
        """What the preview signed: the held file, its name, and what was shown."""
        try:
            sealed = signing.loads(request.POST.get("sealed", ""), salt=self._salt)
            token, name, fingerprint = sealed
        except (signing.BadSignature, ValueError) as broken:
            raise BadRequest("The form came without what was shown. Bring the file again.") from (
                broken
            )
        return [token, name, fingerprint]

    @property
    def _salt(self) -> str:
        return f"{SALT}.{self.opts.model_name}"  # what was shown of one list stores no other

    def _log(self, request: HttpRequest, made: lists.Preview, name: str) -> None:
        """Each row that changed has its line in its history: which columns, never what they say."""
        content_type = ContentType.objects.get_for_model(self.model)
        LogEntry.objects.bulk_create(
            (
                LogEntry(
                    user_id=signed_in(request).pk,
                    content_type=content_type,
                    object_id=str(row.instance.pk),
                    object_repr=str(row.instance)[:200],
                    action_flag=ADDITION if row.status == lists.NEW else CHANGE,
                    change_message=f"From “{name[:100]}”, {row.where}: "
                    + (", ".join(column for column, _, _ in row.differences) or "the key alone")
                    + ".",
                )
                for row in made.rows
                if row.status in (lists.NEW, lists.CHANGED)
            ),
            batch_size=1000,
        )

    def _stored(self, request: HttpRequest, made: lists.Preview) -> HttpResponse:
        n = made.numbers
        same = f" {n[lists.UNCHANGED]:,} as before." if n[lists.UNCHANGED] else ""
        messages.success(
            request, f"Stored: {n[lists.NEW]:,} new, {n[lists.CHANGED]:,} changed.{same}"
        )
        if made.unchecked:
            messages.warning(
                request,
                "No longer marked as checked, for what you changed is published with the counts: "
                f"{'; '.join(made.unchecked)}. A checker, not you, looks again.",
            )
        return redirect(f"admin:offences_{self.opts.model_name}_changelist")

    def _ask(self, request: HttpRequest, form: ListUpload) -> HttpResponse:
        columns = [*self.resource.columns().items()]
        context = {"form": form, "columns": columns, "empty": resources.EMPTY}
        title = f"{capfirst(str(self.opts.verbose_name_plural))} from a spreadsheet"
        return self._page(request, "list_bring.html", title, context)

    def _show(self, request: HttpRequest, made: lists.Preview, token: str, name: str):
        kinds = [(k, words, made.of(k)) for k, words in KINDS.items()]
        context = {
            "made": made,
            "name": name,
            "kinds": [(k, w, len(rows), rows[:SHOWN], len(rows) - SHOWN) for k, w, rows in kinds],
            "sealed": signing.dumps([token, name, made.fingerprint], salt=self._salt),
        }
        return self._page(request, "list_preview.html", "What this file would do", context)

    def _page(self, request: HttpRequest, template: str, title: str, context: dict[str, Any]):
        shared = self.admin_site.each_context(request)
        return TemplateResponse(
            request,
            f"admin/offences/intake/{template}",
            shared | {"title": title, "opts": self.opts, "list": self.resource} | context,
        )
