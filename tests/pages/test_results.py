"""What a force's page is worked out of is worked out once, until one of its rows changes."""

import datetime as dt

import time_machine
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from offences.models import Force
from offences.releases.public_state import Results
from tests.embargo.worlds import MINUTE, world

AN_HOUR = dt.timedelta(hours=1)


def test_a_result_is_made_once_of_the_same_rows():
    results, made = Results(), []
    northshire = Force(pk=1, slug="northshire", area="Northshire")
    for _ in range(3):
        results.cached("name", [northshire], lambda: made.append(northshire.area))
    assert made == ["Northshire"]
    results.cached(
        "name", [Force(pk=1, slug="northshire", area="Northshire")], lambda: made.append("")
    )
    assert made == ["Northshire"]


def test_a_result_of_a_row_that_changed_is_made_anew():
    results = Results()
    areas = ["Northshire", "Fenlandshire", "Northshire"]
    shown = [
        results.cached("name", [force], lambda force=force: force.area)
        for force in (Force(pk=1, slug="northshire", area=area) for area in areas)
    ]
    assert shown == areas


def test_of_too_many_results_the_one_longest_unused_is_dropped():
    results = Results()
    for n in range(results.MOST):
        results.cached(n, [], lambda n=n: n)
    results.cached(0, [], lambda: "dropped")  # used
    results.cached("one more", [], lambda: 0)
    assert len(results._results) == results.MOST
    assert results.cached(0, [], lambda: "dropped") == 0
    assert results.cached(1, [], lambda: "dropped") == "dropped"


@override_settings(PUBLIC_STATE_KEPT=AN_HOUR)
class TestQueries(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        world()

    def questions(self, client: Client, address: str) -> int:
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        return len(asked)

    def test_a_page_made_anew_asks_at_most_five_questions_and_then_none(self) -> None:
        with time_machine.travel(MINUTE + AN_HOUR, tick=False):
            site = Client()
            assert self.questions(site, "/about/") > 0  # what is public
            first = self.questions(site, "/forces/northshire/")
            assert 0 < first <= 5
            assert self.questions(site, "/forces/northshire/") == 0
            assert self.questions(site, "/forces/southshire/") < first
