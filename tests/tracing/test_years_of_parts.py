"""A number that is a part of another one is of the same year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace

TARN = {
    "place": "Tarn",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "series": {"2017/18": 88, "2018/19": 107},
}
NATION = {
    "place": "England",
    "measure": "online sexual offences",
    "latest": "2018/19",
    "scope": "national",
    "panel": {
        "Tarn": {"2017/18": 88, "2018/19": 107},
        "Ashby": {"2017/18": 240, "2018/19": 251},
        "Moor": {"2017/18": 131, "2018/19": 122},
    },
    "asked": 3,
}
EVIDENCE = Evidence(read_facts(TARN)), Evidence(read_facts(NATION))


def verdicts(text, *numbers):
    found = {f.text: f.verdict for f in trace(text, *EVIDENCE)}
    return [found[number] for number in numbers]


OF_THE_YEAR_BEFORE = [
    "Three forces recorded 459 offences the year before, including {} in Moor.",
    "Three forces recorded 459 offences in 2017/18, with {} in Moor.",
    "Three forces recorded 459 offences the year before, of which {} were in Moor.",
    "Three forces recorded 459 offences the year before, {} of them in Moor.",
    "Three forces had 459 a year earlier, {} of these from Moor.",
    "Three forces recorded 459 offences in 2017/18 ({} in Moor).",
    "In 2017/18 three forces recorded 459 offences, among them {} in Moor.",
]


@pytest.mark.parametrize("sentence", OF_THE_YEAR_BEFORE)
def test_what_a_number_includes_is_of_its_year(sentence):
    assert verdicts(sentence.format(131), "131") == ["traced"]
    assert verdicts(sentence.format(122), "122") == ["mismatch"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Three forces recorded 459 offences the year before, including {} in Ashby and {} in Moor.",
        "Three forces recorded 459 offences in 2017/18 ({} in Ashby and {} in Moor).",
    ],
)
def test_each_number_of_a_list_is_of_the_year_of_the_whole(sentence):
    assert verdicts(sentence.format(240, 131), "240", "131") == ["traced", "traced"]
    assert verdicts(sentence.format(251, 122), "251", "122") == ["mismatch", "mismatch"]


@pytest.mark.parametrize(
    "text",
    [
        "Three forces recorded 480 offences in 2018/19, including 122 in Moor.",
        "Three forces recorded 480 offences, up from 459 the year before, including 122 in Moor.",
        "Three forces recorded 459 offences in 2017/18, while 122 were recorded in Moor.",
        "Three forces recorded 459 offences the year before, with 122 in Moor in 2018/19.",
    ],
)
def test_a_number_that_is_no_part_of_an_earlier_one_is_of_the_latest_year(text):
    assert verdicts(text, "122") == ["traced"]
