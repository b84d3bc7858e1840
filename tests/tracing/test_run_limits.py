"""A number that years in turn are beyond: the third year running with more than 200."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn import tarn

TARN = tarn(
    {
        **{"2016/17": 184, "2017/18": 197, "2018/19": 221},
        **{"2019/20": 208, "2020/21": 233, "2021/22": 298},
    }
)


def flagged(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("That makes it the {} year in succession with more than 200.", "fourth", "third"),
        ("That makes it the {} year in succession with more than 200.", "fourth", "fifth"),
        ("That makes it the {} year running above 200.", "fourth", "second"),
        ("It is the {} year in a row with over 220.", "second", "third"),
        ("It is the {} year in a row with over 208.", "second", "third"),
        ("It is the {} year in a row with at least 208.", "fourth", "second"),
        ("For the {} year in a row the force recorded more than 200 offences.", "fourth", "fifth"),
        ("This is the {} consecutive year in which it passed 200.", "fourth", "sixth"),
        ("It exceeded 230 for the {} year running.", "second", "third"),
        ("It is the {} year in a row with fewer than 300.", "sixth", "fifth"),
    ],
)
def test_a_run_has_as_many_years_as_are_beyond_its_number(text, right, false):
    assert flagged(text.format(right)) == []
    assert [each.split()[0] for each in flagged(text.format(false))] == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The number has been above 200 for {} years running.", "four", "five"),
        ("For {} years in a row the total has been over 200.", "three", "five"),
        ("The force has had at least 208 in {} successive years.", "four", "five"),
    ],
)
def test_a_number_of_years_may_be_less_than_the_whole_run(text, right, false):
    assert flagged(text.format(right)) == []
    assert [each.split()[0] for each in flagged(text.format(false))] == [false]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It is the second year in succession with more than {}.", "230", "300"),
        ("It is the fourth year running with at least {} offences.", "208", "299"),
    ],
)
def test_the_number_of_a_run_is_one_that_the_latest_year_is_beyond(text, right, false):
    assert flagged(text.format(right)) == []
    assert false in flagged(text.format(false))


def test_a_run_that_may_have_begun_before_the_first_year_has_no_source():
    found = trace("It is the seventh year in a row with fewer than 300.", TARN)
    assert ("seventh year in a row", "untraced") in [(f.text, f.verdict) for f in found]
    assert flagged("For seven years running it was under 300.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It is the second year running that the number has risen, to more than 290.",
        "In 2019/20 it was the second year running with more than 200.",
        "Kent had more than 200 for the second year running.",
        "Police made more than 200 arrests for the second year running.",
        "There were more than 200 offences against girls for the second year running.",
    ],
)
def test_a_run_of_rises_or_of_another_year_force_or_part_is_no_such_run(text):
    assert not any("year running" in each for each in flagged(text))
