"""A preview has one answer: no other tab takes its file, and a second click stores nothing."""

import datetime as dt

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from offences import tasks
from offences.intake import pending
from offences.models import AnnualCount, Document, ForceContact, StoredImport
from offences.refused import Refused
from offences.staff.files.count_files import SALT
from tests import worlds
from tests.clients import logged_in
from tests.imports import test_lists_pages as lists_pages
from tests.imports.conftest import held_files, long, stored
from tests.imports.test_large import large
from tests.imports.test_lists_pages import CONTACTS, url
from tests.imports.test_pages import CONFIRM, GOOD, IMPORT, bring, said, seal

ALREADY = "Stored already, when you first confirmed it. Nothing was stored twice"
OTHER = long(("Southshire", "2016/17", "5"))
# Every page of an import that is only looked at.
PAGES = [IMPORT, CONFIRM, url(ForceContact, "import"), url(ForceContact, "confirm")]


def confirm(client, shown, **more):
    return client.post(CONFIRM, {"sealed": seal(shown), "confirm": "1"} | more)


def document_page() -> str:
    return reverse("admin:offences_document_change", args=[Document.objects.get().pk])


# Two tabs of one person


def test_an_import_that_waits_for_the_worker_survives_whatever_else_its_person_opens(world):
    client = logged_in(world.officer)
    waiting = bring(client, large()).url
    for page in PAGES:
        client.get(page)
    worlds.work()
    confirmed = confirm(client, client.get(waiting)).url
    for page in PAGES:
        client.get(page)
    bring(client, OTHER)  # another file is looked at meanwhile
    lists_pages.bring(client, ForceContact, CONTACTS)
    bring(client, b"")  # and one that is refused
    worlds.work()
    assert "Stored: 1 new, 0 changed." in said(client.get(confirmed))
    assert stored() == (1, 1)


def test_two_previews_of_one_person_are_both_answered(world):
    client = logged_in(world.officer)
    first, second = bring(client, GOOD), bring(client, OTHER)
    third = lists_pages.bring(client, ForceContact, CONTACTS)
    confirm(client, second)
    assert "Nothing was stored." in said(
        client.post(CONFIRM, {"sealed": seal(first), "cancel": "1"}, follow=True)
    )
    assert stored() == (1, 1) and len(held_files()) == 1
    lists_pages.confirm(client, ForceContact, third, confirm="1")
    assert ForceContact.objects.count() == 2 and held_files() == []


def test_what_is_forgotten_goes_by_its_age_when_the_next_file_is_held(world):
    now = timezone.now()
    contacts = pending.store_pending(b"a", "forcecontact", world.officer, now)
    counts = pending.store_pending(b"b", pending.COUNTS, world.officer, now)
    pending.store_pending(b"c", pending.COUNTS, world.checker, now + dt.timedelta(minutes=59))
    assert pending.load("forcecontact", contacts, world.officer) == b"a"
    pending.store_pending(b"d", pending.COUNTS, world.checker, now + dt.timedelta(minutes=61))
    with pytest.raises(Refused, match="no longer here"):
        pending.load("forcecontact", contacts, world.officer)
    assert pending.load(pending.COUNTS, counts, world.officer) == b"b"  # it may wait for the worker
    pending.store_pending(b"e", pending.COUNTS, world.checker, now + dt.timedelta(hours=25))
    assert len(held_files()) == 1


def test_what_one_list_holds_no_other_finds(world):
    token = pending.store_pending(b"a", "forcecontact", world.officer, timezone.now())
    for kind, person in ((pending.COUNTS, world.officer), ("forcecontact", world.checker)):
        pending.discard(kind, token, person)
        assert pending.size(kind, token, person) == 0
        with pytest.raises(Refused):
            pending.load(kind, token, person)
    assert pending.size("forcecontact", token, world.officer) == 1


# One preview answered twice


