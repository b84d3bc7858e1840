"""A kind of offence that is not the measure's is not what the figures count."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace


def verdict(text, measure, **more):
    facts = {"place": "Tarn", "measure": measure, "latest": "2018/19", **more}
    evidence = Evidence(read_facts({**facts, "series": {"2017/18": 88, "2018/19": 107}}))
    return next(f.verdict for f in trace(text, evidence) if f.text == "107")


ONLINE = "online sexual offences against children"
COMMUNICATION = "offences of sexual communication with a child"


@pytest.mark.parametrize(
    "kind",
    [
        "grooming offences",
        "online grooming crimes",
        "sexual exploitation offences",
        "sexual communication with a child offences",
        "offences of sexual communication with a child",
        "cyber-flashing offences",
    ],
)
def test_a_number_of_another_kind_of_offence_is_untraced(kind):
    assert verdict(f"Tarn police recorded 107 {kind} in 2018/19.", ONLINE) == "untraced"


@pytest.mark.parametrize(
    "name",
    [
        "online sex crimes",
        "sexual offences against children online",
        "online child sexual abuse offences",
        "internet sex offences",
        "sexual offences",
    ],
)
def test_a_measure_has_other_names(name):
    assert verdict(f"Tarn police recorded 107 {name} in 2018/19.", ONLINE) == "traced"


@pytest.mark.parametrize("name", ["grooming offences", "sexual communication offences"])
def test_papers_call_sexual_communication_with_a_child_grooming(name):
    assert verdict(f"Tarn police recorded 107 {name} in 2018/19.", COMMUNICATION) == "traced"


def test_a_kind_that_the_figures_have_as_a_part_is_no_other():
    parts = {"offence": {"of": 107, "known": 107, "parts": {"sexual exploitation": 12}}}
    text = "Twelve of Tarn's 107 offences were sexual exploitation offences."
    assert verdict(text, ONLINE, shares=parts) == "traced"
