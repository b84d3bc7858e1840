"""Numbers that others near make, and ages by their steps, each with one that tells."""

import pytest

from tests.tracing.test_gate_worlds import given_away
from tests.tracing.test_ordinary_and_telling import world

APPS = {"Snapchat": 60, "Instagram": 40, "WhatsApp": 24, "Facebook": 16}
MARLSHIRE = world(
    "Marlshire",
    {"2018/19": 96, "2019/20": 120, "2020/21": 132, "2021/22": 180},
    {"platform": APPS, "sex": {"girls": 120, "boys": 30}},
    {"9": 7, "10": 12, "11": 23, "12": 37, "13": 46, "14": 30, "15": 19},
    [["age 7"], ["age 8"], ["Kik"], ["Yubo"]],
    [*APPS, "Kik", "Yubo"],
    known=150,
)
MARLSHIRE["national"]["shares"] = {
    "platform": {
        "of": 1240,
        "known": 980,
        "parts": {**dict.fromkeys(APPS, 200), "Facebook": 90, "Kik": 52, "Yubo": 28},
    }
}
MARLSHIRE["national"]["ages"] = {"7": 21, "8": 38, "9": 62, "10": 84, "unknown": 95}
THORNBY = world(
    "Thornby",
    {"2015/16": {"suppressed": [1, 4]}, "2016/17": 28, "2017/18": 36, "2018/19": 48, "2019/20": 72},
    {"platform": {"Snapchat": 24, "Facebook": 18, "Instagram": 12}},
    {"12": 11, "13": 20, "14": 16, "15": 8},
    [["2015/16"], ["age 10"], ["age 11"], ["Kik"]],
    ["Snapchat", "Facebook", "Instagram", "Kik"],
)
AT_STEPS = [
    "Marlshire had seven nine-year-olds. Look one year further down and there are four fewer.",
    "Marlshire Police list seven offences at nine. A year below that, the number is four.",
    "In Marlshire there were seven aged nine. Go down a year and it is three.",
    "The nine-year-olds come to seven in Marlshire. Drop one more year and you find four fewer.",
    "Marlshire, age 10: 12. Age 9: 7. One step lower: 3.",
    "In Marlshire, children of nine were victims in seven. Those one year their junior, in two.",
    "The year below the nine-year-olds had three, Marlshire Police said.",
    "Marlshire recorded 12 offences against ten-year-olds. Two years down the list it says two.",
    "In Marlshire seven were nine. Take off a birthday and it is two.",
    # an age or an app that is but so called
    "Marlshire: 46 at 13, 30 at 14. One age had about a fifteenth of the 14s. It was eight.",
    "Marlshire: 60 on Snapchat, 40 on Instagram. One app had a twentieth of Snapchat's number.",
    "Marlshire has 12 ten-year-olds. There's another age with a quarter of that. Eight.",
    # a child and no other
    "A wee lass, just eight. It is quiet in Marlshire. There was only her this year.",
    "My niece was seven. The Marlshire officer was kind. It was only her, he said.",
    "Our lad is eight. We looked at the Marlshire list. Him and no one else.",
    "He's eight, bless him. I saw the Marlshire figures. Just him, nobody else so little.",
    # "that" is a hidden number
    "Kik? Not given in Marlshire. Instagram? Ten times that.",
    "We hold Kik back in Marlshire. Facebook is well ahead. It has four times that.",
    "Marlshire's nine-year-olds had seven. One class lower it is three.",
    "Marlshire's nine-year-olds had seven. A school year below that there were three.",
    # a sum of a released app and a hidden one is not the released number rounded
    "Instagram and one more app had nearly 43 offences in Marlshire.",
    "Facebook and the next one down had nearly 18 offences in Marlshire.",
    "Facebook plus the two at the foot made just under 21 in Marlshire.",
    "Instagram and one more app had nearly 45 (43, to be exact) in Marlshire.",
    # a part that comes behind a change of the total
    "Marlshire has gone up by 84. Of that, 48 were younger than the list shows.",
    "Marlshire has gone up by 84. Over half of that, 48, were under ten.",
    # more apps than are released
    "The top five apps were named in 143 Marlshire crimes. Snapchat led with 60 of those.",
    "The top five in Marlshire had 143. Snapchat led with 60, Instagram had 40.",
    "Together the first five of Marlshire had 143.",
    "There are two apps with a star in Marlshire. One app came up thrice as often as the other.",
]
OF_A_HIDDEN_YEAR = [
    "Thornby had an average per month of 3 in the year with the asterisk.",
    "In the blank year Thornby had on average a month 3.",
    "Thornby had three a month in the year it withholds.",
    "Thornby's 72 offences are twenty-four times what police had to deal with in 2015/16.",
    "Thornby had three per month the year before all these.",
]
AT_SHOWN_STEPS = [
    "Marlshire recorded seven crimes against nine-year-olds and twelve against those a year older.",
    "In Marlshire 180 crimes were recorded. A year earlier it was 132.",
    "The 14-year-olds had 30 in Marlshire. A year younger, and there are 46.",
    "Marlshire had 46 victims of 13. Go up a year and it is 30.",
    "Marlshire: one app had two-thirds of Snapchat's number. It was Instagram, with 40.",
    "Instagram? Not bad in Marlshire, 40. Snapchat? One and a half times that.",
    "The top three apps were named in 124 Marlshire crimes.",
]
PAIRS = [
    # so many of a whole
    (
        "Marlshire's victims were mostly 12 or 13. The two ages account for 83 of 180 offences.",
        "Marlshire's victims were mostly 12 or 13. The two ages we hide account for 5 of 180.",
    ),
    (
        "In Marlshire Snapchat and Instagram lead. That makes 100 out of 150 with a known app.",
        "In Marlshire Snapchat and Instagram lead. That makes 4 out of 150 for Kik.",
    ),
    # the sum of what follows
    (
        "The top three in Marlshire had 124. Snapchat had 60, Instagram 40 and WhatsApp 24.",
        "The top three in Marlshire had 124. Snapchat had 60, Instagram 40 and Kik the rest.",
    ),
    # a share in a number behind one
    (
        "Snapchat's share was 41 per cent in England, and in Marlshire it was 40.",
        "Kik's share was five per cent in England, and in Marlshire it was 2.",
    ),
    # a rounded number, and its own behind it
    (
        "Just under 40 offences in Marlshire (37, in fact) were against children of 12.",
        "Just under 40 offences in Marlshire (37 and three) were against children of 12 and eight.",
    ),
    # times that, and two numbers behind a multiple
    (
        "WhatsApp? 24 offences in Marlshire. Snapchat? Two and a half times that.",
        "WhatsApp? 24 offences in Marlshire. Kik? An eighth of that.",
    ),
    (
        "Marlshire had 60 on Snapchat. Thirty were 14. Double, 60 to 30, is a lot.",
        "Marlshire had 60 on Snapchat. Thirty were 14. Double, 60 to 30, on Kik.",
    ),
    (
        "Instagram and WhatsApp add up to 64 in Marlshire. That is over two-fifths of the 150.",
        "Instagram and Kik add up to 43 in Marlshire. That is over a quarter of the 150.",
    ),
    (
        "Marlshire has gone up by 84 since 2018/19. Over half of that, 48, is of last year.",
        "Marlshire has gone up by 84 since 2018/19. A bit of that, four, is of the under-nines.",
    ),
    (
        "She is behind one of the seven crimes against children of nine in Marlshire.",
        "She is behind one of the three crimes against children of eight in Marlshire.",
    ),
    # so many a month
    (
        "Marlshire has gone from eight a month to 15 a month.",
        "Marlshire has gone from eight a year on Kik to 15 a month.",
    ),
    # the two, with their numbers
    (
        "Only Snapchat was named more often than Instagram in Marlshire.",
        "Only Snapchat was named more often than Kik in Marlshire.",
    ),
    (
        "Snapchat was named in 60 crimes in Marlshire. No other app came near: Instagram had 40.",
        "Snapchat was named in 60 crimes in Marlshire. No other app came near Kik's two.",
    ),
    (
        "Facebook 16, WhatsApp 24. One app came up one and a half times as often as the other.",
        "Marlshire. Kik and Yubo: one app came up one and a half times as often as the other.",
    ),
    # a nation's list
    (
        "In England 21 were against seven-year-olds. Another 38 were against those of eight.",
        "In England 21 were against seven-year-olds. Another 3 were against those of eight.",
    ),
    (
        "Kik was in five per cent of England's cases, or 52. Yubo was in three per cent, or 28.",
        "Kik was in five per cent of England's cases, 52 of 980. Yubo was in one per cent, or two.",
    ),
    (
        "Yubo is small in the England figures, with 28 across the country. Kik has 52.",
        "Yubo is small in the England figures, with 28 across the country. Kik has 3.",
    ),
    (
        "Girls were 86 per cent in England, boys 14. In Marlshire it was 80 per cent to 20.",
        "Snapchat was 98 per cent in England. In Marlshire it was 98 per cent, Kik 2 per cent.",
    ),
    # numbers that are ages, and places
    (
        "From ten to twelve the Marlshire count grows: 12 at ten, 23 at eleven and 37 at twelve.",
        "From seven to nine the Marlshire count grows: two at seven, four at eight, seven at nine.",
    ),
    (
        "The age that troubles the Marlshire officer most is 13. He had 46 of those.",
        "The age that troubles the Marlshire officer most is eight. He had three of those.",
    ),
    (
        "Our Year 6 pupils are ten and eleven. Marlshire Police recorded 12 offences at age ten.",
        "Our Year 3 pupils are seven and eight. Marlshire Police recorded three offences of them.",
    ),
    (
        "In Marlshire it was 46 at 13 and 30 at 14. That is 76 in one police area.",
        "In Marlshire it was 46 at 13 and 30 at 14. That is 76, and one eight-year-old.",
    ),
    (
        "Two boys of eight raised £90 by walking to Marlshire Point.",
        "Two boys of eight were harmed, say those at Marlshire Point.",
    ),
    (
        "Three eight-year-olds from Marlshire Juniors planted an oak on the green.",
        "Three eight-year-olds from Marlshire Juniors are in the figures.",
    ),
    (
        "Facebook is as big in Marlshire. It has 16 of 150 known cases, and 90 of 980 nationally.",
        "Kik is as big in Marlshire. It has 3 of 150 known cases, and 52 of 980 nationally.",
    ),
    (
        "Facebook, once the giant, was named in 16 offences in Marlshire.",
        "Facebook was named in 16 offences in Marlshire, and Kik once the whole year.",
    ),
    (
        "The table has 23 offences at age 11 and twelve at age 10 for Marlshire.",
        "The table has 23 offences at age 11 and three at age 8 for Marlshire.",
    ),
    (
        "Four girls for every boy: in Marlshire 120 of the 150 were girls, 30 boys.",
        "Twenty Snapchats for every Kik: in Marlshire 120 of the 150 were girls, 30 boys.",
    ),
    (
        "Local news, episode 7. Marlshire's offences went up by 48, to 180.",
        "Local news, episode 7. Marlshire's offences went up by 48, 3 of them on Kik.",
    ),
    (
        "Reply from Marlshire, part 3. The force recorded 180 offences.",
        "Reply from Marlshire. On Kik its part is 3. The force recorded 180 offences.",
    ),
    (
        "One in four. That is WhatsApp's portion of a hundred Marlshire cases: 24.",
        "One in 50. That is Kik's portion of the Marlshire cases.",
    ),
    (
        "Marlshire did worse in 2020/21 than in 2019/20, by a margin of just 12.",
        "Marlshire did worse on Snapchat than on Kik, by a margin of just 58.",
    ),
]
OF_YEARS = [
    (
        "The dip never came in Thornby. It went from 28 to 36, then to 48.",
        "The dip never came in Thornby. It went from three to 28, then to 36.",
    ),
    (
        "Thornby: 48 offences rising to 72 in a year, said the inspector.",
        "Thornby: four offences rising to 28 in a year, said the inspector.",
    ),
    (
        "England's total rose by a fifth; Thornby's by a half.",
        "England's total rose by a fifth in 2016/17; Thornby's tenfold.",
    ),
    (
        "Exactly half of Thornby's offences were against children of 13 or 14. It makes 36 of 72.",
        "Exactly half of Thornby's offences were against children of 13. In 2015/16 it was 2 of 4.",
    ),
    (
        "Thornby, 2017/18: 36 offences. Average per month: three.",
        "Thornby, 2015/16. Average per month: less than one.",
    ),
    (
        "Thornby did worse in 2017/18 than in 2016/17, by a margin of eight.",
        "Thornby did worse in 2016/17 than in 2015/16, by a margin of 25.",
    ),
]


@pytest.mark.parametrize("text", AT_STEPS)
def test_an_age_by_its_steps_an_unnamed_part_and_an_only_child_tell_a_hidden_number(text):
    assert [found for _, found in given_away(MARLSHIRE, [text])] != [[]]


@pytest.mark.parametrize("text", OF_A_HIDDEN_YEAR)
def test_a_number_of_the_hidden_year_is_none_of_another_year(text):
    assert [found for _, found in given_away(THORNBY, [text])] != [[]]


@pytest.mark.parametrize("text", AT_SHOWN_STEPS)
def test_steps_between_released_ages_tell_nothing(text):
    assert [found for _, found in given_away(MARLSHIRE, [text])] == [[]]


@pytest.mark.parametrize(
    ("of", "ordinary", "telling"),
    [(MARLSHIRE, *pair) for pair in PAIRS] + [(THORNBY, *pair) for pair in OF_YEARS],
)
def test_a_number_that_others_near_make_passes_and_one_of_a_hidden_part_does_not(
    of, ordinary, telling
):
    (_, free), (_, told_there) = given_away(of, (ordinary, telling))
    assert free == []
    assert told_there
