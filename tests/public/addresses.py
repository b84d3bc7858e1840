"""The public addresses by their names, each serving a made-up world: the look without the views."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from tests.public.worlds import NOTICE, PAGES


def show(request: HttpRequest, **named) -> HttpResponse:
    template, context = PAGES[request.path]
    return render(request, template, {**context, "demonstration_notice": NOTICE})


NAMED = [
    path("", show, name="home"),
    path("forces/", show, name="forces"),
    path("forces/<slug:slug>/", show, name="force"),
    path("forces/<slug:slug>/<slug:measure>.csv", show, name="force_csv"),
    path("releases/<slug:measure>/<int:number>/forces/<slug:slug>/", show, name="pinned_force"),
    path("releases/<slug:measure>/<int:number>/forces/<slug:slug>.csv", show, name="pinned_csv"),
    path("press/", show, name="press"),
    path("press/<slug:event>/", show, name="press_event"),
    path("press/<slug:event>/<slug:body>/", show, name="press_text"),
    path("about/", show, name="about"),
]
urlpatterns = [*NAMED, *[path(each[1:], show) for each in PAGES]]
