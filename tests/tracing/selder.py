"""Selder, and the nine forces of the UK: two refused, one was late, and two began later."""

from functools import cache

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences"
SELDER = {
    **{"place": "Selder", "measure": MEASURE, "latest": "2018/19", "scope": "force"},
    "series": {"2015/16": 90, "2016/17": 112, "2017/18": 120, "2018/19": 150},
    "ages": {"9": 8, "10": 12, "11": 15, "12": 20, "13": 40, "14": 25, "unknown": 30},
    "age_thresholds": [{"max": 10}],
    "shares": {
        "platform": {
            **{"of": 150, "known": 100},
            "parts": {"Snapchat": 40, "Instagram": 30, "Facebook": 20},
        },
        "gender": {"of": 150, "known": 120, "parts": {"girls": 90, "boys": 30}},
    },
}
LATER = {"missing": "not_held"}
UK = {
    **{"place": "the UK", "measure": MEASURE, "latest": "2018/19", "scope": "national", "asked": 9},
    "nations": ["England", "Wales", "Scotland", "Northern Ireland"],
    "panel": {
        "Selder": SELDER["series"],
        "Arden": {"2016/17": 200, "2017/18": 260, "2018/19": 300},
        "Brock": {"2016/17": 150, "2017/18": 170, "2018/19": 210},
        "Corrie": {"2016/17": 80, "2017/18": 95, "2018/19": 104},
        "Dunton": {"2016/17": LATER, "2017/18": 66, "2018/19": 72},
        "Ewell": {"2016/17": LATER, "2017/18": LATER, "2018/19": 164},
        "Frome": {"2017/18": {"missing": "refused"}, "2018/19": {"missing": "refused"}},
        "Gower": {"2017/18": 88, "2018/19": {"missing": "late"}},
        "Hythe": {"2017/18": {"missing": "refused"}, "2018/19": {"missing": "refused"}},
    },
    "ages": {"8": 30, "9": 50, "10": 70, "11": 90, "12": 130, "13": 200, "14": 180, "unknown": 250},
    "age_thresholds": [{"max": 10}],
    "shares": {
        "platform": {
            **{"of": 1000, "known": 800},
            "parts": {"Snapchat": 320, "Instagram": 200, "Facebook": 120},
        },
        "gender": {"of": 1000, "known": 900, "parts": {"girls": 720, "boys": 180}},
    },
}


@cache
def documents() -> list[Evidence]:
    return [Evidence(read_facts(each)) for each in (SELDER, UK)]


def flagged(text: str) -> list[str]:
    """The figures of a text that are asked about."""
    wrong = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, *documents()) if f.verdict in wrong]
