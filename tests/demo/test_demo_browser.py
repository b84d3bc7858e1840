"""The demonstration in a real browser: what readers of the real pages meet."""

import pytest
from playwright.sync_api import expect

from tests import worlds

pytestmark = pytest.mark.browser

PAGES = [
    "/",
    "/forces/",
    *("/forces/?q=nowhere", "/forces/?q=Leeds", "/forces/?q=NG16", "/forces/?q=Durham+Kent"),
    "/forces/cambridgeshire/",
    "/forces/essex/",
    "/forces/dyfed-powys/",
    "/forces/wiltshire/",
    "/forces/hertfordshire/",
    "/releases/cyber-flagged/3/forces/wiltshire/",
    "/press/",
    "/press/how-safe-are-our-children-2019/",
    "/press/how-safe-are-our-children-2019/cambridgeshire/",
    "/about/",
]


@pytest.fixture
def demo(transactional_db):
    worlds.demo()


@pytest.mark.drill  # tests/public/test_sweep.py has one page of each kind in every run
def test_axe_finds_nothing_on_the_real_pages_and_none_is_wider_than_a_phone(demo, new_page, axe):
    page = new_page()
    for address in PAGES:
        page.goto(address)
        for scheme, width in (("light", 1280), ("dark", 320)):
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            assert axe(page) == [], (address, scheme)
            wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wider, (address, width)


def test_cambridgeshire_and_all_forces_together_read_whole_without_javascript(demo, new_page):
    page = new_page(width=360, javascript=False)
    page.goto("/forces/cambridgeshire/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Cambridgeshire")
    chart = page.get_by_role("img", name="In 2018/19: 68, up from 48 in 2017/18.")
    expect(chart).to_be_visible()
    shown = chart.locator("text.t-number").evaluate_all("all => all.map(e => e.textContent)")
    assert shown == ["53", "48", "68"]
    expect(page.locator("main")).to_contain_text("Up from 48 in 2017/18")
    expect(page.get_by_role("table").first).to_contain_text("We do not have it")
    page.goto("/measures/sexual-communication/")
    expect(page.locator("main")).to_contain_text("Like for like")


def test_with_scripts_the_chart_of_the_server_stays_and_essex_has_no_empty_one(demo, new_page):
    page = new_page()
    page.goto("/forces/cambridgeshire/")
    page.locator(".plot-frame").first.hover()
    expect(page.locator(".plot-tip").first).to_be_visible()
    chart = page.get_by_role("img", name="In 2018/19: 68, up from 48 in 2017/18.")
    expect(chart).to_be_visible()
    page.goto("/forces/essex/")
    assert page.locator("canvas").count() == 0
    assert page.locator("main svg").count() == 0
    expect(page.locator("main")).to_contain_text("does not mean zero")
