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
    return understood(output, too_much)["answer"]


def understood(output: bytes | None, too_much: str) -> dict[str, Any]:
    """What a program replied; Refused with its sentence, or with ours where it came to no end."""
    if output is None:
        raise Refused(too_much)
    said = json.loads(output)
    if "refused" in said:
        raise Refused(said["refused"])
    return said


def answer(read: Callable[[bytes], object], seconds: int) -> None:
    """Print what is read from stdin, or the sentence that says why it cannot be read."""
    limit_process(seconds)
    sys.stdout.write(to_reply(reply(read, sys.stdin.buffer.read())))


def reply(read: Callable[[bytes], object], data: bytes) -> dict[str, object]:
    """What is read, or the sentence that says why it cannot be read."""
    try:
        return {"answer": read(data)}
    except Refused as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_LARGE}
    except Exception as broken:  # whatever a broken file makes a reader do
        print(repr(broken), file=sys.stderr)
        return {"refused": BROKEN}


def to_reply(said: dict[str, object]) -> str:
    """A reply as JSON; one that is too large for the memory says so."""
    try:
        return json.dumps(said, default=vars)
    except MemoryError:
        return json.dumps({"refused": TOO_LARGE})
