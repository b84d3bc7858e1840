"""Two stretches of a text overlap where they have a character in common."""

import pytest

from offences.tracing.binding.mentions import Mention
from offences.tracing.finding.spans import is_taken, overlap


@pytest.mark.parametrize(
    ("other", "do_they"),
    [
        ((2, 5), True),
        ((3, 4), True),
        ((4, 6), True),
        ((0, 3), True),
        ((5, 7), False),
        ((0, 2), False),
        ((7, 9), False),
    ],
)
def test_stretches_overlap_where_they_have_a_character_in_common(other, do_they):
    one, far = (2, 5), Mention(20, 30, None)
    assert overlap(one, other) is overlap(other, one) is do_they
    assert is_taken(one, [far, Mention(*other, None)]) is do_they
