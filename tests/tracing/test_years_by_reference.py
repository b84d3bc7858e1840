"""Years, changes and differences said by what the text named before."""

import pytest

from tests.tracing.tarn_and_england import flagged, tell_apart

TARN = "Tarn Police recorded 149 online sexual offences against children in 2019/20. "


@pytest.mark.parametrize(
    ("text", "right", "false"),
    [
        ("In Tarn {} offences in 2016/17 became 149 in 2019/20.", "77", "95"),
        ("In Tarn {} offences in 2017/18 rose to 149 in 2019/20.", "95", "77"),
        ("In Tarn 77 offences in 2016/17 turned into {} in 2018/19.", "110", "95"),
    ],
)
def test_an_earlier_number_may_be_the_subject_of_a_change(text, right, false):
    tell_apart(TARN, text, right, false)


def test_what_narrows_an_earlier_number_is_still_asked_about():
    assert flagged(f"{TARN}In Tarn 77 offences at home in 2016/17 rose to 149.") == ["77"]
