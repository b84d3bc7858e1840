"""Sums without the forces whose newer answer is not checked: readers can tell which they are."""

import pytest

from offences.models import Force
from tests import worlds
from tests.releases.test_subtracting import (
    NORTH,
    ages,
    five,  # noqa: F401
    national,
    next_day,
    restate,
)


@pytest.mark.parametrize("outcome", ["awaited", "refused", "answered"])
def test_a_sum_without_a_pending_answer_is_subtracted_like_any_other(five, outcome):  # noqa: F811
    """Of the next round Midshire's answer is not checked, and Southshire gave no newer number."""
    newer = worlds.round_of(five.measure, slug="2020", years=(2018, 2019))
    made = worlds.submission(Force.objects.get(slug="midshire"), newer)
    worlds.enter(made, {worlds.cell(five.measure, 2018): "110"}, by=five.officer)
    worlds.submission(five.south, newer, outcome=outcome)
    five.approved(last_round=newer)
    restate(five, NORTH, ages((1, 4, 0, 0, 0, 0)))
    five.round = newer
    second = next_day(five)
    assert "10" not in national(second)
