"""Each request as a writer, with a number of its own."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from offences.history.writer import RequestWriter, new_number, writing


class RequestsWrite:
    """Record what a request changes under its number, which the logs have too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with writing(RequestWriter(new_number(), "page", page=request)):
            return self.get_response(request)
