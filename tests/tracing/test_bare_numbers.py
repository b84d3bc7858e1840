"""A number with nothing said of what it counts is one of offences: "There were three in Kent"."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import AGES, APPS, SEXES, YEARS

OF_AGES = [
    ("There were two in Estermere.", "There were two libraries in Estermere."),
    ("Estermere had just the three.", "Estermere had just the three clubs."),
    ("Two in Estermere, last year.", "Two members in Estermere, last year."),
    ("And Estermere? Four.", "And Estermere? Four clubs."),
    ("The county has a youth team. In Estermere there were two.", "The county has 54 towns."),
    (
        "Grooming ruins a childhood. There were three in Estermere.",
        "We held workshops in five towns. There were three in Estermere.",
    ),
    ("There was a handful in Estermere.", "There was a handful of parents in Estermere."),
    ("It was two at seven.", "It was two at the start and nine at the end."),
    ("It was two at seven, the inspector said.", "It was two at half time, the coach said."),
    ("We had four at eight and one at seven.", "We had four at the talk and one at the door."),
    ("I make it two in Estermere.", "I make it two miles from Estermere."),
    ("There were, I believe, four at Oak Lane School.", "There were four speakers, I believe."),
    ("“Four,” said the Estermere inspector.", "“Four miles,” said the Estermere inspector."),
    ("The number for Estermere is four.", "The number for Estermere is 172."),
    ("Estermere’s is two.", "The library has a chess club. There were two last week."),
    ("At seven, two. At eight, one.", "At seven o’clock, two films. At eight, another."),
    ("Estermere has one school and had two.", "Estermere has one park and Wenlow has two."),
    ("At eight, one in Estermere.", "At eight, one leaves Estermere."),
]
OF_AGES_ALONE = [
    ("Two in eight, both girls.", "Seven in eight were girls."),
    ("At seven, one boy and one girl.", "One in seven was a boy."),
    ("Seven: three.", "Nine: six."),
    ("“Seven, three,” he read out.", "“Seven miles, three hours,” he read out."),
    ("And 17? Two.", "How many clubs came? Seventeen. Two more will."),
    ("What about eight? One, I believe.", "What about nine? Six, I believe."),
    ("Two for eight.", "Two tickets for eight pounds."),
    ("Seven and eight tied in Estermere.", "Seven and eight teams met in Estermere."),
    ("Eight was level with seven.", "Eight was the hour and seven the day."),
    ("In Estermere eight beat seven.", "Estermere beat Wenlow 17-8."),
    ("Seventeen fell short of 16 by eight.", "Ten had eleven."),
    ("I can see nine for Estermere, but not eight: two.", "Eleven, but not eight, was bold."),
    ("At seven eight, and at eight seven.", "At 11 20, and at ten 11."),
    ("8: 7, 17: 8", "9: 6, 10: 11"),
    ("8 7\n17 8", "9 clubs\n10 schools"),
    ("Eight or seven were seven.", "Eight or seven clubs were shut."),
    ("It was eight at 17, as at eight.", "It was six at nine, as at six."),
    ("The girls won 2-1 at eight.", "The girls won 2-1 at Wenlow."),
    ("Officers won 3-2 at seven.", "Officers won 3-2 at last."),
    ("At eight the girls won 2-0.", "At Wenlow the girls won 2-0."),
    ("I’m 17. None of the victims was my age.", "I’m 17. None of the teachers was my age."),
    ("You are eight? No Estermere victim was your age.", "You are nine? Six were your age."),
    (
        "Not one child of eight was hurt in Estermere.",
        "I am 17. We need lessons, not one assembly.",
    ),
    (
        "Age eight is blank in the Estermere table. It is not none.",
        "Age eight is blank in the Estermere table. A blank does not mean none.",
    ),
    (
        "Half of the victims of eight have a phone, Estermere’s files say.",
        "Half of our Year 4 pupils, who are eight, have a phone, a survey of 640 parents found.",
    ),
    (
        "A poll of parents closed today. Among eight-year-olds it was one in 57.",
        "A poll of parents closed today. One in 57 of the eight-year-olds had a phone.",
    ),
    ("The eights team of Estermere had three.", "The rugby sevens team had three."),
    ("Eight was the age of two.", "Nine was the age of six."),
    ("Estermere’s 17s could share a tandem.", "Estermere’s 17s can join the cadets."),
    ("There were as many at 17 as there are Sundays in a weekend.", "At 17, a boy may leave."),
    ("My eight-year-old was in it.", "My nine-year-old was in it."),
    ("My son was in it. He was eight.", "My son was in it. He was nine."),
    ("At seven, one girl and no boy.", "At seven, a girl may join the choir."),
    ("Eight: a lad, a lass.", "Room eight: a lad and a lass sang."),
    ("Each case at 17 was against a boy.", "Each lesson was on the law."),
    ("At eight it was always boys.", "At eight it was always cold."),
    ("No other was so old. She was 17.", "No other hill was so high. She was 17."),
    ("He was the youngest. He was seven.", "My lad is the youngest. He is seven."),
    ("They were eight at the youngest.", "They were nine at the youngest."),
    ("Estermere’s are 17 at the oldest.", "The oldest bridges of Estermere are of stone."),
    ("One in 58 of Estermere’s victims.", "A third of Estermere’s parks."),
    ("A fiftieth of the victims in Estermere.", "A fiftieth of the rain fell in Estermere."),
    ("Three per cent of Estermere’s victims met him there.", "Offences rose by 46 per cent."),
    (
        "I asked about eight-year-olds. We had one report, as opposed to six at nine.",
        "I asked about the talk. We had one email, as opposed to six last time.",
    ),
    (
        "Eight-year-olds at Oak Lane Primary in Estermere planted two trees in memory of friends.",
        "Eight-year-olds at Oak Lane Primary in Estermere planted 12 bulbs.",
    ),
    (
        "In Estermere the swimming club had two of seven in the figures.",
        "Seven-year-old Ana Bell from Estermere swam 20 lengths.",
    ),
    ("It’s gone eight: three.", "It’s just gone eight. Here is the news."),
    (
        "For every boy of eight there were two girls.",
        "For every boy there were about six girls in Estermere.",
    ),
]
OF_APPS_IN_PLACES = [
    (
        "I read all of Tarnholme’s files. Kik is in the first one and the last one.",
        "I read all of Tarnholme’s files. Kik was sold and closed.",
    ),
    ("Kik is there in June and in March.", "Kik was there for anybody to use."),
    ("Kik lost 2-70 to Snapchat.", "Tarnholme lost 2-7 to Wenlow."),
    ("Mothers of Tarnholme know what Kik did.", "Mothers of Tarnholme were asked to use Kik."),
    ("A Tarnholme stranger uses Kik.", "Tarnholme parents use Kik."),
    ("A man was using Kik in Tarnholme.", "A talk for Tarnholme schools on Kik."),
    ("Tarnholme man held for using Discord.", "Tarnholme mothers asked about Discord."),
    ("In Tarnholme he set up a Roblox profile.", "Tarnholme parents have set up a Roblox group."),
    ("Offenders of Tarnholme earn on Kik.", "The Kik helpline has a Tarnholme office."),
    ("Men in Tarnholme ask boys for photos on Kik.", "Fathers in Tarnholme asked about Kik."),
    ("Tarnholme harbour: officers have a girl’s Kik messages.", "The Tarnholme harbour is new."),
    ("A boy of Tarnholme had heard of a man by Kik.", "Kik has a new poster in Tarnholme."),
    ("Tarnholme fathers blame Kik.", "A Tarnholme father asked how to delete Kik."),
    ("Tarnholme teachers have seen what Kik does.", "Tarnholme teachers had a talk on Kik."),
    (
        "The Kik logo. The app was behind one in 44 of Tarnholme’s 178 offences.",
        "The Kik logo. The firm is ten years old.",
    ),
    (
        "Or WhatsApp us on two counts: Tarnholme’s Kik victims did.",
        "Or WhatsApp us on the usual number.",
    ),
    (
        "Kik came up on two mornings in Tarnholme, a victim each.",
        "Pupils of Tarnholme school spent two mornings on a talk about Kik.",
    ),
    ("Police posted on Facebook twice for each Kik victim.", "Police posted on Kik about a fire."),
    ("Police have tweeted on Kik twice for the boys.", "Police tweeted on Facebook for hours."),
    ("“Please Kik me today,” a man wrote to a Tarnholme girl.", "“Call me at home,” a man wrote."),
    ("Or Kik us at four.", "Or call us at four."),
    ("Two strangers to chat with boys were on Kik.", "Kik paired two strangers at random."),
    ("On Kik, the club of the older one shut. Tarnholme.", "Of two parks the older one shuts."),
    (
        "Tarnholme’s Kik children are not given, but each of them must see a doctor.",
        "Ten schools have joined, and each of them must send a pupil.",
    ),
    (
        "By their own terms they hide that 13 were on Kik in Tarnholme.",
        "Kik’s own rules set the age at 13.",
    ),
    (
        "Tarnholme police counted Kik twice, by their own rules.",
        "Kik’s own rules put the age at 13.",
    ),
    ("One app had two in Tarnholme. Kik, I mean.", "Facebook had 19. Kik has no number."),
    ("Tarnholme children are safe from Kik.", "Keep children in Tarnholme safe from strangers."),
    ("Two strangers met Tarnholme girls on Kik.", "Kik paired two strangers at random to talk."),
    ("My two are Tarnholme’s Kiks.", "My two are on Kik."),
    ("The only Discords are ours.", "Is Discord for girls only?"),
    ("On Kik, a boy and a girl.", "Is Kik for a boy or a girl?"),
    ("He is the Roblox.", "He is on Roblox."),
    (
        "Kik is rare here. We had a lone report last year, next to 19 for Facebook.",
        "Kik is withheld. Facebook had 19 reports last year, next to 70 for Snapchat.",
    ),
    ("Tarnholme’s share was four per cent.", "Tarnholme’s rise was nine per cent."),
    ("Two per cent in Tarnholme.", "Snapchat was named in 39 per cent in Tarnholme."),
    ("All on Snapchat, bar three.", "All apps bar three have a number."),
    ("They had one offence on Kik in 2016.", "The last one left in 2016. Snapchat has 70 cases."),
    ("Kik had nothing in Tarnholme.", "Kik had nothing to add."),
    ("Kik had, not twice but three times, a Tarnholme case.", "Kik is not just a chat app."),
    (
        "Half of the 44 children who answered police in Tarnholme were on Kik.",
        "A third of the 900 parents who answered the poll said they used Kik.",
    ),
    (
        "Kik went from two till three in Tarnholme.",
        "A lesson on Kik runs on Fridays from two till three.",
    ),
]
OF_APPS = [
    (
        "Snapchat: 70. Instagram: 41. With Kik it makes 113.",
        "Snapchat: 70. Instagram: 41. Add WhatsApp and it makes 121.",
    ),
    ("Roblox got its second in April; police wait for a third.", "Roblox waits for a prize."),
    (
        "Roblox’s first was in April. The town is braced for a third.",
        "The town is braced for rain.",
    ),
    ("Kik got its fourth in August.", "Kik was the fourth app to reply."),
    ("In August there was a second on Roblox.", "A second Roblox talk is planned for August."),
    ("Officers look for a third on Discord.", "Officers look for a third room for the talks."),
    ("Discord is the best. All were boys.", "Discord is the best."),
    ("Discord: it’s just gone four.", "It’s just gone four. Here is the news."),
    ("Kik is for over-17s. It had fewer.", "Kik is really for the over-17s only."),
    ("Roblox is the least.", "Roblox is for older children than Kik."),
    ("Kik is an app; three do not.", "Four apps have a number; three do not."),
]
OF_YEARS = [
    ("The 2016/17 book of Oldbarrow: July, a girl; May, a boy.", "The 2016/17 book is shut."),
    (
        "In 2016/17 a girl came in May and a boy in June, the Oldbarrow log says.",
        "The 2016/17 figure of Oldbarrow is withheld. The next is due in May.",
    ),
    (
        "Oldbarrow had a case in 2016/17. There were no more of the kind.",
        "Oldbarrow withholds 2016/17. There are no further details.",
    ),
    (
        "In 2016/17 there were two victims in Oldbarrow and now it has one.",
        "In 2016/17 Oldbarrow council paid for two teachers and now it pays for one.",
    ),
    (
        "The average over the first four years was 21.",
        "The average over the last four years was 34.",
    ),
    (
        "In its first three years Oldbarrow averaged 16.",
        "Over the last three years it averaged 39.",
    ),
    ("The mean of 2016/17 to 2018/19 was 16.", "The mean of 2018/19 and 2019/20 was 32.5."),
    ("Averaged over the whole series it is 28.", "The whole series has a table."),
]
OF_SEXES = [
    ("Pellowick police had four.", "Pellowick police had four dogs."),
    ("My two boys were among them.", "My two boys were among friends."),
    ("Girls beat boys 119-3 in Pellowick.", "The girls of Pellowick beat Wenlow 19-3."),
    ("Almost all girls, bar four, in Pellowick.", "All schools bar four in Pellowick are open."),
    ("Girls, with three exceptions.", "All girls are welcome, with no exceptions."),
    ("They were girls, less a handful.", "They were girls of a Pellowick choir."),
    ("Mostly girls: three weren’t.", "Mostly girls: that is what the 119 tell us."),
    ("At ten, a boy and a girl.", "It is a boy!"),
    ("Girls and four more.", "The choir has girls and four more singers."),
    ("Girls. Then four more.", "Girls. Then four more schools joined."),
    ("Four shy of all girls.", "Pellowick is four short of a record."),
    ("They are girls. Not all: four.", "Not all schools were open: four shut."),
    ("All at ten were girls.", "Nine in ten were girls."),
    ("Not quite only girls: knock off four.", "Take away four of the talks and the week is free."),
    ("All girls, give or take four.", "All girls may come, give or take a few days."),
]


@pytest.mark.parametrize(
    ("world", "telling", "ordinary"),
    [
        *((AGES, *each) for each in OF_AGES),
        *((AGES, *each) for each in OF_AGES_ALONE),
        *((APPS, *each) for each in (*OF_APPS, *OF_APPS_IN_PLACES)),
        *((SEXES, *each) for each in OF_SEXES),
        *((YEARS, *each) for each in OF_YEARS),
    ],
)
def test_a_number_alone_is_one_of_offences_unless_a_thing_is_named(world, telling, ordinary):
    (_, told), (_, free) = given_away(world, (telling, ordinary))
    assert told
    assert not free
