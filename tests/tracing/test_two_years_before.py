"""Numbers of the years before one that is named, and changes between numbers given before."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("There were 149 in 2019/20; the two years before had 110 and {}.", "95", "77"),
        ("There were 149 in 2019/20; the two years before had {} and 95.", "110", "149"),
        ("There were 149 in 2019/20; the two years before had {} and 110.", "95", "77"),
        ("There were 110 in 2018/19; the two years before had 95 and {}.", "77", "110"),
    ],
)
def test_two_years_before_one_in_either_order(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))
