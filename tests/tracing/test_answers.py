"""What the tracer answers to the letter: of texts by others, and of sentences on many worlds.

`stories.json` has press texts written without seeing the rules, three wrong figures in each; the
facts of every third are read as tables too.
`answers.json` has of each figure the verdict, the fact behind it, and what should stand there;
`statements.json` what its words say it is of, how else it may be read, and what is answered where
the number is one more.

A changed answer is read as a checker would read it, then written into both by

    .venv/bin/python -m tests.tracing.test_answers

A new sentence is put into answers.json with an empty list. SENTENCES=1 checks every text;
the test run a quarter of them.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.tracing.binding.bind import Binder
from offences.tracing.binding.statement import Statement
from offences.tracing.evidence.document import Evidence
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from offences.tracing.judging.judge import judge
from offences.tracing.trace import trace
from tests.samples import sampled, some
from tests.tracing.fact_tables import tables
from tests.tracing.said import as_in_the_tests, said

HERE = Path(__file__).parent
FILE, SAID = HERE / "answers.json", HERE / "statements.json"
ANSWERS = json.loads(FILE.read_text(encoding="utf-8"))
STATEMENTS = json.loads(SAID.read_text(encoding="utf-8"))
GIVEN = [
    vector
    for name in ("text_vectors", "bindings", "press_texts")
    for vector in json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
]
STORIES = json.loads((HERE / "stories.json").read_text(encoding="utf-8"))
GIVEN += [each | {"facts": STORIES["facts"][each["facts"]]} for each in STORIES["texts"]]
GIVEN += [
    {"id": f"table-{n}", "facts": facts, "text": tables(facts, n)}
    for n, facts in enumerate(STORIES["facts"][::3])
]
CHOSEN = GIVEN if "SENTENCES" in os.environ else sampled(GIVEN, some(GIVEN, 4))
# The sentences of each world, with its facts.
OWN = {"own": (ANSWERS["facts"], ANSWERS["own"])}
OWN |= {name: (each["facts"], each["own"]) for name, each in ANSWERS["worlds"].items()}


@cache
def evidence(document: str) -> Documents:
    facts = json.loads(document)
    given = [each for each in (facts, facts.get("national")) if each is not None]
    return Documents(Evidence(read_facts(each)) for each in given)


def answered(facts: dict, text: str) -> list[str]:
    """Each figure with its verdict, the fact behind it, and what should stand there."""
    figures = trace(text, *evidence(json.dumps(facts)))
    return [" | ".join((f.text, f.verdict, f.fact, f.suggestion)) for f in figures]


def stated(facts: dict, text: str) -> list[str]:
    """Each figure with what it is said of, and what is answered where it is one more."""
    documents, passage = evidence(json.dumps(facts)), Passage(text)
    binder = Binder(passage, find(passage), documents)
    statements = [binder.bind(each) for each in binder.figures]
    return [
        f"{text[each.figure.start : each.figure.end]} | {said(each, statements, binder.scene)}"
        f"{''.join(_one_more(each, documents))}"
        for each in statements
    ]


def _one_more(statement: Statement, documents: Documents) -> Iterator[str]:
    figure = statement.figure
    if figure.kind != "exempt":
        more = replace(figure, value=figure.value + 1, year=figure.year and figure.year + 1)
        now = judge(statement, documents)
        then = judge(replace(statement, figure=more), documents)
        fact = "" if then.fact == now.fact else then.fact
        yield f" | one more {then.verdict}: {fact}: {then.suggestion}"


@pytest.mark.parametrize("vector", CHOSEN, ids=lambda vector: vector["id"])
def test_every_figure_of_a_given_text_has_its_fact_and_what_should_stand_there(vector):
    facts, text, name = vector["facts"], vector["text"], vector["id"]
    assert answered(facts, text) == ANSWERS["given"][name]
    assert stated(facts, text) == STATEMENTS["given"][name]


@pytest.mark.parametrize("world", OWN)
def test_every_figure_of_a_sentence_has_its_fact_and_what_should_stand_there(world):
    facts, answers = OWN[world]
    now = {sentence: answered(facts, sentence) for sentence in answers}
    assert {each: now[each] for each in now if now[each] != answers[each]} == {}


@pytest.mark.parametrize("world", OWN)
def test_every_figure_of_a_sentence_is_said_of_what_its_words_name(world):
    facts, answers = OWN[world]
    now = {sentence: stated(facts, sentence) for sentence in answers}
    before = STATEMENTS[world]
    assert {each: now[each] for each in now if now[each] != before[each]} == {}


if __name__ == "__main__":
    as_in_the_tests()
    for vector in GIVEN:
        name, (facts, text) = vector["id"], (vector["facts"], vector["text"])
        ANSWERS["given"][name] = answered(facts, text)
    for facts, answers in OWN.values():
        for sentence in answers:
            answers[sentence] = answered(facts, sentence)
    STATEMENTS = {
        "given": {each["id"]: stated(each["facts"], each["text"]) for each in GIVEN},
        **{
            world: {text: stated(facts, text) for text in own}
            for world, (facts, own) in OWN.items()
        },
    }
    for file, answers in ((FILE, ANSWERS), (SAID, STATEMENTS)):
        file.write_text(f"{json.dumps(answers, ensure_ascii=False, indent=1)}\n", encoding="utf-8")
