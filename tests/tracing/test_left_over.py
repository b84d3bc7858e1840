"""What is left over, or was nothing, or is of the other sex, tells a hidden number."""

import pytest

from offences.tracing.evidence.category import NamedCategory, category_of_part
from offences.tracing.hidden_numbers.disclosures import disclosures
from offences.tracing.hidden_numbers.hidden import Hiding
from tests.tracing.test_hidden_numbers import (
    LOCAL,
    NAMES,
    NATIONAL,
    OF_SEX,
    documents,
    named,
    part,
    told,
)

FIRST_HIDDEN = "about Northshire, whose first total is hidden"


@pytest.mark.parametrize(
    "text",
    [
        "England had 90 offences on Facebook, 88 of them in Southshire. Northshire had the rest.",
        "Southshire recorded 88 of the 90 on Facebook. Northshire accounts for the remainder.",
        "Southshire had 88 of the 90 on Facebook. The others were all in Northshire.",
    ],
)
def test_what_a_force_has_of_the_rest_of_a_hidden_part_is_told(text):
    assert told(text)


def test_the_rest_of_something_else_tells_nothing():
    assert told("There were 75 offences. Northshire has the rest of its answer on its site.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Nothing was recorded in Northshire in 2015/16.",
        "Nothing at all had been logged in Northshire in 2015/16.",
    ],
)
def test_nothing_recorded_in_a_hidden_year_is_told(text):
    assert told(text, FIRST_HIDDEN)


def test_the_other_sex_of_a_hidden_crossing_is_told_where_both_together_are_shown():
    thirteen, boys = NamedCategory("age", "", 13, 13), category_of_part("boys")
    hidden = Hiding(
        frozenset({frozenset({thirteen, boys})}), {frozenset({thirteen}): frozenset({31})}
    )
    forces = [(named("Northshire"), hidden, True)]
    text = "Of Northshire's 31 victims aged 13, 29 were girls."
    assert list(disclosures(text, LOCAL, forces, ["girls", "boys"]))
    assert not list(
        disclosures("Northshire had 31 victims aged 13.", LOCAL, forces, ["girls", "boys"])
    )


@pytest.mark.parametrize(
    "text",
    [
        "Three mothers had never heard of Facebook until it happened to them.",
        "In Northshire three parents had never heard of Facebook before the officers came.",
        "Northshire: one victim in zero was a girl aged ten.",
        "Ages of victims, Northshire 2018/19 | 8: 2 | 9: 3 | 12: 25 | 13: 31",
    ],
)
def test_what_looks_like_a_survey_or_a_row_of_a_table_is_told(text):
    assert told(text)


@pytest.mark.parametrize(
    ("rest", "is_told"),
    [
        (".", False),
        (". The rest of this page is about schools.", False),
        (", and the rest were not.", True),
        (", leaving others.", True),
    ],
)
def test_an_amount_of_shown_parts_tells_a_hidden_one_beside_what_is_left(rest, is_told):
    text = "A handful of the offences in Northshire were on Snapchat or Instagram"
    assert bool(told(text + rest)) is is_told


KNOWN_SEX = (
    "Northshire knows the sex in all but {}.",
    "In Northshire the sex of the victim was known in all but {} cases.",
)


@pytest.mark.parametrize("text", KNOWN_SEX)
@pytest.mark.parametrize(("number", "is_told"), [("five", False), ("three", True)])
def test_what_is_left_of_those_with_a_detail_may_be_released(text, number, is_told):
    """The sex is known of 70 of the 75."""
    hidden = Hiding(frozenset({part("Not known")}), {part("girls"): frozenset({66})})
    forces = [(named("Northshire"), hidden, True)]
    found = disclosures(text.format(number), documents(OF_SEX, NATIONAL), forces, NAMES)
    assert bool([*found]) is is_told
