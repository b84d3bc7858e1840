"""A hidden part without a name, as what comes next or on top of a shown one by a number."""

import pytest

from tests.tracing.test_hidden_numbers import told


@pytest.mark.parametrize(
    "text",
    [
        "Next down, with nine fewer, is the lowest group.",
        "Then, with nine fewer, comes the app that the force will not name.",
        "Below Instagram, with nine fewer, is the app after it.",
        "Next, with nine fewer, is the age below.",
        "Northshire added three on top of the 12-year-olds.",
        "On top of the 12-year-olds Northshire had three more.",
        "In addition to the 13-year-olds there were three.",
    ],
)
def test_a_step_from_a_shown_part_tells_the_hidden_one(text):
    assert told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Next, with 21 fewer, is Instagram.",
        "Next down, with six fewer, is the group of 12-year-olds.",
        "Next, with 21 fewer, comes Instagram, one of the best-known apps.",
        "On top of the 41 on Snapchat there were 20 on Instagram.",
        "On top of the 75 offences Northshire had three more detectives.",
    ],
)
def test_a_step_to_a_shown_part_or_to_another_thing_tells_none(text):
    assert told(text) == []
