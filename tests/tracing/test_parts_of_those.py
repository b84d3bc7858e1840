"""Parts of "these": of the latest year, of all or those where one is known, no more than they."""

import pytest

from tests.tracing.tarn_and_england import flagged

FALSE = [
    "Some 95 offences were logged by Tarn Police in 2017/18. Of those, {} took place on Kik.|15",
    "Tarn counted 77 crimes in 2016/17, and of these {} were against boys.|28",
    "In 2018/19 Tarn recorded 110 offences. Among them, {} were against 14-year-olds.|27",
    "In Tarn 28 offences were on Instagram. Of those, {} were against 13-year-olds.|25",
    "The sex of the victim was known in 140 of the Tarn cases. Of these {} were on Instagram.|28",
    "Tarn officers noted the platform in 83 cases. Of these, {} were against boys.|28",
    "Many suspects in Tarn were arrested. Of these {} were on Snapchat.|40",
    "Across England and Wales 1,842 offences were recorded in 2018/19. Of those 433 were boys.|433",
]
TRUE = [
    "Tarn counted 149 crimes in 2019/20, and of these 28 were against boys.",
    "Tarn recorded 149 offences in 2019/20, up from 110 in 2018/19. Of these, 112 were girls.",
    "There were 110 offences in Tarn in 2018/19 and 149 in 2019/20. Of these 40 were on Snapchat.",
    "Tarn officers noted the platform in 83 cases. Of these, 15 were on Kik.",
    "The sex of the victim was known in 140 of the Tarn cases. Of these 28 were boys.",
    "In Tarn the age was known in 118 cases. Of those, 27 were against 14-year-olds.",
    "Offences in Tarn have risen by 35% to 149 since 2018/19. Of these 112 were against girls.",
    "Across England and Wales 2,489 offences were recorded. Among them, 310 were on Instagram.",
]


@pytest.mark.parametrize("said", FALSE)
def test_parts_of_others_are_asked_about(said: str) -> None:
    text, number = said.split("|")
    assert number in flagged(text.format(number))


@pytest.mark.parametrize("text", TRUE)
def test_parts_of_all_or_of_those_known_are_not(text: str) -> None:
    assert flagged(text) == []


def test_these_so_many_are_those_before() -> None:
    text = "In Tarn the app was named in 83 cases. Of these {} offences, 28 were on Instagram."
    assert flagged(text.format(83)) == []
    assert flagged(text.format(149)) == ["149"]
    before = "Tarn recorded 149 offences. The year before it was 110. "
    assert flagged(f"{before}Of those 149 offences, 112 were against girls.") == []
