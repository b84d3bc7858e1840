"""Reading in a process of its own, where memory and time are limited and dying harms nobody."""

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent.parent


def limit_process(memory: int, seconds: int, data: int | None = None) -> None:
    """Of this process: address space, time, and, where given, what it may fill of it, in bytes.

    Not on Windows, which has no such limits; the caller's clock still runs.
    """
    try:
        import resource
    except ImportError:
        return
    limits = [(resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)]
    if data is not None:
        limits.append((resource.RLIMIT_DATA, data))
    for what, most in limits:
        _, hard = resource.getrlimit(what)
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(what, (most, hard))


def run_limited(module: str, data: bytes, *asked: str, seconds: float) -> bytes | None:
    """What a module prints that is run as a program; None where it took too much or died."""
    try:
        done = subprocess.run(
            [sys.executable, "-E", "-s", "-m", module, *asked],
            input=data,
            capture_output=True,
            timeout=seconds,
            check=False,
            cwd=_ROOT,
        )
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode else done.stdout
