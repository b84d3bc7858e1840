"""Small numbers in words: of a category they are figures, and of other things none."""

import pytest

from offences.tracing.trace import trace
from tests.tracing.tarn_and_england import documents, flagged
from tests.tracing.test_right_and_false_numbers import lines, tell_apart

OF_A_CATEGORY = """
Tarn police recorded 149 offences in 2019/20. {Six|Eight} involved nine-year-olds.
In Tarn 12 offences were against children of 11, and {eight|six} against ten-year-olds.
Tarn had 14 offences against children of ten and under. {Eight|Six} of them were against \
ten-year-olds.
By age, Tarn noted 12 offences against children of 11 and {six|eight} against nine-year-olds.
Tarn logged 12 offences against 11-year-olds. There were also {eight|nine} that related to \
ten-year-olds.
In Tarn, {six|nine} had been linked to children of nine.
"""


@pytest.mark.parametrize("line", lines(OF_A_CATEGORY))
def test_a_small_number_of_a_category_is_a_figure(line):
    tell_apart(line)


@pytest.mark.parametrize(
    "text",
    [
        "Two apps, Snapchat and Instagram, had 68 offences between them in Tarn in 2019/20.",
        "Tarn has two officers who visit primary schools to talk to girls and boys.",
        "TikTok had three days to reply.",
        "In the hall in Tarn two concerned parents spoke about Snapchat.",
    ],
)
def test_one_of_other_things_is_none(text):
    assert flagged(text) == []


def test_one_in_so_many_of_a_small_share_is_no_other():
    text = "Where age is known, {} offences in Tarn in 2019/20 was against a nine-year-old."
    assert flagged(text.format("one in 20")) == []
    assert flagged(text.format("one in 25")) == ["one in 25"]


def test_a_year_for_which_no_force_has_a_figure_has_no_total():
    found = trace("In 2017/18 forces in England and Wales had 2,489 offences.", *documents())
    assert not any("0 forces" in each.fact for each in found)
    found = trace("In 2017/18 all 13 forces in England and Wales gave a figure.", *documents())
    assert not any("0 forces" in each.fact for each in found)


def test_a_run_that_ended_may_name_the_year_that_it_began_in():
    text = "The rise of 39 in Tarn follows {} straight annual increases, from 77 in 2016/17."
    assert "two straight annual increases" not in flagged(text.format("two"))
    assert "three straight annual increases" in flagged(text.format("three"))
