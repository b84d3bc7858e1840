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
