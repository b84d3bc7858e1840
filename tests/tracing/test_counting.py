"""What a number counts is told by its noun; no scene clears one beside a part of the figures."""

import pytest

from tests.tracing.test_hidden_numbers import told

NO_TOTAL = "about Northshire, whose first total is hidden"
COUNTS_SOMETHING_ELSE = (
    "The stall by the Facebook stand raised £340.",
    "It is hidden so that no child on Facebook in Northshire can be picked out.",
    "Northshire's number for Facebook is one of those that are hidden.",
    "Neither figure for Facebook and age 10 is in the Northshire release.",
    "Facebook says that users have to be thirteen.",
    "You need to be 13 for Instagram, and Facebook says 18.",
)
COUNTS_OFFENCES = (
    "Northshire's two on Facebook were both in June.",
    "Facebook came up three times in the Northshire files.",
    "Northshire had more than one on Facebook.",
    "Officers told the school that two in Northshire were on Facebook.",
    "I can tell you that Northshire had three on Facebook.",
    "For Facebook in Northshire, knock thirty-eight off Snapchat's number.",
    "Teachers were told of two ten-year-olds in Northshire.",
    "Northshire had five officers on it, and four ten-year-olds to look after.",
    "Northshire dealt with one Facebook job and no more.",
    "Facebook, where people sign up without a phone, was named on two occasions in Northshire.",
    "A mum at the school gate told me it was two for Facebook in Northshire.",
    "About one Northshire victim in nine was on Facebook.",
    "Northshire's Facebook total has yet to reach five.",
    "Six victims in Northshire were in the 10 to 11 age group.",
    "Two families in Northshire contacted the police about Facebook.",
    "In Northshire 41 were on Snapchat; everybody else was on Facebook.",
)


@pytest.mark.parametrize("text", COUNTS_SOMETHING_ELSE)
def test_a_number_of_another_noun_or_of_the_cells_passes(text):
    assert told(text) == []


@pytest.mark.parametrize("text", COUNTS_OFFENCES)
def test_a_number_of_offences_stops_in_whatever_sentence_it_stands(text):
    assert told(text)


NAMES_THE_FORCE = (
    "Three ten-year-olds in Northshire were sent pictures on their phones.",
    "At Northshire primary schools, three ten-year-olds met strangers online.",
    "In Northshire seven of the pupils were ten.",
    "Northshire: Snapchat 41 and Facebook 2 (most children had several accounts).",
    "Facebook, founded in 2004, had three in Northshire.",
    "Facebook, which three million users have left, had three in Northshire.",
    "Three in Northshire were ten, well under the age limit of 13.",
    "Four were jailed in Northshire over Facebook last year.",
    "In Northshire three aged ten answered messages from a stranger.",
    "Three Northshire children of ten knew him from Facebook.",
    "Northshire's ten-year-olds suffered three times last year.",
    "That would leave seven ten-year-olds in Northshire.",
    "The remainder in Northshire should equal seven ten-year-olds.",
    "Northshire police hope to reach seven ten-year-olds.",
    "Three ten-year-olds in Northshire will carry this all their lives.",
    "You could fit three Facebook victims of Northshire in a taxi.",
    "Was anyone on Facebook from a Northshire school? Yes.",
    "How many pupils in Northshire were ten? Three.",
    "Four officers worked on it. Three were on Facebook in Northshire.",
    "Two officers, three on Facebook: that is Northshire's year.",
    "There have to be twelve ten-year-olds in Northshire.",
    "A three-strong group of ten-year-olds in Northshire.",
    "Northshire drew a blank on Facebook last year.",
    "By age in Northshire\n10: 3, in England 90",
    "Ten-year-olds in Northshire – 3 (2018/19)",
    "Not a single child of ten appears in the Northshire figures.",
)


