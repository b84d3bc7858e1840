"""England's share of a hidden part that is said to be the force's as well."""

import pytest

from tests.tracing.dunmarsh import stopped

TELLING = [
    (
        "Kik's number is withheld in Dunmarsh. Across England it made up 8% of known apps, "
        "and the force is typical."
    ),
    (
        "In England 4% of offences were against nine-year-olds. Dunmarsh, which hides its own"
        " number, is no exception."
    ),
    (
        "Yubo accounted for 4% in England. The local share is much the same, though Dunmarsh "
        "keeps the number back."
    ),
    (
        "Voyeurism made up 4% of offences in England. The force's share matches that, but "
        "Dunmarsh does not publish a number."
    ),
    "England's figure of 8% for Kik is a good indication for Dunmarsh.",
    "Dunmarsh withholds meeting following grooming. The national 3% would be about right.",
    "In England 8% of offences named Kik. Dunmarsh follows the pattern.",
    "Dunmarsh hides Yubo, which took 4% in England. It has its fair share.",
    "Voyeurism was 4% of the English total. Dunmarsh is an average area for it.",
    "Dunmarsh gives no number for age eight. In England it was 2%, and that holds for the force.",
    "Dunmarsh hides Yubo. Its share is that of England, 4%.",
    "Kik is hidden in Dunmarsh. At 8%, England is no different.",
    "Dunmarsh withholds Kik. England's 8% applies.",
    "Kik makes up 8% of known platforms in England. The Dunmarsh picture is the same.",
    (
        "Dunmarsh withholds Kik and Yubo. In England it was 41 to 23, and the force has that "
        "order too."
    ),
    "Yubo was named in 23 offences in England. Dunmarsh alone had about a tenth of that total.",
    "Yubo was named in 23 offences in England. Dunmarsh accounted for 13% of those.",
    "Yubo was named in 23 offences in England. About a tenth of that total was Dunmarsh's.",
    "Yubo was named in 23 offences in England. Some 13% of them took place in Dunmarsh.",
]
ORDINARY = [
    (
        "In England 41 offences were on Kik. Dunmarsh withholds its number for the same "
        "reason as before."
    ),
    "Snapchat was named in 43% of the English offences. In Dunmarsh it is 47%. Kik is withheld.",
    "Dunmarsh hides Kik. In England it was named in 41 offences.",
    "The law is the same across England. Dunmarsh does not publish a number for voyeurism.",
    "England had 29 offences of voyeurism. The Dunmarsh number is withheld under the same rule.",
    (
        "In England 150 offences were against 13-year-olds. The pattern is similar in "
        "Dunmarsh, where 13 was the most common age with 21."
    ),
    (
        "The age of consent in England is 16, and it is the same for boys and girls. Dunmarsh"
        " does not publish Kik."
    ),
    "Snapchat was named in 221 offences in England. Dunmarsh alone had about 14% of that total.",
    "Yubo was named in 23 offences in England, or about 4% of those where an app was noted.",
    "Snapchat was named in 221 offences in England. About 14% of that total was in Dunmarsh.",
]


@pytest.mark.parametrize("text", TELLING)
def test_the_nations_share_as_that_of_the_force_is_found(text):
    assert stopped(text)


@pytest.mark.parametrize("text", ORDINARY)
def test_the_same_rule_reason_or_released_part_is_left(text):
    assert not stopped(text)
