"""The mark of a preview as it is seen: on a desk, on a phone, in the dark, on paper."""

import datetime as dt
import re

import pytest
from django.db.models import QuerySet
from django.utils import timezone
from playwright.sync_api import expect

from offences.models import CampaignEvent, IssuedText, Release
from offences.releases import prerelease_access
from tests import worlds
from tests.browser import COLOURS
from tests.embargo.worlds import World, world
from tests.public.test_sweep import LOOKS, TOO_SMALL_TO_TAP
from tests.samples import some
from tests.staff.test_pages_browser import faults_of

pytestmark = pytest.mark.browser


@pytest.fixture
def soon(transactional_db) -> World:
    """The second release opens in two hours of the real clock, which is the browser's."""
    w = world()
    now = timezone.now()
    minute = now + dt.timedelta(hours=2)
    worlds.as_if(Release.objects.filter(pk=w.second.pk), public_at=minute)
    CampaignEvent.objects.filter(pk=w.event.pk).update(embargo_at=minute)
    # As another day would have left them: no step changes a text that was issued.
    QuerySet(IssuedText).filter(event=w.event).update(public_at=minute)
    w.second.refresh_from_db()
    w.reader(now=now, opens_at=now, expires_at=minute)
    return w


def test_it_is_read_by_everybody_and_the_mark_stays_in_sight(soon, new_page, axe, log_in):
    token = prerelease_access.link_for(
        soon.second.prerelease_readers.get(), by=soon.lead, now=timezone.now()
    )
    for width in some((360, 1280)):
        page = new_page(width=width)
        page.goto(f"/as-at/{token}/forces/northshire/")
        assert axe(page) == []
        for look in [*LOOKS.values()][1:]:
            page.emulate_media(**look)
            assert axe(page, COLOURS) == []
        page.emulate_media(**LOOKS["light"])
        assert page.evaluate(TOO_SMALL_TO_TAP) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
        page.locator(".as-at-bottom").scroll_into_view_if_needed()
        assert page.evaluate("scrollY") > 0
        mark = page.locator(".as-at-top")
        assert "Flo Ash" in mark.inner_text() and mark.bounding_box()["y"] < 1
        page.locator("main").get_by_role("link", name="All forces").click()
        expect(page).to_have_url(re.compile(r"/as-at/[^/]+/forces/$"))
        expect(page.locator(".as-at-bottom")).to_have_count(1)
    page = new_page()
    log_in(page, soon.lead)
    page.goto(f"/admin/offences/release/{soon.second.pk}/pre-release/")
    page.get_by_role("button", name="Make the link for Flo Ash").click()
    page.get_by_role("heading", name="The link for Flo Ash").wait_for()
    page.wait_for_load_state()
    assert faults_of(page, axe, "list") == []
