"""The history of changes: the database records every change of a row, whatever writes it."""

import csv
import io
import json
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, User
from django.db import DatabaseError, connection, transaction
from django.tasks.signals import task_finished, task_started
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone

from offences.counts import inserting
from offences.history import triggers, writer
from offences.intake import lists
from offences.models import AnnualCount, Force, RowChange
from offences.resources import LISTS
from offences.staff.record_lists import row_changes
from tests import worlds
from tests.imports.files import csv_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def recorded(db, settings):
    """From here on changes are recorded, as on every site."""
    settings.CHANGES_RECORDED = True
    worlds.person("Gil Roe", "Data lead")
    worlds.person("Ann Lee", "Data officer")
    worlds.force("Northshire")
    triggers.start_recording()


def of_force(**more):
    return [
        (each.kind, {name: (before, after) for name, before, after in each.values})
        for each in RowChange.objects.filter(table="offences_force", **more).order_by("pk")
    ]


def named(name):
    return User.objects.get(username__startswith=name)


def logged_in(name):
    client = Client()
    client.force_login(named(name))
    return client


@pytest.mark.both_databases
def test_every_way_of_writing_is_recorded(recorded):
    north = Force.objects.get()
    Force.objects.update(website="https://north.example.org")
    north.refresh_from_db()
    north.foi_email = "foi@north.example.org"
    Force.objects.bulk_update([north], ["foi_email"])
    with connection.cursor() as cursor:
        cursor.execute("UPDATE offences_force SET region = 'The North'")
    assert of_force() == [
        ("changed", {"website": ("", "https://north.example.org")}),
        ("changed", {"foi_email": ("", "foi@north.example.org")}),
        ("changed", {"region": ("North", "The North")}),
    ]
    made = Force(slug="southshire", name="Southshire Police", area="Southshire", nation="England")
    Force.objects.bulk_create([made])
    Force.objects.filter(slug="southshire").delete()
    added, removed = of_force()[3:]
    assert added[0] == "added" and added[1]["name"] == (None, "Southshire Police")
    assert removed[0] == "removed" and removed[1]["name"] == ("Southshire Police", None)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE offences_force SET region = 'B'",
        "WITH new AS (SELECT 'B' AS it) UPDATE offences_force SET region = (SELECT it FROM new)",
    ],
)
def test_a_statement_typed_by_hand_is_its_own_writers_not_the_one_before(recorded, sql):
    with writer.writing(writer.ChangeWriter("", "the first")):
        Force.objects.update(region="A")
    with writer.writing(writer.ChangeWriter("", "the second")), connection.cursor() as cursor:
        cursor.execute(sql)
    named = RowChange.objects.filter(table="offences_force").order_by("pk")
    assert [*named.values_list("through", flat=True)] == ["the first", "the second"]


@pytest.mark.both_databases
def test_what_is_saved_unchanged_is_no_change(recorded):
    Force.objects.get().save()
    User.objects.update(last_login=worlds.NOW)
    assert not RowChange.objects.exists()


@pytest.mark.both_databases
def test_a_change_that_is_rolled_back_leaves_nothing(recorded):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Force.objects.update(region="Nowhere")
        raise ZeroDivisionError
    assert not RowChange.objects.exists()


@pytest.mark.both_databases
def test_what_was_only_tried_is_undone_and_what_follows_is_recorded(recorded):
    before = of_force()
    with triggers.trial(Force):
        Force.objects.update(website="https://north.example.org")
    with pytest.raises(DatabaseError), triggers.trial(Force):
        Force.objects.create(slug="northshire")
    assert Force.objects.get().website == "" and of_force() == before
    Force.objects.update(website="https://other.example.org")
    assert of_force()[len(before) :] == [
        ("changed", {"website": ("", "https://other.example.org")})
    ]


@pytest.mark.both_databases
def test_the_history_is_changed_by_nobody(recorded):
    Force.objects.update(region="The North")
    for statement in ("DELETE FROM offences_rowchange", "UPDATE offences_rowchange SET why = 'x'"):
        refused = pytest.raises(DatabaseError, match="never changed")
        with refused, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    with pytest.raises(TypeError, match="never changes"):
        RowChange.objects.update(why="x")


@pytest.mark.both_databases
def test_of_a_secret_it_is_recorded_that_it_changed_and_nothing_more(recorded):
    lead = named("gil")
    before = lead.password
    lead.set_password("correct horse battery staple")
    lead.save()
    change = RowChange.objects.get()
    assert change.values == [("password", triggers.NOT_STORED, triggers.NOT_STORED)]
    assert before not in change.before and lead.password not in change.after


