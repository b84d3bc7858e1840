"""The pages of lists from spreadsheets: who may, what is shown, what stays behind."""

import datetime as dt
import html
import io
import re

import openpyxl
import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offences import counts, resources
from offences.intake import lists
from offences.models import Category, Document, FoiSubmission, Force, ForceContact, MediaContact
from tests import worlds
from tests.clients import logged_in
from tests.imports.conftest import held_files
from tests.imports.files import csv_of

pytestmark = pytest.mark.django_db

# Who keeps which list, see `offences.roles`.
KEPT_BY = {
    Force: "officer",
    Category: "officer",
    FoiSubmission: "officer",
    ForceContact: "officer",
    MediaContact: "press",
}
CONTACTS = csv_of(
    [
        ["force", "office", "name", "email", "phone"],
        ["Northshire", "press", "Desk", "desk@example.org", "+44 1234"],
        ["Southshire", "foi", "Unit", "unit@example.org", ""],
    ]
)


def url(model, page: str, *args) -> str:
    return reverse(f"admin:offences_{model._meta.model_name}_{page}", args=args)


def bring(client, model, data: bytes, name: str = "a.csv"):
    return client.post(url(model, "import"), {"file": SimpleUploadedFile(name, data)})


def confirm(client, model, shown, **more):
    sealed = shown.context["sealed"]
    return client.post(url(model, "confirm"), {"sealed": sealed, **more}, follow=True)


def said(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(response.content.decode())).split())


def test_a_list_is_previewed_then_stored_and_its_file_is_gone(world):
    client = logged_in(world.officer)
    shown = bring(client, ForceContact, CONTACTS)
    assert "Read 2 rows It would 2 new" in said(shown)
    assert "row 2 Desk, Northshire Police" in said(shown) and "phone: +44 1234" in said(shown)
    assert 'value="Store 2 rows"' in shown.content.decode()
    assert not ForceContact.objects.exists() and len(held_files()) == 1
    done = confirm(client, ForceContact, shown, confirm="1")
    assert done.redirect_chain[-1][0] == url(ForceContact, "changelist")
    assert "Stored: 2 new, 0 changed." in said(done)
    assert ForceContact.objects.count() == 2
    assert held_files() == [] and not Document.objects.exists()
    same = bring(client, ForceContact, CONTACTS)
    assert "This file changes nothing" in said(same) and held_files() == []


def test_requests_of_one_round_lead_to_its_board_and_of_several_to_their_list(world):
    client = logged_in(world.officer)
    later = worlds.round_of(world.measure, slug="2020")
    west = worlds.force("Westshire")
    board = reverse("admin:offences_foiround_board", args=[later.pk])
    for rows, leads_to in (
        ([["2020", "Northshire"], ["2020", "Southshire"]], board),
        ([["2019", west.name], ["2020", west.name]], url(FoiSubmission, "changelist")),
    ):
        shown = bring(client, FoiSubmission, csv_of([["round", "force"], *rows]))
        done = confirm(client, FoiSubmission, shown, confirm="1")
        assert done.redirect_chain[-1][0] == leads_to
        assert done.status_code == 200 and "Stored: 2 new" in said(done)


def test_what_a_file_did_is_in_the_history_without_what_it_says(world):
    client = logged_in(world.officer)
    confirm(client, ForceContact, bring(client, ForceContact, CONTACTS), confirm="1")
    contact = ForceContact.objects.get(name="Desk")
    history = said(client.get(url(ForceContact, "history", contact.pk)))
    assert "From “a.csv”, row 2: email, phone." in history and "desk@example" not in history
    assert LogEntry.objects.count() == 2
    changed = csv_of(
        [["force", "office", "name", "email"], ["Northshire", "press", "Desk", "d@b.org"]]
    )
    confirm(client, ForceContact, bring(client, ForceContact, changed), confirm="1")
    entry = LogEntry.objects.get(object_id=str(contact.pk), action_flag=2)
    assert entry.user == world.officer and "email." in entry.change_message


def test_cancel_and_refusals_store_nothing_and_leave_nothing(world):
    client = logged_in(world.officer)
    shown = bring(client, ForceContact, CONTACTS)
    assert "Nothing was stored." in said(confirm(client, ForceContact, shown, cancel="1"))
    assert held_files() == [] and not ForceContact.objects.exists()
    refused = bring(client, ForceContact, csv_of([["force", "name"], ["Northshyre", "Desk"]]))
    assert "Nothing can be stored: 1 row is refused." in said(refused)
    assert "Did you mean “Northshire Police”?" in said(refused)
    assert 'name="confirm"' not in refused.content.decode() and held_files() == []
    for data, name, words in (
        (b"", "a.csv", "This file is empty."),
        (b"%PDF", "a.xlsx", "not a spreadsheet"),
        (b"a" * (10 * 1024 * 1024 + 1), "a.csv", "larger than 10 MB"),
        (csv_of([["outlet"], ["Gazette"]]), "a.csv", "has the columns force and name"),
    ):
        assert words in said(bring(client, ForceContact, data, name))
    assert held_files() == [] and not ForceContact.objects.exists()


