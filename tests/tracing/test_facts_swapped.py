"""Short texts in which {right|false} marks a number and another fact's in its place.

The right one passes, the false one is asked about; in some, another figure beside it is, too.
"""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, flagged
from tests.tracing.test_right_and_false_numbers import lines, with_numbers

UK = {**ENGLAND, "place": "the UK", "nations": ["England", "Wales", "Scotland", "Northern Ireland"]}

POLICE_OF_THE_COUNTRY = """
{2,489|149} crimes of this kind were logged by UK police in 2019/20.
British police dealt with {2,489|149} offences in 2019/20. Read that again.
The country’s police officers counted {2,489|149} such offences in 2019/20.
A UK police chief spoke in Tarn, where {149|2,489} offences were recorded in 2019/20.
"""


def flagged_in_the_uk(text: str) -> list[str]:
    documents = (Evidence(read_facts(each)) for each in (TARN, UK))
    wrong = ("mismatch", "untraced", "loose")
    return [f.text for f in trace(text, *documents) if f.verdict in wrong]


@pytest.mark.parametrize("line", lines(POLICE_OF_THE_COUNTRY))
def test_police_of_the_country_are_all_forces(line):
    right, _ = with_numbers(line)
    text, false = with_numbers(line, 0)
    assert flagged_in_the_uk(right) == []
    assert flagged_in_the_uk(text) == [false]


def test_the_forces_of_two_nations_are_not_those_of_the_uk():
    for who in ("UK forces", "British police", "UK police officers"):
        assert flagged(f"{who} recorded 2,489 offences in 2019/20.") == ["2,489"]
    assert flagged("Forces recorded 2,489 offences in 2019/20.") == []
