"""How many forces were asked, answered or did not: in brackets, in ranks, as a sum of replies."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import tell_apart

YEARS = "2015/16", "2017/18", "2018/19"
TARN = dict(zip(YEARS, (80, 110, 150), strict=True))
LOCAL = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "force",
    "series": TARN,
}
NATION = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "nations": ["England"],
    "asked": 12,
    "panel": {
        "Tarn": TARN,
        **{
            f"Force {n}": dict(zip(YEARS, (100 + n, 200 + n, 300 + n), strict=True))
            for n in range(1, 9)
        },
    },
}
DOCUMENTS = Evidence(read_facts(LOCAL)), Evidence(read_facts(NATION))


def flagged(text):
    return [f.text for f in trace(text, *DOCUMENTS) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn was alone among the 9 replying forces in showing no fall.",
        "England had 2,586, by the 9 forces that gave figures (the charity had asked 12).",
        "The 9 forces that answered (it approached 12) recorded 2,586 offences.",
        "A further three forces were asked by the charity but did not provide figures.",
        "It asked 12 police forces for their records; 9 replied in full.",
        "It wrote to 12 forces and 9 sent data.",
        "Who answered? The charity asked 12 forces. 9 told us.",
        "It asked 12 police forces how many offences they had recorded.",
        "Compared with 2017/18, nine forces, Tarn among them, have seen a rise.",
        "No other force among the 9 that replied is as small as Tarn.",
        "Tarn is as small as any force of the 9 in England to respond.",
        "The force is the last of the 9 in England that gave figures.",
        "Three other forces were asked for figures but did not provide them.",
        "A further three forces were approached for data and they gave nothing.",
        "2,586: the same forces' figure for 2018/19",
        "Twelve forces were asked for these figures and three did not give them.",
        "The charity asked 12 forces in England. Replies with figures for 2018/19 came from 9.",
        "Of 12 forces asked, nine supplied a return, giving 2,586.",
        "Nine forces in England answered, out of 12 which were asked.",
        "The force is among 9 that gave figures to a charity, which had asked 12.",
        "It asked 12 forces for their figures for 2018/19 and had answers from nine.",
    ],
)
def test_a_number_of_forces_is_one_where_the_words_say_so(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn was alone among the 11 replying forces in showing no fall.", "11"),
        ("The total for England, 2,586, is the sum of 12 replies.", "12"),
        ("England had 2,586, by the 9 forces that gave figures (the charity had asked 11).", "11"),
        ("The 9 forces that answered (it approached 9) recorded 2,586 offences.", "9"),
        ("A further four forces were asked by the charity but did not provide figures.", "four"),
        ("Two other forces were asked for figures but did not provide them.", "Two"),
        ("A further nine forces were approached for data and they gave nothing.", "nine"),
        ("Nine forces were asked for these figures and three did not give them.", "Nine"),
        ("1,586: the same forces' figure for 2018/19", "1,586"),
        ("12 of the forces gave figures.", "12"),
        ("It asked 9 police forces for their records.", "9"),
        ("No other force among the 12 that replied is as small as Tarn.", "12"),
        ("Tarn is as small as any force of the 11 in England to respond.", "11"),
        ("The force recorded 9 in England that had to respond.", "9"),
        ("It wrote to 12 forces and 12 sent data.", "12"),
        ("Who answered? The charity asked 12 forces. 11 told us.", "11"),
        ("The 9 forces gave figures. The charity had asked 9 for data.", "9"),
        ("Compared with 2017/18, two forces, Tarn being one, have seen a rise.", "two"),
        ("A fifth of the 120 offences in Tarn were on Kik.", "120"),
        ("It asked 12 forces. Replies with figures for 2018/19 came from 12.", "12"),
        ("Nine forces in England answered, out of 11 which were asked.", "11"),
        ("The force is among 9 that gave figures to a charity, which had asked 11.", "11"),
        ("It asked nine forces for figures for 2018/19 and had answers from nine.", "nine"),
        ("Of 12 forces asked, eight supplied a return, giving 2,586.", "eight"),
    ],
)
def test_and_of_those_asked_those_who_answered_and_those_who_did_not(text, wrong):
    assert any(each.startswith(wrong) for each in flagged(text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "In 2015/16 Tarn had 80, and 150 in 2018/19. Over those same three years the total for"
            " England, taking the 9 forces that answered, went from 916 to 2,586.",
            [],
        ),
        ("England's 2,586 is up from 916: a rise of 182% in three years, or 1,670 offences.", []),
        (
            "In 2015/16 Tarn had 80, and 150 in 2018/19. Over those same three years the total for"
            " England, taking the 9 forces that answered, went from 1,746 to 2,586.",
            ["1,746"],
        ),
        (
            "England's 2,586 is up from 916: a rise of 182% in three years, or 840 offences.",
            ["840"],
        ),
    ],
)
def test_those_same_years_are_the_ones_named_before_and_a_change_is_given_in_both_forms(
    text, wrong
):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "Tarn had 150, more than any of the other 8 forces in England that answered a charity.",
        "The 9 forces in the study could not give an age for any of their 2,586 offences.",
        "9 forces did not note the sex of every victim.",
    ],
)
def test_what_forces_gave_and_how_many_is_read_in_other_words(text):
    assert [each for each in flagged(text) if each != "150"] == []  # forces are never compared


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("More than any of the other 10 forces in England that answered.", "10"),
        ("The 9 forces in Scotland that answered are small.", "9"),
        ("The 9 forces in England and Wales that answered are small.", "9"),
        ("Forces approached: 12\nAnswers received: 12", "12"),
        ("The 9 forces that could not give figures are small.", "9"),
        ("The 3 forces in the study could not give an age for any of their 2,586 offences.", "3"),
        ("The total is of the forces that answered, two-thirds of those it asked.", "two-thirds"),
        ("The charity asked 12 forces, with a response rate of 85%.", "85%"),
        ("A quarter of the forces approached replied.", "A quarter"),
    ],
)
def test_other_words_for_who_answered_keep_the_number_they_say(text, wrong):
    assert flagged(text)[-1:] == [wrong]


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("Another {} forces approached by the charity gave no answer.", "three", "five"),
        ("For the forces that gave figures, {} in all, the count was 2,586.", "9", "12"),
        # whom questions are put to is asked
        ("The 9 forces answered in full. The trust had put its questions to {}.", "12", "9"),
        ("Nine forces took part. The charity sent its requests to {}.", "12", "9"),
        ("The 9 forces gave figures. It had sent letters to {}.", "12", "9"),
        ("- 2,586: the total\n- {} of 12 – forces that gave their figures", "9", "8"),
    ],
)
def test_who_answered_is_read_at_the_end_of_words_or_of_a_line(text, right, false):
    assert flagged(text.format(right)) == []
    assert len(flagged(text.format(false))) == 1


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} forces in England and Wales were sent the same questions.", "Fifteen", "Twelve"),
        ("{} forces in England and Wales were put the same questions.", "Fifteen", "Twelve"),
        ("{} forces in England and Wales sent the figures.", "Twelve", "Fifteen"),
        ("Did the forces help? Lantern asked {} across England and 12 sent figures.", "15", "14"),
        ("Did the forces help? Lantern asked 15 across England and {} sent figures.", "12", "15"),
        ("A rise in England and Wales of 35% among the {} with two years of data.", "12", "11"),
    ],
)
def test_forces_sent_questions_were_asked(text, right, false):
    tell_apart("", text, right, false)
