"""A published range passes in any words, or a wider one; a narrower one gives more away."""

import pytest

from offences.tracing.evidence.category import NamedCategory
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import LOCAL, NAMES, age, named, told

SENTENCES = {
    "Northshire had {} offences on Facebook.": "about Northshire, where the release gives ranges",
    "Facebook in Northshire is given as {}.": "about Northshire, where the release gives ranges",
    "The number on Facebook in Northshire may be {}.": (
        "about Northshire, where the release gives ranges"
    ),
    "In 2015/16 Northshire had {} offences.": "about Northshire, whose first total is hidden",
}
NO_NARROWER = (
    *("between 1 and 4", "from 1 to 4", "1-4", "1–4", "1 to 5", "0 to 4", "0 to 9"),
    *("at least one and no more than four", "no fewer than one but at most four"),
    *("over 0 and under 5", "fewer than five", "<5", "up to 4", "4 or fewer", "at least 1"),
    "not more than 4",
)
NARROWER = (
    *("between 1 and 3", "from 2 to 4", "1-3", "2–4", "2 to 5"),
    *("at least two and no more than four", "no fewer than one but at most three"),
    *("more than one and fewer than five", "over 0 and under 4"),
    "not more than 3",
    *("fewer than four", "<4", "up to 3", "3 or fewer", "double figures", "at least 2", "zero"),
)


def is_stopped(words, sentence):
    return bool(told(sentence.format(words), SENTENCES[sentence]))


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("words", NO_NARROWER)
def test_the_published_range_or_a_wider_one_passes(words, sentence):
    assert not is_stopped(words, sentence)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("words", NARROWER)
def test_a_narrower_range_stops(words, sentence):
    assert is_stopped(words, sentence)


MAY_BE = "The number on Facebook in Northshire may be {}."


@pytest.mark.parametrize("words", ["0 to 4", "fewer than five", "<5", "up to 4"])
def test_a_range_from_zero_passes_where_there_may_be_none(words):
    assert told(MAY_BE.format(words), "about Northshire, where there may be none") == []


@pytest.mark.parametrize("words", ["1 to 4", "between 1 and 4", "at least 1", "1 to 5", "up to 3"])
def test_that_there_was_one_stops_where_there_may_be_none(words):
    assert told(MAY_BE.format(words), "about Northshire, where there may be none")


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("The earlier year is given as {}.", False),
        ("The earlier year is given only as “{}”.", False),
        ("Offences rose in Northshire; the earlier year is given as {}.", False),
        ("The earlier year is given as {}, so the number rose.", False),
        ("On Snapchat the earlier year is given as {}.", True),
        ("The earlier year is given as few. It rose, the release says: {}.", True),
    ],
)
def test_an_earlier_year_may_be_said_to_be_given_as_its_range(text, is_told):
    about = "about Northshire, whose total of the year before is hidden"
    assert bool(told(text.format("1 to 4"), about)) is is_told
    assert told(text.format("2 to 4"), about)
    assert bool(told(text.format("between 1 and 4"), about)) is is_told


@pytest.mark.parametrize(
    ("ages", "stops", "passes"),
    [("8 to 9", "1 and 4", "1 and 9"), ("8", "1 and 3", "1 and 4"), ("9", "2 and 4", "1 and 5")],
)
def test_a_band_has_its_own_published_range_and_so_has_each_age_in_it(ages, stops, passes):
    band = frozenset({NamedCategory("age", "", 8, 9)})
    ranges = {age(8): (1, 4), age(9): (1, 4), band: (1, 9)}
    hidden = Hiding(frozenset(ranges), {age(12): frozenset({25})}, frozenset(), ranges)
    forces = [(named("Northshire"), hidden, True)]

    def found(range_said):
        text = f"Northshire had between {range_said} offences against children aged {ages}."
        places = disclosures(text, LOCAL, forces, NAMES)
        return [text[start:end] for start, end, _ in places if text[start:end] == range_said]

    assert found(stops)
    assert not found(passes)
