"""Released figures of Northshire pass beside what is hidden there; what looks like them does not.

Hidden: the ages 8 to 11 and Facebook. Released: 75 offences; 25 aged 12, 31 aged 13.
"""

import pytest

from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import age as of_age
from tests.tracing.test_hidden_numbers import part, stopped, told

RANGES = "about Northshire, where the release gives ranges"
FIRST = "about Northshire, whose first total is hidden"


@pytest.mark.parametrize(
    "text",
    [
        "Thirteen was the peak age in Northshire (31), then twelve (25).",
        "The ages, in Northshire: thirteen, with 31 offences, followed by twelve with 25.",
        "Northshire by age: 13, 31; 12, 25; 8-9, hidden; 10 withheld.",
        "Twelve- and thirteen-year-olds make up 56 of Northshire's 75.",
    ],
)
def test_an_age_is_known_by_its_released_number_behind_it(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Northshire by age: 12 (25), 13 (31), 11 (3).",
        "Northshire by age: 12, 25; 13, 31; 10, four.",
        "Northshire by age: 12 (25); 13 (31); 10 hidden, but it is 2.",
        "Thirteen was the peak age in Northshire (31), then twelve (25), then ten.",
        "Twelve-, thirteen- and ten-year-olds make up 58 in Northshire.",
        "Twelve was the number for the hidden age in Northshire.",
        "Ten was the youngest age in Northshire.",
    ],
)
def test_a_hidden_age_in_a_list_of_released_ones_has_no_number(text):
    assert told(text)


LISTS = (
    ("Ages of victims, Northshire: {}.", "; ", "{}, {}"),
    ("Northshire by age: {}.", ", ", "{} ({})"),
    ("Northshire, age of victim\n{}", "\n", "{} ... {}"),
    ("Northshire's ages were {}.", ", then ", "{} ({})"),
    ("In Northshire it was {}.", ", followed by ", "{}, with {} offences"),
    ("Ages in Northshire: {}.", " and ", "{}: {}"),
    ("In Northshire {}.", ", ", "{} had {}"),
)


@pytest.mark.parametrize(("frame", "cut", "row"), LISTS)
@pytest.mark.parametrize("place", range(3))
def test_a_hidden_row_anywhere_in_a_list_of_released_ones_stops(frame, cut, row, place):
    words = {8: "eight", 9: "nine", 11: "eleven", 12: "twelve", 13: "thirteen"}
    for age, number in ((9, 3), (8, 31), (11, 12)):
        rows = [(12, 25), (13, 31)]
        rows.insert(place, (age, number))
        in_digits = cut.join(row.format(*each) for each in rows)
        in_words = cut.join(row.format(words[n], number) for n, number in rows)
        assert told(frame.format(in_digits)), in_digits
        assert told(frame.format(in_words)), in_words


@pytest.mark.parametrize(
    "text",
    [
        "Asked about Facebook, say that the figure is hidden and offer the total, 75, instead.",
        "Nationally 66 offences were on Facebook. Northshire had 75 victims in all.",
    ],
)
def test_the_released_total_passes_in_a_clause_of_its_own(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook was used by some, after 75 offences were recorded in Northshire.",
        "Ten-year-olds were hurt, which is why Northshire's 75 offences matter.",
        "“Facebook was among them,” said police, who recorded 75 offences.",
        "Facebook, which was used in the 75 offences recorded in Northshire, has not replied.",
        "Facebook had some, where 75 offences were recorded.",
        "Facebook is hidden and the total, 75, includes it.",
        "Facebook is hidden; the total, 75, includes three of them.",
        "Three girls of ten spoke out, after Northshire recorded 75 offences.",
        "Northshire recorded 75 offences. Facebook was used in some of them.",
    ],
)
def test_a_part_that_had_some_of_the_total_stops(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "How many were on Facebook? That is hidden. I can't tell you whether it is high or low.",
        "Facebook: not published\nAn offence of another kind: not published",
        "Northshire's 8-9 row is hidden, so use the 25 for twelve-year-olds instead.",
    ],
)
def test_what_is_said_of_hidden_cells_alone_passes(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "I asked how often Facebook was named. Three times, they said.",
        "How many were on Facebook? I can't tell you, but it is low.",
        "The row for Facebook is hidden, as is the one child of ten.",
        "The row for Facebook is hidden; so is the one offence against a ten-year-old.",
        "Northshire's 8-9 row is hidden, so use 3.",
        "Ten-year-olds are hidden. All we have is 3 for the age.",
        "Two of the Northshire offences were on Facebook, a number that is not given.",
        "“At least one of them was on Facebook,” said the Northshire officer.",
        "“There's been a case on Facebook here,” said the Northshire officer.",
        "A small number of Northshire's victims, under five, were ten.",
        "Girl, 10, the only one of her age in Northshire's figures",
        "Every Northshire record states whether the child was a boy or a girl; none was blank.",
    ],
)
def test_a_hidden_number_said_in_the_same_words_stops(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Think of a set of twins. That is how many ten-year-olds were in Northshire's figures.",
        "There were 25 twelve-year-olds in Northshire. For nines, halve it.",
        "Ten-year-olds in Northshire? Picture some little bikes, and you have them all.",
        "Imagine a family on a bench. That is your number for Facebook in Northshire.",
    ],
)
def test_a_picture_that_stands_for_a_hidden_number_stops(text):
    assert told(text)


