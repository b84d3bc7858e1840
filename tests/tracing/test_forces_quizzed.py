"""Forces that papers quiz and chase, and that cough up, play ball or share theirs."""

import pytest

from tests.tracing.tarn_and_england import ask_about_the_false, flagged, tell_apart

BEFORE = "Tarn Police recorded 149.\n\n"


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The charity quizzed 15 forces and {} coughed up.", "12", "15"),
        ("The charity polled {} forces; 12 stumped up figures.", "15", "12"),
        ("We surveyed 15 forces. The {} that played ball had 2,489 offences.", "12", "15"),
        ("We wrote to 15 forces and {} sent us their 2019/20 figure.", "12", "15"),
        ("It put the question to 15 forces, and {} came through.", "twelve", "fifteen"),
        ("It chased {} forces for figures. Twelve came good.", "15", "11"),
        ("It sought figures from 15 forces. {} obliged.", "Twelve", "Fifteen"),
        ("It contacted 15 forces and {} opened their books.", "twelve", "thirteen"),
        ("It asked 15 forces; {} shared theirs.", "twelve", "fourteen"),
        ("It asked 15 forces, of which {} let us have a number.", "12", "15"),
        ("It asked 15 forces. The {} that handed over data had 2,489 offences.", "12", "15"),
        ("Fifteen forces were canvassed. {} furnished a figure.", "Twelve", "Eleven"),
        ("Of 15 forces consulted, {} divulged their numbers.", "12", "15"),
    ],
)
def test_forces_that_gave_figures_are_not_those_that_were_asked(text, right, false):
    tell_apart(BEFORE, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Twelve of {} were able to answer, forces being slow.", "the 15", "the 14"),
        ("Twelve forces, of the {} Lantern Trust wrote to, sent data.", "15", "14"),
    ],
)
def test_forces_asked_may_be_named_behind_those_that_replied(text, right, false):
    assert flagged(BEFORE + text.format(right)) == []
    assert flagged(BEFORE + text.format(false)) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("It quizzed 15 forces, and the 12 that coughed up data had {}.", "2,489", "2,398"),
        ("Twelve forces replied. The combined count was {}.", "2,489", "2,398"),
        ("It asked 15 forces. The combined count at the 12 that did so was {}.", "2,489", "2,398"),
        ("It polled 15 forces. All told, they had {} offences.", "2,489", "2,398"),
        ("It tried 15 forces. Three said no. The grand total was {}.", "2,489", "2,398"),
        ("Eleven forces could go back to 2016/17. Their combined tally was {}.", "2,398", "2,489"),
        ("Eleven forces gave 2016/17 and 2019/20. The combined count is {}.", "2,398", "2,489"),
    ],
)
def test_a_total_is_of_all_that_gave_figures_where_none_are_compared(text, right, false):
    ask_about_the_false(BEFORE, text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("We are still without 2019/20 figures from {} of the 15 forces.", "three", "twelve"),
        ("The charity still awaits numbers from {} of the 15 forces.", "three", "twelve"),
        ("It has yet to hear back from {} of the 15 forces it asked.", "three", "twelve"),
        ("Another {} forces, out of the 15 that were approached, said no.", "three", "twelve"),
        (
            "Figures came from 12 forces. {} more forces, of the 15 asked, had none.",
            "Three",
            "Twelve",
        ),
        ("Twelve forces answered; the rest of the {} asked gave no figures.", "15", "12"),
        ("Twelve forces replied. Most of the {} approached did so late.", "15", "12"),
        ("Who was asked?\n{} police forces. Twelve came back with a number.", "Fifteen", "Twelve"),
        ("Who answered?\n{} police forces. Fifteen had been asked.", "Twelve", "Thirteen"),
        ("We requested data from {}. Twelve forces returned a total.", "15", "13"),
        ("Forces in England and Wales saw 647 more, comparing the same {}.", "twelve", "fifteen"),
        ("{} of the forces gave us two years. They went from 1,842 to 2,489.", "Twelve", "Fifteen"),
    ],
)
def test_forces_are_counted_for_what_they_did(text, right, false):
    assert flagged(BEFORE + text.format(right)) == []
    assert any(false in each for each in flagged(BEFORE + text.format(false)))


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Eleven forces could supply both 2016/17 and 2019/20; between them it rose {}.", "106%",
         "35%"),
        ("Eleven forces hold 2016/17 as well as 2019/20, with a rise of {} offences.", "1,232",
         "647"),
        ("Across the eleven forces that hold both years, there were {} more offences in 2019/20"
         " than in 2016/17.", "1,232", "647"),
        ("Eleven forces gave 2016/17 as well as 2019/20. Theirs were {} in the first year and"
         " 2,398 in the second.", "1,166", "1,842"),
        ("Twelve forces gave 2018/19 as well as 2019/20. Theirs were 1,842 in the first year and"
         " {} in the second.", "2,489", "2,398"),
    ],
)  # fmt: skip
def test_a_change_of_the_forces_with_two_years_is_between_these(text, right, false):
    tell_apart(BEFORE, text, right, false)


def test_all_of_those_with_two_years_are_not_all_that_were_asked():
    assert flagged("All twelve forces with two years of figures went up.") == []
    assert flagged("All twelve forces that were asked went up.") == ["twelve"]
