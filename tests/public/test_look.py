"""The public pages in a real browser: nothing for axe to find, at home on every screen."""

import pytest

from tests.conftest import COLOURS
from tests.public.worlds import PAGES
from tests.samples import is_drill

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.public.addresses")]

SHOWN = [
    "/",
    "/forces/",
    "/shared/",
    "/compared/",
    "/forces/northshire/",
    "/forces/awkward/",
    "/forces/ten/",
    "/forces/glanfor/",
    "/forces/remarked/",
    "/forces/withdrawn/",
    "/press/",
    "/press/an-event/",
    "/press/an-event/northshire/",
    "/press/draft/northshire/",
    "/about/",
    "/404/",
    "/400/",
    "/500/",
]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing(new_page, axe, dark):
    page = new_page(dark=dark)
    widths = (360, 1280) if is_drill() else (1280 if dark else 360,)
    for address in SHOWN:
        page.goto(address)
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            assert axe(page, COLOURS if dark else ()) == [], (address, width)


def test_no_page_scrolls_sideways_on_the_smallest_phone(new_page):
    page = new_page(width=320)
    for address in PAGES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_what_one_taps_on_a_phone_is_large_enough(new_page):
    page = new_page(width=320)
    # A link within a sentence is as high as its line, by the rule's own exception.
    small = """() => [...document.querySelectorAll("a, button, input")]
        .filter((e) => e.checkVisibility() && !e.matches(".to-main"))
        .filter((e) => !e.closest(".counted, .cautions, .quiet, .newer, .notice p"))
        .filter((e) => !e.closest("main p.said, cite"))
        .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
        .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""
    for address in SHOWN:
        page.goto(address)
        assert page.evaluate(small) == [], address


def test_chart_js_takes_over_with_the_same_words(new_page):
    page = new_page()
    page.goto("/forces/awkward/")
    canvas = page.locator(".plot canvas")
    assert canvas.get_attribute("role") == "img"
    assert "In 2019/20: 68. In 2018/19: 48." in canvas.get_attribute("aria-label")
    assert not page.locator(".plot-svg").is_visible()
    page.emulate_media(media="print")
    assert page.locator(".plot-svg").is_visible()
    assert not canvas.is_visible()


def test_on_a_phone_no_two_years_run_into_each_other(new_page):
    run_into_each_other = """() => [...document.querySelectorAll(".plot-svg")].some((chart) => {
        const years = [...chart.querySelectorAll(".t-year, .t-newest-year")]
            .filter((e) => getComputedStyle(e).display !== "none")
            .map((e) => e.getBoundingClientRect());
        return years.some((box, n) => n && box.left < years[n - 1].right + 2);
    })"""
    for width in (320, 360):
        page = new_page(width=width, javascript=False)
        for address in ("/forces/five/", "/forces/northshire/", "/forces/awkward/", "/forces/ten/"):
            page.goto(address)
            assert page.locator(".t-newest-year:visible").count() >= 1
            assert not page.evaluate(run_into_each_other), (address, width)


def test_without_javascript_or_in_forced_colours_the_drawing_of_the_server_stays(new_page):
    for page in (new_page(javascript=False), new_page(forced_colors=True)):
        page.goto("/forces/awkward/")
        assert page.locator(".plot-svg").is_visible()
        assert page.locator(".plot canvas:visible").count() == 0


def test_colours_follow_the_reader_while_the_page_is_open(new_page):
    page = new_page()
    page.goto("/forces/northshire/")
    seen = "document.querySelector('.plot canvas').toDataURL()"
    light = page.evaluate(seen)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"before => {seen} !== before", arg=light)
