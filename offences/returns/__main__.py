"""The program of the reading process: a line of JSON and a file's bytes in, contents out."""

import gc
import json
import sys
import time
from typing import Any

from offences.refused import Refused
from offences.returns.formats.embedded_data import hides_nothing
from offences.returns.formats.files import open_file
from offences.returns.formats.workbooks import WorkbookSheet, may_have_outliers, read_workbook
from offences.returns.limited_process import BROKEN, TOO_LARGE, limit_process, reply, to_reply
from offences.returns.reader import UNOPENED, held_back_reasons, read_sheets, unread_file
from offences.returns.result import to_json
from offences.statistics.years import starting_in

FILLED = 400_000_000  # bytes of address space that may be filled
# Of the processor, several times what the largest file takes that the budgets of work let through.
SECONDS = 30
SOON = 8  # seconds by the clock, of the 25 that a caller waits for sheets


def read_to_json(data: bytes, name: str, password: str) -> str:
    """Read a file to JSON; never an exception, whatever the file."""
    try:
        return to_json(read_sheets(name, open_file(data, name, password)))
    except Refused as refusal:
        why = str(refusal)
    except MemoryError:
        why = TOO_LARGE
    except BaseException as broken:  # whatever a broken file makes a reader do, a panic too
        print(type(broken).__name__, file=sys.stderr)
        why = BROKEN
    return to_json(unread_file(name, why, shows_all=hides_nothing(data, name)))


def why_held_back(data: bytes, name: str, read: list[WorkbookSheet] | None = None) -> list[str]:
    """Why a file must be held back, without a reading of its figures."""
    try:
        return held_back_reasons(open_file(data, name, read=read))
    except BaseException as broken:  # as above: a file that cannot be opened is not a clean one
        print(type(broken).__name__, file=sys.stderr)
        return [] if hides_nothing(data, name) else [UNOPENED]


def workbook_to_json(data: bytes, name: str, kind: str) -> str:
    """The sheets of a workbook and why it must be held back, or why it cannot be read."""
    begun = time.monotonic()
    sheets: list[WorkbookSheet] = []

    def read(data: bytes) -> object:
        sheets.extend(read_workbook(data, kind))
        return sheets

    answered = reply(read, data)
    # The caller waits for the sheets: where they were slow, it asks for the reasons by themselves.
    if "refused" in answered or time.monotonic() - begun > SOON:
        return to_reply(answered)
    again = may_have_outliers(sheets)
    return to_reply(answered | {"held_back": why_held_back(data, name, None if again else sheets)})


def main() -> None:
    asked = json.loads(sys.stdin.buffer.readline())
    limit_process(SECONDS, None if "workbook" in asked else FILLED)
    # A file is many objects and little garbage: looking for it took a tenth of the time.
    gc.set_threshold(50_000, 20, 50)
    data = sys.stdin.buffer.read()
    with starting_in(asked["years_start"]):
        sys.stdout.write(_answer(asked, data))


def _answer(asked: dict[str, Any], data: bytes) -> str:
    if "workbook" in asked:
        return workbook_to_json(data, asked["name"], asked["workbook"])
    if asked.get("held_back"):
        return json.dumps(why_held_back(data, asked["name"]))
    return read_to_json(data, asked["name"], asked["password"])


if __name__ == "__main__":
    main()
