"""Numbers of those of which something is on record, or is not, in whatever words it is said."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

TARN = Evidence(
    read_facts(
        {
            "place": "Tarn",
            "measure": "online sexual offences",
            "latest": "2018/19",
            "scope": "force",
            "series": {"2016/17": 200, "2017/18": 250, "2018/19": 360},
            "ages": {"10": 31, "11": 29, "12": 60, "13": 70, "14": 100, "unknown": 70},
            "age_thresholds": [{"max": 10}],
            "shares": {
                "gender": {"of": 360, "known": 250, "parts": {"girls": 200, "boys": 50}},
                "platform": {
                    "of": 360,
                    "known": 140,
                    "parts": {"Snapchat": 70, "Kik": 42, "other": 28},
                },
            },
        }
    )
)


def flagged(text):
    return [f.text for f in trace(text, TARN) if f.verdict in ("mismatch", "untraced")]


@pytest.mark.parametrize(
    "text",
    [
        "The app is harder to tell: there is a name for it in 140 cases and none in the other 220.",
        "Not every record has an app attached. Of the 140 that do, Kik was in 42.",
        "In 110 offences we did not note the sex of the child.",
        "Girls were 200 and boys 50, with the sex not known in the other 110.",
        "Girls were 200 and boys 50. For the other 110, the force has no record of the sex.",
        "In 200 cases the child was a girl. And in 110 it simply wasn't written down.",
        "Officers noted the app in 140. That is not all. In the other 220 we are in the dark.",
        "Sex. Recorded for 250 offences, of which 50 were against boys.",
        "The age is missing for 70.",
        "The child's age is missing from 70 of the latest Tarn records.",
        "Sex of the child: girls, 200; boys, 50; not recorded, 110",
        "For the latest year the force holds the child's age in 290 cases.",
        "Snapchat comes up most, 70 times out of the 140 cases where there's a name on the file.",
        "Snapchat was in 70. Nobody could say which app it was in the remaining 220.",
    ],
)
def test_a_number_is_of_those_of_which_its_words_say_that_something_is_on_record_or_not(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The app is harder to tell: we have a name for it in 220 cases.", ["220"]),
        ("The app is harder to tell: there is no name for it in 140 cases.", ["140"]),
        ("Not every record has an app attached. Of the 220 that do, Kik was in 42.", ["220"]),
        ("Not every record has an app attached. Of the 250 that do, Kik was in 42.", ["250"]),
        ("In 70 offences we did not note the sex of the child.", ["70"]),
        ("Girls were 200 and boys 50, with the sex not known in the other 70.", ["70"]),
        ("In 200 cases the child was a girl. And in 220 it simply wasn't written down.", ["220"]),
        ("Officers noted the app in 140. In the other 110 we are in the dark.", ["110"]),
        ("Sex. Recorded for 140 offences.", ["140"]),
        ("Sex. Recorded for 110 offences.", ["110"]),
        ("The age is missing for 290.", ["290"]),
        ("The child's age is missing from 110 of the latest Tarn records.", ["110"]),
        ("For the latest year the force holds the child's age in 250 cases.", ["250"]),
        ("For 2017/18 the force holds the child's age in 290 cases.", ["290"]),
        ("Boys are victims too. Police recorded 250 offences last year.", ["250"]),
        ("The sex is told for each child. There were 250 offences in Tarn.", ["250"]),
    ],
)
def test_it_is_of_what_is_spoken_of_and_not_of_the_other_breakdown_or_of_the_rest(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "The app was recorded in 140 offences, being 39 per cent of the total.",
        "61 per cent of Tarn offences have no app attached.",
        "Nobody wrote down the age in 19 per cent of cases.",
        "The sex was missing in 31% of offences.",
    ],
)
def test_a_share_of_all_is_that_of_which_something_is_on_record_or_not(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 39 per cent of the offences the sex was known.", "39 per cent"),
        ("In 61 per cent of the offences the app was known.", "61 per cent"),
        ("The app was recorded in 140 offences, being 61 per cent of the total.", "61 per cent"),
        ("39 per cent of Tarn offences have no app attached.", "39 per cent"),
        ("Nobody wrote down the sex in 19 per cent of cases.", "19 per cent"),
        ("The sex was recorded in 69% of offences in 2016/17.", "69%"),
        ("The sex was known in 69% of offences on Snapchat.", "69%"),
        ("39% of offences where the app was known were reported by parents.", "39%"),
    ],
)
def test_and_not_of_another_breakdown_of_the_rest_or_of_another_year(text, wrong):
    assert wrong in flagged(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The apps, where known:\n\nSnapchat 50 per cent\nKik 30 per cent\nOther 20 per cent", []),
        (
            "Where known, the split is:\nSnapchat 50%\nKik 30 per cent\nAnything else 20 per cent",
            [],
        ),
        (
            "The apps, where known:\n\nSnapchat 30 per cent\nKik 20 per cent\nOther 50 per cent",
            ["30 per cent", "20 per cent", "50 per cent"],
        ),
        (
            "Where known, the split is:\nSnapchat 20%\nKik 50 per cent\nAnything else 30 per cent",
            ["20%", "50 per cent", "30 per cent"],
        ),
        (
            "With an app known, 70 were on Snapchat, 28 on Kik; the remaining 42 on other sites.",
            ["28", "42"],
        ),
        (
            "Used:\nSnapchat: 70\nKik: 42\nOther platforms: 220\nPlatform not known: 28",
            ["220", "28"],
        ),
        ("Kik was in 30%. All other apps put together made up the remaining 30%.", ["30%"]),
    ],
)
def test_each_line_is_a_share_of_its_own_name_and_other_platforms_are_the_part_of_that_name(
    text, wrong
):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("In 31 Tarn offences the child was aged up to and including 10.", []),
        ("In 31 of the offences the child was up to and including 10.", []),
        ("In Tarn the most common single year of age was 14, with 100 offences.", []),
        ("In 31 Tarn offences the child was only ten.", []),
        ("The peak age in Tarn is 14: 100 offences.", []),
        ("In 29 Tarn offences the child was only ten.", ["29"]),
        ("The peak age in Tarn is 13: 100 offences.", ["13", "100"]),
        ("In 100 Tarn offences the child was aged up to and including 10.", ["100"]),
        ("In 31 Tarn offences the child was aged up to and including 12.", ["31"]),
        ("In Tarn the most common single year of age was 13, with 100 offences.", ["13", "100"]),
    ],
)
def test_ages_up_to_one_and_the_most_common_single_year_of_age_are_read(text, wrong):
    assert flagged(text) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The age of the child had not been noted in 70 cases, and the platform in 220.", []),
        ("The age was known in 290 cases, and the sex in 250.", []),
        ("App known: 140, of which Snapchat 70, Kik 42, all others 28", []),
        ("The age of the child had not been noted in 70 cases, and the platform in 140.", ["140"]),
        ("The age was known in 290 cases, and the sex in 110.", ["110"]),
        ("App known: 140, of which Snapchat 70, Kik 28, all others 42", ["28", "42"]),
    ],
)
def test_a_clause_with_no_verb_goes_on_with_what_is_known_or_is_not(text, wrong):
    assert flagged(text) == wrong
