"""A contact is the same contact however the name and the address were typed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from offences import resources
from offences.intake import lists
from offences.models import ForceContact, MediaContact
from offences.models.contact_fields import normalise_address, normalise_text
from tests import worlds
from tests.clients import logged_in
from tests.imports.files import csv_of
from tests.imports.test_lists_pages import said, url

pytestmark = pytest.mark.django_db

STOPPED = dt.date(2019, 5, 3)
# “desk@example.org” to whoever reads it.
LOOK_ALIKES = {
    "zero width space": "desk@exam\u200bple.org",
    "zero width joiner": "de\u200dsk@example.org",
    "byte order mark": "\ufeffdesk@example.org",
    "soft hyphen": "desk@exam\u00adple.org",
    "bidi marks": "\u202adesk@example.org\u202c",
    "left-to-right mark": "desk@example.org\u200e",
    "no-break spaces": "\u00a0desk@example.org\u202f",
    "full width": "ｄｅｓｋ＠ｅｘａｍｐｌｅ．ｏｒｇ",
    "mathematical letters": "desk@𝐞xample.org",
    "variation selector": "desk@example\ufe0f.org",
    "filler": "desk@example\u3164.org",
    "grapheme joiner": "desk@exa\u034fmple.org",
    "capital letters": "Desk@EXAMPLE.org",
}


def look(world, model, *rows):
    made = lists.preview(
        resources.LISTS[model], csv_of([*rows]), "a.csv", by=world.officer, now=worlds.NOW
    )
    return made.rows


@pytest.mark.parametrize("typed", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_whoever_asked_to_stop_does_not_come_back_by_an_address_that_looks_the_same(world, typed):
    contact = MediaContact.objects.create(
        outlet="Gazette", email="desk@example.org", stopped_on=STOPPED
    )
    (row,) = look(world, MediaContact, ["email", "outlet"], [typed, "The Gazette"])
    assert (row.status, row.instance) == ("changed", contact)
    assert row.remark == "Asked to stop on 3 May 2019, which stays recorded."
    form = {"outlet": "The Gazette", "email": typed}
    refused = logged_in(world.press).post(url(MediaContact, "add"), form)
    assert "This address is in the list already." in said(refused)
    assert MediaContact.objects.get(email=typed.replace("Desk", "desk")) == contact


@pytest.mark.parametrize("typed", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_an_address_is_kept_as_it_is_read(world, typed):
    MediaContact.objects.create(outlet="Gazette", email=typed)
    assert MediaContact.objects.get().email.lower() == "desk@example.org"
    rows = [["email", "outlet"], ["desk@example.org", "Gazette"]]
    assert [row.status for row in look(world, MediaContact, *rows)] == ["unchanged"]


def test_an_address_stands_once_in_a_file_too(world):
    rows = [[typed, "Gazette"] for typed in LOOK_ALIKES.values()]
    first, *others = look(world, MediaContact, ["email", "outlet"], *rows)
    assert first.differences[0] == ("outlet", "", "Gazette") and first.status == "new"
    assert all("The file has this contact twice" in row.reasons[0] for row in others)


def test_a_person_at_a_force_is_the_same_by_a_name_that_looks_the_same(world):
    contact = ForceContact.objects.create(
        force=world.north, name="Dis\u200bclosure\u00a0 unit", email="a@example.org"
    )
    contact.refresh_from_db()
    assert contact.name == "Disclosure unit"
    head = ["force", "name", "email", "phone"]
    typed = ["Northshire", "\u200eDisclosure\u2009Unit", "\u200ba@EXAMPLE.org", "\u200b"]
    (row,) = look(world, ForceContact, head, typed)
    assert (row.status, row.instance) == ("unchanged", contact)


def test_a_cell_of_invisible_characters_is_an_empty_cell(world):
    rows = [["email", "outlet"], ["\u200b", "Gazette"], ["a@example.org", "\u2060\u00a0"]]
    nobody, nowhere = look(world, MediaContact, *rows)
    assert "The column email is empty here" in nobody.reasons[0]
    assert "a new one needs outlet" in nowhere.reasons[0]
    contact = {"force": world.north.pk, "office": "foi", "name": "\u200b", "email": "a@example.org"}
    refused = logged_in(world.officer).post(url(ForceContact, "add"), contact)
    assert "This field is required." in said(refused)


def test_a_form_takes_an_address_pasted_with_marks_and_keeps_it_without(world):
    form = {
        "outlet": "Gaz\u200bette",
        "email": "\u202ade\u200bsk@example.org\u202c",
        "phone": "０１２",
    }
    assert logged_in(world.press).post(url(MediaContact, "add"), form).status_code == 302
    contact = MediaContact.objects.get()
    assert (contact.outlet, contact.email, contact.phone) == ("Gazette", "desk@example.org", "012")


@given(st.text())
def test_what_is_read_reads_the_same_again(text):
    assert normalise_text(normalise_text(text)) == normalise_text(text)
    assert normalise_address(normalise_address(text)) == normalise_address(text)
