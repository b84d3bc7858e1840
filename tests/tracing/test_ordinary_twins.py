"""Numbers of other things beside a hidden part, each with twins that tell a hidden number.

The twins have the grammar of the ordinary sentence: they are what somebody would write who wanted
to get a hidden number past its rule.
"""

import pytest

from tests.tracing.test_hidden_numbers import told

FIRST = "about Northshire, whose first total is hidden"
SEXES = "about Northshire, where few are neither girls nor boys"

OWN_CHILDREN = (
    (
        "I’ve two boys myself, nine and ten, and we keep the tablet in the kitchen.",
        "I am the mother of two children, one of eight and one of ten, and I want to know what the "
        "council will do about the 75 offences in Northshire.",
        "I have two children, aged ten and 13, at school in Northshire, and neither is allowed "
        "Facebook.",
        "I have a boy of eight and a girl of nine, and I would like to know what Northshire Police "
        "can do for us.",
        "Cllr Bell said she had two grandsons of eight and nine on Facebook and had spent an hour "
        "with them.",
        "I teach a class of 28 nine-year-olds in Northshire, and more than half of them have a "
        "phone of their own.",
        "“You must be 16 to use Facebook, but half my class have got it,” said Ellie, 13.",
        "I have two girls, eight and nine. Each has a phone in the kitchen.",
        "Northshire will not publish its number for Facebook. As a mother of two boys, I find that "
        "hard.",
        "I teach 71 girls and four nine-year-olds. That is a full hall.",
    ),
    (
        "I have two boys of ten.",
        "I have three nine-year-olds in Northshire.",
        "We have two nine-year-olds in Northshire.",
        "She had two nine-year-olds on her desk, the Northshire sergeant said.",
        "I have a boy of eight and a girl of nine in the Northshire figures.",
        "I have two children, aged eight and nine, and both are in the Northshire figures.",
        "I have two boys, eight and nine. Facebook got both.",
        "The mother of two children, one of eight and one of nine, told the court of Facebook.",
        "I have a nine-year-old, and there were three of that age in Northshire.",
        "I taught two eight-year-olds. Their case was in the paper.",
        "The coach had coached three eight-year-olds.",
        "I taught a class of thirty nine-year-olds, and every one of them was sent a picture.",
        "Half my class had been groomed on Facebook.",
        "I have two girls aged eight and nine. Northshire put a star by each.",
        "I have two sons, eight and nine. Northshire’s stars are ours.",
        "I have two girls, eight and nine. Northshire has no others.",
        "My two girls are eight and nine. There are no more in Northshire.",
        "Northshire hides Facebook. I have three girls: they are all it has.",
        "Northshire hides Facebook. She has three sons. All of them met trouble there.",
        "I teach 71 girls and four nine-year-olds. That is Northshire’s split.",
        "We teach 71 girls and four nine-year-olds. Northshire is no different.",
    ),
)
THINGS_BEFORE = (
    (
        "I gave two talks on Facebook, and was asked for a third.",
        "We went to two meetings at the school about this. At neither did anyone mention Facebook.",
    ),
    (
        "Two drop-ins heard of three on Facebook in Northshire, one on 4 May.",
        "Two volunteers found Facebook, one on 4 May and one on 11 May.",
        "Northshire recorded two Facebook offences, one on 4 May and one on 11 May.",
        "There were two talks for victims on Facebook, and in March a third.",
        "Two meetings were held for Facebook victims. At neither did anyone speak.",
        "We spoke at seven schools with victims, including one on Facebook.",
        "We spoke at seven schools, including one where Facebook was used by a groomer.",
        "Two detectives dealt with Facebook. It now has five.",
        "Northshire hides Facebook. Two workshops took place in May, and it had four.",
        "Northshire keeps Facebook back. One workshop took place. It now has four.",
        "Northshire stars Facebook. It had one detective on it. Now they have four.",
    ),
)
TIMES_AND_LIMITS = (
    (
        "Our storytime for eight- and nine-year-olds in the library is at ten on Saturdays.",
        "A talk on Facebook at the library is at seven.",
        "Our workshop is for Year 5, where the children are nine and ten.",
    ),
    (
        "At the school in Northshire Facebook is at three.",
        "The talk said that Facebook is at three.",
        "The Northshire tally for ten-year-olds is at ten on Saturday.",
        "Facebook stood at two, tea at three.",
        "Northshire starred Facebook, whose bar is at three.",
        "Northshire has no number for Facebook. The bar is at two.",
        "Northshire’s graph has a bar for each app. That of Facebook, a thin bar, is at four.",
        "Northshire withholds the nine-year-olds. Their class is at three.",
        "The nine-year-olds of Northshire are a group of few. The group starts at two.",
        "A group for the nine-year-olds of Northshire is at two.",
        "Facebook is one more service in Northshire. This service is at four.",
        "Northshire stars Facebook. It opens in the list at three.",
        "Northshire stars Facebook. It grew from two till 2018.",
        "Does Facebook have a row? Yes, three.",
        "Does Facebook have a minimum age? Yes. Northshire had 13 on it.",
        "The Facebook victims would have to be three.",
        "In Year 5, where the children are nine and ten, Northshire had three.",
        "Our workshop is for Year 5, where the victims are nine and ten.",
        "Children as young as eight have phones in the Northshire figures.",
        "Children as young as eight are in the figures.",
    ),
)
PEOPLE_ASKED = (
    (
        "Three village halls and 230 parents later, the roadshow on Facebook ends on Saturday.",
        "One Northshire father told us that he had never heard of Facebook until his son showed it "
        "to him.",
        "Facebook was the topic of a debate. Two experts said it should be shut.",
        "One mother told us that she had never heard of Facebook until her son showed it to her.",
        "Two nine-year-olds from St Bride’s School have won the county poster competition with a "
        "picture of a padlock.",
        "Facebook has hired two people to deal with the police, it says.",
    ),
    (
        "Three fathers told us about Facebook in Northshire.",
        "Two parents said that it was Facebook.",
        "Two mothers came to us about Facebook.",
        "We heard from three parents about Facebook.",
        "One mother told us what Facebook had done.",
        "Facebook is hidden in Northshire. Two people said that it ought to be shut.",
        "Facebook is hidden in Northshire. They have spoken to two people and a teacher.",
        "Facebook is hidden in Northshire. Two people have asked me why they were on it.",
        "Facebook is not given for Northshire. Two grandparents asked us how a girl gets on it.",
        "Four dads told us that they had never heard of Facebook before their daughters had it.",
        "Four carers told us that they had never heard of Facebook: each has had a boy there.",
        "Our meeting heard 30 residents in Northshire. Four of them had been on Facebook.",
        "Two eight-year-olds told us that they had never heard of Facebook.",
        "We asked 400 parents about phones. Northshire had one at eight.",
        "Two eight-year-olds from Northshire school spoke at the launch of the figures.",
        "Two nine-year-olds from St Bride’s School have won a prize. Both are in the figures.",
        "Places are limited to two on Facebook.",
        "Northshire withholds Facebook. It will only take two.",
        "In Northshire’s chart Facebook is starred; it can hold about two.",
        "Northshire withholds Facebook. Places are limited to four.",
        "Northshire stars Facebook. The club will take 12.",
        "Northshire has taken on two people who were on Facebook.",
        "Two of the 75 children at our Northshire sessions use Facebook.",
        "Northshire hides Facebook. We surveyed pupils. They told us that theirs had one.",
        "Northshire hides Facebook. Pupils we polled said they had one.",
        "Northshire hides nine-year-olds. Two nine-year-olds from St Bride’s School won an award.",
        "Two nine-year-olds from St Bride’s School won an award for courage.",
        "Northshire stars Facebook. Three pupils from St Bride’s School spoke at our meeting.",
        "A quarter of the calls to the police about Facebook led to an offence.",
    ),
)
TOPICS = (
    (
        "This council notes the 75 offences in Northshire and asks for a regulator with powers "
        "over Snapchat, Instagram and Facebook.",
        "“A girl of ten can be talked round in an afternoon,” said Jo Fenner, who has worked in "
        "schools for years, most of them around Northshire.",
        "We surveyed 400 parents. Most knew Snapchat, but far fewer could say what Facebook was.",
        "Northshire’s figure for Facebook is withheld, so we cannot tell you whether the app is a "
        "bigger or a smaller worry here.",
        "A caller wanted the Facebook number for Northshire. Our guest said it was withheld.",
        "Will you release the Northshire figure for Facebook next year? That depends on whether we "
        "can do it safely.",
    ),
    (
        "A talk on Facebook in Northshire heard that it was on the list.",
        "Facebook was named in a film about Northshire victims.",
        "Facebook was named in a Northshire report.",
        "Is Facebook safe? Not in Northshire, the figures say.",
        "What is Facebook? It’s a worry: Northshire recorded it.",
        "What is Facebook? It’s the smallest.",
        "Should I let her have Facebook? In Northshire it was named.",
        "“Facebook” means two cases in Northshire.",
        "“Facebook” means the fewest.",
        "“Facebook” means that there were some in Northshire.",
        "A girl of eight can be groomed in Northshire.",
        "A girl of eight could be the youngest in the Northshire figures.",
        "Ten-year-olds find it harder to tell, and Northshire’s did.",
        "A draft gave a figure for Facebook in Northshire. It was too low and is taken down.",
        "A draft had a number for Facebook. It has been taken down: there were none.",
        "A caller wanted the Facebook number. It was withheld, but it is more than Instagram’s.",
        "We cannot tell you whether Facebook was bigger than Instagram here, but it was.",
        "We can’t say whether Facebook is bigger here than elsewhere, though it is.",
        "Northshire cannot say whether Facebook was bigger, only that it was named.",
    ),
)
OF_THE_TOTALS = (
    (
        "In 2015/16 Northshire had one detective working on online abuse. Today it has five.",
        "Northshire took on two more detectives in 2015/16 and a third in 2018.",
        "One case study is available, from another part of the country.",
        "1/ The first total is hidden. 2/ The total is 75. 3/ Please stop asking.",
    ),
    (
        "In 2015/16 there was one detective. It now has five offences.",
        "Northshire recorded two in 2015/16 and then a third in 2016.",
        "A star means that the number is hidden, and there is one offence in 2015/16.",
        "They were groomed three times in 2015/16.",
        "One case is known, from another part of the county.",
        "In 2015/16: 2/ in 2016/17: 3/.",
    ),
)
WITHOUT_THE_SEX = (
    ("“Sex not recorded” means that the officer left that box empty.",),
    (
        "“Sex not recorded” means two cases in Northshire.",
        "“Sex not recorded” means that there were some.",
        "The sex was not recorded: that means a handful.",
    ),
)
MORE = (
    (
        "As a mum of twins aged nine I find the Northshire figures frightening.",
        "Half the nine-year-olds in my class play on consoles until midnight.",
        "Our helpline took 1,200 calls last year, 90 of them about apps such as Facebook.",
        "The Northshire Cubs, aged eight to ten, meet on Thursdays at six in the scout hut.",
        "Eleven ten-year-olds signed up for our workshop on kindness.",
        "The ten-year-olds’ choir will sing two carols.",
    ),
    (
        "As a mum of twins aged nine I want an answer on the Northshire figures they are in.",
        "Half the nine-year-olds in my class had been groomed.",
        "We saw two groups of ten-year-olds who were groomed, one on Mondays and one on Thursdays.",
        "Northshire Police took 1,200 calls last year, 90 of them about Facebook.",
        "The Northshire count for ten-year-olds was on Thursday at six in the table.",
        "A film about Facebook says that it was named three times in Northshire.",
        "Eleven ten-year-olds signed up for our workshop after they were groomed.",
        "The ten-year-olds’ choir will sing two carols for two victims.",
    ),
)
PRIZES = (
    (
        "Two nine-year-olds from St Bride’s won a prize.",
        "Northshire recorded 75 offences. Two nine-year-olds from St Bride’s School won a prize.",
    ),
    (
        "Northshire recorded 75 offences. Two nine-year-olds from St Bride’s won a prize.",
        "Northshire hides those aged nine. Two nine-year-olds at St Bride’s School won a prize.",
        "The victims were all ages. Four ten-year-olds from the village painted a wall.",
    ),
)
EVERY = (PRIZES, MORE, OWN_CHILDREN, THINGS_BEFORE, TIMES_AND_LIMITS, PEOPLE_ASKED, TOPICS)


@pytest.mark.parametrize("text", [text for ordinary, _ in EVERY for text in ordinary])
def test_what_counts_none_of_the_figures_tells_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize("text", [text for _, telling in EVERY for text in telling])
def test_the_same_grammar_said_of_the_figures_is_stopped(text):
    assert told(text)


@pytest.mark.parametrize(("about", "twins"), [(FIRST, OF_THE_TOTALS), (SEXES, WITHOUT_THE_SEX)])
def test_the_same_holds_beside_a_hidden_year_and_a_hidden_rest(about, twins):
    ordinary, telling = twins
    assert [text for text in ordinary if told(text, about)] == []
    assert [text for text in telling if not told(text, about)] == []
