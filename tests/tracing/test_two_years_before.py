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


BOTH = ", at a time when the total of forces across England and Wales rose as well."
LONGER = "Tarn Police counted more. It went up from 95 in 2017/18 to 149 in 2019/20."


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (LONGER + "\n\nThat is a rise of {}" + BOTH, "57%", "33%"),
        (LONGER + " It amounts to a rise of {}" + BOTH, "54", "39"),
        (
            "Tarn Police recorded 149. The 2019/20 figure is {} above the one for 2016/17.",
            "72",
            "54",
        ),
        (
            "Tarn Police recorded 149. The 2019/20 figure is {} above the one for 2017/18.",
            "54",
            "18",
        ),
    ],
)
def test_a_change_is_of_the_years_pointed_at(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


def test_a_change_that_names_its_own_years_is_of_those():
    assert flagged(LONGER + " In Tarn the rise since 2018/19 is 57%.") == ["57%"]
    assert flagged(LONGER + " Across England and Wales there was a rise of 57%.") == ["57%"]