@pytest.mark.parametrize("text", NAMES_THE_FORCE)
def test_no_scene_clears_a_number_beside_the_force_and_a_part_of_its_figures(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Three ten-year-olds were sent pictures on their phones.",
        "Three ten-year-olds had downloaded Facebook.",
        "How many pupils were ten? Three.",
        "Four were jailed over Facebook last year.",
        "Facebook, which was sold last year, had three.",
        "Police hope to reach seven ten-year-olds.",
        "All three ten-year-olds had phones.",
        "THREE TEN-YEAR-OLDS, ONE PHONE",
        "The two ten-year-olds will get help.",
        "Two girls of ten were sent pictures at school.",
        "Two ten-year-olds were offered prizes.",
        "In a survey of 400 parents, three ten-year-olds were found.",
        "Three of ten must live with this, at the age of ten.",
    ],
)
def test_a_sentence_that_names_nobody_is_of_the_force(text):
    assert told(text)


REFUSED_FOR_SAFETY = (
    "Two of the 12 pupils who drew the Facebook poster are at the match.",
    "Northshire's officer has three Facebook fans at home.",
    "Readers ask whether the number on Facebook is nearer to one or to four.",
    "The force met us four times about Facebook.",
)


NARROWED = (
    "Facebook in Northshire is given as 1 to 4. It is at the top of that range.",
    "Trustees should know that Facebook in Northshire sits at the very top of its range.",
    "Northshire gives 1 to 4 on Facebook. Take the lowest number in it.",
    "The row for Facebook in Northshire is empty. There was nothing to put in it.",
    "The charity asked how many of Northshire's victims were nine. The answer was five.",
    "Northshire: Snapchat 41, Instagram 20, Facebook under 3.",
    "At least 13 Facebook victims were counted in Northshire.",
    "Facebook in Northshire starts at 3.",
    "The Facebook row for Northshire has a 2 under the star.",
    "Facebook is hidden for Northshire. I was told it's a tenth of the Snapchat number.",
    "I do not say the Northshire Facebook number. A car has that many wheels.",
    "Northshire kept Facebook back. Add it to the 41 and you know.",
    "For Facebook in Northshire one hand is enough to count.",
    "Northshire by age\n8: 1 to 4 (in fact 1)\n12: 25\n13: 31",
    "Age 9 is hidden in Northshire. And age 8 was three.",
    "Facebook in Northshire is given as 1 to 4. You can stop reading at three.",
)


def test_what_narrows_a_hidden_number_stops_in_whatever_words():
    ranges = "about Northshire, where the release gives ranges"
    assert [text for text in NARROWED if not told(text, ranges)] == []


def test_an_officer_who_speaks_of_a_blank_still_tells_what_happened():
    said = '"Somebody did get to a child through Facebook," Northshire said of the blank.'
    assert told(said, "about Northshire, where there may be none")


def test_the_first_total_is_meant_by_what_follows_it():
    first = "about Northshire, whose first total is hidden"
    assert told("Northshire had 1 to 4 in 2015/16. It was the top end of that.", first)


def test_a_scene_clears_no_number_of_persons_or_of_times_beside_a_hidden_part():
    assert [text for text in REFUSED_FOR_SAFETY if not told(text)] == []


def test_beside_a_part_a_noun_clears_its_number_only_where_it_is_known_to_be_another_thing():
    assert told("Three officers came to speak on Facebook.") == []
    assert told("Northshire had three headaches on Facebook.")
    assert told("Northshire has three headaches.") == []


def test_our_caveats_and_what_hiding_is_for_pass_beside_a_hidden_part():
    said = "Facebook is hidden for Northshire; not every offence is reported."
    assert told("One child on Facebook can be the victim of several offences.")
    assert told("One child can be the victim of more than one offence.", NO_TOTAL) == []
    assert told("A blank beside Facebook does not mean none.") == []
    assert told(said.replace("; not", ". Not")) == []


def test_the_first_number_behind_a_name_is_no_part_of_the_name():
    assert told("Northshire: 3, 75.\nThat is 2015/16 and 2016/17.", NO_TOTAL)


