"""Sentences at the edge of a rule of hidden numbers: the next word or number decides.

Of Northshire, which hides Facebook and the ages from 8 to 11.
"""

import pytest

from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import age, stopped, told

TOTAL_HIDDEN = "about Northshire, whose total is hidden"

AGES_TELLING = (
    "The children on Northshire's list were either 20 or 21, the sergeant said.",
    "Everyone in the Northshire files was either 30 or 40, he thinks.",
    "How old must you be to join? We had nine at nine.",
    "In Northshire one game had half the number of Snapchat.",
    "In Northshire the 11 to 8 age group had three.",
    "Snapchat had 41 offences in Northshire, and another app had half of that.",
)
AGES_ORDINARY = (
    "Last year's Northshire figures stop at 75, the most so far.",
    "The Northshire cadets are for ten and up.",
    "The app is meant for ten or older, says the Northshire school.",
    "One app had a third of Northshire's offences: Instagram.",
    "In Northshire there is one app with half the number of Snapchat: Instagram.",
    "The 25-34 age group in Northshire has most parents.",
)


@pytest.mark.parametrize("text", AGES_TELLING)
def test_a_number_that_is_no_age_is_a_count(text):
    assert told(text)


@pytest.mark.parametrize("text", AGES_ORDINARY)
def test_an_age_limit_and_an_app_that_is_named_behind_tell_nothing(text):
    assert told(text) == []


def test_seventeen_is_an_age_too():
    hiding = Hiding(frozenset({age(17)}), {})
    assert stopped("Seventeen isn't public in Northshire, so forget the two.", hiding)
    assert stopped("There were eight in Northshire at age 16. Seventeen isn't public.", hiding)


def test_an_answer_to_a_question_on_a_limit_may_be_a_count():
    assert told("How old must you be for Facebook? In Northshire we had nine.", TOTAL_HIDDEN)
    assert told("How old must you be for Facebook? It says nine.", TOTAL_HIDDEN) == []


NOT_GIVEN = (
    "Readers ask why Facebook is missing from the list of Northshire.",
    "The numbers for ten-year-olds are missing from the Northshire release.",
)


@pytest.mark.parametrize("text", NOT_GIVEN)
def test_a_number_that_is_missing_from_a_table_is_not_given(text):
    assert told(text) == []


def test_a_number_behind_a_place_that_nothing_was_asked_of_tells_nothing():
    assert told("The next force on our list is Northshire. Three.") == []
