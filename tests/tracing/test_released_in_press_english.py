"""Released numbers in the words of a newspaper, and texts of the same build that tell a hidden one.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import stopped

NOT_PRINTED = (
    (
        "The force prints nothing for eight-year-olds or nine-year-olds.",
        "Dunmarsh publishes nothing on Kik, to protect the children.",
        "Kik does not appear in the public list.",
        "Some numbers for Dunmarsh are missing from the report, and Kik's is among them.",
        "Dunmarsh has no figure for Kik. It's the same for Yubo.",
        "The table has no figure for eight-year-olds. It is the same for those aged nine.",
    ),
    (
        "The force recorded nothing for eight-year-olds or nine-year-olds.",
        "Dunmarsh publishes nothing on Kik, as there was nothing.",
        "Kik does not appear in the files of Dunmarsh.",
        "Some offences are missing from the Dunmarsh report, and Kik is among them.",
        "Facebook had ten, and more we cannot say. It's the same for Kik in Dunmarsh.",
        "Kik is withheld in Dunmarsh. It's the same for Yubo, which had as many.",
    ),
)
LOW_COUNTS = (
    (
        "Kik and Yubo are left out under the policy on low numbers.",
        "Kik and Yubo are both held back because the counts are low.",
        "Kik and Yubo are missing. Both are held back because the numbers are low.",
    ),
    (
        "Dunmarsh says that the Kik number is low.",
        "Kik is held back because the count is the lowest.",
        "Kik and Yubo are held back because the counts are low, at four and two.",
    ),
)
EVERY = (NOT_PRINTED, LOW_COUNTS)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_other_words_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_a_hidden_one_in_the_same_words_is_stopped(text):
    assert stopped(text)