def test_records_that_moved_are_shown_anew_and_can_then_be_confirmed(world):
    client = logged_in(world.officer)
    rows = csv_of([["slug", "area"], ["northshire", "The North Shire"]])
    shown = bring(client, Force, rows)
    assert "area: Northshire → The North Shire" in said(shown)
    Force.objects.filter(pk=world.north.pk).update(area="Northland")
    anew = confirm(client, Force, shown, confirm="1")
    assert "the records changed after you looked" in said(anew)
    assert "area: Northland → The North Shire" in said(anew) and len(held_files()) == 1
    confirm(client, Force, anew, confirm="1")
    assert Force.objects.get(pk=world.north.pk).area == "The North Shire" and held_files() == []


def test_a_failure_stores_nothing_logs_nothing_and_leaves_no_file(world, monkeypatch):
    client = logged_in(world.officer)
    shown = bring(client, ForceContact, CONTACTS)
    client.raise_request_exception = False
    monkeypatch.setattr(LogEntry.objects, "bulk_create", lambda *_, **__: 1 / 0)
    assert confirm(client, ForceContact, shown, confirm="1").status_code == 500
    monkeypatch.undo()
    assert held_files() == [] and not ForceContact.objects.exists()
    shown = bring(client, ForceContact, CONTACTS)
    monkeypatch.setattr(lists, "confirm", lambda *_, **__: 1 / 0)
    assert confirm(client, ForceContact, shown, confirm="1").status_code == 500
    assert held_files() == [] and not LogEntry.objects.exists()


def test_what_was_shown_of_one_list_stores_no_other(world):
    client = logged_in(world.officer)
    shown = bring(client, ForceContact, CONTACTS)
    sealed = {"sealed": shown.context["sealed"], "confirm": "1"}
    assert client.post(url(Force, "confirm"), sealed).status_code == 400
    assert client.post(url(Force, "confirm"), {"sealed": "x"}).status_code == 400
    other = logged_in(worlds.person("Bo Day", "Data officer"))
    assert "no longer here" in said(other.post(url(ForceContact, "confirm"), sealed, follow=True))
    assert not ForceContact.objects.exists()


@pytest.mark.parametrize("model", KEPT_BY, ids=lambda model: model.__name__)
def test_only_who_may_add_and_change_a_list_brings_it(world, model):
    pages = [url(model, name) for name in ("import", "example")]
    for role in ("officer", "checker", "press", "approver"):
        client, may = logged_in(getattr(world, role)), KEPT_BY[model] == role
        for page in pages:
            assert client.get(page).status_code == (200 if may else 403), role
        posted = client.post(url(model, "confirm"), {"sealed": "x"})
        assert posted.status_code == (400 if may else 403)
        assert (bring(client, model, CONTACTS).status_code == 200) is may
        listed = client.get(url(model, "changelist"))
        if listed.status_code == 200:
            assert (pages[0] in listed.content.decode()) is may
    for page in [*pages, url(model, "confirm")]:
        assert Client().get(page).status_code == Client().post(page).status_code == 302
    assert set(KEPT_BY) == set(resources.LISTS)


@pytest.mark.parametrize("model", KEPT_BY, ids=lambda model: model.__name__)
def test_the_page_that_asks_tells_the_columns_and_gives_their_headings(world, model):
    client = logged_in(getattr(world, KEPT_BY[model]))
    asked, resource = said(client.get(url(model, "import"))), resources.LISTS[model]
    for name, column in resource.columns().items():
        assert f"{name} {'Needed. ' if column.needed else ''}{column.words}" in asked
    assert (
        "people’s names and addresses. The file itself is deleted when" in asked
    ) is resource.personal
    book = openpyxl.load_workbook(io.BytesIO(client.get(url(model, "example")).content))
    headings = [cell.value for cell in next(iter(book.active.rows))]
    assert headings == [*resource.columns()] and book.active.max_row == 1


