"""The ask and the quotes of an event: approved once, by another person than their writer."""

import pytest

from offences import press
from offences.models import EventQuote
from offences.refused import Refused
from tests import worlds
from tests.worlds import NOW

WORDS = {"words": "A safer law saves children.", "name": "Ira Vale", "title": "head of the Trust"}


@pytest.fixture
def event(db):
    return worlds.event()


@pytest.fixture
def quote(event):
    made = EventQuote(event=event, nation="Wales", **WORDS)
    made.save()
    return made


def approver():
    return worlds.person("Ed Hay", "Approver")


def test_words_are_approved_as_they_were_read(quote):
    by, seen = approver(), quote.words_hash
    EventQuote.objects.filter(pk=quote.pk).update(words="A safer law saves every child.")
    with pytest.raises(Refused, match="changed since you opened"):
        press.approve_words(quote, by=by, now=NOW, seen=seen)


def test_the_writer_of_a_quote_does_not_approve_it(quote):
    by = approver()
    press.record_writer(quote, by)
    quote.save()
    with pytest.raises(Refused, match="a colleague has to approve"):
        press.approve_words(quote, by=by, now=NOW, seen=quote.words_hash)


def test_a_press_officer_approves_nothing(quote):
    with pytest.raises(Refused, match="Only approvers"):
        press.approve_words(
            quote, by=worlds.person("Di Fox", "Press officer"), now=NOW, seen=quote.words_hash
        )


def test_a_letter_changed_by_any_way_takes_the_approval_back(quote, event):
    press.approve_words(quote, by=approver(), now=NOW, seen=quote.words_hash)
    assert press.quote_for(event, "Wales").startswith("“A safer law saves children.” Ira Vale")
    EventQuote.objects.filter(pk=quote.pk).update(words="A safer law saves millions.")
    assert "millions" not in press.quote_for(event, "Wales")
    assert press.quote_for(event, "Wales") == press.quote_for(event, "England") != ""


def test_the_page_of_the_words_approves_one_at_a_time(client, quote, event):
    by = approver()
    client.force_login(by)
    address = f"/admin/offences/campaignevent/{event.pk}/words/"
    assert "A safer law saves children." in client.get(address).content.decode()
    client.post(address, {"seen": quote.words_hash})
    quote.refresh_from_db()
    assert quote.is_approved and quote.approved_by == by
    said = client.post(address, {"seen": "another"}).content.decode()
    assert "Read them again" in said
