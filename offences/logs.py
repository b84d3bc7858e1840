"""Logs as lines of JSON, with the numbers of people and without names, addresses and texts.

A message may hold what a person typed or an address with a key in it, and an exception’s words a
row; so of an error its kind and its place are written, and of a page the pattern of its address.
"""

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse

from offences.history import writer
from offences.request_metrics import READY, count_request

PAGES = logging.getLogger("offences.pages")
OWN_WORDS = {
    *(PAGES.name, "offences.workers", "gunicorn.error", "django.server"),
    *("django_tasks_db", "django.tasks"),
}
"""The loggers whose messages are known to hold nothing of anybody."""
ALSO = ("method", "route", "status", "milliseconds")


class JsonLines(logging.Formatter):
    """One line for each event: when, how bad, where, and in which request, task and account."""

    def format(self, record: logging.LogRecord) -> str:
        by = writer.current()
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "where": f"{record.module}:{record.lineno}",
            "request": by.request,
            "task": by.through.removeprefix("task ") if by.through.startswith("task ") else "",
            "person": by.person_id(),
        }
        # The pattern of a message, without what is filled in.
        line["message"] = record.getMessage() if record.name in OWN_WORDS else str(record.msg)
        line |= {name: vars(record)[name] for name in ALSO if name in vars(record)}
        if record.exc_info and (error := record.exc_info[1]):
            steps = traceback.extract_tb(error.__traceback__)
            line["error"] = type(error).__name__
            line["steps"] = [f"{each.filename}:{each.lineno} {each.name}" for each in steps]
        return json.dumps({name: value for name, value in line.items() if value not in ("", None)})


class RequestLines:
    """Counts and logs each request that is answered by Django: which page, how, how fast."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        begun = time.monotonic()
        response = self.get_response(request)
        seconds, match = time.monotonic() - begun, request.resolver_match
        count_request(match.view_name if match else READY, response.status_code, seconds)
        about = {
            "method": request.method,
            "route": f"/{match.route}" if match else "",
            "status": response.status_code,
            "milliseconds": round(seconds * 1000),
        }
        PAGES.info("answered", extra=about)
        return response
