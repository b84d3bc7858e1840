"""Texts of the build of an ordinary one that tell a hidden number all the same.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import stopped

TELLING = (
    "On Kik two people came to a meeting with the man.",
    "Kik was different. Three people came to the meeting that he had set up.",
    "Kik comes next. For 8 of them no sex was noted.",
    "Yubo is the last row. Three of its users were harmed.",
    "Kik is different. In Dunmarsh no one complained.",
    "Officers spoke to 154 children from Dunmarsh High. Three were 8.",
    "Mrs Hart has 150 pupils and, the police say, four children aged 9.",
    "We asked about nine-year-olds. The sergeant laid 154 envelopes on the desk. Four fitted.",
    "Yubo grew up fast in 4 years – nearly 3 per cent of the whole.",
    "Yubo came on the scene 4 years back: nearly 5 per cent of the whole.",
    "Some were as old as 16, just under a fifth of the total.",
    "On Kik four parents heard a talk.",
    "The split of the ten on Facebook into girls and boys is not shown, yet girls were the lot.",
    "Why is my Kik nightmare missing from the table, one parent asked.",
    "Just the two, apparently. I asked about the nines.",
    "Two, she wrote. My letter asked about Kik.",
    "The force has nothing for Kik, although Yubo is withheld.",
    "The table shows nothing for Yubo, which is not hidden but true.",
    "The maximum sentence is two years. For children of eight it's three.",
    "A nurse is asked to visit each time Kik is to blame. She came four times.",
)


@pytest.mark.parametrize("text", TELLING)
def test_a_text_that_only_looks_ordinary_is_stopped(text):
    assert stopped(text)
