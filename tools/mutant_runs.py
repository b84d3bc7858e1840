"""How make mutants has each change tried: in one pytest that has collected the tests.

mutmut alone starts pytest anew for each change, with the name of every test that reaches it, and
that takes longer than the tests. Here the changes are gathered first; then one pytest collects the
tests, and splits off a process for each change. There the tests run that execute the changed
statement, those first that notice most in their time, and the first that fails ends it. This is the
part of tools/mutants.py that needs mutmut, so it runs in a process of its own.
"""

import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import zip_longest
from math import ceil
from pathlib import Path
from random import Random
from types import CellType
from unittest.mock import patch

import mutmut.__main__ as mutmut
import pytest
from hypothesis import Phase, settings
from libcst import FunctionDef
from mutmut.mutation import file_mutation, trampoline
from mutmut.runners.harness import PytestRunner
from mutmut.utils.file_utils import change_cwd
from mutmut.workers import isolation
from mutmut.workers.isolation import ForkRunner
from mutmut.workers.timeout import register_timeout

from tools.mutant_limits import CLOCK, end_at_the_limit
from tools.mutant_lines import Executed, remembering

TRIED = Path("mutants/tried.txt").absolute()  # what became of each change, a line as it is known
ENDED = TRIED.with_name("ended.txt")  # the changes and tests that came to the limit of their time
NOTICED = TRIED.with_name("noticed.txt")  # the test that failed, of each change that was noticed
EXECUTED = Executed(TRIED.with_name("executed.json"))
TRACER, TRACED = "tracer", "offences/tracing"
UNKNOWN = 35  # mutmut's own code for a change of which nothing is known


def lines_of(file: Path) -> list[str]:
    return file.read_text().splitlines() if file.exists() else []


def forget() -> None:
    """Forget what the run that measured the tests left in this process: its modules and answers.

    What is remembered there is not computed again, so no test would notice a change of that code.
    """
    for name in [each for each in sys.modules if each.partition(".")[0] == "tests"]:
        del sys.modules[name]
    forget_answers()


def forget_answers() -> None:
    for each in [*remembering()]:
        each.cache_clear()


_CALLS: list[tuple[str, dict, CellType]] = []  # of each function: module, changes, what is called
_decorator = trampoline.wrap_in_trampoline


def _noting(changes: dict, is_classmethod: bool = False) -> Callable:
    """mutmut’s own decorator of a changed function, of which it is noted where it is called."""

    def decorate(function: Callable) -> Callable:
        found = _decorator(changes, is_classmethod)(function)
        if not is_classmethod:
            called = dict(zip(found.__code__.co_freevars, found.__closure__, strict=True))
            _CALLS.append((function.__module__, changes, called["trampoline"]))
        return found

    return decorate


trampoline.wrap_in_trampoline = _noting


def call_directly(change: str) -> None:
    """Choose between a function and its change once, where mutmut asks at each call."""
    module, _, name = change.rpartition(".")
    for own, changes, called in _CALLS:
        original = changes["_mutmut_orig"]
        called.cell_contents = changes.get(name, original) if own == module else original


class Collected(PytestRunner):
    """Runs tests of the session that has collected them; before there is one, as mutmut does."""

    session: pytest.Session | None = None
    measuring = False

    def run_stats(self, *, tests: list[str]) -> int:
        self.measuring = True
        with patch.object(trampoline, "get_mutant_under_test", str):  # EXECUTED notes functions too
            result = super().run_stats(tests=tests)
        self.measuring = False
        return result

    def execute_pytest(self, params: list[str], **kwargs: list) -> int:
        plugins = [*kwargs.pop("plugins", []), *([EXECUTED] if self.measuring else [])]
        return super().execute_pytest(params, plugins=plugins, **kwargs)

    def run_tests(self, *, mutant_name: str | None, tests: list[str]) -> int:
        if self.session is None or mutant_name is None:
            return super().run_tests(mutant_name=mutant_name, tests=tests)
        plugins = self.session.config.pluginmanager
        plugins.unregister(name="terminalreporter")  # of one change nobody reads the dots
        items = {item.nodeid: item for item in self.session.items}
        needs, noticed = EXECUTED.needs, Counter(lines_of(NOTICED))
        chosen = [items[name] for name in EXECUTED.reaching(mutant_name, tests)]
        chosen.sort(key=lambda item: (needs[item.nodeid] + 0.02) / (noticed[item.nodeid] + 0.1))
        call_directly(mutant_name)
        for item, following in zip_longest(chosen, chosen[1:]):
            end_at_the_limit(needs[item.nodeid], f"{mutant_name} {item.nodeid}", ENDED)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self.session.testsfailed:
                with NOTICED.open("a") as noticing:
                    noticing.write(f"{item.nodeid}\n")
                return 1
        return 0


