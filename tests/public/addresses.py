"""The public addresses by their names, each serving a made-up world: the look without the views."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from tests.public.worlds import NOTICE, PAGES


def show(request: HttpRequest, **named) -> HttpResponse:
    template, context = PAGES[request.path]
    return render(request, template, {**context, "release_note": NOTICE})


NAMED = [
    path("", show, name="home"),
    path("forces/", show, name="forces"),
    path("forces/<slug:slug>/", show, name="force"),
    path("forces/<slug:slug>/<slug:measure>/", show, name="force_measure"),
    path("forces/<slug:slug>/feed.atom", show, name="force_feed"),
    path("forces/<slug:slug>/<slug:measure>.csv", show, name="force_csv"),
    path("areas/<slug:slug>/", show, name="area"),
    path("areas/<slug:slug>/<slug:measure>/", show, name="area_measure"),
    path("forces/<slug:slug>/<slug:measure>/<str:file>", show, name="chart_picture"),
    path("embed/<slug:slug>/<slug:measure>/", show, name="embed_measure"),
    path("embed/<slug:slug>/<slug:measure>/<int:number>/", show, name="pinned_embed"),
    path("measures/<slug:slug>/", show, name="measure"),
    path("responses/<slug:round>/", show, name="responses"),
    path("releases/", show, name="releases"),
    path("releases/<slug:measure>/<int:number>/", show, name="release"),
    path("releases/<slug:measure>/<int:number>/changes/", show, name="release_changes"),
    path("data/", show, name="data"),
    path("data/<slug:measure>/", show, name="data_of"),
    path("releases/<slug:measure>/<int:number>/<str:file>", show, name="release_file"),
    path("releases/<slug:measure>/<int:number>/forces/<slug:slug>/", show, name="pinned_force"),
    path("releases/<slug:measure>/<int:number>/forces/<slug:slug>.csv", show, name="pinned_csv"),
    path("press/", show, name="press"),
    path("press/<slug:event>/", show, name="press_event"),
    path("press/<slug:event>/<slug:body>/", show, name="press_text"),
    path("press/<slug:event>/<slug:body>/figures/", show, name="press_figures"),
    path("press/<slug:event>/<slug:body>.txt", show, name="press_txt"),
    path("press/<slug:event>/<slug:body>.docx", show, name="press_docx"),
    path("check/", show, name="check"),
    path("about/", show, name="about"),
    path("about/methods/", show, name="methods"),
    path("about/ranking/", show, name="ranking"),
    *(path(f"{n}/", show, name=n) for n in ("help", "contact", "licence", "accessibility")),
    path("releases/feed.atom", show, name="releases_feed"),
]
urlpatterns = [*NAMED, *[path(each[1:], show) for each in PAGES]]
