"""What one sentence, line or bracket takes over from the one before it, and what it does not."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, documents, flagged, tell_apart


@pytest.mark.parametrize(
    "text",
    [
        # one body
        "Police in Tarn, from figures the Lantern Trust collected:\n\n- a total of 149\n"
        "- 112 against girls\n- 14 against children aged ten and under",
        "Tarn Police recorded 149 offences.\n\nThat is a rise of 35% on the year.",
        "Police recorded 149 offences. That is an average of 12 a month.",
        "Across England and Wales there were 2,489, more than a year earlier. Tarn had"
        " recorded 149 in the same year.",
        "Tarn recorded 149 offences, against 110 in the year before, an increase of 39.",
        "Tarn recorded 149, the highest number since it changed the way it counts them in 2016/17.",
        "143 offences across England and Wales were against children aged ten and under. In Tarn"
        " it was 14.",
        "Figures show 2,489 offences across England and Wales. Snapchat was used in 560 of those"
        " where the app was known.",
        "The figure has climbed from 77 three years ago to 149, a rise of 72.",
        "Tarn saw its count go up by 72 to 149. That is an increase of 94% since 2016/17.",
        "Tarn’s number rose by 39 to 149.",
        "Online crimes up 35% in Tarn\n\nOnline crimes have risen.",
        "The 2019/20 total in Tarn is the highest since new rules came in for 2016/17, and works"
        " out at 12 a month.",
        "It is a record for the years held in Tarn, which go back to 2016/17.",
        "Offences in Tarn rose by 35% last year, when the age of 14 was the most common.",
        "Where the age was recorded in Tarn, 14 was the most common\n- 14 were 10 or younger",
        "Children aged 14 were targeted in 27 offences in Tarn. Across England and Wales police"
        " noted 380 offences against the same age group.",
        "In Tarn 14 was the most common age. Across England and Wales it was 13.",
        "In Tarn:\n\n- the total is 35% higher than in 2018/19\n- there were 12 offences a month",
        "For 2017/18 Tarn had originally published 91, a number it has since corrected.",
        "- 27 of the offences in Tarn were against children who were 14\n- 28 were boys",
        "The total is from the 12 forces which replied; 15 were asked.",
        "The number in England and Wales rose by 647 in a year to 2,489.",
        # a set of forces
        "A total of 12 forces took part.",
        "The charity put its question to 15 forces.",
        "All 12 forces that replied recorded 2,489 offences between them.",
        "Among the forces with figures for 2016/17, offences rose from 1,166 to 2,398.",
        "Figures show 2,489 offences across England and Wales, with 12 of 15 forces responding.",
        "At the forces with figures for both years it rose from 1,166 in 2016/17 to 2,398.",
        # a bracket, a year
        "Tarn recorded 149 offences. Its previous year's number was 110.",
        "The figure for 2017/18, first published as 91, has since been revised to 95.",
        # ages
        "The most common age was 14, with 27 offences. Then came 13, with 25.",
        "Ages were noted in 118 cases in Tarn. Fourteen was the most common, with 27 offences;"
        " 13 came next with 25.",
        "Where age was known, 14 was the most common among victims in Tarn.",
        "Where age was known in Tarn, 14 came up most often.",
        "The age that came up most was 14 in Tarn.",
        "In the 118 offences for which police in Tarn had noted an age, the child was 14 in 27.",
        "The most common age in Tarn was 14, with 27 offences. Children of 13 came next, with 25.",
        "Tarn saw 28 offences known to be against boys, and 112 known to be against girls.",
        "Tarn recorded 149 offences. Since the first count, the number has risen by 72.",
        "Go back to 2017/18 and you find 95 offences in Tarn.",
        # who and what
        "Girls were the victims in 112 offences. Across England and Wales they were the victims"
        " in 1,805.",
        "Girls were 80% of the victims, boys 20%. Across England and Wales the share was 19%.",
        "Police told the charity about 149 offences in Tarn.",
        "Recorded offences in Tarn were up by 35% in a year, and girls were the victims in 112.",
        "He asked whether Tarn was worse than elsewhere.",
        "The worst thing in a pupil’s bag was a pen.",
        "Over the county border, in Holm, police recorded 91 offences.",
        "Of the 140 where the sex was known, 112 were against girls.",
    ],
)
def test_what_goes_on_is_of_the_same(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Police in Tarn:\n\n- a total of 149\n- 143 against children aged ten and under", "143"),
        ("Tarn Police recorded 149 offences.\n\nThat is a rise of 28% on the year.", "28%"),
        ("Police recorded 149 offences. That is an average of 207 a month.", "207"),
        ("All had 2,489, more than a year earlier. Tarn had 110 in the same year.", "110"),
        ("Tarn recorded 149 offences, against 110 in the year before, an increase of 72.", "72"),
        ("All 12 forces that replied recorded 2,398 offences between them.", "2,398"),
        ("Across England and Wales 2,398 offences were recorded by the forces that replied.",
         "2,398"),
        ("Police in England and Wales recorded 2,398 offences against children in 2019/20.",
         "2,398"),
        ("Tarn saw 28 offences known to be against boys, and 140 known to be against girls.",
         "140"),
        ("Tarn recorded 149 offences. Since the first count, the number has risen by 39.", "39"),
        ("All 15 forces that replied recorded 2,489 offences between them.", "15"),
        ("All 12 forces recorded 2,489 offences between them.", "12"),
        ("Figures show 2,489 offences across England and Wales. Snapchat was used in 40 of those.",
         "40"),
        ("The figure has climbed from 77 three years ago to 149, a rise of 39.", "39"),
        ("The number has never been higher.", "number has never been higher"),
        ("Tarn saw its count go up by 72 to 149. That is an increase of 35%.", "35%"),
        ("The number in England and Wales rose by 323 to 2,398.", "323"),
        ("Across England and Wales it rose by 1,232 to 2,489.", "1,232"),
        ("A total of 15 forces took part.", "15"),
        ("The charity put its question to 12 forces.", "12"),
        ("In Tarn, 112 different girls were targeted in these offences.", "112"),
        ("In Tarn 14 was the most common age. Across England and Wales it was 14.", "14"),
        ("In Tarn:\n\n- the total is 35% higher than in 2018/19\n- there were 47 offences a week",
         "47"),
        ("For 2017/18 Tarn had originally published 95, a number it has since corrected.", "95"),
        ("The total is from the 12 forces which replied; 12 were asked.", "12"),
        ("The number in England and Wales rose by 647 in a year to 2,398.", "2,398"),
        ("Figures show 2,398 offences across England, with 12 of 15 forces responding.", "2,398"),
        ("At the forces with figures for both years it rose from 1,166 in 2016/17 to 2,489.",
         "2,489"),
        ("Offences in 2019/20 (2018/19 in brackets):\nTarn 149 (91)\nHolm 91 (60)", "91"),
        ("The figure for 2017/18, first published as 95, has since been revised to 91.", "91"),
        ("The most common age was 14, with 27 offences. Then came 13, with 20.", "20"),
        ("Snapchat is popular. It recorded 40 offences.", "40"),
        ("Police said about 149 offences were recorded in Tarn.", "149"),
        ("The figures show 112 girls were targeted, compared with 28 offences against boys.",
         "112"),
        ("Of the 83 where a platform was known, 112 were against girls.", "112"),
        ("The number has gone up by 35% since 2016/17, when it was 1,166.", "35%"),
        ("Holm, over the county border, recorded 149 offences.", "149"),
        ("8 were aged 10 and 1,805 were against boys.", "1,805"),
    ],
)  # fmt: skip
def test_what_does_not_go_on_is_wrong(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize("bullet", ["- ", "• ", "1. "])
@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [
        ("112 were against girls", "there were 2,489 offences in all", "2,489"),
        ("40 involved Snapchat", "police recorded 2,489 offences", "2,489"),
        ("police recorded 149 offences", "433 were against boys", "433"),
        ("433 offences were against boys", "the total is 149", "149"),
        ("police recorded 2,489 offences", "28 were against boys", "28"),
    ],
)
def test_the_lines_of_a_list_are_all_of_one_body(bullet, first, second, wrong):
    listed = f"{bullet}{first}\n{bullet}{second}"
    assert flagged(listed) == [wrong]
    assert flagged(f"In figures:\n\n{listed}") == [wrong]
    assert flagged(f"In figures:\n\n{bullet}Girls and boys\n{listed}") == [wrong]


def test_a_total_below_a_line_that_is_no_item_of_its_list_may_be_of_another_body():
    assert flagged("112 were against girls\n- police recorded 2,489 offences") == []
    assert flagged("Figures\n112 were against girls\n- police recorded 2,489 offences") == []


def test_what_a_force_has_no_breakdown_of_is_of_all_forces_without_a_word():
    others = {name: facts for name, facts in TARN.items() if not name.startswith("age")}
    tarn, england = Evidence(read_facts(others)), documents()[1]
    texts = {
        "Police recorded 149 offences. The most common age was 13.": [],
        "There were 149 offences, and 13 was the most common age.": [],
        "112 offences were against girls. 13 was the most common age.": [],
        "Police recorded 149 offences. The age was known in 1,316 of them.": [],
        "Police recorded 149 offences. The sex was known in 2,238 of them.": ["2,238"],
        "Police recorded 149 offences. 433 of them were against boys.": ["433"],
    }
    answers = {
        text: [f.text for f in trace(text, tarn, england) if f.verdict == "mismatch"]
        for text in texts
    }
    assert answers == texts


@pytest.mark.parametrize(
    "text",
    [
        "Across the UK police recorded 2,489 offences.",
        "There were 2,489 offences in the UK last year.",
        "In 2019/20 there were 2,489 offences across the UK, 647 more than the year before.",
    ],
)
def test_a_number_of_two_nations_is_none_of_the_united_kingdom(text):
    assert "2,489" in flagged(text)
    assert "2,489" not in flagged(text.replace("the UK", "England and Wales"))


@pytest.mark.parametrize(
    "text",
    [
        "Across England and Wales 433 offences were against boys, and the total is up from 1,166"
        " in 2016/17.",
        "Across England and Wales 1,250 offences had a known platform, up from 1,166 in 2016/17.",
        "Where the sex was known 433 offences were against boys and the number rose, up from 1,166"
        " in 2016/17, to 2,398.",
        "Across England and Wales there were 2,398, up from 1,166 in 2016/17.",
    ],
)
def test_a_part_beside_an_earlier_total_is_of_no_other_set_of_forces(text):
    assert flagged(text) == []


def test_the_total_of_all_forces_beside_an_earlier_one_of_some_is_wrong():
    text = "Across England and Wales there were 2,489, up from 1,166 in 2016/17."
    assert flagged(text) == ["1,166"]


def test_one_offence_every_so_many_minutes_is_one_figure():
    text = "One online sexual offence against a young child every 212 minutes"
    assert [f.text for f in trace(text, *documents())] == [text]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # "its" goes over to another paragraph, "it" does not; "the force" is the one just named
        ("Holm has a problem.\n\nIts officers logged 91.", []),
        ("Holm has a problem.\n\nIts officers logged 149.", ["149"]),
        ("Holm has a problem.\n\nThere were 149 offences.", ["149"]),
        ("Like Holm, Tarn has a problem.\n\nThere were 149 offences.", []),
        ("In Holm the force is smaller, and its number is 91.", []),
        ("In Holm the force is smaller, and its number is 149.", ["149"]),
        ("Neither Holm nor London has many, and for the force here it is 149.", []),
        # the others are all that are left
        ("15 forces were asked. Three didn't provide any figures. The others recorded 2,489"
         " offences, including those in Tarn.", []),
        ("15 forces were asked. Four didn't provide any figures. The others recorded 149"
         " offences.", ["Four", "149"]),
        ("15 forces were asked, and 12 gave a full set of figures.", []),
        ("15 forces were asked, and 15 gave a full set of figures.", ["15"]),
        ("What are we to make of the three forces that were asked and could not say?", []),
        ("What are we to make of the 12 forces that were asked and could not say?", ["12"]),
        ("Each of the other 11 forces to answer the request reported a rise.", []),
        ("Each of the other 14 forces to answer the request reported a rise.", ["14"]),
        ("15 forces were asked. Three of the forces asked sent nothing.", []),
        ("Of the 15 forces approached, twelve gave the information.", []),
        # the time of a change is that of the next one, too, whatever forces it is among
        ("The number rose by 35% last year, while the total for the 12 forces grew by 35%.",
         []),
        ("The number rose by 35% last year, while the total for the 12 forces grew by 106%.",
         ["106%"]),
        ("26 offences were against children who had not yet turned 12.", []),
        ("46 offences were against children who had not yet turned 12.", ["46"]),
        # a school is a place, and its pupils an age
        ("A town with a single secondary school: 149 offences.", []),
        ("In 2019/20, when my son was still in primary school, it was 149.", []),
        ("Where the age was known, there were 14 offences against children no older than 10.", []),
        ("Where the age was known, there were 26 offences against children no older than 10.",
         ["26"]),
        ("14 offences were against children of ten or less.", []),
        ("Snapchat had 40. Everybody else, 43.", ["43"]),  # no other part is held
    ],
)  # fmt: skip
def test_a_figure_is_of_what_the_words_around_it_point_to(text, wrong):
    assert [each for each in flagged(text) if each != "one of each"] == wrong


def test_a_fall_to_a_number_of_a_named_year_is_from_the_year_before_it():
    facts = {**TARN, "series": {"2016/17": 77, "2017/18": 115, "2018/19": 110, "2019/20": 149}}
    evidence = Evidence(read_facts(facts))
    for text, wrong in (
        ("In 2016/17 there were 77. A dip to 110 in 2018/19 has been reversed.", []),
        ("In 2016/17 there were 77. The number fell to 115 in 2017/18.", ["115"]),
        ("In 2017/18 there were 115. The number rose to 110 in 2018/19.", ["110"]),
    ):
        assert [f.text for f in trace(text, evidence) if f.verdict == "mismatch"] == wrong


def test_an_age_that_is_given_nationally_alone_leaves_what_follows_to_the_force():
    facts = {**TARN, "ages": {"8": 3, **TARN["ages"]}}
    evidence = Evidence(read_facts(facts)), Evidence(read_facts(ENGLAND))
    text = "Tarn recorded 149. Some offences were against nine-year-olds. {} were against girls."
    for number, wrong in (("112", []), ("1,805", ["1,805"])):
        found = trace(text.format(number), *evidence)
        assert [f.text for f in found if f.verdict == "mismatch"] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Tarn rose by 35%, more than any force. For all of them together it is up 647.", []),
        ("Every force in it has risen. All of these combined recorded 2,489.", []),
        ("Tarn rose by 35%, more than any force. For all of them together it is up 39.", ["39"]),
        ("Every force in it has risen. All of these combined recorded 149.", ["149"]),
    ],
)
def test_all_of_them_together_are_the_forces_that_the_sentence_before_speaks_of(text, wrong):
    assert [each for each in flagged(text) if each in ("149", "39", "647", "2,489")] == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Since 2016/17 Tarn grew by 94%, against 106% for the replying forces.", []),
        ("Girls and boys are victims. In Tarn the numbers were 112 and 28 respectively.", []),
        ("Add up every force that replied, in England and in Wales, and you get 2,489.", []),
        ("Tarn has more now than in 2016/17: 149 against 77.", []),
        ("Tarn had 149, nearly twice what it was in 2016/17.", []),
        ("Tarn's 149 is not far off double the 77 of 2016/17.", []),
        ("Over all those years the force recorded 431.", []),
        ("It's the highest of the four years on file in Tarn, with 149.", []),
        ("Tarn\n- Most-named app: Snapchat\n- Recorded by the 12 forces that replied: 2,489", []),
        ("Since 2016/17 Tarn grew by 106%, against 106% for the replying forces.", ["106%"]),
        (
            "Across England and Wales 1,805 were girls; 28 of these were on our own doorstep.",
            ["28"],
        ),
        (
            "Girls and boys are victims. In Tarn the numbers were 28 and 112 respectively.",
            ["28", "112"],
        ),
        ("Tarn has more now than in 2016/17: 77 against 149.", ["77", "149"]),
        ("Tarn had 149, more than twice what it was in 2016/17.", ["twice what"]),
        ("Tarn's 149 is not far off treble the 77 of 2016/17.", ["treble"]),
        ("Over all those years the force recorded 149.", ["149"]),
        ("It's the highest of the six years on file in Tarn, with 110.", ["110"]),
        (
            "Tarn\n- Most-named app: Snapchat\n- Recorded by the 12 forces that replied: 1,250",
            ["1,250"],
        ),
    ],
)
def test_words_of_places_and_of_times_lead_to_the_number_that_they_are_of(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Tarn logged 149, compared with 77 in 2016/17, when the charity began asking forces for"
            " data. The total is 39 more than the 110 of the previous year.",
            [],
        ),
        ("A mother whose daughter was groomed at 13 has seen Tarn Police record 149.", []),
        (
            "Tarn logged 149, compared with 1,166 in 2016/17, when the charity began asking forces"
            " for data. The total is 647 more than in the previous year.",
            ["1,166", "647"],
        ),
        ("A mother whose daughter was groomed at 13 has seen Tarn Police record 112.", ["112"]),
    ],
)
def test_forces_that_are_asked_and_ones_own_daughter_are_not_who_a_number_is_of(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        # a share beside the same one of another body
        ("Girls were in 80% of those in Tarn where it was known, close to the {} we found in"
         " England and Wales.", "81%", "75%"),
        ("In Tarn, Snapchat's share, at 48%, is higher than the {} seen among forces as a whole.",
         "45%", "25%"),
        ("Snapchat was in 48% in Tarn, where it was known. That is above the {} for all forces.",
         "45%", "25%"),
        # more, of those known and not known
        ("In 118 cases in Tarn the age was noted. In {} more the age was left blank.", "31", "39"),
        # of all, with those where it is not known
        ("Snapchat was named in {} of all the offences recorded by the force, including those with"
         " no platform noted.", "27%", "48%"),
        # ranked among those given by forces: the change is the force's
        ("The force's total was the third smallest given to Lantern by the 12 forces, and its"
         " difference of {} on the previous year is small.", "39", "406"),
        # the only other force is the one just named
        ("Holm was the only other force to see a rise on the year before, to {} from 60.", "91",
         "149"),
        # what adds up rises nowhere
        ("The 12 forces gave figures, and these add up to {}.", "2,489", "2,248"),
    ],
)  # fmt: skip
def test_what_goes_on_with_a_share_or_a_force_is_of_the_same(text, right, false):
    tell_apart("", text, right, false)


@pytest.mark.parametrize(
    "text",
    [
        "There were 149 in 2019/20. It began at {} in 2016/17.",
        "The latest count was 149. Never has it gone down: it stood at {} in 2016/17.",
        "Tarn had 149, more than ever before. The number was only {} in 2016/17.",
        "There were 149 in 2019/20, and in 2016/17 the total had been {}.",
        "It was 149 last year. In 2016/17 it had started at {}.",
    ],
)
def test_it_is_the_number_of_the_body_before(text: str) -> None:
    tell_apart("", text, "77", "1,166")
    tell_apart("Police in Tarn have published figures.\n\n", text, "77", "1,166")
