"""The site that staff work in."""

from django.contrib import admin
from django.db.models import Model

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
    enable_nav_sidebar = False  # its room is needed for grids; the breadcrumbs lead everywhere

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        for model, page in _PAGES.items():
            self.register(model, page)
