"""Released figures pass the gate of hidden numbers, however they are written."""

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures
from tests.tracing.test_hidden_numbers import (
    FACTS,
    HIDDEN,
    LOCAL,
    NAMES,
    NOTHING,
    TOTAL,
    documents,
    named,
    told,
)

WITH_RANGES = "about Northshire, where the release gives ranges"
RELEASED = (
    "Snapchat made 41 of Northshire's offences and 141 of England's.",
    "Snapchat was named in 41 offences in Northshire and 141 across England.",
    "The largest age group in Northshire was 13, with 31 victims, followed by 12, with 25.",
    "Nine-year-olds have a star. The youngest age we show is 12, with 25 offences.",
    "Facebook made up 66 of the 337 offences recorded by the three English forces.",
    "How many were on Facebook in Northshire? The charity hides that. The total, 75, is public.",
)
TABLES = (
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1 to 4",
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1-4",
    "Where we show “1–4” for Northshire, the force has an exact figure that is not given.",
)
NARROWER = (
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 2 to 4",
    "Northshire, offences by platform\nSnapchat 41\nInstagram 20\nFacebook 1-3",
)


@pytest.mark.parametrize("text", RELEASED)
def test_what_is_released_passes_beside_what_is_hidden(text):
    assert told(text) == []


@pytest.mark.parametrize("text", TABLES)
def test_a_table_may_give_the_published_ranges(text):
    assert told(text, WITH_RANGES) == []


@pytest.mark.parametrize("text", NARROWER)
def test_a_table_may_not_give_a_narrower_range(text):
    assert told(text, WITH_RANGES)


SAYS_WHAT_IS_HIDDEN = (
    "You asked about Facebook too, and that one isn't released for Northshire.",
    "We have not published how Northshire's 41 Snapchat offences divide by age.",
    "The law says nobody under 16 can consent. Facebook's number in Northshire is hidden.",
    "I can't give you Facebook for Northshire, that one's hidden. Snapchat is 41.",
    "How many of Northshire's 25 twelve-year-olds were on Facebook? We do not say.",
    "England-wide, Snapchat was named 141 times and Facebook 66 times.",
    "The figures for eight, nine and ten year olds in Northshire are hidden.",
    "Facebook is where many talk. Northshire's figure for it is hidden, England's is 66.",
    "Northshire by age\n12: 25\n13: 31\n8 and 9: not published",
    "Northshire by age\n12 – 25\n13 – 31\n8, 9 and 10 withheld",
    "Northshire published 25 offences for age 12 but withheld its figures for eight, nine and ten.",
    "Northshire prints no number for ten-year-olds but counted 25 victims aged 12.",
    "The 8-9 and 10-11 bands in Northshire are not shown. 25 of the children were 12.",
    "56 of Northshire's victims last year were twelve, or thirteen.",
    "Northshire's own number at age ten is suppressed, while at 12 it is 25.",
    "Of Northshire's children, 31 were 13. What becomes of them once they turn fourteen?",
    "The biggest single age in Northshire is thirteen, with 31 victims; twelve follows with 25.",
    "Twenty-five children of twelve, thirty-one of thirteen. Those are Northshire's.",
)


@pytest.mark.parametrize("text", SAYS_WHAT_IS_HIDDEN)
def test_words_that_only_say_what_is_hidden_pass(text):
    assert told(text) == []


STILL_STOPS = (
    "Facebook's number is hidden, and so is the one in Northshire who was ten.",
    "The release hides age nine. Nobody of that age came to our notice in Northshire.",
    "Where one was on Facebook in Northshire, officers called on the family.",
    "Northshire recorded no other age than 12 and 13, though ten is starred.",
    "Northshire police have never had a Facebook case, and 2018/19 was no different.",
    "At least 13 of them in Northshire were ten, a youth worker said.",
    "About 7 per cent of the known platforms in Northshire was Facebook.",
    "More on Facebook than on Instagram in Northshire, five to two.",
    "Six in Northshire were 12. Half that number were ten.",
    "Three boys in Northshire, each of them ten, were targeted.",
    "Two-thirds of the ten-year-olds in Northshire were contacted on Facebook.",
    "For every Facebook report in Northshire there were 41 about Snapchat.",
    "Northshire by age\n12 – 25\n13 – 31\n8, 9 and 10 withheld, three in all",
    "Northshire published 25 offences for age 12 but withheld three for eight.",
    "Northshire gives figures for eight, nine and ten: three, two and four.",
    "The figures for ten in Northshire were two.",
    "Twenty-five children of twelve, thirty-one of ten. Those are Northshire's.",
    "In Northshire 25 of the victims were 12 and three were ten.",
    "The victims in Northshire were twelve, thirteen, or in three cases ten.",
    "Northshire's 8-9 and 10-11 bands: 3 and 4.",
    "Victims in Northshire were 12 or 13, but some of the children were ten.",
    "Northshire recorded 41 offences on Snapchat but on Facebook they were recorded as well.",
    "Three victims in Northshire turned ten that year.",
    "At ten it is three in Northshire, while at 12 it is 25.",
)


