"""The public templates on made-up worlds: whole, complete without scripts, and in plain words."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings
from django.template import engines
from django.template.backends.django import DjangoTemplates
from django.test import RequestFactory

from offences.templatetags.wording import unbroken
from tests.public.worlds import NOTICE, PAGES

pytestmark = pytest.mark.urls("tests.public.addresses")

PUBLIC = [p for p in Path(settings.BASE_DIR, "templates").glob("*.html")]
LOADER = '<script>{% include "chart_loader.js" %}</script>'
MISSING = "¡missing: %s!"
NOT_IN_A_PARAGRAPH = re.compile(r"<(?:form|fieldset|div|table|ul|ol|dl|p|h[1-6]|section|details)\b")


@pytest.fixture(scope="module")
def engine() -> DjangoTemplates:
    options = {**settings.TEMPLATES[0]["OPTIONS"], "string_if_invalid": MISSING}
    return DjangoTemplates(
        {
            "NAME": "strict",
            "DIRS": settings.TEMPLATES[0]["DIRS"],
            "APP_DIRS": True,
            "OPTIONS": options,
        }
    )


@pytest.fixture(scope="module")
def render(engine):
    def render(address: str, **more) -> str:
        template, context = PAGES[address]
        told = {"release_note": NOTICE, "is_made_up": False, **context, **more}
        request = RequestFactory().get(address)
        return engine.get_template(template).render(told, request)

    return render


class Prose(HTMLParser):
    """The visible sentences of a page: the text of each paragraph, item, term and heading."""

    BLOCKS = frozenset(("p", "li", "dt", "dd", "h1", "h2", "h3", "title", "desc", "caption"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[list[str]] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        if "id" in named:
            self.ids.append(named["id"])
        if named.get("href", "").startswith("#"):
            self.targets.append(named["href"][1:])
        if tag in self.BLOCKS:
            self.open.append(tag)
            self.texts.append([])

    def handle_endtag(self, tag):
        if self.open and self.open[-1] == tag:
            self.open.pop()

    def handle_data(self, data):
        if self.open:
            self.texts[-1].append(data)


def prose(html: str) -> Prose:
    parser = Prose()
    parser.feed(html)
    return parser


@pytest.mark.parametrize("address", PAGES)
def test_no_page_lacks_a_value(render, address):
    assert "¡missing" not in render(address)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_gives_help_and_says_what_the_figures_are_not(render, address):
    html = render(address)
    for number in ("tel:999", "tel:08001111", "tel:08088005000"):
        assert number in html
    assert 'href="#help"' in html
    assert "Not official statistics" in html
    if address not in ("/400/", "/500/"):
        assert NOTICE in html
        assert NOTICE not in render(address, release_note="")


@pytest.mark.parametrize("address", PAGES)
def test_links_within_a_page_lead_somewhere_and_ids_are_unique(render, address):
    page = prose(render(address))
    assert set(page.targets) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("address", PAGES)
def test_no_sentence_opens_with_a_figure(render, address):
    for parts in prose(re.sub(r"<script.*?</script>", "", render(address), flags=re.S)).texts:
        text = " ".join("".join(parts).split())
        for sentence in re.split(r"(?<=[.?!]) ", text):
            if sentence.endswith((".", "?")) and " " in sentence:
                assert not sentence[0].isdigit(), text


def test_the_order_of_a_force_page(render):
    html = render("/forces/northshire/")
    order = [
        "This page is about sexual offences",
        '<h1 class="opening-place">Northshire',
        "recorded by Northshire Constabulary",
        "<strong>68</strong>",
        "Up from 48 in 2017/18, though",
        'class="plot"',
        "Behind each offence is a child.",
        "One offence is not one child.",
        "<h2>Quote this",
        "Not official statistics.",
        "<h2>All years",
        "How does 68 compare?",
        "<h2>Nationally",
        "<h2>What is counted",
        "<h2>Also published",
        "Sexual communication</a>: 61 in 2018/19",
        "<dt>Changes",
        "<dt>Reply",
        "<h2>Is this your force?",
        "Get help</h2>",
    ]
    places = [html.find(words) for words in order]
    assert -1 not in places
    assert places == sorted(places)


def test_a_force_without_a_figure_has_sentences_and_no_chart_or_figure(render):
    html = render("/forces/glanfor/")
    assert "We have no yearly figure of offences for Glanfor." in html
    assert 'class="plot"' not in html
    assert 'class="tally' not in html
    assert "<h2>What we know" in html
    assert '<span lang="cy">Heddlu Glanfor</span>' in html


def test_ages_and_telephone_numbers_stay_on_one_line():
    assert unbroken("under-18s & 0808 800 5000, 0800 1111") == (
        '<span class="together">under-18s</span> &amp; '
        '<span class="together">0808 800 5000</span>, <span class="together">0800 1111</span>'
    )


def test_one_figure_makes_no_chart(render):
    html = render("/forces/one/")
    assert "<strong>116</strong>" in html
    assert 'class="plot"' not in html


def test_a_withdrawn_release_shows_the_reason_and_no_figure(render):
    html = render("/forces/withdrawn/")
    assert "A year was misread." in html
    assert "68" not in html
    assert "68" not in render("/press/gone/northshire/")


def test_a_pinned_page_says_so_and_leads_to_the_newest(render):
    html = render("/forces/pinned/")
    assert "You are reading release 3 as it was published, June 2019." in html
    assert 'href="/forces/northshire/">The newest figures for Northshire' in html


def test_a_draft_says_so_loudly_and_is_not_indexed(render):
    html = render("/press/draft/northshire/")
    assert "<title>Draft: " in html
    assert "Embargoed until 00:01 on 19 June 2019" in html
    assert '<meta name="robots" content="noindex">' in html
    assert "noindex" not in render("/press/an-event/northshire/")


def test_a_source_is_named_once_with_its_years(render):
    html = render("/forces/northshire/")
    sources = html[html.index('<ol class="sources"') : html.index("compare?")]
    assert sources.count("https://today.northshire.example/news/1234567") == 1
    assert html.count('aria-label="Source 1">[1]') == 3  # 2018/19, 2017/18 and 2016/17


def test_the_chart_is_complete_without_scripts(render):
    html = render("/forces/awkward/")
    svg = html[html.index('<svg class="plot-svg') : html.index('<div class="plot-canvas"')]
    assert 'role="img"' in svg
    for words in ("refused", "24", "12?", "6 months", "counted another way", "68"):
        assert words in svg
    assert "url(#chart-cyber-flagged-hatch)" in svg


@pytest.mark.parametrize("template", PUBLIC, ids=lambda path: path.name)
def test_no_template_holds_an_inline_style_or_script(template):
    text = template.read_text()
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\ssrc=)", text.replace(LOADER, ""))
    assert not re.search(r"\son[a-z]+\s*=", re.sub(r"{%.*?%}", "", text))
    assert not re.search(r"(href|src)=\"(https?:)?//", text)
    assert "javascript:" not in text


@pytest.mark.parametrize("address", PAGES)
def test_the_only_script_within_a_page_is_the_one_that_the_policy_names(render, address):
    for opening, script in re.findall(r"(<script[^>]*>)(.*?)</script>", render(address), re.S):
        if "src=" in opening or 'type="application/json"' in opening:
            continue
        named = b64encode(sha256(script.encode()).digest()).decode()
        assert f"'sha256-{named}'" in settings.SECURE_CSP["script-src"]


def test_templates_compile_in_the_engine_of_the_site():
    for template in PUBLIC:
        engines["django"].get_template(template.name)


def test_no_paragraph_has_a_form_or_a_list_in_it_at_which_a_browser_would_end_it():
    root = Path(settings.BASE_DIR, "templates")
    found = []
    for template in root.rglob("*.html"):
        for paragraph in re.findall(r"<p\b[^>]*>(.*?)</p>", template.read_text(), re.DOTALL):
            included = re.findall(r'{% include "([^"#]+\.html)"', paragraph)
            words = [paragraph, *((root / each).read_text() for each in included)]
            found += [template.name for each in words if NOT_IN_A_PARAGRAPH.search(each)]
    assert found == []
