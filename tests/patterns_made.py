"""The tracer's patterns, made by one process of a run and left to its others.

To take nearly three thousand of them apart costs a process four seconds, and each part of a run
would need most of them. What is left is what Python made of each, and what a text must hold for it.
"""

import _sre
import marshal
import os
from array import array
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from offences.tracing.finding import vocabulary

LOOKED_UP = ("_words", "_beginnings", "_endings")
_compiler = import_module("re._compiler")


def _file() -> Path | None:
    return Path(os.environ["TEST_ROWS"]) / "patterns" if "TEST_ROWS" in os.environ else None


def leave_patterns() -> None:
    """Make every pattern there is by now, and leave them to the other processes of the run."""
    if file := _file():
        file.write_bytes(dump(vocabulary._patterns))


def take_patterns() -> None:
    """Take those that another process has left."""
    if (file := _file()) and file.exists():
        load(vocabulary._patterns, file.read_bytes())


def dump(patterns: list[Any]) -> bytes:
    """What was made of patterns that are not made yet, as bytes."""
    made: list[tuple] = []

    def remember(source: str, flags: int, code: list[int], *more: Any) -> Any:
        made.append((source, flags, array("I", code).tobytes(), *more))
        return _sre.compile(source, flags, code, *more)

    names = {name: getattr(_sre, name) for name in dir(_sre)} | {"compile": remember}
    left = []
    with patch.object(_compiler, "_sre", SimpleNamespace(**names)):
        for each in (each for each in patterns if "_made" not in vars(each)):
            each.make()
            looked_up = [getattr(each, name) for name in LOOKED_UP]
            left.append((each._source, each._flags, looked_up, made.pop()))
    return marshal.dumps(left)


def load(patterns: list[Any], data: bytes) -> None:
    """Have these patterns as they were made before, where they are not made yet."""
    known = {(source, flags): of for source, flags, *of in marshal.loads(data)}
    for each in patterns:
        if (of := known.get((each._source, each._flags))) and "_made" not in vars(each):
            looked_up, (source, flags, code, *more) = of
            numbers = array("I", code).tolist()
            vars(each).update(zip(LOOKED_UP, looked_up, strict=True))
            vars(each)["_made"] = _sre.compile(source, flags, numbers, *more)
