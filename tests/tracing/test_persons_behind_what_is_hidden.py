"""One person, one case, one of two parts: what tells a hidden number of Dunmarsh without a number.

Beside each, in the same words, what tells nothing of it.
"""

import pytest

from tests.tracing.dunmarsh import stopped

ONE_PERSON = (
    (
        "The release gives a figure for Snapchat but not for the girl on Kik.",
        "The release gives a figure for Snapchat but not for Kik. Its victim was a girl.",
        "The release prints every figure but that for the twins on Kik.",
        "The force is not publishing the number for eight-year-olds, as the girl could be known.",
        "The force said no to showing the Kik case, the victim's family having begged.",
        "The force is not releasing the figure for the boy on Facebook.",
        "Kik is hidden. Another child would have had it shown.",
        "The number for Kik is withheld. Her mother has told us about it.",
    ),
    (
        "The release gives a figure for Snapchat but not for Kik.",
        "The release prints every figure but that for Kik.",
        "The force is not publishing the number for eight-year-olds, as a child could be known.",
        "The Kik figure is withheld so that no child can be recognised.",
        "Kik, which my twins use, has no published figure.",
    ),
)
A_LAW = (
    (
        "Voyeurism has been an offence since 2003. A girl was the victim.",
        "Voyeurism has been a crime since 2003 and a woman was filmed.",
        "Voyeurism has been an offence since 2003. It happened to a Dunmarsh girl.",
    ),
    (
        "Voyeurism has been an offence since 2003.",
        "Voyeurism has been an offence since 2003. The longest sentence is two years.",
    ),
)
ONE_OF_TWO = (
    (
        "Kik is hidden because the number is small. Yubo's is not.",
        "Kik is hidden because the figure is small. Yubo is hidden to protect Kik.",
        "Yubo is hidden because Kik's figure is too small.",
        "Kik and not Yubo is hidden because the number is small.",
        "Kik is hidden because the number is very small. That cannot be said of Yubo.",
    ),
    (
        "Kik is hidden because the number is small. Yubo is hidden for the same reason.",
        "Kik and Yubo are hidden because the numbers are small.",
        "Kik is hidden because the number is small. Snapchat came up in 31 cases.",
    ),
)
SMALL_NUMBERS = (
    (
        "Kik is hidden: small figures can point to one child, and there it did.",
        "Kik is hidden. Its small number could lead to one family.",
        "Kik is hidden because that small number would identify one victim.",
    ),
    ("Kik is hidden: small figures can point to one child.",),
)
TIMES_IN_TEN = (
    (
        "On Facebook it was a girl nine times out of ten.",
        "At 13 it was a boy three times in ten.",
        "It was Kik nine times out of ten.",
    ),
    ("Nine times out of ten it starts with a friendly message.",),
)
THE_AGE_OF = (
    (
        "At the age of nine girls were targeted in three cases.",
        "At the age of 13 girls made up 71%.",
        "By the age of nine girls had been targeted twice.",
    ),
    ("The age of five victims was not recorded.",),
)
TOTALS_AND_RATIOS = (
    (
        "Corveley recorded 163 offences, four of them filmed, twice the number in Dunmarsh.",
        "Corveley recorded 163 offences, a pair of them filmed, twice the number in Dunmarsh.",
        "At 13 the girls outnumber the boys by 16 to three.",
        "And Kik? In England it was 8%, well above the 3%.",
    ),
    (
        "Corveley recorded 163 offences, nearly twice the number in Dunmarsh.",
        "The girls outnumber the boys by 16 to three.",
    ),
)
WHO_SAYS = (
    (
        "How many on Kik? Just one a teacher said.",
        "At nine there was one a teacher said.",
        "One mother posted: mine was the eight-year-old.",
    ),
    ("One local teacher asked about Kik."),
)
BESIDE_ENGLAND = (
    (
        "The girl on Kik is hidden, but there were 41 in England.",
        "On Kik a girl was groomed, while England had 41.",
        "Kik's victims were twins, while in England there were 41.",
        "Kik was used by a man against a girl, while in England there were 41.",
        "Kik is rarer than Yubo, while England had 41 and 23.",
        "Kik beat Yubo, and in England it was 41 to 23.",
        "Voyeurism struck a mother and her daughter, and England had 29 cases.",
        "The eight-year-old was a girl, and England had 14.",
        "Twins were eight, and there were 14 in England.",
        "Kik, it was a brother and sister; in England it was 41.",
    ),
    (
        "Kik is hidden, but there were 41 in England.",
        "Kik was left out to protect a child, while England had 41.",
        "Kik lets a stranger contact a child, and in England it was used in 41 offences.",
        "Kik is hidden so that a child cannot be named, and England had 41.",
        "Kik was not listed for Dunmarsh, while in England there were 41.",
        "Voyeurism was made a crime in 2019, and England had 29.",
        "Dunmarsh did not publish a number for nine-year-olds, but England had 27.",
        "Kik is hidden, while in England 41 offences were on it. Yubo was named in 23.",
    ),
)
TWO_SHARES = (
    (
        "Kik is hidden. England's share is 8%, above the 4%.",
        "Kik is small. England's share is 8%, above the 4% we had.",
        "Boys on Facebook are hidden. In England it was 19%, below the 42%.",
        "Boys on Facebook are hidden. In England boys were 19%, below the 42% there.",
        "Facebook is hidden by sex. In England girls were 81%, above the 70%.",
        "Voyeurism: in England 4%, above 3%.",
        "On Facebook girls were 70%, below the 81% in England.",
        "Meeting following grooming is hidden: England had 3%, against our 4%.",
    ),
    (
        "Kik is hidden. In England girls were 81%, below the 84% here.",
        "Kik is hidden. England's share is 8%, above the 4% of Yubo.",
        "Kik is hidden. Snapchat was in 42% in England, below the 47% in Dunmarsh.",
        "Facebook is hidden by sex. In England girls were 81%, below the 84% in Dunmarsh.",
        "Kik is hidden. In England offences rose by 8%, above the 4% of last year.",
        "Boys on Facebook are hidden. In England boys were 19%, above the 16% in Dunmarsh.",
    ),
)
SEXES_AT_AN_AGE = (
    (
        "At 13 the girls were 15.",
        "At 13, six were boys.",
        "At 13, girls outnumbered boys by nine.",
        "Boys at 13 were half of the girls there.",
        "Girls at 13 had one more than 14-year-olds.",
        "Of those at 13, 15 were girls.",
        "Of the victims at 13 there were six boys.",
        "Of those with a sex at 13, 15 were girls.",
        "13: boys *, girls 15.",
        "13 years old: girls hidden, boys 6.",
        "At nine, two were boys.",
        "At eight, a girl and a boy were groomed.",
        "Of the children at eight, three were girls.",
        "Children at nine numbered two.",
        "Of those at 13 in Dunmarsh, girls led by nine.",
    ),
    (
        "At 13, boys and girls are not shown separately.",
        "At 13:00 girls from the school will meet an officer.",
        "At 12 there were 17 victims in Dunmarsh. Girls were 70 of those with a sex.",
        "At 13, with 21 offences, children were most at risk in Dunmarsh.",
        "At 13 schools in Dunmarsh girls were taught about privacy.",
        "At 9 Church Lane, girls and boys can meet an officer.",
        "At 8 the doors open. Girls and boys are welcome.",
        "13: girls and boys are hidden.",
        "At 70, girls are most of those with a known sex in Dunmarsh.",
        "Of the children at 12 schools asked, girls were more worried.",
        "Children at 11 schools were taught about privacy.",
        "Girls at 13 schools in Dunmarsh made posters.",
        "At 14, girls and boys get a lesson on privacy from the force.",
        "Boys were 13 of those with a known sex in Dunmarsh and girls 70.",
        "At 10, most girls have a phone, a survey for the charity found.",
    ),
)
SETS = {
    "sexes at an age": SEXES_AT_AN_AGE,
    "two shares": TWO_SHARES,
    "beside England": BESIDE_ENGLAND,
    "one person": ONE_PERSON,
    "a law": A_LAW,
    "one of two": ONE_OF_TWO,
    "small numbers": SMALL_NUMBERS,
    "times in ten": TIMES_IN_TEN,
    "the age of": THE_AGE_OF,
    "totals and ratios": TOTALS_AND_RATIOS,
    "who says": WHO_SAYS,
}


@pytest.mark.parametrize("name", SETS)
def test_what_tells_is_stopped_and_what_tells_nothing_leaves(name):
    telling, ordinary = SETS[name]
    assert [text for text in telling if not stopped(text)] == []
    assert [text for text in ordinary if stopped(text)] == []
