"""Whether a number after "was" is a number of offences, or somebody's age."""

import re

import pytest

from offences.tracing.binding.loose_ages import is_number
from tests.tracing.test_statements import statements

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


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("In 29 cases the child was 12 or less.", ["aged 12 and under"]),
        ("There were 29 cases where the victims were ten or less.", ["aged 10 and under"]),
        ("In 29 cases the child was no more than 12.", ["aged 12 and under"]),
        ("In 29 cases the victim was at most ten.", ["aged 10 and under"]),
        ("In 29 cases the girls were no more than ten, she said.", ["aged 10 and under"]),
        ("In 29 cases the child was no more than ten miles away.", []),
        ("In 29 cases the fine was no more than 12.", []),
        ("In 29 cases the number was 12 or less.", []),
        ("In 29 cases the fine was 12 or less.", []),
    ],
)
def test_a_child_of_so_many_or_less_has_an_age(text, ages):
    assert [str(each) for each in statements(text)["29"].categories] == ages


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("The age was noted. At 11, 149 offences were on the list.", ["aged 11"]),
        ("Of each age there is a row: at 11, 149 offences.", ["aged 11"]),
        ("The age was noted. At 17, 149 offences were on the list.", ["aged 17"]),
        ("The age was noted. At 18, 149 offences were on the list.", []),
        ("Thirteen-year-olds had five; at 14, 149 offences.", ["aged 14"]),
        ("Snapchat had five; at 14, 149 offences were on the list.", []),
        ("They asked for the age. Then come 14 (149) and 15 (41).", ["aged 14"]),
        ("The age of the web\nIt was back, and at 11, 149 offences were on the list.", []),
        ("Did anyone give an age? It was back, and at 11, 149 offences were on the list.", []),
        ("The system was back at work, and at 11, 149 offences were on the list.", []),
        ("Up on screen at 10; at 11, 149 offences. The ages were read out later.", []),
    ],
)
def test_a_number_by_itself_is_an_age_where_one_is_spoken_of_before_it(text, ages):
    assert [str(each) for each in statements(text)["149"].categories] == ages
