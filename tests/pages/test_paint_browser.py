"""Nothing moves while a page loads on a slow phone; how soon it is painted, make bench measures."""

import pytest

from tests import worlds
from tools.bench.paint import PAGES, load

pytestmark = [pytest.mark.browser, pytest.mark.drill]


@pytest.mark.parametrize("address", PAGES)
def test_nothing_moves_while_a_page_loads_on_a_slow_phone(new_page, transactional_db, address):
    worlds.demo()
    page = new_page(own=True, width=360, height=740)
    assert load(page, address)[1] == 0


LATE = """<!doctype html><title>Late</title><p>Some words.</p><p>More.</p><script>
  setTimeout(() => {
    const line = document.createElement("h1");
    line.textContent = "Late words, and many of them. ".repeat(20);
    document.body.prepend(line);
  }, 1500);
</script>"""


def test_a_page_that_paints_late_or_moves_is_noticed(new_page):
    page = new_page(own=True, width=360, height=740, may_complain=True)
    page.route("**/late/", lambda route: route.fulfill(content_type="text/html", body=LATE))
    paint, shift = load(page, "/late/", wait=2_500)
    assert paint > 1_400 and shift > 0
