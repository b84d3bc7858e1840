"""The pages of all forces together in a real browser."""

import io

import pytest
from django.core.management import call_command

from tests import worlds
from tests.figures.test_figures import PAGES

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(transactional_db):
    for name in ("Data officer", "Checker", "Press officer", "Approver"):
        worlds.role(name)
    call_command("demo", stdout=io.StringIO())


def test_axe_finds_nothing_and_no_page_is_wider_than_a_phone(demo, new_page, axe):
    # A link within a sentence is as high as its line, by the rule's own exception.
    small = """() => [...document.querySelectorAll("main a, main button, main input")]
        .filter((e) => e.checkVisibility())
        .filter((e) => !e.closest(".quiet, .notice p, main p.said, .topic p:not([class])"))
        .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
        .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""
    for dark, width in ((False, 1280), (True, 320)):
        page = new_page(width=width, dark=dark)
        for address in PAGES:
            page.goto(address)
            assert axe(page) == [], address
            wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wider, address
            if width == 320:
                assert page.evaluate(small) == [], address


def test_the_pages_are_whole_without_javascript_and_on_paper(demo, new_page, axe):
    page = new_page(javascript=False)
    page.goto("/measures/sexual-communication/")
    assert "Like for like" in page.inner_text("main")
    page = new_page()
    page.emulate_media(media="print")
    page.goto("/releases/cyber-flagged/4/changes/")
    assert axe(page) == []
