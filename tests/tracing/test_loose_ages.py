"""Whether a number after "was" is a number of offences, or somebody's age."""

import re

from offences.tracing.binding.loose_ages import is_number

NUMBERS = (
    "The number in Kent was two.",
    "The tally was two.",
    "The number of girls was two.",
    "The cell that was two is starred.",
)
AGES = (
    "The child was two.",
    "The number is not given. The child was two.",
    # In figures, a person is met.
    "The youngest in the figures was two.",
    "The youngest in the Northshire figures was two.",
    "Among the numbers was two.",
    # "Is" says how old somebody is, and how many there are by other rules.
    "The number is two.",
)


def test_a_number_after_was_is_an_age_unless_it_is_said_of_a_number():
    found = {text: re.search(r"\b(?:was|is) two", text) for text in (*NUMBERS, *AGES)}
    assert [text for text, match in found.items() if is_number(text, match)] == [*NUMBERS]
