"""The forms of a round, taken from its pages by those who send the letters."""

import io
import zipfile

import pytest
import time_machine
from django.test import Client

from offences.rounds import workbook_for
from tests import worlds
from tests.worlds import NOW


@pytest.fixture
def w(db):
    w = worlds.World(**worlds.team("officer", "checker"))
    w.measure = worlds.measure()
    w.round = worlds.round_of(w.measure)
    w.north = worlds.submission(worlds.force("Northshire"), w.round, outcome="awaited")
    w.south = worlds.submission(worlds.force("Southshire"), w.round, outcome="awaited")
    return w


def asked(person, address):
    client = Client()
    client.force_login(person)
    with time_machine.travel(NOW, tick=False):
        return client.get(address)


def test_an_officer_takes_the_form_of_one_force_from_the_page_of_its_submission(w):
    page = f"/admin/offences/foisubmission/{w.north.pk}"
    address = f"{page}/form.xlsx"
    assert address in asked(w.officer, f"{page}/change/").content.decode()
    answer = asked(w.officer, address)
    assert answer["Content-Disposition"] == 'attachment; filename="northshire-2019.xlsx"'
    assert answer.content == workbook_for(w.north, NOW)


def test_an_officer_takes_the_forms_of_all_from_the_page_of_the_round(w):
    page = f"/admin/offences/foiround/{w.round.pk}"
    address = f"{page}/forms.zip"
    assert address in asked(w.officer, f"{page}/change/").content.decode()
    answer = asked(w.officer, address)
    assert answer["Content-Disposition"] == 'attachment; filename="return-forms-2019.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.namelist() == ["northshire-2019.xlsx", "southshire-2019.xlsx"]


def test_whoever_does_not_enter_counts_is_shown_no_way_to_the_forms(w):
    for page in (f"foiround/{w.round.pk}", f"foisubmission/{w.north.pk}"):
        text = asked(w.checker, f"/admin/offences/{page}/change/").content.decode()
        assert "Return form" not in text


def test_a_form_of_no_submission_is_not_found(w):
    assert asked(w.officer, "/admin/offences/foisubmission/999999/form.xlsx").status_code == 404
    assert asked(w.officer, "/admin/offences/foiround/999999/forms.zip").status_code == 404
