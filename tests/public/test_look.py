"""The public pages in a real browser: nothing for axe to find, at home on every screen."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser import COLOURS, turn
from tests.public.worlds import PAGES
from tests.samples import every_third, is_drill, sampled, some

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


# A link within a sentence is as high as its line, by the rule's own exception.
TOO_SMALL = """() => [...document.querySelectorAll("a, button, input")]
    .filter((e) => e.checkVisibility() && !e.matches(".to-main"))
    .filter((e) => !e.closest(".counted, .cautions, .quiet, .newer, .notice p"))
    .filter((e) => !e.closest("main p.said, cite"))
    .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
    .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""
WIDTH = "document.documentElement.scrollWidth"
MOVING = "document.getAnimations().filter((each) => each.playState === 'running').length"
MENUS = "header nav:visible, .foot nav:visible"
_SEEN: dict[str, dict[str, object]] = {}
"""By the question, what each page answers: a page is opened once for all of them."""


def look_at(
    page: Page, axe: Callable[..., list[str]], address: str, in_dark: bool
) -> Iterator[tuple[str, object]]:
    """What there is to see of a page, by the question that a test asks."""
    page.set_viewport_size({"width": 320, "height": 900})
    turn(page, address)
    yield "wider than the smallest phone", max(0, page.evaluate(WIDTH) - 320)
    if address not in SHOWN:
        return
    yield "too small to tap", page.evaluate(TOO_SMALL)
    yield "moving", page.evaluate(MOVING)
    schemes = (("light", (), 320), ("dark", COLOURS, 1280))
    for scheme, rules, width in schemes if in_dark else schemes[:1]:
        page.emulate_media(color_scheme=scheme)
        for each in (320, 1280) if is_drill() else (width,):
            page.set_viewport_size({"width": each, "height": 900})
            yield f"axe in {scheme} at {each}", axe(page, rules)
    if not in_dark:
        return
    page.set_viewport_size({"width": 680, "height": 900})  # A4 less its margins
    page.emulate_media(media="print", color_scheme="light")
    yield "cut off on paper", max(0, page.evaluate(WIDTH) - 680)
    yield "menus on paper", page.locator(MENUS).count()
    page.emulate_media(media="screen")


@pytest.fixture
def seen(new_page, axe) -> dict[str, dict[str, object]]:
    """seen["moving"] → by its address each page of which something is to be seen."""
    if not _SEEN:
        page = new_page(width=320)
        for address, in_dark in every_third(PAGES):
            for question, answer in look_at(page, axe, address, in_dark):
                _SEEN.setdefault(question, {})[address] = answer
    return {q: {a: found for a, found in of.items() if found} for q, of in _SEEN.items()}


def test_axe_finds_nothing_in_light_or_dark(seen):
    found = {question: of for question, of in seen.items() if question.startswith("axe")}
    assert len(found) == (4 if is_drill() else 2)
    assert not any(found.values()), found


def test_no_page_scrolls_sideways_on_the_smallest_phone(seen):
    assert seen["wider than the smallest phone"] == {}


def test_what_one_taps_on_a_phone_is_large_enough(seen):
    assert seen["too small to tap"] == {}


def test_nothing_moves_on_any_page(seen):
    assert seen["moving"] == {}


def test_on_paper_nothing_is_cut_off_and_no_menu_is_printed(seen):
    assert seen["cut off on paper"] == {}
    assert seen["menus on paper"] == {}


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


@pytest.mark.parametrize("width", sampled([1280, 360], [360]))
def test_a_chart_is_read_year_by_year_by_pointer_and_arrow_keys(new_page, width):
    page = new_page(own=True, width=width)
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
    page = new_page(javascript=False)
    for address in ("/forces/five/", "/forces/northshire/", "/forces/awkward/", "/forces/ten/"):
        page.goto(address)
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 900})
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
    expect(page).to_have_url(re.compile("#"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
    seen = "getComputedStyle(document.activeElement).outlineWidth"
    assert page.evaluate(seen) == "3px"


def test_every_link_and_button_is_reached_by_the_keyboard_in_its_order(new_page):
    page = new_page(width=360)
    for address in some(("/areas/north-east/", "/", "/about/ranking/")):
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
