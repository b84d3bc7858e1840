"""The pages of all forces together in a real browser."""

import io

import pytest
from django.core.management import call_command

from tests import worlds

pytestmark = pytest.mark.browser


@pytest.fixture
def demo(transactional_db):
    for name in ("Data officer", "Checker", "Press officer", "Approver"):
        worlds.role(name)
    call_command("demo", stdout=io.StringIO())


def test_the_pages_are_whole_without_javascript(demo, new_page):
    page = new_page(javascript=False)
    page.goto("/measures/sexual-communication/")
    assert "Like for like" in page.inner_text("main")
