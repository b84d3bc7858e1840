"""Forces without figures, named beside how many of them gave none."""

import pytest

from tests.tracing.tarn_and_england import flagged

ANSWERED = "Twelve of 15 forces answered. "


@pytest.mark.parametrize(
    "text",
    [
        "{} forces, Norleigh, East Wick and Ashby, did not answer.",
        "{} forces – Norleigh, East Wick and Ashby – sent nothing.",
        "{} police forces (Norleigh, East Wick and Ashby) did not reply.",
    ],
)
def test_so_many_forces_gave_none_as_are_without_figures(text: str) -> None:
    assert flagged(ANSWERED + text.format("Three")) == []
    for number in ("Two", "Four", "Twelve"):
        assert flagged(ANSWERED + text.format(number)) == [number]


def test_a_force_with_figures_is_none_of_them() -> None:
    text = "Three forces, Holm, East Wick and Ashby, did not answer."
    assert flagged(ANSWERED + text) != []
