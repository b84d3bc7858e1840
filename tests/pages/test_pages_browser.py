"""The pages about the figures in a real browser, and data for machines under the site's policy."""

import json

import pytest
from playwright.sync_api import expect

from tests import worlds
from tests.browser import LONGEST

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(transactional_db):
    worlds.demo()


def test_a_browser_that_holds_a_page_is_told_that_it_still_stands(new_page, demo):
    page = new_page(own=True)
    statuses = []
    # What the wire carries: the browser itself reports a 304 as the page that it holds.
    client = page.context.new_cdp_session(page)
    client.send("Network.enable")
    client.on("Network.responseReceivedExtraInfo", lambda told: statuses.append(told["statusCode"]))
    for _ in range(2):
        page.goto("/forces/cambridgeshire/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Cambridgeshire")
    assert statuses[0] == 200
    for _ in range(LONGEST // 100):  # it is said beside the page, and may be later
        if 304 in statuses:
            break
        page.wait_for_timeout(100)
    assert 304 in statuses


def test_a_release_is_described_for_machines_and_the_policy_has_no_complaint(new_page, demo):
    page = new_page()  # the fixture fails on any complaint
    page.goto("/releases/cyber-flagged/4/")
    block = page.locator('script[type="application/ld+json"]')
    about = json.loads(block.text_content())
    assert about["@type"] == "Dataset"
    assert about["version"] == "4"
    for file in about["distribution"]:
        assert page.request.get(file["contentUrl"]).ok
    assert about["license"] == "https://creativecommons.org/licenses/by/4.0/"
