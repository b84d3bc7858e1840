"""Numbers that stand for figures, "those two", "a figure, and one for Kik": they count nothing."""

import pytest

from tests.tracing.test_hidden_numbers import told

OF_FIGURES = (
    "In England 66 were on Facebook and 141 on Snapchat. Of those two we can give you only the "
    "second for Northshire, and it was 41.",
    "You will see 41 on Snapchat in Northshire and 31 children of 13. How far the two overlap is "
    "not published.",
    "Facebook, eight-year-olds and ten-year-olds are a gap. Northshire keeps each of the three "
    "back.",
    "Snapchat was the platform in 41 of those where officers wrote one down in Northshire.",
)
OF_VICTIMS = (
    "Facebook and ten-year-olds are hidden in Northshire. The two were girls.",
    "Northshire hid the two on Facebook and at ten.",
    "On Facebook and at age ten, Northshire keeps the two back who were girls.",
    "How far the two on Facebook overlap is not published in Northshire.",
    "Northshire keeps the two cases on Facebook and Snapchat back.",
    "The Facebook figure for Northshire is one.",
    "The Facebook figure is one that Northshire recorded.",
    "Northshire hid a Facebook case, among them the one for May.",
    "Of those where officers wrote one down in Northshire, one was on Facebook.",
    "The charity has not published a Northshire figure for Facebook. It did record one for "
    "Facebook, which was in May.",
)


@pytest.mark.parametrize("text", OF_FIGURES)
def test_a_number_that_stands_for_figures_tells_nothing(text):
    assert told(text) == []


@pytest.mark.parametrize("text", OF_VICTIMS)
def test_a_number_of_victims_beside_figures_tells(text):
    assert told(text)
