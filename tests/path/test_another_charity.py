"""A charity of another kind, set up through the staff pages alone, and what its readers see."""

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence

import lxml.html
import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from offences import press
from offences.models import Charity, FoiSubmission, Helpline, Measure, Release
from offences.press.basis import basis_of, facts_of_release
from offences.words import charity
from offences.words.charity import CharityWords
from tests import worlds
from tests.clients import logged_in, text_of
from tests.imports.files import xlsx_of

AREAS = [f"{a}{b}shire" for a in "BCDFGHKLMNP" for b in ("a", "e", "i", "o")][:43]
ANSWERED = {"Bashire": (41, 48, 68), "Beshire": (210, 240, 190), "Bishire": (77, 78, 79)}
NOW = dt.datetime(2019, 6, 20, 9, 0, tzinfo=dt.UTC)
OPENS = dt.datetime(2019, 6, 24, 23, 1, tzinfo=dt.UTC)  # 00:01 on 25 June, London

NAMES = {
    "title": "Cruelty to animals",
    "tagline": "What 43 forces answered",
    "name": "the Harbour Trust",
    "introduced": "an animal charity",
    "website": "https://harbour.example/",
    "subject": "offences of cruelty to animals",
    "warning": "cruelty to animals",
    "victim": "animal",
    "victims": "animals",
    "marked_as": "cruelty",
    "keywords": "animal cruelty, police forces",
    "help_lead": "You can report what you saw without your name.",
    "contact": "Harbour Trust, 1 Quay Street, Haven.",
    "press_contact": "press@harbour.example",
    "corrections_contact": "figures@harbour.example",
    "licence_name": "Open Data Commons Attribution",
    "licence_address": "https://opendatacommons.org/licenses/by/1-0/",
    "licence_code": "ODC-By-1.0",
    "nations": ["England"],
    "years_start": 1,  # calendar years
    "accent": "#7a2e0e",
    "accent_dark": "#f0b090",
}
HELPLINE = {
    "line": "If you have seen cruelty: Harbour Line, day and night",
    "heading": "If you have seen cruelty",
    "name": "Harbour Line",
    "number": "0300 555 0199",
    "about": "Open day and night.",
    "links": "What to look for | https://harbour.example/signs",
}
MEASURE = {
    "slug": "cruelty",
    "name": "Cruelty to animals",
    "phrase": "offences of cruelty to animals",
    "phrase_singular": "offence of cruelty to animals",
    "headline_phrase": "animal cruelty offences",
    "definition": "Offences of causing an animal to suffer that a police force recorded.",
    "first_year": "2016",
}
OF_CHILDREN = re.compile(
    r"\bchild|under.18|childline|nspcc|0800|\bonline\b|sexual|abuse|\bgirls?\b|\bboys?\b"
    r"|\bage[ds]?\b|\byoungest\b|\bplatforms?\b|under \d+ are given",
    re.I,
)


OF_FINANCIAL = re.compile(r"20\d\d/\d\d\b|\bApril|\bMarch\b|financial year")
BAND = "An age band is the sum of its ages."  # of how hidden counts are searched, for any charity


class Office:
    """People at their own pages: each form that is sent is a step."""

    def __init__(self) -> None:
        self.steps = 0

    def send(self, client: Client, address: str, button: str = "", at: int = 0, **given) -> object:
        """Open a page, fill in its form as given, press a button and return what came back."""
        page = lxml.html.fromstring(client.get(address, follow=True).content)
        names = {*given, *filter(None, [button])}
        forms = [form for form in page.forms if form.method == "POST"]
        # A row that the page's script would add has the names of the empty one.
        taken = [{*f.fields.keys(), *buttons(f)} for f in forms]
        lacks = [
            {n for n in names - has if n.replace("-0-", "-__prefix__-") not in has} for has in taken
        ]
        fitting = [form for form, lack in zip(forms, lacks, strict=True) if not lack]
        assert fitting, (address, lacks)
        form = fitting[at]
        values: dict[str, object] = {}
        for name, value in form.form_values():
            values.setdefault(name, []).append(value)  # type: ignore[attr-defined]
        if button:
            values[button] = buttons(form)[button]
        self.steps += 1
        answer = client.post(form.action or address, values | given, follow=True)
        faults = re.findall(r'class="errorlist.*?</ul>', answer.content.decode(), re.S)
        assert answer.status_code == 200 and not faults, (address, faults)
        return answer


def buttons(form: lxml.html.FormElement) -> dict[str, str]:
    found = form.xpath(".//button[@name] | .//input[@type='submit'][@name]")
    return {each.get("name"): each.get("value") or "" for each in found}


