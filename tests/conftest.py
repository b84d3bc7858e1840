"""Fixtures for every test: files go to a temporary directory; the browser’s are in browser.py."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import patch
from urllib.parse import urlsplit, urlunsplit

import hypothesis
import pytest
from _pytest import runner
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.account.internal.userkit import user_id_to_str
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.contrib.auth.signals import user_logged_in
from django.core.cache import caches
from django.db import connection, connections
from django.http import HttpRequest
from django.test import TestCase, TransactionTestCase, override_settings
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from offences.claims.facts import Facts
from offences.management.demo import reference
from offences.models import BankHoliday
from offences.press import basis, hidden_numbers
from offences.tracing.evidence.document import Evidence
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.marking import MarkedText, mark
from offences.words import charity
from tests import rows, samples
from tests.browser import axe, browser, idle_pages, log_in, new_page, page
from tests.mail_server import server
from tests.patterns_made import leave_patterns, take_patterns
from tests.public_once import once, reading_once
from tests.quick_columns import quick_columns
from tests.quick_order import ordering_by_names
from tests.quick_setup import leave_needless_out, leave_those_of_the_run_out, set_level_once
from tests.read_here import read_here
from tests.roomy import with_room

__all__ = ["axe", "browser", "idle_pages", "log_in", "new_page", "page", "read_here", "server"]

# What is collected stands to the end: garbage is first looked for when all of it is there.
gc.disable()
# A busy machine is no failure; and in CI the same examples each time.
for profile, number in (("offences", samples.ORDINARY), ("drill", samples.DRILLED)):
    hypothesis.settings.register_profile(
        profile, deadline=None, max_examples=number, derandomize=os.environ.get("CI") == "true"
    )
hypothesis.settings.load_profile("offences")

PARTS = ("alone", "database", "browser")
# How many ordinary tests of a database one of these folders costs, so that shares end together.
WEIGHTS = {
    "agreement": 3.7,
    "backups": 2,
    "practice": 1.7,
    "embargo": 1.4,
    "press": 0.8,
    "releases": 0.8,
    "demo": 0.6,
    "exports": 0.6,
}
WEIGHTS |= {"people": 0.5, "rounds": 0.5, "pages": 0.5, "figures": 0.4}
WEIGHTS |= {"history": 0.3, "readings": 0.3, "imports": 0.3}
# Those by which a test gets at the database; every other fixture that does stands upon them.
DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server"})


def uses_database(item: pytest.Item) -> bool:
    """Whether a test asks for the database: by a mark, by its class, or by any of its fixtures."""
    made_by = getattr(item, "cls", None)
    if isinstance(made_by, type) and issubclass(made_by, TransactionTestCase):
        return True
    fixtures = getattr(item, "fixturenames", ())
    return bool(item.get_closest_marker("django_db") or DATABASE_FIXTURES.intersection(fixtures))


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("parts", "the parts of make test")
    group.addoption("--part", choices=PARTS, action="append", help="only the tests of this part")
    group.addoption(
        "--share", default="1/1", metavar="K/N", help="the Kth of N shares alike in cost"
    )
    group.addoption("--both", action="store_true", help="every test of a database, on SQLite too")
    group.addoption(
        "--drill", action="store_true", help="the same, and the tests marked drill (make drill)"
    )
    group.addoption("--parts-to", metavar="FILE", help="the modules of each part, written here")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("drill"):
        hypothesis.settings.load_profile("drill")


def part_of(item: pytest.Item) -> str:
    if item.get_closest_marker("browser"):
        return "browser"
    return "database" if item.get_closest_marker("database") else "alone"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Iterator[None]:
    """Mark what needs a database: all else runs once, not on each (pytest-django shuts it out).

    A browser test sees the database through the live server, so its rows are really written.
    """
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.django_db(transaction=True))
        if uses_database(item):
            item.add_marker("database")
        # A class that loads its world once stays with one worker.
        made_by = getattr(item, "cls", None)
        if isinstance(made_by, type) and issubclass(made_by, TestCase):
            item.add_marker(pytest.mark.xdist_group(item.nodeid.rpartition("::")[0]))
    yield  # pytest-django sorts by these marks, pytest-xdist groups by them; -k and -m choose
    if not config.getoption("drill"):
        deselect(config, items, {item for item in items if item.get_closest_marker("drill")})
    keep_part(config, items)
    if not config.getoption("drill"):
        leave_needless_out(items)


def deselect(config: pytest.Config, items: list[pytest.Item], others: set[pytest.Item]) -> None:
    """Take the others out of the items, and let pytest count them."""
    if others:
        config.hook.pytest_deselected(items=[*others])
        items[:] = [item for item in items if item not in others]


def commits(item: pytest.Item) -> bool:
    """Whether a test's rows are really written, so that others meet them."""
    mark = item.get_closest_marker("django_db")
    fixtures = getattr(item, "fixturenames", ())
    return bool(mark and mark.kwargs.get("transaction")) or "transactional_db" in fixtures


