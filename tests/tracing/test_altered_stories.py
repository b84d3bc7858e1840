"""132 press texts altered by a rule, so that most of their figures are wrong: the answers.

A figure that no longer fits what is said of it must not stay right. Each story is altered in three
of ten ways. A changed answer is read, then written into altered_stories.json by

    python -m tests.tracing.test_altered_stories

SENTENCES=1 checks all of them; the test run an eighth.
"""

import json
import os
import re
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.trace import trace
from tests.samples import sampled, some
from tests.tracing.said import as_in_the_tests

HERE = Path(__file__).parent
FILE = HERE / "altered_stories.json"
STORIES = json.loads((HERE / "stories.json").read_text(encoding="utf-8"))
TEXTS = {story["id"]: (number, story) for number, story in enumerate(STORIES["texts"][1::2])}
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
CHOSEN = [*TEXTS] if "SENTENCES" in os.environ else sampled(TEXTS, some(TEXTS, 8))

_YEAR = r"\b20\d\d/\d\d\b"
type Facts = dict[str, Any]


def numbers_exchanged(facts: Facts, text: str) -> str:
    """Each number has the place of the next of its kind."""
    found = find(Passage(text))
    new = {}
    for kind in ("count", "percent", "difference", "rate", "mode"):
        own = [(f.start, f.end) for f in found if f.kind == kind]
        new |= dict(zip(own, own[1:] + own[:1], strict=True))
    pieces, at = [], 0
    for (start, end), other in sorted(new.items()):
        pieces += [text[at:start], text[slice(*other)]]
        at = end
    return "".join(pieces) + text[at:]


def no_years(facts: Facts, text: str) -> str:
    return re.sub(rf"\s(?:in|for|of|since|from|on)\s+{_YEAR}", "", text)


def years_at_the_end(facts: Facts, text: str) -> str:
    """Each sentence ends with a year that is not the latest."""
    years = cycle(sorted(facts["series"])[:-1])
    return re.sub(r"(?<=[a-z])\.(?=\s|$)", lambda _: f" in {next(years)}.", text)


def a_year_earlier(facts: Facts, text: str) -> str:
    def before(label: re.Match[str]) -> str:
        start = int(label[0][:4]) - 1
        return f"{start}/{(start + 1) % 100:02}"

    return re.sub(_YEAR, before, text)


def of_another_force(facts: Facts, text: str) -> str:
    panel = facts["national"].get("panel", {"Northshire": {}})
    return text.replace(facts["place"], next(name for name in panel if name != facts["place"]))


def rounded(facts: Facts, text: str) -> str:
    """Words of rounding before each number in digits."""
    words = cycle(["more than", "nearly", "about", "at least", "fewer than", "exactly", "up to"])
    return re.sub(r"(?<=\s)(?=\d[\d,]*\s[a-z])", lambda _: f"{next(words)} ", text)


def revised(facts: Facts, text: str) -> str:
    """The earlier years were given as seven more, and the text has some of them so."""
    for year, value in sorted(facts["series"].items())[:-1]:
        if isinstance(value, int):
            facts["series"][year] = {"value": value, "previously": value + 7}
            text = re.sub(rf"\b{value}\b", f"{value + 7}", text, count=1)
    return re.sub(r"(?<=[a-z])\.(?=\s)", ", a figure since revised.", text, count=2)


def of_nine_months(facts: Facts, text: str) -> str:
    for year, value in sorted(facts["series"].items())[1::2]:
        if isinstance(value, int):
            facts["series"][year] = {"value": value, "months": 9}
    return re.sub(r"(?<=\d)(?=\s(?:offences|crimes)\b)", " in nine months", text, count=1)


def as_a_range(facts: Facts, text: str) -> str:
    """The earlier years are known as ranges."""
    for year, value in sorted(facts["series"].items())[:-1]:
        if isinstance(value, int):
            ends = [value - 2, value + 2]
            facts["series"][year] = {"suppressed": ends}
            text = re.sub(rf"\b{value}\b", "between {} and {}".format(*ends), text)
    return text


def with_nothing_else(facts: Facts, text: str) -> str:
    """Of the other forces nothing is held."""
    facts["national"] = None
    return text


WAYS = [
    *(numbers_exchanged, no_years, years_at_the_end, a_year_earlier, of_another_force),
    *(rounded, revised, of_nine_months, as_a_range, with_nothing_else),
]


def answers(number: int, story: dict) -> dict[str, list[str]]:
    """By the way of altering it, each figure with its verdict and all that goes with it."""
    found = {}
    for alter in [(WAYS * 2)[number % len(WAYS) + n] for n in (0, 3, 6)]:
        facts = json.loads(json.dumps(STORIES["facts"][story["facts"]]))
        text = alter(facts, story["text"])
        documents = [Evidence(read_facts(facts))]
        if facts["national"]:
            documents += [Evidence(read_facts(facts["national"]))]
        found[alter.__name__] = [
            f"{f.text} {f.verdict}: {f.fact}: {f.suggestion}"
            for f in trace(text, *documents)
            if f.verdict not in ("exempt", "traced") or f.fact
        ]
    return found


@pytest.mark.parametrize("name", CHOSEN)
def test_a_figure_of_an_altered_story_has_the_verdict_that_is_noted(name):
    assert answers(*TEXTS[name]) == ANSWERS[name]


if __name__ == "__main__":
    as_in_the_tests()
    now = {name: answers(*given) for name, given in TEXTS.items()}
    FILE.write_text(f"{json.dumps(now, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