def test_every_table_is_recorded_or_the_reason_is_written():
    """A column that holds a key or a file's words is to be added to SECRET."""
    assert {model._meta.label for model in triggers.recorded_models()} >= {
        "auth.User_groups",
        "offences.AnnualCount",
        "offences.Release_recorded_figures",
    }
    assert all(triggers.NOT_RECORDED.values())
    for model in triggers.recorded_models():
        names = {field.attname for field in model._meta.concrete_fields}
        for told in (triggers.SECRET, triggers.PASSING):
            assert told.get(model._meta.label, set()) <= names
        guarded = triggers.SECRET.get(model._meta.label, set())
        assert names & {"password", "secret", "token", "data", "extra_data"} <= guarded


def test_the_key_of_a_link_is_not_kept_with_what_was_done_through_it(rf):
    """Who reads the history could open a text before its minute with it, or sign as another."""
    key = "12-1:1wXyz:c2lnbmVk"
    link = reverse("sign_link", args=[key])
    asked = rf.get(link)
    by = writer.RequestWriter("1", "page", page=asked)
    assert json.loads(by.as_json())["through"] == "page"
    asked.resolver_match = resolve(link)
    assert key in link
    assert json.loads(by.as_json())["through"] == f"page {link.replace(key, '…')}"


@pytest.mark.both_databases
def test_a_form_in_the_admin_is_recorded_with_its_person_and_their_reason(recorded):
    north = Force.objects.get()
    page = reverse("admin:offences_force_change", args=[north.pk])
    client = logged_in("ann")
    form = client.get(page).context["adminform"].form
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {
        f"{rows}-{part}_FORMS": 0
        for rows in ("spellings", "contacts")
        for part in ("TOTAL", "INITIAL")
    }
    client.post(page, sent | {"region": "The North", "_why": "The county moved."})
    change = RowChange.objects.get(table="offences_force")
    assert change.values == [("region", "North", "The North")]
    assert (change.person, change.through) == (named("ann"), f"page {page}")
    assert change.why == "The county moved." and len(change.request) == 32


def test_an_import_is_recorded_with_its_person(recorded):
    rows = [["slug", "area"], ["northshire", "The North Shire"]]
    with writer.writing(writer.ChangeWriter("7", "page /import/", named("ann").pk)):
        mark = lists.preview(LISTS[Force], csv_of(rows), "a.csv", by=named("ann"), now=worlds.NOW)
        lists.confirm(
            LISTS[Force], csv_of(rows), "a.csv", mark.fingerprint, by=named("ann"), now=worlds.NOW
        )
    assert of_force(person=named("ann")) == [
        ("changed", {"area": ("Northshire", "The North Shire")})
    ]


def test_counts_written_in_bulk_are_recorded(recorded):
    measure, officer = worlds.measure(), named("ann")
    submission = worlds.submission(Force.objects.get(), worlds.round_of(measure))
    submission.documents.add(worlds.publication())
    for typed in ("68", "70"):
        worlds.enter(submission, {worlds.cell(measure, 2018): typed}, officer)
    changes = RowChange.objects.filter(table=AnnualCount._meta.db_table).order_by("pk")
    assert [
        (each.kind, dict((n, a) for n, _, a in each.values).get("value")) for each in changes
    ] == [("added", 68), ("changed", None), ("added", 70)]


def test_counts_of_several_statements_are_stored_and_recorded_each_by_itself(recorded, monkeypatch):
    monkeypatch.setattr(inserting, "A_STATEMENT", 2)
    measure, officer = worlds.measure(), named("ann")
    submission = worlds.submission(
        Force.objects.get(), worlds.round_of(measure, years=(2014, 2018))
    )
    typed = dict(zip(range(2014, 2019), ("5", "12", "<5", "0", "68"), strict=True))
    worlds.enter(submission, {worlds.cell(measure, y): text for y, text in typed.items()}, officer)
    rows = AnnualCount.objects.order_by("year")
    assert [(row.year, row.value, row.high) for row in rows] == [
        (2014, 5, None),
        (2015, 12, None),
        (2016, None, 4),
        (2017, 0, None),
        (2018, 68, None),
    ]
    recorded_rows = RowChange.objects.filter(table=AnnualCount._meta.db_table, kind="added")
    assert {each.row for each in recorded_rows} == {str(row.pk) for row in rows}
    assert recorded_rows.count() == 5