def file(rows: list[tuple]) -> SimpleUploadedFile:
    written = io.StringIO()
    csv.writer(written).writerows(rows)
    return SimpleUploadedFile("list.csv", written.getvalue().encode())


def url(model: str, page: str, *args: object) -> str:
    return reverse(f"admin:offences_{model}_{page}", args=args)


@pytest.fixture
def nobody_set_up(monkeypatch):
    """A site on which no charity has been set up, as a server has it on its first day."""
    monkeypatch.setattr(charity, "NOT_SET_UP", CharityWords())
    charity.remember(None)


@pytest.mark.django_db
def test_before_anything_is_released_its_pages_have_its_words(nobody_set_up, client):
    new = text_of(client.get("/help/"))
    assert "999" in new and not OF_CHILDREN.findall(new)
    Helpline.objects.create(charity=Charity.objects.create(**NAMES), **HELPLINE)
    addresses = [a for a in ADDRESSES if not re.search("bashire|boshire|cruelty|2019", a)]
    assert len(addresses) > 12 and faults(client, addresses) == {}
    said = " ".join(client.get("/").content.decode().split())
    assert all(each in said for each in READ["/"])


@pytest.mark.drill
@pytest.mark.django_db
def test_an_animal_charity_with_43_forces_is_set_up_in_under_30_steps(nobody_set_up):
    officer = logged_in(worlds.person("Ann Lee", "Data officer"))
    checker = logged_in(worlds.person("Cy Moss", "Checker"))
    approver = logged_in(worlds.person("Ed Hay", "Approver"))
    lead = logged_in(worlds.person("Lou Field", "Data lead"))
    office = Office()
    with time_machine.travel(NOW, tick=False):
        set_up(office, lead, officer)
        answers(office, officer, checker)
        release(office, officer, lead, approver)
        assert office.steps < 30, office.steps
        drafts()
    with time_machine.travel(OPENS, tick=False):
        read(Client())


def set_up(office: Office, lead: Client, officer: Client) -> None:
    helpline = {f"helplines-0-{name}": value for name, value in HELPLINE.items()}
    office.send(lead, url("charity", "add"), "_save", **NAMES, **helpline)
    total = {"name": "All offences", "slug": "total", "kind": "total"}
    whole = {f"breakdowns-0-{name}": value for name, value in total.items()}
    rows = {"breakdowns-TOTAL_FORMS": "1", "breakdowns-0-position": "1"}
    office.send(lead, url("measure", "add"), "_save", **MEASURE, **whole, **rows)
    breakdown = Measure.objects.get().breakdowns.get()
    stated = {"slug": "total", "name": "All offences", "is_total": "on", "position": "1"}
    stated = {f"categories-0-{name}": value for name, value in stated.items()}
    office.send(
        lead, url("breakdown", "change", breakdown.pk), "_save",
        **stated, **{"categories-TOTAL_FORMS": "1"},
    )  # fmt: skip
    names = [
        (a.lower(), f"{a} Police", f"{a} Police", a, "territorial", "England", a.lower())
        for a in AREAS
    ]
    heads = ("slug", "name", "short_name", "area", "kind", "nation", "foi_office")
    upload(office, officer, "force", [heads, *names])
    office.send(
        officer, url("foiround", "add"), "_save",
        name="Round 2019", slug="2019",
            number="1", first_year="2016", last_year="2018",
        sent_on="2019-04-10", measures=[Measure.objects.get().pk], breakdowns=[breakdown.pk],
    )  # fmt: skip
    asked = [("2019", a.lower(), "answered" if a in ANSWERED else "awaited") for a in AREAS]
    upload(office, officer, "foisubmission", [("round", "force", "outcome"), *asked])
    assert FoiSubmission.objects.count() == 43


def upload(office: Office, client: Client, model: str, rows: list[tuple]) -> None:
    shown = office.send(client, url(model, "import"), file=file(rows))
    office.steps += 1
    sealed = shown.context["sealed"]
    done = client.post(url(model, "confirm"), {"sealed": sealed, "confirm": "1"}, follow=True)
    assert "Stored" in text_of(done), text_of(done)


def answers(office: Office, officer: Client, checker: Client) -> None:
    """Each force's own file, read and stored; then checked by a second person."""
    years = ("2016", "2017", "2018")
    for area, numbers in ANSWERED.items():
        book = xlsx_of({"Data": [["Offence", *years], ["Total", *numbers]]})
        submission = FoiSubmission.objects.get(force__area=area)
        sent = SimpleUploadedFile(f"{area}.xlsx", book)
        shown = office.send(officer, url("foisubmission", "upload", submission.pk), file=sent)
        office.send(officer, shown.redirect_chain[-1][0], "_store")
        office.send(checker, url("foisubmission", "check", submission.pk), "_check")
    assert FoiSubmission.objects.checked().count() == len(ANSWERED)


