"""A number that is so many times that of an earlier year, in the words for that year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

SERIES = {"2016/17": 118, "2017/18": 141, "2018/19": 176, "2019/20": 236}
FACTS = Evidence(
    read_facts(
        {
            **{"place": "Tarn", "measure": "online sexual offences against children"},
            **{"latest": "2019/20", "series": SERIES},
        }
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Police are dealing with twice as many crimes against children as they were in {}.",
        "The number of offences is now double what it was in {}.",
        "There were twice as many as there had been in {}.",
        "The number of offences is double that of {}.",
        "Offences are at twice the level they were in {}.",
        "Offences are at double the level they were back in {}.",
    ],
)
def test_a_multiple_is_of_the_year_that_it_is_measured_by(text):
    def flagged(year: str) -> list[str]:
        return [f.kind for f in trace(text.format(year), FACTS) if f.verdict == "mismatch"]

    assert flagged("2016/17") == []
    assert flagged("2017/18") == flagged("2018/19") == ["multiple"]
