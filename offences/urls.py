"""Every address of the site."""

from django.contrib import admin
from django.urls import path

from offences.views import (
    about,
    check,
    data,
    downloads,
    feeds,
    figures,
    pages,
    press,
    releases,
    responses,
)

urlpatterns = [
    path("", pages.home, name="home"),
    path("forces/", pages.forces, name="forces"),
    path("forces/<slug:slug>/", pages.force, name="force"),
    path("forces/<slug:slug>/<slug:measure>.csv", downloads.force_csv, name="force_csv"),
    path("measures/<slug:slug>/", figures.measure, name="measure"),
    path("responses/<slug:round>/", responses.responses, name="responses"),
    path("releases/", releases.release_index, name="releases"),
    path("releases/feed.atom", feeds.Releases(), name="releases_feed"),
    path("releases/<slug:measure>/<int:number>/", releases.release, name="release"),
    path(
        "releases/<slug:measure>/<int:number>/changes/",
        releases.release_changes,
        name="release_changes",
    ),
    path("releases/<slug:measure>/<int:number>/figures.csv", data.figures_csv, name="release_csv"),
    path(
        "releases/<slug:measure>/<int:number>/figures.xlsx", data.figures_xlsx, name="release_xlsx"
    ),
    path("data/", data.data, name="data"),
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
    *(
        path(
            f"press/<slug:event>/<slug:body>.{kind}",
            press.text_file,
            {"kind": kind},
            name=f"press_{kind}",
        )
        for kind in ("txt", "docx")
    ),
    path("check/", check.check, name="check"),
    path("about/", pages.about, name="about"),
    path("about/methods/", about.methods_page, name="methods"),
    path("help/", about.help_page, name="help"),
    path("contact/", about.contact, name="contact"),
    path("licence/", about.licence, name="licence"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("admin/", admin.site.urls),
]
