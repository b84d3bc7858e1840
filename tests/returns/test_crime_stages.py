"""Rows and columns of what became of crimes are no counts of all: each is asked about."""

import pytest

from offences.returns.labels.crime_stages import names_stage
from tests.returns.every_format import EVERY_FORMAT, messages_of
from tests.returns.grids import Rows

ASKED = "” may be a part of the other crimes, or none of them."


def asked(name: str, rows: Rows) -> list[str]:
    found = [each for each in messages_of(name, rows) if ASKED in each]
    return [each.removeprefix("“").partition("”")[0] for each in found]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    ("heading", "label"),
    [
        ("Offence", "No-crimed"),
        ("Offence", "Threats (void)"),
        ("Offence", "Cancelled crimes"),
        ("Age", "Number charged"),
        ("Sex", "Charge/summons"),
        ("App", "o/w cautioned"),
        ("Outcome", "Cancelled"),
        ("Status", "Reclassified"),
    ],
)
def test_a_row_of_crimes_that_were_cancelled_or_charged_is_asked_about(heading, label, name):
    rows: Rows = [[heading, "2018/19", "2019/20"], ["Stalking", 31, 27], ["Threats", 12, 14],
                  [label, 9, 6]]  # fmt: skip
    assert asked(name, rows) == [label]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "heading", ["Cancelled", "Number convicted", "Charged 2018/19", "Detections", "Of which closed"]
)
def test_a_column_of_them_beside_the_recorded_is_asked_about(heading, name):
    rows: Rows = [["2018/19", "", ""], ["Offence", "Recorded", heading], ["Stalking", 31, 9],
                  ["Threats", 12, 6]]  # fmt: skip
    assert asked(name, rows) == [heading]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize("heading", ["Outcome", "Disposal", "Stage", "Status of crime"])
@pytest.mark.parametrize(
    "whole",
    ["Recorded", "Crimes recorded", "Reported to police", "First recorded",
     "No. of offences"],
)  # fmt: skip
def test_outcomes_below_the_recorded_ones_are_parts_of_them(whole, heading, name):
    rows: Rows = [[heading, "2018/19"], [whole, 52], ["Charged", 9], ["NFA", 33]]
    assert asked(name, rows) == ["Charged", "NFA"]


@pytest.mark.parametrize("name", EVERY_FORMAT)
@pytest.mark.parametrize(
    "rows",
    [
        [["Outcome", "2018/19"], ["Charged", 9], ["NFA", 33], ["Not recorded", 4]],
        [["Outcome", "2018/19"], ["Charged", 9], ["NFA", 33], ["Total recorded", 42]],
        [["Outcome", "2018/19"], ["Charged", 9], ["Recorded in error", 33]],
        # All crimes, divided by their outcome; and words beside them that are of none.
        [["Outcome", "2018/19"], ["Charged", 31], ["NFA", 12], ["Ongoing", 9]],
        [["Disposal type", "2018/19"], ["Cautioned", 31], ["Convicted", 12]],
        [
            ["Outcomes", "", ""],
            ["2018/19", "", ""],
            ["Offence", "Charged", "No further action"],
            ["Stalking", 31, 9],
            ["Threats", 12, 6],
        ],
        [["Offence", "Recorded 2018/19"], ["Stalking", 31], ["Breach of conditions", 12]],
        [["Offence", "Recorded (excluding cancelled) 2018/19"], ["Stalking", 31], ["Threats", 12]],
        [["Offence", "2018/19", "2019/20"], ["Stalking", 31, 27], ["Drug charges to minors", 2, 3]],
    ],
)
def test_a_table_of_outcomes_and_other_words_are_not(rows, name):
    assert asked(name, rows) == []


@pytest.mark.parametrize(
    "label",
    ["Stalking (cancelled)", "Number of offences charged", "Of which resulted in a caution",
     "Crimes that were later withdrawn", "Cases with a positive outcome", "Arrested or bailed"],
)  # fmt: skip
def test_a_label_in_many_words_names_a_stage(label):
    assert names_stage(label)


@pytest.mark.parametrize(
    "label", ["Recorded", "Not cancelled", "Opened", "Outcome", "Charge of assault", "Arson", ""]
)
def test_other_labels_name_no_stage(label):
    assert not names_stage(label)
