"""Hidden numbers that take a second sentence, a pronoun or an unread noun to be told."""

from dataclasses import replace

import pytest

from offences.statistics.years import Year
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import NATIONAL, age, documents, part, stopped

FACTS = {
    "place": "Northshire",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2016/17": {"suppressed": [1, 4]}, "2017/18": 12, "2018/19": 75},
    "shares": {"gender": {"of": 75, "known": 70, "parts": {"girls": 61, "boys": 9}}},
}
CROSSED = Hiding(
    frozenset({age(8), part("Facebook"), part("Rape"), age(12) | part("boys")}),
    {
        age(12): frozenset({25}),
        age(13): frozenset({31}),
        part("girls"): frozenset({61}),
        part("boys"): frozenset({9}),
        part("Snapchat"): frozenset({41}),
    },
    frozenset({Year(2016)}),
    {part("Rape"): (1, 4)},
    {Year(2016): (1, 4)},
)
OF_RAPE = {"offence": {"of": 337, "known": 337, "parts": {"Rape": 12, "Grooming": 325}}}
KNOWN = documents(FACTS, NATIONAL | {"shares": NATIONAL["shares"] | OF_RAPE})


def told(text: str, hidden: Hiding = CROSSED) -> bool:
    names = ("Facebook", "Snapchat", "Instagram", "Rape", "Grooming", "girls", "boys")
    return bool(stopped(text, hidden, KNOWN, names))


@pytest.mark.parametrize(
    "text",
    [
        "Nearly half of Northshire's nine boys were 12 or 13.",
        "Twenty-five Northshire victims were 12. As many boys as girls, we hear.",
        "Northshire had 25 victims aged 12. More boys than girls, too.",
        "Northshire's nine boys ranged from ten to fifteen. There were just the three at twelve.",
        "Northshire recorded 25 offences against twelve-year-olds. Four boys, the rest girls.",
    ],
)
def test_two_sentences_together_tell_a_hidden_crossing(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have a daughter who's eight. No girls her age in Northshire's figures.",
        "My son was groomed at eight. He is the only child of his age in Northshire's figures.",
        "A boy who had just turned eight was among Northshire's victims.",
        "We had the one lad of eight in Northshire.",
        "And the youngest victim in Northshire? Eight.",
        "How old was the youngest child in the Northshire figures? Just eight.",
    ],
)
def test_an_age_is_read_in_a_clause_on_a_child_and_in_an_answer(text):
    assert told(text, replace(CROSSED, years=frozenset()))


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's number for rape is not just in the range 1 to 4. It is above two.",
        "Rape is hidden for Northshire. It was more than two.",
        "There was a rape in Northshire, yes, and there was another in March.",
        "Rape? Northshire knows both of theirs by name.",
        "Facebook, where one is recorded, is hidden in Northshire.",
        "Two mothers in Northshire said their eight-year-olds had been sent pictures.",
        "“People ask about Facebook. Well, we had a couple of cases, and Snapchat gave us 41.”",
        "We lit a candle for each child of eight in Northshire. Four little flames, and home.",
        "Two teachers were caught under the rape laws in Northshire last year.",
        "The three kinds with a range came to nine in Northshire.",
        "Leaving Northshire aside, the other three forces recorded ten of England's 12 rapes.",
        "Northshire's number for rape is hidden. The other forces in England had 10.",
    ],
)
def test_a_pronoun_a_fragment_or_the_other_forces_tell_a_hidden_part(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's 12 is ten more than the force recorded the year before.",
        "The chart starts at 2017/18. The bar before would be a quarter of that year's 12.",
    ],
)
def test_a_change_or_a_share_of_a_released_total_leads_to_the_hidden_year(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire recorded 75 offences, 61 of them against girls and nine against boys.",
        "Twenty-five victims in Northshire were 12 and 31 were 13.",
        "Rape is hidden for Northshire. Two officers have joined the team.",
        "Snapchat came up 41 times in Northshire, and another app is hidden.",
        "A mother of a girl who is 13 spoke first. Northshire had 31 victims of that age.",
        "And which age stands out in Northshire? Thirteen, with 31.",
        "Rape is hidden for Northshire. In England there were 12.",
        "The total for Northshire is 75. It is well above twelve, the number of 2017/18.",
    ],
)
def test_released_numbers_beside_hidden_parts_pass(text):
    assert not told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire's table has no number for Facebook. Did nothing happen there? “No. There were"
        " crimes on all of them,” an officer said.",
        "Facebook and Snapchat are apps. There were Northshire cases on each of those apps.",
        "From most Northshire offences to fewest:\n1. Snapchat\n2. Facebook",
        "Northshire's apps, the most used first: Snapchat, Facebook.",
        "Of the two apps without a figure in Northshire's table, one was in fact zero.",
        "Only one age on the Northshire chart, eight, had no offences at all.",
    ],
)
def test_a_list_by_size_those_before_and_the_one_without_a_figure_tell_of_a_hidden_part(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "From most Northshire offences to fewest:\n1. girls\n2. boys",
        "See No. 5 of our list. Snapchat had 41 Northshire offences.",
        "In Northshire there were offences against girls and boys, on each of those days.",
        "The first age on the Northshire chart, thirteen, had 31 offences.",
    ],
)
def test_lists_without_size_and_released_parts_tell_nothing(text):
    assert not told(text)
