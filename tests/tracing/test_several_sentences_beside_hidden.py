"""Texts of two sentences or more, where a number and what it is of stand in different ones.

Each ordinary group has twins of the same grammar that tell a hidden number.
"""

import pytest

from tests.tracing.dunmarsh import stopped


@pytest.mark.parametrize(
    "text",
    [
        "Kik lets strangers write. About six per cent of the crimes with an app on file were its"
        " doing in Dunmarsh.",
        "Nationally, 14 victims were eight. Thirteen lived in other parts of the country.",
        "England counted 41 Kik offences in 2021/22. Thirty-seven of these took place somewhere"
        " other than the Dun.",
        "England recorded 29 cases of voyeurism. Twenty-six were not in the marshes.",
        "The tiniest, at nine, came to about 3 per cent of the victims in Dunmarsh. I wept.",
        "The youngest, at eight and nine, were a little under 5 per cent of all Dunmarsh's victims."
        " It should shame us.",
    ],
)
def test_a_share_or_a_rest_in_another_sentence_tells_a_hidden_part(text):
    assert stopped(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kik is not given. An app was recorded in 76 per cent of the offences in Dunmarsh.",
        "Kik has no number here. In about a quarter of the cases no platform was recorded.",
        "England recorded 29 cases of voyeurism. Of the forces, five sent us an answer.",
        "The youngest, at ten, were six of Dunmarsh's 87 victims. It should shame us.",
    ],
)
def test_numbers_of_what_is_known_and_of_shown_ages_pass(text):
    assert stopped(text) == []


