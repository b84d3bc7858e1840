"""What stands in stories of the press and on the radio, each with its figures."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

LATE = {"missing": "late"}
FORCES = {
    f"{name}shire": {"2017/18": 50 + n, "2018/19": 71 + n} for n, name in enumerate("ABCDEFG")
}
FORCES |= {"Norshire": {"2017/18": LATE, "2018/19": 90}}
COUNTRY = {
    "place": "England",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": FORCES,
    "asked": 10,
    "shares": {
        "platform": {"of": 608, "known": 310, "parts": {"Snapchat": 120, "Roblox": 40}},
        "offence": {"of": 608, "known": 608, "parts": {"Rape": 98, "Sexual communication": 510}},
    },
}
OWN = {
    "place": "Hollinshire",
    "measure": "online child sexual offences",
    "latest": "2018/19",
    "series": {"2015/16": 512, "2016/17": 480, "2017/18": 431, "2018/19": 254},
    "ages": {"10": 20, "11": 20, "12": 34, "13": 41, "14": 37, "15": 32, "unknown": 70},
}
DOCUMENTS = (Evidence(read_facts(OWN)), Evidence(read_facts(COUNTRY)))


def flagged(text):
    found = trace(text, *DOCUMENTS)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    "text",
    [
        "We asked 10 forces, and eight replied. Just seven could be compared with 2017/18.",
        "We looked at forces that gave figures for both years. There were seven.",
        "Parents were warned after 254 offences were recorded in Hollinshire.",
        "Nothing is off the table, said a minister.",
        "Ten forces were asked in July. We received eight answers for 2018/19.",
        "“We asked 10 forces and got eight back,” she said.",
        "Police in England linked 40 offences to Roblox, from the 310 with a known platform.",
        "Police in England recorded 608 offences. Rapes made up 98 of the 608.",
        "More than 600 online child sexual offences recorded as campaigners call for action",
        "Councillor Stone, Cabinet Member for Families, said: “There were 254 last year.”",
        "Thirteen-year-olds were named in 41 of the cases where police wrote the age down.",
        "There were 41 against a child of exactly 13 and 34 against those aged exactly 12.",
        "It rose in none of the years, and 12-year-olds were the victims in 34 offences.",
        "The force recorded 254 offences. What is that a week? Nearly five.",
        "In 2017/18 there were 431. That is a fall of 41% from there.",
        "Two years before it was 480. That is a fall of 47%.",
        "The number is 41 per cent down on the 431 recorded in 2017/18.",
        "The platform was known for 310 offences of the 608 in England.",
        "The eight forces recorded 608, it said, in offences recorded by the eight.",
        "There were 41 offences against children of 13, 34 against children of 12 and 37 aged 14.",
        "The most common age was 13, with 41 offences, followed by 14 with 37.",
        "Where age was known, 13 was the most common, accounting for 41 offences.",
        "Thirteen was the most common age, at 41 offences.",
        "The force recorded 431 offences in 2017/18, with 254 now.",
        "- 254: offences in the county\n- 41: offences against children of 13\n"
        "- 34: offences against children of 12",
        "* 41 offences against children of 13\n* 34 offences against children of 12",
        "- 41 offences against children aged 13\n- 34 offences against children aged 12",
        "It is the lowest total since the force began counting in this way in 2015/16.",
        "“It was one app,” says Pugh, 36. Write to PO Box 220.",
        "The fall to 2018/19 is now 177 offences.",
        "The total went from 431 to 254, or down 41 per cent.",
        "In England, Snapchat was the platform in 120 of the 310 cases where one was named.",
        "Not every force took part: 8 of 10 gave figures.",
        "Of the 10 forces asked, two sent nothing. The 8 that answered recorded 608 offences.",
        "The force went the other way, and in the other years it recorded 480 (2016/17).",
        "A fall of 41% on 2017/18 and of 226 offences on 2016/17.",
    ],
)
def test_what_the_facts_bear_out_is_not_alarmed(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("It is the lowest number since records began.", "lowest"),
        ("We asked ten forces, and eight replied. Just 8 could be compared with 2017/18.", "8"),
        ("Ten forces were asked in July. We received seven answers for 2018/19.", "seven"),
        ("Only 608 of the 310 offences recorded in 2018/19 had a platform attached.", "608"),
        ("In 34 of the cases where police wrote the age down, it was 13-year-olds.", "34"),
        ("A fall of 41% on 2017/18 and of 177 offences on 2016/17.", "177"),
        ("It is the lowest number since the series began in 2016/17.", "2016/17"),
        ("It is the lowest since the force began counting in this way in 2016/17.", "2016/17"),
        ("The number is 49 per cent down on the 431 recorded in 2017/18.", "49 per cent"),
        ("The total fell from 431 to 254, or by 50 per cent.", "50 per cent"),
        ("In England, Snapchat was the platform in 120 of the 608 where one was named.", "608"),
        ("In these eight forces offences have risen by 36%.", "36%"),
        ("The most common age was 13, with 41 offences, followed by 14 with 34.", "34"),
        ("Where age was known, 13 was the most common, accounting for 34 offences.", "34"),
        ("Thirteen was the most common age, at 254 offences.", "254"),
        ("There were 254 offences between April 2016 and March 2019.", "254"),
        ("- 254: the children who were targeted online\n- 10: the forces asked", "254"),
        ("- 41 offences against children aged 13\n- 37 offences against children aged 12", "37"),
        ("- 41: offences against children of 13\n- 37: offences against children of 12", "37"),
        ("Police recorded 254 offences that had ended in court.", "254"),
    ],
)
def test_what_they_do_not_is(text, figure):
    assert figure in flagged(text)


@pytest.mark.parametrize(
    "text",
    [
        "Forces in England recorded 608 offences, with 8 of 10 replying.",
        "Forces recorded 608 offences, with two of the 10 asked giving no figure.",
        "Two of the 10 asked sent no figures. The other forces did.",
        "The charity asked 10 forces and 8 answered. Seven could also supply a number for 2017/18.",
        "The 8 forces recorded 608 offences. It had written to 10.",
        "There were 41 offences against children who were 13, and 34 against those who were 12.",
        "The force noted an age in 184 cases. Thirteen was the most common, with 41 offences.",
    ],
)
def test_how_many_answered_and_how_old_they_were_is_right_in_other_words(text):
    assert flagged(text) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Forces in England recorded 608 offences, with 6 of 10 replying.", "6 of 10"),
        ("Four of the 10 asked sent no figures. The other forces did.", "Four of the 10"),
        ("There were 34 offences against children who were 13.", "34"),
        ("The force noted an age in 184 cases. Fourteen was the most common.", "Fourteen"),
    ],
)
def test_in_those_words_a_wrong_number_is_wrong(text, wrong):
    assert wrong in flagged(text)
