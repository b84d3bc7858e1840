"""Sentences where {right|false} marks a number and one that is right of something else."""

import pytest

from tests.tracing.tarn_and_england import flagged
from tests.tracing.test_right_and_false_numbers import lines, tell_apart

FORCES_COMPARED = """
About {2,500|2,400} crimes came to light in England and Wales in 2019/20.
Nearly {2,400|2,500} were recorded by the 11 forces in England and Wales with figures for both \
2016/17 and 2019/20.
"""

ROWS = """
In the table of sexes for Tarn, the girls' row says {112|28} offences and the boys' row {28|18}.
In the Tarn table the bottom row says {149|77} offences, and the Kik column says {15|28}.
"""


@pytest.mark.parametrize("line", lines(FORCES_COMPARED + ROWS))
def test_only_the_right_one_of_two_numbers_passes(line):
    tell_apart(line)


def test_the_number_of_a_row_is_none_of_offences():
    assert flagged("See row 14 and column 3 of the Tarn table. Rows 8 and 9 are empty.") == []
