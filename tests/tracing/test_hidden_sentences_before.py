"""An amount of a hidden part that was named sentences before stops a text.

In each world the tellings, and texts of the same shape whose numbers are all released or of other
things.
"""

import json
from pathlib import Path

import pytest

from tests.tracing.test_gate_worlds import given_away

FILE = Path(__file__).parent / "hidden_sentences_before.json"
WORLDS = {each["facts"]["place"]: each for each in json.loads(FILE.read_text(encoding="utf-8"))}


def stopped(place: str, kind: str) -> list[str]:
    return [text for text, found in given_away(WORLDS[place], WORLDS[place][kind]) if found]


@pytest.mark.parametrize("place", WORLDS)
def test_an_amount_of_a_part_named_sentences_before_is_stopped(place):
    assert stopped(place, "telling") == WORLDS[place]["telling"]


@pytest.mark.parametrize("place", WORLDS)
def test_released_numbers_and_other_things_pass_behind_a_hidden_part(place):
    assert stopped(place, "ordinary") == []
