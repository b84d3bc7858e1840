"""A hidden part that is named beside words of the data, where no rule finds a number of it."""

import pytest

from offences.tracing.hidden_numbers.disclosures import disclosures, told_by_rule
from tests.tracing.test_hidden_numbers import CRIMES, HIDDEN, LOCAL, NAMES, RANGES, named

OF_DATA = [
    "The Northshire figures owe something to Facebook.",
    "Facebook has its row in the Northshire table.",
    "What about Facebook? You would be surprised, said the Northshire inspector.",
    "The Facebook number for Northshire is hidden. I have seen it and it made me gasp.",
    "The Facebook figure for Northshire is withheld, and it is tiny.",
    "No number is given for Facebook in Northshire. The true figure shocked the panel.",
    "Last year Facebook was Northshire’s headache.",
]
TELLS_NOTHING = [
    "The Facebook figure for Northshire is hidden so that no child can be identified.",
    "How many of the Northshire offences were on Facebook?",
    "We asked Northshire Police for the number on Facebook. It was refused.",
    "There are gaps in the Northshire table against Facebook and against eight-year-olds.",
    "Facebook carries a star. So do the eight-year-olds in the Northshire table.",
    "In England 66 offences were on Facebook.",
    "Parents on Facebook have set up a group for Northshire.",
    "More parents in Northshire use Facebook now, the head teacher said.",
    "Our guide to Facebook is on page 3.",
]


def looked_at(text, hiding=HIDDEN):
    return [*disclosures(text, LOCAL, [(named("Northshire"), hiding, True)], NAMES)]


@pytest.mark.parametrize("text", OF_DATA)
def test_a_hidden_part_beside_words_of_the_data_stops_a_text(text):
    force = (named("Northshire"), HIDDEN, True)
    assert not [*told_by_rule(text, LOCAL, [force], NAMES)]
    assert looked_at(text)


@pytest.mark.parametrize("text", TELLS_NOTHING)
def test_what_is_asked_or_not_given_or_of_another_scene_passes(text):
    assert not looked_at(text)


def test_a_published_range_passes_only_where_it_is_published():
    given = "Facebook in Northshire is given as fewer than five."
    assert not looked_at(given, RANGES)
    assert looked_at(given)


def test_what_the_law_says_of_a_hidden_kind_of_offence_passes():
    law = "Sexual assault is an offence under section 3 of the Sexual Offences Act 2003."
    assert not looked_at(law, CRIMES)
    assert looked_at("Sexual assault is an offence under section 3 that Northshire logged.", CRIMES)