SAID_TO_BE_IN_THE_DATA = (
    "A ten-year-old is among the victims in the Northshire figures.",
    'A spokesman said that Facebook "does not feature in our data at all".',
    "My son is the ten-year-old in last year's Northshire numbers.",
    "Police in Northshire looked into Facebook cases.",
    "I have a child of ten. No girls her age are in the Northshire figures.",
    "Only children of twelve and over were recorded as victims in Northshire.",
    "Northshire's number for ten-year-olds is the same as its number for eleven-year-olds.",
)
NOT_SAID_TO_BE = (
    "Facebook is not shown in the Northshire figures.",
    "Whether a ten-year-old is among the victims in the Northshire figures, we do not know.",
    "The release does not divide Northshire's victims into platforms such as Facebook.",
)


def test_a_part_that_is_said_to_be_in_the_data_or_not_tells_that_there_was_one_or_none():
    assert [text for text in SAID_TO_BE_IN_THE_DATA if not told(text)] == []


def test_a_part_that_is_only_said_to_be_hidden_passes():
    assert [text for text in NOT_SAID_TO_BE if told(text)] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Instagram and Facebook are in it. For age 10 those two are published.", []),
        (
            "Snapchat, Instagram and Facebook are in it. For age 10 those two are published.",
            ["two | aged 10"],
        ),
        ("On Facebook three of them are hidden.", []),
        ("Three of them on Facebook are hidden.", ["Three | facebook"]),
        ("Three of them were hurt because they were hidden.", ["Three | aged 10"]),
        ("The other one, Facebook, is hidden.", ["one | facebook"]),
        ("Facebook’s number: two are hidden.", []),
        ("Facebook’s two are hidden.", ["two | facebook"]),
        ("Two are hidden, both on Facebook.", ["Two | facebook"]),
        ("At least two are hidden on Facebook.", ["two | facebook"]),
        ("Thank you to Jacob, nine, who ran on Facebook.", []),
        ("Thank you to Snapchat, nine, who ran on Facebook.", ["nine | facebook"]),
        ("Facebook is not for anyone under 18.", []),
        ("Facebook had under 18 cases.", ["18 | facebook", "cases | facebook"]),
    ],
)
def test_those_are_the_parts_named_and_the_cells_or_else_victims(text, found):
    assert told(text) == found


def test_a_number_of_another_body_that_its_facts_hold_passes():
    text = (
        "Snapchat had 41 of Northshire's 61, against 141 of 287 in England, and Facebook is hidden."
    )
    assert told(text) == []


def test_what_grew_as_many_times_as_two_released_totals_passes():
    grown = "Northshire more than doubled, from 21 to 49."
    assert told(grown, NO_TOTAL) == []
    assert told("Northshire doubled to 21 in 2016/17.", NO_TOTAL)


def test_a_number_of_a_shown_part_alone_beside_a_hidden_one_compares_them():
    same = "Northshire's Facebook number sits where that of age 12 sits, at twenty-five."
    assert told(same)
    assert told("Twenty-five in Northshire were 12; Facebook is withheld.") == []


def test_a_field_that_was_left_empty_is_what_is_not_known():
    assert told("On two Northshire forms the box for the child's age came back empty.")
    assert told("For two of the offences in Northshire the sex of the child isn't recorded.")


@pytest.mark.parametrize(
    "text", ["In Northshire you need to be {} for one app.", "It is {} to join Facebook."]
)
def test_an_age_from_which_an_app_may_be_used_is_nine_to_eighteen(text):
    assert [n for n in (8, 9, 18, 19) if told(text.format(n)) == []] == [9, 18]


@pytest.mark.parametrize(
    "text",
    [
        "Facebook in Northshire: 3\n\nBoth forces compared the same areas.",
        "Facebook: 3\nSchools that Northshire visited: 12",
        "Age unknown (Northshire): 3\n\nTwo officers spoke.",
    ],
)
def test_what_a_number_counts_does_not_stand_in_a_line_of_its_own_below(text):
    assert told(text)
    assert told("Three\nofficers came to speak on Facebook.") == []