def test_counts_confirmed_again_are_said_to_be_stored_and_lead_to_their_document(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    confirm(client, shown)
    before = stored()
    for answer in ("confirm", "cancel"):
        again = client.post(CONFIRM, {"sealed": seal(shown), answer: "1"}, follow=True)
        assert again.redirect_chain == [(document_page(), 302)]
        assert ALREADY in said(again) and "Nothing was stored." not in said(again)
    assert stored() == before and held_files() == []


def test_a_large_file_confirmed_again_leads_to_the_same_work_and_then_to_its_document(world):
    client = logged_in(world.officer)
    waiting = bring(client, large()).url
    worlds.work()
    shown = client.get(waiting)
    work = confirm(client, shown).url
    for answer in ("confirm", "cancel"):
        again = client.post(CONFIRM, {"sealed": seal(shown), answer: "1"}, follow=True)
        assert again.redirect_chain == [(work, 302)]
        assert "You confirmed this already. This is how far it is." in said(again)
    worlds.work()
    assert "Stored: 1 new, 0 changed." in said(client.get(work))
    assert confirm(client, shown).url == document_page()
    assert stored() == (1, 1)


def test_a_second_piece_of_work_on_the_same_file_stores_nothing_and_says_so(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    *brought, mark = signing.loads(seal(shown), salt=SALT)
    works = [
        tasks.store_counts.enqueue(by=world.officer.pk, file=brought, fingerprint=mark)
        for _ in range(2)
    ]
    worlds.work()
    first, second = (reverse("admin:offences_annualcount_work", args=[w.id]) for w in works)
    assert "Stored: 2 new, 0 changed." in said(client.get(first))
    assert client.get(second).url == document_page()
    assert stored() == (2, 1) and StoredImport.objects.count() == 1


def test_counts_whose_document_is_deleted_lead_to_the_counts(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    confirm(client, shown)
    AnnualCount.objects.all().delete()
    Document.objects.all().delete()
    again = confirm(client, shown)
    assert again.url == reverse("admin:offences_annualcount_changelist")


def test_a_list_confirmed_again_is_said_to_be_stored_and_leads_to_the_list(world):
    client = logged_in(world.officer)
    shown = lists_pages.bring(client, ForceContact, CONTACTS)
    lists_pages.confirm(client, ForceContact, shown, confirm="1")
    for answer in ("confirm", "cancel"):
        again = lists_pages.confirm(client, ForceContact, shown, **{answer: "1"})
        assert again.redirect_chain == [(url(ForceContact, "changelist"), 302)]
        assert ALREADY in said(again) and "Nothing was stored." not in said(again)
    assert ForceContact.objects.count() == 2


def test_what_was_not_stored_is_not_said_to_be(world):
    client = logged_in(world.officer)
    shown = bring(client, GOOD)
    worlds.enter(world.submission, {world.cell(2018): "67"}, world.officer)
    anew = confirm(client, shown)
    assert (
        "the records changed after you looked" in said(anew) and not StoredImport.objects.exists()
    )
    client.post(CONFIRM, {"sealed": seal(anew), "cancel": "1"})
    again = client.post(CONFIRM, {"sealed": seal(anew), "confirm": "1"}, follow=True)
    assert "Nothing was stored. The file is no longer here. Upload it again." in said(again)


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_clicks_at_once_one_stores_counts_and_the_other_leads_to_them(world):
    clients = [logged_in(world.officer) for _ in range(2)]
    shown = bring(clients[0], GOOD)
    answers = worlds.at_once(*(lambda c=c: confirm(c, shown) for c in clients))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    assert {a.url for a in answers if a.status_code == 302} == {document_page()}
    assert stored() == (2, 1) and held_files() == []


@pytest.mark.both_databases
@pytest.mark.django_db(transaction=True)
def test_of_two_clicks_at_once_one_stores_a_list_and_the_other_leads_to_it(world):
    clients = [logged_in(world.officer) for _ in range(2)]
    shown = lists_pages.bring(clients[0], ForceContact, CONTACTS)
    pages = worlds.at_once(
        *(
            lambda c=c: said(lists_pages.confirm(c, ForceContact, shown, confirm="1"))
            for c in clients
        )
    )
    assert sorted(ALREADY in page for page in pages) == [False, True]
    assert sum("Stored: 2 new, 0 changed." in page for page in pages) == 1
    assert ForceContact.objects.count() == 2
