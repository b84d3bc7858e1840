"""What the tracer answers to the letter: of texts by others, and of sentences on many worlds.

`stories.json` has press texts written without seeing the rules, three wrong figures in each.

A changed answer is read as a checker would read it, then written into answers.json by

    python -m tests.tracing.test_answers

A new sentence is put there with an empty list.
"""

import json
from functools import cache
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.samples import sampled, some

HERE = Path(__file__).parent
FILE = HERE / "answers.json"
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
GIVEN = [
    vector
    for name in ("text_vectors", "bindings", "press_texts")
    for vector in json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
]
STORIES = json.loads((HERE / "stories.json").read_text(encoding="utf-8"))
GIVEN += [each | {"facts": STORIES["facts"][each["facts"]]} for each in STORIES["texts"]]


@cache
def evidence(document: str) -> list[Evidence]:
    facts = json.loads(document)
    given = [each for each in (facts, facts.get("national")) if each is not None]
    return [Evidence(read_facts(each)) for each in given]


def answered(facts: dict, text: str) -> list[str]:
    """Each figure with its verdict, the fact behind it, and what should stand there."""
    figures = trace(text, *evidence(json.dumps(facts)))
    return [" | ".join((f.text, f.verdict, f.fact, f.suggestion)) for f in figures]


@pytest.mark.parametrize("vector", sampled(GIVEN, some(GIVEN, 3)), ids=lambda vector: vector["id"])
def test_every_figure_of_a_given_text_has_its_fact_and_what_should_stand_there(vector):
    assert answered(vector["facts"], vector["text"]) == ANSWERS["given"][vector["id"]]


def changed(answers: dict[str, list[str]], facts: dict) -> dict[str, list[str]]:
    """What is answered now, where it is not the answer that is given."""
    now = {sentence: answered(facts, sentence) for sentence in answers}
    return {sentence: answer for sentence, answer in now.items() if answer != answers[sentence]}


def test_every_figure_of_a_sentence_has_its_fact_and_what_should_stand_there():
    assert changed(ANSWERS["own"], ANSWERS["facts"]) == {}


@pytest.mark.parametrize("world", ANSWERS["worlds"])
def test_every_figure_of_a_sentence_on_other_facts_has_its_fact(world):
    facts, own = ANSWERS["worlds"][world].values()
    assert changed(own, facts) == {}


if __name__ == "__main__":
    for vector in GIVEN:
        ANSWERS["given"][vector["id"]] = answered(vector["facts"], vector["text"])
    for sentence in ANSWERS["own"]:
        ANSWERS["own"][sentence] = answered(ANSWERS["facts"], sentence)
    for facts, own in map(dict.values, ANSWERS["worlds"].values()):
        for sentence in own:
            own[sentence] = answered(facts, sentence)
    FILE.write_text(f"{json.dumps(ANSWERS, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
