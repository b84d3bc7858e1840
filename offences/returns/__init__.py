"""Reading a force's own file: its sheets, the tables on them, and what each cell says.

Nothing here knows of the database. A file becomes observations, each with its sheet, cell, year and
labels, and problems, each with a place and a sentence. What is hidden in a file is named, not read.
"""

import json

from offences.returns.limits import run
from offences.returns.reader import nothing

_SECONDS = 8.5


def read_file(data: bytes, name: str) -> dict[str, object]:
    """What the reader sees in a file, ready for JSON; never an exception, whatever the file."""
    said = run("offences.returns", data, name, seconds=_SECONDS)
    if said is None:
        return nothing(name, "This file takes too much memory or time to be read.")
    return dict(json.loads(said))
