"""Ages in a line above a table that may narrow its counts."""

import pytest

from offences.intake.returns.matching import narrowing


@pytest.mark.parametrize(
    "line",
    [
        "Q1. How many online offences against children aged 0-17?",
        "Offences against children aged between 0 and 17",
        "Victims aged 0 to 17 years",
        "Children from birth to 17",
    ],
)
def test_all_children_are_no_some_of_them(line):
    assert not [*narrowing(line, (), ())]


@pytest.mark.parametrize(
    "line", ["Children aged 0-15", "Victims aged 10 to 17", "Aged between 0 and 12", "Aged 0-7"]
)
def test_a_band_within_them_narrows(line):
    assert [*narrowing(line, (), ())]
