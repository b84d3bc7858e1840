"""The site that staff work in."""

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.utils import timezone

from offences.staff import pages
from offences.staff.people import signed_in
from offences.staff.today.views import today

_PAGES: dict[type[Model], type[admin.ModelAdmin]] = {}


def register(model: type[Model]):
    """Say which page stands for a model.

    `admin.register` cannot be used in this package: importing StaffSite imports the package, while
    the default site that `admin.register` fills is only just being made, and is then thrown away.
    """

    def keep(page: type[admin.ModelAdmin]) -> type[admin.ModelAdmin]:
        _PAGES[model] = page
        return page

    return keep


class StaffSite(admin.AdminSite):
    site_header = "Online offences against children"
    site_title = "Online offences against children"
    index_title = "Today"
    index_template = "staff/today/today.html"
    enable_nav_sidebar = False  # its room is needed for grids; the breadcrumbs lead everywhere

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        for model, page in _PAGES.items():
            self.register(model, page)

    def get_urls(self):
        return [*pages.urls(self), *super().get_urls()]

    def index(self, request: HttpRequest, extra_context=None) -> TemplateResponse:
        apps = sorted({model._meta.app_label for model in self._registry})
        context = today(signed_in(request), timezone.now(), apps)
        return super().index(request, {**context, **(extra_context or {})})