def runs_elsewhere(item: pytest.Item, vendor: str = "") -> bool:
    """Whether a part on this database, or on one of `vendor`, leaves this to the other.

    What is about the database itself runs on both: how it stores, locks, sorts and compares. What
    commits, and what is searched, filtered or asked for in odd words, runs on PostgreSQL, the
    stricter one; all else on SQLite, where a test costs half as much.
    """
    on_both = item.config.getoption("both") or item.config.getoption("drill")
    if part_of(item) != "database" or on_both or item.get_closest_marker("both_databases"):
        return False
    on_postgresql = commits(item) or bool(item.get_closest_marker("on_postgresql"))
    return on_postgresql == ((vendor or connection.vendor) == "sqlite")


def keep_part(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Of the chosen tests leave those of the part that is asked for, and write down all parts."""
    wanted, file = config.getoption("part"), config.getoption("parts_to")
    if wanted is None:
        return
    mine = [item for item in items if part_of(item) in wanted and not runs_elsewhere(item)]
    share, shares = map(int, config.getoption("share").split("/"))
    if file:
        leave_patterns()
        others = (share_of(mine, each, shares) for each in range(1, shares + 1) if each != share)
        write_modules(Path(file), items, [[*each] for each in others])
    deselect(config, items, {*items} - share_of(mine, share, shares))


def write_modules(
    file: Path, items: list[pytest.Item], others: Iterable[list[pytest.Item]]
) -> None:
    """Write down the modules of each part, and of the `others`: shares of this part."""
    modules: dict[str, list[str]] = {}
    for item in items:
        modules.setdefault(part_of(item), []).append(str(item.path))
        if part_of(item) == "database" and not runs_elsewhere(item, "postgresql"):
            modules.setdefault("postgresql", []).append(str(item.path))
    for number, other in enumerate(others):
        modules[f"other {number}"] = sorted(str(item.path) for item in other)
    written = Path(f"{file}.new")
    written.write_text(json.dumps({part: [*dict.fromkeys(of)] for part, of in modules.items()}))
    written.rename(file)  # whole: the other parts wait for it


def share_of(items: list[pytest.Item], share: int, shares: int) -> set[pytest.Item]:
    """One of so many shares, alike in cost: a folder stays whole, for its tests copy one world."""
    folders: dict[Path, list[pytest.Item]] = {}
    for item in items:
        # A browser test is long, and has its world for itself; what a module saw it keeps.
        whole = item.path if part_of(item) == "browser" else item.path.parent
        folders.setdefault(whole, []).append(item)
    bags: list[list[pytest.Item]] = [[] for _ in range(shares)]
    for folder in sorted(folders.values(), key=weight_of, reverse=True):
        min(bags, key=weight_of).extend(folder)
    return {*bags[share - 1]}


def weight_of(items: list[pytest.Item]) -> float:
    """About how much these tests cost together, by their folders."""
    return sum(WEIGHTS.get(item.path.parent.name, 1) for item in items)


def pytest_collection_finish(session: pytest.Session) -> None:
    """What stands by now stays to the end: it is not looked through for garbage time and again."""
    if not session.config.getoption("drill"):
        set_level_once(session.config)
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(50_000, 20, 20)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Tell make test why some tests did not run: nobody reads the output of every part."""
    if file := os.environ.get("TEST_SKIPPED"):
        skipped = [report.longrepr for report in terminalreporter.stats.get("skipped", [])]
        reasons = [str(why[2]).removeprefix("Skipped: ") for why in skipped]
        with Path(file).open("a") as lines:
            lines.writelines(f"{reason}\n" for reason in reasons)


def fail_without_mark(asking: list[pytest.Item]) -> None:
    """What gets at a database without its mark would be tested on one alone."""
    if not any(item.get_closest_marker("database") for item in asking):
        pytest.fail("Say beforehand that it needs a database: @pytest.mark.django_db")


def pytest_fixture_setup(fixturedef: pytest.FixtureDef, request: pytest.FixtureRequest) -> None:
    if fixturedef.argname in ("db", "transactional_db"):
        fail_without_mark([request.node])


@pytest.fixture(scope="session", autouse=True)
def media(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where uploaded files go during a test run."""
    directory = tmp_path_factory.mktemp("files") / "media"
    directory.mkdir()
    progress = settings.CACHES["progress"] | {"LOCATION": directory.parent / "progress"}
    here = {"progress": progress}
    if connection.vendor == "sqlite":
        here["lasting"] = progress
    with override_settings(MEDIA_ROOT=directory, CACHES=settings.CACHES | here):
        yield directory


@pytest.fixture(scope="session", autouse=True)
def proved_sessions() -> Iterator[None]:
    """Give whom a test logs in a second factor proved just now; tests/people has the real way."""

    def prove(request: HttpRequest, user: AbstractBaseUser, **of_signal: object) -> None:
        if request.method:
            return  # somebody logs in by the form
        request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time()}]
        request.session["account_authentication_methods_user"] = user_id_to_str(user)

    user_logged_in.connect(prove)
    yield
    user_logged_in.disconnect(prove)


def facts_alone(given: Facts | Evidence | None) -> Facts | None:
    """The facts of what is kept of them beside, which no two bases share."""
    return given.facts if isinstance(given, Evidence) else given


@pytest.fixture(scope="session", autouse=True)
def traced_once() -> Iterator[None]:
    """Trace a text by the same facts once in a process: each step of a signature reads it anew.

    What a text is found to say follows from its words and those facts alone; tests/tracing asks
    the tracer itself.
    """
    found: dict[str, MarkedText] = {}

    def mark_once(text, facts, national, quoted, others) -> MarkedText:
        by_facts = (facts_alone(facts), facts_alone(national))
        beside = {name: facts_alone(evidence) for name, evidence in others.items()}
        key = repr((text, by_facts, quoted, beside))
        if key not in found:
            found[key] = mark(text, facts, national, quoted, others)
        return found[key]

    with patch.object(basis, "mark", mark_once):
        yield


@pytest.fixture(scope="session", autouse=True)
def given_away_once() -> Iterator[None]:
    """Look once in a process for what a text gives away of the same hidden numbers, as above."""
    found: dict[str, list[tuple[int, int, str]]] = {}

    def find_once(text, documents, forces, names):
        by_facts = [each.facts for each in documents]
        bodies = [(sorted(is_named.__self__), *of) for is_named, *of in forces]
        key = repr((text, by_facts, bodies, sorted(names)))
        if key not in found:
            found[key] = [*disclosures(text, documents, forces, names)]
        return found[key]

    with patch.object(hidden_numbers, "disclosures", find_once):
        yield


@pytest.fixture(scope="session", autouse=True)
def short_ways_to_sql() -> Iterator[None]:
    """Make the same SQL by shorter ways; a drill leaves Django as it is."""
    with ExitStack() as stack:
        if not samples.is_drill():
            stack.enter_context(ordering_by_names())
            stack.enter_context(quick_columns())
        yield


@pytest.fixture(scope="session", autouse=True)
def patterns_made_once() -> None:
    """Have the tracer's patterns as another process of the run has made them."""
    take_patterns()


@pytest.fixture(scope="session", autouse=True)
def public_state_read_once() -> Iterator[None]:
    """Read what is public once, while a test writes nothing."""
    with reading_once():
        yield


DEMONSTRATION = reference.charity_words()


@pytest.fixture(scope="session", autouse=True)
def charity_of_the_demonstration() -> Iterator[None]:
    """Speak for the demonstration’s charity where a test has stored none."""
    with patch.object(charity, "NOT_SET_UP", DEMONSTRATION):
        yield


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Set a test up, call it and tear it down as pytest does, with room for its calls."""
    return with_room(runner.pytest_runtest_protocol, item, nextitem)


def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.config.getoption("drill"):
        leave_those_of_the_run_out(item)
    charity.remember(DEMONSTRATION)
    caches["results"].clear()  # another test has other rows with the same keys
    once.begin(is_on=not commits(item))


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool, django_db_modify_db_settings: None) -> Iterator[bool]:
    """Whether the test database stands already: a copy of one that was migrated in this run."""
    rows.make_of_models()
    with rows.migrated_once() as copied:
        yield bool(copied) or django_db_keepdb
        if copied:
            connections.close_all()
            copied.unlink()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    """The test database, and what migrations put there, which stands before every test.

    Not the bank holidays, though: a test says which there are.
    """
    fail_without_mark(request.session.items)
    with django_db_blocker.unblock():
        BankHoliday.objects.all().delete()
        rows.note_migrations()
        rows.keep_migrated()
        rows.leave_migrated()


@pytest.fixture
def test_database(db: None) -> str:
    """The address of the test's own database, for another process. Its test commits its rows."""
    name = connection.settings_dict["NAME"]  # on the same server as the real one
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@pytest.fixture
def worker(live_server: LiveServer, media: Path, test_database: str) -> Iterator[subprocess.Popen]:
    """A worker, as `make run` starts one, beside the live server and on its database."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "db_worker", "--interval=0.1", "--no-startup-delay"],
        cwd=settings.BASE_DIR,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "DATABASE_URL": test_database,
            "MEDIA_ROOT": str(media),
        },
    )
    yield process
    died = process.poll()
    process.terminate()
    process.wait()
    assert died is None, "the worker broke off"
