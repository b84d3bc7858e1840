"""Reading a force's own file: its sheets, the tables on them, and what each cell says.

Nothing here knows of the database. A file becomes observations, each with its sheet, cell, year and
labels, and problems, each with a place and a sentence. What is hidden in a file is named, not read.
"""

import json

from offences.returns.limits import run
from offences.returns.reader import NOBODY_COULD, nothing

_SECONDS = 8.5
_TOO_MUCH = (
    "This file takes too much memory or time to be read. Copy the tables of figures alone into a "
    "new file."
)


def read_file(data: bytes, name: str, password: str = "") -> dict[str, object]:
    """What the reader sees in a file, ready for JSON; never an exception, whatever the file."""
    return _ask(data, name, password, whole=False)


def see_file(data: bytes, name: str, password: str = "") -> dict[str, object]:
    """The same, with the picture of every sheet and what the gate says of hidden or personal data.

    `against_itself` are the problems of what does not agree with the rest of the file, which
    `again` finds anew once cells are mended; they are not among `problems` here. `sheets`: of
    every visible sheet its rows, the role of each cell (year, label, value, marker, total, note
    or ignored), hidden rows and columns, faults and merged cells. Each table has `over`, the
    lines that stand over it; each observation `part`, the first and last month of a part of a
    year. `quarantine`: sentences, and `personal`: columns that no screen may show. `unopened`
    where nothing could look into the file.
    """
    return _ask(data, name, password, whole=True)


def why_held_back(data: bytes, name: str) -> list[str]:
    """What the gate alone says of a file, one sentence a reason; its figures are not read."""
    said = _run(data, {"name": name, "password": "", "gate": True})
    return list(json.loads(said)) if said is not None else [NOBODY_COULD]


def _run(data: bytes, asked: dict[str, object]) -> bytes | None:
    # On stdin, since every user of a machine sees what programs are started with.
    return run("offences.returns", json.dumps(asked).encode() + b"\n" + data, seconds=_SECONDS)


def _ask(data: bytes, name: str, password: str, *, whole: bool) -> dict[str, object]:
    said = _run(data, {"name": name, "password": password, "whole": whole})
    if said is None:
        return nothing(name, _TOO_MUCH, whole=whole)
    return dict(json.loads(said))
