"""Forces that gave a figure for an earlier year, too, are those of the change from that year."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, tell_apart

THOSE = [
    "the {} that could supply a figure for 2016/17",
    "the {} that could also give figures for 2016/17",
    "the {} of them with figures for 2016/17 as well",
    "the {} that had numbers for 2016/17",
]
REPLIED = "The charity asked 15 forces in England and Wales and twelve gave a figure. "


@pytest.mark.parametrize("those", THOSE)
def test_their_number_is_not_that_of_all_who_replied(those):
    tell_apart(REPLIED, f"Among {those}, the total has doubled.", "11", "12")


def test_they_are_those_of_both_years_where_the_number_is_said_to_have_changed():
    """Twelve gave a figure for 2016/17 here, one of them none since: eleven are compared."""
    late = {"Mere": {"2016/17": 40, "2018/19": 50, "2019/20": {"missing": "late"}}}
    country = Evidence(read_facts(ENGLAND | {"panel": ENGLAND["panel"] | late}))

    def wrong(text):
        return [f.text for f in trace(text, country) if f.verdict == "mismatch"]

    changed = "Across the {} forces with figures for 2016/17, the number has doubled."
    assert wrong(changed.format(11)) == [] and "12" in wrong(changed.format(12))
    assert wrong("There were 12 forces with figures for 2016/17.") == []


@pytest.mark.parametrize("those", THOSE)
def test_their_change_starts_from_that_year(those):
    text = f"Among {those.format(11)}, the total rose by {{}}."
    tell_apart(REPLIED, text, "106%", "35%")


@pytest.mark.parametrize(
    "also", ["also gave figures", "were also able to give data", "also had numbers"]
)
def test_those_areas_have_the_total_of_so_many_forces(also):
    text = (
        f"Eleven of the forces {also} for 2016/17. In those areas, offences rose by 106% to {{}}."
    )
    tell_apart(REPLIED, text, "2,398", "2,489")
