"""The whole a number is of, the set of forces it is of, and small numbers of a category."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import tell_apart

LOCAL = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2016/17": 200, "2017/18": 300, "2018/19": 360},
    "ages": {"10-12": 90, "13-15": 100, "16-17": 9, "unknown": 161},
    "shares": {
        "gender": {"of": 360, "known": 250, "parts": {"girls": 200, "boys": 50}},
        "platform": {"of": 360, "known": 140, "parts": {"Snapchat": 70, "Kik": 28, "Roblox": 8}},
        "offence": {"of": 360, "known": 360, "parts": {"rape": 36}},
    },
}
NATION = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "panel": {
        "Tarn": {"2016/17": 200, "2017/18": 300, "2018/19": 360},
        "Ashby": {"2016/17": 100, "2017/18": 140, "2018/19": 150},
        "Fell": {"2017/18": 50, "2018/19": 90},
        "Moor": {"2018/19": 75},
    },
    "asked": ["Tarn", "Ashby", "Fell", "Moor"],
    "nations": ["England"],
    "shares": {"gender": {"of": 675, "known": 500, "parts": {"girls": 410, "boys": 90}}},
}
DOCUMENTS = Evidence(read_facts(LOCAL)), Evidence(read_facts(NATION))
WRONG = ("mismatch", "untraced")


def flagged(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.verdict in WRONG]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Where the platform was known, Snapchat was used in 70 of the 360 offences in Tarn.",
            "360",
        ),
        (
            "Where the sex was recorded, girls were the victims in 200 of the 360 Tarn offences.",
            "360",
        ),
        ("In all 675 offences were recorded in England, up from 490 the year before.", "490"),
        (
            "In Tarn 100 were against those aged 13 to 15 and eight against those aged 16 to 17.",
            "eight",
        ),
        ("Snapchat, Kik and Roblox were the apps named in Tarn, with 70, eight and 28.", "eight"),
        ("In Tarn Kik had 28 and Roblox nine.", "nine"),
        ("In Tarn eight were aged 16 to 17.", "eight"),
        ("675 offences were recorded in England, compared with 490 a year earlier.", "490"),
        ("Sex in Tarn in 2018/19, where known (140 of 360 offences)\nGirls: 200\nBoys: 50", "140"),
    ],
)
def test_the_whole_the_set_of_forces_and_the_category_that_are_said_must_be_those_of_the_number(
    text, wrong
):
    assert any(wrong in each for each in flagged(text))


@pytest.mark.parametrize(
    "text",
    [
        "Where the platform was known, Snapchat was used in 70 of the 140 offences in Tarn.",
        "Where the platform was known, which was in 140 of the 360 Tarn offences, half were on"
        " Snapchat.",
        "In all 675 offences were recorded in England. Among the 3 forces with figures for both"
        " years the number rose to 600, up from 490.",
        "In Tarn 100 were against children aged 13 to 15 and nine against those aged 16 to 17.",
        "Snapchat, Kik and Roblox were the apps named in Tarn, with 70, 28 and eight offences.",
        "Platform in Tarn in 2018/19, where known (140 of 360 offences)\nSnapchat: 70\nKik: 28",
        "Sex of the child in Tarn, where recorded (250 offences)\nGirls: 200\nBoys: 50",
        "Across England 675 were recorded.\n\nRape made up 36 of the force's offences.",
        "Children have been victims of online offences, police said, as crimes recorded in Tarn"
        " reached 360.",
        "In Tarn Kik had 28 and Roblox eight.",
        'Ann Lee said: "Half measures will not do."',
        "A child can be the victim of more than one offence.",
    ],
)
def test_what_goes_together_stands(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old man was jailed at the crown court after admitting nine offences.",
        "In its poll, eight in ten adults wanted the law changed.",
    ],
)
def test_what_is_of_a_defendant_or_of_a_poll_is_not_judged(text):
    assert flagged(text) == []


def test_a_defendants_number_is_not_the_forces_however_far_ahead_he_is_named():
    text = (
        "A man who had taught at the school in the town since he was young, and whom nobody there"
        " had ever doubted, was found guilty of 360 offences."
    )
    assert [figure.verdict for figure in trace(text, *DOCUMENTS)] == ["exempt"]


def test_a_share_after_its_whole_is_of_that_whole():
    """Half of the offences with a known platform were on Snapchat, and a fifth of all 360."""
    assert flagged("Of the 360 offences, 50% were on Snapchat.") == ["50%"]
    assert flagged("Of the 140 offences with a known platform, 50% were on Snapchat.") == []
    assert flagged("Of the 360 offences, 10% were rapes.") == []


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("The sex is not always noted in Tarn. Then there is the app. It was 56% of 250.", "250"),
        ("The sex was recorded in Tarn. Of the 140, it was half.", "140"),
        ("The sex was recorded in Tarn. Of the 140, girls were 80%.", "140"),
        ("The sex was recorded in Tarn.\n\nIn Tarn it was 80% of 250.", "250"),
        ("The sex of a child in Tarn matters. It was 80% of 250.", "250"),
        ("Record platforms: Tarn. Half of 140.", "140"),
        ("The sex was recorded in Tarn. Of the 140 offences, Snapchat had 70.", "140"),
    ],
)
def test_a_whole_is_not_those_known_of_something_else_or_of_an_earlier_paragraph(text, whole):
    assert whole in flagged(text)


@pytest.mark.parametrize(
    "where", ["In Tarn,", "Across Tarn", "Throughout the Tarn area,", "In Fell"]
)
@pytest.mark.parametrize("figure", ["4 of 4", "all four", "4"])
def test_there_are_no_forces_in_a_force(where, figure):
    assert len(flagged(f"{where} {figure} forces gave figures.")) == 1


@pytest.mark.parametrize(
    "where",
    ["In England", "In Tarn and Fell,", "In Tarn, as in England,", "The police in Tarn said that"],
)
def test_a_country_and_several_forces_have_some(where):
    assert flagged(f"{where} 4 of 4 forces gave figures.") == []


@pytest.mark.parametrize("was", ["was named", "featured", "came up", "had been used"])
def test_it_is_the_part_that_the_sentence_before_names(was):
    story = f"Snapchat is the site of choice in Tarn. Where it was known, it {was} in {{}}."
    assert flagged(story.format(70)) == []
    assert flagged(f"{story.format(70)} Kik came next.") == []
    assert flagged(f"{story.format(28)} Kik came next.") == ["28"]
    both = story.replace("Snapchat is the site", "Snapchat and Kik are sites")
    assert flagged(both.format(70)) == ["70"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn did not give a platform for every crime. They did so for 140.", []),
        ("Officers did not record the sex each time. They did so in 250.", []),
        ("Officers in Tarn could not state every child’s sex. They did so for 250.", []),
        ("In most cases no platform is known: the force had noted one in 140 of its 360.", []),
        (
            "In most cases no platform is known: the force had noted one in 250 of its 360.",
            ["250 of its 360"],
        ),
        ("Snapchat was named in 70 of the 140 crimes in which officers noted one.", []),
        # two details are named, and nobody knows which of them was noted
        ("Neither sex nor platform is always known: officers noted one in 140.", ["140"]),
        ("Tarn did not give a platform for every crime. They did so for 250.", ["250"]),
        ("Tarn did not give a sex for every crime. They did so for 140.", ["140"]),
        ("Tarn did not give a sex for every crime. They did so for 360.", ["360"]),
        ("Girls were 200, and that is not counting 110 where nobody wrote the sex down.", []),
        ("Girls were 200, not counting 50 where nobody wrote the sex down.", ["50"]),
        ("Girls were 200, not counting 110 where nobody wrote the age down.", ["110"]),
    ],
)
def test_what_was_done_for_so_many_is_what_the_sentence_before_says(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn girls and boys: 200 and 50", []),
        ("Tarn boys and girls: 50 and 200", []),
        ("In Tarn Snapchat, Kik and Roblox: 70, 28 and 8", []),
        ("Girls and boys in Tarn, in that order: 200 and 110", ["200", "110"]),
        ("Tarn girls and boys: 50 and 200", ["50", "200"]),
        ("Tarn boys and girls: 200 and 50", ["200", "50"]),
        ("In Tarn Snapchat, Kik and Roblox: 70, 8 and 28", ["8", "28"]),
    ],
)
def test_numbers_behind_a_colon_are_of_the_names_before_it_in_turn(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "In Tarn 19% of offences named Snapchat.",
        "In Tarn 50% of offences named Snapchat.",
        "In Tarn one in five offences named Snapchat.",
        "In Tarn one case in five named Snapchat.",
        "Half of crimes in Tarn named Snapchat.",
        "In Tarn, where the platform was known, one case in two named Snapchat.",
        "Where the app was known in Tarn, 50% of all offences named Snapchat.",
        "Where the app was known in Tarn, 28 named Kik and half of all offences Snapchat.",
        "Tarn recorded 360 and, where officers knew the app, 50% of offences named Snapchat.",
        "Where Tarn officers wrote down the app, 70 of 140 crimes were on Snapchat.",
        "Tarn found Snapchat in 50% of the offences, with the app known, and Kik in 28.",
        "Tarn found Snapchat in 19% of all offences on its list, with Kik named in 28.",
    ],
)
def test_a_share_of_offences_may_be_of_all_or_of_those_where_it_is_known(text):
    """Snapchat is named in 70 of all 360, and in 70 of the 140 with a known platform."""
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("In Tarn 19% of those offences where an app was known named Snapchat.", "19%"),
        ("In Tarn the app was known in 140 cases. It was Snapchat in 19% of those cases.", "19%"),
        ("In Tarn, where the platform was known, one case in five named Snapchat.", "one case in"),
        ("In Tarn one in three offences named Snapchat.", "one in three"),
        ("In Tarn Snapchat was named in 19%.", "19%"),
        ("Tarn had 360, and where officers knew the app, 19% of offences named Snapchat.", "19%"),
        ("Tarn had 360; when the app of the crime was noted, 19% named Snapchat.", "19%"),
        ("Where Tarn officers wrote down the app, 70 of 360 crimes were on Snapchat.", "360"),
        ("In Tarn, when police knew which app it was, 70 of 360 were on Snapchat.", "360"),
        ("Where the app was known in Tarn, 28 named Kik. 50% of all named Snapchat.", "50%"),
        ("Tarn found Snapchat in 50% of all offences on its list, with Kik named in 28.", "50%"),
    ],
)
def test_a_share_of_those_where_it_is_known_is_none_of_all(text, share):
    assert any(each.startswith(share) for each in flagged(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In Tarn the age range is 10-12, and 90 offences were against 10-12s.", []),
        ("In Tarn the range is 10-12, and 90 offences were against 10-12s.", ["10", "12"]),
        ("In Tarn 90 offences were against 10-12s. This is the range of ", []),
    ],
)
def test_a_range_that_is_no_range_of_ages_names_none_and_the_ages_behind_it_do(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The app used was noted in 140 Tarn offences; in the rest the field was left blank.", []),
        ("The sex was there in 250 Tarn cases, and for the others nobody wrote it down.", []),
        ("Tarn left the sex blank in 110 cases; in the others it was written down.", []),
        (
            "The app used was noted in 220 Tarn offences; in the rest the field was left blank.",
            ["220"],
        ),
        ("The app in question was logged in 220 Tarn cases, while in others it was not.", ["220"]),
        ("The sex involved was logged in 110 Tarn cases; for the rest it was blank.", ["110"]),
    ],
)
def test_what_is_not_known_of_the_rest_is_not_said_of_the_number_before_it(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Of Tarn’s 360 offences, 80% were known to have been against girls.", ["80%"]),
        ("Of the 360 offences in Tarn, 50% are known to involve Snapchat.", ["50%"]),
        ("Of the 250 Tarn offences where the sex is known, 80% were against girls.", []),
        ("Of the 140 known Tarn cases, 50% involved Snapchat.", []),
        ("Of Tarn’s 360 offences, 56% were known to have been against girls.", []),
    ],
)
def test_known_to_have_been_is_not_known_of_whom(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # Each offence is of one crime; the sex is known of 250 alone.
        ("Rape: 36 of the 360.", []),
        ("Rape: 36 of the 250.", ["36 of the 250"]),
        ("Girls: 200 of the 250.", []),
        ("Girls: 200 of the 360.", ["200 of the 360"]),
        ("Kik: 28 of the 360.", ["28 of the 360"]),
    ],
)
def test_a_part_is_one_of_all_where_its_kind_is_known_of_all(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Snapchat made up 45% of all offences where the app is known, more than Instagram ({}).",
         "25%", "12%"),
        ("Of all cases with a known app, 45% were on Snapchat and {} on Instagram.", "25%", "12%"),
    ],
)  # fmt: skip
def test_all_offences_where_it_is_known_are_no_more_than_those(text, right, false):
    tell_apart("Across England and Wales 2,489 were recorded. ", text, right, false)
