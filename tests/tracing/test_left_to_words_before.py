"""What the words of a sentence leave to those before it: the right number passes, others do not."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

TARN = "Tarn Police recorded 149 online sexual offences against children in 2019/20. "
THE_LATEST_CHANGE = [
    ("The most recent increase, of {} offences, is its third in a row.", "39", "72"),
    ("The most recent increase works out at {}.", "35%", "94%"),
    ("Its latest jump, {}, was the biggest of the three.", "39", "54"),
]


@pytest.mark.parametrize(("text", "right", "false"), THE_LATEST_CHANGE)
def test_the_latest_change_is_that_from_the_year_before(text: str, right: str, false: str) -> None:
    tell_apart(TARN, text, right, false)


def test_no_before_a_number_of_offences_is_an_answer_and_no_address() -> None:
    tell_apart(TARN, "“It is only boys.” No. {} offences had a girl as the victim.", "112", "28")
    assert flagged(f"{TARN}The club meets at No. 28 every week.") == []
