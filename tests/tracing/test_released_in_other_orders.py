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
THE_NATIONAL_TABLE = (
    (
        "Of the apps in the national table, Yubo came up least, with 23 mentions.",
        "Eight- and nine-year-olds do not have published rows for Dunmarsh, though the "
        "national table puts them at 14 and 27.",
        "The national breakdown lists 14 victims aged eight.",
    ),
    (
        "The national table has 41 offences on Kik, three of them ours.",
        "In the national table Dunmarsh has three offences on Kik.",
        "The national table puts eight- and nine-year-olds at 14 and 27, with three and two "
        "in Dunmarsh.",
        "Eight- and nine-year-olds have no rows for Dunmarsh, but it had 14 in all.",
    ),
)
RATES_AND_RATIOS = (
    (
        "On average one offence was recorded every four days.",
        "Victims aged 13 outnumbered those aged 14 by three to two.",
        "Twice as many children were 12 as were 15.",
        "Twice as many victims were aged 12 as 15.",
    ),
    (
        "One in Dunmarsh was recorded every four days on Kik.",
        "A case on Kik was recorded every 90 days.",
        "Victims aged 14 outnumbered those aged nine by seven to two.",
        "Girls outnumbered boys by three to two among the nine-year-olds.",
        "Boys on Facebook were outnumbered three to two by girls.",
        "Three times as many victims were 15 as were eight.",
        "Twice as many children were ten as nine.",
    ),
)
NATIONALLY_THERE_WERE = (
    (
        "Eight- and nine-year-olds are not shown for Dunmarsh; in England there were 14 and 27.",
        "Kik is not shown for Dunmarsh, but there were 41 such offences nationally.",
        "There are no Dunmarsh figures for Kik; across England there were 41.",
        "England's figures include 41 offences on Kik and 23 on Yubo, neither of which has "
        "a published figure in Dunmarsh.",
    ),
    (
        "Eight- and nine-year-olds are not shown for Dunmarsh; in England there were 14 and "
        "27, and we had some.",
        "There are no Dunmarsh figures for Kik; across England there were 41, ten times as many.",
        "Kik is not shown for Dunmarsh, but there were 41 in England; it came up in most months.",
        "Kik is not shown, though there were some.",
        "England's figures include 41 offences on Kik and 23 on Yubo, both of which came up "
        "in Dunmarsh.",
        "England's figures include 41 offences on Kik and 23 on Yubo, neither of which was "
        "rare in Dunmarsh.",
    ),
)
WHY_AND_WHAT_IS_HIDDEN = (
    (
        "Voyeurism has been an offence since 2003, but Dunmarsh's number for it is withheld.",
        "Dunmarsh Police said the numbers for eight and nine had been left out.",
        "The force said it would not release the figures for Kik and Yubo because they are "
        "too small.",
        "Kik and Yubo are hidden because the numbers are small.",
        "Numbers of one to four are replaced with a [c].",
        "Three apps have a number in the Dunmarsh table and two do not.",
    ),
    (
        "In Dunmarsh there has been an offence of voyeurism since April.",
        "Voyeurism became a crime in 2003, and Dunmarsh had some.",
        "The numbers for eight and nine had been equal.",
        "The Kik number is too small.",
        "Dunmarsh would not release the Kik figure because it is too small. It is three.",
        "Dunmarsh would not release the figures for Kik and Yubo because Kik's is too small.",
        "The numbers for Kik of one to four are replaced with a [c].",
        "Kik and Yubo are hidden because the numbers are smaller than for Facebook.",
    ),
)
A_FIGURE_FOR_ONE = (
    (
        "The force gives a number for Snapchat, 31, but not for Kik.",
        "The force gives a number for Snapchat (31) but not for Kik.",
        "The force gave a number for Snapchat but not for Kik or Yubo.",
        "There is a figure for ten-year-olds, six, but none for nine-year-olds.",
        "Facebook has a published number, ten; Kik does not.",
        "Numbers are given for Snapchat, Instagram and Facebook, but not for Kik and Yubo.",
        "Dunmarsh has figures for Snapchat (31) and Facebook (10), though not for Kik.",
        "More than half of Dunmarsh Vale's victims, fifty-two, were between 12 and 14.",
    ),
    (
        "There were victims for each age, but none for nine-year-olds.",
        "Dunmarsh recorded a number of cases on Snapchat, but none on Kik.",
        "The force had numbers for Snapchat and Kik alike, but not for long.",
        "The force gives a number for Snapchat, 31, but not for Kik, with three.",
        "There is a figure for ten-year-olds, six, but nobody for nine-year-olds.",
        "Facebook has a number of cases, ten; Kik does not.",
        "Facebook has offences, ten; Kik does not.",
        "There is a figure for ten-year-olds, six, and twice that for nine-year-olds.",
        "The force gives a number for Snapchat, 31, but not for Kik. It is ten times as many.",
        "The number for Snapchat is 31, but not for Kik, which has two.",
        "The force gives a number for Snapchat, 31, ten times Kik's, but not for Yubo.",
        "Half of Dunmarsh's victims, 43, were between 13 and 15, and the rest were younger.",
        "All of Dunmarsh's victims were between nine and 15.",
        "Facebook has a number, ten; Kik does not have as many.",
    ),
)
MARKS_AND_SECOND_ONES = (
    (
        "Four more victims were 13 than 12.",
        "Snapchat 31, Kik *, Yubo *.",
        "Platforms: Snapchat 31, Kik *, Yubo *. (* = withheld)",
        "We will not be giving a figure for eight- or nine-year-olds.",
        "Dunmarsh is not publishing a figure for Kik.",
        "Why no figure for Kik? A small number is hidden, and a second one is hidden as "
        "well so that nobody can work it out.",
        "Why no figure for Kik? They hide a second one so that the first stays hidden.",
        "Why leave out eight and nine? Any cell below five goes, plus a second one if the "
        "total would give the first away.",
    ),
    (
        "Snapchat 31, Kik *, which is a tenth.",
        "Snapchat 31, Kik * more.",
        "Snapchat 31: ten times the star at Kik.",
        "Snapchat 31 *, ten times Kik.",
        "Kik * as many as the two on Yubo.",
        "Girls 70, Kik 3, Yubo *.",
        "Why no figure for Kik? They hide a second one of nine.",
        "Kik is hidden and a second one is hidden at nine.",
        "We had a Kik case, plus a second one.",
        "The figure for Kik is one, and a second one was withdrawn.",
        "We will not be giving a figure for Kik, as there were two.",
        "We will not be giving a figure for nine-year-olds, the fewest of all.",
        "They are not releasing Kik's three.",
        "Four more victims were ten than nine.",
    ),
)
REASONS_AND_SPEAKERS = (
    (
        "Because Kik's figure is small it is hidden.",
        "Why no figure for Kik? Because, the force explains, small counts could point to "
        "one family in one village.",
        "Nobody at the press office would be drawn on Kik.",
        "That 84% in Dunmarsh is a whisker above the 81% in England.",
        "\"My son's nine and he'd never tell me,\" one mum posted.",
        "The star at Kik stands for hidden and not for nought.",
    ),
    (
        "Because Kik's figure is the smallest it is hidden.",
        "Kik is hidden because Kik's figure is small, at two.",
        "Small counts of Kik, one victim, were hidden.",
        "The small count could identify one child of nine.",
        "Nobody would be drawn on Kik, but there were three.",
        "The Kik star stands for three and not for nought.",
        "The star at Kik stands for one, not for nought.",
        "That 12% in Dunmarsh on Kik is a whisker below the 8% in England.",
        "One mum said her son of nine was the only one.",
        "One mother of a nine-year-old victim spoke to us.",
        "One boy said he had been groomed on Kik.",
        "One mum whose son was on Kik is the only one in the Dunmarsh figures.",
    ),
)
NO_FIGURE_IN_OTHER_WORDS = (
    (
        "The force gives a number for Facebook, 10, but not for Kik.",
        "The force gives a number for Facebook (10) but not for Kik.",
        "The force gave a number for Facebook but not for Kik or Yubo.",
    ),
    (
        "The numbers for Snapchat are up but not for Kik.",
        "The force worries about the number for Snapchat but not for Kik.",
        "The figures for Snapchat were shocking but not for Kik.",
        "Kik isn't giving Dunmarsh officers any rest.",
        "Voyeurism has been an offence since 2003 and there were offences in Dunmarsh.",
        "The star at Kik hides one case. The star at Yubo hides a second one.",
        "Dunmarsh has a number for Snapchat that shocks, but not for Kik.",
    ),
)
EVERY = (
    AGES_AT_THE_TIME,
    TIMES_OUR_TOTAL,
    WHERE_ONE_WAS_NOTED,
    ROWS_NOT_GIVEN,
    THE_NATIONAL_TABLE,
    RATES_AND_RATIOS,
    NATIONALLY_THERE_WERE,
    WHY_AND_WHAT_IS_HIDDEN,
    A_FIGURE_FOR_ONE,
    MARKS_AND_SECOND_ONES,
    REASONS_AND_SPEAKERS,
    NO_FIGURE_IN_OTHER_WORDS,
)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_released_number_in_another_order_tells_nothing(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_its_look_alike_of_a_hidden_part_is_stopped(text):
    assert stopped(text)
