"""The demonstration goes into an empty database on one’s own machine, nowhere else by itself."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from offences.models import Force
from tests import rows, worlds

pytestmark = pytest.mark.django_db
WITH = {"add_to_this_database": True}


def load(**given: bool) -> str:
    out = io.StringIO()
    call_command("demo", stdout=out, **given)
    return out.getvalue()


def refused(**given: bool) -> str:
    """Why it is not loaded; it left every table as it was."""
    before = rows.taken()
    with pytest.raises(CommandError) as why:
        load(**given)
    assert rows.taken() == before
    return str(why.value)


def test_a_server_is_refused_and_told_what_the_flag_would_do():
    why = refused()
    assert "DEBUG is off" in why and "nothing was loaded" in why
    assert "--add-to-this-database, to add the demonstration's forces, figures" in why


@pytest.mark.parametrize("held", ["a force", "an account"])
def test_a_database_that_holds_something_else_is_refused(settings, held):
    settings.DEBUG = True
    if held == "a force":
        worlds.force("Northshire")
        assert "This database holds 1 force" in refused()
    else:
        worlds.person("Ann Lee", "Data officer")
        assert "This database holds 1 account" in refused()


@pytest.mark.drill  # the demonstration is loaded anew
def test_with_the_flag_what_is_there_stays(settings):
    force = worlds.force("Northshire")
    ann = worlds.person("Ann Lee", "Data officer")
    before = User.objects.filter(pk=ann.pk).values().get()
    load(**WITH)
    assert Force.objects.filter(pk=force.pk, area="Northshire").exists()
    assert User.objects.filter(pk=ann.pk).values().get() == before
    settings.DEBUG = True
    load()  # it is the demonstration's from now on


@pytest.mark.parametrize("given", [{}, WITH], ids=["by itself", "with the flag"])
def test_an_account_of_the_same_name_is_never_given_a_role(settings, given):
    settings.DEBUG = True
    User.objects.create_user("approver", password="mine")
    refused(**given)
    kept = User.objects.get(username="approver")
    assert not kept.groups.exists() and not kept.is_staff and kept.check_password("mine")


def test_a_second_start_changes_no_account(settings):
    rows.demo()
    settings.DEBUG = True
    one = User.objects.get(username="approver")
    one.groups.clear()
    one.is_active = False
    one.save()
    tables = [t for t in connection.introspection.table_names() if t.startswith("auth_")]
    before = {t: rows._rows_of(t) for t in tables}
    load()
    assert {t: rows._rows_of(t) for t in tables} == before
