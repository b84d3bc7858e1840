"""What one cell says: a count, nought, or why there is none."""

import pytest

from offences.returns.labels.cell_counts import (
    CellCount,
    count_in_cell,
    is_fraction,
    parse_count,
    without_footnotes,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("68", 68), (" 68 ", 68), ("1,234", 1234), ("1 234", 1234), ("12.0", 12), ("68*", 68),
        ("68 (1)", 68), ("68[2]", 68), ("68¹", 68), ("0", 0), ("nil", 0), ("None", 0),
        ("zero", 0), ("2016", 2016), ("12 (25%)", 12), ("12 offences", 12),
    ],
)  # fmt: skip
def test_a_count_is_read_in_every_dress(text, value):
    assert parse_count(text) == CellCount(value)


@pytest.mark.parametrize(
    ("text", "value"), [("68.", 68), ("1,234.", 1234), ("Nil.", 0), ("68.5.", None), ("68..", None)]
)
def test_a_point_may_end_a_count_among_counts_alone(text, value):
    assert count_in_cell(text) == (None if value is None else CellCount(value))
    assert parse_count(text) is None


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("<5", 1, 4), ("less than 5", 1, 4), ("fewer than five", 1, 4), ("1-4", 1, 4),
        ("1 – 4", 1, 4), ("5 or fewer", 1, 5), ("≤5", 1, 5), ("up to 5", 1, 5),
        ("between 1 and 4", 1, 4), ("suppressed (<5)", 1, 4), ("*", None, None),
        ("suppressed", None, None), ("[c]", None, None),
    ],
)  # fmt: skip
def test_a_withheld_count_keeps_the_limits_that_are_stated(text, low, high):
    assert parse_count(text) == CellCount(None, "suppressed", low, high)


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("", "blank"), ("-", "blank"), ("–", "blank"), ("N/A", "not_held"),
        ("not recorded", "not_held"), ("No information held", "not_held"),
        ("x", "not_available"), ("..", "not_available"), ("not available", "not_available"),
        ("Freedom of Information Act 2000 s.31", "refused"), ("s.12", "refused"),
        ("s40", "refused"), ("Section 40(2)", "refused"),
        ("exempt", "refused"), ("withheld under s.40(2)", "refused"),
        ("Exempt - Section 12(1)", "refused"), ("Refused: s.40(2)", "refused"),
        ("Could not be retrieved within the cost limit (s12)", "refused"),
    ],
)  # fmt: skip
def test_a_marker_is_never_nought(text, marker):
    assert parse_count(text) == CellCount(marker=marker)


NO_COUNTS = ["see note below", "#REF!", "Rape", "0.25", "-84", "25%"]
OF_LAWS = [  # which are offences, and no grounds for a refusal
    "Communications Act 2003 s127", "Malicious Communications Act 1988 s.1", "SOA 2003 s12",
    "Sexual Offences Act section 15A", "s127",
]  # fmt: skip


@pytest.mark.parametrize("text", [*NO_COUNTS, *OF_LAWS])
def test_what_is_no_count_is_not_guessed(text):
    assert parse_count(text) is None


@pytest.mark.parametrize("text", ["0.25", "-84", "25%", "-1"])
def test_a_share_or_a_change_is_told_from_words(text):
    assert is_fraction(text)
    assert not is_fraction("see note")


@pytest.mark.parametrize("text", ["Rape*", "Rape (1)", "Rape [2]", "Rape¹", "Rape *† (1)"])
def test_footnote_marks_are_no_part_of_a_label(text):
    assert without_footnotes(text) == "Rape"


@pytest.mark.parametrize("text", ["15 victims", "15 victim", "15 victims*", "15 persons"])
def test_a_number_of_victims_is_no_count_of_offences(text):
    assert parse_count(text) is None


@pytest.mark.parametrize("text", ["15 offences", "15 crimes", "15 records", "15 offences*"])
def test_a_number_of_offences_is_a_count(text):
    assert parse_count(text) == CellCount(15)
