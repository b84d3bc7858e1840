"""Dunmarsh, which hides its small numbers, and England: what the gate finds in a text on them.

Hidden are the ages of eight and nine, two apps, two kinds of offence and three crossings.
"""

from tests.tracing.test_gate_worlds import given_away

ENGLAND = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2021/22",
    "scope": "national",
    "nations": ["England"],
    "asked": 6,
    "panel": {
        "Dunmarsh": {"2020/21": 79, "2021/22": 87},
        "Wrayburn": {"2020/21": 61, "2021/22": 54},
        "Corveley": {"2020/21": 140, "2021/22": 163},
        "Hexborough": {"2020/21": 211, "2021/22": 236},
        "Selby Vale": {"2020/21": {"missing": "late"}, "2021/22": 120},
        "Morlington": {"2020/21": {"missing": "refused"}, "2021/22": {"missing": "refused"}},
    },
    "shares": {
        "platform": {
            "of": 660,
            "known": 520,
            "parts": {"Snapchat": 221, "Instagram": 140, "Facebook": 77, "Kik": 41, "Yubo": 23},
        },
        "gender": {"of": 660, "known": 630, "parts": {"girls": 511, "boys": 119}},
        "offence": {
            "of": 660,
            "known": 660,
            "parts": {
                **{"sexual communication with a child": 331, "grooming": 172},
                **{"indecent images": 110, "voyeurism": 29, "meeting following grooming": 18},
            },
        },
    },
    "ages": {
        **{"8": 14, "9": 27, "10": 49, "11": 90, "12": 126, "13": 150, "14": 103, "15": 64},
        "unknown": 37,
    },
}
SHOWN = {
    **{"Snapchat": 31, "Instagram": 18, "Facebook": 10, "girls": 70, "boys": 13},
    **{"sexual communication with a child": 46, "grooming": 22, "indecent images": 14},
    **{"age 10": 6, "age 11": 12, "age 12": 17, "age 13": 21, "age 14": 14, "age 15": 8},
    "age unknown": 5,
}
HIDDEN = [
    *(["age 8"], ["age 9"], ["Kik"], ["Yubo"], ["voyeurism"], ["meeting following grooming"]),
    *(["boys", "Facebook"], ["girls", "Facebook"], ["boys", "age 13"], ["girls", "age 13"]),
]
FACTS = {
    "place": "Dunmarsh",
    "measure": "online sexual offences",
    "latest": "2021/22",
    "series": {"2018/19": 58, "2019/20": 66, "2020/21": 79, "2021/22": 87},
    "shares": {
        "platform": {
            "of": 87,
            "known": 66,
            "parts": {each: SHOWN[each] for each in ("Snapchat", "Instagram", "Facebook")},
        },
        "gender": {
            "of": 87,
            "known": 83,
            "parts": {each: SHOWN[each] for each in ("girls", "boys")},
        },
        "offence": {
            "of": 87,
            "known": 87,
            "parts": {
                each: SHOWN[each]
                for each in ("sexual communication with a child", "grooming", "indecent images")
            },
        },
    },
    "ages": {**{"10": 6, "11": 12, "12": 17, "13": 21, "14": 14, "15": 8}, "unknown": 5},
}
DUNMARSH = {
    "facts": FACTS,
    "national": ENGLAND,
    "names": [*ENGLAND["shares"]["platform"]["parts"], *ENGLAND["shares"]["offence"]["parts"]],
    "hidden": HIDDEN,
    "shown": SHOWN,
    "ranges": {},
    "threshold": 5,
}


def stopped(text: str) -> list[str]:
    """The words that give a hidden number of Dunmarsh away, each with what it is of."""
    (found,) = (found for _, found in given_away(DUNMARSH, [text]))
    return [f"{text[start:end]} | {name}" for start, end, name in found]
