"""Released numbers in the words of a newspaper, and texts of the same build that tell a hidden one.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import stopped
from tests.tracing.test_gate_worlds import WORLDS, given_away

NOT_PRINTED = (
    (
        "The force prints nothing for eight-year-olds or nine-year-olds.",
        "Dunmarsh publishes nothing on Kik, to protect the children.",
        "Dunmarsh does not publish the Kik figure. There were 41 in England.",
        "Kik does not appear in the public list.",
        "Some numbers for Dunmarsh are missing from the report, and Kik's is among them.",
        "Dunmarsh has no figure for Kik. It's the same for Yubo.",
        "The table has no figure for eight-year-olds. It is the same for those aged nine.",
    ),
    (
        "The force recorded nothing for eight-year-olds or nine-year-olds.",
        "Dunmarsh publishes nothing on Kik, as there was nothing.",
        "Dunmarsh does not publish the Kik figure. There were cases all the same.",
        "Dunmarsh publishes nothing on Kik. There were some, though.",
        "Kik does not appear in the files of Dunmarsh.",
        "Some offences are missing from the Dunmarsh report, and Kik is among them.",
        "Facebook had ten, and more we cannot say. It's the same for Kik in Dunmarsh.",
        "Kik is withheld in Dunmarsh. It's the same for Yubo, which had as many.",
        "Dunmarsh has no figure for Kik. It's the same for Yubo as for Facebook.",
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
WHOLES = (
    (
        "Facebook comes last of the three with ten mentions.",
        "Yubo was named 23 times in England. That makes it the least used of the five.",
        "How many of the 21 thirteen-year-olds were girls Dunmarsh does not say.",
        "How many of the Facebook victims were boys is something Dunmarsh declines to say. "
        "It gives only the overall 10.",
        "Kik? Forty-one, nationally.",
    ),
    (
        "Kik comes last of the three in Dunmarsh.",
        "The youngest of the three was eight in Dunmarsh.",
        "Yubo was named in Dunmarsh. That makes it the least used of the five.",
        "How many of the nine thirteen-year-old girls were on Kik Dunmarsh does not say.",
        "How many of the Facebook victims were boys is something Dunmarsh declines to say. "
        "It gives only the overall 3.",
        "Kik? Forty-one, nationally. Dunmarsh had a tenth.",
        "Kik? Forty-one in England, and some of those were ours.",
    ),
)
COMPUTED = (
    (
        "More than fifty of the Dunmarsh victims were 12, 13 or 14. To be exact, 52.",
        "More than eighty of the Dunmarsh victims were girls or boys.",
        "Dunmarsh averaged seven or eight offences a month.",
        "Dunmarsh is a middling force. Two of the others that replied had bigger totals and three "
        "had smaller.",
        "Voyeurism is a crime under a law of 2019. How many such crimes there were in Dunmarsh "
        "isn't stated.",
    ),
    (
        "About 40 of the Dunmarsh offences were on Snapchat, Facebook or an app that is withheld.",
        "More than fifty of the Dunmarsh victims were 9, 12, 13 or 14.",
        "Under fifty of the Dunmarsh victims were girls aged ten or over.",
        "Dunmarsh averaged nine or ten offences a month.",
        "In Dunmarsh, boys averaged one or two offences a month.",
        "Dunmarsh averaged two or three offences a month on Kik.",
        "Kik is hidden in Dunmarsh. Three of the others that replied had it.",
        "Kik is hidden. Three of the others that were found were girls, says Dunmarsh.",
        "Voyeurism is a crime under a law of 2019. How many such crimes there were in Dunmarsh? "
        "Four.",
        "Voyeurism is a crime under a law of 2019, used four times in Dunmarsh.",
    ),
)
EVERY = (NOT_PRINTED, LOW_COUNTS, WHOLES, COMPUTED)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_other_words_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_a_hidden_one_in_the_same_words_is_stopped(text):
    assert stopped(text)


def test_the_age_with_the_largest_number_is_no_count():
    hallowick = next(w for w in WORLDS if w["facts"]["place"] == "Hallowick")
    peak = "“Thirteen is the peak,” said the sergeant. “The children were on their phones.”"
    telling = [
        "“Thirteen is the peak for Skype,” said the Hallowick sergeant.",
        "“Nine is the peak,” said the sergeant. “We had four of them.”",
        "“Twelve is the peak,” said the sergeant. “The children were on Skype.”",
    ]
    (_, found), *others = given_away(hallowick, [peak, *telling])
    assert found == []
    assert all(found for _, found in others)


@pytest.mark.parametrize(
    "text",
    [
        "Of the ages given, ten is among the lowest but nine is lower.",
        "Of the ages given, ten is low but nine is lower.",
        "Ten is low but nine is lower.",
        "Among the ages shown, ten is small and eight is smaller.",
    ],
)
def test_an_age_of_no_unit_that_is_called_lower_than_another_is_stopped(text):
    assert stopped(text)


@pytest.mark.parametrize(
    "text", ["Of the ages it shows, ten has the lowest count.", "Ten is low but 15 is higher."]
)
def test_an_order_of_shown_ages_alone_tells_nothing(text):
    assert stopped(text) == []


def test_a_hidden_age_may_be_the_number_of_a_shown_one_and_is_lower():
    """In Thessenby eleven has ten, and the number for ten is hidden."""
    thessenby = next(w for w in WORLDS if w["facts"]["place"] == "Thessenby")
    telling = "Of the ages given, eleven is among the lowest but ten is lower."
    ordinary = "Of the ages given, eleven has ten."
    (_, lower), (_, own) = given_away(thessenby, [telling, ordinary])
    assert lower
    assert own == []
