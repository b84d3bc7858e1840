"""Finding one's force in a real browser."""

import pytest
from playwright.sync_api import expect

from tests import worlds

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(transactional_db):
    worlds.demo()


def test_a_parent_reaches_a_force_by_postcode_in_three_actions_without_javascript(demo, new_page):
    page = new_page(width=320, javascript=False)
    page.goto("/")
    page.get_by_role("searchbox").fill("ls1 3ad")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("LS1 3AD is in West Yorkshire")
    page.locator(".result").get_by_role("link", name="West Yorkshire").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("West Yorkshire")
