"""Released numbers in the orders of words that newspapers use, and look-alikes that tell.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import stopped

AGES_AT_THE_TIME = (
    (
        "Twelve Dunmarsh children were eleven when they were targeted, and six were ten.",
        "Twelve victims were eleven at the time, and six were ten.",
        "Seventeen of the children were twelve when it happened.",
    ),
    (
        "Three were eight when they were first contacted.",
        "Two Dunmarsh boys were 13 at the time.",
        "Nine girls were thirteen when it happened.",
        "Twelve victims were eleven at the time, and four were nine.",
    ),
)
TIMES_OUR_TOTAL = (
    (
        "Corveley's 163 was nearly twice the number in Dunmarsh.",
        "Corveley logged 163, almost double the Dunmarsh number.",
        "Hexborough, on 236, had close to three times the figure for Dunmarsh.",
    ),
    (
        "For nine-year-olds Corveley's 163 was nearly twice the number in Dunmarsh.",
        "Corveley had 163. Its nine-year-olds were three times the number in Dunmarsh.",
        "Corveley recorded 163 offences and, on Kik, five times the number in Dunmarsh.",
        "Corveley's 163 was forty times the number in Dunmarsh.",
    ),
)
WHERE_ONE_WAS_NOTED = (
    (
        "Snapchat was the platform in 31 of the 66 Dunmarsh cases where one was written down.",
        "Instagram was the platform in 18 of the 66 files in which one was entered.",
    ),
    (
        "Kik was the app in the Dunmarsh cases where one was hurt.",
        "Of the Kik offences, one was written down in March.",
        "Kik was named in the Dunmarsh files in which one was recorded as nine.",
    ),
)
ROWS_NOT_GIVEN = (
    (
        "Its rows for eight and nine are grey.",
        "The force withheld the counts for nine and for eight.",
        "She said no to publishing the row for nine-year-olds.",
        "Dunmarsh published every row but those for eight and nine.",
    ),
    (
        "Its rows for eight and nine are grey. Both had some.",
        "Its rows for eight and nine are grey, as there were more of nine.",
        "The counts for nine and for eight are both three.",
        "She said no to publishing the row for nine-year-olds, the lowest of all.",
        "Dunmarsh published every case but those on Kik.",
        "Dunmarsh published every row but those for eight and nine, which had three between them.",
    ),
)
EVERY = (AGES_AT_THE_TIME, TIMES_OUR_TOTAL, WHERE_ONE_WAS_NOTED, ROWS_NOT_GIVEN)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_another_order_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_its_look_alike_of_a_hidden_part_is_stopped(text):
    assert stopped(text)