class OneCollection(ForkRunner):
    """Takes all changes, then tries each in a process split off from one pytest."""

    def __init__(self, max_workers: int) -> None:
        super().__init__(max_workers, Collected())
        self.changes: list[tuple] = []
        self.results: list = []

    def _record(self) -> None:
        """Keep a result, also for a run that goes on where this one is stopped."""
        result = super().wait_for_result()
        if result.exit_code < 0:  # a signal ended it, as that of the clock
            result.exit_code = UNKNOWN
        self.results.append(result)
        with TRIED.open("a") as tried:
            tried.write(f"{result.mutant_name} {result.exit_code}\n")

    def run_clean_tests(self, tests: list[str]) -> int:
        """Nothing: the run that found which test reaches what has just passed."""
        return 0

    def submit(self, *change: object) -> None:
        self.changes.append(change)

    def has_capacity(self) -> bool:
        return True

    def signal_work_complete(self) -> None:
        forget()
        tests = mutmut.config().pytest_add_cli_args_test_selection
        with change_cwd("mutants"):
            if self.test_runner.execute_pytest(["-q", *tests], plugins=[self]) != 0:
                sys.exit("The tests could not be collected.")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Called by pytest, which has collected the tests, to run them."""
        self.test_runner.session = session
        forget_answers()  # of what the tests' modules asked as they were collected
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        # A change is noticed by any example: nobody needs the smallest.
        quick = settings(settings.default, phases=(Phase.explicit, Phase.generate))
        settings.register_profile("mutants", quick)
        settings.load_profile("mutants")
        if not EXECUTED.by_test:  # of a run that goes on
            EXECUTED.load()
        Random(0).shuffle(self.changes)  # a run that is stopped has tried some of each module
        for number, change in enumerate(self.changes):
            if number % 50 == 0:
                print(f"{number} of {len(self.changes)} changes tried", flush=True)
            while not super().has_capacity():
                self._record()
            super().submit(*change)
        while self._running:
            self._record()
        return True

    def pending_count(self) -> int:
        return len(self.results)

    def wait_for_result(self, timeout: float | None = None) -> object:
        return self.results.pop()


def draw_only(percent: int, fewest: int, seed: int) -> None:
    """Have mutmut make so many per cent of each module’s changes, and no fewer than `fewest`.

    What is not drawn is not written either: that alone takes longer than to try a small sample.
    """
    make = file_mutation.create_mutations

    def make_sample(file: str, *more: object) -> tuple:
        module, made, *ignored = make(file, *more)
        functions = [each.contained_by_top_level_function for each in made]
        possible = [n for n, each in enumerate(functions) if isinstance(each, FunctionDef)]
        wanted = max(fewest, ceil(len(possible) * percent / 100))
        chosen = Random(f"{seed} {file}").sample(possible, min(len(possible), wanted))
        return module, [made[n] for n in sorted(chosen)], *ignored

    file_mutation.create_mutations = make_sample


def not_tried(mutants: list[tuple]) -> list[tuple]:
    """The changes that no run before this one has tried; what it found of the others stands."""
    tried = dict(line.rsplit(" ", 1) for line in lines_of(TRIED))
    left = []
    for data, name, before in mutants:
        known = name.replace("__init__.", "")
        if known in tried:
            data.exit_code_by_key[known] = int(tried[known])
            data.save()
        else:
            left.append((data, name, before))
    return left


def set_up(modules: Sequence[str] = ()) -> None:
    """Where the tracer is asked about, change that, and try it with the tests that trace.

    tests/claims/test_guidance.py traces as well. It takes twice the time of all others together,
    and no change is known that only it notices.
    """
    if os.environ.get("MUTANTS") != TRACER:
        return
    os.environ.setdefault("SENTENCES", "60")  # a change that is left meets every test
    asked = mutmut.config()
    paths = [module.removesuffix(".*").replace(".", "/") for module in modules]
    asked.only_mutate = [f"{path}{end}" for path in paths or [TRACED] for end in (".py", "/*.py")]
    asked.do_not_mutate = ["*/finding/vocabulary.py"]  # it runs as it is imported
    asked.pytest_add_cli_args = [each for each in asked.pytest_add_cli_args if each != "--drill"]
    asked.pytest_add_cli_args_test_selection = [
        "tests/tracing",
        "--deselect=tests/tracing/test_any_text.py::test_the_gate_answers_words_in_any_order",
        "--deselect=tests/tracing/test_any_text.py::test_the_checker_answers_words_in_any_order",
    ]


def run() -> None:
    """mutmut run, with sys.argv as tools/mutants.py makes it: four numbers, then modules."""
    percent, fewest, seed, children = map(int, sys.argv[1:5])
    collect = mutmut.collect_source_file_mutation_data

    def collect_rest(**names: list[str]) -> tuple:
        mutants, files = collect(**names)
        return not_tried(mutants), files

    set_up(sys.argv[5:])
    draw_only(percent, fewest, seed)
    mutmut.collect_source_file_mutation_data = collect_rest
    isolation.register_timeout = lambda pid, timeout_s: register_timeout(pid, CLOCK)
    mutmut.get_mutant_runner = lambda children=1: OneCollection(children)
    mutmut._run(sys.argv[5:], children)


def ask() -> None:
    """mutmut’s own commands, of what was tried."""
    set_up()
    mutmut.cli()
