"""Logs with the numbers of people and without names, addresses and texts: records or JSON.

A message may hold what a person typed or an address with a key in it, and an exception’s words a
row; so of an error its kind and its place are written, and of a page the pattern of its address.
"""

import json
import logging
import re
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

from offences.history import writer
from offences.request_metrics import NO_VIEW, count_request

PAGES = logging.getLogger("offences.pages")
OWN_WORDS = {
    *(PAGES.name, "offences.workers", "gunicorn.error", "django.server"),
    *("django_tasks_db", "django.tasks", "offences.intake.unfinished"),
}
"""The loggers whose messages are known to hold nothing of anybody."""
ALSO = ("method", "route", "status", "milliseconds")
_FILLED_IN = re.compile(r"%(?:\(\w+\))?[a-z]")


class JsonLines(logging.Formatter):
    """One line for each event: when, how bad, where, and in which request, task and account."""

    def format(self, record: logging.LogRecord) -> str:
        line = _event(record)
        if record.exc_info and (error := record.exc_info[1]):
            steps = traceback.extract_tb(error.__traceback__)
            line["error"] = type(error).__name__
            line["steps"] = [f"{each.filename}:{each.lineno} {each.name}" for each in steps]
        return json.dumps(line)


class ErrorRecords(logging.Formatter):
    """The same to be read by a person: a line, and below it the steps that led to an error."""

    def format(self, record: logging.LogRecord) -> str:
        event = _event(record)
        first = [str(event.pop(name)) for name in ("at", "level", "logger", "where")]
        words = event.pop("message", "")
        beside = ", ".join(f"{name} {value}" for name, value in event.items())
        line = f"{' '.join(first)}: {words}" + (f" ({beside})" if beside else "")
        if record.exc_info and record.exc_info[1]:
            return "\n".join([line, *_tracebacks(record.exc_info[1])])
        return line


def _event(record: logging.LogRecord) -> dict[str, object]:
    """What is known of an event and holds nothing of anybody."""
    by = writer.current()
    event: dict[str, object] = {
        "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname.lower(),
        "logger": record.name,
        "where": f"{record.module}:{record.lineno}",
        "request": by.request,
        "task": by.through.removeprefix("task ") if by.through.startswith("task ") else "",
        "person": by.person_id(),
        "message": _words(record),
    }
    request, status = (vars(record).get(name) for name in ("request", "status_code"))
    if isinstance(request, HttpRequest):  # an error of a page
        event |= {"method": request.method, "route": _route(request), "status": status}
    event |= {name: vars(record)[name] for name in ALSO if name in vars(record)}
    return {name: value for name, value in event.items() if value not in ("", None)}


def _words(record: logging.LogRecord) -> str:
    """The message; without what is filled in, unless that is known to hold nothing of anybody."""
    if record.name in OWN_WORDS:
        return record.getMessage()
    status = vars(record).get("status_code")
    if record.name == "django.request" and isinstance(status, int):
        return HTTPStatus(status).phrase  # its message is that and the address
    if record.name.startswith("django.security"):
        return "Refused"  # its message is already filled in, with a host or a path
    return _FILLED_IN.sub("…", str(record.msg))


def _tracebacks(error: BaseException, seen: tuple[BaseException, ...] = ()) -> Iterator[str]:
    """The steps to an error, after those to the errors that it comes from, by their kinds alone."""
    context = None if error.__suppress_context__ else error.__context__
    before, seen = error.__cause__ or context, (*seen, error)
    if before is not None and not any(before is each for each in seen):
        yield from _tracebacks(before, seen)
        yield "which led to"
    yield "Traceback:"
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def _route(request: HttpRequest) -> str:
    return f"/{request.resolver_match.route}" if request.resolver_match else ""


class RequestLines:
    """Counts and logs each request that is answered by Django: which page, how, how fast."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.monotonic()
        response = self.get_response(request)
        seconds, match = time.monotonic() - begun, request.resolver_match
        count_request(match.view_name if match else NO_VIEW, response.status_code, seconds)
        about = {
            "method": request.method,
            "route": _route(request),
            "status": response.status_code,
            "milliseconds": round(seconds * 1000),
        }
        PAGES.info("answered", extra=about)
        return response
