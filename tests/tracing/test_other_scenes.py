"""Numbers of surveys, schools, clubs and families beside a hidden part: they count no offence.

Each rule stands with sentences that are nearly the same and tell a hidden number.
"""

from dataclasses import replace

import pytest

from tests.tracing.test_hidden_numbers import LOCAL, RANGES, TEXTS, told
from tests.tracing.test_released_beside_hidden import WITH_RANGES

FIRST = "about Northshire, whose first total is hidden"


@pytest.mark.parametrize(
    "text",
    [
        "In a national survey of 1,500 parents, one in five had a child online at the age of nine.",
        "In a survey of 400 Northshire parents, seven in ten knew of Facebook.",
        "A poll of 2,500 teenagers found that one in three ten-year-olds had been sent a picture.",
        "A poll found that two in five ten-year-olds would tell nobody.",
        "Dear Editor, I teach a class of 28 nine-year-olds. Half of them have a phone.",
        "Two eight-year-olds from St Bride’s in Northshire have won a poster competition.",
        "Forty ten-year-olds of the youth section heard a talk on staying safe on Facebook.",
        "Three ten-year-olds from Northshire Juniors have cycled 80 miles and raised £1,312.",
        "Our helpline took 14 calls last month from people worried about Facebook.",
        "Facebook has been asked by two select committees to give evidence.",
        "Facebook says that it has doubled the size of its safety team.",
        "The force has nine offices, and one of them is next to Facebook’s.",
        "She wanted officers to look into Facebook. “We had four specialists. Now we have one.”",
        "I’ve got two children, both on Facebook, and I check their phones.",
        "Facebook keeps a star on the graphic. I’m on extension 4417 until three.",
        "Our talk on Facebook has had four million views.",
        "A ten-year-old who asked us not to use her name has won a prize.",
        "Asked three times for the Facebook number, Northshire declined three times.",
        "Northshire’s Facebook number is starred. I understand. G. Hill, Lower Tye",
        "Three ministers in four years have spoken of Facebook.",
        "Two ten-year-olds, both 10, have designed the poster that hangs in the library.",
        "The Facebook number isn’t published, and I haven’t seen it.",
        "I asked nine colleagues what Facebook was and only three knew.",
        "We asked 640 pupils about apps. Three in ten had used Facebook.",
        "We surveyed 900 parents. Four in ten had a child with a phone by the age of ten.",
        "Three things to do before your child opens a Facebook account.",
        "A storybook for children of ten has gone to schools with a three-page guide.",
        "Thank you to Jacob, ten, who ran three miles and raised £640.",
        "Lesson 1 is for nine-year-olds, lesson 2 for ten-year-olds.",
        "Online offences rose. We asked 500 boys. One in four ten-year-olds had seen it.",
        "Ten-year-olds get a weekly 30-minute lesson on staying safe.",
    ],
)
def test_a_number_of_another_scene_tells_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Nine pupils held a session, three of them ten-year-olds.",
            ["Nine | aged 10", "three | aged 10"],
        ),
        (
            "Twelve pupils held a session, and three of them had a phone at ten.",
            ["Twelve | aged 10", "three | aged 10"],
        ),
        ("At the workshop, three of them had a phone at ten.", ["three | aged 10"]),
        ("Research for the council found that 22% of children have Facebook.", []),
        (
            "Research for the council found that 22% of victims have Facebook.",
            ["22% | facebook", "victims | facebook"],
        ),
        ("Research found that 22% of ten-year-olds have a smartphone.", ["22% | aged 10"]),
        ("Pictured: six pupils aged nine at the launch of our bus.", ["six | aged 9"]),
        ("Two ten-year-olds won a prize.", []),
        ("The two ten-year-olds won a prize.", ["two | aged 10"]),
        ("Nine in ten parents had never heard of Facebook.", []),
        ("Nine in ten had never heard of Facebook.", ["Nine in ten | facebook"]),
        ("Nine parents had never heard of Facebook.", ["Nine | facebook"]),
        ("We asked parents. Three of them had heard of Facebook. Offences rose.", []),
        (
            "We asked parents. Three of them had heard of offences on Facebook.",
            ["Three | facebook", "offences | facebook"],
        ),
    ],
)
def test_some_of_a_few_pupils_may_be_victims_and_parents_know_what_was_no_offence(text, found):
    assert told(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "We asked 500 boys. One in four offences was on Facebook.",
        "A survey of Northshire’s records found that one in five offences was on Facebook.",
        "In a survey of 400 parents, three ten-year-olds were found.",
        "Three ten-year-olds from the youth section were groomed.",
        "We asked 640 pupils about apps. In Northshire three offences were on Facebook.",
        "On Facebook, three, of whom two were girls, came forward in Northshire.",
        "Three ten-year-olds from the football club got messages from a stranger.",
        "Ten-year-olds were victims in Northshire. The two were in the same choir.",
        "Ten-year-olds were victims in Northshire. Three of them were in the choir.",
        "Forty ten-year-olds of the choir sang. On Facebook there were three in Northshire.",
        "We gave a talk on Facebook to primary schools in Northshire. There were three.",
        "Officers visited a school and spoke to three ten-year-olds.",
        "Two officers, three on Facebook: that is Northshire’s year.",
        "Northshire’s cyber team has five officers. Now it has three cases on Facebook.",
        "We had two ten-year-olds in the Northshire figures.",
        "My daughter is the only ten-year-old in Northshire’s figures.",
        "Northshire’s Facebook cases doubled.",
        "Facebook was not used in Northshire.",
        "Facebook cases in Northshire are high.",
        "Facebook went from one to three in Northshire.",
    ],
)
def test_in_nearly_the_same_words_a_number_of_victims_is_found(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The count for ten-year-olds and the one for those of unknown age have both been withheld.",
        "Please do not ask for Northshire’s Facebook figure or for the one for ten-year-olds.",
        "Neither the Facebook number nor the one for ten-year-olds will be published.",
        "We do not say how many were ten, and neither will we.",
        "Northshire prints only a dash for ten-year-olds.",
        "Northshire, offences by age\n8 hidden\n9 hidden\n10 hidden\n12 25\n13 31\nUnknown hidden",
        "Sex | Offences\nGirls | 41\nNot recorded | hidden",
        "“41 offences on Snapchat, in one force, in one year. And we do not see Facebook’s.”",
    ],
)
def test_what_is_said_of_figures_and_their_names_counts_no_offence(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire recorded two: Facebook and Snapchat.",
        "The figures are low: the one on Facebook was closed.",
        "Neither of the Facebook cases was solved.",
        "We have two ten-year-olds, and neither had told a parent.",
        "Northshire, offences by age\n8 hidden\n9 2\n10 hidden\n12 25\n13 31\nUnknown hidden",
        "Northshire’s total includes three on Facebook.",
    ],
)
def test_a_number_of_offences_beside_such_words_is_found(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Two ten-year-olds in a class of 28 came forward in Northshire after a lesson.",
        "Three ten-year-olds at a youth club were tricked into undressing on camera.",
        "Two ten-year-olds in the choir were asked for nudes.",
        "The lessons came too late for three ten-year-olds in Northshire.",
        "Northshire had two ten-year-olds from the football club.",
        "A play tells the story of three ten-year-olds and a man in Northshire.",
        "Facebook was behind three of the problems in local schools.",
        "Three ten-year-olds from the choir performed for a man on camera.",
        "I teach a class of 28. Three of them have been through it.",
        "In a survey, one in 30 said it had happened on Facebook in Northshire.",
        "A class of 28. Two of them are behind Northshire’s year.",
        "Research by the charity shows that 4% of the abuse in Northshire was on Facebook.",
        "Our research on Northshire found that 4% were ten.",
        "In a study of Northshire, half of the ten-year-olds were girls.",
        "A poll in the Gazette put it at 12 for Facebook in Northshire.",
        "In a survey of 400 parents, half had heard of Facebook. It came up three times last year.",
    ],
)
def test_a_club_or_a_survey_named_beside_a_number_does_not_say_what_it_counts(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "“Our youngest is ten,” said the Northshire detective of last year’s victims.",
        "“I’ve got two children who used Facebook,” said Northshire’s detective.",
        "Northshire’s Facebook count was put on Monday at three and has not moved.",
        "The Facebook count in Northshire was corrected on Thursday from two.",
        "With Facebook cases at four they must act in Northshire.",
        "At ten they can be victims, too, as Northshire knows.",
        "The list of Northshire’s victims ranges from ten to 15.",
        "The table runs from one for Facebook to 41 for Snapchat in Northshire.",
        "The girls’ total covers every case on Facebook in Northshire.",
        "The Snapchat number is lower than the one for Facebook in Northshire.",
        "Northshire’s ten-year-olds all came from one street.",
    ],
)
def test_a_time_an_age_or_a_pronoun_of_counts_is_found(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The number withheld in Northshire is 2: Facebook and ten-year-olds.",
        "Northshire recorded two, Facebook and ten-year-olds, and hides them.",
        "Northshire took 20 calls; two of them were about Facebook.",
        "There are 75 rows in Northshire’s sheet. Three of them say Facebook.",
        "Two apps are new in Northshire: Facebook had three.",
        "Northshire got three Facebook calls.",
        "Northshire had four officers. They had three ten-year-olds.",
        "Northshire has nine clubs. Two of them had ten-year-olds go through it.",
        "How many were on Facebook in Northshire? Nobody told police of any.",
        "Asked about Facebook, nobody in Northshire said yes.",
        "I was told Facebook was not used in Northshire’s cases.",
        "Northshire Facebook High, police say",
    ],
)
def test_what_is_counted_one_by_one_may_be_a_case_and_what_was_told_is_no_request(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Northshire children were asked on Facebook twice for pictures.",
        "Groomers rang ten-year-olds twice in Northshire.",
        "Ten-year-olds in Northshire refused three times and told police.",
        "Officers in Northshire wrote Facebook down three times.",
        "The figures for Northshire show that a man on Facebook asked twice for pictures.",
        "Facebook declined from four times to three times in Northshire.",
        "A child in Northshire once told officers of a man on Facebook.",
        "Three agreed to meet a man from Facebook in Northshire.",
        "Of the ten-year-olds in Northshire, three knew the offender.",
        "On Facebook, four answered a stranger in Northshire.",
        "Northshire’s three cannot be compared with Facebook’s elsewhere.",
        "On Facebook, two cannot be placed in any age group in Northshire.",
        "Of the Facebook cases in Northshire, three cannot be compared.",
        "Facebook gave Northshire’s officers three reasons to act last year.",
        "Facebook in Northshire: 2.00 – no change.",
        "Northshire’s Facebook number is 3.00: the same as last year.",
        "Thank you to Northshire, three, who recorded ten-year-olds.",
        "The force has three years of data and three of them ten-year-olds in Northshire.",
        "In seven years in the county and three of them on Facebook, Northshire saw much.",
        "Ten-year-olds? Yes, though Northshire prints only a dash.",
        "They never say that Facebook is low in Northshire, but it is.",
        "The ten-year-olds’ number in Northshire, Lower than before, is hidden.",
        "In Northshire Facebook turned up in two places.",
        "Northshire had three reporters on Facebook last year.",
        "Northshire has two ministers; it now has three on Facebook.",
        "Northshire’s victims came from two places. Two of them were ten.",
        "Northshire\nOffences Age\n2 17\n4 16\n5 15\n3 14",
    ],
)
def test_a_time_a_name_or_an_answer_clears_a_number_only_where_it_says_what_is_counted(text):
    assert told(text)


