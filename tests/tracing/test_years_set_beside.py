"""The year that a change starts from, where it is set beside another, or ends a time named."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Tarn had {} additional cases in 2019/20 when that is put next to 2016/17.", "72", "39"),
        ("Placed alongside 2016/17, the Tarn figure for 2019/20 is up by {}.", "94%", "35%"),
        ("Placed alongside 2018/19, the Tarn figure for 2019/20 is up by {}.", "35%", "94%"),
        ("Put 2019/20 next to 2016/17 and Tarn’s total is up by {}.", "94%", "35%"),
        (
            "Hold 2019/20 against 2016/17 and the 11 forces in England and Wales with both numbers"
            " are up by {}.",
            *("106%", "35%"),
        ),
        (
            "Only 11 forces in England and Wales can be compared over the longer period, 2016/17"
            " to 2019/20, and their total rose by {}.",
            *("106%", "35%"),
        ),
        ("Over three years (2016/17 to 2019/20) Tarn’s total went up {}.", "94%", "35%"),
    ],
)
def test_a_change_starts_from_the_year_that_another_is_set_beside(text, right, false):
    ask_about_the_false("", text, right, false)
