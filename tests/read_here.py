"""A file read in the test's own process: to start another one costs a fifth of a second.

Broken and large files (tests/returns/test_broken.py, tests/staff/test_papers.py), tests/replies and
the tests in a browser have them read in a process with limits, as a server does.
"""

import io
import runpy
import threading
import warnings
from collections.abc import Iterator
from types import SimpleNamespace
from unittest.mock import patch

import pytest

from offences import returns
from offences.returns import limited_process

_one_at_a_time = threading.Lock()  # they share sys.stdin and sys.stdout


def run_here(module: str, data: bytes, *arguments: str, seconds: float) -> bytes:
    """What a reader prints that is run as a program, without its limits."""
    printed = io.StringIO()
    with (
        _one_at_a_time,
        patch("sys.argv", [module, *arguments]),
        patch("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data))),
        patch("sys.stdout", printed),
        patch.object(limited_process, "limit_process", lambda *limits: None),
        warnings.catch_warnings(action="ignore", category=RuntimeWarning),  # it is imported, too
    ):
        runpy.run_module(module, run_name="__main__")
    return printed.getvalue().encode()


@pytest.fixture
def read_here(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read files here, in a test that asks for it and has no browser."""
    if request.node.get_closest_marker("browser"):
        yield
        return
    with (
        patch.object(limited_process, "run_limited", run_here),
        patch.object(returns, "run_limited", run_here),
    ):
        yield
