"""Forces in a sentence that opens with nations: of those asked, and of no fewer or others."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN

NATIONS = ["England", "Wales", "Northern Ireland"]


def alarms(text: str) -> list[str]:
    facts = (TARN, {**ENGLAND, "place": "all forces", "nations": NATIONS})
    found = trace(text, *(Evidence(read_facts(each)) for each in facts))
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize("opens", ["Across England and Wales", "In England", "In Scotland"])
def test_fewer_or_other_nations_than_those_asked_are_asked_about(opens: str) -> None:
    assert alarms(f"{opens}, 15 forces were asked.") == ["15"]
    assert alarms(f"{opens} 12 of 15 forces replied.") == ["12 of 15"]


def test_all_nations_asked_are_right() -> None:
    opens = "Across England, Wales and Northern Ireland"
    assert alarms(f"{opens}, 15 forces were asked.") == []
    assert alarms(f"{opens}, 12 of 15 forces replied.") == []
