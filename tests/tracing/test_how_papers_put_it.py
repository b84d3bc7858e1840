"""How papers put figures: sentences where {right|false} marks a number and another's in its place.

With the right numbers nothing is asked about; with a false one, that number is.
"""

import pytest

from tests.tracing.test_right_and_false_numbers import lines, tell_apart

FORCES = """
Fifteen forces in England and Wales had been written to. {Twelve|Eleven} had sent in a number, and \
together these come to {2,489|2,398}.
The {twelve|eleven} forces able to supply data for two consecutive years rose by {35|25} per cent.
It requested data under the Freedom of Information Act from {15|12} forces, twelve of which replied.
"""

RATES_AND_AGES = """
In Tarn, more than {two|four} came in every week.
The commonest age in Tarn was just {14|13}, with {27|25} offences.
Lassies were the victims in {112|28} of the Tarn offences, and laddies in {28|112}.
"""


@pytest.mark.parametrize("line", lines(FORCES))
def test_forces_that_were_asked_and_that_sent_numbers(line):
    tell_apart(line)


@pytest.mark.parametrize("line", lines(RATES_AND_AGES))
def test_ages_sexes_and_what_comes_in_every_week(line):
    tell_apart(line)


TIMES = """
Crimes in Tarn have almost doubled in {three|two} years.
For the earlier years Tarn's figures are 77 (2016/17), 95 (2017/18) and 110 (2018/19). The total \
went up by {94|35} per cent over the period.
Tarn had 77 in 2016/17 and 95 in 2017/18. Over that time it has gone up by {72|54}.
"""


@pytest.mark.parametrize("line", lines(TIMES))
def test_how_long_a_change_took_and_where_a_period_begins(line):
    tell_apart(line)
