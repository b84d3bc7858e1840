"""Plain sentences of papers, councils and schools: the right number, and another fact's number."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

AT_PLACES = (
    ("Kik ranked number {} among the platforms named in Tarn.", "three", "two"),
    ("Instagram came in at number {} on the list of apps.", "2", "3"),
    ("Snapchat was at No. {} on the list of platforms.", "1", "2"),
)


@pytest.mark.parametrize(("text", "right", "false"), AT_PLACES)
def test_a_numbered_place_among_the_platforms_is_that_of_its_number(text, right, false):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(false))


TWO_YEARS_OF_FORCES = (
    ("Eleven forces could supply both 2016/17 and 2019/20; offences went up {}.", "106%", "35%"),
    ("Eleven forces hold both 2016/17 and 2019/20: they saw a rise of {}.", "1,232", "616"),
    (
        "Across the 11 forces with both years, there were {} more offences"
        " in 2019/20 than in 2016/17.",
        *("1,232", "616"),
    ),
)


@pytest.mark.parametrize(("text", "right", "false"), TWO_YEARS_OF_FORCES)
def test_a_change_of_forces_is_between_the_two_years_that_they_have(text, right, false):
    tell_apart("", text, right, false)
