"""Shares of forces that replied, of a speaker's own people, and numbers that head or report."""

import pytest

from offences.claims.documents import read_facts
from offences.tracing.evidence.document import Evidence
from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import ENGLAND, TARN, flagged

HALF = [Evidence(read_facts(each)) for each in (TARN, {**ENGLAND, "asked": 24})]


def flagged_of_half(text: str) -> list[str]:
    """The figures that are asked about where 12 of 24 forces replied."""
    found = trace(text, *HALF)
    return [f.text for f in found if f.verdict in ("mismatch", "untraced", "loose")]


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("{} the forces are silent.", ("Half", "A third of")),
        ("{} of the forces did not reply.", ("Half", "A third")),
        ("The charity asked 24 forces. {} responded.", ("Half", "40%")),
        ("The charity asked 24 forces. {} have not answered.", ("Half", "40%")),
    ],
)
def test_a_share_of_forces_that_replied_or_did_not(text, shares):
    right, false = shares
    assert flagged_of_half(text.format(right)) == []
    assert flagged_of_half(text.format(false)) == [false.removesuffix(" of")]
    assert "Half" in flagged(text.replace("24", "15").format(right))  # 12 of 15


def test_a_share_of_something_else_that_was_asked_is_none_of_forces():
    assert flagged_of_half("The charity asked 24 forces. Half responded to girls.") == ["Half"]
    assert flagged_of_half("The figures are old. Half responded.") == ["Half"]


def test_half_of_those_who_read_counts_no_offences():
    kik = "Kik, which half our {} is on, was used in 18% of the offences where it is known."
    assert flagged(kik.format("PTA")) == []
    assert flagged("In Tarn half our readers were shocked by 149 offences in 2019/20.") == []
    assert flagged("Half our victims were girls.") == ["Half"]
    assert flagged("Half our offences were on Kik.") == ["Half"]


def test_a_number_of_what_is_shown_is_no_figure():
    assert flagged("GRAPHIC 2, BARS: 112 were against girls.") == []
    assert flagged("GRAPHIC 3: 149 offences.") == []
    assert flagged("CLIP 96 offences in Tarn in 2019/20.") == ["96"]


def test_numbers_to_report_to_are_no_figures():
    assert flagged("Seen it? Tell us. 101, our website or, if it's happening now, 999.") == []
    assert flagged("Tarn Police recorded crimes in 2019/20. 101, our total.") == ["101"]
    assert flagged("In Tarn that happened in 999 offences.") == ["999"]


def test_a_question_that_is_declined_compares_nothing():
    assert flagged("Is Tarn worse than other places? There is no honest way of knowing.") == []
    asked = "Is Tarn worse than other places? There is no doubt about it."
    assert flagged(asked) == ["worse than other places"]


def test_those_asked_are_the_whole_of_those_that_replied():
    text = "Of the 15 forces we asked just {} sent a figure."
    assert flagged(text.format(12)) == []
    assert flagged(text.format(11)) == ["11"]
    assert flagged("Of the 15 forces that it asked only 4 did not reply.") == ["4"]


def test_forces_that_held_two_years_are_those_compared():
    before = "Twelve of the 15 forces asked had a figure, and their total was 2,489. "
    text = (
        "Eleven held figures for both 2016/17 and 2019/20; for those alone it went from {} to {}."
    )
    found = flagged(before + text.format("1,166", "2,398"))
    assert {"1,166", "2,398"}.isdisjoint(found)
    assert "2,489" in flagged(before + text.format("1,166", "2,489"))


def test_the_time_that_heads_or_ends_a_script_is_no_figure():
    for script in ("Tarn FM, 0730 copy", "The 0815 script"):
        assert flagged(script) == []
    assert flagged("In Tarn it's twenty-two.") == ["twenty-two"]
    assert flagged("In Tarn 0730 offences were recorded.") == ["0730"]
