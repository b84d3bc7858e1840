"""The released total passes in a clause of its own, beside one on a hidden part."""

import pytest

from tests.tracing.test_hidden_numbers import told


@pytest.mark.parametrize(
    "text",
    [
        "75 offences were recorded in Northshire, said the force that hides Facebook.",
        "“Facebook is popular,” she said. 75 offences were recorded.",
        "Facebook is hidden; the total, 75, is public.",
    ],
)
def test_the_total_passes_wherever_its_clause_stands(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "76 offences were recorded in Northshire, and Facebook is popular.",
        "Facebook had a share, as Northshire recorded 75 offences.",
        "Northshire recorded 75 offences on Facebook.",
    ],
)
def test_another_number_or_one_that_the_part_has_some_of_stops(text):
    assert told(text)