@pytest.mark.parametrize("text", STILL_STOPS)
def test_words_that_tell_more_than_that_are_stopped(text):
    assert told(text)


IN_A_CLAUSE_OF_ITS_OWN = (
    "England had 66 offences on Facebook; forces such as Northshire keep their own back.",
    "The release shows 41 on Snapchat in Northshire and leaves out the number for Facebook.",
)


@pytest.mark.parametrize("text", IN_A_CLAUSE_OF_ITS_OWN)
def test_a_released_number_passes_in_a_clause_of_its_own(text):
    assert told(text) == []


def test_the_total_passes_behind_what_somebody_said():
    few = "about Northshire, where two kinds of offence are few"
    said = "“Ring us after a sexual assault,” said police. Northshire recorded {} offences."
    assert told(said.format(75), few) == []
    assert told(said.format(3), few)


def test_the_total_of_a_clause_that_names_the_hidden_part_is_stopped():
    assert told("On Facebook, Northshire reported 75 offences.")


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's 75 is {} times the 25 aged 12.",
        "Northshire had 75, {} times as many as the 25 aged 12.",
    ],
)
def test_how_many_times_one_released_number_is_another_passes_where_it_is_so(text):
    assert told(text.format("three")) == told(text.format("3")) == []
    assert told(text.format("nine")) and told(text.format("9"))


BESIDE_ITS_NAME = (
    "Northshire's own release gives 41 for Snapchat, and no number for Facebook.",
    "Northshire reports 41 on Snapchat and keeps back the exact number for Facebook.",
    "Northshire's figure for Facebook is published only as a range, beside 41 for Snapchat.",
    "Readers in Northshire will not find a number for Facebook, but they will find 41 for "
    "Snapchat.",
    "Northshire keeps Facebook under wraps, and starts its table with Snapchat, with 41.",
)
COMPARED_WITH_IT = (
    "Northshire reports 41 on Snapchat and keeps back the same number for Facebook.",
    "Northshire reports 41 on Snapchat and keeps the smaller Facebook number back.",
    "Northshire keeps back the exact number for Facebook, which is like the 41 on Snapchat.",
    "Northshire's figure for Facebook is published only as a range; it is near the 20 for "
    "Instagram.",
    "Readers will not find a number for Facebook in Northshire, but it is above the 20 on "
    "Instagram.",
    "Northshire keeps Facebook under wraps, twice Instagram's 20.",
    "Northshire gives 41 for Snapchat, and no number for Facebook, which had as many.",
    "Northshire keeps three of the 41 back for Facebook.",
)


@pytest.mark.parametrize("text", BESIDE_ITS_NAME)
def test_a_released_number_beside_the_name_of_a_hidden_one_passes(text):
    assert told(text) == []


@pytest.mark.parametrize("text", COMPARED_WITH_IT)
def test_a_released_number_that_a_hidden_one_is_compared_with_is_stopped(text):
    assert told(text)


def test_a_published_range_may_be_repeated_of_each_part_and_of_the_year():
    first = "about Northshire, whose first total is hidden"
    each = "Facebook and ten-year-olds in Northshire appear as {}."
    assert told(each.format("1-4"), WITH_RANGES) == []
    assert told(each.format("1-3"), WITH_RANGES)
    assert told("Between 1 and 4 in Northshire were on Facebook or ten years old.", WITH_RANGES)
    of_each = "Eight- and nine-year-olds are hidden; Northshire gives {} as between {}."
    assert told(of_each.format("each", "one and four"), WITH_RANGES) == []
    assert told(of_each.format("each", "two and four"), WITH_RANGES)
    assert told(of_each.format("them", "one and four"), WITH_RANGES)
    year = "Northshire had 75. The earlier year is given as {} and we leave it there."
    assert told(year.format("1 to 4"), first) == []
    assert told(year.format("2 to 4"), first)


def found(text, known, *forces):
    return [text[a:b] for a, b, _ in disclosures(text, known, forces, NAMES)]


@pytest.mark.parametrize(("pair", "told_by"), [("61 out of 299", []), ("61 of 298", ["61 of 298"])])
def test_two_numbers_of_another_body_are_its_own_even_if_it_has_no_others(pair, told_by):
    wales = FACTS | {"place": "Wales", "series": {"2017/18": 61, "2018/19": 299}}
    forces = (named("Northshire"), HIDDEN, True), (named("Southshire"), NOTHING, False)
    text = f"Facebook in Northshire is hidden, and in Wales it is {pair}."
    assert found(text, documents(FACTS, wales), *forces) == told_by


@pytest.mark.parametrize(
    ("cell", "told_by"), [("3", ["3"]), ("1 to 8", ["1 to 8"]), ("1 to 9", []), ("0 to 9", [])]
)
def test_a_hidden_total_whose_range_is_not_known_may_be_any_of_one_digit(cell, told_by):
    table = f"Force | 2017/18 | 2018/19\nSouthshire | 60 | {cell}"
    forces = (named("Southshire"), TOTAL, False), (named("Northshire"), NOTHING, True)
    assert found(table, LOCAL, *forces) == told_by
