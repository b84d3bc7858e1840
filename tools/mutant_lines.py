"""Which test executes the statement that a change of make mutants changes.

The run that measures the tests notes each line of the changed modules that a test executes. A test
that never comes to the changed statement cannot notice the change, so it need not run. This is a
part of tools/mutant_runs.py, which has each change tried.
"""

import ast
import difflib
import functools
import gc
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import process_time
from types import CodeType

import pytest
from mutmut.state import state

TOOL = 4  # of those that sys.monitoring leaves to other tools
LINE = sys.monitoring.events.LINE
ORIGINAL = "__mutmut_orig"
FUNCTION = re.compile(rf"(\w+){ORIGINAL}")
OURS = ("offences.", "tests.")


def remembering() -> Iterator[functools._lru_cache_wrapper]:
    """Each function of ours that remembers what it has answered."""
    kind = type(functools.cache(len))
    for each in gc.get_objects():
        if isinstance(each, kind) and str(each.__module__).startswith(OURS):
            yield each


class Executed:
    """A plugin of pytest: the lines that each test executes, and the processor time it needs."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.numbers: dict[str, int] = {}  # of each line "path:line", its bit
        self.by_test: dict[str, int] = {}
        self.needs: dict[str, float] = {}  # of each test, seconds of the processor
        self._bits: set[int] = set()
        self._remembering: list[functools._lru_cache_wrapper] = []

    def pytest_runtestloop(self, session: pytest.Session) -> None:
        self._remembering = [*remembering()]
        sys.monitoring.use_tool_id(TOOL, "mutants")
        sys.monitoring.register_callback(TOOL, LINE, self._line)
        sys.monitoring.set_events(TOOL, LINE)

    def pytest_sessionfinish(self) -> None:
        sys.monitoring.free_tool_id(TOOL)
        known = {test: f"{bits:x}" for test, bits in self.by_test.items()}
        self.file.write_text(json.dumps([self.numbers, known, self.needs]))

    def load(self) -> None:
        """Take what a run that was stopped has noted."""
        self.numbers, known, self.needs = json.loads(self.file.read_text())
        self.by_test = {test: int(bits, 16) for test, bits in known.items()}

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        for each in self._remembering:
            each.cache_clear()  # what an earlier test computed, this one would not execute
        self._bits.clear()
        sys.monitoring.restart_events()
        began = process_time()
        result = yield
        self.needs[item.nodeid] = process_time() - began
        self.by_test[item.nodeid] = sum(1 << bit for bit in self._bits)
        return result

    def _line(self, code: CodeType, line: int) -> object:
        if function := FUNCTION.search(code.co_qualname):
            path = code.co_filename.rpartition("/mutants/")[2]
            self._bits.add(self.numbers.setdefault(f"{path}:{line}", len(self.numbers)))
            module = path.removesuffix(".py").replace("/", ".")
            state()._stats.add(f"{module}.{function[1]}")
        return sys.monitoring.DISABLE

    def reaching(self, change: str, tests: Iterable[str]) -> list[str]:
        """Those of the tests that execute the statement that is changed."""
        path, lines = changed_lines(change)
        numbers = [self.numbers.get(f"{path}:{line}") for line in lines]
        wanted = sum(1 << number for number in numbers if number is not None)
        if not lines:  # a part of what is executed as the function is defined
            wanted = -1
        return [test for test in tests if self.by_test.get(test, -1) & wanted]


@functools.cache
def _functions(path: str) -> dict[str, tuple[ast.FunctionDef, list[str]]]:
    """Each function of a changed module, by its name."""
    text = Path(path).read_text(encoding="utf-8")
    lines = text.splitlines()
    return {
        each.name: (each, lines[each.lineno - 1 : each.end_lineno])
        for each in ast.walk(ast.parse(text))
        if isinstance(each, ast.FunctionDef)
    }


def changed_lines(change: str) -> tuple[str, range | set[int]]:
    """The module's path and the lines of the statement that a change changes."""
    module, name = change.rsplit(".", 1)
    path = f"{module.replace('.', '/')}.py"
    functions = _functions(path)
    original = re.sub(r"__mutmut_\d+$", ORIGINAL, name)
    (before, old), (_, new) = functions[original], functions[name]
    new = [line.replace(name, original) for line in new]
    changed = {
        before.lineno + n
        for tag, a, b, *_ in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
        if tag != "equal"
        for n in range(a, max(b, a + 1))
    }
    lines: set[int] = set()
    for each in ast.walk(before):
        if isinstance(each, ast.stmt) and each is not before:
            body = getattr(each, "body", None)
            end = body[0].lineno - 1 if body else each.end_lineno or each.lineno
            own = range(each.lineno, max(end, each.lineno) + 1)
            if changed.intersection(own):
                lines |= {*own}
                changed -= {*own}
    return path, set() if changed else lines
