"""Every address of the site."""

from django.contrib import admin
from django.urls import path

from offences.views import downloads, pages, press

urlpatterns = [
    path("", pages.home, name="home"),
    path("forces/", pages.forces, name="forces"),
    path("forces/<slug:slug>/", pages.force, name="force"),
    path("forces/<slug:slug>/<slug:measure>.csv", downloads.force_csv, name="force_csv"),
    path(
        "releases/<slug:measure>/<int:number>/forces/<slug:slug>/",
        pages.pinned_force,
        name="pinned_force",
    ),
    path(
        "releases/<slug:measure>/<int:number>/forces/<slug:slug>.csv",
        downloads.pinned_csv,
        name="pinned_csv",
    ),
    path("press/", press.index, name="press"),
    path("press/<slug:event>/", press.event, name="press_event"),
    path("press/<slug:event>/<slug:body>/", press.text, name="press_text"),
    path("about/", pages.about, name="about"),
    path("admin/", admin.site.urls),
]
