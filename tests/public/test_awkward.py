"""Every public page in every awkward world, as its reader gets it: views, claims and templates."""

import copy
import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.test import override_settings

from tests import worlds
from tests.public.awkward import BREAK, PARTS, WORLDS, site, withdraw
from tests.public.reading import faults_of, page_of
from tests.public.sweep import addresses
from tests.samples import sampled

pytestmark = pytest.mark.django_db

FORCE, MEASURE = "/forces/northshire/", "/measures/online/"
RELEASE, TEXT = "/releases/online/3/", "/press/conference/northshire/"
TABLE = "/forces/northshire/online.csv"
COMPARED = re.compile(  # no comparison: “more than five a month”, “in more than one count”
    r"\b(up|down) (from|on)\b|per cent|\d%|similar to|the same as"
    r"|\b(more|fewer) than\b(?! one count| [\w,-]+( offences)? a (day|week|month)\b)"
    r"|compared with \d|\b(doubled|trebled|halved|rise|rose|fell|fall)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", autouse=True)
def strict():
    """A value that a template asks for and nobody gave shows on the page.

    For all of this module, so that a template is read once.
    """
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["OPTIONS"]["string_if_invalid"] = "¡missing: %s!"
    with override_settings(TEMPLATES=templates):
        yield


@pytest.fixture
def said(client) -> Callable[[str], str]:
    """said(address) → every text of the page's main part, each on its line."""
    return lambda address: "\n".join(page_of(client.get(address).content.decode()).main)


OF_STAFF = ("admin/", "staff/", "account/", "mfa/", "socialaccount/")  # templates


@dataclass(frozen=True)
class Visit:
    """An answer of a world, and the templates of its page."""

    status: int
    html: str
    templates: frozenset[str]


_visits: dict[str, dict[str, Visit]] = {}


def visits(client, name: str, withdrawn: bool = False) -> dict[str, Visit]:
    """Every public address of a world, visited once for all tests; the world stands then."""
    made = site(WORLDS[name])
    if withdrawn:
        withdraw(made.releases[-1])
    key = f"{name}, withdrawn" if withdrawn else name
    if key not in _visits:
        _visits[key] = {each: visit(client, each) for each in addresses(PARTS)}
    return _visits[key]


def visit(client, address: str) -> Visit:
    response = client.get(address)
    html = response.content.decode() if response["Content-Type"].startswith("text/html") else ""
    names = frozenset(template.name for template in response.templates or ())
    return Visit(response.status_code, html, names)


def faults(client, visited, statuses=frozenset((200,))) -> dict[str, list[str]]:
    """What is wrong with these pages, and with the addresses that they link to."""
    found, links = {}, set()
    for address, answer in visited.items():
        if answer.html:
            found[address] = faults_of(answer.html)
            links |= {link for link in page_of(answer.html).onward if link.startswith("/")}
        if answer.status not in statuses:
            found.setdefault(address, []).append(f"status {answer.status}")
    for link in links - {*visited}:
        if client.get(link, follow=True).status_code not in statuses:
            found.setdefault(link, []).append("a page links to it")
    return {address: wrong for address, wrong in found.items() if wrong}


# ---- whatever the world ------------------------------------------------------------------------


ONE_OF_EACH = ("no figure", "a break", "ages")


@pytest.mark.parametrize("name", sampled(WORLDS, ONE_OF_EACH))
def test_no_page_of_any_world_has_a_fault_or_a_dead_link(client, name):
    visited = dict(visits(client, name))
    if name == "no figure":
        del visited[TABLE]  # no table, no file: no page links to it
        del visited["/releases/online/3/forces/northshire.csv"]
    assert faults(client, visited) == {}


def test_before_anything_is_published_no_page_has_a_fault(client):
    worlds.measure()
    worlds.force()
    nothing = {name: () for name in PARTS} | {"force": ["northshire"], "measure": ["online"]}
    assert faults(client, {each: visit(client, each) for each in addresses(nothing)}) == {}


def test_a_withdrawn_release_leaves_no_page_with_a_fault(client):
    visited = visits(client, "a rise", withdrawn=True)
    pages = {each: of for each, of in visited.items() if not each.endswith((".txt", ".docx"))}
    assert faults(client, pages, {200, 404, 410}) == {}
    for address in (RELEASE, f"{RELEASE}changes/", f"{RELEASE}forces/northshire/", TEXT):
        html = client.get(address).content.decode()
        assert "A year was misread." in html
        assert "130" not in html


@pytest.mark.parametrize("q", ["Northshire", "shire", "Norhtshire", "Zzz", "<b>&amp;", "%s"])
def test_whatever_is_searched_for_the_page_has_no_fault(client, q):
    site(WORLDS["one year"])
    assert faults_of(client.get("/forces/", {"q": q}).content.decode()) == []


def test_a_draft_has_no_fault(client):
    site(WORLDS["a range"], issued=False)
    client.force_login(worlds.person("Di Fox", "Press officer"))
    html = client.get(TEXT).content.decode()
    assert "Draft. Not for publication." in html
    assert faults_of(html) == []


def test_the_pages_for_when_something_is_wrong_have_no_fault(client):
    missing = client.get("/no-such-page/")
    assert missing.status_code == 404
    assert faults_of(missing.content.decode()) == []
    assert faults_of(client.get("/as-at/x/").content.decode()) == []
    for name in ("400.html", "403.html", "403_csrf.html", "500.html"):
        assert faults_of(render_to_string(name)) == []
    cut_off = client.get("/", headers={"host": "not a host"})
    assert cut_off.status_code == 400
    assert "We could not read that request" in cut_off.content.decode()


