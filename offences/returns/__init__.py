"""Reading a force's own file: its sheets, the tables on them, and what each cell says.

Nothing here knows of the database. A file becomes observations, each with its sheet, cell, year and
labels, and problems, each with a place and a sentence. What is hidden in a file is named, not read.

`formats` opens a file; `reader` reads it and checks all its sheets together, `sheet_reader` one
sheet, of which `found_tables` finds the tables and `observations` reads one. `own_form` is the
return form that is sent to forces. `sheet` and `result` are what is given back. A process of its
own does it: `limited_process`, within the budgets of `work`.
"""

import json

from offences.returns.formats.workbooks import WorkbookSheet
from offences.returns.limited_process import run_limited, understood
from offences.returns.reader import UNOPENED, unread_file
from offences.returns.result import ReadFile, from_document
from offences.statistics.years import first_month

# By the clock, for a process that waits. One that works is ended by its own limit of processor
# time, which a busy machine does not shorten, and by its budgets of work far sooner.
_SECONDS = 120
_TOO_MUCH = (
    "This file takes too much memory or time to be read. Copy only the tables of figures into a "
    "new file."
)


def read_file(data: bytes, name: str, password: str = "") -> ReadFile:
    """Read a file; never an exception, whatever the file."""
    answer = _run(data, {"name": name, "password": password})
    return unread_file(name, _TOO_MUCH) if answer is None else from_document(json.loads(answer))


def why_held_back(data: bytes, name: str) -> list[str]:
    """Why a file must be held back, a sentence each; its figures are not read."""
    answer = _run(data, {"name": name, "password": "", "held_back": True})
    return list(json.loads(answer)) if answer is not None else [UNOPENED]


def read_workbook_and_reasons(
    data: bytes, name: str, kind: str, *, seconds: float, too_much: str
) -> tuple[list[WorkbookSheet], list[str] | None]:
    """Every sheet of a workbook, and why it must be held back; None where that was too slow."""
    output = _run(data, {"name": name, "password": "", "workbook": kind}, seconds)
    said = understood(output, too_much)
    return [WorkbookSheet(**sheet) for sheet in said["answer"]], said.get("held_back")


def _run(data: bytes, request: dict[str, object], seconds: float = _SECONDS) -> bytes | None:
    # On stdin, since every user of a machine sees what programs are started with.
    # The other process knows no charity, so it is told in which month years start.
    asked = json.dumps(request | {"years_start": first_month()}).encode() + b"\n" + data
    return run_limited("offences.returns", asked, seconds=seconds)
