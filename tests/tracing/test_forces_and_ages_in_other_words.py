"""Who was asked and who answered, whose a number is, and ages, in words that papers use."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import documents, flagged

OF_ALL = "England and Wales numbers:\n"


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The {} forces that answered the trust, of {} contacted, recorded 2,489.", (12, 15), 2),
        ("UK numbers cover the {} forces – of {} approached – that released figures.", (12, 15), 2),
        (OF_ALL + "{} – forces that replied, of {} asked\n2,489 – offences", (12, 15), 1),
        ("The charity asked {} forces for data and {} provided it.", (15, 12), 2),
        (
            "{1} forces in England and Wales replied, out of {0} that had been sent requests.",
            (15, 12),
            2,
        ),
        ("Forces in England and Wales replied – {1} out of {0} – and had 2,489.", (15, 12), 2),
        (
            "The total for the forces that answered – that's {1} out of {0} – was 2,489.",
            (15, 12),
            2,
        ),
        ("Forces with data: {}. Forces without: {}.", (12, "three"), 2),
    ],
)
def test_those_asked_and_those_that_answered_are_told_apart(text, right, false):
    assert flagged(text.format(*right)) == []
    assert len(flagged(text.format(*reversed(right)))) == false


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The trust sought figures from {} forces.", "15", "12"),
        ("The trust has figures from {} forces.", "12", "15"),
        ("{} other forces were asked for figures but did not provide them.", "Three", "Two"),
        ("{} forces were asked for these figures and three did not give them.", "Fifteen", "Three"),
        ("Girls were the target in {} Tarn offences where cops noted the gender.", "112", "113"),
        ("Girls: {} of the Tarn offences where police made a note of the sex.", "112", "113"),
        (OF_ALL + "{} – offences counted by the dozen forces that answered", "2,489", "149"),
        ("Across England and Wales some {} offences involved a child aged 11 or under.", 303, 523),
        ("Across England and Wales over {} offences involved a child aged 11 or under.", 300, 500),
        ("Tarn police log {} online offences against county's young", "149", "110"),
        ("We know that {} Tarn offences concern children of 10 or younger.", "14", "26"),
        ("Snapchat was the app used in {} of the 83 Tarn offences where it's known.", "40", "28"),
        ("The {} offences in the charity's national table come from 12 forces.", "2,489", "149"),
        ("In Tarn 20 offences involved children aged 12, and {} children aged 13.", "25", "27"),
        ("Where the age was known in Tarn, children aged 12 and under made up {}.", "39%", "31%"),
        ("Children harmed are up {} in Tarn.", "in number", "35%"),
        ("One Tarn offence in {} of those with a known sex was against a boy.", "five", "three"),
        (
            "There were {} offences in Tarn in which the child had not reached the age of 11.",
            "14",
            "26",
        ),
        ("There were {} offences in Tarn in which the child had the age noted.", "118", "149"),
        (
            "In England and Wales the platform was known for almost exactly {} the offences.",
            "half",
            "a third of",
        ),
        ("{} forces in England and Wales were sent a request.", "Fifteen", "Twelve"),
        ("Across all {} forces, Snapchat was behind 560 offences.", "12", "15"),
        ("All {} UK forces replied, with 2,489 offences.", "the", "12"),
        ("In Tarn {} offences were against children younger than 14.", "71", "98"),
        ("In Tarn {} offences were against children younger than 11 years old.", "14", "26"),
        (
            "In Tarn {} of the offences with a known age were against those younger than 11.",
            "12%",
            "22%",
        ),
        ("In Tarn {} offences were against children not yet 11.", "14", "26"),
        ("In Tarn the victims were not yet 11 years old in {} cases.", "14", "26"),
        ("In Tarn {} offences were against children older than 13.", "47", "72"),
        ("In Tarn {} offences were against children no older than 13.", "71", "47"),
        ("In Tarn the child was older than 13 in {} of the cases.", "47", "72"),
        ("In Tarn the child was younger than 11 in {} cases.", "14", "26"),
        ("12 UK forces had 2,489. A further {} were asked but gave no figures.", "three", "four"),
        ("Forces that answered the charity, {} in number, had 2,489.", "12", "13"),
        ("The UK forces that sent data ({} of them) had 2,489.", "12", "13"),
        ("The forces that saw a rise – {} of them – were many.", "many", "12"),
        ("The forces that answered – {} of them by post – had 2,489.", "some", "12"),
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
        ("- {} offences in Tarn were against children under 12\n- 112 against girls", "26", "14"),
        ("{} in Tarn is against a child under 11\n\nTarn has 149.", "One in eight", "One in three"),
        ("{} of the 15 forces ignored the request.", "Three", "Twelve"),
        ("Twelve police forces took part in the exercise, out of {} invited.", "15", "14"),
        ("In all, {} were registered by the dozen forces that got back to us.", "2,489", "149"),
        ("The 14-to-15 age group made up {} of the Tarn cases.", "47", "27"),
        ("There were {} cases in Tarn involving a 14-year-old.", "27", "25"),
        ("Instagram came up 310 times across England and Wales and {} times in Tarn.", "28", "40"),
        ("How many were on Snapchat? Forty in Tarn; {} nationally.", "560", "310"),
        ("Two apps, Snapchat and Kik, accounted for {} of the 83 in Tarn.", "55", "40"),
        ("The peak age nationally was {}, accounting for 413 offences.", "13", "14"),
        ("The 149 offences in Tarn included {} involving Snapchat.", "40", "28"),
        ("Tarn’s 149 were mostly against girls, who were the victims in {}.", "112", "149"),
        ("Police in Tarn failed to note the age of the victim in {} cases.", "31", "118"),
        ("Police in Tarn noted the age of the victim in {} cases.", "118", "31"),
        ("In Tarn {} involved children who had not reached their 11th birthday.", "14", "26"),
        ("Children of 13 were victims in 25 Tarn offences, those of 14 in {}.", "27", "20"),
        ("Holm, another of the 12 forces, recorded {}.", "91", "149"),
        ("The forces’ combined figure is {}.", "2,489", "149"),
        ("Round here it was {} offences against 14-year-olds alone.", "27", "25"),
        ("Of Tarn’s with a known app, Snapchat had 40, then Instagram with {}.", "28", "15"),
        ("Of those known in Tarn, girls and boys: {} and 20%.", "80%", "20%"),
        ("Many of Tarn’s offences hit children of 13.\n\nThere were {} such cases.", "25", "27"),
        ("Tarn had 112 offences against girls, {} of them all.", "three quarters", "nine tenths"),
        (
            OF_ALL + "2,489: offences recorded in 2019/20\n{}: the same forces’ figure for 2018/19",
            *("1,842", "1,841"),
        ),
    ],
)
def test_a_number_is_right_and_a_number_of_something_else_is_not(text, right, false):
    assert flagged(text.format(right)) in ([], [str(right)] if "some" in text else [])
    assert flagged(text.format(false))


@pytest.mark.parametrize(
    ("text", "of_the_data"),
    [("The firm finds child abuse and takes down 99 per cent of it first.", "of it was on Kik")],
)
def test_what_people_think_and_firms_remove_is_no_share_of_offences(text, of_the_data):
    assert flagged(text) == []
    share = next(s for s in ("two in five", "one in six", "99 per cent") if s in text)
    assert flagged(f"In Tarn, {share} {of_the_data}.") == [share]


def test_a_rise_in_calls_is_none_in_offences():
    found = trace("The trust has seen a 36% increase in calls about online abuse.", *documents())
    assert [f.verdict for f in found] == ["untraced"]
    found = trace("The trust has seen a 36% increase in offences in Tarn.", *documents())
    assert [f.verdict for f in found] == ["mismatch"]


def test_lines_of_a_list_are_no_table_for_the_dash_behind_their_number():
    text = (
        "At a glance:\n\n• 14 – offences where the child was 10 or under\n"
        "• 80% – proportion against girls, among the 140 where gender was noted"
    )
    assert flagged(text) == []
    assert flagged(text.replace("140", "149")) == ["149"]
