"""The pages of all forces together in a real browser."""

import pytest

from tests import worlds

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(transactional_db):
    worlds.demo()


def test_the_pages_are_whole_without_javascript(demo, new_page):
    page = new_page(javascript=False)
    page.goto("/measures/sexual-communication/")
    assert "Like for like" in page.inner_text("main")