def test_the_published_range_passes_as_it_is_printed_and_no_narrower():
    said = "Facebook had 66 offences in England. Northshire's own number is given only as 1 to 4"
    assert told(f"{said}, and we shall not guess any closer.", RANGES) == []
    assert told(f"{said.replace('1 to', '2 to')}.", RANGES)


def test_more_than_all_years_together_is_no_number_of_offences():
    assert told("We spoke to 1,200 pupils in Northshire last year.", FIRST) == []
    assert told("In all four years together Northshire recorded 147 offences.", FIRST)


@pytest.mark.parametrize(
    "text",
    [
        "There were 66 offences on Facebook in England, while Northshire hides its three.",
        "There were 66 offences on Facebook in England, while Northshire saw some too.",
        "There were 66 offences on Facebook in England and Northshire alike.",
        "Facebook had 66 offences in England, and in Northshire the hidden figure is near four.",
        "Facebook had 66 offences in England, and Northshire, not shown, as many as Eastshire.",
        "Facebook had 66 offences in England, while in Northshire, though hidden, it was used.",
        "Facebook, which is not given, came up in the Northshire offences.",
    ],
)
def test_a_force_that_hides_its_number_and_had_some_stops(text):
    assert told(text)


def test_a_gap_passes_beside_the_two_released_numbers_that_make_it():
    said = "Snapchat had 21 more than Instagram in Northshire, 41 against 20"
    assert told(f"{said}.") == []
    assert told(f"{said}, and Facebook 19 fewer than that.")
    assert told("Facebook had 21 more than Instagram in Northshire, 41 against 20.")
    assert told("Snapchat had three more than Facebook in Northshire, 41 against 38.")


def test_a_released_part_passes_where_another_is_not_gone_into():
    said = "“Snapchat accounts for 41 of our offences,” the officer said, “and {}.”"
    assert told(said.format("I'm not able to go into Facebook")) == []
    assert told(said.format("I'm not able to say that Facebook had more"))
    assert told(said.format("Facebook for the same"))


def test_the_released_totals_of_the_last_years_pass_in_their_order():
    said = "Small numbers for Northshire in 2015/16 are hidden, so look at the last three years:"
    assert told(f"{said} 21, 49 and 75.", FIRST) == []
    assert told("Northshire's last four years: three, 21, 49 and 75.", FIRST)
    assert told("NORTHSHIRE OFFENCES UP BY HALF IN A YEAR", FIRST) == []
    assert told("NORTHSHIRE OFFENCES UP TWENTYFOLD SINCE 2015/16", FIRST)


def test_parents_who_were_asked_are_no_victims():
    assert told("We surveyed 400 parents. Six in ten had never heard of Facebook.") == []
    assert told("A survey of 400 parents found that 62% had never heard of Facebook.") == []
    assert told("We asked parents of victims in Northshire. Three had never heard of Facebook.")
    assert told("Three ten-year-olds, a survey of parents says, had never heard of Facebook.")
    assert told("In our survey of 400 parents, three said it happened on Facebook.")
    assert told("Three of them had never heard of Facebook before they were groomed on it.")


