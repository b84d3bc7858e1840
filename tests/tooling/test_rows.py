"""What a test finds in its database, and that it finds one only if it said so beforehand."""

import pytest
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from offences.models import Force, Release
from tests import rows, worlds

pytestmark = pytest.mark.both_databases


@pytest.mark.django_db
def test_a_copied_demonstration_is_what_its_command_loaded():
    worlds.demo()
    loaded = rows.taken()
    rows.put(rows.migrated())
    assert not Release.objects.exists()
    worlds.demo()
    assert rows.taken() == loaded
    assert Release.objects.exists()


@pytest.mark.django_db
def test_a_test_database_is_migrated_also_where_it_was_made_of_the_models():
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []


@pytest.mark.django_db
def test_the_demonstration_is_not_put_over_another_world():
    worlds.force()
    with pytest.raises(AssertionError, match="by itself"):
        worlds.demo()


@pytest.mark.django_db
def test_a_copied_world_is_what_its_steps_made_and_its_own():
    def make():
        return worlds.World(force=worlds.force("Eastshire"), role=worlds.role("Checker"))

    with transaction.atomic():
        made = rows.kept("a world of this test", make)
        stood = rows.taken()
        transaction.set_rollback(True)
    assert not Force.objects.exists()
    made.force.area = "Westshire"
    copied = rows.kept("a world of this test", make)
    assert rows.taken() == stood
    assert (copied.force, copied.force.area) == (Force.objects.get(), "Eastshire")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("again", [False, True])
def test_what_a_test_commits_is_gone_and_what_migrations_made_is_back(again):
    assert rows.taken() == rows.migrated()
    assert worlds.role("Checker").permissions.exists()
    worlds.person("Ann Lee", "Checker")
    worlds.role("Approver").delete()
    worlds.force()
    assert Force.objects.exists()


def test_a_test_without_a_database_is_shut_out_of_it():
    with pytest.raises(RuntimeError, match="not allowed"):
        Force.objects.exists()


@pytest.mark.parametrize("name", ["db", "transactional_db"])
def test_nor_does_it_get_at_one_when_it_already_runs(request, name):
    with pytest.raises(pytest.fail.Exception, match="beforehand"):
        request.getfixturevalue(name)
