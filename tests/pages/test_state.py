"""What is public is asked at most twice a second, and at once when a known minute opens."""

import datetime as dt
from collections.abc import Iterator

import pytest
import time_machine
from django.db import connection
from django.test import TestCase, override_settings
from django.test.utils import CaptureQueriesContext

from offences.models import Force, Release
from offences.releases.public_state import LatestState, PublicState, Results
from tests import worlds
from tests.embargo.worlds import MINUTE, World, world

pytestmark = pytest.mark.both_databases

HALF = dt.timedelta(milliseconds=500)
A_LITTLE = dt.timedelta(milliseconds=1)


@override_settings(PUBLIC_STATE_KEPT=HALF)
class TestState(TestCase):
    w: World

    @classmethod
    def setUpTestData(cls) -> None:
        cls.w = world()

    def setUp(self) -> None:
        travel = time_machine.travel(MINUTE - dt.timedelta(days=1), tick=False)
        self.clock = travel.start()
        self.addCleanup(travel.stop)
        self.latest = LatestState()

    def questions(self) -> int:
        with CaptureQueriesContext(connection) as asked:
            self.latest.now()
        return len(asked)

    def numbers(self, state: PublicState) -> set[int]:
        return {release.number for release in state.releases}

    def test_within_half_a_second_nothing_is_asked(self) -> None:
        assert self.questions() > 0
        self.clock.shift(HALF - A_LITTLE)
        assert self.questions() == 0
        self.clock.shift(A_LITTLE)
        assert self.questions() > 0

    def test_a_change_is_seen_after_half_a_second_and_changes_the_stamp(self) -> None:
        before = self.latest.now()
        Force.objects.filter(slug="northshire").update(area="Fenlandshire")
        assert self.latest.now() is before
        self.clock.shift(HALF)
        after = self.latest.now()
        assert after.stamp != before.stamp
        found = after.force("northshire")
        assert found is not None and found.area == "Fenlandshire"

    def test_a_state_that_is_read_again_without_a_change_has_the_same_stamp(self) -> None:
        before = self.latest.now()
        self.clock.shift(dt.timedelta(hours=3))
        after = self.latest.now()
        assert after is not before and after.stamp == before.stamp

    def test_a_release_is_there_at_its_minute_though_the_state_was_read_just_before(self) -> None:
        self.clock.move_to(MINUTE - A_LITTLE)
        before = self.latest.now()
        assert self.w.second.number not in self.numbers(before)
        self.clock.move_to(MINUTE)
        assert self.w.second.number in self.numbers(self.latest.now())

    def test_a_clock_that_is_set_back_is_never_early(self) -> None:
        self.clock.move_to(MINUTE)
        assert self.w.second.number in self.numbers(self.latest.now())
        self.clock.move_to(MINUTE - A_LITTLE)
        assert self.w.second.number not in self.numbers(self.latest.now())

    def test_a_withdrawal_is_seen_within_half_a_second(self) -> None:
        self.clock.move_to(MINUTE)
        assert self.w.second.number in self.numbers(self.latest.now())
        worlds.as_if(
            Release.objects.filter(pk=self.w.second.pk),
            withdrawn_by=self.w.approver,
            withdrawn_at=MINUTE,
            withdrawn_reason="Wrong.",
        )
        self.clock.shift(HALF)
        state = self.latest.now()
        assert self.w.second.number not in self.numbers(state)
        assert self.w.second.number in {release.number for release in state.published}


@pytest.fixture
def slow_reading(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[dt.datetime]]:
    """Readings of the state, each of which lets other threads run meanwhile."""
    from time import sleep

    from offences.releases import public_state

    read, readings = public_state.read_public_state, []

    def slowly(at: dt.datetime, results: Results) -> PublicState:
        readings.append(at)
        sleep(0.05)
        return read(at, results)

    monkeypatch.setattr(public_state, "read_public_state", slowly)
    yield readings


@pytest.mark.django_db(transaction=True)
def test_of_many_that_ask_at_once_one_reads(slow_reading):
    world()
    latest = LatestState()
    with override_settings(PUBLIC_STATE_KEPT=HALF), time_machine.travel(MINUTE, tick=False):
        states = worlds.at_once(*[latest.now] * 6)
    assert len({id(state) for state in states}) == 1
    assert len(slow_reading) == 1
