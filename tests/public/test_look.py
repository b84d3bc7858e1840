"""The public pages in a real browser: nothing for axe to find, at home on every screen."""

import pytest
from playwright.sync_api import expect

from tests.conftest import COLOURS
from tests.public.worlds import PAGES
from tests.samples import is_drill

pytestmark = [pytest.mark.browser, pytest.mark.urls("tests.public.addresses")]

SHOWN = [
    "/",
    "/forces/",
    "/shared/",
    "/compared/",
    "/areas/north-east/",
    "/areas/incomplete/",
    "/about/ranking/",
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


# The words beside a number, the number’s own box, and where they meet.
COVERS_ITS_NUMBER = """(index) => {
    const box = (e) => e.getBoundingClientRect();
    const middle = (e) => (box(e).left + box(e).right) / 2;
    const tip = box(document.querySelector(".plot-tip"));
    const years = [...document.querySelectorAll(".t-year, .t-newest-year")].map(middle);
    const near = (e) => years.reduce((best, x, n) =>
        Math.abs(x - middle(e)) < Math.abs(years[best] - middle(e)) ? n : best, 0);
    return [...document.querySelectorAll(".t-number")]
        .filter((e) => box(e).width && near(e) === index)
        .some((e) => box(e).left < tip.right && box(e).right > tip.left
            && box(e).top < tip.bottom && box(e).bottom > tip.top);
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_a_chart_is_read_year_by_year_by_pointer_and_arrow_keys(new_page, width):
    page = new_page(width=width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/forces/awkward/")
    assert [url for url in asked if ".js" in url] == []
    frame, tip = page.locator(".plot-frame"), page.locator(".plot-tip")
    frame.hover()
    expect(tip).to_be_visible()
    assert [url.rpartition("/")[2] for url in asked if ".js" in url] == ["chart.umd.js", "trend.js"]
    page.mouse.move(0, 0)
    expect(tip).to_be_hidden()
    frame.focus()
    page.keyboard.press("Home")
    years = [f"{year}/{year - 1999}" for year in range(2012, 2020)]
    for index, year in enumerate(years):
        expect(tip).to_contain_text(year)
        assert not page.evaluate(COVERS_ITS_NUMBER, index), year
        page.keyboard.press("ArrowRight")
    expect(tip).to_contain_text("68, published June 2019")  # the last one stays
    for _ in range(6):
        page.keyboard.press("ArrowLeft")
    expect(tip).to_contain_text("No figure: refused. Not zero.")
    assert tip.get_attribute("role") == "status"
    assert page.locator(".plot-svg").is_visible()
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    page.emulate_media(media="print")
    assert not page.locator(".plot canvas").is_visible()


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


def test_a_reader_with_a_keyboard_skips_to_the_page_and_sees_where_they_are(new_page):
    page = new_page()
    page.goto("/forces/northshire/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    assert page.locator(".to-main").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    seen = "getComputedStyle(document.activeElement).outlineWidth"
    assert page.evaluate(seen) == "3px"


def test_every_link_and_button_is_reached_by_the_keyboard_in_its_order(new_page):
    page = new_page(width=360)
    for address in ("/", "/areas/north-east/", "/about/ranking/"):
        page.goto(address)
        wanted = page.evaluate(
            "[...document.querySelectorAll('a, button, input')]"
            ".filter((e) => e.checkVisibility()).length"
        )
        reached = set()
        for _ in range(wanted):
            page.keyboard.press("Tab")
            reached.add(page.evaluate("document.activeElement.outerHTML"))
        assert len(reached) >= wanted - 2, address  # two links may read alike


# Whatever the reader's colours are: no mark and no word is of the colour of its ground.
LOST = """() => [...document.querySelectorAll(".b-solid, .b-people, svg text")]
    .filter((e) => e.checkVisibility())
    .map((e) => [e.textContent || e.getAttribute("class"), getComputedStyle(e).fill])
    .filter(([, fill]) => fill === getComputedStyle(document.body).backgroundColor)"""


def test_in_forced_colours_no_mark_or_word_of_a_drawing_is_lost(new_page):
    page = new_page(forced_colors=True)
    for address in ("/forces/awkward/", "/areas/north-east/", "/about/ranking/"):
        page.goto(address)
        assert page.evaluate(LOST) == [], address


def test_nothing_moves_on_any_page(new_page):
    page = new_page()
    page.emulate_media(reduced_motion="reduce")
    for address in SHOWN:
        page.goto(address)
        moving = "document.getAnimations().filter((each) => each.playState === 'running').length"
        assert page.evaluate(moving) == 0, address


def test_on_paper_nothing_is_cut_off_and_no_menu_is_printed(new_page):
    page = new_page(width=680)  # A4 less its margins
    page.emulate_media(media="print")
    for address in SHOWN:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 680, address
        assert page.locator("header nav:visible, .foot nav:visible").count() == 0, address
