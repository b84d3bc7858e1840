"""Every public address of the demonstration: it answers, and nothing on it stops a reader."""

import re

import pytest

from tests import worlds
from tests.browser import COLOURS, turn
from tests.public.reading import faults_of
from tests.public.sweep import DEMO, ELSEWHERE, addresses, first_of, routes
from tests.samples import every_third, is_drill, some

NOT_THERE = "/no-such-page/"
LOOKS = {
    "light": {"media": "screen", "color_scheme": "light"},
    "dark": {"media": "screen", "color_scheme": "dark"},
    "print": {"media": "print", "color_scheme": "light"},
}
# A link within a sentence is as high as its line, by the rule's own exception.
TOO_SMALL_TO_TAP = """() => [...document.querySelectorAll("a, button, input")]
    .filter((e) => e.checkVisibility() && !e.matches(".to-main"))
    .filter((e) => !e.closest("main p:not(.text-links, .actions), main .steps li, cite, .row-note")
        || e.matches(".call"))
    .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
    .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
    .map(([text, box]) => `${text}: ${box.width} x ${box.height}`)"""


def is_page(address: str) -> bool:
    return not re.search(r"\.\w+$|^/api/v1/\w", address)


def test_every_public_route_is_in_the_sweep():
    swept = addresses(DEMO)
    assert len(swept) == len(set(swept))
    for route in routes():
        assert route.name in ELSEWHERE or any(route.resolve(a[1:]) for a in swept), route


@pytest.mark.django_db
def test_every_public_address_answers_and_reads_well(client):
    worlds.demo()
    found = {}
    for address in addresses(DEMO if is_drill() else first_of(DEMO)):
        response = client.get(address)
        assert response.status_code == 200, address
        if is_page(address):
            found[address] = faults_of(response.content.decode())
    assert {address: faults for address, faults in found.items() if faults} == {}


# The same page as another route: outside a drill that stands for these.
SAME_PAGE = (
    *("force_measure", "area_measure", "data_of", "pinned_force", "embed", "embed_measure"),
    *("area_embed_measure", "area_pinned_embed", "all_pinned_embed"),
)


def visited() -> list[str]:
    """Every page, in a run every second kind of them, and one that is not there."""
    one_of_each = first_of(DEMO) | dict.fromkeys(SAME_PAGE, ())
    pages = filter(is_page, addresses(DEMO if is_drill() else one_of_each))
    return [*some(pages, 2), NOT_THERE]


@pytest.mark.browser
def test_axe_finds_nothing_and_on_the_smallest_phone_nothing_is_cut_off_or_too_small_to_tap(
    transactional_db, new_page, axe
):
    worlds.demo()
    page = new_page(width=320, may_complain=True)  # the page that is not there logs an error
    found = {}
    for address, in_every_scheme in every_third(visited()):
        assert turn(page, address) == (404 if address == NOT_THERE else 200), address
        found[address, "phone"] = page.evaluate(TOO_SMALL_TO_TAP)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found[address, "phone"].append("wider than the phone")
        if in_every_scheme:  # on a desk
            page.set_viewport_size({"width": 1280, "height": 900})
        for name, look in LOOKS.items() if in_every_scheme else [("light", LOOKS["light"])]:
            page.emulate_media(**look)
            found[address, name] = axe(page, () if name == "light" or is_drill() else COLOURS)
        if in_every_scheme:
            page.emulate_media(**LOOKS["light"])
            page.set_viewport_size({"width": 320, "height": 900})
    assert {where: faults for where, faults in found.items() if faults} == {}
