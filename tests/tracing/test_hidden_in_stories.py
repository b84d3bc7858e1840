"""What the gate of hidden numbers stops in 132 press texts.

In each story another year is hidden, and the smallest parts. `hidden_in_stories.json` has what is
stopped, and of each figure what a reader could work out. A changed answer is read, then written by

    python -m tests.tracing.test_hidden_in_stories

SENTENCES=1 checks all of them; the test run an eighth.
"""

import json
import os
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.statistics.years import Year
from offences.tracing.evidence.category import category_of_part
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.excerpts import without_hidden
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.samples import sampled, some
from tests.tracing.said import as_in_the_tests
from tests.tracing.worked_out import worked_out

HERE = Path(__file__).parent
FILE = HERE / "hidden_in_stories.json"
STORIES = json.loads((HERE / "stories.json").read_text(encoding="utf-8"))
TEXTS = {story["id"]: (number, story) for number, story in enumerate(STORIES["texts"][::2])}
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
CHOSEN = [*TEXTS] if "SENTENCES" in os.environ else sampled(TEXTS, some(TEXTS, 8))


def hidden_in(facts: dict, number: int) -> tuple[list[Evidence], Hiding, list[str]]:
    """The facts without one year and without the smallest part of each share, and their names."""
    years = [year for year in facts["series"] if isinstance(facts["series"][year], int)]
    year = years[number % len(years)]
    series = {**facts["series"], year: {"suppressed": [1, 4]}}
    shares = [list(share["parts"].items()) for share in facts.get("shares", {}).values()]
    smallest = [min(parts, key=lambda part: part[1])[0] for parts in shares]
    shown = [part for parts in shares for part in parts if part[0] not in smallest]
    hiding = Hiding(
        frozenset(frozenset({category_of_part(name)}) for name in smallest),
        {frozenset({category_of_part(name)}): frozenset({n}) for name, n in shown},
        frozenset({Year(int(year[:4]))}),
    )
    own = read_facts({**facts, "series": series})
    known = [own, *([read_facts(facts["national"])] if facts.get("national") else [])]
    return [Evidence(each) for each in known], hiding, [n for parts in shares for n, _ in parts]


def answers(number: int, story: dict) -> list[str]:
    """What is stopped; then each figure of which something can be worked out."""
    facts, text = STORIES["facts"][story["facts"]], story["text"]
    documents, hiding, names = hidden_in(facts, number)
    own = facts["place"]
    forces = [(lambda name: name.removesuffix(" Police") == own, hiding, True)]
    stopped = disclosures(text, documents, forces, names)
    return [
        *(f"{text[start:end]} | {of}" for start, end, of in stopped),
        *worked_out(text, Documents(Evidence(without_hidden(e.facts)) for e in documents), hiding),
    ]


@pytest.mark.parametrize("name", CHOSEN)
def test_a_story_gives_away_what_is_noted_of_it(name):
    assert answers(*TEXTS[name]) == ANSWERS[name]


if __name__ == "__main__":
    as_in_the_tests()
    now = {name: answers(*given) for name, given in TEXTS.items()}
    FILE.write_text(f"{json.dumps(now, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