def test_what_a_task_changes_is_of_the_person_who_asked_for_it(recorded):
    task = SimpleNamespace(name="store_counts", module_path="")
    asked = SimpleNamespace(id="12", task=task, kwargs={"by": named("gil").pk}, status="")
    asked.is_finished = True
    task_started.send(sender=None, task_result=asked)
    Force.objects.update(region="The North")
    task_finished.send(sender=None, task_result=asked)
    change = RowChange.objects.get(table="offences_force")
    assert (change.person, change.through) == (named("gil"), "task store_counts")
    Force.objects.update(region="")
    assert RowChange.objects.filter(table="offences_force").first().person is None


def test_a_data_lead_searches_the_history_and_others_see_none_of_it(recorded):
    Group.objects.first().user_set.add(named("ann"))
    with writer.writing(writer.ChangeWriter("7", "page /x/", named("ann").pk)):
        Force.objects.update(region="The North")
    url = reverse("admin:offences_rowchange_changelist")
    assert logged_in("ann").get(url).status_code == 403
    client = logged_in("gil")

    def found(**asked):
        return [each.table for each in client.get(url, asked).context["cl"].result_list]

    assert found(q="North") == found(of="offences_force") == ["offences_force"]
    assert found(person__id__exact=named("ann").pk) == ["offences_force"]
    assert set(found(q="page /y/")) == set()
    text = client.get(url).content.decode()
    assert "region: North → The North" in text
    assert "show all</a>" in text and "all None" not in text
    one = reverse("admin:offences_rowchange_change", args=[RowChange.objects.latest("pk").pk])
    assert "The North" in client.get(one).content.decode()
    assert client.post(one, {"why": "x"}).status_code == 403


def test_the_history_is_narrowed_to_a_year_and_then_to_a_month_of_it(recorded):
    Force.objects.update(region="The North")
    url = reverse("admin:offences_rowchange_changelist")
    client = logged_in("gil")
    at = timezone.localtime(RowChange.objects.get(table="offences_force").at)

    def found(when):
        page = client.get(url, {"of": "offences_force", "when": when})
        return [each.kind for each in page.context["cl"].result_list]

    assert found(f"{at:%Y}") == found(f"{at:%Y-%m}") == ["changed"]
    assert found(f"{at.year - 1}") == found(f"{at.year - 1}-12") == []
    assert found("soon") == ["changed"]  # no year: nothing is narrowed
    page = client.get(url, {"when": f"{at:%Y}"}).content.decode()
    assert f"December {at.year}" in page and f"when={at.year}-12" in page


def test_a_record_that_is_still_there_is_named_and_each_table_is_asked_once(recorded):
    url = reverse("admin:offences_rowchange_changelist")
    client = logged_in("gil")
    number = Force.objects.get().pk
    Force.objects.update(region="The North")
    worlds.force("Southshire")
    with CaptureQueriesContext(connection) as few:
        assert f"Force {number}: Northshire Police" in client.get(url).content.decode()
    for name in ("Eastvale", "Westmere"):
        worlds.force(name)
    with CaptureQueriesContext(connection) as more:
        assert "Eastvale Police" in client.get(url).content.decode()
    assert len(few) == len(more)
    gone = Force.objects.get(slug="southshire")
    removed = f"Force {gone.pk}"
    gone.delete()
    text = client.get(url).content.decode()
    assert removed in text and f"{removed}:" not in text


def test_of_many_tables_those_with_most_of_the_changes_have_their_records_named(recorded):
    at = (Force._meta.db_table, str(Force.objects.get().pk))
    often = [RowChange(table=at[0], row=at[1])] * 2
    once = [RowChange(table=table, row="0") for table in row_changes.tables()]
    with CaptureQueriesContext(connection) as asked:
        names = row_changes.record_names([*once, *often])
    assert names == {at: "Northshire Police"}
    assert len(asked) == row_changes.NAMED < len(once)


def test_the_history_leaves_as_csv(recorded):
    Force.objects.update(region="The North")
    client = logged_in("gil")
    answer = client.post(
        reverse("admin:offences_rowchange_export") + "?of=offences_force", {"format": 2}
    )
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["table"], row["kind"], json.loads(row["after"])) for row in rows] == [
        ("offences_force", "changed", {"region": "The North"})
    ]


def test_the_page_of_a_record_leads_to_its_own_history(recorded):
    history = reverse("admin:offences_force_history", args=[Force.objects.get().pk])
    answer = logged_in("gil").get(history, follow=True)
    assert answer.context["cl"].model is RowChange
    assert logged_in("ann").get(history).status_code == 200
