"""Reading in a process of its own, with limited memory and time, whose death harms nobody.

A file can be made to fill all memory or to be read for ever: a bomb of zeros, a million styled
rows. So each reader is also a program: the file comes in on stdin, and JSON goes out.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from offences.refused import Refused

MEMORY = 1_500_000_000  # bytes of address space, most of it never touched
TOO_LARGE = "This file is too large to be read. Save the part you need by itself."
BROKEN = "This file is damaged and cannot be read. Open it, save it again and upload that copy."
_ROOT = Path(__file__).resolve().parent.parent.parent


def limit_process(seconds: int, data: int | None = None) -> None:
    """Limit this process's address space, time and filled bytes; not on Windows, which cannot."""
    try:
        import resource
    except ImportError:
        return
    filled = [] if data is None else [(resource.RLIMIT_DATA, data)]
    for what, most in [(resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, seconds), *filled]:
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, hard))


def run_limited(module: str, data: bytes, *arguments: str, seconds: float) -> bytes | None:
    """Run a module as a program and return its output; None if it took too much or died."""
    try:
        command = [sys.executable, "-E", "-s", "-m", module, *arguments]
        done = subprocess.run(command, input=data, capture_output=True, timeout=seconds, cwd=_ROOT)
    except subprocess.TimeoutExpired:
        return None
    return None if done.returncode else done.stdout


def ask(module: str, data: bytes, *arguments: str, seconds: float, too_much: str) -> Any:
    """The answer of a program that ends in `answer`; Refused with its sentence, or with ours."""
    output = run_limited(module, data, *arguments, seconds=seconds)
    if output is None:
        raise Refused(too_much)
    reply = json.loads(output)
    if "refused" in reply:
        raise Refused(reply["refused"])
    return reply["answer"]


def answer(read: Callable[[bytes], object], seconds: int) -> None:
    """Print what is read from stdin, or the sentence that says why it cannot be read."""
    limit_process(seconds)
    try:
        output = json.dumps({"answer": read(sys.stdin.buffer.read())}, default=vars)
    except Refused as refusal:
        output = json.dumps({"refused": str(refusal)})
    except MemoryError:
        output = json.dumps({"refused": TOO_LARGE})
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        output = json.dumps({"refused": BROKEN})
    sys.stdout.write(output)