def release(office: Office, officer: Client, lead: Client, approver: Client) -> None:
    office.send(officer, url("release", "add"), title="The figures of 2019")
    made = Release.objects.get()
    screening = url("release", "screening", made.pk)
    for client in (lead, officer):
        page = client.get(screening)
        rows = page.context["findings"]
        for _ in [found for found, _, why_not in rows if not (found.is_answered or why_not)]:
            office.send(client, screening, answer="The force was asked, and it is so.")
    office.send(officer, screening, step="screened")
    office.send(officer, screening, step="review")
    office.send(
        approver, url("release", "approve", made.pk), public_at_0="2019-06-25", public_at_1="00:01"
    )


def drafts() -> None:
    event = worlds.event(Release.objects.get(), starts_on=dt.date(2019, 6, 26))
    whole = facts_of_release(Release.objects.get())
    for body in ("bashire", "beshire", "boshire", "national"):
        for draft in press.drafts(event, body, now=NOW):
            assert not OF_CHILDREN.findall(f"{draft.headline} {draft.text}"), draft.text
            assert "Harbour Line, day and night, 0300 555 0199." in draft.text
            assert "recorded from January 2018 to December 2018." in draft.text, draft.text
            assert "2018" in draft.text and not OF_FINANCIAL.search(draft.text), draft.text
            basis = basis_of(whole, draft.body, whole.year)
            findings = basis.mark(f"{draft.headline}\n\n{draft.text}").findings
            assert [(f.text, f.verdict, f.fact) for f in findings] == [], draft.text


ADDRESSES = (
    *("/", "/forces/", "/forces/bashire/", "/forces/boshire/", "/measures/cruelty/"),
    *("/responses/2019/", "/releases/", "/releases/cruelty/1/", "/press/", "/data/"),
    *("/about/", "/about/methods/", "/about/ranking/", "/help/", "/contact/", "/licence/"),
    *("/accessibility/", "/releases/feed.atom", "/forces/bashire/feed.atom", "/nowhere/"),
    *("/api/v1/openapi.json", "/embed/bashire/cruelty/", "/check/", "/charity/colours.css"),
)


def faults(client: Client, addresses: Sequence[str]) -> dict[str, object]:
    """The pages that do not answer, or have words of another charity, with these."""
    found: dict[str, object] = {}
    for address in addresses:
        answer = client.get(address)
        page = answer.content.decode().replace(BAND, "")
        if answer.status_code != (404 if address == "/nowhere/" else 200):
            found[address] = answer.status_code
        elif others := [
            page[m.start() - 40 : m.end() + 40]
            for pattern in (OF_CHILDREN, OF_FINANCIAL)
            for m in pattern.finditer(page)
        ]:
            found[address] = others
    return found


def read(client: Client) -> None:
    assert faults(client, ADDRESSES) == {}
    pages = {address: client.get(address).content.decode() for address in READ}
    words = {
        address: " ".join(re.sub("<[^>]+>", " ", page).split()) for address, page in pages.items()
    }
    picture = client.get("/forces/bashire/cruelty/chart.svg").content.decode()
    assert "#7a2e0e" in picture and "#0b5468" not in picture
    for address, said in READ.items():
        for each in said:
            assert each in words[address], (address, each, words[address])


READ = {
    "/": (
        "an animal charity asks",
        "One offence is not one animal.",
        "Harbour Line, day and night",
    ),
    "/forces/bashire/": (
        *("Up from 48 in 2017", "Offences recorded each year January to December"),
        "each marks crimes as cruelty differently",
    ),
    "/help/": ("0300 555 0199", "You can report what you saw without your name."),
    "/contact/": ("1 Quay Street", "press@harbour.example", "figures@harbour.example"),
    "/data/": ("Open Data Commons Attribution",),
    "/about/": (
        "how many offences of cruelty to animals it recorded",
        "A year runs from January to December.",
    ),
    "/about/methods/": ("A calendar year: 1 January to 31 December.", "31 December a year on"),
    "/api/v1/openapi.json": ("A year from January to December, such as 2018.", "^[0-9]{4}$"),
    "/api/v1/figures?measure=cruelty&force=bashire&year=2018": ('"year_start": "2018-01-01"',),
    "/nowhere/": ("Page not found",),
    "/charity/colours.css": ("--accent: #7a2e0e",),
}
