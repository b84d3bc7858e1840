"""The other pages of staff in a real browser: nothing for axe to find, nothing too wide."""

import pytest
from django.urls import reverse

from offences import counts, press, releases
from tests import worlds
from tests.worlds import LATER, NOW

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_on_the_pages_of_release_and_text(world, new_page, sign_in, axe, width):
    w = world
    worlds.enter(w.submission, {w.cell(2017): "48", w.cell(2018): "68"}, w.officer)
    counts.mark_checked(w.submission, by=w.checker, now=NOW)
    first, second = (
        releases.prepare(w.measure, title=title, year=2018, last_round=w.round, by=w.press, now=NOW)
        for title in ("First", "Second")
    )
    releases.approve(first, by=w.approver, now=NOW, public_at=LATER)
    text = press.draft_event(worlds.event(first), by=w.press, now=NOW)[0]
    page = new_page(width=width)
    sign_in(page, w.approver)
    for name, row in (
        ("release_approve", second),
        ("release_withdraw", first),
        ("pressrelease_issue", text),
    ):
        page.goto(reverse(f"admin:offences_{name}", args=[row.pk]))
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    sign_in(page, w.press)
    page.goto(reverse("admin:offences_release_add"))
    assert axe(page) == []
    text.headline, text.edited_by, text.edited_at = "Edited", w.press, LATER
    text.save()
    for name in ("pressrelease_change", "pressrelease_discard"):
        page.goto(reverse(f"admin:offences_{name}", args=[text.pk]))
        assert axe(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.context.clear_cookies()
    page.goto(reverse("admin:login"))
    assert axe(page) == []
