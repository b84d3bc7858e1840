"""The public side reads releases and reference tables only: every address is visited to see it."""

import re
from itertools import product

from django.db import connection
from django.test import Client, TestCase
from django.urls import get_resolver

from offences.models import Force
from offences.releases.public_state import REFERENCE
from tests import worlds
from tests.samples import is_drill

# What the public may be shown from: releases, what was issued, and the reference tables.
OPEN = {
    *("release", "releasedfigure", "releasedresponse", "releasedremark", "issuedtext"),
    *("force", "forcespelling", "measure", "measurebreak", "breakdown", "category"),
    *("campaign", "campaignevent"),
    "practiceyear",  # that everything is made up
    *("charity", "helpline"),  # in whose words, and whom to call
}
# What never changes once it is public; the middleware reads the releases whole.
NEVER_CHANGES = {
    *("releasedfigure", "releasedresponse", "releasedremark", "release"),
    *("issuedtext", "campaignevent"),
    "practiceyear",  # a database is one from its first row on, or never
    "forcespelling",  # only searched in, and an answer to a search is not kept
}
TABLE = re.compile(r"""\boffences_([a-z_]+)\b""")
EXAMPLES = {
    "slug": ["cambridgeshire", "essex", "dyfed-powys", "wiltshire", "jersey", "cyber-flagged"],
    "measure": ["cyber-flagged", "sexual-communication"],
    "round": ["2019", "2024-10-sexual-communication", "no-such-round"],
    "number": ["1", "3", "99"],
    "version": ["latest", "3", "99"],
    "file": ["figures.csv", "figures.ods", "changes.csv", "datapackage.json", "no-such-file"],
    "event": ["how-safe-are-our-children-2019", "no-such-event"],
    "body": ["cambridgeshire", "national", "essex"],
}


def filled(names: list[str]) -> list[list[str]]:
    """The first examples of these parts and the second; in a drill each with each of the others."""
    if is_drill():
        return [[*each] for each in product(*(EXAMPLES[name] for name in names))]
    return [[EXAMPLES[name][at] for name in names] for at in ((0, 1) if names else (0,))]


def addresses() -> list[str]:
    """Every public route, filled with examples of its parts."""
    found = []
    for pattern in get_resolver().url_patterns[0].url_patterns:
        route = str(pattern.pattern)
        if route.startswith("admin/"):
            continue
        *texts, last = re.split(r"<(?:\w+:)?\w+>", route)
        for values in filled(re.findall(r"<(?:\w+:)?(\w+)>", route)):
            parts = [text + value for text, value in zip(texts, values, strict=True)]
            found.append(f"/{''.join(parts)}{last}")
    found += [f"/api/v1/{of}?measure=cyber-flagged" for of in ("figures", "answers")]
    return [*found, "/forces/?q=cambs", "/forces/?q=NG16", "/forces/?q=nowhere", "/no-such-page/"]


class TestPublicTables(TestCase):
    statuses: dict[str, int]
    asked: dict[str, set[str]]

    @classmethod
    def setUpTestData(cls) -> None:
        worlds.demo()
        cls.asked, cls.statuses = {}, {}

        def watch(execute, sql, params, many, context):
            cls.asked.setdefault(here, set()).update(TABLE.findall(sql))
            return execute(sql, params, many, context)

        for here in addresses():
            with connection.execute_wrapper(watch):
                cls.statuses[here] = Client().get(here).status_code

    def test_no_public_page_reads_a_table_that_is_not_open(self) -> None:
        for address, status in self.statuses.items():
            assert status in {200, 302, 404, 422}, address
        assert len(self.asked) > 20
        for address, tables in self.asked.items():
            assert tables <= OPEN, f"{address} reads {sorted(tables - OPEN)}"

    def test_every_table_that_a_public_page_reads_is_in_its_tag(self) -> None:
        in_the_tag = NEVER_CHANGES | {table._meta.model_name for table in REFERENCE}
        assert set().union(*self.asked.values()) <= in_the_tag

    def test_the_watch_would_see_a_closed_table(self) -> None:
        assert TABLE.findall('SELECT 1 FROM "offences_annualcount"') == ["annualcount"]
        assert "annualcount" not in OPEN

    def test_every_force_is_in_the_list(self) -> None:
        page = self.client.get("/forces/").content.decode()
        for slug in Force.objects.values_list("slug", flat=True):
            assert f'href="/forces/{slug}/"' in page
