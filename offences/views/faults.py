"""The page for an error: what happened, whether anything was stored, and what to do."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from offences.accounts.addresses import is_staff_address
from offences.faults import Fault, fault_of
from offences.history import writer

SECONDS_TO_WAIT = {
    Fault.BUSY: 5,
    Fault.DATABASE_GONE: 60,
    Fault.READ_ONLY: 300,
    Fault.DISK_FULL: 300,
    Fault.DOCUMENTS_GONE: 60,
}


def show_error(request: HttpRequest) -> HttpResponse:
    """Answer an error: 503 and the cause if a part of the server failed, 500 if the code did."""
    fault = fault_of(sys.exc_info()[1])
    if fault is None:
        number = writer.current().request if is_staff_address(request) else ""
        return HttpResponse(render_to_string("500.html", {"number": number}), status=500)
    shown = {"fault": fault, "is_staff": is_staff_address(request)}
    headers = {"Retry-After": str(SECONDS_TO_WAIT[fault]), "Cache-Control": "no-store"}
    return HttpResponse(render_to_string("503.html", shown), status=503, headers=headers)
