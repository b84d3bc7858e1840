"""Run as a program: what is asked and a file's bytes in, what was read out, within hard limits.

The first line is JSON: the file's name, its password, and whether the whole picture is asked for.
"""

import json
import sys

from offences.returns.files import sheets_of
from offences.returns.limits import limit
from offences.returns.marks import Refused
from offences.returns.reader import answer, nothing

MEMORY = 1_500_000_000  # bytes of address space, most of it never touched
FILLED = 400_000_000  # bytes of it that may be filled
SECONDS = 8


def main() -> None:
    limit(MEMORY, SECONDS, FILLED)
    asked = json.loads(sys.stdin.buffer.readline())
    name, whole = asked["name"], asked["whole"]
    try:
        opened = sheets_of(sys.stdin.buffer.read(), name, asked["password"])
        said = json.dumps(answer(name, *opened, whole=whole))
    except Refused as refusal:
        said = _nothing(name, str(refusal), whole)
    except MemoryError:
        said = _nothing(
            name, "This file is too large to be read. Save the sheet you need by itself.", whole
        )
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        said = _nothing(
            name, "This file cannot be read. Open it, save it anew, and try that one.", whole
        )
    sys.stdout.write(said)


def _nothing(name: str, why: str, whole: bool) -> str:
    return json.dumps(nothing(name, why, whole=whole))


if __name__ == "__main__":
    main()
