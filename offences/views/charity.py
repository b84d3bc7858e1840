"""The charity's logo and colours, as every public page names them."""

import base64

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from offences.words.charity import charity

NOTHING = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII="
)
"""A picture of one transparent dot: no page shows it, but its address is there."""


def logo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(base64.b64decode(charity().logo or NOTHING), content_type="image/png")


def colours(request: HttpRequest) -> HttpResponse:
    return render(request, "colours.css", content_type="text/css")
