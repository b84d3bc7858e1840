"""A sentence is read the same wherever in a text it stands, and what it tells is stopped there."""

import json
import os
import random
from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

import pytest

from offences.tracing.binding.bind import Binder
from offences.tracing.evidence.local_and_national import Documents
from offences.tracing.finding.clauses import Passage
from offences.tracing.finding.find import find
from tests.samples import sampled, some
from tests.tracing.said import said
from tests.tracing.test_answers import GIVEN, OWN, evidence
from tests.tracing.test_gate_worlds import WORLDS, given_away

PARAGRAPH = "\n\n"
SENTENCES = [sentence for _, own in OWN.values() for sentence in own]
SENTENCES += [each for world in WORLDS for kind in ("telling", "ordinary") for each in world[kind]]
SENTENCES += [each for given in GIVEN for each in given["text"].split(PARAGRAPH) if each.strip()]
MIXED = random.Random(2).sample([*dict.fromkeys(SENTENCES)], len({*SENTENCES}))
COUNTS = ("count", "maybe_forces", "exempt")
TOLD = [number for number, world in enumerate(WORLDS) if any(world["telling"].values())]


def chosen(every: Sequence) -> list:
    return [*every] if "SENTENCES" in os.environ else sampled(every, some(every, 6))


def starts(sentences: Sequence[str]) -> dict[str, int]:
    """Where each of the sentences starts in the text that they make."""
    found, at = {}, 0
    for each in sentences:
        found[each] = at
        at += len(each) + len(PARAGRAPH)
    return found


def found_in(text: str) -> list[tuple]:
    """Each figure of a text, whether a number is a count or not.

    What was counted a paragraph before, offences or forces, may be what a number counts.
    """
    return [
        (f.start, f.end, "a number" if f.kind in COUNTS and f.value else f.kind, f.value, f.word)
        for f in find(Passage(text))
    ]


def figures(text: str, documents: Documents) -> list[tuple[int, str]]:
    """Where each figure is and what its own words say of it.

    The body may be named in the paragraph before, and so may the forces that a number may be of.
    """
    passage = Passage(text)
    binder = Binder(passage, find(passage), documents)
    own = [replace(binder.bind(f), bodies=(), alternatives=()) for f in binder.figures]
    lines = [said(each, [], binder.scene).split(" | or ")[0] for each in own]
    return [
        (each.figure.start, line.replace("maybe_forces", "count"))
        for each, line in zip(own, lines, strict=True)
    ]


def test_a_number_that_ends_a_paragraph_is_of_none_of_the_next():
    assert found_in("It is up to 76\n\nOf the 44 forces, 40 replied.")[0][:2] == (12, 14)


@pytest.mark.parametrize("first", chosen(range(0, len(MIXED), 100)))
def test_what_is_a_figure_of_a_paragraph_is_one_whatever_stands_around_it(first):
    around = MIXED[first : first + 100]
    found = found_in(PARAGRAPH.join(around))
    for text, at in starts(around).items():
        end = at + len(text)
        inside = [(s - at, e - at, *rest) for s, e, *rest in found if at <= s < end]
        assert (text, inside) == (text, found_in(text))


@pytest.mark.parametrize("world", chosen([*OWN]))
def test_the_figures_of_a_paragraph_are_the_same_whatever_stands_around_it(world):
    facts, sentences = OWN[world]
    documents = evidence(json.dumps(facts))
    # an order that a new sentence changes in one place alone
    order = sorted(sentences, key=lambda each: crc32(f"10{each}".encode()))
    for n in range(0, len(order), 20):
        around = order[n : n + 20]
        found = figures(PARAGRAPH.join(around), documents)
        for sentence, at in starts(around).items():
            inside = [(s - at, line) for s, line in found if at <= s < at + len(sentence)]
            assert (sentence, inside) == (sentence, figures(sentence, documents))


@pytest.mark.parametrize("number", chosen(TOLD))
def test_what_a_sentence_gives_away_is_found_wherever_in_a_text_it_stands(number):
    world = WORLDS[number]
    telling = [
        each
        for each, found in world["telling"].items()
        if found and " of these" not in each  # those of the paragraph before
    ]
    ordinary = [*world["ordinary"]] * len(telling)
    for n in range(0, len(telling), 12):
        around = [
            each for pair in zip(ordinary[n:], telling[n : n + 12], strict=False) for each in pair
        ]
        [(_, found)] = given_away(world, [PARAGRAPH.join(around)])
        places = [start for start, _, _ in found]
        for sentence, at in starts(around).items():
            is_found = any(at <= start < at + len(sentence) for start in places)
            assert is_found or sentence not in telling, sentence
