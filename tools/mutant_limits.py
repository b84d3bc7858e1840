"""When make mutants takes a change of the code for a loop without an end.

A test may use three times the processor time that it needs without the change, and a few seconds:
on a busy machine it waits longer, and that does not count. A change that comes to this limit has
been noticed, for without it the same test ends at a third of the limit or before. The clock ends
only a test that waits for what never comes, an hour later; of that change nothing is known, so it
is shown with those that are left.
"""

import os
import resource
import signal
from math import ceil
from pathlib import Path
from time import process_time

LOOP = 36  # mutmut's own code for a change that made a test run without an end
CLOCK = 3600.0  # seconds
SPARE = 5.0  # what a test's module makes once, the first of its tests may have to make
TIMES = 3


def end_at_the_limit(needs: float, what: str, ended: Path, spare: float = SPARE) -> None:
    """End this process once it has used what `needs` allows from now, and note `what` ended."""
    limit = spare + TIMES * needs

    def end(*_: object) -> None:
        with ended.open("a") as noting:
            noting.write(f"{what} needs {needs:.1f} s, ended at {limit:.1f} s\n")
        os._exit(LOOP)

    signal.signal(signal.SIGPROF, end)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)  # for a loop that lets no signal through
    soft = ceil(process_time() + 2 * limit)
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard < 0 else min(soft, hard), hard))
    signal.setitimer(signal.ITIMER_PROF, limit)
