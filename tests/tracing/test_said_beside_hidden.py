"""What an ordinary text says beside hidden numbers, and texts like it that tell one.

Each set has the telling texts first.
"""

import pytest

from tests.tracing.dunmarsh import stopped

REASONS = (
    (
        "The number of boys on Facebook is not given because it is low.",
        "Girls of 13 are not shown because of the low number. Boys of 13 are hidden to "
        "protect them.",
        "The Kik figure is hidden because it is low. Yubo's is not.",
        "Kik is hidden because of the low number. That cannot be said of Yubo.",
        "Boys on Facebook are left out, saying they were too low to share.",
        "Kik is not shown because of the low number of boys on it, which was two.",
        "The nine-year-olds are hidden because it is low, lower than for eight-year-olds.",
        "Kik came last in Dunmarsh because it is low.",
        "Voyeurism is withheld because it is small: two.",
        "The Yubo number is too low to share: it is one.",
        "Dunmarsh hides the boys at 13 because of the low number.",
        "Dunmarsh said of Kik it was too low to share, unlike Yubo.",
        "Kik is not given as it is low; Yubo is withheld for its sake.",
        "The figure for nine-year-olds is not given because it is low. That for "
        "eight-year-olds is not.",
        "The Facebook number for girls is withheld because of its low figure.",
        "The Kik number is hidden because it is low, at three.",
        "Boys at 13 are hidden because the number is low.",
        "Kik's number is too low to print, Yubo's is not.",
        "Kik is too low to share. Yubo would pass.",
        "Kik is missing from the Dunmarsh table, as it was never used.",
        "Kik has no figure in Dunmarsh because it is low, and the girl moved away.",
        "The figure for nine-year-olds is not given because it is low. Even so it beat that "
        "for eight.",
        "Dunmarsh's Kik number is hidden because it is small. Yubo's was hidden so nobody "
        "could subtract.",
        "The Yubo count is not given as it is low. Half were boys.",
        "Dunmarsh withheld its voyeurism number because of the low number. It fits on a thumb.",
        "Kik's number in Dunmarsh is too low to share, and too low to be four.",
        "Dunmarsh did not give voyeurism, saying it was too low to print. A swimmer was filmed.",
        "Of the two, only Kik's figure is withheld because it is small.",
        "Boys on Facebook are not given because it is low; girls had nine.",
        "Eight and nine are not given because they are small: together four.",
        "Dunmarsh withholds the Kik figure because it is small and a child could be "
        "identified, namely one.",
        "The voyeurism number is not given because it is low. Lower still is the one for meetings.",
        "Dunmarsh does not publish voyeurism because it is low. Everyone knows the girl.",
        "Kik is withheld by Dunmarsh because it is low. No plural would fit.",
        "The figure for nine-year-olds is not given because it is low. Her class know her.",
        "Dunmarsh withholds Yubo because of the low number. Count the legs of a stool.",
        "Yubo is not given in Dunmarsh because it is low. Kik had to go as well.",
    ),
    (
        "Kik, Yubo and those aged nine have a dash in the Dunmarsh table because they are small.",
        "The voyeurism figure is not given for Dunmarsh because it is low. Grooming had 22.",
        "Dunmarsh has not released its figure for nine-year-olds because it is small.",
        "Dunmarsh recorded 87 offences.\n2. Figures for Yubo are not shown, as they are small.",
        "Dunmarsh counted 12 at 11. Those against eight-year-olds are not shown because of "
        "the low number.",
        "Dunmarsh withholds its Kik figure because it is small and any child could be identified.",
        "Dunmarsh did not give its figures for Kik and Yubo, saying these were too low to share.",
        "The Kik number for Dunmarsh is withheld because of the low numbers. Snapchat was "
        "named in 31.",
        "Dunmarsh's voyeurism figure is not published, as it is very low.",
        "The Yubo figure is hidden because it is low.",
    ),
)
RATES = (
    (
        "In Dunmarsh an offence is recorded about every four days. For Kik that takes 90.",
        "In Dunmarsh an offence is recorded about every four days. Yubo takes four months.",
        "Dunmarsh recorded an offence about every four days. Voyeurism makes a week of them.",
        "In Dunmarsh an online offence on Kik is recorded every 90 days.",
        "In Dunmarsh a sexual offence against a child of nine is recorded every four days.",
        "A new offence was reported in Dunmarsh every 120 days, the one for Yubo.",
        "Boys of 13 in Dunmarsh see a sexual offence every 60 days.",
        "Dunmarsh recorded nearly five offences a month on Snapchat. On Kik it is now about two.",
        "Dunmarsh recorded nearly five offences a month. Kik is hidden. It is now about two.",
        "Dunmarsh recorded about two offences on Yubo a week. By 2021/22 it was nearly two.",
        "Dunmarsh recorded about one offence a week. At nine it was two.",
        "Dunmarsh has about three Kik cases a fortnight.",
        "On Kik, Dunmarsh has about three cases a fortnight.",
        "Dunmarsh recorded nearly five offences a month. By 2021/22 it was three, all on Kik.",
        "Dunmarsh recorded about seven offences a month. It is now three.",
        "An offence on Yubo is recorded in Dunmarsh about every 120 days.",
        "An online sexual offence against a nine-year-old is recorded in Dunmarsh about every "
        "120 days.",
        "A sexual offence is recorded in Dunmarsh about every four days, and on Kik every 180.",
        "In 2018/19 Dunmarsh recorded about one offence a week. By 2021/22 it was two on Kik "
        "alone.",
        "Dunmarsh recorded five offences a month. It is now seven, three of them on Kik.",
        "Dunmarsh recorded five offences a month. By 2021/22 it was about seven, with two on "
        "Yubo in the year.",
        "Dunmarsh records about three offences every fortnight. On Kik that is all year.",
        "Dunmarsh records about three offences every fortnight and as many on Kik all year.",
        "Dunmarsh records three Yubo offences a fortnight.",
        "Kik: what every Dunmarsh parent needs to know. Number in Dunmarsh: two.",
        "A sexual offence is recorded in Dunmarsh every four days. For nine-year-olds it is "
        "every 120.",
    ),
    (
        "In Dunmarsh an online sexual offence against a child is recorded roughly every four days.",
        "A sexual offence was reported in Dunmarsh about every four days.",
        "In 2018/19 Dunmarsh recorded about one offence a week. By 2021/22 it was nearly two.",
        "In 2018/19 Dunmarsh recorded nearly five offences a month. It is now about seven.",
        "Dunmarsh police record more than three online offences every fortnight.",
        "Dunmarsh has about three new cases against children a fortnight.",
        "Dunmarsh recorded about five offences a month in 2018/19. The rate is now over seven.",
    ),
)
ADVICE = (
    (
        "Anyone else approached by an adult on Yubo should ring Dunmarsh Police.",
        "Any child also contacted on Kik can report it to Dunmarsh Police.",
        "If your child uses Kik, read the letter of the Dunmarsh schoolgirl.",
        "Anyone contacted by strangers on Kik should tell Dunmarsh Police, as its man is in jail.",
        "Yubo: what every Dunmarsh parent should know. Cases came in from two homes.",
        "Check the settings on Kik, Dunmarsh Police say. The victim had them open.",
        "If your child uses Kik, ask the two in Dunmarsh who were groomed.",
        "If your child is on Kik, look at what a girl in Dunmarsh went through.",
        "If your child uses Kik, talk about the victims in Dunmarsh.",
        "If your child uses Kik, check the Dunmarsh list: it came first.",
        "When your child has Yubo, make sure Dunmarsh does not get a third.",
        "Dunmarsh officers tell parents to review the settings of Kik and Yubo after three cases.",
        "Yubo and Kik: what Dunmarsh families know, two of them too well",
        "Kik: what two Dunmarsh families need to know",
        "Kik: what every Dunmarsh parent needs to know. It had two.",
        "The two in Dunmarsh who were approached on Kik should contact police on 101.",
        "Anybody in Dunmarsh who has been approached on Kik, as three were, should contact police.",
        "Any parent in Dunmarsh contacted on Yubo can report it. Two have.",
        "If your child uses Kik, check the settings. A girl was groomed on it in Dunmarsh.",
        "Anyone in Dunmarsh contacted on Kik should call 101. Three did.",
        "Parents in Dunmarsh are being urged to look at the privacy settings on Yubo, as a "
        "girl did.",
        "If your child uses Kik, make friends with the pair who met trouble in Dunmarsh.",
        "If your child uses Kik, sit down: Dunmarsh police know of three.",
        "If your child has Yubo, talk to the mother in Dunmarsh whose daughter was groomed.",
        "When a child uses Kik, check the settings, as most in Dunmarsh failed to.",
        "If your son is on Kik, go to the police: a boy in Dunmarsh went.",
        "Parents in Dunmarsh are being urged to look at the settings on Kik, the app behind "
        "one case.",
        "Parents in Dunmarsh are being urged to check the settings on Kik and Yubo, level on two.",
        "Dunmarsh parents should review the settings of Kik before there is a fourth.",
        "Anyone in Dunmarsh contacted on Kik can report it, as the girl's mother reported it.",
        "Anyone in Dunmarsh who has been contacted on Kik should call, bringing the number to "
        "three.",
        "Any child in Dunmarsh messaged on Yubo can tell us. So far, a boy.",
        "Any parent contacted on Kik can report it. Dunmarsh has a pair of reports.",
        "Yubo: what Dunmarsh parents should know after the third case",
        "Kik and Yubo: what parents should know. In Dunmarsh they drew, at two.",
        "Parents in Dunmarsh are urged to review the settings of Kik and Yubo, in that order.",
    ),
    (
        "If your daughter is on Kik, ask her who can message her, Dunmarsh Police says.",
        "If your child has Yubo, switch off the location and keep the account private, "
        "Dunmarsh officers advise.",
        "When your child wants to join Kik or Yubo, sit down together and go through the "
        "settings, Dunmarsh officers advise.",
        "Parents in Dunmarsh are asked to check the privacy settings on Yubo as well as on "
        "better-known apps.",
        "Dunmarsh officers tell parents to review the settings of Kik and Yubo.",
        "Yubo and Kik: what all Dunmarsh families should know",
        "Kik: what every Dunmarsh teacher needs to know",
        "Anybody in Dunmarsh who has been approached on Kik should contact police on 101.",
        "Any parent in Dunmarsh contacted by strangers on Yubo can report it through the CEOP "
        "website.",
    ),
)
SCHOOL_YEARS_AND_OFFENDERS = (
    (
        "Year 4 pupils in Dunmarsh, who are eight and nine, were groomed.",
        "Year 4 pupils in Dunmarsh, who are eight and nine, were three of the victims.",
        "Year 5 children in Dunmarsh, who are nine, had two of the 87.",
        "The victims in Year 4 in Dunmarsh, who are eight and nine, had four.",
        "Year 4 pupils in Dunmarsh, who are eight, were one of the 87.",
        "Kik's number counts offences, not offenders, so one man may be behind several.",
        "Kik is hidden. It counts crimes, not suspects, so one man may be behind several.",
        "Dunmarsh counts crimes, not suspects, so one man was behind all on Kik.",
        "Dunmarsh counts crimes, not suspects, so two men may be behind those on Yubo.",
        "Dunmarsh counts crimes, not suspects, and one was on Kik.",
        "Year 4 pupils in Dunmarsh, who are eight and nine, had four in the figures.",
        "Year 5 children in Dunmarsh, who are nine, were hit twice.",
        "The Dunmarsh figures count offences, not offenders: one man may be behind several, "
        "as on Kik.",
        "Year 4 pupils in Dunmarsh, who are eight, lost a friend to a groomer.",
    ),
    (
        "Year 5 children at a primary school in Dunmarsh, who are nine and ten, made posters "
        "on safety.",
        "Year 4 pupils in Dunmarsh, who are eight and nine, saw a play on privacy.",
        "Dunmarsh counts crimes, not suspects, so one man may have committed several of its 87.",
        "The 87 are offences and not offenders: one person could be behind several of them.",
    ),
)
MEETINGS = (
    (
        "Three children met the man grooming them.",
        "We had two girls who went to meet the person grooming them, two too many.",
        "Dunmarsh had three meetings following grooming.",
        "One victim was met by the adult grooming her, or she met the adult grooming her, in June.",
        "In Dunmarsh two met up with the stranger grooming them.",
        "There was one meeting after online grooming in Dunmarsh.",
        "A pair of boys met a man grooming them.",
        "Meetings after grooming in Dunmarsh: two.",
        "Yubo is hidden. Low counts can point to one child. Here they do.",
    ),
    (
        "Dunmarsh recorded 22 grooming offences. England had 18 of meeting following grooming.",
        "No child should ever meet the person grooming them.",
        "Grooming made up 22 of Dunmarsh's 87 offences.",
        "Dunmarsh gives no figure for meetings following grooming.",
    ),
)
NOT_GIVEN = (
    (
        "In Dunmarsh some were on one app, and Kik, for one, was it.",
        "Kik, for one, was used in Dunmarsh.",
        "Kik had one in Dunmarsh. Yubo, for one, had more.",
        "Yubo was for one girl in Dunmarsh the end.",
        "Kik, for two in Dunmarsh, was the start.",
        "Dunmarsh's Kik, for one, matched Yubo.",
        "Kik is listed in Dunmarsh without numbers, and three were on it.",
        "Yubo, then Kik, are listed by size without numbers, Dunmarsh Police said.",
        "Voyeurism is listed under girls without any figures, in Dunmarsh.",
        "Kik and Yubo appear in falling order without numbers, Dunmarsh said.",
        "Dunmarsh withholds two apps. Kik, for one, is nearly up to the threshold.",
        "Kik is listed in Dunmarsh without numbers, though it beat Yubo.",
        "Kik and Yubo are listed without numbers in Dunmarsh, but were level.",
        "Voyeurism is shown without figures in Dunmarsh. It was two.",
        "Kik is listed without numbers in Dunmarsh. A girl was groomed on it.",
        "The paper asked for the Dunmarsh figure for Kik and was refused. It did obtain it: three.",
        "The paper asked Dunmarsh for the Kik figure. It obtained two.",
        "The paper asked for the Dunmarsh figure for Kik. It did obtain a number, three.",
    ),
    (
        "Kik and voyeurism are listed by Dunmarsh Police without numbers.",
        "Yubo is shown without any figure, Dunmarsh said. Snapchat was named in 31.",
        "The paper asked for the Dunmarsh figure for Kik and was refused. It did obtain the "
        "total of 87.",
    ),
)
SETS = {
    "reasons": REASONS,
    "rates": RATES,
    "advice": ADVICE,
    "school years and offenders": SCHOOL_YEARS_AND_OFFENDERS,
    "meetings": MEETINGS,
    "what is not given": NOT_GIVEN,
}


@pytest.mark.parametrize("name", SETS)
def test_what_tells_is_stopped_and_what_tells_nothing_leaves(name):
    telling, ordinary = SETS[name]
    assert [text for text in telling if not stopped(text)] == []
    assert [text for text in ordinary if stopped(text)] == []
