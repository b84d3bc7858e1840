"""“No figure was given by any of the two forces”: as our own sentence says it, of all asked."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import flagged

SILENT = {"missing": "not_held"}
WALES = {
    **{"place": "Wales", "measure": "online sexual offences against children"},
    **{"latest": "2018/19", "scope": "region", "asked": 2},
    "panel": {
        "Gwern": {"2017/18": 31, "2018/19": SILENT},
        "Morfa": {"2017/18": 52, "2018/19": SILENT},
    },
}


def verdict(text: str, number: str) -> str:
    found = trace(text, Evidence(read_facts(WALES)))
    return next(f.verdict for f in found if f.text == number)


@pytest.mark.parametrize(("number", "expected"), [("2", "traced"), ("3", "mismatch")])
def test_where_none_gave_a_figure_all_forces_are_spoken_of(number: str, expected: str) -> None:
    said = f"No figure for 2018/19 was given by any of the {number} forces in Wales."
    assert verdict(said, number) == expected


def test_where_some_gave_one_it_is_asked_about() -> None:
    assert verdict("No figure for 2017/18 was given by any of the 2 forces.", "2") == "mismatch"
    assert "15" in flagged("No figure for 2019/20 was given by any of the 15 forces.")
