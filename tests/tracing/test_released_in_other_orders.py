"""Released numbers in the orders of words that newspapers use, and look-alikes that tell.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import stopped

AGES_AT_THE_TIME = (
    (
        "Twelve Dunmarsh children were eleven when they were targeted, and six were ten.",
        "Twelve victims were eleven at the time, and six were ten.",
        "Seventeen of the children were twelve when it happened.",
    ),
    (
        "Three were eight when they were first contacted.",
        "Two Dunmarsh boys were 13 at the time.",
        "Nine girls were thirteen when it happened.",
        "Twelve victims were eleven at the time, and four were nine.",
    ),
)
EVERY = (AGES_AT_THE_TIME,)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_another_order_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_its_look_alike_of_a_hidden_part_is_stopped(text):
    assert stopped(text)
