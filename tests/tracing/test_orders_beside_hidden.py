"""Which of two numbers is larger narrows a hidden one; of years, unless a range shows it."""

from dataclasses import replace

import pytest

from offences.tracing.evidence.category import NamedCategory
from tests.tracing.test_hidden_numbers import FACTS as OF_75
from tests.tracing.test_hidden_numbers import FIRST, HIDDEN, LOCAL, documents, part, stopped, told

FEWER = (
    "Facebook came behind Instagram in Northshire.",
    "Northshire had fewer on Facebook than on Instagram.",
    "Northshire had more on Instagram than on Facebook.",
    "Instagram has pushed past Facebook in Northshire.",
    "Instagram crept past Facebook in Northshire.",
)


@pytest.mark.parametrize("text", FEWER)
@pytest.mark.parametrize("known", [LOCAL, documents(OF_75 | {"series": {"2018/19": 60}})])
def test_the_order_of_a_hidden_part_and_another_stops(text, known):
    hidden = replace(HIDDEN, shown={part("Instagram"): frozenset({20})})
    assert stopped(text, hidden, known)


@pytest.mark.parametrize(
    "text",
    [
        "Northshire had fewer in 2015/16 than in 2016/17.",
        "Northshire had more in 2016/17 than in 2015/16.",
        "2016/17 was ahead of 2015/16 in Northshire.",
    ],
)
@pytest.mark.parametrize(("released", "is_news"), [(1, True), (4, True), (5, False), (21, False)])
def test_the_order_of_two_years_is_news_unless_a_released_range_shows_it(text, released, is_news):
    years = {"2015/16": {"suppressed": [1, 4]}, "2016/17": released, "2018/19": 75}
    assert bool(stopped(text, FIRST, documents(OF_75 | {"series": years}))) == is_news


GIRLS = frozenset({NamedCategory("sex", "girls")})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Northshire had more against girls than on Facebook.", ["Facebook"]),
        ("Northshire had more on Facebook than against girls.", ["Facebook"]),
        ("Northshire had as many on Facebook as on Snapchat.", ["as many"]),
        ("Facebook and Snapchat were level in Northshire.", ["were level"]),
        ("Those of eight and nine were level in Northshire.", ["were level"]),
        ("Those of ten and eleven were level in Northshire.", ["were level"]),
        ("Facebook is named in Northshire. More were on Snapchat than that.", ["Facebook"]),
        ("Facebook was the largest in Northshire.", ["largest"]),
        ("Facebook came last in Northshire.", ["Facebook"]),
        ("Facebook came last to the market.", []),
        ("The lowest ages are hidden; eight is the lowest in Northshire.", []),
        ("Snapchat was the largest in Northshire.", []),
    ],
)
def test_words_that_order_a_hidden_part_are_found_and_no_others(text, words):
    shown = {GIRLS: frozenset({12}), part("Snapchat"): frozenset({12})}
    found = stopped(text, replace(HIDDEN, shown=shown))
    assert [text[start:end] for start, end, _ in found] == words


def test_two_hidden_ages_named_as_one_band_are_set_beside_an_app():
    assert told("More of those aged eight and nine than on Facebook were known in Northshire.")


@pytest.mark.parametrize(
    "text",
    [
        "The youngest victim in Northshire was ten.",
        "The youngest victim in Northshire was aged 12.",
        "The youngest child in Northshire was eleven.",
        "The oldest victim in Northshire was 9.",
    ],
)
def test_the_youngest_and_the_oldest_leave_none_of_the_ages_beyond_them(text):
    assert told(text, "about Northshire, where the release gives ranges")


def test_parts_that_are_all_released_may_be_ordered_beside_a_part_of_another_breakdown():
    assert told("Snapchat took 41 offences. Girls outnumbered boys.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nine-year-olds in Northshire. Ten-year-olds, not far short of that.",
        "Ten-year-olds are hidden in Northshire. Nine-year-olds were not far behind.",
        "Everyone asks me about nine-year-olds. In Northshire they tied with ten-year-olds.",
        "Nine-year-olds in Northshire are a shade under ten-year-olds.",
    ],
)
def test_a_near_equal_and_a_pronoun_set_two_parts_of_two_sentences_in_order(text):
    assert told(text)


def test_a_pronoun_is_of_neither_of_two_parts_that_its_own_sentence_puts_in_order():
    before = "Nine-year-olds and ten-year-olds are hidden in Northshire."
    assert told(f"{before} It was Snapchat that outnumbered Instagram.") == []


def test_a_near_equal_of_released_parts_tells_nothing():
    said = "Ten-year-olds are hidden. In Northshire 31 victims were 13; {} came those aged 12."
    assert told(said.format("close behind")) == []
