"""What gives a withheld number away: sentences on Northshire, whose small numbers are hidden."""

import json
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.withheld import Withheld, disclosures

SAID = json.loads((Path(__file__).parents[1] / "press" / "gate.json").read_text(encoding="utf-8"))


def age(n: int) -> frozenset[NamedCategory]:
    return frozenset({NamedCategory("age", "", n, n)})


def part(name: str) -> frozenset[NamedCategory]:
    return frozenset({category_of_part(name)})


HIDDEN = Withheld(
    frozenset({age(8), age(9), age(10), age(11), part("Facebook"), part("Not known")}),
    {
        **{age(12): frozenset({25}), age(13): frozenset({31})},
        **{part("Snapchat"): frozenset({41}), part("Instagram"): frozenset({20})},
    },
)
NOTHING = Withheld(frozenset(), {})
NAMES = ("Facebook", "Instagram", "Snapchat", "Not known")
FACTS = {
    "place": "Northshire",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2018/19": 75},
    "shares": {"platform": {"of": 75, "known": 65, "parts": {"Snapchat": 41, "Instagram": 20}}},
}
NATIONAL = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        "Northshire": {"2018/19": 75},
        "Southshire": {"2018/19": 131},
        "Eastshire": {"2018/19": 131},
    },
    "shares": {
        "platform": {
            "of": 337,
            "known": 287,
            "parts": {"Facebook": 66, "Snapchat": 141, "Instagram": 80},
        }
    },
}


def named(*names: str):
    return lambda name: name.removesuffix(" Police") in names


def told(text: str, own: str = "Northshire") -> list[tuple[str, str]]:
    """Each number that gives one away, with the category that it is said of."""
    forces = [
        (named("Northshire"), HIDDEN, own == "Northshire"),
        (named("Southshire"), NOTHING, own == "Southshire"),
    ]
    documents = [Evidence(read_facts(facts)) for facts in (FACTS, NATIONAL)]
    documents = documents if own == "Northshire" else documents[1:]
    found = disclosures(text, documents, forces, NAMES)
    return [(text[start:end], name) for start, end, name in found]


@pytest.mark.parametrize("text", SAID["telling"])
def test_no_phrasing_of_a_withheld_number_passes(text):
    assert told(text)


def test_ordinary_sentences_pass():
    """But one: a withheld number's name in a row with the number of all forces."""
    stopped = [text for text in SAID["ordinary"] if told(text)]
    assert [text.splitlines()[-1] for text in stopped] == ["Facebook | withheld | 66"]
