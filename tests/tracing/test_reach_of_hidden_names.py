"""What is hidden is found in a text that names it in other words, or counts it in another way."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.binding.categories import CategoryWords
from offences.tracing.evidence.category import category_of_part
from offences.tracing.hidden_numbers.names_in_other_words import other_words
from offences.tracing.hidden_numbers.pointed_at import of_the_other_sex, parts_pointed_at
from offences.tracing.hidden_numbers.references import GateWords
from tests.tracing.test_hidden_numbers import FACTS, told

A_PART_IS_NAMED = (
    "Face book turned up three times in Northshire.",
    "Three of the 75 were on Facebok.",
    "Three of the 75 were on Facbeook.",
    "Facebooks: three in Northshire.",
    "Facebook's three are withheld.",
    "Northshire recorded 75 offences and there was no Facebook.",
    "Facebook's share is a twelfth.",
    "Facebook was in fourth place.",
    "Facebook was named every six months.",
    "Southshire had three on Facebook. Ditto Northshire.",
    "The Northshire Facebook victim is safe now.",
    "There was nowt on Facebook in Northshire.",
    "Northshire: three 10yos.",
    "Four tots targeted in Northshire",
    "Three schools each lost an eight-year-old to a groomer in Northshire.",
    "We had a nine-year-old boy, and a nine-year-old girl, and that was all at that age.",
    "Two of the 75 were on a gaming app.",
    "Tens four, elevens two.",
    "THE TENS: FOUR",
    "Northshire’s Facebook victim is not in the table.",
    "ELEVENS 2",
    "The row above the twelves is four.",
    "The first row of the age table reads two.",
    "Northshire's victims were nine in one case out of 24.",
    "Facebook x2, Snapchat x41.",
)
A_KIND_IS_NAMED = ("Two rapists were caught in Northshire.",)
A_SEX_IS_LEFT = ("Four of Northshire's victims were not girls.", "Four were of the opposite sex.")


@pytest.mark.parametrize("text", A_PART_IS_NAMED)
def test_a_hidden_part_is_found_by_any_name(text):
    assert told(text)


@pytest.mark.parametrize("text", A_KIND_IS_NAMED)
def test_a_hidden_kind_is_found_by_what_was_done(text):
    assert told(text, "about Northshire, where two kinds of offence are few")


@pytest.mark.parametrize("text", A_SEX_IS_LEFT)
def test_a_hidden_sex_is_found_by_what_it_is_not(text):
    assert told(text, "about Northshire, where one of two parts is hidden")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine-year-olds and ten-year-olds: three were her age.", ["three | aged 10"]),
        ("Ten-year-olds and nine-year-olds: three were her age.", ["three | aged 9"]),
        ("Three had not turned 17.", ["Three | aged 16 and under"]),
        ("Three had not turned 18.", ["Three | aged 10"]),
        ("Facebook was 22.", ["22 | facebook"]),
        ("Facebook\nwas 22.", []),
    ],
)
def test_words_for_an_age_are_of_the_age_named_last_and_of_a_child(text, found):
    assert told(text) == found


def test_a_row_by_its_place_is_of_an_age_and_of_nothing_where_no_age_is_hidden():
    assert told("The first row has three.") == ["three | aged 8"]
    assert (
        told("The first row has three.", "about Northshire, where two kinds of offence are few")
        == []
    )


def test_a_sentence_that_goes_on_after_an_aside_is_of_the_total():
    text = "In Northshire, where Facebook is not published, the force recorded 75 offences."
    assert not told(text)


def test_two_counts_of_one_sentence_are_no_band_of_ages():
    words = CategoryWords([read_facts(FACTS)], loose=True)
    found = words.find("31 victims were aged 13 and 25 were aged 12.")
    assert [(m.slot.low, m.slot.high) for m in found] == [(13, 13), (12, 12)]


@pytest.mark.parametrize(
    ("text", "hidden", "is_named"),
    [
        ("There were 140 offences, some with threats of violence.", "Threads", False),
        ("She would not discard the 12 messages.", "Discord", False),
        ("Three were on Threds.", "Threads", True),
        ("Three were on Facebok.", "Facebook", True),
        ("Three were on Facbeook.", "Facebook", True),
        ("Three were on Faebcook.", "Facebook", False),
        ("Three were on Faceboook.", "Facebook", True),
        ("Three were on Facebooook.", "Facebook", False),
        ("Three were on Facebood.", "Facebook", True),
        ("Three were on Faecbokk.", "Facebook", False),
        ("Three were on Robolx.", "Roblox", True),
        ("Three were on Skpye.", "Skype", False),
        ("Three were on Face-book.", "Facebook", True),
        ("Three were on Face, book.", "Facebook", False),
        ("three were on facebok.", "Facebook", True),
    ],
)
def test_a_word_that_is_nearly_a_name_is_the_name_unless_it_may_be_another_word(
    text, hidden, is_named
):
    name = category_of_part(hidden)
    words = GateWords(
        [read_facts(FACTS)], [hidden], shown={}, loose=True, hidden=[frozenset({name})]
    )
    assert (name in {each.slot for each in words.find(text)}) is is_named


@pytest.mark.parametrize(
    "text",
    [
        "We do not give the Facebook number. Think of the children.",
        "England had 66 offences on Facebook, but Northshire’s own number is hidden.",
    ],
)
def test_ordinary_words_about_what_is_hidden_tell_nothing(text):
    assert not told(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Grooming led to a meeting.", ["Grooming led to a meeting", "meeting"]),
        ("Grooming led to 3 meetings.", ["Grooming", "meetings"]),
        ("They met a child in four grooming cases.", ["met a child", "met"]),
    ],
)
def test_a_number_inside_a_name_in_other_words_is_no_part_of_it(text, named):
    words = GateWords([read_facts(FACTS)], ["Meeting following grooming"], shown={}, loose=True)
    assert [text[m.start : m.end] for m in words.find(text)] == named


def test_what_an_ending_leaves_of_a_short_word_is_no_word_of_a_name():
    patterns = [pattern for _, pattern in other_words(["Drug ring"], "")]
    assert any(pattern.search("drug offences") for pattern in patterns)
    assert not any(pattern.search("drugs found in rooms") for pattern in patterns)


def test_what_points_at_ages_finds_none_that_is_hidden_where_none_is():
    text = (
        "The two ages had only four. It starts at ten. How old is he? Nine, she said."
        " None were outside these ages."
    )
    assert [text[m.start : m.end] for m in parts_pointed_at(text, {}, {})] == ["ten", "Nine"]


def test_an_age_that_is_said_to_be_a_child_is_a_row_of_a_list():
    assert "Nine was a girl | aged 9" in told("Ten was withheld in Northshire. Nine was a girl.")
    assert "Nine was a girl | aged 9" not in told("Ten is in Northshire. Nine was a girlhood.")


def test_who_was_not_of_one_sex_was_of_the_other():
    found = of_the_other_sex("Seven of the victims were not boys. Nine were not girls.")
    assert [str(m.slot) for m in found] == ["girls", "boys"]


def test_the_last_school_year_has_no_age_beyond_childhood():
    words = GateWords([read_facts(FACTS)], ["Facebook"], shown={}, loose=True)
    found = words.find("Three were in Year 13, two in Year 12 and one in years 12 and 13.")
    assert [(m.slot.low, m.slot.high) for m in found] == [(17, 17), (16, 17), (17, 17)]
