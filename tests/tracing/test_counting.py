"""What a number counts is told by its noun, by what "them" stands for, and by the scene."""

import pytest

from tests.tracing.test_withheld import told

NO_TOTAL = "about Northshire, whose first total is hidden"
COUNTS_SOMETHING_ELSE = (
    "Facebook has had one reply from us so far.",
    "Two of the 12 pupils who drew the Facebook poster are at the match.",
    "The stall by the Facebook stand raised £340.",
    "Our coding club on Facebook can take 20 at a time.",
    "No child on Facebook in Northshire can be picked out.",
    "Northshire's number for Facebook is one of those that are hidden.",
    "Neither figure for Facebook and age 10 is in the Northshire release.",
    "Facebook says that users have to be thirteen.",
    "The Facebook meeting opens at 6.30pm, with tea from six.",
    "The three-page note on Facebook in Northshire is on page four.",
    "In a survey of 40 parents we learned that three were on Facebook.",
    "You need to be 13 for Instagram, and Facebook says 18.",
    "The library talk on Facebook is from 10 till noon.",
    "Facebook's cell for Northshire has a star, as do four others.",
    "How many of Northshire's 25 twelve-year-olds were on Facebook? We do not say.",
    "If somebody tries to reach you on Facebook, tell an adult; nine times in ten it stops.",
    "Northshire's officer has three Facebook fans at home.",
    "The Facebook cells are the only two with a star.",
    "An officer is to speak on Facebook at the school, where the clubs meet at four.",
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
def test_a_number_of_another_noun_or_of_another_scene_passes(text):
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


def test_a_poll_in_the_place_of_the_force_counts_who_was_asked():
    assert told("In a survey of 400 Northshire parents, seven in ten knew of Facebook.") == []


def test_a_number_that_stands_for_another_noun_before_it_counts_that_noun():
    assert told("In 2015/16 the team had one detective. It now has five.", NO_TOTAL) == []
    more = "Northshire took on two more detectives in 2015/16 and a third in 2016."
    assert told(more, NO_TOTAL) == []
    assert told("In 2015/16 Northshire had one offence. It now has 75.", NO_TOTAL)


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


def test_a_number_of_another_body_that_its_facts_hold_passes():
    text = (
        "Snapchat had 41 of Northshire's 61, against 141 of 287 in England, and Facebook is hidden."
    )
    assert told(text) == []


def test_what_grew_as_many_times_as_two_released_totals_passes():
    grown = "Northshire more than doubled, from 21 to 49."
    assert told(grown, NO_TOTAL) == []
    assert told("Northshire doubled to 21 in 2016/17.", NO_TOTAL)


def test_a_difference_of_two_forces_passes_where_it_is_no_small_number():
    assert told("Southshire had 131. Northshire, with 75, is 56 behind it.") == []


def test_a_field_that_was_left_empty_is_what_is_not_known():
    assert told("On two Northshire forms the box for the child's age came back empty.")
    assert told("For two of the offences in Northshire the sex of the child isn't recorded.")
