"""Released figures of a force and its country beside a hidden part, and twins that tell it."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import world

UK = {
    **{"place": "the UK", "measure": "online sexual offences", "latest": "2019/20"},
    **{"scope": "national", "nations": ["England", "Wales", "Scotland", "Northern Ireland"]},
    "panel": {
        "Orrin": {"2018/19": 88, "2019/20": 104},
        "Ashwold": {"2018/19": 151, "2019/20": 163},
        "Brinmoor": {"2018/19": 1160, "2019/20": 1231},
        "Culver Bay": {"2018/19": 96, "2019/20": {"missing": "late"}},
        "Dunster": {"2018/19": {"missing": "refused"}, "2019/20": {"missing": "refused"}},
    },
    "shares": {
        "platform": {
            **{"of": 1498, "known": 1290},
            "parts": {"Snapchat": 572, "Instagram": 286, "WhatsApp": 160, "Kik": 71},
        },
        "gender": {"of": 1498, "known": 1470, "parts": {"girls": 1196, "boys": 274}},
    },
    "ages": {"10": 141, "11": 270, "12": 312, "13": 331, "14": 286, "unknown": 158},
}
SEXES = world(
    "Orrin",
    {"2017/18": 79, "2018/19": 88, "2019/20": 104},
    {"gender": {"girls": 97}, "platform": {"Snapchat": 40, "Instagram": 25, "WhatsApp": 11}},
    {"10": 9, "11": 13, "12": 20, "13": 26, "14": 17, "unknown": 19},
    [["boys"], ["sex not recorded"], ["boys", "age 10"], ["girls", "age 10"]],
    ["Snapchat", "Instagram", "WhatsApp"],
    national=UK,
    threshold=5,
)
ENGLAND = {
    **{"place": "England", "measure": "online sexual offences", "latest": "2019/20"},
    **{"scope": "national", "nations": ["England"]},
    "panel": {
        "Velmouth": {"2018/19": 61, "2019/20": 56},
        "Ashwold": {"2018/19": 151, "2019/20": 163},
        "Brinmoor": {"2018/19": 260, "2019/20": 231},
    },
    "shares": {
        "platform": {
            **{"of": 450, "known": 400},
            "parts": {"Snapchat": 160, "Facebook": 72, "Instagram": 68, "WhatsApp": 44, "Kik": 21},
        },
        "gender": {"of": 450, "known": 420, "parts": {"girls": 350, "boys": 70}},
    },
    "ages": {"8-9": 19, "10-11": 80, "12-13": 160, "14-15": 100, "16-17": 31, "unknown": 60},
}
BANDS = world(
    "Velmouth",
    {"2017/18": 40, "2018/19": 61, "2019/20": 56},
    {
        "gender": {"girls": 44, "boys": 8},
        "platform": {"Snapchat": 21, "Facebook": 12, "Instagram": 7},
    },
    {"10-11": 11, "12-13": 22, "14-15": 9, "unknown": 8},
    [["age 8-9"], ["age 16-17"], ["WhatsApp"], ["Kik"]],
    ["Snapchat", "Facebook", "Instagram", "WhatsApp", "Kik"],
    national=ENGLAND,
    threshold=5,
)
OF_ORRIN = [
    # a share of those whose sex was known, of whom all but a few were girls
    "Girls were 96 per cent of those whose sex Orrin put down.",
    "Girls were 96 per cent of the victims of whom Orrin had the sex. The UK's share was 81.",
    "In Orrin 96 per cent of the victims were girls, where the form had been filled in.",
    "Ninety-six per cent of the children with a sex on the form in Orrin were female.",
    "Orrin's girls were 96% of the cases where it was clear.",
    "Girls made up 96.04 per cent in Orrin.",
    "Girls are 96 per cent once the blanks are gone. In the UK they are 81.",
    # the country less the force
    "The UK counted 274 boys. Without those from Orrin it would be 270.",
    "The UK had 274 boys. Strip out the ones in Orrin and 270 remain.",
    "The UK had 274 boys. Were it not for Orrin it would be 270.",
    "The UK had 274 boys. Drop our county and there are 270.",
    "There were 274 boys in the UK. Without us there would be 270.",
    "The UK had 274 boys. Orrin excluded, the figure is 270.",
]
NOT_OF_ORRIN = [
    "Girls were 93 per cent of Orrin's victims.",
    "In the UK, girls were 81 per cent of those whose sex was known.",
    "More than nine in ten victims in Orrin were girls.",
    "The UK counted 274 boys.",
    "The UK had 1,498 offences. Without those of Orrin it would be 1,394.",
    "Snapchat was named 572 times in the UK. Without those in Orrin it would be 532.",
]
OF_VELMOUTH = [
    # a group of ages by its place behind another
    "There were nine victims in the 14 to 15 group. The next group up had six fewer.",
    "There were nine victims in the 14 to 15 group. The group above had six fewer.",
    "There were nine victims aged 14 or 15. The next group had three.",
    "There were nine victims aged 14 or 15. The band above that had a third as many.",
    "Velmouth had 11 victims of ten or 11. The next band down had nine fewer.",
    "Velmouth had 11 victims of ten or 11. The group just below had two.",
    "Velmouth had nine aged 14 to 15. The one above had six fewer.",
    "Velmouth had nine aged 14 to 15. For the group after that it was six fewer.",
    "Velmouth had 11 aged ten to 11. The preceding band had nine fewer.",
    "Velmouth had 22 aged 12 to 13, 11 a band lower and two in the band two bands below.",
]
NOT_OF_VELMOUTH = [
    "There were 11 victims aged ten to 11. The next group up had 11 more.",
    "Velmouth had 22 victims aged 12 to 13. The next group up had 13 fewer.",
    "There were nine victims aged 14 to 15. The next group up is withheld.",
    "There were nine victims in the 14 to 15 group. The next group to speak was a choir.",
]

ALL_FORCES = {
    **{"place": "England", "measure": "online sexual offences", "latest": "2019/20"},
    **{"scope": "national", "nations": ["England"], "asked": 6},
    "panel": {
        "Larmere": {"2018/19": 96, "2019/20": 127},
        "Ashwold": {"2018/19": 151, "2019/20": 163},
        "Brinmoor": {"2018/19": 260, "2019/20": 291},
        "Culver Bay": {"2018/19": 96, "2019/20": {"missing": "late"}},
        "Dunster": {"2018/19": {"missing": "refused"}, "2019/20": {"missing": "refused"}},
        "Fenwick": {"2018/19": 60, "2019/20": 91},
    },
    "shares": {
        "platform": {
            **{"of": 672, "known": 560},
            "parts": {"Snapchat": 224, "Instagram": 146, "WhatsApp": 101, "Discord": 22},
        },
        "offence": {
            **{"of": 672, "known": 672},
            "parts": {
                **{"causing or inciting sexual activity": 290, "indecent images of a child": 246},
                **{"sexual communication with a child": 99, "meeting following grooming": 37},
            },
        },
    },
    "ages": {
        **{"9": 23, "10": 60, "11": 85, "12": 120, "13": 141, "14": 110, "15": 66, "16": 29},
        "unknown": 38,
    },
}
LARMERE = world(
    "Larmere",
    {"2017/18": 71, "2018/19": 96, "2019/20": 127},
    {
        "offence": {"causing or inciting sexual activity": 66, "indecent images of a child": 54},
        "gender": {"girls": 98, "boys": 29},
        "platform": {"Snapchat": 47, "Instagram": 31, "WhatsApp": 14},
    },
    {"10": 12, "11": 15, "12": 24, "13": 30, "14": 22, "15": 13, "unknown": 11},
    [
        *(["sexual communication with a child"], ["meeting following grooming"]),
        *(["age 9"], ["age 16"], ["Discord"]),
    ],
    ["Snapchat", "Instagram", "WhatsApp", "Discord"],
    national=ALL_FORCES,
)
OF_LARMERE = [
    "Inciting offences made up 43 per cent in England, well below the three per cent of meetings "
    "in Larmere.",
    "Snapchat's slice was 37 per cent in Larmere and four for Discord.",
    "Snapchat's slice was 37 per cent in Larmere and four for the app with the star.",
    "In more than half the cases, 52 per cent, a child was incited. The kind that is blank made "
    "up two per cent.",
    "In 52 per cent a child was caused to do something sexual. In three per cent a child was met.",
    "In three per cent a child was met in Larmere.",
    "Three per cent of Larmere's cases were of the fourth kind.",
    "WhatsApp accounted for 11 per cent of Larmere's offences and Discord for just under four.",
    "WhatsApp accounted for 11 per cent of Larmere's offences and Discord for under four.",
    "Where the app was written down, Discord accounted for just under nine per cent and WhatsApp "
    "for 11.",
    "Twice as many were 12 as were nine. It is 24 against 12.",
    "Exactly three times as many were 10 as were 16. It is 12 against four.",
    "Ten-year-olds are the youngest group for whom a number has been issued here. Below them "
    "there are four.",
    "Ten-year-olds are the youngest group for whom a number has been issued here. The younger "
    "ones are three.",
    "Nines are the youngest group for whom a number has been issued here. It is four.",
    "WhatsApp was in 14 and Instagram in 31. Neither comes near Snapchat. Discord had three.",
    "WhatsApp was in 14 and Instagram in 31. Neither was 16.",
    "Neither of the two 16-year-olds was on Snapchat, which was named in 47.",
    "Culver Bay was late and Dunster refused. The other four were boys of nine.",
    "Culver Bay was late and Dunster refused. The other four, Larmere children of 16, were found.",
    "Larmere had 127 offences. The other four were on Discord.",
    "Discord is next. Brinmoor led and then came Larmere. It had the other four.",
    "Discord is next. Brinmoor led and then came Larmere. It took all the other four.",
    "Ashwold added 12 offences to reach 163. Larmere added four on Discord.",
    "Nine-year-olds were few. Larmere added four of them.",
    "Larmere added four children of 16.",
    "Discord? Larmere added four.",
    "Boys of nine made up the lower half of the four in Larmere.",
    "Fenwick is bottom with 91. Half of Larmere's nines were boys.",
    "Discord was named in 22 offences nationally. That is four per cent of those where the "
    "platform was known, and four were in Larmere.",
    "Discord was named in 22 offences nationally. That is four per cent of those where the "
    "platform was known, and three per cent in Larmere.",
    "The country's tables list 23 nine-year-olds. For Larmere there are four in that row.",
    "Discord was named in 22 offences nationally. That is four per cent of those where the "
    "platform was known, the same as in Larmere.",
    "Discord was named in 22 offences nationally. That is four per cent of those where the "
    "platform was known, and so it is here.",
    "Discord was named in 22 offences nationally. That is four per cent, and how many were in "
    "Larmere is not given, but not many.",
    "Discord was named in 22 offences nationally. That is three per cent of the Larmere ones.",
    "The country's tables list 23 nine-year-olds, and Larmere's four.",
]
NOT_OF_LARMERE = [
    "Inciting offences made up 43 per cent in England, well below the 52 per cent in Larmere.",
    "Snapchat's slice was 37 per cent in Larmere and 33 in England.",
    "Snapchat took 37 per cent here, against 33 across England.",
    "In more than half the cases, 52 per cent, a child was caused or incited to do something "
    "sexual. Images made up 43 per cent.",
    "A child was made to do something sexual in 52 per cent. Pictures made up 43 per cent.",
    "WhatsApp accounted for 11 per cent of Larmere's offences and Instagram for just under 25.",
    "Snapchat accounted for 37 per cent of Larmere's offences and WhatsApp for 11.",
    "Exactly twice as many were 12 as were 10. It is 24 against 12.",
    "Twice as many children were 13 as were 11: 30 against 15.",
    "Ten-year-olds are the youngest group for whom a number has been issued here. It is 12.",
    "The youngest age with a published number in Larmere is ten.",
    "WhatsApp was in 14 and Instagram in 31. Neither comes near Snapchat, which was named in 47.",
    "Fourteen Larmere cases involved WhatsApp. It is well behind Snapchat, named in 47.",
    "Culver Bay was late and Dunster refused. The other four, Larmere among them, sent what we "
    "wanted.",
    "Dunster refused. The remaining five gave at least one year.",
    "Ashwold added 12 offences to reach 163. Larmere added 31.",
    "Brinmoor gained 31 offences to reach 291. By coincidence Larmere gained 31 as well.",
    "Brinmoor is top of the table with 291. Larmere's 127 puts it in the lower half.",
    "Larmere is in the top half of the list.",
    "A quarter of the cases in England with a known platform were on Instagram. Larmere's share "
    "was 24 per cent.",
    "Discord was named in 22 offences nationally. That is four per cent of those where the "
    "platform was known, and how many were in Larmere has not been made public.",
    "The country's tables list 23 nine-year-olds. For Larmere there is a blank in that row.",
    "England's tables list 29 sixteen-year-olds. In Larmere's the row is blank.",
]
OF_ORRIN_TOO = [
    "At 14 there were 17 victims. For three no sex was noted.",
    "At 14 there were 17 victims. For another three the sex was not noted.",
    "For 19 no age was noted, and for three no sex.",
    "Ashwold added 12 offences to reach 163. Orrin added three boys.",
    "Boys were the victims in 274 of the UK's cases. That is 19 per cent of those where the sex "
    "was recorded, which in Orrin it was in all but three.",
    "Boys were the victims in 274 of the UK's cases. The sex was recorded in 101 of Orrin's.",
    "For 19 no age was noted. For another three it was the sex.",
]
NOT_OF_ORRIN_EITHER = [
    "At 14 there were 17 victims. For another 19 no age was noted.",
    "For 19 no age was noted.",
    "The age was not recorded in 19 of Orrin's cases.",
    "Brinmoor added 71 offences to reach 1,231. Orrin added 16.",
    "Boys were the victims in 274 of the UK's cases. That is 19 per cent of those where the sex "
    "was recorded.",
    "Brinmoor is top of the table with 1,231. Orrin's 104 puts it in the lower half.",
]


@pytest.mark.parametrize(
    ("of", "text"),
    [*((SEXES, text) for text in OF_ORRIN), *((BANDS, text) for text in OF_VELMOUTH)],
)
def test_a_whole_less_a_few_and_the_next_group_tell_a_hidden_number(of, text):
    assert [found for _, found in given_away(of, [text])] != [[]]


@pytest.mark.parametrize(
    ("of", "text"),
    [*((SEXES, text) for text in NOT_OF_ORRIN), *((BANDS, text) for text in NOT_OF_VELMOUTH)],
)
def test_a_released_figure_beside_a_hidden_part_tells_nothing(of, text):
    assert [found for _, found in given_away(of, [text])] == [[]]


@pytest.mark.parametrize(
    ("of", "text"),
    [*((LARMERE, text) for text in OF_LARMERE), *((SEXES, text) for text in OF_ORRIN_TOO)],
)
def test_a_hidden_number_beside_such_a_figure_is_found(of, text):
    assert [found for _, found in given_away(of, [text])] != [[]]


@pytest.mark.parametrize(
    ("of", "text"),
    [
        *((LARMERE, text) for text in NOT_OF_LARMERE),
        *((SEXES, text) for text in NOT_OF_ORRIN_EITHER),
    ],
)
def test_a_share_a_rise_and_a_list_of_forces_tell_nothing(of, text):
    assert [found for _, found in given_away(of, [text])] == [[]]
