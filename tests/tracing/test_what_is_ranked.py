"""Forces are never ranked; a year or a part may be. A limit that years passed is of offences."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tarn in 2019/20 ranked third of all forces.", ["ranked third"]),
        ("Holm ranks bottom for cases on the platforms.", ["ranks bottom"]),
        ("Tarn ranks second for abuse on gaming apps.", ["ranks second"]),
        ("Of the four years, 2018/19 ranks second highest for Tarn.", []),
        ("Snapchat ranks first among the platforms in Tarn.", []),
    ],
)
def test_forces_are_never_ranked_and_years_and_parts_may_be(text, asked):
    assert flagged(text) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Tarn’s total passed 90 in three of the last four years.", []),
        ("Offences in Tarn topped 90 in three of the last four years.", []),
        ("The number of arrests in Tarn passed 90 in three of the last four years.", ["90"]),
    ],
)
def test_a_limit_passed_in_some_years_is_of_offences(text, asked):
    assert flagged(text) == asked