@pytest.mark.parametrize(
    "text",
    [
        "We cannot discuss Facebook in Northshire. The force's total was 75 offences.",
        "England had 66 on Facebook. Northshire's 75 offences are part of the 337.",
        "Ages 8 to 11 are held back in Northshire. The release gives 25 offences at twelve.",
        "Eight-year-olds are hidden in Northshire. It does say that 31 were at 13.",
        "The youngest age that Northshire does give is twelve, with 25 offences.",
        "Northshire has 41 cases on Snapchat and gives no number for Facebook.",
        "Northshire's twelve-year-olds numbered 25, six fewer than those who were 13.",
        "Northshire, by age: ten hidden, twelve 25, thirteen 31.",
    ],
)
def test_a_number_that_its_own_clause_gives_to_a_released_slot_passes(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Facebook is hidden in Northshire. It would be 75 without the rest.",
        "Facebook came up in Northshire cases. The force recorded 75 offences.",
        "Facebook had the first three of the year. Northshire recorded 75 offences.",
        "Northshire recorded 75 offences. All were on Facebook.",
        "Northshire: 25 offences at twelve, 31 at thirteen, and at ten the number of a pair.",
        "There were 25 offences at twelve in Northshire. Ten is the same.",
        "Northshire had 31 offences at ten or eleven.",
        "On Facebook there were 25 offences at twelve in Northshire.",
        "Northshire gives no number for Facebook, and 20 for Instagram, which is the same.",
        "The release gives no number for Facebook in Northshire; 25 is what I heard.",
        "Northshire gives no number for ten-year-olds. It is 25, as for twelve-year-olds.",
        "Facebook is hidden in Northshire. It is six fewer than twelve, where there were 25.",
        "The youngest age that Northshire does not give is eight, with 25.",
    ],
)
def test_a_released_number_that_is_said_of_a_hidden_part_stops(text):
    assert told(text)


def test_a_part_that_was_more_than_any_childs_age_was_so_many():
    assert told("Facebook in Northshire was 22.")
    assert told("Northshire's ten-year-olds were 19.")
    assert told("Snapchat in Northshire was 41.") == []


def test_a_mean_over_years_of_which_one_is_hidden_gives_that_one():
    assert told("Averaged over the four years to 2018/19, Northshire had 37 a year.", FIRST)
    assert told("Northshire averaged 48 offences a year in the last three years.", FIRST) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ages eight and nine were level in Northshire.",
        "The number for eight-year-olds in Northshire is even.",
        "Northshire's Facebook figure is an odd number.",
        "Northshire filled in the victim's age on all but three of its files.",
    ],
)
def test_what_halves_or_pairs_a_hidden_number_stops(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "A sixth of England's Facebook cases were in Northshire.",
        "England had 96 Facebook cases, and a sixth of them were Northshire's.",
        "Facebook is not printed for Northshire. Add it to Snapchat's 41 and you get 44.",
    ],
)
def test_a_hidden_part_is_not_told_by_a_share_of_england_or_by_a_sum(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "There are no published Facebook figures for Northshire. It recorded 75 offences.",
        "Both boys and girls were among the victims in Northshire, which recorded 75 offences.",
        "A sixth of England's cases were on Snapchat; Northshire gives no number for Facebook.",
    ],
)
def test_no_published_number_both_sexes_and_englands_share_tell_nothing(text):
    assert told(text) == []


def test_cases_in_which_officers_did_something_are_cases():
    assert told("In two Northshire cases officers did not write down the platform.")


def test_a_sex_of_those_named_before_is_of_their_age_as_well():
    """Hidden is the sex of those aged twelve, not how many were twelve, nor how many were girls."""
    shown = {of_age(12): frozenset({25}), part("girls"): frozenset({52})}
    hidden = Hiding(frozenset({of_age(12) | part("girls"), of_age(12) | part("boys")}), shown)
    before = "Northshire gives 25 offences against twelve-year-olds."
    assert stopped(f"{before} Eight of the victims were girls.", hidden)
    assert stopped(f"{before} Nine of them were boys.", hidden)
    assert not stopped(f"{before} Of the 75 offences, 52 were against girls.", hidden)


@pytest.mark.parametrize("none", ["no", "no online-related", "no newly recorded", "not a single"])
def test_none_of_a_hidden_kind_stops_whatever_word_stands_between(none):
    hidden = Hiding(frozenset({part("Rape of a child")}), {})
    text = f"There have been {none} rapes in Northshire in the past year."
    assert stopped(text, hidden)
    given = "There are no published rape figures for Northshire. It recorded 75 offences."
    assert not stopped(given, hidden)
