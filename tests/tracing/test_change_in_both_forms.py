"""A change that is given as a number and as a percentage is one change, from one year."""

import pytest

from tests.tracing.test_goes_on import flagged


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn, the increase since 2016/17 is {difference} offences, or {percent}.",
        "Offences in Tarn have risen by {percent}, or {difference} offences.",
        "In Tarn offences rose by {percent}, an extra {difference}.",
        "Tarn saw a rise of {difference} ({percent}).",
        "Offences in Tarn were up by {percent} – or {difference}.",
        "The increase across those three years in Tarn is {percent}, or {difference} offences.",
    ],
)
def test_a_difference_and_a_percentage_beside_it_are_of_one_change(text):
    assert flagged(text.format(difference="72", percent="94%")) == []
    for difference, percent in (("39", "94%"), ("72", "35%"), ("54", "94%"), ("72", "57%")):
        wrong = flagged(text.format(difference=difference, percent=percent))
        assert wrong, (difference, percent)


@pytest.mark.parametrize(
    ("text", "is_wrong"),
    [
        ("Children aged ten and under were the victims in 14 offences in Tarn, which is 12%"
         " of all the offences recorded.", True),
        ("Children aged ten and under were the victims in 14 offences in Tarn, which is 12%"
         " of those where the age was recorded.", False),
    ],
)  # fmt: skip
def test_a_share_of_all_that_is_recorded_is_none_of_those_known(text, is_wrong):
    assert bool(flagged(text)) == is_wrong


@pytest.mark.parametrize("age", ["seen most often", "recorded most frequently", "given most"])
def test_the_age_seen_most_often_is_the_most_common(age):
    assert flagged(f"In Tarn the age {age} was 14, with 27 offences.") == []
    assert flagged(f"In Tarn the age {age} was 13, with 27 offences.") != []
