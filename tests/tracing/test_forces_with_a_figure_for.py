"""Forces that gave a figure for an earlier year, too, are those of the change from that year."""

import pytest

from tests.tracing.tarn_and_england import tell_apart

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
