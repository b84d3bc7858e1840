"""Changes beside the number that they start from, or of the change in the sentence before."""

import pytest

from tests.tracing.tarn_and_england import ask_about_these_alone

LATEST = "Tarn Police recorded 149 offences in 2019/20. "


@pytest.mark.parametrize(
    ("false", "true"),
    [
        (
            [
                f"{LATEST}It is a rise of 16 per cent in a year: in 2018/19 the force had 110.",
                f"{LATEST}It is a rise of 94 per cent in a year: in 2018/19 the force had 110.",
                f"{LATEST}It is a fall of 35 per cent in a year: in 2018/19 the force had 110.",
                "The increase was 94 per cent: in 2018/19 there were 110.",
                "The jump was 57 per cent in two years: in 2018/19 the county had 110.",
                "It was an increase of 35 per cent in a year – back in 2017/18 there were 95.",
                "The increase was 35 per cent: in 2016/17 there were 77.",
            ],
            [
                f"{LATEST}It is a rise of 35 per cent in a year: in 2018/19 the force had 110.",
                "It is a rise of 94 per cent in three years: in 2016/17 the force had 77.",
                "The increase was 35 per cent: in 2018/19 there were 110.",
            ],
        ),
        (
            [
                f"{LATEST}The year before it was 110, which makes a rise of 94 per cent, and back"
                " in 2016/17 there were just 77.",
                f"{LATEST}A year earlier the total was 110, which makes the rise 94 per cent, and"
                " three years earlier it was 77.",
            ],
            [
                f"{LATEST}The year before it was 110, which makes a rise of 35 per cent, and back"
                " in 2016/17 there were just 77.",
                f"{LATEST}A year earlier the total was 110, which makes the rise 35 per cent, and"
                " three years earlier it was 77.",
            ],
        ),
        (
            [
                f"{LATEST}In 2018/19 there were 110, so the total has almost doubled.",
                f"{LATEST}In 2018/19 it had 110. In 2017/18 there were 95, so it has doubled.",
                f"{LATEST}In 2016/17 there were 77, so the total has doubled.",
            ],
            [
                f"{LATEST}In 2018/19 it had 110. In 2016/17 there were 77, so the figure has almost"
                " doubled."
            ],
        ),
        (
            [
                "In 2016/17 the force recorded 77, and 2019/20 is 35 per cent higher than that.",
                "In 2018/19 there were 110 offences, and last year's figure was 35 per cent below"
                " that.",
                "In 2018/19 there were 110 offences, and in 2016/17 there were 77; 2019/20 was 35"
                " per cent up on that.",
            ],
            [
                "In 2016/17 the force recorded 77, and 2019/20 is 94 per cent higher than that.",
                "In 2018/19 there were 110 offences; 2019/20 was 35 per cent up on that.",
                "The force had 110 offences in 2018/19, and last year's figure was 35 per cent"
                " above that.",
            ],
        ),
    ],
)
def test_a_change_starts_from_the_year_of_the_number_that_it_is_beside(false, true):
    ask_about_these_alone(false, true)


@pytest.mark.parametrize(
    ("false", "true"),
    [
        (
            [
                "In 2016/17 Tarn Police recorded 77 offences. In 2018/19 it was 110, almost double"
                " the number at the start.",
                "In 2016/17 Tarn Police had 77 offences. In 2019/20 it was 149, almost twice the"
                " number at the start, and 72 above that of the year before.",
            ],
            [
                "In 2016/17 Tarn Police had 77 offences. In 2019/20 it was 149, almost twice the"
                " number at the start, and 39 above that of the year before."
            ],
        ),
        (
            [
                "In 2018/19 it was 110, almost double the figure for 2016/17.",
                "In 2018/19 the number was 110, nearly twice that of 2016/17.",
                "Tarn recorded 149 offences, almost twice that of the year before.",
            ],
            [
                "Tarn recorded 149 offences, almost twice that of 2016/17.",
                "The total was almost double that of 2016/17.",
            ],
        ),
        (
            [
                "Tarn’s 149 offences amount to a rise of 35 per cent in rapes.",
                "Tarn’s 149 offences amount to a rise of 35 per cent a month.",
                "Tarn’s 149 offences do not amount to a rise of 35%.",
                "Tarn’s 112 offences against girls amount to a rise of 35 per cent.",
                "Tarn’s 149 offences amount to a rise of 35 per cent since 2016/17.",
                "England and Wales’s 2,489 offences amount to a rise of 94% in Tarn.",
                "The 110 offences of 2018/19 amount to a rise of 35 per cent.",
            ],
            [
                "Tarn’s 149 offences amount to a rise of 35 per cent.",
                "The 149 offences of 2019/20 amount to a rise of 35 per cent on the year before.",
            ],
        ),
    ],
)
def test_a_multiple_or_what_offences_amount_to_is_of_the_years_of_the_number(false, true):
    ask_about_these_alone(false, true)


@pytest.mark.parametrize(
    ("false", "true"),
    [
        (
            [
                "The change in the latest year is therefore large, at 15.",
                "The fall in the latest year was small, at 39.",
                "The latest rise, at 15, is the largest yet.",
                "The latest rise, at 72, is the largest yet.",
            ],
            [
                "The change in the latest year is therefore large, at 39.",
                "The change in the latest year was 39.",
                "The latest rise, at 39, is the largest yet.",
            ],
        ),
        (
            [
                "77 offences in 2016/17 had become 95 in 2017/18, 39 more.",
                "77 offences in 2016/17 had become 95 in 2017/18, 18 fewer.",
                "The latest year put another 15 on top.",
                "The latest year has put another 72 on top.",
                "The latest year put another 110 on top.",
            ],
            [
                "The 95 offences of 2017/18 became 110 in 2018/19, 15 more. The latest year has put"
                " another 39 on top."
            ],
        ),
        (
            [
                "The number rose by 35% in a year. That extra 72 is worrying.",
                "The number rose by 94% in three years. That extra 39 is worrying.",
                "That extra 149 is worrying.",
            ],
            ["The number rose by 94% in three years. That extra 72 is worrying, campaigners say."],
        ),
    ],
)
def test_a_difference_is_of_the_latest_year_or_of_the_numbers_or_the_change_before_it(false, true):
    ask_about_these_alone(false, true)
