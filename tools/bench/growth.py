"""python -m tools.bench.growth sqlite|postgresql [PART …]: what many years of a charity cost.

The practice year, and ten and a hundred times what a year adds, each in a database of its own that
is copied from the one before it and grown by few statements. Every part of PARTS is measured at
each scale: milliseconds of the processor, with those of the database server and of the processes
that read a file, the quickest of three after a first one, and queries. The budgets of all parts
but lists and *Today* are about one and a half times what two ordinary cores took at every scale in
November 2026: a much slower machine may miss them. No release is prepared here: all copies are of
the same years, and no charity has a hundred releases of one year. `releases` has five in a row.

The practice year is made for this, in a minute or two; BENCH_PRACTICE names an SQLite database of
`manage.py practice` to be copied instead. The largest database takes a minute or two more, and two
gigabytes of disk: most of it are the million rows of its history, each in five indexes.
"""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from importlib import import_module
from pathlib import Path

from tools.bench.short import many
from tools.bench.site import Judged, database, set_up, stop_at_signals

SCALES = many((1, 10, 100), (1, 2))
PARTS = (
    *("lists", "board", "reading", "workbook", "drafts", "trace", "downloads"),
    *("public_page", "today"),  # the last ends the copied years
)


def make(address: str, directory: Path) -> None:
    """The practice year in our own database, and its files to be read beside it."""
    command = f"practice --scale {many(1, 0.1)} --inbox {directory / 'inbox'}"
    if (stored := os.environ.get("BENCH_PRACTICE")) and address.startswith("sqlite"):
        command, ours = "migrate", address.removeprefix("sqlite:///")
        with closing(sqlite3.connect(stored)) as theirs, closing(sqlite3.connect(ours)) as copy:
            theirs.backup(copy)
    # Nothing that was worked out for a page before is kept for the next.
    os.environ["BENCH_FORGET"] = "1"
    set_up(address, directory, command)
    import_module("tools.bench.anew")


def main(kind: str, *words: str) -> int:
    stop_at_signals()
    with database(kind) as (address, directory):
        make(address, directory)
        from tools.bench.grown import grown_copy

        judged = Judged()
        for times in SCALES:
            print(f"{times} times the yearly data, on {kind}", flush=True)
            with grown_copy(times):
                for part in words or PARTS:
                    import_module(f"tools.bench.{part}").measure(judged, directory)
        return 1 if judged.missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except (OSError, RuntimeError, subprocess.CalledProcessError) as error:
        sys.exit(f"bench: {error}")
