"""A number beside a hidden part counts offences unless its noun is plainly another thing."""

import pytest

from offences.tracing.finding.numbers import numbers_in
from offences.tracing.hidden_numbers.counting import is_of_a_thing


def counts_a_thing(words):
    text = f"He saw {words} there."
    number = numbers_in(text)[0]
    return is_of_a_thing(text, number.start, number.end)


@pytest.mark.parametrize(
    "words",
    [
        "three of you",
        "three of our schools",
        "three Acts",
        "three of these schools",
        "three platforms",
        "three offence types",
        "three police officers",
        "three girls’ schools",
        "one school",
        "one of the schools",
        "one reply",
        "one ally",
    ],
)
def test_a_noun_that_is_no_offence_and_no_child_is_another_thing(words):
    assert counts_a_thing(words)


@pytest.mark.parametrize(
    "words",
    [
        "three",
        "three offences",
        "three new victims",
        "three children",
        "three of these jobs",
        "three such stories",
        "three of those tragedies",
        "three known schools",
        "three later years of age",
        "three quick",
        "one offence",
        "one early victim",
        "one child",
        "one family",
        "one quickly",
        "one named",
        "one Kik",
    ],
)
def test_no_noun_or_one_that_stands_for_offences_is_none(words):
    assert not counts_a_thing(words)
