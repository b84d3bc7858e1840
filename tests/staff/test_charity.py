"""The charity’s form: what it refuses, its preview, and that a change shows at once."""

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from offences.charts.contrast import DARK, LEAST, LIGHT, contrast, nearest
from offences.management.demo import reference
from offences.models import Charity, remember_charity
from offences.statistics.years import first_month
from offences.words import charity as words
from offences.words.charity import charity, previewing, remember
from tests import worlds
from tests.clients import logged_in, text_of

CHANGE = reverse("admin:offences_charity_change", args=[1])
SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.fixture
def lead(db):
    reference.charity()
    return logged_in(worlds.person("Lou Field", "Data lead"))


def form_of(client, **given) -> dict:
    """Every field of the form as it is, and what is given instead."""
    page = client.get(CHANGE).context
    fields = {f.html_name: f.value() for f in page["adminform"].form}
    (lines,) = page["inline_admin_formsets"]
    for form in (lines.formset.management_form, *lines.formset.forms):
        fields |= {field.html_name: field.value() for field in form}
    return {name: of for name, of in fields.items() if of not in (None, False)} | given


def picture(size=(400, 100), kind="PNG") -> SimpleUploadedFile:
    written = io.BytesIO()
    Image.new("RGB", size, "navy").save(written, kind)
    return SimpleUploadedFile("logo.png", written.getvalue() + b"<script>")


@given(st.from_regex(r"#[0-9a-f]{6}", fullmatch=True), st.sampled_from([LIGHT, DARK]))
def test_the_nearest_colour_can_be_read_on_every_ground(colour, grounds):
    found = nearest(colour, grounds)
    assert contrast(found, grounds) >= LEAST
    assert found == colour or contrast(colour, grounds) < LEAST


