"""“Year 7” is a class at school, in which children are 11 or 12, and no age of seven."""

import pytest

from offences.intake.returns.labels import ages_of


@pytest.mark.parametrize("label", ["Year 7", "Yr 7", "Y7", "Years 7-8", "Class 3", "School year 9"])
def test_a_class_at_school_is_no_age(label):
    assert ages_of(label) is None


@pytest.mark.parametrize(
    ("label", "ages"), [("7 years", (7, 7)), ("11-15 yrs", (11, 15)), ("under 5 years", (0, 4))]
)
def test_years_of_a_life_are_an_age(label, ages):
    assert ages_of(label) == ages
