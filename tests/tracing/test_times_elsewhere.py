"""How often another force has what a release hides, and multiples of numbers that are given."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_worked_out_beside_hidden import MARLSHIRE


@pytest.mark.parametrize(
    "text",
    [
        "Marlshire’s figure for Kik is withheld. Wenlow had 30, ten times as many.",
        "Marlshire does not say how many were on Kik. Wenlow had ten times as many: 30.",
        "Kik is left out for Marlshire. In Wenlow there were 30, about ten times that.",
        "Eight-year-olds are left out for Marlshire. Wenlow had 24 of them, eight times as many.",
        "Kik is left out for Marlshire. Wenlow recorded one, a third as many.",
    ],
)
def test_how_often_another_force_has_a_hidden_number_tells_it(text):
    ((_, found),) = given_away(MARLSHIRE, [text])
    assert found


@pytest.mark.parametrize(
    "text",
    [
        "Marlshire’s figure for Kik is withheld. In England it was named 52 times.",
        "Facebook was named in 16 of Marlshire’s cases. Wenlow had 160, ten times as many.",
        "Marlshire leaves out Kik. Its total is 180. Wenlow recorded 1,800, ten times as many.",
    ],
)
def test_a_multiple_of_a_released_number_tells_nothing(text):
    assert [found for _, found in given_away(MARLSHIRE, [text])] == [[]]
