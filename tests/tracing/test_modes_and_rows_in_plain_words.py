"""The most common age of another place, rows of years behind their numbers, questions denied."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_each_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Nationally it was {}.", "13", "14; 12"),
        ("Across England and Wales it was {}.", "13", "14; 12"),
        ("In England and Wales the commonest age was {}.", "13", "14"),
    ],
)
def test_nationally_it_was_another_age(text: str, right: str, false: str) -> None:
    tell_each_apart("In Tarn the most common age was 14, with 27 offences. " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Nationally the most common age was likewise 14.",
        "Nationally the most common age was likewise 12.",
    ],
)
def test_not_nationally_it_was_another_age(text: str) -> None:
    assert flagged("In Tarn the most common age was 14, with 27 offences. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Nationally it was {}.", "13", "14; 12"),
        ("It was {} nationally.", "13", "14"),
        ("Across all forces it was {}.", "13", "14"),
        ("Nationwide, it is {}.", "13", "14"),
        ("It was {} in England and Wales.", "13", "14"),
        ("It is {} across the country.", "13", "14"),
    ],
)
def test_it_was_another_age_elsewhere(text: str, right: str, false: str) -> None:
    tell_each_apart("The most common age here was 14. " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Nationally it was 13 behind.",
        "It was 13 in Holm.",
        "It was 14 in Holm.",
        "It was 13 in 2018/19.",
        "It was 14 in 2018/19.",
        "It was 13 offences nationally.",
        "It was 14 offences nationally.",
    ],
)
def test_not_it_was_another_age_elsewhere(text: str) -> None:
    assert flagged("The most common age here was 14. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("The most common age here was 14; nationally it was {}.", "13", "14; 12"),
        ("The most common age here was 14, while nationally it was {}.", "13", "14; 12"),
        ("The most common age here was 14 and nationally it was {}.", "13", "14; 12"),
        (
            "The most common age in Tarn was 14, whereas across England and Wales it was {}.",
            "13",
            "14; 12",
        ),
        ("Nationally it was {}, but the most common age here was 14.", "13", "12"),
        ("The modal age in Tarn was {}.", "14", "13"),
        ("The modal age nationally was {}.", "13", "14"),
        ("Nationally the most common age was 13. In Tarn the modal age was {}.", "14", "13"),
    ],
)
def test_the_ages_of_two_places_in_one_sentence(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Fourteen is the peak ({} offences).", "27", "25; 20"),
        ("{} is the peak (27 offences).", "Fourteen", "Thirteen; Twelve"),
        ("Fourteen is the peak ({}).", "27", "25; 20"),
        ("Fourteen was the peak, with {} offences.", "27", "25; 20"),
        ("Fourteen's the peak, at {}.", "27", "25"),
        ("In Tarn fourteen is the peak (with {} offences).", "27", "25; 380"),
        ("Nationally thirteen is the peak ({} offences).", "413", "380; 25"),
    ],
)
def test_the_peak_with_its_number_in_brackets(text: str, right: str, false: str) -> None:
    tell_each_apart("Ages were recorded in 118 offences. " + text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Tarn the modal age was {}.", "14", "13"),
        ("The modal age in England and Wales was {}.", "13", "14"),
        ("The modal age across England and Wales is {}, with 413 offences.", "13", "14"),
        ("The modal age in England and Wales is 13, with {} offences.", "413", "380; 25"),
        ("Nationally {} was the modal age.", "13", "14"),
        ("The modal age in Tarn was likewise {}.", "14", "13"),
        ("In Tarn {} was the modal age, with 27 offences.", "14", "13"),
        ("In Tarn 14 was the modal age, with {} offences.", "27", "25"),
    ],
)
def test_the_modal_age(text: str, right: str, false: str) -> None:
    tell_each_apart("In Tarn 14 was the commonest age. " + text, right, false)


@pytest.mark.parametrize("text", ["The modal age of those arrested in Tarn was 14."])
def test_not_the_modal_age(text: str) -> None:
    assert flagged("In Tarn 14 was the commonest age. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "The number of times Tarn Police has recorded such an offence has risen by {} "
            "in three years.",
            "94 per cent",
            "35 per cent; 57 per cent",
        ),
        (
            "The number of times that officers in Tarn logged such crimes has risen by {} "
            "since 2017/18.",
            "57%",
            "35%; 94%",
        ),
        (
            "The number of times the force has recorded an online sexual offence against a "
            "child has risen by {} since 2018/19.",
            "35%",
            "94%",
        ),
        (
            "The number of times police in Tarn recorded an offence of this kind rose by "
            "{} last year.",
            "35%",
            "94%; 16%",
        ),
        (
            "In three years the number of times Tarn Police recorded a crime of this kind "
            "has gone up by {}.",
            "72",
            "39; 54",
        ),
    ],
)
def test_the_number_of_times_police_recorded_it(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "The number of times Tarn's officers have registered an online sexual offence "
        "fell by 35% last year.",
        "The number of times Tarn's officers have registered an online sexual offence "
        "fell by 39 last year.",
        "The number of times Tarn Police has recorded a burglary offence has risen by "
        "94 per cent in three years.",
        "The number of times Tarn Police has recorded an offence on Snapchat has risen "
        "by 94 per cent in three years.",
        "The number of times Tarn Police has recorded an offence against a girl has "
        "risen by 94 per cent in three years.",
        "The number of times that Tarn Police was called has risen by 94 per cent in three years.",
        "The number of times that Tarn Police recorded a complaint has risen by 94 per "
        "cent in three years.",
        "The number of times that Tarn Police has recorded an offence of rape has "
        "risen by 94 per cent in three years.",
        "The number of times that Tarn Police has recorded offences by teachers has "
        "risen by 94 per cent in three years.",
        "The number of times Tarn Police has recorded such an offence at school has "
        "risen by 94 per cent in three years.",
    ],
)
def test_not_the_number_of_times_police_recorded_it(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} offences with a cyber element.", "149", "110; 40"),
        ("{} sexual offences against children with a cyber element in 2018/19.", "110", "149"),
        ("{} child sex offences with an online element.", "149", "110"),
        ("{} offences that had a cyber flag.", "149", "110"),
        ("{} offences with a cyber aspect, up from 110.", "149", "95"),
        ("{} sexual offences with a cyber component against children.", "149", "110"),
    ],
)
def test_offences_with_a_cyber_element_are_those_online(text: str, right: str, false: str) -> None:
    tell_each_apart("Tarn Police recorded " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "149 offences with a cyber bullying element.",
        "149 offences with a school element.",
        "149 cyber fraud offences.",
        "149 offences with a gaming element.",
        "149 offences without a cyber element.",
        "149 children with a cyber element.",
    ],
)
def test_not_offences_with_a_cyber_element_are_those_online(text: str) -> None:
    assert flagged("Tarn Police recorded " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "having been {} in the three preceding years.",
            "77, 95 and 110",
            "95, 110 and 77; 77, 95 and 149; 78, 95 and 110; 95, 110 and 149",
        ),
        (
            "after {} in the three years before.",
            "77, 95 and 110",
            "77, 110 and 95; 95, 110 and 149",
        ),
        (
            "against {} in the three years before that.",
            "77, 95 and 110",
            "77, 110 and 95; 95, 110 and 149",
        ),
        ("having been {} in the two preceding years.", "95 and 110", "77 and 95; 110 and 149"),
        ("following {} in the previous two years.", "95 and 110", "77 and 95; 110 and 149"),
        ("compared with {} in the preceding three years.", "77, 95 and 110", "95, 110 and 149"),
        ("up from {} in the previous three years.", "77, 95 and 110", "95, 110 and 149"),
    ],
)
def test_a_row_with_the_years_before_behind_it(text: str, right: str, false: str) -> None:
    tell_each_apart("Tarn Police recorded 149 offences in 2019/20, " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "having been 77, 95 and 110 in the four preceding years.",
        "having been 77, 95 and 110 in the two preceding years.",
        "with girls the victims in 77, 95 and 110 in the three preceding years.",
    ],
)
def test_not_a_row_with_the_years_before_behind_it(text: str) -> None:
    assert flagged("Tarn Police recorded 149 offences in 2019/20, " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "In 2018/19 Tarn had 110 offences, having had {} in the two previous years.",
            "77 and 95",
            "95 and 110; 95 and 77",
        ),
        (
            "Tarn had {} offences in the three years before, and 149 last year.",
            "77, 95 and 110",
            "95, 110 and 149",
        ),
        (
            "There were {} in the three preceding years; now there are 149.",
            "77, 95 and 110",
            "95, 110 and 149; 77, 95 and 149",
        ),
        (
            "Last year's 149 compares with {} offences in the three preceding years.",
            "77, 95 and 110",
            "95, 110 and 149",
        ),
    ],
)
def test_a_row_with_the_years_before_behind_it_of_its_sentence(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize("text", ["England and Wales had 95 and 110 in the two preceding years."])
def test_not_a_row_with_the_years_before_behind_it_of_its_sentence(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Q. I read that online crimes against children are soaring. Are they?\nA. Not "
            "last year. Tarn Police recorded {} in 2019/20.",
            "149",
            "110",
        ),
        ("Are offences soaring? No. Tarn Police recorded {} in 2019/20.", "149", "110"),
        (
            "People say that offences are plummeting. Are they? No: there were {} in 2019/20.",
            "149",
            "110",
        ),
        (
            "Everyone says that crimes of this kind are plummeting. Is that true? Not "
            "here. Tarn recorded {}.",
            "149",
            "110",
        ),
    ],
)
def test_a_vivid_word_in_a_question_that_is_denied(text: str, right: str, false: str) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Are offences plunging? Yes. Tarn Police recorded 149 in 2019/20.",
        "People say that offences are plummeting. Are they? They are.",
        "Offences are plummeting. Are the police ready? No.",
    ],
)
def test_not_a_vivid_word_in_a_question_that_is_denied(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Why are offences plummeting? Not because of the law.",
        "Offences are plummeting. Are they? Not half.",
        "Are offences plummeting? Not only that, they have halved.",
        "Offences are plummeting. Is it the law? No.",
        "Offences are plummeting. Is it? No doubt.",
        "Are crimes plummeting? No longer.",
    ],
)
def test_not_a_vivid_word_in_a_question_with_another_answer(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    "text",
    [
        "Did people ask why offences have plunged? No.",
        "Has nobody seen that crimes are mushrooming? Hardly.",
        "Are numbers plummeting thanks to the law? No.",
        "Did the new rules make offences plunge? No, the phone ban did.",
        "Are offences plummeting in Tarn? No. In Wales they are.",
        "Offences are plummeting. Is it so? Not everybody thinks so.",
        "Have offences plunged? Hardly surprising.",
        "Did cases plummet? Not by accident.",
        "Are offences plummeting? Not at first, but now they are.",
    ],
)
def test_not_a_vivid_word_that_a_question_takes_for_granted(text: str) -> None:
    assert flagged(text) != []