def test_contrast_is_that_of_the_formula_and_the_grounds_are_those_of_the_pages():
    assert contrast("#000000", ["#ffffff"]) == pytest.approx(21)
    assert contrast("#767676", ["#ffffff"]) == pytest.approx(4.54, abs=0.01)
    sheet = (Path(settings.BASE_DIR) / "static" / "site.css").read_text()
    for name, grounds in zip(
        ("page", "raised", "sunken"), zip(LIGHT, DARK, strict=True), strict=True
    ):
        assert tuple(re.findall(rf"--{name}: (#\w+);", sheet))[:2] == grounds


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"accent": "#dddddd"}, "#dddddd has a contrast of 1.19 to 1 on a light ground, and words "
         "need 4.5 to 1. The nearest that can be read is #"),
        ({"accent": "teal"}, "Write the colour as # and six digits"),
        ({"accent_dark": "#333333"}, "on a dark ground"),
        ({"logo_file": SimpleUploadedFile("a.png", SCRIPT)}, "an SVG can carry scripts"),
        ({"logo_file": picture((3000, 2000))}, "more than 4 million dots"),
        ({"logo_file": picture(kind="GIF")}, "The logo is no PNG"),
        ({"helplines-0-links": "Look | javascript:alert(1)"}, "begins with https://"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_could_do_harm_is_refused_with_the_way_out(lead, given, sentence):
    said = text_of(lead.post(CHANGE, form_of(lead, **given)))
    assert sentence in said, said
    assert not Charity.objects.get().accent and not Charity.objects.get().logo


def test_a_logo_is_pixels_alone_and_is_at_the_head_of_every_page(lead, client):
    assert lead.post(CHANGE, form_of(lead, logo_file=picture())).status_code == 302
    logo = client.get("/charity/logo.png")
    assert logo["Content-Type"] == "image/png" and b"<script>" not in logo.content
    assert Image.open(io.BytesIO(logo.content)).size == (400, 100)
    assert (
        '<img class="masthead-logo" src="/charity/logo.png" width="160"'
        in client.get("/about/").content.decode()
    )


def test_a_preview_shows_the_words_and_stores_nothing(lead):
    words = {"title": "Thefts from farms", "subject": "thefts from farms", "victim": "farm"}
    page = lead.post(CHANGE, form_of(lead, **words, _preview="Preview"))
    said = text_of(page)
    assert "Thefts from farms" in said and "Behind each offence is a farm." in said
    assert "Police in Northshire recorded 68 thefts from farms in 2018/19, up from 48" in said
    assert Charity.objects.get().title == charity().title == "Online offences against children"
    faulty = lead.post(CHANGE, form_of(lead, title="", _preview="Preview"))
    assert "This field is required." in text_of(faulty)


@pytest.mark.django_db
def test_nobody_is_asked_to_worry_about_an_animal_that_they_know(client):
    animals = {"victim": "animal", "victims": "animals", "victims_are_people": False}
    for said, follows in (
        ({}, "Behind each offence is a child. If you are worried about one you know, talk"),
        (animals, "Behind each offence is an animal. These people can help"),
    ):
        with previewing(replace(charity(), **said)):
            assert follows in text_of(client.get("/"))


def test_a_change_shows_on_the_next_page_of_readers_and_of_staff_and_in_another_process(
    lead, client, django_assert_num_queries
):
    assert "Childline" in text_of(client.get("/help/"))
    changed = {"title": "Thefts from farms", "helplines-0-DELETE": "on"}
    assert lead.post(CHANGE, form_of(lead, **changed)).status_code == 302
    assert "Childline" not in text_of(client.get("/help/"))
    assert "Thefts from farms" in text_of(lead.get(reverse("admin:index")))
    remember(None)  # as another process has it, which has read nothing
    assert "Thefts from farms" in text_of(lead.get(reverse("admin:index")))


def test_only_the_data_lead_opens_it(lead):
    for role in ("Data officer", "Checker", "Press officer", "Approver"):
        assert logged_in(worlds.person(role, role)).get(CHANGE).status_code == 403


def test_a_new_campaign_and_its_event_begin_with_the_charitys_name_and_press_contact(lead):
    Charity.objects.update(name="the Harbour Trust", press_contact="press@harbour.example")
    remember_charity()
    press = logged_in(worlds.person("Di Fox", "Press officer"))
    for model, begun in (("campaign", "the Harbour Trust"), ("campaignevent", "press@harbour")):
        page = press.get(reverse(f"admin:offences_{model}_add"))
        assert begun in f"{page.context['adminform'].form.initial}"


def test_today_asks_the_data_lead_to_say_whose_site_it_is(db, monkeypatch):
    asked, today = "Readers do not see yet whose site this is.", reverse("admin:index")
    lead = logged_in(worlds.person("Lou Field", "Data lead"))
    officer = logged_in(worlds.person("Ann Lee", "Data officer"))
    assert asked not in text_of(lead.get(today))
    monkeypatch.setattr(words, "NOT_SET_UP", words.CharityWords())
    words.remember(None)
    assert asked in text_of(lead.get(today)) and asked not in text_of(officer.get(today))


def test_the_start_of_years_is_chosen_before_the_first_round_and_stays(lead, client):
    shown = lead.post(CHANGE, form_of(lead, years_start="1", _preview="Preview"))
    assert "in 2018, up from 48" in text_of(shown)
    assert first_month() == 4  # a preview stores nothing
    assert lead.post(CHANGE, form_of(lead, years_start="1")).status_code == 302
    assert "A year runs from January to December." in text_of(client.get("/about/"))
    assert lead.post(CHANGE, form_of(lead, years_start="4")).status_code == 302
    worlds.round_of(worlds.measure())
    refused = text_of(lead.post(CHANGE, form_of(lead, years_start="7")))
    assert "There are rounds already, and their years start in April" in refused
    assert lead.post(CHANGE, form_of(lead, tagline="Year by year")).status_code == 302
    assert (Charity.objects.get().years_start, first_month()) == (4, 4)


def test_of_the_one_record_no_other_is_offered(lead):
    assert 'name="_addanother"' not in lead.get(CHANGE).content.decode()
    Charity.objects.all().delete()
    first = lead.get(reverse("admin:offences_charity_add")).content.decode()
    assert 'name="_save"' in first and 'name="_addanother"' not in first
