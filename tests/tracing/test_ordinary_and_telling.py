"""Texts of four forces: each that tells a hidden number, with one like it that does not."""

import pytest

from tests.tracing.test_gate_worlds import given_away

HIDDEN = {"suppressed": [1, 4]}
PANEL = {"Wenlow": {"2019/20": 210, "2020/21": 265}}


def world(place, series, shares, ages, hidden, names, **more):
    """The facts of one force, what it hides and what it shows."""
    latest = max(series)
    total = series[latest]
    known = more.pop("known", total)
    of = {kind: {"of": total, "known": known, "parts": parts} for kind, parts in shares.items()}
    shown = {name: n for parts in shares.values() for name, n in parts.items()}
    return {
        "facts": {
            "place": place,
            "measure": "online sexual offences",
            "latest": latest,
            "series": series,
            "shares": of,
            "ages": ages,
        },
        "national": {
            "place": "England",
            "measure": "online sexual offences",
            "latest": latest,
            "scope": "national",
            "panel": {**PANEL, place: {y: n for y, n in series.items() if isinstance(n, int)}},
        },
        "names": names,
        "hidden": hidden,
        "shown": {**shown, **{f"age {age}": n for age, n in ages.items()}},
        "ranges": {},
        **more,
    }


APPS = world(
    "Tarnholme",
    {"2018/19": 141, "2019/20": 163, "2020/21": 178},
    {"platform": {"Snapchat": 70, "Instagram": 41, "Facebook": 19, "WhatsApp": 10}},
    {"10": 8, "11": 17, "12": 31, "13": 46, "14": 42},
    [["Kik"], ["Discord"], ["Roblox"]],
    ["Snapchat", "Instagram", "Facebook", "WhatsApp", "Kik", "Discord", "Roblox"],
    threshold=5,
)
AGES = world(
    "Estermere",
    {"2018/19": 145, "2019/20": 118, "2020/21": 172},
    {"gender": {"girls": 146, "boys": 26}, "platform": {"Facebook": 58, "Snapchat": 44}},
    {"9": 6, "10": 11, "11": 20, "12": 29, "13": 37, "14": 28, "15": 22, "16": 10},
    [["age 7"], ["age 8"], ["age 17"]],
    ["Facebook", "Snapchat"],
)
SEXES = world(
    "Pellowick",
    {"2018/19": 84, "2019/20": 119, "2020/21": 131},
    {"gender": {"girls": 119}, "platform": {"Snapchat": 61, "Instagram": 28}},
    {"11": 12, "12": 23, "13": 31, "14": 27, "15": 18, "16": 9},
    [["boys"], ["sex not recorded"], ["age 10"], ["age unknown"]],
    ["Snapchat", "Instagram"],
    threshold=5,
)
YEARS = world(
    "Oldbarrow",
    {"2016/17": HIDDEN, "2017/18": 19, "2018/19": 27, "2019/20": 38, "2020/21": 52},
    {"platform": {"Snapchat": 21, "Instagram": 11}, "gender": {"girls": 41, "boys": 11}},
    {"11": 6, "12": 9, "13": 12, "14": 10, "15": 8},
    [["Kik"], ["Yubo"], ["age 9"], ["age 10"]],
    ["Snapchat", "Instagram", "Kik", "Yubo"],
)
APPS_TOLD = [
    (
        "Three boys met him in our Discord server, Tarnholme parents say.",
        "Our Discord server has 31 members, and three Tarnholme parents look after it.",
    ),
    (
        "None of the Tarnholme apps came back with a nought, not even Kik.",
        "“We have zero tolerance of this,” Kik said. Tarnholme recorded 178 offences.",
    ),
    (
        "In the survey of 178 Tarnholme cases three used Kik.",
        "In a poll of 120 Tarnholme pupils, 40 said they used Kik.",
    ),
    (
        "Snapchat was named 20 times as often as Kik in Tarnholme.",
        "Snapchat was named seven times as often as WhatsApp in Tarnholme: 70 against ten.",
    ),
    (
        "Behind the star for Kik are three Tarnholme children.",
        "Please do not guess what lies behind the stars for Kik and Roblox in Tarnholme.",
    ),
    (
        "Why is Kik missing from the Tarnholme chart? There were hardly any.",
        "Why is Kik missing from the Tarnholme chart? Its number is withheld.",
    ),
    (
        "PC: On Kik?\nMUM: How many, I mean.\nPC: Two.",
        "MUM: And Kik?\nPC: That is hidden. What I can say is that Snapchat was used in 70 cases.",
    ),
    (
        "Ten of the 140 in Tarnholme were on the hidden three.",
        "Three of the names in the Tarnholme table are hidden.",
    ),
    (
        "After the news at six: two Tarnholme children on Kik.",
        "After the news at six: a Tarnholme teacher on Kik.",
    ),
    (
        "Five minutes past four, and Kik has four in Tarnholme.",
        "It is five minutes to four on Tarnholme FM, and we talk about Kik.",
    ),
    ("Kik: zero in Tarnholme.", "Kik has a zero-tolerance rule, it says."),
    (
        "Tarnholme: Snapchat 70 / Instagram 41 / Kik 2.",
        "Tarnholme: Snapchat 70 / Instagram 41 / Kik [c].",
    ),
    (
        "Tarnholme: Snapchat 70 • Instagram 41 • Kik 2.",
        "Tarnholme: Snapchat 70 • Instagram 41 • Kik *.",
    ),
    (
        "4.1 Minutes agreed. 4.2 Kik was named in two.",
        "4.1 Minutes agreed. 4.2 The clerk will write to Kik. 4.3 The chair closed the meeting.",
    ),
    (
        "Shares in Tarnholme. 4.1 For Roblox. 4.2 For Kik.",
        "6.1 Minutes agreed. 6.2 Members asked about Kik. 6.3 The figure is withheld.",
    ),
    (
        "The Kik video shows a Tarnholme girl.",
        "The Kik video by Tarnholme’s cadets has been watched 4,100 times.",
    ),
    ("Kik knows of two Tarnholme victims.", "Kik works with two charities."),
    ("Kik: 1 case, 0 arrests.", "Kik guide: 3 pages, 1 checklist, 0 jargon."),
    (
        "There is no Kik at all in the Tarnholme numbers.",
        "There is no number at all for Kik in the Tarnholme table.",
    ),
    (
        "Mostly it is Snapchat in Tarnholme. Roblox you hardly see.",
        "Mostly it is Snapchat in Tarnholme. WhatsApp is rarer, at ten.",
    ),
    (
        "There isn’t a Discord in it. I went through the Tarnholme list.",
        "There are 70 in it for Snapchat. I went through the Tarnholme list.",
    ),
]
AGES_TOLD = [
    (
        "Of the 172 offences in Estermere, 163 were against children aged nine to 16.",
        "Of the 172 offences in Estermere, 94 were against children aged 12 to 14.",
    ),
    (
        "“My lad was eight when it happened. He was the only one of that age in Estermere.”",
        "“My lad was eight when he got a tablet. I read of the 172 offences in Estermere.”",
    ),
    (
        "MUM: Is anybody as young as mine in there? He’s seven.\nPC: One.",
        "MUM: Can I help you with that? He’s seven.\nPC: Estermere has 172 offences on record.",
    ),
    (
        "Host: And 17?\nGuest: That would be three.",
        "Host: How many were 17?\nGuest: We keep that back.\nHost: And 16?\nGuest: Ten.",
    ),
    (
        "In Estermere nine-year-olds featured in six and eight-year-olds in four.",
        "In Estermere 14-year-olds featured in 28, 15-year-olds in 22 and 16-year-olds in ten.",
    ),
    (
        "In Estermere there were 20 against children of 11 and three against children of eight.",
        "In Estermere there were 20 against children of 11 and 29 against children of 12.",
    ),
    (
        "Ages 7 to 10 in Estermere: 2, 4, 6 and 11.",
        "Children aged 12 to 15 were the victims in 116 Estermere offences: 29, 37, 28 and 22.",
    ),
    (
        "The gaps at seven, eight and 17 in Estermere stand for two, three and four.",
        "The Estermere table has gaps at seven, eight and 17, and we know no more.",
    ),
    (
        "Year 3 pupils, who are seven and eight, were the victims in two Estermere cases.",
        "Our Year 3 pupils, who are seven and eight, sang for the Estermere fund.",
    ),
    (
        "Three 17-year-olds from Estermere College came forward.",
        "Three 17-year-olds from Estermere College won a prize for their poster.",
    ),
    (
        "In Estermere, nine was the age of the youngest victim, and 16 that of the oldest.",
        "In Estermere, 60 was the age of the oldest volunteer and 16 that of the youngest singer.",
    ),
    (
        "Seven is the youngest in Estermere, with two.",
        "Sixteen is the oldest age shown for Estermere, with ten.",
    ),
    (
        "At 14 there were 28 in Estermere, at 15 there were 22. That makes 54 with those of 17.",
        "At 14 there were 28 in Estermere, at 15 there were 22. That makes 50 children.",
    ),
    (
        "“Eight, eight and seven: those were the ages of our three youngest,” police said.",
        "“Twelve, 13 and 14: those were the ages of most of our victims,” police said.",
    ),
    (
        "Eight and eight were the ages of the youngest in Estermere.",
        "Nine, ten and 11 are the ages that we teach in Estermere.",
    ),
    (
        "She has three children, all eight and all of them Estermere victims.",
        "She has three children, all in Estermere schools.",
    ),
    (
        "Estermere, age of victim: 7 *, 8 3, 9 6, 10 11.",
        "Estermere, age of victim: 7 *, 8 *, 9 6, 10 11, 11 20.",
    ),
    (
        "Eight-year-old Mia Lund is one of three in the Estermere figures.",
        "Eight-year-old Mia Lund has three rabbits and lives in Estermere.",
    ),
    (
        "Eight-year-old Mia Lund put three crosses in her row of the Estermere sheet.",
        "Eight-year-old Mia Lund put one question to the Estermere mayor.",
    ),
    (
        "Eight-year-old twins from Estermere met him there. Both of them told a teacher.",
        "Eight-year-old twins Mia and Leo Lund sing well. Both of them play the drum.",
    ),
    (
        "It worries Jo Lund, who has three girls of eight at Estermere Primary, all victims.",
        "It worries Jo Lund, who has three sons at Estermere schools.",
    ),
]
SEXES_TOLD = [
    (
        "Boys are not left out in Pellowick. Crimes were recorded against them, and many online.",
        "The number of boys in Pellowick is not given. Crimes against them are as grave.",
    ),
    (
        "In Pellowick, 94 per cent of the children whose sex is known were girls.",
        "In Pellowick, 91 per cent of the offences were against girls.",
    ),
    (
        "She has three boys on her books in Pellowick, all of them victims.",
        "A Pellowick councillor, who has three sons, asked why the number of boys is hidden.",
    ),
    ("Girls 119\nBoys 9\nNot recorded 3", "Girls 119\nBoys *\nNot recorded *"),
    (
        "Pellowick Police could not tell us the age of four of the children.",
        "Pellowick Police could not tell us the age of the children.",
    ),
    (
        "119 to nine: that is how the sexes split in Pellowick.",
        "119 to 84: that is how the total has grown in Pellowick since 2018/19.",
    ),
    (
        "We can confirm that there were boys among the 131 in Pellowick.",
        "We can neither confirm nor deny that any boys are in the Pellowick figures.",
    ),
    (
        "There wasn’t a boy in it. I went through the Pellowick list.",
        "There wasn’t a spare seat in it. I mean the Pellowick hall.",
    ),
]
YEARS_TOLD = [
    (
        "HOST: How far back does it go?\nGUEST: 2016/17. Three then, 52 now.",
        "HOST: How far back does it go?\nGUEST: 2017/18. Nineteen then, 52 now.",
    ),
    ("Before 2017/18 there were three in Oldbarrow.", "Before 2018/19 there were 19 in Oldbarrow."),
    ("Until 2017/18 Oldbarrow was quiet.", "We hold no figure for Oldbarrow before 2017/18."),
    (
        "It was three when Oldbarrow’s count began.",
        "At the start of the Oldbarrow meeting three officers spoke.",
    ),
    ("In Oldbarrow Kik = Yubo.", "Oldbarrow: Snapchat > Instagram."),
    (
        "Oldbarrow’s total rose by more than five times in 2017/18.",
        "Oldbarrow’s total rose by more than a third in 2020/21.",
    ),
    (
        "The years 2016/17 to 2020/21 add up to 139 in Oldbarrow.",
        "The three years 2018/19 to 2020/21 add up to 117 offences in Oldbarrow.",
    ),
    (
        "Oldbarrow’s first year had half as many as Yubo.",
        "Instagram was named in 11 Oldbarrow offences, half as many as Snapchat.",
    ),
    (
        "She has two daughters, both of whom were Oldbarrow victims in 2016/17.",
        "I have three grandchildren, and I worry for all of them. Oldbarrow had 52 offences.",
    ),
    (
        "Yubo was used in the first half of the year in Oldbarrow, three times.",
        "Yubo will be covered in the second half of the talk at Oldbarrow library.",
    ),
    (
        "Oldbarrow, all offences. 2016/17: 3; 2017/18: 19.",
        "Oldbarrow, all offences. 2016/17: <5; 2017/18: 19; 2018/19: 27.",
    ),
    (
        "In Oldbarrow it was three in 2016/17, after the news at six.",
        "After the news at six: why Oldbarrow’s police want you to talk.",
    ),
    ("2016/17? Next to nothing, in Oldbarrow.", "2016/17? That number is withheld in Oldbarrow."),
]
ROWS = [
    (of, *pair)
    for of, pairs in (
        (APPS, APPS_TOLD),
        (AGES, AGES_TOLD),
        (SEXES, SEXES_TOLD),
        (YEARS, YEARS_TOLD),
    )
    for pair in pairs
]


@pytest.mark.parametrize(("of", "telling", "ordinary"), ROWS, ids=[row[1] for row in ROWS])
def test_what_tells_is_stopped_and_what_looks_like_it_is_not(of, telling, ordinary):
    (_, told), (_, free) = given_away(of, (telling, ordinary))
    assert told
    assert not free
