"""How many forces did not answer, and how many were asked, in few words."""

import pytest

from tests.tracing.tarn_and_england import flagged

# 15 were asked, 12 of them answered.


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("{} other forces were asked but did not give figures.", "Three", "Two"),
        ("12 forces answered. Another {} did not answer.", "three", "four"),
        ("12 forces sent figures. The other {} did not reply.", "three", "two"),
        ("12 forces gave us figures and {} did not respond.", "three", "five"),
        ("The forces that answered – {} of the 15 that it asked – are many.", "12", "13"),
        ("It wrote to 15 forces and {} sent data.", "12", "13"),
        ("The trust asked 15 forces. {} told us.", "12", "11"),
        ("After writing to 15 forces and hearing back from {}, it has them.", "12", "11"),
        ("It asked 15 forces in England and Wales for data and {} could provide it.", "12", "14"),
        ("Answers came from 12 police forces, out of a total of {}.", "15", "12"),
        ("They are of 12 forces in England and Wales out of {}.", "15", "14"),
        ("The trust asked {} forces how many crimes they recorded.", "15", "12"),
        ("We asked {} police forces for their records; 12 replied in full.", "15", "12"),
    ],
)
def test_forces_that_did_not_answer_are_those_asked_less_those_that_did(text, right, false):
    lead = "Across England and Wales there were 2,489. "
    assert right not in "".join(flagged(lead + text.format(right)))
    assert false in "".join(flagged(lead + text.format(false)))


@pytest.mark.parametrize(
    "text",
    [
        "Fifteen forces were asked and 12 replied. That leaves {} without a reply.",
        "Fifteen forces were asked, which leaves {} that never responded.",
    ],
)
def test_what_is_said_behind_those_that_are_left_goes_first(text):
    assert flagged(text.format("three")) == []
    assert flagged(text.format("twelve")) == ["twelve"]


def test_offences_that_did_not_end_in_a_charge_are_no_forces():
    text = "12 forces answered. Another three offences did not end in a charge."
    assert flagged(text) == ["three"]


@pytest.mark.parametrize(
    "text", ["12 forces replied with figures, one refused and two did not answer."]
)
def test_others_that_did_not_answer_are_not_all_that_did_not(text):
    assert flagged(text) == []
