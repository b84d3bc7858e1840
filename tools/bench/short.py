"""The short form of a part: the same steps on less, for whether it runs to its end.

What it measures says nothing: `make bench ARGS="pages --short"`.
"""

import os

NAME = "BENCH_SHORT"


def many[Size](whole: Size, short: Size) -> Size:
    return short if os.environ.get(NAME) else whole
