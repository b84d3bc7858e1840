"""Which run has which test: what costs too much is left to make drill, and to nothing else."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests import conftest, samples
from tests.conftest import pytest_collection_modifyitems, pytest_terminal_summary, runs_elsewhere
from tools.test import not_run

OPTIONS = {"drill": False, "both": False, "part": None, "parts_to": None, "share": "1/1"}


class Collected:
    """A test as pytest collects it, with the marks it was given."""

    def __init__(self, name: str, *marks: str) -> None:
        self.name, self.marks, self.fixturenames, self.path = name, {*marks}, (), Path(name)

    def get_closest_marker(self, name: str) -> SimpleNamespace | None:
        return SimpleNamespace(kwargs={}) if name in self.marks else None

    def add_marker(self, mark: str) -> None:
        self.marks.add(mark)


@pytest.fixture
def chosen() -> Callable[..., list[str]]:
    """chosen(drill=True) → the names of the tests that such a run leaves."""

    def chosen(**options: bool | list[str]) -> list[str]:
        deselected: list[Collected] = []
        hook = SimpleNamespace(pytest_deselected=lambda items: deselected.extend(items))
        config = SimpleNamespace(getoption=(OPTIONS | options).get, hook=hook)
        items = [Collected("short"), Collected("long", "drill")]
        for item in items:
            item.config = config
        collection = pytest_collection_modifyitems(config, items)
        next(collection)
        next(collection, None)
        assert len(items) + len(deselected) == 2, "what does not run is counted"
        return [item.name for item in items]

    return chosen


def test_a_test_marked_drill_runs_in_a_drill_alone(chosen):
    assert chosen() == ["short"]
    assert chosen(part=["alone"]) == ["short"]
    assert chosen(both=True) == ["short"]
    assert chosen(drill=True) == ["short", "long"]
    assert chosen(drill=True, part=["alone"]) == ["short", "long"]


def test_this_run_has_the_tests_marked_drill_only_where_it_is_one(request):
    marked = [item for item in request.session.items if item.get_closest_marker("drill")]
    assert request.config.getoption("drill") or not marked


@pytest.mark.parametrize(
    ("marks", "fixtures", "databases"),
    [
        ((), (), ["sqlite"]),
        (("on_postgresql",), (), ["postgresql"]),
        ((), ("transactional_db",), ["postgresql"]),
        (("both_databases",), (), ["sqlite", "postgresql"]),
    ],
)
def test_a_test_of_a_database_runs_once_but_for_what_is_about_the_database(
    monkeypatch, marks, fixtures, databases
):
    def runs_on(**options: bool) -> list[str]:
        item = Collected("one", "database", *marks)
        item.fixturenames = fixtures
        item.config = SimpleNamespace(getoption=(OPTIONS | options).get)
        found = []
        for vendor in ("sqlite", "postgresql"):
            monkeypatch.setattr(conftest, "connection", SimpleNamespace(vendor=vendor))
            if not runs_elsewhere(item):
                found.append(vendor)
        return found

    assert runs_on() == databases
    assert runs_on(drill=True) == runs_on(both=True) == ["sqlite", "postgresql"]


def test_make_test_ends_with_what_it_could_not_run_and_why(monkeypatch, tmp_path):
    """Each part adds its own; otherwise they would be lost among thousands of lines."""
    file = tmp_path / "skipped"
    monkeypatch.setenv("TEST_SKIPPED", str(file))
    for tests in (["systemd-analyze is not installed"] * 2, [], ["nginx is not installed"]):
        reports = [SimpleNamespace(longrepr=("a.py", 1, f"Skipped: {why}")) for why in tests]
        pytest_terminal_summary(SimpleNamespace(stats={"skipped": reports} if tests else {}))
    assert not_run(file.read_text().splitlines()) == (
        "Not run here: 2 tests, because systemd-analyze is not installed; "
        "1 test, because nginx is not installed."
    )
    assert not_run([]) == ""


@pytest.mark.parametrize(
    ("number", "marked", "options", "runs"),
    [
        (10, 0, {"part": ["alone"]}, range(10)),
        (11, 0, {"part": ["alone"]}, (0, 8)),
        (11, 0, {}, range(11)),  # pytest by itself
        (11, 1, {"part": ["alone"]}, range(1, 11)),  # it has a sample of its own
    ],
)
def test_of_a_long_table_make_test_tries_every_eighth_case(
    monkeypatch, number, marked, options, runs
):
    monkeypatch.delenv("SENTENCES", raising=False)
    monkeypatch.setattr(samples, "is_drill", bool)
    room = Path("room")
    cases = [
        Collected(f"test_sheets.py::test_one[{n}]", *["drill"] * (n < marked))
        for n in range(number)
    ]
    for case in cases:
        case.nodeid, case.path = case.name, room / "test_sheets.py"
    config = SimpleNamespace(getoption=(OPTIONS | options).get)
    samples.leave_most_to_a_drill(config, cases, Path("other"))
    samples.leave_most_to_a_drill(config, cases, room, but={"test_sheets.py"})
    assert sum("drill" in case.marks for case in cases) == marked, (
        "neither another room nor a whole module"
    )
    samples.leave_most_to_a_drill(config, cases, room)
    assert [n for n, case in enumerate(cases) if "drill" not in case.marks] == [*runs]
