"""Kill −9 at one statement after another of a step: afterwards all of it is stored, or nothing."""

import os
import signal
from collections.abc import Callable
from itertools import count
from pathlib import Path
from unittest.mock import patch

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection, connections

from offences import releases
from offences.intake import workbook
from offences.models import AnnualCount, Document
from tests import worlds
from tests.imports.conftest import long, two_forces
from tests.releases import conftest as of_releases
from tests.worlds import LATER, NOW

pytestmark = [
    pytest.mark.drill,
    pytest.mark.both_databases,
    pytest.mark.django_db(transaction=True),
]


def end_at_once(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


AT_COMMIT = 0


def is_killed(step: Callable[[], object], nth: int) -> bool:
    """Take a step in a process of its own; whether it came to its nth statement, where it ends."""
    connections.close_all()  # each process has its own
    child = os.fork()
    if child == 0:
        statements = count(1)

        def ask(execute, *asked):
            if next(statements) == nth:
                end_at_once()
            return execute(*asked)

        commit = end_at_once if nth == AT_COMMIT else connection._commit
        try:
            with connection.execute_wrapper(ask), patch.object(connection, "_commit", commit):
                step()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def stored_rows() -> dict[str, list[tuple]]:
    return {
        model._meta.db_table: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.managed
    }


def stored_files() -> dict[str, bytes]:
    root = Path(default_storage.path("documents"))
    return {str(each): each.read_bytes() for each in root.rglob("*") if each.is_file()}


def ends_before_it_is_stored(step: Callable[[], object]) -> int:
    """Kill it at each of its statements until all is stored; how many left everything as it was."""
    before = stored_rows()
    for nth in count(AT_COMMIT):
        came_so_far = is_killed(step, nth)
        if stored_rows() != before:
            return nth
        assert came_so_far, "the step itself fails"


def test_an_approval_that_is_killed_anywhere_publishes_nothing_and_is_given_again():
    w = of_releases.two_forces()
    w.answer(w.north, {2018: "68"})
    release = w.prepare()
    worlds.to_review(release, NOW)

    def approve():
        releases.approve(release, by=w.approver, now=LATER, public_at=of_releases.OPENS)

    assert ends_before_it_is_stored(approve) > 20
    release.refresh_from_db()
    assert (release.approved_at, release.public_at) == (LATER, of_releases.OPENS)
    assert release.figures.filter(low=68).exists() and release.responses.exists()


def test_an_import_that_is_killed_anywhere_stores_no_count_and_no_part_of_a_file(media):
    w, before = two_forces(), {*stored_files()}
    data = long(("Northshire", "2018/19", "68"))
    seen = workbook.preview(data, "a.csv", w.given, by=w.officer, now=NOW).fingerprint

    def confirm():
        workbook.confirm(data, "a.csv", w.given, seen, by=w.officer, now=NOW)

    assert ends_before_it_is_stored(confirm) > 10
    assert AnnualCount.objects.count() == Document.objects.count() == 1
    assert {data} == {bytes_ for name, bytes_ in stored_files().items() if name not in before}
