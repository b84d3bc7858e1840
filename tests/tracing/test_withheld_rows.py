"""A row said to be withheld tells nothing; what stands behind it, in the same words, does.

Hidden in Larmere: Discord, the ages nine and 16, two kinds of offence.
"""

import pytest

from tests.tracing.test_country_and_force_beside_hidden import LARMERE
from tests.tracing.test_gate_worlds import given_away

RANGES = {"Discord": [1, 4], "age 9": [1, 4], "age 16": [1, 4]}
LARMERE_IN_RANGES = LARMERE | {"ranges": RANGES, "threshold": 5}
TELLING = [
    "Whatever the table holds for the nines and 16s has been blacked out, but it is small.",
    "The nines have been struck out, all three of them.",
    "Larmere struck out the row for nines in Larmere: it held a two.",
    "The nines are missing from the Larmere list of victims.",
    "Discord is missing from the Larmere crime records.",
    "The nines are missing from the chart, as there were none.",
    "The nines are missing from the chart: a pair of them.",
    "Children of nine do not appear in the Larmere crime reports.",
    "Children of nine do not appear in the files that Larmere holds.",
    "Children of nine do not appear in the Larmere table, for there were no such victims.",
    "For Larmere's nines there is a blank in that row, which stands for two.",
    "Larmere drew a blank on Discord.",
    "Both of the nines in Larmere's table carry an asterisk.",
    "Both the boys' cases and the one for nines carry an asterisk.",
    "The row for 10 has 12, and the one for nine has two.",
    "The row for 10 has 12, and there was the one for Discord in Larmere.",
    "Larmere struck out that row. The one nine-year-old was a girl.",
    "For Discord the force gives a range, one to four. It does the same for the nines, who were "
    "two.",
    "For Discord the force gives a range, one to four. It had the same for the nines.",
    "Discord figures for Larmere are withheld because our community is so small that the two "
    "boys would be known.",
    "Discord figures for Larmere are withheld because they are small.",
    "Discord figures for Larmere are withheld because the count is as small as can be.",
    "“If we printed the figure for the nines you could put both faces to it,” said Morag "
    "Sinclair of Larmere.",
    "“If we printed the figure for the nines you could put two faces to it,” said Morag Sinclair "
    "of Larmere.",
    "“If we printed the figure for the nines you could put a face to each,” said Morag Sinclair "
    "of Larmere.",
    "“If we printed the figure for the nines you would see how tiny it is,” said Morag Sinclair "
    "of Larmere.",
    "“If we printed the figure for the nines it would be a two,” said Morag Sinclair of Larmere.",
    "If we printed the number of nines in Larmere you could count it on one hand.",
    "Withholding the nines alone would have been pointless, as there were three in Larmere.",
    "Withholding the figure for Discord, four, was right, Larmere said.",
    "Readers wanting the number of nine-year-olds in Larmere will be disappointed that it is so "
    "high.",
    "Readers wanting the number of nine-year-olds in Larmere will be disappointed with three.",
    "Campaigners for Discord's Larmere victims want help whether or not the number can be "
    "printed, small as it is.",
    "Sexual communication with a child became a crime in 2017 and was recorded in Larmere.",
    "Sexual communication with a child became a crime in 2017. Larmere had three.",
    "Any count from one to four for Discord is replaced with a c, and here it is three.",
    "Any count of three is hidden, as Discord's was.",
    "A figure of three can be hidden, as it was for Discord.",
    "A figure of three is hidden in Larmere.",
    "Every count from two to three is hidden in Larmere.",
    "Why no Discord? Any count from one to four is replaced with a letter.",
    "Larmere hides low numbers such as that for Discord.",
    "We do not know how many nines there are. Larmere hides low numbers, and this one is low.",
    "Discord came in the Lower half in Larmere.",
    "Discord is in the lower half of its range in Larmere.",
    "Larmere families on Discord were abused.",
    "Discord hurt Larmere mothers last year.",
    "Larmere parents of nine-year-olds reported three cases.",
    "Larmere families of nine-year-olds reported it to police.",
    "Discord hurt Larmere families last year.",
    "Both the 16s' rows carry a star, and one of them is a two.",
    "Discord's row in Larmere was crossed out, though everybody knows it was four.",
    "How many were nine has not been made public in Larmere, but there were two.",
    "Nines: struck out. Sixteens: the same number as nines, in Larmere.",
]
BEHIND_THE_SAME_WORDS = [
    "Instagram was in a quarter of England's cases. Larmere's share of Discord was three per cent.",
    "Instagram was in a quarter of England's cases. Larmere's share for the starred app was "
    "three per cent.",
    "Snapchat was in 37 per cent of the Larmere cases. The smallest app was in three per cent.",
    "Snapchat was in 37 per cent of the Larmere cases, and the starred app in three.",
    "Snapchat was in 37 per cent of the Larmere cases, and Discord 3.",
    "Snapchat had 37 per cent and Discord two per cent in Larmere.",
    "Discord's slice was four per cent in England and three in Larmere.",
    "Discord's slice was four per cent in England and two here.",
    "Larmere's nines? They were two per cent.",
    "Two per cent of Larmere's children were the youngest.",
    "Culver Bay was late. The other five were on Discord.",
    "Culver Bay was late. The other five were Larmere's nines.",
    "Larmere added 31 offences, two of them on Discord.",
    "Larmere added 31, three at nine.",
    "Ashwold is in the lower half, and half of Larmere's Discord cases were at nine.",
    "Of the ten-year-olds, half were boys. Nines were a quarter of that.",
    "Ten-year-olds are the youngest group with a published number, 12. Those one below had three.",
    "Those below the ten-year-olds were three in Larmere.",
    "The youngest group with a number we cannot print had three.",
    "Twice as many were on the starred app as at nine. It is four against two.",
    "The Larmere table lists 12 ten-year-olds. Missing from it are four who were younger.",
    "Missing from the Larmere table are the three nines.",
    "Discord is missing from the table. It would have been a three.",
    "Discord is missing from the table because there were none.",
    "Discord is missing from the Larmere table because nobody used it.",
    "Discord does not appear in the Larmere table: zero.",
    "Discord does not appear on the chart; it was not used in any offence.",
    "The nines' row has been blacked out. Two girls, I hear.",
    "The nines' row was struck out. It was a two.",
    "Larmere blacked out Discord, which had as many as the nines.",
    "Larmere struck out the row for nines: a boy and a girl.",
    "Both the nines' row and the one for 16 hold a two.",
    "Both the nines' figures were two in Larmere.",
    "Larmere withholding Discord hides three children.",
    "Nine was crossed out in Larmere and replaced with a two.",
    "Any count from one to four is replaced with a letter. In Larmere's Discord row it stands "
    "for three.",
    "A figure of one, two or three may point to a family, and for Discord in Larmere it is two.",
    "A figure of one, two or three may point to a family. For Discord it is the middle one.",
    "If we printed the figure for the nines it would be the same as for Discord, Larmere said.",
    "If Larmere printed the number for nines, two families would be known.",
    "Whether or not the number can be printed, Larmere had three nines.",
    "Discord is withheld in Larmere. So are two.",
    "Discord in Larmere is blank, and so is four.",
    "Discord is left out of the Larmere chart. So is 16.",
    "The age of nine is hidden in Larmere, as so are three.",
    "Ages nine and 16 are missing from the Larmere chart. So is three.",
    "The Larmere number for Discord, noted above that for Snapchat, is withheld.",
    "Larmere withholds its number for Discord, as explained below Snapchat.",
    "Larmere withholds its number for Discord. It is set out below that for Snapchat.",
    "If they gave the figure for Discord, it would stand under Snapchat in Larmere.",
    "If Larmere printed the figure for the nines you could put faces to it, under the 16s.",
    "If they gave the figure for Discord, you could identify it as the fourth app in Larmere.",
    "Discord’s number in Larmere, as noted below it, is withheld.",
    "Discord does not feature in the Larmere chart since it outdid Snapchat.",
    "Whether or not a number can be given, Discord outran Snapchat in Larmere.",
    "Discord was second in Larmere whether or not its number can be shown.",
    "Readers wanting the figure for Discord will be disappointed: in Larmere it outran Snapchat.",
    "Discord came before Snapchat in Larmere, but by how much depends on whether it is printed.",
]
ORDINARY = [
    "Whatever the Larmere table had for the nines has been blacked out, our reporter wrote.",
    "The row for nines was crossed out before it reached us, Larmere said.",
    "The nines and the 16s are missing from the chart, for reasons given below it.",
    "Discord is missing from the Larmere table. That does not make it safe, the charity said.",
    "Children of nine do not appear in what was published.",
    "Sixteen-year-olds do not appear in the Larmere chart.",
    "For Larmere there is a blank in the row for nines.",
    "Both the nines' row and the one for 16 carry an asterisk.",
    "We cannot print how many victims were nine. Larmere struck out that row, and the one for 16.",
    "For Discord the force gives a range, one to four. It does the same for the nines and 16s.",
    "“Discord figures for Larmere are withheld because our village is so small,” the inspector "
    "said.",
    "“If we printed the figure for the nines you could put faces to it by noon,” said the vicar "
    "of Larmere.",
    "Withholding the figure for nines alone would have been pointless, since anybody could take "
    "it from the total.",
    "Readers looking for the number of nine-year-olds in Larmere will be disappointed, and so "
    "are we.",
    "Campaigners want Discord checked whether or not a number can be printed.",
    "Sexual communication with a child became a crime in April 2017 and carries up to two years "
    "in prison.",
    "What is sexual communication with a child, asks a reader from Upper Larmere?",
    "Any count from one to four is replaced with a letter in the Larmere file, as is any that "
    "gives it away.",
    "A figure of one, two or three may point to a family, so Larmere publishes none below five.",
    "We do not know how many nines there are. Larmere hides low numbers, and rightly so.",
    "Should Discord worry Larmere parents, now that it asks for an age?",
    "How many were nine has not been made public in Larmere.",
    "The Larmere number for Discord is withheld, as explained below.",
    "The Larmere number for Discord is withheld for the reasons set out above.",
    "If police gave the number for Discord, anyone in Larmere could work out who it was.",
]


@pytest.mark.parametrize("text", [*TELLING, *BEHIND_THE_SAME_WORDS])
def test_what_a_withheld_row_holds_is_found(text):
    assert [found for _, found in given_away(LARMERE_IN_RANGES, [text])] != [[]]


@pytest.mark.parametrize("text", ORDINARY)
def test_that_a_row_is_withheld_tells_nothing(text):
    assert [found for _, found in given_away(LARMERE_IN_RANGES, [text])] == [[]]
