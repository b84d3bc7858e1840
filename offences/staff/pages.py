"""Staff pages: a view says its address, its name and who may open it, in one decorator.

    @staff_page(
        "<int:object_id>/grid/", "grid",
        under=FoiSubmission, permission="offences.view_foisubmission",
    )
    def edit_grid(request: HttpRequest, object_id: int) -> HttpResponse: ...

is at /admin/offences/foisubmission/1/grid/ as `admin:offences_foisubmission_grid`. The site
finds every such view below `offences/staff/` and puts it before the pages of its ModelAdmins.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from importlib import import_module
from pkgutil import walk_packages

from django.contrib import admin
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path

from offences import staff
from offences.staff.names import signed_in

type View = Callable[..., HttpResponseBase]


@dataclass(frozen=True)
class StaffPage:
    route: str
    name: str
    view: View
    given: dict[str, object]  # what the view gets besides the ids


_PAGES: list[StaffPage] = []


def staff_page(
    route: str,
    name: str,
    *,
    under: type[Model] | Sequence[type[Model]] = (),
    permission: str | Sequence[str] = (),
) -> Callable[[View], View]:
    """Register a view of a request and the ids in its address.

    `under` is the model whose pages it joins. Of several models each has the page, and the view
    gets its `model`; a permission then names it, as in "offences.add_{model}".
    """
    names = [permission] if isinstance(permission, str) else permission

    def register(view: View) -> View:
        if isinstance(under, type):
            _add(route, name, view, names, under)
        else:
            for model in under:
                _add(route, name, view, names, model, {"model": model})
        if not under:
            _PAGES.append(StaffPage(route, name, _guarded(view, names), {}))
        return view

    return register


def _add(
    route: str,
    name: str,
    view: View,
    permissions: Sequence[str],
    model: type[Model],
    given: dict[str, object] | None = None,
) -> None:
    app, table = model._meta.app_label, str(model._meta.model_name)
    guarded = _guarded(view, [each.format(model=table) for each in permissions])
    page = StaffPage(f"{app}/{table}/{route}", f"{app}_{table}_{name}", guarded, given or {})
    _PAGES.append(page)


def _guarded(view: View, permissions: Sequence[str]) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, **given: object) -> HttpResponseBase:
        if not all(_has(request.user, each) for each in permissions):
            raise PermissionDenied
        return view(request, **given)

    return guarded


def _has(user: User | AnonymousUser, permission: str) -> bool:
    """As everywhere in the admin, people who may change a row may look at it."""
    return user.has_perm(permission) or (
        ".view_" in permission and user.has_perm(permission.replace(".view_", ".change_"))
    )


def urls(site: admin.AdminSite) -> list[URLPattern]:
    """The addresses of all staff pages, for the site to put before its own."""
    for module in walk_packages(staff.__path__, f"{staff.__name__}."):
        import_module(module.name)
    return [path(page.route, site.admin_view(page.view), page.given, page.name) for page in _PAGES]


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
    return TemplateResponse(request, template, {**frame, **context}, status=status)


def require(request: HttpRequest, permission: str) -> None:
    """Refuse a step of a page to people without its permission."""
    if not request.user.has_perm(permission):
        raise PermissionDenied


def log_change(request: HttpRequest, row: Model, message: str, flag: int = CHANGE) -> None:
    """Add a line to the history of a row."""
    LogEntry.objects.log_actions(
        user_id=signed_in(request).pk, queryset=[row], action_flag=flag, change_message=message
    )
