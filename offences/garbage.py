"""Work without Python's search for circles of values that nothing else refers to.

Of the many small values that a large release or file is made of next to none is in a circle, and
to look for one again and again took a tenth of the time or more.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Uncollected:
    """How many threads of this process do without, and whether it searched before."""

    lock = Lock()
    number = 0
    was_searching = False


@contextmanager
def uncollected() -> Iterator[None]:
    """Do without it, in the whole process, until the last thread that asked for this is done."""
    with _Uncollected.lock:
        if not _Uncollected.number:
            _Uncollected.was_searching = gc.isenabled()
            gc.disable()
        _Uncollected.number += 1
    try:
        yield
    finally:
        with _Uncollected.lock:
            _Uncollected.number -= 1
            if not _Uncollected.number and _Uncollected.was_searching:
                gc.enable()
