"""Reports of errors to a server that is set, without anybody’s name, words or figures.

A report is made anew of what is known to hold nothing of anybody: the kind of error, the places in
the code, the pattern of the page's address. What an error says may hold a row, and stays here.
"""

import logging
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.atexit import AtexitIntegration
from sentry_sdk.integrations.excepthook import ExcepthookIntegration
from sentry_sdk.integrations.logging import LoggingIntegration

from offences.history import writer

KEPT = ("event_id", "timestamp", "level", "platform", "release", "logger", "sdk")
OF_FRAME = ("filename", "function", "module", "lineno", "in_app")


def start(dsn: str, version: str) -> None:
    """Report every error that is logged from now on: of pages, of the worker, of commands.

    What the library would add of its own by default, it is not asked for either.
    """
    sentry_sdk.init(
        dsn=dsn,
        release=version,
        before_send=without_people,  # type: ignore[arg-type]  # a whole dictionary, made anew
        include_local_variables=False,
        include_source_context=False,
        max_request_body_size="never",
        max_breadcrumbs=0,
        auto_session_tracking=False,
        send_client_reports=False,
        default_integrations=False,
        auto_enabling_integrations=False,
        integrations=[
            LoggingIntegration(level=None, event_level=logging.ERROR, sentry_logs_level=None),
            ExcepthookIntegration(),
            AtexitIntegration(callback=lambda pending, timeout: None),  # sends the last ones
        ],
    )


def without_people(event: dict[str, Any], hint: dict[str, Any]) -> dict[str, Any]:
    """The parts of a report that hold nothing of anybody."""
    report = {name: event[name] for name in KEPT if name in event}
    by = writer.current()
    task = by.through.removeprefix("task ") if by.through.startswith("task ") else ""
    match = getattr(getattr(hint.get("log_record"), "request", None), "resolver_match", None)
    report["tags"] = {"request": by.request, "task": task}
    report["transaction"] = f"/{match.route}" if match else task
    errors = (event.get("exception") or {}).get("values") or []
    report["exception"] = {"values": [_error(each) for each in errors]}
    return report


def _error(error: dict[str, Any]) -> dict[str, Any]:
    frames = (error.get("stacktrace") or {}).get("frames") or []
    steps = [{name: each.get(name) for name in OF_FRAME} for each in frames]
    kind = {name: error.get(name) for name in ("type", "module")}
    return {**kind, "value": "", "stacktrace": {"frames": steps}}
