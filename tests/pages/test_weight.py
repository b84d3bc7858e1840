"""What a reader's phone has to fetch for a force's page: little, and of this site alone."""

import re
from pathlib import Path

import brotli
import time_machine
from django.contrib.staticfiles import finders
from django.test import Client, TestCase

from tests.embargo.worlds import HOUR, MINUTE, world

LOADS = re.compile(
    r'<link rel="(?:stylesheet|preload)" href="([^"]+)"|<(?:script|img|iframe)[^>]+src="([^"]+)"'
)
MOST_BYTES = 20_000  # of the page and its style sheets, as they travel
MOST_REQUESTS = 5


class TestWeight(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        world()

    def test_a_force_s_page_is_light_and_loads_no_script_before_it_is_touched(self) -> None:
        with time_machine.travel(MINUTE + HOUR, tick=False):
            page = Client().get("/forces/northshire/", headers={"accept-encoding": "br"})
        html = brotli.decompress(page.content).decode()
        loads = [first or second for first, second in LOADS.findall(html)]
        assert loads and all(each.startswith("/static/") for each in loads), loads
        assert 1 + len(loads) <= MOST_REQUESTS, loads
        assert not [each for each in loads if each.endswith(".js")]
        styles = [each.removeprefix("/static/") for each in loads if each.endswith(".css")]
        sizes = [
            len(brotli.compress(Path(str(finders.find(name))).read_bytes())) for name in styles
        ]
        assert len(styles) == 1
        assert len(page.content) + sum(sizes) <= MOST_BYTES, (len(page.content), sizes)

    def test_no_main_page_makes_a_phone_ask_more_than_five_times(self) -> None:
        with time_machine.travel(MINUTE + HOUR, tick=False):
            for address in ("/", "/forces/", "/data/", "/press/", "/about/ranking/"):
                html = Client().get(address).content.decode()
                assert 1 + len(LOADS.findall(html)) <= MOST_REQUESTS, address
