"""Numbers of a part whose name stands behind a comma, or in the sentence before."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_each_apart


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Of these {} were on Instagram.", "28", "40; 15; 112"),
        ("Of those {} involved Snapchat.", "40", "28; 25"),
        ("Among these {} were on Kik.", "15", "40"),
        ("Of these {} cases were on Instagram and 15 on Kik.", "28", "40; 27"),
        ("Of those {} took place on Snapchat.", "40", "83; 28"),
    ],
)
def test_of_these_so_many_were_a_part_without_a_comma(text: str, right: str, false: str) -> None:
    tell_each_apart("Officers named the platform in 83 cases. " + text, right, false)


@pytest.mark.parametrize("text", ["Of these 28 were girls.", "Of these 40 were girls."])
def test_not_of_these_so_many_were_a_part_without_a_comma(text: str) -> None:
    assert flagged("Officers named the platform in 83 cases. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In 40 it was Snapchat. In {}, Instagram, and in 15, Kik.", "28", "40; 15"),
        ("In 40 it was Snapchat. In 28, Instagram, and in {}, Kik.", "15", "40; 28"),
        ("In {}, Snapchat; in 28, Instagram.", "40", "28; 15"),
        ("In {}, Kik.", "15", "28; 40"),
        ("For {}, Instagram; for 15, Kik.", "28", "40"),
        ("In {}, Snapchat and in 28, Instagram and in 15, Kik.", "40", "28"),
        ("In 40 Snapchat was used. In {}, it was Instagram.", "28", "40"),
    ],
)
def test_a_number_that_opens_a_clause_is_of_the_part_behind_its_comma(
    text: str, right: str, false: str
) -> None:
    tell_each_apart("The force knows which app was used in 83 of the cases. " + text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In {}, a girl; in 28, a boy.", "112", "28"),
        ("In 112, a girl; in {}, a boy.", "28", "112"),
        ("In 112 it was a girl. In {}, a boy.", "28", "112; 40"),
    ],
)
def test_a_number_before_a_sex(text: str, right: str, false: str) -> None:
    tell_each_apart("The sex of the child was known in 140. " + text, right, false)


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Snapchat was still the name that officers wrote down most. He had counted {} "
            "offences there.",
            "40",
            "28; 149",
        ),
        (
            "Snapchat comes first. There were {} offences there, out of the 83 in which a "
            "platform was identified.",
            "40",
            "28; 149",
        ),
        ("It is Instagram that worries her. Police logged {} cases there.", "28", "40; 149"),
        ("Kik is not what it was. The force recorded {} offences there.", "15", "40; 149"),
        ("Instagram is no safer. In all {} offences took place there.", "28", "40; 149"),
        (
            "The top site is Snapchat. Of the 83 offences with a named platform, {} took place "
            "there.",
            "40",
            "28; 15",
        ),
        ("Tarn is a small place. Police recorded {} offences there.", "149", "28; 40"),
        (
            "Instagram is used by many children in Tarn. Police recorded {} offences there.",
            "149",
            "28",
        ),
    ],
)
def test_offences_there_are_those_of_the_one_platform_named_before(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Snapchat and Kik were named. There were 40 offences there.",
        "Snapchat and Kik were named. There were 28 offences there.",
    ],
)
def test_not_offences_there_are_those_of_the_one_platform_named_before(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Girls were the victims in 80 per cent of the 140 offences where sex was "
            "recorded. That is {} offences.",
            "112",
            "140; 28; 149",
        ),
        (
            "Boys were targeted in 20% of the 140 offences in which the sex was known. "
            "That's {} offences.",
            "28",
            "112; 140",
        ),
        (
            "Snapchat accounted for 48% of the 83 offences where a platform was named. "
            "That is {} offences.",
            "40",
            "83; 28; 15",
        ),
        (
            "Girls were targeted in 80 per cent of the 140 offences in which the sex of "
            "the child was noted. That amounts to {} cases.",
            "112",
            "28",
        ),
        (
            "Girls were the victims in four in five of the 140 offences where sex was "
            "recorded, which is {} offences.",
            "112",
            "28; 140",
        ),
        (
            "Girls were targeted in 80% of the 140 offences where sex was known. That "
            "works out as {} offences.",
            "112",
            "28; 149",
        ),
        (
            "Of the 140 offences where the sex was known, 80 per cent were against girls. "
            "That is {} offences.",
            "112",
            "28; 149",
        ),
        (
            "Snapchat was behind 48% of the 83 offences where a platform was named. In "
            "numbers, that is {} offences.",
            "40",
            "28; 149",
        ),
    ],
)
def test_that_is_so_many_offences_is_of_the_part_a_share_was_of(
    text: str, right: str, false: str
) -> None:
    tell_each_apart(text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "Girls were the victims in 80 per cent of the 140 offences where sex was "
        "recorded. That is 112 offences a week.",
        "Girls were the victims in 80 per cent of the 140 offences where sex was "
        "recorded. That is 112 children.",
    ],
)
def test_not_that_is_so_many_offences_is_of_the_part_a_share_was_of(text: str) -> None:
    assert flagged(text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("About a third of those, {}, took place on Instagram.", "28", "40; 15"),
        ("Nearly half of them, {}, took place on Snapchat.", "40", "28; 83"),
        ("Just under half, {}, happened on Snapchat.", "40", "28; 83"),
        ("Some 48 per cent, {}, took place on Snapchat, with 28 on Instagram.", "40", "28; 15"),
        (
            "Some {}, 40, took place on Snapchat, with 28 on Instagram.",
            "48 per cent",
            "34 per cent; 27%",
        ),
        ("The biggest group, {} offences, took place on Snapchat.", "40", "28; 83"),
        ("About {} of those, 28, took place on Instagram.", "a third", "a quarter; half"),
    ],
)
def test_a_number_beside_its_share_before_the_place(text: str, right: str, false: str) -> None:
    tell_each_apart("Tarn could name the platform in 83 cases. " + text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "One in three of those, 40, happened on Instagram.",
        "One in three of those, 15, happened on Instagram.",
    ],
)
def test_not_a_number_beside_its_share_before_the_place(text: str) -> None:
    assert flagged("Tarn could name the platform in 83 cases. " + text) != []


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        (
            "Snapchat was the platform in {} of the 1,250 offences across the 12 where one "
            "was identified.",
            "560",
            "310; 40",
        ),
        (
            "Snapchat was the platform in 560 of the 1,250 offences across the {} where "
            "one was identified.",
            "12",
            "15; 11",
        ),
        (
            "Snapchat was the platform in 560 of the {} offences across the twelve where "
            "one was identified.",
            "1,250",
            "2,489; 83",
        ),
        (
            "Girls were victims in {} of the 2,238 offences across those 12 where sex was known.",
            "1,805",
            "433; 112",
        ),
        (
            "Instagram came up in {} of the 1,250 offences across all 12 for which an app "
            "was named.",
            "310",
            "560; 28",
        ),
        (
            "Boys were the victims in {} of the 2,238 offences across the 12 in which the "
            "sex was noted.",
            "433",
            "1,805; 28",
        ),
        (
            "Of the 1,250 offences across the 12 where an app was known, {} were on Snapchat.",
            "560",
            "310; 40",
        ),
    ],
)
def test_offences_across_so_many_where_one_was_named_are_those_of_the_forces(
    text: str, right: str, false: str
) -> None:
    tell_each_apart("Twelve forces replied to the charity. " + text, right, false)
