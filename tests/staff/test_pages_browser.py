"""Every page of staff in a real browser: nothing for axe to find, nothing too wide.

Each page as the role that uses it sees it: whoever may send its form, else whoever may look.
"""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import worlds
from tests.browser import COLOURS, turn
from tests.samples import every_third, is_drill, some
from tests.staff.addresses import address
from tests.staff.test_access import CLOSED, ROLES, who_may

pytestmark = pytest.mark.browser

# Files, answers to scripts, and what leads on to another page.
NO_PAGE = (
    *("_confirm", "_example", "_file", "_form", "_forms", "_pack", "_paper", "_picture", "_read"),
    *("_first_list", "_source", "autocomplete", "jsi18n"),
)
# Where these have more on them: tests of other modules look at them, in every run.
ELSEWHERE = (
    *("find", "index", "said", "offences_annualcount_import", "offences_campaignevent_texts"),
    "offences_foisubmission_grid",
    *("offences_foisubmission_reading", "offences_release_approve"),
)
# One page for all tables: two of them, a long and a short one, stand for the rest.
ALIKE = ("_export", "_history", "_import", "_delete")
STAND_FOR_ALL = ("foisubmission", "mediacontact", "annualcount")
# Outside a drill one page of each kind stands for the rest: one for all tables but for what
# is in it, one that waits for the worker. Of records those are looked at that have most in them.
KINDS = (*ALIKE, "_changelist", "_add", "_drafting", "_sending", "_work", "_hand_in")
WITH_MOST = (
    *("foisubmission", "release", "pressrelease", "campaignevent", "foiround", "measure"),
    "document",
)


def user_of(name):
    """The role that a page is for; none where it is an administrator's."""
    looks, sends = who_may(name)
    return next(iter(sends if looks and set(sends) & set(looks) else looks), "")


def of_tables(name, tables):
    return any(f"_{table}_" in name for table in tables)


def looked_at():
    """The names of all pages, each kind once outside a drill."""
    pages = [name for name in CLOSED if user_of(name) and not name.endswith(NO_PAGE)]
    if is_drill():
        return [n for n in pages if not n.endswith(ALIKE) or of_tables(n, STAND_FOR_ALL)]
    long_first = sorted(pages, key=lambda name: not of_tables(name, ("foisubmission",)))
    kinds = {kind: next(n for n in long_first if n.endswith(kind)) for kind in KINDS}
    return [
        name
        for name in pages
        if name in kinds.values()
        or (
            name not in ELSEWHERE
            and (
                of_tables(name, WITH_MOST) if name.endswith("_change") else not name.endswith(KINDS)
            )
        )
    ]


def faults_of(page, axe, name, in_dark=False):
    """What is wrong with the page that is open: light, dark, and on a phone."""
    found = [f"{name}: {fault}" for fault in axe(page)]
    if in_dark or is_drill():
        page.emulate_media(color_scheme="dark")
        found += [f"{name}, dark: {fault}" for fault in axe(page, COLOURS)]
        page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 360, "height": 800})
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append(f"{name}: wider than a phone")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found


@pytest.mark.parametrize("who", ROLES)
def test_axe_finds_nothing_on_any_page_of_staff(everything, new_page, log_in, axe, who):
    w = everything
    page = new_page()
    log_in(page, {"d": w.officer, "c": w.checker, "p": w.press, "a": w.approver, "l": w.lead}[who])
    found = []
    theirs = some([name for name in looked_at() if user_of(name) == who], 2)
    for name, in_dark in every_third(theirs):
        turn(page, address(name, w))
        found += faults_of(page, axe, name, in_dark)
    assert theirs and found == []


def test_axe_finds_nothing_on_what_a_form_is_refused_with(everything, new_page, log_in, axe):
    w = everything
    worlds.to_review(w.next, worlds.NOW)
    page = new_page()
    log_in(page, w.approver)
    page.goto(address("offences_release_approve", w))
    page.get_by_role("button", name="Approve").click()
    top = page.get_by_role("alert")
    expect(top).to_be_focused()
    assert faults_of(page, axe, "approve") == []
    assert "Give a date and time, or tick Open at once." in top.inner_text()
    top.get_by_role("link", name="Public from").click()
    expect(page).to_have_url(re.compile("#id_public_at_0$"))


def test_axe_finds_nothing_on_the_login_and_the_way_out(everything, new_page, log_in, axe):
    page = new_page()
    page.goto(reverse("admin:login"))
    assert faults_of(page, axe, "login") == []
    log_in(page, everything.checker)
    page.goto(reverse("admin:index"))
    page.get_by_role("button", name="Log out").click()
    page.get_by_role("link", name="Log in again").wait_for()
    assert faults_of(page, axe, "logout") == []
