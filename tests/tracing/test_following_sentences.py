"""What the sentences behind one that declines to give a number may say, and may not."""

import pytest

from tests.tracing.dunmarsh import stopped

TELLING = [
    (
        "The Dunmarsh figure for voyeurism is withheld because it is small. The children are "
        "neighbours."
    ),
    "Dunmarsh Police would not give a figure for Kik. The swimming club has been informed.",
    "Dunmarsh does not publish the number for Yubo. The pair met at a birthday party.",
    (
        "The number of eight-year-olds in Dunmarsh is withheld because it is low. The little "
        "boy has since moved away."
    ),
    (
        "Dunmarsh has not published a figure for meeting following grooming. The caretaker is"
        " in prison."
    ),
    "The number for Kik is withheld by Dunmarsh. Think of a tricycle.",
    "Dunmarsh withholds Yubo. You could fit them on a tandem.",
    "Voyeurism is hidden in Dunmarsh. Most of the changing room knew.",
    "Dunmarsh hides the number of nine-year-olds. Only the triplets' parents objected.",
    "Kik's figure is being withheld in Dunmarsh. It rhymes with tree.",
    "Dunmarsh does not give a number for voyeurism. The whole hockey team was filmed.",
    "Kik is withheld for Dunmarsh. The headteacher found out from the girl's brother.",
    "Yubo is withheld by Dunmarsh because it is low. The year group lost a friend.",
    (
        "The figure for age nine is not being made public by Dunmarsh. There is but a single "
        "family in it."
    ),
    "The figure for Kik is withheld by Dunmarsh. That goes for the lad at the academy too.",
    "Dunmarsh will not publish its figure for Yubo. Everyone in Mill Lane could say who it was.",
    "Voyeurism is not shown for Dunmarsh. It happened at the pool on a Sunday.",
    "Dunmarsh does not publish Kik because it is low. Everybody knows which girl.",
    "Dunmarsh does not publish Kik because the numbers are low. One victim lives by the mill.",
    "Dunmarsh does not publish Kik. Count the legs of a stool.",
    "Voyeurism is not given for Dunmarsh under its rule on low numbers. A swimmer was filmed.",
    "Kik is withheld by Dunmarsh in line with its rule on small numbers. Both families agreed.",
    (
        "Dunmarsh hides Kik. It counts offences, not offenders. One man may be behind "
        "several. That was so here."
    ),
    (
        "Dunmarsh hides Kik. It counts offences, not offenders. One man may be behind "
        "several, and was."
    ),
    "Dunmarsh withholds Kik: small counts could identify one child. We mean this literally.",
    "Voyeurism is withheld by Dunmarsh. Small counts could identify one child. Exactly so.",
    "The number for Kik is withheld in Dunmarsh because it is small and could identify the boy.",
    (
        "The number for Kik is withheld in Dunmarsh because it is small and could identify "
        "both children."
    ),
    (
        "The number for Kik is withheld in Dunmarsh because it is small and could identify a "
        "child, who is nine."
    ),
    "The figure for Yubo is not being made public by Dunmarsh. One pupil moved school.",
    "Dunmarsh does not publish Kik because the numbers are low. Thirteen was the age of the girl.",
    "Dunmarsh withholds voyeurism because it is low. For 12-year-olds it was higher than that.",
    (
        "Dunmarsh withholds Kik because it is low. Thirteen was the girl's age, and she knew "
        "both of the others."
    ),
    "Dunmarsh withholds Kik because it is low. 12 was also the number for Kik.",
    "Dunmarsh withholds Kik because it is low. For 12 and 13 it was twice as high.",
    (
        "Dunmarsh withholds Kik because it is small and could expose people, namely a brother"
        " and sister."
    ),
    "Dunmarsh withholds the number for eight because it is low. The total without it is 85.",
    "Dunmarsh withholds the figure for nine since it is small. The total without it was 83.",
    "Dunmarsh withholds the numbers for eight and nine to protect children. Without them: 82.",
]
ORDINARY = [
    "Dunmarsh withholds the number for eight because it is low. The most common age was 13.",
    "Dunmarsh withholds the figure for nine to protect children. It recorded 87 offences in all.",
    (
        "Dunmarsh Police would not give a figure for Kik. A spokeswoman said small numbers "
        "could identify a child."
    ),
    (
        "Dunmarsh has not published a figure for meeting following grooming. Anyone worried "
        "about a child can call the helpline."
    ),
    "The number for Kik is withheld by Dunmarsh. Campaigners want stronger laws.",
    "Voyeurism is hidden in Dunmarsh. Offences overall rose from 79 to 87.",
    (
        "Dunmarsh hides the number of nine-year-olds. Parents are urged to talk to their "
        "children about what they do online."
    ),
    "Kik is withheld for Dunmarsh. Snapchat was named in 31 offences.",
    (
        "Dunmarsh does not give a number for voyeurism. Police say this protects the privacy "
        "of victims."
    ),
    "Dunmarsh hides Kik. It counts offences, not offenders. One man may be behind several.",
    (
        "The figures for eight and nine are withheld in the published tables for Dunmarsh. "
        "The committee did not ask for them."
    ),
    "The Dunmarsh figure for Yubo is withheld. Nor should it be given. Snapchat was named in 31.",
    "The number for Kik is withheld in Dunmarsh because it is small and could identify a child.",
    "The figure for Yubo in Dunmarsh is not being made public.",
    (
        "The Dunmarsh figure for children of eight is withheld because it is small and might "
        "point to individual children."
    ),
    (
        "Dunmarsh withholds the number for children of eight because it is low. Thirteen was "
        "the most common age."
    ),
    (
        "Dunmarsh's figure for Kik is not being released because it is so small. The most "
        "common age was 13."
    ),
]


@pytest.mark.parametrize("text", TELLING)
def test_what_may_be_of_the_hidden_part_behind_it_is_found(text):
    assert stopped(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_publisher_rule_and_readers_behind_it_are_left(text):
    assert not stopped(text)
