"""Two ages that share the first place, with the number that each of them has."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import TARN

AGES = {"11": 12, "12": 20, "13": 27, "14": 27, "15": 22, "unknown": 41}
TIED = Evidence(read_facts({**TARN, "ages": AGES, "age_thresholds": []}))
ALONE = Evidence(read_facts({**TARN, "ages": {**AGES, "13": 29}, "age_thresholds": []}))


def flagged(text: str, facts: Evidence = TIED) -> list[str]:
    found = trace(text, facts)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    "text",
    [
        "{} and 14 tie as the most common ages, with {} each.",
        "Two ages, {} and 14, share top place with {} offences each.",
        "{} and 14 are joint top, both on {}. Ages were known in 108 cases.",
        "Of the ages recorded, {} and 14 were level at the top, with {} offences each.",
        "There is a tie for the most common age between {} and 14, with {} each.",
        "The joint most common ages were {} and 14, with {} each.",
        "Among the ages, {} and 14 shared first place ({} offences each).",
        "{}-year-olds and 14-year-olds tied for the most common age, with {} each.",
    ],
)
def test_two_ages_share_the_first_place_where_they_do(text: str) -> None:
    assert flagged(text.format("13", "27")) == []
    for n in ("20", "22", "29", "149"):
        assert flagged(text.format("13", n)) == [n]
    for age in ("12", "15"):
        found = flagged(text.format(age, "27"))
        assert any(each.startswith(age) for each in found)
    assert flagged(text.format("13", "27"), ALONE) != []


def test_numbers_of_other_things_that_share_a_place_are_no_ages() -> None:
    text = "The {} of 12 and 16 share first place of all ages."
    as_ages = "most common age 13 and 14"
    assert as_ages not in {f.fact for f in trace(text.format("teams"), TIED)}
    assert {f.fact for f in trace(text.format("girls"), TIED)} == {as_ages}
