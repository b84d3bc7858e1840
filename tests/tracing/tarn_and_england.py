"""Tarn, and England and Wales: sentences about them, and the figures that are asked about."""

from collections.abc import Iterable
from functools import cache

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences against children"
TARN = {
    **{"place": "Tarn", "measure": MEASURE, "latest": "2019/20", "scope": "force"},
    "series": {
        **{"2016/17": 77, "2017/18": {"value": 95, "previously": 91}},
        **{"2018/19": 110, "2019/20": 149},
    },
    "ages": {"9": 6, "10": 8, "11": 12, "12": 20, "13": 25, "14": 27, "15": 20, "unknown": 31},
    "age_thresholds": [{"max": 10}],
    "shares": {
        "platform": {"of": 149, "known": 83, "parts": {"Snapchat": 40, "Instagram": 28, "Kik": 15}},
        "gender": {"of": 149, "known": 140, "parts": {"girls": 112, "boys": 28}},
    },
}
PANEL = {
    f"Force {n}": {"2016/17": 100 + n, "2018/19": 150 + 2 * n, "2019/20": 200 + 3 * n}
    for n in range(1, 12)
}
ENGLAND = {
    **{"place": "England and Wales", "measure": MEASURE, "latest": "2019/20", "asked": 15},
    "nations": ["England", "Wales"],
    "panel": {**PANEL, "Holm": {"2018/19": 60, "2019/20": 91}},
    "ages": {"9": 60, "10": 83, "11": 160, "12": 220, "13": 413, "14": 380, "unknown": 600},
    "age_thresholds": [{"max": 10}],
    "shares": {
        "platform": {"of": 2489, "known": 1250, "parts": {"Snapchat": 560, "Instagram": 310}},
        "gender": {"of": 2489, "known": 2238, "parts": {"girls": 1805, "boys": 433}},
    },
}


@cache
def documents() -> list[Evidence]:
    return [Evidence(read_facts(each)) for each in (TARN, ENGLAND)]


def flagged(text: str) -> list[str]:
    """The figures of a text that are asked about."""
    return [
        f.text for f in trace(text, *documents()) if f.verdict in ("mismatch", "untraced", "loose")
    ]


def tell_apart(before: str, text: str, right: str, false: str) -> None:
    """That nothing is asked about with the right number, and only the false one in its place."""
    assert flagged(f"{before}{text.format(right)}") == []
    assert flagged(f"{before}{text.format(false)}") == [false]


def ask_about_the_false(before: str, text: str, right: str, false: str) -> None:
    """The same where other figures may be asked about, too: of the two numbers, the false one."""
    assert right not in flagged(f"{before}{text.format(right)}")
    assert false in flagged(f"{before}{text.format(false)}")


def tell_each_apart(text: str, right: str, false: str) -> None:
    """That nothing is asked about with the right numbers, and the false ones are, each in turn.

    Of several numbers in one place, one at least; those that may stand there end at semicolons.
    """
    assert flagged(text.format(right)) == []
    for each in false.split("; "):
        found = flagged(text.format(each))
        assert any(part in each or each in part for part in found), (each, found)


def ask_about_these_alone(false: Iterable[str], true: Iterable[str]) -> None:
    """That each false text is asked about, its number behind "|" if it has one, and no true one."""
    passed = []
    for said in false:
        text, _, number = said.partition("|")
        found = flagged(text.format(number))
        if not found or (number and number not in found):
            passed.append(said)
    assert passed == []
    alarms = {text: flagged(text) for text in true}
    assert {text: found for text, found in alarms.items() if found} == {}
