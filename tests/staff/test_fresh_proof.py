"""What cannot be undone asks for the second factor again, on an open machine of an hour ago."""

import pytest
from allauth.mfa.models import Authenticator
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import reverse

from offences.intake import returns as readings
from tests import worlds
from tests.readings.conftest import workbook
from tests.samples import some
from tests.staff.addresses import address
from tests.staff.test_access import CLOSED

# Approving, issuing, sending, opening what is held back, and who may do what. The tables of other
# applications, such as the groups behind roles, ask on each page.
OF_OTHERS = ("auth_group", "django_tasks_database_dbtaskresult")
FORMS = ("add", "change", "changelist", "delete")
ASKED = {
    "account_step",
    "offences_campaignevent_send",
    "offences_campaignevent_words",
    "offences_document_clear",
    "offences_issuedtext_send",
    "offences_pressrelease_sign",
    "offences_release_approve",
    "offences_release_withdraw",
    "people",
    "person",
    "personal_data",
    *(f"{table}_{page}" for table in OF_OTHERS for page in FORMS),
}
PERSONS = (("Victim name", "2018/19"), ("Amy Smithson", 1), ("Ben Carterton", 2))


@pytest.fixture
def on_an_open_machine(db):
    """Somebody who may do everything, and proved it a quarter of an hour ago."""
    person = worlds.person("Sue Per", superuser=True)
    Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(person)
    session = client.session
    session["account_authentication_methods"][0]["at"] -= 15 * 60 + 1
    session.save()
    return client


def is_asked(answer) -> bool:
    again = reverse("mfa_reauthenticate")
    return answer.status_code == 302 and answer["Location"].startswith(again)


def test_what_cannot_be_undone_needs_a_fresh_proof(everything, on_an_open_machine, monkeypatch):
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    names = [*ASKED, *some((name for name in CLOSED if name not in ASKED), step=8)]
    places = {name: address(name, everything) for name in names}
    asked = {name for name, place in places.items() if is_asked(on_an_open_machine.post(place))}
    assert asked == ASKED


@pytest.mark.parametrize(
    ("page", "step"),
    [
        ("offences_campaignevent_texts", "together"),
        ("offences_campaignevent_texts", "issue"),
        ("offences_release_correct", "send"),
    ],
)
def test_a_page_of_many_steps_asks_before_those_that_cannot_be_undone(
    everything, on_an_open_machine, page, step
):
    place = address(page, everything)
    assert is_asked(on_an_open_machine.post(place, {step: "data"}))
    assert not is_asked(on_an_open_machine.get(place)), "to look needs no proof"


def test_a_file_that_tells_of_people_is_shown_after_a_fresh_proof_alone(world, on_an_open_machine):
    by = {"by": world.officer, "now": worlds.NOW}
    held = readings.upload(world.submission, workbook(*PERSONS), "northshire.xlsx", **by)
    assert held.document.is_held_back
    places = {
        reverse("admin:offences_document_file", args=[held.document_id]),
        reverse("admin:offences_foisubmission_reading", args=[held.submission_id, held.pk]),
    }
    assert {place for place in places if is_asked(on_an_open_machine.get(place))} == places
