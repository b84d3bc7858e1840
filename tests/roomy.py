"""Room for the frames of a test’s calls, asked for once.

Python stores the frames of calls in pieces of 16 KB, which it gets from the system and gives back
one by one. Where the calls of a loop cross the end of a piece, each of them asks the system twice:
under Django’s middleware and pytest’s hooks that is a fifth of what a test of the staff’s pages
costs. A call that says it needs a megabyte gets a piece of two, and all that it calls fits into the
other half.
"""

from collections.abc import Callable

SLOTS = 2**17
"""Places in a frame, of eight bytes each: only those that are used take memory."""


def with_room[**P, T](call: Callable[P, T], *of: P.args, **named: P.kwargs) -> T:
    return call(*of, **named)


with_room.__code__ = with_room.__code__.replace(co_stacksize=SLOTS)
