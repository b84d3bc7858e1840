"""Ages, platforms, forces and other things that a number is of by the words of other sentences."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences"
WEXMOOR = {"2018/19": 150, "2019/20": 174, "2020/21": 210}
OTHERS = [
    "Ashby",
    "Birch",
    "Coombe",
    "Derwood",
    "Elmley",
    "Fernham",
    "Garth",
    "Holme",
    "Ilsley",
    "Kelby",
    "Lorne",
]
LATE = {"Kelby": ["2018/19"], "Lorne": ["2018/19", "2019/20"]}
FIRST = {"2018/19": 200, "2019/20": 250, "2020/21": 300}
PANEL = {"Wexmoor": WEXMOOR} | {
    name: {
        year: {"missing": "late"} if year in LATE.get(name, []) else first + 10 * n
        for year, first in FIRST.items()
    }
    for n, name in enumerate(OTHERS)
}
FORCE = {
    **{"place": "Wexmoor", "measure": MEASURE, "latest": "2020/21", "series": WEXMOOR},
    "ages": {
        **{"10": 12, "11": 18, "12": 25, "13": 41, "14": 38, "15": 26, "16": 15},
        "unknown": 35,
    },
    "age_thresholds": [{"max": 10}],
    "shares": {
        "gender": {"of": 210, "known": 180, "parts": {"girls": 144, "boys": 36}},
        "platform": {
            **{"of": 210, "known": 120},
            "parts": {"Snapchat": 54, "Instagram": 34, "Kik": 20, "other": 12},
        },
    },
}
ALL = {
    **{"place": "England and Wales", "measure": MEASURE, "latest": "2020/21"},
    **{"scope": "national", "panel": PANEL, "asked": 15, "nations": ["England", "Wales"]},
    "ages": {**{"10": 300, "11": 350, "12": 500, "13": 700, "14": 600, "15": 450}, "unknown": 1160},
    "shares": {"gender": {"of": 4060, "known": 3000, "parts": {"girls": 2400, "boys": 600}}},
    "youngest": {"age": 4, "count": 3},
}
OF_FORCE = Evidence(read_facts(FORCE)), Evidence(read_facts(ALL))
OF_ALL = (Evidence(read_facts(ALL)),)


def flagged(text, documents):
    found = trace(text, *documents)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        # the most common age in other words
        ("Ages next. Thirteen crops up more than any other: 41 offences.", []),
        ("Ages next. Fourteen crops up more than any other: 38.", ["Fourteen"]),
        ("13 features more often than any other age: 41 offences. 14 is second, with 38.", []),
        ("13 features more often than any other age: 38 offences.", ["38"]),
        ("The tables list 13 as the commonest age: 41 offences.", []),
        ("The tables list 14 as the commonest age.", ["14"]),
        ("Thirteen is the age that officers noted most often: 41. Then come 14 (38), 15 (26).", []),
        ("Thirteen is the age that officers noted most often: 41. Then come 14 (26).", ["26"]),
        ("Age of child. Most common: 13.", []),
        ("Age of child. Most common: 15.", ["15"]),
        ("Kik crops up more than any other: 20 offences.", ["more than any other"]),
        ("Snapchat crops up more than any other: 54 offences.", []),
        # the same number of two ages
        ("Children aged 10 and 11 had 12 each.", ["12"]),
        # a list in brackets behind a list of names, in the same order
        ("Snapchat, Instagram and Kik (54, 34 and 20) were named.", []),
        ("Snapchat, Instagram and Kik (54, 20 and 34) were named.", ["20", "34"]),
        # something on record, or not
        ("In 120 of the year’s offences officers noted where it happened.", []),
        ("In 180 of the year’s offences officers noted where it happened.", ["180"]),
        ("Of 180 offences with the sex filled in, 144 were against girls.", []),
        ("Of 120 offences with the sex filled in, 144 were against girls.", ["120"]),
        (
            "In 90 the file does not say which app was used; in 120, whether it was a girl or boy.",
            ["120"],
        ),
        ("What the files do not say: the age, in 35 offences.", []),
        ("What the files do not say: the age, in 175 offences.", ["175"]),
        ("What do the files say? Sex, in 180 of last year’s: 144 against girls.", []),
        ("What do the files say? Sex, in 120 of last year’s: 144 against girls.", ["120"]),
        ("It lists the apps, where officers noted them. In 90 of the 210 cases, they did not.", []),
        (
            "It lists the apps, where officers noted them. In 35 of the 210 cases, they did not.",
            ["35"],
        ),
        ("A fifth of those where the sex was known, 36, were against boys.", []),
        ("A fifth of those where the sex was known, 35, were against boys.", ["35"]),
        ("Kik was named 20 times and Instagram 34 times in the 120 cases with an app.", []),
        ("Sex known: 180 of 210. Age known: 175 of 210.", []),
        ("Sex known: 175 of 210. Age known: 120 of 210.", ["175 of 210", "120 of 210"]),
        ("There is an age for 175 of them, a sex for 180, an app for 120.", []),
        ("There is an age for 180 of them, a sex for 175, an app for 120.", ["180", "175"]),
        ("The age was left blank 35 times, the sex 30 times and the app 90 times.", []),
        ("The age was left blank 90 times, the app 30 times.", ["90", "30"]),
        ("The app is known in 120 and the sex in 120.", ["120"]),
        ("We can name the app in 120 cases. For the other 90 we cannot.", []),
        ("Which apps are these?\nPolice noted one 120 times. Kik came up in 20 of those.", []),
        ("Which apps are these?\nPolice noted one 180 times. Kik came up in 20 of those.", ["180"]),
        ("Police noted the site or the game in 120 of the offences.", []),
        ("Police noted the app or the game in 210 of the offences.", ["210"]),
        ("Of 120 offences with an app on the form, 54 were on Snapchat.", []),
        ("Of 210 offences with an app on the form, 54 were on Snapchat.", ["210"]),
        ("They say that 210 online sexual offences were recorded in 2020/21.", []),
        ("They say that 175 online sexual offences were recorded in 2020/21.", ["175"]),
        ("1.4 App. Known in 120, of which Kik 20.", []),
        ("1.4 App. Known in 210, of which Kik 20.", ["210"]),
        ("The clerk: 210 offences out of 180 for which the sex was known.", ["210"]),
        ("Twelve forces replied. Those same 12 recorded 210.", ["210"]),
        # the same part, of another body
        (
            "Across England and Wales, of 3,000 where the sex is known 2,400 were girls."
            "\n\nIn Wexmoor, our own patch, it was 144 of 180. Four in five.",
            [],
        ),
        (
            "Across England and Wales, of 3,000 where the sex is known 2,400 were girls."
            "\n\nIn Wexmoor, our own patch, it was 36 of 180.",
            ["36 of 180"],
        ),
        ("Cllr Bright asked about girls. The officer: 144 out of 180 where it was known.", []),
        ("There were 210 here and 4,060 altogether.", []),
        ("There were 4,060 here and 210 altogether.", ["4,060", "210"]),
        ("Police recorded 210 in Wexmoor and 4,060 altogether.", []),
        ("180 in Wexmoor and 4,060 altogether had a known gender.", ["4,060"]),
        ("By gender, 180 in Wexmoor and 4,060 altogether.", ["4,060"]),
        ("There were 210 in Wexmoor and 4,060 altogether recorded last year.", []),
        ("How old they were: 175 in Wexmoor and 4,060 altogether had that stated.", ["4,060"]),
        # other services are forces where forces are spoken of, and apps elsewhere
        ("Wexmoor counted 20 on Kik, while the other sites saw 34.", ["34"]),
        ("Girls and boys (144 and 36) were the victims.", []),
        ("Girls and boys (36 and 144) were the victims.", ["36", "144"]),
        # a share or a number alone
        ("Of 175 with a known age, 12 were against children of ten or under. Seven per cent.", []),
        (
            "Of 175 with a known age, 12 were against children of ten or under. Ten per cent.",
            ["Ten per cent"],
        ),
        ("Kik was named in 20 offences here. In Ashby, I say that it is 20.", ["20"]),
        ("12 of them are against children aged ten and under, and are 18 too many.", ["18"]),
        # ages in a list
        ("At age 15 we counted 26; at 16, 15.", []),
        ("At age 15 we counted 26; at 16, 25.", ["25"]),
        ("Against children of 12 there were 25, against those of 15, 26.", []),
        # where somebody who speaks lives is no body
        ("Priya in Lower Wexford emailed: “Seven per cent are against under-11s?”", []),
        ("In Lower Wexford there were 210 offences.", ["210"]),
        ("In Lower Wexford, wrote the sergeant, there were 210 offences.", ["210"]),
        ("For Upper Dene, added Det Con Fry, the number is 210.", ["210"]),
        ("Detectives in Lower Wexford told me that there were 210 offences.", ["210"]),
        ("Sgt Ann Fry in Lower Wexford said that there were 210 offences.", ["210"]),
        ("Priya in Lower Wexford tweeted that there were 210 offences.", []),
        # one force and the others
        ("Wexmoor and the other northern forces logged 4,060 offences.", ["4,060"]),
        ("Wexmoor and the other Welsh forces logged 4,060 offences.", ["4,060"]),
        ("Wexmoor and the other forces in Wales logged 4,060 offences.", ["4,060"]),
        ("Together with the other island forces, Wexmoor recorded 4,060 offences.", ["4,060"]),
    ],
)
def test_a_part_or_a_body_may_be_named_in_other_words_or_in_another_sentence(text, wrong):
    assert flagged(text, OF_FORCE) == wrong


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The survey has totals from 12 forces (15 were asked).", []),
        ("The survey has totals from 15 forces (12 were asked).", ["15", "12"]),
        ("Those forces that can be compared with 2019/20, 11 of them, had 3,660.", []),
        ("Those forces that can be compared with 2019/20, 12 of them, had 3,660.", ["12"]),
        ("Not all forces go back far. In the 10 that reach back to 2018/19 it rose by 42%.", []),
        (
            "Not all forces go back far. In the 12 that reach back to 2018/19 it rose by 42%.",
            ["12"],
        ),
        ("Since 2018/19 a rise of 42% is seen in the 10 that may be compared.", []),
        ("I found my diaries, and in the five that go back to 2018/19 I wrote poems.", []),
        ("Since 2018/19 a rise of 42% is seen in the 12 that may be compared.", ["12"]),
        ("Twelve forces gave figures. 5 more forces were asked, 17 in all.", ["5", "17"]),
        ("In this survey 12 forces gave figures, 15 having been approached.", []),
        ("In this survey 12 forces gave figures, 14 having been approached.", ["14"]),
        ("Of the 15 forces asked, 12 replied. Between them the 12 recorded 4,060.", []),
        ("Twelve forces replied. Those same 11 recorded 4,060 offences.", ["11"]),
        ("Twelve forces replied. 11 of them can be set against the year before.", []),
        ("Twelve forces replied. 10 of them can be set against the year before.", ["10"]),
        ("For the forces with numbers for both years, that’s 11, it rose by 17% on 2019/20.", []),
        (
            "For the forces with numbers for both years, that’s 12, it rose by 17% on 2019/20.",
            ["12"],
        ),
        ("The replies of the forces: 12 of them with a figure, out of 15 asked.", []),
        ("The replies of the forces: 11 of them with a figure, out of 15 asked.", ["11"]),
        ("12 forces replied, and the 4,060 offences they reported are thus not a full count.", []),
        ("Youngest: 4.", []),
        ("Youngest: 6.", ["6"]),
    ],
)
def test_forces_may_be_counted_again_or_set_aside_by_the_words_around(text, wrong):
    assert flagged(text, OF_ALL) == wrong


@pytest.mark.parametrize(
    "text",
    [
        "Half of the battle is over, says Mo Hart.",
        "The committee voted 21 to 12 for it.",
        "She had filled 40 pages, and not one was about the internet.",
        "The drop-in is open from nine to five.",
        "So that is that, and off home by five.",
        "WEXMOOR FM – 0700 – POLICE FIGURES\n\nWexmoor Police recorded 210 offences.",
        "EMBARGO 0001 WEDS\n\nWexmoor Police recorded 210 offences.",
        "NOT FOR USE BEFORE 0600 Friday\n\nWexmoor Police recorded 210 offences.",
    ],
)
def test_hours_and_halves_of_other_things_are_no_figures(text):
    assert not flagged(text, OF_FORCE)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Half of the offences were on Kik.", ["Half"]),
        ("Kik is half of the problem.", ["half"]),
        ("Three quarters of the problem is sexting.", ["Three quarters"]),
        ("A quarter of the trouble is in Ashby.", ["A quarter"]),
        ("70% of the things that officers logged began at home.", ["70%"]),
        ("Two thirds of the picture is online abuse.", ["Two thirds"]),
        ("Half of the story in Wexmoor is told.", ["Half"]),
        ("Half of the answer, in 2019/20, was this.", ["Half"]),
        ("In the first seven years of figures, offences rose.", ["seven"]),
        ("Police in Wexmoor recorded 0210 offences.", ["0210"]),
        ("In Wexmoor it fell from 210 to five.", ["210", "five"]),
        ("A teenager’s phone led to it. There were 210 offences against teenagers.", ["210"]),
    ],
)
def test_a_number_of_the_offences_is_still_one(text, wrong):
    assert flagged(text, OF_FORCE) == wrong
