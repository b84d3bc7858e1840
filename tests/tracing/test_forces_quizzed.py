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
        ("Figures came from 12 forces. The same {} had 1,842 in 2018/19.", "twelve", "fifteen"),
        ("Figures came from 12 forces. The same {} had 1,842 in 2018/19.", "twelve", "eleven"),
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
