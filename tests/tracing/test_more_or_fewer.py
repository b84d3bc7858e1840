"""A year said to have more, or fewer, than another is asked about where it has not."""

import pytest

from tests.tracing.tarn_and_england import flagged

FALSE = [
    "The number in Tarn was {lower} in 2019/20 than in 2017/18.",
    "Tarn Police counted 149 crimes in 2019/20, {fewer} than in 2017/18.",
    "Tarn's total for 2017/18, 95, is {lower} than in 2016/17.",
    "Tarn's 149 offences were {fewer} than the year before.",
    "In 2018/19 Tarn recorded 110 offences, {fewer} than it did in 2017/18.",
]
_MORE = {"fewer": "more", "lower": "higher"}
TRUE = [
    "Tarn recorded 149 offences, 39 more than in 2018/19 and 72 more than in 2016/17.",
    "In 2018/19 Tarn recorded 110 offences, more than in 2017/18 but fewer than in 2019/20.",
    "The number in Tarn is 35% higher than in 2018/19.",
    "Offences in Tarn were lower in 2016/17 than in 2019/20, when 149 were recorded.",
    "Tarn recorded 149 offences. Its police force is no bigger than in 2016/17.",
    "England and Wales recorded 2,489 offences, more than in 2018/19.",
    "Tarn's total for 2017/18 was not higher than in 2018/19.",
]


@pytest.mark.parametrize("said", FALSE)
def test_the_other_way_round_is_asked_about(said: str) -> None:
    fewer = {word: word for word in _MORE}
    assert flagged(said.format(**fewer))
    assert flagged(said.format(**_MORE)) == []


@pytest.mark.parametrize("text", TRUE)
def test_what_is_so_is_not(text: str) -> None:
    assert flagged(text) == []
