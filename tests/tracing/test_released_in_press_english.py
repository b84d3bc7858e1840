"""Released numbers in the words of a newspaper, and texts of the same build that tell a hidden one.

Of Dunmarsh, which hides the ages of eight and nine, Kik, Yubo and three crossings.
"""

import pytest

from tests.tracing.dunmarsh import DUNMARSH, stopped
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
ONE_LOW = (
    (
        "Nine-year-olds have been taken out of the Dunmarsh release because the figure is low.",
        "Kik and Yubo are both held back because the count is very low.",
    ),
    (
        "Nine-year-olds have been taken out because the figure is lower than for those aged eight.",
        "Nine-year-olds have been taken out because the figure is low: three.",
        "The figure for nine-year-olds in Dunmarsh is low, at three.",
        "Kik is held back because the figure is low, as low as Yubo's.",
    ),
)
ROWS_MISSING = (
    (
        "Nine-year-olds have no row in what Dunmarsh published.",
        "Kik has no row in the force's table.",
        "Eight- and nine-year-olds are missing from the county's age table, on purpose.",
        "How girls and boys divide among the 13-year-olds is not stated by the force.",
        "The number of Dunmarsh offences on Kik is not stated.",
    ),
    (
        "Nine-year-olds have no row in what Dunmarsh published, since there were none.",
        "Kik has no row in the force's table. There were no cases.",
        "Kik has no row in the files of the Dunmarsh detectives.",
        "Kik is missing from the county's crime table, as it was never used.",
        "Nine-year-olds are missing from the county's cases.",
        "The number of Dunmarsh offences on Kik is not stated, but it is less than Yubo's.",
    ),
)
SEVERAL_CHILDREN = (
    (
        "One crime may involve more than one child, so 87 is not a count of victims.",
        "A single offence can involve several children, the force points out.",
    ),
    (
        "One crime on Kik involved more than one child.",
        "One crime may involve more than one child, as the one on Kik did.",
        "One case, on Kik, may involve more than one child.",
        "A single offence on Kik can involve several children.",
    ),
)
ONE_IN_SO_MANY_DAYS = (
    ("That amounts to one every four days or so.", "That amounts to one offence every four days."),
    (
        "On Kik that amounts to one every four months.",
        "That amounts to one every 120 days for Kik.",
        "Kik is hidden in Dunmarsh. That amounts to one every 120 days.",
        "That amounts to one every 120 days.",
        "Kik is hidden in Dunmarsh. That amounts to one every four days.",
    ),
)
WHOLES_OF_NINE = (
    ("All nine together came to 660 offences.",),
    (
        "All nine together came to four offences.",
        "All nine-year-olds together came to three offences.",
        "All nine were girls in Dunmarsh.",
        "Eight: one. All nine together had as many.",
    ),
)
OF_LAST_YEAR = (
    (
        "The increase this year, eight offences, is smaller than last year's, which was 13.",
        "The rise this year is smaller than the previous year's, which was 13.",
    ),
    (
        "The increase on Kik this year, three offences, is smaller than last year's, which was 13.",
        "The number of nine-year-olds is smaller than last year's, which was four.",
        "The youngest was nine, and the total of Kik is last year's, which was four.",
    ),
)
OF_TWO_BODIES = (
    (),
    (
        "England had 41 offences on Kik and Dunmarsh had three.",
        "England had 41 offences on Kik and Dunmarsh 31 on Snapchat and four on Kik.",
        "England had 41 offences on Kik and Dunmarsh had 31 on Snapchat and Kik.",
        "England had 27 victims aged nine; Dunmarsh, with 14 aged 14, was spared that.",
        "England had 27 victims aged nine; Dunmarsh had 14 aged 14 and a nine-year-old.",
        "England had 41 offences on Kik, and Dunmarsh, with 31 on Snapchat, had Kik too.",
        "There were 14 eight-year-olds among England's victims and three among Dunmarsh's.",
    ),
)
NOT_SAID_HOW_MANY = (
    (
        "Kik is on Dunmarsh's list, but how often it came up has not been disclosed.",
        "Whether nine-year-olds suffered more or less than before we can't say; the force does "
        "not publish that age.",
    ),
    (
        "Kik is on Dunmarsh's list and came up, but how often it came up has not been disclosed.",
        "Kik is on Dunmarsh's list, and how often it came up was the same as Yubo.",
        "How often it came up on Kik, three times, has not been disclosed.",
        "Whether more or less than before we can't say, but nine-year-olds suffered in Dunmarsh; "
        "the force does not publish that age.",
        "Whether nine-year-olds suffered more or less than before we can't say, but some did; "
        "the force does not publish that age.",
        "Whether nine-year-olds suffered more or less than before we can't say, but there was one.",
        "Whether nine-year-olds suffered more or less than eight-year-olds, we know: more.",
    ),
)
EVERY = (
    *(NOT_PRINTED, LOW_COUNTS, WHOLES, COMPUTED, ONE_LOW, ROWS_MISSING, SEVERAL_CHILDREN),
    *(ONE_IN_SO_MANY_DAYS, WHOLES_OF_NINE, OF_LAST_YEAR, OF_TWO_BODIES, NOT_SAID_HOW_MANY),
)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_other_words_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_a_hidden_one_in_the_same_words_is_stopped(text):
    assert stopped(text)


def test_what_is_left_by_those_of_no_known_age_is_released():
    shown = {name: n for name, n in DUNMARSH["shown"].items() if name != "age unknown"}
    known = "Taken together, 12- to 14-year-olds account for 52 of the 82 victims of known age."
    telling = [
        "Taken together, 12- to 14-year-olds account for 52 of the 80 victims of known age.",
        "Eight- and nine-year-olds account for four of the 82 victims of known age.",
        "Those aged ten or over account for 78 of the 82 victims of known age, the rest were nine.",
    ]
    (_, found), *others = given_away({**DUNMARSH, "shown": shown}, [known, *telling])
    assert found == []
    assert all(found for _, found in others)


def test_a_share_of_the_country_beside_ours_is_of_what_both_name():
    pair = "Chats made up 53 per cent of the offences in the county and 50 per cent in England."
    assert stopped(pair) == []
    for telling in (
        "Kik made up five per cent of the offences in the county and six per cent in England.",
        "Nine-year-olds made up 4 per cent of the victims in England and 3 per cent in the county.",
        "Chats made up 53 per cent of the offences in the county and 45 per cent in England.",
    ):
        assert stopped(telling)


def test_a_multiple_with_its_released_number_is_of_another_released_one():
    shown = {**DUNMARSH["shown"], "Instagram": 20}
    known = "Half as many, ten, were on Facebook."
    telling = [
        "Kik came next. Half as many, ten, were on Facebook.",
        "Twice as many, ten, were on Facebook.",
        "Half as many, four, were on Kik.",
        "Half as many, nine, were on Facebook.",
    ]
    (_, found), *others = given_away({**DUNMARSH, "shown": shown}, [known, *telling])
    assert found == []
    assert all(found for _, found in others)


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
