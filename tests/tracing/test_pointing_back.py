"""Words that point back, and clauses that leave out what the one before them said."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online child sexual offences"


def parts(of, known, **named):
    return {"of": of, "known": known, "parts": named}


LOCAL = {
    "place": "Northshire",
    "measure": MEASURE,
    "latest": "2018/19",
    "scope": "force",
    "series": {"2016/17": 98, "2017/18": 112, "2018/19": 146},
    "ages": {"10": 6, "11": 13, "12": 27, "13": 34, "14": 29, "15": 23, "unknown": 14},
    "age_thresholds": [{"max": 11}],
    "shares": {
        "gender": parts(146, 130, girls=108, boys=22),
        "platform": parts(146, 95, Snapchat=41, Instagram=26, WhatsApp=17, other=11),
    },
}
LATE = {"missing": "late"}
PANEL = {f"Force{n}": {"2016/17": 95, "2017/18": 108, "2018/19": 140} for n in range(34)}
PANEL |= {"Northshire": LOCAL["series"], "Late": {"2016/17": LATE, "2017/18": 70, "2018/19": 186}}
NATIONAL = {
    "place": "England and Wales",
    "measure": MEASURE,
    "latest": "2018/19",
    "scope": "national",
    "panel": PANEL,
    "asked": 40,
    "ages": {"9": 101, "10": 202, "11": 531, "12": 787, "13": 1140, "14": 1046, "unknown": 1285},
    "age_thresholds": [{"max": 11}],
    "shares": {
        "gender": parts(5092, 4430, girls=3513, boys=917),
        "platform": parts(5092, 3106, Snapchat=1165, Instagram=670, WhatsApp=406, other=865),
    },
}
FACTS = [Evidence(read_facts(each)) for each in (LOCAL, NATIONAL)]


def flagged(text):
    wrong = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, *FACTS) if f.verdict in wrong]


AGE = "In Northshire 13 was the most common age. "
YOUNG = "Children aged 11 and under were the victims of 19 offences in Northshire. "
APP = "Snapchat was named in 41 Northshire offences. "
GIRLS = "Most are against girls. "
BOTH = "In Northshire 41 offences took place on Snapchat and 26 on Instagram. "


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (AGE + "Children of that age were the victims in {} of the offences.", 34, 146),
        (AGE + "Pupils of this age were the target of {} offences.", 34, 132),
        (AGE + "Police there logged {} crimes against children that old.", 34, 29),
        (AGE + "Across England and Wales that age group was harmed in {} offences.", 1140, 1046),
        (YOUNG + "Nationally {} offences were against children so young.", 834, 917),
        (YOUNG + "Nationally {} offences were against that group.", 834, "3,513"),
        (
            YOUNG + "Such children were the victims of {} offences across England and Wales.",
            834,
            787,
        ),
        (YOUNG + "Nationally, those in this bracket were targeted in {} cases.", 834, "5,092"),
        (APP + "Across England and Wales the same app was named in {} cases.", "1,165", 670),
        (APP + "Nationally that platform turned up in {} cases.", "1,165", "3,106"),
        (APP + "34 were against children aged 13. That app had {} nationally.", "1,165", "1,140"),
        (AGE + "Then came Snapchat. Nationally children of that age had {}.", "1,140", "1,165"),
        (AGE + "108 were girls. Nationally {} offences were against that group.", "3,513", "1,140"),
        (BOTH + "The latter was named in {} offences nationally.", 670, "1,165"),
        (YOUNG + "Nationally, {} were against children of that same age group.", 834, "3,513"),
        (YOUNG + "Nationally, {} were against children in this same bracket.", 834, "5,092"),
        (APP + "Nationally that same app turned up in {} cases.", "1,165", "670"),
        (APP + "The force says that the platform was known in {} cases there.", 95, 41),
        (APP + "It says that no app was known in {} cases in Northshire.", 51, 95),
        (GIRLS + "Where the sex was noted nationally, they were the targets in {}.", "79%", "21%"),
    ],
)
def test_what_points_back_is_said_of_what_was_named_last(text, right, wrong):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(wrong)) == [str(wrong)]


@pytest.mark.parametrize(
    "text",
    [
        "Children of that age were the victims in {} Northshire offences.",
        "The same app was named in {} Northshire offences.",
        "Two ages matter most. Children of those ages account for {} Northshire offences.",
    ],
)
@pytest.mark.parametrize("number", [146, 34, 41])
def test_a_number_of_what_words_point_to_and_nobody_named_has_no_source(text, number):
    assert flagged(text.format(number)) == [str(number)]


@pytest.mark.parametrize(
    "words",
    [
        "Children that young need help: {} Northshire offences involved those aged 11 and under.",
        "At that age children need help: {} Northshire crimes involved those aged 11 and under.",
    ],
)
def test_words_that_point_to_an_age_with_none_before_them_point_to_the_one_that_follows(words):
    assert flagged(words.format(19)) == []
    assert flagged(words.format(27)) == ["27"]


def test_words_that_point_to_an_age_do_not_point_into_the_next_sentence():
    text = "Children that young were harmed in {} Northshire offences. Many were aged 11 and under."
    assert flagged(text.format(19)) == ["19"]


BOYS = "Of Northshire's offences 17% were against boys. "
GIRLS = "Girls made up 83% of victims in Northshire. "


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        (BOYS + "Across England and Wales it is {}.", "21%", "79%"),
        (GIRLS + "Nationally it is {}.", "79%", "21%"),
        (GIRLS + "For England and Wales as a whole: {}.", "79%", "38%"),
        (GIRLS + "In the two nations together they were {}.", "79%", "17%"),
        (
            GIRLS + "In England and Wales the share was {} of those where gender was known.",
            "79%",
            "21%",
        ),
        (APP + "In England and Wales there were {}.", "1,165", "670"),
        (
            "Nationally, Snapchat was used in 38% of cases. Here the proportion reaches {}.",
            "43%",
            "27%",
        ),
        (
            "Snapchat was named in 41 offences here and in {} across England and Wales.",
            "1,165",
            "406",
        ),
        (
            "Girls were the victims in 108 offences in Northshire; nationally, in {}.",
            "3,513",
            "917",
        ),
        (
            "In 2017/18 Northshire recorded 112. Across England and Wales it was {}.",
            "3,854",
            "5,092",
        ),
    ],
)
def test_a_clause_that_names_but_a_place_goes_on_with_the_one_before(text, right, wrong):
    assert flagged(text.format(right)) == []
    assert flagged(text.format(wrong)) == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "Nationally girls were in 3,513 offences, boys in 917. Northshire recorded 146 offences.",
        "Girls were the victims in 108 Northshire offences. Nationally 5,092 were recorded.",
        "19 offences were against children aged 11 and under in Northshire in 2018/19,"
        " where age was recorded (132 of 146).",
        "Snapchat came up in 41 of the 95 with a known app, or 43%, and Instagram in 26.",
        "19 – against children aged 11 and under\n5,092 – across England and Wales",
        "Across the forces there were 5,092 offences in 2018/19, up from 3,854 in 2017/18. "
        "In Northshire there were 146.",
        "Her daughter's case is one of 112 recorded in 2017/18. In 2018/19 there were 146.",
    ],
)
def test_a_clause_with_words_of_its_own_goes_on_with_nothing(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire recorded 146 offences. The other forces in England and Wales recorded 5,092.",
        "Northshire recorded 146 offences. The remaining forces recorded 5,092.",
        "Northshire recorded 146 offences. The rest of England and Wales recorded 5,092.",
    ],
)
def test_no_number_is_held_of_the_others(text):
    assert flagged(text) == ["5,092"]


def test_a_force_named_in_an_aside_is_not_the_one_that_recorded_the_number():
    assert flagged("Late Police, which borders Northshire, recorded 186 offences.") == []
    assert flagged("Late Police, which borders Northshire, recorded 146 offences.") == ["146"]


@pytest.mark.parametrize(
    "text",
    [
        "Of the {} offences for which Northshire Police could say, Snapchat featured in 41.",
        "Which app? Police in Northshire could tell in {} cases. Snapchat led with 41.",
        "In Northshire an app was named in {} cases. WhatsApp accounted for 17 of them.",
    ],
)
def test_what_police_could_say_is_known(text):
    assert flagged(text.format(95)) == []
    assert flagged(text.format(146)) == ["146"]


def test_images_are_not_counted_by_a_measure_of_offences_about_them():
    facts = Evidence(read_facts(LOCAL | {"measure": "indecent images of children offences"}))
    verdicts = [f.verdict for f in trace("Northshire recorded 146 images of children.", facts)]
    assert verdicts == ["mismatch"]


def test_the_words_of_a_measure_in_one_and_several_say_no_more_than_it():
    facts = Evidence(read_facts(LOCAL | {"measure": "offences about images of children"}))
    other = Evidence(read_facts(LOCAL))
    for said in ("offences of indecent images", "offences over indecent images of a child"):
        text = f"Northshire recorded 146 {said}."
        assert [f.verdict for f in trace(text, facts)] == ["traced"]
        assert [f.verdict for f in trace(text, other)] == ["untraced"]