def test_a_return_that_loses_its_mark_is_named_before_and_after(world):
    worlds.enter(world.submission, {world.cell(2018): "68"}, world.officer)
    counts.mark_checked(world.submission, by=world.checker, now=worlds.NOW)
    client = logged_in(world.officer)
    rows = csv_of([["round", "force", "outcome"], ["2019", "Northshire", "refused"]])
    shown = bring(client, FoiSubmission, rows)
    assert "No longer marked as checked once stored: Northshire, Round 2019." in said(shown)
    done = confirm(client, FoiSubmission, shown, confirm="1")
    assert "A checker, not you, checks again." in said(done)
    assert not FoiSubmission.objects.checked().exists()


def test_names_are_shown_as_text_and_no_page_has_inline_script_or_style(world):
    client = logged_in(world.officer)
    rows = [["force", "name", "email"], ["Northshire", "<script>x</script>", "a@example.org"]]
    shown = bring(client, ForceContact, csv_of(rows))
    assert "<script>x" not in shown.content.decode()
    pages = [shown, client.get(url(ForceContact, "import")), client.get(url(Force, "changelist"))]
    pages.append(confirm(client, ForceContact, shown, confirm="1"))
    for page in pages:
        text = page.content.decode()
        assert page.status_code == 200
        assert not re.search(r"<script(?![^>]*src=)(?![^>]*json)|<style|\sstyle=|\son\w+=", text)


# The pages of contacts


@pytest.fixture
def newsrooms(world):
    gazette = MediaContact.objects.create(outlet="Gazette", email="news@example.org")
    gazette.forces.set([world.north])
    MediaContact.objects.create(outlet="Agency", email="desk@example.org")
    MediaContact.objects.create(
        outlet="Herald", email="stop@example.org", stopped_on=dt.date(2019, 5, 3)
    )
    return world


def outlets(client, query: dict) -> list[str]:
    listed = client.get(url(MediaContact, "changelist"), query)
    return [contact.outlet for contact in listed.context["cl"].result_list]


def test_who_may_be_written_to_is_a_filter(newsrooms):
    client = logged_in(newsrooms.press)
    assert outlets(client, {}) == ["Agency", "Gazette", "Herald"]
    assert outlets(client, {"may": "yes"}) == ["Agency", "Gazette"]
    assert outlets(client, {"may": "no"}) == ["Herald"]
    assert outlets(client, {"covers": "forces"}) == ["Gazette"]
    assert outlets(client, {"covers": "country"}) == ["Agency", "Herald"]
    assert outlets(client, {"q": "n. shire"}) == ["Gazette"]
    listed = said(client.get(url(MediaContact, "changelist")))
    assert "no, since 3 May 2019" in listed and "the whole country" in listed


def test_an_address_stands_once_in_the_list_whatever_its_capital_letters(newsrooms):
    client = logged_in(newsrooms.press)
    form = {"outlet": "Gazette again", "email": "NEWS@example.org"}
    refused = client.post(url(MediaContact, "add"), form)
    assert "This address is in the list already." in said(refused)
    assert client.post(url(MediaContact, "add"), form | {"email": "x@b.org"}).status_code == 302


def test_the_list_of_media_contacts_costs_the_same_however_long_it_is(newsrooms):
    client = logged_in(newsrooms.press)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(url(MediaContact, "changelist"))
        return len(queries)

    few = cost()
    for i in range(20):
        made = MediaContact.objects.create(outlet=f"Paper {i}", email=f"p{i}@example.org")
        made.forces.set([newsrooms.north, newsrooms.south])
    assert cost() == few


def test_the_contacts_of_a_force_stand_on_its_page(world):
    ForceContact.objects.create(force=world.north, name="Desk", email="desk@example.org")
    page = url(Force, "change", world.north.pk)
    assert "desk@example.org" in logged_in(world.officer).get(page).content.decode()
    hidden = logged_in(world.checker).get(page)
    assert hidden.status_code == 200 and "desk@example.org" not in hidden.content.decode()


def test_force_contacts_are_found_by_office_by_way_and_by_any_spelling_of_the_force(world):
    ForceContact.objects.create(force=world.north, name="Desk", email="desk@example.org")
    ForceContact.objects.create(force=world.south, name="Unit", office="data", phone="01234")
    client = logged_in(world.officer)
    for query, found in (
        ({"q": "N. Shire"}, ["Desk"]),
        ({"by": "phone"}, ["Unit"]),
        ({"by": "email"}, ["Desk"]),
        ({"office__exact": "data"}, ["Unit"]),
    ):
        rows = client.get(url(ForceContact, "changelist"), query).context["cl"].result_list
        assert [contact.name for contact in rows] == found


def test_the_address_of_a_force_is_chosen_once(world):
    client = logged_in(world.officer)
    assert 'name="slug"' in client.get(url(Force, "add")).content.decode()
    page = client.get(url(Force, "change", world.north.pk)).content.decode()
    assert 'name="slug"' not in page and "northshire" in page