def under(threshold: int) -> str:
    """The name of Northshire's text where the public rule has this threshold."""
    name = f"about Northshire, which hides what is under {threshold}"
    TEXTS[name] = (LOCAL, replace(TEXTS["about Northshire"][1], threshold=threshold), "Northshire")
    return name


def test_the_threshold_of_the_public_rule_may_be_repeated():
    for text in (
        "Figures under five are hidden so that no child can be identified.",
        "Facebook’s number is hidden. Figures under five are hidden for a reason.",
        "Counts below five are not published in Northshire, so ten-year-olds have a star.",
    ):
        assert told(text, under(5)) == []
        if "Northshire" in text or "Facebook" in text:
            assert told(text.replace("five", "four"), under(5))


@pytest.mark.parametrize(
    "text",
    [
        "Facebook: figures under five are hidden.",
        "Facebook’s number is hidden because it is under five.",
        "The figures under five are hidden: Facebook, and children of ten.",
        "Facebook had a figure under five, which is hidden.",
        "Why is there no figure for Facebook? Because figures under five are hidden.",
        "Facebook’s number is hidden. That is because figures under five are hidden.",
        "Hidden are numbers under five; these are Facebook’s in Northshire.",
    ],
)
def test_that_a_certain_part_is_under_the_threshold_is_told(text):
    assert told(text, under(5))


