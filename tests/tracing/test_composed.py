"""What the gate of hidden numbers stops in sentences composed of the numbers of a release.

Each pattern is filled with the totals, parts, differences and shares of some invented forces, the
true ones and numbers close to them. In each a year, or the smallest part of each breakdown, is
hidden. `composed.json` has what is stopped, and of each figure what a reader could work out. A
changed answer is read, then written by

    python -m tests.tracing.test_composed

SENTENCES=1 checks all of them; the test run an eighth.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.excerpts import without_hidden
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.samples import sampled, some
from tests.tracing.said import as_in_the_tests
from tests.tracing.test_gate_worlds import category
from tests.tracing.worked_out import worked_out

HERE = Path(__file__).parent
FILE = HERE / "composed.json"
PATTERNS = json.loads((HERE / "patterns.json").read_text(encoding="utf-8"))
STORIES = json.loads((HERE / "stories.json").read_text(encoding="utf-8"))
WORLDS = [
    facts for facts in STORIES["facts"] if "shares" in facts and "panel" in facts["national"]
][::9]
TESTS = {
    f"{number} {facts['place']} {kind}": (number, kind)
    for number, facts in enumerate(WORLDS)
    for kind in PATTERNS
}
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
CHOSEN = [*TESTS] if "SENTENCES" in os.environ else sampled(TESTS, some(TESTS, 8))


def totals(facts: dict[str, Any]) -> list[tuple[str, int]]:
    return [(year, n) for year, n in facts["series"].items() if isinstance(n, int)]


def parts(facts: dict[str, Any], kind: str) -> tuple[int, list[tuple[str, int]]]:
    """How many are known of the first breakdown of a kind, and its parts, the largest first."""
    share = facts["shares"].get(kind) or next(iter(facts["shares"].values()))
    own = [(name, n) for name, n in share["parts"].items() if name != "other"]
    return share.get("known", share["of"]), sorted(own, key=lambda part: -part[1])


def hidden_in(facts: dict[str, Any], number: int, kind: str) -> tuple[list[Evidence], Hiding]:
    """One year, of patterns of years; else the smallest part of each breakdown, or two of them."""
    series, (year, _) = dict(facts["series"]), totals(facts)[(0, -3, -2, -1)[number % 4]]
    ages = [(f"age {n}", many) for n, many in facts.get("ages", {}).items() if n.isdigit()]
    known = {name: parts(facts, name) for name in facts["shares"]}
    groups = [own for _, own in known.values()] + ([sorted(ages, key=lambda a: -a[1])] * bool(ages))
    if kind.startswith("years"):
        series[year], smallest = {"suppressed": [1, 4]}, []
    else:
        smallest = [part for own in groups for part in own[-1 - (len(own) > 2 and number % 2) :]]
    of = {name: frozenset({category(name)}) for own in groups for name, _ in own}
    hiding = Hiding(
        frozenset(of[name] for name, _ in smallest),
        {of[n]: frozenset({m}) for own in groups for n, m in own if (n, m) not in smallest},
        frozenset({Year(int(year[:4]))} if kind.startswith("years") else ()),
        {of[name]: (1, n + 3) for name, n in smallest if number % 3},
    )
    given = [{**facts, "series": series}, facts["national"]]
    return [Evidence(read_facts(each)) for each in given], hiding


def values(facts: dict[str, Any], number: int) -> dict[str, Any]:
    """What the patterns are filled with; a name that ends in an x is a number close to another."""
    own = totals(facts)
    (earlier, a), (year, b), (latest, n) = own[-3], own[-2], own[-1]
    first, start = own[0]
    known, of_sex = parts(facts, "gender")
    of_apps, apps = parts(facts, "platform")
    (most, k), (least, m) = ((name.lower(), n) for name, n in (of_sex[0], of_sex[-1]))
    (app, p), (rare, q) = apps[0], apps[-1]
    panel = [name for name in facts["national"]["panel"] if name != facts["place"]]
    cells = [facts["national"]["panel"][name].get(latest) for name in panel]
    others = [cell if isinstance(cell, int) else 0 for cell in cells]
    far = number % 4 + 1
    given = {
        **{"place": facts["place"], "other": panel[0], "of_other": others[0]},
        **{"a": a, "b": b, "n": n, "start": start, "known": known, "k": k, "m": m},
        **{"earlier": earlier, "year": year, "latest": latest, "first": first},
        **{"most": most, "least": least, "app": app, "rare": rare, "p": p, "q": q},
        **{"of_apps": of_apps, "up": abs(n - b), "before": abs(b - a), "in_two": abs(n - a)},
        **{"percent": round(100 * abs(n - b) / b), "since": round(100 * abs(n - start) / start)},
        **{"share": round(100 * k / known), "of_all": round(100 * p / n), "rest": known - k},
        **{"gap": abs(k - m), "times": round(n / start, 1), "weekly": n // 52, "daily": n // 365},
        **{"unknown": n - known, "sum_of_two": b + n, "sum_of_three": a + b + n},
        **{"mean": round((a + b + n) / 3), "sum_of_apps": sum(x for _, x in apps[:-1])},
        **{"both": n + others[0], "all_others": sum(others)},
        **{"many": len(panel), "names": " and ".join(panel), "march": int(latest[:4]) + 1},
        **{"list": ", ".join(f"{x} on {name}" for name, x in apps[:-1])},
        "word": ["half", "a third", "a quarter", "double"][number % 4],
    }
    near = {f"{name}x": x + far for name, x in given.items() if isinstance(x, int | float)}
    return given | near


def answers(number: int, kind: str) -> dict[str, list[str]]:
    """Of each sentence what is stopped, then each figure of which something can be worked out."""
    facts = WORLDS[number]
    documents, hiding = hidden_in(facts, number, kind)
    released = Documents(Evidence(without_hidden(each.facts)) for each in documents)
    own, names = facts["place"], [name for name, _ in parts(facts, "platform")[1]]
    forces = [(lambda name: name.removesuffix(" Police") == own, hiding, True)]

    def of(text: str) -> Iterator[str]:
        found = disclosures(text, documents, forces, names)
        yield from (f"{text[start:end]} | {category}" for start, end, category in found)
        yield from [*worked_out(text, released, hiding)][1:]

    texts = [each.format_map(values(facts, number)) for each in PATTERNS[kind]]
    return {text: [*of(text)] for text in texts}


@pytest.mark.parametrize("name", CHOSEN)
def test_a_composed_sentence_gives_away_what_is_noted_of_it(name):
    assert answers(*TESTS[name]) == ANSWERS[name]


if __name__ == "__main__":
    as_in_the_tests()
    now = {name: answers(*given) for name, given in TESTS.items()}
    FILE.write_text(f"{json.dumps(now, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
