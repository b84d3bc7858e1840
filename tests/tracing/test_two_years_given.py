"""Forces that gave two years, requests made to forces, and numbers that go down to another."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

MEASURE = "online sexual offences"
PANEL = {f"Force {n}": {"2018/19": 100, "2019/20": 110 + n} for n in range(1, 7)}
ENGLAND = Evidence(
    read_facts(
        {
            **{"place": "England", "measure": MEASURE, "latest": "2019/20", "asked": 10},
            "nations": ["England"],
            "panel": {
                **PANEL,
                "Holm": {"2018/19": 140, "2019/20": 95},
                "Wick": {"2018/19": {"missing": "late"}, "2019/20": 80},
            },
        }
    )
)
OWN = Evidence(
    read_facts(
        {
            **{"place": "Holm", "measure": MEASURE, "latest": "2019/20"},
            "series": {"2018/19": 140, "2019/20": 95},
            "shares": {"platform": {"of": 95, "known": 60, "parts": {"Kik": 33, "Snapchat": 21}}},
        }
    )
)


def flagged(text: str) -> list[str]:
    found = trace(text, OWN, ENGLAND)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    "text",
    [
        "Ten forces were asked. Offences rose by 5% in the {} that could give two years.",
        "Ten forces were asked. The rise was 5% across {} forces with two years' worth of data.",
        "Ten forces were asked, and {} forces handed over two years of stats.",
    ],
)
def test_forces_that_gave_two_years_are_those_compared(text: str) -> None:
    assert flagged(text.format("seven")) == []
    assert flagged(text.format("eight")) == ["eight"]


@pytest.mark.parametrize(
    "text",
    [
        "The trust submitted FOIs to {} forces.",
        "It lodged requests with {} forces.",
        "The trust FOI'd {} forces.",
    ],
)
def test_forces_that_a_request_was_made_to_were_asked(text: str) -> None:
    assert flagged(text.format("ten")) == []
    assert flagged(text.format("eight")) == ["eight"]


def test_a_number_that_goes_down_to_another_is_the_earlier_one() -> None:
    text = "Holm fell, {} down to 95."
    assert flagged(text.format("140")) == []
    assert flagged(text.format("80")) == ["80"]


def test_then_it_is_a_part_is_an_order_and_no_time() -> None:
    text = "Kik is top in Holm, on 33. Then it's Snapchat on {}."
    assert flagged(text.format("21")) == []
    assert flagged(text.format("33")) == ["33"]