def test_a_range_is_of_the_part_it_is_given_for_and_no_other_named_behind_it():
    assert RANGES.ranges
    text = (
        "Facebook is published only as a range, {}, and no number is given for ages eight or nine."
    )
    assert told(text.format("1 to 4"), WITH_RANGES) == []
    assert told(text.format("2 to 4"), WITH_RANGES)
    of_one = "about Northshire, which gives a range of Facebook alone"
    ranges = {of: ends for of, ends in RANGES.ranges.items() if "facebook" in map(str, of)}
    TEXTS[of_one] = (LOCAL, replace(RANGES, ranges=ranges), "Northshire")
    assert told("Facebook is shown as a range, 1 to 4.", of_one) == []
    for more in ("so is ten", "ten-year-olds had fewer", "for ten-year-olds it is no different"):
        assert told(f"Facebook is shown as a range, 1 to 4; {more}.", of_one)


@pytest.mark.parametrize(
    "text",
    [
        "Six of Northshire’s victims had not yet reached their tenth birthday.",
        "Six of Northshire’s victims were targeted before their 11th birthday.",
        "Six were still short of a ninth birthday.",
        "Every single victim in the Northshire figures for 2018/19 was ten.",
        "In two of Northshire’s files the officer had not ticked either box for the child’s sex.",
        "There was no file at all in which the child’s age had been left blank.",
        "How often did Northshire not know the age? Four times.",
        "How often did Northshire not know the age? Half as often as it had a victim of 12.",
        "The number aged ten was the same as the number whose age was never taken down.",
        "The 10s in Northshire are hidden, but it’s the same number as the nine-year-olds.",
        "Of all the ages in Northshire, ten was the one with the fewest offences.",
        "At ten it’s a handful in Northshire. At 13 it’s 31.",
        "No offender in Northshire used Facebook.",
        "At 13 there were 31 in Northshire; at ten, none at all.",
        "Northshire’s chart: the bar for ten stands at two.",
        "HOST: So there were ten-year-old victims in Northshire?\nGUEST: There were, yes.",
        "The sex of the child is on file for 70 out of 75 Northshire offences.",
        "Ten-year-olds? Yes, we have had ten-year-olds.",
        "In Northshire 41 were on Snapchat, 20 on Instagram. The other two apps had five.",
        "A listener asks whether any ten-year-olds were affected in Northshire. Yes, they were.",
    ],
)
def test_other_words_for_a_hidden_part_and_its_number(text):
    assert told(text)


def test_a_hidden_total_may_be_nothing():
    assert told("Northshire’s offences went from nothing to 75.", FIRST)
    assert told("Northshire went from nothing at all in 2015/16 to 75 offences.", FIRST)
    assert told("Northshire went through 2015/16 without recording a single offence.", FIRST)
    assert told("Northshire went from 21 in 2016/17 to 49 in 2017/18.", FIRST) == []


def test_children_who_have_not_reached_a_birthday_may_be_spoken_of_in_general():
    text = "Children who have not reached their 13th birthday should not be on Snapchat."
    assert told(text) == []
