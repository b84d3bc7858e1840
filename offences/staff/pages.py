"""Staff pages: a view says its name, its model and who may open it, in one decorator.

    @staff_page("grid", FoiSubmission, "view_foisubmission")
    def edit_grid(request: HttpRequest, object_id: int) -> HttpResponse: ...

is at /admin/offences/foisubmission/1/grid/ as `admin:offences_foisubmission_grid`. The site
finds every such view below `offences/staff/` and puts it before the pages of its ModelAdmins.
"""

from collections.abc import Callable, Sequence
from functools import wraps
from importlib import import_module
from pkgutil import walk_packages
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from offences import releases, staff
from offences.accounts.second_factor import require_fresh_proof
from offences.models import Document, FoiSubmission
from offences.staff.names import logged_in

ENTER = ("add_annualcount", "change_annualcount")  # who enters counts

PRIVATE = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-store"}
"""Headers of a file that only staff see."""

type View = Callable[..., HttpResponseBase]

_PAGES: list[tuple[str, View, dict[str, Any], str]] = []


def staff_page(
    name: str,
    under: type[Model] | Sequence[type[Model]] = (),
    permissions: str | Sequence[str] = (),
    *,
    route: str = "",
    proof: bool = False,
) -> Callable[[View], View]:
    """Register a view of a request and the ids in its address, by default the id of one row.

    `under` is the model whose pages it joins. If it is several, each has the page, and the view is
    given its `model`; a permission can name it, as in "add_{model}". With `proof`, a form of the
    page is accepted only soon after the person proved a second factor.
    """
    route = route or f"<int:object_id>/{name.replace('_', '-')}/"
    needed = [permissions] if isinstance(permissions, str) else permissions

    def register(view: View) -> View:
        for model in [under] if isinstance(under, type) else under:
            app, table = model._meta.app_label, str(model._meta.model_name)
            guarded = _guarded(view, [each.format(model=table) for each in needed], proof)
            given = {} if model is under else {"model": model}
            _PAGES.append((f"{app}/{table}/{route}", guarded, given, f"{app}_{table}_{name}"))
        if not under:
            _PAGES.append((route, _guarded(view, needed, proof), {}, name))
        return view

    return register


def _guarded(view: View, permissions: Sequence[str], proof: bool) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **given: object) -> HttpResponseBase:
        # As everywhere in the admin, people who may change a row may look at it.
        for each in permissions:
            if not (may(request.user, each) or may(request.user, each.replace("view_", "change_"))):
                raise PermissionDenied
        if proof and request.method == "POST":
            require_fresh_proof(request)
        try:
            with releases.leaving_large_tables_to_worker():
                return view(request, **given)
        except releases.HidingNotComputed as late:
            address = reverse("admin:offences_release_decide_hidden", args=[late.release])
            return redirect(f"{address}?{urlencode({'next': request.get_full_path()})}")

    return guarded


def urls(site: admin.AdminSite) -> list[URLPattern]:
    """The addresses of all staff pages, for the site to put before its own."""
    for module in walk_packages(staff.__path__, f"{staff.__name__}."):
        import_module(module.name)
    return [path(route, site.admin_view(view), given, name) for route, view, given, name in _PAGES]


def may(user: User | AnonymousUser, *permissions: str) -> bool:
    return user.has_perms([f"offences.{each}" for each in permissions])


def require(request: HttpRequest, permission: str) -> None:
    """Refuse a step of a page to people without its permission."""
    if not may(request.user, permission):
        raise PermissionDenied


def posted(request: HttpRequest) -> QueryDict | None:
    """The data that a form sent; None if the page is only opened."""
    return request.POST if request.method == "POST" else None


def number_in(asked: QueryDict, name: str, default: int = 0) -> int:
    """A number in an address; the default for anything else."""
    text = asked.get(name, "")
    return int(text) if text.isdecimal() and len(text) < 8 else default


def by_and_now(request: HttpRequest) -> dict[str, Any]:
    """The person and the moment of a step, as every step below the pages takes them."""
    return {"by": logged_in(request), "now": timezone.now()}


def show_page(
    request: HttpRequest,
    template: str,
    *,
    title: str,
    subject: Model | type[Model] | None = None,
    status: int = 200,
    **context: object,
) -> TemplateResponse:
    """Render a page in the admin's frame; `subject` is the row or the model that it is about."""
    frame = {**admin.site.each_context(request), "title": title}
    if subject is not None:
        frame["opts"] = subject._meta
    if isinstance(subject, Model):
        frame["original"] = subject
    return TemplateResponse(request, f"staff/{template}.html", frame | context, status=status)


def show_held_back(request: HttpRequest, document: Document) -> TemplateResponse:
    """Refuse the file of a document, with the reason and with who may open it."""
    shown = {"document": document, "may_clear": may(request.user, "clear_document")}
    template, title = "files/document_held_back", f"{document.title} is held back"
    return show_page(request, template, title=title, subject=document, status=403, **shown)


def download(data: bytes, name: str, kind: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(data, content_type=kind, headers={"Content-Disposition": disposition})


def log_change(request: HttpRequest, row: Model, message: str, flag: int = CHANGE) -> None:
    """Add a line to the history of a row."""
    LogEntry.objects.log_actions(
        user_id=logged_in(request).pk, queryset=[row], action_flag=flag, change_message=message
    )


# Pages of one submission


def may_enter(request: HttpRequest) -> bool:
    return may(request.user, *ENTER)


def get_submission(pk: int) -> FoiSubmission:
    people = ("entered_by", "checked_by", "opened_by")
    rows = FoiSubmission.objects.select_related("round", "force", *people)
    return get_object_or_404(rows, pk=pk)


def show_submission(
    request: HttpRequest, template: str, submission: FoiSubmission, **context: Any
) -> TemplateResponse:
    """Render a page of a submission, with its own title if the context has none."""
    shared: dict[str, Any] = {"title": str(submission), "submission": submission}
    return show_page(request, template, subject=submission, **(shared | context))
