"""Every address of the site."""

from django.contrib import admin
from django.urls import path

from offences.views import about, check, data, feeds, forces, pages, press, releases, responses

RELEASE = "releases/<slug:measure>/<int:number>"

urlpatterns = [
    path("", pages.home, name="home"),
    path("forces/", forces.forces, name="forces"),
    path("forces/<slug:slug>/", pages.force, name="force"),
    path("forces/<slug:slug>/<slug:measure>.csv", data.force_csv, name="force_csv"),
    path("measures/<slug:slug>/", pages.measure, name="measure"),
    path("responses/<slug:round>/", responses.responses, name="responses"),
    path("releases/", releases.release_index, name="releases"),
    path("releases/feed.atom", feeds.Releases(), name="releases_feed"),
    path(f"{RELEASE}/", releases.release, name="release"),
    path(f"{RELEASE}/changes/", releases.release_changes, name="release_changes"),
    *(
        path(f"{RELEASE}/figures.{kind}", data.figures, {"kind": kind}, name=f"release_{kind}")
        for kind in ("csv", "xlsx")
    ),
    path(f"{RELEASE}/forces/<slug:slug>/", pages.pinned_force, name="pinned_force"),
    path(f"{RELEASE}/forces/<slug:slug>.csv", data.pinned_csv, name="pinned_csv"),
    path("data/", data.data, name="data"),
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
    path("about/", about.about, name="about"),
    path("about/methods/", about.methods_page, name="methods"),
    *(
        path(f"{name}/", about.fixed, {"name": name}, name=name)
        for name in ("help", "contact", "licence", "accessibility")
    ),
    path("sitemap.xml", feeds.sitemap, name="sitemap"),
    path("robots.txt", feeds.robots, name="robots"),
    path("admin/", admin.site.urls),
]
