"""A change in the last of several years is told from the one over all of them."""

from tests.tracing.tarn_and_england import ask_about_these_alone

FALSE = [
    "The count in Tarn has almost doubled since 2016/17 and gone up by {} in the past year.|94%",
    "The count in Tarn has almost doubled in three years, and rose by {} in the last one.|94%",
    "In Tarn it almost doubled in three years, and the jump in the last of them was {}.|94%",
    "The last rise in Tarn, of 35%, was {} offences.|72",
    "Of the {} offences in Tarn last year in which police recorded a platform, 40 were on"
    " Snapchat.|149",
    "An average week in Tarn now brings {}.|12",
    "Children from 12 to 15 were the victims in {} of the 118 offences in Tarn where age was"
    " recorded.|72",
    "In 2018/19 Tarn recorded 110. The total for 2019/20 was up 35% on the number of the year"
    " before and works out at nearly {} a week.|two",
    "The number of times Tarn Police recorded the offence of sexual communication with a child"
    " has {} since 2018/19.|doubled",
]
TRUE = [
    "The count in Tarn has almost doubled since 2016/17 and gone up by 35% in the past year.",
    "The count in Tarn has almost doubled in three years, and rose by 35% in the last one.",
    "In Tarn it almost doubled in three years, and the jump in the last of them was 35%.",
    "The last rise in Tarn, of 35%, was 39 offences.",
    "Of the 83 offences in Tarn last year in which police recorded a platform, 40 were on"
    " Snapchat.",
    "An average week in Tarn now brings nearly three.",
    "Children from 12 to 15 were the victims in 92 of the 118 offences in Tarn where age was"
    " recorded.",
    "In 2018/19 Tarn recorded 110. The total for 2019/20 was up 35% on the number of the year"
    " before and works out at nearly three a week.",
    "In the year that ended this March it was 149 in Tarn, which is 39 more than a year earlier.",
    "Back in Tarn, 40 of the offences were on Snapchat.",
]


def test_a_change_in_the_last_year_is_on_the_year_before() -> None:
    ask_about_these_alone(FALSE, TRUE)
