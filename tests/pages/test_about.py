"""The pages about the figures: every definition as it stands in the code, and nothing untrue."""

import csv
import datetime as dt
import re
from fractions import Fraction
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.html import strip_tags

from offences import english
from offences.claims.gate import RULES
from offences.claims.thresholds import Thresholds
from offences.models import PracticeYear
from offences.statistics.cells import Cell, Missing
from offences.templatetags.definitions import linked_data, marked
from offences.views.about import CLAIMS, FIGURES, blocks_of, settings_in_force
from offences.words.cells import markers
from offences.words.reasons import ABSENCES
from tests.public.test_templates import prose

pytestmark = pytest.mark.django_db
ADDRESSES = [
    *("/about/", "/about/methods/", "/about/ranking/"),
    *("/help/", "/contact/", "/licence/", "/accessibility/"),
]


def shown(text: str) -> str:
    """A docstring as it reads on the page."""
    return " ".join(re.sub(r"[`*]", "", text).split())


def words(client, address: str) -> str:
    html = client.get(address).content.decode()
    main = html[html.index("<main") : html.index("</main>")]
    text = strip_tags(main).replace("&quot;", '"').replace("&lt;", "<").replace("&#x27;", "'")
    return " ".join(text.split())


def test_the_catalogue_of_claims_is_on_the_page_whole_and_once(client):
    ids = [each.id for topic in CLAIMS for each in topic.definitions]
    assert ids == [rule.id for rule in RULES]
    page = words(client, "/about/methods/")
    for rule in RULES:
        for paragraph in re.split(r"\n\s*\n", rule.definition):
            assert shown(paragraph) in page, rule.id


def test_each_definition_of_the_figures_is_on_the_page(client):
    page = words(client, "/about/methods/")
    zero = "a plain number for the whole year; 0 only if somebody confirmed it"
    for part in ("the leap day falls", zero):
        assert part in page.casefold()
    assert "over only those forces with a usable figure in both" in page
    for words_ in markers().values():
        assert words_ in page
    assert all(english.sentence(each.short) in page for each in ABSENCES.values())
    assert set(ABSENCES) == set(Missing)
    assert all(each.blocks for topic in FIGURES for each in topic.definitions)


def test_every_threshold_is_there_with_its_value(client):
    page = words(client, "/about/methods/")
    found = settings_in_force(Thresholds())
    assert {each.id for each in found} == set(Thresholds.__dataclass_fields__)
    for each in found:
        assert f"{shown(each.meaning)} {each.id} {each.value}" in page
    assert settings_in_force(Thresholds(pct_min_base=70, vivid=True))[0].value == "70"


def test_a_docstring_becomes_paragraphs_and_lists():
    assert blocks_of("One\ntwo.\n\n* **a** - b\n  c\n* d\n\nEnd.") == [
        "One two.",
        ["**a** - b c", "d"],
        "End.",
    ]
    assert isinstance(blocks_of(Cell.__doc__)[1], list)


def test_marks_of_a_docstring_are_marked_and_the_rest_is_text():
    assert marked("`<5` is **so** and *not* 2 * 3 * 4") == (
        '<span class="code">&lt;5</span> is <b>so</b> and <i>not</i> 2 * 3 * 4'
    )


def test_nothing_in_data_for_machines_can_end_its_block():
    html = linked_data({"name": "</script><b>&\u2028"})
    assert html.count("<") == 2
    assert html.startswith('<script type="application/ld+json">{')
    assert r"\u003C/script\u003E\u003Cb\u003E\u0026\u2028" in html


@pytest.mark.parametrize("address", ADDRESSES)
def test_pages_are_whole(client, address):
    html = client.get(address).content.decode()
    page = prose(html)
    assert set(page.targets) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert "Not official statistics" in html and "tel:08001111" in html
    for link in ("/forces/", "/releases/", "/press/", "/data/", "/about/methods/", "/help/"):
        assert f'href="{link}"' in html
    assert not re.search(r"\sstyle\s*=|<style|\son[a-z]+\s*=", html)
    for opening in re.findall("<script[^>]*>", html):
        assert "src=" in opening
    for parts in page.texts:
        text = " ".join("".join(parts).split())
        for sentence in re.split(r"(?<=[.?!]) ", text):
            if sentence.endswith((".", "?")) and " " in sentence:
                assert not sentence[0].isdigit(), text


def test_a_page_that_is_not_there_offers_a_search_and_the_main_pages(client):
    response = client.get("/nowhere/")
    html = response.content.decode()
    assert response.status_code == 404
    assert 'role="search"' in html and 'action="/forces/"' in html
    for link in ("/", "/forces/", "/releases/", "/press/", "/help/"):
        assert f'href="{link}"' in html


def test_the_demonstration_says_that_nobody_answers(client):
    assert "It has no postal address" in words(client, "/contact/")


def reference(file: str) -> list[dict[str, str]]:
    with Path(settings.BASE_DIR, "offences", "reference", file).open() as rows:
        return list(csv.DictReader(rows))


def test_the_two_forces_of_the_example_are_those_of_the_reference_data(client):
    """Nobody is put in order by it; what it says of the two is what was published of them."""
    page = words(client, "/about/ranking/")
    rates = []
    for force, area in (("durham", "Durham"), ("devon-and-cornwall", "Devon and Cornwall")):
        (children,) = {
            int(row["population"])
            for row in reference("under18_population.csv")
            if (row["force_slug"], row["mid_year"]) == (force, "2018")
        }
        (figure,) = [
            row
            for row in reference("published_figures.csv")
            if (row["measure"], row["body"], row["year"]) == ("cyber-flagged", force, "2018/19")
            if row["value"]
        ]
        html = client.get("/about/ranking/").content.decode()
        assert f"{area}: {children:,} children, {int(figure['value']):,} offences" in html
        assert f"{children:,} children" in page and f"{figure['value']} offences" in page
        assert figure["source_url"].partition("://")[2] in html
        rates.append(Fraction(int(figure["value"]), children))
    assert f"more than {int(rates[0] / rates[1])} times as many" in page


def test_the_same_ten_crimes_give_two_figures(client):
    html = client.get("/about/ranking/").content.decode()
    rows = re.findall(r'<tr><th scope="row">[^<]+</th>(.*?)</tr>', html, re.DOTALL)
    marked_by = [[cell.count("marked as online") for cell in row.split("<td>")[1:]] for row in rows]
    crimes = [row for row in marked_by[:-1]]
    assert len(crimes) == 10
    north, south = (sum(column) for column in zip(*crimes, strict=True))
    assert f"<td>{north}</td><td>{south}</td>" in html
    assert north == 2 * south


def test_a_practice_country_is_not_explained_by_real_forces(client):
    PracticeYear.objects.create(seed=1, scale=1, today=dt.date(2026, 3, 2))
    page = words(client, "/about/ranking/")
    assert "The same ten crimes" in page
    assert "Durham" not in page


def test_a_screen_reader_is_promised_on_no_page_before_somebody_has_tried(client):
    """One page said that every page works with one; another, that nobody had tried it."""
    untried = "Nobody who uses a screen reader every day has tried the pages for us yet."
    assert untried in words(client, "/about/")
    assert "No one who uses a screen reader every day" in words(client, "/accessibility/")


def test_no_page_denies_the_totals_that_another_gives(client):
    """Where each force asked is known, figures are added up; the page said that we never do."""
    assert "A total of our own" in words(client, "/about/methods/")
    assert "We give a total of our own only for a year" in words(client, "/about/")