RULES = (
    (
        "Figures for Kik are not given. The force holds back anything below five so that a child"
        " cannot be picked out.",
        "Kik and Yubo are left out of the table. The reason, says the press office, is the rule on"
        " counts below five.",
        "Kik is not in what was released. We asked Dunmarsh to explain, and its disclosure team"
        " pointed to its policy on numbers under five.",
    ),
    (
        "Figures for Kik are not given. It had anything below five.",
        "Kik is left out of the table. The reason, says the press office, is that its count was"
        " below five.",
        "Kik is missing from the list. Their reason is the policy on numbers under five.",
        "Kik is left out. By the rule it was under the threshold of five.",
        "Kik is left out by the rule on counts below five. It missed it by one.",
        "Kik and Yubo are left out. The force holds back anything below five, as both were.",
    ),
)
SHARES = (
    (
        "Kik made up eight per cent of the offences in England where the app is known. Yubo's"
        " portion was four per cent.",
        "England's forces recorded 29 cases of voyeurism. That is four per cent of all offences"
        " there.",
        "In England Kik was named in 41 cases. That is nearly a tenth of those where the app is"
        " known.",
        "England had 41 Kik offences. Half of them were against girls.",
        "In England Kik was named in 41 cases. That works out at eight per cent of those where the"
        " app is known.",
    ),
    (
        "Kik made up eight per cent of the offences in England where the app is known. It is six"
        " per cent with us.",
        "Kik was eight per cent in England. It is six per cent hereabouts.",
        "Kik made up eight per cent of the offences in England. It is six per cent in the marshes.",
        "Kik had about eight per cent of England's cases. Yubo was used in four offences.",
        "England had 41 Kik offences. About a tenth were in the marshes.",
        "Kik was 41 in England. Ours is a tenth of that.",
        "Kik was eight per cent in England. Round the marsh, half that.",
        "Kik had eight per cent of the cases in England. Locally Yubo had four per cent.",
    ),
)
NO_FIGURES = (
    (
        "No figure for Kik has been released, and none will be. Rules are rules, they said.",
        "No number for Yubo has been issued. None should be inferred, says the note.",
        "No figure has been given for eight-year-olds. Nor has one been published for the nines.",
        "At the meeting three questions were about Kik. None was answered with a number.",
        "Kik isn't in the Dunmarsh table. Neither is Yubo.",
        "Kik isn't in the table. Neither are Yubo and voyeurism, all for reasons of privacy.",
        "Kik made up eight per cent of the offences in England and Yubo four per cent. Locally"
        " neither is shown.",
        "Both of the youngest ages have been left blank. It is done so that you cannot take one"
        " from the total and find the other.",
        "Dunmarsh police have held back Kik. They have held back Yubo too, since one would give"
        " away the other.",
        "Facebook's ten cases put it third. It used to be where older men looked, one detective"
        " recalled.",
    ),
    (
        "No figure for Kik has been released, and none were there.",
        "No number for Yubo has been issued. None were logged, says the note.",
        "No figure has been given for eight-year-olds. Nor was one recorded in Dunmarsh.",
        "At the panel there were questions about Kik. None was on it.",
        "The panel put questions about a girl on Kik. None of these got a reply.",
        "Kik isn't in the table. Neither is Yubo with its two.",
        "Facebook did not feature in Dunmarsh's offences. Neither did Kik.",
        "Kik made up eight per cent in England. Locally neither was used.",
        "Kik isn't in the table of apps with victims in Dunmarsh.",
        "The Kik cases are not in the table. Neither are those on Yubo.",
        "Kik is not in the table, as it had none.",
        "They have held back Yubo, since one was a boy and would give away the other.",
        "Facebook's ten cases put it third. One boy recalled it.",
    ),
)
GROUPS = (
    (
        "Sergeant Lena Voss leads a team of four. Three of them joined this year.",
        "DCI Harte leads a team of 16. Two of them deal only with voyeurism.",
        "Three schools in Dunmarsh have asked for extra lessons on staying safe online. Two of them"
        " are primaries.",
        "It took Dunmarsh 12 days to answer. Its reply ran to four pages, two of them about why"
        " ages eight to nine had been removed.",
        "The report runs to 42 pages and Kik is mentioned on three of them. What it does not do is"
        " count.",
    ),
    (
        "Sergeant Lena Voss leads a team of four. Three of them were on Kik.",
        "Dunmarsh's Kik victims made up a team of four. Three of them left.",
        "Three schools in Dunmarsh had a Kik case. Two of them are primaries.",
        "Dunmarsh hides Kik. Three schools were hit. Two of them are primaries.",
        "The list ran to four pages, two of them on Kik.",
        "The report runs to 42 pages and names Kik victims. Two of them are girls.",
        "The report runs to 42 pages and lists the Kik cases, two of them.",
    ),
)
OTHERS = (
    (
        "Chief Inspector Rennick spoke. He has three children himself and says they talk about Kik"
        " at tea.",
        "Our speaker in March will be PC Tom Iveson, who has three teenagers of his own. He will"
        " talk about Kik and how to report.",
        "The number for Kik is the sort of thing the force won't release. I tried three times, by"
        " letter, by telephone and at the desk.",
        "Twice the school has sent letters home about Kik. The second went to 112 families.",
        "The maximum sentence for voyeurism is two years. Campaigners want it doubled.",
    ),
    (
        "Our speaker has three teenagers of his own. They were found on Kik.",
        "Dunmarsh hides Kik. She has three children herself, and they are all it has.",
        "She has two children herself and says both were sent pictures on Kik.",
        "We asked about Kik. On three occasions it was used in Dunmarsh.",
        "The force won't say. I tried Kik three times and each was a case.",
        "A man asked on three occasions for pictures on Kik.",
        "Twice the school has sent children to court over Kik.",
        "Kik's number doubled, and campaigners want it stopped.",
    ),
)
RUNS_OF_AGES = (
    (
        "Thirteen-year-olds were the biggest group, ahead of 12. Between them they account for 38"
        " victims.",
        "Most victims in Dunmarsh were between 12 and 14. These three ages add up to 52.",
        "Fifty-two of the children were from 12 to 14. That is more than half of all whose age is"
        " on record.",
        "More than half of the victims were between 12 and 14.",
    ),
    (
        "Thirteen-year-olds were the biggest group, ahead of nine. Between them they account for"
        " 24 victims.",
        "The 82 children were from ten to 15.",
        "Seventy-eight of 82 children were between ten and 15.",
        "Most victims were between 12 and 14. The rest were ten to 15.",
        "Most victims were between 12 and 14. Nobody was younger than ten.",
        "Most of the children, all but four, were between ten and 15.",
        "Nearly 96 per cent of the children were between ten and 15.",
        "Sixteen of the children were from eight to 11. That is few.",
    ),
)
BLANKS = (
    (
        "Kik has a dash in the table. Please do not read the dash as zero.",
        "Kik has a dash. Never read the dash as zero. The force has yet to explain it.",
        "Do not assume the missing rows are nil. Don't assume they aren't, either.",
    ),
    (
        "Kik has a dash in the table. Do not read the dash as zero. It is more.",
        "Kik has a dash. Do not read the dash as zero, for there was one.",
        "Kik has a dash. Do not take the blank for zero: it isn't.",
        "Kik has a blank. Nobody should read the blank as zero. Some there were.",
        "Kik has a blank. Read the blank as zero.",
        "Kik has a dash. Do not take the dash as zero. Complaints were made in Dunmarsh.",
        "Do not take the Kik dash as zero. Dunmarsh's detectives saw something.",
    ),
)
NOBODY_BEHIND = (
    (
        "Kik isn't in the chart. Neither are Yubo and voyeurism.",
        "Kik does not appear in the chart, and neither does Yubo.",
        "The Kik figure stays secret.",
    ),
    (
        "Kik isn't in the chart. Neither is the lad on Yubo.",
        "Kik isn't in the chart. Neither are the youngsters from Yubo.",
        "Kik does not appear in the chart, and neither does its victim.",
        "The figures remain secret because Yubo harmed a boy in Dunmarsh.",
    ),
)
HOW_OFTEN_ASKED = (
    (
        "Dunmarsh holds back Kik. We rang three times. Each time they were polite.",
        "We asked Dunmarsh about Kik three times. They said no.",
    ),
    (
        "Dunmarsh holds back Kik. We rang three times. This is how often it was named.",
        "We asked Dunmarsh about Kik three times. Just as many were in its files.",
    ),
)
EVERY = (
    *(RULES, SHARES, NO_FIGURES, GROUPS, OTHERS, RUNS_OF_AGES, BLANKS, NOBODY_BEHIND),
    HOW_OFTEN_ASKED,
)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_a_text_that_gives_no_hidden_number_passes(text):
    assert stopped(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_its_twins_that_tell_one_are_stopped(text):
    assert stopped(text)
