"""Who was asked and who answered, whose a number is, and ages, in words that papers use."""

import pytest

from tests.tracing.test_goes_on import flagged

OF_ALL = "England and Wales numbers:\n"


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The {} forces that answered the trust, of {} contacted, recorded 2,489.", (12, 15), 2),
        ("UK numbers cover the {} forces – of {} approached – that released figures.", (12, 15), 2),
        (OF_ALL + "{} – forces that replied, of {} asked\n2,489 – offences", (12, 15), 1),
        ("Forces asked: {}; forces that gave figures: {}", (15, 12), 2),
        ("Forces with data: {}. Forces without: {}.", (12, "three"), 2),
    ],
)
def test_those_asked_and_those_that_answered_are_told_apart(text, right, false):
    assert flagged(text.format(*right)) == []
    assert len(flagged(text.format(*reversed(right)))) == false


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("• Force areas asked: {}.", "15", "12"),
        ("The trust sought figures from {} forces.", "15", "12"),
        ("The trust has figures from {} forces.", "12", "15"),
        ("{} other forces were asked for figures but did not provide them.", "Three", "Two"),
        ("{} forces were asked for these figures and three did not give them.", "Fifteen", "Three"),
        ("Girls were the target in {} Tarn offences where cops noted the gender.", "112", "113"),
        (OF_ALL + "{} – offences counted by the dozen forces that answered", "2,489", "149"),
        ("Across England and Wales some {} offences involved a child aged 11 or under.", 303, 523),
        ("Across England and Wales over {} offences involved a child aged 11 or under.", 300, 500),
        ("Across England and Wales {} involved children in the 10-and-under group.", "143", "83"),
        ("In Tarn {} involved children in the 10-and-under group.", "14", "143"),
        ("Where age was known nationally, {} were in the age group up to 10.", "11%", "40%"),
        ("How many Tarn victims were 13? That age group had {} offences.", "25", "27"),
        ("Where an age was recorded in Tarn, the peak came at {}, with 27 offences.", "14", "13"),
        ("Tarn recorded 149 offences against children, {} of them on victims of 13.", "25", "27"),
        ("Meta’s Instagram and Kik were used in {} and 15 Tarn offences respectively.", 28, 40),
        (
            "80% of Tarn’s were against girls. The national share, in like form, was {}.",
            *("81%", "80%"),
        ),
        (
            "Snapchat leads among those where police named one. Its share of those nationally was "
            "{}; in Tarn it was 48%.",
            *("45%", "48%"),
        ),
        ("Which apps come up in Tarn?\nSnapchat, in {} of the local records.", "40", "560"),
        (
            "The force’s {} rise in a year came as the total for England and Wales rose 35%.",
            "35%",
            "36%",
        ),
        ("Tarn’s {} offences came as forces in England and Wales had 2,489.", "149", "2,489"),
        (
            "Safety first. The total had risen by {} in a year, having been 1,842 in 2018/19.",
            *("35%", "36%"),
        ),
        (
            OF_ALL + "2,489: offences recorded in 2019/20\n{}: the same forces’ figure for 2018/19",
            *("1,842", "1,841"),
        ),
    ],
)
def test_a_number_is_right_and_a_number_of_something_else_is_not(text, right, false):
    assert flagged(text.format(right)) in ([], [str(right)] if "some" in text else [])
    assert flagged(text.format(false))


def test_lines_of_a_list_are_no_table_for_the_dash_behind_their_number():
    text = (
        "At a glance:\n\n• 14 – offences where the child was 10 or under\n"
        "• 80% – proportion against girls, among the 140 where gender was noted"
    )
    assert flagged(text) == []
    assert flagged(text.replace("140", "149")) == ["149"]
