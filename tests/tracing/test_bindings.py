"""A number is right only of what it is said of: sentences by people who have not seen the code.

SENTENCES=20000 checks as many; the test run a part of them.
"""

import json
import os
from functools import cache
from pathlib import Path

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.samples import examples, sampled
from tests.tracing.press_sentences import cases

MANY = int(os.environ.get("SENTENCES", examples(200)))
RIGHT, FLAGGED = ("traced", "rounded"), ("mismatch", "untraced")
TEXTS = json.loads((Path(__file__).parent / "press_texts.json").read_text(encoding="utf-8"))


@cache
def evidence(document):
    facts = json.loads(document)
    national = facts.get("national")
    own = Evidence(read_facts(facts))
    return own, Evidence(read_facts(national)) if national else None


def verdict_at(facts, text, start, figure):
    """The verdict on the figure that has most in common with a place of the text."""
    own, national = evidence(json.dumps(facts))
    end = start + len(figure)
    found = [f for f in trace(text, own, national) if f.start < end and start < f.end]
    best = max(found, key=lambda f: min(end, f.end) - max(start, f.start), default=None)
    return best.verdict if best else "exempt"


def judged(seed):
    for case in cases(MANY, seed):
        verdict = verdict_at(case["facts"], case["text"], case["start"], case["figure"])
        yield case["expectation"], verdict, case["text"], case["figure"]


@pytest.mark.parametrize("seed", sampled([1, 2], [1]))
def test_of_generated_sentences_none_is_right_in_a_wrong_slot_and_few_alarmed_in_the_right_one(
    seed,
):
    found = list(judged(seed))
    wrong = [each for each in found if each[0] == "wrong" and each[1] not in FLAGGED]
    right = [each for each in found if each[0] == "right" and each[1] not in RIGHT]
    assert wrong == []
    assert len(right) <= MANY / 2 / 500, right


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["id"])
def test_a_planted_error_in_a_press_text_is_found_and_nothing_else(case):
    for figure in case["figures"]:
        verdict = verdict_at(case["facts"], case["text"], figure["start"], figure["text"])
        expected = {figure["verdict"], *figure.get("also", ())}
        expected |= set(RIGHT) if expected & set(RIGHT) else set()
        assert verdict in expected, (figure["text"], figure.get("why"))
