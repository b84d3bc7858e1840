"""What a number counts decides first: those who came, a team, an age, and no offence.

Each ordinary sentence has twins of its grammar that tell a hidden number and must be stopped.
"""

import pytest

from tests.tracing.test_hidden_numbers import told

SEXES = "about Northshire, where one of two parts is hidden"

WHO_CAME = (
    (
        "The swimming club asked a sergeant to speak to its under-13 boys. Thirty turned up.",
        "Each Monday PC Ali sits in the library with a flask. Two came the first week; last week "
        "there were eleven.",
        "We run a drop-in for boys at the harbour. About thirty came last Tuesday.",
        "“We had twelve at our last boys’ night,” said the youth worker.",
        "The choir, six boys and nine girls, went to York in June.",
        "The play about grooming has a cast of five boys and six girls.",
        "Boys need to hear this as well, says Ann Orr, who runs a team of nine.",
        "The boys’ mentors sit on a school panel. There are four of them at present.",
    ),
    (
        "A court heard of boys. Three turned up.",
        "Northshire hides boys. There was a talk. Four turned up.",
        "The drop-in is for boys who were groomed. Four came last year.",
        "The meeting heard Northshire’s figures for boys. Four turned up.",
        "The meeting went through it all. On boys, four turned up.",
        "The victims, 14 boys and three girls, went to a trial.",
        "The class, two boys and 66 girls, is what Northshire recorded.",
        "In Northshire a panel of four boys was groomed.",
        "Northshire hides the boys. There are four of them at present.",
    ),
)
AGES_OF_OTHERS = (
    (
        "At eleven, our peer mentors may run sessions by themselves.",
        "Ten is too young to vote, and eleven is too young to drive.",
        "A talk on Facebook began at eight. Thirty people turned up.",
        "Ten is old enough to know better, one columnist grumbled.",
    ),
    (
        "At nine, Northshire’s members of the list come in at three.",
        "At ten, the mentors were groomed.",
        "Ten was old in Northshire’s table, nine was too.",
        "Facebook, one Northshire victim wrote.",
        "The talk on Facebook began at eight offences.",
        "A talk was held for the children Facebook had reached in Northshire. Three came.",
        "There was an evening for the nine-year-olds who told Northshire. Four came along.",
        "Northshire’s children of nine came to a session. Four came.",
        "Everyone from Facebook was asked to the meeting. Three turned up, so all of Northshire.",
        "The volunteers spoke of Facebook in Northshire. There are three of them.",
        "Facebook left Northshire a class, three children, sat through it all.",
        "In Northshire the Facebook team of two are girls.",
        "Northshire’s nine-year-olds, a choir of three, sang to the police.",
    ),
)
NORMS = (
    (
        "“Nobody of nine should be on there at all,” said a girl of 17 who helps at the club.",
        "Nobody aged ten should have a Facebook account, the vicar said.",
        "Nobody ought to guess at the hidden rows, the bishop wrote.",
        "“I taught Year 5 for six years and never once heard Facebook mentioned,” says Jo Fenner.",
        "Neither the chief constable nor the mayor would say anything about Facebook.",
        "How can a town with two schools publish a count of ten-year-olds? It can’t, and nobody "
        "objected.",
    ),
    (
        "Nobody of nine should be on the Northshire list, and nobody was.",
        "Nobody of nine should have been groomed.",
        "Nobody of nine was on there, Northshire says.",
        "I never once heard Facebook in a Northshire case, the sergeant said.",
        "Northshire Police never once heard of Facebook.",
        "Nobody aged nine had a Facebook account in Northshire’s return.",
        "Nobody complained about Facebook in Northshire. Nobody complained.",
        "On Facebook, Northshire says, nobody objected.",
        "Neither Facebook nor the nines would add anything to Northshire’s 75.",
        "We never once thought of Facebook in Northshire.",
    ),
)
NORMS_OF_BOYS = (
    (
        "No boy, and no girl for that matter, should have to face this on his or her own.",
        "I’ve read the report twice, and the line for boys is a dash. Hidden is not the same as "
        "nil.",
        "Male victims are thought to be badly under-counted everywhere, says Dr Jo Hart.",
        "A father of two boys wrote: “Everyone talks of daughters. Who looks after my sons?”",
    ),
    (
        "No boy should have to face this again.",
        "The report had boys twice.",
        "Boys is not the same as nil.",
        "Male victims are thought to be under-counted at four in Northshire.",
        "Northshire had boys. Who looks after my sons in its figures?",
    ),
)
REASONS = (
    (
        "The numbers for nine-year-olds are held back in case one of the children might be "
        "recognised.",
        "Why hide the Facebook line? Because a low number and a bit of gossip are all it takes.",
        "Why is there no row for ten-year-olds? Any small count is taken out, and sometimes "
        "a larger neighbour goes with it so nobody can subtract.",
        "Two lines are missing from the table: eights and nines. If only one were dropped, "
        "anybody could find it.",
        "No breakdown by sex is given for ten-year-olds.",
        "You won’t find Facebook in the force’s table. Neither will you find the nines.",
        "A councillor demanded the Facebook figure on Monday. He was told no, politely.",
        "How many were on Facebook? That’s a secret the force intends to keep.",
    ),
    (
        "The Facebook number is held back in case the one child could be recognised, as she was "
        "the only one.",
        "The Facebook number is low and could point to a child.",
        "A low number of nine-year-olds was recorded in Northshire.",
        "Two lines of the log are nine-year-olds.",
        "Two lines have a nine-year-old in them, Northshire’s clerk says.",
        "Two lines were of nine-year-olds in Northshire.",
        "Two of Northshire’s slices have Facebook on them.",
        "If only one was on Facebook, police would say so.",
        "No number for Facebook is given as there was nothing.",
        "You won’t find Facebook in Northshire. Neither will you find a victim of nine.",
        "Councillors demanded the Facebook figure. They were told it is no bigger than ten.",
        "How many were on Facebook? That’s a secret, but fewer than on Instagram.",
        "How many were on Facebook? That’s a secret between the two of them.",
    ),
)
OPINIONS = (
    (
        "Facebook worries me more than the rest, and I need no survey to say so.",
        "A ten-year-old, Jess Harker, was the youngest at the oars.",
        "“Sex not recorded” is a box that officers may tick.",
        "The return didn’t give sex at all, so there is nothing to compare.",
    ),
    (
        "Facebook worries me more than the rest in Northshire’s figures.",
        "Facebook worries me: two of the Northshire cases were on it.",
        "A ten-year-old, Jess Harker, was the youngest victim in Northshire.",
        "A ten-year-old, Jess Harker, was groomed there.",
        "“Sex not recorded” is a box with some cases in it.",
        "The return didn’t give the sex in four cases.",
    ),
)
OTHER_THINGS = (
    (
        "A post about Facebook on the Northshire Mums page drew 212 comments and nine likes.",
        "The parish council spent £900 on three noticeboards with advice on apps such as Facebook.",
        "PC Fry has been to eleven primary schools, mostly to see nine-year-olds.",
        "Ms Bell, 71, has eight grandchildren and has taken Facebook off four tablets.",
        "My two are ten and eleven, and I’ve taken Facebook off both their tablets.",
        "My three are eight, ten and eleven, and I’ve taken Facebook off their tablets.",
        "The head added that every parent should ask about Facebook.",
        "Two MPs spoke about Facebook. Of the twelve councillors present, seven backed a motion.",
        "Nine-year-olds wrote six rules for the wall.",
    ),
    (
        "Facebook was in two homes in Northshire.",
        "Facebook cost Northshire three childhoods.",
        "Facebook: three profiles, says Northshire.",
        "My two are ten and eleven, and both are in Northshire’s figures.",
        "Northshire’s detective has the nines: “My four are nine, and I think of them.”",
        "Northshire Police added that a boy had met her on Facebook.",
        "Northshire Police added that it was the same on Facebook as on Kik.",
        "Ms Bell, 71, has two grandchildren and both are in Northshire’s figures for Facebook.",
        "Northshire hides Facebook. Twelve officers looked, and none could find more than two.",
        "Twenty parents sat in court for their nine-year-olds.",
        "Of the victims in Northshire, seven backed out of Facebook.",
        "One note, one nine-year-old: six notes hang on the wall.",
        "Facebook in Northshire: three gardens.",
        "Northshire’s Facebook children saw three doctors, one each.",
        "Three lines are missing their child because of Facebook, Northshire says.",
        "The curate lit three lanterns for Northshire’s Facebook children.",
        "Facebook came to three parishes of Northshire, and three hymns were sung.",
        "Three dancers told Northshire Police about Facebook.",
        "Northshire’s log has three comments under Facebook.",
    ),
)
BOYS_AND_OTHERS = (
    (
        "A third of the audience stood up when the boys’ choir had finished.",
        "The youth centre has a pool table, three printers and a room where boys can talk.",
        "At a debate on boys and phones 31 voted for a ban and 12 against.",
    ),
    (
        "Nine boys on the panel’s list were groomed.",
        "A third of the victims stood up as boys.",
        "Two boys on the team were victims in Northshire.",
        "Boys? Northshire had three for and two against.",
    ),
)
IN_SHORT = (
    (
        "The toll climbs from 25 at twelve to 31 at thirteen.",
        "The most common age was thirteen, with twelve on 25.",
        "Snapchat’s 41 aren’t split into girls and boys.",
        "They made a film. Both of its directors are nine, and neither is allowed on Facebook.",
        "Five primary schools are piloting lessons on Facebook, two in Northshire itself.",
        "The ages eight and nine were struck from the list. No reason was printed, though a clerk "
        "supplied one.",
        "It’s a place of one shop, one lighthouse and a great deal of fog for a ten-year-old.",
    ),
    (
        "The most common age was thirteen, with ten on 25.",
        "The most common age was thirteen, with nine on three.",
        "Facebook’s three aren’t split into girls and boys.",
        "Both of its victims are nine, and neither is allowed on Facebook.",
        "Northshire hides the nines. Both are on Facebook, and neither is allowed back on.",
        "Five Facebook cases were at schools, two in Northshire itself.",
        "The ages eight and nine were struck from the list. No number was printed, though a clerk "
        "gave one for nine: four.",
        "It’s a place of one victim, one Facebook case.",
    ),
)
CLUBS_FOR_BOYS = (
    (
        "We have a girls’ drop-in on Tuesdays. A boys’ one is planned for spring.",
        "At the harvest supper two teenage boys from the youth fellowship did the washing up.",
    ),
    (
        "Girls had 66 cases in Northshire. A boys’ one is recorded.",
        "Two teenage boys from the youth fellowship did the identity parade for police.",
    ),
)
RANGES = (
    ("The nine-year-olds and Facebook are each put down as 1 to 4.",),
    (
        "The nine-year-olds and Facebook are each put down as 2 to 3.",
        "Facebook went down from 4 to 1.",
    ),
)
TWINS = (
    (SEXES, WHO_CAME),
    ("about Northshire", AGES_OF_OTHERS),
    ("about Northshire", NORMS),
    (SEXES, NORMS_OF_BOYS),
    ("about Northshire", REASONS),
    ("about Northshire", OPINIONS),
    ("about Northshire", OTHER_THINGS),
    (SEXES, BOYS_AND_OTHERS),
    ("about Northshire", IN_SHORT),
    (SEXES, CLUBS_FOR_BOYS),
    ("about Northshire, where the release gives ranges", RANGES),
)


@pytest.mark.parametrize(("about", "twins"), TWINS)
def test_numbers_of_other_people_and_things_pass_and_their_twins_do_not(about, twins):
    ordinary, telling = twins
    assert [(text, told(text, about)) for text in ordinary if told(text, about)] == []
    assert [text for text in telling if not told(text, about)] == []
