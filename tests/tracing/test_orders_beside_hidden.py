"""Which of two numbers is larger narrows a hidden one, unless the released numbers show it."""

from dataclasses import replace

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures
from tests.tracing.test_withheld import FACTS as OF_75
from tests.tracing.test_withheld import HIDDEN, LOCAL, NAMES, documents, named, part

FEWER = (
    "Facebook came behind Instagram in Northshire.",
    "Northshire had fewer on Facebook than on Instagram.",
    "Northshire had more on Instagram than on Facebook.",
)


def is_stopped(text, shown, ranges=(), known=LOCAL):
    """Whether words that order Facebook's hidden number are, beside these numbers of the 75."""
    numbers = {part(name): frozenset({number}) for name, number in shown.items()}
    hidden = replace(HIDDEN, shown=numbers, ranges={part(name): ends for name, ends in ranges})
    force = (named("Northshire"), hidden, True)
    return bool([*disclosures(text, known, [force], NAMES)])


@pytest.mark.parametrize("text", FEWER)
@pytest.mark.parametrize(
    ("snapchat", "is_news"),
    [
        (35, True),  # 20 of 75 are left: there may have been as many on Facebook as on Instagram
        (36, False),
        (55, False),  # none are left
        (56, True),  # an offence may be on two platforms, so nothing is known of what is left
    ],
)
def test_the_order_of_two_parts_is_news_unless_the_rest_of_the_total_is_too_small(
    text, snapchat, is_news
):
    assert is_stopped(text, {"Snapchat": snapchat, "Instagram": 20}) == is_news


@pytest.mark.parametrize("text", FEWER)
def test_the_order_of_two_parts_is_news_where_there_is_no_total(text):
    no_total = documents(OF_75 | {"series": {"2017/18": 0, "2018/19": {"suppressed": [1, 4]}}})
    assert is_stopped(text, {"Snapchat": 36, "Instagram": 20}, known=no_total)


@pytest.mark.parametrize("text", FEWER)
@pytest.mark.parametrize(
    ("ends", "is_news"), [((1, 4), False), ((1, 5), True), ((5, 9), True), ((6, 9), False)]
)
def test_the_order_of_two_parts_is_news_unless_a_released_range_shows_it(text, ends, is_news):
    assert is_stopped(text, {"Instagram": 5}, [("Facebook", ends)]) == is_news
