"""Offences that a text says are not online are none of those that are counted."""

import pytest

from tests.tracing.tarn_and_england import flagged


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Police recorded 149 offences with no online element.",
        "Tarn Police recorded 149 crimes in 2019/20 that were not cyber.",
        "Of the 149 offences in Tarn, none was online.",
        "There were 149 offences in Tarn where no cyber flag was set.",
        "In Tarn 149 offences had little online connection.",
        "Tarn recorded 149 offences, not all of them online.",
        "The 149 offences in Tarn weren't flagged as cyber.",
        "Tarn had 149 offences without any internet involvement.",
    ],
)
def test_a_number_of_those_that_are_not_is_asked_about(text: str) -> None:
    assert flagged(text) == ["149"]


@pytest.mark.parametrize(
    "text",
    [
        "Tarn Police recorded 149 offences with a cyber element.",
        "Tarn Police recorded 149 offences. The force has no online form.",
        "Tarn Police recorded 149 offences, and does not run an online portal.",
        "Tarn Police recorded 149 offences online, but not in schools.",
        "Tarn recorded 149 offences, all of them online.",
        "Not all abuse is online. Tarn recorded 149 offences that are.",
    ],
)
def test_other_denials_are_not(text: str) -> None:
    assert flagged(text) == []
