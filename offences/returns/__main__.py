"""Run as a program: a file's bytes in, what was read out, as JSON, within hard limits."""

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
    name = sys.argv[1]
    try:
        said = answer(name, *sheets_of(sys.stdin.buffer.read(), name))
    except Refused as refusal:
        said = nothing(name, str(refusal))
    except MemoryError:
        said = nothing(
            name, "This file is too large to be read. Save the sheet you need by itself."
        )
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        said = nothing(name, "This file cannot be read. Open it, save it anew, and try that one.")
    json.dump(said, sys.stdout)


if __name__ == "__main__":
    main()
