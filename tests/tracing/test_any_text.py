"""No text is too odd to be read: words in any order are answered, never by an error."""

import random
import re

import pytest

from offences.tracing.trace import answer
from tests.tracing.test_gate_worlds import WORLDS, answers


def scrambled(texts: list[str], seed: int, many: int) -> list[str]:
    """Texts whose words are mixed with those of others, in any order."""
    order = random.Random(seed)
    words = [re.findall(r"\S+\s*", text) for text in texts]
    made = []
    for _ in range(many):
        parts = [word for each in order.sample(words, 2) for word in each]
        start = order.randrange(len(parts))
        parts = [*parts[start:], *parts[:start]]
        for _ in range(order.randrange(12)):
            one, other = order.randrange(len(parts)), order.randrange(len(parts))
            parts[one], parts[other] = parts[other], parts[one]
        made.append("".join(parts))
    return made


@pytest.mark.parametrize("number", range(len(WORLDS)))
def test_the_gate_answers_words_in_any_order(number):
    world = WORLDS[number]
    texts = scrambled([*world["telling"], *world["ordinary"]], number, 12)
    assert answers({**world, "any": texts}, "any").keys() == {*texts}


@pytest.mark.parametrize("number", range(len(WORLDS)))
def test_the_checker_answers_words_in_any_order(number):
    world = WORLDS[number]
    for text in scrambled([*world["telling"], *world["ordinary"]], number, 12):
        assert answer(world["facts"], text).keys() >= {"figures"}


@pytest.mark.parametrize("number", range(0, len(WORLDS), 3))
def test_capitals_are_read_as_other_letters_are(number):
    world = WORLDS[number]
    texts = [text.upper() for text in [*world["telling"], *world["ordinary"]][::5]]
    assert answers({**world, "any": texts}, "any").keys() == {*texts}
    for text in [*texts, "TWO-THIRDS AND THREE QUARTERS"]:
        assert answer(world["facts"], text).keys() >= {"figures"}


def test_a_number_with_two_readings_that_counts_nothing_by_itself_is_held_against_both():
    world = WORLDS[0]
    text = (
        "More boys of ten were on Harrowmere's list, I thought. There are two. That's two too many."
    )
    assert answers({**world, "any": [text]}, "any").keys() == {text}


def test_more_years_than_there_are_to_count_back_are_answered():
    assert answer(WORLDS[0]["facts"], "In 2,018 years the number rose.")["figures"]
