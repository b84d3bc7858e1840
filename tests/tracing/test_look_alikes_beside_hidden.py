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
    "The breakdown of the 21 aged 13 is not shown, but girls had it all.",
    "Facebook’s number is ten. They were evenly split.",
    "The split of the ten on Facebook was even.",
    "Yubo wasn’t the rarest app, the force stated: that was Kik.",
    "Nine-year-olds were not spared, Dunmarsh Police stated.",
    "The split of the 21 thirteen-year-olds into girls and boys was 18 to three.",
    "The split of the four on Kik into girls and boys is not given.",
    "For Kik, three mothers in the hall stood up.",
    "Why is Dunmarsh hiding what Kik did to us, one parent asked.",
    "The age of three boys was not noted.",
    "Kik was hidden because the number is low. For Yubo it is not.",
    "Kik is hidden, as its number is too low. Not so Yubo.",
    "Yubo was withheld, but not because the figure was low.",
    "All 82 whose age is known were over nine.",
    "All 82 of known age were between 10 and 15.",
    "The 82 whose age is known were all at least ten.",
    "Everyone in the Dunmarsh figures was ten or older.",
    "Every one of those of known age was no younger than ten.",
    "The star beside Yubo stands for a real child, not a zero.",
    "Why is my Kik nightmare missing from the table, one parent asked.",
    "Just the two, apparently. I asked about the nines.",
    "Two, she wrote. My letter asked about Kik.",
    "The force has nothing for Kik, although Yubo is withheld.",
    "The table shows nothing for Yubo, which is not hidden but true.",
    "The maximum sentence is two years. For children of eight it's three.",
    "A nurse is asked to visit each time Kik is to blame. She came four times.",
)
ORDINARY = (
    "There were 21 offences against 13-year-olds. The money is split evenly.",
    "Facebook was used in ten. The panel was evenly divided.",
    "Facebook came third with ten. The rise is split evenly across the year.",
    "All 82 whose age is known were under 18.",
    "All figures shown are over nine.",
    "All pupils at the talk were over nine.",
    "All 15 of them were 14, in the county as in England.",
    "Kik’s number is not to be stated, police say.",
)


@pytest.mark.parametrize("text", TELLING)
def test_a_text_that_only_looks_ordinary_is_stopped(text):
    assert stopped(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_a_text_that_only_looks_telling_may_leave(text):
    assert not stopped(text)
