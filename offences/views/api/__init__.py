"""The API: released figures as JSON, read only, its description and the page about it."""

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse

from offences.public_answers import open_to_all
from offences.statistics.years import APRIL, JANUARY, first_month
from offences.views.api.operations import api
from offences.views.api.schema import CALENDAR_YEAR, YEAR
from offences.views.moment import page, public_state
from offences.words import api as words
from offences.words.charity import charity, our
from offences.words.years import in_our_years


def _parameters(operation: dict[str, Any]) -> list[dict[str, Any]]:
    return operation["get"].get("parameters", [])


def _answering(view: Callable[..., HttpResponse], names: set[str]) -> Callable[..., HttpResponse]:
    """A view that refuses what it would ignore, and answers HEAD as GET."""

    @wraps(view)
    def answering(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        for name, values in request.GET.lists():
            if name not in names:
                return JsonResponse({"problem": words.unknown(name, sorted(names))}, status=422)
            if len(values) > 1:
                return JsonResponse({"problem": words.repeated_parameter(name)}, status=422)
        method, request.method = request.method, "GET"
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = method

    return open_to_all(answering)


def routes(prefix: str) -> list[URLPattern]:
    """The addresses of the API, its description and the page about it."""
    found = [
        path(prefix, root, name="api"),
        path(f"{prefix}openapi.json", openapi, name="api_openapi"),
    ]
    for pattern in api.urls[0]:
        route = str(pattern.pattern)
        if not isinstance(pattern, URLPattern) or not route:
            continue
        operation = api.get_openapi_schema(path_prefix="/")["paths"][f"/{route}"]
        names = {each["name"] for each in _parameters(operation)}
        view = _answering(pattern.callback, names)
        found.append(path(f"{prefix}{route}", view, name=f"api_{pattern.name}"))
    return found


@open_to_all
def openapi(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 description."""
    return JsonResponse(_description(request))


def _description(request: HttpRequest) -> dict[str, Any]:
    document = dict(api.get_openapi_schema(path_prefix=reverse("api")))
    if first_month() != APRIL:
        document = _in_our_years(document)
    about = {"title": words.TITLE.format(charity().title), "description": our(words.ABOUT)}
    return document | {"info": document["info"] | about}


def _in_our_years(document: dict[str, Any]) -> dict[str, Any]:
    """The description with the charity's own years: it was made for financial ones."""
    written = in_our_years(json.dumps(document, cls=DjangoJSONEncoder))
    if first_month() == JANUARY:
        written = written.replace(json.dumps(YEAR), json.dumps(CALENDAR_YEAR))
    return json.loads(written)


def root(request: HttpRequest) -> HttpResponse:
    """The page about the API: every address with what can be asked of it."""
    paths = _description(request)["paths"]
    addresses = [
        {
            "name": address.rpartition("/")[2].capitalize(),
            "address": address,
            "summary": of["get"]["summary"],
            "parameters": _parameters(of),
        }
        for address, of in paths.items()
    ]
    newest = public_state(request).newest
    return page(request, "api.html", newest, addresses=addresses, example=next(iter(newest), None))