def test_every_public_template_is_met_in_these_worlds(client):
    """Those of staff and the words of a press release are no pages of their own."""
    met = {
        "400.html",
        "403.html",
        "403_csrf.html",
        "500.html",
        "503.html",
        "429.html",
        "_watermark.html",
    }  # have tests of their own
    for name, withdrawn in (("a break", False), ("ages", False), ("a rise", True)):
        with transaction.atomic():
            for answer in visits(client, name, withdrawn).values():
                met |= answer.templates
            transaction.set_rollback(True)
    made = site(WORLDS["a rise"])
    for address in ("/forces/?q=x", "/no-such-page/", "/as-at/x/"):
        met |= visit(client, address).templates
    sent = {"release": made.other.pk, "body": "northshire", "text": "60 offences"}
    met |= {template.name for template in client.post("/check/", sent).templates}
    met |= {template.name for template in client.put("/check/").templates}
    where = settings.BASE_DIR / "templates"
    ours = {path.relative_to(where).as_posix() for path in where.rglob("*.html")}
    assert {name for name in ours if not name.startswith(OF_STAFF)} <= met


# ---- what each world must and must not say -----------------------------------------------------


@pytest.mark.parametrize("name", ["no figure", "no answer", "refused", "a gap"])
def test_a_missing_figure_is_nowhere_a_zero(client, said, name):
    site(WORLDS[name])
    for address in (FORCE, MEASURE, RELEASE, f"{RELEASE}changes/", TEXT, "/responses/2019/", "/"):
        lines = said(address).split("\n")
        assert "0" not in lines, address
        assert not [line for line in lines if re.search(r"\b0 (online|offences|of)", line)], address
    if name != "no figure":
        missing = [row for row in rows(client, TABLE) if row["marker"] == "x"]
        assert missing and all(row["number"] == "" for row in missing)


def rows(client, address: str) -> list[dict[str, str]]:
    text = client.get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_zero_is_a_zero_and_no_gap(client, said):
    site(WORLDS["zero"])
    page = said(FORCE)
    assert "\n0\nin 2018/19\n" in page
    assert "A true zero: none were recorded" in page
    assert "no figure" not in page.casefold()
    assert "recorded 0 online sexual offences in 2018/19" in said(TEXT)
    assert next(row for row in rows(client, TABLE) if row["year"] == "2018/19")["number"] == "0"


@pytest.mark.parametrize(
    ("name", "words"), [("a range", "1 to 4"), ("an open range", "(1 or more|at least 1)")]
)
def test_a_range_stays_a_range_wherever_it_is_said(client, said, name, words):
    site(WORLDS[name])
    for address in (FORCE, TEXT, f"{RELEASE}changes/", f"{RELEASE}forces/northshire/"):
        assert re.search(words, said(address)), address
    assert "%" not in said(FORCE) + said(TEXT) + said(MEASURE)
    row = next(row for row in rows(client, TABLE) if row["year"] == "2018/19")
    assert (row["number"], row["marker"]) == ("", "c")


@pytest.mark.parametrize(
    ("name", "months"), [("a part year", "6"), ("from a part year", "6"), ("one month", "1")]
)
def test_a_part_year_has_its_months_and_is_compared_with_nothing(said, name, months):
    site(WORLDS[name])
    in_words = {"6": "(6|six) months", "1": "(1|one) month"}[months]
    for address in (FORCE, f"{RELEASE}changes/", f"{RELEASE}forces/northshire/"):
        assert re.search(in_words, said(address)), address
    for address in (FORCE, MEASURE, TEXT, f"{RELEASE}forces/northshire/"):
        assert not COMPARED.search(said(address)), address
    if name != "from a part year":
        assert re.search(in_words, said(TEXT))


def test_nothing_is_compared_across_a_break_and_the_break_is_explained(said):
    site(WORLDS["a break"])
    for address in (FORCE, MEASURE, TEXT, RELEASE, f"{RELEASE}forces/northshire/"):
        assert not COMPARED.search(said(address)), address
    for address in (FORCE, MEASURE, RELEASE):
        assert BREAK["why"] in said(address), address


def test_part_years_added_up_are_compared_with_nothing_and_have_no_upper_limit(said):
    site(WORLDS["part years added up"])
    for address in ("/", FORCE, MEASURE, TEXT, "/press/conference/national/"):
        assert not COMPARED.search(said(address)), address
    assert "at least 260" in said(MEASURE)


def test_a_figure_in_doubt_is_compared_with_nothing(said):
    site(WORLDS["a doubt"])
    for address in (FORCE, MEASURE, TEXT):
        assert not COMPARED.search(said(address)), address
    assert "the year may be another" in said(FORCE)


def test_a_fall_is_called_a_fall(said):
    site(WORLDS["a fall"])
    assert "own from 120 in 2017/18" in said(FORCE)
    assert "50% fewer" in said(FORCE)
    assert "60 online sexual offences in 2018/19, down from 120 a year earlier" in said(TEXT)
    for address in (FORCE, MEASURE, TEXT):
        assert not re.search(r"\b(up from 120|rise|rose|increase)", said(address), re.I), address


def test_one_year_makes_no_chart_and_no_comparison(client, said):
    site(WORLDS["one year"])
    assert "<figure" not in client.get(FORCE).content.decode()
    for address in (FORCE, MEASURE, TEXT):
        assert not COMPARED.search(said(address)), address
