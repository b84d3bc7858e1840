"""Headlines with what else goes on, a number and the change that it is, parts of known cases."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "England and Wales: 2,489 offences in a year as adults target children online",
        "Tarn: 149 offences in a year as paedophiles target children",
        "Tarn: 149 online sexual offences as more predators contact children",
        "149 sexual offences in Tarn as online groomers prey on youngsters",
        "Tarn saw 149 offences last year as sex offenders approach children.",
    ],
)
def test_what_else_goes_on_narrows_no_number(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn: 149 arrests in a year as paedophiles target children",
        "Tarn: 110 offences in a year as paedophiles target children",
        "Tarn: 149 offences in a year as paedophiles target girls",
        "Tarn: 149 offences as paedophiles target children on Snapchat",
        "Tarn: 149 offences as paedophiles target children at home",
        "Tarn: 149 offences as paedophiles target children in care",
        "Tarn: 149 offences as paedophiles target children aged 13",
        "Tarn: 149 offences as paedophiles target children in 2018/19",
        "Tarn: 149 offences as teachers target children",
        "Tarn: 149 offences as adults",
        "Tarn: 149 girls in a year as predators target children",
        "Tarn: 2,489 offences in a year as predators target children",
    ],
)
def test_what_narrows_it_behind_as_is_asked_about(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn’s 149 offences in 2019/20 amount to a rise of 16 per cent.",
        "Tarn’s 149 offences in 2019/20 amount to a fall of 35 per cent.",
        "Tarn’s 110 offences in 2019/20 amount to a rise of 35 per cent.",
        "Tarn’s 149 offences in 2018/19 amount to a rise of 35 per cent.",
        "Tarn’s 149 offences amount to a rise in assaults.",
        "Tarn’s 149 offences that amount to a rise of 35%.",
        "Tarn’s 149 offences against girls amount to a rise of 35%.",
        "Tarn’s 149 calls amount to a rise of 35 per cent.",
    ],
)
def test_another_change_or_other_numbers_are_asked_about(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 149 in 2019/20, which makes a rise of 35%.",
        "Tarn noted a rise of 35%.",
        "Tarn had 149 offences in 2019/20. The year before it was 110, which makes a rise of 35%.",
        "Tarn recorded 149 in 2019/20, which marks an increase of 39.",
        "Tarn’s officers wrote the app down in 83 cases.",
        "Tarn’s officers noted an age in 118 cases, and took down the sex in 140.",
    ],
)
def test_a_rise_that_it_makes_is_a_rise(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn recorded 149 in 2019/20, which makes a fall of 35%.",
        "Tarn recorded 149 in 2019/20, which made a drop of 35%.",
        "Tarn noted a fall of 35%.",
        "Tarn recorded 149 in 2019/20, having noted a decrease of 35%.",
        "Tarn recorded 149 in 2019/20, making the fall 35%.",
        "Tarn recorded 149 in 2019/20, which makes a decline of 39.",
        "Tarn had 149 offences in 2019/20. The year before it was 110, which makes a fall of 35%.",
    ],
)
def test_a_fall_that_it_makes_is_a_fall(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the target of 112 offences in Tarn in cases where the sex was noted.",
        "Girls were the target of 112 offences in Tarn where the sex was known.",
        "Girls were the victims of 112 offences in Tarn in which the sex was recorded.",
        "Boys were the targets of 28 offences in Tarn where the sex was known.",
        "Girls, who were the victims of 112 offences in cases where the sex was noted in Tarn.",
        "In Tarn boys were the victims of just 28 offences where police knew the sex.",
        "Girls were the target of 1,805 offences in England and Wales where the sex was known.",
        "Children were the victims of 149 offences in Tarn, and the sex was known in 140 of them.",
        "In Tarn 40 of 83 offences where an app was recorded were on Snapchat.",
        "Of 140 offences in Tarn where the sex was recorded, 112 were against girls.",
        "Snapchat was used in 40 offences in Tarn where the app was known.",
        "Girls were targeted in 112 offences in Tarn where the sex was recorded.",
    ],
)
def test_victims_of_those_where_their_sex_is_known(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Boys were the target of 112 offences in Tarn where the sex was known.",
        "Girls were the target of 140 offences in Tarn where the sex was known.",
        "Girls were the victims of 28 offences in Tarn where the sex was known.",
        "Girls were the victims of 112 offences in Tarn where the age was known.",
        "Girls were the victims of 112 offences in Tarn where the platform was known.",
        "Children were the victims of 112 offences in Tarn where the sex was known.",
        "In England and Wales girls were the target of 112 offences where the sex was known.",
        "Girls were the target of 112 offences in Tarn where the sex was not known.",
        "Girls were the target of 112 offences in Tarn in 2018/19 where the sex was known.",
        "Girls were the target of 149 offences in Tarn where the sex was known.",
        "Girls were the target of 1,805 offences in Tarn where the sex was known.",
        "Girls were the victims in 112 offences in Tarn where the age was known.",
        "Girls were the victims in 112 offences where the platform was known in Tarn.",
        "Girls were targeted in 112 offences in Tarn where the age was recorded.",
        "Snapchat was used in 40 offences in Tarn where the sex was known.",
    ],
)
def test_those_of_which_something_else_is_known_are_asked_about(text):
    assert flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tarn saw a spike of 35% last year.",
        "Offences in Tarn spiked 35% last year.",
        "Tarn saw an uptick of 35% on the year before.",
        "Offences in Tarn spiked to 149 in 2019/20.",
        "A spike in Tarn took the number to 149 last year.",
    ],
)
def test_a_spike_is_a_rise(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Tarn reported a slump of 35%.",
        "Tarn saw a slump of 35% last year.",
        "Tarn saw a plunge of 35% last year.",
        "Tarn saw a tumble of 35% last year.",
        "Tarn saw a downturn of 35% last year.",
        "Tarn saw offences slump by 35% last year.",
        "Tarn saw offences plummet by 35% last year.",
        "Offences in Tarn sank by 35%.",
        "Offences in Tarn shrank 35% last year.",
    ],
)
def test_a_slump_is_a_fall(text):
    assert flagged(text)


@pytest.mark.parametrize(
    ("numbers", "change"),
    [
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 94% in three years.",
        ),
        ("Tarn had 149, against 110 in 2018/19 and 95 in 2017/18,", "a rise of 57% in two years."),
        (
            "Tarn had 149 in 2019/20, up from 110 the year before and 77 in 2016/17,",
            "a rise of 72 in three years.",
        ),
        ("Tarn had 149, after 110 in 2018/19 and 77 in 2016/17:", "a rise of 94% in three years."),
        (
            "Tarn had 149 cases, against 110 in 2018/19 and just 77 in 2016/17:",
            "a rise of 94% in three years.",
        ),
        (
            "In 2019/20 it saw 149, up on 110 the year before and 95 in 2017/18,",
            "a rise of 57% over two years.",
        ),
    ],
)
def test_a_change_over_the_years_behind_it_starts_from_one_of_two(numbers, change):
    assert flagged(f"{numbers} {change}") == []


@pytest.mark.parametrize(
    ("numbers", "change"),
    [
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 35% in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 94% in two years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a fall of 94% in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 57% in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 94% in a year.",
        ),
        (
            "Tarn had 110 in 2018/19, against 95 in 2017/18 and 77 in 2016/17,",
            "a rise of 57% in two years.",
        ),
        (
            "Tarn had 110 in 2018/19, against 95 in 2017/18 and 77 in 2016/17,",
            "a rise of 94% in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 54 in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 95 in 2017/18,",
            "a rise of 94% in three years.",
        ),
        (
            "Girls in Tarn were 112, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 94% in three years.",
        ),
        (
            "England and Wales had 2,489, against 110 in 2018/19 and 77 in 2016/17,",
            "a rise of 94% in three years.",
        ),
        (
            "Tarn’s total was 149, against 110 in 2018/19 and 77 in 2016/17,",
            "a drop of 72 in three years.",
        ),
    ],
)
def test_a_change_over_other_years_is_asked_about(numbers, change):
    assert flagged(f"{numbers} {change}")


@pytest.mark.parametrize(
    "text",
    [
        "Tarn: 149 offences in a day as predators target children",
        "Tarn: 149 offences every year as abusers contact children",
        "Tarn did not record 149 of the 2,489 offences.",
        "Six per cent of the 2,489 were outside Tarn.",
        "Tarn had 149, against 110 in 2018/19 and 77 in 2016/17, a rise of 94% a year "
        "in three years.",
    ],
)
def test_other_times_denials_and_yearly_changes_are_asked_about(text):
    assert flagged(text)


FELL_IN_NEWS = [
    "Offences in Tarn nosedived by {} last year.",
    "The number of offences in Tarn tailed off by {} in 2019/20.",
    "Tarn's figure dwindled by {} in a year.",
    "Recorded offences in Tarn were slashed by {} last year.",
    "Tarn saw a collapse of {} in offences last year.",
    "Tarn recorded {} less last year.",
    "An improvement of {} was recorded in Tarn last year.",
]
ROSE_BESIDE_A_FALL = [
    "As budgets were slashed, offences in Tarn rose by {}.",
    "The site crashed as offences in Tarn rose by {}.",
    "Trust has waned while offences rose {} in Tarn.",
    "A slowdown was forecast, but offences rose by {} in Tarn.",
    "Police budgets dwindled. Offences in Tarn rose by {}.",
    "Interest in the helpline ebbed while offences grew by {} in Tarn.",
]


@pytest.mark.parametrize("text", FELL_IN_NEWS)
def test_what_papers_call_a_fall_is_one(text: str) -> None:
    assert flagged(text.format("35%"))


@pytest.mark.parametrize("text", ROSE_BESIDE_A_FALL)
def test_the_nearest_word_says_which_way(text: str) -> None:
    assert flagged(text.format("35%")) == []


@pytest.mark.parametrize("fell", ["dwindled", "crashed", "collapsed", "nosedived", "ebbed"])
def test_a_number_is_not_reached_by_a_fall_from_a_lower_one(fell: str) -> None:
    assert flagged(f"Offences in Tarn {fell} from 110 to 149.")
    assert flagged(f"Offences in Tarn {fell} to 149 last year.") == ["149"]
