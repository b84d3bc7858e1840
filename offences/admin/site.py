"""The site that staff work in."""

from typing import Any, cast

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.decorators import rate_limit
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from offences.accounts.logging_in import ChangePasswordForm
from offences.accounts.second_factor import require_fresh_proof
from offences.staff import pages
from offences.staff.names import logged_in
from offences.staff.record_lists.addresses import UNREADABLE, AnyAddress
from offences.staff.record_lists.groups import ONLY_TO_LOOK_AT, explain_lists, groups_of
from offences.staff.today.views import today
from offences.words.charity import charity

_ADMINS: dict[type[Model], type[admin.ModelAdmin]] = {}


ELSEWHERE = {User, EmailAddress, Authenticator, SocialAccount, SocialApp, SocialToken}
"""Tables that have no list: accounts are made by invitation, factors by those who have them."""


def register(model: type[Model]):
    """Register the ModelAdmin of a model.

    `admin.register` cannot be used in this package: importing StaffSite imports the package, while
    the default site that `admin.register` fills is still being made, and is then discarded.
    """

    def add(model_admin: type[admin.ModelAdmin]) -> type[admin.ModelAdmin]:
        _ADMINS[model] = model_admin
        return model_admin

    return add


class FreshProofAdmin(admin.ModelAdmin):
    """Records of other applications, such as groups: each page asks for a fresh proof."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        require_fresh_proof(request)
        return super().changelist_view(request, extra_context)

    def changeform_view(self, request: HttpRequest, *args: Any, **more: Any) -> Any:
        require_fresh_proof(request)
        return super().changeform_view(request, *args, **more)

    def delete_view(self, request: HttpRequest, *args: Any, **more: Any) -> Any:
        require_fresh_proof(request)
        return super().delete_view(request, *args, **more)


class StaffSite(admin.AdminSite):
    index_title = "Today"
    index_template = "staff/today/today.html"
    password_change_form = ChangePasswordForm
    enable_nav_sidebar = False  # its room is needed for grids; the breadcrumbs lead everywhere

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        for model, model_admin in _ADMINS.items():
            self.register(model, model_admin)

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Register a list; those of other applications take any address too, as ours do."""
        one = isinstance(model_or_iterable, type)
        models = {model_or_iterable} if one else {*model_or_iterable}
        listed = admin_class or admin.ModelAdmin
        if not issubclass(listed, AnyAddress):
            listed = type(listed.__name__, (FreshProofAdmin, AnyAddress, listed), {})
        super().register([*models - ELSEWHERE], listed, **options)

    def autocomplete_view(self, request: HttpRequest) -> HttpResponse:
        try:
            return super().autocomplete_view(request)
        except UNREADABLE:  # what was typed cannot be searched for: nothing is found
            return JsonResponse({"results": [], "pagination": {"more": False}})

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        named = {"site_header": charity().title, "site_title": charity().title}
        return super().each_context(request) | named

    def login(self, request: HttpRequest, extra_context=None) -> Any:
        return secure_admin_login(super().login)(request, extra_context)

    def password_change(self, request: HttpRequest, extra_context=None) -> Any:
        """Change one's own password; wrong guesses of the present one are limited, too."""
        return rate_limit(action="change_password")(super().password_change)(request, extra_context)

    def get_urls(self):
        return [*pages.urls(self), *super().get_urls()]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The lists a person may open, in groups by the work they are for.

        Django asks for them on every page, but hardly any shows them: they are made when shown.
        """
        return cast(list[Any], SimpleLazyObject(lambda: self._lists_of(request, app_label)))

    def _lists_of(self, request: HttpRequest, app_label: str | None) -> list[Any]:
        apps: list[Any] = explain_lists(super().get_app_list(request, app_label))
        if app_label:  # the page of one application, under its own name
            return apps
        groups = [group for app in apps for group in groups_of(app)]
        return [group for group in groups if group["name"] != ONLY_TO_LOOK_AT]

    def index(self, request: HttpRequest, extra_context=None) -> TemplateResponse:
        apps = sorted({model._meta.app_label for model in self._registry})
        context = today(logged_in(request), timezone.now(), apps)
        return super().index(request, {**context, **(extra_context or {})})
